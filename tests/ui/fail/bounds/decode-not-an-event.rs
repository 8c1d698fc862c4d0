struct Partial;

fn main() {
    let _ = response_event::from_str::<Partial>("{}");
}
