//! Spans of generated code: errors point at the source, lints see a macro.

use proc_macro2::{Ident, Span};

/// A name of the user's is not used by the user where generated code uses it: it may be deprecated.
pub(super) fn relocate(name: &mut Ident) {
    name.set_span(located(name.span()));
}

/// The name with another span: that of an expression reaches from its first token to its last.
pub(super) fn named_at(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(span);
    name
}

/// Where the user wrote something, with the hygiene of generated code: lints see a macro, errors point at the source.
pub(super) fn located(span: Span) -> Span {
    Span::call_site().located_at(span)
}
