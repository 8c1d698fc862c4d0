//! One mistake in a family, one error: its conversions are not to blame.

use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<T> {
    value: T,
}

#[derive(EventFamily)]
enum Image<'a> {
    Done(Done),
    Partial(Box<Partial<&'a str>>),
    Failed,
}

#[derive(EventFamily)]
enum Any<T> {
    Value(T),
    Done(Done),
    Again(Done),
}

fn main() {
    let image = Image::from(Done);
    let _ = Done::try_from(image);
    let image: Image<'_> = Partial { value: "a" }.into();
    let partial: Result<Partial<&str>, Image<'_>> = image.try_into();
    let _ = partial;
    let _ = Done::try_from(Any::<Done>::from(Done));
}
