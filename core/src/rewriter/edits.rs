//! Edits: the new text of an event, and the event with it.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::{fmt, str};

use super::layout::{Kind, Site};
use crate::json;
use crate::number::Number;

/// Appends the new name of an id to a text, as a JSON string, or returns `false`.
pub(super) type Rename<'r> = &'r mut dyn FnMut(&str, &mut String) -> bool;

/// The new text of an event and its places.
#[derive(Clone, Debug, Default)]
pub(super) struct Edits {
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

impl Edits {
    /// Returns the edits of this JSON.
    pub(super) fn of<'a>(&'a self, json: &'a str) -> Rewritten<'a> {
        Rewritten { json, edits: &self.edits, text: &self.text }
    }

    /// Makes the edit of each site. Returns `true` if the event has the number now.
    pub(super) fn apply(&mut self, json: &str, sites: &[Site], number: Number, mut rename: Option<Rename<'_>>) -> bool {
        self.edits.clear();
        self.text.clear();
        let mut is_numbered = false;
        for &Site { kind, start, end } in sites {
            let old = json.get(start..end).unwrap_or_default();
            let new_start = self.text.len();
            let is_changed = match kind {
                Kind::Number => {
                    is_numbered = true;
                    push_number(&mut self.text, number);
                    self.text.get(new_start..) != Some(old) && !is_same_number(old, number)
                }
                Kind::AbsentNumber { is_first } => {
                    is_numbered = true;
                    self.text.push_str(if is_first { "\"sequence_number\":" } else { ",\"sequence_number\":" });
                    push_number(&mut self.text, number);
                    true
                }
                Kind::Obfuscation => true,
                Kind::Id => match (&mut rename, json::text(old)) {
                    (Some(rename), Some(id)) => rename(&id, &mut self.text),
                    _ => false,
                },
            };
            if is_changed {
                self.replace(start, end);
            } else {
                self.text.truncate(new_start);
            }
        }
        is_numbered
    }

    /// Replaces a part of the JSON by the text that was appended since the last edit.
    fn replace(&mut self, start: usize, end: usize) {
        self.edits.push(Edit { start, end, text_end: self.text.len() });
    }
}

fn push_number(text: &mut String, number: Number) {
    match number.as_u64() {
        Some(number) => text.push_str(itoa::Buffer::new().format(number)),
        None => text.push_str(&number.to_string()),
    }
}

/// Returns `true` if the JSON is the number, written in another way.
fn is_same_number(json: &str, number: Number) -> bool {
    let is_integer = json.bytes().all(|byte| byte.is_ascii_digit());
    !is_integer && serde_json::from_str::<Number>(json).is_ok_and(|old| old == number)
}

/// An event that a [`Rewriter`](crate::Rewriter) changed. `Display` writes its JSON.
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
    /// The positions in the JSON and in the new text.
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
