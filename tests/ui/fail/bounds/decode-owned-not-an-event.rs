use response_event::DecodeOwned;

struct Partial;

fn decode<E: DecodeOwned>() {}

fn main() {
    decode::<Partial>();
}
