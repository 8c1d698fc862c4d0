//! `serialize_only`: events that are written and never read may hold what has no `Deserialize`.

use response_event::{EventFamily, ResponseEvent, Validate};
use serde::Serialize;

#[derive(Serialize)]
struct Tool {
    name: &'static str,
}

#[derive(ResponseEvent)]
#[event(type = "response.create", serialize_only)]
struct Create<'a> {
    #[event(non_empty)]
    model: &'a str,
    input: &'a [&'a str],
    tools: &'a [Tool],
    max_output_tokens: Option<u32>,
}

#[derive(ResponseEvent)]
#[event(type = "response.cancel", serialize_only)]
struct Cancel;

#[derive(EventFamily)]
#[event(serialize_only)]
enum Client<'a> {
    Create(Create<'a>),
    Cancel(Cancel),
}

#[test]
fn an_event_that_is_only_written_borrows_what_it_likes() {
    let (input, tools) = (["a", "b"], [Tool { name: "t" }]);
    let create = Create { model: "", input: &input, tools: &tools, max_output_tokens: None };
    assert_eq!(
        response_event::to_string(&create).unwrap(),
        r#"{"type":"response.create","model":"","input":["a","b"],"tools":[{"name":"t"}]}"#
    );
    assert_eq!(create.validate().unwrap_err().len(), 1);
    let client = Client::from(create);
    assert_eq!(client.event_type(), Create::TYPE);
    assert_eq!(Client::TYPES, ["response.create", "response.cancel"]);
    assert_eq!(response_event::to_string(&Client::from(Cancel)).unwrap(), r#"{"type":"response.cancel"}"#);
}
