//! The names on the wire, across the fields of an event.

use std::collections::HashMap;

use syn::LitStr;

use crate::diag::Problem;
use crate::problems::{Problems, SourceSpan};
use crate::text::excerpt;

/// Every name so far, with the field that has it.
pub(super) struct Names {
    /// `true` if `type` is a name like any other.
    untagged: bool,
    owners: HashMap<String, String>,
    flatten: Option<String>,
    had_no_type: Option<String>,
}

impl Names {
    pub(super) fn new(untagged: bool) -> Self {
        Names { untagged, owners: HashMap::new(), flatten: None, had_no_type: None }
    }

    fn is_taken_by_tag(&self, name: &str) -> bool {
        name == "type" && !self.untagged
    }

    /// Notes the names of a field; `at` is where its own name is written.
    pub(super) fn field(
        &mut self,
        field: &str,
        wire: &LitStr,
        at: SourceSpan,
        aliases: &[(SourceSpan, LitStr)],
        problems: &mut Problems,
    ) {
        self.note(field, wire, at, problems);
        for (at, alias) in aliases {
            let at = at.narrow(alias);
            if self.is_taken_by_tag(&alias.value()) {
                let field = field.to_owned();
                problems.push(at, Problem::TypeAsAlias { field });
            } else if self.owners.get(&alias.value()).is_some_and(|owner| owner == field) {
                problems.push(at, Problem::AliasIsName { name: excerpt(alias) });
            } else {
                self.note(field, alias, at, problems);
            }
        }
    }

    fn note(&mut self, field: &str, name: &LitStr, at: SourceSpan, problems: &mut Problems) {
        let wire = name.value();
        if self.is_taken_by_tag(&wire) {
            let field = field.to_owned();
            problems.push(at, Problem::TypeAsMember { field });
        } else if let Some(first) = self.owners.get(&wire).cloned() {
            problems.push(at, Problem::DuplicateMember { wire, first });
        } else {
            self.owners.insert(wire, field.to_owned());
        }
    }

    /// Notes the field that says whether there was a `type`.
    pub(super) fn had_no_type(&mut self, field: &str, at: SourceSpan, problems: &mut Problems) {
        if self.untagged {
            problems.push(at, Problem::KeyBesideKey { key: "untagged", other: "had_no_type".to_owned() });
        }
        match &self.had_no_type {
            Some(first) => {
                let first = first.clone();
                problems.push(at, Problem::KeyTwice { key: "had_no_type", first });
            }
            None => self.had_no_type = Some(field.to_owned()),
        }
    }

    /// Notes the field that holds what no other does.
    pub(super) fn flatten(&mut self, field: &str, at: SourceSpan, problems: &mut Problems) {
        match &self.flatten {
            Some(first) => {
                let first = first.clone();
                problems.push(at, Problem::DuplicateFlatten { first });
            }
            None => self.flatten = Some(field.to_owned()),
        }
    }
}
