//! A square picture of the scene, sharp or blurred, as pixels and as a PNG file.

use std::io;

use crate::scene;

/// Width and height in pixels.
pub(crate) const SIDE: u16 = 64;

/// Points of the scene that are averaged for a pixel, in each direction.
const POINTS: u16 = 8;

/// Returns a PNG file of [`pixels`].
pub(crate) fn png(blur: u16) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIDE.into(), SIDE.into());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels(blur))?;
    writer.finish()?;
    Ok(file)
}

/// Renders rows of pixels from the top, three bytes each. Each pixel also shows the colors around it, as far as `blur`
/// pixels away.
pub(crate) fn pixels(blur: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in 0..SIDE {
        for column in 0..SIDE {
            let mut sum = [0.0; 3];
            for point in 0..POINTS * POINTS {
                let color = scene::color(place(column, point % POINTS, blur), place(row, point / POINTS, blur));
                sum = [0, 1, 2].map(|channel| sum[channel] + color[channel]);
            }
            bytes.extend(sum.map(|sum| byte(sum / f64::from(POINTS * POINTS))));
        }
    }
    bytes
}

/// Returns where a point of a pixel is in the scene, in one direction.
fn place(pixel: u16, point: u16, blur: u16) -> f64 {
    let from_start = (f64::from(point) + 0.5) / f64::from(POINTS);
    (f64::from(pixel) - f64::from(blur) + from_start * f64::from(1 + 2 * blur)) / f64::from(SIDE)
}

/// Rounds to a multiple of 8, which halves the size of the file.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of `u8`")]
fn byte(intensity: f64) -> u8 {
    ((intensity / 8.0).round() * 8.0).clamp(0.0, 255.0) as u8
}
