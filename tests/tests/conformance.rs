//! What we accept and read, held against the decoders of the official SDKs: the events of images strictly against
//! `@openrouter/sdk` 0.9.11, whose types are those of the documents, and all events against four decoders. Cases of
//! our own run always; the recorded verdicts are read where they are at hand.

#[path = "conformance/cases.rs"]
mod cases;
#[path = "conformance/deliberate.rs"]
mod deliberate;
#[path = "conformance/differences.rs"]
mod differences;
#[path = "conformance/digest.rs"]
mod digest;
#[path = "corpus/json.rs"]
mod json;
#[path = "conformance/oracle.rs"]
mod oracle;
#[path = "conformance/own.rs"]
mod own;
#[path = "conformance/stream.rs"]
mod stream;
#[path = "conformance/verdict.rs"]
mod verdict;
