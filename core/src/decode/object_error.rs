//! Faults of an object itself: its `type` and the names of its fields. Every message about them is here.

use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, Expected};

use crate::shape::{Shape, Tags};
use crate::text::{Alternatives, Excerpt, edit_distance};

/// A fault of an object, apart from the values of its fields.
pub(crate) enum ObjectError<'a> {
    MissingType { shape: &'a Shape },
    WrongType { found: &'a str, shape: &'a Shape },
    UnknownType { found: &'a str, shape: &'a Shape },
    MissingField { name: &'a str },
    DuplicateMember { name: &'a str },
    UnknownField { found: &'a str, shape: &'a Shape },
    NamelessField,
}

impl fmt::Display for ObjectError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingType { shape } => {
                f.write_str("missing field `type`")?;
                match shape.tags {
                    Tags::Event(_) => write!(f, ", expected {}", *shape as &dyn Expected),
                    Tags::Family { .. } | Tags::Untagged => Ok(()),
                }
            }
            Self::WrongType { found, shape } => {
                write!(f, "found the type `{}`, expected ", Excerpt::new(found))?;
                Expected::fmt(*shape, f)
            }
            Self::UnknownType { found, shape } => {
                write!(f, "unknown type `{}`", Excerpt::new(found))?;
                let near = near_tags(found, shape);
                if !near.is_empty() {
                    return write!(f, "; did you mean {}?", Alternatives(&near));
                }
                let mut known = Vec::new();
                shape.each_tag(&mut |tag| known.push(tag));
                match &*known {
                    [] => Ok(()),
                    // More would hide the rest of the message.
                    [_, _, _, _, _, _, _, ..] => write!(f, ", expected one of {} known types", known.len()),
                    known => write!(f, ", expected {}", Alternatives(known)),
                }
            }
            Self::MissingField { name } => write!(f, "missing field `{name}`"),
            Self::DuplicateMember { name } => write!(f, "duplicate field `{}`", Excerpt::new(name)),
            Self::UnknownField { found, shape } => {
                write!(f, "unknown field `{}`, expected ", Excerpt::new(found))?;
                match shape.names() {
                    [] => f.write_str("none"),
                    ["type"] => f.write_str("only `type`"),
                    fields => Alternatives(fields).fmt(f),
                }
            }
            Self::NamelessField => f.write_str(
                "a format without names cannot hold an event of unknown type; use one with names, such as JSON or CBOR",
            ),
        }
    }
}

/// A fault as the error of any format.
#[cold]
pub(crate) fn fault<E: de::Error>(fault: &ObjectError<'_>) -> E {
    E::custom(fault)
}

/// The words after "expected" where no value fits at all.
impl Expected for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.tags {
            Tags::Event([tag]) => write!(f, "an object with `\"type\": \"{tag}\"`"),
            Tags::Event([tag, aliases @ ..]) => {
                write!(f, "an object with `\"type\": \"{tag}\"` (or {})", Alternatives(aliases))
            }
            Tags::Event([]) | Tags::Family { .. } => f.write_str("an object with a `type`"),
            Tags::Untagged => f.write_str("an object"),
        }
    }
}

/// The tags of `shape` that `found` may be a misspelling of, nearest first, three at most.
fn near_tags(found: &str, shape: &Shape) -> Vec<&'static str> {
    let mut near = Vec::new();
    if found.len() <= Excerpt::LONG {
        shape.each_tag(&mut |tag| {
            let most = 1 + tag.len() / 8;
            // A difference in length is a distance already.
            if found.len().abs_diff(tag.len()) <= most {
                let distance = edit_distance(found, tag);
                if distance <= most {
                    near.push((distance, tag));
                }
            }
        });
    }
    near.sort_unstable();
    near.into_iter().map(|(_, tag)| tag).take(3).collect()
}
