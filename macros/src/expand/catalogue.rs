//! The impls of the runtime crate itself, for the events of its catalogue.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// The name of the runtime crate, as Cargo tells it to the compiler.
const RUNTIME: &str = "response_event";

/// Keeps the impls out of the compiler's lists of types that implement a trait, if they are those of the runtime crate: its
/// catalogue would fill each list in an error about a type of the user's.
///
/// Other crates do not get the attribute, because tools have no names under `no_implicit_prelude`.
pub(super) fn unlisted(impls: TokenStream) -> TokenStream {
    if std::env::var("CARGO_CRATE_NAME").is_ok_and(|name| name == RUNTIME) { mark(impls) } else { impls }
}

fn mark(impls: TokenStream) -> TokenStream {
    let marked = impls.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "impl" => quote!(#[diagnostic::do_not_recommend] #ident),
        other => other.into(),
    });
    marked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_impl_is_marked() {
        let marked = mark(quote!(#[a] impl A for B { fn f(_: impl C) {} } const _: () = (); impl D {}));
        let expected = quote! {
            #[a] #[diagnostic::do_not_recommend] impl A for B { fn f(_: impl C) {} }
            const _: () = ();
            #[diagnostic::do_not_recommend] impl D {}
        };
        assert_eq!(marked.to_string(), expected.to_string());
    }
}
