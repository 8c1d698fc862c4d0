//! Rules on the usage of a response: its sums and parts.

use alloc::format;

use super::code::Code;
use super::report::Report;
use crate::payload::Usage;

/// Checks the usage of a response.
pub(super) fn check(usage: &Usage, report: &mut Report<'_>) {
    let (input, output) = (usage.input_tokens(), usage.output_tokens());
    if let (Some(input), Some(output), Some(total)) = (input, output, usage.total_tokens()) {
        if input.checked_add(output) != Some(total) {
            let text = format!("found {total}, and {input} + {output} are {}", u128::from(input) + u128::from(output));
            report.fault(Code::UsageSum, "/response/usage/total_tokens", text);
        }
    }
    if let (Some(cached), Some(input)) = (usage.cached_tokens(), input) {
        if cached > input {
            let pointer = "/response/usage/input_tokens_details/cached_tokens";
            report.fault(Code::CachedExceedsInput, pointer, format!("found {cached} of {input} input tokens"));
        }
    }
    if let (Some(reasoning), Some(output)) = (usage.reasoning_tokens(), output) {
        if reasoning > output {
            let pointer = "/response/usage/output_tokens_details/reasoning_tokens";
            report.fault(Code::ReasoningExceedsOutput, pointer, format!("found {reasoning} of {output} output tokens"));
        }
    }
}
