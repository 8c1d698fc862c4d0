//! The front end on tokens, without a compiler: messages, their order, and what they point at.

mod attributes;
mod events;
mod families;
mod goldens;
mod house;
mod hygiene;
mod repository;
mod ui;

use syn::DeriveInput;

use crate::check::{self, Invalid};
use crate::model::{Event, Family};

/// Each problem of a struct: the text that it points at, and the message.
fn problems_of_event(item: &str) -> Vec<(String, String)> {
    check::event(&parse(item)).err().map_or_else(Vec::new, messages)
}

/// Each problem of an enum: the text that it points at, and the message.
fn problems_of_family(item: &str) -> Vec<(String, String)> {
    check::family(&parse(item)).err().map_or_else(Vec::new, messages)
}

fn parse(item: &str) -> DeriveInput {
    syn::parse_str(item).expect("an item")
}

fn messages(invalid: Invalid) -> Vec<(String, String)> {
    invalid.errors.into_messages()
}

/// The model of a struct without problems.
fn event(item: &str) -> Event {
    check::event(&parse(item)).unwrap_or_else(|invalid| panic!("{item}: {:#?}", messages(invalid)))
}

/// The model of an enum without problems.
fn family(item: &str) -> Family {
    check::family(&parse(item)).unwrap_or_else(|invalid| panic!("{item}: {:#?}", messages(invalid)))
}

/// Compares the problems of an item with `(pointed at, message)`, all of them and in this order.
#[track_caller]
fn assert_problems(found: &[(String, String)], expected: &[(&str, &str)]) {
    let found: Vec<_> = found.iter().map(|(at, message)| (at.as_str(), message.as_str())).collect();
    assert_eq!(found, expected);
}
