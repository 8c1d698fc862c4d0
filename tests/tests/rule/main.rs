//! Each rule: what it fits, what it lets pass, what it says, and of which level it is. One file per rule.

mod base64;
mod each;
mod index;
mod integer;
mod len;
mod nested;
mod non_empty;
mod one_of;
mod prefix;
mod range;
mod required;
mod with;

use response_event::{Level, Validate, Validator};

/// Rules without a struct around them.
struct Check<F>(F);

impl<F: Fn(&mut Validator<'_>)> Validate for Check<F> {
    fn check(&self, validator: &mut Validator<'_>) {
        (self.0)(validator);
    }
}

fn lines(level: Level, check: impl Fn(&mut Validator<'_>)) -> Vec<String> {
    match Check(check).validate_at(level) {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().map(ToString::to_string).collect(),
    }
}

/// The violations that `validate` would find.
fn contract(check: impl Fn(&mut Validator<'_>)) -> Vec<String> {
    lines(Level::Contract, check)
}

/// The violations that `validate_strict` would find.
fn strict(check: impl Fn(&mut Validator<'_>)) -> Vec<String> {
    lines(Level::Strict, check)
}

/// No violation.
const NONE: [&str; 0] = [];
