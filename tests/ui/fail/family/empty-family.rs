use response_event::EventFamily;

#[derive(EventFamily)]
enum Image {}

fn main() {}
