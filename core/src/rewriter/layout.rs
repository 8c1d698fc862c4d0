//! Layout: the places of an event that a rewriter changes, and those that vary from event to event.

use alloc::vec::Vec;

use crate::json::{Error, Reader};

/// The kinds of places to find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) numbers: Numbers,
    pub(super) obfuscation: bool,
    pub(super) ids: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numbers {
    #[default]
    None,
    Present,
    /// Also the place of a number that is absent.
    All,
}

/// A part of the JSON, by its offsets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// The value of `sequence_number`.
    Number,
    /// The end of an event without `sequence_number`, which may have no field at all.
    AbsentNumber { is_first: bool },
    /// The field `obfuscation` and one comma.
    Obfuscation,
    /// The value of an id; not always a string.
    Id,
}

/// A part of a flat value that is another in the next event of the same kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hole {
    pub(super) kind: HoleKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum HoleKind {
    /// The part between the quotes of a string.
    Text,
    /// The digits of a number without sign, fraction and exponent.
    Digits,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// In their order. They do not overlap.
    pub(super) sites: Vec<Site>,
    /// In their order. They do not overlap.
    pub(super) holes: Vec<Hole>,
}

impl Layout {
    /// Checks that the text is one JSON object, and finds the places in it.
    pub(super) fn find(&mut self, json: &str, wanted: Wanted) -> Result<(), Error> {
        self.sites.clear();
        self.holes.clear();
        let mut reader = Reader::new(json);
        let (mut has_number, mut has_fields) = (false, false);
        // The end of the last field that stays, and the key of a dropped one with nothing before it.
        let mut kept_end = 0;
        let mut dropped = None;
        reader.each_field(|reader, name, key| {
            if let Some(start) = dropped.take() {
                self.add(Kind::Obfuscation, start, key);
            }
            let start = reader.offset();
            match name {
                b"sequence_number" => {
                    reader.skip_value()?;
                    has_number = true;
                    self.number(json, start, reader.offset(), wanted);
                }
                b"obfuscation" if wanted.obfuscation => {
                    reader.skip_value()?;
                    self.text(json, start, reader.offset());
                    if has_fields {
                        // With the comma before it.
                        self.add(Kind::Obfuscation, kept_end, reader.offset());
                    } else {
                        // With the comma after it, if there is one.
                        dropped = Some(key);
                    }
                    return Ok(());
                }
                b"item_id" | b"response_id" if wanted.ids => self.id(reader)?,
                b"response" if wanted.ids => self.response(reader)?,
                b"item" if wanted.ids => self.item(reader)?,
                b"type" | b"item_id" | b"response_id" => reader.skip_value()?,
                _ => {
                    reader.skip_value()?;
                    self.text(json, start, reader.offset());
                }
            }
            has_fields = true;
            kept_end = reader.offset();
            Ok(())
        })?;
        // At the closing brace.
        let end = reader.offset() - 1;
        reader.end()?;
        if let Some(start) = dropped {
            self.add(Kind::Obfuscation, start, end);
        }
        if wanted.numbers == Numbers::All && !has_number {
            self.add(Kind::AbsentNumber { is_first: !has_fields }, end, end);
        }
        Ok(())
    }

    fn add(&mut self, kind: Kind, start: usize, end: usize) {
        self.sites.push(Site { kind, start, end });
    }

    fn number(&mut self, json: &str, start: usize, end: usize, wanted: Wanted) {
        if wanted.numbers != Numbers::None {
            self.add(Kind::Number, start, end);
        }
        if json.as_bytes().get(start..end).is_some_and(|value| value.iter().all(u8::is_ascii_digit)) {
            self.holes.push(Hole { kind: HoleKind::Digits, start, end });
        }
    }

    /// Adds the hole in a value that is a string.
    fn text(&mut self, json: &str, start: usize, end: usize) {
        if json.as_bytes().get(start) == Some(&b'"') {
            self.holes.push(Hole { kind: HoleKind::Text, start: start + 1, end: end - 1 });
        }
    }

    fn response(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        if reader.peek() != b'{' {
            return reader.skip_value();
        }
        reader.each_field(|reader, name, _| match name {
            b"id" | b"previous_response_id" => self.id(reader),
            b"output" if reader.peek() == b'[' => reader.each_item(|reader| self.item(reader)),
            _ => reader.skip_value(),
        })
    }

    fn item(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        if reader.peek() != b'{' {
            return reader.skip_value();
        }
        reader.each_field(|reader, name, _| match name {
            b"id" => self.id(reader),
            _ => reader.skip_value(),
        })
    }

    fn id(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        let start = reader.offset();
        reader.skip_value()?;
        self.add(Kind::Id, start, reader.offset());
        Ok(())
    }
}
