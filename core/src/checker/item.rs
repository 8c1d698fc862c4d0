//! The state of an output item and its texts.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;

use super::action::{CallStatus, List};
use crate::Number;

/// Texts that are searched for one that is open, at most.
const MAX_SEARCHED: usize = 16;

/// An output item, as far as its events have told. A done item keeps no texts.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub(super) struct Item {
    pub(super) id: Option<Box<str>>,
    pub(super) index: Option<Number>,
    /// Empty if it is unknown.
    pub(super) type_name: Box<str>,
    /// An event added it. Otherwise it was made because an event is about it.
    pub(super) is_added: bool,
    pub(super) is_done: bool,
    /// A fault was reported, or an event lost, that changes what its texts add up to.
    pub(super) is_tainted: bool,
    /// Its id was reported to be wrong, so another one may be right.
    pub(super) is_id_uncertain: bool,
    /// Its index was reported to be wrong, so another one may be right.
    pub(super) is_index_uncertain: bool,
    /// The wrong index that was reported last.
    pub(super) reported_index: Option<Number>,
    /// It was reported that an event changes it, or closes it, too late.
    pub(super) is_late_reported: bool,
    /// An event was about an item of another type.
    pub(super) is_type_reported: bool,
    pub(super) call: Option<CallStatus>,
    /// The index of the next partial image; absent if it is not known.
    pub(super) next_image: Option<u64>,
    pub(super) texts: BTreeMap<(List, Number), Text>,
    /// The number of texts in each list.
    pub(super) lens: BTreeMap<List, usize>,
    /// Digest of what the item held when it was done.
    pub(super) digest: Option<u64>,
}

/// A text of an item, and the part that it is in.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub(super) struct Text {
    /// The type of its part; empty if it is unknown.
    pub(super) part_type: Box<str>,
    pub(super) is_part_added: bool,
    pub(super) is_part_done: bool,
    /// The sum of the deltas, or the done text.
    pub(super) streamed: String,
    pub(super) has_delta: bool,
    pub(super) is_done: bool,
    /// A fault was reported that changes what the deltas add up to.
    pub(super) is_tainted: bool,
    /// The index of the next annotation; absent if it is not known.
    pub(super) annotations: Option<u64>,
}

impl Item {
    /// Records that what its texts add up to is not known any more.
    pub(super) fn taint(&mut self) {
        // A text that is added later is tainted from its start.
        if core::mem::replace(&mut self.is_tainted, true) {
            return;
        }
        for text in self.texts.values_mut() {
            text.taint();
        }
    }

    /// Returns the number of entries in a list.
    pub(super) fn len_of(&self, list: List) -> usize {
        self.lens.get(&list).copied().unwrap_or_default()
    }

    /// Adds a text.
    pub(super) fn insert(&mut self, place: (List, Number), text: Text) {
        if self.texts.insert(place, text).is_none() {
            *self.lens.entry(place.0).or_default() += 1;
        }
    }

    /// Returns the index that an event is about that has none: that of the last text that is open.
    pub(super) fn open_index(&self, list: List) -> Number {
        let [least, greatest] = [f64::MIN, f64::MAX].map(|index| (list, Number::fraction(index)));
        let in_list = || self.texts.range(least..=greatest).rev().take(MAX_SEARCHED);
        let open = in_list().find(|(_, text)| !text.is_part_done && !text.is_done);
        open.or_else(|| in_list().next()).map_or_else(|| Number::from(0_u8), |((_, index), _)| *index)
    }
}

impl Text {
    pub(super) fn taint(&mut self) {
        self.is_tainted = true;
        self.streamed = String::new();
    }
}
