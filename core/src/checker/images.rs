//! Rules on images: partial images are counted up, and an image has the format that it claims.

use alloc::format;

use super::code::Code;
use super::item::Item;
use super::lost::Lost;
use super::report::Report;
use crate::events::ImageGenCallPartialImage;
use crate::payload::ImageGenerationCall;

/// Characters of base64 that hold the header of an image: 12 bytes.
const HEADER: usize = 16;

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
    let Some(found) = format_of(image) else { return };
    let is_same = claimed.eq_ignore_ascii_case(found) || (found == "jpeg" && claimed.eq_ignore_ascii_case("jpg"));
    if !is_same && ["png", "jpeg", "jpg", "webp", "gif"].iter().any(|known| claimed.eq_ignore_ascii_case(known)) {
        report.fault(
            Code::ImageFormatMismatch,
            pointer,
            format!("`output_format` is `{claimed}`, the image is {found}"),
        );
    }
}

/// Returns the format of an image in base64, by its first bytes; `None` if they are of no format that is known here.
fn format_of(image: &str) -> Option<&'static str> {
    let header = image.as_bytes().get(..HEADER)?;
    let bytes = base64_simd::STANDARD.decode_to_vec(header).ok()?;
    match &*bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => Some("webp"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        _ => None,
    }
}
