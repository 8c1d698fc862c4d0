//! The problems of an item, each with its place in the source, kept until the item is read.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::diag::Problem;

/// A stretch of the source, and its rank among the stretches of the item.
#[derive(Clone, Copy)]
pub(crate) struct SourceSpan {
    start: Span,
    end: Span,
    // Spans cannot be compared on stable Rust, so the order is noted while reading.
    rank: usize,
}

impl SourceSpan {
    pub(crate) fn span(self) -> Span {
        self.start
    }

    /// A stretch inside this one; it sorts with it. Empty `tokens` leave the stretch as it is.
    pub(crate) fn narrow(self, tokens: &impl ToTokens) -> Self {
        match ends(tokens.to_token_stream()) {
            Some((start, end)) => SourceSpan { start, end, ..self },
            None => self,
        }
    }

    /// The one that stands later in the source.
    pub(crate) fn later(self, other: Self) -> Self {
        if self.rank > other.rank { self } else { other }
    }

    /// The single token at `span`, inside this stretch.
    pub(crate) fn narrow_to(self, span: Span) -> Self {
        SourceSpan { start: span, end: span, ..self }
    }
}

/// Proof that a problem of the item is reported: only [`Problems`] makes it.
#[derive(Clone, Copy)]
pub(crate) struct Reported(());

/// The problems of one item, as far as it is read.
pub(crate) struct Problems {
    list: Vec<(SourceSpan, Problem)>,
    next_rank: usize,
}

impl Problems {
    pub(crate) fn new() -> Self {
        Problems { list: Vec::new(), next_rank: 0 }
    }

    /// Returns the proof that there is a problem, if there is one.
    pub(crate) fn reported(&self) -> Option<Reported> {
        (!self.list.is_empty()).then_some(Reported(()))
    }

    /// Returns the number of problems so far.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// Returns `true` if the problem is reported.
    pub(crate) fn any(&self, is_it: impl Fn(&Problem) -> bool) -> bool {
        self.list.iter().any(|(_, problem)| is_it(problem))
    }

    /// Marks the tokens as the next stretch of the item; to be called in source order.
    pub(crate) fn at(&mut self, tokens: &impl ToTokens) -> SourceSpan {
        let (start, end) = ends(tokens.to_token_stream()).unwrap_or_else(|| {
            let nowhere = Span::call_site();
            (nowhere, nowhere)
        });
        self.next_rank += 1;
        SourceSpan { start, end, rank: self.next_rank }
    }

    /// Reports a problem.
    pub(crate) fn push(&mut self, at: SourceSpan, problem: Problem) -> Reported {
        self.list.push((at, problem));
        Reported(())
    }

    /// Returns what was read of the item, unless there is a problem.
    pub(crate) fn finish<T>(mut self, read: Result<T, Reported>) -> Result<T, Errors> {
        match (read, self.reported()) {
            (Ok(read), None) => Ok(read),
            (Ok(_), Some(Reported(()))) | (Err(Reported(())), _) => {
                // Stable: problems of one key stay in the order in which they were found.
                self.list.sort_by_key(|(at, _)| at.rank);
                Err(Errors(self.list))
            }
        }
    }
}

/// The problems of one item, at least one, in source order.
pub(crate) struct Errors(Vec<(SourceSpan, Problem)>);

impl Errors {
    /// Returns one `compile_error!` for each problem.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0.into_iter().flat_map(|(at, problem)| compile_error(at, &problem.to_string())).collect()
    }

    /// Returns each source text that is pointed at, with the message.
    #[cfg(test)]
    pub(crate) fn into_messages(self) -> Vec<(String, String)> {
        self.0
            .into_iter()
            .map(|(at, problem)| {
                let text = at.start.join(at.end).and_then(|span| span.source_text());
                (text.unwrap_or_default(), problem.to_string())
            })
            .collect()
    }
}

fn ends(tokens: TokenStream) -> Option<(Span, Span)> {
    let mut tokens = tokens.into_iter().map(|token| token.span());
    let start = tokens.next()?;
    Some((start, tokens.last().unwrap_or(start)))
}

/// `::core::compile_error! { "message" }`, underlined from the path to the braces.
fn compile_error(at: SourceSpan, message: &str) -> Vec<TokenTree> {
    let punct = |character, spacing| {
        let mut punct = Punct::new(character, spacing);
        punct.set_span(at.start);
        TokenTree::from(punct)
    };
    let mut literal = Literal::string(message);
    literal.set_span(at.end);
    let mut braces = Group::new(Delimiter::Brace, TokenTree::from(literal).into());
    braces.set_span(at.end);
    vec![
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        Ident::new("core", at.start).into(),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        Ident::new("compile_error", at.start).into(),
        punct('!', Spacing::Alone),
        braces.into(),
    ]
}
