//! Ranges of numbers in `len(…)` and `range(…)`, read by hand because syn without `full` has no ranges.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::vec::IntoIter;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Lit, LitStr};

use super::value::ValueParser;
use crate::diag::Problem;
use crate::model::Literal;
use crate::problems::{Problems, Reported};
use crate::rule::{compare, describe_number};
use crate::text::excerpt;
use crate::tokens::flat;

/// Parses the ends of a length, both included.
pub(super) fn lengths(
    tokens: &TokenStream,
    parser: &mut ValueParser<'_>,
) -> Result<(Option<u64>, Option<u64>), Reported> {
    let (min, max) = match parse(tokens, parser)? {
        Written::One(number) => (Some(number.clone()), Some(number)),
        Written::Ends(min, max) => (min, max),
    };
    let min = min.map(|number| length(&number, parser)).transpose();
    let max = max.map(|number| length(&number, parser)).transpose();
    let (min, max) = (min?, max?);
    if min == Some(0) && max.is_none() {
        let rule = format!("{}({})", parser.key, excerpt(tokens));
        return parser.report(tokens, Problem::IdleRule { rule });
    }
    Ok((min, max))
}

/// Parses the ends of a range, both included.
pub(super) fn numbers(
    tokens: &TokenStream,
    parser: &mut ValueParser<'_>,
) -> Result<(Option<Literal>, Option<Literal>), Reported> {
    match parse(tokens, parser)? {
        Written::One(_) => not_a_range(tokens, parser),
        Written::Ends(min, max) => Ok((min.map(|number| number.value), max.map(|number| number.value))),
    }
}

/// A number with the tokens that say it.
#[derive(Clone)]
struct Number {
    value: Literal,
    tokens: TokenStream,
}

enum Written {
    /// `n`
    One(Number),
    /// `a..=b`, `a..`, `..=b`
    Ends(Option<Number>, Option<Number>),
}

/// The reason why there is no number.
enum Failure {
    /// The tokens are something else.
    NotANumber,
    /// It is a number, and what is wrong with it is reported.
    Reported(Reported),
}

type Tokens = Peekable<IntoIter<TokenTree>>;

fn parse(tokens: &TokenStream, parser: &mut ValueParser<'_>) -> Result<Written, Reported> {
    let mut rest = flat(tokens.clone()).into_iter().peekable();
    let min = number(&mut rest, parser);
    let dots = dots(&mut rest);
    let max = number(&mut rest, parser);
    let (min, max) = match (min, max, rest.next()) {
        (Ok(min), Ok(max), None) => (min, max),
        (Err(Failure::Reported(reported)), Ok(_) | Err(Failure::Reported(_)), None)
        | (Ok(_), Err(Failure::Reported(reported)), None) => return Err(reported),
        (Err(Failure::NotANumber), _, _) | (_, Err(Failure::NotANumber), _) | (_, _, Some(_)) => {
            return not_a_range(tokens, parser);
        }
    };
    match (min, dots.as_str(), max) {
        (Some(number), "", None) => Ok(Written::One(number)),
        (None, "..", None) => {
            let (rule, form) = (parser.key, parser.form);
            parser.report(tokens, Problem::OpenRange { rule, form })
        }
        (min, "..", Some(max)) => {
            let (found, remedy) = (excerpt(tokens), inclusive(min.map(|min| min.value), max.value));
            parser.report(tokens, Problem::ExclusiveRange { found, remedy })
        }
        (Some(min), "..=", Some(max)) if compare(min.value, max.value) == Ordering::Greater => {
            let remedy = format!("{}..={}", excerpt(&max.tokens), excerpt(&min.tokens));
            parser.report(tokens, Problem::EmptyRange { found: excerpt(tokens), remedy })
        }
        (min @ Some(_), "..", None) => Ok(Written::Ends(min, None)),
        (min, "..=", max @ Some(_)) => Ok(Written::Ends(min, max)),
        (_, _, _) => not_a_range(tokens, parser),
    }
}

fn not_a_range<T>(tokens: &TokenStream, parser: &mut ValueParser<'_>) -> Result<T, Reported> {
    if let Some(range) = quoted(tokens, parser) {
        parser.remedy = format!("{}({range})", parser.key);
        return parser.odd(tokens);
    }
    let (rule, form) = (parser.key, parser.form);
    parser.report(tokens, Problem::NotARange { rule, form, found: excerpt(tokens) })
}

/// Returns the range in a string, if it is one.
fn quoted(tokens: &TokenStream, parser: &ValueParser<'_>) -> Option<String> {
    let text = syn::parse2::<LitStr>(tokens.clone()).ok()?.value();
    let mut problems = Problems::new();
    let mut inner = ValueParser {
        key: parser.key,
        form: parser.form,
        remedy: String::new(),
        at: parser.at,
        problems: &mut problems,
    };
    parse(&text.parse().ok()?, &mut inner).is_ok().then_some(text)
}

/// Returns the range that `a..b` means, with its last value: `a..=b-1`.
fn inclusive(min: Option<Literal>, max: Literal) -> String {
    let last = match max {
        Literal::Whole(max) => Literal::Whole(max - 1),
        Literal::Fraction(_) => max,
    };
    let empty = min.is_some_and(|min| compare(min, last) == Ordering::Greater);
    let last = if empty { max } else { last };
    format!("{}..={}", min.map(describe_number).unwrap_or_default(), describe_number(last))
}

fn dots(tokens: &mut Tokens) -> String {
    let mut dots = String::new();
    while let Some(TokenTree::Punct(punct)) =
        tokens.next_if(|token| matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '.' | '=')))
    {
        dots.push(punct.as_char());
    }
    dots
}

/// A number, perhaps with a minus, or nothing where the range is open.
fn number(tokens: &mut Tokens, parser: &mut ValueParser<'_>) -> Result<Option<Number>, Failure> {
    let minus = tokens.next_if(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '-'));
    let Some(TokenTree::Literal(literal)) = tokens.next_if(|token| matches!(token, TokenTree::Literal(_))) else {
        return if minus.is_none() { Ok(None) } else { Err(Failure::NotANumber) };
    };
    let sign = if minus.is_some() { "-" } else { "" };
    let tokens: TokenStream = minus.into_iter().chain([TokenTree::from(literal.clone())]).collect();
    let (digits, suffix) = match Lit::new(literal) {
        Lit::Int(number) => (format!("{sign}{}", number.base10_digits()), number.suffix().to_owned()),
        Lit::Float(number) => (format!("{sign}{}", number.base10_digits()), number.suffix().to_owned()),
        _ => return Err(Failure::NotANumber),
    };
    let found = excerpt(&tokens);
    if !suffix.is_empty() {
        let remedy = found.strip_suffix(&suffix).unwrap_or(&digits).trim_end_matches('_').to_owned();
        return parser.report(&tokens, Problem::NumberSuffix { found, remedy }).map_err(Failure::Reported);
    }
    let Some(value) = literal_of(&digits) else {
        return parser.report(&tokens, Problem::NumberTooLarge { found }).map_err(Failure::Reported);
    };
    Ok(Some(Number { value, tokens }))
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
    if exact { Literal::Whole(i128::from(whole)) } else { Literal::Fraction(fraction) }
}

fn length(number: &Number, parser: &mut ValueParser<'_>) -> Result<u64, Reported> {
    if let Literal::Whole(whole) = number.value {
        if let Ok(length) = u64::try_from(whole) {
            return Ok(length);
        }
    }
    let found = excerpt(&number.tokens);
    parser.report(&number.tokens, Problem::LengthNotACount { found })
}
