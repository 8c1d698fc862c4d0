//! The facts about a type that the decoder has before it reads: names, tags, and the place of unknown fields.

mod distinct;
mod names;
mod table;
mod type_list;
mod variants;

use alloc::boxed::Box;

use crate::responses_api;

use self::names::is_plain;

pub use self::names::Names;
pub use self::type_list::TypeList;
pub use self::variants::Variants;

/// The facts about an event or a family, written by the derive as a constant.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Name of the struct or enum, as serde formats show it.
    pub name: &'static str,
    /// Every name that is read.
    pub names: Names,
    /// The number of fields, without `type` and without aliases.
    pub len: usize,
    /// The index of the field that each alias names.
    pub aliases: &'static [usize],
    /// An object without `type` is read, too: the value remembers that it had none.
    pub may_lack_type: bool,
    /// The order in which the fields are wanted.
    pub order: FieldOrder,
    /// The fate of a field that no name fits.
    pub unknown: UnknownFields,
    /// The values of `type`.
    pub tags: Tags,
    /// The types that end or fail a stream; `None` for the part of an event.
    pub endings: Option<&'static Endings>,
}

/// The order in which a type wants its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldOrder {
    /// Any: each is known by its name.
    Any,
    /// `type` before all others, wherever it is: it says which type reads them.
    TypeFirst,
    /// The order in which they are written.
    AsWritten,
}

/// The types of the events that end a stream, and of those that report its failure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Endings {
    /// The types of final events.
    pub terminal: &'static [&'static str],
    /// The types of events that report a failure.
    pub failure: &'static [&'static str],
}

impl Endings {
    /// Those of the Responses API.
    pub const RESPONSES_API: &'static Self =
        &Self { terminal: responses_api::TERMINAL_TYPES, failure: responses_api::FAILURE_TYPES };
}

/// The fate of a field that no name fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownFields {
    /// It is skipped.
    Ignore,
    /// It is an error.
    Deny,
    /// It goes into the field with `#[serde(flatten)]`, whose type reads it.
    Keep,
    /// It goes into the field with `#[serde(flatten)]`, as text.
    KeepText,
}

/// The values of `type` that a shape reads.
#[derive(Clone, Copy)]
pub enum Tags {
    /// The tag of an event, then its aliases.
    Event(&'static [&'static str]),
    /// The variants of a family, without the one for unknown events.
    Family {
        /// In their order.
        variants: &'static Variants,
        /// A variant of its own keeps the events that no other reads.
        keeps_unknown: bool,
        /// The variant of objects without `type`.
        without_type: Option<WithoutType>,
    },
    /// There is no tag: `type` is a member like any other.
    Untagged,
}

impl Shape {
    /// The shape that generated code for an erroneous item points to; never read.
    pub const STUB: Self = Self {
        name: "",
        names: Names::new(&[]),
        len: 0,
        aliases: &[],
        may_lack_type: false,
        order: FieldOrder::Any,
        unknown: UnknownFields::Ignore,
        tags: Tags::Event(&[]),
        endings: None,
    };

    /// Any event: a family that has no variants and keeps what it does not know.
    pub(crate) const ANY: &Self = &Self {
        name: "UnknownEvent",
        order: FieldOrder::TypeFirst,
        tags: Tags::Family { variants: &Variants::new([]), keeps_unknown: true, without_type: None },
        endings: Some(Endings::RESPONSES_API),
        ..Self::STUB
    };

    /// Returns `true` if the object has a `type`.
    pub(crate) const fn is_tagged(&self) -> bool {
        !matches!(self.tags, Tags::Untagged)
    }

    /// Every name that is read: `type`, if there is a tag, the fields, and their aliases.
    pub(crate) fn names(&self) -> &'static [&'static str] {
        match self.names.as_slice() {
            [_, names @ ..] if !self.is_tagged() => names,
            names => names,
        }
    }

    /// The fields of a format without names: `type`, if there is a tag, and the others in their order.
    pub(crate) fn places(&self) -> &'static [&'static str] {
        let len = usize::from(self.is_tagged()) + self.len;
        self.names().get(..len).unwrap_or_default()
    }

    /// The name at an index that [`field`](Self::field) returned.
    pub(crate) fn field_name(&self, index: usize) -> &'static str {
        self.names.as_slice().get(index + 1).unwrap_or(&"")
    }

    /// Returns the name that is expected at an index, that of a field or behind them an alias, if it can be compared with JSON
    /// text as it is.
    #[inline]
    pub(crate) fn plain_name(&self, index: usize) -> Option<&'static str> {
        self.names.plain(index + 1)
    }

    /// Returns the tag that an event may be told by before its other fields, if it can be compared with JSON text as it is.
    pub(crate) const fn plain_tag(&self) -> Option<&'static str> {
        match (self.order, self.tag()) {
            (FieldOrder::Any, Some(tag)) if is_plain(tag) => Some(tag),
            _ => None,
        }
    }

    /// The index of the field that is named at an index.
    #[inline]
    pub(crate) fn field(&self, index: usize) -> usize {
        match index.checked_sub(self.len) {
            None => index,
            Some(alias) => self.aliases.get(alias).copied().unwrap_or(index),
        }
    }

    /// The place of `name` among the names: 0 is `type`, the place of a field is one more than its index, and the aliases are
    /// behind them.
    #[inline]
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.names.position(name)
    }

    /// The variant that reads `tag` and the tag itself; an event is its own only variant.
    pub(crate) fn variant(&self, tag: &str) -> Option<(usize, &'static str)> {
        match &self.tags {
            Tags::Event(tags) => tags.iter().find(|known| **known == tag).map(|known| (0, *known)),
            Tags::Family { variants, .. } => variants.find(tag),
            Tags::Untagged => None,
        }
    }

    /// The variant that an object without `type` is, and its tag, if `has_field` says that the object has the right field.
    #[cold]
    pub(crate) fn variant_without_type(&self, has_field: &dyn Fn(&str) -> bool) -> Option<(usize, &'static str)> {
        let Tags::Family { variants, without_type, .. } = &self.tags else { return None };
        match without_type {
            Some(WithoutType { variant, field }) if has_field(field) => {
                Some((*variant, variants.get(*variant)?.tag()?))
            }
            _ => variants
                .shapes()
                .iter()
                .enumerate()
                .find_map(|(index, shape)| Some((index, shape.variant_without_type(has_field)?.1))),
        }
    }

    /// The tag an event is written with; `None` for a family.
    const fn tag(&self) -> Option<&'static str> {
        match &self.tags {
            Tags::Event([tag, ..]) => Some(tag),
            Tags::Event([]) | Tags::Family { .. } | Tags::Untagged => None,
        }
    }

    /// Returns the tag that the event of `tag`, which may be an alias, is written with.
    pub(crate) fn canonical_tag(&self, tag: &str) -> Option<&'static str> {
        match &self.tags {
            Tags::Event(tags) if tags.contains(&tag) => self.tag(),
            Tags::Family { variants, .. } => variants.get(variants.find(tag)?.0)?.canonical_tag(tag),
            Tags::Event(_) | Tags::Untagged => None,
        }
    }

    /// Calls `visit` with every tag that is read, canonical ones and aliases.
    pub(crate) fn each_tag(&self, visit: &mut dyn FnMut(&'static str)) {
        match &self.tags {
            Tags::Event(tags) => tags.iter().for_each(|tag| visit(tag)),
            Tags::Family { variants, .. } => {
                variants.shapes().iter().for_each(|shape| shape.each_tag(visit));
            }
            Tags::Untagged => {}
        }
    }
}

/// The variant that an object without `type` is.
#[derive(Clone, Copy)]
pub struct WithoutType {
    /// The index of the variant, an event.
    pub variant: usize,
    /// The field that the object must have.
    pub field: &'static str,
}

/// An event that remembers that its object had no `type`, and is then written without one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an object without `type`",
    label = "would be written with a `type`",
    note = "write `#[event(had_no_type)]` on a `bool` field of `{Self}`"
)]
pub trait MayLackType {}

#[diagnostic::do_not_recommend]
impl<T: MayLackType> MayLackType for Box<T> {}

/// Asserts that a variant may be read from an object without `type`.
#[inline]
pub fn assert_may_lack_type<T: MayLackType>() {}

#[cfg(test)]
mod tests {
    use super::*;

    const fn event(tags: &'static [&'static str]) -> Shape {
        Shape { tags: Tags::Event(tags), ..Shape::STUB }
    }

    const fn family(variants: &'static Variants) -> Shape {
        Shape { tags: Tags::Family { variants, keeps_unknown: false, without_type: None }, ..Shape::STUB }
    }

    #[test]
    fn a_family_finds_each_tag_and_alias_and_nothing_else() {
        const NESTED: &Shape = &family(&Variants::new([&event(&["inner"])]));
        const FAMILY: &Shape =
            &family(&Variants::new([&event(&["aa", "older"]), &event(&["bb"]), NESTED, &event(&["dd"])]));
        for (tag, index) in [("aa", 0), ("older", 0), ("bb", 1), ("inner", 2), ("dd", 3)] {
            assert_eq!(FAMILY.variant(tag), Some((index, tag)));
        }
        for tag in ["", "a", "ee", "cccc", "AA", "older "] {
            assert_eq!(FAMILY.variant(tag), None, "{tag}");
        }
    }

    #[test]
    fn a_field_is_found_in_any_order_and_by_its_aliases() {
        let shape = Shape { names: Names::new(&["type", "a", "b", "c"]), len: 2, aliases: &[0], ..Shape::STUB };
        for (name, place) in [("a", Some(1)), ("b", Some(2)), ("c", Some(3)), ("type", Some(0)), ("", None)] {
            assert_eq!(shape.position(name), place, "{name}");
        }
        assert_eq!([0, 1, 2, 3].map(|index| shape.field(index)), [0, 1, 0, 3]);
        assert_eq!([0, 2, 3].map(|index| shape.plain_name(index)), [Some("a"), Some("c"), None]);
        assert_eq!([0, 1, 2].map(|index| shape.field_name(index)), ["a", "b", "c"]);
        assert_eq!(shape.places(), ["type", "a", "b"]);
        assert_eq!(shape.names(), ["type", "a", "b", "c"]);
        let untagged = Shape { names: Names::new(&["", "a", "c"]), len: 1, tags: Tags::Untagged, ..Shape::STUB };
        assert_eq!(untagged.places(), ["a"]);
        assert_eq!(untagged.names(), ["a", "c"]);
    }
}
