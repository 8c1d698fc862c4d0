//! `response.image_generation_call.*`: the generation of an image.
//!
//! Unlike those of other events, the fields that OpenRouter documents (`OpenResponsesImageGenCall…`) are required for
//! decoding.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::image;
pub use crate::image::ImageError;
use crate::{ExtraFields, Number, ResponseEvent};

/// The start of an image generation call: `response.image_generation_call.in_progress`.
///
/// ```
/// use response_event::events::ImageGenCallInProgress;
///
/// let event: ImageGenCallInProgress = response_event::from_str(
///     r#"{"type":"response.image_generation_call.in_progress","item_id":"ig_1","output_index":0,"sequence_number":3}"#,
/// )?;
/// assert_eq!(event.output_index, 0);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.image_generation_call.in_progress")]
#[doc(alias = "OpenResponsesImageGenCallInProgress")]
#[doc(alias = "ImageGenCallInProgressEvent")]
#[doc(alias = "ResponseImageGenCallInProgressEvent")]
#[non_exhaustive]
pub struct ImageGenCallInProgress {
    /// Id of the output item; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// Zero-based index of the output item in the response's `output`.
    #[event(index)]
    pub output_index: Number,
    /// Zero-based sequence number of the event.
    #[event(index)]
    pub sequence_number: Number,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The progress of an image generation call: `response.image_generation_call.generating`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.image_generation_call.generating")]
#[doc(alias = "OpenResponsesImageGenCallGenerating")]
#[doc(alias = "ImageGenCallGeneratingEvent")]
#[doc(alias = "ResponseImageGenCallGeneratingEvent")]
#[non_exhaustive]
pub struct ImageGenCallGenerating {
    /// Id of the output item; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// Zero-based index of the output item in the response's `output`.
    #[event(index)]
    pub output_index: Number,
    /// Zero-based sequence number of the event.
    #[event(index)]
    pub sequence_number: Number,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// An image as far as it is done: `response.image_generation_call.partial_image`.
///
/// The example of the documentation keeps the contract, but strict validation finds its placeholders:
///
/// ```
/// use response_event::{ResponseEvent, Validate};
/// use response_event::events::ImageGenCallPartialImage;
///
/// let event: ImageGenCallPartialImage = response_event::from_str(
///     r#"{"type":"response.image_generation_call.partial_image","item_id":"<id>","output_index":2243.31,
///         "sequence_number":0,"partial_image_b64":"<value>","partial_image_index":1141.42}"#,
/// )?;
/// assert!(event.validate().is_ok());
/// let violations = event.validate_strict().unwrap_err();
/// let pointers: Vec<_> = violations.iter().map(|violation| violation.pointer()).collect();
/// assert_eq!(pointers, ["/output_index", "/partial_image_b64", "/partial_image_index"]);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.image_generation_call.partial_image")]
#[doc(alias = "OpenResponsesImageGenCallPartialImage")]
#[doc(alias = "ImageGenCallPartialImageEvent")]
#[doc(alias = "ResponseImageGenCallPartialImageEvent")]
#[non_exhaustive]
pub struct ImageGenCallPartialImage {
    /// Id of the output item; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// Zero-based index of the output item in the response's `output`.
    #[event(index)]
    pub output_index: Number,
    /// Zero-based sequence number of the event.
    #[event(index)]
    pub sequence_number: Number,
    /// The image as base64, up to a few megabytes; [`decode_image`](Self::decode_image) decodes it.
    #[event(non_empty, strict(base64))]
    pub partial_image_b64: String,
    /// Zero-based index of the partial image in its call.
    #[event(index)]
    pub partial_image_index: Number,
    /// Requested background, such as `opaque` or `transparent`.
    pub background: Option<String>,
    /// Format of the image, such as `png`, `webp` or `jpeg`.
    pub output_format: Option<String>,
    /// Requested quality, such as `low` or `high`.
    pub quality: Option<String>,
    /// Width and height in pixels, such as `1024x1024`.
    pub size: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The end of an image generation call: `response.image_generation_call.completed`. The image itself is in the output item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.image_generation_call.completed")]
#[doc(alias = "OpenResponsesImageGenCallCompleted")]
#[doc(alias = "ImageGenCallCompletedEvent")]
#[doc(alias = "ResponseImageGenCallCompletedEvent")]
#[non_exhaustive]
pub struct ImageGenCallCompleted {
    /// Id of the output item; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// Zero-based index of the output item in the response's `output`.
    #[event(index)]
    pub output_index: Number,
    /// Zero-based sequence number of the event.
    #[event(index)]
    pub sequence_number: Number,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ImageGenCallInProgress(item_id: String, output_index: Number, sequence_number: Number);
    ImageGenCallGenerating(item_id: String, output_index: Number, sequence_number: Number);
    ImageGenCallPartialImage(
        item_id: String, output_index: Number, sequence_number: Number, partial_image_b64: String,
        partial_image_index: Number
    );
    ImageGenCallCompleted(item_id: String, output_index: Number, sequence_number: Number);
}

impl ImageGenCallPartialImage {
    /// Decodes the image: a file of the format that `output_format` names.
    ///
    /// The text must be base64 of RFC 4648 §4: the standard alphabet (`+` and `/`), padded with `=`, no line breaks or
    /// spaces, no surplus bits. The strict rule on the field checks the same.
    ///
    /// ```
    /// # use response_event::events::ImageGenCallPartialImage;
    /// # fn image(base64: &str) -> ImageGenCallPartialImage {
    /// #     ImageGenCallPartialImage::new("ig_1", 0, 0, base64, 0)
    /// # }
    /// assert_eq!(image("iVBORw==").decode_image().unwrap(), b"\x89PNG");
    /// assert_eq!(image("iVBO<w==").decode_image().unwrap_err().offset(), 4);
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the offset of the first wrong character, or of the end if the text is cut off.
    pub fn decode_image(&self) -> Result<Vec<u8>, ImageError> {
        image::decode("partial_image_b64", &self.partial_image_b64)
    }
}
