//! Streams of bytes: recorded ones where they are, and images.

use std::fs;
use std::path::Path;

/// Every recorded stream of server-sent events, with the blank line at its end that some lack, and a name for all.
pub(crate) fn corpus() -> (String, Vec<Vec<u8>>) {
    let mut streams = Vec::new();
    // The recordings are not part of the project; from its top they are at `../shared/corpus`.
    read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/corpus")), &mut streams);
    (format!("{} recorded streams, in pieces of 16 KB", streams.len()), streams)
}

fn read(folder: &Path, streams: &mut Vec<Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, streams);
        } else if path.extension().is_some_and(|extension| extension == "sse") {
            let mut stream = fs::read(&path).unwrap_or_default();
            stream.extend(b"\n\n");
            streams.push(stream);
        }
    }
}

/// A stream of one event with an image, whose JSON has so many bytes.
pub(crate) fn image(size: usize) -> Vec<u8> {
    let name = "response.image_generation_call.partial_image";
    let start = format!(
        r#"{{"type":"{name}","item_id":"ig_0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071","output_index":0,"sequence_number":3,"partial_image_index":0,"partial_image_b64":""#
    );
    let image = "iVBORw0K".repeat(size / 8);
    format!("event: {name}\ndata: {start}{}\"}}\n\n", &image[..size - start.len() - 2]).into_bytes()
}

pub(crate) fn images() -> Vec<u8> {
    image(3_000_000).repeat(20)
}
