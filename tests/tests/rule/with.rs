//! `with(path)`

use std::borrow::Cow;

use response_event::rule::with;
use response_event::{Violation, Violations};

use crate::{NONE, contract, strict};

struct Size {
    width: u32,
    height: u32,
}

fn square(size: &Size) -> Result<(), Violation> {
    if size.width == size.height { Ok(()) } else { Err(Violation::new("square", "is not square").at("/height")) }
}

fn lowercase(text: &str) -> Result<(), &'static str> {
    if text.chars().any(char::is_uppercase) { Err("is not lowercase") } else { Ok(()) }
}

#[test]
fn the_pointer_counts_from_the_member() {
    let size = Size { width: 1, height: 2 };
    assert_eq!(contract(|v| with(v, &size, square)), ["/height: is not square (contract rule `square`)"]);
    let found = contract(|v| with(&mut v.member("size"), &size, square));
    assert_eq!(found, ["/size/height: is not square (contract rule `square`)"]);
    assert_eq!(contract(|v| with(v, &Size { width: 2, height: 2 }, square)), NONE);
}

#[test]
fn the_error_is_anything_that_becomes_violations() {
    let all = |_: &u8| {
        let mut all = Violations::from(Violation::new("a", "one"));
        all.extend([Violation::from("two"), Violation::from(String::from("three")).at("x")]);
        Err(all)
    };
    let lines = ["one (contract rule `a`)", "two (contract rule `custom`)", "/x: three (contract rule `custom`)"];
    assert_eq!(contract(|v| with(v, &0_u8, all)), lines);
    assert_eq!(contract(|v| with(v, &0_u8, |_: &u8| Err(String::from("text")))).len(), 1);
}

#[test]
fn the_level_is_that_of_the_rule() {
    let found = strict(|v| {
        if let Some(mut v) = v.strict() {
            with(&mut v.member("name"), "A", lowercase);
        }
    });
    assert_eq!(found, ["/name: is not lowercase (strict rule `custom`)"]);
}

#[test]
fn the_function_takes_the_type_or_what_is_inside_it() {
    #[allow(clippy::ref_option)] // the member's own type
    fn whole_option(value: &Option<String>) -> Result<(), &'static str> {
        if value.is_some() { Ok(()) } else { Err("is absent") }
    }
    fn items(items: &[u8]) -> Result<(), &'static str> {
        if items.is_empty() { Err("is empty") } else { Ok(()) }
    }
    fn debugged<T: std::fmt::Debug>(value: &T) -> Result<(), String> {
        Err(format!("is {value:?}"))
    }

    let bad = ["is not lowercase (contract rule `custom`)"];
    assert_eq!(contract(|v| with(v, &String::from("A"), lowercase)), bad);
    assert_eq!(contract(|v| with(v, &Some(String::from("A")), lowercase)), bad);
    assert_eq!(contract(|v| with(v, &Cow::Borrowed("A"), lowercase)), bad);
    assert_eq!(contract(|v| with(v, &Some(Cow::Borrowed("A")), lowercase)), bad);
    assert_eq!(contract(|v| with(v, &Some("A"), lowercase)), bad);
    assert_eq!(contract(|v| with(v, &Box::<str>::from("A"), lowercase)), bad);
    assert_eq!(contract(|v| with(v, &None::<String>, lowercase)), NONE);
    assert_eq!(contract(|v| with(v, &None::<String>, whole_option)).len(), 1);
    assert_eq!(contract(|v| with(v, &Vec::new(), items)).len(), 1);
    assert_eq!(contract(|v| with(v, &Some(Vec::new()), items)).len(), 1);
    assert_eq!(contract(|v| with(v, &Some(Size { width: 1, height: 2 }), square)).len(), 1);
    assert_eq!(contract(|v| with(v, &Some(Box::new(Size { width: 1, height: 2 })), square)).len(), 1);
    assert_eq!(contract(|v| with(v, &7, debugged)), ["is 7 (contract rule `custom`)"]);
    // Where the type holds another, a generic function has to say which it means.
    assert_eq!(contract(|v| with(v, &Some(7), debugged::<u8>)), ["is 7 (contract rule `custom`)"]);
}
