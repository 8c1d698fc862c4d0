//! `range(a..=b)`

use response_event::Number;
use response_event::rule::{Numeric, range};

use crate::{NONE, contract};

// As the ends are given.
#[allow(clippy::unnecessary_wraps)]
fn whole(value: i128) -> Option<Number> {
    Some(Number::try_from(value).unwrap())
}

#[allow(clippy::unnecessary_wraps)]
fn fraction(value: f64) -> Option<Number> {
    Some(Number::try_from(value).unwrap())
}

fn holds<T: Numeric + ?Sized>(value: &T, min: Option<Number>, max: Option<Number>) -> bool {
    contract(|v| range(v, value, min, max)).is_empty()
}

#[test]
fn both_ends_are_included() {
    for (value, inside) in [(0.0, false), (0.999, false), (1.0, true), (1.5, true), (5.0, true), (5.001, false)] {
        assert_eq!(holds(&value, whole(1), whole(5)), inside, "{value}");
    }
    assert!(holds(&0.5, fraction(0.5), fraction(0.5)));
}

#[test]
fn one_end_is_enough() {
    assert!(holds(&u64::MAX, whole(0), None));
    assert!(!holds(&-1, whole(0), None));
    assert!(holds(&i64::MIN, None, whole(0)));
    assert!(!holds(&1, None, whole(0)));
    assert!(holds(&1, None, None));
}

#[test]
fn the_line_says_what_was_asked() {
    let line = |min, max| contract(|v| range(v, &7.5, min, max)).join("\n");
    assert_eq!(line(whole(1), whole(5)), "found 7.5, expected 1 to 5 (contract rule `range`)");
    assert_eq!(line(None, fraction(0.5)), "found 7.5, expected at most 0.5 (contract rule `range`)");
    assert_eq!(line(whole(8), None), "found 7.5, expected at least 8 (contract rule `range`)");
    assert_eq!(line(whole(8), whole(8)), "found 7.5, expected exactly 8 (contract rule `range`)");
}

#[test]
fn nothing_is_rounded() {
    let limit = 1_i128 << 53;
    assert!(!holds(&(limit + 1), None, whole(limit)));
    assert!(!holds(&limit, whole(limit + 1), None));
    assert!(!holds(&u64::MAX, fraction(18_446_744_073_709_551_616.0), None));
    assert!(!holds(&(u64::MAX - 1), whole(u64::MAX.into()), None));
}

#[test]
fn wide_integers_compare_exactly() {
    let end = 1_u128 << 100;
    #[allow(clippy::cast_precision_loss)] // a power of two
    let at = fraction(end as f64);
    assert!(holds(&end, at, at));
    assert!(!holds(&(end + 1), None, at) && !holds(&(end - 1), at, None));
    assert!(holds(&u128::MAX, whole(u64::MAX.into()), fraction(1e39)));
    assert!(!holds(&u128::MAX, None, fraction(0.5)) && !holds(&u128::MAX, None, whole(-1)));
    assert!(!holds(&u128::MAX, fraction(1e39), None));
    assert!(holds(&i128::MIN, fraction(-1e39), fraction(-0.5)));
    assert!(!holds(&i128::MIN, whole(i64::MIN.into()), None) && !holds(&i128::MIN, None, fraction(-1e39)));
    assert!(holds(&i128::MIN, None, fraction(1e39)));
    let line = format!("found {}, expected at most 0 (contract rule `range`)", u128::MAX);
    assert_eq!(contract(|v| range(v, &u128::MAX, None, whole(0))), [line]);
}

#[test]
fn what_is_no_number_is_in_no_range() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(!holds(&value, whole(0), None) && !holds(&value, None, whole(0)), "{value}");
    }
}

#[test]
fn none_passes() {
    assert_eq!(contract(|v| range(v, &None::<Number>, whole(1), whole(1))), NONE);
    assert!(!holds(&Some(2), whole(1), whole(1)));
}
