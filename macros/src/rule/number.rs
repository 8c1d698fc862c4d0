//! Ranges of numbers in `len(…)` and `range(…)`, read by hand because syn without `full` has no ranges.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::vec::IntoIter;

use proc_macro2::{TokenStream, TokenTree};
use syn::Lit;

use crate::diag::Problem;
use crate::model::Literal;
use crate::syntax::list::{flat, text};
use crate::syntax::value::Reading;

/// The ends of a length, both included.
pub(crate) fn lengths(
    tokens: &TokenStream,
    reading: &mut Reading<'_>,
) -> Option<(Option<u64>, Option<u64>)> {
    let (min, max) = match parse(tokens, reading)? {
        Written::One(number) => (Some(number), Some(number)),
        Written::Ends(min, max) => (min, max),
    };
    let min = end(min, tokens, reading, length);
    let max = end(max, tokens, reading, length);
    let (min, max) = (min?, max?);
    if min == Some(0) && max.is_none() {
        let rule = format!("{}({})", reading.key, text(tokens));
        reading.report(tokens, Problem::IdleRule { rule });
        return None;
    }
    Some((min, max))
}

/// The ends of a range, both included.
pub(crate) fn numbers(
    tokens: &TokenStream,
    reading: &mut Reading<'_>,
) -> Option<(Option<Literal>, Option<Literal>)> {
    match parse(tokens, reading)? {
        Written::One(_) => not_a_range(tokens, reading),
        Written::Ends(min, max) => Some((min, max)),
    }
}

/// A literal as a user writes it.
pub(crate) fn describe(number: Literal) -> String {
    match number {
        Literal::Whole(number) => number.to_string(),
        Literal::Fraction(number) => number.to_string(),
    }
}

pub(crate) fn compare(left: Literal, right: Literal) -> Ordering {
    match (left, right) {
        (Literal::Whole(left), Literal::Whole(right)) => left.cmp(&right),
        (left, right) => approximate(left).total_cmp(&approximate(right)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a whole number beyond 2^53 beside a fraction is compared roughly")]
pub(crate) fn approximate(number: Literal) -> f64 {
    match number {
        Literal::Whole(number) => number as f64,
        Literal::Fraction(number) => number,
    }
}

enum Written {
    /// `n`
    One(Literal),
    /// `a..=b`, `a..`, `..=b`
    Ends(Option<Literal>, Option<Literal>),
}

type Tokens = Peekable<IntoIter<TokenTree>>;

fn parse(tokens: &TokenStream, reading: &mut Reading<'_>) -> Option<Written> {
    let (rule, form) = (reading.key, reading.form);
    let mut rest = flat(tokens.clone()).into_iter().peekable();
    let (Ok(min), dots, Ok(max), None) = (
        number(&mut rest, reading),
        dots(&mut rest),
        number(&mut rest, reading),
        rest.next(),
    ) else {
        return not_a_range(tokens, reading);
    };
    // A number that was wrong is reported; the other end may be wrong as well.
    let (min, max) = (min.good()?, max.good()?);
    match (min, dots.as_str(), max) {
        (Some(number), "", None) => return Some(Written::One(number)),
        (None, "..", None) => {
            reading.report(tokens, Problem::OpenRange { rule, form });
            return None;
        }
        (min, "..", Some(max)) => {
            let remedy = inclusive(min, max);
            let found = text(tokens);
            reading.report(tokens, Problem::ExclusiveRange { found, remedy });
            return None;
        }
        (Some(_), "..", None) | (None | Some(_), "..=", Some(_)) => {}
        _ => return not_a_range(tokens, reading),
    }
    if let (Some(min), Some(max)) = (min, max) {
        if compare(min, max) == Ordering::Greater {
            let remedy = format!("{}..={}", describe(max), describe(min));
            let found = text(tokens);
            reading.report(tokens, Problem::EmptyRange { found, remedy });
            return None;
        }
    }
    Some(Written::Ends(min, max))
}

fn not_a_range<T>(tokens: &TokenStream, reading: &mut Reading<'_>) -> Option<T> {
    let (rule, form) = (reading.key, reading.form);
    let found = text(tokens);
    reading.report(tokens, Problem::NotARange { rule, form, found });
    None
}

/// What `a..b` says, with its last value: `a..=b-1`.
fn inclusive(min: Option<Literal>, max: Literal) -> String {
    let min_text = min.map(describe).unwrap_or_default();
    let last = match max {
        Literal::Whole(max) => Literal::Whole(max - 1),
        Literal::Fraction(_) => max,
    };
    let empty = min.is_some_and(|min| compare(min, last) == Ordering::Greater);
    format!("{min_text}..={}", describe(if empty { max } else { last }))
}

fn dots(tokens: &mut Tokens) -> String {
    let mut dots = String::new();
    while let Some(TokenTree::Punct(punct)) = tokens.next_if(|token| {
        matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '.' | '='))
    }) {
        dots.push(punct.as_char());
    }
    dots
}

enum Number {
    Absent,
    Good(Literal),
    Reported,
}

impl Number {
    /// `None` where it is reported already.
    fn good(self) -> Option<Option<Literal>> {
        match self {
            Number::Absent => Some(None),
            Number::Good(number) => Some(Some(number)),
            Number::Reported => None,
        }
    }
}

/// An optional number; an error where the tokens are none.
fn number(tokens: &mut Tokens, reading: &mut Reading<'_>) -> Result<Number, ()> {
    let minus = tokens.next_if(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '-'));
    let Some(TokenTree::Literal(literal)) = tokens.next_if(|token| matches!(token, TokenTree::Literal(_))) else {
        return if minus.is_none() { Ok(Number::Absent) } else { Err(()) };
    };
    let sign = if minus.is_some() { "-" } else { "" };
    let written: TokenStream = minus.into_iter().chain([TokenTree::from(literal.clone())]).collect();
    let (digits, suffix) = match Lit::new(literal) {
        Lit::Int(number) => (format!("{sign}{}", number.base10_digits()), number.suffix().to_owned()),
        Lit::Float(number) => (format!("{sign}{}", number.base10_digits()), number.suffix().to_owned()),
        _ => return Err(()),
    };
    if !suffix.is_empty() {
        let found = text(&written);
        let remedy = found.strip_suffix(&suffix).unwrap_or(&digits).trim_end_matches('_').to_owned();
        reading.report(&written, Problem::NumberSuffix { found, remedy });
        return Ok(Number::Reported);
    }
    let Some(number) = literal_of(&digits) else {
        let found = text(&written);
        reading.report(&written, Problem::NumberTooLarge { found });
        return Ok(Number::Reported);
    };
    Ok(Number::Good(number))
}

fn literal_of(digits: &str) -> Option<Literal> {
    if let Ok(whole) = digits.parse::<i128>() {
        let bounds = i128::from(i64::MIN)..=i128::from(u64::MAX);
        return bounds.contains(&whole).then_some(Literal::Whole(whole));
    }
    // Digits alone were a whole number, of more than 128 bits.
    let fraction: f64 = digits.parse().ok().filter(|number: &f64| number.is_finite())?;
    digits.contains(['.', 'e', 'E']).then(|| simplest(fraction))
}

/// `1e3` and `2.0` are whole numbers.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the way back is compared")]
fn simplest(fraction: f64) -> Literal {
    let whole = fraction as i64;
    #[expect(clippy::float_cmp, reason = "equal means exactly equal here")]
    let exact = whole as f64 == fraction && whole.unsigned_abs() <= 1 << 53;
    if exact {
        Literal::Whole(i128::from(whole))
    } else {
        Literal::Fraction(fraction)
    }
}

fn length(number: Literal) -> Option<u64> {
    match number {
        Literal::Whole(number) => u64::try_from(number).ok(),
        Literal::Fraction(_) => None,
    }
}

/// One end as a length. The outer `None` is an end that is reported.
fn end(
    number: Option<Literal>,
    tokens: &TokenStream,
    reading: &mut Reading<'_>,
    length: fn(Literal) -> Option<u64>,
) -> Option<Option<u64>> {
    let Some(number) = number else { return Some(None) };
    let length = length(number);
    if length.is_none() {
        let found = describe(number);
        reading.report(tokens, Problem::LengthNotACount { found });
    }
    length.map(Some)
}
