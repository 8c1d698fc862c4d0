use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "custom:*")]
struct Custom {
    item_id: String,
}

fn main() {}
