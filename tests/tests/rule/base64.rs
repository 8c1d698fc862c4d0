//! `base64`

use std::borrow::Cow;

use proptest::prelude::*;
use response_event::rule::base64;

use crate::{NONE, contract};

fn found(text: &str) -> Option<String> {
    let lines = contract(|v| base64(v, text));
    let (line, rest) = lines.split_first()?;
    assert!(rest.is_empty());
    let found = line.strip_prefix("found ").unwrap();
    Some(
        found
            .strip_suffix(", expected base64 (standard alphabet, padded) (contract rule `base64`)")
            .unwrap()
            .to_owned(),
    )
}

#[test]
fn what_decodes_passes() {
    for text in ["", "QQ==", "QUE=", "QUFB", "AAAA", "////", "++++", "QUFBQQ==", "iVBORw0KGgo="] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn the_first_bad_character_is_named() {
    for (text, expected) in [
        ("<value>", "'<' at byte 0"),
        ("data:image/png;base64,iVBORw0KGgo=", "':' at byte 4"),
        // The URL-safe alphabet.
        ("QUF-", "'-' at byte 3"),
        ("QUF_", "'_' at byte 3"),
        // Line breaks and spaces.
        ("QUFB\nQUFB", "'\\n' at byte 4"),
        ("QUFB ", "' ' at byte 4"),
        // Not ASCII.
        ("QUéB", "'é' at byte 2"),
        ("QUFB\u{202e}", "'\\u{202e}' at byte 4"),
        // Padding out of place.
        ("=", "'=' at byte 0"),
        ("Q===", "'=' at byte 1"),
        ("QUFB====", "'=' at byte 4"),
        ("QUE==", "'=' at byte 4"),
        ("QQ=Q", "'Q' at byte 3"),
        ("QQ==QUFB", "'Q' at byte 4"),
        ("QQ==\n", "'\\n' at byte 4"),
        ("QR=", "'=' at byte 2"),
        ("QR==QUFB", "'=' at byte 2"),
        // Bits that no byte takes.
        ("QR==", "'R' at byte 1"),
        ("QUF=", "'F' at byte 2"),
        ("QUFBQR==", "'R' at byte 5"),
        // Too short.
        ("Q", "the end at byte 1"),
        ("QQ", "the end at byte 2"),
        ("QUE", "the end at byte 3"),
        ("QQ=", "the end at byte 3"),
        ("QUFBQ", "the end at byte 5"),
    ] {
        assert_eq!(found(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn every_byte_is_judged_at_every_place() {
    // Longer than the vectors of a fast check, so that each of its loops meets each character.
    let valid = "QUFB".repeat(33);
    for place in 0..valid.len() {
        for character in '\0'..='\u{ff}' {
            let mut text = valid.clone();
            text.replace_range(place..=place, character.encode_utf8(&mut [0; 4]));
            let good = character.is_ascii_alphanumeric() || "+/".contains(character);
            // `QUF=`: the bits before the padding are not zero, so it is the character before it that is wrong.
            let bad = if character == '=' && place == valid.len() - 1 { place - 1 } else { place };
            let expected = (!good).then(|| format!("{:?} at byte {bad}", text[bad..].chars().next().unwrap()));
            assert_eq!(found(&text), expected, "{character:?} at {place}");
        }
    }
}

#[test]
fn it_fits_text_of_every_kind() {
    assert_eq!(contract(|v| base64(v, &String::from("?"))).len(), 1);
    assert_eq!(contract(|v| base64(v, &Cow::Borrowed("?"))).len(), 1);
    assert_eq!(contract(|v| base64(v, &Box::<str>::from("?"))).len(), 1);
    assert_eq!(contract(|v| base64(v, &Some("?"))).len(), 1);
    assert_eq!(contract(|v| base64(v, &None::<String>)), NONE);
}

proptest! {
    #[test]
    fn what_is_encoded_passes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(found(&base64_simd::STANDARD.encode_to_string(bytes)), None);
    }

    #[test]
    fn it_agrees_with_the_decoder(text in "[AQgw/+=?]{0,12}") {
        let decodes = base64_simd::STANDARD.decode_to_vec(&text).is_ok();
        prop_assert_eq!(found(&text).is_none(), decodes, "{}", text);
    }

    #[test]
    fn a_text_up_to_the_bad_character_can_still_become_base64(text in "[AQgw/+=?]{1,12}") {
        if let Some(found) = found(&text) {
            let offset: usize = found.rsplit(' ').next().unwrap().parse().unwrap();
            let rest = ["", "A", "AA", "AAA", "=", "==", "A=", "A=="];
            let completed = rest.iter().any(|rest| {
                base64_simd::STANDARD.check(format!("{}{rest}", &text[..offset]).as_bytes()).is_ok()
            });
            prop_assert!(completed, "{} {}", text, found);
        }
    }
}
