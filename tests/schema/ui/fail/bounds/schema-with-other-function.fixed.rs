use response_event::ResponseEvent;
use response_event::schema::{Schema, SchemaGenerator};

#[derive(ResponseEvent)]
#[event(type = "image.partial", schema)]
struct Partial {
    #[event(schema_with(schema_of_id))]
    item_id: String,
}

fn schema_of_id(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<String>()
}

fn main() {}
