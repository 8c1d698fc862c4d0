use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(schema_with(schema_of_id))]
    item_id: String,
}

fn main() {}
