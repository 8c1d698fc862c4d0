//! Legal rules as their user writes them, and the order of their numbers.

use std::cmp::Ordering;

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::model::{Literal, RuleKind};
use crate::text::excerpt;
use crate::tokens::source_text;

/// Returns the rule as its user writes it, with excerpts of its arguments.
pub(crate) fn describe(rule: &RuleKind) -> String {
    write(rule, |tokens| excerpt(&tokens))
}

/// Returns `true` if both rules are written alike.
pub(crate) fn is_same(one: &RuleKind, other: &RuleKind) -> bool {
    let [one, other] = [one, other].map(|rule| write(rule, |tokens| source_text(&tokens)));
    one == other
}

fn write(rule: &RuleKind, text: fn(TokenStream) -> String) -> String {
    match rule {
        RuleKind::Index => "index".to_owned(),
        RuleKind::NonEmpty => "non_empty".to_owned(),
        RuleKind::Len { min, max } if min == max => format!("len({})", end(*min)),
        RuleKind::Len { min, max } => format!("len({})", range(&end(*min), &end(*max))),
        RuleKind::Range { min, max } => {
            let written = |end: &Option<Literal>| end.map(describe_number).unwrap_or_default();
            format!("range({})", range(&written(min), &written(max)))
        }
        RuleKind::Integer => "integer".to_owned(),
        RuleKind::Base64 => "base64".to_owned(),
        RuleKind::Prefix(prefix) => format!("prefix({})", text(prefix.to_token_stream())),
        RuleKind::OneOf(values) => {
            let values: Vec<_> = values.iter().map(|value| text(value.to_token_stream())).collect();
            format!("one_of({})", values.join(", "))
        }
        RuleKind::Required => "required".to_owned(),
        RuleKind::Nested => "nested".to_owned(),
        RuleKind::Each(rules) => {
            let rules: Vec<_> = rules.iter().map(|rule| write(&rule.kind, text)).collect();
            format!("each({})", rules.join(", "))
        }
        RuleKind::With(path) => format!("with({})", text(path.to_token_stream())),
    }
}

fn end(end: Option<u64>) -> String {
    end.map(|end| end.to_string()).unwrap_or_default()
}

fn range(min: &str, max: &str) -> String {
    if max.is_empty() { format!("{min}..") } else { format!("{min}..={max}") }
}

/// Returns the number as a user writes it.
pub(crate) fn describe_number(number: Literal) -> String {
    match number {
        Literal::Whole(number) => number.to_string(),
        Literal::Fraction(number) => number.to_string(),
    }
}

/// Compares two numbers, beyond 2^53 roughly if one of them is a fraction.
pub(crate) fn compare(left: Literal, right: Literal) -> Ordering {
    match (left, right) {
        (Literal::Whole(left), Literal::Whole(right)) => left.cmp(&right),
        (left, right) => approximate(left).total_cmp(&approximate(right)),
    }
}

/// Returns the number as a float.
#[expect(clippy::cast_precision_loss, reason = "a whole number beyond 2^53 beside a fraction is compared roughly")]
pub(crate) fn approximate(number: Literal) -> f64 {
    match number {
        Literal::Whole(number) => number as f64,
        Literal::Fraction(number) => number,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn rules_that_differ_behind_the_excerpt_are_not_the_same() {
        let module = "a".repeat(60);
        let [one, other] =
            ["one", "other"].map(|name| RuleKind::With(syn::parse_str(&format!("{module}::{name}")).expect("a path")));
        assert_eq!(describe(&one), describe(&other));
        assert!(!is_same(&one, &other));
        assert!(is_same(&RuleKind::With(parse_quote!(a::b)), &RuleKind::With(parse_quote!(a::b))));
    }
}
