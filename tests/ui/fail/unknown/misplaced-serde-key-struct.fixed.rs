use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(flatten)]
    extra: response_event::ExtraFields,
    item_id: String,
}

fn main() {}
