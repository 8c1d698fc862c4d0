//! Spans of generated code: errors point at the source, lints see a macro.

use proc_macro2::{Ident, Span};

/// Gives a user's name the hygiene of generated code: a use of a deprecated name there is not the user's.
pub(super) fn relocate(name: &mut Ident) {
    name.set_span(located(name.span()));
}

/// Returns the name with another span: the span of an expression reaches from its first token to its last.
pub(super) fn named_at(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(span);
    name
}

/// Returns the span with the hygiene of generated code: lints see a macro, errors point at the source.
pub(super) fn located(span: Span) -> Span {
    Span::call_site().located_at(span)
}
