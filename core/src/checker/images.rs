//! Rules on images: partial images are counted up, and an image has the format that it claims.

use alloc::format;

use super::code::Code;
use super::item::Item;
use super::lost::Lost;
use super::report::Report;
use crate::events::ImageGenCallPartialImage;
use crate::image::contradicts;
use crate::payload::ImageGenerationCall;

/// Applies a partial image.
pub(super) fn partial(item: &mut Item, event: &ImageGenCallPartialImage, lost: &mut Lost, report: &mut Report<'_>) {
    let index = event.partial_image_index.as_u64();
    if let Some(next) = item.next_image {
        // After a wrong index the next is not known.
        item.next_image = index.filter(|index| *index == next).map(|index| index.saturating_add(1));
        if let Some(index) = index.filter(|index| *index != next) {
            if !item.is_tainted && !lost.explains() {
                let text = format!("expected {next}, found {index}");
                report.fault(Code::PartialImageIndexSkipped, "/partial_image_index", text);
            }
        }
    }
    check_format(&event.partial_image_b64, event.output_format.as_deref(), "/partial_image_b64", report);
}

/// Checks the image of a done call.
pub(super) fn complete(call: &ImageGenerationCall, report: &mut Report<'_>) {
    if let Some(image) = &call.result {
        check_format(image, call.output_format.as_deref(), "/item/result", report);
    }
}

fn check_format(image: &str, claimed: Option<&str>, pointer: &str, report: &mut Report<'_>) {
    let Some(claimed) = claimed else { return };
    let Some(found) = contradicts(claimed, image) else { return };
    report.fault(Code::ImageFormatMismatch, pointer, format!("`output_format` is `{claimed}`, the image is {found}"));
}
