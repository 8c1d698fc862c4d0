//! The recorded streams: what the checker finds in them, by server and rule.

use std::collections::BTreeMap;
use std::fs;

use response_event::checker::{Finding, Profile, Severity, StreamChecker};
use response_event_tests::recordings::recordings;
use response_event_tests::shared::shared;

/// Returns the name of the server of each recording.
fn servers() -> BTreeMap<String, String> {
    let table = fs::read_to_string(shared("corpus/PROVENANCE.tsv")).expect("the table of the recordings");
    let rows = table.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    rows.map(|row| (row[0].to_owned(), row[7].split(" / ").next().unwrap_or_default().to_owned())).collect()
}

fn check(events: &[String], profile: Profile) -> Vec<Finding> {
    let mut checker = StreamChecker::new(profile);
    let mut findings: Vec<_> = events.iter().flat_map(|json| checker.check_json(json)).collect();
    findings.extend(checker.finish());
    findings
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn the_table() {
    let servers = servers();
    for profile in [Profile::Documented, Profile::Strict] {
        let mut rows = BTreeMap::<(Severity, String, String), Vec<String>>::new();
        for (name, events) in recordings() {
            let server = if name.starts_with("synthetic/") { "by hand" } else { &servers[&name] };
            for finding in check(&events, profile) {
                rows.entry((finding.severity, finding.code.as_str().to_owned(), server.to_owned()))
                    .or_default()
                    .push(format!("{name}: {finding}"));
            }
        }
        println!("\n##### {profile}");
        for ((severity, code, server), findings) in rows.iter().rev() {
            println!("{severity} {code} | {server} | {}", findings.len());
            for finding in findings.iter().take(4) {
                println!("        {finding}");
            }
        }
    }
}
