//! `attributes.md` has a row for every key, in a table of the right heading, and the forms in `vocabulary.rs` are true.

use quote::ToTokens;

use super::repository::{entries, text};
use super::{problems_of_event, problems_of_family};
use crate::vocabulary::{EVENT, Place, REFUSED, Row, SERDE};

const REFERENCE: &str = include_str!("../../attributes.md");

/// The first cells of the tables under a heading.
fn first_cells(heading: &str) -> Vec<&'static str> {
    let (_, section) = REFERENCE.split_once(heading).expect("the heading");
    let section = section.split("\n## ").next().unwrap_or_default();
    section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).collect()
}

fn assert_listed(name: &str, heading: &str) {
    let listed = first_cells(heading).iter().any(|cell| {
        let words: Vec<_> = cell.split(|character: char| !character.is_alphanumeric() && character != '_').collect();
        words.contains(&name)
    });
    assert!(listed, "`{name}` has no row under `{heading}`");
}

fn assert_rows<K>(rows: &[Row<K>], headings: impl Fn(Place) -> Option<&'static str>) {
    for row in rows {
        for heading in row.places.iter().filter_map(|place| headings(*place)) {
            assert_listed(row.name, heading);
        }
    }
}

#[test]
fn every_key_has_a_row() {
    assert_rows(EVENT, |place| match place {
        Place::Event | Place::StrictEvent => Some("## On the struct"),
        Place::Field | Place::Strict | Place::Each => Some("## On a field"),
        Place::Family | Place::Variant => Some("## On an enum of events"),
        Place::VariantField => None,
    });
    assert_rows(SERDE, |_| Some("## What is kept of serde"));
    for name in REFUSED {
        assert_listed(name, "## What is refused of serde");
    }
}

/// The UI test compiles and runs the case that the example is.
#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn the_example_of_types_that_begin_alike_compiles() {
    let case = entries("ui/fail").into_iter().find(|family| family.ends_with("value")).expect("the folder");
    let case = text(&case.join("wildcard-tag.fixed.rs"));
    assert!(REFERENCE.contains(&format!("```text\n{}\n```", case.trim())), "copy it:\n{case}");
}

/// A message that tells what to write must tell what compiles.
#[test]
fn every_form_is_accepted() {
    let fill = |form: &str| {
        form.replace("rule, …", "non_empty")
            .replace("strict(non_empty)", "strict(with(f))")
            .replacen("\"…\"", "\"a\"", 1)
            .replacen("\"…\"", "\"b\"", 1)
    };
    for row in EVENT {
        let form = fill(row.form);
        for place in row.places {
            let found = match place {
                Place::Event if matches!(row.name, "type" | "untagged") => {
                    problems_of_event(&format!("#[event({form})] struct E;"))
                }
                Place::Event => problems_of_event(&format!("#[event(type = \"t\", {form})] struct E;")),
                Place::StrictEvent => problems_of_event(&format!("#[event(type = \"t\", strict({form}))] struct E;")),
                Place::Field if row.name == "schema_with" => {
                    problems_of_event(&format!("#[event(untagged, schema)] struct E {{ #[event({form})] a: T }}"))
                }
                Place::Field => {
                    problems_of_event(&format!("#[event(type = \"t\")] struct E {{ #[event({form})] a: T }}"))
                }
                Place::Strict => {
                    problems_of_event(&format!("#[event(type = \"t\")] struct E {{ #[event(strict({form}))] a: T }}"))
                }
                Place::Each => {
                    problems_of_event(&format!("#[event(type = \"t\")] struct E {{ #[event(each({form}))] a: T }}"))
                }
                Place::Family => problems_of_family(&format!("#[event({form})] enum F {{ A(A) }}")),
                Place::Variant => problems_of_family(&format!("enum F {{ #[event({form})] A(A) }}")),
                Place::VariantField => Vec::new(),
            };
            assert!(found.is_empty(), "{form} at {place:?}: {found:#?}");
        }
    }
    for row in SERDE {
        for form in fill(row.form).split("` or `") {
            for place in row.places {
                let found = match place {
                    Place::Event => problems_of_event(&format!("#[event(type = \"t\")] #[serde({form})] struct E;")),
                    _ => problems_of_event(&format!(
                        "#[event(type = \"t\")] struct E {{ #[serde({form})] field: T<'a, 'b> }}"
                    )),
                };
                assert!(found.is_empty(), "{form} at {place:?}: {found:#?}");
            }
        }
    }
}

/// Every key of serde is told what to write in every place, in words of its own.
#[test]
fn every_refusal_has_a_reason() {
    let message = |found: Vec<(String, String)>| match found.into_iter().next() {
        Some((_, message)) => message,
        None => String::new(),
    };
    for name in REFUSED {
        for item in [
            format!("#[event(type = \"t\")] #[serde({name})] struct E;"),
            format!("#[event(type = \"t\")] struct E {{ #[serde({name} = \"x\")] a: T }}"),
        ] {
            let message = message(problems_of_event(&item));
            assert!(message.starts_with(&format!("an event does not take `{name}`: ")), "{message}");
            assert!(!message.ends_with(": remove it"), "{message}");
        }
    }
    for name in SERDE.iter().map(|row| row.name).chain(REFUSED.iter().copied()) {
        let on_family = message(problems_of_family(&format!("#[serde({name})] enum F {{ A(A) }}")));
        assert!(on_family.starts_with(&format!("a family does not take `{name}`: ")), "{on_family}");
        let on_variant = message(problems_of_family(&format!("enum F {{ #[serde({name} = \"x\")] A(A) }}")));
        assert!(on_variant.starts_with(&format!("a variant does not take `{name}`: ")), "{on_variant}");
        let on_type = message(problems_of_family(&format!("enum F {{ A(#[serde({name})] A) }}")));
        assert_eq!(on_variant, on_type);
    }
}

/// An item with both derives has the impls of the other one.
#[test]
fn an_item_with_the_keys_of_the_other_derive_has_no_stubs() {
    let expand = |derive: fn(&syn::DeriveInput) -> proc_macro2::TokenStream, item: &str| {
        let file: syn::File = syn::parse2(derive(&syn::parse_str(item).expect("an item"))).expect("items");
        file.items.iter().filter(|item| matches!(item, syn::Item::Impl(_))).count()
    };
    assert_eq!(expand(crate::derive::family, "#[event(type = \"a\")] struct E { #[event(non_empty)] a: T }"), 0);
    assert_eq!(expand(crate::derive::event, "enum E { A(A), #[event(unknown)] B(B) }"), 0);
    assert_ne!(expand(crate::derive::family, "struct E { a: T }"), 0);
    assert_ne!(expand(crate::derive::event, "enum E { A(A) }"), 0);
}

/// The stubs must be impls for every kind of item, with its generics and the path that it names.
#[test]
fn stubs_are_items() {
    for (item, held) in [
        ("struct E<'a, T: Clone, const N: usize>(&'a [T; N]) where T: Default;", 0),
        ("enum E { A, B(u8), C(Box<u8>), D(u16) }", 2),
        ("enum E<T> { A(T), B(Box<T>), C(u8, u8), D { e: u8 }, F((Vec<T>)), G() }", 1),
        ("union E { a: u8 }", 0),
        ("#[event(crate = my::path, alias = 5)] struct E<T = u8> { a: T }", 0),
    ] {
        let input: syn::DeriveInput = syn::parse_str(item).expect("an item");
        // `From` and `TryFrom` for each type that a family holds.
        for (output, impls) in [(crate::derive::event(&input), 5), (crate::derive::family(&input), 5 + 2 * held)] {
            let mut file: syn::File = syn::parse2(output).expect("items");
            file.items.retain(|item| !matches!(item, syn::Item::Macro(_)));
            let text = file.to_token_stream().to_string();
            assert!(file.items.iter().all(|item| matches!(item, syn::Item::Impl(_))), "{text}");
            assert_eq!(file.items.len(), impls, "{text}");
            assert_eq!(text.contains("my :: path"), item.contains("my::path"));
            assert_ne!(text.contains(":: response_event ::"), item.contains("my::path"));
        }
    }
}
