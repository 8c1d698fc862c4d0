use response_event::Valid;

struct Partial;

fn main() {
    let _ = response_event::from_str::<Valid<Partial>>("{}");
}
