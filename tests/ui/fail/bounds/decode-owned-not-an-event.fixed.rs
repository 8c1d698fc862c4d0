use response_event::{DecodeOwned, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial;

fn decode<E: DecodeOwned>() {}

fn main() {
    decode::<Partial>();
}
