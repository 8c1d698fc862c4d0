//! The sources of the rules.

use core::fmt;

/// A document or an observation that a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Document {
    /// The Open Responses specification of 2026-04-24 (`src/pages/specification.mdx`).
    OpenResponses,
    /// The schema of Open Responses (`public/openapi/openapi.json`).
    OpenResponsesSchema,
    /// The compliance suite of Open Responses (`bin/compliance-test.ts`).
    ComplianceSuite,
    /// The types and comments of openai-python 3.57.0 and openai (npm) 7.57.0.
    OpenAiSdk,
    /// The documents of `@openrouter/sdk` 0.9.11.
    OpenRouterSdk,
    /// The text on event streams in the HTML standard of the WHATWG.
    EventStream,
    /// RFC 8259 and RFC 7493, on JSON.
    Json,
    /// Recordings of OpenAI's own servers, which nearly all keep the rule.
    Recordings,
}

impl Document {
    /// Returns the name of the document.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OpenResponses => "Open Responses specification",
            Self::OpenResponsesSchema => "Open Responses schema",
            Self::ComplianceSuite => "Open Responses compliance suite",
            Self::OpenAiSdk => "OpenAI SDKs",
            Self::OpenRouterSdk => "OpenRouter SDK",
            Self::EventStream => "WHATWG HTML, event streams",
            Self::Json => "RFC 8259 and 7493",
            Self::Recordings => "recordings of OpenAI's servers",
        }
    }
}

/// The source of a rule: a document, and the fact in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The fact that the document states, in a few words.
    pub fact: &'static str,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.document.as_str(), self.fact)
    }
}
