//! The reasons to refuse a key of serde, and what to write instead: the end of three messages.

/// For a struct and its fields.
pub(super) fn on_event(key: &str) -> &'static str {
    match key {
        "tag" | "content" => {
            "it is an object with a string field `type`; write `#[event(type = \"…\")]` for the value of that field, or derive serde's traits for an object of another form"
        }
        "untagged" => "whether it has a type is said beside its rules; write `#[event(untagged)]`",
        "transparent" => "it is an object with a type, so its one field stays a member; remove it",
        "remote" | "getter" => {
            "the derive stands on the struct itself; write a struct of your own with `From` for the other"
        }
        "from" | "try_from" => {
            "members are read straight into the fields; write `deserialize_with = \"path\"` on a field"
        }
        "into" => "members are written straight from the fields; write `serialize_with = \"path\"` on a field",
        "expecting" => "an error names the event by its type; remove it",
        "variant_identifier" | "field_identifier" => "that is for an enum of names; remove it",
        "rename_all_fields" => "that is for the variants of an enum; write `rename_all = \"…\"`",
        "other" => {
            "that is for a variant; for unknown events write `#[event(unknown)]` on a variant of a family, for unknown fields `flatten` on a map"
        }
        "skip_serializing" => {
            "what is read must also be written; write `skip` for both, or `skip_serializing_if = \"path\"`"
        }
        "skip_deserializing" => {
            "what is written must also be read; write `skip` for both, or `default` for a member that may be absent"
        }
        _ => "remove it",
    }
}

/// For an enum that is a family.
pub(super) fn on_family(key: &str) -> &'static str {
    match key {
        "tag" | "content" => {
            "its events are objects with a string field `type`; remove it, or derive serde's traits for objects of another form"
        }
        "untagged" => "its events are told apart by their field `type`; remove it",
        "rename" | "rename_all" => "the types are written on the structs; write `#[event(type = \"…\")]` there",
        "rename_all_fields" | "deny_unknown_fields" | "default" | "transparent" => {
            "the members belong to the structs; write it there, or remove it"
        }
        "crate" => "it takes serde from the runtime crate; write `#[event(crate = path)]`",
        "bound" => "its bounds are those of the enum; write them in a `where` clause",
        "from" | "try_from" | "into" => "events are read straight into the structs; remove it and convert afterwards",
        "remote" => "the derive stands on the enum itself; remove it",
        "expecting" => "an error names the types that are known; remove it",
        "variant_identifier" | "field_identifier" => "its variants hold events, not names; remove it",
        _ => "the keys of serde belong to the structs; remove it",
    }
}

/// For a variant, and for the type in its parentheses.
pub(super) fn on_variant(key: &str) -> &'static str {
    match key {
        "rename" | "rename_all" => {
            "the type is written once, on the event's struct; write `#[event(type = \"…\")]` there"
        }
        "alias" => "an older type is written on the event's struct; write `#[event(alias = \"…\")]` there",
        "other" => "its content would be lost; write `#[event(unknown)]` on a variant that holds an `UnknownEvent`",
        "untagged" => "every event has a type; for those that the family does not know write `#[event(unknown)]`",
        "skip" | "skip_serializing" | "skip_deserializing" => {
            "every event is both read and written; remove it, or the variant"
        }
        "with" | "serialize_with" | "deserialize_with" | "bound" => {
            "the event's struct reads and writes itself; write it on a field there"
        }
        "borrow" => "what the event's struct borrows is borrowed here too; remove it",
        "flatten" => "to hold another family write `#[event(family)]`",
        _ => "the members belong to the event's struct; write it there, or remove it",
    }
}
