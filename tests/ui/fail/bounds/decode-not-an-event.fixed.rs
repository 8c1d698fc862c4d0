use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial;

fn main() {
    let _ = response_event::from_str::<Partial>("{}");
}
