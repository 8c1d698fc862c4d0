//! The arguments of rules.

use proc_macro2::TokenStream;
use syn::LitStr;

use super::list::KeyTail;
use super::range;
use super::value::ValueParser;
use crate::diag::Problem;
use crate::model::{Rule, RuleKind};
use crate::problems::Problems;
use crate::text::excerpt;
use crate::tokens::{flat, is_comma};
use crate::vocabulary::RuleKey;

/// Parses the arguments of a rule; `parse_rules` parses the list in `each(…)`, whose keys are those of `#[event(…)]`.
pub(super) fn parse(
    rule: RuleKey,
    tail: KeyTail,
    parser: &mut ValueParser<'_>,
    parse_rules: impl FnOnce(TokenStream, &mut Problems) -> Vec<Rule>,
) -> Option<RuleKind> {
    match rule {
        RuleKey::Index => parser.nothing(tail).map(|()| RuleKind::Index),
        RuleKey::NonEmpty => parser.nothing(tail).map(|()| RuleKind::NonEmpty),
        RuleKey::Integer => parser.nothing(tail).map(|()| RuleKind::Integer),
        RuleKey::Base64 => parser.nothing(tail).map(|()| RuleKind::Base64),
        RuleKey::Required => parser.nothing(tail).map(|()| RuleKind::Required),
        RuleKey::Nested => parser.nothing(tail).map(|()| RuleKind::Nested),
        // `len(n)`, `len(a..=b)`, `len(a..)`, `len(..=b)`
        RuleKey::Len => {
            let arguments = parser.arguments(tail)?;
            let (min, max) = range::lengths(&arguments, parser)?;
            Some(RuleKind::Len { min, max })
        }
        // `range(a..=b)`, `range(a..)`, `range(..=b)`
        RuleKey::Range => {
            let arguments = parser.arguments(tail)?;
            let (min, max) = range::numbers(&arguments, parser)?;
            Some(RuleKind::Range { min, max })
        }
        // `prefix("…")`
        RuleKey::Prefix => {
            let prefix = single(tail, parser)?;
            let prefix = parser.text(&prefix)?;
            if prefix.value().is_empty() {
                parser.report(&prefix, Problem::EmptyPrefix);
                return None;
            }
            Some(RuleKind::Prefix(prefix))
        }
        // `one_of("…", "…")`
        RuleKey::OneOf => values(tail, parser).map(RuleKind::OneOf),
        // `each(rule, …)`
        RuleKey::Each => {
            let rules = parser.arguments(tail)?;
            let rules = parse_rules(rules, parser.problems);
            (!rules.is_empty()).then_some(RuleKind::Each(rules))
        }
        // `with(path)`
        RuleKey::With => {
            // Not split, because the path may hold commas between `<` and `>`.
            let mut path = flat(parser.arguments(tail)?);
            if path.last().is_some_and(is_comma) {
                path.pop();
            }
            parser.path(&path.into_iter().collect()).map(RuleKind::With)
        }
    }
}

/// The one argument of a rule.
fn single(tail: KeyTail, parser: &mut ValueParser<'_>) -> Option<TokenStream> {
    let mut arguments = split(parser.arguments(tail)?).into_iter();
    let first = arguments.next()?;
    match arguments.next() {
        None => Some(first),
        Some(second) => {
            let (rule, form) = (parser.key, parser.form);
            let found = excerpt(&second);
            parser.report(&second, Problem::SurplusArgument { rule, form, found });
            None
        }
    }
}

fn values(tail: KeyTail, parser: &mut ValueParser<'_>) -> Option<Vec<LitStr>> {
    let mut values: Vec<LitStr> = Vec::new();
    let mut all_good = true;
    for argument in split(parser.arguments(tail)?) {
        match parser.text(&argument) {
            Some(value) if values.iter().any(|other| other.value() == value.value()) => {
                let repeated = excerpt(&value);
                parser.report(&value, Problem::DuplicateValue { value: repeated });
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
