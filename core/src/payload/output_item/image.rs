//! Images that the server makes.
//!
//! openai-python 3.54.0, openai-node 6.49.0 and `@openrouter/sdk` 1.3.19 and 0.9.11 know the call, and all allow
//! `null` for its `result`; the first also knows how the image was asked for. In recorded streams a completed call has
//! its result.

use alloc::string::String;
use alloc::vec::Vec;

use crate::image::{self, ImageError};
use crate::payload::{ItemStatus, absent};
use crate::{ExtraFields, RawJson, ResponseEvent, Violation};

/// An image made by the server: `image_generation_call`.
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "image_generation_call", strict(with(has_its_result)))]
#[doc(alias = "OutputImageGenerationCallItem")]
#[doc(alias = "ResponsesImageGenerationCall")]
pub struct ImageGenerationCall {
    /// Its id, such as `ig_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// The image's bytes as base64, from kilobytes to a few megabytes.
    #[event(strict(base64))]
    pub result: Option<String>,
    /// The prompt as the model made it over.
    pub revised_prompt: Option<String>,
    /// How the background was asked for, such as `opaque` or `transparent`.
    pub background: Option<String>,
    /// The format of the image's bytes, such as `png`, `webp` or `jpeg`.
    pub output_format: Option<String>,
    /// The quality that was asked for, such as `low` or `high`.
    pub quality: Option<String>,
    /// Width and height in pixels, such as `1024x1024`.
    pub size: Option<String>,
    /// Why there is no image: an object.
    pub error: Option<RawJson>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

impl ImageGenerationCall {
    /// The bytes of the image: a file of the format that `output_format` names. `None` while there is no `result`.
    ///
    /// ```
    /// # let call: response_event::payload::ImageGenerationCall = response_event::from_str(
    /// #     r#"{"id":"ig_1","type":"image_generation_call","status":"completed","result":"iVBORw=="}"#,
    /// # ).unwrap();
    /// assert_eq!(call.decode_image().unwrap().unwrap(), b"\x89PNG");
    /// ```
    ///
    /// # Errors
    ///
    /// The offset of the first character that is not base64, as for a
    /// [partial image](crate::events::ImageGenCallPartialImage::decode_image).
    pub fn decode_image(&self) -> Option<Result<Vec<u8>, ImageError>> {
        self.result.as_deref().map(|text| image::decode("result", text))
    }
}

fn has_its_result(call: &ImageGenerationCall) -> Result<(), Violation> {
    if call.status == ItemStatus::Completed && call.result.is_none() { Err(absent("/result")) } else { Ok(()) }
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
    }
}
