//! The responses of every lane: what their events put together, as rows of the table.

use std::collections::{BTreeMap, BTreeSet};
use std::{mem, ptr};

use response_event::events::StreamEvent;
use response_event::payload::{ItemStatus, OutputItem, Response};
use response_event::{DecodeError, EventFamily as _, Number, PartFamily as _, Snapshot, Snapshots};

use super::album::{Album, Owner, Pictures};
use super::content;
use super::layout::{Layout, Row};
use super::outcome;
use super::screen::Lines;
use crate::screen_text;

/// The most columns of the line below the rows, which is longer than others.
const MAX_END: usize = 400;

/// The responses as they are now.
pub(crate) struct Responses {
    snapshots: Snapshots,
    lanes: BTreeMap<Option<String>, Lane>,
    album: Album,
}

/// The state of a lane that its snapshot does not hold.
#[derive(Default)]
struct Lane {
    /// The number of responses before this one.
    previous: u64,
    /// The indexes of the items.
    indexes: BTreeSet<Number>,
    pictures: Pictures,
}

/// The effect of an event.
#[derive(Default)]
pub(crate) struct Effect {
    /// The response that came before on the lane, if the event begins another.
    pub(crate) previous: Option<Previous>,
    /// The index of the item that is finished.
    pub(crate) finished: Option<Number>,
    pub(crate) problems: Vec<String>,
}

/// A response that another one followed.
pub(crate) struct Previous {
    stream_id: Option<String>,
    lane: Lane,
    snapshot: Snapshot,
}

impl Responses {
    pub(crate) fn new(album: Album) -> Self {
        Self { snapshots: Snapshots::new(), lanes: BTreeMap::new(), album }
    }

    /// Applies an event.
    pub(crate) fn apply(&mut self, event: &StreamEvent) -> Effect {
        let at = event.event_position();
        let stream_id = at.stream_id.as_deref();
        let previous = self.snapshots.apply(event);
        let mut effect = self.follow(stream_id, at.output_index, previous);
        if let (StreamEvent::OutputItemDone(_), Some(index)) = (event, at.output_index) {
            effect.finished = Some(index);
        }
        self.look_at_pictures(stream_id, event, &mut effect.problems);
        effect
    }

    /// Applies what is left of an event that failed to decode.
    pub(crate) fn apply_error(&mut self, error: &DecodeError, json: &[u8]) -> Effect {
        let previous = self.snapshots.apply_error(error, json);
        self.follow(error.stream_id(), error.output_index(), previous)
    }

    /// Records the index of the event's item, and begins with another response if there is a previous one.
    fn follow(&mut self, stream_id: Option<&str>, index: Option<Number>, previous: Option<Snapshot>) -> Effect {
        let mut effect = Effect::default();
        let Some(snapshot) = self.snapshots.get(stream_id) else { return effect };
        let lane = self.lanes.entry(stream_id.map(str::to_owned)).or_default();
        if let Some(snapshot) = previous {
            let next = Lane { previous: lane.previous + 1, ..Lane::default() };
            let lane = mem::replace(lane, next);
            effect.previous = Some(Previous { stream_id: stream_id.map(str::to_owned), lane, snapshot });
        }
        // An item whose parts are out of order is expensive to read.
        let is_new = |index: &Number| !lane.indexes.contains(index) && snapshot.item(*index).is_some();
        if let Some(index) = index.filter(is_new) {
            lane.indexes.insert(index);
        }
        effect
    }

    /// Decodes the pictures that an event brings.
    fn look_at_pictures(&mut self, stream_id: Option<&str>, event: &StreamEvent, problems: &mut Vec<String>) {
        let Some(lane) = self.lanes.get_mut(&stream_id.map(str::to_owned)) else { return };
        let response = lane.previous + 1;
        let owner = |index| Owner { stream_id, response, index };
        if let StreamEvent::ImageGenCallPartialImage(event) = event {
            let decoded = event.decode_image();
            problems.extend(lane.pictures.add_partial(&self.album, &owner(event.output_index), decoded).err());
        }
        let items = event.response().map(Response::items).unwrap_or_default();
        let items = (0_usize..).map(Number::from).zip(items);
        let item = matches!(event, StreamEvent::OutputItemDone(_)).then(|| event.output_index().zip(event.item()));
        for (index, item) in items.chain(item.flatten()) {
            if let OutputItem::ImageGenerationCall(call) = item {
                problems.extend(lane.pictures.complete(&self.album, &owner(index), call).err());
            }
        }
    }

    /// Returns `true` if a response has a lane.
    fn has_lanes(&self) -> bool {
        self.lanes.keys().any(Option::is_some)
    }

    /// Returns `true` if there is a response that has not ended.
    pub(crate) fn is_any_unfinished(&self) -> bool {
        self.snapshots.iter().any(|(_, snapshot)| !snapshot.is_done())
    }

    /// Returns the header and the line of one item, for a table whose other rows are not known.
    pub(crate) fn line(&self, stream_id: Option<&str>, index: Number, width: usize) -> Option<(String, String)> {
        let snapshot = self.snapshots.get(stream_id)?;
        let lane = self.lanes.get(&stream_id.map(str::to_owned))?;
        let row = Entry { stream_id, lane, snapshot, index: Some(index), item: snapshot.item(index)? }.row(true);
        let layout = Layout::fixed(width, self.has_lanes());
        Some((layout.header(), layout.line(&row)))
    }

    /// Returns the last rows of all responses as they are now, and their ends.
    pub(crate) fn growing_table(&self, width: usize, most: usize) -> Lines {
        let items = self.items();
        let rows: Vec<_> = items[items.len().saturating_sub(most)..].iter().map(|item| item.row(false)).collect();
        self.lines(&rows, self.ends(false, most), width, true)
    }

    /// Returns the table of all responses at the end of the input.
    pub(crate) fn table(&self, width: usize, is_fitted: bool) -> Lines {
        let rows: Vec<_> = self.items().iter().map(|item| item.row(true)).collect();
        self.lines(&rows, self.ends(true, usize::MAX), width, is_fitted)
    }

    /// Returns the table of a response that another one followed.
    pub(crate) fn table_of(&self, previous: &Previous, width: usize, is_fitted: bool) -> Lines {
        let Previous { stream_id, lane, snapshot } = previous;
        let rows: Vec<_> = items(stream_id.as_deref(), lane, snapshot).map(|item| item.row(true)).collect();
        let end = end(stream_id.as_deref(), snapshot, true);
        self.lines(&rows, vec![end], width, is_fitted)
    }

    fn lines(&self, rows: &[Row<'_>], ends: Vec<String>, width: usize, is_fitted: bool) -> Lines {
        let has_lanes = self.has_lanes();
        let layout = if is_fitted { Layout::fitted(width, has_lanes, rows) } else { Layout::fixed(width, has_lanes) };
        Lines { header: layout.header(), rows: rows.iter().map(|row| layout.line(row)).collect(), ends }
    }

    fn items(&self) -> Vec<Entry<'_>> {
        let mut all = Vec::new();
        for (stream_id, snapshot) in self.snapshots.iter() {
            if let Some(lane) = self.lanes.get(&stream_id.map(str::to_owned)) {
                all.extend(items(stream_id, lane, snapshot));
            }
        }
        all
    }

    /// Returns the lines of the last responses.
    fn ends(&self, is_over: bool, most: usize) -> Vec<String> {
        let skipped = self.snapshots.iter().count().saturating_sub(most);
        let last = self.snapshots.iter().skip(skipped);
        last.map(|(stream_id, snapshot)| end(stream_id, snapshot, is_over)).collect()
    }
}

/// An output item, and what there is about it.
struct Entry<'a> {
    stream_id: Option<&'a str>,
    lane: &'a Lane,
    snapshot: &'a Snapshot,
    index: Option<Number>,
    item: &'a OutputItem,
}

/// Returns the items of one response with their indexes.
fn items<'a>(stream_id: Option<&'a str>, lane: &'a Lane, snapshot: &'a Snapshot) -> impl Iterator<Item = Entry<'a>> {
    let has_own_output = snapshot.response().is_some_and(|response| !response.items().is_empty());
    let mut indexes = lane.indexes.iter().copied().peekable();
    snapshot.output().enumerate().map(move |(position, item)| {
        let index = if has_own_output {
            Some(position.into())
        } else {
            indexes.next_if(|index| snapshot.item(*index).is_some_and(|found| ptr::eq(found, item)))
        };
        Entry { stream_id, lane, snapshot, index, item }
    })
}

impl<'a> Entry<'a> {
    /// Returns the row of the item, which grows no more if the input `is_over`.
    fn row(&self, is_over: bool) -> Row<'a> {
        let status = self.index.and_then(|index| self.snapshot.status(index)).or_else(|| self.item.status());
        let is_final = matches!(status, Some(ItemStatus::Completed | ItemStatus::Incomplete | ItemStatus::Failed));
        let is_growing = !is_over && !is_final && !self.snapshot.is_done();
        let mut pieces: Vec<_> = self.lane.pictures.piece(self.index).into_iter().collect();
        pieces.extend(content::pieces(self.item, is_growing));
        Row {
            stream_id: self.stream_id,
            index: self.index.map_or_else(|| "-".to_owned(), |index| index.to_string()),
            item_type: self.item.part_type().to_owned(),
            status: status.map_or_else(|| "-".to_owned(), |status| status.as_str().to_owned()),
            pieces,
            is_growing,
        }
    }
}

/// Returns the line below the rows of a response.
fn end(stream_id: Option<&str>, snapshot: &Snapshot, is_over: bool) -> String {
    let lane = stream_id.map_or_else(String::new, |lane| format!("lane {lane}, "));
    screen_text::start((lane + &outcome::describe(snapshot, is_over)).chars(), MAX_END)
}
