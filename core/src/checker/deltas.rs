//! Rules on texts: their deltas add up to what the events that end them say.

use alloc::format;

use super::action::{List, PartPlace, TextKind};
use super::code::Code;
use super::item::{Item, Text};
use super::lost::Lost;
use super::parts;
use super::report::Report;
use super::{contents, difference};
use crate::Number;
use crate::payload::OutputItem;

/// Applies a piece of a text.
pub(super) fn delta(
    item: &mut Item,
    place: PartPlace,
    kind: TextKind,
    piece: &str,
    lost: &mut Lost,
    report: &mut Report<'_>,
) {
    let Some(text) = open(item, place, kind, lost, report) else { return };
    if text.is_done {
        if !text.is_tainted {
            report.fault(Code::DeltaAfterDone, place.list.index_pointer(), "the text has ended");
            // The event may be meant for another part.
            item.taint();
        }
        return;
    }
    if piece.is_empty() {
        report.fault_once(Code::EmptyDelta, "/delta", "the delta is empty");
    }
    text.has_delta = true;
    if !text.is_tainted {
        text.streamed.push_str(piece);
    }
}

/// Applies the end of a text.
pub(super) fn done(
    item: &mut Item,
    place: PartPlace,
    kind: TextKind,
    found: &str,
    lost: &mut Lost,
    report: &mut Report<'_>,
) {
    let Some(text) = open(item, place, kind, lost, report) else { return };
    if text.is_done {
        if !text.is_tainted {
            report.fault(Code::TextDoneTwice, place.list.index_pointer(), "the text has ended before");
            item.taint();
        }
        return;
    }
    text.is_done = true;
    if !text.is_tainted && text.streamed != found {
        report.fault(kind.mismatch(), kind.done_pointer(), difference::describe(found, &text.streamed));
        text.taint();
    }
}

/// Returns the text that an event is about, unless it is closed.
fn open<'i>(
    item: &'i mut Item,
    place: PartPlace,
    kind: TextKind,
    lost: &mut Lost,
    report: &mut Report<'_>,
) -> Option<&'i mut Text> {
    let key = parts::enter(item, place, kind.has_part() || place.list == List::Command, lost, report);
    if let Some(Text { is_part_done: true, is_tainted, .. }) = item.texts.get(&key) {
        if !is_tainted {
            let noun = place.list.noun();
            report.fault(Code::EventAfterPartDone, place.list.index_pointer(), format!("the {noun} is done"));
            // The event may be meant for another part.
            item.taint();
        }
        return None;
    }
    let text = item.texts.entry(key).or_default();
    if !kind.fits(&text.part_type) {
        if !text.is_tainted {
            let message = format!("the part is of type `{}`", text.part_type);
            report.fault(Code::PartTypeMismatch, "/type", message);
            text.taint();
        }
        return None;
    }
    Some(text)
}

/// Compares the texts of a done item with those that were streamed.
pub(super) fn compare(item: &mut Item, done: &OutputItem, lost: &mut Lost, report: &mut Report<'_>) {
    if item.is_tainted {
        return;
    }
    let contents = contents::contents(done);
    for content in &contents {
        let key = (content.list, Number::from(u64::try_from(content.index).unwrap_or(u64::MAX)));
        let found = content.text.unwrap_or_default();
        match item.texts.get(&key) {
            Some(text) if text.is_tainted || content.text.is_none() => {}
            Some(text) if text.streamed == found => {}
            Some(text) => {
                let noun = content.list.noun();
                let message = match content.list {
                    List::Whole => difference::describe(found, &text.streamed),
                    _ => format!("{noun} {}: {}", content.index, difference::describe(found, &text.streamed)),
                };
                report.fault(Code::ItemTextMismatch, pointer(done, content.list), message);
                item.taint();
                return;
            }
            None if found.is_empty() => {}
            None => {
                if !lost.explains_no_start() {
                    let message = format!("no event streamed {} {}", content.list.noun(), content.index);
                    report.fault_once(Code::ContentNotStreamed, pointer(done, content.list), message);
                }
                item.taint();
                return;
            }
        }
    }
    let len_of = |list| contents.iter().filter(|content| content.list == list).count();
    let lens = [List::Content, List::Summary, List::Whole, List::Command].map(|list| (list, len_of(list)));
    let is_in_item = |list: List, index: Number| {
        lens.iter().any(|(of, len)| *of == list && index.as_index().is_some_and(|index| index < *len))
    };
    let absent = item
        .texts
        .iter()
        .find(|((list, index), text)| !text.is_tainted && !text.streamed.is_empty() && !is_in_item(*list, *index));
    if let Some(((list, index), _)) = absent.filter(|_| !matches!(done, OutputItem::Unknown(_))) {
        let message = format!("{} {index} was streamed and is not in the item", list.noun());
        report.fault(Code::ItemTextMismatch, pointer(done, *list), message);
        item.taint();
    }
}

/// Returns the pointer to the list or text in an item.
fn pointer(item: &OutputItem, list: List) -> &'static str {
    match (list, item) {
        (List::Content, _) => "/item/content",
        (List::Summary, _) => "/item/summary",
        (List::Command, _) => "/item/action/commands",
        (List::Whole, OutputItem::CustomToolCall(_)) => "/item/input",
        (List::Whole, OutputItem::CodeInterpreterCall(_)) => "/item/code",
        (List::Whole, OutputItem::ApplyPatchCall(_)) => "/item/operation/diff",
        (List::Whole, _) => "/item/arguments",
    }
}
