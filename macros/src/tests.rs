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

use crate::check;
use crate::diag::Problems;
use crate::model::{Event, Family};

/// Each problem of a struct: the text that it points at, and the message.
fn problems_of_event(item: &str) -> Vec<(String, String)> {
    problems(item, |input, problems| check::event(input, problems).is_some())
}

/// Each problem of an enum: the text that it points at, and the message.
fn problems_of_family(item: &str) -> Vec<(String, String)> {
    problems(item, |input, problems| check::family(input, problems).is_some())
}

fn problems(item: &str, check: impl FnOnce(&DeriveInput, &mut Problems) -> bool) -> Vec<(String, String)> {
    let input = syn::parse_str(item).expect("an item");
    let mut problems = Problems::new();
    let accepted = check(&input, &mut problems);
    assert!(accepted || !problems.is_empty(), "refused without a reason: {item}");
    problems.into_messages()
}

/// The model of a struct without problems.
fn event(item: &str) -> Event {
    let mut problems = Problems::new();
    let event = check::event(&syn::parse_str(item).expect("an item"), &mut problems);
    let messages = problems.into_messages();
    assert!(messages.is_empty(), "{item}: {messages:#?}");
    event.expect("a model")
}

/// The model of an enum without problems.
fn family(item: &str) -> Family {
    let mut problems = Problems::new();
    let family = check::family(&syn::parse_str(item).expect("an item"), &mut problems);
    let messages = problems.into_messages();
    assert!(messages.is_empty(), "{item}: {messages:#?}");
    family.expect("a model")
}

/// Compares the problems of an item with `(pointed at, message)`, all of them and in this order.
#[track_caller]
fn assert_problems(found: &[(String, String)], expected: &[(&str, &str)]) {
    let found: Vec<_> = found.iter().map(|(at, message)| (at.as_str(), message.as_str())).collect();
    assert_eq!(found, expected);
}
