//! The goldens in `expanded` compile as ordinary code, and do what the derives do where the same item is in `written`.
//!
//! `macros/src/tests/goldens.rs` compares them with what the derives write now.

// What the derives repeat for the compiler, which clippy does not see in their expansion.
#![allow(clippy::extra_unused_lifetimes, clippy::needless_borrow)]

/// What the family holds.
mod events {
    use std::borrow::Cow;

    use response_event::{EventFamily, Number, ResponseEvent};

    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "queued")]
    pub struct Queued;

    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "text")]
    pub struct Text<'a> {
        #[serde(borrow)]
        #[event(non_empty)]
        pub text: Cow<'a, str>,
    }

    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "image")]
    pub struct Image {
        #[event(index)]
        pub index: Number,
    }

    #[derive(Clone, Debug, PartialEq, EventFamily)]
    pub enum ImageEvent {
        Image(Image),
    }
}

/// The cases, with our derives.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, unreachable_pub)] // serde and rules ask for references
mod written {
    use super::events;

    pub(super) mod everything;
    pub(super) mod family;
    pub(super) mod in_progress;
}

/// The cases, expanded.
#[allow(clippy::pedantic, clippy::redundant_closure, non_camel_case_types, unreachable_pub, unused_imports)] // generated code, but nobody knows
#[rustfmt::skip]
mod expanded {
    use super::events;

    pub(super) mod everything;
    pub(super) mod family;
    pub(super) mod in_progress;
}

/// What a type makes of a text: its fields, what it is written as, and both validations; or the error.
macro_rules! outcome {
    ($event:ty, $json:expr) => {
        match response_event::from_str::<$event>($json) {
            Ok(event) => format!(
                "{event:?}\n{}\n{:?}\n{:?}",
                serde_json::to_string(&event).expect("JSON"),
                response_event::Validate::validate(&event).map_err(|violations| violations.to_string()),
                response_event::Validate::validate_strict(&event).map_err(|violations| violations.to_string()),
            ),
            Err(error) => format!("{error} at {}", error.pointer()),
        }
    };
}

#[test]
fn an_event_does_what_its_derive_does() {
    for json in [
        r#"{"type":"response.image_generation_call.in_progress","item_id":"ig_1","output_index":0,"sequence_number":1}"#,
        r#"{"item_id":"","output_index":-1,"sequence_number":1.5,"type":"response.image_generation_call.in_progress"}"#,
        r#"{"type":"response.image_generation_call.in_progress","item_id":"ig_1","output_index":0}"#,
        r#"{"type":"other"}"#,
        "{}",
    ] {
        let written = outcome!(written::in_progress::InProgress, json);
        assert_eq!(outcome!(expanded::in_progress::InProgress, json), written, "{json}");
    }
}

#[test]
fn an_event_with_everything_does_what_its_derive_does() {
    for json in [
        r#"{"type":"image.partial","itemId":"ig_1","index":0,"image":"aGk=","seed":7,"createdAt":1}"#,
        r#"{"extra":{"a":[1]},"createdAt":-1,"parts":[3],"labels":["a",""],"format":"gif","b64":"a\u0047k","total":1,
            "index":10.5,"itemId":"x","type":"image.delta","another":null}"#,
        r#"{"type":"image.partial","itemId":"ig_1","index":0,"image":"aGk=","b64":""}"#,
        r#"{"type":"image.partial","itemId":"ig_1","index":0}"#,
        r#"{"type":"image.partial","itemId":"ig_1","index":0,"image":"aGk=","parts":[true]}"#,
    ] {
        let written = outcome!(written::everything::Partial<'_, u8>, json);
        assert_eq!(outcome!(expanded::everything::Partial<'_, u8>, json), written, "{json}");
    }
}

#[test]
fn a_family_does_what_its_derive_does() {
    for json in [
        r#"{"type":"queued"}"#,
        r#"{"text":"a","type":"text"}"#,
        r#"{"type":"text","text":""}"#,
        r#"{"type":"image","index":0.5}"#,
        r#"{"type":"image"}"#,
        r#"{"type":"else", "a":1}"#,
        "[]",
    ] {
        let written = outcome!(written::family::StreamEvent<'_>, json);
        assert_eq!(outcome!(expanded::family::StreamEvent<'_>, json), written, "{json}");
    }
}
