//! The recorded verdicts of SDK 0.9.11 on the events of images, case by case: whether we decode, asked at every door.

use std::collections::BTreeMap;

use response_event::DecodeErrorKind;
use response_event::events::ImageGenCallEvent;
use response_event_tests::json::{Null, bounded, within};

use crate::cases::{Case, Recorded, cases};
use crate::deliberate::{DELIBERATE, Input};
use crate::verdict::{Verdict, ours};

const FAMILY: &str = "response.image_generation_call.";
const DECODER: &str = "or-0.9.11";

impl Case {
    /// The text that the SDK was given: what a decoder of UTF-8 makes of the bytes.
    fn text(&self) -> Result<String, String> {
        String::from_utf8(self.bytes()?).or_else(|error| {
            let bytes = error.as_bytes();
            match response_event::from_slice::<ImageGenCallEvent>(bytes) {
                Err(error) if error.kind() == DecodeErrorKind::Json => Ok(String::from_utf8_lossy(bytes).into_owned()),
                other => Err(format!("bytes that are not UTF-8 must be refused as `Json`, not {other:?}")),
            }
        })
    }

    /// Whether the SDK and we agree; if not, the deliberate difference that it is.
    fn compare(&self) -> Result<Option<&'static str>, String> {
        let input = self.text()?;
        let recorded = self.verdict(DECODER)?.ok_or_else(|| format!("the case has no verdict of {DECODER}"))?;
        let ours = ours(&self.event, &input)?;
        let difference = match (recorded, &ours) {
            (Recorded::Reject, Verdict::Reject(_)) => return Ok(None),
            (Recorded::Accept(value), Verdict::Accept(written)) => {
                let read = value.is_within(written).and_then(|()| within(written, input.trim_ascii(), Null::Stays));
                match read {
                    Ok(()) => return Ok(None),
                    Err(difference) => format!("{DECODER}: accept {}\n  ours: {ours}\n  {difference}", value.excerpt()),
                }
            }
            (Recorded::Reject, Verdict::Accept(_)) => format!("{DECODER}: reject\n  ours: {ours}"),
            (Recorded::Accept(value), Verdict::Reject(_)) => {
                format!("{DECODER}: accept {}\n  ours: {ours}", value.excerpt())
            }
        };
        let input = Input::read(&self.event, &input);
        let reason = match (&ours, recorded) {
            (Verdict::Reject(_), Recorded::Accept(_)) => {
                DELIBERATE.iter().find(|deliberate| (deliberate.applies)(&input))
            }
            // There is no reason to accept more, or to read anything else.
            _ => None,
        };
        reason.map(|reason| Some(reason.class)).ok_or(difference)
    }
}

#[test]
#[ignore = "needs ../shared/oracle beside the project"]
fn every_verdict_on_images_is_ours_or_a_deliberate_difference() {
    let cases = cases();
    let mut agreed = 0;
    let mut deliberate = BTreeMap::<_, usize>::new();
    let mut failed = Vec::new();
    for case in cases.iter().filter(|case| case.event.starts_with(FAMILY)) {
        match case.compare() {
            Ok(None) => agreed += 1,
            Ok(Some(class)) => *deliberate.entry(class).or_default() += 1,
            Err(difference) => {
                let input = case.text().unwrap_or_else(|error| error);
                failed.push(format!("{}\n  input: {}\n  {difference}", case.id, bounded(&input)));
            }
        }
    }
    let classes: Vec<_> = deliberate.iter().map(|(class, count)| format!("{class}: {count}")).collect();
    println!(
        "conformance with {DECODER} on images: {agreed} agreed, {} deliberate ({}), {} failed",
        deliberate.values().sum::<usize>(),
        classes.join(", "),
        failed.len()
    );
    for row in DELIBERATE {
        println!("  {}: {}", row.class, row.reason);
    }
    assert!(failed.is_empty(), "{} cases failed:\n\n{}\n", failed.len(), failed.join("\n\n"));
    assert!(agreed > 0, "no case is of the family `{FAMILY}*`");
    for row in DELIBERATE {
        let class = row.class;
        assert!(deliberate.contains_key(class), "no case is of the class `{class}` any more; remove it from the table");
    }
}
