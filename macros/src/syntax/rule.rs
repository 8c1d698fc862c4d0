//! The arguments of rules.

use proc_macro2::TokenStream;
use syn::LitStr;

use super::list::KeyTail;
use super::range;
use super::value::{ValueParser, bracketed, is_texts};
use crate::diag::Problem;
use crate::model::{Rule, RuleKind};
use crate::problems::{Problems, Reported};
use crate::text::excerpt;
use crate::tokens::{flat, is_comma, source_text};
use crate::vocabulary::RuleKey;

/// Parses the arguments of a rule; `parse_rules` parses the list in `each(…)`, whose keys are those of `#[event(…)]`.
pub(super) fn parse(
    rule: RuleKey,
    tail: KeyTail,
    parser: &mut ValueParser<'_>,
    parse_rules: impl FnOnce(TokenStream, &mut Problems) -> Vec<Rule>,
) -> Result<RuleKind, Reported> {
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
            Ok(RuleKind::Len { min, max })
        }
        // `range(a..=b)`, `range(a..)`, `range(..=b)`
        RuleKey::Range => {
            let arguments = parser.arguments(tail)?;
            let (min, max) = range::numbers(&arguments, parser)?;
            Ok(RuleKind::Range { min, max })
        }
        // `prefix("…")`
        RuleKey::Prefix => {
            let prefix = single(tail, parser)?;
            let prefix = parser.text(&prefix)?;
            if prefix.value().is_empty() {
                return parser.report(&prefix, Problem::EmptyPrefix);
            }
            Ok(RuleKind::Prefix(prefix))
        }
        // `one_of("…", "…")`
        RuleKey::OneOf => values(tail, parser).map(RuleKind::OneOf),
        // `each(rule, …)`
        RuleKey::Each => {
            let rules = parser.arguments(tail)?;
            let rules = parse_rules(rules, parser.problems);
            match (rules.is_empty(), parser.problems.reported()) {
                (false, _) => Ok(RuleKind::Each(rules)),
                (true, Some(reported)) => Err(reported),
                (true, None) => parser.missing(),
            }
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

/// Parses the one argument of a rule.
fn single(tail: KeyTail, parser: &mut ValueParser<'_>) -> Result<TokenStream, Reported> {
    let mut arguments = split(parser.arguments(tail)?).into_iter();
    match (arguments.next(), arguments.next()) {
        (Some(first), None) => Ok(first),
        (None, _) => parser.missing(),
        (Some(_), Some(second)) => {
            let (rule, form) = (parser.key, parser.form);
            let found = excerpt(&second);
            parser.report(&second, Problem::SurplusArgument { rule, form, found })
        }
    }
}

/// Parses strings, each of which stands once.
pub(super) fn values(tail: KeyTail, parser: &mut ValueParser<'_>) -> Result<Vec<LitStr>, Reported> {
    let mut values: Vec<LitStr> = Vec::new();
    let mut all_good = Ok(());
    let arguments = parser.arguments(tail)?;
    if let Some(list) = bracketed(&arguments).filter(is_texts) {
        parser.remedy = format!("{}({})", parser.key, source_text(&list));
        return parser.odd(&arguments);
    }
    for argument in split(arguments) {
        match parser.text(&argument) {
            Ok(value) if values.iter().any(|other| other.value() == value.value()) => {
                let repeated = excerpt(&value);
                all_good = parser.report(&value, Problem::DuplicateValue { value: repeated });
            }
            Ok(value) => values.push(value),
            // One that is no string is seldom the only one.
            Err(reported) => return Err(reported),
        }
    }
    all_good.map(|()| values)
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
