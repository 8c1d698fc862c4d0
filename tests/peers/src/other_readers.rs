//! Other readers of JSON, with serde's derive on the known struct: of a text delta and of the events of an image.

use std::hint::black_box;

use response_event_measure::{kept, tag};
use simd_json::Buffers;

use crate::catalogue::serde_known::{ImageGenerationCallInProgress, ImageGenerationCallPartialImage, OutputTextDelta};

/// Decodes an event of this type with sonic-rs.
pub fn by_sonic_rs(tag: &str) -> Option<fn(&str) -> bool> {
    Some(match tag {
        "response.output_text.delta" => |json| kept(sonic_rs::from_str::<OutputTextDelta>(json)),
        "response.image_generation_call.in_progress" => {
            |json| kept(sonic_rs::from_str::<ImageGenerationCallInProgress>(json))
        }
        "response.image_generation_call.partial_image" => {
            |json| kept(sonic_rs::from_str::<ImageGenerationCallPartialImage>(json))
        }
        _ => return None,
    })
}

/// simd-json writes into the text that it reads, so each event is copied into the same buffer first.
pub fn by_simd_json(events: &[String], times: usize) -> Option<usize> {
    let decoders: Vec<_> = events.iter().map(|json| simd_json_decoder(&tag(json)?)).collect::<Option<_>>()?;
    let (mut buffers, mut text, mut refused) = (Buffers::default(), Vec::new(), 0);
    for _ in 0..times {
        refused = 0;
        for (json, decoder) in events.iter().zip(&decoders) {
            text.clear();
            text.extend_from_slice(black_box(json).as_bytes());
            refused += usize::from(!decoder(&mut text, &mut buffers));
        }
    }
    Some(refused)
}

type SimdJson = fn(&mut [u8], &mut Buffers) -> bool;

fn simd_json_decoder(tag: &str) -> Option<SimdJson> {
    use simd_json::serde::from_slice_with_buffers as decode;

    Some(match tag {
        "response.output_text.delta" => |text, buffers| kept(decode::<OutputTextDelta>(text, buffers)),
        "response.image_generation_call.in_progress" => {
            |text, buffers| kept(decode::<ImageGenerationCallInProgress>(text, buffers))
        }
        "response.image_generation_call.partial_image" => {
            |text, buffers| kept(decode::<ImageGenerationCallPartialImage>(text, buffers))
        }
        _ => return None,
    })
}
