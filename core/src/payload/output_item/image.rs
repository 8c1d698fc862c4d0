//! Images that the server generates.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::image::{self, ImageError};
use crate::payload::{ItemStatus, absent};
use crate::{ExtraFields, RawJson, ResponseEvent, Violation};

/// An image that the server generates: `image_generation_call`.
///
/// Strictly, a completed call has its `result`.
///
/// ```
/// use response_event::payload::ImageGenerationCall;
///
/// let call: ImageGenerationCall = response_event::from_str(
///     r#"{"id":"ig_1","type":"image_generation_call","status":"completed","result":"iVBORw=="}"#,
/// )?;
/// assert_eq!(call.result.as_deref(), Some("iVBORw=="));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "image_generation_call", strict(with(has_its_result)))]
#[doc(alias = "OutputImageGenerationCallItem")]
#[doc(alias = "ResponsesImageGenerationCall")]
#[non_exhaustive]
pub struct ImageGenerationCall {
    /// ID of the item, such as `ig_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Image as base64, up to a few megabytes; [`decode_image`](Self::decode_image) decodes it.
    #[event(strict(base64))]
    pub result: Option<String>,
    /// Prompt as revised by the model.
    pub revised_prompt: Option<String>,
    /// Requested background, such as `opaque` or `transparent`.
    pub background: Option<String>,
    /// File format of the image, such as `png`, `webp` or `jpeg`.
    pub output_format: Option<String>,
    /// Requested quality, such as `low` or `high`.
    pub quality: Option<String>,
    /// Width and height in pixels, such as `1024x1024`.
    pub size: Option<String>,
    /// Error if there is no image, an object.
    pub error: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl ImageGenerationCall {
    /// Decodes `result` and returns the bytes of the image: a file in the format that `output_format` names.
    ///
    /// ```
    /// # let call: response_event::payload::ImageGenerationCall = response_event::from_str(
    /// #     r#"{"id":"ig_1","type":"image_generation_call","status":"completed","result":"iVBORw=="}"#,
    /// # ).unwrap();
    /// assert_eq!(call.decode_image().unwrap(), b"\x89PNG");
    /// ```
    ///
    /// # Errors
    ///
    /// If `result` is absent, as it is before the call is completed, or is not base64; see the
    /// [partial image](crate::events::ImageGenCallPartialImage::decode_image).
    pub fn decode_image(&self) -> Result<Vec<u8>, ImageError> {
        match &self.result {
            Some(text) => image::decode("result", text),
            None => Err(ImageError::absent("result")),
        }
    }
}

fn has_its_result(call: &ImageGenerationCall) -> Result<(), Violation> {
    match call.status {
        Some(ItemStatus::Completed) if call.result.is_none() => Err(absent("/result")),
        _ => Ok(()),
    }
}

constructors! {
    ImageGenerationCall();
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;
    use crate::Validate;

    #[test]
    fn a_completed_call_has_its_result() {
        let call = |status| -> ImageGenerationCall {
            let json = format!(r#"{{"type":"image_generation_call","id":"ig_1","status":"{status}","result":null}}"#);
            crate::from_str(&json).unwrap()
        };
        assert!(call("completed").validate().is_ok());
        assert_eq!(
            call("completed").validate_strict().unwrap_err().to_string(),
            "/result: found nothing, expected a value (strict rule `required`)"
        );
        assert!(call("generating").validate_strict().is_ok());
        assert_eq!(
            call("generating").decode_image().unwrap_err().to_string(),
            "`result` is absent; decode the image of a completed call"
        );
    }
}
