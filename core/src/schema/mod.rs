//! JSON Schemas of events: the rules that they include, and what generated code describes an event with.
//!
//! `#[event(schema)]` on a struct or an enum implements [`JsonSchema`] of the crate `schemars` for it. The events and
//! payloads of this crate have it.
//!
//! ```
//! use response_event::schema::{Rules, schema_for};
//! use response_event::{Number, ResponseEvent};
//!
//! /// A piece of text.
//! #[derive(ResponseEvent)]
//! #[event(type = "text.delta", schema)]
//! struct TextDelta {
//!     /// Id of the item.
//!     #[event(non_empty)]
//!     item_id: String,
//!     #[event(index)]
//!     output_index: Number,
//!     delta: Option<String>,
//! }
//!
//! let schema = schema_for::<TextDelta>(Rules::Contract);
//! assert_eq!(
//!     serde_json::to_value(&schema).unwrap(),
//!     serde_json::json!({
//!         "$schema": "https://json-schema.org/draft/2020-12/schema",
//!         "title": "TextDelta",
//!         "description": "A piece of text.",
//!         "type": "object",
//!         "properties": {
//!             "type": { "type": "string", "const": "text.delta" },
//!             "item_id": { "description": "Id of the item.", "type": "string", "minLength": 1 },
//!             "output_index": { "type": "number", "minimum": 0 },
//!             "delta": { "type": ["string", "null"] },
//!         },
//!         "required": ["type", "item_id", "output_index"],
//!     }),
//! );
//! ```
//!
//! # Which values conform
//!
//! A schema describes what is read; that of a `serialize_only` item, what is written. [`Rules`] says which rules it includes, so that the question has one of three answers:
//!
//! | | conforms |
//! |---|---|
//! | [`Rules::None`] | what decodes: the `type`, the required fields and their JSON types |
//! | [`Rules::Contract`], the default | what `validate()` accepts besides |
//! | [`Rules::Strict`] | what `validate_strict()` accepts besides |
//!
//! `schemars::schema_for!` and other generators include the rules of the contract; [`Rules::within`] changes the settings
//! of a generator. A field without `nested` is not validated, so its type is described without rules, in a definition whose
//! name ends with `-decoded`.
//!
//! | of the item or field | in the schema |
//! |---|---|
//! | `type`, `alias` | `const`, or `enum` of all of them |
//! | `#[serde(alias)]` | a property for each name, and exactly one or at most one of them |
//! | `#[serde(default)]` | not in `required`; `default`, if the value can be written as JSON |
//! | `Option` | not in `required`, and `null` |
//! | `flatten` | the properties of the struct or map beside the others |
//! | `deny_unknown_fields` | `additionalProperties: false` |
//! | `required` | in `required`, and no `null` |
//! | `non_empty`, `len` | `minLength`, `maxLength`; `minItems`, `maxItems`; `minProperties`, `maxProperties` |
//! | `index`, `range` | `minimum`, `maximum` |
//! | `integer`, `index` at the strict level | `type: integer` |
//! | `prefix` | `pattern` |
//! | `one_of` | `enum` |
//! | `base64` | `contentEncoding: base64` and a `pattern` of the alphabet and its padding |
//! | `each(…)` | keywords of `items`, or of `additionalProperties` |
//! | `nested` | the schema of the type with its rules |
//! | a family | `oneOf` its events; with an `unknown` variant also any object with another `type` |
//! | `without_type` | objects without `type` that have the field |
//! | documentation | `description`, without code blocks |
//!
//! # What a schema cannot say
//!
//! Such a value conforms although it is refused:
//!
//! - `with(path)` and `accept(path)` are functions. They have no keyword.
//! - A field that occurs twice is an error, but not to a validator.
//! - JSON Schema takes `1.0` for an integer; serde's integers do not. A [`Number`](crate::Number) does.
//! - A number beyond the range of a 64-bit float is an error, and so is, strictly, an index beyond 64 bits.
//! - A field behind `#[serde(flatten)]` that the outer struct has, too, belongs to the outer struct.
//!
//! Such a value is refused although it decodes:
//!
//! - Behind a flattened `Option`: a field that the outer struct has, too, counts as one of the inner struct. If the inner
//!   struct has `deny_unknown_fields`, so does the outer one.
//! - Behind a flattened family whose events have `deny_unknown_fields`: any other field.
//! - In a family with two variants that have no `type`: an object that has the field of both.
//!
//! # Fields that a function reads
//!
//! The schema cannot see what a function in `#[serde(with = "…")]` reads, so such a field needs `schema_with(path)`, a function
//! that returns its schema. In an item with `serialize_only`, a field with `serialize_with` needs it:
//!
//! ```
//! use response_event::ResponseEvent;
//! use response_event::schema::{Schema, SchemaGenerator, schemars::json_schema};
//!
//! # mod seconds {
//! #     use std::time::Duration;
//! #     use serde::{Deserialize, Deserializer, Serialize, Serializer};
//! #     pub fn serialize<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
//! #         duration.as_secs().serialize(serializer)
//! #     }
//! #     pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
//! #         u64::deserialize(deserializer).map(Duration::from_secs)
//! #     }
//! # }
//! #[derive(ResponseEvent)]
//! #[event(type = "session.timeout", schema)]
//! struct Timeout {
//!     #[serde(with = "seconds")]
//!     #[event(schema_with(seconds_schema))]
//!     after: std::time::Duration,
//! }
//!
//! fn seconds_schema(_generator: &mut SchemaGenerator) -> Schema {
//!     json_schema!({ "type": "integer", "minimum": 0 })
//! }
//! ```
//!
//! # Other schema derives
//!
//! A schema derive beside `ResponseEvent` does not know the `type`: it reads serde's attributes alone. Both ways below are
//! tested in `tests/schema/tests/neighbours.rs`.
//!
//! - utoipa takes the schema that `#[event(schema)]` makes, in `#[schema(schema_with = path)]`. It has no `const`, so let
//!   the transform `ReplaceConstValue` write `enum`:
//!
//!   ```text
//!   #[derive(utoipa::ToSchema)]
//!   struct Job {
//!       #[schema(schema_with = in_progress)]
//!       progress: ImageGenCallInProgress,
//!   }
//!
//!   fn in_progress() -> utoipa::openapi::Schema {
//!       let settings = Rules::Contract.within(SchemaSettings::draft2020_12()).with_transform(ReplaceConstValue::default());
//!       let schema = settings.into_generator().into_root_schema_for::<ImageGenCallInProgress>();
//!       serde_json::from_value(schema.to_value()).expect("a schema")
//!   }
//!   ```
//!
//! - ts-rs needs the type once more, and the TypeScript type of a `Number`:
//!
//!   ```text
//!   #[derive(ResponseEvent, ts_rs::TS)]
//!   #[event(type = "text.delta")]
//!   #[ts(tag = "type", rename = "text.delta")]
//!   struct TextDelta {
//!       #[ts(type = "number")]
//!       index: Number,
//!       #[ts(optional)]
//!       delta: Option<String>,
//!   }
//!   ```
//!
//!   A family takes `#[ts(untagged)]`.
//!
//! # TypeScript from a schema
//!
//! The npm package json-schema-to-typescript makes types of the schema that `response-event schema --decoding` prints.
//! `tests/schema/typescript` changes what the package misreads, and checks recorded events against the types. TypeScript
//! has no type for "any other `type`", so a union with an `unknown` variant accepts a known event with a wrong body.

mod decoded;
mod description;
mod family;
mod field;
mod keyword;
mod name;
mod object;
mod probe;
mod rules;

pub use schemars::{self, JsonSchema, Schema, SchemaGenerator};

#[cfg(feature = "events")]
pub(crate) use self::rules::note_rule;
pub use self::rules::{Rules, schema_for};

#[doc(hidden)]
pub use self::family::Family;
#[doc(hidden)]
pub use self::field::{Field, FieldSchema, HeldSchema, Rule};
#[doc(hidden)]
pub use self::name::{constant, id, name};
#[doc(hidden)]
pub use self::object::Object;
#[cfg(feature = "events")]
pub(crate) use self::object::text_of;
#[doc(hidden)]
pub use self::probe::{AlwaysFlattened, AlwaysRequired, DefaultValue, Flattened, NoDefault, Requirement, is_required};
