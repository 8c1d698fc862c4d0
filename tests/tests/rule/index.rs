//! `index`

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use response_event::Number;
use response_event::rule::{Numeric, index};

use crate::{NONE, contract, strict};

fn both<T: Numeric + ?Sized>(value: &T) -> [Vec<String>; 2] {
    [contract(|v| index(v, value)), strict(|v| index(v, value))]
}

fn number(float: f64) -> Number {
    Number::try_from(float).unwrap()
}

#[test]
fn positions_pass() {
    for value in [0.0, 1.0, 30.0, 1e3, 9_007_199_254_740_993.0, 1e300] {
        assert_eq!(both(&number(value)), [NONE, NONE], "{value}");
    }
    assert_eq!(both(&number(-0.0)), [NONE, NONE]);
}

#[test]
fn a_fraction_breaks_the_strict_level_only() {
    let line = "found 9914.45, expected a whole number (strict rule `index`)";
    assert_eq!(both(&number(9914.45)), [vec![], vec![line]]);
    assert_eq!(both(&0.5_f64), [vec![], vec!["found 0.5, expected a whole number (strict rule `index`)"]]);
}

#[test]
fn a_negative_number_breaks_the_contract() {
    let line = "found -1, expected 0 or more (contract rule `index`)";
    assert_eq!(both(&number(-1.0)), [[line], [line]]);
    assert_eq!(both(&-1_i8), [[line], [line]]);
}

#[test]
fn a_negative_fraction_is_one_violation() {
    let line = "found -0.5, expected 0 or more (contract rule `index`)";
    assert_eq!(both(&number(-0.5)), [[line], [line]]);
}

#[test]
fn inside_strict_all_of_it_is_strict() {
    for (value, expected) in [(-1.0, "found -1, expected 0 or more"), (1.5, "found 1.5, expected a whole number")] {
        let found = strict(|v| {
            if let Some(mut v) = v.strict() {
                index(&mut v, &number(value));
            }
        });
        assert_eq!(found, [format!("{expected} (strict rule `index`)")]);
    }
}

#[test]
fn what_is_no_number_breaks_the_contract() {
    for (value, found) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        let line = format!("found {found}, expected 0 or more (contract rule `index`)");
        assert_eq!(both(&value), [[&*line], [&*line]]);
    }
    assert_eq!(contract(|v| index(v, &f32::NAN)).len(), 1);
}

#[test]
fn it_fits_every_number_type() {
    assert_eq!(both(&u8::MAX), [NONE, NONE]);
    assert_eq!(both(&u16::MAX), [NONE, NONE]);
    assert_eq!(both(&u32::MAX), [NONE, NONE]);
    assert_eq!(both(&u64::MAX), [NONE, NONE]);
    assert_eq!(both(&usize::MAX), [NONE, NONE]);
    assert_eq!(both(&u128::MAX), [NONE, NONE]);
    assert_eq!(both(&i128::MAX), [NONE, NONE]);
    assert_eq!(both(&1.0_f32), [NONE, NONE]);
    assert_eq!(contract(|v| index(v, &i16::MIN)).len(), 1);
    assert_eq!(contract(|v| index(v, &i32::MIN)).len(), 1);
    assert_eq!(contract(|v| index(v, &i64::MIN)).len(), 1);
    assert_eq!(contract(|v| index(v, &isize::MIN)).len(), 1);
    let line = format!("found {}, expected 0 or more (contract rule `index`)", i128::MIN);
    assert_eq!(contract(|v| index(v, &i128::MIN)), [line]);
}

#[test]
fn it_looks_through_holders() {
    let bad = number(-1.0);
    assert_eq!(contract(|v| index(v, &&bad)).len(), 1);
    assert_eq!(contract(|v| index(v, &Box::new(bad))).len(), 1);
    assert_eq!(contract(|v| index(v, &Rc::new(bad))).len(), 1);
    assert_eq!(contract(|v| index(v, &Arc::new(bad))).len(), 1);
    assert_eq!(contract(|v| index(v, &Cow::Borrowed(&bad))).len(), 1);
    assert_eq!(contract(|v| index(v, &Some(Box::new(bad)))).len(), 1);
    assert_eq!(contract(|v| index(v, &Box::new(Some(bad)))).len(), 1);
    assert_eq!(both(&None::<Number>), [NONE, NONE]);
    assert_eq!(both(&Some(None::<Number>)), [NONE, NONE]);
}
