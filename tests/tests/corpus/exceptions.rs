//! The faults of recorded streams, and why we do not read or accept them all the same.

/// A file or a type of event, a JSON pointer in the event, and the reason: events that cannot be read or are not
/// written back as they came.
pub(crate) const EXCEPTIONS: &[(&str, &str, &str)] = &[(
    "synthetic/openai-php--ResponseCompletionCreate.sse",
    "",
    "there are no blank lines between its events, so they are all one, and that is not one JSON value",
)];

/// A rule of the contract that recorded events break.
pub(crate) struct Explained {
    pub(crate) types: &'static [&'static str],
    /// With `*` for every index.
    pub(crate) pointer: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) reason: &'static str,
}

const OLD: &str = "streams from before OpenAI numbered its events, and streams made by hand, leave it out";
const XAI: &str = "xAI's servers leave it out";
const BY_HAND: &str = "a stream made by hand leaves out all that its test does not look at";

pub(crate) const EXPLAINED: &[Explained] = &[
    Explained {
        types: &[
            "response.completed",
            "response.content_part.added",
            "response.content_part.done",
            "response.created",
            "response.custom_tool_call_input.delta",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.in_progress",
            "response.output_item.added",
            "response.output_item.done",
            "response.output_text.delta",
            "response.output_text.done",
        ],
        pointer: "/sequence_number",
        rule: "required",
        reason: OLD,
    },
    Explained { types: &["response.output_item.done"], pointer: "/output_index", rule: "required", reason: BY_HAND },
    Explained {
        types: &["response.output_item.added", "response.output_item.done"],
        pointer: "/item/action",
        rule: "required",
        reason: XAI,
    },
    Explained { types: &["response.completed"], pointer: "/response/output/*/action", rule: "required", reason: XAI },
    Explained {
        types: &["response.output_text.annotation.added"],
        pointer: "/annotation/start_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.output_text.annotation.added"],
        pointer: "/annotation/end_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.output_text.annotation.added"],
        pointer: "/annotation/title",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.content_part.done"],
        pointer: "/part/annotations/*/start_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.content_part.done"],
        pointer: "/part/annotations/*/end_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.content_part.done"],
        pointer: "/part/annotations/*/title",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.output_item.done"],
        pointer: "/item/content/*/annotations/*/start_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.output_item.done"],
        pointer: "/item/content/*/annotations/*/end_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.output_item.done"],
        pointer: "/item/content/*/annotations/*/title",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.completed"],
        pointer: "/response/output/*/content/*/annotations/*/start_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.completed"],
        pointer: "/response/output/*/content/*/annotations/*/end_index",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.completed"],
        pointer: "/response/output/*/content/*/annotations/*/title",
        rule: "required",
        reason: XAI,
    },
    Explained {
        types: &["response.completed", "response.in_progress"],
        pointer: "/response/object",
        rule: "required",
        reason: BY_HAND,
    },
    Explained {
        types: &["response.completed", "response.in_progress"],
        pointer: "/response/created_at",
        rule: "required",
        reason: BY_HAND,
    },
    Explained {
        types: &["response.completed", "response.in_progress"],
        pointer: "/response/model",
        rule: "required",
        reason: BY_HAND,
    },
    Explained { types: &["response.in_progress"], pointer: "/response/output", rule: "required", reason: BY_HAND },
    Explained {
        types: &["response.completed"],
        pointer: "/response/usage/input_tokens_details",
        rule: "required",
        reason: BY_HAND,
    },
    Explained {
        types: &["response.completed"],
        pointer: "/response/usage/output_tokens_details",
        rule: "required",
        reason: BY_HAND,
    },
    Explained {
        types: &["response.completed"],
        pointer: "/response/usage/total_tokens",
        rule: "required",
        reason: BY_HAND,
    },
];
