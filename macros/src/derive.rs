//! The pipeline: syntax and check make a model of what was written, or problems; a model is expanded, problems become
//! compile errors beside stub impls, so that one mistake does not look like many.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::problems::Problems;
use crate::{check, expand, fallback};

pub(crate) fn event(input: &DeriveInput) -> TokenStream {
    let mut problems = Problems::new();
    match check::event(input, &mut problems) {
        Some(event) if problems.is_empty() => expand::event(event),
        _ => with_stubs(problems, &fallback::event(input)),
    }
}

pub(crate) fn family(input: &DeriveInput) -> TokenStream {
    let mut problems = Problems::new();
    match check::family(input, &mut problems) {
        Some(family) if problems.is_empty() => expand::family(family),
        _ => with_stubs(problems, &fallback::family(input)),
    }
}

fn with_stubs(problems: Problems, stubs: &TokenStream) -> TokenStream {
    let errors = problems.into_compile_errors();
    quote!(#errors #stubs)
}
