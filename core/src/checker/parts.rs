//! Rules on the parts of an item: added before their events, closed once.

use alloc::format;

use super::action::{List, Part, PartPlace};
use super::code::Code;
use super::difference;
use super::item::{Item, Text};
use super::lost::Lost;
use super::report::Report;
use crate::Number;
use crate::payload::{Annotation, ContentPart, SummaryPart};
use crate::{PartFamily as _, text};

/// Returns the place of the text that an event is about. Reports it if `needs_part` and no event added its part.
pub(super) fn enter(
    item: &mut Item,
    place: PartPlace,
    needs_part: bool,
    lost: &mut Lost,
    report: &mut Report<'_>,
) -> (List, Number) {
    let index = place.index.unwrap_or_else(|| item.open_index(place.list));
    let key = (place.list, index);
    if !item.texts.contains_key(&key) {
        if needs_part {
            if !item.is_tainted && item.is_added && !lost.explains_no_start() {
                let text = format!("no event added {} {index}", place.list.noun());
                report.fault(Code::PartNotAdded, place.list.index_pointer(), text);
            }
            // Deltas that are meant for another part are missing there.
            item.taint();
        }
        let is_tainted = item.is_tainted;
        item.insert(key, Text { is_tainted, annotations: Some(0), ..Text::default() });
    }
    key
}

/// Applies an event that adds a part.
pub(super) fn add(item: &mut Item, place: PartPlace, part: Option<Part<'_>>, lost: &mut Lost, report: &mut Report<'_>) {
    let count = item.len_of(place.list);
    // Without an index it is the next one.
    let index = place.index.unwrap_or_else(|| Number::from(u64::try_from(count).unwrap_or(u64::MAX)));
    let pointer = place.list.index_pointer();
    let noun = place.list.noun();
    let part_type = part.map(|part| part.type_name).unwrap_or_default();
    if let Some(text) = item.texts.get_mut(&(place.list, index)) {
        if text.is_part_added && !text.is_tainted {
            report.fault(Code::PartAddedTwice, pointer, format!("{noun} {index} was added before"));
            item.taint();
        } else {
            // It comes late: that was reported.
            text.is_part_added = true;
            text.part_type = part_type.into();
        }
        return;
    }
    if index.as_index() != Some(count) && !item.is_tainted {
        if item.is_added && !lost.explains_no_start() {
            let text = format!("expected {count} for the next {noun}, found {index}");
            report.fault(Code::PartIndexSkipped, pointer, text);
        }
        item.taint();
    }
    let text = Text {
        part_type: part_type.into(),
        is_part_added: true,
        is_tainted: item.is_tainted,
        // Mostly empty.
        streamed: if item.is_tainted { "" } else { part.and_then(|part| part.text).unwrap_or_default() }.into(),
        annotations: part.and_then(|part| part.annotations).map_or(Some(0), |count| u64::try_from(count).ok()),
        ..Text::default()
    };
    item.insert((place.list, index), text);
}

/// Applies an event that closes a part.
pub(super) fn close(
    item: &mut Item,
    place: PartPlace,
    part: Option<Part<'_>>,
    lost: &mut Lost,
    report: &mut Report<'_>,
) {
    let pointer = place.list.index_pointer();
    let noun = place.list.noun();
    let key = enter(item, place, true, lost, report);
    let text = item.texts.entry(key).or_default();
    if text.is_part_done {
        if !text.is_tainted {
            report.fault(Code::PartDoneTwice, pointer, format!("the {noun} was done before"));
            // The event may be meant for another part.
            item.taint();
        }
        return;
    }
    text.is_part_done = true;
    let Some(part) = part else { return };
    if text.part_type.is_empty() {
        text.part_type = part.type_name.into();
    } else if *text.part_type != *part.type_name && !text.is_tainted {
        let message = format!("this is of type `{}`, the {noun} that was added `{}`", part.type_name, text.part_type);
        report.fault(Code::PartTypeChanged, "/part/type", message);
        text.taint();
    }
    if text.is_tainted {
        return;
    }
    if text.has_delta && !text.is_done && !lost.explains() {
        report.fault(Code::TextNotDone, "", format!("no event ended the text of the {noun}"));
        text.taint();
        return;
    }
    if let Some(found) = part.text.filter(|found| *found != text.streamed) {
        report.fault(Code::PartTextMismatch, text_pointer(part.type_name), difference::describe(found, &text.streamed));
        text.taint();
        return;
    }
    let count = part.annotations.and_then(|count| u64::try_from(count).ok());
    if let (Some(count), Some(added)) = (count, text.annotations) {
        if count != added {
            let message = format!("it has {count} annotations, and {added} were added");
            report.fault_once(Code::AnnotationCountMismatch, "/part/annotations", message);
        }
    }
}

fn text_pointer(part_type: &str) -> &'static str {
    if part_type == "refusal" { "/part/refusal" } else { "/part/text" }
}

/// Applies an event that adds an annotation.
pub(super) fn annotate(
    item: &mut Item,
    place: PartPlace,
    index: Option<Number>,
    annotation: Option<&Annotation>,
    lost: &mut Lost,
    report: &mut Report<'_>,
) {
    if let Some(Annotation::Unknown(annotation)) = annotation {
        unknown(annotation.event_type(), "/annotation/type", report);
    }
    let key = enter(item, place, true, lost, report);
    let text = item.texts.entry(key).or_default();
    if text.is_part_done {
        if !text.is_tainted {
            report.fault(Code::EventAfterPartDone, place.list.index_pointer(), "the part is done");
            text.taint();
        }
        return;
    }
    let (Some(next), Some(index)) = (text.annotations, index.and_then(Number::as_u64)) else {
        text.annotations = None;
        return;
    };
    text.annotations = Some(next.saturating_add(1));
    if index != next {
        if !text.is_tainted && !lost.explains() {
            report.fault(Code::AnnotationIndexSkipped, "/annotation_index", format!("expected {next}, found {index}"));
        }
        text.annotations = None;
    }
}

/// Notes a type of object that no source knows.
pub(super) fn unknown(object_type: &str, pointer: &str, report: &mut Report<'_>) {
    // The types of a server's own have an owner.
    if !object_type.is_empty() && !object_type.contains(':') {
        let message = format!("no source knows the type `{}`", text::Excerpt::new(object_type));
        report.fault_once(Code::UnknownObjectType, pointer, message);
    }
}

/// Notes a part of a type that no source knows.
pub(super) fn check_type(part: Part<'_>, report: &mut Report<'_>) {
    let is_known = ContentPart::TYPES.contains(&part.type_name) || SummaryPart::TYPES.contains(&part.type_name);
    if !is_known {
        unknown(part.type_name, "/part/type", report);
    }
}

/// Reports the parts and texts of an item that are open when it is done. Returns `true` if there are any.
pub(super) fn close_all(item: &mut Item, lost: &mut Lost, report: &mut Report<'_>) -> bool {
    let mut is_any_open = false;
    for ((list, index), text) in &mut item.texts {
        if text.is_tainted {
            continue;
        }
        let has_part = matches!(list, List::Content | List::Summary);
        let code = match text {
            Text { is_part_done: false, is_part_added: true, .. } if has_part => Code::PartNotDone,
            Text { is_done: false, has_delta: true, .. } if !has_part => Code::TextNotDone,
            _ => continue,
        };
        if !lost.explains() {
            let noun = list.noun();
            let message = match (code, list) {
                (_, List::Whole) => format!("no event ended the {noun} of the item"),
                _ => format!("no event closed {noun} {index}"),
            };
            report.fault(code, "", message);
        }
        text.taint();
        is_any_open = true;
    }
    is_any_open
}
