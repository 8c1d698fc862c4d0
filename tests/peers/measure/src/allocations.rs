//! A global allocator that counts. It adds one instruction or two to an allocation, for every contender alike.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering};

/// Set it as the `#[global_allocator]`.
pub struct Counting;

static COUNT: AtomicU64 = AtomicU64::new(0);

/// Allocations so far, one for each time that one grew.
pub fn count() -> u64 {
    COUNT.load(Ordering::Relaxed)
}

/// The program has one thread.
fn add_one() {
    COUNT.store(COUNT.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

// SAFETY: every method hands its arguments to the system's allocator, which keeps the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add_one();
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        add_one();
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add_one();
        unsafe { System.realloc(pointer, layout, size) }
    }
}
