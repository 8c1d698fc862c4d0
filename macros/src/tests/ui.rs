//! The messages in `tests/ui/fail` are the front end's, whatever the toolchain: the compiler is asked in `tests/tests/ui.rs`.

use std::path::PathBuf;

use quote::ToTokens;
use syn::Item;

use super::repository::{entries, text};
use super::{problems_of_event, problems_of_family};

/// Reads every case that fails with words of ours, as `(path, source, expected words)`.
pub(super) fn cases() -> Vec<(PathBuf, String, String)> {
    let families = entries("ui/fail").into_iter().filter(|family| !family.ends_with("bounds"));
    let files = families.flat_map(entries);
    let cases = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let read = |path: PathBuf| {
        let (source, words) = (text(&path), text(&path.with_extension("stderr")));
        (path, source, words)
    };
    cases.map(read).collect()
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
