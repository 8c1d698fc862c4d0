//! Rules on lanes: each event has the `stream_id` of its response.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;

use super::action::Action;
use super::code::Code;
use super::lane::Lane;
use super::report::Report;
use crate::EventPosition;
use crate::events::StreamEvent;
use crate::payload::OutputItem;
use crate::text::Excerpt;

/// Lanes that are searched for the owner of an event at most. Servers allow fewer.
const MAX_SEARCHED: usize = 64;

/// The lanes of a connection, by their `stream_id`.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    /// The events without a `stream_id`.
    unnamed: Slot,
    named: BTreeMap<Box<str>, Slot>,
    /// An event could not be read that may have begun a lane.
    is_any_unread: bool,
    /// The number of events that may be of any lane.
    unread: u64,
    /// The last number before a stream that is resumed.
    resumed_after: Option<u64>,
}

/// A lane, and how many of the events that may be of any lane it knows of. It is told of the others when it is needed, so that
/// many lanes do not make such an event costly.
#[derive(Clone, Debug, Default)]
struct Slot {
    lane: Lane,
    told: u64,
}

impl Slot {
    /// Returns the lane after it was told of the events that could not be read.
    fn settled(&mut self, unread: u64) -> &mut Lane {
        self.lane.lose_unread(unread - core::mem::replace(&mut self.told, unread));
        &mut self.lane
    }
}

/// The lane that an event belongs to.
pub(super) enum Owner {
    /// The lane with this `stream_id`, or that of the events without one.
    Lane(Option<Box<str>>),
    /// One of the lanes.
    Unknown,
}

impl Lanes {
    /// Creates the lanes of a stream that is resumed after an event.
    pub(super) fn resumed_after(number: u64) -> Self {
        let unnamed = Slot { lane: Lane::resumed_after(number), told: 0 };
        Self { unnamed, resumed_after: Some(number), ..Self::default() }
    }

    fn iter(&self) -> impl Iterator<Item = (Option<&str>, &Lane)> {
        let named = self.named.iter().map(|(stream_id, slot)| (Some(&**stream_id), &slot.lane));
        core::iter::once((None, &self.unnamed.lane)).chain(named)
    }

    /// Returns `true` if there is an event of a response.
    pub(super) fn has_begun(&self) -> bool {
        self.iter().any(|(_, lane)| lane.has_begun())
    }

    /// Checks every lane at the end of its stream.
    pub(super) fn finish(&mut self, report: &mut Report<'_>) {
        for slot in core::iter::once(&mut self.unnamed).chain(self.named.values_mut()) {
            slot.settled(self.unread).finish(report);
        }
    }

    /// Returns a lane, which begins if there is none.
    pub(super) fn lane(&mut self, stream_id: Option<&str>) -> &mut Lane {
        let Some(stream_id) = stream_id else { return self.unnamed.settled(self.unread) };
        let slot = self.named.entry(stream_id.into()).or_insert_with(|| {
            let mut lane = self.resumed_after.map_or_else(Lane::default, Lane::resumed_after);
            // One of them may have begun it.
            lane.lose_unread(u64::from(self.is_any_unread));
            Slot { lane, told: self.unread }
        });
        slot.settled(self.unread)
    }

    /// Returns the lane of an event that cannot be decoded, if it is known.
    pub(super) fn lane_of_unread(&mut self, stream_id: Option<&str>) -> Option<&mut Lane> {
        self.is_any_unread |= stream_id.is_none();
        (stream_id.is_some() || self.named.is_empty()).then(|| self.lane(stream_id))
    }

    /// Records that the lane of an event cannot be read.
    pub(super) fn doubt(&mut self) {
        self.is_any_unread = true;
    }

    /// Records an event that may be one of any lane.
    pub(super) fn lose_unread(&mut self) {
        self.is_any_unread = true;
        self.unread = self.unread.saturating_add(1);
    }

    /// Returns the lane that an event belongs to. Reports a `stream_id` that is not that of its lane.
    pub(super) fn owner(&mut self, event: &StreamEvent, at: &EventPosition<'_>, report: &mut Report<'_>) -> Owner {
        let own = at.stream_id.as_deref();
        let as_it_says = Owner::Lane(own.map(Box::from));
        let is_of_connection = matches!(Action::of(event), Action::Connection);
        if self.named.is_empty() || is_of_connection || matches!(event, StreamEvent::ResponseCreated(_)) {
            return as_it_says;
        }
        let item_id = event.item().and_then(OutputItem::id);
        let response_id = event.response().and_then(|response| response.id.as_deref());
        let id = at.item_id.as_deref().or(item_id.as_deref()).or(response_id);
        let knows = |lane: &Lane| id.is_some_and(|id| lane.knows(id));
        let is_new = matches!(event, StreamEvent::OutputItemAdded(_));
        let is_own = match own {
            None => self.unnamed.lane.has_begun(),
            Some(own) => self.named.get(own).is_some_and(|slot| knows(&slot.lane) || (is_new && slot.lane.has_begun())),
        };
        if is_own {
            return as_it_says;
        }
        let other = self.iter().take(MAX_SEARCHED).find(|(_, lane)| knows(lane));
        let other = other.map(|(stream_id, lane)| (stream_id.map(Box::<str>::from), lane.is_established()));
        let (owner, text) = match other {
            Some((Some(other), true)) => {
                let id = Excerpt::short(id.unwrap_or_default());
                let text = format!("{id:?} is of the lane {:?}", Excerpt::short(&other));
                (Owner::Lane(Some(other)), text)
            }
            // The event that began the other lane is one of this lane. That was reported.
            Some((other, false)) => {
                self.lane(other.as_deref()).stray();
                self.lane(own).lose_unread(1);
                return as_it_says;
            }
            _ if own.is_some() => return as_it_says,
            _ => (Owner::Unknown, "the responses of the connection have one".into()),
        };
        let code = if own.is_some() { Code::EventOfOtherLane } else { Code::MissingStreamId };
        report.fault(code, "/stream_id", text);
        owner
    }
}
