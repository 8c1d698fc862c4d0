//! The messages in `tests/ui/fail` are the front end's, whatever the toolchain: the compiler is asked in `tests/tests/ui.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::Item;

use super::{problems_of_event, problems_of_family};

/// Every case that fails with words of ours, as `(path, source, expected words)`; none outside the repository.
pub(super) fn cases() -> Vec<(PathBuf, String, String)> {
    let fail = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui/fail");
    let mut cases = Vec::new();
    for family in fs::read_dir(fail).into_iter().flatten().flatten() {
        if family.file_name() == "bounds" {
            continue;
        }
        for case in fs::read_dir(family.path()).into_iter().flatten().flatten() {
            let path = case.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).expect("a case");
                let words = fs::read_to_string(path.with_extension("stderr")).expect("its words");
                cases.push((path, source, words));
            }
        }
    }
    cases.sort();
    cases
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
fn the_front_end_says_what_the_compiler_prints() {
    for (path, source, words) in cases() {
        let file = syn::parse_file(&source).expect("a file");
        let mut found = Vec::new();
        for item in file.items {
            let attributes = match &item {
                Item::Struct(item) => &item.attrs,
                Item::Enum(item) => &item.attrs,
                Item::Union(item) => &item.attrs,
                _ => continue,
            };
            let attributes: String =
                attributes.iter().map(|attribute| attribute.to_token_stream().to_string()).collect();
            // Read again from its own text, so that the text of a span can be found.
            let text = text_of(&source, &item);
            if attributes.contains("ResponseEvent") {
                found.extend(problems_of_event(&text));
            } else if attributes.contains("EventFamily") {
                found.extend(problems_of_family(&text));
            }
        }
        assert_eq!(found, errors(&words), "{}", path.display());
    }
}

fn text_of(source: &str, item: &Item) -> String {
    use syn::spanned::Spanned;
    let span = item.span();
    let lines: Vec<_> = source.lines().collect();
    lines[span.start().line - 1..span.end().line].join("\n")
}
