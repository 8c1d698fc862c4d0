use response_event::ResponseEvent;

struct TooShort;

fn check(id: &str) -> Result<(), TooShort> {
    if id.len() > 3 { Ok(()) } else { Err(TooShort) }
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(check))]
    item_id: String,
}

fn main() {}
