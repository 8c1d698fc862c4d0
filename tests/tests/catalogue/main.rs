//! The structs of `events` and `payload` against what the SDKs say of each member: nothing is missing, misspelt, of
//! another type or less required. The facts are in `facts.tsv`, and where the SDKs' catalogue is at hand,
//! they are its.

mod advice;
mod facts;
mod families;
mod sdks;
mod structs;
