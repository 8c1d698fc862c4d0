//! `Number`: what it keeps, how it compares, what it reads and writes.

// Exact equality with floats and each operator on its own are what is tested.
#![allow(clippy::float_cmp, clippy::nonminimal_bool)]

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use proptest::prelude::*;
use response_event::__private::{fraction, whole};
use response_event::{Number, NumberError};

const TWO_POW_53: u64 = 1 << 53;
const TWO_POW_63: f64 = 9_223_372_036_854_775_808.0;
const TWO_POW_64: f64 = 18_446_744_073_709_551_616.0;

/// JSON text, the text written for it, and whether it is an integer. In ascending order.
const TEXTS: &[(&str, &str, bool)] = &[
    ("-1.7976931348623157e308", "-1.7976931348623157e+308", true),
    ("-1e300", "-1e+300", true),
    ("-9223372036854777856", "-9.223372036854778e+18", true),
    ("-9223372036854775808", "-9223372036854775808", true),
    ("-9223372036854775807", "-9223372036854775807", true),
    ("-9007199254740993", "-9007199254740993", true),
    ("-9914.45", "-9914.45", false),
    ("-1e3", "-1000", true),
    ("-1.5", "-1.5", false),
    ("-1.0", "-1", true),
    ("-5e-324", "-5e-324", false),
    ("-0.0", "0", true),
    ("5e-324", "5e-324", false),
    ("2.2250738585072014e-308", "2.2250738585072014e-308", false),
    ("1e-7", "1e-7", false),
    ("0.1", "0.1", false),
    ("0.30000000000000004", "0.30000000000000004", false),
    ("1E0", "1", true),
    ("1.5", "1.5", false),
    ("30.0", "30", true),
    ("1e3", "1000", true),
    ("1141.42", "1141.42", false),
    ("2243.31", "2243.31", false),
    ("9914.45", "9914.45", false),
    ("4503599627370495.5", "4503599627370495.5", false),
    ("9007199254740991", "9007199254740991", true),
    ("9007199254740992", "9007199254740992", true),
    ("9007199254740993", "9007199254740993", true),
    ("1e16", "10000000000000000", true),
    ("9223372036854775807", "9223372036854775807", true),
    ("9223372036854775808", "9223372036854775808", true),
    ("18446744073709551614", "18446744073709551614", true),
    ("18446744073709551615", "18446744073709551615", true),
    ("18446744073709551616", "1.8446744073709552e+19", true),
    ("1e20", "1e+20", true),
    ("1e300", "1e+300", true),
    ("1.7976931348623157e308", "1.7976931348623157e+308", true),
];

fn read(text: &str) -> Number {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn write(number: Number) -> String {
    serde_json::to_string(&number).unwrap()
}

/// Versions of `serde_json` differ in the `+` of an exponent.
fn without_plus(text: &str) -> String {
    text.replace("e+", "e")
}

fn hash_of(state: &RandomState, number: Number) -> u64 {
    state.hash_one(number)
}

#[test]
fn the_table_reads_and_writes() {
    for &(text, written, integer) in TEXTS {
        let number = read(text);
        assert_eq!(without_plus(&write(number)), without_plus(written), "{text}");
        assert_eq!(number.is_integer(), integer, "{text}");
        assert_eq!(read(&write(number)), number, "{text}");
        assert_eq!(text.parse(), Ok(number), "{text}");
        assert_eq!(number.to_string(), write(number), "{text}");
        assert_eq!(number.is_negative(), number < 0, "{text}");
    }
}

#[test]
fn the_table_is_in_order() {
    let numbers: Vec<_> = TEXTS.iter().map(|(text, ..)| read(text)).collect();
    for (i, one) in numbers.iter().enumerate() {
        for (j, other) in numbers.iter().enumerate() {
            assert_eq!(one.cmp(other), i.cmp(&j), "{one} {other}");
        }
    }
}

#[test]
fn whole_numbers_are_exact_at_the_limits() {
    for (number, u64, i64) in [
        (Number::from(u64::MAX), Some(u64::MAX), None),
        (Number::from(u64::MAX - 1), Some(u64::MAX - 1), None),
        (Number::from(i64::MIN), None, Some(i64::MIN)),
        (Number::from(i64::MIN + 1), None, Some(i64::MIN + 1)),
        (Number::from(TWO_POW_53 + 1), Some(TWO_POW_53 + 1), Some(9_007_199_254_740_993)),
        (Number::from(0_u8), Some(0), Some(0)),
        (Number::from(-1), None, Some(-1)),
    ] {
        assert_eq!((number.as_u64(), number.as_i64()), (u64, i64), "{number}");
        assert_eq!(read(&write(number)), number);
    }
    assert_ne!(Number::from(TWO_POW_53), Number::from(TWO_POW_53 + 1));
    assert_ne!(Number::from(u64::MAX), Number::try_from(TWO_POW_64).unwrap());
    assert!(Number::from(u64::MAX) < TWO_POW_64);
    assert_eq!(Number::from(i64::MIN), -TWO_POW_63);
}

#[test]
fn a_float_without_fraction_is_the_integer() {
    for (float, integer) in [(30.0, 30), (1e3, 1000), (-0.0, 0), (-7.0, -7), (-TWO_POW_63, i64::MIN)] {
        let number = Number::try_from(float).unwrap();
        assert_eq!(number, integer);
        assert_eq!(number, Number::from(integer));
        assert_eq!(number.as_i64(), Some(integer));
        assert_eq!(write(number), integer.to_string());
    }
    assert_eq!(Number::try_from(TWO_POW_63).unwrap().as_u64(), Some(1 << 63));
    // The largest float below 2^64.
    assert_eq!(Number::try_from(f64::from_bits(TWO_POW_64.to_bits() - 1)).unwrap().as_u64(), Some(u64::MAX - 2047));
}

#[test]
fn zero_has_no_sign() {
    for zero in [read("0"), read("-0"), read("-0.0"), read("0e5"), Number::try_from(-0.0).unwrap(), Number::default()] {
        assert_eq!(write(zero), "0");
        assert!(zero.as_f64().is_sign_positive());
        assert_eq!(zero, 0);
        assert!(!zero.is_negative());
    }
}

#[test]
fn nan_and_infinities_cannot_be_built() {
    for (float, name) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        let error = Number::try_from(float).unwrap_err();
        assert_eq!(error.to_string(), format!("`{name}` is not a JSON number"));
        let bytes = postcard::to_stdvec(&float).unwrap();
        assert!(postcard::from_bytes::<Positional>(&bytes).is_err());
    }
    assert!(serde_json::from_str::<Number>("1e400").unwrap_err().to_string().contains("number out of range"));
    assert!(std::panic::catch_unwind(|| fraction(f64::NAN)).is_err());
    assert!(std::panic::catch_unwind(|| whole(i128::from(u64::MAX) + 1)).is_err());
    assert!(std::panic::catch_unwind(|| whole(i128::from(i64::MIN) - 1)).is_err());
}

#[test]
fn constants() {
    const MAX: Number = whole(u64::MAX as i128);
    const MIN: Number = whole(i64::MIN as i128);
    const HALF: Number = fraction(0.5);
    const THREE: Number = fraction(3.0);
    assert_eq!((MAX, MIN), (Number::from(u64::MAX), Number::from(i64::MIN)));
    assert_eq!(HALF, 0.5);
    assert_eq!(THREE, 3);
}

#[test]
fn only_json_numbers_are_read() {
    for (text, found) in [
        ("\"1\"", "string \"1\""),
        ("true", "boolean `true`"),
        ("null", "null"),
        ("[]", "sequence"),
        ("{}", "map"),
        ("{\"a\":1}", "map"),
    ] {
        let error = serde_json::from_str::<Number>(text).unwrap_err().to_string();
        // With the feature `arbitrary_precision` of serde_json it is serde_json that refuses a map with members.
        if text != "{\"a\":1}" {
            assert!(error.starts_with(&format!("invalid type: {found}, expected a JSON number")), "{text}: {error}");
        }
    }
    for text in [
        "", " ", "+1", "01", ".5", "5.", "0x1", "1_000", "--1", "1 ", " 1", "1\n", "NaN", "Infinity", "1e400", "e",
        "\"1\"",
    ] {
        let error: NumberError = text.parse::<Number>().unwrap_err();
        assert_eq!(error.to_string(), format!("{text:?} is not a finite JSON number"));
    }
}

#[test]
fn a_long_wrong_text_is_cut_in_the_error() {
    let error = "x".repeat(1000).parse::<Number>().unwrap_err();
    assert_eq!(error.to_string(), format!("\"{}\"… is not a finite JSON number", "x".repeat(32)));
}

#[test]
fn an_index_is_a_position() {
    assert_eq!(Number::from(3).as_index(), Some(3));
    assert_eq!(read("3.0").as_index(), Some(3));
    for text in ["9914.45", "-1", "-0.5", "1e300"] {
        assert_eq!(read(text).as_index(), None, "{text}");
    }
}

#[test]
fn conversion_into_integers_says_why_not() {
    assert_eq!(u8::try_from(Number::from(255)), Ok(255));
    assert_eq!(u8::try_from(Number::from(256)).unwrap_err().to_string(), "`256` does not fit in `u8`");
    assert_eq!(usize::try_from(Number::from(-1)).unwrap_err().to_string(), "`-1` does not fit in `usize`");
    assert_eq!(i128::try_from(read("0.5")).unwrap_err().to_string(), "`0.5` is not a whole number");
    assert_eq!(
        i64::try_from(Number::from(u64::MAX)).unwrap_err().to_string(),
        "`18446744073709551615` does not fit in `i64`"
    );
    assert_eq!(
        u64::try_from(read("1e20")).unwrap_err().to_string(),
        format!("`{}` does not fit in `u64`", read("1e20"))
    );
    assert_eq!(u128::try_from(read("1e20")), Ok(100_000_000_000_000_000_000));
    assert_eq!(i128::try_from(read("-1e20")), Ok(-100_000_000_000_000_000_000));
    assert_eq!(i128::try_from(Number::try_from(i128::MIN).unwrap()), Ok(i128::MIN));
    assert!(u128::try_from(read("1e300")).is_err());
    assert!(i128::try_from(read("1e39")).is_err());
}

#[test]
fn wide_integers_are_kept_exactly_or_refused() {
    assert_eq!(Number::try_from(1_u128 << 64).unwrap(), TWO_POW_64);
    assert_eq!(Number::try_from(u128::from(u64::MAX)).unwrap(), u64::MAX);
    assert_eq!(Number::try_from(i128::from(i64::MIN)).unwrap(), i64::MIN);
    for error in [Number::try_from((1_u128 << 64) + 1), Number::try_from(u128::MAX), Number::try_from(i128::MAX)] {
        let message = "the integer is outside `i64::MIN..=u64::MAX` and no `f64` holds it exactly";
        assert_eq!(error.unwrap_err().to_string(), message);
    }
}

#[test]
fn comparison_with_floats_is_exact() {
    let odd = Number::from(TWO_POW_53 + 1);
    let even = 9_007_199_254_740_992.0;
    assert!(odd > even && even < odd && odd != even);
    assert_eq!(odd.as_f64(), even);
    assert_eq!(odd.partial_cmp(&f64::NAN), None);
    assert_eq!(f64::NAN.partial_cmp(&odd), None);
    assert!(odd < f64::INFINITY && odd > f64::NEG_INFINITY && read("1e300") < f64::INFINITY);
}

#[test]
fn comparison_with_integers_goes_both_ways() {
    let number = Number::from(5);
    assert!(number == 5 && 5 == number && number > 4_u8 && 4_u8 < number && number < 6_i64 && 6_usize > number);
    assert!(read("4.5") < 5 && 4 < read("4.5") && read("-4.5") < -4 && -5 < read("-4.5"));
}

#[test]
fn it_is_a_key() {
    let mut seen = HashMap::new();
    for text in ["1", "1.0", "1e0", "1.5", "15e-1", "0", "-0.0"] {
        *seen.entry(read(text)).or_insert(0) += 1;
    }
    assert_eq!(seen[&Number::from(1)], 3);
    assert_eq!(seen[&read("1.5")], 2);
    assert_eq!(seen[&Number::from(0)], 2);
}

#[test]
fn format_options_work_for_every_form() {
    for (text, padded, signed) in
        [("5", "     5", "+5"), ("-5", "    -5", "-5"), ("1.5", "   1.5", "+1.5"), ("-1.5", "  -1.5", "-1.5")]
    {
        assert_eq!(format!("{:6}", read(text)), padded);
        assert_eq!(format!("{:+}", read(text)), signed);
    }
    assert_eq!(format!("{:?}", read("9914.45")), "Number(9914.45)");
    assert_eq!(format!("{:?}", Some(read("30.0"))), "Some(Number(30))");
}

/// A number as a format without type marks gives it: the runtime tells such a format to read a float.
#[derive(Debug, PartialEq)]
struct Positional(Number);

impl<'de> serde::Deserialize<'de> for Positional {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let float = f64::deserialize(deserializer)?;
        Number::try_from(float).map(Self).map_err(serde::de::Error::custom)
    }
}

#[test]
fn binary_formats_hold_one_float() {
    for number in [read("0"), read("-3"), read("9914.45"), read("1e300"), Number::from(TWO_POW_53), read("1e16")] {
        let bytes = postcard::to_stdvec(&number).unwrap();
        assert_eq!(bytes, number.as_f64().to_le_bytes());
        assert_eq!(postcard::from_bytes::<Positional>(&bytes), Ok(Positional(number)));

        let mut bytes = Vec::new();
        ciborium::into_writer(&number, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Number, _>(&*bytes).unwrap(), number);

        let bytes = rmp_serde::to_vec(&number).unwrap();
        assert_eq!(rmp_serde::from_slice::<Number>(&bytes).unwrap(), number);
    }
}

#[test]
fn binary_formats_refuse_to_lose_digits() {
    for number in [Number::from(TWO_POW_53 + 1), Number::from(u64::MAX), Number::from(i64::MIN + 1)] {
        let error = rmp_serde::to_vec(&number).unwrap_err().to_string();
        let message = format!("the whole number `{number}` cannot be written as a 64-bit float without losing digits");
        assert_eq!(error, message);
    }
    assert!(rmp_serde::to_vec(&Number::from(i64::MIN)).is_ok());
}

#[test]
fn binary_formats_with_type_marks_may_hold_integers() {
    for integer in [0_i64, 23, -1, i64::MAX, i64::MIN] {
        let mut bytes = Vec::new();
        ciborium::into_writer(&integer, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Number, _>(&*bytes).unwrap(), integer);
        assert_eq!(rmp_serde::from_slice::<Number>(&rmp_serde::to_vec(&integer).unwrap()).unwrap(), integer);
    }
    // CBOR has integers of 65 bits and more; they become the nearest float, as in JSON.
    for (integer, text) in [(i128::from(i64::MIN) - 1, "-9223372036854775809"), ((1 << 64) + 1, "18446744073709551617")]
    {
        let mut bytes = Vec::new();
        ciborium::into_writer(&integer, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Number, _>(&*bytes).unwrap(), read(text));
    }
    assert_eq!(rmp_serde::from_slice::<Number>(&rmp_serde::to_vec(&0.5_f32).unwrap()).unwrap(), 0.5);
}

#[test]
fn serde_json_values_hold_it() {
    for &(text, ..) in TEXTS {
        let number = read(text);
        assert_eq!(serde_json::from_value::<Number>(serde_json::from_str(text).unwrap()).unwrap(), number, "{text}");
        assert_eq!(serde_json::from_value::<Number>(serde_json::to_value(number).unwrap()).unwrap(), number, "{text}");
    }
}

/// Any number: small integers, the limits and their neighbours, any float.
fn numbers() -> impl Strategy<Value = Number> {
    prop_oneof![
        (-20_i64..20).prop_map(Number::from),
        (-80_i32..80).prop_map(|quarters| Number::try_from(f64::from(quarters) / 4.0).unwrap()),
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        finite().prop_map(|float| Number::try_from(float).unwrap()),
        // Around the powers of two, where floats and integers part.
        (50_u32..64, -3_i64..=3, any::<bool>()).prop_map(|(power, step, negative)| {
            let near = (1_i128 << power) + i128::from(step);
            Number::try_from(if negative { -near } else { near }).unwrap_or_default()
        }),
        (40_i32..66, -3_i64..=3, any::<bool>()).prop_map(|(power, step, negative)| {
            let near = f64::from_bits(2_f64.powi(power).to_bits().wrapping_add_signed(step));
            Number::try_from(if negative { -near } else { near }).unwrap()
        }),
    ]
}

fn finite() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |float| float.is_finite())
}

/// Compares a whole number with a float by the bits of the float, in integers alone.
fn compare(whole: i128, float: f64) -> Ordering {
    let bits = float.to_bits();
    let exponent = i32::try_from(bits >> 52 & 0x7ff).unwrap();
    let digits = i128::from(bits & ((1 << 52) - 1));
    let (digits, exponent) = if exponent == 0 { (digits, -1074) } else { (digits + (1 << 52), exponent - 1075) };
    let digits = if float < 0.0 { -digits } else { digits };
    if exponent > 60 {
        0.cmp(&digits)
    } else if exponent >= 0 {
        whole.cmp(&(digits << exponent))
    } else if exponent >= -60 {
        (whole << -exponent).cmp(&digits)
    } else {
        // Less than 1 and more than -1.
        whole.signum().cmp(&0).then(0.cmp(&digits))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn the_order_is_total(one in numbers(), two in numbers(), three in numbers()) {
        prop_assert_eq!(one.cmp(&two), two.cmp(&one).reverse());
        prop_assert_eq!(one == two, one.cmp(&two) == Ordering::Equal);
        prop_assert_eq!(one.partial_cmp(&two), Some(one.cmp(&two)));
        let mut sorted = [one, two, three];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn equal_numbers_have_equal_hashes(one in numbers(), two in numbers()) {
        let state = RandomState::new();
        let copy = read(&write(one));
        prop_assert_eq!(hash_of(&state, one), hash_of(&state, copy));
        prop_assert_eq!(one == two, hash_of(&state, one) == hash_of(&state, two));
    }

    #[test]
    fn text_reads_back(number in numbers()) {
        prop_assert_eq!(read(&write(number)), number);
        prop_assert_eq!(number.to_string(), write(number));
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn whole_numbers_have_no_fraction_in_text(number in numbers()) {
        let text = write(number);
        prop_assert_eq!(number.is_integer() && !text.contains('e'), !text.contains(['.', 'e']));
    }

    #[test]
    fn integers_compare_as_integers(one in any::<i64>(), two in any::<u64>()) {
        let (a, b) = (Number::from(one), Number::from(two));
        prop_assert_eq!(a.cmp(&b), i128::from(one).cmp(&i128::from(two)));
        prop_assert_eq!(a.partial_cmp(&two), Some(i128::from(one).cmp(&i128::from(two))));
        prop_assert_eq!(one.partial_cmp(&b), Some(i128::from(one).cmp(&i128::from(two))));
        prop_assert_eq!((i128::try_from(a), u128::try_from(b)), (Ok(i128::from(one)), Ok(u128::from(two))));
    }

    #[test]
    fn floats_compare_as_floats(one in finite(), two in finite()) {
        let (a, b) = (Number::try_from(one).unwrap(), Number::try_from(two).unwrap());
        prop_assert_eq!(Some(a.cmp(&b)), one.partial_cmp(&two));
        prop_assert_eq!(a.partial_cmp(&two), one.partial_cmp(&two));
        prop_assert_eq!(one.partial_cmp(&b), one.partial_cmp(&two));
        prop_assert_eq!(a.as_f64(), one);
    }

    #[test]
    fn integers_and_floats_compare_exactly(whole in numbers(), other in numbers()) {
        let in_64_bits = |value: &i128| i64::try_from(*value).is_ok() || u64::try_from(*value).is_ok();
        if let Some(integer) = i128::try_from(whole).ok().filter(in_64_bits) {
            let float = other.as_f64();
            prop_assert_eq!(whole.partial_cmp(&float), Some(compare(integer, float)));
            prop_assert_eq!(float.partial_cmp(&whole), Some(compare(integer, float).reverse()));
        }
    }

    #[test]
    fn conversions_agree(number in numbers()) {
        prop_assert_eq!(number.as_u64(), u64::try_from(number).ok());
        prop_assert_eq!(number.as_i64(), i64::try_from(number).ok());
        prop_assert_eq!(number.as_index(), usize::try_from(number).ok());
        prop_assert_eq!(number.as_f64(), f64::from(number));
        if let Some(value) = number.as_u64() {
            prop_assert_eq!(Number::from(value), number);
            prop_assert_eq!(u8::try_from(number).ok(), u8::try_from(value).ok());
        }
        if let Ok(value) = i128::try_from(number) {
            prop_assert_eq!(Number::try_from(value), Ok(number));
            prop_assert!(number.is_integer());
        }
        prop_assert_eq!(Number::try_from(number.as_f64()).unwrap() == number, rmp_serde::to_vec(&number).is_ok());
    }

    #[test]
    fn any_integer_text_reads_as_its_nearest_number(integer in any::<i128>(), shift in 0_u32..128) {
        let integer = integer >> shift;
        let number = read(&integer.to_string());
        match (i64::try_from(integer), u64::try_from(integer)) {
            (Ok(value), _) => prop_assert_eq!(number, value),
            (_, Ok(value)) => prop_assert_eq!(number, value),
            #[allow(clippy::cast_precision_loss)]
            _ => prop_assert_eq!(number, integer as f64),
        }
    }
}
