//! The messages in `tests/ui/fail` are the front end's, whatever the toolchain: the compiler is asked in `tests/tests/ui.rs`.

use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::Item;

use super::repository::{entries, text};
use super::{problems_of_event, problems_of_family};

/// Reads every case that fails with words of ours, as `(path, source, expected words)`.
pub(super) fn cases() -> Vec<(PathBuf, String, String)> {
    let families = ["ui/fail", "schema/ui/fail"].into_iter().flat_map(entries);
    let families = families.filter(|family| !family.ends_with("bounds"));
    let files = families.flat_map(entries);
    let cases = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs") && !is_fixed(path));
    let read = |path: PathBuf| {
        let (source, words) = (text(&path), text(&path.with_extension("stderr")));
        (path, source, words)
    };
    cases.map(read).collect()
}

/// Returns `true` if the file is a case after its message was followed.
fn is_fixed(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".fixed.rs")
}

/// The errors in a `.stderr`: what is underlined, and the message.
pub(super) fn errors(words: &str) -> Vec<(String, String)> {
    words.split("\n\n").map(error).collect()
}

fn error(block: &str) -> (String, String) {
    let message: Vec<_> = block
        .lines()
        .take_while(|line| !line.trim_start().starts_with("-->"))
        .map(|line| line.strip_prefix("error: ").unwrap_or(line).trim())
        .collect();
    let lines: Vec<_> = block.lines().collect();
    let underlined = lines.windows(2).find_map(|pair| {
        let carets = pair[1].find('^').filter(|_| pair[1].trim_start().starts_with('|'))?;
        let count = pair[1].matches('^').count();
        Some(pair[0].chars().skip(carets).take(count).collect())
    });
    (underlined.unwrap_or_default(), message.join("\n"))
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn the_front_end_says_what_the_compiler_prints() {
    // To these tests the feature is enabled: `tests/tests/ui.rs` asks the compiler.
    let is_about_feature = |path: &Path| path.to_string_lossy().contains("schema-not-enabled");
    for (path, source, words) in cases().into_iter().filter(|(path, ..)| !is_about_feature(path)) {
        assert_eq!(problems_of(&source), errors(&words), "{}", path.display());
    }
}

/// Each problem of the items in a file: the text that it points at, and the message.
fn problems_of(source: &str) -> Vec<(String, String)> {
    let file = syn::parse_file(source).expect("a file");
    let mut found = Vec::new();
    for item in file.items {
        let attributes = match &item {
            Item::Struct(item) => &item.attrs,
            Item::Enum(item) => &item.attrs,
            Item::Union(item) => &item.attrs,
            _ => continue,
        };
        let attributes: String = attributes.iter().map(|attribute| attribute.to_token_stream().to_string()).collect();
        // Read again from its own text, so that the text of a span can be found.
        let text = text_of(source, &item);
        if attributes.contains("ResponseEvent") {
            found.extend(problems_of_event(&text));
        }
        if attributes.contains("EventFamily") {
            found.extend(problems_of_family(&text));
        }
    }
    found
}

/// Beside each case is what its reader makes of the message: the code after "write" is in it, and it has no problem. That it
/// compiles is asked in `tests/tests/ui.rs`.
#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn whoever_follows_a_message_has_no_problem() {
    for (path, _, words) in cases() {
        if path.parent().is_some_and(|family| family.ends_with("many")) {
            continue;
        }
        let fixed = path.with_extension("fixed.rs");
        assert!(fixed.exists(), "write {}: the case after its message was followed", fixed.display());
        let source = text(&fixed);
        assert_eq!(problems_of(&source), [], "{}", fixed.display());
        for (_, message) in errors(&words) {
            let codes = codes_to_write(&message);
            let is_written = codes.is_empty() || codes.iter().any(|code| occurs(code, &source));
            assert!(is_written, "{} has none of {codes:?}, which the message says", fixed.display());
        }
    }
}

/// The same for the compiler's words on our traits, as far as a note of ours says what to write.
#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn whoever_follows_a_note_on_a_trait_writes_its_code() {
    let mut cases = 0;
    for path in ["ui/fail", "schema/ui/fail"]
        .into_iter()
        .flat_map(entries)
        .filter(|family| family.ends_with("bounds"))
        .flat_map(entries)
    {
        if path.extension().is_none_or(|extension| extension != "stderr") {
            continue;
        }
        let words = text(&path);
        let notes = words.lines().filter_map(|line| line.trim_start().strip_prefix("= note: "));
        // Several notes are several ways.
        let codes: Vec<_> = notes.flat_map(codes_to_write).collect();
        if codes.is_empty() {
            continue;
        }
        cases += 1;
        let fixed = path.with_extension("fixed.rs");
        assert!(fixed.exists(), "write {}: the case after its note was followed", fixed.display());
        let is_written = codes.iter().any(|code| occurs(code, &text(&fixed)));
        assert!(is_written, "{} has none of {codes:?}, which the notes say", fixed.display());
    }
    assert!(cases > 20, "{cases} cases say what to write");
}

/// Returns the code in backticks after "write" or "did you mean": one of several ways.
fn codes_to_write(message: &str) -> Vec<&str> {
    let line = message.lines().next().unwrap_or_default();
    let remedy = ["write ", "did you mean "].iter().find_map(|words| Some(line.split_once(words)?.1));
    remedy.unwrap_or_default().split('`').skip(1).step_by(2).collect()
}

/// Returns `true` if the code is in the source; `…`, and the `rule` before it, stand for anything.
fn occurs(code: &str, source: &str) -> bool {
    let code = code.replace("rule, …", "…");
    let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = source.as_str();
    code.split('…').all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

#[test]
fn the_code_to_write_is_what_stands_after_write() {
    assert_eq!(codes_to_write("`a` is no `b`; write `c(…)`, or `d`\n`#[e]` takes `f`"), ["c(…)", "d"]);
    assert_eq!(codes_to_write("unknown key `a`; did you mean `b`?"), ["b"]);
    assert_eq!(codes_to_write("`a` is written twice; remove one of the two"), [""; 0]);
    assert!(occurs("strict(rule, …)", "    #[event(strict(base64))]"));
    assert!(occurs("struct A { … }", "struct A { a: u8 }"));
    assert!(!occurs("with(path)", "#[event(with(other))]"));
}

fn text_of(source: &str, item: &Item) -> String {
    use syn::spanned::Spanned;
    let span = item.span();
    let lines: Vec<_> = source.lines().collect();
    lines[span.start().line - 1..span.end().line].join("\n")
}
