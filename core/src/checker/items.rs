//! Rules on output items: added before their events, done once, with one id and one index.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::action::{CallStatus, ItemAction, Kind};
use super::code::Code;
use super::item::Item;
use super::lost::Lost;
use super::report::Report;
use super::{deltas, digest, images, parts};
use crate::payload::{ItemStatus, OutputItem};
use crate::text::Excerpt;
use crate::{EventPosition, Number, PartFamily as _};

/// Ranges of indexes that new items left out, at most.
const MAX_HOLES: usize = 8;

/// Open items that are searched for the one that an event is about, at most. Servers have fewer.
const MAX_SEARCHED: usize = 64;

/// The items of a response, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Items {
    list: Vec<Item>,
    /// The indexes that new items left out, from the first to the last: that was reported.
    holes: Vec<(u64, u64)>,
    /// The places of the items that are not done.
    open: BTreeSet<usize>,
    /// The places of items that may not be tainted. Each is tainted once, so that many gaps are no more work.
    untainted: Vec<usize>,
    by_id: BTreeMap<Box<str>, usize>,
    by_index: BTreeMap<Number, usize>,
}

impl Items {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Item> {
        self.list.iter()
    }

    /// Returns the place of the item with an id.
    pub(super) fn place_of_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Returns the place of the item with an index.
    pub(super) fn place_of_index(&self, index: usize) -> Option<usize> {
        self.by_index.get(&Number::from(u64::try_from(index).ok()?)).copied()
    }

    pub(super) fn get(&self, place: usize) -> Option<&Item> {
        self.list.get(place)
    }

    /// Records that events about any item may be missing.
    pub(super) fn taint(&mut self) {
        for place in core::mem::take(&mut self.untainted) {
            if let Some(item) = self.list.get_mut(place).filter(|item| !item.is_done) {
                item.taint();
            }
        }
    }

    /// Records that events about one item may be missing; about any item if it is not known which.
    pub(super) fn taint_at(&mut self, at: &EventPosition<'_>) {
        let place = at.item_id.as_deref().and_then(|id| self.place_of_id(id));
        let place = place.or_else(|| self.by_index.get(&at.output_index?).copied());
        match place.and_then(|place| self.list.get_mut(place)) {
            Some(item) => item.taint(),
            None => self.taint(),
        }
    }

    fn insert(&mut self, item: Item) -> usize {
        let place = self.list.len();
        if let Some(id) = &item.id {
            self.by_id.entry(id.clone()).or_insert(place);
        }
        if let Some(index) = item.index {
            self.by_index.entry(index).or_insert(place);
        }
        self.list.push(item);
        self.open.insert(place);
        self.untainted.push(place);
        place
    }

    /// Gives an id to an item that has none.
    fn adopt_id(&mut self, place: usize, id: &str) {
        if let Some(item) = self.list.get_mut(place) {
            item.id = Some(id.into());
            self.by_id.entry(id.into()).or_insert(place);
        }
    }

    /// Gives an index to an item that has none, or an uncertain one.
    fn adopt_index(&mut self, place: usize, index: Number) {
        self.forget_index(place);
        let Some(item) = self.list.get_mut(place) else { return };
        item.index = Some(index);
        item.is_index_uncertain = false;
        self.by_index.entry(index).or_insert(place);
    }

    /// Takes the index of an item away.
    fn forget_index(&mut self, place: usize) {
        let Some(item) = self.list.get_mut(place) else { return };
        if let Some(index) = item.index.take() {
            if self.by_index.get(&index) == Some(&place) {
                self.by_index.remove(&index);
            }
        }
    }

    /// Applies an event that adds an item.
    pub(super) fn add(
        &mut self,
        new: Option<&OutputItem>,
        at: &EventPosition<'_>,
        lost: &mut Lost,
        report: &mut Report<'_>,
    ) {
        let id = new.and_then(OutputItem::id);
        let type_name = new.map(OutputItem::part_type).unwrap_or_default();
        let by_id = id.as_deref().and_then(|id| self.place_of_id(id));
        let by_index = at.output_index.and_then(|index| self.by_index.get(&index).copied());
        let index = at.output_index.filter(|index| index.as_u64().is_some());
        let mut item = Item {
            id: id.as_deref().map(Box::from),
            index,
            type_name: type_name.into(),
            is_added: true,
            next_image: Some(0),
            is_index_uncertain: index.is_none(),
            ..Item::default()
        };
        match (by_id, by_index) {
            (Some(known), _) if self.list.get(known).is_some_and(|item| !item.is_added) => {
                self.adopt(known, at.output_index, type_name);
            }
            (None, Some(known)) if self.list.get(known).is_some_and(|item| !item.is_added && item.id.is_none()) => {
                if let Some(id) = id {
                    self.adopt_id(known, &id);
                }
                self.adopt(known, None, type_name);
            }
            // The other item has a wrong index, which was reported.
            (None, Some(known)) if self.list.get(known).is_some_and(|item| item.is_index_uncertain) => {
                self.forget_index(known);
                self.insert(item);
            }
            (Some(one), Some(other)) if one == other => {
                report.fault(Code::ItemAddedTwice, "", format!("{} was added before", self.name(one)));
                self.list.get_mut(one).into_iter().for_each(Item::taint);
            }
            (Some(known), None) => {
                let text = format!("{} has this id", self.name(known));
                report.fault(Code::ItemIdReused, "/item/id", text);
                item.id = None;
                item.is_id_uncertain = true;
                self.insert(item);
            }
            (_, Some(known)) => {
                // With the id of one item and the index of another, it is neither.
                let text = format!("{} has this index", self.name(known));
                report.fault(Code::OutputIndexReused, "/output_index", text);
                item.index = None;
                item.is_index_uncertain = true;
                if by_id.is_some() {
                    item.id = None;
                    item.is_id_uncertain = true;
                }
                self.insert(item);
            }
            (None, None) => {
                self.check_next_index(&mut item, lost, report);
                self.insert(item);
            }
        }
        if let Some(new) = new {
            check_added(new, report);
        }
    }

    /// Takes an item that events were about before it was added. That was reported.
    fn adopt(&mut self, place: usize, index: Option<Number>, type_name: &str) {
        let Some(item) = self.list.get_mut(place) else { return };
        item.is_added = true;
        item.type_name = type_name.into();
        if let (None, Some(index)) = (item.index, index) {
            self.adopt_index(place, index);
        }
    }

    /// Returns `true` if a new item left out this index.
    fn is_hole(&self, index: Option<Number>) -> bool {
        let index = index.and_then(Number::as_u64);
        index.is_some_and(|index| self.holes.iter().any(|(first, last)| (*first..=*last).contains(&index)))
    }

    fn check_next_index(&mut self, item: &mut Item, lost: &mut Lost, report: &mut Report<'_>) {
        let Some(index) = item.index else { return };
        let after_last =
            self.by_index.last_key_value().and_then(|(last, _)| last.as_index()).map_or(0, |last| last + 1);
        let found = index.as_index();
        if found == Some(self.list.len()) || found == Some(after_last) || self.is_hole(item.index) {
            return;
        }
        if let (Ok(first), Some(last)) =
            (u64::try_from(after_last), index.as_u64().and_then(|index| index.checked_sub(1)))
        {
            if first <= last && self.holes.len() < MAX_HOLES {
                self.holes.push((first, last));
            }
        }
        if !lost.explains_no_start() {
            let text = format!("expected {after_last} for the next item, found {index}");
            report.fault(Code::OutputIndexSkipped, "/output_index", text);
            item.is_index_uncertain = true;
        }
    }

    /// Returns words for an item.
    fn name(&self, place: usize) -> String {
        match self.list.get(place) {
            Some(Item { id: Some(id), .. }) => format!("the item {:?}", Excerpt::short(id)),
            Some(Item { index: Some(index), .. }) => format!("the item at index {index}"),
            _ => "an item".into(),
        }
    }

    /// Applies an event about an item.
    pub(super) fn apply(
        &mut self,
        kind: Kind,
        action: ItemAction<'_>,
        at: &EventPosition<'_>,
        lost: &mut Lost,
        report: &mut Report<'_>,
    ) {
        let place = self.resolve(kind, at, "/item_id", lost, report);
        let Some(item) = self.list.get_mut(place) else { return };
        if item.is_done {
            if !item.is_late_reported && !item.is_tainted {
                report.fault(Code::EventAfterItemDone, "", "the item is done");
            }
            item.is_late_reported = true;
            return;
        }
        if !kind.fits(&item.type_name) {
            if !item.is_type_reported && !item.is_tainted {
                let text = format!("the item is of type `{}`, the event of `{}`", item.type_name, kind.0);
                report.fault(Code::ItemTypeMismatch, "/type", text);
            }
            item.is_type_reported = true;
            // The event may be meant for another item.
            item.taint();
            return;
        }
        match action {
            ItemAction::PartAdded(place, part) => {
                if let Some(part) = part {
                    parts::check_type(part, report);
                }
                parts::add(item, place, part, lost, report);
            }
            ItemAction::PartDone(place, part) => parts::close(item, place, part, lost, report),
            ItemAction::Delta(place, kind, piece) => deltas::delta(item, place, kind, piece, lost, report),
            ItemAction::TextDone(place, kind, text) => deltas::done(item, place, kind, text, lost, report),
            ItemAction::AnnotationAdded(place, index, annotation) => {
                parts::annotate(item, place, index, annotation, lost, report);
            }
            ItemAction::PartialImage(image) => {
                check_call(item, CallStatus::Running, report);
                images::partial(item, image, lost, report);
            }
            ItemAction::Status(status) => check_call(item, status, report),
            ItemAction::Nothing => {}
        }
    }

    /// Returns the place of the item that an event is about. Reports an id or index that is not that of its item.
    fn resolve(
        &mut self,
        kind: Kind,
        at: &EventPosition<'_>,
        id_pointer: &str,
        lost: &mut Lost,
        report: &mut Report<'_>,
    ) -> usize {
        let id = at.item_id.as_deref();
        let by_id = id.and_then(|id| self.place_of_id(id));
        let by_index = at.output_index.and_then(|index| self.by_index.get(&index).copied());
        let is_open = |place: usize| self.list.get(place).is_some_and(|item| !item.is_done);
        let fits = |place: usize| self.list.get(place).is_some_and(|item| kind.fits(&item.type_name));
        match (by_id, by_index) {
            (Some(one), Some(other)) if one == other => one,
            (Some(one), Some(other)) => {
                let is_id_right = if fits(one) == fits(other) { is_open(one) || !is_open(other) } else { fits(one) };
                if fits(one) && fits(other) && is_open(one) && is_open(other) {
                    // The event may be meant for either.
                    for place in [one, other] {
                        self.list.get_mut(place).into_iter().for_each(Item::taint);
                    }
                }
                if is_id_right {
                    self.report_index(one, at.output_index, report);
                    one
                } else {
                    self.report_id(other, id, id_pointer, report);
                    other
                }
            }
            (Some(one), None) => {
                if at.output_index.is_some() {
                    self.report_index(one, at.output_index, report);
                }
                one
            }
            // The item at this index is done, or another one: the event is about one that was not added.
            (None, Some(other)) if id.is_some() && !(is_open(other) && fits(other)) && !self.is_id_open(other) => {
                self.report_not_added(id, None, kind, id_pointer, lost, report)
            }
            (None, Some(other)) => {
                self.report_id(other, id, id_pointer, report);
                other
            }
            (None, None) => {
                let open_item = || self.open.iter().rev().copied().take(MAX_SEARCHED).find(|place| fits(*place));
                let has_no_id = |place: &usize| id.is_none() || self.is_nameless(*place);
                if let Some(place) = open_item().filter(has_no_id) {
                    self.report_id(place, id, id_pointer, report);
                    self.report_index(place, at.output_index, report);
                    return place;
                }
                self.report_not_added(id, at.output_index, kind, id_pointer, lost, report)
            }
        }
    }

    /// Returns `true` if an item was added without an id and without an index.
    fn is_nameless(&self, place: usize) -> bool {
        self.list.get(place).is_some_and(|item| item.is_added && item.id.is_none() && item.index.is_none())
    }

    /// Returns `true` if the id of an item is not known for sure.
    fn is_id_open(&self, place: usize) -> bool {
        self.list.get(place).is_some_and(|item| item.id.is_none() || item.is_id_uncertain)
    }

    fn report_not_added(
        &mut self,
        id: Option<&str>,
        index: Option<Number>,
        kind: Kind,
        id_pointer: &str,
        lost: &mut Lost,
        report: &mut Report<'_>,
    ) -> usize {
        if !self.is_hole(report.at.output_index) && !lost.explains_no_start() {
            let (pointer, text) = match (id, index) {
                (Some(id), _) => (id_pointer, format!("no event added the item {:?}", Excerpt::short(id))),
                (None, Some(index)) => ("/output_index", format!("no event added an item at {index}")),
                (None, None) => ("", "no event added an item for it".into()),
            };
            report.fault(Code::ItemNotAdded, pointer, text);
        }
        let item = Item { id: id.map(Box::from), index, type_name: kind.0.into(), is_tainted: true, ..Item::default() };
        self.insert(item)
    }

    fn report_index(&mut self, place: usize, found: Option<Number>, report: &mut Report<'_>) {
        let Some(found) = found else { return };
        let is_free = !self.by_index.contains_key(&found);
        let Some(item) = self.list.get_mut(place) else { return };
        if (item.index.is_none() || item.is_index_uncertain) && is_free {
            return self.adopt_index(place, found);
        }
        let is_reported = item.reported_index.replace(found) == Some(found);
        if is_reported || item.is_index_uncertain {
            return;
        }
        let text = match item.index {
            Some(index) => format!("this is {found}, the item has {index}"),
            None => format!("this is {found}, which is the index of another item"),
        };
        report.fault(Code::OutputIndexChanged, "/output_index", text);
    }

    fn report_id(&mut self, place: usize, found: Option<&str>, pointer: &str, report: &mut Report<'_>) {
        let Some(found) = found else { return };
        let is_free = !self.by_id.contains_key(found);
        let Some(item) = self.list.get_mut(place) else { return };
        if item.id.is_none() && is_free {
            return self.adopt_id(place, found);
        }
        if !item.is_id_uncertain {
            let [found, expected] = [found, item.id.as_deref().unwrap_or_default()].map(Excerpt::short);
            let text = format!("this is {found:?}, the item has {expected:?}");
            item.is_id_uncertain = true;
            report.fault(Code::ItemIdMismatch, pointer, text);
        }
    }

    /// Applies an event that closes an item.
    pub(super) fn close(
        &mut self,
        done: Option<&OutputItem>,
        at: &EventPosition<'_>,
        lost: &mut Lost,
        report: &mut Report<'_>,
    ) {
        let id = done.and_then(OutputItem::id);
        let at = EventPosition { item_id: id.or_else(|| at.item_id.clone()), ..at.clone() };
        let place = self.resolve(Kind(""), &at, "/item/id", lost, report);
        let Some(item) = self.list.get_mut(place) else { return };
        if item.is_done {
            if !item.is_late_reported {
                report.fault(Code::ItemDoneTwice, "", "the item was done before");
            }
            item.is_late_reported = true;
            return;
        }
        item.is_done = true;
        self.open.remove(&place);
        if let Some(done) = done {
            check_done(item, done, lost, report);
            if item.type_name.is_empty() {
                item.type_name = done.part_type().into();
            }
            item.digest = Some(digest::of_item(done));
            if report.has_fault_at("/item") {
                item.taint();
            }
        } else {
            item.taint();
        }
        item.texts = BTreeMap::new();
    }

    /// Reports the items that are open when their response is completed.
    pub(super) fn check_all_done(&mut self, lost: &mut Lost, report: &mut Report<'_>) {
        for place in core::mem::take(&mut self.open) {
            if !lost.explains_no_start() {
                report.fault(Code::ItemNotDone, "", format!("{} is not done", self.name(place)));
                if let Some(item) = self.list.get_mut(place) {
                    item.is_late_reported = true;
                }
            }
        }
    }

    /// Returns `true` if an event comes late that closes an item, and its absence was reported.
    pub(super) fn is_late_close(&self, done: Option<&OutputItem>, at: &EventPosition<'_>) -> bool {
        let place = done.and_then(OutputItem::id).and_then(|id| self.place_of_id(&id));
        let place = place.or_else(|| self.by_index.get(&at.output_index?).copied());
        place.and_then(|place| self.list.get(place)).is_some_and(|item| item.is_late_reported && !item.is_done)
    }
}

/// Checks the item of an event that adds it.
fn check_added(item: &OutputItem, report: &mut Report<'_>) {
    check_type(item, report);
    if let Some(status) = item.status().filter(ItemStatus::is_final) {
        let text = format!("the status of a new item is `{}`", status.as_str());
        report.fault_once(Code::AddedWithFinalStatus, "/item/status", text);
    }
}

/// Notes the types of objects in an item that no source knows.
fn check_type(item: &OutputItem, report: &mut Report<'_>) {
    if let OutputItem::Unknown(item) = item {
        parts::unknown(item.event_type(), "/item/type", report);
    }
}

/// Checks the item of an event that closes it.
fn check_done(item: &mut Item, done: &OutputItem, lost: &mut Lost, report: &mut Report<'_>) {
    check_type(done, report);
    let done_type = done.part_type();
    if !item.type_name.is_empty() && *item.type_name != *done_type {
        if !item.is_type_reported {
            let text = format!("the item was added as `{}` and is done as `{done_type}`", item.type_name);
            report.fault(Code::ItemTypeChanged, "/item/type", text);
        }
        item.taint();
        return;
    }
    let status = done.status();
    // The parts of an item that is cut off may be open.
    if status == Some(ItemStatus::Incomplete) {
        item.texts.values_mut().filter(|text| !text.is_part_done).for_each(super::item::Text::taint);
    } else if parts::close_all(item, lost, report) {
        // The missing event may come late.
        item.is_late_reported = true;
    }
    deltas::compare(item, done, lost, report);
    check_final_status(item, status.as_ref(), report);
    if let OutputItem::ImageGenerationCall(call) = done {
        images::complete(call, report);
    }
    let arguments = match done {
        OutputItem::FunctionCall(call) => call.arguments.as_deref(),
        OutputItem::McpCall(call) => call.arguments.as_deref(),
        _ => None,
    };
    let is_json = |text: &str| crate::json::Reader::check(text).is_ok();
    let is_incomplete = status == Some(ItemStatus::Incomplete);
    if arguments.is_some_and(|arguments| !arguments.is_empty() && !is_incomplete && !is_json(arguments)) {
        report.fault(Code::InvalidArguments, "/item/arguments", "the arguments are not JSON");
    }
}

fn check_final_status(item: &mut Item, status: Option<&ItemStatus>, report: &mut Report<'_>) {
    let Some(status) = status else { return };
    let text = status.as_str();
    let (code, message) = match (status, item.call) {
        (ItemStatus::Unknown(_), _) => return,
        (status, _) if !status.is_final() => {
            (Code::DoneWithOpenStatus, format!("the status of a done item is `{text}`"))
        }
        (ItemStatus::Completed, Some(CallStatus::Failed)) => {
            (Code::CallStatusMismatch, format!("the call failed, its status is `{text}`"))
        }
        (ItemStatus::Failed | ItemStatus::Incomplete, Some(CallStatus::Completed)) => {
            (Code::CallStatusMismatch, format!("the call was completed, its status is `{text}`"))
        }
        _ => return,
    };
    report.fault(code, "/item/status", message);
    // The response has the same.
    item.taint();
}

/// Checks that the status of a call goes on.
fn check_call(item: &mut Item, status: CallStatus, report: &mut Report<'_>) {
    let last = item.call.replace(status);
    let Some(last) = last.filter(|last| last.rank() > status.rank() || last.rank() == 2) else { return };
    if !item.is_tainted {
        let verb = if last == status { "again" } else { "after its end" };
        let text = if last.rank() == 2 {
            format!("the call changes {verb}")
        } else {
            "the status of the call goes back".into()
        };
        report.fault(Code::CallStatusBackwards, "/type", text);
    }
    item.call = Some(last);
}
