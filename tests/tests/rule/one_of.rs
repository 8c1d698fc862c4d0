//! `one_of("a", "b")`

use response_event::rule::{Text, one_of};

use crate::{NONE, contract};

#[test]
fn the_choices_pass() {
    for text in ["png", "webp"] {
        assert_eq!(contract(|v| one_of(v, text, &["png", "webp"])), NONE);
    }
    assert_eq!(contract(|v| one_of(v, "", &[""])), NONE);
}

#[test]
fn other_text_does_not() {
    for text in ["", "PNG", "png ", "gif"] {
        let line = format!("found {text:?}, expected \"png\" or \"webp\" (contract rule `one_of`)");
        assert_eq!(contract(|v| one_of(v, text, &["png", "webp"])), [line]);
    }
}

#[test]
fn the_line_lists_the_choices() {
    let line = contract(|v| one_of(v, "d", &["a"]));
    assert_eq!(line, ["found \"d\", expected \"a\" (contract rule `one_of`)"]);
    let line = contract(|v| one_of(v, "d", &["a", "b", "c"]));
    assert_eq!(line, ["found \"d\", expected \"a\", \"b\" or \"c\" (contract rule `one_of`)"]);
}

#[test]
fn none_passes() {
    assert_eq!(contract(|v| one_of(v, &None::<String>, &["a"])), NONE);
}

#[test]
fn a_type_of_ones_own() {
    enum Format {
        Png,
        Other(String),
    }

    impl Text for Format {
        fn text(&self) -> Option<&str> {
            match self {
                Self::Png => Some("png"),
                Self::Other(name) => name.text(),
            }
        }
    }

    assert_eq!(contract(|v| one_of(v, &Format::Png, &["png"])), NONE);
    assert_eq!(contract(|v| one_of(v, &Some(Format::Other("bmp".to_owned())), &["png"])).len(), 1);
}
