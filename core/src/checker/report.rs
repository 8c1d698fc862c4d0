//! `Report`: collects the findings about one event, each fault once.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::code::Code;
use super::digest;
use super::finding::Finding;
use super::profile::{Profile, Severity};
use crate::EventPosition;

/// Different faults that are counted at most. Beyond, each is reported.
const MAX_COUNTED: usize = 4096;

/// The longest key that is kept as it is. Of a longer one, a digest is.
const MAX_KEY: usize = 256;

/// Findings of one event that a fault is compared with at most. Those about its fields are the first.
const MAX_COMPARED: usize = 64;

/// A count of each fault that repeats: a server that leaves out a field leaves it out of each event.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeats(BTreeMap<(Code, String), u64>);

impl Repeats {
    /// Returns how often the fault was found after it was reported.
    pub(super) fn after(&self, finding: &Finding) -> u64 {
        let key = key(finding.code, finding.event_type.as_deref().unwrap_or_default(), &finding.pointer);
        self.0.get(&(finding.code, key)).copied().unwrap_or_default()
    }
}

/// Returns what a fault is counted by. Long names in an event do not stay in memory.
fn key(code: Code, event_type: &str, pointer: &str) -> String {
    let key = whole_key(code, event_type, pointer);
    if key.len() > MAX_KEY { format!("{:016x}", digest::of_text(&key)) } else { key }
}

/// Returns the field that a pointer leads to, for whatever event: the same field of an annotation, a part, an item or a
/// response is the same fault in each event that has it. Any other field is one of this type of event.
fn whole_key(code: Code, event_type: &str, pointer: &str) -> String {
    // It is not in the event.
    if code == Code::MissingEventName {
        return String::new();
    }
    let mut path = String::new();
    for segment in pointer.split('/').skip(1) {
        let is_index = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
        path.push('/');
        path.push_str(if is_index { "*" } else { segment });
    }
    for (prefixes, object) in [
        (
            &[
                "/response/output/*/content/*/annotations/*",
                "/item/content/*/annotations/*",
                "/part/annotations/*",
                "/annotation",
            ][..],
            "annotation",
        ),
        (
            &[
                "/response/output/*/content/*",
                "/item/content/*",
                "/response/output/*/summary/*",
                "/item/summary/*",
                "/part",
            ],
            "part",
        ),
        (&["/response/output/*", "/item"], "item"),
        (&["/response"], "response"),
        (&["/sequence_number", "/stream_id"], "event"),
    ] {
        let rest = prefixes.iter().find_map(|prefix| path.strip_prefix(prefix));
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            return format!("{object}{rest}");
        }
    }
    format!("{event_type}{path}")
}

/// The findings about one event.
pub(super) struct Report<'a> {
    pub(super) profile: Profile,
    /// The number of the event, from 1.
    pub(super) event: u64,
    pub(super) event_type: Option<&'a str>,
    pub(super) at: &'a EventPosition<'a>,
    /// The event was reported as a whole: what it does counts, and what is wrong with that does not.
    pub(super) is_muted: bool,
    pub(super) findings: &'a mut Vec<Finding>,
    pub(super) repeats: &'a mut Repeats,
}

impl Report<'_> {
    /// Reports a fault.
    #[cold]
    pub(super) fn fault(&mut self, code: Code, pointer: &str, text: impl Into<String>) {
        // A wrong field is found again by each rule that uses it.
        if !self.is_muted && !self.has_fault_at(pointer) {
            self.push(code, pointer, text.into());
        }
    }

    /// Returns `true` if a fault of this event was reported at the pointer, above it or below it. A pointer to the whole event
    /// is to nothing else.
    pub(super) fn has_fault_at(&self, pointer: &str) -> bool {
        let is_within = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.findings.iter().take(MAX_COMPARED).any(|finding| {
            let other = &*finding.pointer;
            let is_related = is_within(pointer, other) || is_within(other, pointer);
            finding.severity > Severity::Note && !pointer.is_empty() && !other.is_empty() && is_related
        })
    }

    /// Reports a fault that a server makes again and again, once in the stream.
    #[cold]
    pub(super) fn fault_once(&mut self, code: Code, pointer: &str, text: impl Into<String>) {
        if self.is_muted {
            return;
        }
        let is_full = self.repeats.0.len() >= MAX_COUNTED;
        match self.repeats.0.entry((code, key(code, self.event_type.unwrap_or_default(), pointer))) {
            Entry::Occupied(mut count) => *count.get_mut() += 1,
            Entry::Vacant(place) => {
                if !is_full {
                    place.insert(0);
                }
                self.push(code, pointer, text.into());
            }
        }
    }

    fn push(&mut self, code: Code, pointer: &str, text: String) {
        let Some(severity) = code.severity(self.profile) else { return };
        self.findings.push(Finding {
            code,
            severity,
            event: self.event,
            event_type: self.event_type.map(String::from),
            pointer: pointer.into(),
            position: self.at.clone().into_owned(),
            text,
            source: code.source(),
        });
    }
}
