//! Every key of a family once, and every kind of variant.

use response_event::{EventFamily, ResponseEvent, UnknownEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    #[serde(borrow = "'a")]
    item_id: std::borrow::Cow<'a, str>,
}

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.failed")]
struct Failed {}

#[derive(EventFamily)]
enum End {
    Done(Done),
    Failed(Box<Failed>),
}

#[derive(EventFamily)]
#[event(crate = "response_event")]
enum Image<'a> {
    Partial(Partial<'a>),
    #[event(family)]
    End(End),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn main() {
    assert_eq!(Image::TYPES, ["image.partial", "image.done", "image.failed"]);
}
