//! `len(a..=b)`

use std::collections::BTreeMap;

use response_event::rule::len;

use crate::{NONE, contract};

#[test]
fn both_ends_are_included() {
    for (text, inside) in [("a", false), ("ab", true), ("abc", true), ("abcd", false)] {
        assert_eq!(contract(|v| len(v, text, Some(2), Some(3))).is_empty(), inside, "{text}");
    }
}

#[test]
fn characters_are_counted_not_bytes() {
    // One scalar value; two; four.
    for (text, length) in [("é", 1), ("e\u{301}", 2), ("🏳️‍🌈", 4)] {
        assert_eq!(contract(|v| len(v, text, Some(length), Some(length))), NONE, "{text}");
    }
}

#[test]
fn items_are_counted() {
    assert_eq!(contract(|v| len(v, &vec!["long", "texts"], Some(2), Some(2))), NONE);
    assert_eq!(contract(|v| len(v, &[1, 2, 3], Some(2), None)), NONE);
    assert_eq!(contract(|v| len(v, &BTreeMap::from([("a", 1)]), None, Some(0))).len(), 1);
}

#[test]
fn the_line_says_what_was_asked() {
    let text = |min, max| contract(|v| len(v, "abc", min, max)).join("\n");
    assert_eq!(text(Some(4), Some(64)), "found 3 characters, expected 4 to 64 (contract rule `len`)");
    assert_eq!(text(Some(4), None), "found 3 characters, expected at least 4 (contract rule `len`)");
    assert_eq!(text(None, Some(2)), "found 3 characters, expected at most 2 (contract rule `len`)");
    assert_eq!(text(Some(2), Some(2)), "found 3 characters, expected exactly 2 (contract rule `len`)");
    let items = contract(|v| len(v, &[0], Some(2), None));
    assert_eq!(items, ["found 1 item, expected at least 2 (contract rule `len`)"]);
    let characters = contract(|v| len(v, "é", Some(2), None));
    assert_eq!(characters, ["found 1 character, expected at least 2 (contract rule `len`)"]);
}

#[test]
fn none_passes() {
    assert_eq!(contract(|v| len(v, &None::<String>, Some(1), Some(1))), NONE);
}
