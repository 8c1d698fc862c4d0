use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    #[serde(borrow)]
    item_id: std::borrow::Cow<'a, str>,
}

fn main() {}
