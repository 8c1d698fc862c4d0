use response_event::UnknownEvent;

fn main() {
    let _ = serde_json::from_str::<Vec<UnknownEvent>>("[]");
}
