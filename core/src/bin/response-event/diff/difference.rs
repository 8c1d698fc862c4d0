//! A difference, in words and as JSON.

use std::iter;

use serde_json::{Map, Value};

use crate::screen_text;

/// The most columns of a value.
const VALUE_WIDTH: usize = 60;

/// The most characters of a text that is shown as a whole.
const WORD_LENGTH: usize = 24;

/// Two values that differ. One that is absent is `None`.
pub(crate) struct Difference {
    pub(crate) kind: Kind,
    pub(crate) a: Option<Value>,
    pub(crate) b: Option<Value>,
}

/// The kinds of differences, with their place.
pub(crate) enum Kind {
    /// Values of the response, at these JSON pointers.
    Value { pointers: [String; 2] },
    /// The way in which the stream of the response ends.
    End,
    /// The error of the stream.
    Error,
    /// The number of responses on a lane.
    Responses,
    /// The number of events of a type, or of the texts that come in them.
    Count { event_type: String, is_of_texts: bool },
    /// The types of the first events that differ, whose numbers these are.
    Order { numbers: [Option<u64>; 2] },
    /// The first deltas of a text that differ.
    Delta { place: String, number: usize, counts: [usize; 2] },
}

/// The response of a difference: its lane and its number on it, if there are several.
#[derive(Clone, Copy, Default)]
pub(crate) struct Place {
    pub(crate) lane: Option<usize>,
    pub(crate) response: Option<usize>,
}

impl Difference {
    /// Returns the line about the difference.
    pub(crate) fn line(&self, place: Place) -> String {
        let mut line = String::new();
        for (name, number) in [("lane", place.lane), ("response", place.response)] {
            if let Some(number) = number {
                line.extend([name, " ", &number.to_string(), ", "]);
            }
        }
        let what = match &self.kind {
            Kind::Value { pointers: [a, b] } if a == b => a.clone(),
            Kind::Value { pointers: [a, b] } => format!("{a} → {b}"),
            Kind::End => "end".to_owned(),
            Kind::Error => "error".to_owned(),
            Kind::Responses => "responses".to_owned(),
            Kind::Count { event_type, is_of_texts: true } => format!("texts in {event_type}"),
            Kind::Count { event_type, is_of_texts: false } => format!("events of type {event_type}"),
            Kind::Order { numbers } => {
                let [a, b] = numbers.map(|number| number.map_or_else(|| "end".to_owned(), |number| number.to_string()));
                if a == b { format!("event {a}") } else { format!("event {a} → {b}") }
            }
            Kind::Delta { place, number, counts: [a, b] } => format!("{place}, delta {number} of {a} → {b}"),
        };
        line += &screen_text::escaped(&what);
        let values = match (&self.kind, &self.a, &self.b) {
            (Kind::Value { .. } | Kind::Error | Kind::Delta { .. }, Some(Value::String(a)), Some(Value::String(b))) => {
                texts(a, b)
            }
            (Kind::Order { .. } | Kind::End, a, b) => format!("{} → {}", word(a.as_ref()), word(b.as_ref())),
            (_, a, b) => format!("{} → {}", shown(a.as_ref()), shown(b.as_ref())),
        };
        format!("{line}: {values}")
    }

    /// Returns the difference as an object.
    pub(crate) fn json(&self, place: Place) -> Value {
        let mut fields = Map::new();
        let mut insert = |name: &str, value: Option<Value>| fields.extend(value.map(|value| (name.to_owned(), value)));
        insert("a", self.a.clone());
        insert("b", self.b.clone());
        insert("lane", place.lane.map(Value::from));
        insert("response", place.response.map(Value::from));
        match &self.kind {
            Kind::Value { pointers: [a, b] } => {
                insert("pointer", Some(a.as_str().into()));
                insert("pointer_b", (a != b).then(|| b.as_str().into()));
            }
            Kind::End => insert("what", Some("end".into())),
            Kind::Error => insert("what", Some("error".into())),
            Kind::Responses => insert("what", Some("responses".into())),
            Kind::Count { event_type, .. } => insert("event_type", Some(event_type.as_str().into())),
            Kind::Order { numbers } => insert("events", Some(numbers.map(Value::from).to_vec().into())),
            Kind::Delta { place, number, counts } => {
                insert("text", Some(place.as_str().into()));
                insert("delta", Some((*number).into()));
                insert("deltas", Some(counts.map(Value::from).to_vec().into()));
            }
        }
        Value::Object(fields)
    }
}

/// Returns both texts from where they differ.
fn texts(a: &str, b: &str) -> String {
    let is_word =
        |text: &str| text.chars().take(WORD_LENGTH + 1).all(|c| !c.is_whitespace()) && text.len() <= WORD_LENGTH;
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    if common == 0 || (is_word(a) && is_word(b)) {
        return format!("{} → {}", shown(Some(&a.into())), shown(Some(&b.into())));
    }
    // A short start is shown: it tells what the rest is about.
    let skipped = if common > WORD_LENGTH { common } else { 0 };
    let rest = |text: &str| -> Option<Value> {
        let (start, _) = text.char_indices().nth(skipped)?;
        Some(text[start..].into())
    };
    format!("from character {}: {} → {}", common + 1, shown(rest(a).as_ref()), shown(rest(b).as_ref()))
}

/// Returns the type of an event, or another word, without quotes.
fn word(value: Option<&Value>) -> String {
    let word = value.and_then(Value::as_str).unwrap_or("nothing");
    screen_text::start(screen_text::escaped(word).chars(), 2 * VALUE_WIDTH)
}

/// Returns the JSON of a value, cut. An object starts with its type.
fn shown(value: Option<&Value>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    let json = match value.as_object().and_then(|fields| Some((fields, fields.get("type")?))) {
        Some((fields, item_type)) => {
            let first = ("type", item_type);
            let others = fields.iter().map(|(name, value)| (&**name, value)).filter(|(name, _)| *name != "type");
            let fields = iter::once(first).chain(others);
            let fields: Vec<_> = fields.map(|(name, value)| format!("{}:{value}", Value::from(name))).collect();
            format!("{{{}}}", fields.join(","))
        }
        None => value.to_string(),
    };
    let escaped = match json.char_indices().nth(2 * VALUE_WIDTH) {
        // What is cut need not be escaped.
        Some((end, _)) => screen_text::escaped(&json[..end]),
        None => screen_text::escaped(&json),
    };
    screen_text::start(escaped.chars(), VALUE_WIDTH)
}
