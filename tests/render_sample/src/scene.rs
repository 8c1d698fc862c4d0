//! The picture: snowy mountains at dusk, mirrored in a lake under a full moon.
//!
//! Only `+ - * /`, `sqrt`, `floor` and `abs` are used. They are exact on every platform; `sin` and `exp` are not.

/// Red, green and blue, each from 0 to 255.
pub(crate) type Color = [f64; 3];

const SHORE: f64 = 0.66;

/// Returns the color at a point: `x` and `y` go from 0 at the top left to 1 at the bottom right.
pub(crate) fn color(x: f64, y: f64) -> Color {
    if y < SHORE {
        return above_water(x, y);
    }
    let depth = (y - SHORE) / (1.0 - SHORE);
    let ripple = (zigzag(y * 17.0 + 5.0 * depth) - 0.5) * 0.05 * depth;
    let mirrored = above_water(x + ripple, 2.0 * SHORE - y);
    mix(mirrored, [16.0, 26.0, 62.0], 0.25 + 0.4 * depth)
}

fn above_water(x: f64, y: f64) -> Color {
    let woods = 0.60 - 0.10 * (x - 0.35).abs() + 0.012 * zigzag(x * 31.0) + 0.02 * zigzag(x * 13.0 + 0.3);
    if y > woods {
        return [17.0, 30.0, 38.0];
    }
    for (tip_x, tip_y, slope) in [(0.64, 0.20, 0.95), (0.25, 0.36, 0.75), (0.95, 0.40, 0.7)] {
        let jagged = 0.03 * zigzag(x * 9.0) + 0.02 * zigzag(x * 23.0);
        let below_tip = y - tip_y - (x - tip_x).abs() * slope - jagged + 0.02;
        if below_tip > 0.0 {
            let sunny = x < tip_x + 0.04 * (zigzag(y * 11.0) - 0.3);
            let snowy = y - tip_y < 0.13 + 0.07 * zigzag(x * 15.0);
            return match (snowy, sunny) {
                (true, true) => [255.0, 214.0, 190.0],
                (true, false) => [142.0, 140.0, 186.0],
                (false, true) => [132.0, 84.0, 88.0],
                (false, false) => [64.0, 52.0, 84.0],
            };
        }
    }
    sky(x, y)
}

fn sky(x: f64, y: f64) -> Color {
    let from_moon = ((x - 0.22) * (x - 0.22) + (y - 0.17) * (y - 0.17)).sqrt();
    if from_moon < 0.075 {
        return [255.0, 246.0, 214.0];
    }
    let height = y / SHORE;
    let dusk = mix([36.0, 40.0, 98.0], [236.0, 140.0, 104.0], height * height * 1.3);
    mix([255.0, 230.0, 200.0], dusk, (0.55 + from_moon * 2.0).min(1.0))
}

/// Returns `one` if `share` is 0, `other` if it is 1.
fn mix(one: Color, other: Color, share: f64) -> Color {
    [0, 1, 2].map(|channel| one[channel] + (other[channel] - one[channel]) * share)
}

/// Returns a zigzag line: 1 at whole numbers, 0 halfway between.
fn zigzag(x: f64) -> f64 {
    (x - x.floor() - 0.5).abs() * 2.0
}
