//! `response.image_generation_call.*`: an image on its way.
//!
//! The members are those that OpenRouter documents and its SDK 0.9.11 requires (`OpenResponsesImageGenCall…`): all of
//! them required, indexes of the JSON type number. The optional members of the partial image are what OpenAI's servers
//! send besides and openai-python 3.54.0 models as optional.

use alloc::string::String;
use alloc::vec::Vec;

use crate::image;
pub use crate::image::ImageError;
use crate::{Number, ResponseEvent};

/// An image generation call has started: `response.image_generation_call.in_progress`.
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.image_generation_call.in_progress")]
#[doc(alias = "OpenResponsesImageGenCallInProgress")]
#[doc(alias = "ImageGenCallInProgressEvent")]
#[doc(alias = "ResponseImageGenCallInProgressEvent")]
pub struct ImageGenCallInProgress {
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of that item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of this event in its stream, from 0.
    #[event(index)]
    pub sequence_number: Number,
}

/// The image is being made: `response.image_generation_call.generating`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.image_generation_call.generating")]
#[doc(alias = "OpenResponsesImageGenCallGenerating")]
#[doc(alias = "ImageGenCallGeneratingEvent")]
#[doc(alias = "ResponseImageGenCallGeneratingEvent")]
pub struct ImageGenCallGenerating {
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of that item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of this event in its stream, from 0.
    #[event(index)]
    pub sequence_number: Number,
}

/// The image as far as it is done: `response.image_generation_call.partial_image`.
///
/// The document's own example decodes and keeps the contract, but it is made of placeholders, which strict validation
/// shows:
///
/// ```
/// use response_event::ResponseEvent;
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.image_generation_call.partial_image")]
#[doc(alias = "OpenResponsesImageGenCallPartialImage")]
#[doc(alias = "ImageGenCallPartialImageEvent")]
#[doc(alias = "ResponseImageGenCallPartialImageEvent")]
pub struct ImageGenCallPartialImage {
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of that item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of this event in its stream, from 0.
    #[event(index)]
    pub sequence_number: Number,
    /// The image's bytes as base64, from kilobytes to a few megabytes; [`decode_image`](Self::decode_image) reads them.
    #[event(non_empty, strict(base64))]
    pub partial_image_b64: String,
    /// Which partial image of this call it is, from 0.
    #[event(index)]
    pub partial_image_index: Number,
    /// How the background was asked for, such as `opaque` or `transparent`.
    pub background: Option<String>,
    /// The format of the image's bytes, such as `png`, `webp` or `jpeg`.
    pub output_format: Option<String>,
    /// The quality that was asked for, such as `low` or `high`.
    pub quality: Option<String>,
    /// Width and height in pixels, such as `1024x1024`.
    pub size: Option<String>,
}

/// The image is done: `response.image_generation_call.completed`. The image itself comes with the output item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.image_generation_call.completed")]
#[doc(alias = "OpenResponsesImageGenCallCompleted")]
#[doc(alias = "ImageGenCallCompletedEvent")]
#[doc(alias = "ResponseImageGenCallCompletedEvent")]
pub struct ImageGenCallCompleted {
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of that item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of this event in its stream, from 0.
    #[event(index)]
    pub sequence_number: Number,
}

impl ImageGenCallPartialImage {
    /// The bytes of the picture: a file of the format that `output_format` names.
    ///
    /// The text must be base64 of RFC 4648 §4: the standard alphabet (`+` and `/`), padded with `=`, no line breaks or
    /// spaces, no surplus bits. That is also what the strict rule on the member checks.
    ///
    /// ```
    /// # use response_event::events::ImageGenCallPartialImage;
    /// # fn image(base64: &str) -> ImageGenCallPartialImage {
    /// #     ImageGenCallPartialImage {
    /// #         item_id: "ig_1".into(), output_index: 0.into(), sequence_number: 0.into(),
    /// #         partial_image_b64: base64.into(), partial_image_index: 0.into(),
    /// #         background: None, output_format: None, quality: None, size: None,
    /// #     }
    /// # }
    /// assert_eq!(image("iVBORw==").decode_image().unwrap(), b"\x89PNG");
    /// assert_eq!(image("iVBO<w==").decode_image().unwrap_err().offset(), 4);
    /// ```
    ///
    /// # Errors
    ///
    /// The offset of the first character that is wrong, or of the end if the text is cut off.
    pub fn decode_image(&self) -> Result<Vec<u8>, ImageError> {
        image::decode("partial_image_b64", &self.partial_image_b64)
    }
}
