use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", with(is_whole))]
struct Partial {
    item_id: String,
}

fn is_whole(_: &Partial) -> Result<(), &'static str> {
    Ok(())
}

fn main() {}
