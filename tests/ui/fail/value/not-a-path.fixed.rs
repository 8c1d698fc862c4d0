use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    item_id: String,
}

fn path(id: &str) -> Result<(), &'static str> {
    if id.len() > 3 { Ok(()) } else { Err("is too short") }
}

fn main() {}
