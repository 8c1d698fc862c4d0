//! The expansions in `tests/tests/expand/expanded` are what the derives write for the cases in `tests/tests/expand/written`.
//!
//! After a change: `BLESS=1 cargo test -p response-event-macros goldens`, then read the difference.

use std::env;
use std::fs;
use std::path::PathBuf;

use syn::{Attribute, DeriveInput, Field, Item, Meta, Token, punctuated::Punctuated};

use super::repository::{entries, text};
use super::{event, family};
use crate::expand;

/// Reads the cases as written, with their paths.
pub(super) fn cases() -> Vec<(PathBuf, syn::File)> {
    let parse = |path: PathBuf| {
        let file = syn::parse_file(&text(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, file)
    };
    ["tests/expand/written", "schema/tests/expand/written"].into_iter().flat_map(entries).map(parse).collect()
}

/// Returns the code that the derives of an item write, or `None` if it has none of ours.
pub(super) fn expansion(item: &Item) -> Option<Vec<Item>> {
    let input: DeriveInput = match item {
        Item::Struct(item) => syn::parse_quote!(#item),
        Item::Enum(item) => syn::parse_quote!(#item),
        _ => return None,
    };
    let derives = |name: &str| input.attrs.iter().flat_map(derived).any(|path| path.is_ident(name));
    let written = quote::quote!(#input).to_string();
    let tokens = if derives("ResponseEvent") {
        expand::event(event(&written))
    } else if derives("EventFamily") {
        expand::family(family(&written))
    } else {
        return None;
    };
    Some(syn::parse2::<syn::File>(tokens).expect("items").items)
}

fn derived(attribute: &Attribute) -> Punctuated<syn::Path, Token![,]> {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("derive") => {
            attribute.parse_args_with(Punctuated::parse_terminated).expect("paths of derives")
        }
        _ => Punctuated::new(),
    }
}

/// The item without what our derives read.
fn stripped(mut item: Item) -> Item {
    fn strip_fields<'f>(fields: impl IntoIterator<Item = &'f mut Field>) {
        fields.into_iter().for_each(|field| strip(&mut field.attrs));
    }
    match &mut item {
        Item::Struct(item) => {
            strip(&mut item.attrs);
            strip_fields(&mut item.fields);
        }
        Item::Enum(item) => {
            strip(&mut item.attrs);
            for variant in &mut item.variants {
                strip(&mut variant.attrs);
                strip_fields(&mut variant.fields);
            }
        }
        _ => {}
    }
    item
}

fn strip(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !attribute.path().is_ident("event") && !attribute.path().is_ident("serde"));
    for attribute in attributes {
        let mut derives = derived(attribute).into_iter().peekable();
        if derives.peek().is_some() {
            let others = derives.filter(|path| !path.is_ident("ResponseEvent") && !path.is_ident("EventFamily"));
            *attribute = syn::parse_quote!(#[derive(#(#others),*)]);
        }
    }
}

/// The file, with every derive of ours replaced by what it writes, and one empty line between items, as people write.
fn expanded(mut file: syn::File) -> String {
    let items = std::mem::take(&mut file.items);
    let (uses, items): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| matches!(item, Item::Use(_)));
    let head = syn::File { items: Vec::new(), ..file };
    let uses = syn::File { items: uses, ..syn::parse_quote!() };
    let mut texts = vec![prettyplease::unparse(&head), prettyplease::unparse(&uses)];
    for item in items {
        let expansion = expansion(&item).unwrap_or_default();
        let items = std::iter::once(stripped(item)).chain(expansion);
        texts.extend(items.map(|item| prettyplease::unparse(&syn::parse_quote!(#item))));
    }
    texts.join("\n")
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn each_case_expands_to_its_golden() {
    for (path, file) in cases() {
        let (written, name) = (path.parent().unwrap_or(&path), path.file_name().unwrap_or_default());
        let golden = written.with_file_name("expanded").join(name);
        let expanded = expanded(file);
        if env::var_os("BLESS").is_some() {
            fs::write(&golden, &expanded).expect("a golden to write");
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert!(
            expected == expanded,
            "{} is not what is written now; run with BLESS=1 and read the difference:\n{expanded}",
            golden.display(),
        );
    }
}
