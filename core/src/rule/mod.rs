//! The rules of `#[event(…)]`, one file each, as functions that check one value.
//!
//! The derive calls them, and a hand-written [`Validate`](crate::Validate) may call them too. The first argument is the
//! [`Validator`](crate::Validator) of the field, the second its value. An absent value (`None`) breaks no rule but
//! [`required`].
//!
//! | rule | fits | holds if |
//! |---|---|---|
//! | [`index`] | [`Numeric`] | not negative; strictly, also whole |
//! | [`integer`] | [`Numeric`] | whole |
//! | [`range`] | [`Numeric`] | within both ends, which are included |
//! | [`non_empty`] | [`Length`] | at least one character or item |
//! | [`len`] | [`Length`] | that many characters or items |
//! | [`base64`] | [`Text`] | base64 with the standard alphabet and padding |
//! | [`prefix`] | [`Text`] | starts with the prefix |
//! | [`one_of`] | [`Text`] | one of the given texts |
//! | [`required`] | [`Optional`] | not `None` |
//! | [`nested`] | [`Validate`](crate::Validate) | the value's own rules hold |
//! | [`each`] | [`Items`] | the given rules hold for every item |
//! | [`with`] | [`AsInner`] | the given function returns `Ok` |
//!
//! The traits in this module decide which rules fit a type; its name does not. Implement them for types of your own, often
//! by forwarding to a field:
//!
//! ```
//! use response_event::rule::{self, Text};
//! use response_event::{Validate, Validator};
//!
//! struct ItemId(String);
//!
//! impl Text for ItemId {
//!     fn text(&self) -> Option<&str> {
//!         self.0.text()
//!     }
//! }
//!
//! struct Item {
//!     id: ItemId,
//! }
//!
//! impl Validate for Item {
//!     fn check(&self, validator: &mut Validator<'_>) {
//!         rule::prefix(&mut validator.member("id"), &self.id, "ig_");
//!     }
//! }
//!
//! assert!(Item { id: ItemId("ig_1".into()) }.validate().is_ok());
//! ```

// To add a rule: its file here, its variant in `Rule` (`violation/message.rs`), and the arms the compiler then asks for.
mod base64;
mod each;
mod index;
mod integer;
mod len;
mod nested;
mod non_empty;
mod one_of;
mod prefix;
mod range;
mod required;
mod with;

// Traits that several rules ask for.
mod length;
mod numeric;
mod text;

pub use self::base64::base64;
pub use self::each::{Items, each};
pub use self::index::index;
pub use self::integer::integer;
pub use self::len::len;
pub use self::length::Length;
pub use self::nested::nested;
pub use self::non_empty::non_empty;
pub use self::numeric::Numeric;
pub use self::one_of::one_of;
pub use self::prefix::prefix;
pub use self::range::range;
pub use self::required::{Optional, required};
pub use self::text::Text;
pub use self::with::{AsInner, with};
pub use crate::number::NumericValue;
pub use crate::violation::Unit;
