//! The kinds of events that are written and read: what is special about each, and a value of it.

use std::fmt::Debug;

use response_event::{
    Decode, EventFamily, ExtraFields, Lossless, Number, RawJson, ResponseEvent, UnknownEvent, Valid, Validate,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// An event with ordinary fields.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "note")]
pub(crate) struct Note {
    pub(crate) count: u32,
    #[event(non_empty)]
    #[serde(alias = "body")]
    pub(crate) text: String,
    pub(crate) label: Option<String>,
}

/// An event that keeps the fields that it does not know.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "open")]
pub(crate) struct Open {
    pub(crate) index: Number,
    #[serde(flatten)]
    pub(crate) extra: ExtraFields,
}

/// An event with a field of any JSON.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "raw")]
pub(crate) struct Raw {
    pub(crate) kept: RawJson,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
pub(crate) enum Family {
    Note(Note),
    Open(Open),
    Raw(Raw),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

/// The text of another producer: `type` is the last field, or a field has its other name.
#[derive(Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Foreign {
    Note { count: u32, text: &'static str, r#type: &'static str },
    Aliased { r#type: &'static str, count: u32, body: &'static str },
    Unknown { list: (f64, &'static str), text: &'static str, whole: Object, r#type: &'static str },
}

#[derive(Clone, Serialize)]
pub(crate) struct Object {
    flag: bool,
}

/// The questions to an event that is read.
pub(crate) trait Event: for<'de> Decode<'de> + DeserializeOwned + Serialize + Clone + PartialEq + Debug {
    /// Moves the `type` of an unknown event to its start.
    fn move_type_first(&mut self) {}
}

impl Event for Family {
    fn move_type_first(&mut self) {
        if let Self::Unknown(event) = self {
            let mut fields: ExtraFields = event.json().parse().expect("an object");
            fields.remove("type");
            *event = UnknownEvent::new(event.event_type(), &fields).expect("no `type`");
        }
    }
}

impl Event for Lossless<Family> {
    fn move_type_first(&mut self) {
        (**self).move_type_first();
    }
}

impl Event for Valid<Family> {}

/// A value and the type with which it is read.
pub(crate) enum Input {
    Family(Family),
    /// The value that is written, and the one that is then read.
    Foreign(Foreign, Family),
    Lossless(Lossless<Family>),
    Valid(Valid<Family>),
}

macro_rules! kinds {
    ($($kind:ident: $title:literal = $input:expr;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Kind {
            $($kind,)*
        }

        impl Kind {
            pub(crate) const ALL: &[Self] = &[$(Self::$kind),*];

            pub(crate) fn title(self) -> &'static str {
                match self {
                    $(Self::$kind => $title,)*
                }
            }

            pub(crate) fn input(self) -> Input {
                match self {
                    $(Self::$kind => $input,)*
                }
            }
        }
    };
}

kinds! {
    Known: "known event" = Input::Family(note());
    KnownLate: "known event, `type` last" =
        Input::Foreign(Foreign::Note { count: 3, text: "a b", r#type: "note" }, note());
    KnownAlias: "known event, a field by its alias" =
        Input::Foreign(Foreign::Aliased { r#type: "note", count: 3, body: "a b" }, note());
    Valid: "known event in `Valid`" = Input::Valid(Valid::try_new(note()).expect("valid"));
    Extra: "event with `ExtraFields`" = Input::Family(Family::Open(Open {
        index: 7.into(),
        extra: r#"{"list":[1.0,"a"],"text":"a b","whole":{"flag":true}}"#.parse().expect("an object"),
    }));
    Raw: "event with a `RawJson`" = Input::Family(Family::Raw(Raw {
        kept: r#"[1.0,"a",{"flag":true}]"#.parse().expect("JSON"),
    }));
    Unknown: "unknown event" =
        Input::Family(unknown(r#""list":[1.0,"a"],"text":"a b","whole":{"flag":true}"#));
    UnknownLate: "unknown event, `type` last" = Input::Foreign(
        Foreign::Unknown { list: (1.0, "a"), text: "a b", whole: Object { flag: true }, r#type: "new" },
        unknown(r#""list":[1.0,"a"],"text":"a b","whole":{"flag":true}"#),
    );
    Lossless: "event in `Lossless`" = Input::Lossless(
        response_event::from_str(r#"{"type":"note","count":3,"list":[1.0,"a"],"text":"a b"}"#).expect("a note"),
    );
    LosslessUnknown: "unknown event in `Lossless`" = Input::Lossless(
        response_event::from_str(r#"{"type":"new","list":[1.0,"a"],"text":"a b","whole":{"flag":true}}"#).expect("an event"),
    );
    Null: "`null` in kept JSON" = Input::Family(unknown(r#""a":null,"b":{"c":null}"#));
    Order: "kept fields in another order than that of their names" =
        Input::Family(unknown(r#""b":2,"a":1"#));
    Digits: "kept numbers in other digits than the shortest, and white space" =
        Input::Family(unknown(r#""n":[1.50, 2e2]"#));
    U64: "kept 18446744073709551615" = Input::Family(unknown(r#""n":18446744073709551615"#));
    I128: "kept -1267650600228229401496703205376" =
        Input::Family(unknown(r#""n":-1267650600228229401496703205376"#));
    ThirtyDigits: "kept 123456789012345678901234567890" =
        Input::Family(unknown(r#""n":123456789012345678901234567890"#));
    FiftyDigits: "kept integer of 50 digits" =
        Input::Family(unknown(r#""n":12345678901234567890123456789012345678901234567890"#));
    LongFraction: "kept 0.1234567890123456789" = Input::Family(unknown(r#""n":0.1234567890123456789"#));
    Huge: "kept 1e400" = Input::Family(unknown(r#""n":1e400"#));
}

fn note() -> Family {
    Family::Note(Note { count: 3, text: "a b".into(), label: None })
}

fn unknown(fields: &str) -> Family {
    Family::Unknown(format!(r#"{{"type":"new",{fields}}}"#).parse().expect("an event"))
}

#[test]
fn each_kind_is_what_its_name_says() {
    for kind in Kind::ALL {
        match kind.input() {
            Input::Family(event) => assert!(event.validate().is_ok()),
            Input::Foreign(foreign, event) => {
                let json = response_event::to_string(&foreign).expect("JSON");
                assert_ne!(response_event::to_string(&event).expect("JSON"), json);
                assert_eq!(json.contains(r#","type":""#), kind.title().contains("last"), "{json}");
            }
            Input::Lossless(event) => assert!(response_event::to_string(&event).expect("JSON").contains("list")),
            Input::Valid(event) => assert_eq!(event.into_inner(), note()),
        }
    }
}
