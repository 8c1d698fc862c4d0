use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.done", accept(check))]
struct Done {
    item_id: String,
}

fn check(event: &Done) -> Result<(), &'static str> {
    if event.item_id.is_empty() { Err("has no item") } else { Ok(()) }
}

fn main() {}
