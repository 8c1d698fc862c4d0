//! `Rewriter`: the JSON of events on their way through a proxy, changed in place.

mod edits;
mod layout;
mod template;

use alloc::string::String;

use self::edits::{Edits, Rename};
use self::layout::{Layout, Numbers, Wanted};
use self::template::Template;
use crate::error::DecodeError;
use crate::json::push_quoted;
use crate::number::Number;
use crate::sequencer::Sequencer;
use crate::shape::Shape;

pub use self::edits::{Rewritten, Segments};

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
/// The whole text is checked: what is not one JSON object is an error, after which the next event gets the number that this one
/// would have had. No other rule of events is checked. An event of up to 1 KiB that differs from the one before it only in
/// its number and its strings, as deltas do, costs a third of another one.
#[derive(Clone, Debug, Default)]
pub struct Rewriter {
    sequencer: Sequencer,
    wanted: Wanted,
    layout: Layout,
    template: Template,
    edits: Edits,
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
    /// An event without `sequence_number` gets none and uses up no number; [`number_all`](Self::number_all) adds it.
    #[must_use]
    pub fn renumber(mut self, sequencer: Sequencer) -> Self {
        self.sequencer = sequencer;
        self.wanted.numbers = Numbers::Present;
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
        self.sequencer = sequencer;
        self.wanted.numbers = Numbers::All;
        self
    }

    /// Removes the field `obfuscation` of each event: padding that hides the length of a delta. A proxy that changes the
    /// length of events makes it useless.
    #[must_use]
    pub fn drop_obfuscation(mut self) -> Self {
        self.wanted.obfuscation = true;
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
    /// `rename` is called with each id and returns the new one, or `None` to leave it. An id that holds half of a surrogate
    /// pair is left. The ids are the strings at `item_id`,
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
    /// If the text is not one JSON object.
    pub fn rewrite_ids<'a, N: AsRef<str>>(
        &'a mut self,
        json: &'a str,
        mut rename: impl FnMut(&str) -> Option<N>,
    ) -> Result<Rewritten<'a>, DecodeError> {
        self.rewrite_with(
            json,
            Some(&mut |id, text| {
                let name = rename(id).filter(|name| name.as_ref() != id);
                name.inspect(|name| push_quoted(text, name.as_ref())).is_some()
            }),
        )
    }

    fn rewrite_with<'a>(&'a mut self, json: &'a str, rename: Option<Rename<'_>>) -> Result<Rewritten<'a>, DecodeError> {
        let wanted = Wanted { ids: rename.is_some(), ..self.wanted };
        if !self.template.find(json, wanted, &mut self.layout.sites) {
            if let Err(error) = self.layout.find(json, wanted) {
                return Err(DecodeError::new(EVENT, json, &error));
            }
            self.template.keep(json, wanted, &self.layout);
        }
        if self.edits.apply(json, &self.layout.sites, self.sequencer.peek(), rename) {
            self.sequencer.next_number();
        }
        Ok(self.edits.of(json))
    }
}

/// Any event, also one that has no `type`.
const EVENT: &Shape = &Shape { may_lack_type: true, ..*Shape::ANY };

/// Returns the JSON of an event with a `sequence_number`, or `None` if it is no object.
pub(crate) fn with_sequence_number(json: &str, number: Number) -> Option<String> {
    let (mut layout, mut edits) = (Layout::default(), Edits::default());
    layout.find(json, Wanted { numbers: Numbers::All, ..Wanted::default() }).ok()?;
    edits.apply(json, &layout.sites, number, None);
    Some(edits.of(json).segments().collect())
}
