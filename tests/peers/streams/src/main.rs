//! From bytes to typed events: what framing and decoding cost together, in pieces as a socket brings them.

mod allocator;
mod contender;
mod input;

use std::time::{Duration, Instant};

use crate::allocator::{Counting, Usage, measure};
use crate::contender::{CONTENDERS, Contender, FRAMING};
use crate::input::{corpus, image, images};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Runs of which the fastest counts.
const RUNS: usize = 7;

fn main() {
    let (name, corpus) = corpus();
    if corpus.is_empty() {
        println!("{name}: not measured, there are no recordings here\n");
    } else {
        table(&name, &corpus, CONTENDERS);
    }
    let images = [images()];
    table("20 images of 3 MB, in pieces of 16 KB", &images, CONTENDERS);
    linearity(CONTENDERS);
    linearity(FRAMING);
    peaks(&[CONTENDERS, FRAMING]);
}

fn table(name: &str, streams: &[Vec<u8>], contenders: &[Contender]) {
    let bytes: usize = streams.iter().map(Vec::len).sum();
    println!("{name} ({bytes} bytes)");
    println!(
        "  {:<44} {:>9} {:>7} {:>12} {:>7} {:>9}  events, refused",
        "", "ms", "ratio", "allocations", "ratio", "peak MB"
    );
    let mut base = None;
    for contender in contenders {
        let (counts, usage) = measure(|| contender.run_all(streams, 16 * 1024));
        let time = fastest(|| drop(contender.run_all(streams, 16 * 1024)));
        let (base_time, base_usage): (Duration, Usage) = *base.get_or_insert((time, usage));
        println!(
            "  {:<44} {:>9.2} {:>7.2} {:>12} {:>7.2} {:>9.2}  {}, {}",
            contender.name,
            1000.0 * time.as_secs_f64(),
            time.as_secs_f64() / base_time.as_secs_f64(),
            usage.count,
            usage.count as f64 / base_usage.count as f64,
            usage.peak as f64 / 1e6,
            counts.events,
            counts.refused,
        );
    }
    println!();
}

/// Prints the time of one event of 1.5 and of 3 MB: twice the bytes should take twice the time, in pieces of any size.
fn linearity(contenders: &[Contender]) {
    println!("one image, in ms");
    println!(
        "  {:<44} {:>12} {:>12} {:>7} {:>12} {:>12} {:>7}",
        "", "1.5 MB, 1 KB", "3 MB, 1 KB", "ratio", "1.5 MB, 16 KB", "3 MB, 16 KB", "ratio"
    );
    let (half, whole) = ([image(1_500_000)], [image(3_000_000)]);
    for contender in contenders {
        let time =
            |stream: &[Vec<u8>], chunk| 1000.0 * fastest(|| drop(contender.run_all(stream, chunk))).as_secs_f64();
        let [a, b] = [1024, 16 * 1024].map(|chunk| (time(&half, chunk), time(&whole, chunk)));
        println!(
            "  {:<44} {:>12.3} {:>12.3} {:>7.2} {:>12.3} {:>12.3} {:>7.2}",
            contender.name,
            a.0,
            a.1,
            a.1 / a.0,
            b.0,
            b.1,
            b.1 / b.0
        );
    }
    println!();
}

/// Prints the peak of events whose sizes are good and bad for buffers that double.
fn peaks(contenders: &[&[Contender]]) {
    let sizes = [3_000_000, (1 << 22) + 1, 6_000_000];
    println!("peak, as a multiple of one event of so many bytes, in pieces of 16 KB");
    println!("  {:<44} {:>9} {:>9} {:>9}", "", sizes[0], sizes[1], sizes[2]);
    for contender in contenders.iter().copied().flatten() {
        let [a, b, c] = sizes.map(|size| {
            let stream = [image(size)];
            measure(|| contender.run_all(&stream, 16 * 1024)).1.peak as f64 / size as f64
        });
        println!("  {:<44} {a:>9.2} {b:>9.2} {c:>9.2}", contender.name);
    }
    println!();
}

/// Returns the time of the fastest run: the others were disturbed.
fn fastest(mut run: impl FnMut()) -> Duration {
    let mut time = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let first = time();
    // What takes seconds is known well enough after one run.
    let runs = if first > Duration::from_secs(2) { 0 } else { RUNS };
    (0..runs).map(|_| time()).fold(first, Duration::min)
}
