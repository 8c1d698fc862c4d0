//! The types of a family that holds other families.

/// The types of a family that holds other families, put together at compile time.
pub struct TypeList {
    types: [&'static str; Self::MOST],
    len: usize,
}

impl TypeList {
    const MOST: usize = 1024;

    /// One list after the other.
    ///
    /// # Panics
    ///
    /// At compile time, with more than 1,024 types.
    pub const fn concat(lists: &[&'static [&'static str]]) -> Self {
        let mut all = Self { types: [""; Self::MOST], len: 0 };
        let mut list = 0;
        while list < lists.len() {
            let mut i = 0;
            while i < lists[list].len() {
                assert!(all.len < Self::MOST, "a family with nested families has at most 1,024 types");
                all.types[all.len] = lists[list][i];
                all.len += 1;
                i += 1;
            }
            list += 1;
        }
        all
    }

    /// The types, in order.
    pub const fn as_slice(&self) -> &[&'static str] {
        self.types.split_at(self.len).0
    }
}
