//! `Rewriter`: the JSON of events on their way through a proxy, changed in place.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::error::DecodeError;
use crate::json::{Error, Reader, push_string};
use crate::number::Number;
use crate::sequencer::Sequencer;
use crate::shape::Shape;

/// Changes the JSON of events on their way through a proxy: numbers them anew, drops `obfuscation`, renames ids.
///
/// An event is not decoded: every byte that need not change stays as it came. [`new`](Self::new) changes nothing; the other
/// methods say what to change:
///
/// ```
/// use response_event::{Rewriter, Sequencer};
///
/// let mut rewriter = Rewriter::new().renumber(Sequencer::new()).drop_obfuscation();
/// for (upstream, expected) in [
///     (r#"{"type":"response.created", "sequence_number":41}"#, r#"{"type":"response.created", "sequence_number":0}"#),
///     (r#"{"type":"ping","sequence_number":42,"obfuscation":"aB3"}"#, r#"{"type":"ping","sequence_number":1}"#),
/// ] {
///     assert_eq!(rewriter.rewrite(upstream)?.to_string(), expected);
/// }
/// # Ok::<(), response_event::DecodeError>(())
/// ```
///
/// The result is borrowed [`Segments`] of the event with the new text between them. The rewriter keeps its buffers, so once
/// they are large enough it allocates nothing.
///
/// The whole text is checked: what is not one JSON object is an error, and the rewriter stays as it was. As in
/// [`UnknownEvent`](crate::UnknownEvent), no other rule of events is checked.
#[derive(Clone, Debug, Default)]
pub struct Rewriter {
    sequencer: Sequencer,
    changes: Changes,
    edits: Edits,
}

/// The changes that were asked for.
#[derive(Clone, Copy, Debug, Default)]
struct Changes {
    numbers: bool,
    adds_numbers: bool,
    drops_obfuscation: bool,
}

/// The new text of an event and its places.
#[derive(Clone, Debug, Default)]
struct Edits {
    /// In their order.
    edits: Vec<Edit>,
    /// The new texts, one after the other.
    text: String,
}

/// A part of the JSON, by its offsets, and the end of the text that replaces it. That text begins where the one before ends.
#[derive(Clone, Copy, Debug)]
struct Edit {
    start: usize,
    end: usize,
    text_end: usize,
}

impl Rewriter {
    /// Creates a rewriter that checks events and changes nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the `sequence_number` of each event that has one, to the next number of a sequencer.
    ///
    /// Only that of the event itself counts, not one in a nested object. It is replaced whatever its value is, and as often
    /// as it is there. If it is that number already, however it is written, nothing is changed.
    ///
    /// An event without `sequence_number` gets none and uses up no number, see
    /// [`number_all`](Self::number_all).
    #[must_use]
    pub fn renumber(mut self, sequencer: Sequencer) -> Self {
        self.sequencer = sequencer;
        self.changes.numbers = true;
        self
    }

    /// Sets the `sequence_number` of each event, as [`renumber`](Self::renumber) does, and adds it as the last field where it
    /// is absent.
    ///
    /// OpenAI's SDKs and the Open Responses specification require the field in every event of a stream, those of a server's
    /// own types included. Some servers omit it.
    ///
    /// ```
    /// use response_event::{Rewriter, Sequencer};
    ///
    /// let mut rewriter = Rewriter::new().number_all(Sequencer::starting_at(5));
    /// assert_eq!(rewriter.rewrite(r#"{"type":"acme:ping"}"#)?.to_string(), r#"{"type":"acme:ping","sequence_number":5}"#);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    #[must_use]
    pub fn number_all(mut self, sequencer: Sequencer) -> Self {
        self.changes.adds_numbers = true;
        self.renumber(sequencer)
    }

    /// Removes the field `obfuscation` of each event: padding that hides the length of a delta. A proxy that changes the
    /// length of events makes it useless.
    #[must_use]
    pub fn drop_obfuscation(mut self) -> Self {
        self.changes.drops_obfuscation = true;
        self
    }

    /// Returns the sequencer, which also numbers the events that a proxy makes itself.
    ///
    /// ```
    /// use response_event::{Rewriter, Sequencer};
    ///
    /// let mut rewriter = Rewriter::new().renumber(Sequencer::new());
    /// assert_eq!(rewriter.sequencer().next_number(), 0);
    /// let next = rewriter.rewrite(r#"{"type":"ping","sequence_number":0}"#)?;
    /// assert_eq!(next.to_string(), r#"{"type":"ping","sequence_number":1}"#);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn sequencer(&mut self) -> &mut Sequencer {
        &mut self.sequencer
    }

    /// Changes the JSON of one event.
    ///
    /// # Errors
    ///
    /// If the text is not one JSON object.
    pub fn rewrite<'a>(&'a mut self, json: &'a str) -> Result<Rewritten<'a>, DecodeError> {
        self.rewrite_with(json, None)
    }

    /// Changes the JSON of one event, as [`rewrite`](Self::rewrite) does, and the ids of the response and its items in it.
    ///
    /// `rename` is called with each id and returns the new one, or `None` to leave it. The ids are the strings at `item_id`,
    /// `response_id`, `item.id`, `response.id`, `response.previous_response_id`, and the `id` of each item in
    /// `response.output`.
    ///
    /// ```
    /// use std::collections::HashMap;
    ///
    /// use response_event::Rewriter;
    ///
    /// let names = HashMap::from([("msg_1", "msg_a"), ("resp_1", "resp_a")]);
    /// let mut rewriter = Rewriter::new();
    /// let json = r#"{"type":"response.completed","response":{"id":"resp_1","output":[{"type":"message","id":"msg_1"}]}}"#;
    /// let rewritten = rewriter.rewrite_ids(json, |id| names.get(id))?;
    /// assert_eq!(rewritten.to_string(), json.replace("_1", "_a"));
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not one JSON object, or such an id is a string that cannot be decoded: it has half of a surrogate pair.
    pub fn rewrite_ids<'a, N: AsRef<str>>(
        &'a mut self,
        json: &'a str,
        mut rename: impl FnMut(&str) -> Option<N>,
    ) -> Result<Rewritten<'a>, DecodeError> {
        self.rewrite_with(
            json,
            Some(&mut |id, text| {
                let name = rename(id).filter(|name| name.as_ref() != id);
                name.inspect(|name| push_string(text, name.as_ref())).is_some()
            }),
        )
    }

    fn rewrite_with<'a>(&'a mut self, json: &'a str, rename: Option<Rename<'_>>) -> Result<Rewritten<'a>, DecodeError> {
        self.edits.edits.clear();
        self.edits.text.clear();
        let number = self.changes.numbers.then(|| self.sequencer.peek());
        let mut pass = Pass { changes: self.changes, number, rename, edits: &mut self.edits };
        match pass.event(json) {
            Ok(is_numbered) => {
                if is_numbered {
                    self.sequencer.next_number();
                }
                Ok(Rewritten { json, edits: &self.edits.edits, text: &self.edits.text })
            }
            Err(error) => Err(DecodeError::new(EVENT, json, &error)),
        }
    }
}

/// Any event, also one that has no `type`.
const EVENT: &Shape = &Shape { may_lack_type: true, ..*Shape::ANY };

/// Appends the new name of an id to a text, as a JSON string, or returns `false`.
type Rename<'r> = &'r mut dyn FnMut(&str, &mut String) -> bool;

/// One walk over the text of an event.
struct Pass<'e, 'r> {
    changes: Changes,
    number: Option<Number>,
    rename: Option<Rename<'r>>,
    edits: &'e mut Edits,
}

impl Pass<'_, '_> {
    /// Returns `true` if the event has the number now.
    fn event(&mut self, json: &str) -> Result<bool, Error> {
        let mut reader = Reader::new(json);
        let (mut is_numbered, mut has_fields) = (false, false);
        // The end of the last field that stays, and the key of a dropped one with nothing before it.
        let mut kept_end = 0;
        let mut dropped = None;
        reader.each_field(|reader, name, key| {
            if let Some(start) = dropped.take() {
                self.edits.replace(start, key);
            }
            match name {
                b"sequence_number" if self.number.is_some() => {
                    self.renumber(reader)?;
                    is_numbered = true;
                }
                b"obfuscation" if self.changes.drops_obfuscation => {
                    reader.skip_value()?;
                    if has_fields {
                        // With the comma before it.
                        self.edits.replace(kept_end, reader.offset());
                    } else {
                        // With the comma after it, if there is one.
                        dropped = Some(key);
                    }
                    return Ok(());
                }
                b"item_id" | b"response_id" => self.id(reader)?,
                b"response" => self.response(reader)?,
                b"item" => self.item(reader)?,
                _ => reader.skip_value()?,
            }
            has_fields = true;
            kept_end = reader.offset();
            Ok(())
        })?;
        // At the closing brace.
        let end = reader.offset() - 1;
        reader.end()?;
        if let Some(start) = dropped {
            self.edits.replace(start, end);
        }
        match self.number {
            Some(number) if self.changes.adds_numbers && !is_numbered => {
                self.edits.text.push_str(if has_fields { ",\"sequence_number\":" } else { "\"sequence_number\":" });
                push_number(&mut self.edits.text, number);
                self.edits.replace(end, end);
                Ok(true)
            }
            _ => Ok(is_numbered),
        }
    }

    fn renumber(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        let start = reader.offset();
        let old = reader.raw()?;
        let Some(number) = self.number else { return Ok(()) };
        let new_start = self.edits.text.len();
        push_number(&mut self.edits.text, number);
        let new = self.edits.text.get(new_start..).unwrap_or_default();
        if new == old || is_same_number(old, number) {
            self.edits.text.truncate(new_start);
        } else {
            self.edits.replace(start, reader.offset());
        }
        Ok(())
    }

    fn response(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        if self.rename.is_none() || reader.peek() != b'{' {
            return reader.skip_value();
        }
        reader.each_field(|reader, name, _| match name {
            b"id" | b"previous_response_id" => self.id(reader),
            b"output" if reader.peek() == b'[' => reader.each_item(|reader| self.item(reader)),
            _ => reader.skip_value(),
        })
    }

    fn item(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        if self.rename.is_none() || reader.peek() != b'{' {
            return reader.skip_value();
        }
        reader.each_field(|reader, name, _| match name {
            b"id" => self.id(reader),
            _ => reader.skip_value(),
        })
    }

    fn id(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        let Some(rename) = self.rename.as_mut().filter(|_| reader.peek() == b'"') else { return reader.skip_value() };
        let start = reader.offset();
        let id = reader.string()?;
        let new_start = self.edits.text.len();
        if rename(&id, &mut self.edits.text) {
            self.edits.replace(start, reader.offset());
        } else {
            self.edits.text.truncate(new_start);
        }
        Ok(())
    }
}

impl Edits {
    /// Replaces a part of the JSON by the text that was appended since the last edit.
    fn replace(&mut self, start: usize, end: usize) {
        self.edits.push(Edit { start, end, text_end: self.text.len() });
    }
}

fn push_number(text: &mut String, number: Number) {
    match number.as_u64() {
        Some(number) => push_digits(text, number),
        None => text.push_str(&number.to_string()),
    }
}

fn push_digits(text: &mut String, mut number: u64) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
        first -= 1;
        if number == 0 {
            break;
        }
    }
    digits.iter().skip(first).for_each(|digit| text.push(char::from(*digit)));
}

/// Returns `true` if the JSON is the number, written in another way.
fn is_same_number(json: &str, number: Number) -> bool {
    let is_integer = json.bytes().all(|byte| byte.is_ascii_digit());
    !is_integer && serde_json::from_str::<Number>(json).is_ok_and(|old| old == number)
}

/// Returns the JSON of an event with a `sequence_number`, or `None` if it is no object.
pub(crate) fn with_sequence_number(json: &str, number: Number) -> Option<String> {
    let mut edits = Edits::default();
    let changes = Changes { numbers: true, adds_numbers: true, ..Changes::default() };
    Pass { changes, number: Some(number), rename: None, edits: &mut edits }.event(json).ok()?;
    Some(Rewritten { json, edits: &edits.edits, text: &edits.text }.segments().collect())
}

/// An event that a [`Rewriter`] changed. `Display` writes its JSON.
#[derive(Clone, Copy, Debug)]
pub struct Rewritten<'a> {
    json: &'a str,
    edits: &'a [Edit],
    text: &'a str,
}

impl<'a> Rewritten<'a> {
    /// Returns the parts of the JSON in their order: those that stayed as they came, and the new ones between them.
    ///
    /// They fit a vectored write. Nothing is copied, not even of an event with an image.
    ///
    /// ```
    /// use response_event::{Rewriter, Sequencer};
    ///
    /// let mut rewriter = Rewriter::new().renumber(Sequencer::starting_at(10));
    /// let rewritten = rewriter.rewrite(r#"{"type":"ping","sequence_number":9,"x":[]}"#)?;
    /// let segments: Vec<&str> = rewritten.segments().collect();
    /// assert_eq!(segments, [r#"{"type":"ping","sequence_number":"#, "10", r#","x":[]}"#]);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn segments(&self) -> Segments<'a> {
        Segments { json: self.json, text: self.text, at: 0, text_at: 0, edits: self.edits.iter(), next: None }
    }

    /// Appends the JSON to a buffer. It does not allocate if the buffer is large enough.
    pub fn append_to(&self, buffer: &mut Vec<u8>) {
        self.segments().for_each(|segment| buffer.extend_from_slice(segment.as_bytes()));
    }

    /// Returns the JSON: borrowed if nothing was changed.
    pub fn to_cow(&self) -> Cow<'a, str> {
        if self.is_unchanged() { Cow::Borrowed(self.json) } else { Cow::Owned(self.segments().collect()) }
    }

    /// Returns `true` if the JSON is that which came.
    pub fn is_unchanged(&self) -> bool {
        self.edits.is_empty()
    }
}

impl fmt::Display for Rewritten<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segments().try_for_each(|segment| f.write_str(segment))
    }
}

/// The parts of a [`Rewritten`] event. None of them is empty.
#[derive(Clone, Debug)]
pub struct Segments<'a> {
    json: &'a str,
    text: &'a str,
    /// What follows in the JSON and in the new text.
    at: usize,
    text_at: usize,
    edits: core::slice::Iter<'a, Edit>,
    /// The new text after a part of the JSON.
    next: Option<&'a str>,
}

impl<'a> Iterator for Segments<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if let Some(text) = self.next.take() {
            return Some(text);
        }
        for edit in self.edits.by_ref() {
            let kept = self.json.get(self.at..edit.start).unwrap_or_default();
            let new = self.text.get(self.text_at..edit.text_end).unwrap_or_default();
            (self.at, self.text_at) = (edit.end, edit.text_end);
            match (kept.is_empty(), new.is_empty()) {
                (true, true) => {}
                (true, false) => return Some(new),
                (false, true) => return Some(kept),
                (false, false) => {
                    self.next = Some(new);
                    return Some(kept);
                }
            }
        }
        let rest = self.json.get(self.at..).unwrap_or_default();
        self.at = self.json.len();
        (!rest.is_empty()).then_some(rest)
    }
}

impl core::iter::FusedIterator for Segments<'_> {}
