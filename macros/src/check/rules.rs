//! The rules of one field, or of the struct: none twice, none that another makes impossible.

use std::mem::discriminant;

use super::constraints;
use crate::diag::Problem;
use crate::model::{Level, Rule, RuleKind};
use crate::problems::{Problems, SourceSpan};
use crate::rule::{describe, is_same};
use crate::text::excerpt;

/// Checks every rule against those before it.
pub(super) fn check(rules: &[(SourceSpan, Rule)], problems: &mut Problems) {
    for (index, (at, rule)) in rules.iter().enumerate() {
        for (first_at, first) in rules.iter().take(index) {
            if !check_repeated(first, rule, *at, problems) {
                check_together((*first_at, first), (*at, rule), problems);
            }
        }
        check_inner(*at, rule, problems);
    }
}

/// `each(…)` is such a list as well.
fn check_inner(at: SourceSpan, rule: &Rule, problems: &mut Problems) {
    let RuleKind::Each(inner) = &rule.kind else { return };
    for (index, rule) in inner.iter().enumerate() {
        let here = at.narrow_to(rule.span);
        for first in inner.iter().take(index) {
            if !check_repeated(first, rule, here, problems) {
                let first_at = at.narrow_to(first.span);
                check_together((first_at, first), (here, rule), problems);
            }
        }
        check_inner(here, rule, problems);
    }
}

/// Reports a rule that repeats the first one; returns `true` if it does.
fn check_repeated(first: &Rule, rule: &Rule, at: SourceSpan, problems: &mut Problems) -> bool {
    if discriminant(&first.kind) != discriminant(&rule.kind) {
        return false;
    }
    let text = describe(&rule.kind);
    let equal = is_same(&first.kind, &rule.kind);
    // Two functions can be asked, and two lists of rules are one.
    let many = matches!(rule.kind, RuleKind::With(_) | RuleKind::Each(_));
    let same_level = first.level == rule.level;
    let problem = match (same_level, equal) {
        (false, true) => Problem::RuleAlreadyStrict { rule: text },
        (true, true) => Problem::DuplicateRule { rule: text },
        (true, false) if !many => {
            let first = describe(&first.kind);
            Problem::SecondRule { first, rule: text }
        }
        (true | false, false) => return false,
    };
    problems.push(at, problem);
    true
}

fn check_together(first: (SourceSpan, &Rule), second: (SourceSpan, &Rule), problems: &mut Problems) {
    if let Some(problem) = constraints::conflict(&first.1.kind, &second.1.kind) {
        problems.push(second.0, problem);
        return;
    }
    for ((at, one_of), (_, other)) in [(first, second), (second, first)] {
        // A strict rule may well leave fewer values than the contract.
        if other.level == Level::Strict && one_of.level == Level::Contract {
            continue;
        }
        for value in constraints::unreachable_values(&one_of.kind, &other.kind) {
            let rule = describe(&other.kind);
            let problem = Problem::DeadValue { value: excerpt(value), rule };
            problems.push(at.narrow(value), problem);
        }
    }
}
