//! The recorded verdicts, case by case.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use response_event::DecodeErrorKind;
use response_event::events::ImageGenCallEvent;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::deliberate::{DELIBERATE, Input, OPTIONAL};
use crate::verdict::{Verdict, bounded, ours};

/// From the folder of this package.
const CASES: &str = "../../shared/oracle/cases.jsonl";
const FAMILY: &str = "response.image_generation_call.";
const DECODER: &str = "or-0.9.11";

/// One line of the file.
#[derive(Deserialize)]
struct Case {
    id: String,
    event: String,
    input: Option<String>,
    input_b64: Option<String>,
    verdicts: BTreeMap<String, RecordedVerdict>,
    #[serde(default)]
    values: Vec<RecordedValue>,
}

#[derive(Deserialize)]
struct RecordedVerdict {
    v: String,
    value: Option<usize>,
}

/// The canonical text of a value, or what is left of a long one.
#[derive(Deserialize)]
#[serde(untagged)]
enum RecordedValue {
    Text(String),
    Digest { sha256: String, bytes: usize },
}

impl Case {
    /// The text that the SDK was given: what a decoder of UTF-8 makes of the bytes.
    fn input(&self) -> Result<String, String> {
        match (&self.input, &self.input_b64) {
            (Some(input), None) => Ok(input.clone()),
            (None, Some(base64)) => {
                let bytes = base64_simd::STANDARD.decode_to_vec(base64).map_err(|error| error.to_string())?;
                match response_event::from_slice::<ImageGenCallEvent>(&bytes) {
                    Err(error) if error.kind() == DecodeErrorKind::Json => {}
                    other => return Err(format!("bytes that are not UTF-8 must be refused as `Json`, not {other:?}")),
                }
                Ok(String::from_utf8_lossy(&bytes).into_owned())
            }
            _ => Err("the case has not exactly one of `input` and `input_b64`".to_owned()),
        }
    }

    /// What the SDK said; the value of an accepted input is only compared by [`RecordedValue::is`].
    fn recorded(&self) -> Result<Option<&RecordedValue>, String> {
        let verdict = self.verdicts.get(DECODER).ok_or_else(|| format!("the case has no verdict of {DECODER}"))?;
        match (&*verdict.v, verdict.value) {
            ("reject", _) => Ok(None),
            ("accept", Some(index)) => {
                self.values.get(index).map(Some).ok_or_else(|| format!("the case has no value {index}"))
            }
            (other, value) => Err(format!("verdict `{other}` with value {value:?}")),
        }
    }

    /// Whether the SDK and we agree; if not, the deliberate difference that it is.
    fn compare(&self) -> Result<Option<&'static str>, String> {
        let input = self.input()?;
        let recorded = self.recorded()?;
        let ours = ours(&self.event, &input)?;
        let difference = match (recorded, &ours) {
            (None, Verdict::Reject(_)) => return Ok(None),
            (Some(value), Verdict::Accept(ours)) if value.is(ours) => return Ok(None),
            (None, Verdict::Accept(_)) => format!("{DECODER}: reject\n  ours: {ours}"),
            (Some(value), _) => format!("{DECODER}: accept {}\n  ours: {ours}", value.excerpt()),
        };
        let input = Input::read(&self.event, &input);
        let reason = match &ours {
            Verdict::Reject(_) if recorded.is_some() => {
                DELIBERATE.iter().find(|deliberate| (deliberate.applies)(&input))
            }
            // There is no reason to accept more, or to read anything else.
            Verdict::Reject(_) | Verdict::Accept(_) => None,
        };
        reason.map(|reason| Some(reason.class)).ok_or(difference)
    }
}

impl RecordedValue {
    fn is(&self, ours: &Value) -> bool {
        match self {
            Self::Text(text) => match serde_json::from_str(text) {
                Ok(theirs) => same(&theirs, ours),
                Err(_) => false,
            },
            Self::Digest { sha256, bytes } => {
                let text = canonical(ours);
                let digest = Sha256::digest(&text).iter().fold(String::new(), |mut hex, byte| {
                    let _infallible = write!(hex, "{byte:02x}");
                    hex
                });
                text.len() == *bytes && digest == *sha256
            }
        }
    }

    fn excerpt(&self) -> String {
        match self {
            Self::Text(text) => bounded(text),
            Self::Digest { sha256, bytes } => format!("{bytes} bytes with the SHA-256 {sha256}"),
        }
    }
}

/// Equal, where a number is what it is to JavaScript. Members that the SDK does not know are in none of its values.
fn same(theirs: &Value, ours: &Value) -> bool {
    match (theirs, ours) {
        (Value::Number(theirs), Value::Number(ours)) => theirs.as_f64() == ours.as_f64(),
        (Value::Array(theirs), Value::Array(ours)) => {
            theirs.len() == ours.len() && theirs.iter().zip(ours).all(|(theirs, ours)| same(theirs, ours))
        }
        (Value::Object(theirs), Value::Object(ours)) => {
            let known = ours.keys().filter(|name| !OPTIONAL.contains(&name.as_str()));
            theirs.keys().eq(known) && theirs.iter().all(|(name, theirs)| same(theirs, &ours[name]))
        }
        _ => theirs == ours,
    }
}

/// The text that the SDK would write: keys sorted, no spaces. Numbers only as far as the cases need it.
fn canonical(value: &Value) -> String {
    match value {
        // `Value` sorts its keys. Rust writes a float's shortest digits, JavaScript too; the exponent never shows here.
        Value::Number(number) => number.as_f64().map_or_else(String::new, |number| number.to_string()),
        Value::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .filter(|(name, _)| !OPTIONAL.contains(&name.as_str()))
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        other => other.to_string(),
    }
}

/// Says it even if the test passes: what `println!` writes is then not shown.
fn say(line: &str) {
    // A closed standard error is no failure of the test.
    drop(writeln!(io::stderr(), "{line}"));
}

#[test]
fn every_recorded_verdict_is_ours_or_a_deliberate_difference() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
    let Ok(file) = fs::read_to_string(&path) else {
        say(&format!("conformance: nothing read, there is no {}", path.display()));
        return;
    };
    let mut agreed = 0;
    let mut deliberate = BTreeMap::<_, usize>::new();
    let mut failed = Vec::new();
    for line in file.lines() {
        let case: Case = match serde_json::from_str(line) {
            Ok(case) => case,
            Err(error) => panic!("a line of the cases cannot be read: {error}\n  {}", bounded(line)),
        };
        if !case.event.starts_with(FAMILY) {
            continue;
        }
        match case.compare() {
            Ok(None) => agreed += 1,
            Ok(Some(class)) => *deliberate.entry(class).or_default() += 1,
            Err(difference) => {
                let input = case.input().unwrap_or_else(|error| error);
                failed.push(format!("{}\n  input: {}\n  {difference}", case.id, bounded(&input)));
            }
        }
    }
    let classes: Vec<_> = deliberate.iter().map(|(class, count)| format!("{class}: {count}")).collect();
    say(&format!(
        "conformance: {agreed} agreed, {} deliberate ({}), {} failed",
        deliberate.values().sum::<usize>(),
        classes.join(", "),
        failed.len()
    ));
    for row in DELIBERATE {
        say(&format!("  {}: {}", row.class, row.reason));
    }
    assert!(failed.is_empty(), "{} cases failed:\n\n{}\n", failed.len(), failed.join("\n\n"));
    assert!(agreed > 0, "no case of the family `{FAMILY}*` is in {}", path.display());
    for row in DELIBERATE {
        let class = row.class;
        assert!(deliberate.contains_key(class), "no case is of the class `{class}` any more; remove it from the table");
    }
}
