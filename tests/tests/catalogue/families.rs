//! The families that the facts are about, each behind the same door.

use response_event::events::StreamEvent;
use response_event::events::client::ClientEvent;
use response_event::events::webhook::WebhookEvent;
use response_event::payload::{Annotation, ContentPart, OutputItem, SummaryPart};
use response_event::{Decode, EventFamily, PartFamily, Validate, from_str};
use serde::Serialize;
use serde_json::{Map, Value};

/// A kind of objects and the family that reads them.
pub(crate) struct Family {
    /// As in the facts.
    pub(crate) kind: &'static str,
    pub(crate) name: &'static str,
    /// The folder or file with its structs.
    pub(crate) home: &'static str,
    /// Where the family is written.
    pub(crate) table: &'static str,
    pub(crate) types: &'static [&'static str],
    /// Types that no SDK knows.
    pub(crate) beyond_the_sdks: &'static [&'static str],
    pub(crate) read: fn(&str) -> Result<Read, String>,
}

/// An object as the family reads it.
pub(crate) struct Read {
    pub(crate) written: Map<String, Value>,
    /// The pointers of the broken rules of the contract, and their texts.
    pub(crate) broken: Vec<(String, String)>,
}

fn read<F: Validate + Serialize + for<'a> Decode<'a>>(json: &str) -> Result<Read, String> {
    let object: F = from_str(json).map_err(|error| error.to_string())?;
    let violations = object.validate().err();
    let violations = violations.iter().flatten();
    let broken = violations.map(|violation| (violation.pointer().to_owned(), violation.to_string())).collect();
    match serde_json::to_value(&object).map_err(|error| error.to_string())? {
        Value::Object(written) => Ok(Read { written, broken }),
        other => Err(format!("it is written as {other}")),
    }
}

pub(crate) const FAMILIES: &[Family] = &[
    Family {
        kind: "event",
        name: "StreamEvent",
        home: "core/src/events/",
        table: "the table in core/src/events/mod.rs",
        types: StreamEvent::TYPES,
        beyond_the_sdks: &[
            "codex.rate_limits",
            "codex.response.metadata",
            "keepalive",
            "ping",
            "response.cancelled",
            "response.done",
            "response.error",
            "response.keep_alive",
            "response.metadata",
            "response.rate_limits.updated",
            "response.reasoning_part.added",
            "response.reasoning_part.done",
            "responsesapi.websocket_timing",
        ],
        read: read::<StreamEvent>,
    },
    Family {
        kind: "item",
        name: "OutputItem",
        home: "core/src/payload/output_item/",
        table: "`OutputItem` in core/src/payload/output_item/mod.rs",
        types: OutputItem::TYPES,
        beyond_the_sdks: &[],
        read: read::<OutputItem>,
    },
    Family {
        kind: "part",
        name: "ContentPart",
        home: "core/src/payload/content_part.rs",
        table: "`ContentPart` in core/src/payload/content_part.rs",
        types: ContentPart::TYPES,
        beyond_the_sdks: &[],
        read: read::<ContentPart>,
    },
    Family {
        kind: "annotation",
        name: "Annotation",
        home: "core/src/payload/annotation.rs",
        table: "`Annotation` in core/src/payload/annotation.rs",
        types: Annotation::TYPES,
        beyond_the_sdks: &[],
        read: read::<Annotation>,
    },
    Family {
        kind: "summary",
        name: "SummaryPart",
        home: "core/src/payload/summary_part.rs",
        table: "`SummaryPart` in core/src/payload/summary_part.rs",
        types: SummaryPart::TYPES,
        // Open Responses alone has them here. The facts about them are those of the content parts.
        beyond_the_sdks: &[
            "input_file",
            "input_image",
            "input_text",
            "output_text",
            "reasoning_text",
            "refusal",
            "text",
        ],
        read: read::<SummaryPart>,
    },
    Family {
        kind: "client",
        name: "ClientEvent",
        home: "core/src/events/client.rs",
        table: "`ClientEvent` in core/src/events/client.rs",
        types: ClientEvent::TYPES,
        beyond_the_sdks: &[],
        read: read::<ClientEvent>,
    },
    Family {
        kind: "webhook",
        name: "WebhookEvent",
        home: "core/src/events/webhook.rs",
        table: "`WebhookEvent` in core/src/events/webhook.rs",
        types: WebhookEvent::TYPES,
        beyond_the_sdks: &[],
        read: read::<WebhookEvent>,
    },
];

/// The family of this kind of objects.
pub(crate) fn family(kind: &str) -> &'static Family {
    FAMILIES.iter().find(|family| family.kind == kind).unwrap_or_else(|| {
        let kinds: Vec<_> = FAMILIES.iter().map(|family| family.kind).collect();
        panic!("tests/tests/catalogue/facts.tsv: `{kind}` is none of {kinds:?}")
    })
}
