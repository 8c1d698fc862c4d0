//! `integer`

use response_event::Number;
use response_event::rule::integer;

use crate::{NONE, contract};

#[test]
fn whole_numbers_pass_at_any_size_and_sign() {
    for value in [0.0, -0.0, -30.0, 30.0, 1e300, -1e300] {
        assert_eq!(contract(|v| integer(v, &value)), NONE, "{value}");
        assert_eq!(contract(|v| integer(v, &Number::try_from(value).unwrap())), NONE, "{value}");
    }
    assert_eq!(contract(|v| integer(v, &u64::MAX)), NONE);
    assert_eq!(contract(|v| integer(v, &u128::MAX)), NONE);
    assert_eq!(contract(|v| integer(v, &i128::MIN)), NONE);
}

#[test]
fn fractions_do_not() {
    for (value, found) in
        [(30.5, "30.5"), (-0.1, "-0.1"), (5e-324, "5e-324"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")]
    {
        let line = format!("found {found}, expected a whole number (contract rule `integer`)");
        assert_eq!(contract(|v| integer(v, &value)), [line]);
    }
}

#[test]
fn none_passes() {
    assert_eq!(contract(|v| integer(v, &None::<f64>)), NONE);
    assert_eq!(contract(|v| integer(v, &Some(0.5))).len(), 1);
}
