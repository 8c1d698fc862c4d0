//! Template: the last event, for the next one that differs from it only in strings and its number, as deltas do.

use alloc::string::String;
use alloc::vec::Vec;

use super::layout::{HoleKind, Layout, Site, Wanted};
use crate::json::{digits_end, string_end};

/// An event that was checked, and the places in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    /// Empty if there is no event.
    text: String,
    wanted: Wanted,
    layout: Layout,
    /// For each site, the number of holes that end before its start, and before its end.
    holes_before: Vec<[usize; 2]>,
}

/// The most bytes that are kept. Longer events are rare, or have one long string.
const MAX_LEN: usize = 1024;

/// The most holes. Deltas have three.
const MAX_HOLES: usize = 7;

impl Template {
    /// Keeps an event that was checked, if it is small.
    pub(super) fn keep(&mut self, json: &str, wanted: Wanted, layout: &Layout) {
        self.text.clear();
        if json.len() > MAX_LEN || layout.holes.len() > MAX_HOLES {
            return;
        }
        self.text.push_str(json);
        self.wanted = wanted;
        self.layout.sites.clone_from(&layout.sites);
        self.layout.holes.clone_from(&layout.holes);
        self.holes_before.clear();
        self.holes_before.extend(layout.sites.iter().map(|site| {
            [site.start, site.end].map(|offset| layout.holes.iter().take_while(|hole| hole.end <= offset).count())
        }));
    }

    /// Finds the sites in an event that differs from the template only in its holes. Any other event may still be good.
    pub(super) fn find(&self, json: &str, wanted: Wanted, sites: &mut Vec<Site>) -> bool {
        if self.text.is_empty() || self.wanted != wanted {
            return false;
        }
        // The distance of each literal part from its place in the template.
        let mut shifts = [0; MAX_HOLES + 1];
        let (text, bytes) = (self.text.as_bytes(), json.as_bytes());
        let (mut text_at, mut at) = (0, 0);
        for (hole, shift) in self.layout.holes.iter().zip(shifts.iter_mut().skip(1)) {
            let literal = text.get(text_at..hole.start).unwrap_or_default();
            if !bytes.get(at..).unwrap_or_default().starts_with(literal) {
                return false;
            }
            let start = at + literal.len();
            let end = match hole.kind {
                HoleKind::Text => string_end(json, start),
                HoleKind::Digits => digits_end(json, start),
            };
            let Some(end) = end else { return false };
            (text_at, at) = (hole.end, end);
            *shift = at.wrapping_sub(text_at);
        }
        if bytes.get(at..) != text.get(text_at..) {
            return false;
        }
        sites.clear();
        for (site, holes_before) in self.layout.sites.iter().zip(&self.holes_before) {
            let [start, end] = holes_before.map(|holes| shifts.get(holes).copied().unwrap_or_default());
            let (start, end) = (site.start.wrapping_add(start), site.end.wrapping_add(end));
            sites.push(Site { kind: site.kind, start, end });
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::super::layout::Numbers;
    use super::*;

    const WANTED: Wanted = Wanted { numbers: Numbers::Present, obfuscation: true, ids: true };

    fn delta(number: &str, id: &str, delta: &str, padding: &str) -> String {
        format!(
            r#"{{"type":"a","sequence_number":{number},"item_id":"{id}","delta":"{delta}","obfuscation":"{padding}"}}"#
        )
    }

    fn template(json: &str) -> Template {
        let (mut template, mut layout) = (Template::default(), Layout::default());
        layout.find(json, WANTED).unwrap();
        template.keep(json, WANTED, &layout);
        template
    }

    #[test]
    fn an_event_that_differs_in_strings_and_number_is_found_without_a_walk() {
        let template = template(&delta("7", "msg_1", "Hi", "aB3"));
        let (mut sites, mut layout) = (Vec::new(), Layout::default());
        for json in [
            delta("8", "msg_1", " there", ""),
            delta("10", "msg_1", "", "a longer one"),
            delta("0", "msg_1", r#"\n\"é\ud83d"#, r"\\"),
        ] {
            assert!(template.find(&json, WANTED, &mut sites), "{json}");
            layout.find(&json, WANTED).unwrap();
            let places = |sites: &[Site]| sites.iter().map(|site| (site.start, site.end)).collect::<Vec<_>>();
            assert_eq!(places(&sites), places(&layout.sites), "{json}");
        }
    }

    #[test]
    fn any_other_event_is_not_found() {
        let template = template(&delta("7", "msg_1", "Hi", "aB3"));
        let like = delta("8", "msg_1", "Hi", "aB3");
        let mut sites = Vec::new();
        for json in [
            delta("07", "msg_1", "Hi", "aB3"),
            delta("7.0", "msg_1", "Hi", "aB3"),
            delta("", "msg_1", "Hi", "aB3"),
            delta("7", "msg_2", "Hi", "aB3"),
            delta("7", "msg_1", "\n", "aB3"),
            delta("7", "msg_1", r"\x", "aB3"),
            delta("7", "msg_1", "\"", "aB3"),
            delta("7", "msg_1", "Hi", r#"a","b":"c"#),
            format!("{like} "),
            format!(" {like}"),
            like.trim_end_matches('}').into(),
            String::new(),
        ] {
            assert!(!template.find(&json, WANTED, &mut sites), "{json}");
        }
        assert!(template.find(&like, WANTED, &mut sites));
        assert!(!template.find(&like, Wanted { ids: false, ..WANTED }, &mut sites));
        assert!(!Template::default().find("", Wanted::default(), &mut sites));
    }

    #[test]
    fn a_large_event_is_not_kept() {
        let json = delta("7", "msg_1", &"a".repeat(MAX_LEN), "");
        assert!(!template(&json).find(&json, WANTED, &mut Vec::new()));
    }
}
