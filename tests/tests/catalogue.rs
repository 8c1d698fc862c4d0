//! The structs of `events` and `payload` against what the SDKs say of each member: nothing is missing, misspelt, of
//! another type or less required. The facts are in `catalogue/facts.tsv`, and where the SDKs' catalogue is at hand,
//! they are its.

#[path = "catalogue/advice.rs"]
mod advice;
#[path = "catalogue/facts.rs"]
mod facts;
#[path = "catalogue/families.rs"]
mod families;
#[path = "catalogue/sdks.rs"]
mod sdks;
#[path = "catalogue/structs.rs"]
mod structs;
