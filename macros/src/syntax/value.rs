//! What follows a key: nothing, `= value` or `(arguments)`; and the values that several keys share.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{ExprPath, Lifetime, LitStr, Path, PathArguments, Token, WherePredicate};

use super::list::KeyTail;
use crate::diag::Problem;
use crate::problems::{Problems, SourceSpan};
use crate::text::excerpt;
use crate::vocabulary::Row;

/// A key and its value.
pub(crate) struct KeyValue<K, V> {
    pub(crate) key: K,
    pub(crate) at: SourceSpan,
    /// `None` where the value was wrong, which is reported already.
    pub(crate) value: Option<V>,
}

/// A parser for the value of one key, which reports what is wrong with it.
pub(crate) struct ValueParser<'p> {
    pub(crate) key: &'static str,
    pub(crate) form: &'static str,
    pub(crate) at: SourceSpan,
    pub(crate) problems: &'p mut Problems,
}

impl<'p> ValueParser<'p> {
    pub(crate) fn new<K>(row: &Row<K>, at: SourceSpan, problems: &'p mut Problems) -> Self {
        ValueParser { key: row.name, form: row.form, at, problems }
    }

    /// Reports a problem of the tokens, or of the key where there are none.
    pub(crate) fn report(&mut self, tokens: &impl ToTokens, problem: Problem) {
        self.problems.push(self.at.narrow(tokens), problem);
    }

    /// `key`
    pub(crate) fn nothing(&mut self, tail: KeyTail) -> Option<()> {
        let value = match tail {
            KeyTail::Nothing => return Some(()),
            KeyTail::Value(tokens) | KeyTail::Odd(tokens) => tokens,
            KeyTail::Arguments(group) => TokenTree::from(group).into(),
        };
        self.report(&value, Problem::SurplusValue { key: self.key });
        None
    }

    /// `key = value`
    pub(crate) fn value(&mut self, tail: KeyTail) -> Option<TokenStream> {
        match tail {
            KeyTail::Value(tokens) if !tokens.is_empty() => Some(tokens),
            KeyTail::Value(_) | KeyTail::Nothing => self.missing(),
            KeyTail::Arguments(group) => {
                let remedy = format!("{} = {}", self.key, excerpt(&group.stream()));
                self.odd(&group, remedy)
            }
            KeyTail::Odd(tokens) => {
                let remedy = self.form.to_owned();
                self.odd(&tokens, remedy)
            }
        }
    }

    /// `key(arguments)`
    pub(crate) fn arguments(&mut self, tail: KeyTail) -> Option<TokenStream> {
        match tail {
            KeyTail::Arguments(group) if !group.stream().is_empty() => Some(group.stream()),
            KeyTail::Arguments(_) | KeyTail::Nothing => self.missing(),
            KeyTail::Value(tokens) if tokens.is_empty() => self.missing(),
            KeyTail::Value(tokens) => {
                // A path is not quoted in `#[event(…)]`, as it would be in `#[serde(…)]`.
                let quoted = syn::parse2::<LitStr>(tokens.clone()).ok().filter(|_| self.form.contains("path"));
                let argument = quoted.map_or_else(|| excerpt(&tokens), |path| path.value());
                let remedy = format!("{}({argument})", self.key);
                self.odd(&tokens, remedy)
            }
            KeyTail::Odd(tokens) => {
                let remedy = self.form.to_owned();
                self.odd(&tokens, remedy)
            }
        }
    }

    fn missing<T>(&mut self) -> Option<T> {
        let ValueParser { key, form, .. } = *self;
        self.problems.push(self.at, Problem::MissingValue { key, form });
        None
    }

    fn odd<T>(&mut self, tokens: &impl ToTokens, remedy: String) -> Option<T> {
        let key = self.key;
        self.report(tokens, Problem::ValueForm { key, remedy });
        None
    }

    /// `"…"`
    pub(crate) fn text(&mut self, tokens: &TokenStream) -> Option<LitStr> {
        if tokens.is_empty() {
            return self.missing();
        }
        match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(literal) if literal.suffix().is_empty() => Some(literal),
            Ok(_) | Err(_) => {
                let ValueParser { key, form, .. } = *self;
                let found = excerpt(tokens);
                self.report(tokens, Problem::NotText { key, form, found });
                None
            }
        }
    }

    /// `path`
    pub(crate) fn path(&mut self, tokens: &TokenStream) -> Option<ExprPath> {
        if tokens.is_empty() {
            return self.missing();
        }
        let path = callable.parse2(tokens.clone());
        self.or_not_a_path(path.ok(), tokens)
    }

    /// `"path"`
    pub(crate) fn path_in_text(&mut self, tokens: &TokenStream) -> Option<ExprPath> {
        let literal = self.text(tokens)?;
        let path = literal.parse_with(callable);
        self.or_not_a_path(path.ok(), &literal)
    }

    /// `path`, `"path"`: a path of modules, without type arguments
    pub(crate) fn module(&mut self, tokens: &TokenStream) -> Option<Path> {
        let path = match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(literal) => literal.parse_with(Path::parse_mod_style),
            Err(_) => Path::parse_mod_style.parse2(tokens.clone()),
        };
        self.or_not_a_path(path.ok(), tokens)
    }

    fn or_not_a_path<T>(&mut self, path: Option<T>, tokens: &impl ToTokens) -> Option<T> {
        if path.is_none() {
            let found = excerpt(tokens);
            let form = self.form;
            self.report(tokens, Problem::NotAPath { form, found });
        }
        path
    }

    /// `"T: Trait, U: Trait"`
    pub(crate) fn bounds(&mut self, tokens: &TokenStream) -> Option<Vec<WherePredicate>> {
        let literal = self.text(tokens)?;
        let bounds = literal.parse_with(separated::<WherePredicate, Token![,]>).ok();
        if bounds.is_none() {
            let found = excerpt(&literal);
            self.report(&literal, Problem::NotBounds { found });
        }
        bounds
    }

    /// `"'a + 'b"`, at least one
    pub(crate) fn lifetimes(&mut self, tokens: &TokenStream) -> Option<Vec<Lifetime>> {
        let literal = self.text(tokens)?;
        match literal.parse_with(separated::<Lifetime, Token![+]>) {
            Ok(lifetimes) if !lifetimes.is_empty() => Some(lifetimes),
            Ok(_) | Err(_) => {
                let found = excerpt(&literal);
                self.report(&literal, Problem::NotLifetimes { found });
                None
            }
        }
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
