//! One mistake in a family, one error: its uses are not to blame.

use response_event::{EventFamily, ResponseEvent, Valid, Validate};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Failed,
}

#[derive(EventFamily)]
enum Any {
    #[event(family)]
    Image(Image),
}

fn main() {
    let image: Image = response_event::from_str("{}").unwrap();
    let _ = image.validate();
    let _ = image.event_type();
    let _ = Image::TYPES;
    let _ = serde_json::to_string(&image);
    let _ = response_event::from_str::<Valid<Any>>("{}");
}
