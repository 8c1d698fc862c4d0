//! The rules: their arguments, and how each is written.

mod number;

pub(crate) use self::number::{approximate, compare};

use proc_macro2::TokenStream;
use syn::LitStr;

use crate::diag::Problem;
use crate::key::RuleKey;
use crate::model::{Level, Literal, RuleKind};
use crate::syntax::event::inner_rules;
use crate::syntax::list::Tail;
use crate::syntax::value::Reading;
use crate::text::excerpt;
use crate::tokens::{flat, is_comma};

/// Reads the arguments of a rule.
pub(crate) fn parse(rule: RuleKey, tail: Tail, level: Level, reading: &mut Reading<'_>) -> Option<RuleKind> {
    match rule {
        RuleKey::Index => reading.nothing(tail).map(|()| RuleKind::Index),
        RuleKey::NonEmpty => reading.nothing(tail).map(|()| RuleKind::NonEmpty),
        RuleKey::Integer => reading.nothing(tail).map(|()| RuleKind::Integer),
        RuleKey::Base64 => reading.nothing(tail).map(|()| RuleKind::Base64),
        RuleKey::Required => reading.nothing(tail).map(|()| RuleKind::Required),
        RuleKey::Nested => reading.nothing(tail).map(|()| RuleKind::Nested),
        // `len(n)`, `len(a..=b)`, `len(a..)`, `len(..=b)`
        RuleKey::Len => {
            let arguments = reading.arguments(tail)?;
            let (min, max) = number::lengths(&arguments, reading)?;
            Some(RuleKind::Len { min, max })
        }
        // `range(a..=b)`, `range(a..)`, `range(..=b)`
        RuleKey::Range => {
            let arguments = reading.arguments(tail)?;
            let (min, max) = number::numbers(&arguments, reading)?;
            Some(RuleKind::Range { min, max })
        }
        // `prefix("…")`
        RuleKey::Prefix => {
            let prefix = single(tail, reading)?;
            let prefix = reading.text(&prefix)?;
            if prefix.value().is_empty() {
                reading.report(&prefix, Problem::EmptyPrefix);
                return None;
            }
            Some(RuleKind::Prefix(prefix))
        }
        // `one_of("…", "…")`
        RuleKey::OneOf => values(tail, reading).map(RuleKind::OneOf),
        // `each(rule, …)`
        RuleKey::Each => {
            let rules = reading.arguments(tail)?;
            let rules = inner_rules(rules, level, reading.problems);
            (!rules.is_empty()).then_some(RuleKind::Each(rules))
        }
        // `with(path)`
        RuleKey::With => {
            // Not split, because the path may hold commas between `<` and `>`.
            let mut path = flat(reading.arguments(tail)?);
            if path.last().is_some_and(is_comma) {
                path.pop();
            }
            reading.path(&path.into_iter().collect()).map(RuleKind::With)
        }
    }
}

/// The one argument of a rule.
fn single(tail: Tail, reading: &mut Reading<'_>) -> Option<TokenStream> {
    let mut arguments = split(reading.arguments(tail)?).into_iter();
    let first = arguments.next()?;
    match arguments.next() {
        None => Some(first),
        Some(second) => {
            let (rule, form) = (reading.key, reading.form);
            let found = excerpt(&second);
            reading.report(&second, Problem::SurplusArgument { rule, form, found });
            None
        }
    }
}

fn values(tail: Tail, reading: &mut Reading<'_>) -> Option<Vec<LitStr>> {
    let mut values: Vec<LitStr> = Vec::new();
    let mut all_good = true;
    for argument in split(reading.arguments(tail)?) {
        match reading.text(&argument) {
            Some(value) if values.iter().any(|other| other.value() == value.value()) => {
                let repeated = excerpt(&value);
                reading.report(&value, Problem::DuplicateValue { value: repeated });
                all_good = false;
            }
            Some(value) => values.push(value),
            None => all_good = false,
        }
    }
    all_good.then_some(values)
}

/// Arguments between commas; one comma may end them.
fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut arguments = vec![TokenStream::new()];
    for token in flat(tokens) {
        if is_comma(&token) {
            arguments.push(TokenStream::new());
        } else if let Some(last) = arguments.last_mut() {
            last.extend([token]);
        }
    }
    if arguments.len() > 1 && arguments.last().is_some_and(TokenStream::is_empty) {
        arguments.pop();
    }
    arguments
}

/// The rule as its user writes it.
pub(crate) fn describe(rule: &RuleKind) -> String {
    match rule {
        RuleKind::Index => "index".to_owned(),
        RuleKind::NonEmpty => "non_empty".to_owned(),
        RuleKind::Len { min, max } if min == max => format!("len({})", end(*min)),
        RuleKind::Len { min, max } => format!("len({})", range(&end(*min), &end(*max))),
        RuleKind::Range { min, max } => {
            let written = |end: &Option<Literal>| end.map(number::describe).unwrap_or_default();
            format!("range({})", range(&written(min), &written(max)))
        }
        RuleKind::Integer => "integer".to_owned(),
        RuleKind::Base64 => "base64".to_owned(),
        RuleKind::Prefix(prefix) => format!("prefix({})", excerpt(prefix)),
        RuleKind::OneOf(values) => {
            let values: Vec<_> = values.iter().map(excerpt).collect();
            format!("one_of({})", values.join(", "))
        }
        RuleKind::Required => "required".to_owned(),
        RuleKind::Nested => "nested".to_owned(),
        RuleKind::Each(rules) => {
            let rules: Vec<_> = rules.iter().map(|rule| describe(&rule.kind)).collect();
            format!("each({})", rules.join(", "))
        }
        RuleKind::With(path) => format!("with({})", excerpt(path)),
    }
}

fn end(end: Option<u64>) -> String {
    end.map(|end| end.to_string()).unwrap_or_default()
}

fn range(min: &str, max: &str) -> String {
    if max.is_empty() { format!("{min}..") } else { format!("{min}..={max}") }
}
