//! Every event comes back from every format as it went in.

use response_event::events::*;
use response_event::*;

#[test]
fn smoke() {
    let json = r#"{"type":"response.image_generation_call.partial_image","item_id":"<id>","output_index":2243.31,"sequence_number":0,"partial_image_b64":"<value>","partial_image_index":1141.42}"#;
    let event: ImageGenCallEvent = from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&event).unwrap(), json);
    for bad in [
        r#"{"type":"response.image_generation_call.partial_image","item_id":null}"#,
        r#"{"item_id":null,"type":"response.image_generation_call.partial_image"}"#,
        r#"{"type":"response.image_generation_call.in_progress","item_id":"a","item_id":"b"}"#,
        r#"{"type":"response.image_generation_call.in_progress","item_id":"a","output_index":0}"#,
        r#"{"type":5}"#, r#"{}"#, r#"[]"#, r#"{"type":"a","type":"b"}"#, r#"{"type":"response.image_generation_call.in_progress","type":"b"}"#, "{\"type\":",
    ] {
        println!("{bad}\n   {}", from_str::<ImageGenCallEvent>(bad).unwrap_err());
        println!("   {}", from_str::<ImageGenCallInProgress>(bad).unwrap_err());
        println!("   {}", serde_json::from_str::<ImageGenCallEvent>(bad).unwrap_err());
    }
}
