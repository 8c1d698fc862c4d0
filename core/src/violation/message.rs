//! The built-in rules and every message about a broken one.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::base64::first_bad_offset;
use crate::number::{Number, NumericValue};
use crate::text::{Alternatives, Excerpt};

/// A rule that a value can break.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Rule {
    /// The contract part of `index`.
    NotNegative,
    /// The strict part of `index`.
    WholeIndex,
    NonEmpty,
    Len {
        min: Option<u64>,
        max: Option<u64>,
    },
    Range {
        min: Option<Number>,
        max: Option<Number>,
    },
    Integer,
    Base64,
    Prefix(&'static str),
    OneOf(&'static [&'static str]),
    Required,
    /// A user-defined rule and its message.
    Custom {
        code: &'static str,
        message: Cow<'static, str>,
    },
}

impl Rule {
    /// Returns the name in `#[event(…)]`, which is stable, or the code of a user-defined rule.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::NotNegative | Self::WholeIndex => "index",
            Self::NonEmpty => "non_empty",
            Self::Len { .. } => "len",
            Self::Range { .. } => "range",
            Self::Integer => "integer",
            Self::Base64 => "base64",
            Self::Prefix(_) => "prefix",
            Self::OneOf(_) => "one_of",
            Self::Required => "required",
            Self::Custom { code, .. } => code,
        }
    }
}

/// The offending part of a value. It becomes text only when a violation is created.
#[derive(Clone, Copy)]
pub(crate) enum Found<'v> {
    Nothing,
    Number(NumericValue),
    Text(&'v str),
    Length(u64, Unit),
    /// Text that is not base64.
    BadBase64(&'v str),
}

impl Found<'_> {
    pub(super) fn into_text(self) -> Option<String> {
        Some(match self {
            Self::Nothing => return None,
            Self::Number(reading) => format!("{reading}"),
            Self::Text(text) => format!("{:?}", Excerpt::short(text)),
            Self::Length(1, Unit::Characters) => String::from("1 character"),
            Self::Length(1, Unit::Items) => String::from("1 item"),
            Self::Length(length, Unit::Characters) => format!("{length} characters"),
            Self::Length(length, Unit::Items) => format!("{length} items"),
            Self::BadBase64(text) => {
                let offset = first_bad_offset(text.as_bytes());
                match text.get(offset..).and_then(|rest| rest.chars().next()) {
                    Some(bad) => format!("{bad:?} at byte {offset}"),
                    None => format!("the end at byte {offset}"),
                }
            }
        })
    }
}

/// The unit that a [`Length`](crate::rule::Length) counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode scalar values of a text.
    Characters,
    /// Items of a list, or entries of a map.
    Items,
}

/// The message of a violation, without its pointer and code.
pub(super) struct Message<'v> {
    pub(super) rule: &'v Rule,
    pub(super) found: Option<&'v str>,
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, found } = self;
        if let Rule::Custom { message, .. } = rule {
            return f.write_str(message);
        }
        write!(f, "found {}, expected ", found.unwrap_or("nothing"))?;
        match rule {
            Rule::NotNegative => f.write_str("0 or more"),
            Rule::WholeIndex | Rule::Integer => f.write_str("a whole number"),
            Rule::NonEmpty => f.write_str("at least one"),
            Rule::Len { min, max } => bounds(f, min.as_ref(), max.as_ref()),
            Rule::Range { min, max } => bounds(f, min.as_ref(), max.as_ref()),
            Rule::Base64 => f.write_str("base64 (standard alphabet, padded)"),
            Rule::Prefix(prefix) => write!(f, "text that starts with {prefix:?}"),
            Rule::OneOf(choices) => write!(f, "{:?}", Alternatives(choices)),
            Rule::Required => f.write_str("a value"),
            // Has a message of its own, written above.
            Rule::Custom { .. } => Ok(()),
        }
    }
}

fn bounds<T: fmt::Display + PartialEq>(f: &mut fmt::Formatter<'_>, min: Option<&T>, max: Option<&T>) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) if min == max => write!(f, "exactly {min}"),
        (Some(min), Some(max)) => write!(f, "{min} to {max}"),
        (Some(min), None) => write!(f, "at least {min}"),
        (None, Some(max)) => write!(f, "at most {max}"),
        (None, None) => f.write_str("a number"),
    }
}
