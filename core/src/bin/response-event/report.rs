//! The report on one input for people, the worst first, and the totals of all.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, Write};

use response_event::checker::{Code, Finding, Severity, StreamChecker};

use crate::colors::Colors;
use crate::{input, json};

/// Findings of one rule that are printed at most. The others are counted.
const MAX_PRINTED: usize = 20;

/// The findings in one input.
pub(crate) struct Report {
    name: String,
    colors: Colors,
    findings: BTreeMap<Code, Vec<Kept>>,
    counts: Counts,
    /// The number of findings of each rule that are not kept.
    more: BTreeMap<Code, u64>,
    events: u64,
}

/// A finding that will be printed.
struct Kept {
    line: u64,
    finding: Finding,
    /// The number of times that it was made again.
    repeats: u64,
}

impl Report {
    pub(crate) fn new(path: &OsStr, colors: Colors) -> Self {
        Self {
            name: input::name(path),
            colors,
            findings: BTreeMap::new(),
            counts: Counts::default(),
            more: BTreeMap::new(),
            events: 0,
        }
    }

    pub(crate) fn events(&self) -> u64 {
        self.events
    }

    /// Takes findings, or prints them at once if they are wanted as JSON.
    pub(crate) fn add(
        &mut self,
        line: u64,
        findings: Vec<Finding>,
        is_json: bool,
        output: &mut impl Write,
    ) -> io::Result<()> {
        for finding in findings {
            self.events = self.events.max(finding.event);
            self.counts.add(finding.severity);
            if is_json {
                json::print(&self.name, line, &finding, output)?;
                continue;
            }
            let of_rule = self.findings.entry(finding.code).or_default();
            if of_rule.len() < MAX_PRINTED {
                of_rule.push(Kept { line, finding, repeats: 0 });
            } else {
                *self.more.entry(finding.code).or_default() += 1;
            }
        }
        Ok(())
    }

    /// Takes what the checker counted.
    pub(crate) fn finish(&mut self, checker: &StreamChecker) {
        self.events = checker.events();
        for kept in self.findings.values_mut().flatten() {
            kept.repeats = checker.repeats(&kept.finding);
        }
    }

    /// Prints the report.
    pub(crate) fn print(&self, output: &mut impl Write) -> io::Result<()> {
        let (bold, end) = (self.colors.bold(), self.colors.end());
        writeln!(output, "{bold}{}{end}: {}: {}", self.name, count(self.events, "event"), self.counts.text())?;
        let mut findings: Vec<_> = self.findings.values().flatten().collect();
        findings.sort_by_key(|kept| (Reverse(kept.finding.severity), kept.finding.event));
        for Kept { line, finding, repeats } in findings {
            let color = self.colors.of(finding.severity);
            write!(output, "  {color}{:7}{end} line {line}, {finding}", finding.severity)?;
            match repeats {
                0 => writeln!(output)?,
                1 => writeln!(output, " (and once more)")?,
                times => writeln!(output, " (and {times} times more)")?,
            }
        }
        for (code, more) in &self.more {
            writeln!(output, "  … and {more} more [{code}]")?;
        }
        Ok(())
    }
}

/// The number of findings of each severity.
#[derive(Clone, Copy, Default)]
struct Counts {
    errors: u64,
    warnings: u64,
    notes: u64,
}

impl Counts {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
            // There is no other.
            _ => {}
        }
    }

    fn text(self) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let counts: Vec<_> =
            counts.into_iter().filter(|(number, _)| *number > 0).map(|(n, noun)| count(n, noun)).collect();
        if counts.is_empty() { "no findings".into() } else { counts.join(", ") }
    }
}

/// Returns a number and its noun.
fn count(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The counts of all inputs.
#[derive(Default)]
pub(crate) struct Totals {
    inputs: u64,
    events: u64,
    counts: Counts,
}

impl Totals {
    pub(crate) fn add(&mut self, report: &Report) {
        self.inputs += 1;
        self.events += report.events;
        self.counts.errors += report.counts.errors;
        self.counts.warnings += report.counts.warnings;
        self.counts.notes += report.counts.notes;
    }

    pub(crate) fn inputs(&self) -> u64 {
        self.inputs
    }

    pub(crate) fn worst(&self) -> Option<Severity> {
        match self.counts {
            Counts { errors: 1.., .. } => Some(Severity::Error),
            Counts { warnings: 1.., .. } => Some(Severity::Warning),
            Counts { notes: 1.., .. } => Some(Severity::Note),
            Counts { .. } => None,
        }
    }

    pub(crate) fn print(&self, colors: Colors, output: &mut impl Write) -> io::Result<()> {
        let (bold, end) = (colors.bold(), colors.end());
        let (inputs, events) = (count(self.inputs, "file"), count(self.events, "event"));
        writeln!(output, "{bold}{inputs}{end}: {events}: {}", self.counts.text())
    }
}
