//! Documentation as the `description` of a schema.

use alloc::string::String;

/// Returns the text of the lines of a documentation: without code blocks, and links to Rust items by their words alone.
pub(super) fn description(lines: &[&str]) -> Option<String> {
    let mut text = String::new();
    let mut is_code = false;
    for line in lines.iter().flat_map(|line| line.split('\n')) {
        let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code && !(line.is_empty() && (text.is_empty() || text.ends_with("\n\n"))) {
            push_line(&mut text, line);
            text.push('\n');
        }
    }
    let text = text.trim_end();
    // A paragraph that announces an example has nothing to say without it.
    let text = match text.rsplit_once("\n\n") {
        Some((before, last)) if last.ends_with(':') => before,
        _ => text,
    };
    (!text.is_empty()).then(|| text.into())
}

/// Adds a line, in which `[words](path)` and `[words]` become the words unless the target is an address.
fn push_line(text: &mut String, line: &str) {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let Some((words, behind)) = after.split_once(']') else {
            text.push('[');
            rest = after;
            continue;
        };
        let target = behind.strip_prefix('(').and_then(|behind| behind.split_once(')'));
        match target {
            Some((target, behind)) if !target.contains("://") => {
                text.push_str(words);
                rest = behind;
            }
            None if words.starts_with('`') => {
                text.push_str(words);
                rest = behind;
            }
            _ => {
                text.push('[');
                rest = after;
            }
        }
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::description;

    #[test]
    fn code_and_links_to_items_are_left_out() {
        let lines = [
            " The end; see [`code`](Self::code), [`Event`] and [the docs](https://docs.rs/).",
            "",
            " Its list is `[1]` long:",
            "",
            " ```",
            " let a = 1;",
            " ```",
        ];
        let expected = "The end; see `code`, `Event` and [the docs](https://docs.rs/).";
        assert_eq!(description(&lines).as_deref(), Some(expected));
        assert_eq!(description(&[" One.\n Two [a."]).as_deref(), Some("One.\nTwo [a."));
        assert_eq!(description(&[]), None);
        assert_eq!(description(&["", " "]), None);
    }
}
