//! The fields of one object, read into the slots of the generated code: the decoder's hot path.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Error as _, IgnoredAny};

use super::buffered::{Buffered, BufferedSeed};
use super::key::{AnyKey, AnyName, END, Key, KeyForm, ShapeKey, UNKNOWN};
use super::missing::Missing;
use super::object_access::ObjectAccess;
use super::object_error::{ObjectError, fault};
use super::tag::{FoundTag, TagSeed};
use crate::field::ReadField;
use crate::json::ObjectText;
use crate::shape::{Shape, Tags};

/// The fields of an object that is an event, as an [`ObjectAccess`] gives them.
///
/// The code of a family asks [`variant`](Self::variant) which event it is; the code of an event lets
/// [`read_all`](Self::read_all) fill its slots, and then [`require`](Self::require) those of required fields. The tag is read
/// and checked here, wherever it stands.
pub struct FieldReader<'de, A: ObjectAccess<'de>> {
    pub(super) map: A,
    /// Of the event, or of the family until the variant is known.
    pub(super) shape: &'static Shape,
    /// The index of the member that comes next if all come in order: one more than that of the last.
    pub(super) expected: usize,
    /// The tag, once it is known.
    tag: Option<&'static str>,
    /// A tag that no variant reads.
    unknown_tag: Option<Cow<'de, str>>,
    /// The field `type` was met; the tag may be known from a look ahead instead.
    tag_met: bool,
    /// The object has no `type`, and is known by another field.
    without_type: bool,
    form: KeyForm,
    /// The whole JSON text of the object, where it is at hand: unknown events keep it to the byte.
    source: Option<&'de str>,
    /// The name of the member that no name fits and that was met last, if the shape keeps such members.
    kept: Option<Cow<'de, str>>,
    /// State that few inputs need.
    lookahead: Option<Box<Lookahead<'de>>>,
    /// The first reason why a slot stays empty: generated code asks for it once.
    error: Option<A::Error>,
    /// The member whose value the error is in.
    error_in: Option<&'static str>,
}

/// The place of the value of one field.
pub trait Slot<'de, A: ObjectAccess<'de>> {
    /// Reads the value of the field whose key was taken last.
    ///
    /// # Errors
    ///
    /// If the value is not of the field's type, or the field was there before.
    fn read(&mut self, fields: &mut FieldReader<'de, A>) -> Result<(), A::Error>;
}

/// The slots of an object, in the order of its fields. The loop over the fields calls them through these pointers, so it is
/// compiled once for each format, and not for each event.
pub type Slots<'a, 's, 'de, A> = &'a mut [&'s mut (dyn Slot<'de, A> + 's)];

/// The fields that were read before their turn, and what becomes of them.
#[derive(Default)]
struct Lookahead<'de> {
    /// Fields that came before `type`, none of them `type`.
    buffered: VecDeque<(Cow<'de, str>, Buffered<'de>)>,
    /// The value of the buffered member whose key was taken last.
    value: Option<Buffered<'de>>,
    /// The object has ended: CBOR reads on if it is asked again.
    is_over: bool,
}

/// The name of a member and its value as JSON text.
pub(crate) type NameAndText<'de> = (Cow<'de, str>, Cow<'de, str>);

impl<'de, A: ObjectAccess<'de>> FieldReader<'de, A> {
    pub(super) fn new(map: A, shape: &'static Shape, source: Option<&'de str>) -> Self {
        Self {
            map,
            shape,
            expected: 0,
            tag: None,
            unknown_tag: None,
            // What has no tag is not asked for one.
            tag_met: !shape.is_tagged(),
            without_type: false,
            form: KeyForm::NotYet,
            source,
            kept: None,
            lookahead: None,
            error: None,
            error_in: None,
        }
    }

    /// Takes the tag of an event, where it stands first and as it is written by most servers.
    #[inline]
    pub(super) fn take_first_tag(&mut self, tag: &'static str) {
        if self.map.take_first_type(tag) {
            (self.tag, self.tag_met) = (Some(tag), true);
        }
    }

    /// Reads all fields into their slots, and passes over those that no name fits.
    ///
    /// # Errors
    ///
    /// Those of the input, of `type` and of the fields; also if a field is there twice.
    pub fn read_all(&mut self, slots: Slots<'_, '_, 'de, A>) -> Result<(), A::Error> {
        loop {
            match self.next()? {
                END => return Ok(()),
                index => self.read_one(index, slots)?,
            }
        }
    }

    /// Reads the value of the field at an index that [`next`](Self::next) returned, or passes over it if it has no slot.
    #[inline]
    pub(super) fn read_one(&mut self, index: usize, slots: Slots<'_, '_, 'de, A>) -> Result<(), A::Error> {
        match slots.get_mut(index) {
            Some(slot) => slot.read(self),
            None => self.pass_over(),
        }
    }

    /// Takes the next key and returns the index of its field, [`UNKNOWN`] if no name fits, or [`END`] if there is none.
    ///
    /// The value is then to be read.
    #[inline]
    pub(super) fn next(&mut self) -> Result<usize, A::Error> {
        // The usual case: the fields are in order.
        let index = self.expected;
        if self.lookahead.is_none() {
            if let Some(name) = self.shape.plain_name(index) {
                if self.map.take_key(name) {
                    self.expected = index + 1;
                    return Ok(self.shape.field(index));
                }
            }
        }
        self.next_in_any_order()
    }

    fn next_in_any_order(&mut self) -> Result<usize, A::Error> {
        loop {
            let buffered = if self.lookahead.is_some() { self.next_buffered()? } else { None };
            let key = if let Some(key) = buffered {
                key
            } else {
                let Self { shape, kept, form, .. } = self;
                self.map.next_member(ShapeKey { shape, kept, form })?
            };
            match key {
                Key::TAG => self.meet_tag()?,
                Key::END if self.tag_met => return Ok(END),
                Key::END if self.shape.may_lack_type => {
                    (self.tag_met, self.without_type) = (true, true);
                    return Ok(END);
                }
                Key::END => return Err(fault(&ObjectError::MissingType { shape: self.shape })),
                Key::UNKNOWN => return Ok(UNKNOWN),
                Key(index) => {
                    self.expected = index + 1;
                    return Ok(self.shape.field(index));
                }
            }
        }
    }

    /// Reads the value of the field whose key was taken last into its slot.
    ///
    /// # Errors
    ///
    /// If the value is not what `seed` reads, or the slot is full.
    #[inline]
    pub fn read<S: DeserializeSeed<'de>>(&mut self, slot: &mut Option<S::Value>, seed: S) -> Result<(), A::Error> {
        if slot.is_some() {
            return Err(self.duplicate());
        }
        match self.value(seed) {
            Ok(value) => {
                *slot = Some(value);
                Ok(())
            }
            Err(error) => Err(self.in_current(error)),
        }
    }

    pub(super) fn pass_over(&mut self) -> Result<(), A::Error> {
        // What was buffered was checked when it was read.
        if self.lookahead.as_mut().is_some_and(|lookahead| lookahead.value.take().is_some()) {
            return Ok(());
        }
        self.value(PhantomData::<IgnoredAny>).map(|_| ())
    }

    /// Fills the slot of the member at `index`, if it was not there, with what its type makes of an absent one: `None` for
    /// an `Option`. It stays empty if the member is required.
    #[inline]
    pub fn require<T: ReadField<'de>>(&mut self, slot: &mut Option<T>, index: usize) {
        if slot.is_none() {
            self.absent(slot, index);
        }
    }

    fn absent<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>, index: usize) {
        match T::deserialize(Missing::new(self.shape.field_name(index))) {
            Ok(value) => *slot = Some(value),
            Err(error) => self.keep_first(error),
        }
    }

    /// The same, for a value that is not read by its own `Deserialize`: there is none for an absent member.
    #[inline]
    pub fn require_seed<T>(&mut self, slot: &Option<T>, index: usize) {
        if slot.is_none() {
            self.absent_seed(index);
        }
    }

    #[cold]
    fn absent_seed(&mut self, index: usize) {
        self.keep_first(fault(&ObjectError::MissingField { name: self.shape.field_name(index) }));
    }

    /// Returns the first reason why a slot stays empty.
    #[cold]
    pub fn error(&mut self) -> A::Error {
        // Whoever asks was told that there is one.
        self.error.take().unwrap_or_else(|| A::Error::custom("an error that was told before"))
    }

    pub(super) fn keep_first(&mut self, error: A::Error) {
        self.error.get_or_insert(error);
    }

    /// The index of the variant of a family that the object is, or any other number if no variant reads its `type`.
    /// Fields before `type` are buffered.
    ///
    /// # Errors
    ///
    /// If the input ends or is malformed, or `type` is missing or not a string.
    pub fn variant(&mut self) -> Result<usize, A::Error> {
        let found = match self.tag {
            Some(tag) => self.shape.variant(tag),
            None if self.unknown_tag.is_some() => None,
            None => self.find_tag()?,
        };
        let Tags::Family { variants, keeps_unknown, .. } = &self.shape.tags else { return Ok(UNKNOWN) };
        let index = match found {
            Some((index, _)) => Some(index),
            None if *keeps_unknown => None,
            None => variants.position_that_keeps_unknown(),
        };
        Ok(match index.and_then(|index| Some((index, variants.get(index)?))) {
            Some((index, variant)) => {
                self.shape = variant;
                index
            }
            None => UNKNOWN,
        })
    }

    /// Returns `true` if the object has no `type`, and is known by another field.
    pub fn had_no_type(&self) -> bool {
        self.without_type
    }

    /// Returns what was read, unless a function of the user's refuses it.
    ///
    /// # Errors
    ///
    /// The error of the function.
    pub fn accept<T, E: fmt::Display>(
        &self,
        value: T,
        accept: impl FnOnce(&T) -> Result<(), E>,
    ) -> Result<T, A::Error> {
        match accept(&value) {
            Ok(()) => Ok(value),
            Err(error) => Err(A::Error::custom(error)),
        }
    }

    /// Returns the error of a family that has no variant for unknown events and meets one.
    #[cold]
    pub fn no_variant(&mut self) -> A::Error {
        fault(&ObjectError::UnknownType { found: self.tag_text(), shape: self.shape })
    }

    /// The type and the JSON text of the whole object, as an event that no variant reads.
    ///
    /// # Errors
    ///
    /// If the rest of the input is malformed or, in a binary format, has no form in JSON.
    #[cold]
    pub(crate) fn unknown(&mut self) -> Result<NameAndText<'de>, A::Error> {
        let Some(tag) = self.unknown_tag.clone() else {
            return Err(fault(&ObjectError::MissingType { shape: self.shape }));
        };
        if let Some(source) = self.source {
            while let Some(name) = self.next_name()? {
                drop(name);
                self.map.next_value::<IgnoredAny>()?;
            }
            return Ok((tag, source.trim_ascii().into()));
        }
        let mut json = ObjectText::default();
        while let Some((name, value)) = self.lookahead().buffered.pop_front() {
            json.push(&name, &value.to_json().map_err(A::Error::custom)?);
        }
        json.push_string("type", &tag);
        while let Some(name) = self.next_name()? {
            let value = self.map.next_value_seed(BufferedSeed)?;
            json.push(&name, &value.to_json().map_err(A::Error::custom)?);
        }
        Ok((tag, json.finish().into()))
    }

    /// The next key, whatever the event is.
    fn next_any_key(&mut self) -> Result<Option<AnyName<'de>>, A::Error> {
        if self.lookahead.as_ref().is_some_and(|lookahead| lookahead.is_over) {
            return Ok(None);
        }
        self.map.next_key_seed(AnyKey { form: &mut self.form })
    }

    /// The next key of an event that no variant reads, once its tag was met.
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, A::Error> {
        match self.next_any_key()? {
            None => Ok(None),
            Some(AnyName::Other(name)) => Ok(Some(name)),
            Some(AnyName::Type) => Err(self.duplicate_of("type")),
        }
    }

    /// Buffers the value of the field whose key was taken last, unless it is buffered already: nobody decodes it, so it may be
    /// nested to any depth.
    pub(super) fn buffered_value(&mut self) -> Result<Buffered<'de>, A::Error> {
        match self.lookahead.as_mut().and_then(|lookahead| lookahead.value.take()) {
            Some(value) => Ok(value),
            None => self.map.next_value_seed(BufferedSeed),
        }
    }

    /// The value of the member whose key was taken last.
    #[inline]
    pub(super) fn value<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        if self.lookahead.is_some() {
            return self.value_from_lookahead(seed);
        }
        self.map.next_value_seed(seed)
    }

    #[cold]
    fn value_from_lookahead<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        match self.lookahead.as_mut().and_then(|lookahead| lookahead.value.take()) {
            Some(value) => value.decode::<S, A>(seed),
            None => self.map.next_value_seed(seed),
        }
    }

    /// Takes the next key that was buffered, if there is one.
    #[cold]
    fn next_buffered(&mut self) -> Result<Option<Key>, A::Error> {
        let Self { shape, kept, form, lookahead, .. } = self;
        if let Some((name, value)) = lookahead.as_mut().and_then(|lookahead| lookahead.buffered.pop_front()) {
            if let Some(lookahead) = lookahead {
                lookahead.value = Some(value);
            }
            let seed = ShapeKey { shape, kept, form };
            return seed.find(&name, || name.clone()).map(Some);
        }
        if lookahead.as_ref().is_some_and(|lookahead| lookahead.is_over) {
            return Ok(Some(Key::END));
        }
        self.lookahead = None;
        Ok(None)
    }

    /// The name of the member that [`next`](Self::next) found no name for, if the shape keeps such members.
    pub(super) fn take_kept(&mut self) -> Option<Cow<'de, str>> {
        self.kept.take()
    }

    /// Reads the value of `type`, in an event.
    fn meet_tag(&mut self) -> Result<(), A::Error> {
        if self.tag_met {
            return Err(self.duplicate_of("type"));
        }
        self.tag_met = true;
        if self.tag.is_some() {
            return self.pass_over();
        }
        let found = self.value(TagSeed { shape: self.shape });
        self.take_tag(found).map(drop)
    }

    /// Takes what [`TagSeed`] found: an event must be that, a family may keep it as unknown.
    fn take_tag(&mut self, found: Result<FoundTag<'de>, A::Error>) -> Result<Option<(usize, &'static str)>, A::Error> {
        match found.inspect_err(|_| self.error_in = Some("type"))? {
            Ok(found) => {
                self.tag = Some(found.1);
                Ok(Some(found))
            }
            Err(found) => match self.shape.tags {
                Tags::Event(_) | Tags::Untagged => {
                    Err(fault(&ObjectError::WrongType { found: &found, shape: self.shape }))
                }
                Tags::Family { .. } => {
                    self.unknown_tag = Some(found);
                    Ok(None)
                }
            },
        }
    }

    /// Reads on to `type`, in a family, and holds what comes before it.
    fn find_tag(&mut self) -> Result<Option<(usize, &'static str)>, A::Error> {
        if let Some(tag) = self.map.take_type() {
            self.tag_met = true;
            let found = self.shape.variant(tag).ok_or(Cow::Borrowed(tag));
            return self.take_tag(Ok(found));
        }
        if !self.map.next_is_type()? && !self.hold_until_type()? {
            return self.do_without_type().map(Some);
        }
        self.tag_met = true;
        let found = self.map.next_value_seed(TagSeed { shape: self.shape });
        self.take_tag(found)
    }

    /// Reads all members as JSON text and holds them, to be taken as those of `shape`; gives their names and texts.
    ///
    /// # Errors
    ///
    /// If the input is malformed or, in a binary format, has no form in JSON.
    pub(crate) fn hold_all(&mut self, shape: &'static Shape) -> Result<Vec<NameAndText<'de>>, A::Error> {
        self.shape = shape;
        let mut texts = Vec::new();
        let mut tag = None;
        while let Some(name) = self.next_any_key()? {
            let value = self.map.next_value_seed(BufferedSeed)?;
            let text = value.to_json().map_err(A::Error::custom)?;
            let name = match name {
                AnyName::Type if tag.is_none() && shape.is_tagged() => {
                    texts.push((Cow::Borrowed("type"), text));
                    tag = Some(value);
                    continue;
                }
                AnyName::Type => Cow::Borrowed("type"),
                AnyName::Other(name) => name,
            };
            texts.push((name.clone(), text));
            self.lookahead().buffered.push_back((name, value));
        }
        self.lookahead().is_over = true;
        if let Some(tag) = tag {
            self.tag_met = true;
            let found = tag.decode::<_, A>(TagSeed { shape: self.shape });
            self.take_tag(found)?;
        }
        Ok(texts)
    }

    /// Takes the object for the event that has no `type`.
    #[cold]
    fn do_without_type(&mut self) -> Result<(usize, &'static str), A::Error> {
        let shape = self.shape;
        let lookahead = self.lookahead();
        lookahead.is_over = true;
        let has_field = |field: &str| lookahead.buffered.iter().any(|(name, value)| name == field && !value.is_null());
        let found = shape.variant_without_type(&has_field).ok_or_else(|| fault(&ObjectError::MissingType { shape }))?;
        (self.tag_met, self.without_type, self.tag) = (true, true, Some(found.1));
        Ok(found)
    }

    /// Reads on to `type` and holds what comes before it. Returns `false` if there is none.
    fn hold_until_type(&mut self) -> Result<bool, A::Error> {
        loop {
            match self.next_any_key()? {
                Some(AnyName::Type) => return Ok(true),
                Some(AnyName::Other(name)) => {
                    let value = self.map.next_value_seed(BufferedSeed)?;
                    self.lookahead().buffered.push_back((name, value));
                }
                None => return Ok(false),
            }
        }
    }

    fn lookahead(&mut self) -> &mut Lookahead<'de> {
        self.lookahead.get_or_insert_with(Box::default)
    }

    fn tag_text(&self) -> &str {
        self.tag.or(self.unknown_tag.as_deref()).unwrap_or_default()
    }

    #[cold]
    fn duplicate(&mut self) -> A::Error {
        let name = self.current();
        self.duplicate_of(name)
    }

    #[cold]
    pub(super) fn duplicate_of(&mut self, name: &str) -> A::Error {
        self.map.in_key(fault(&ObjectError::DuplicateMember { name }))
    }

    /// Notes that an error is in the value of the field whose key was taken last.
    #[cold]
    fn in_current(&mut self, error: A::Error) -> A::Error {
        self.error_in = Some(self.current());
        error
    }

    /// The name of the member that was met last.
    fn current(&self) -> &'static str {
        self.shape.field_name(self.expected.saturating_sub(1))
    }

    /// Adds to an error the event and the member that it was met in.
    #[cold]
    pub(super) fn place_error(&self, error: A::Error) -> A::Error {
        let event_type = match self.shape.tags {
            // The error is that no variant reads the tag, and names it.
            Tags::Family { keeps_unknown: false, .. } if self.tag.is_none() => "",
            // It is part of an event, which names itself.
            Tags::Untagged => "",
            _ => self.tag_text(),
        };
        A::place_error(error, event_type, self.error_in, self.lookahead.is_some())
    }
}
