//! Framing: the bytes of an event stream, cut into events as the HTML standard says under "Interpreting an event stream".
//! It knows nothing of JSON.

use alloc::string::String;
use alloc::vec::Vec;
use core::{mem, str};

/// The longest name of a field that means something, in bytes: `event` and `retry`.
const LONGEST_NAME: usize = 5;

/// The longest value of `retry` that is a number, in bytes.
const LONGEST_RETRY: usize = 20;

/// The longest `id` that counts, in bytes. It is kept, and sent in a header.
const LONGEST_ID: usize = 4 * 1024;

/// The byte that an `id` may not have.
const NO_ID: u8 = 0;

const BYTE_ORDER_MARK: [u8; 3] = *b"\xef\xbb\xbf";

/// The capacity that each buffer keeps after an event, in bytes.
const KEPT_CAPACITY: usize = 8 * 1024;

/// The most data that is kept of an event that is too large, in bytes.
const KEPT_OF_OVERSIZED: usize = 1024;

/// Cuts a stream into events. The last event is in its buffers until the next one is asked for.
#[derive(Clone, Debug)]
pub(super) struct Framing {
    pub(super) max_event_size: usize,
    place: Place,
    /// The last line ended with CR: an LF that follows is part of its end.
    is_after_cr: bool,
    /// The start of the field name that the last input ended in.
    name_start: Vec<u8>,
    /// Offset of the next byte, from the start of the stream.
    offset: u64,
    /// The line of the next byte, from 1.
    line: u64,
    /// Offset of the first byte of that line.
    line_start: u64,
    block: Block,
    /// `block` is an event that was returned.
    is_returned: bool,
    last_event_id: String,
    retry: Option<u64>,
    /// Blocks with a name, but without data.
    blocks_without_data: u64,
}

/// The next byte's place in its line.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// In the mark that a stream may start with, after so many of its bytes.
    ByteOrderMark(usize),
    LineStart,
    FieldName,
    /// A space may come that is no part of the value.
    ValueStart(Field),
    Value(Field),
    /// The rest of the line means nothing.
    Ignored,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Data,
    Event,
    Id,
    Retry,
}

/// The lines up to a blank one.
#[derive(Clone, Debug, Default)]
struct Block {
    data: Vec<u8>,
    has_data: bool,
    name: Vec<u8>,
    id: Vec<u8>,
    has_id: bool,
    /// The value of an `id` or `retry` whose line has not ended.
    unfinished: Vec<u8>,
    /// Line and offset of the first line of data.
    start: Option<(u64, u64)>,
    /// It was too large, and returned as that.
    is_oversized: bool,
}

/// The next thing in a stream that the caller must know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Event,
    /// An event that is larger than the limit. Only the start of its data was kept.
    Oversized,
}

/// An event would be larger than the limit.
struct Oversized;

impl Field {
    fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"data" => Some(Self::Data),
            b"event" => Some(Self::Event),
            b"id" => Some(Self::Id),
            b"retry" => Some(Self::Retry),
            _ => None,
        }
    }
}

impl Framing {
    pub(super) fn new(max_event_size: usize) -> Self {
        Self {
            max_event_size,
            place: Place::ByteOrderMark(0),
            is_after_cr: false,
            name_start: Vec::new(),
            offset: 0,
            line: 1,
            line_start: 0,
            block: Block::default(),
            is_returned: false,
            last_event_id: String::new(),
            retry: None,
            blocks_without_data: 0,
        }
    }

    /// Reads on to the next event. Returns `None` once the input is used up.
    pub(super) fn next(&mut self, input: &mut &[u8]) -> Option<Found> {
        if self.is_returned {
            self.clear_event();
        }
        while let Some(&first) = input.first() {
            if mem::take(&mut self.is_after_cr) && first == b'\n' {
                self.take(input, 1);
                continue;
            }
            let found = match self.place {
                Place::ByteOrderMark(read) => {
                    self.read_byte_order_mark(input, read, first);
                    None
                }
                Place::LineStart => {
                    self.line_start = self.offset;
                    self.place = Place::FieldName;
                    None
                }
                Place::FieldName => self.read_field_name(input),
                Place::ValueStart(field) => {
                    if first == b' ' {
                        self.take(input, 1);
                    }
                    self.place = Place::Value(field);
                    None
                }
                Place::Value(field) => self.read_value(input, field),
                Place::Ignored => {
                    let (text, end) = self.take_line(input);
                    debug_assert!(end.is_some() || !text.is_empty(), "input is used up");
                    if let Some(end) = end {
                        self.end_line(end);
                    }
                    None
                }
            };
            if found.is_some() {
                self.is_returned = true;
                return found;
            }
        }
        None
    }

    fn read_byte_order_mark(&mut self, input: &mut &[u8], read: usize, first: u8) {
        self.place = match BYTE_ORDER_MARK.get(read) {
            Some(byte) if *byte == first => {
                self.take(input, 1);
                Place::ByteOrderMark(read + 1)
            }
            // The start of a mark makes a field name of any line that means nothing.
            Some(_) if read > 0 => Place::Ignored,
            _ => Place::LineStart,
        };
    }

    fn read_field_name(&mut self, input: &mut &[u8]) -> Option<Found> {
        let most = LONGEST_NAME + 1 - self.name_start.len();
        let start = input.get(..most).unwrap_or(input);
        let Some(len) = start.iter().position(|byte| matches!(byte, b':' | b'\r' | b'\n')) else {
            if start.len() == most {
                self.name_start.clear();
                self.place = Place::Ignored;
            } else {
                self.name_start.extend_from_slice(start);
                self.take(input, start.len());
            }
            return None;
        };
        let taken = self.take(input, len + 1);
        let (name, end) = taken.split_at(len);
        let (field, is_empty) = if self.name_start.is_empty() {
            (Field::named(name), name.is_empty())
        } else {
            self.name_start.extend_from_slice(name);
            (Field::named(&self.name_start), false)
        };
        self.name_start.clear();
        let is_blank = is_empty && end != b":";
        // The rest of an event that is too large means nothing, but `id` and `retry` are about the connection.
        let field = field.filter(|field| !self.block.is_oversized || matches!(field, Field::Id | Field::Retry));
        let is_oversized = field.is_some_and(|field| self.start_field(field).is_err());
        if let [b':'] = end {
            // A line without a name is a comment.
            self.place = field.filter(|_| !is_oversized).map_or(Place::Ignored, Place::ValueStart);
        } else {
            if let (Some(field), false) = (field, is_oversized) {
                self.end_field(field);
            }
            self.end_line(end.first().copied().unwrap_or_default());
        }
        match (is_oversized, is_blank) {
            (true, _) => Some(Found::Oversized),
            (false, true) => self.end_block(),
            (false, false) => None,
        }
    }

    fn read_value(&mut self, input: &mut &[u8], field: Field) -> Option<Found> {
        let (text, end) = self.take_line(input);
        if self.push(field, text).is_err() {
            match end {
                Some(end) => self.end_line(end),
                None => self.place = Place::Ignored,
            }
            return Some(Found::Oversized);
        }
        if let Some(end) = end {
            self.end_field(field);
            self.end_line(end);
        }
        None
    }

    /// Begins a field, whose line has a name.
    fn start_field(&mut self, field: Field) -> Result<(), Oversized> {
        match field {
            Field::Data if self.block.has_data => return self.push(Field::Data, b"\n"),
            Field::Data => {
                self.block.has_data = true;
                self.block.start = Some((self.line, self.line_start));
            }
            Field::Event => self.block.name.clear(),
            Field::Id | Field::Retry => self.block.unfinished.clear(),
        }
        Ok(())
    }

    /// Appends to the value of a field.
    fn push(&mut self, field: Field, text: &[u8]) -> Result<(), Oversized> {
        let block = &mut self.block;
        if field == Field::Retry {
            if block.unfinished.len() + text.len() > LONGEST_RETRY {
                // No number.
                block.unfinished.clear();
                block.unfinished.push(b'-');
            } else {
                block.unfinished.extend_from_slice(text);
            }
            return Ok(());
        }
        let size = block.data.len() + block.name.len() + block.id.len();
        let room = self.max_event_size.saturating_sub(size);
        let id_len = block.unfinished.len() + text.len();
        let needed = if field == Field::Id { id_len.min(LONGEST_ID) } else { text.len() };
        // An event that is too large keeps ids alone, which have a limit of their own.
        if needed > room && !block.is_oversized {
            match field {
                Field::Data => append(&mut block.data, text.get(..room.min(KEPT_OF_OVERSIZED)).unwrap_or(text)),
                // Half a name is none.
                Field::Event => block.name.clear(),
                Field::Id | Field::Retry => {}
            }
            block.keep_start(self.line, self.line_start);
            return Err(Oversized);
        }
        if field == Field::Id && id_len > LONGEST_ID {
            block.unfinished.clear();
            block.unfinished.push(NO_ID);
            return Ok(());
        }
        let buffer = match field {
            Field::Data => &mut block.data,
            Field::Event => &mut block.name,
            Field::Id | Field::Retry => &mut block.unfinished,
        };
        append(buffer, text);
        Ok(())
    }

    /// Ends a field, whose line has ended.
    fn end_field(&mut self, field: Field) {
        let block = &mut self.block;
        match field {
            Field::Data | Field::Event => {}
            Field::Id => {
                if memchr::memchr(NO_ID, &block.unfinished).is_none() {
                    mem::swap(&mut block.id, &mut block.unfinished);
                    block.has_id = true;
                }
                block.unfinished.clear();
            }
            Field::Retry => {
                let digits = Some(&*block.unfinished).filter(|digits| digits.iter().all(u8::is_ascii_digit));
                let number = digits.and_then(|digits| str::from_utf8(digits).ok()?.parse().ok());
                self.retry = number.or(self.retry);
                block.unfinished.clear();
            }
        }
    }

    fn end_line(&mut self, end: u8) {
        self.is_after_cr = end == b'\r';
        self.line += 1;
        self.place = Place::LineStart;
    }

    /// Ends a block, at a blank line.
    fn end_block(&mut self) -> Option<Found> {
        let block = &self.block;
        if let (true, Ok(id)) = (block.has_id, str::from_utf8(&block.id)) {
            self.last_event_id.clear();
            self.last_event_id.push_str(id);
        }
        if block.is_oversized {
            self.clear_event();
            return None;
        }
        if block.has_data {
            return Some(Found::Event);
        }
        self.blocks_without_data += u64::from(!block.name.is_empty());
        self.clear_event();
        None
    }

    /// Takes the rest of the line, as far as it is there. Returns it and the byte that ends it.
    fn take_line<'a>(&mut self, input: &mut &'a [u8]) -> (&'a [u8], Option<u8>) {
        match memchr::memchr2(b'\r', b'\n', input) {
            Some(len) => {
                let (text, end) = self.take(input, len + 1).split_at(len);
                (text, end.first().copied())
            }
            None => (self.take(input, input.len()), None),
        }
    }

    fn take<'a>(&mut self, input: &mut &'a [u8], len: usize) -> &'a [u8] {
        let (taken, rest) = input.split_at(len);
        *input = rest;
        self.offset += taken.len() as u64;
        taken
    }

    /// Clears the event that was returned, and frees what it needed.
    pub(super) fn clear_event(&mut self) {
        // The rest of an event that is too large follows. Its `id` counts from the blank line on.
        let is_oversized = self.block.is_oversized && mem::take(&mut self.is_returned);
        self.is_returned = false;
        let id = (is_oversized && self.block.has_id).then(|| mem::take(&mut self.block.id));
        self.block.clear();
        self.block.is_oversized = is_oversized;
        if let Some(id) = id {
            (self.block.id, self.block.has_id) = (id, true);
        }
    }

    /// Prepares for another connection: its bytes follow on none.
    pub(super) fn reconnect(&mut self) {
        let (id, retry) = (mem::take(&mut self.last_event_id), self.retry);
        *self = Self { last_event_id: id, retry, ..Self::new(self.max_event_size) };
    }

    /// Returns `true` if the stream has begun an event that it has not ended.
    pub(super) fn is_inside_event(&self) -> bool {
        let is_inside_line = match self.place {
            Place::FieldName => !self.name_start.is_empty(),
            Place::ValueStart(field) | Place::Value(field) => field != Field::Retry,
            Place::ByteOrderMark(_) | Place::LineStart | Place::Ignored => false,
        };
        let block = &self.block;
        !self.is_returned
            && !block.is_oversized
            && (is_inside_line || block.has_data || block.has_id || !block.name.is_empty())
    }

    /// Drops the name if the stream ended in the middle of it.
    pub(super) fn drop_unfinished_name(&mut self) {
        if let Place::Value(Field::Event) = self.place {
            self.block.name.clear();
        }
    }

    pub(super) fn data(&self) -> &[u8] {
        &self.block.data
    }

    /// Takes the data out. If there is little of it, the buffer stays for the next event.
    pub(super) fn take_data(&mut self) -> Vec<u8> {
        if self.block.data.len() <= KEPT_CAPACITY / 2 {
            return self.block.data.clone();
        }
        let mut data = mem::take(&mut self.block.data);
        data.shrink_to_fit();
        data
    }

    /// Returns the event's name, unless it is empty.
    pub(super) fn name(&self) -> Option<&[u8]> {
        Some(&*self.block.name).filter(|name| !name.is_empty())
    }

    pub(super) fn id(&self) -> Option<&[u8]> {
        Some(&*self.block.id).filter(|_| self.block.has_id)
    }

    /// Returns the line of the event's first data, from 1, and the offset of that line.
    pub(super) fn start(&self) -> (u64, u64) {
        self.block.start.unwrap_or((self.line, self.line_start))
    }

    pub(super) fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    pub(super) fn set_last_event_id(&mut self, id: String) {
        self.last_event_id = id;
    }

    pub(super) fn retry(&self) -> Option<u64> {
        self.retry
    }

    pub(super) fn blocks_without_data(&self) -> u64 {
        self.blocks_without_data
    }
}

impl Block {
    /// Keeps only the start of the data, of an event that is too large.
    fn keep_start(&mut self, line: u64, line_start: u64) {
        self.is_oversized = true;
        self.start.get_or_insert((line, line_start));
        self.data.truncate(KEPT_OF_OVERSIZED);
        self.data.shrink_to(KEPT_CAPACITY);
    }

    fn clear(&mut self) {
        for buffer in [&mut self.data, &mut self.name, &mut self.id, &mut self.unfinished] {
            buffer.clear();
            buffer.shrink_to(KEPT_CAPACITY);
        }
        (self.has_data, self.has_id, self.is_oversized, self.start) = (false, false, false, None);
    }
}

/// Appends to a buffer, which grows by half: while it is moved, both need no more than 2.5 times what it holds.
fn append(buffer: &mut Vec<u8>, text: &[u8]) {
    let len = buffer.len() + text.len();
    if len > buffer.capacity() {
        let capacity = len.max(buffer.capacity() + buffer.capacity() / 2);
        buffer.reserve_exact(capacity - buffer.len());
    }
    buffer.extend_from_slice(text);
}
