use std::sync::Arc;

use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Image {
    Done(Arc<Done>),
}

fn main() {}
