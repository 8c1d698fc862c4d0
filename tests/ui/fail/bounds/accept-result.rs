use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.done", accept(check))]
struct Done {
    item_id: String,
}

fn check(event: &Done) -> bool {
    !event.item_id.is_empty()
}

fn main() {}
