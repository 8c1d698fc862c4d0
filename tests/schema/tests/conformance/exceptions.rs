//! What a schema cannot say: why it may accept what the library refuses.

use std::collections::HashSet;
use std::fmt;

use response_event::Violation;
use response_event::schema::Rules;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::verdict::{Input, Refusal};

/// A reason for which verdicts may differ.
pub(crate) struct Exception {
    pub(crate) name: &'static str,
    pub(crate) applies: fn(&Input<'_>) -> bool,
}

pub(crate) const EXCEPTIONS: &[Exception] = &[
    Exception {
        name: "a field occurs twice: a validator sees the last one",
        applies: |input| decode_error(input).is_some() && has_duplicate(input.json),
    },
    Exception {
        name: "`accept(is_of_a_stream)` of a lifecycle event: a function",
        applies: |input| {
            let words = ["the fields of the response are in the event itself", "this is the body of a webhook"];
            decode_error(input).is_some_and(|error| words.iter().any(|words| error.contains(words)))
        },
    },
    Exception {
        name: "`with(error_has_message)` of an `error`: a function that looks for the message in many places",
        applies: |input| lacks(input, "/message"),
    },
    Exception {
        name: "`with(has_its_action)` of a web search call: a function",
        applies: |input| lacks(input, "/action"),
    },
    Exception {
        name: "`strict(with(has_its_result))` of an image generation call: a function",
        applies: |input| lacks(input, "/result"),
    },
    Exception {
        name: "an integer that is written with a fraction or exponent: jsonschema 0.33 refuses it in a list of types",
        applies: |input| {
            let is_refused = input.refusal.is_none() && !input.conforms && input.rules == Rules::Strict;
            is_refused && integer_as_float(input.value)
        },
    },
];

/// The fields that functions in `with(path)` ask for.
const ASKED_FOR: &[&str] = &["/message", "/action", "/result"];

/// Returns the error of an input that conforms and does not decode.
fn decode_error(input: &Input<'_>) -> Option<String> {
    match &input.refusal {
        Some(Refusal::Decode(error)) if input.conforms => Some(error.to_string()),
        _ => None,
    }
}

/// Returns `true` if an input conforms, and is refused only because functions ask for fields, this one among them.
fn lacks(input: &Input<'_>, field: &str) -> bool {
    let Some(Refusal::Validate(violations)) = &input.refusal else { return false };
    let asks =
        |violation: &Violation, field: &str| violation.rule() == "required" && violation.pointer().ends_with(field);
    let is_asked = |violation: &Violation| ASKED_FOR.iter().any(|field| asks(violation, field));
    input.conforms && violations.iter().all(is_asked) && violations.iter().any(|violation| asks(violation, field))
}

/// Returns `true` if there is a number that is an integer, but not one of 64 bits.
fn integer_as_float(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64() && number.as_f64().is_some_and(|number| number.fract() == 0.0),
        Value::Array(values) => values.iter().any(integer_as_float),
        Value::Object(fields) => fields.values().any(integer_as_float),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// Returns `true` if an object has two fields of one name.
fn has_duplicate(json: &str) -> bool {
    serde_json::from_str::<Distinct>(json).is_err()
}

/// A value whose objects have each name once.
struct Distinct;

impl<'de> Deserialize<'de> for Distinct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DistinctVisitor)
    }
}

struct DistinctVisitor;

impl<'de> Visitor<'de> for DistinctVisitor {
    type Value = Distinct;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_str<E>(self, _: &str) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_unit<E>(self) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Distinct, A::Error> {
        while list.next_element::<Distinct>()?.is_some() {}
        Ok(Distinct)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Distinct, A::Error> {
        let mut names = HashSet::new();
        while let Some((name, _)) = map.next_entry::<String, Distinct>()? {
            if !names.insert(name) {
                return Err(A::Error::custom("twice"));
            }
        }
        Ok(Distinct)
    }
}
