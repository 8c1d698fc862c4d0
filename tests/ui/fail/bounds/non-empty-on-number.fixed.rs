use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    output_index: u64,
}

fn path(value: &u64) -> Result<(), &'static str> {
    if *value > 0 { Ok(()) } else { Err("is not right") }
}

fn main() {}
