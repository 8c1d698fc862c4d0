use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[serde(tag = "t", content = "d")]
struct Partial {
    item_id: String,
}

fn main() {}
