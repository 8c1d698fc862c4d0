//! `Violation`: a broken rule, as data and as one readable line.

mod level;
mod message;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::{self, Vec};
use alloc::{format, vec as list};
use core::fmt;
use core::slice;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use self::message::Message;
use crate::text::OneLine;

pub use self::level::{Level, ParseLevelError};
pub use self::message::Unit;
pub(crate) use self::message::{Found, Rule};

/// A broken rule: its place in the event, its code, and the value that breaks it.
///
/// `Display` writes one line. The text may change between versions, [`rule`](Self::rule) does not.
///
/// ```text
/// /output_index: found 9914.45, expected a whole number (strict rule `index`)
/// ```
///
/// A rule of your own, in `#[event(with(path))]` or a hand-written [`Validate`](crate::Validate), creates one with
/// [`new`](Self::new), or from a string if it needs no code:
///
/// ```
/// use response_event::Violation;
///
/// fn multiple_of_eight(width: &u32) -> Result<(), Violation> {
///     if width % 8 == 0 { Ok(()) } else { Err(Violation::new("alignment", format!("{width} is not a multiple of 8"))) }
/// }
///
/// fn spelled_out(name: &str) -> Result<(), &'static str> {
///     if name.contains('&') { Err("write `and` instead of `&`") } else { Ok(()) }
/// }
/// # assert!(multiple_of_eight(&16).is_ok() && multiple_of_eight(&15).is_err());
/// # assert!(spelled_out("a and b").is_ok() && spelled_out("a & b").is_err());
/// ```
///
/// It serializes as an object: `pointer`, `rule`, `level`, `found` (a string or `null`) and `message`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    pointer: String,
    level: Level,
    rule: Rule,
    found: Option<String>,
}

impl Violation {
    /// Creates a violation of a rule of your own.
    ///
    /// `code` identifies the rule in programs, in snake case like the built-in codes. `message` is for people: lowercase,
    /// without a full stop. The level is set later, to that of the rule that reports the violation.
    pub fn new(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            pointer: String::new(),
            level: Level::Contract,
            rule: Rule::Custom { code, message: message.into() },
            found: None,
        }
    }

    /// Sets the JSON pointer from the checked value to the wrong part of it, such as `/usage/total_tokens`. The default is
    /// the value itself.
    #[must_use]
    pub fn at(mut self, pointer: &str) -> Self {
        self.pointer.clear();
        if !pointer.is_empty() && !pointer.starts_with('/') {
            self.pointer.push('/');
        }
        self.pointer.push_str(pointer);
        self
    }

    pub(crate) fn built_in(rule: Rule, found: Found<'_>) -> Self {
        Self { pointer: String::new(), level: Level::Contract, rule, found: found.into_text() }
    }

    /// Puts `path` before the pointer and sets the level.
    pub(crate) fn locate(&mut self, path: &str, level: Level) {
        self.pointer.insert_str(0, path);
        self.level = level;
    }

    /// Returns the JSON pointer (RFC 6901) from the event to the value, such as `/output/0/id`. It is empty for the event
    /// itself.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the stable code of the rule: its name in `#[event(…)]` (`index`, `non_empty`, `len`, `range`, `integer`,
    /// `base64`, `prefix`, `one_of`, `required`), the code given to [`new`](Self::new), or `custom`.
    pub fn rule(&self) -> &'static str {
        self.rule.code()
    }

    /// Returns the level of the rule.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Returns the value that breaks the rule: a number as JSON text; text in quotes, escaped and cut to 32 characters; a
    /// length as `0 characters` or `3 items`; for `base64` the first wrong character and its offset in bytes. `None` if
    /// nothing was found (`required`) and for rules of your own.
    pub fn found(&self) -> Option<&str> {
        self.found.as_deref()
    }

    /// Returns the message without pointer and code: `found 9914.45, expected a whole number`, or the message given to
    /// [`new`](Self::new).
    pub fn message(&self) -> impl fmt::Display + '_ {
        Message { rule: &self.rule, found: self.found() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            // The key of a map may hold anything; a violation stays one line.
            write!(f, "{}: ", OneLine(&self.pointer))?;
        }
        write!(f, "{} ({} rule `{}`)", self.message(), self.level, self.rule())
    }
}

impl core::error::Error for Violation {}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Violation", 5)?;
        object.serialize_field("pointer", self.pointer())?;
        object.serialize_field("rule", self.rule())?;
        object.serialize_field("level", &self.level)?;
        object.serialize_field("found", &self.found)?;
        object.serialize_field("message", &format!("{}", self.message()))?;
        object.end()
    }
}

/// Creates a violation with the code `custom`.
impl From<&'static str> for Violation {
    fn from(message: &'static str) -> Self {
        Self::new("custom", message)
    }
}

/// Creates a violation with the code `custom`.
impl From<String> for Violation {
    fn from(message: String) -> Self {
        Self::new("custom", message)
    }
}

/// All violations of a value, at least one, in the order of the fields and their rules.
///
/// `Display` joins the lines with `; `. It serializes as a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violations(Vec<Violation>);

#[allow(clippy::len_without_is_empty)] // it never is
impl Violations {
    /// Returns `Ok` if there are no violations.
    ///
    /// ```
    /// use response_event::{Violation, Violations};
    ///
    /// /// A rule across fields that may find more than one mistake.
    /// fn distinct(ids: &[String]) -> Result<(), Violations> {
    ///     let repeated = ids.iter().enumerate().filter(|&(index, id)| ids[..index].contains(id));
    ///     Violations::collect(repeated.map(|(index, _)| Violation::new("distinct", "the id is not new").at(&format!("/{index}"))))
    /// }
    ///
    /// assert!(distinct(&["a".into(), "b".into()]).is_ok());
    /// assert_eq!(distinct(&["a".into(), "b".into(), "a".into(), "b".into()]).unwrap_err().len(), 2);
    /// ```
    ///
    /// # Errors
    ///
    /// The violations, if there is at least one.
    pub fn collect(violations: impl IntoIterator<Item = Violation>) -> Result<(), Self> {
        let violations: Vec<_> = violations.into_iter().collect();
        if violations.is_empty() { Ok(()) } else { Err(Self(violations)) }
    }

    /// Returns an iterator over the violations, in order.
    pub fn iter(&self) -> slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// Returns the number of violations, 1 or more.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Violations {}

impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Self(list![violation])
    }
}

/// Creates a violation with the code `custom`.
impl From<&'static str> for Violations {
    fn from(message: &'static str) -> Self {
        Violation::from(message).into()
    }
}

/// Creates a violation with the code `custom`.
impl From<String> for Violations {
    fn from(message: String) -> Self {
        Violation::from(message).into()
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        self.0.extend(violations);
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'v> IntoIterator for &'v Violations {
    type Item = &'v Violation;
    type IntoIter = slice::Iter<'v, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
