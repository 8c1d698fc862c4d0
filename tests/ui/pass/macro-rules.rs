//! Attributes whose parts come from a macro, in its fragments.

use response_event::{EventFamily, ResponseEvent};

macro_rules! event {
    ($name:ident, $tag:literal, $member:ident: $ty:ty, $check:path, $max:literal, $prefix:expr) => {
        #[derive(ResponseEvent)]
        #[event(type = $tag, crate = ::response_event, with($check))]
        struct $name {
            #[event(len(1..=$max), prefix($prefix))]
            #[serde(rename = $tag)]
            $member: $ty,
        }
    };
}

macro_rules! family {
    ($name:ident { $($event:ident),* }) => {
        #[derive(EventFamily)]
        enum $name {
            $($event($event)),*
        }
    };
}

mod checks {
    pub fn partial(_: &super::Partial) -> Result<(), &'static str> {
        Ok(())
    }
}

event!(Partial, "image.partial", item_id: String, checks::partial, 64, "ig_");
family!(Image { Partial });

fn main() {
    assert_eq!(Partial::TYPE, "image.partial");
    assert_eq!(Image::TYPES, ["image.partial"]);
}
