//! The texts of `JSONTestSuite`, each accepted or refused, and read, as by serde_json.

extern crate std;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Debug;
use std::path::Path;
use std::{fs, println};

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Error, Reader};
use crate::{Decode, DecodeErrorKind, ResponseEvent, from_slice};

/// A field that is built.
#[derive(Debug, ResponseEvent)]
#[event(untagged)]
struct Built {
    value: Value,
}

/// A field that is kept as text.
#[derive(Debug, ResponseEvent)]
#[event(untagged)]
struct Kept<'a> {
    #[serde(borrow)]
    value: &'a RawValue,
}

/// A field that is skipped.
#[derive(Debug, ResponseEvent)]
#[event(untagged)]
struct Skipped {}

/// The number of texts with each verdict.
type Counts = BTreeMap<&'static str, usize>;

#[test]
#[ignore = "needs ../shared/json-suite beside the project"]
fn every_text_of_the_suite_is_read_as_by_serde_json() {
    let mut counts = Counts::new();
    for (name, bytes) in texts() {
        match core::str::from_utf8(&bytes) {
            Ok(text) => check_text(&name, text, &mut counts),
            Err(_) => check_other_bytes(&name, &bytes, &mut counts),
        }
    }
    for (verdict, count) in &counts {
        println!("{count:>4} {verdict}");
    }
}

/// Returns the names and contents of the suite's files.
fn texts() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/json-suite");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| {
        panic!("{}: {error}; without the suite, do not run ignored tests", folder.display());
    });
    let mut texts: Vec<_> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect();
    texts.sort_unstable();
    assert!(!texts.is_empty(), "{} is empty", folder.display());
    texts
}

/// Reads a whole text.
fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader)?;
    reader.end().map(|()| value)
}

fn check_text(name: &str, text: &str, counts: &mut Counts) {
    let built = agree::<Value>(name, text);
    let kept = agree::<&RawValue>(name, text);
    let skipped = agree::<IgnoredAny>(name, text);
    assert_eq!(kept, skipped, "{name}: a value that is kept is checked like one that is skipped");
    assert!(skipped || !built, "{name}: a value that is built is checked at least like one that is skipped");
    let verdict = match (name.as_bytes(), built, skipped) {
        ([b'y', ..], true, true) => "must be accepted: accepted",
        ([b'n', ..], false, false) => "must be refused: refused",
        ([b'i', ..], true, true) => "may be either: accepted",
        ([b'i', ..], false, true) => "may be either: refused where it is built, accepted where it is kept or skipped",
        ([b'i', ..], false, false) => "may be either: refused",
        _ => panic!("{name} is {}", if skipped { "accepted" } else { "refused" }),
    };
    *counts.entry(verdict).or_default() += 1;
    // The same as a field, through the entry points.
    let field = format!("{{\"value\":{text}}}");
    agree_as_field::<Built>(name, &field);
    agree_as_field::<Kept<'_>>(name, &field);
    agree_as_field::<Skipped>(name, &field);
}

/// Checks that we accept what serde_json accepts, with the same value. Returns `true` if it is accepted.
fn agree<'de, T: Deserialize<'de> + Debug>(name: &str, text: &'de str) -> bool {
    let ours = read::<T>(text);
    if let Err(error) = &ours {
        assert!(error.offset() <= text.len(), "{name}: {error} at {} of {}", error.offset(), text.len());
    }
    same(name, &ours, &serde_json::from_str::<T>(text))
}

/// Checks that we accept what serde_json accepts, with the same value, where it is a field.
fn agree_as_field<'de, T: Decode<'de> + Deserialize<'de> + Debug>(name: &str, json: &'de str) {
    let ours = from_slice::<T>(json.as_bytes());
    if let Err(error) = &ours {
        assert_eq!(error.kind(), DecodeErrorKind::Json, "{name} as a field: {error}");
    }
    same(name, &ours, &serde_json::from_str::<T>(json));
}

fn same<T: Debug, E: Debug>(name: &str, ours: &Result<T, E>, theirs: &Result<T, serde_json::Error>) -> bool {
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{name}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{name}\n  ours: {ours:?}\n  serde_json: {theirs:?}"),
    }
    ours.is_ok()
}

/// Checks that bytes that are not UTF-8 are refused wherever they are.
fn check_other_bytes(name: &str, bytes: &[u8], counts: &mut Counts) {
    assert!(!name.starts_with('y'), "{name} must be accepted");
    let field = [b"{\"value\":", bytes, b"}"].concat();
    for error in [
        from_slice::<Built>(&field).map(drop).unwrap_err(),
        from_slice::<Kept<'_>>(&field).map(drop).unwrap_err(),
        from_slice::<Skipped>(&field).map(drop).unwrap_err(),
    ] {
        assert_eq!(error.kind(), DecodeErrorKind::Json, "{name}: {error}");
    }
    assert!(serde_json::from_slice::<Value>(bytes).is_err(), "{name}: serde_json");
    assert!(serde_json::from_slice::<&RawValue>(bytes).is_err(), "{name}: serde_json");
    let verdict = match serde_json::from_slice::<IgnoredAny>(bytes) {
        Ok(_) => "not UTF-8: refused; serde_json::from_slice accepts it where it is skipped",
        Err(_) => "not UTF-8: refused",
    };
    *counts.entry(verdict).or_default() += 1;
}
