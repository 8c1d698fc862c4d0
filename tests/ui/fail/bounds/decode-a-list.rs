use response_event::UnknownEvent;

fn main() {
    let _ = response_event::from_str::<Vec<UnknownEvent>>("[]");
}
