//! A family whose `type` comes after other members: nothing that they hold is lost.

use std::borrow::Cow;

use response_event::{EventFamily, Number, ResponseEvent, from_slice, from_str};
use serde_json::value::RawValue;

use crate::{decode, refuse};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "text")]
struct Text<'a> {
    plain: &'a str,
    #[serde(borrow)]
    maybe: Cow<'a, str>,
    #[serde(borrow)]
    optional: Option<Cow<'a, str>>,
}

#[derive(Debug, ResponseEvent)]
#[event(type = "raw")]
struct Raw<'a> {
    #[serde(borrow)]
    borrowed: &'a RawValue,
    owned: Box<RawValue>,
    optional: Option<&'a RawValue>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "numbers")]
struct Numbers {
    unsigned: u128,
    signed: i128,
    float: f64,
    number: Number,
}

#[derive(Debug, EventFamily)]
enum Borrowed<'a> {
    Text(Text<'a>),
    Raw(Raw<'a>),
    Numbers(Numbers),
}

/// The text with `type` first, in the middle and last.
fn orders(tag: &str, members: &[&str]) -> Vec<String> {
    (0..=members.len())
        .map(|place| {
            let mut members: Vec<_> = members.iter().map(ToString::to_string).collect();
            members.insert(place, format!(r#""type":"{tag}""#));
            format!("{{{}}}", members.join(","))
        })
        .collect()
}

fn is_part_of(part: &str, whole: &str) -> bool {
    whole.as_bytes().as_ptr_range().contains(&part.as_ptr())
}

#[test]
fn text_stays_borrowed() {
    for json in orders("text", &[r#""plain":"one""#, r#""maybe":"two""#, r#""optional":"three""#]) {
        let by_door: [Borrowed<'_>; 4] = [
            from_str(&json).unwrap(),
            from_slice(json.as_bytes()).unwrap(),
            serde_json::from_str(&json).unwrap(),
            serde_json::from_slice(json.as_bytes()).unwrap(),
        ];
        for event in by_door {
            let Borrowed::Text(text) = event else { panic!("{json} is read as another event") };
            assert_eq!(text, Text { plain: "one", maybe: "two".into(), optional: Some("three".into()) });
            assert!(is_part_of(text.plain, &json), "{json}");
            assert!(matches!(text.maybe, Cow::Borrowed(maybe) if is_part_of(maybe, &json)), "{json}");
            assert!(matches!(text.optional, Some(Cow::Borrowed(text)) if is_part_of(text, &json)), "{json}");
        }
    }
}

#[test]
fn text_with_escapes_becomes_owned_and_is_refused_by_a_plain_reference() {
    for json in orders("text", &[r#""plain":"one""#, r#""maybe":"t\u0077o""#]) {
        let Borrowed::Text(text) = from_str(&json).unwrap() else { panic!("{json} is read as another event") };
        assert_eq!(text.maybe, "two");
        assert!(matches!(text.maybe, Cow::Owned(_)), "{json}");
    }
    for json in orders("text", &[r#""plain":"\u006fne""#, r#""maybe":"two""#]) {
        let error = from_str::<Borrowed<'_>>(&json).unwrap_err();
        assert_eq!(error.pointer(), "/plain", "{json}: {error}");
    }
}

#[test]
fn raw_values_are_the_text_itself() {
    const BORROWED: &str = r#"{ "a" : 1.0, "b":"\u0062" }"#;
    const OWNED: &str = "[ 1e2 ,\n123456789012345678901234567890 ]";
    for json in orders("raw", &[&format!(r#""borrowed":{BORROWED}"#), &format!(r#""owned":{OWNED}"#)]) {
        let by_door: [Borrowed<'_>; 4] = [
            from_str(&json).unwrap(),
            from_slice(json.as_bytes()).unwrap(),
            serde_json::from_str(&json).unwrap(),
            serde_json::from_slice(json.as_bytes()).unwrap(),
        ];
        for event in by_door {
            let Borrowed::Raw(raw) = event else { panic!("{json} is read as another event") };
            assert_eq!((raw.borrowed.get(), raw.owned.get()), (BORROWED, OWNED));
            assert!(is_part_of(raw.borrowed.get(), &json), "{json}");
            assert!(raw.optional.is_none(), "{json}");
        }
    }
}

#[test]
fn owned_raw_values_and_wide_integers_survive_a_reader() {
    #[derive(Debug, ResponseEvent)]
    #[event(type = "owned")]
    struct Owned {
        raw: Box<RawValue>,
        wide: u128,
        negative: Option<i128>,
    }

    #[derive(Debug, EventFamily)]
    enum Family {
        Owned(Owned),
    }

    let raw = r#"{ "x" : 1.50 }"#;
    let members =
        [format!(r#""raw":{raw}"#), format!(r#""wide":{}"#, u128::MAX), format!(r#""negative":{}"#, i128::MIN)];
    for json in orders("owned", &members.each_ref().map(String::as_str)) {
        let Family::Owned(event) = serde_json::from_reader(json.as_bytes()).unwrap();
        assert_eq!((event.raw.get(), event.wide, event.negative), (raw, u128::MAX, Some(i128::MIN)), "{json}");
    }
}

#[test]
fn numbers_are_exact() {
    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Numbers(Numbers),
    }

    let numbers = Numbers {
        unsigned: u128::MAX - 1,
        signed: i128::MIN + 1,
        float: 0.1 + 0.2,
        number: Number::from(u64::MAX - 1),
    };
    let members = [
        format!(r#""unsigned":{}"#, numbers.unsigned),
        format!(r#""signed":{}"#, numbers.signed),
        format!(r#""float":{}"#, numbers.float),
        format!(r#""number":{}"#, numbers.number),
    ];
    for json in orders("numbers", &members.each_ref().map(String::as_str)) {
        assert_eq!(decode::<Family>(&json).unwrap(), Family::Numbers(numbers.clone()), "{json}");
        let Borrowed::Numbers(borrowed) = from_str(&json).unwrap() else { panic!("{json} is read as another event") };
        assert_eq!(borrowed, numbers, "{json}");
    }
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "point")]
struct Point {
    x: u8,
    name: String,
}

#[derive(Debug, PartialEq, EventFamily)]
enum Shape {
    Point(Point),
}

#[test]
fn an_error_has_the_line_and_column_of_the_member_in_any_order() {
    // One member a line; the wrong value ends in the same column of its own line.
    for (place, json) in orders("point", &[r#""x":300"#, r#""name":"p""#]).into_iter().enumerate() {
        let json = json.replace(',', ",\n");
        let line = 1 + json.lines().position(|line| line.contains("300")).unwrap();
        let error = refuse::<Shape>(&json);
        assert_eq!(error.pointer(), "/x", "{json}: {error}");
        assert_eq!(error.line(), line, "with `type` at place {place}: {json}\n{error}");
        let as_struct = refuse::<Point>(&json);
        assert_eq!(
            (error.line(), error.column(), error.message()),
            (as_struct.line(), as_struct.column(), as_struct.message()),
            "the struct alone knows where: {json}\n{as_struct}\n{error}",
        );
    }
}

#[test]
fn an_error_inside_a_value_has_its_own_line_and_column() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "list")]
    struct List {
        items: Vec<u8>,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        List(List),
    }

    for json in orders("list", &["\"items\":[\n1,\n  x]".replace('x', "-1").as_str()]) {
        let error = refuse::<Family>(&json);
        assert_eq!((error.line(), error.column(), error.pointer()), (3, 4, "/items/1"), "{json}\n{error}");
    }
}

#[test]
fn members_before_the_type_may_be_anything() {
    let json = r#"{"a":null,"b":[1,{"type":"x"}],"c":{"type":"y"},"d":"type","x":1,"e":1e999,"name":"p","type":"point","f":{}}"#;
    let point = Shape::Point(Point { x: 1, name: "p".into() });
    assert_eq!(decode::<Shape>(json).unwrap(), point);
}

#[test]
fn ten_thousand_members_before_the_type_are_read_in_one_go() {
    let mut json = String::from(r#"{"x":1,"name":"p""#);
    for index in 0..10_000 {
        json.extend([",\"m", &index.to_string(), "\":[0]"]);
    }
    json.push_str(r#","type":"point"}"#);
    assert_eq!(decode::<Shape>(&json).unwrap(), Shape::Point(Point { x: 1, name: "p".into() }));
}
