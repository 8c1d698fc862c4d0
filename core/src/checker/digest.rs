//! Digests: what is remembered of texts that are too long to keep.

use core::hash::{Hash as _, Hasher};

use super::contents::contents;
use crate::PartFamily as _;
use crate::payload::OutputItem;

/// FNV-1a. An accident does not make two texts equal; who wants to fool their own checker may.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

/// Returns the digest of a text.
pub(super) fn of_text(text: &str) -> u64 {
    let mut hasher = Fnv::default();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Returns the digest of what an item holds and does not change once it is done.
pub(super) fn of_item(item: &OutputItem) -> u64 {
    let mut hasher = Fnv::default();
    item.part_type().hash(&mut hasher);
    item.call_id().hash(&mut hasher);
    match item {
        OutputItem::FunctionCall(call) => call.name.hash(&mut hasher),
        OutputItem::CustomToolCall(call) => call.name.hash(&mut hasher),
        OutputItem::ImageGenerationCall(call) => call.result.hash(&mut hasher),
        _ => {}
    }
    for content in contents(item) {
        (content.list, content.index, content.text).hash(&mut hasher);
    }
    hasher.finish()
}
