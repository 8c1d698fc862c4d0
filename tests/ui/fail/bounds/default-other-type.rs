use response_event::ResponseEvent;

fn zero() -> u64 {
    0
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(default = "zero")]
    item_id: String,
}

fn main() {}
