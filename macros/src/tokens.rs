//! Tokens as their user sees them: without invisible groups, and as text.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Returns `true` if the token is a comma.
pub(crate) fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// Removes the invisible groups around the fragments of `macro_rules!`.
pub(crate) fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let mut all = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                all.extend(flat(group.stream()));
            }
            other => all.push(other),
        }
    }
    all
}

/// Returns the text of the tokens as a user writes it, the same on every toolchain.
pub(crate) fn source_text(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    write(tokens.to_token_stream(), &mut text);
    text
}

fn write(tokens: TokenStream, text: &mut String) {
    for token in flat(tokens) {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                ',' => text.push_str(", "),
                // `a = b`, but `..=` and `==`
                '=' if text.ends_with(|before: char| before.is_alphanumeric() || before == '_') => text.push_str(" = "),
                character => text.push(character),
            },
            TokenTree::Ident(ident) => word(&ident.to_string(), text),
            TokenTree::Literal(literal) => word(&literal.to_string(), text),
        }
    }
}

fn word(word: &str, text: &mut String) {
    let ends_in_word = |character: char| character.is_alphanumeric() || character == '"';
    let lifetime = text.ends_with('\'');
    if !lifetime && text.ends_with(ends_in_word) {
        text.push(' ');
    }
    text.push_str(word);
}
