//! The code to write if a struct or a field is missing.

use crate::facts::{Fact, Object, Place};
use crate::families::Family;

/// A struct for the object, and its row in the family.
pub(crate) fn new_struct(family: &Family, object: &Object, facts: &[Fact]) -> String {
    let Object { tag, .. } = object;
    let name = struct_name(tag);
    let typed = || facts.iter().filter(|fact| fact.place != Place::Extra);
    let fields: String = typed().map(field).collect();
    let extra = "    /// Fields that this version does not know.\n    #[serde(flatten)]\n    pub extra: ExtraFields,\n";
    let arguments = typed().filter(|fact| makes_the_event(fact)).map(|fact| format!("{}: {}", fact.field, plain(fact)));
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    format!(
        "`{}` does not know `{tag}`. In {}, write\n\n/// …: `{tag}`.\n#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, \
         ResponseEvent)]\n#[event(type = \"{tag}\")]\n#[non_exhaustive]\npub struct {name} {{\n{fields}{extra}}}\n\nin its \
         `constructors!`\n\n    {name}({arguments});\n\nand in {}\n\n    \
         {name}({name}){},",
        family.name,
        family.home,
        family.table,
        if family.kind == "item" { common_fields(facts) } else { String::new() }
    )
}

/// The end of an item's row: its common fields, each with `None` if the struct does not have it.
fn common_fields(facts: &[Fact]) -> String {
    let is_typed = |name| facts.iter().any(|fact| fact.field == name && fact.place == Place::Typed);
    let fields = ["id", "call_id", "status"];
    let fields = fields.map(|name| if is_typed(name) { name.to_owned() } else { format!("{name}: None") });
    format!(" {{ {} }}", fields.join(", "))
}

/// The declaration of the field, with the rules that the catalogue gives to such fields.
pub(crate) fn field(fact: &Fact) -> String {
    let Fact { field, .. } = fact;
    let plain = plain(fact);
    let optional = !makes_the_event(fact);
    let mut rules = Vec::new();
    if optional && fact.is_demanded() {
        rules.push("required");
    }
    match plain {
        "Number" => rules.push("index"),
        "String" if fact.is_demanded() && (field == "id" || field.ends_with("_id")) => rules.push("non_empty"),
        "Vec<…>" => rules.push("each(nested)"),
        "…" => rules.push("nested"),
        _ => {}
    }
    let rules = if rules.is_empty() { String::new() } else { format!("    #[event({})]\n", rules.join(", ")) };
    let plain = if optional { format!("Option<{plain}>") } else { plain.to_owned() };
    format!("    /// …\n{rules}    pub {field}: {plain},\n")
}

/// Returns `true` for the field that decoding requires: the piece of a delta, or the complete text.
fn makes_the_event(fact: &Fact) -> bool {
    let tag = &fact.object.tag;
    let is_text = fact.types == "string" && !(fact.field.ends_with("_id") || fact.field == "name");
    let is_payload = match tag.rsplit_once('.') {
        Some((_, "delta")) => fact.field == "delta",
        Some((_, "done")) => is_text,
        _ => false,
    };
    fact.object.kind == "event" && fact.is_demanded() && is_payload
}

/// The type of the field, without the `Option` around it.
fn plain(fact: &Fact) -> &'static str {
    match fact.place {
        Place::Raw | Place::Extra => "RawJson",
        Place::Typed if fact.may_be("number") => "Number",
        Place::Typed if fact.may_be("string") => "String",
        Place::Typed if fact.may_be("boolean") => "bool",
        Place::Typed if fact.may_be("array") => "Vec<…>",
        Place::Typed => "…",
    }
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
        "event\tresponse.new_thing.delta\tsequence_number\tnumber\tpython\t-\t-\t-\ttyped",
        "event\tresponse.new_thing.delta\titem_id\tstring\tpython\t-\t-\t-\ttyped",
        "event\tresponse.new_thing.delta\tdelta\tstring\tpython\t-\t-\t-\ttyped",
        "event\tresponse.new_thing.delta\tname\tstring\t-\tpython\t-\tpython\ttyped",
    ]
    .into_iter()
    .map(|line| Fact::parse(line).unwrap())
    .collect();
    let advice = new_struct(crate::families::family("event"), &facts[0].object, &facts);
    for line in [
        "#[event(type = \"response.new_thing.delta\")]\n#[non_exhaustive]\npub struct NewThingDelta {\n",
        "    #[event(required, index)]\n    pub sequence_number: Option<Number>,\n",
        "    #[event(required, non_empty)]\n    pub item_id: Option<String>,\n",
        "    /// …\n    pub delta: String,\n    /// …\n    pub name: Option<String>,\n",
        "    #[serde(flatten)]\n    pub extra: ExtraFields,\n}\n",
        "    NewThingDelta(delta: String);",
        "    NewThingDelta(NewThingDelta),",
    ] {
        assert!(advice.contains(line), "{line}\n\nis not in\n\n{advice}");
    }
}

#[test]
fn the_row_of_a_missing_item_names_its_common_fields() {
    let facts: Vec<_> =
        ["item\tnew_call\tid\tstring\tnode\t-\t-\t-\ttyped", "item\tnew_call\tstatus\tstring\tnode\t-\t-\t-\ttyped"]
            .into_iter()
            .map(|line| Fact::parse(line).unwrap())
            .collect();
    let advice = new_struct(crate::families::family("item"), &facts[0].object, &facts);
    assert!(advice.ends_with("\n    NewCall(NewCall) { id, call_id: None, status },"), "{advice}");
}
