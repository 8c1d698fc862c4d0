//! `OpenImage`: an image that is being generated.

use alloc::format;
use alloc::string::String;

use super::ending::Ending;
use super::error::EmitError;
use super::given;
use super::queue::{Place, Queue, push};
use crate::events::{ImageGenCallCompleted, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage};
use crate::image::contradicts;
use crate::payload::{ImageGenerationCall, ItemStatus, OutputItem};
use crate::{RawJson, Validate as _, Violation};

/// An image generation call that is not done.
#[derive(Clone, Debug)]
pub(super) struct OpenImage {
    place: Place,
    call: ImageGenerationCall,
    is_generating: bool,
    partial_images: u64,
}

impl OpenImage {
    /// Checks a call to begin. Its result and its status come later.
    pub(super) fn begin(place: Place, call: ImageGenerationCall) -> Result<Self, EmitError> {
        let call = ImageGenerationCall {
            id: Some(place.id.clone()),
            status: Some(ItemStatus::InProgress),
            result: None,
            error: None,
            ..call
        };
        let call = given::checked("image generation call", &call)?;
        // Those that `extra` had are now here.
        let mut call = ImageGenerationCall { result: None, error: None, ..call };
        // The types of OpenAI's Node SDK require it.
        call.extra.insert("result", RawJson::default());
        Ok(Self { place, call, is_generating: false, partial_images: 0 })
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the item as it begins.
    pub(super) fn item(&self) -> OutputItem {
        self.call.clone().into()
    }

    /// Makes the event that follows the new item.
    pub(super) fn announce(&self, queue: &mut Queue) {
        push!(queue, self.place, ImageGenCallInProgress {});
    }

    pub(super) fn generate(&mut self, queue: &mut Queue) {
        if !self.is_generating {
            self.is_generating = true;
            push!(queue, self.place, ImageGenCallGenerating {});
        }
    }

    pub(super) fn partial_image(&mut self, image: String, queue: &mut Queue) -> Result<(), EmitError> {
        // Only the image is checked: the rest is ours.
        let event = ImageGenCallPartialImage {
            item_id: self.place.id.clone(),
            partial_image_b64: image,
            ..ImageGenCallPartialImage::default()
        };
        let violations = event.validate_strict().err();
        given::refuse("partial image", violations.iter().flatten().cloned())?;
        let image = event.partial_image_b64;
        self.check_format("partial image", "/partial_image_b64", &image)?;
        self.generate(queue);
        let ImageGenerationCall { background, output_format, quality, size, .. } = self.call.clone();
        push!(
            queue,
            self.place,
            ImageGenCallPartialImage {
                partial_image_b64: image,
                partial_image_index: self.partial_images.into(),
                background,
                output_format,
                quality,
                size,
            }
        );
        self.partial_images += 1;
        Ok(())
    }

    /// Checks and sets the image.
    pub(super) fn set_result(&mut self, image: String) -> Result<(), EmitError> {
        let call = ImageGenerationCall {
            id: Some(self.place.id.clone()),
            status: Some(ItemStatus::Completed),
            result: Some(image),
            ..ImageGenerationCall::default()
        };
        let violations = call.validate_strict().err();
        given::refuse("image", violations.iter().flatten().cloned())?;
        let image = call.result.unwrap_or_default();
        if image.is_empty() {
            let violation = Violation::new("non_empty", "found 0 characters, expected at least one").at("/result");
            given::refuse("image", [violation])?;
        }
        self.check_format("image", "/result", &image)?;
        self.call.extra.remove("result");
        self.call.result = Some(image);
        Ok(())
    }

    fn check_format(&self, name: &'static str, pointer: &str, image: &str) -> Result<(), EmitError> {
        let Some(claimed) = &self.call.output_format else { return Ok(()) };
        let Some(found) = contradicts(claimed, image) else { return Ok(()) };
        let text = format!("the image is {found}, and `output_format` is `{claimed}`");
        given::refuse(name, [Violation::new("image_format", text).at(pointer)])
    }

    /// Ends the generation: with an image if there is one, or else as failed.
    pub(super) fn close(mut self, ending: Ending, queue: &mut Queue) -> OutputItem {
        let is_complete = ending == Ending::Completed && self.call.result.is_some();
        if is_complete {
            self.generate(queue);
            push!(queue, self.place, ImageGenCallCompleted {});
        }
        self.call.status = Some(if is_complete { ItemStatus::Completed } else { ItemStatus::Failed });
        self.call.into()
    }
}
