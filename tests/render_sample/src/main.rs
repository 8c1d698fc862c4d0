//! Renders the pictures in `sample.sse`, the stream that the example `image_stream` decodes.
//!
//! The events in that file are written by hand. `cargo run -p render-sample` replaces the pictures in them,
//! `cargo test -p render-sample` checks that they are up to date.

mod picture;
mod scene;

use std::fs;
use std::io;
use std::ops::Range;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../core/examples/image_stream/sample.sse");

/// The field of each picture in the stream, and its blur.
const PICTURES: [(&str, u16); 5] =
    [("partial_image_b64", 6), ("partial_image_b64", 2), ("partial_image_b64", 0), ("result", 0), ("result", 0)];

fn main() -> io::Result<()> {
    let mut stream = fs::read_to_string(SAMPLE)?;
    // From the last to the first, because each replacement moves the text behind it.
    for (place, blur) in pictures(&stream)?.into_iter().rev() {
        let picture = base64_simd::STANDARD.encode_to_string(picture::png(blur)?);
        stream.replace_range(place, &picture);
    }
    fs::write(SAMPLE, stream)
}

/// Returns where the base64 text of each picture is in the stream, and the blur of the picture.
fn pictures(stream: &str) -> io::Result<Vec<(Range<usize>, u16)>> {
    let mut end = 0;
    let mut pictures = Vec::new();
    for (field, blur) in PICTURES {
        let before = format!("\"{field}\":\"");
        let find = |text: &str, from: usize| stream[from..].find(text).map(|offset| from + offset);
        let start = find(&before, end).map(|start| start + before.len());
        let Some((start, quote)) = start.and_then(|start| Some((start, find("\"", start)?))) else {
            return Err(io::Error::other(format!("{SAMPLE}: expected `{field}` with a string after byte {end}")));
        };
        end = quote;
        pictures.push((start..end, blur));
    }
    Ok(pictures)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use response_event::events::StreamEvent;
    use response_event::{EventFamily, Strict, from_str};

    use super::*;

    fn pixels_of(png: &[u8]) -> Vec<u8> {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    #[test]
    fn the_sample_has_the_rendered_pictures() {
        let sample = fs::read_to_string(SAMPLE).unwrap();
        for (place, blur) in pictures(&sample).unwrap() {
            let png = base64_simd::STANDARD.decode_to_vec(&sample[place]).unwrap();
            // The files may differ: releases of the PNG encoder compress the same pixels differently.
            let is_rendered = pixels_of(&png) == picture::pixels(blur);
            assert!(is_rendered, "{SAMPLE} is out of date: run `cargo run -p render-sample`");
        }
    }

    #[test]
    fn the_sample_is_a_valid_stream() {
        let sample = fs::read_to_string(SAMPLE).unwrap();
        for (index, block) in sample.split_terminator("\n\n").enumerate() {
            let fields = block.strip_prefix("event: ").and_then(|block| block.split_once("\ndata: "));
            let (name, json) = fields.unwrap_or_else(|| panic!("{SAMPLE}: expected `event:` and `data:`: {block}"));
            let event: Strict<StreamEvent> = from_str(json).unwrap_or_else(|error| panic!("{SAMPLE}: {error}"));
            assert_eq!(event.event_type(), name, "{SAMPLE}: `event:` differs from `type`");
            assert_eq!(event.sequence_number().unwrap(), index, "{SAMPLE}: wrong `sequence_number` in {name}");
        }
    }
}
