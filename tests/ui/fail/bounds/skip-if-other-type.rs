use response_event::ResponseEvent;

fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(skip_serializing_if = "is_zero")]
    item_id: String,
}

fn main() {}
