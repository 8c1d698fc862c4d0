//! The wrong kind of item is one error as well.

use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
enum Partial {
    Low,
}

#[derive(ResponseEvent)]
struct Done(String);

#[derive(Clone, Copy, ResponseEvent)]
union Either {
    low: u8,
    high: u8,
}

#[derive(EventFamily)]
struct Image {
    item_id: String,
}

fn main() {
    let _ = response_event::from_str::<Partial>("{}");
    let _ = response_event::from_str::<Done>("{}");
    let _ = response_event::from_str::<Either>("{}");
    let _ = response_event::from_str::<Image>("{}");
    let _ = Image::TYPES;
}
