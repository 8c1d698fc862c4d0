//! The usage of a response, completed and checked.

use alloc::format;
use alloc::string::String;

use super::error::EmitError;
use super::given;
use crate::payload::{InputTokensDetails, OutputTokensDetails, Usage};
use crate::{Number, Violation};

/// Returns the usage with its sum and its details, which are 0 where they are absent.
pub(super) fn checked(mut usage: Usage) -> Result<Usage, EmitError> {
    if let (None, Some(input), Some(output)) = (usage.total_tokens, usage.input_tokens(), usage.output_tokens()) {
        usage.total_tokens = input.checked_add(output).map(Number::from);
    }
    let InputTokensDetails { cached_tokens, cache_write_tokens, .. } =
        usage.input_tokens_details.get_or_insert_default();
    cached_tokens.get_or_insert_default();
    cache_write_tokens.get_or_insert_default();
    let OutputTokensDetails { reasoning_tokens, .. } = usage.output_tokens_details.get_or_insert_default();
    reasoning_tokens.get_or_insert_default();
    let usage = given::checked("usage", &usage)?;
    let violations = [
        too_many("/total_tokens", total_difference(&usage)),
        too_many("/input_tokens_details/cached_tokens", excess(usage.cached_tokens(), usage.input_tokens(), "input")),
        too_many(
            "/output_tokens_details/reasoning_tokens",
            excess(usage.reasoning_tokens(), usage.output_tokens(), "output"),
        ),
    ];
    given::refuse("usage", violations.into_iter().flatten())?;
    Ok(usage)
}

fn too_many(pointer: &str, message: Option<String>) -> Option<Violation> {
    message.map(|message| Violation::new("token_sum", message).at(pointer))
}

fn total_difference(usage: &Usage) -> Option<String> {
    let (input, output, total) = (usage.input_tokens()?, usage.output_tokens()?, usage.total_tokens()?);
    (input.checked_add(output) != Some(total))
        .then(|| format!("found {total}, and {input} + {output} are {}", u128::from(input) + u128::from(output)))
}

fn excess(part: Option<u64>, whole: Option<u64>, noun: &str) -> Option<String> {
    let (part, whole) = (part?, whole?);
    (part > whole).then(|| format!("found {part} of {whole} {noun} tokens"))
}
