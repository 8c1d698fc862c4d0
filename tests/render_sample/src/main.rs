//! Renders the bundled stream of the `image_stream` example: a landscape that comes into focus over four pictures.
//!
//! ```text
//! cargo run --release -p render-sample              writes image_stream/sample.sse anew
//! cargo run --release -p render-sample -- --check   exit code 1 if that file is not what would be written
//! ```

mod noise;
mod picture;
mod scene;
mod stream;

use std::env;
use std::fs;
use std::io;
use std::process::ExitCode;

use crate::picture::Picture;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../core/examples/image_stream/sample.sse");

/// Width and height of each picture in pixels.
const SIDE: usize = 384;

/// How far out of focus each picture is, and how many pixels wide its squares are: coarse squares are hard to see in a
/// blur, and keep the file small.
const STEPS: [(usize, usize); 4] = [(18, 4), (8, 2), (3, 2), (0, 1)];

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let done = match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => write(),
        ["--check"] => check(),
        _ => {
            eprintln!("usage: render_sample [--check]");
            return ExitCode::from(2);
        }
    };
    done.unwrap_or_else(|error| {
        eprintln!("{SAMPLE}: {error}");
        ExitCode::from(2)
    })
}

fn write() -> io::Result<ExitCode> {
    let text = sample()?;
    fs::write(SAMPLE, &text)?;
    println!("{SAMPLE}: {} bytes", text.len());
    Ok(ExitCode::SUCCESS)
}

fn check() -> io::Result<ExitCode> {
    if same(&sample()?, &fs::read_to_string(SAMPLE)?) {
        println!("{SAMPLE}: up to date");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{SAMPLE}: differs from what is rendered; run `cargo run --release -p render-sample`");
    Ok(ExitCode::FAILURE)
}

fn sample() -> io::Result<String> {
    // Four samples to the pixel, so that edges are smooth.
    let finished = Picture::expose(&scene::render(SIDE * 2), SIDE, 2);
    let partials: Vec<_> = STEPS
        .iter()
        .map(|&(blur, square)| finished.blurred(blur).in_squares(square).to_png())
        .collect::<io::Result<_>>()?;
    Ok(stream::stream(&partials))
}

/// Whether two streams say the same. Pictures are compared by their pixels: the same pixels are a different file
/// when a newer release of the PNG encoder packs them differently.
fn same(rendered: &str, stored: &str) -> bool {
    let same_line = |(rendered, stored)| {
        rendered == stored || pixels(rendered).is_some_and(|picture| Some(picture) == pixels(stored))
    };
    rendered.lines().count() == stored.lines().count() && rendered.lines().zip(stored.lines()).all(same_line)
}

/// A line with a picture in it: what stands before, the picture, what stands after.
fn pixels(line: &str) -> Option<(&str, Picture, &str)> {
    let (before, rest) = line.split_once(r#""partial_image_b64":""#)?;
    let (picture, after) = rest.split_once('"')?;
    let png = base64_simd::STANDARD.decode_to_vec(picture).ok()?;
    Some((before, Picture::from_png(&png).ok()?, after))
}
