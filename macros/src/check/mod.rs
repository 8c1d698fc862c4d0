//! The meaning of the attributes: from what was written to the model, with the checks across keys.
//!
//! On a struct (`container`): a type or none, aliases that differ from it and from one another, no key twice. On a field
//! (`field`): keys that can stand together, lifetimes that can be borrowed. Across fields (`names`): no field called
//! `type`, no two of one name, one `flatten`. Across rules (`rules`): none twice, none that another makes impossible
//! (`constraints`). On an enum (`family`): newtype variants, each type once, one that is unknown.

mod attr;
mod borrow;
mod constraints;
mod container;
mod event;
mod family;
mod field;
mod invalid;
mod names;
mod rules;
mod schema;

pub(crate) use self::event::event;
pub(crate) use self::family::family;
pub(crate) use self::invalid::Invalid;
pub(crate) use self::schema::IS_ENABLED as SCHEMA_IS_ENABLED;
