//! `MergeMissing`: merges a value from an event with the value built before it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ContentPart, ShellOutput, SummaryPart};

/// A value that an event may send late, again or in part.
pub(super) trait MergeMissing {
    /// Takes from `old` what is empty here.
    fn merge(&mut self, old: Self);

    /// Returns `true` if [`merge`](Self::merge) takes the annotations.
    fn takes_annotations(&self) -> bool {
        false
    }
}

impl MergeMissing for String {
    fn merge(&mut self, old: Self) {
        if self.is_empty() {
            *self = old;
        }
    }
}

impl<T> MergeMissing for Vec<T> {
    fn merge(&mut self, old: Self) {
        if self.is_empty() {
            *self = old;
        }
    }
}

impl<T: MergeMissing> MergeMissing for Option<T> {
    fn merge(&mut self, old: Self) {
        match (self, old) {
            (Some(new), Some(old)) => new.merge(old),
            (new @ None, old) => *new = old,
            _ => {}
        }
    }
}

impl MergeMissing for ContentPart {
    fn merge(&mut self, old: Self) {
        match (self, old) {
            (Self::OutputText(new), Self::OutputText(old)) => {
                new.text.merge(old.text);
                new.annotations.merge(old.annotations);
                new.logprobs.merge(old.logprobs);
            }
            (Self::Refusal(new), Self::Refusal(old)) => new.refusal.merge(old.refusal),
            (Self::ReasoningText(new), Self::ReasoningText(old)) => new.text.merge(old.text),
            (Self::Text(new), Self::Text(old)) => new.text.merge(old.text),
            (Self::SummaryText(new), Self::SummaryText(old)) => new.text.merge(old.text),
            _ => {}
        }
    }

    fn takes_annotations(&self) -> bool {
        matches!(self, Self::OutputText(part) if part.annotations.as_ref().is_none_or(Vec::is_empty))
    }
}

impl MergeMissing for SummaryPart {
    fn merge(&mut self, old: Self) {
        if let (Self::SummaryText(new), Self::SummaryText(old)) = (self, old) {
            new.text.merge(old.text);
        }
    }
}

impl MergeMissing for ShellOutput {
    fn merge(&mut self, old: Self) {
        self.stdout.merge(old.stdout);
        self.stderr.merge(old.stderr);
        self.outcome = self.outcome.take().or(old.outcome);
    }
}
