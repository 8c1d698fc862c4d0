use response_event::EventFamily;

#[derive(EventFamily)]
struct Image {
    item_id: String,
}

fn main() {}
