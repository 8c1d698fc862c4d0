//! Where the four decoders differ, whom we side with; and where we differ from all of them. Anything else is a failure.
//!
//! Rows name the cases they explain by what was done to the event, `category/member/name`, with `*` for anything. A
//! case has one row; a pattern that no case has any more is a failure.

/// Whether one of the patterns, in which `*` stands for any text, is the whole of `text`.
pub(crate) fn matches(patterns: &[&str], text: &str) -> bool {
    fn is(pattern: &str, text: &str) -> bool {
        match pattern.split_once('*') {
            None => pattern == text,
            Some((before, pattern)) => text.strip_prefix(before).is_some_and(|text| {
                let ends = text.char_indices().map(|(end, _)| end).chain([text.len()]);
                ends.into_iter().any(|end| is(pattern, &text[end..]))
            }),
        }
    }
    patterns.iter().any(|pattern| is(pattern, text))
}

/// Cases that all the decoders refuse, and that decode here: `validate()` reports them.
pub(crate) struct Reported {
    pub(crate) cases: &'static [&'static str],
    /// The rules of the contract that they break, in the order of the alphabet.
    pub(crate) rules: &'static [&'static str],
    pub(crate) reason: &'static str,
}

#[rustfmt::skip] // a row is a table's row
pub(crate) const REPORTED: &[Reported] = &[
    Reported {
        cases: &[
            "missing/item_id/absent", "null/item_id/null", "missing/*_index/absent", "null/*_index/null",
        ],
        rules: &["required"],
        reason: "reads what the SDKs refuse: no `item_id` or index, as llama.cpp, mistral.rs and MCP events send it",
    },
    Reported {
        cases: &["missing/sequence_number/absent", "null/sequence_number/null"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: no `sequence_number`, as servers send it that do not number their events",
    },
    Reported {
        cases: &["missing/response/absent", "null/response/null", "missing/part/absent"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: no `response` or `part`, as gateways send it to keep a connection alive",
    },
    Reported {
        cases: &[
            "missing/response.id/absent", "missing/response.output/absent", "null/response.created_at/null",
            "null/response.model/null",
        ],
        rules: &["required"],
        reason: "reads what the SDKs refuse: a response without `id`, `created_at`, `model` or `output`",
    },
    Reported {
        cases: &["missing/response.usage.*/absent", "null/response.usage.*/null", "wrong_type/response.usage/object"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: a `usage` without some of its counters, as many servers send it",
    },
    Reported {
        cases: &["missing/logprobs.0.logprob/absent", "null/logprobs.0.logprob/null", "null/logprobs.0.token/null"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: a log probability without its token or its value",
    },
    Reported {
        cases: &["missing/message/absent"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: an error without `message`, which must still reach the user as an error",
    },
    Reported {
        cases: &["missing/model/absent", "null/model/null"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: a fusion panel without `model`",
    },
    Reported {
        cases: &["type_value/only_type"],
        rules: &["required"],
        reason: "reads what the SDKs refuse: an event that has no body but is known by its `type`",
    },
    Reported {
        cases: &["number/output_index/9914.45", "valid/compact"],
        rules: &["required"],
        reason: "these cases of `response.queued` are events of images under its `type`: there is no `response`",
    },
    Reported {
        cases: &["enum_value/response.object/*", "string/response.object/*"],
        rules: &["one_of"],
        reason: "reads what the SDKs refuse: a response whose `object` is another text",
    },
];

/// Cases that some of the decoders take and some refuse.
pub(crate) struct Sided {
    pub(crate) cases: &'static [&'static str],
    /// Those that say what we say; a decoder that was not asked is none of them.
    pub(crate) with: &'static [&'static str],
    pub(crate) against: &'static [&'static str],
    pub(crate) reason: &'static str,
}

const V0: &str = "or-0.9.11";
const V1: &str = "or-1.3.19";
const LAX: &str = "py-lax";
const STRICT: &str = "py-strict";

#[rustfmt::skip] // a row is a table's row
pub(crate) const SIDED: &[Sided] = &[
    Sided {
        cases: &["bad_literal/*", "extra_field/NaN"],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "`NaN` and `Infinity` are no JSON, though Python's parser reads them",
    },
    Sided {
        cases: &["deep_nesting/*"],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "what nobody looks into may be nested as deep as it likes; Python's parser stops at 200 levels",
    },
    Sided {
        cases: &["extra_field/lone_surrogate"],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "half a surrogate pair does not matter in a member that nobody looks into",
    },
    Sided {
        cases: &["extra_field/lone_surrogate_key_string", "string/*"],
        with: &[LAX, STRICT], against: &[V0, V1],
        reason: "half a surrogate pair is no character and has no form in UTF-8, so no `String` can hold it",
    },
    Sided {
        cases: &["string/response.output.0.status/lone_*"],
        with: &[V0, LAX, STRICT], against: &[V1],
        reason: "the same, in an item that 1.3.19 keeps as it came",
    },
    Sided {
        cases: &["invalid_utf8/*"],
        with: &[LAX, STRICT], against: &[V0, V1],
        reason: "bytes that are not UTF-8 are no JSON; JavaScript has replaced them before its SDKs see them",
    },
    Sided {
        cases: &["duplicate_key/*"],
        with: &[V0, LAX, STRICT], against: &[V1],
        reason: "a member that is there twice is refused; 1.3.19 keeps the last, which the others refuse",
    },
    Sided {
        cases: &["duplicate_key/annotation/null_last"],
        with: &[V0], against: &[V1, LAX, STRICT],
        reason: "the same, where Python's SDK allows the value `null`",
    },
    // Numbers.
    Sided {
        cases: &["number/*", "variant/float_tokens"],
        with: &[V0, V1, LAX], against: &[STRICT],
        reason: "`1e3` and `0.0` are whole numbers; only Python's strict mode asks how a number is spelled",
    },
    Sided {
        cases: &["number/*/2^*", "number/*/30digits"],
        with: &[V0, LAX, STRICT], against: &[V1],
        reason: "a whole number may lie beyond 2^53",
    },
    Sided {
        cases: &["number/*/1e16", "number/*/2^53*.0"],
        with: &[V0, LAX], against: &[V1, STRICT],
        reason: "a whole number may lie beyond 2^53 however it is spelled",
    },
    Sided {
        cases: &["number/*/1e2*", "number/*/1e308", "number/*/max_double"],
        with: &[V0], against: &[V1, LAX, STRICT],
        reason: "a whole number may be as large as a 64-bit float, and no level limits it",
    },
    Sided {
        cases: &[
            "number/*/0.*", "number/*/1.5", "number/*/1e-7", "number/*/9914.45", "number/*/denormal",
            "number/*/long_fraction", "number/*/trailing_zeros",
        ],
        with: &[V0], against: &[V1, LAX, STRICT],
        reason: "the documents say `number` and print fractions; that an index is whole is a strict rule",
    },
    Sided {
        cases: &["number/annotation.start_index/*", "number/part.annotations.0.start_index/*"],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "the same, in an annotation that 1.3.19 keeps as it came",
    },
    Sided {
        cases: &["variant/created_float", "wrong_type/response.completed_at/number"],
        with: &[V0, LAX, STRICT], against: &[V1],
        reason: "a time may be a fraction of a second",
    },
    Sided {
        cases: &["number/*/minus*"],
        with: &[STRICT], against: &[V0, V1, LAX],
        reason: "an index is not negative; Python's strict mode refuses how it is spelled",
    },
    Sided {
        cases: &["number/*/minus*"],
        with: &[V1], against: &[V0, LAX, STRICT],
        reason: "an index is not negative; 1.3.19 refuses that it is below -2^53",
    },
    Sided {
        cases: &["number/*/1e400", "number/*/400digits"],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "a number that no 64-bit float can hold is none; Python reads infinity or an integer of any length",
    },
    Sided {
        cases: &["number/part.annotations.0.start_index/1e400"],
        with: &[V0, LAX, STRICT], against: &[V1],
        reason: "the same, in an annotation that 1.3.19 keeps as it came",
    },
    Sided {
        cases: &["numeric_string/*", "wrong_type/*/true", "wrong_type/*/false"],
        with: &[V0, V1, STRICT], against: &[LAX],
        reason: "a string or a boolean is no number; only Python's lax mode makes one of it",
    },
    Sided {
        cases: &["numeric_string/*annotation*.start_index/*", "wrong_type/annotation.start_index/true"],
        with: &[V0, STRICT], against: &[V1, LAX],
        reason: "the same, in an annotation that 1.3.19 keeps as it came",
    },
    // Lists that grow.
    Sided {
        cases: &[
            "enum_value/*status/*", "enum_value/response.truncation/*", "string/*status/*",
            "variant/service_tier_unknown",
        ],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "a text that is in no SDK's list is kept, and breaks a strict rule at most",
    },
    Sided {
        cases: &[
            "enum_value/*", "string/response.output.0.status/*", "variant/code_interpreter_call_extra",
            "variant/message_user_role", "variant/openrouter_datetime", "variant/tool_unknown",
            "variant/unknown_output_item",
        ],
        with: &[V1], against: &[V0, LAX, STRICT],
        reason: "what has a type that no SDK knows is kept as it came, as is a role or status",
    },
    Sided {
        cases: &[
            "variant/code_interpreter_call", "variant/compaction", "variant/container_file_citation",
            "variant/mcp_call", "variant/mcp_list_tools",
        ],
        with: &[V1, LAX, STRICT], against: &[V0],
        reason: "these came after 0.9.11",
    },
    // Members that may be absent.
    Sided {
        cases: &["missing/*", "null/logprobs.0.top_logprobs*", "null/response.status/null"],
        with: &[LAX, STRICT], against: &[V0, V1],
        reason: "a member that one SDK allows to be absent may be absent",
    },
    Sided {
        cases: &[
            "missing/part.annotations/absent", "missing/response.output.0.status/absent",
            "missing/response.usage.input_tokens_details.cache_write_tokens/absent", "variant/text_no_annotations",
        ],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "the same, where it is Python's that requires it",
    },
    Sided {
        cases: &["null/part.annotations/null", "null/response.output.0.content.0.annotations/null"],
        with: &[V1], against: &[V0, LAX, STRICT],
        reason: "`null` is read as absent",
    },
    Sided {
        cases: &["variant/web_search_call"],
        with: &[LAX, STRICT], against: &[V0, V1],
        reason: "a completed search has its action; to OpenRouter's SDKs it is optional or not known",
    },
    // Members of other JSON types.
    Sided {
        cases: &[
            "missing/*", "null/*", "variant/file_citation_missing_name", "variant/no_type", "variant/no_type_item",
            "numeric_string/*annotation*.start_index/*", "wrong_type/annotation*", "wrong_type/item*",
            "wrong_type/part*", "wrong_type/response.output*",
        ],
        with: &[V0, LAX, STRICT], against: &[V1],
        reason: "what has a known type has its members; 1.3.19 keeps what it cannot read as it came",
    },
    Sided {
        cases: &["wrong_type/name/*"],
        with: &[V0, V1], against: &[LAX, STRICT],
        reason: "the function's name is a string to those that know the member",
    },
    Sided {
        cases: &["optional_field/*"],
        with: &[LAX, STRICT], against: &[V0, V1],
        reason: "these members of an image are strings to those that know them; OpenRouter's SDKs drop them unseen",
    },
    Sided {
        cases: &["wrong_type/response.usage.input_tokens_details.cache_write_tokens/true"],
        with: &[V1, STRICT], against: &[V0, LAX],
        reason: "it is a number to those that know it; 0.9.11 does not, and Python's lax mode makes one of a boolean",
    },
    Sided {
        cases: &["wrong_type/response.usage.input_tokens_details.cache_write_tokens/array"],
        with: &[V1, LAX, STRICT], against: &[V0],
        reason: "it is a number to those that know it; 0.9.11 does not",
    },
    // Members of the response that only repeat the request: kept as they came.
    Sided {
        cases: &[
            "wrong_type/response.frequency_penalty/*", "wrong_type/response.presence_penalty/*",
            "wrong_type/response.store/*",
        ],
        with: &[LAX, STRICT], against: &[V0, V1],
        reason: "what a response repeats of its request is kept as it came; Python's SDK does not know it either",
    },
    Sided {
        cases: &["wrong_type/response.instructions/*", "wrong_type/response.max_output_tokens/number"],
        with: &[V0], against: &[V1, LAX, STRICT],
        reason: "what a response repeats of its request is kept as it came; 0.9.11 takes these too",
    },
    Sided {
        cases: &[
            "missing/response.text.format.type/absent", "missing/response.tools.0.name/absent",
            "null/response.tools.0.type/null", "wrong_type/response.text.format*", "wrong_type/response.tools.0*",
        ],
        with: &[V1], against: &[V0, LAX, STRICT],
        reason: "what a response repeats of its request is kept as it came; 1.3.19 keeps what it cannot read",
    },
    Sided {
        cases: &["null/response.text.format/null"],
        with: &[V1, LAX, STRICT], against: &[V0],
        reason: "what a response repeats of its request is kept as it came",
    },
];

/// How we differ from all the decoders.
#[derive(Clone, Copy)]
pub(crate) enum Differs {
    /// They refuse it, and no level of validation reports it.
    Takes,
    /// They refuse it, and only strict validation reports it, by this rule and no other.
    TakesButStrictly(&'static str),
    /// They take it, and it is no event to us.
    Refuses,
    /// They take it, and it breaks this rule of our contract, and no other.
    Misses(&'static str),
    /// We all take it, and read something else.
    Reads,
}

/// Cases in which we differ.
pub(crate) struct Deliberate {
    pub(crate) cases: &'static [&'static str],
    pub(crate) differs: Differs,
    pub(crate) reason: &'static str,
}

#[rustfmt::skip] // a row is a table's row
pub(crate) const DELIBERATE: &[Deliberate] = &[
    Deliberate {
        cases: &["duplicate_key/*"],
        differs: Differs::Refuses,
        reason: "of two members of one name they take the last, other parsers the first: one message, two meanings",
    },
    Deliberate {
        cases: &["string/*/lone_*"],
        differs: Differs::Refuses,
        reason: "half a surrogate pair is no character, as Python's SDK says, which was not asked here",
    },
    Deliberate {
        cases: &["number/*/minus*"],
        differs: Differs::Misses("index"),
        reason: "an index and a time are not negative; no SDK looks",
    },
    Deliberate {
        cases: &["string/item_id/empty"],
        differs: Differs::Misses("non_empty"),
        reason: "an id is not empty; no SDK looks",
    },
    Deliberate {
        cases: &["number/*/1.5", "number/*/9914.45"],
        differs: Differs::TakesButStrictly("index"),
        reason: "that an index is whole is a strict rule, as for the events that 0.9.11 knows: one rule for all",
    },
    Deliberate {
        cases: &["number/*/2^*"],
        differs: Differs::Takes,
        reason: "a whole number may lie beyond 2^53, as for the events that others know than 1.3.19",
    },
    Deliberate {
        cases: &["deep_nesting/array_00201"],
        differs: Differs::Takes,
        reason: "what nobody looks into may be nested as deep as it likes; only Python's parser was asked here",
    },
    Deliberate {
        cases: &["variant/code_number", "variant/wrapped_error", "wrong_type/code/integer"],
        differs: Differs::Takes,
        reason: "servers send errors in an object of their own, and gateways their status as the code",
    },
    Deliberate {
        cases: &["enum_value/part.type/*", "variant/type_toString"],
        differs: Differs::Takes,
        reason: "a part or item of a type that is not known is kept as it came",
    },
    Deliberate {
        cases: &[
            "enum_value/response.tool_choice/*", "extra_field/response.metadata/in_nested",
            "missing/response.parallel_tool_calls/absent", "missing/response.tools/absent",
            "null/response.parallel_tool_calls/null", "variant/tool_choice_unknown",
            "wrong_type/response.max_output_tokens/*", "wrong_type/response.metadata/*",
            "wrong_type/response.parallel_tool_calls/*", "wrong_type/response.reasoning*",
            "wrong_type/response.text/*", "wrong_type/response.tools/*", "wrong_type/response.top_p/*",
            "wrong_type/response.truncation/*", "wrong_type/response.user/*",
        ],
        differs: Differs::Takes,
        reason: "what a response repeats of its request is kept as it came",
    },
    Deliberate {
        cases: &[
            "numeric_string/response.temperature/1.5", "wrong_type/response.max_output_tokens/true",
            "wrong_type/response.top_p/true",
        ],
        differs: Differs::Reads,
        reason: "what a response repeats of its request is kept as it came; Python's lax mode makes a number of it",
    },
    Deliberate {
        cases: &["missing/logprobs/absent"],
        differs: Differs::TakesButStrictly("required"),
        reason: "reads what the SDKs refuse: no `logprobs`, as servers send it where nobody asked for them",
    },
    Deliberate {
        cases: &["missing/item/absent"],
        differs: Differs::TakesButStrictly("required"),
        reason: "reads what the SDKs refuse: no `item`; the Open Responses specification allows `null` there",
    },
    Deliberate {
        cases: &["missing/sequence_number/absent", "variant/no_sequence"],
        differs: Differs::Takes,
        reason: "reads what the SDKs refuse: an error without `sequence_number`; those of a WebSocket have none",
    },
    Deliberate {
        cases: &["duplicate_key/nested_unknown", "extra_field/huge_number"],
        differs: Differs::Reads,
        reason: "what no struct knows is kept as it came; Python keeps the last of two fields, and infinity for `1e400`",
    },
];

#[test]
fn a_star_stands_for_any_text() {
    for pattern in ["number/*/minus*", "*", "number/output_index/minus1", "*minus1*", "n*1"] {
        assert!(matches(&[pattern], "number/output_index/minus1"), "{pattern}");
    }
    for pattern in ["number/*/plus*", "", "number/output_index/minus", "umber*", "*/"] {
        assert!(!matches(&["x", pattern], "number/output_index/minus1"), "{pattern}");
    }
}
