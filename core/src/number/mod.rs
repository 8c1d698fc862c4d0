//! JSON numbers.

mod convert;
mod error;
mod repr;
mod wire;

pub use self::error::NumberError;
pub use self::repr::Number;
pub(crate) use self::wire::NUMBER;
