//! The constraints of a rule on its value, and whether any value can meet those of two rules.

use std::cmp::Ordering;

use syn::LitStr;

use crate::diag::Problem;
use crate::model::{Literal, Rule, RuleKind};
use crate::rule::{approximate, compare, describe};

/// The values that a rule is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
    TextOrList,
    List,
    Any,
}

/// The constraints of a rule, as far as two rules can contradict one another.
struct Constraints<'a> {
    kind: Kind,
    length: Option<(u64, u64)>,
    number: Option<(Option<Literal>, Option<Literal>)>,
    whole: bool,
    prefix: Option<String>,
    base64: bool,
    values: Option<&'a [LitStr]>,
    each: &'a [Rule],
}

fn constraints(rule: &RuleKind) -> Constraints<'_> {
    let any = Constraints {
        kind: Kind::Any,
        length: None,
        number: None,
        whole: false,
        prefix: None,
        base64: false,
        values: None,
        each: &[],
    };
    match rule {
        // Strictly, an index is whole.
        RuleKind::Index => {
            Constraints { kind: Kind::Number, number: Some((Some(Literal::Whole(0)), None)), whole: true, ..any }
        }
        RuleKind::NonEmpty => Constraints { kind: Kind::TextOrList, length: Some((1, u64::MAX)), ..any },
        RuleKind::Len { min, max } => {
            Constraints { kind: Kind::TextOrList, length: Some((min.unwrap_or(0), max.unwrap_or(u64::MAX))), ..any }
        }
        RuleKind::Range { min, max } => Constraints { kind: Kind::Number, number: Some((*min, *max)), ..any },
        RuleKind::Integer => Constraints { kind: Kind::Number, whole: true, ..any },
        RuleKind::Base64 => Constraints { kind: Kind::Text, base64: true, ..any },
        RuleKind::Prefix(prefix) => {
            let prefix = prefix.value();
            let length = prefix.chars().count() as u64;
            Constraints { kind: Kind::Text, length: Some((length, u64::MAX)), prefix: Some(prefix), ..any }
        }
        RuleKind::OneOf(values) => Constraints { kind: Kind::Text, values: Some(values), ..any },
        RuleKind::Each(rules) => Constraints { kind: Kind::List, each: rules, ..any },
        RuleKind::Required | RuleKind::Nested | RuleKind::With(_) => any,
    }
}

impl Constraints<'_> {
    /// Returns `true` if the rule may allow the text.
    fn allows(&self, value: &str) -> bool {
        let length = value.chars().count() as u64;
        self.length.is_none_or(|(min, max)| (min..=max).contains(&length))
            && self.prefix.as_ref().is_none_or(|prefix| value.starts_with(prefix.as_str()))
            && (!self.base64 || (not_base64(value).is_none() && length % 4 == 0))
            && self.values.is_none_or(|values| values.iter().any(|other| other.value() == value))
    }
}

/// The reason why no value keeps both rules, if there is one.
pub(super) fn conflict(first: &RuleKind, second: &RuleKind) -> Option<Problem> {
    let pair = Pair { first, second, one: constraints(first), two: constraints(second) };
    pair.check_types()
        .or_else(|| pair.check_lengths())
        .or_else(|| pair.check_ranges())
        .or_else(|| pair.check_prefixes())
        .or_else(|| pair.check_base64())
        .or_else(|| pair.check_values())
        .or_else(|| pair.check_items())
}

/// Two rules and their constraints.
struct Pair<'a> {
    first: &'a RuleKind,
    second: &'a RuleKind,
    one: Constraints<'a>,
    two: Constraints<'a>,
}

impl Pair<'_> {
    fn names(&self) -> (String, String) {
        (describe(self.first), describe(self.second))
    }

    fn check_types(&self) -> Option<Problem> {
        let (one, two) = (self.one.kind, self.two.kind);
        let (first, second) = self.names();
        disjoint(one, two).then(|| Problem::RulesForOtherTypes {
            first,
            first_type: kind_name(one),
            second,
            second_type: kind_name(two),
        })
    }

    fn check_lengths(&self) -> Option<Problem> {
        let whole = (0, u64::MAX);
        let ((min, max), (other_min, other_max)) = (self.one.length.unwrap_or(whole), self.two.length.unwrap_or(whole));
        let (min, max) = (min.max(other_min), max.min(other_max));
        // Base64 comes in groups of four.
        let base64 = self.one.base64 || self.two.base64;
        let min = if base64 { min.checked_next_multiple_of(4).unwrap_or(min) } else { min };
        let (first, second) = self.names();
        (min > max).then_some(Problem::LengthsApart { first, second })
    }

    fn check_ranges(&self) -> Option<Problem> {
        let (min, max) = both(self.one.number, self.two.number)?;
        let (min, max) = min.zip(max)?;
        let (first, second) = self.names();
        if compare(min, max) == Ordering::Greater {
            return Some(Problem::RangesApart { first, second });
        }
        let gap = approximate(min).ceil() > approximate(max).floor();
        (gap && (self.one.whole || self.two.whole)).then_some(Problem::NoWholeNumber { first, second })
    }

    fn check_prefixes(&self) -> Option<Problem> {
        let (prefix, other) = self.one.prefix.as_ref().zip(self.two.prefix.as_ref())?;
        let nested = prefix.starts_with(other.as_str()) || other.starts_with(prefix.as_str());
        let (first, second) = self.names();
        (!nested).then_some(Problem::PrefixesApart { first, second })
    }

    fn check_base64(&self) -> Option<Problem> {
        let (base64, prefixed) = if self.one.base64 { (&self.one, &self.two) } else { (&self.two, &self.one) };
        let prefix = prefixed.prefix.as_ref().filter(|_| base64.base64)?;
        let character = not_base64(prefix)?;
        Some(Problem::PrefixNotBase64 { prefix: format!("{prefix:?}"), character })
    }

    fn check_values(&self) -> Option<Problem> {
        let none_left = |values: Option<&[LitStr]>, other: &Constraints<'_>| {
            values.is_some_and(|values| !values.iter().any(|value| other.allows(&value.value())))
        };
        let (first, second) = self.names();
        (none_left(self.one.values, &self.two) || none_left(self.two.values, &self.one))
            .then_some(Problem::NoValueLeft { first, second })
    }

    fn check_items(&self) -> Option<Problem> {
        let mut pairs = self.one.each.iter().flat_map(|one| self.two.each.iter().map(move |two| (one, two)));
        pairs.find_map(|(one, two)| conflict(&one.kind, &two.kind))
    }
}

/// Returns the values of `one_of` that the other rule forbids.
pub(super) fn unreachable_values<'a>(one_of: &'a RuleKind, other: &RuleKind) -> Vec<&'a LitStr> {
    let other = constraints(other);
    let values = constraints(one_of).values.unwrap_or_default();
    values.iter().filter(|value| !other.allows(&value.value())).collect()
}

/// Returns `true` if no value is of both kinds.
fn disjoint(one: Kind, two: Kind) -> bool {
    match (one, two) {
        (Kind::Any, _) | (_, Kind::Any) => false,
        (Kind::TextOrList, other) | (other, Kind::TextOrList) => other == Kind::Number,
        (Kind::Number | Kind::Text | Kind::List, Kind::Number | Kind::Text | Kind::List) => one != two,
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "numbers",
        Kind::Text => "texts",
        Kind::TextOrList => "texts and lists",
        Kind::List => "lists",
        Kind::Any => "values",
    }
}

type Ends = (Option<Literal>, Option<Literal>);

/// The ends that keep both, or those of the one that is there.
fn both(one: Option<Ends>, two: Option<Ends>) -> Option<Ends> {
    let ((min, max), (other_min, other_max)) = match (one, two) {
        (Some(one), Some(two)) => (one, two),
        (Some(ends), None) | (None, Some(ends)) => return Some(ends),
        (None, None) => return None,
    };
    Some((pick(min, other_min, Ordering::Greater), pick(max, other_max, Ordering::Less)))
}

fn pick(one: Option<Literal>, two: Option<Literal>, wanted: Ordering) -> Option<Literal> {
    match (one, two) {
        (Some(one), Some(two)) => Some(if compare(one, two) == wanted { one } else { two }),
        (end, None) | (None, end) => end,
    }
}

/// The first character that base64 does not have.
fn not_base64(text: &str) -> Option<char> {
    text.chars().find(|character| !character.is_ascii_alphanumeric() && !matches!(character, '+' | '/' | '='))
}
