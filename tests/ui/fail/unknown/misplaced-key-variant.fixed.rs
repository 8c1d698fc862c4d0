use response_event::{EventFamily, ResponseEvent, UnknownEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

#[derive(EventFamily)]
enum Image {
    Partial(Partial),
    #[event(unknown)]
    Other(UnknownEvent),
}

fn main() {}
