//! `prefix("…")`

use response_event::rule::prefix;

use crate::{NONE, contract};

#[test]
fn text_that_starts_so_passes() {
    for text in ["ig_", "ig_123", "ig_ig_"] {
        assert_eq!(contract(|v| prefix(v, text, "ig_")), NONE, "{text}");
    }
}

#[test]
fn other_text_does_not() {
    for text in ["", "ig", "IG_1", " ig_1", "msg_1"] {
        let line = format!("found {text:?}, expected text that starts with \"ig_\" (contract rule `prefix`)");
        assert_eq!(contract(|v| prefix(v, text, "ig_")), [line]);
    }
}

#[test]
fn long_text_is_cut_in_the_line() {
    let exact = "é".repeat(32);
    let line = format!("found \"{exact}\", expected text that starts with \"ig_\" (contract rule `prefix`)");
    assert_eq!(contract(|v| prefix(v, &exact, "ig_")), [line]);
    let line = format!("found \"{exact}\"…, expected text that starts with \"ig_\" (contract rule `prefix`)");
    assert_eq!(contract(|v| prefix(v, &"é".repeat(1 << 20), "ig_")), [line]);
}

#[test]
fn text_stays_on_one_line() {
    let lines = contract(|v| prefix(v, "a\r\n\u{2028}\u{1b}[31m\"", "ig_"));
    let found = r#"found "a\r\n\u{2028}\u{1b}[31m\"", expected text"#;
    assert!(lines[0].starts_with(found), "{}", lines[0]);
}

#[test]
fn none_passes() {
    assert_eq!(contract(|v| prefix(v, &None::<String>, "ig_")), NONE);
}
