//! The arguments of rules.

use proc_macro2::TokenStream;
use syn::LitStr;

use super::list::Tail;
use super::range;
use super::value::Reading;
use crate::diag::Problem;
use crate::model::{Rule, RuleKind};
use crate::problems::Problems;
use crate::text::excerpt;
use crate::tokens::{flat, is_comma};
use crate::vocabulary::RuleKey;

/// Parses the arguments of a rule; `parse_rules` parses the list in `each(…)`, whose keys are those of `#[event(…)]`.
pub(super) fn parse(
    rule: RuleKey,
    tail: Tail,
    reading: &mut Reading<'_>,
    parse_rules: impl FnOnce(TokenStream, &mut Problems) -> Vec<Rule>,
) -> Option<RuleKind> {
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
            let (min, max) = range::lengths(&arguments, reading)?;
            Some(RuleKind::Len { min, max })
        }
        // `range(a..=b)`, `range(a..)`, `range(..=b)`
        RuleKey::Range => {
            let arguments = reading.arguments(tail)?;
            let (min, max) = range::numbers(&arguments, reading)?;
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
            let rules = parse_rules(rules, reading.problems);
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
