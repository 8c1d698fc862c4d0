//! Other schema derives: how they get a right result for an event.

use response_event::events::ImageGenCallInProgress;
use response_event::schema::Rules;
use response_event::schema::schemars::generate::SchemaSettings;
use response_event::schema::schemars::transform::ReplaceConstValue;
use response_event::{Number, ResponseEvent};
use serde_json::json;
use ts_rs::TS;
use utoipa::ToSchema;
use utoipa::openapi::Schema;

/// A type of a web service, described by utoipa, with an event in it.
#[derive(ToSchema)]
#[allow(dead_code)] // only described
struct Job {
    id: String,
    #[schema(schema_with = in_progress)]
    progress: ImageGenCallInProgress,
}

/// The schema that the derive writes, as utoipa has it: it knows `enum` and not `const`.
fn in_progress() -> Schema {
    let settings = Rules::Contract.within(SchemaSettings::draft2020_12()).with_transform(ReplaceConstValue::default());
    let schema = settings.into_generator().into_root_schema_for::<ImageGenCallInProgress>();
    serde_json::from_value(schema.to_value()).expect("a schema")
}

#[test]
fn utoipa_takes_the_schema_of_an_event() {
    let job = serde_json::to_value(<Job as utoipa::PartialSchema>::schema()).expect("JSON");
    let progress = &job["properties"]["progress"];
    assert_eq!(progress["properties"]["type"]["enum"], json!([ImageGenCallInProgress::TYPE]), "{job}");
    assert_eq!(progress["required"], json!(["type", "item_id", "output_index", "sequence_number"]), "{job}");
    assert_eq!(progress["properties"]["item_id"]["minLength"].as_f64(), Some(1.0), "{job}");
}

/// An event that ts-rs describes beside our derive: it is told the `type`, and what a `Number` is.
#[derive(ResponseEvent, TS)]
#[event(type = "text.delta")]
#[ts(tag = "type", rename = "text.delta")]
#[allow(dead_code)] // only described
struct TextDelta {
    #[ts(type = "number")]
    index: Number,
    #[ts(optional)]
    delta: Option<String>,
}

#[test]
fn ts_rs_writes_the_type_of_an_event_that_says_it() {
    let inline = TextDelta::inline(&ts_rs::Config::default());
    assert!(inline.contains(r#""type": "text.delta""#) && inline.contains("index: number"), "{inline}");
}
