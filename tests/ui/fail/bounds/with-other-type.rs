use response_event::ResponseEvent;

fn check(_: &u64) -> Result<(), String> {
    Ok(())
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(check))]
    item_id: String,
}

fn main() {}
