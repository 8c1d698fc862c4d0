//! The memory that a decoder needs. Growing a buffer counts as a new buffer beside the old one, the worst that an allocator does.

use allocation_counter::{AllocationInfo, measure};
use response_event::EventFamily;
use response_event::events::StreamEvent;
use response_event::sse::{Decoder, Received, StreamError};

const KEPT: i64 = 64 * 1024;

/// A stream of one event, whose JSON has so many bytes.
fn image(size: usize) -> Vec<u8> {
    let start = r#"{"type":"response.image_generation_call.partial_image","item_id":"ig_1","output_index":0,"sequence_number":1,"partial_image_index":0,"partial_image_b64":""#;
    let image = "A".repeat(size - start.len() - 2);
    format!("event: response.image_generation_call.partial_image\ndata: {start}{image}\"}}\n\n").into_bytes()
}

/// Decodes the stream and drops each event.
fn decode(decoder: &mut Decoder<StreamEvent>, stream: &[u8], chunk_size: usize) -> AllocationInfo {
    measure(|| {
        for chunk in stream.chunks(chunk_size) {
            decoder.push(chunk);
            for received in &mut *decoder {
                assert_eq!(
                    received.expect("a good event").event.event_type(),
                    "response.image_generation_call.partial_image"
                );
            }
        }
    })
}

#[test]
fn the_peak_is_three_times_the_largest_event_and_little_is_kept() {
    // Sizes just above a power of two are the worst for buffers that double.
    for size in [100_000, 3_000_000, (1 << 22) + 1, 5_500_000] {
        let stream = image(size);
        for chunk in [1024, 16 * 1024] {
            let mut decoder = Decoder::new();
            let mut kept = 0;
            for round in 0..2 {
                let counted = decode(&mut decoder, &stream, chunk);
                kept += counted.bytes_current;
                let most = 3 * size as u64 + if size < 1_000_000 { 64 * 1024 } else { 0 };
                assert!(
                    counted.bytes_max <= most,
                    "the peak of round {round} is {} % of the event of {size} bytes in chunks of {chunk}",
                    100 * counted.bytes_max / size as u64
                );
                assert!(kept <= KEPT, "{kept} bytes are kept after an event of {size} bytes");
            }
        }
    }
}

#[test]
fn the_peak_of_an_event_that_is_not_utf8_is_three_times_its_size() {
    let size = (1 << 22) + 1;
    for start in [&b"data: {\"x\":\""[..], b"data: {\"type\":\"", b"event: error\ndata: {\"x\":\""] {
        let stream = [start, &vec![0xff; size], b"\"}\n\n"].concat();
        let mut decoder = Decoder::<StreamEvent>::new();
        let counted = measure(|| {
            for chunk in stream.chunks(16 * 1024) {
                decoder.push(chunk);
                assert!(decoder.by_ref().all(|received| received.is_err()));
            }
        });
        assert!(
            counted.bytes_max <= 3 * size as u64 + 64 * 1024,
            "the peak is {} % of {}",
            100 * counted.bytes_max / size as u64,
            start.escape_ascii()
        );
    }
}

#[test]
fn the_peak_of_an_event_with_its_type_in_the_frame_is_three_times_its_size_and_more_if_it_is_lent() {
    for size in [3_000_000, (1 << 22) + 1, 5_500_000] {
        let stream = [b"event: a\ndata: {\"x\":\"", &*vec![b'1'; size], b"\"}\n\n"].concat();
        for (is_lent, most) in [(false, 300), (true, 350)] {
            let mut decoder = Decoder::<StreamEvent>::new();
            let counted = measure(|| {
                for chunk in stream.chunks(16 * 1024) {
                    decoder.push(chunk);
                    if is_lent {
                        while let Some(is_good) = decoder.next_with(|frame| frame.decode::<StreamEvent>().is_ok()) {
                            assert!(is_good);
                        }
                    } else {
                        assert!(decoder.by_ref().all(|received| received.is_ok()));
                    }
                }
            });
            assert!(
                counted.bytes_max <= most * size as u64 / 100 + 64 * 1024,
                "the peak is {} % of {size} bytes, lent: {is_lent}",
                100 * counted.bytes_max / size as u64
            );
        }
    }
}

#[test]
fn the_peak_of_a_lent_event_is_that_of_its_buffer() {
    let size = (1 << 22) + 1;
    let stream = image(size);
    let mut decoder = Decoder::<StreamEvent>::new();
    let counted = measure(|| {
        for chunk in stream.chunks(16 * 1024) {
            decoder.push(chunk);
            while let Some(len) = decoder.next_with(|frame| frame.data().len()) {
                assert_eq!(len, size);
            }
        }
    });
    assert!(counted.bytes_max <= size as u64 * 255 / 100, "{counted:?}");
    assert!(counted.bytes_current <= KEPT, "{counted:?}");
}

#[test]
fn received_events_hold_no_more_than_their_text_and_themselves() {
    let size = 1_000_000;
    let stream = image(size).repeat(10);
    let mut decoder = Decoder::new();
    let mut received: Vec<Result<Received<StreamEvent>, StreamError>> = Vec::with_capacity(10);
    let counted = measure(|| {
        for chunk in stream.chunks(16 * 1024) {
            decoder.push(chunk);
            received.extend(&mut decoder);
        }
    });
    assert_eq!(received.len(), 10);
    assert!(counted.bytes_current < 20_200_000, "{counted:?}");
}

#[test]
fn small_events_after_a_large_one_hold_little() {
    let mut decoder = Decoder::<StreamEvent>::new();
    decode(&mut decoder, &image(3_000_000), 16 * 1024);
    let stream = b"event: keepalive\ndata: {\"type\":\"keepalive\"}\n\n".repeat(1000);
    let mut received = Vec::with_capacity(1000);
    let counted = measure(|| {
        for chunk in stream.chunks(1024) {
            decoder.push(chunk);
            received.extend(&mut decoder);
        }
    });
    assert_eq!(received.len(), 1000);
    assert!(counted.bytes_current < 500 * 1000, "{} bytes an event", counted.bytes_current / 1000);
}

#[test]
fn pushing_without_reading_moves_few_bytes() {
    let stream = b"data: {\"type\":\"keepalive\"}\n\n".repeat(10_000);
    let mut decoder = Decoder::<StreamEvent>::new();
    let counted = measure(|| stream.chunks(1).for_each(|byte| decoder.push(byte)));
    assert!(counted.bytes_total < 4 * stream.len() as u64, "{counted:?}");
    // One event is read for each that is pushed, from far behind.
    let event = &stream[..stream.len() / 10_000];
    let mut events = 0;
    for _ in 0..10_000 {
        decoder.push(event);
        events += usize::from(decoder.next().is_some());
    }
    assert_eq!(events + decoder.count(), 20_000);
}

#[test]
fn an_endless_line_needs_the_limit_and_no_more() {
    for start in ["data: ", "event: ", "id: ", ": ", "what: ", "retry: ", "x", "data: 1\n: "] {
        let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(1 << 20);
        let chunk = [b'1'; 16 * 1024];
        let counted = measure(|| {
            decoder.push(start.as_bytes());
            let mut errors = 0;
            for _ in 0..200 {
                decoder.push(&chunk);
                errors += decoder.by_ref().filter(Result::is_err).count();
            }
            assert!(errors <= 1, "one event is too large");
        });
        assert!(counted.bytes_max < 5 << 19, "{start:?}: {counted:?}");
        assert!(counted.bytes_current <= KEPT, "{start:?}: {counted:?}");
    }
}

#[test]
fn an_event_of_endless_lines_needs_the_limit_and_no_more() {
    for line in ["data\n", "data:\n", "data: 1\n", ":\n", "event: name\n", "id: 1\n", "what\n", "retry: 1\n"] {
        let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(1 << 20);
        let chunk = line.repeat(16 * 1024 / line.len());
        let counted = measure(|| {
            for _ in 0..200 {
                decoder.push(chunk.as_bytes());
                assert!(decoder.by_ref().all(|received| received.is_err()));
            }
        });
        assert!(counted.bytes_max < 5 << 19, "{line:?}: {counted:?}");
    }
}

#[test]
fn a_lent_event_that_borrows_needs_no_allocation() {
    let stream = b"event: a\nid: 1\ndata: {\"type\":\"a\"}\n\n";
    let mut decoder = Decoder::<StreamEvent>::new();
    let read = |decoder: &mut Decoder<StreamEvent>| {
        decoder.push(stream);
        let mut names = 0;
        while let Some(len) = decoder.next_with(|frame| frame.event_name().map_or(0, str::len) + frame.data().len()) {
            names += len;
        }
        assert_eq!(names, 13);
    };
    // Two buffers take turns for the ids.
    read(&mut decoder);
    read(&mut decoder);
    let counted = measure(|| read(&mut decoder));
    assert_eq!(counted.count_total, 0, "{counted:?}");
}
