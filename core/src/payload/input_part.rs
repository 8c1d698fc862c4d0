//! Parts that a request has: texts, images, files and videos. Servers of the Open Responses specification also send them.

use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, ResponseEvent};

/// Text that the model is given: `input_text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "input_text")]
#[doc(alias = "InputTextContent")]
#[doc(alias = "ResponseInputText")]
#[non_exhaustive]
pub struct InputText {
    /// The text.
    #[event(required)]
    pub text: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl InputText {
    /// Returns the text, or an empty string if the part has none.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// Image that the model is given: `input_image`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "input_image")]
#[doc(alias = "InputImageContent")]
#[doc(alias = "ResponseInputImage")]
#[non_exhaustive]
pub struct InputImage {
    /// Level of detail, such as `low`, `high` or `auto`.
    #[event(required)]
    pub detail: Option<String>,
    /// ID of an uploaded file.
    pub file_id: Option<String>,
    /// Address of the image, or the image itself as a data URL.
    pub image_url: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Screenshot of a computer that the model controls: `computer_screenshot`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "computer_screenshot")]
#[non_exhaustive]
pub struct ComputerScreenshot {
    /// Level of detail, such as `low`, `high` or `auto`.
    #[event(required)]
    pub detail: Option<String>,
    /// ID of an uploaded file.
    pub file_id: Option<String>,
    /// Address of the image, or the image itself as a data URL.
    pub image_url: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// File that the model is given: `input_file`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "input_file")]
#[doc(alias = "InputFileContent")]
#[doc(alias = "ResponseInputFile")]
#[non_exhaustive]
pub struct InputFile {
    /// Content of the file as base64 or as a data URL.
    pub file_data: Option<String>,
    /// ID of an uploaded file.
    pub file_id: Option<String>,
    /// Address of the file.
    pub file_url: Option<String>,
    /// Name of the file.
    pub filename: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Video that the model is given: `input_video`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "input_video")]
#[doc(alias = "InputVideoContent")]
#[non_exhaustive]
pub struct InputVideo {
    /// Address of the video, or the video itself as a data URL.
    #[event(required)]
    pub video_url: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    InputText();
    InputImage();
    ComputerScreenshot();
    InputFile();
    InputVideo();
}
