use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    item_id: String,
}

fn path(value: &str) -> Result<(), &'static str> {
    if !value.is_empty() { Ok(()) } else { Err("is not right") }
}

fn main() {}
