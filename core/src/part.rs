//! The parts of an event that have a `type` themselves, such as output items and annotations, and families of them.

use alloc::boxed::Box;

use crate::validate::Validate;

/// A struct that is part of an event: a JSON object with a constant `type`, without a place in a stream.
///
/// Derive it with `#[derive(ResponseEvent)]` and `#[event(part)]`; the derive also implements [`Validate`], serde's
/// `Serialize` and `Deserialize`, and [`Decode`](crate::Decode).
///
/// ```
/// use response_event::{EventPart, ResponseEvent, Validate};
///
/// #[derive(Debug, PartialEq, ResponseEvent)]
/// #[event(part, type = "container_file_citation")]
/// struct Citation {
///     #[event(non_empty)]
///     file_id: String,
/// }
///
/// let citation: Citation = response_event::from_str(r#"{"type":"container_file_citation","file_id":"cf_1"}"#)?;
/// assert_eq!(Citation::TYPE, "container_file_citation");
/// assert!(citation.validate().is_ok());
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a part of an event",
    label = "this type does not implement `EventPart`",
    note = "write `#[derive(ResponseEvent)]` and `#[event(part, type = \"…\")]` on the struct"
)]
pub trait EventPart: Validate {
    /// The value of the field `type`.
    const TYPE: &'static str;

    /// Older values of `type` that are read as this part; [`TYPE`](Self::TYPE) is what is written.
    const ALIASES: &'static [&'static str] = &[];
}

#[diagnostic::do_not_recommend]
impl<P: EventPart> EventPart for Box<P> {
    const TYPE: &'static str = P::TYPE;
    const ALIASES: &'static [&'static str] = P::ALIASES;
}

/// An enum whose variants each hold one part of an event, decoded by the value of `type` in one pass.
///
/// Derive it with `#[derive(EventFamily)]` and `#[event(part)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a family of parts",
    label = "this type does not implement `PartFamily`",
    note = "write `#[derive(EventFamily)]` and `#[event(part)]` on the enum"
)]
pub trait PartFamily: Validate {
    /// The `type` of every part the family knows, in the order of the variants; aliases are not listed.
    const TYPES: &'static [&'static str];

    /// Returns the `type` this part is written with.
    fn part_type(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<F: PartFamily> PartFamily for Box<F> {
    const TYPES: &'static [&'static str] = F::TYPES;

    fn part_type(&self) -> &str {
        (**self).part_type()
    }
}
