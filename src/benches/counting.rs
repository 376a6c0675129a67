//! The server's allocator, which counts what a thread asks of it.

use mimalloc::MiMalloc;
use std::{
    alloc::{GlobalAlloc, Layout},
    cell::Cell,
};

/// As the server has it, and counting.
pub struct Counting;

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

/// Bytes that `work` asks for on this thread, whether it gives them back or not, and what it returns.
pub fn bytes<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = ASKED.get();
    let done = work();
    (ASKED.get() - before, done)
}

// SAFETY: it is the other one.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.set(ASKED.get() + layout.size());
        unsafe { MiMalloc.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { MiMalloc.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.set(ASKED.get() + size.saturating_sub(layout.size()));
        unsafe { MiMalloc.realloc(block, layout, size) }
    }
}
