use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", schema)]
struct Partial {
    #[event(schema_with(schema_of_id))]
    item_id: String,
}

fn schema_of_id() -> &'static str {
    "string"
}

fn main() {}
