//! The events that we accept, and how we read them, held against the decoders of the official SDKs: the events of images strictly against
//! `@openrouter/sdk` 0.9.11, whose types are those of the documents, and all events against four decoders. Cases of
//! our own run always; the recorded verdicts are read where they are at hand.

mod cases;
mod deliberate;
mod differences;
mod digest;
mod oracle;
mod own;
mod stream;
mod verdict;
