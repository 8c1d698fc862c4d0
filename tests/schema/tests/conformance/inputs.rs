//! The inputs beside the project: verdicts of SDKs, recordings and dialects.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use response_event::ResponseEvent;
use response_event::events::{
    ImageGenCallCompleted, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage, StreamEvent,
};
use response_event_tests::recordings::recordings;
use response_event_tests::shared::shared;
use serde_json::Value;

use crate::exceptions::{EXCEPTIONS, Exception};
use crate::verdict::{Schemas, Tally, of_stream_events};

#[test]
#[ignore = "needs ../shared beside the project"]
fn the_schemas_and_the_library_agree_but_for_what_a_schema_cannot_say() {
    let any = of_stream_events();
    let mut excepted = BTreeSet::new();
    for (name, compare) in [("oracle", oracle as fn(&mut Tally, &Schemas)), ("dialects", dialects), ("corpus", corpus)]
    {
        let mut tally = Tally::default();
        compare(&mut tally, &any);
        excepted.extend(tally.finish(name));
    }
    for Exception { name, .. } in EXCEPTIONS {
        assert!(
            excepted.contains(name),
            "nothing differs any more because of {name}; remove the row from `EXCEPTIONS`"
        );
    }
}

fn oracle(tally: &mut Tally, any: &Schemas) {
    let schemas: BTreeMap<_, _> = StreamEvent::SCHEMAS
        .iter()
        .filter_map(|(_, types, schema)| match types {
            [event_type] => Some((*event_type, Schemas::new(*schema))),
            _ => None,
        })
        .collect();
    let path = shared("oracle/cases.jsonl");
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut cases = 0;
    for line in file.lines() {
        let case: Value = serde_json::from_str(line).expect("a case");
        let (id, event) = (case["id"].as_str().unwrap_or_default(), case["event"].as_str().unwrap_or_default());
        let Some(json) = case["input"].as_str() else { continue };
        cases += 1;
        tally.compare::<StreamEvent>(id, json, any);
        let place = format!("{id} as `{event}`");
        let alone = &schemas[event];
        match event {
            ImageGenCallInProgress::TYPE => tally.compare::<ImageGenCallInProgress>(&place, json, alone),
            ImageGenCallGenerating::TYPE => tally.compare::<ImageGenCallGenerating>(&place, json, alone),
            ImageGenCallPartialImage::TYPE => tally.compare::<ImageGenCallPartialImage>(&place, json, alone),
            ImageGenCallCompleted::TYPE => tally.compare::<ImageGenCallCompleted>(&place, json, alone),
            _ => {}
        }
    }
    assert!(cases > 1000, "{cases} cases");
}

fn corpus(tally: &mut Tally, any: &Schemas) {
    for (name, events) in recordings() {
        for (index, json) in events.iter().enumerate() {
            tally.compare::<StreamEvent>(&format!("{name}, event {}", index + 1), json, any);
        }
    }
}

fn dialects(tally: &mut Tally, any: &Schemas) {
    let folder = shared("dialects");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry of a folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (index, json) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            tally.compare::<StreamEvent>(&format!("{name}, line {}", index + 1), json, any);
        }
    }
}
