//! A picture in memory: colours, scaling, blurring, and PNG in and out.

use std::io;
use std::ops::{Add, Mul};

/// The amounts of red, green and blue light; 1 is as bright as the picture gets before it is exposed.
#[derive(Clone, Copy, Default)]
pub(crate) struct Light(pub(crate) f64, pub(crate) f64, pub(crate) f64);

impl Light {
    /// `self` where `share` is 0, `other` where it is 1.
    pub(crate) fn mix(self, other: Self, share: f64) -> Self {
        self * (1.0 - share) + other * share
    }

    /// As one filter over another.
    pub(crate) fn tint(self, by: Self) -> Self {
        Self(self.0 * by.0, self.1 * by.1, self.2 * by.2)
    }
}

impl Add for Light {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1, self.2 + other.2)
    }
}

impl Mul<f64> for Light {
    type Output = Self;

    fn mul(self, by: f64) -> Self {
        Self(self.0 * by, self.1 * by, self.2 * by)
    }
}

/// Rows of pixels from the top, three bytes (red, green, blue) each.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) side: usize,
    pub(crate) bytes: Vec<u8>,
}

impl Picture {
    /// Exposes a square of light, given in rows from the top, `fold` by `fold` samples to the pixel.
    pub(crate) fn expose(light: &[Light], side: usize, fold: u8) -> Self {
        let samples = side * usize::from(fold);
        let share = 1.0 / f64::from(u16::from(fold) * u16::from(fold));
        let mut bytes = Vec::with_capacity(side * side * 3);
        for pixel in 0..side * side {
            let (top, left) = (pixel / side * usize::from(fold), pixel % side * usize::from(fold));
            let rows = (top..top + usize::from(fold)).map(|row| row * samples + left);
            let sum = rows
                .flat_map(|start| &light[start..start + usize::from(fold)])
                .fold(Light::default(), |sum, &sample| sum + developed(sample));
            let Light(red, green, blue) = sum * share;
            bytes.extend([byte(red), byte(green), byte(blue)]);
        }
        Self { side, bytes }
    }

    /// The picture out of focus: three box blurs are as good as a Gaussian one, and need whole numbers only.
    pub(crate) fn blurred(&self, radius: usize) -> Self {
        let mut picture = self.clone();
        for _ in 0..3 {
            // Blurring rows and turning the picture over its diagonal, twice, blurs rows and columns.
            picture = picture.rows_blurred_and_turned(radius);
            picture = picture.rows_blurred_and_turned(radius);
        }
        picture
    }

    /// The picture in squares of one colour each, `width` pixels wide.
    pub(crate) fn in_squares(&self, width: usize) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for pixel in 0..self.side * self.side {
            // The middle pixel speaks for its square.
            let inside = |at: usize| (at - at % width + width / 2).min(self.side - 1);
            let start = (inside(pixel / self.side) * self.side + inside(pixel % self.side)) * 3;
            bytes.extend_from_slice(&self.bytes[start..start + 3]);
        }
        Self { side: self.side, bytes }
    }

    /// As a PNG file, packed as tightly as the encoder can.
    pub(crate) fn to_png(&self) -> io::Result<Vec<u8>> {
        let side = u32::try_from(self.side).map_err(io::Error::other)?;
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side, side);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.bytes)?;
        writer.finish()?;
        Ok(file)
    }

    /// From a PNG file that [`to_png`](Self::to_png) wrote.
    pub(crate) fn from_png(file: &[u8]) -> io::Result<Self> {
        let mut reader = png::Decoder::new(io::Cursor::new(file)).read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let info = reader.next_frame(&mut bytes)?;
        let side = usize::try_from(info.width).map_err(io::Error::other)?;
        Ok(Self { side, bytes })
    }

    fn rows_blurred_and_turned(&self, radius: usize) -> Self {
        let mut bytes = vec![0; self.bytes.len()];
        for row in 0..self.side {
            for channel in 0..3 {
                let at = |column: usize| usize::from(self.bytes[(row * self.side + column) * 3 + channel]);
                let edge = self.side - 1;
                let width = 2 * radius + 1;
                let mut sum = at(0) * radius + (0..radius).map(|i| at(i.min(edge))).sum::<usize>();
                for column in 0..self.side {
                    sum += at((column + radius).min(edge));
                    let mean = (sum + width / 2) / width;
                    bytes[(column * self.side + row) * 3 + channel] = u8::try_from(mean).unwrap_or(u8::MAX);
                    sum -= at(column.saturating_sub(radius));
                }
            }
        }
        Self { side: self.side, bytes }
    }
}

/// Film: bright light is compressed instead of cut off, and the square root spreads the shadows as a screen expects.
fn developed(Light(red, green, blue): Light) -> Light {
    let curve = |light: f64| {
        let light = light.max(0.0);
        (light * (2.5 * light + 0.03) / (light * (2.4 * light + 0.6) + 0.14)).min(1.0).sqrt()
    };
    Light(curve(red), curve(green), curve(blue))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255 before")]
fn byte(share: f64) -> u8 {
    (share * 255.0 + 0.5).clamp(0.0, 255.0) as u8
}
