use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(with = "codec", deserialize_with = "codec::read")]
    image: Vec<u8>,
}

fn main() {}
