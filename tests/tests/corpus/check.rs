//! The questions asked of one event, and the count of the answers.

use std::collections::BTreeMap;

use response_event::events::StreamEvent;
use response_event::{EventFamily, Lossless, Validate, Violations, from_slice, from_str};
use response_event_tests::json::{Members, Null, bounded, within};
use serde_json::Value;

/// What the rules say of an event.
pub(crate) struct Checked {
    pub(crate) event_type: String,
    pub(crate) contract: Vec<Broken>,
    /// Without those of the contract.
    pub(crate) strict: Vec<Broken>,
}

/// A broken rule.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Broken {
    /// With `*` for every index.
    pub(crate) pointer: String,
    pub(crate) rule: &'static str,
}

/// Decodes the event in every way and sees that nothing is lost.
///
/// # Errors
///
/// Where, as a JSON pointer, and what is wrong.
pub(crate) fn check(json: &str) -> Result<Checked, (String, String)> {
    let event: StreamEvent = from_str(json).map_err(|error| (error.pointer().to_owned(), error.to_string()))?;
    written_back(json, &event)
        .and_then(|()| lossless(json))
        .and_then(|()| type_at_the_end(json, &event))
        .map_err(|difference| (String::new(), difference))?;
    let strict = broken(event.validate_strict());
    let contract = broken(event.validate());
    let strict = strict.into_iter().filter(|broken| !contract.contains(broken)).collect();
    Ok(Checked { event_type: event.event_type().to_owned(), contract, strict })
}

fn written_back(json: &str, event: &StreamEvent) -> Result<(), String> {
    let event_type = event.event_type();
    let written = text_of(event)?;
    if let StreamEvent::Unknown(_) = event {
        if StreamEvent::TYPES.contains(&event_type) {
            return Err(format!("`{event_type}` has a variant and was read as `Unknown`"));
        }
        return same("the unknown event", json, &written);
    }
    within(json, &written, Null::OrAbsent)
        .and_then(|()| within(&written, json, Null::Stays))
        .map_err(|difference| format!("`{event_type}` is not written back as it was read: {difference}"))
}

fn lossless(json: &str) -> Result<(), String> {
    let event: Lossless<StreamEvent> = from_str(json).map_err(|error| format!("in `Lossless`: {error}"))?;
    // It keeps the text of each member, not what stands between them.
    let members = Members::of(json).map_err(|error| error.to_string())?;
    same("`Lossless`", &object(&members), &text_of(&event)?)
}

fn type_at_the_end(json: &str, event: &StreamEvent) -> Result<(), String> {
    let mut members = Members::of(json).map_err(|error| error.to_string())?;
    members.0.sort_by_key(|(name, _)| name == "type");
    let turned = object(&members);
    let late = [
        ("from_str", from_str(&turned).map_err(|error| error.to_string())),
        ("from_slice", from_slice(turned.as_bytes()).map_err(|error| error.to_string())),
        ("serde_json::from_str", serde_json::from_str(&turned).map_err(|error| error.to_string())),
        ("serde_json::from_reader", serde_json::from_reader(turned.as_bytes()).map_err(|error| error.to_string())),
    ];
    for (door, late) in late {
        let late: StreamEvent = late.map_err(|error| format!("with `type` at the end, `{door}`: {error}"))?;
        let equal = match (&late, event) {
            (StreamEvent::Unknown(late), StreamEvent::Unknown(event)) => late.event_type() == event.event_type(),
            // A value that no type describes is held as its text: equal but for the white space in it.
            _ => late == *event || within(&text_of(event)?, &text_of(&late)?, Null::Stays).is_ok(),
        };
        if !equal {
            return Err(format!("with `type` at the end, `{door}` reads another event: {}", bounded(&text_of(&late)?)));
        }
    }
    Ok(())
}

/// The object without white space between its members; that inside them stays.
fn object(members: &Members<'_>) -> String {
    let members = members.0.iter().map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), value.get()));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn text_of(event: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string(event).map_err(|error| format!("it cannot be written: {error}"))
}

fn same(who: &str, came: &str, written: &str) -> Result<(), String> {
    if came == written {
        return Ok(());
    }
    let at = came.bytes().zip(written.bytes()).take_while(|(came, written)| came == written).count();
    let from = |text: &str| bounded(&String::from_utf8_lossy(text.as_bytes().get(at..).unwrap_or_default()));
    Err(format!(
        "{who} is not written back to the byte; from byte {at}\n    {}\n  became\n    {}",
        from(came),
        from(written)
    ))
}

fn broken(result: Result<(), Violations>) -> Vec<Broken> {
    let violations = result.err();
    let violations = violations.iter().flatten();
    violations.map(|violation| Broken { pointer: starred(violation.pointer()), rule: violation.rule() }).collect()
}

/// A JSON pointer with `*` for every index.
fn starred(pointer: &str) -> String {
    let is_index = |segment: &str| !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
    let segments = pointer.split('/').map(|segment| if is_index(segment) { "*" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

/// How many events of each type there were, and how many of them break a rule.
#[derive(Default)]
pub(crate) struct Counts(BTreeMap<String, [usize; 3]>);

impl Counts {
    pub(crate) fn add(&mut self, checked: &Checked) {
        let [events, contract, strict] = self.0.entry(checked.event_type.clone()).or_default();
        *events += 1;
        *contract += usize::from(!checked.contract.is_empty());
        *strict += usize::from(!checked.contract.is_empty() || !checked.strict.is_empty());
    }

    pub(crate) fn total(&self) -> usize {
        self.0.values().map(|[events, ..]| events).sum()
    }

    /// The types among these that no struct is for.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|event_type| !StreamEvent::TYPES.contains(event_type))
    }

    /// One line for each type.
    pub(crate) fn table(&self) -> String {
        let row = |event_type: &str, [events, contract, strict]: [usize; 3]| {
            format!("  {events:>6}  {contract:>8}  {strict:>6}  {event_type}\n")
        };
        let sum = self.0.values().fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z]);
        let rows: String = self.0.iter().map(|(event_type, counts)| row(event_type, *counts)).collect();
        format!("  events  contract  strict  (broken at this level or below)\n{rows}{}", row("all", sum))
    }
}

#[test]
fn an_index_in_a_pointer_is_a_star() {
    assert_eq!(starred("/response/output/0/content/12/id2"), "/response/output/*/content/*/id2");
    assert_eq!(starred(""), "");
}
