//! Any texts as the events of a stream that a proxy rewrites: good if serde_json says so, rewritten alike whatever came before,
//! and unchanged but for what was asked. The first byte chooses the changes; 0xff, which UTF-8 has nowhere, ends a text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use response_event::{DecodeError, Rewriter, Sequencer};
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

const NUMBER: u64 = 1_000_000;

fn rewriter(changes: u8, first: u64) -> Rewriter {
    let mut rewriter = Rewriter::new();
    if changes & 1 != 0 {
        rewriter = rewriter.renumber(Sequencer::starting_at(first));
    }
    if changes & 2 != 0 {
        rewriter = rewriter.number_all(Sequencer::starting_at(first));
    }
    if changes & 4 != 0 { rewriter.drop_obfuscation() } else { rewriter }
}

fn rewrite(rewriter: &mut Rewriter, json: &str, changes: u8) -> Result<String, DecodeError> {
    let rewritten = if changes & 8 != 0 {
        rewriter.rewrite_ids(json, |id| (!id.is_empty()).then(|| format!("{id}_")))
    } else {
        rewriter.rewrite(json)
    };
    rewritten.map(|rewritten| {
        assert!(rewritten.segments().all(|segment| !segment.is_empty()));
        let mut bytes = Vec::new();
        rewritten.append_to(&mut bytes);
        let text = rewritten.to_string();
        assert_eq!(bytes, text.as_bytes());
        assert_eq!(rewritten.to_cow(), text);
        text
    })
}

fuzz_target!(|bytes: &[u8]| {
    let [changes, stream @ ..] = bytes else { return };
    let mut used = rewriter(*changes, NUMBER);
    for text in stream.split(|byte| *byte == 0xff) {
        let Ok(json) = str::from_utf8(text) else { continue };
        let first = used.sequencer().clone().next_number().as_u64().expect("a small number");
        let mut fresh = rewriter(*changes, first);
        let rewritten = rewrite(&mut fresh, json, *changes);
        assert_eq!(rewrite(&mut used, json, *changes), rewritten, "{json}");
        assert_eq!(used.sequencer(), fresh.sequencer(), "{json}");
        let is_object = json.trim_start_matches([' ', '\t', '\n', '\r']).starts_with('{');
        assert_eq!(rewritten.is_ok(), is_object && serde_json::from_str::<IgnoredAny>(json).is_ok(), "{json}");
        let Ok(rewritten) = rewritten else { continue };
        assert!(serde_json::from_str::<IgnoredAny>(&rewritten).is_ok(), "{json} became {rewritten}");
        if changes & 15 == 0 {
            assert_eq!(rewritten, json);
        }
        // A key that no `String` can hold is none that is changed.
        type Fields<'a> = BTreeMap<String, &'a RawValue>;
        let (Ok(mut before), Ok(mut after)) =
            (serde_json::from_str::<Fields>(json), serde_json::from_str::<Fields>(&rewritten))
        else {
            continue;
        };
        if changes & 3 != 0 {
            let (old, new) = (before.remove("sequence_number"), after.remove("sequence_number"));
            let is_numbered = changes & 2 != 0 || old.is_some();
            let number = new.and_then(|new| serde_json::from_str::<f64>(new.get()).ok());
            assert_eq!(number, is_numbered.then_some(first as f64), "{json} became {rewritten}");
        }
        if changes & 4 != 0 {
            before.remove("obfuscation");
        }
        for (name, value) in before {
            let new = after.remove(&name).expect("a field that stays");
            let is_id = matches!(&*name, "item_id" | "response_id" | "item" | "response");
            if changes & 8 == 0 || !is_id {
                assert_eq!(value.get(), new.get(), "{json} became {rewritten}");
            } else if let (Ok(old), Ok(new)) =
                (serde_json::from_str::<Value>(value.get()), serde_json::from_str::<Value>(new.get()))
            {
                assert_eq!(old.is_string(), new.is_string(), "{json} became {rewritten}");
            }
        }
        assert!(after.is_empty(), "{json} became {rewritten}");
    }
});
