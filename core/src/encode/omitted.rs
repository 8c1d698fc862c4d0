//! `Omitted`: the members of an event that are `None` and might be left out.

/// The members, by their place in the list of names, as far as there are bits.
#[derive(Clone, Copy, Default)]
pub(super) struct Omitted {
    places: u128,
    /// The place after the last of them: members come in the order of the list.
    next: usize,
}

impl Omitted {
    pub(super) fn insert(&mut self, members: &[&str], name: &str) {
        let rest = members.get(self.next..).unwrap_or_default();
        if let Some(place) = rest.iter().position(|member| *member == name) {
            self.places |= bit(self.next + place);
            self.next += place + 1;
        }
    }

    pub(super) fn contains(self, place: usize) -> bool {
        self.places & bit(place) != 0
    }
}

fn bit(place: usize) -> u128 {
    u32::try_from(place).ok().and_then(|place| 1_u128.checked_shl(place)).unwrap_or_default()
}
