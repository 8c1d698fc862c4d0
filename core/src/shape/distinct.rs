//! The checks of a family at compile time: no two variants read one tag, and an event that may lack its `type` has the
//! field by which it is known.

use super::{Shape, Tags, WithoutType};

impl Shape {
    /// Refuses, at compile time, a variant of a family that reads a tag which an earlier one reads. `names` are the variants.
    ///
    /// # Panics
    ///
    /// If the variant at `index` does.
    #[track_caller]
    pub const fn assert_new_tags(&self, names: &[&str], index: usize) {
        let Tags::Family { variants, .. } = &self.tags else { return };
        let shapes = variants.shapes();
        let mut earlier = 0;
        while earlier < index {
            if let Some(tag) = shared_tag(shapes[earlier], shapes[index]) {
                panic_two_variants(tag, names[earlier], names[index]);
            }
            earlier += 1;
        }
    }
}

impl Shape {
    /// Refuses, at compile time, a family whose event without `type` has no field of the name in `without_type`.
    ///
    /// # Panics
    ///
    /// If it has none.
    #[track_caller]
    pub const fn assert_field_without_type(&self) {
        let Tags::Family { variants, without_type: Some(WithoutType { variant, field }), .. } = &self.tags else {
            return;
        };
        let names = variants.shapes()[*variant].names.as_slice();
        let mut index = 1;
        while index < names.len() {
            if str_eq(names[index], field) {
                return;
            }
            index += 1;
        }
        // A stub for an item with errors has no names.
        assert!(names.is_empty(), "the event has no field of the name in `without_type`; name one that it has");
    }
}

const fn shared_tag(one: &Shape, other: &Shape) -> Option<&'static str> {
    match (&one.tags, &other.tags) {
        (Tags::Event(tags), Tags::Event(others)) => {
            let mut i = 0;
            while i < tags.len() {
                let mut j = 0;
                while j < others.len() {
                    if str_eq(tags[i], others[j]) {
                        return Some(tags[i]);
                    }
                    j += 1;
                }
                i += 1;
            }
            None
        }
        (Tags::Family { variants, .. }, _) => {
            let mut i = 0;
            while i < variants.shapes().len() {
                if let Some(tag) = shared_tag(variants.shapes()[i], other) {
                    return Some(tag);
                }
                i += 1;
            }
            None
        }
        (Tags::Event(_), Tags::Family { .. }) => shared_tag(other, one),
        (Tags::Untagged, _) | (_, Tags::Untagged) => None,
    }
}

/// Sixteen bytes at a time, from the end: tags of one family often begin alike, and the compiler counts the steps that a
/// constant takes.
const fn str_eq(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    while let (Some((one_rest, one_end)), Some((other_rest, other_end))) =
        (one.split_last_chunk::<16>(), other.split_last_chunk::<16>())
    {
        if u128::from_ne_bytes(*one_end) != u128::from_ne_bytes(*other_end) {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    let mut i = 0;
    while i < one.len() {
        if one[i] != other[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// `panic!` in a constant prints one string, so the message is put together by hand.
#[track_caller]
const fn panic_two_variants(tag: &str, earlier: &str, variant: &str) -> ! {
    let mut text = Text { bytes: [0; 512], len: 0 };
    text.push("the variants `");
    text.push(earlier);
    text.push("` and `");
    text.push(variant);
    text.push("` both have the type `");
    text.push(tag);
    text.push("`; remove one of them, or give one event another `#[event(type = \"…\")]`");
    panic!("{}", text.as_str());
}

struct Text {
    bytes: [u8; 512],
    len: usize,
}

impl Text {
    const fn push(&mut self, part: &str) {
        let part = part.as_bytes();
        let mut i = 0;
        while i < part.len() && self.len < self.bytes.len() {
            self.bytes[self.len] = part[i];
            self.len += 1;
            i += 1;
        }
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            // Only a tag of hundreds of bytes can be cut in the middle of a character.
            Err(_) => "two variants have one type; remove one of them",
        }
    }
}
