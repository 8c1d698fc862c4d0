//! Rules on the final `output` of a response: it has what was streamed.

use alloc::format;
use alloc::vec;

use super::code::Code;
use super::items::Items;
use super::lost::Lost;
use super::report::Report;
use super::{digest, parts};
use crate::payload::{ItemStatus, OutputItem, Response, ResponseStatus};
use crate::text::Excerpt;

/// Compares the output of a response that is over with the items that were streamed.
pub(super) fn check(response: &Response, items: &Items, lost: &mut Lost, report: &mut Report<'_>) {
    let Some(output) = response.output.as_deref() else { return };
    let status = response.status.as_ref();
    // A response that failed need not have what came before.
    let is_whole = matches!(status, None | Some(ResponseStatus::Completed | ResponseStatus::Incomplete));
    if output.is_empty() {
        if is_whole && items.len() > 0 {
            let text = format!("it is empty, and {} items were streamed", items.len());
            report.fault(Code::OutputEmpty, "/response/output", text);
        }
        return;
    }
    let mut is_there = vec![false; items.len()];
    let mut previous = None;
    let mut is_order_reported = false;
    for (index, item) in output.iter().enumerate() {
        let Some(place) = find(item, index, output.len(), items, lost, report) else { continue };
        if let Some(is_there) = is_there.get_mut(place) {
            *is_there = true;
        }
        let Some(streamed) = items.get(place) else { continue };
        let order = streamed.index.filter(|_| !streamed.is_index_uncertain && streamed.reported_index.is_none());
        if order.is_some() && order < previous && !is_order_reported {
            let text = "the item has a smaller `output_index` than the one before";
            report.fault(Code::OutputOrder, &format!("/response/output/{index}"), text);
            is_order_reported = true;
        }
        previous = order.or(previous);
        if streamed.is_tainted {
            continue;
        }
        if streamed.digest.is_some_and(|digest| digest != digest::of_item(item)) {
            let text = "the item is not as `response.output_item.done` had it";
            report.fault(Code::OutputItemDiffers, &format!("/response/output/{index}"), text);
            continue;
        }
        check_status(item, index, status, report);
    }
    for (place, streamed) in items.iter().enumerate() {
        let is_missing = is_there.get(place) == Some(&false) && is_whole;
        if is_missing && streamed.is_added && !streamed.is_id_uncertain && !lost.explains() {
            let text = match &streamed.id {
                Some(id) => format!("the item {:?} is missing", Excerpt::short(id)),
                None => "an item is missing".into(),
            };
            report.fault(Code::OutputItemMissing, "/response/output", text);
        }
    }
}

/// Returns the place of the item that was streamed. Reports one that was not.
fn find(
    item: &OutputItem,
    index: usize,
    len: usize,
    items: &Items,
    lost: &mut Lost,
    report: &mut Report<'_>,
) -> Option<usize> {
    if let OutputItem::Unknown(item) = item {
        parts::unknown(item.event_type(), &format!("/response/output/{index}/type"), report);
    }
    let id = item.id();
    if let Some(place) = id.as_deref().and_then(|id| items.place_of_id(id)) {
        return Some(place);
    }
    // An item that changed its id is at the same place, if no other is missing.
    let place = items.place_of_index(index).or((len == items.len()).then_some(index));
    let streamed = place.filter(|_| len == items.len()).and_then(|place| items.get(place));
    if let Some(streamed) = streamed.filter(|streamed| *streamed.type_name == *crate::PartFamily::part_type(item)) {
        if let (Some(found), Some(expected), false) = (&id, &streamed.id, streamed.is_id_uncertain) {
            let text = format!("this is {:?}, the item had {:?}", Excerpt::short(found), Excerpt::short(expected));
            report.fault(Code::ItemIdMismatch, &format!("/response/output/{index}/id"), text);
        }
        return place;
    }
    if !lost.explains_no_start() {
        let name = id.as_deref().unwrap_or_default();
        let text = format!("no event added the item {:?}", Excerpt::short(name));
        report.fault(Code::OutputItemUnknown, &format!("/response/output/{index}"), text);
    }
    None
}

/// Checks the status of an item in a response that is over.
fn check_status(item: &OutputItem, index: usize, response: Option<&ResponseStatus>, report: &mut Report<'_>) {
    let Some(status) = item.status() else { return };
    let pointer = format!("/response/output/{index}/status");
    match (response, status) {
        (Some(ResponseStatus::Completed), ItemStatus::Incomplete) => {
            let text = "the item is incomplete, and its response completed";
            report.fault(Code::IncompleteItemInCompletedResponse, &pointer, text);
        }
        (Some(ResponseStatus::Completed), ItemStatus::Unknown(_)) => {}
        (Some(ResponseStatus::Completed), status) if !status.is_final() => {
            let text = format!("the item is `{}`, and its response completed", status.as_str());
            report.fault(Code::DoneWithOpenStatus, &pointer, text);
        }
        _ => {}
    }
}
