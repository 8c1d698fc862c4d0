//! Enums: every problem at once, in source order.

use super::{assert_problems, family, problems_of_family};
use crate::model::VariantKind;

#[test]
fn every_problem_at_once_in_source_order() {
    assert_problems(
        &problems_of_family(
            r#"
            #[serde(tag = "type")]
            #[event(type = "a")]
            enum Family {
                #[serde(rename = "b")]
                Unit,
                Struct { a: u8 },
                Wide(#[event(index)] A, B),
                #[event(unknown, unknwon)]
                One(A),
                #[event(unknown, family)]
                Two(A),
                Three(A),
                Four(Box<A>),
            }
            "#,
        ),
        &[
            (
                "tag",
                "a family does not take `tag`: its events are objects with a string field `type`; remove it, or derive serde's traits for objects of another form",
            ),
            ("type", "`type` cannot stand on the enum; it belongs on the struct"),
            (
                "rename",
                "a variant does not take `rename`: the type is written once, on the event's struct; write `#[event(type = \"…\")]` there",
            ),
            ("Unit", "the variant `Unit` holds no event; write `Unit(Event)` with the event's struct"),
            (
                "Struct",
                "the variant `Struct` has fields of its own; put them into a struct that derives `ResponseEvent` and write `Struct(Event)`",
            ),
            ("Wide", "the variant `Wide` holds more than one type; write `Wide(Event)` with the event's struct"),
            (
                "index",
                "`index` cannot stand on the type of a variant; it belongs on a field, in `strict(…)` or in `each(…)`",
            ),
            (
                "unknwon",
                "unknown key `unknwon`; did you mean `unknown`?\n`#[event(…)]` on a variant takes `unknown`, `family`, `without_type`",
            ),
            ("unknown", "the variant `One` already takes the unknown events; remove one `unknown`"),
            ("family", "a variant cannot be both `unknown` and `family`; remove one of the two"),
            (
                "Box<A>",
                "the variant `Three` already holds `A`; a family holds each event once, so remove one of the two",
            ),
        ],
    );
}

#[test]
fn kinds() {
    let family = family(
        r"
        #[event(crate = ::my)]
        enum Family<'a, T> {
            One(Box<One<'a>>),
            Two(One<T>),
            #[event(family)]
            Inner(Inner),
            #[event(unknown)]
            Unknown(UnknownEvent),
        }
        ",
    );
    let kinds: Vec<_> = family
        .variants
        .iter()
        .map(|variant| match variant.kind {
            VariantKind::Event => "event",
            VariantKind::Family => "family",
            VariantKind::Unknown => "unknown",
        })
        .collect();
    assert_eq!(kinds, ["event", "event", "family", "unknown"]);
}
