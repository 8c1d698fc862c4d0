//! Where we refuse what SDK 0.9.11 accepts, and why. Anything else that differs is a failure.

use response_event::ResponseEvent;
use response_event::events::ImageGenCallPartialImage;
use response_event_tests::json::Members;

/// A class of inputs on which we differ.
pub(crate) struct Deliberate {
    pub(crate) class: &'static str,
    pub(crate) reason: &'static str,
    /// Decides by the input alone, never by our own error.
    pub(crate) applies: fn(&Input<'_>) -> bool,
}

pub(crate) const DELIBERATE: &[Deliberate] = &[
    Deliberate {
        class: "duplicate field",
        reason: "the SDK takes the last of two, other parsers the first: one message, two meanings",
        applies: |input| input.names().any(|name| input.values(name).count() > 1),
    },
    Deliberate {
        class: "lone surrogate",
        reason: "half a UTF-16 pair is no character and has no form in UTF-8, so no `String` can hold it",
        applies: |input| match &input.members {
            Ok(_) => input.known().any(|name| input.values(name).any(has_lone_surrogate)),
            // In a name.
            Err(_) => has_lone_surrogate(input.text),
        },
    },
    Deliberate {
        class: "non-string in an optional member",
        reason: "the SDK drops these members unseen; we read them, as the servers' own models do, and they are strings",
        applies: |input| {
            input.optional().iter().any(|name| input.values(name).any(|value| !value.starts_with(['"', 'n'])))
        },
    },
];

/// Members of the partial image that we read and 0.9.11 drops.
pub(crate) const OPTIONAL: [&str; 4] = ["background", "output_format", "quality", "size"];

const REQUIRED: [&str; 4] = ["type", "item_id", "output_index", "sequence_number"];
const REQUIRED_OF_PARTIAL_IMAGE: [&str; 2] = ["partial_image_b64", "partial_image_index"];

/// An input, taken apart without any decoder of ours.
pub(crate) struct Input<'a> {
    /// The event that was asked for.
    event: &'a str,
    text: &'a str,
    /// Each member's name and the text of its value, unless a name is no text.
    members: Result<Members<'a>, serde_json::Error>,
}

impl<'a> Input<'a> {
    pub(crate) fn read(event: &'a str, text: &'a str) -> Self {
        Self { event, text, members: Members::of(text) }
    }

    fn is_partial_image(&self) -> bool {
        self.event == ImageGenCallPartialImage::TYPE
    }

    /// The members of the event that we read and 0.9.11 does not.
    fn optional(&self) -> &'static [&'static str] {
        if self.is_partial_image() { &OPTIONAL } else { &[] }
    }

    /// The members of the event that we read.
    fn known(&self) -> impl Iterator<Item = &'static str> {
        let of_partial_image: &[&str] = if self.is_partial_image() { &REQUIRED_OF_PARTIAL_IMAGE } else { &[] };
        REQUIRED.iter().chain(of_partial_image).chain(self.optional()).copied()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().flat_map(|members| members.0.iter().map(|(name, _)| name.as_str()))
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.members.iter().flat_map(move |members| members.values(name))
    }
}

/// Whether JSON text spells half of a UTF-16 pair. Backslashes stand only in strings.
pub(crate) fn has_lone_surrogate(json: &str) -> bool {
    let mut escapes = json.split('\\').skip(1).peekable();
    while let Some(escape) = escapes.next() {
        if escape.is_empty() {
            // An escaped backslash: what follows is text.
            escapes.next();
            continue;
        }
        match code_unit(escape) {
            Some(0xD800..=0xDBFF) => {
                // The other half must follow at once.
                let alone = escape.len() > "uXXXX".len();
                let low = escapes.peek().and_then(|next| code_unit(next));
                if alone || !matches!(low, Some(0xDC00..=0xDFFF)) {
                    return true;
                }
                escapes.next();
            }
            Some(0xDC00..=0xDFFF) => return true,
            _ => {}
        }
    }
    false
}

/// The code unit of `uXXXX`.
fn code_unit(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix('u')?.get(..4)?, 16).ok()
}

#[test]
fn lone_surrogates_are_told_from_pairs() {
    for lone in [r#""\ud83d""#, r#""\ude00""#, r#""\ud83d \ude00""#, r#""\ud83d\ud83d\ude00""#, r#""\\\ud83d""#] {
        assert!(has_lone_surrogate(lone), "{lone} holds half a pair");
    }
    for whole in [r#""\ud83d\ude00""#, r#""\\ud83d""#, r#""\u0041\n""#, r#""""#] {
        assert!(!has_lone_surrogate(whole), "{whole} holds no half of a pair");
    }
}
