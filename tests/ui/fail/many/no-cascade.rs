//! One mistake in an event, one error: its uses are not to blame.

use response_event::{EventFamily, ResponseEvent, Strict, Valid, Validate};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a, T: Clone>
where
    T: Default,
{
    #[event(nonempty)]
    item_id: &'a str,
    value: T,
}

#[derive(EventFamily)]
enum Image<'a> {
    Partial(Partial<'a, String>),
}

fn main() {
    let partial: Partial<'_, String> = response_event::from_str("{}").unwrap();
    let _ = partial.validate();
    let _ = Partial::<'_, String>::TYPE;
    let _ = serde_json::to_string(&partial);
    let _ = response_event::from_str::<Valid<Partial<'_, String>>>("{}");
    let _ = response_event::from_str::<Strict<Image<'_>>>("{}");
}
