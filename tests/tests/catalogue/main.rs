//! The structs of `events` and `payload` against the facts of the SDKs and the Open Responses specification about each field:
//! nothing is missing, misspelt or of another type, and exactly what all of them require is required. The facts are in
//! `facts.tsv`; if the catalogue of the SDKs is at hand, they are compared with it.

mod advice;
mod facts;
mod families;
mod sdks;
mod structs;
mod tags;
