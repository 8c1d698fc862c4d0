use std::time::Duration;

use response_event::ResponseEvent;
use response_event::schema::{Schema, SchemaGenerator};

#[derive(ResponseEvent)]
#[event(type = "session.timeout", schema)]
struct Timeout {
    #[serde(with = "seconds")]
    #[event(schema_with(path))]
    after: Duration,
}

mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        duration.as_secs().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_secs)
    }
}

fn path(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<u64>()
}

fn main() {}
