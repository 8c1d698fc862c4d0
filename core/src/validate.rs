//! `Validate` for values with rules, and the `Validator` that collects their violations.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use crate::std_types::for_each_holder;
use crate::text::push_segment;
use crate::violation::{Found, Level, Rule, Violation, Violations};

/// A value with rules to check.
///
/// `#[derive(ResponseEvent)]` implements it for events and, with `#[event(untagged)]`, for their parts. For a type of
/// another kind write it by hand: one line per rule, with the functions of [`rule`](crate::rule).
///
/// ```
/// use response_event::{Validate, Validator, Violation, rule};
///
/// struct Usage {
///     model: String,
///     input_tokens: u64,
///     output_tokens: u64,
///     total_tokens: u64,
/// }
///
/// impl Validate for Usage {
///     fn check(&self, validator: &mut Validator<'_>) {
///         rule::non_empty(&mut validator.member("model"), &self.model);
///         // No document says so, but every server keeps it.
///         if let Some(mut validator) = validator.strict() {
///             if self.input_tokens + self.output_tokens != self.total_tokens {
///                 let violation = Violation::new("token_sum", "is not the sum of input and output");
///                 validator.member("total_tokens").report(violation);
///             }
///         }
///     }
/// }
///
/// let usage = Usage { model: String::new(), input_tokens: 2, output_tokens: 3, total_tokens: 6 };
/// let violations = usage.validate_strict().unwrap_err();
/// assert_eq!(
///     violations.to_string(),
///     "/model: found 0 characters, expected at least one (contract rule `non_empty`); \
///      /total_tokens: is not the sum of input and output (strict rule `token_sum`)",
/// );
/// assert_eq!(usage.validate().unwrap_err().len(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no rules to check",
    label = "this type does not implement `Validate`",
    note = "write `#[derive(ResponseEvent)]` on it, or implement `response_event::Validate`; on a field, write `with(path)` for a type of another crate, or remove `nested` if there is nothing to check"
)]
pub trait Validate {
    /// Reports to `validator` every rule that the value breaks.
    fn check(&self, validator: &mut Validator<'_>);

    /// Checks the documented contract of the value and of everything inside it. An unknown event has none.
    ///
    /// # Errors
    ///
    /// Every rule that is broken, at once. A valid value costs no allocation.
    fn validate(&self) -> Result<(), Violations> {
        self.validate_at(Level::Contract)
    }

    /// Checks the contract and the strict rules: what real producers keep beyond it, such as whole-number indexes and base64
    /// that decodes.
    ///
    /// # Errors
    ///
    /// Every rule of both levels that is broken, at once.
    fn validate_strict(&self) -> Result<(), Violations> {
        self.validate_at(Level::Strict)
    }

    /// Checks the rules of the level [`Contract`](Level::Contract), or of both levels with [`Strict`](Level::Strict).
    ///
    /// # Errors
    ///
    /// Every rule that is broken, at once.
    fn validate_at(&self, level: Level) -> Result<(), Violations> {
        let mut violations = Vec::new();
        self.check(&mut Validator {
            requested: level,
            current: Level::Contract,
            path: Path { parent: None, step: Step::Root },
            violations: &mut violations,
        });
        Violations::collect(violations)
    }
}

/// A collector of violations, which knows the requested level and the path to the value at hand.
///
/// Nothing is allocated until the first violation.
#[derive(Debug)]
pub struct Validator<'p> {
    /// The level that the caller asked for.
    requested: Level,
    /// The level of the rules at hand.
    current: Level,
    path: Path<'p>,
    violations: &'p mut Vec<Violation>,
}

/// The path to the value at hand: a linked list on the stack.
#[derive(Clone, Copy, Debug)]
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Member(&'p str),
    Index(usize),
}

impl Validator<'_> {
    /// Returns the validator for a field of the value at hand. `name` is its name on the wire, or its key in a map.
    #[inline]
    pub fn member<'c>(&'c mut self, name: &'c str) -> Validator<'c> {
        self.step(Step::Member(name))
    }

    /// Returns the validator for the item at the zero-based `index` of the list at hand.
    #[inline]
    pub fn index(&mut self, index: usize) -> Validator<'_> {
        self.step(Step::Index(index))
    }

    #[inline]
    fn step<'c>(&'c mut self, step: Step<'c>) -> Validator<'c> {
        Validator {
            requested: self.requested,
            current: self.current,
            path: Path { parent: Some(&self.path), step },
            violations: self.violations,
        }
    }

    /// Returns the validator for the strict rules of the same value. `None` if only the contract is checked.
    #[inline]
    pub fn strict(&mut self) -> Option<Validator<'_>> {
        match self.requested {
            Level::Contract => None,
            Level::Strict => Some(Validator {
                requested: Level::Strict,
                current: Level::Strict,
                path: self.path,
                violations: self.violations,
            }),
        }
    }

    /// Returns `true` if the strict level is requested.
    #[inline]
    pub fn is_strict(&self) -> bool {
        self.requested == Level::Strict
    }

    /// Reports that the value at hand breaks a rule of your own, at the level at hand.
    ///
    /// The pointers in the violations count from the value at hand.
    #[cold]
    pub fn report(&mut self, violations: impl Into<Violations>) {
        self.push(violations.into());
    }

    fn push(&mut self, violations: Violations) {
        let mut path = String::new();
        self.path.write(&mut path);
        for mut violation in violations {
            violation.locate(&path, self.current);
            self.violations.push(violation);
        }
    }

    /// Reports that the value at hand breaks a built-in rule.
    #[cold]
    #[inline(never)]
    pub(crate) fn report_rule(&mut self, rule: Rule, found: Found<'_>) {
        self.push(Violation::built_in(rule, found).into());
    }
}

impl Path<'_> {
    /// Appends the path to a JSON pointer.
    fn write(&self, pointer: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(pointer);
        }
        match self.step {
            Step::Root => {}
            Step::Member(name) => push_segment(pointer, name),
            Step::Index(index) => {
                // Writing to a `String` cannot fail.
                let _ = write!(pointer, "/{index}");
            }
        }
    }
}

/// Checks a holder as the value that it holds, at the same path.
macro_rules! impl_validate {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Validate + $($bounds)+> Validate for $holder {
            #[inline]
            fn check(&self, validator: &mut Validator<'_>) {
                (**self).check(validator);
            }
        }
    };
}

for_each_holder! { impl_validate }

/// Checks nothing in a `None`.
#[diagnostic::do_not_recommend]
impl<T: Validate> Validate for Option<T> {
    #[inline]
    fn check(&self, validator: &mut Validator<'_>) {
        if let Some(value) = self {
            value.check(validator);
        }
    }
}
