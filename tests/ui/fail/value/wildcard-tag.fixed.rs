use response_event::{EventFamily, ResponseEvent, UnknownEvent};

#[derive(ResponseEvent)]
#[event(untagged)]
struct Untagged {
    item_id: String,
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial;

#[derive(EventFamily)]
enum Image {
    Partial(Partial),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn main() -> Result<(), response_event::DecodeError> {
    let json = r#"{"type":"custom:done","item_id":"ig_1"}"#;
    if let Image::Unknown(unknown) = response_event::from_str(json)? {
        assert!(unknown.event_type().starts_with("custom:"));
        let custom = response_event::from_str::<Untagged>(unknown.json())?;
        assert_eq!(custom.item_id, "ig_1");
    }
    Ok(())
}
