//! A program without `std`: it has a panic handler of its own, which does not link beside that of `std`.

#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;

use response_event::events::StreamEvent;

struct NoMemory;

unsafe impl GlobalAlloc for NoMemory {
    unsafe fn alloc(&self, _: Layout) -> *mut u8 {
        core::ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static ALLOCATOR: NoMemory = NoMemory;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// The findings in a stream without an event.
#[unsafe(no_mangle)]
pub extern "C" fn findings() -> usize {
    response_event::checker::StreamChecker::new(Default::default()).finish().len()
}

/// The events of a stream that can be decoded.
#[unsafe(no_mangle)]
pub extern "C" fn events() -> usize {
    let mut decoder = response_event::sse::Decoder::<StreamEvent>::new();
    decoder.push(b"data: {\"type\":\"keepalive\"}\n\n");
    decoder.by_ref().flatten().count()
}

/// Returns `true` if the bytes are an event that keeps its contract.
#[unsafe(no_mangle)]
pub extern "C" fn is_event() -> bool {
    response_event::from_str::<StreamEvent>(r#"{"type":"keepalive"}"#)
        .is_ok_and(|event| response_event::Validate::validate(&event).is_ok())
}
