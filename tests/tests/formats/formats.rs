//! The formats: how each writes and reads, through every entry point that may differ.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON text through the entry points of `response_event` that take the type.
pub(crate) type Read<R> = fn(&str) -> Vec<(&'static str, Result<R, String>)>;

/// One way through a format: out by one entry point, in by another.
pub(crate) struct Door<R> {
    /// Names the entry points.
    pub(crate) name: String,
    /// The output, as text or a dump of it.
    pub(crate) written: Option<Written>,
    pub(crate) read: Result<R, Failure>,
    pub(crate) comparison: Comparison,
}

/// The way in which a value that is read is compared with the one that was written.
#[derive(Clone, Copy)]
pub(crate) enum Comparison {
    Exact,
    /// Without the order of the fields and the white space.
    Values,
}

pub(crate) enum Written {
    Json(String),
    Other(String),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Failure {
    Write(String),
    Read(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Format {
    Ours,
    SerdeJson,
    JsonValue,
    Sonic,
    Simd,
    Yaml,
    Toml,
    Ron,
    Cbor,
    PackMap,
    PackArray,
    Postcard,
    Form,
}

impl Format {
    pub(crate) const ALL: &[Self] = &[
        Self::Ours,
        Self::SerdeJson,
        Self::JsonValue,
        Self::Sonic,
        Self::Simd,
        Self::Yaml,
        Self::Toml,
        Self::Ron,
        Self::Cbor,
        Self::PackMap,
        Self::PackArray,
        Self::Postcard,
        Self::Form,
    ];

    /// Heads its column.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Ours => "`to_string`, `from_str`",
            Self::SerdeJson => "serde_json",
            Self::JsonValue => "`serde_json::Value`",
            Self::Sonic => "sonic-rs",
            Self::Simd => "simd-json",
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
            Self::Ron => "RON",
            Self::Cbor => "CBOR",
            Self::PackMap => "MessagePack, maps",
            Self::PackArray => "MessagePack, arrays",
            Self::Postcard => "postcard",
            Self::Form => "URL-encoded",
        }
    }

    /// Returns `true` if the fields have no names, so that their order is fixed.
    pub(crate) fn is_positional(self) -> bool {
        matches!(self, Self::PackArray | Self::Postcard)
    }

    /// Writes a value and reads it again, through every door.
    pub(crate) fn round_trip<W: Serialize, R: DeserializeOwned>(self, value: &W, ours: Read<R>) -> Vec<Door<R>> {
        match self {
            Self::Ours => through_ours(value, ours),
            Self::SerdeJson => through_serde_json(value),
            Self::JsonValue => through_json_value(value),
            Self::Sonic => through_sonic(value),
            Self::Simd => through_simd(value),
            Self::Yaml => through_yaml(value),
            Self::Toml => through_toml(value),
            Self::Ron => through_ron(value),
            Self::Cbor => through_cbor(value),
            Self::PackMap => through_message_pack(rmp_serde::to_vec_named(value)),
            Self::PackArray => through_message_pack(rmp_serde::to_vec(value)),
            Self::Postcard => through_postcard(value),
            Self::Form => through_form(value),
        }
    }
}

/// Goes through the doors behind what one writer wrote.
struct Writer<T, R> {
    name: &'static str,
    written: Result<T, String>,
    show: fn(&T) -> Written,
    comparison: Comparison,
    doors: Vec<Door<R>>,
}

impl<T, R> Writer<T, R> {
    fn new<E: ToString>(name: &'static str, written: Result<T, E>, show: fn(&T) -> Written) -> Self {
        Self {
            name,
            written: written.map_err(|error| error.to_string()),
            show,
            comparison: Comparison::Exact,
            doors: Vec::new(),
        }
    }

    fn compared(self, comparison: Comparison) -> Self {
        Self { comparison, ..self }
    }

    fn door<E: ToString>(mut self, name: &str, read: impl FnOnce(&T) -> Result<R, E>) -> Self {
        let door = match &self.written {
            Ok(written) => Door {
                name: format!("{} > {name}", self.name),
                written: Some((self.show)(written)),
                read: read(written).map_err(|error| Failure::Read(error.to_string())),
                comparison: self.comparison,
            },
            Err(error) => Door {
                name: self.name.to_owned(),
                written: None,
                read: Err(Failure::Write(error.clone())),
                comparison: self.comparison,
            },
        };
        self.doors.push(door);
        self
    }
}

fn json(text: &impl AsRef<str>) -> Written {
    Written::Json(text.as_ref().to_owned())
}

fn dump(value: &impl std::fmt::Debug) -> Written {
    Written::Other(format!("{value:?}"))
}

/// Bytes as text, in which names can be found.
fn bytes(bytes: &impl AsRef<[u8]>) -> Written {
    Written::Other(String::from_utf8_lossy(bytes.as_ref()).into_owned())
}

fn text(text: &impl AsRef<str>) -> Written {
    Written::Other(text.as_ref().to_owned())
}

fn through_ours<W: Serialize, R: DeserializeOwned>(value: &W, ours: Read<R>) -> Vec<Door<R>> {
    let mut doors = Vec::new();
    let vec = response_event::to_vec(value).map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    let mut sink = Vec::new();
    let writer = response_event::to_writer(&mut sink, value).map(|()| String::from_utf8(sink).expect("UTF-8"));
    for (name, written) in [
        ("response_event::to_string", response_event::to_string(value)),
        ("response_event::to_vec", vec),
        ("response_event::to_writer", writer),
    ] {
        match written {
            Ok(text) => doors.extend(ours(&text).into_iter().map(|(reader, read)| Door {
                name: format!("{name} > {reader}"),
                written: Some(json(&text)),
                read: read.map_err(Failure::Read),
                comparison: Comparison::Exact,
            })),
            Err(error) => doors.push(Door {
                name: name.to_owned(),
                written: None,
                read: Err(Failure::Write(error.to_string())),
                comparison: Comparison::Exact,
            }),
        }
    }
    doors
}

fn through_serde_json<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    let mut doors = Writer::new("serde_json::to_string", serde_json::to_string(value), json)
        .door("from_str", |text| serde_json::from_str(text))
        .door("from_slice", |text| serde_json::from_slice(text.as_bytes()))
        .door("from_reader", |text| serde_json::from_reader(text.as_bytes()))
        .doors;
    doors.extend(
        Writer::new("serde_json::to_string_pretty", serde_json::to_string_pretty(value), json)
            // Kept JSON keeps the white space.
            .compared(Comparison::Values)
            .door("from_str", |text| serde_json::from_str(text))
            .doors,
    );
    doors
}

fn through_json_value<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    Writer::new("serde_json::to_value", serde_json::to_value(value), dump)
        .door("from_value", |value: &Value| serde_json::from_value(value.clone()))
        .door("&Value", |value: &Value| R::deserialize(value))
        .doors
}

fn through_sonic<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    let mut doors = Writer::new("sonic_rs::to_string", sonic_rs::to_string(value), json)
        .door("sonic_rs::from_str", |text| sonic_rs::from_str(text))
        .door("serde_json::from_str", |text| serde_json::from_str(text).map_err(|error| error.to_string()))
        .doors;
    doors.extend(
        Writer::new("sonic_rs::to_value", sonic_rs::to_value(value), dump)
            // The fields of `sonic_rs::Value` are in no order.
            .compared(Comparison::Values)
            .door("from_value", |value| sonic_rs::from_value(value))
            .doors,
    );
    doors
}

fn through_simd<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    let mut doors = Writer::new("simd_json::to_string", simd_json::to_string(value), json)
        .door("simd_json::from_slice", |text| simd_json::from_slice(&mut text.clone().into_bytes()))
        .door("serde_json::from_str", |text| serde_json::from_str(text).map_err(|error| error.to_string()))
        .doors;
    doors.extend(
        Writer::new("simd_json::serde::to_owned_value", simd_json::serde::to_owned_value(value), dump)
            .door("from_owned_value", |value| simd_json::serde::from_owned_value(value.clone()))
            .doors,
    );
    doors
}

fn through_yaml<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    Writer::new("serde_saphyr::to_string", serde_saphyr::to_string(value), text)
        .door("from_str", |text| serde_saphyr::from_str(text))
        .doors
}

fn through_toml<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    let mut doors = Writer::new("toml::to_string", toml::to_string(value), text)
        .door("from_str", |text| toml::from_str(text))
        .doors;
    doors.extend(
        Writer::new("toml::Value::try_from", toml::Value::try_from(value), dump)
            .door("try_into", |value| value.clone().try_into())
            .doors,
    );
    doors
}

fn through_ron<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    Writer::new("ron::to_string", ron::to_string(value), text).door("from_str", |text| ron::from_str(text)).doors
}

fn through_cbor<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    let mut sink = Vec::new();
    let written = ciborium::into_writer(value, &mut sink).map(|()| sink);
    let mut doors = Writer::new("ciborium::into_writer", written, bytes)
        .door("from_reader", |bytes| ciborium::from_reader(&**bytes))
        .doors;
    doors.extend(
        Writer::new("ciborium::Value::serialized", ciborium::Value::serialized(value), dump)
            .door("deserialized", ciborium::Value::deserialized)
            .doors,
    );
    doors
}

fn through_message_pack<R: DeserializeOwned>(written: Result<Vec<u8>, rmp_serde::encode::Error>) -> Vec<Door<R>> {
    Writer::new("rmp_serde::to_vec", written, bytes)
        .door("from_slice", |bytes| rmp_serde::from_slice(bytes))
        .door("from_read", |bytes| rmp_serde::from_read(&**bytes))
        .doors
}

fn through_postcard<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    Writer::new("postcard::to_allocvec", postcard::to_allocvec(value), bytes)
        .door("from_bytes", |bytes| postcard::from_bytes(bytes))
        .doors
}

fn through_form<W: Serialize, R: DeserializeOwned>(value: &W) -> Vec<Door<R>> {
    Writer::new("serde_urlencoded::to_string", serde_urlencoded::to_string(value), text)
        .door("from_str", |text| serde_urlencoded::from_str(text))
        .doors
}
