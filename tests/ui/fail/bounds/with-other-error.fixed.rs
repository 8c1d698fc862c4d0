use response_event::ResponseEvent;

use std::fmt::{self, Display, Formatter};

struct TooShort;

impl Display for TooShort {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("is too short")
    }
}

fn long_enough(id: &str) -> Result<(), TooShort> {
    if id.len() > 3 { Ok(()) } else { Err(TooShort) }
}

fn check(id: &str) -> Result<(), String> {
    long_enough(id).map_err(|error| error.to_string())
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(check))]
    item_id: String,
}

fn main() {}
