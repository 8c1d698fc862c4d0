//! Three of the events with their text borrowed from the input, for both derives.

/// Calls a macro with the name, tag and members of each event; the members that borrow come first.
macro_rules! for_each_event {
    ($call:ident) => {
        $call! {
            OutputTextDelta = "response.output_text.delta"
                { item_id, delta } { output_index, content_index, sequence_number }
            ImageGenerationCallInProgress = "response.image_generation_call.in_progress"
                { item_id } { output_index, sequence_number }
            ImageGenerationCallPartialImage = "response.image_generation_call.partial_image"
                { item_id, #[event(base64)] partial_image_b64 } { output_index, sequence_number, partial_image_index }
        }
    };
}

macro_rules! decoder {
    ($decoder:ident: $($name:ident = $tag:literal),* => |$json:ident| $decode:expr) => {
        /// Decodes an event of this type, and says whether there was one.
        pub fn $decoder(tag: &str) -> Option<fn(&str) -> bool> {
            match tag {
                $($tag => Some(|$json| {
                    type Event<'a> = $name<'a>;
                    kept($decode)
                }),)*
                _ => None,
            }
        }
    };
}

macro_rules! ours {
    ($($name:ident = $tag:literal { $($(#[$rule:meta])? $text:ident),* } { $($number:ident),* })*) => {
        pub mod ours {
            use std::borrow::Cow;

            use response_event::{EventFamily, ResponseEvent, Strict};
            use response_event_measure::kept;

            $(
                #[derive(Clone, Debug, PartialEq, ResponseEvent)]
                #[event(type = $tag)]
                pub struct $name<'a> {
                    $($(#[$rule])? #[serde(borrow)] pub $text: Cow<'a, str>,)*
                    $(pub $number: u64,)*
                }
            )*

            #[derive(Clone, Debug, PartialEq, EventFamily)]
            pub enum Family<'a> {
                $($name($name<'a>),)*
            }

            decoder!(decoder: $($name = $tag),* => |json| response_event::from_str::<Event<'_>>(json));
            decoder!(slice_decoder: $($name = $tag),* => |json| response_event::from_slice::<Event<'_>>(json.as_bytes()));
            decoder!(strict_decoder: $($name = $tag),* => |json| response_event::from_str::<Strict<Event<'_>>>(json));
        }
    };
}

macro_rules! serde_known {
    ($($name:ident = $tag:literal { $($(#[$rule:meta])? $text:ident),* } { $($number:ident),* })*) => {
        pub mod serde_known {
            use std::borrow::Cow;

            use response_event_measure::kept;
            use serde::Deserialize;

            $(
                #[derive(Clone, Debug, PartialEq, Deserialize)]
                pub struct $name<'a> {
                    $(#[serde(borrow)] pub $text: Cow<'a, str>,)*
                    $(pub $number: u64,)*
                }
            )*

            #[derive(Clone, Debug, PartialEq, Deserialize)]
            #[serde(tag = "type")]
            pub enum Family<'a> {
                $(#[serde(rename = $tag, borrow)] $name($name<'a>),)*
            }

            decoder!(decoder: $($name = $tag),* => |json| serde_json::from_str::<Event<'_>>(json));
            decoder!(slice_decoder: $($name = $tag),* => |json| serde_json::from_slice::<Event<'_>>(json.as_bytes()));
        }
    };
}

for_each_event!(ours);
for_each_event!(serde_known);
