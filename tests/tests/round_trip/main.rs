//! Every event comes back from every format as it went in, whatever the order of its members.

mod corrupt;
mod documents;
mod events;
mod formats;
mod generated;
mod nested;
mod payload;
