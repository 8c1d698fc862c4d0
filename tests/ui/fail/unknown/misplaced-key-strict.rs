use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(each(strict(base64)))]
    images: Vec<String>,
}

fn main() {}
