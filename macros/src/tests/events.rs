//! Structs: every problem at once, in source order, and recovery inside an attribute.

use quote::ToTokens;

use super::{assert_problems, event, problems_of_event};
use crate::model::{Body, Default, Field, Level, Literal, Role, RuleKind, WireField};

#[test]
fn every_problem_at_once_in_source_order() {
    let found = problems_of_event(
        r#"
        #[event(tpye = "a.b", alias = 5)]
        #[serde(rename_al = "camelCase")]
        struct Delta {
            #[event(index non_empty, lenn(1..=4), prefix())]
            r#type: String,
            #[serde(untagged, rename = "item", flaten)]
            #[event(range(5..=3), base64)]
            item_id: String,
        }
        "#,
    );
    let pointed: Vec<_> = found.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(
        pointed,
        ["tpye", "5", "rename_al", "non_empty", "non_empty", "lenn", "prefix", "r#type", "untagged", "flaten", "5..=3",]
    );
}

#[test]
fn an_unknown_key_takes_its_arguments_and_no_more() {
    for unknown in
        ["frob", "frob(min = 1, max = 2)", "frob = 5", "frob = a::<B>::c", "frob: 5", "frob[1, 2]", "frob \"x\""]
    {
        let found = problems_of_event(&format!(
            r#"#[event(type = "a.b")] struct Delta {{ #[event({unknown}, len(0..5), index)] item: u64 }}"#,
        ));
        let messages: Vec<_> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(messages, ["frob", "0..5"], "{unknown}: {found:#?}");
    }
}

#[test]
fn a_slip_is_not_also_a_missing_type() {
    assert_problems(
        &problems_of_event(r#"#[event(typ = "a.b")] struct Delta;"#),
        &[(
            "typ",
            "unknown key `typ`; did you mean `type`?\n`#[event(…)]` on the struct takes `type`, `alias`, `untagged`, `part`, `serialize_only`, `schema`, `accept`, `crate`, `bound`, `with`, `strict`",
        )],
    );
    assert_problems(
        &problems_of_event("struct Delta;"),
        &[("Delta", "the event `Delta` has no type; write `#[event(type = \"…\")]` above the struct")],
    );
}

#[test]
fn fragments_of_macros_are_read_through() {
    let mut input: syn::DeriveInput = syn::parse_quote!(
        struct Delta;
    );
    // `macro_rules!` hands `$type:literal` on in an invisible group.
    let literal = proc_macro2::Literal::string("a.b");
    let group = proc_macro2::Group::new(proc_macro2::Delimiter::None, literal.to_token_stream());
    input.attrs.push(syn::parse_quote!(#[event(type = #group)]));
    let Ok(event) = crate::check::event(&input) else { panic!("no model") };
    assert_eq!(event.tag.expect("a tag").value(), "a.b");
}

fn fields(event: &crate::model::Event) -> &[Field] {
    match &event.body {
        Body::Named(fields) => fields,
        Body::Unit => &[],
    }
}

fn wire_field(field: &Field) -> &WireField {
    match &field.role {
        Role::Wire(wire) => wire,
        Role::Flatten { .. } | Role::HadNoType | Role::Skip { .. } => panic!("no name on the wire"),
    }
}

#[test]
fn wire_names_follow_serde() {
    let event = event(
        r#"
        #[event(type = "a.b", alias = "a.c")]
        #[serde(rename = "Other", rename_all(serialize = "camelCase", deserialize = "camelCase"))]
        struct Delta<'a> {
            item_id: String,
            r#match: u64,
            #[serde(rename(serialize = "x", deserialize = "x"), alias = "y", alias = "z")]
            partial_image: String,
            #[serde(borrow)]
            borrowed: Cow<'a, str>,
            #[serde(skip)]
            r#type: u8,
        }
        "#,
    );
    assert_eq!(event.name, "Other");
    assert_eq!(event.tag_aliases.len(), 1);
    let fields = fields(&event);
    let names: Vec<_> = fields.iter().take(4).map(|field| wire_field(field).name.value()).collect();
    assert_eq!(names, ["itemId", "match", "x", "borrowed"]);
    let aliases: Vec<_> = wire_field(&fields[2]).aliases.iter().map(syn::LitStr::value).collect();
    assert_eq!(aliases, ["y", "z"]);
    assert!(wire_field(&fields[3]).borrow.is_some());
    assert!(matches!(fields[4].role, Role::Skip { default: Default::Trait }));
}

#[test]
fn paths_of_serde_are_parsed() {
    let event = event(
        r#"
        #[event(type = "a.b", crate = "my::runtime")]
        #[serde(bound(serialize = "T: A, U: B", deserialize = ""), default = "Delta::<u8>::make")]
        struct Delta<T> {
            #[serde(with = "codec::base64", default = "Vec<u8>::new")]
            image: T,
        }
        "#,
    );
    assert_eq!(event.runtime.to_token_stream().to_string(), "my :: runtime");
    assert_eq!(event.serde.to_token_stream().to_string(), "my :: runtime :: __private :: serde");
    assert_eq!(event.bound.serialize.as_ref().map(Vec::len), Some(2));
    assert_eq!(event.bound.deserialize.as_ref().map(Vec::len), Some(0));
    let image = wire_field(&fields(&event)[0]);
    let text = |path: &Option<syn::ExprPath>| path.to_token_stream().to_string();
    assert_eq!(text(&image.serialize_with), "codec :: base64 :: serialize");
    assert_eq!(text(&image.deserialize_with), "codec :: base64 :: deserialize");
    let Default::Path(default) = &image.default else { panic!("no path") };
    assert_eq!(default.to_token_stream().to_string(), "Vec :: < u8 > :: new");
}

#[test]
fn numbers_are_read_from_tokens() {
    let range = |arguments: &str| {
        let event =
            event(&format!(r#"#[event(type = "a.b")] struct Delta {{ #[event(range({arguments}))] index: u64 }}"#));
        match &wire_field(&fields(&event)[0]).rules[0].kind {
            RuleKind::Range { min, max } => (*min, *max),
            _ => panic!("another rule"),
        }
    };
    let whole = |number| Some(Literal::Whole(number));
    let is = |one: (Option<Literal>, Option<Literal>), two: (Option<Literal>, Option<Literal>)| {
        assert_eq!(
            format!("{:?}", two.0.map(crate::rule::approximate)),
            format!("{:?}", one.0.map(crate::rule::approximate))
        );
        assert_eq!(
            format!("{:?}", two.1.map(crate::rule::approximate)),
            format!("{:?}", one.1.map(crate::rule::approximate))
        );
    };
    is(range("-5..=3"), (whole(-5), whole(3)));
    is(range("..=-1"), (None, whole(-1)));
    is(range("0x10.."), (whole(16), None));
    is(range("1_000..=1e3"), (whole(1000), whole(1000)));
    is(range("-0.5..=1.5"), (Some(Literal::Fraction(-0.5)), Some(Literal::Fraction(1.5))));
    is(range("-9223372036854775808..=18446744073709551615"), (whole(i64::MIN.into()), whole(u64::MAX.into())));
}

#[test]
fn levels() {
    let event = event(
        r#"
        #[event(type = "a.b", with(check), strict(with(strictly)))]
        struct Delta {
            #[event(each(non_empty, each(len(8))), strict(each(each(base64)), len(..=9),), nullable)]
            items: Vec<String>,
        }
        "#,
    );
    let levels: Vec<_> = event.rules.iter().map(|rule| rule.level == Level::Strict).collect();
    assert_eq!(levels, [false, true]);
    let items = wire_field(&fields(&event)[0]);
    assert!(items.nullable.is_some());
    let rules: Vec<_> =
        items.rules.iter().map(|rule| (rule.level == Level::Strict, crate::rule::describe(&rule.kind))).collect();
    assert_eq!(
        rules,
        [
            (false, "each(non_empty, each(len(8)))".to_owned()),
            (true, "each(each(base64))".to_owned()),
            (true, "len(..=9)".to_owned()),
        ]
    );
}

#[test]
fn rules_that_can_be_kept_are_accepted() {
    for rules in [
        "index, range(1..=9)",
        "index, integer",
        "non_empty, len(..=4)",
        "len(1..=4), strict(len(2..=3))",
        "range(0..=100), strict(range(0..=50))",
        "range(0.5..=1.5), integer",
        r#"prefix("ig_"), one_of("ig_a", "ig_b")"#,
        r#"prefix("ig_"), strict(prefix("ig_0"))"#,
        r#"one_of("a", "bb"), strict(len(1))"#,
        r#"base64, prefix("iVBORw0KGgo")"#,
        "with(a), with(b), strict(with(c))",
        "each(non_empty), each(len(..=4))",
        "each(index), len(1..), strict(each(range(..=9)))",
        "required, non_empty, nested",
        "nullable, strict(required)",
        "prefix(\"é\"), len(1)",
        "with(module::<A, B>::check)",
    ] {
        event(&format!(r#"#[event(type = "a.b")] struct Delta {{ #[event({rules})] item: T }}"#));
    }
}

#[test]
fn serde_as_it_is_accepted() {
    for keys in [
        r#"rename = "a", alias = "b", alias = "c", default"#,
        r#"skip, default = "path""#,
        r#"serialize_with = "a", deserialize_with = "b", skip_serializing_if = "Option::is_none""#,
        r#"borrow = "'a", bound(serialize = "T: A"), bound(deserialize = "T: B")"#,
        "flatten",
        "",
    ] {
        event(&format!(r#"#[event(type = "a.b",)] struct Delta<'a> {{ #[serde({keys})] item: T<'a> }}"#));
    }
}
