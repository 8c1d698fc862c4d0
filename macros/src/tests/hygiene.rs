//! The names in what the derives write: whatever they bind begins with `__`, and whatever they refer to is either written
//! by the user, begins with `__`, or is an absolute path. So nothing a user calls something can be taken for something else.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Item, Lifetime};

use super::goldens::{cases, expansion};

/// Shapes that the goldens have not.
const MORE: &[&str] = &[
    r#"#[derive(ResponseEvent)] #[event(type = "a")] struct Unit;"#,
    r#"#[derive(ResponseEvent)] #[event(type = "a")] #[serde(deny_unknown_fields)] struct Empty {}"#,
    r#"#[derive(ResponseEvent)] #[event(type = "a", strict(with(whole)))] #[serde(default)]
    struct Defaults<'a, T: Copy, const N: usize> where T: Into<u8> {
        #[event(nested, each(range(-1..=0.5), with(item)))]
        items: [T; N],
        #[serde(deserialize_with = "read", serialize_with = "write")]
        time: u64,
        #[serde(borrow = "'a")]
        text: Option<Cow<'a, str>>,
        #[serde(default = "zero", skip)]
        counted: u8,
        #[event(required, integer, strict(range(2..)))]
        number: Option<Long>,
        #[serde(bound(serialize = "T: Write", deserialize = "T: Read<'de>"))]
        last: T,
    }"#,
    r#"#[derive(ResponseEvent)] #[event(type = "a")] struct OnlyRest { #[serde(flatten)] rest: Map<String, Value> }"#,
    r#"#[derive(ResponseEvent)] #[event(type = "a", crate = ::elsewhere::events)] #[serde(crate = "::serde")]
    struct Elsewhere { r#type_: u8, r#fn: u8 }"#,
    r#"#[derive(ResponseEvent)] #[event(type = "a", alias = "b", schema)] #[serde(default)]
    struct Described<'a, T, const N: usize> {
        #[event(each(range(-1..=0.5)), strict(len(..=3), with(item)))]
        #[serde(alias = "older", default = "zero")]
        items: Vec<T>,
        #[serde(with = "time")]
        #[event(schema_with(of_time))]
        time: u64,
        #[serde(borrow, flatten)]
        rest: Rest<'a>,
    }"#,
    r#"#[derive(ResponseEvent)] #[event(type = "a", schema, serialize_only)] struct Written<'a> { words: &'a [&'a str] }"#,
    "#[derive(EventFamily)] #[event(schema, serialize_only)] enum WrittenFamily<'a> { Written(Written<'a>) }",
    "#[derive(EventFamily)] #[event(schema)] enum DescribedFamily<'a, T> { Any(T), #[event(family)] Inner(Box<Inner<'a>>) }",
    "#[derive(EventFamily)] enum Single { Only(Only) }",
    "#[derive(EventFamily)] #[event(crate = crate::events)]
    enum Generic<'a, T: Copy = u8, U = u8, const N: usize = 1> { Any(T), Boxed(Box<U>), Many(Many<'a, T, N>) }",
];

fn more() -> impl Iterator<Item = Item> {
    MORE.iter().map(|item| syn::parse_str(item).expect("an item"))
}

fn goldens() -> impl Iterator<Item = Item> {
    cases().into_iter().flat_map(|(_, file)| file.items)
}

#[test]
fn every_name_is_reserved_absolute_or_the_users() {
    assert_eq!(assert_names(more()), MORE.len());
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn every_name_of_the_goldens_is_reserved_absolute_or_the_users() {
    assert!(assert_names(goldens()) > 0);
}

/// Looks through the names in the expansion of each item, and counts those that have one.
fn assert_names(items: impl Iterator<Item = Item>) -> usize {
    let mut expanded = 0;
    for item in items {
        let Some(expansion) = expansion(&item) else { continue };
        expanded += 1;
        let mut users = HashSet::new();
        collect(item.to_token_stream(), &mut users);
        let mut names = Names { users: &users, taken: Vec::new() };
        for item in &expansion {
            names.visit_item(item);
        }
        assert!(names.taken.is_empty(), "{:?} in the expansion of {}", names.taken, item.to_token_stream());
    }
    expanded
}

#[test]
fn every_impl_is_marked_as_derived() {
    assert_eq!(unmarked(more()), [""; 0]);
}

#[test]
#[cfg_attr(not(repository), ignore = "needs the cases in ../tests, which only the repository has")]
fn every_impl_of_the_goldens_is_marked_as_derived() {
    assert_eq!(unmarked(goldens()), [""; 0]);
}

/// Finds the impls in the expansion of each item that are not marked.
fn unmarked(items: impl Iterator<Item = Item>) -> Vec<String> {
    struct Impls(Vec<String>);
    impl<'ast> Visit<'ast> for Impls {
        fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
            if !item.attrs.iter().any(|attribute| attribute.path().is_ident("automatically_derived")) {
                self.0.push(item.to_token_stream().to_string());
            }
            visit::visit_item_impl(self, item);
        }
    }
    let mut unmarked = Impls(Vec::new());
    for item in items {
        expansion(&item).iter().flatten().for_each(|item| unmarked.visit_item(item));
    }
    unmarked.0
}

/// Every word of the user's, those in strings included: `#[serde(with = "module")]`.
fn collect(tokens: TokenStream, words: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => drop(words.insert(ident.to_string())),
            TokenTree::Group(group) => collect(group.stream(), words),
            TokenTree::Literal(literal) => {
                let text = syn::parse2::<syn::LitStr>(literal.into_token_stream());
                if let Some(tokens) = text.ok().and_then(|text| text.value().parse().ok()) {
                    collect(tokens, words);
                }
            }
            TokenTree::Punct(_) => {}
        }
    }
}

struct Names<'u> {
    users: &'u HashSet<String>,
    taken: Vec<String>,
}

impl Names<'_> {
    fn bound(&mut self, name: &syn::Ident) {
        let name = name.to_string();
        if !name.starts_with("__") && !self.users.contains(&name) {
            self.taken.push(name);
        }
    }
}

impl<'ast> Visit<'ast> for Names<'_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let first = path.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
        let keyword = ["Self", "self"].contains(&first.as_str());
        let reserved = first.starts_with("__");
        if path.leading_colon.is_none() && !keyword && !reserved && !self.users.contains(&first) {
            self.taken.push(path.to_token_stream().to_string());
        }
        visit::visit_path(self, path);
    }

    /// `#[allow(…)]` and `#[automatically_derived]` are no paths to items.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if item.leading_colon.is_none() && !matches!(&item.tree, syn::UseTree::Path(path) if path.ident == "crate") {
            self.taken.push(item.to_token_stream().to_string());
        }
        visit::visit_item_use(self, item);
    }

    fn visit_use_rename(&mut self, rename: &'ast syn::UseRename) {
        if rename.rename != "_" {
            self.bound(&rename.rename);
        }
    }

    fn visit_use_name(&mut self, name: &'ast syn::UseName) {
        self.bound(&name.ident);
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.bound(&pattern.ident);
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.bound(&item.ident);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        if item.ident != "_" {
            self.bound(&item.ident);
        }
        visit::visit_item_const(self, item);
    }

    fn visit_generic_param(&mut self, parameter: &'ast syn::GenericParam) {
        match parameter {
            syn::GenericParam::Type(parameter) => self.bound(&parameter.ident),
            syn::GenericParam::Const(parameter) => self.bound(&parameter.ident),
            syn::GenericParam::Lifetime(_) => {}
        }
        visit::visit_generic_param(self, parameter);
    }

    fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
        if lifetime.ident != "static" && lifetime.ident != "_" {
            self.bound(&lifetime.ident);
        }
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.taken.push(mac.to_token_stream().to_string());
    }
}
