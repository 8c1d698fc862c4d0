//! What a rule demands of a value, and when no value can keep two rules.

use std::cmp::Ordering;

use syn::LitStr;

use crate::diag::Problem;
use crate::model::{Literal, Rule, RuleKind};
use crate::rule::{compare, describe, approximate};
use crate::syntax::list::text;

/// The values that a rule is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
    TextOrList,
    List,
    Any,
}

/// What a rule demands, as far as two rules can contradict one another.
struct Demand<'a> {
    kind: Kind,
    length: Option<(u64, u64)>,
    number: Option<(Option<Literal>, Option<Literal>)>,
    whole: bool,
    prefix: Option<String>,
    base64: bool,
    values: Option<&'a [LitStr]>,
    each: &'a [Rule],
}

fn demand(rule: &RuleKind) -> Demand<'_> {
    let any = Demand {
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
        RuleKind::Index => Demand {
            kind: Kind::Number,
            number: Some((Some(Literal::Whole(0)), None)),
            whole: true,
            ..any
        },
        RuleKind::NonEmpty => Demand {
            kind: Kind::TextOrList,
            length: Some((1, u64::MAX)),
            ..any
        },
        RuleKind::Len { min, max } => Demand {
            kind: Kind::TextOrList,
            length: Some((min.unwrap_or(0), max.unwrap_or(u64::MAX))),
            ..any
        },
        RuleKind::Range { min, max } => Demand {
            kind: Kind::Number,
            number: Some((*min, *max)),
            ..any
        },
        RuleKind::Integer => Demand {
            kind: Kind::Number,
            whole: true,
            ..any
        },
        RuleKind::Base64 => Demand {
            kind: Kind::Text,
            base64: true,
            ..any
        },
        RuleKind::Prefix(prefix) => {
            let prefix = prefix.value();
            let length = prefix.chars().count() as u64;
            Demand {
                kind: Kind::Text,
                length: Some((length, u64::MAX)),
                prefix: Some(prefix),
                ..any
            }
        }
        RuleKind::OneOf(values) => Demand {
            kind: Kind::Text,
            values: Some(values),
            ..any
        },
        RuleKind::Each(rules) => Demand {
            kind: Kind::List,
            each: rules,
            ..any
        },
        RuleKind::Required | RuleKind::Nested | RuleKind::With(_) => any,
    }
}

impl Demand<'_> {
    /// Whether a text can be among those that the rule allows.
    fn allows(&self, value: &str) -> bool {
        let length = value.chars().count() as u64;
        self.length.is_none_or(|(min, max)| (min..=max).contains(&length))
            && self.prefix.as_ref().is_none_or(|prefix| value.starts_with(prefix.as_str()))
            && (!self.base64 || not_base64(value).is_none())
            && self.values.is_none_or(|values| values.iter().any(|other| other.value() == value))
    }
}

/// The reason why no value keeps both rules, if there is one.
pub(super) fn conflict(first: &RuleKind, second: &RuleKind) -> Option<Problem> {
    let (one, two) = (demand(first), demand(second));
    let names = || (describe(first), describe(second));
    if apart(one.kind, two.kind) {
        let (first, second) = names();
        let (first_type, second_type) = (called(one.kind), called(two.kind));
        return Some(Problem::RulesForOtherTypes { first, first_type, second, second_type });
    }
    if let (Some((min, max)), Some((other_min, other_max))) = (one.length, two.length) {
        if min.max(other_min) > max.min(other_max) {
            let (first, second) = names();
            return Some(Problem::LengthsApart { first, second });
        }
    }
    if let Some((min, max)) = both(one.number, two.number) {
        let least_of = |min: Literal, max: Literal| compare(min, max) == Ordering::Greater;
        if min.zip(max).is_some_and(|(min, max)| least_of(min, max)) {
            let (first, second) = names();
            return Some(Problem::RangesApart { first, second });
        }
        let whole = one.whole || two.whole;
        let gap = |min: Literal, max: Literal| approximate(min).ceil() > approximate(max).floor();
        if whole && min.zip(max).is_some_and(|(min, max)| gap(min, max)) {
            let (first, second) = names();
            return Some(Problem::NoWholeNumber { first, second });
        }
    }
    if let (Some(prefix), Some(other)) = (&one.prefix, &two.prefix) {
        if !prefix.starts_with(other.as_str()) && !other.starts_with(prefix.as_str()) {
            let (first, second) = names();
            return Some(Problem::PrefixesApart { first, second });
        }
    }
    let base64_prefix = match (first, second) {
        (RuleKind::Prefix(prefix), RuleKind::Base64) | (RuleKind::Base64, RuleKind::Prefix(prefix)) => Some(prefix),
        _ => None,
    };
    if let Some(prefix) = base64_prefix {
        let character = not_base64(&prefix.value())?;
        return Some(Problem::PrefixNotBase64 { prefix: text(prefix), character });
    }
    for (values, other) in [(one.values, &two), (two.values, &one)] {
        if values.is_some_and(|values| !values.iter().any(|value| other.allows(&value.value()))) {
            let (first, second) = names();
            return Some(Problem::NoValueLeft { first, second });
        }
    }
    let mut pairs = one.each.iter().flat_map(|one| two.each.iter().map(move |two| (one, two)));
    pairs.find_map(|(one, two)| conflict(&one.kind, &two.kind))
}

/// The values of `one_of` that the other rule forbids.
pub(super) fn dead<'a>(one_of: &'a RuleKind, other: &RuleKind) -> Vec<&'a LitStr> {
    let other = demand(other);
    let values = demand(one_of).values.unwrap_or_default();
    values.iter().filter(|value| !other.allows(&value.value())).collect()
}

fn apart(one: Kind, two: Kind) -> bool {
    match (one, two) {
        (Kind::Any, _) | (_, Kind::Any) => false,
        (Kind::TextOrList, other) | (other, Kind::TextOrList) => other == Kind::Number,
        (
            Kind::Number | Kind::Text | Kind::List,
            Kind::Number | Kind::Text | Kind::List,
        ) => one != two,
    }
}

fn called(kind: Kind) -> &'static str {
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
    Some((
        pick(min, other_min, Ordering::Greater),
        pick(max, other_max, Ordering::Less),
    ))
}

fn pick(one: Option<Literal>, two: Option<Literal>, wanted: Ordering) -> Option<Literal> {
    match (one, two) {
        (Some(one), Some(two)) => Some(if compare(one, two) == wanted { one } else { two }),
        (end, None) | (None, end) => end,
    }
}

/// The first character that neither alphabet of base64 has.
fn not_base64(text: &str) -> Option<char> {
    text.chars().find(|character| {
        !character.is_ascii_alphanumeric() && !matches!(character, '+' | '/' | '-' | '_' | '=')
    })
}
