//! The recorded verdicts of four decoders on every event, case by case: whether we take it, by decoding and by its
//! contract, and what we make of it.

use std::collections::BTreeSet;
use std::{fmt, str};

use response_event::events::StreamEvent;
use response_event::{DecodeErrorKind, EventFamily, Validate, Violation, Violations, from_slice, from_str};
use response_event_tests::json::{Null, bounded, within};

use crate::cases::{Case, Recorded, cases};
use crate::differences::{DELIBERATE, Deliberate, Differs, REPORTED, Reported, SIDED, Sided, matches};

/// The decoders, in the order in which a case is told.
pub(crate) const DECODERS: [&str; 4] = ["or-0.9.11", "or-1.3.19", "py-lax", "py-strict"];

/// What we say.
enum Ours {
    /// It is the event and keeps the contract.
    Takes { written: String, strict: BTreeSet<&'static str> },
    /// It is not the event.
    Refuses { kind: DecodeErrorKind, reason: String },
    /// It is the event and breaks rules of the contract.
    Misses { rules: BTreeSet<&'static str>, reason: String },
}

impl Ours {
    /// Asks at every door, and sees that they agree.
    fn ask(event_type: &str, input: &[u8]) -> Result<Self, String> {
        let decoded = from_slice::<StreamEvent>(input);
        if let Ok(text) = str::from_utf8(input) {
            if from_str::<StreamEvent>(text) != decoded {
                return Err("from_str and from_slice do not say the same".to_owned());
            }
        }
        let serde = [
            ("serde_json::from_slice", serde_json::from_slice::<StreamEvent>(input)),
            ("serde_json::from_reader", serde_json::from_reader(input)),
        ];
        for (door, other) in serde {
            match (&decoded, &other) {
                (Ok(event), Ok(other)) if same(event, other)? => {}
                (Err(_), Err(_)) => {}
                (Ok(_), Ok(_)) => return Err(format!("{door} does not read what from_slice reads")),
                (Ok(_), Err(error)) => return Err(format!("from_slice takes it, but {door} says: {error}")),
                (Err(error), Ok(_)) => return Err(format!("{door} takes it, but from_slice says: {error}")),
            }
        }
        let event = match decoded {
            Ok(event) => event,
            Err(error) => return Ok(Self::Refuses { kind: error.kind(), reason: error.to_string() }),
        };
        if event.event_type() != event_type {
            let reason = format!("it is `{}`", event.event_type());
            return Ok(Self::Refuses { kind: DecodeErrorKind::WrongType, reason });
        }
        let strict = rules(event.validate_strict().err().as_ref());
        match event.validate() {
            Ok(()) => written(&event).map(|written| Self::Takes { written, strict }),
            Err(violations) if strict.is_superset(&rules(Some(&violations))) => {
                Ok(Self::Misses { rules: rules(Some(&violations)), reason: violations.to_string() })
            }
            Err(violations) => Err(format!("strict validation does not report all of this: {violations}")),
        }
    }

    fn takes(&self) -> bool {
        matches!(self, Self::Takes { .. })
    }

    /// It is taken and keeps all rules, the strict ones too.
    fn is_unreported(&self) -> bool {
        matches!(self, Self::Takes { strict, .. } if strict.is_empty())
    }
}

impl fmt::Display for Ours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Takes { written, strict } if strict.is_empty() => write!(f, "accept {}", bounded(written)),
            Self::Takes { written, strict } => write!(f, "accept, strictly broken {strict:?}: {}", bounded(written)),
            Self::Refuses { reason, .. } => write!(f, "reject: {}", bounded(reason)),
            Self::Misses { reason, .. } => write!(f, "reject by the contract: {}", bounded(reason)),
        }
    }
}

fn rules(violations: Option<&Violations>) -> BTreeSet<&'static str> {
    violations.into_iter().flatten().map(Violation::rule).collect()
}

/// Equal, but for white space in values that no type describes.
fn same(one: &StreamEvent, other: &StreamEvent) -> Result<bool, String> {
    Ok(one == other || {
        let (one, other) = (written(one)?, written(other)?);
        within(&one, &other, Null::Stays).is_ok() && within(&other, &one, Null::Stays).is_ok()
    })
}

fn written(event: &StreamEvent) -> Result<String, String> {
    serde_json::to_string(event).map_err(|error| format!("it is taken, but cannot be written: {error}"))
}

/// How a case came out.
enum Outcome {
    Agreed,
    /// The SDKs refuse it and `validate()` reports it.
    Reported(usize),
    Sided {
        row: usize,
        unreported: bool,
    },
    Deliberate(usize),
}

impl Case {
    /// The rest of the id: what was done to the example.
    fn change(&self) -> &str {
        self.id.strip_prefix(self.event.as_str()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(&self.id)
    }

    fn judge(&self) -> Result<Outcome, String> {
        let input = self.bytes()?;
        let ours = Ours::ask(&self.event, &input)?;
        let mut recorded = Vec::new();
        for decoder in DECODERS {
            if let Some(verdict) = self.verdict(decoder)? {
                recorded.push((decoder, verdict));
            }
        }
        if recorded.is_empty() {
            return Err(format!("the case has no verdict of {DECODERS:?}"));
        }
        let told = || {
            let theirs: Vec<_> = recorded.iter().map(|(decoder, verdict)| format!("{decoder}: {verdict}")).collect();
            format!("{}\n  ours: {ours}", theirs.join("\n  "))
        };
        let refused_as_json = matches!(ours, Ours::Refuses { kind: DecodeErrorKind::Json, .. });
        if self.is_no_json() && !ours.takes() && !refused_as_json {
            return Err(format!("it is no JSON and must be refused as such\n  {}", told()));
        }
        let agrees = |verdict: Recorded<'_>| matches!(verdict, Recorded::Accept(_)) == ours.takes();
        let (with, against): (Vec<_>, Vec<_>) = recorded.iter().partition(|(_, verdict)| agrees(*verdict));
        let value = match &ours {
            Ours::Takes { written, .. } => value_as_recorded(written, &input, &with),
            Ours::Refuses { .. } | Ours::Misses { .. } => Ok(()),
        };
        if with.is_empty() || value.is_err() {
            let how = value.err().unwrap_or_default();
            return one_row(
                &DELIBERATE.iter().map(|row| row.explains(self.change(), &ours, !with.is_empty())).collect::<Vec<_>>(),
            )
            .map(Outcome::Deliberate)
            .map_err(|rows| {
                format!(
                    "{rows} of DELIBERATE explain it; agree with the decoders, or write a row\n  {}\n  {how}",
                    told()
                )
            });
        }
        if against.is_empty() {
            let Ours::Misses { rules, .. } = &ours else { return Ok(Outcome::Agreed) };
            return one_row(&REPORTED.iter().map(|row| row.explains(self.change(), rules)).collect::<Vec<_>>())
                .map(Outcome::Reported)
                .map_err(|rows| {
                    format!("{rows} of REPORTED explain it; refuse it, or write a row with its rules\n  {}", told())
                });
        }
        one_row(&SIDED.iter().map(|row| row.explains(self.change(), &with, &against)).collect::<Vec<_>>())
            .map(|row| Outcome::Sided { row, unreported: ours.is_unreported() })
            .map_err(|rows| {
                format!("{rows} of SIDED explain it; write one that says whom we side with and why\n  {}", told())
            })
    }

    /// Whether each of the decoders says that the input is no JSON.
    fn is_no_json(&self) -> bool {
        DECODERS.iter().filter_map(|decoder| self.verdicts.get(*decoder)).all(|verdict| {
            let mut codes = verdict.errors.iter().map(|error| error.code.as_str());
            verdict.v == "reject" && codes.any(|code| matches!(code, "json_syntax" | "json_invalid"))
        })
    }
}

/// The only row that matches, or how many do.
fn one_row(matching: &[bool]) -> Result<usize, String> {
    let rows: Vec<_> = matching.iter().enumerate().filter_map(|(row, matches)| matches.then_some(row)).collect();
    match rows[..] {
        [row] => Ok(row),
        [] => Err("no row".to_owned()),
        _ => Err(format!("the rows {rows:?} (from 0)")),
    }
}

/// Sees that what we write is all that the decoders read which accept it, and nothing that did not come.
fn value_as_recorded(ours: &str, input: &[u8], with: &[(&str, Recorded<'_>)]) -> Result<(), String> {
    let input = str::from_utf8(input).map_err(|error| error.to_string())?;
    within(ours, input.trim_ascii(), Null::Stays).map_err(|difference| format!("not as it came: {difference}"))?;
    with.iter().try_for_each(|(decoder, verdict)| match verdict {
        Recorded::Accept(value) => {
            value.is_within(ours).map_err(|difference| format!("not as {decoder} reads it: {difference}"))
        }
        Recorded::Reject => Ok(()),
    })
}

impl Sided {
    fn explains(&self, change: &str, with: &[(&str, Recorded<'_>)], against: &[(&str, Recorded<'_>)]) -> bool {
        matches(self.cases, change)
            && with.iter().all(|(decoder, _)| self.with.contains(decoder))
            && against.iter().all(|(decoder, _)| self.against.contains(decoder))
    }
}

impl Reported {
    fn explains(&self, change: &str, rules: &BTreeSet<&'static str>) -> bool {
        rules.iter().eq(self.rules) && matches(self.cases, change)
    }
}

impl Deliberate {
    fn explains(&self, change: &str, ours: &Ours, sdks_agree: bool) -> bool {
        let differs = match (ours, self.differs) {
            (Ours::Takes { strict, .. }, Differs::Takes) => !sdks_agree && strict.is_empty(),
            (Ours::Takes { strict, .. }, Differs::TakesButStrictly(rule)) => !sdks_agree && strict.iter().eq([&rule]),
            // Of those that take it too.
            (Ours::Takes { .. }, Differs::Reads) => sdks_agree,
            (Ours::Refuses { .. }, Differs::Refuses) => true,
            (Ours::Misses { rules, .. }, Differs::Misses(rule)) => rules.iter().eq([&rule]),
            _ => false,
        };
        differs && matches(self.cases, change)
    }
}

impl fmt::Display for Recorded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accept(value) => write!(f, "accept {}", value.excerpt()),
            Self::Reject => f.write_str("reject"),
        }
    }
}

#[test]
#[ignore = "needs ../shared/oracle beside the project"]
fn every_verdict_is_ours_or_an_sdks_that_we_side_with_or_a_deliberate_difference() {
    let cases = cases();
    let mut agreed = 0;
    let mut reported = vec![Vec::new(); REPORTED.len()];
    let mut sided = vec![Vec::new(); SIDED.len()];
    // Of these, the ones that some SDK refuses and no level of validation reports.
    let mut unreported = vec![0; SIDED.len()];
    let mut deliberate = vec![Vec::new(); DELIBERATE.len()];
    let mut failed = Vec::new();
    for case in &cases {
        match case.judge() {
            Ok(Outcome::Agreed) => agreed += 1,
            Ok(Outcome::Reported(row)) => reported[row].push(case.change()),
            Ok(Outcome::Sided { row, unreported: is_unreported }) => {
                sided[row].push(case.change());
                unreported[row] += usize::from(is_unreported);
            }
            Ok(Outcome::Deliberate(row)) => deliberate[row].push(case.change()),
            Err(difference) => {
                let input = case.bytes().map(|bytes| bounded(&String::from_utf8_lossy(&bytes)));
                failed.push(format!("{}\n  input: {}\n  {difference}", case.id, input.unwrap_or_default()));
            }
        }
    }
    println!(
        "conformance with {}: {} cases, {agreed} agreed, {} reported, {} sided, {} deliberate, {} failed",
        DECODERS.join(", "),
        cases.len(),
        reported.iter().map(Vec::len).sum::<usize>(),
        sided.iter().map(Vec::len).sum::<usize>(),
        deliberate.iter().map(Vec::len).sum::<usize>(),
        failed.len()
    );
    for (row, changes) in REPORTED.iter().zip(&reported) {
        println!("  {:>4} reported as {}: {}", changes.len(), row.rules.join(", "), row.reason);
        unused(&mut failed, "REPORTED", row.reason, row.cases, changes);
    }
    for ((row, changes), unreported) in SIDED.iter().zip(&sided).zip(unreported) {
        let (cases, with) = (changes.len(), row.with.join(", "));
        println!("  {cases:>4} sided with {with} ({unreported} taken and not reported): {}", row.reason);
        unused(&mut failed, "SIDED", row.reason, row.cases, changes);
    }
    for (row, changes) in DELIBERATE.iter().zip(&deliberate) {
        println!("  {:>4} deliberate: {}", changes.len(), row.reason);
        unused(&mut failed, "DELIBERATE", row.reason, row.cases, changes);
    }
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

/// The patterns of a row that no case has any more.
fn unused(failed: &mut Vec<String>, table: &str, reason: &str, patterns: &[&str], changes: &[&str]) {
    for pattern in patterns.iter().filter(|pattern| !changes.iter().any(|change| matches(&[pattern], change))) {
        failed.push(format!("no case is `{pattern}` in the row of {table} \"{reason}\" any more; remove the pattern"));
    }
}
