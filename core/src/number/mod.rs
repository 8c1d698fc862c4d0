//! JSON numbers.

mod convert;
mod error;
mod repr;
mod value;
mod wire;

pub use self::error::NumberError;
pub use self::repr::Number;
pub use self::value::NumericValue;
pub(crate) use self::wire::NUMBER;
