//! `Validator` and the violations it collects: levels, paths, order, data, text, and no allocation without a violation.

use std::collections::{BTreeMap, HashSet};

use response_event::{
    Level, Number, ResponseEvent, Strict, Valid, Validate, Validator, Violation, Violations, from_str, rule,
};
use serde_json::json;

struct Image {
    id: String,
    index: Number,
    data: Option<String>,
    tags: Vec<String>,
    sizes: BTreeMap<String, Size>,
}

struct Size {
    width: u32,
    height: u32,
}

impl Validate for Image {
    fn check(&self, validator: &mut Validator<'_>) {
        rule::non_empty(&mut validator.member("id"), &self.id);
        rule::prefix(&mut validator.member("id"), &self.id, "ig_");
        rule::index(&mut validator.member("index"), &self.index);
        if let Some(mut validator) = validator.strict() {
            rule::base64(&mut validator.member("data"), &self.data);
        }
        rule::each(&mut validator.member("tags"), &self.tags, |validator, tag| {
            rule::len(validator, tag, None, Some(8));
        });
        rule::nested(&mut validator.member("sizes"), &self.sizes);
    }
}

impl Validate for Size {
    fn check(&self, validator: &mut Validator<'_>) {
        rule::range(&mut validator.member("width"), &self.width, Some(Number::from(1)), Some(Number::from(4096)));
        if self.width < self.height {
            validator.report(Violation::new("landscape", "is higher than wide"));
        }
    }
}

fn good() -> Image {
    Image {
        id: "ig_1".into(),
        index: Number::from(0),
        data: Some("iVBORw0KGgo=".into()),
        tags: vec!["photo".into()],
        sizes: BTreeMap::from([("small".into(), Size { width: 64, height: 64 })]),
    }
}

fn bad() -> Image {
    Image {
        id: String::new(),
        index: Number::try_from(9914.45).unwrap(),
        data: Some("<value>".into()),
        tags: vec!["photo".into(), "photograph".into()],
        sizes: BTreeMap::from([("a/b".into(), Size { width: 0, height: 1 })]),
    }
}

const CONTRACT: [&str; 5] = [
    "/id: found 0 characters, expected at least one (contract rule `non_empty`)",
    "/id: found \"\", expected text that starts with \"ig_\" (contract rule `prefix`)",
    "/tags/1: found 10 characters, expected at most 8 (contract rule `len`)",
    "/sizes/a~1b/width: found 0, expected 1 to 4096 (contract rule `range`)",
    "/sizes/a~1b: is higher than wide (contract rule `landscape`)",
];

const STRICT: [&str; 2] = [
    "/index: found 9914.45, expected a whole number (strict rule `index`)",
    "/data: found '<' at byte 0, expected base64 (standard alphabet, padded) (strict rule `base64`)",
];

#[test]
fn every_violation_is_reported_in_order() {
    let violations = bad().validate_at(Level::Contract).unwrap_err();
    assert_eq!(violations.to_string(), CONTRACT.join("; "));
    assert_eq!(violations.len(), CONTRACT.len());
    assert!(violations.iter().all(|violation| violation.level() == Level::Contract));
}

#[test]
fn strict_asks_for_both_levels() {
    let violations = bad().validate_at(Level::Strict).unwrap_err();
    let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(lines, [&CONTRACT[..2], &STRICT, &CONTRACT[2..]].concat());
}

#[test]
fn a_valid_value_breaks_nothing_and_allocates_nothing() {
    let image = good();
    for level in [Level::Contract, Level::Strict] {
        let mut result = Ok(());
        let allocated = allocation_counter::measure(|| result = image.validate_at(level));
        assert_eq!(result, Ok(()));
        assert_eq!(allocated.count_total, 0, "{level}");
    }
}

#[test]
fn a_violation_does_not_keep_a_large_value() {
    let mut image = good();
    image.data = Some("?".repeat(4 << 20));
    image.id = "x".repeat(4 << 20);
    let mut result = Ok(());
    let allocated = allocation_counter::measure(|| result = image.validate_at(Level::Strict));
    assert_eq!(result.unwrap_err().len(), 2);
    assert!(allocated.bytes_max < 4096, "{allocated:?}");
}

#[test]
fn a_violation_is_data() {
    let violations = bad().validate_at(Level::Strict).unwrap_err();
    let data: Vec<_> = violations.iter().map(|v| (v.pointer(), v.rule(), v.level(), v.found())).collect();
    assert_eq!(
        data,
        [
            ("/id", "non_empty", Level::Contract, Some("0 characters")),
            ("/id", "prefix", Level::Contract, Some("\"\"")),
            ("/index", "index", Level::Strict, Some("9914.45")),
            ("/data", "base64", Level::Strict, Some("'<' at byte 0")),
            ("/tags/1", "len", Level::Contract, Some("10 characters")),
            ("/sizes/a~1b/width", "range", Level::Contract, Some("0")),
            ("/sizes/a~1b", "landscape", Level::Contract, None),
        ]
    );
}

#[test]
fn violations_are_written_as_json() {
    let violations = bad().validate_at(Level::Strict).unwrap_err();
    let json = serde_json::to_value(&violations).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 7);
    assert_eq!(
        json[2],
        json!({
            "pointer": "/index",
            "rule": "index",
            "level": "strict",
            "found": "9914.45",
            "message": "found 9914.45, expected a whole number",
        })
    );
    assert_eq!(json[6]["found"], json!(null));
    assert_eq!(json[6]["message"], json!("is higher than wide"));
}

#[test]
fn the_value_itself_has_the_empty_pointer() {
    struct Never;

    impl Validate for Never {
        fn check(&self, validator: &mut Validator<'_>) {
            validator.report("is never valid");
        }
    }

    let violations = Never.validate_at(Level::Contract).unwrap_err();
    assert_eq!(violations.iter().next().map(Violation::pointer), Some(""));
    assert_eq!(violations.to_string(), "is never valid (contract rule `custom`)");
}

#[test]
fn pointers_are_escaped_and_lines_stay_lines() {
    struct Keys(BTreeMap<&'static str, Size>);

    impl Validate for Keys {
        fn check(&self, validator: &mut Validator<'_>) {
            rule::nested(validator, &self.0);
        }
    }

    let size = || Size { width: 1, height: 2 };
    let keys = Keys(["", "~", "/", "~1", "é", "a\nb"].into_iter().map(|key| (key, size())).collect());
    let violations = keys.validate_at(Level::Contract).unwrap_err();
    let pointers: Vec<_> = violations.iter().map(Violation::pointer).collect();
    assert_eq!(pointers, ["/", "/~1", "/a\nb", "/~0", "/~01", "/é"]);
    assert_eq!(violations.to_string().lines().count(), 1);
    // A reader of RFC 6901 finds each key again.
    let json = json!({"": 0, "/": 1, "a\nb": 2, "~": 3, "~1": 4, "é": 5});
    for (index, pointer) in pointers.iter().enumerate() {
        assert_eq!(json.pointer(pointer), Some(&json!(index)));
    }
}

#[test]
fn deep_paths_are_whole() {
    struct Deep(usize);

    impl Validate for Deep {
        fn check(&self, validator: &mut Validator<'_>) {
            match self.0 {
                0 => validator.report("is the bottom"),
                depth => Deep(depth - 1).check(&mut validator.member("a").index(depth)),
            }
        }
    }

    let violations = Deep(500).validate_at(Level::Contract).unwrap_err();
    let steps: Vec<_> = (1..=500).rev().map(|depth| format!("/a/{depth}")).collect();
    assert_eq!(violations.iter().next().map(Violation::pointer), Some(&*steps.concat()));
}

#[test]
fn the_validator_says_what_is_asked() {
    struct Asked(Level);

    impl Validate for Asked {
        fn check(&self, validator: &mut Validator<'_>) {
            assert_eq!(validator.is_strict(), self.0 == Level::Strict);
            assert_eq!(validator.strict().is_some(), self.0 == Level::Strict);
            assert_eq!(validator.member("a").index(0).is_strict(), self.0 == Level::Strict);
            if let Some(mut strict) = validator.strict() {
                assert!(strict.strict().is_some());
                strict.member("a").report("strictly");
            }
            validator.report("not strictly");
        }
    }

    let lines = |level| Asked(level).validate_at(level).unwrap_err().to_string();
    assert_eq!(lines(Level::Contract), "not strictly (contract rule `custom`)");
    assert_eq!(lines(Level::Strict), "/a: strictly (strict rule `custom`); not strictly (contract rule `custom`)");
}

#[test]
fn lists_of_violations_are_never_empty() {
    assert_eq!(Violations::collect([]), Ok(()));
    let violations = Violations::collect([Violation::new("a", "b"), Violation::new("c", "d")]).unwrap_err();
    assert_eq!((&violations).into_iter().count(), 2);
    assert_eq!(violations.into_iter().map(|violation| violation.rule()).collect::<Vec<_>>(), ["a", "c"]);
}

#[test]
fn a_pointer_gets_the_slash_it_lacks() {
    for (written, pointer) in [("", ""), ("a", "/a"), ("/a", "/a"), ("/a/0", "/a/0"), ("/", "/")] {
        assert_eq!(Violation::new("a", "b").at(written).pointer(), pointer);
    }
}

#[test]
fn levels() {
    assert_eq!(format!("{} {:>9}", Level::Contract, Level::Strict), "contract    strict");
    assert!(Level::Contract < Level::Strict);
    for level in [Level::Contract, Level::Strict] {
        assert_eq!(level.to_string().parse(), Ok(level));
        let json = serde_json::to_string(&level).unwrap();
        assert_eq!(serde_json::from_str::<Level>(&json).unwrap(), level);
        assert_eq!(serde_json::from_value::<Level>(json!(level.to_string())).unwrap(), level);
    }
}

#[test]
fn a_level_has_no_other_spelling() {
    for (text, error) in [
        ("", r#"unknown level "", expected `contract` or `strict`"#),
        ("Strict", r#"unknown level "Strict", expected `contract` or `strict`"#),
        ("a\n", r#"unknown level "a\n", expected `contract` or `strict`"#),
    ] {
        assert_eq!(text.parse::<Level>().unwrap_err().to_string(), error);
        assert!(serde_json::from_value::<Level>(json!(text)).is_err(), "{text}");
    }
    let long = "x".repeat(1 << 20).parse::<Level>().unwrap_err().to_string();
    assert!(long.len() < 128, "{long}");
    let error = serde_json::from_str::<Level>("1").unwrap_err().to_string();
    assert!(error.starts_with("invalid type: integer `1`, expected `contract` or `strict`"), "{error}");
}

#[test]
fn violations_can_be_counted_in_a_set() {
    let violations = bad().validate_strict().unwrap_err();
    let again = bad().validate_strict().unwrap_err();
    assert_eq!(violations.iter().chain(&again).collect::<HashSet<_>>().len(), 7);
    assert_eq!([&violations, &again].into_iter().collect::<HashSet<_>>().len(), 1);
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Event {
    #[event(non_empty)]
    id: String,
    #[event(index)]
    index: Number,
}

#[test]
fn a_wrapper_is_made_of_a_valid_event_only() {
    let event = |id: &str, index: f64| Event { id: id.into(), index: Number::try_from(index).unwrap() };
    let documented = event("a", 0.5);
    assert_eq!(Valid::try_new(documented.clone()).unwrap().into_inner(), documented);
    assert_eq!(Strict::try_new(documented).unwrap_err().to_string(), STRICT[0].replace("9914.45", "0.5"));
    assert_eq!(Valid::try_new(event("", -1.0)).unwrap_err().len(), 2);
    assert_eq!(Strict::try_new(event("a", 1.0)).unwrap().index, 1);
}

#[test]
fn what_is_strict_is_valid() {
    let strict: Strict<Event> = from_str(r#"{"type":"t","id":"a","index":1}"#).unwrap();
    let valid = Valid::from(strict.clone());
    assert_eq!((&*valid, valid.as_ref()), (&*strict, strict.as_ref()));
}
