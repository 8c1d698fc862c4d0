use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    output_index: u64,
}

fn path(value: &u64) -> Result<(), &'static str> {
    if [1, 2].contains(value) { Ok(()) } else { Err("is not right") }
}

fn main() {}
