//! The house rules of messages: each has a UI test of its name, is worded like the others, and points at the user's own tokens.

use super::ui::{cases, errors};

const DIAG: &str = include_str!("../diag/mod.rs");

/// The variants of `Problem`, in kebab case.
fn problems() -> Vec<String> {
    let (_, body) = DIAG.split_once("pub(crate) enum Problem {\n").expect("the enum");
    let (body, _) = body.split_once("\n}\n").expect("its end");
    body.lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with(char::is_uppercase))
        .map(|line| {
            let name = line.split(|character: char| !character.is_alphanumeric()).next();
            kebab(name.unwrap_or_default())
        })
        .collect()
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(character.to_ascii_lowercase());
    }
    kebab
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn every_problem_has_a_case_and_every_case_a_problem() {
    let cases = cases();
    let mut names: Vec<String> = Vec::new();
    for (path, ..) in &cases {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        if path.parent().is_some_and(|family| family.ends_with("many")) {
            continue;
        }
        names.push(name.to_owned());
    }
    let problems = problems();
    assert!(problems.len() > 60, "the enum is not read: {problems:?}");
    for problem in &problems {
        assert!(names.contains(problem), "no case `ui/fail/*/{problem}.rs`");
    }
    for name in names {
        let known = problems.iter().any(|problem| {
            name.strip_prefix(problem.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        assert!(known, "the case `{name}` is named after no problem");
    }
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn one_case_holds_one_problem() {
    for (path, _, words) in cases() {
        let many = path.parent().is_some_and(|family| family.ends_with("many"));
        assert!(many || errors(&words).len() == 1, "{}", path.display());
    }
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn messages_are_of_one_kind() {
    for (path, _, words) in cases() {
        let path = path.display();
        assert!(!words.contains("error["), "{path}: the compiler's words; they belong to `bounds`");
        assert!(!words.contains("originates in"), "{path}: points at the derive");
        let mut shown = words.lines().filter_map(|line| line.split_once("| "));
        assert!(!shown.any(|(_, source)| source.trim_start().starts_with("#[derive(")), "{path}: shows the derive");
        for (underlined, message) in errors(&words) {
            assert!(!underlined.is_empty(), "{path}: points at nothing");
            assert!(message.contains('`') || message.contains("comma"), "{path}: names no token: {message}");
            assert!(!message.ends_with('.'), "{path}: a full stop: {message}");
            let first = message.chars().next();
            assert!(first.is_some_and(|first| first == '`' || first.is_lowercase()), "{path}: {message}");
            let backticks = message.matches('`').count();
            assert!(backticks % 2 == 0, "{path}: backticks do not pair: {message}");
        }
    }
}
