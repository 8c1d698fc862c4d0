//! Output of the commands of a shell call.

#[cfg(feature = "schema")]
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::construct::constructors;
use crate::{ExtraFields, RawJson, ResponseEvent, Validate, Validator};

/// New output of a command since the last event.
///
/// ```
/// use response_event::payload::ShellOutputDelta;
///
/// let delta: ShellOutputDelta = response_event::from_str(r#"{"stdout":"SKILL.md\n"}"#)?;
/// assert_eq!(delta.stdout.as_deref(), Some("SKILL.md\n"));
/// assert_eq!(delta.stderr, None);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "Delta")]
#[non_exhaustive]
pub struct ShellOutputDelta {
    /// Text added to the standard output.
    pub stdout: Option<String>,
    /// Text added to the standard error output.
    pub stderr: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Output of one command and its outcome.
///
/// Some servers send a list of typed parts, such as `{"type":"stdout","text":"1\n"}`, instead of one object for each
/// command. The fields of such a part are in `extra`.
///
/// ```
/// use response_event::payload::ShellOutput;
///
/// let output: ShellOutput =
///     response_event::from_str(r#"{"outcome":{"type":"exit","exit_code":0},"stdout":"SKILL.md\n","stderr":""}"#)?;
/// assert_eq!(output.outcome.unwrap().get(), r#"{"type":"exit","exit_code":0}"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "Output")]
#[doc(alias = "ShellCallOutputContent")]
#[doc(alias = "ResponseFunctionShellCallOutputContent")]
#[non_exhaustive]
pub struct ShellOutput {
    /// Outcome of the command: an object of type `exit` with an `exit_code`, or of type `timeout`.
    #[event(required)]
    pub outcome: Option<RawJson>,
    /// Standard output.
    #[event(required)]
    pub stdout: Option<String>,
    /// Standard error output.
    #[event(required)]
    pub stderr: Option<String>,
    /// Creator of this output, if several contribute.
    pub created_by: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ShellOutputDelta();
    ShellOutput();
}

/// Output of a [`ShellCallOutput`](crate::payload::ShellCallOutput): a list, or a text where a server sends one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ShellOutputs {
    /// The output of each command.
    List(Vec<ShellOutput>),
    /// The output of all commands as one text.
    Text(String),
}

impl ShellOutputs {
    /// Returns the output of each command; empty if the output is one text.
    pub fn as_slice(&self) -> &[ShellOutput] {
        match self {
            Self::List(list) => list,
            Self::Text(_) => &[],
        }
    }

    /// Returns `true` if there is no output.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::List(list) => list.is_empty(),
            Self::Text(text) => text.is_empty(),
        }
    }

    /// Returns the text, if the output is one text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::List(_) => None,
            Self::Text(text) => Some(text),
        }
    }
}

impl Default for ShellOutputs {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl From<Vec<ShellOutput>> for ShellOutputs {
    fn from(list: Vec<ShellOutput>) -> Self {
        Self::List(list)
    }
}

impl From<String> for ShellOutputs {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

#[diagnostic::do_not_recommend]
impl Validate for ShellOutputs {
    fn check(&self, validator: &mut Validator<'_>) {
        if let Self::List(list) = self {
            list.check(validator);
        }
    }
}

impl Serialize for ShellOutputs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::List(list) => list.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for ShellOutputs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OutputsVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ShellOutputs {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ShellOutputs".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::ShellOutputs").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let list = generator.subschema_for::<Vec<ShellOutput>>();
        schemars::json_schema!({ "anyOf": [list, { "type": "string" }] })
    }
}

struct OutputsVisitor;

impl<'de> Visitor<'de> for OutputsVisitor {
    type Value = ShellOutputs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<ShellOutputs, E> {
        Ok(ShellOutputs::Text(text.into()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<ShellOutputs, E> {
        Ok(ShellOutputs::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<ShellOutputs, A::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(ShellOutputs::List)
    }
}
