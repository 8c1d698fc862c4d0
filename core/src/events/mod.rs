//! The events of the Responses API, one file for each family.

mod image_generation;

pub use self::image_generation::{
    ImageError, ImageGenCallCompleted, ImageGenCallEvent, ImageGenCallGenerating, ImageGenCallInProgress,
    ImageGenCallPartialImage,
};
