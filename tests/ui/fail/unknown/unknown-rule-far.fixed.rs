use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    item_id: String,
}

fn path(id: &str) -> Result<(), &'static str> {
    if id.starts_with("ig_") { Ok(()) } else { Err("is not the id of an image") }
}

fn main() {}
