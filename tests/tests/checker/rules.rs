//! The list of rules in the documentation, and their names.

use std::fmt::Write as _;

use response_event::checker::{Code, Profile, Scenario, Severity};

use crate::page::check_page;

#[test]
fn the_page_lists_every_rule() {
    let mut page = String::new();
    let mut group = "";
    for code in Code::ALL {
        if code.group() != group {
            group = code.group();
            let _ = writeln!(
                page,
                "\n## {group}\n\n| code | documented | strict | what is wrong | source |\n|---|---|---|---|---|"
            );
        }
        let [documented, strict] = [Profile::Documented, Profile::Strict]
            .map(|profile| code.severity(profile).map_or("off", Severity::as_str));
        let _ = writeln!(page, "| `{code}` | {documented} | {strict} | {} | {} |", code.summary(), code.source());
    }
    check_page("core/src/checker/rules.md", page.trim_start());
}

#[test]
fn a_rule_is_known_by_its_text() {
    for code in Code::ALL {
        let text = code.as_str();
        assert_eq!(text.parse(), Ok(*code));
        assert!(
            text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "`{text}` is not in kebab case"
        );
        assert!(code.summary().ends_with('.'), "the summary of `{text}` is not a sentence");
        assert!(
            code.severity(Profile::Documented) <= code.severity(Profile::Strict),
            "`{text}` is worse when documented"
        );
    }
    assert!(Code::ALL.len() >= 40);
    let mut texts: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), Code::ALL.len(), "two rules have one text");
    assert_eq!("telepathy".parse::<Code>().unwrap_err().to_string(), "unknown code \"telepathy\"");
}

#[test]
fn profiles_severities_and_scenarios_are_known_by_their_names() {
    for profile in Profile::ALL {
        assert_eq!(profile.to_string().parse(), Ok(*profile));
    }
    for severity in [Severity::Note, Severity::Warning, Severity::Error] {
        assert_eq!(severity.to_string().parse(), Ok(severity));
    }
    for scenario in Scenario::ALL {
        assert_eq!(scenario.to_string().parse(), Ok(*scenario));
    }
    assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Note);
}
