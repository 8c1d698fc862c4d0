//! The pipeline: syntax and check make a model of what was written, or errors; a model is expanded, errors stand
//! beside stub impls, so that one mistake does not look like many.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use crate::check::{self, Invalid};
use crate::{expand, fallback};

pub(crate) fn event(input: &DeriveInput) -> TokenStream {
    match check::event(input) {
        Ok(event) => expand::event(event),
        Err(invalid) => with_stubs(input, invalid, |runtime, is_part| fallback::event(input, runtime, is_part)),
    }
}

pub(crate) fn family(input: &DeriveInput) -> TokenStream {
    match check::family(input) {
        Ok(family) => expand::family(family),
        Err(invalid) => with_stubs(input, invalid, |runtime, is_part| fallback::family(input, runtime, is_part)),
    }
}

fn with_stubs(input: &DeriveInput, invalid: Invalid, stubs: impl FnOnce(&Path, bool) -> TokenStream) -> TokenStream {
    let Invalid { errors, runtime, is_part, has_schema, is_derived_twice } = invalid;
    let errors = errors.into_compile_errors();
    let stubs = (!is_derived_twice).then(|| stubs(&runtime, is_part));
    let schema =
        (has_schema && check::SCHEMA_IS_ENABLED && !is_derived_twice).then(|| fallback::schema(input, &runtime));
    quote!(#errors #stubs #schema)
}
