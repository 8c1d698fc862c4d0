//! `FramePosition`: the place of an event in the bytes of its stream.

/// The place of an event in the bytes of its stream.
///
/// ```
/// use response_event::UnknownEvent;
/// use response_event::sse::Decoder;
///
/// let mut decoder = Decoder::<UnknownEvent>::new();
/// decoder.push(b": hi\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\n");
/// let position = decoder.next().unwrap()?.position;
/// assert_eq!((position.index, position.line, position.offset), (0, 4, 18));
/// # Ok::<(), response_event::sse::StreamError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FramePosition {
    /// Zero-based number of the event, bad events included.
    pub index: u64,
    /// Line of the stream on which the event's data starts, from 1.
    pub line: u64,
    /// Offset of the first byte of that line, from the start of the stream.
    pub offset: u64,
}
