use response_event::ResponseEvent;

fn check(_: &str) -> Result<(), String> {
    Ok(())
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(check))]
    item_id: String,
}

fn main() {}
