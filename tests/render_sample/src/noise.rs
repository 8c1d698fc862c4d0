//! Random-looking but repeatable texture: value noise, and the sums of it that make clouds and mountains.
//!
//! Nothing here, or anywhere in this program, calls `sin`, `exp` or `powf`: their last bit differs between platforms.
//! Addition, multiplication, division, `sqrt` and `floor` are exact to the bit everywhere, so the picture is as well.

/// What the noise is at one place, and how steeply it rises there.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) value: f64,
    pub(crate) slope: (f64, f64),
}

/// Smooth noise between 0 and 1, one lattice point per unit.
pub(crate) fn noise(x: f64, z: f64) -> Sample {
    let (column, row) = (x.floor(), z.floor());
    let (across, along) = (x - column, z - row);
    let corner = |right, up| hash(column + right, row + up);
    let (near, near_right) = (corner(0.0, 0.0), corner(1.0, 0.0));
    let (far, far_right) = (corner(0.0, 1.0), corner(1.0, 1.0));

    // value = near + rise_x·u + rise_z·w + twist·u·w, with u and w the eased distances from the near corner.
    let (rise_x, rise_z) = (near_right - near, far - near);
    let twist = near - near_right - far + far_right;
    let (ease_x, ease_z) = (ease(across), ease(along));
    Sample {
        value: near + rise_x * ease_x + rise_z * ease_z + twist * ease_x * ease_z,
        slope: (ease_slope(across) * (rise_x + twist * ease_z), ease_slope(along) * (rise_z + twist * ease_x)),
    }
}

/// Noise over noise, each layer twice as fine and half as strong: clouds, ripples, patches of forest. Between 0 and 1.
pub(crate) fn fractal(mut x: f64, mut z: f64, octaves: u32) -> f64 {
    let (mut sum, mut strength, mut total) = (0.0, 1.0, 0.0);
    for _ in 0..octaves {
        sum += strength * noise(x, z).value;
        total += strength;
        strength *= 0.5;
        (x, z) = finer(x, z);
    }
    sum / total
}

/// Like [`fractal`], but steep ground takes up less of the finer layers, the way weather smooths flanks and leaves
/// crests sharp.
pub(crate) fn eroded(mut x: f64, mut z: f64, octaves: u32) -> f64 {
    let (mut sum, mut strength) = (0.0, 1.0);
    let mut steepness = (0.0, 0.0);
    for _ in 0..octaves {
        let Sample { value, slope } = noise(x, z);
        steepness.0 += slope.0;
        steepness.1 += slope.1;
        sum += strength * value / (1.0 + steepness.0 * steepness.0 + steepness.1 * steepness.1);
        strength *= 0.5;
        (x, z) = finer(x, z);
    }
    sum
}

/// The next layer: twice as fine, and turned (by the 3-4-5 triangle) so that the lattices never line up.
fn finer(x: f64, z: f64) -> (f64, f64) {
    (1.6 * x - 1.2 * z, 1.2 * x + 1.6 * z)
}

fn ease(t: f64) -> f64 {
    t * t * t * (t * (t * 6.0 - 15.0) + 10.0)
}

fn ease_slope(t: f64) -> f64 {
    30.0 * t * t * (t * (t - 2.0) + 1.0)
}

/// A number from 0 to 1 that only depends on the lattice point.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lattice points are small whole numbers, and their bits are mixed anyway"
)]
pub(crate) fn hash(column: f64, row: f64) -> f64 {
    let column = column as i32 as u32;
    let row = row as i32 as u32;
    let mut bits = column.wrapping_mul(0x9E37_79B1) ^ row.wrapping_mul(0x85EB_CA77);
    bits = (bits ^ (bits >> 15)).wrapping_mul(0x2C1B_3C6D);
    bits = (bits ^ (bits >> 12)).wrapping_mul(0x297A_2D39);
    f64::from(bits ^ (bits >> 15)) / f64::from(u32::MAX)
}
