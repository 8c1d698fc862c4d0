//! Values of keys: nothing, `= value` or `(arguments)`; and the values that several keys share.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{ExprPath, Lifetime, LitStr, Path, PathArguments, Token, WherePredicate};

use super::list::KeyTail;
use crate::diag::Problem;
use crate::problems::{Problems, Reported, SourceSpan};
use crate::text::excerpt;
use crate::tokens::{flat, source_text};
use crate::vocabulary::Row;

/// A key and its value.
pub(crate) struct KeyValue<K, V> {
    pub(crate) key: K,
    pub(crate) at: SourceSpan,
    pub(crate) value: Result<V, Reported>,
}

/// A parser for the value of one key, which reports what is wrong with it.
pub(crate) struct ValueParser<'p> {
    pub(crate) key: &'static str,
    pub(crate) form: &'static str,
    /// The form to write instead of another.
    pub(crate) remedy: String,
    pub(crate) at: SourceSpan,
    pub(crate) problems: &'p mut Problems,
}

impl<'p> ValueParser<'p> {
    pub(crate) fn new<K>(row: &Row<K>, at: SourceSpan, problems: &'p mut Problems) -> Self {
        ValueParser { key: row.name, form: row.form, remedy: row.form.to_owned(), at, problems }
    }

    /// Reports a problem of the tokens, or of the key where there are none.
    pub(crate) fn report<T>(&mut self, tokens: &impl ToTokens, problem: Problem) -> Result<T, Reported> {
        Err(self.problems.push(self.at.narrow(tokens), problem))
    }

    /// `key`
    pub(crate) fn nothing(&mut self, tail: KeyTail) -> Result<(), Reported> {
        let value = match tail {
            KeyTail::Nothing => return Ok(()),
            KeyTail::Value(tokens) | KeyTail::Odd(tokens) => tokens,
            KeyTail::Arguments(group) => TokenTree::from(group).into(),
        };
        self.report(&value, Problem::SurplusValue { key: self.key })
    }

    /// `key = value`
    pub(crate) fn value(&mut self, tail: KeyTail) -> Result<TokenStream, Reported> {
        match tail {
            KeyTail::Value(tokens) if !tokens.is_empty() => Ok(tokens),
            KeyTail::Value(_) | KeyTail::Nothing => self.missing(),
            KeyTail::Arguments(group) => {
                if let Ok(text) = syn::parse2::<LitStr>(group.stream()) {
                    self.remedy = format!("{} = {}", self.key, excerpt(&text));
                }
                self.odd(&group)
            }
            KeyTail::Odd(tokens) => self.odd(&tokens),
        }
    }

    /// `key(arguments)`
    pub(crate) fn arguments(&mut self, tail: KeyTail) -> Result<TokenStream, Reported> {
        match tail {
            KeyTail::Arguments(group) if !group.stream().is_empty() => Ok(group.stream()),
            KeyTail::Arguments(_) | KeyTail::Nothing => self.missing(),
            KeyTail::Value(tokens) if tokens.is_empty() => self.missing(),
            KeyTail::Value(tokens) | KeyTail::Odd(tokens) => self.odd(&tokens),
        }
    }

    /// Reports that there is no value.
    pub(crate) fn missing<T>(&mut self) -> Result<T, Reported> {
        let ValueParser { key, form, .. } = *self;
        Err(self.problems.push(self.at, Problem::MissingValue { key, form }))
    }

    /// Reports that the value is in another form.
    pub(crate) fn odd<T>(&mut self, tokens: &impl ToTokens) -> Result<T, Reported> {
        let (key, remedy) = (self.key, self.remedy.clone());
        self.report(tokens, Problem::ValueForm { key, remedy })
    }

    /// `"…"`
    pub(crate) fn text(&mut self, tokens: &TokenStream) -> Result<LitStr, Reported> {
        if tokens.is_empty() {
            return self.missing();
        }
        match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(literal) if literal.suffix().is_empty() => Ok(literal),
            Ok(_) | Err(_) => {
                if let Some(list) = bracketed(tokens) {
                    if self.key == "alias" && is_texts(&list) {
                        self.remedy = each_with_key(self.key, &list);
                        return self.odd(tokens);
                    }
                }
                let ValueParser { key, form, .. } = *self;
                let found = excerpt(tokens);
                self.report(tokens, Problem::NotText { key, form, found })
            }
        }
    }

    /// `path`
    pub(crate) fn path(&mut self, tokens: &TokenStream) -> Result<ExprPath, Reported> {
        if tokens.is_empty() {
            return self.missing();
        }
        let path = callable.parse2(tokens.clone());
        self.or_not_a_path(path, tokens)
    }

    /// `"path"`
    pub(crate) fn path_in_text(&mut self, tokens: &TokenStream) -> Result<ExprPath, Reported> {
        let literal = self.text(tokens)?;
        let path = literal.parse_with(callable);
        self.or_not_a_path(path, &literal)
    }

    /// `path`, `"path"`: a path of modules, without type arguments
    pub(crate) fn module(&mut self, tokens: &TokenStream) -> Result<Path, Reported> {
        let path = match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(literal) => literal.parse_with(Path::parse_mod_style),
            Err(_) => Path::parse_mod_style.parse2(tokens.clone()),
        };
        self.or_not_a_path(path, tokens)
    }

    fn or_not_a_path<T>(&mut self, path: syn::Result<T>, tokens: &impl ToTokens) -> Result<T, Reported> {
        path.or_else(|_| {
            let (form, found) = (self.form, excerpt(tokens));
            self.report(tokens, Problem::NotAPath { form, found })
        })
    }

    /// `"T: Trait, U: Trait"`
    pub(crate) fn bounds(&mut self, tokens: &TokenStream) -> Result<Vec<WherePredicate>, Reported> {
        let literal = self.text(tokens)?;
        literal.parse_with(separated::<WherePredicate, Token![,]>).or_else(|_| {
            let found = excerpt(&literal);
            self.report(&literal, Problem::NotBounds { found })
        })
    }

    /// `"'a + 'b"`, at least one
    pub(crate) fn lifetimes(&mut self, tokens: &TokenStream) -> Result<Vec<Lifetime>, Reported> {
        let literal = self.text(tokens)?;
        match literal.parse_with(separated::<Lifetime, Token![+]>) {
            Ok(lifetimes) if !lifetimes.is_empty() => Ok(lifetimes),
            Ok(_) | Err(_) => {
                let found = excerpt(&literal);
                self.report(&literal, Problem::NotLifetimes { found })
            }
        }
    }
}

/// Returns the tokens in the brackets of `[…]`.
pub(super) fn bracketed(tokens: &TokenStream) -> Option<TokenStream> {
    match flat(tokens.clone()).as_slice() {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => Some(group.stream()),
        _ => None,
    }
}

/// Returns `true` if the tokens are strings between commas.
pub(super) fn is_texts(tokens: &TokenStream) -> bool {
    separated::<LitStr, Token![,]>.parse2(tokens.clone()).is_ok()
}

/// Returns `key = value` for each value between commas.
pub(super) fn each_with_key(key: &str, values: &TokenStream) -> String {
    match separated::<LitStr, Token![,]>.parse2(values.clone()) {
        Ok(texts) => {
            let keys: Vec<_> = texts.iter().map(|text| format!("{key} = {}", source_text(text))).collect();
            keys.join(", ")
        }
        Err(_) => format!("{key} = {}", source_text(values)),
    }
}

fn separated<T: Parse, S: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let list = Punctuated::<T, S>::parse_terminated(input)?;
    Ok(list.into_iter().collect())
}

/// `f`, `path::f`, `Vec::<T>::f`, `<T as Trait>::f`; also `Vec<T>::f`, which an expression would take for comparisons.
fn callable(input: ParseStream<'_>) -> syn::Result<ExprPath> {
    if input.peek(Token![<]) {
        return input.parse();
    }
    let mut path: Path = input.parse()?;
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            arguments.colon2_token.get_or_insert_default();
        }
    }
    Ok(ExprPath { attrs: Vec::new(), qself: None, path })
}
