use response_event::ResponseEvent;

fn check(id: &str) -> bool {
    !id.is_empty()
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(check))]
    item_id: String,
}

fn main() {}
