//! A global allocator that counts allocations and the bytes in use. A buffer that grows is one allocation more, in place.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

pub(crate) struct Counting;

static COUNT: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The allocations of a run.
#[derive(Clone, Copy)]
pub(crate) struct Usage {
    pub(crate) count: usize,
    /// The most bytes in use at once.
    pub(crate) peak: usize,
}

/// Runs once and counts.
pub(crate) fn measure<T>(run: impl FnOnce() -> T) -> (T, Usage) {
    let (count, live) = (COUNT.load(Relaxed), LIVE.load(Relaxed));
    PEAK.store(live, Relaxed);
    let result = run();
    (result, Usage { count: COUNT.load(Relaxed) - count, peak: PEAK.load(Relaxed) - live })
}

/// The program has one thread.
fn add(size: usize) {
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
    let live = LIVE.load(Relaxed) + size;
    LIVE.store(live, Relaxed);
    PEAK.store(PEAK.load(Relaxed).max(live), Relaxed);
}

fn remove(size: usize) {
    LIVE.store(LIVE.load(Relaxed) - size, Relaxed);
}

// SAFETY: every method hands its arguments to the system's allocator, which keeps the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        remove(layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        remove(layout.size());
        add(size);
        unsafe { System.realloc(pointer, layout, size) }
    }
}
