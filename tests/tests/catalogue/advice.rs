//! What to write where a struct or a field is missing.

use crate::facts::{Fact, Need, Object, Place};
use crate::families::Family;

/// A struct for the object, and its row in the family.
pub(crate) fn new_struct(family: &Family, object: &Object, facts: &[Fact]) -> String {
    let Object { tag, .. } = object;
    let name = struct_name(tag);
    let fields: String = facts.iter().filter(|fact| fact.place != Place::Other).map(field).collect();
    let other = if family.kind == "event" && facts.iter().all(|fact| fact.place != Place::Other) {
        String::new()
    } else {
        "    /// Every other member.\n    #[serde(flatten)]\n    pub other: ExtraFields,\n".to_owned()
    };
    format!(
        "`{}` does not know `{tag}`. In {}, write\n\n/// …: `{tag}`.\n#[derive(Clone, Debug, PartialEq, Eq, Hash, \
         ResponseEvent)]\n#[event(type = \"{tag}\")]\npub struct {name} {{\n{fields}{other}}}\n\nand in {}\n\n    \
         {name}({name}){},",
        family.name,
        family.home,
        family.table,
        if family.kind == "item" { common_fields(facts) } else { String::new() }
    )
}

/// The end of an item's row: its common fields, each with `None` if the struct does not have it.
fn common_fields(facts: &[Fact]) -> String {
    let is_typed = |name| facts.iter().any(|fact| fact.member == name && fact.place == Place::Typed);
    let fields = ["id", "call_id", "status"];
    let fields = fields.map(|name| if is_typed(name) { name.to_owned() } else { format!("{name}: None") });
    format!(" {{ {} }}", fields.join(", "))
}

/// A field for the member, with the rules that the catalogue gives to such members.
pub(crate) fn field(fact: &Fact) -> String {
    let Fact { member, need, place, .. } = fact;
    let plain = match place {
        Place::Raw | Place::Other => "RawJson",
        Place::Typed if fact.may_be("number") => "Number",
        Place::Typed if fact.may_be("string") => "String",
        Place::Typed if fact.may_be("boolean") => "bool",
        Place::Typed if fact.may_be("array") => "Vec<…>",
        Place::Typed => "…",
    };
    // Some servers do not number their events.
    let optional = !fact.is_demanded() || member == "sequence_number";
    let mut rules = Vec::new();
    if optional && fact.is_demanded() {
        rules.push("required");
    }
    match plain {
        "Number" => rules.push("index"),
        "String" if *need == Need::All && (member == "id" || member.ends_with("_id")) => rules.push("non_empty"),
        "Vec<…>" => rules.push("each(nested)"),
        "…" => rules.push("nested"),
        _ => {}
    }
    let rules = if rules.is_empty() { String::new() } else { format!("    #[event({})]\n", rules.join(", ")) };
    let plain = if optional { format!("Option<{plain}>") } else { plain.to_owned() };
    format!("    /// …\n{rules}    pub {member}: {plain},\n")
}

/// `response.output_text.delta` -> `OutputTextDelta`
fn struct_name(tag: &str) -> String {
    let words = tag.strip_prefix("response.").unwrap_or(tag).split(['.', '_', ':']);
    words
        .map(|word| {
            let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            first.to_uppercase() + rest
        })
        .collect()
}

#[test]
fn a_missing_struct_is_spelled_out() {
    let facts: Vec<_> = [
        "event\tresponse.new_thing.delta\tsequence_number\tnumber\tall\t-\ttyped",
        "event\tresponse.new_thing.delta\titem_id\tstring\tall\t-\ttyped",
        "event\tresponse.new_thing.delta\tdelta\tstring\tsome\tnull\ttyped",
    ]
    .into_iter()
    .map(|line| Fact::parse(line).unwrap())
    .collect();
    let advice = new_struct(crate::families::family("event"), &facts[0].object, &facts);
    for line in [
        "#[event(type = \"response.new_thing.delta\")]\npub struct NewThingDelta {\n",
        "    #[event(required, index)]\n    pub sequence_number: Option<Number>,\n",
        "    #[event(non_empty)]\n    pub item_id: String,\n",
        "    /// …\n    pub delta: Option<String>,\n}\n",
        "    NewThingDelta(NewThingDelta),",
    ] {
        assert!(advice.contains(line), "{line}\n\nis not in\n\n{advice}");
    }
}

#[test]
fn the_row_of_a_missing_item_names_its_common_fields() {
    let facts: Vec<_> = ["item\tnew_call\tid\tstring\tall\t-\ttyped", "item\tnew_call\tstatus\tstring\tall\t-\ttyped"]
        .into_iter()
        .map(|line| Fact::parse(line).unwrap())
        .collect();
    let advice = new_struct(crate::families::family("item"), &facts[0].object, &facts);
    assert!(advice.ends_with("\n    NewCall(NewCall) { id, call_id: None, status },"), "{advice}");
}
