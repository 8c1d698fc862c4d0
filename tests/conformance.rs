//! What we accept and read, held against the decoder of an official SDK: `@openrouter/sdk` 0.9.11, whose types are those
//! of the documents. Cases of our own run always; the recorded verdicts are read where they are at hand.

#[path = "conformance/deliberate.rs"]
mod deliberate;
#[path = "conformance/oracle.rs"]
mod oracle;
#[path = "conformance/own.rs"]
mod own;
#[path = "conformance/verdict.rs"]
mod verdict;
