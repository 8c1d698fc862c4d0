use response_event::{ResponseEvent, Valid};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial;

fn main() {
    let _ = response_event::from_str::<Valid<Partial>>("{}");
}
