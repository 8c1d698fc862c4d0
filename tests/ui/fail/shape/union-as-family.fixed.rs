use response_event::{EventFamily, ResponseEvent};


#[derive(ResponseEvent)]
#[event(type = "image.low")]
struct Low {
    low: u8,
    high: u16,
}

#[derive(EventFamily)]
enum Image {
    Low(Low),
}

fn main() {}
