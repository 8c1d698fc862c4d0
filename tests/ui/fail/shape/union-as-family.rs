use response_event::EventFamily;

#[derive(EventFamily)]
union Image {
    low: u8,
    high: u16,
}

fn main() {}
