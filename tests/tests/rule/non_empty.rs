//! `non_empty`

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use response_event::rule::{Length, Unit, non_empty};

use crate::{NONE, contract};

const NO_CHARACTERS: [&str; 1] = ["found 0 characters, expected at least one (contract rule `non_empty`)"];
const NO_ITEMS: [&str; 1] = ["found 0 items, expected at least one (contract rule `non_empty`)"];

#[test]
fn text_needs_a_character() {
    assert_eq!(contract(|v| non_empty(v, "")), NO_CHARACTERS);
    assert_eq!(contract(|v| non_empty(v, &String::new())), NO_CHARACTERS);
    assert_eq!(contract(|v| non_empty(v, &Cow::Borrowed(""))), NO_CHARACTERS);
    assert_eq!(contract(|v| non_empty(v, &Some(Box::<str>::from("")))), NO_CHARACTERS);
    for text in [" ", "\0", "é", "<id>"] {
        assert_eq!(contract(|v| non_empty(v, text)), NONE, "{text:?}");
    }
}

#[test]
fn collections_need_an_item() {
    assert_eq!(contract(|v| non_empty(v, &Vec::<u8>::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &[0; 0])), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &[0; 0][..])), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &VecDeque::<u8>::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &BTreeSet::<u8>::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &BTreeMap::<u8, u8>::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &HashSet::<u8>::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &HashMap::<u8, u8>::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &serde_json::Map::new())), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &vec![""])), NONE);
}

#[test]
fn none_passes() {
    assert_eq!(contract(|v| non_empty(v, &None::<String>)), NONE);
}

#[test]
fn a_type_of_ones_own() {
    struct Spans(Vec<(usize, usize)>);

    impl Length for Spans {
        const UNIT: Unit = Unit::Items;

        fn length(&self) -> Option<u64> {
            self.0.length()
        }
    }

    assert_eq!(contract(|v| non_empty(v, &Spans(vec![]))), NO_ITEMS);
    assert_eq!(contract(|v| non_empty(v, &Spans(vec![(0, 1)]))), NONE);
}
