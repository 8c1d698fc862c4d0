//! Keys between commas. A key that is wrong takes its own arguments with it and no more.

use std::iter::Peekable;
use std::vec::IntoIter;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::LitStr;

use crate::diag::Problem;
use crate::problems::{Problems, SourceSpan};
use crate::text::excerpt;
use crate::tokens::{flat, is_comma};
use crate::vocabulary::{Place, Vocabulary};

/// One key with what follows it.
pub(crate) struct Item {
    pub(crate) key: Ident,
    pub(crate) at: SourceSpan,
    pub(crate) tail: KeyTail,
}

pub(crate) enum KeyTail {
    /// `key`
    Nothing,
    /// `key = value`
    Value(TokenStream),
    /// `key(arguments)`
    Arguments(Group),
    /// `key: value`, `key[…]`, `key "…"`: what no key has.
    Odd(TokenStream),
}

type Tokens = Peekable<IntoIter<TokenTree>>;

/// The keys of a list; `valid` is for the message where there is something else.
pub(crate) fn items(tokens: TokenStream, valid: Vocabulary, problems: &mut Problems) -> Vec<Item> {
    let mut tokens = flat(tokens).into_iter().peekable();
    let mut items = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(key) => {
                let at = problems.at(&key);
                let tail = tail(&mut tokens);
                items.push(Item { key, at, tail });
                end(&mut tokens, problems);
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' => {
                let at = problems.at(&punct);
                problems.push(at, Problem::StrayComma);
            }
            other => {
                let at = problems.at(&other);
                let found = excerpt(&other);
                problems.push(at, not_a_key(&other, found, valid));
                until_comma(&mut tokens);
                tokens.next();
            }
        }
    }
    items
}

/// A string where a key is expected is most likely the value of the one key that takes one.
fn not_a_key(token: &TokenTree, found: String, valid: Vocabulary) -> Problem {
    let is_text = syn::parse2::<LitStr>(token.clone().into()).is_ok();
    match valid {
        Vocabulary::Event(Place::Event) if is_text => {
            let remedy = format!("type = {found}");
            Problem::NoKey { found, remedy }
        }
        Vocabulary::Event(_) | Vocabulary::Serde(_) | Vocabulary::Sides => Problem::NotAKey { found, valid },
    }
}

fn tail(tokens: &mut Tokens) -> KeyTail {
    match tokens.peek() {
        None | Some(TokenTree::Ident(_)) => KeyTail::Nothing,
        Some(token) if is_comma(token) => KeyTail::Nothing,
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            let group = group.clone();
            tokens.next();
            KeyTail::Arguments(group)
        }
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
            tokens.next();
            KeyTail::Value(value(tokens))
        }
        Some(_) => KeyTail::Odd(until_comma(tokens)),
    }
}

/// The tokens after `=`: one literal, so that a forgotten comma is seen, or all up to the next comma, such as `0..=9`.
fn value(tokens: &mut Tokens) -> TokenStream {
    let Some(TokenTree::Literal(_)) = tokens.peek() else { return until_comma(tokens) };
    let mut value: TokenStream = tokens.next().into_iter().collect();
    if matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() != ';') {
        value.extend(until_comma(tokens));
    }
    value
}

/// Expects a comma or the end after a key.
fn end(tokens: &mut Tokens, problems: &mut Problems) {
    let Some(token) = tokens.peek() else { return };
    if is_comma(token) {
        tokens.next();
        return;
    }
    let at = problems.at(token);
    let found = excerpt(token);
    match token {
        TokenTree::Ident(_) => {
            problems.push(at, Problem::MissingComma { found });
        }
        TokenTree::Punct(punct) if punct.as_char() == ';' => {
            problems.push(at, Problem::NotAComma { found });
            tokens.next();
        }
        _ => {
            problems.push(at, Problem::AfterValue { found });
            until_comma(tokens);
            tokens.next();
        }
    }
}

fn until_comma(tokens: &mut Tokens) -> TokenStream {
    let mut taken = TokenStream::new();
    while let Some(token) = tokens.next_if(|token| !is_comma(token)) {
        taken.extend([token]);
    }
    taken
}
