//! Lines of any bytes as the events of a stream: the checker does not panic, and what it finds is one line each.

#![no_main]

use libfuzzer_sys::fuzz_target;
use response_event::checker::{Profile, StreamChecker};

fuzz_target!(|bytes: &[u8]| {
    for profile in Profile::ALL {
        let mut checker = StreamChecker::new(*profile);
        let mut findings = Vec::new();
        for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            findings.extend(match core::str::from_utf8(line) {
                // The first word of every other line is the name of its frame.
                Ok(text) if number % 2 == 1 => {
                    let (name, data) = text.split_once(' ').unwrap_or_default();
                    checker.check_frame(name, data)
                }
                _ => checker.check_bytes(line),
            });
        }
        findings.extend(checker.finish());
        for finding in &findings {
            assert!(!finding.to_string().contains('\n'));
            assert_eq!(finding.code.severity(*profile), Some(finding.severity));
            let _ = (checker.repeats(finding), serde_json::to_string(finding).expect("a finding is an object"));
        }
    }
});
