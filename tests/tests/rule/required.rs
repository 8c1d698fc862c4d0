//! `required`

use std::rc::Rc;
use std::sync::Arc;

use response_event::rule::required;

use crate::{NONE, contract};

const LINE: [&str; 1] = ["found nothing, expected a value (contract rule `required`)"];

#[test]
fn a_value_passes_even_an_empty_one() {
    assert_eq!(contract(|v| required(v, &Some(1))), NONE);
    assert_eq!(contract(|v| required(v, &Some(""))), NONE);
    // Absent and `null` are two things where the type says so.
    assert_eq!(contract(|v| required(v, &Some(None::<u8>))), NONE);
}

#[test]
fn none_does_not() {
    assert_eq!(contract(|v| required(v, &None::<u8>)), LINE);
}

#[test]
fn it_looks_through_holders_and_other_names() {
    type Maybe<T> = Option<T>;

    assert_eq!(contract(|v| required(v, &Maybe::<u8>::None)), LINE);
    assert_eq!(contract(|v| required(v, &&None::<u8>)), LINE);
    assert_eq!(contract(|v| required(v, &Box::new(None::<u8>))), LINE);
    assert_eq!(contract(|v| required(v, &Rc::new(None::<u8>))), LINE);
    assert_eq!(contract(|v| required(v, &Arc::new(None::<u8>))), LINE);
}
