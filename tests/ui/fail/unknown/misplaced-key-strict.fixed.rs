use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(strict(each(base64)))]
    images: Vec<String>,
}

fn main() {}
