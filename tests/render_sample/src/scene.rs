//! The landscape: snow peaks in the last light over a lake, under a moon.
//!
//! The eye stands at the shore and looks along `z`; `x` goes right, `height` up, the lake is height 0. A pixel is a
//! direction: how far right and how far up it goes for each step ahead. For every column the ground is walked once,
//! from near to far, and whatever rises above all before it is seen; that is cheaper than to follow a ray per pixel.

use crate::noise::{eroded, fractal, hash, noise};
use crate::picture::Light;

/// How far a picture reaches to either side, and from its lower to its upper edge, per step ahead.
const ASIDE: f64 = 0.62;
const LOWER: f64 = -0.46;
const EYE: f64 = 1.1;

/// Where the sun is, seen from anywhere: low on the left, behind the eye.
const SUN: (f64, f64, f64) = (-0.78, 0.33, -0.53);
const SUNLIGHT: Light = Light(2.1, 0.80, 0.36);
const SKYLIGHT: Light = Light(0.085, 0.125, 0.25);

/// What is seen of the scene, in rows from the top, `side` by `side` samples.
pub(crate) fn render(side: usize) -> Vec<Light> {
    let view = View { side };
    let columns: Vec<Column> = (0..side).map(|column| Column::walk(&view, column)).collect();
    let mut light = Vec::with_capacity(side * side);
    for row in 0..side {
        for column in 0..side {
            let right = view.right(column);
            let up = view.up(row);
            let behind = seen(&view, &columns, right, up, column, row);
            light.push(shore(right, up, behind));
        }
    }
    light
}

fn seen(view: &View, columns: &[Column], right: f64, up: f64, column: usize, row: usize) -> Light {
    let Some(ahead) = columns[column].direct[row] else {
        return sky(right, up);
    };
    let (x, z) = (right * ahead, ahead);
    if height(x, z) > 0.0 {
        return land(x, z);
    }
    water(view, columns, x, z, up)
}

/// Which direction each pixel looks in.
struct View {
    side: usize,
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows and columns are small, and clamped to the picture"
)]
impl View {
    fn step(&self) -> f64 {
        2.0 * ASIDE / self.side as f64
    }

    fn right(&self, column: usize) -> f64 {
        (column as f64 + 0.5) * self.step() - ASIDE
    }

    fn up(&self, row: usize) -> f64 {
        LOWER + 2.0 * ASIDE - (row as f64 + 0.5) * self.step()
    }

    fn column(&self, right: f64) -> usize {
        (((right + ASIDE) / self.step()).max(0.0) as usize).min(self.side - 1)
    }

    fn row(&self, up: f64) -> usize {
        (((LOWER + 2.0 * ASIDE - up) / self.step()).max(0.0) as usize).min(self.side - 1)
    }
}

/// How far away the ground is in each pixel of one column, `None` where there is only sky.
struct Column {
    /// As the eye sees it.
    direct: Vec<Option<f64>>,
    /// As an eye as far below the lake as ours is above it would, that is, as the lake mirrors it.
    mirrored: Vec<Option<f64>>,
}

impl Column {
    fn walk(view: &View, column: usize) -> Self {
        let right = view.right(column);
        let mut direct = Skyline::new(view, EYE);
        let mut mirrored = Skyline::new(view, -EYE);
        let mut ahead = 0.6;
        while ahead < 90.0 {
            let height = height(right * ahead, ahead);
            direct.rise(view, ahead, height);
            if height > 0.0 {
                mirrored.rise(view, ahead, height);
            }
            ahead *= 1.004;
        }
        Self { direct: direct.distances, mirrored: mirrored.distances }
    }
}

/// The upper edge of what has been walked over so far.
struct Skyline {
    eye: f64,
    distances: Vec<Option<f64>>,
    /// The lowest row that still shows sky, plus one.
    free: usize,
    /// The step before: its direction and distance.
    last: (f64, f64),
}

impl Skyline {
    fn new(view: &View, eye: f64) -> Self {
        Self { eye, distances: vec![None; view.side], free: view.side, last: (f64::MIN, 0.0) }
    }

    fn rise(&mut self, view: &View, ahead: f64, height: f64) {
        let up = (height - self.eye) / ahead;
        while self.free > 0 && view.up(self.free - 1) <= up {
            let row = self.free - 1;
            // Between two steps the ground is taken to be straight.
            let share = ((view.up(row) - self.last.0) / (up - self.last.0)).clamp(0.0, 1.0);
            self.distances[row] = Some(self.last.1 + (ahead - self.last.1) * share);
            self.free = row;
        }
        self.last = (up, ahead);
    }
}

/// How high the ground is above the lake, or that it is under water.
fn height(x: f64, z: f64) -> f64 {
    coarse_height(x, z, 9)
}

fn coarse_height(x: f64, z: f64, octaves: u32) -> f64 {
    let bay = 9.0 + 3.0 * noise(x * 0.22 + 3.0, 1.0).value + x * x * 0.03;
    let inland = z - bay;
    if inland < 0.0 {
        return 0.0;
    }
    let relief = eroded(x * 0.11 + 7.3, z * 0.11 + 2.1, octaves);
    let masses = peak(x - 9.0, z - 34.0, 17.0) * 15.0
        + peak(x + 12.0, z - 30.0, 15.0) * 8.5
        + peak(x + 3.0, z - 58.0, 22.0) * 14.0
        + peak(x - 26.0, z - 52.0, 20.0) * 15.0;
    let shore = (inland * 0.25).min(1.0);
    let ground = 0.04
        + inland * 0.010
        + masses * (0.12 + relief)
        + 0.5 * relief * relief
        + 0.9 * smooth(0.35, 0.8, noise(x * 0.3, z * 0.45).value) * smooth(0.0, 4.0, inland);
    shore * ground + 0.30 * smooth(0.0, 0.4, inland) * smooth(1.9, 1.0, ground) * canopy(x, z)
}

/// Treetops: noise pulled to points, 0 between the trees.
fn canopy(x: f64, z: f64) -> f64 {
    let crowns = smooth(0.3, 1.0, fractal(x * 4.1, z * 2.9, 3));
    let size = 0.5 + fractal(x * 0.9, z * 0.9, 2);
    crowns * size
}

/// 1 at the middle, falling like a tent with a rounded foot to 0 at `radius`.
fn peak(x: f64, z: f64, radius: f64) -> f64 {
    let near = (1.0 - (x * x + z * z).sqrt() / radius).max(0.0);
    near * (0.45 + 0.55 * near)
}

/// Snow, rock and forest, lit by the last sun and the sky, behind the air between.
fn land(x: f64, z: f64) -> Light {
    let here = height(x, z);
    let reach = 0.0016 * z;
    let rise_x = (height(x + reach, z) - height(x - reach, z)) / (2.0 * reach);
    let rise_z = (height(x, z + reach) - height(x, z - reach)) / (2.0 * reach);
    let upright = 1.0 / (1.0 + rise_x * rise_x + rise_z * rise_z).sqrt();

    let patches = fractal(x * 1.7, z * 1.7, 4);
    let gullies = fractal(x * 3.1 + 0.4 * z, here * 0.5, 4);
    let snow = smooth(1.9, 3.4, here + 2.8 * (patches - 0.5))
        * smooth(0.33, 0.56, upright + 0.55 * (patches - 0.5) + 0.45 * (gullies - 0.5));
    let wooded = smooth(2.6, 1.5, here + 1.6 * (patches - 0.5)) * smooth(0.45, 0.6, upright);
    let rock = Light(0.10, 0.09, 0.095).mix(Light(0.22, 0.17, 0.15), fractal(x * 0.6, here * 3.0, 4));
    let trees =
        Light(0.010, 0.022, 0.020).mix(Light(0.075, 0.095, 0.045), 0.6 * patches * patches + 0.5 * canopy(x, z));
    let ground = rock.mix(trees, wooded).mix(Light(0.86, 0.88, 0.93), snow);

    let facing = (SUN.1 - SUN.0 * rise_x - SUN.2 * rise_z) * upright;
    let sunlit = facing.max(0.0) * sunshine(x, here, z);
    let open = 0.35 + 0.65 * upright;
    let lit = ground.tint(SUNLIGHT * sunlit + SKYLIGHT * open);
    let mist = fade(here * 3.0) * (z - 10.0).max(0.0) * 0.11 * fractal(x * 0.3 + 2.0, z * 0.35 + here, 3);
    let air = 1.0 - fade(z * 0.0065 + mist);
    lit.mix(Light(0.29, 0.23, 0.34), air)
}

/// How much of the sun reaches a place: none in the shadow of other ground, and little near the ground, where the
/// sun has already set.
fn sunshine(x: f64, above: f64, z: f64) -> f64 {
    let mut light: f64 = smooth(0.7, 3.0, above);
    let mut away = 0.25;
    while away < 14.0 && light > 0.0 {
        let (there_x, there_z) = (x + SUN.0 * away, z + SUN.2 * away);
        let clearance = above + SUN.1 * away - coarse_height(there_x, there_z, 6);
        light = light.min(smooth(-0.12, 0.12, clearance / (0.3 + 0.08 * away)));
        away *= 1.35;
    }
    light
}

/// The lake: what it mirrors, bent by ripples, over its own deep green.
fn water(view: &View, columns: &[Column], x: f64, z: f64, up: f64) -> Light {
    let calm = 1.0 / (1.0 + 0.06 * z);
    let swell = fractal(x * 1.1, z * 2.2, 3) - 0.5 + 0.4 * (fractal(x * 4.0, z * 9.0, 2) - 0.5);
    let breeze = smooth(0.45, 0.7, fractal(x * 0.25 + 9.0, z * 0.5, 3));
    let tilt = swell * calm * (0.05 + 0.10 * breeze);
    let up_again = (-up + tilt).max(0.004);
    let right_again = x / z + 0.35 * tilt;

    let (column, row) = (view.column(right_again), view.row(up_again));
    let mirrored = match columns[column].mirrored[row] {
        Some(ahead) => land(view.right(column) * ahead, ahead),
        None => sky(right_again, up_again),
    };
    let head_on = -up / (1.0 + up * up).sqrt() + 0.5 * tilt;
    let slant = (1.0 - head_on).clamp(0.0, 1.0);
    let share = 0.04 + 0.92 * slant * slant * slant;
    Light(0.012, 0.035, 0.05).mix(mirrored, share)
}

/// Dusk: gold at the horizon, rose above it, then the blue of the night with its first stars.
fn sky(right: f64, up: f64) -> Light {
    let gold = Light(0.95, 0.48, 0.22);
    let rose = Light(0.52, 0.25, 0.32);
    let blue = Light(0.12, 0.15, 0.33);
    let night = Light(0.022, 0.042, 0.13);
    let clear =
        gold.mix(rose, smooth(0.02, 0.30, up)).mix(blue, smooth(0.20, 0.48, up)).mix(night, smooth(0.42, 0.85, up));
    let cover = clouds(right, up);
    let lit = Light(0.95, 0.46, 0.36).mix(Light(0.42, 0.30, 0.45), smooth(0.25, 0.7, up));
    (clear + stars(right, up) + moon(right, up) * (1.0 - 0.7 * cover)).mix(lit, 0.75 * cover)
}

/// Thin streaks that follow the wind, flattened by distance.
fn clouds(right: f64, up: f64) -> f64 {
    let away = 1.0 / (up + 0.22);
    let (x, z) = (right * away * 1.6, away * 2.4);
    let wind = fractal(x * 0.7 + 4.0, z * 0.7, 3);
    let streaks = fractal(x * 1.0 + 3.0 * wind, z * 3.2 + 2.0 * wind, 6);
    smooth(0.52, 0.78, streaks) * smooth(0.02, 0.2, up)
}

fn stars(right: f64, up: f64) -> Light {
    let (across, along) = (right * 90.0, up * 90.0);
    let (column, row) = (across.floor(), along.floor());
    if hash(column + 101.0, row) < 0.94 {
        return Light::default();
    }
    let (x, y) =
        (across - column - 0.25 - 0.5 * hash(column, row + 57.0), along - row - 0.25 - 0.5 * hash(column + 13.0, row));
    let rank = hash(column + 31.0, row + 77.0);
    let size = 0.06 + 0.16 * rank * rank * rank;
    let glow = smooth(size, 0.0, (x * x + y * y).sqrt());
    Light(0.85, 0.88, 1.0) * (glow * smooth(0.30, 0.75, up))
}

fn moon(right: f64, up: f64) -> Light {
    let (x, y) = (right + 0.118, up - 0.405);
    let radius = 0.043;
    let from_middle = (x * x + y * y).sqrt();
    let seas = 0.45 + 0.55 * smooth(0.34, 0.62, fractal(x * 42.0 + 5.0, y * 42.0, 4));
    let disc = smooth(radius, radius - 0.0025, from_middle);
    let halo = 0.007 / (0.03 + from_middle * from_middle * 16.0);
    Light(1.05, 0.93, 0.72) * (disc * seas) + Light(0.8, 0.7, 0.75) * halo
}

/// The near shore: firs on either side, black against the lake.
fn shore(right: f64, up: f64, behind: Light) -> Light {
    const FIRS: [(f64, f64, f64); 9] = [
        (-0.600, -0.47, 0.62),
        (-0.520, -0.49, 0.46),
        (-0.455, -0.50, 0.33),
        (-0.395, -0.50, 0.22),
        (0.595, -0.48, 0.50),
        (0.535, -0.50, 0.37),
        (0.480, -0.50, 0.26),
        (-0.565, -0.50, 0.36),
        (0.425, -0.50, 0.16),
    ];
    let cover =
        FIRS.iter().map(|&(middle, foot, tall)| fir(right - middle, up - foot, tall, middle)).fold(0.0, f64::max);
    behind.mix(Light(0.012, 0.016, 0.022), cover)
}

/// 1 inside a fir of this height, 0 outside.
fn fir(aside: f64, above: f64, tall: f64, seed: f64) -> f64 {
    let below_top = 1.0 - above / tall;
    if !(0.0..=1.0).contains(&below_top) {
        return 0.0;
    }
    let side = if aside < 0.0 { 11.0 } else { 29.0 };
    let whorl = below_top * (14.0 + 16.0 * tall) + 0.6 * noise(below_top * 40.0, seed * 50.0 + side).value;
    let branch = whorl - whorl.floor();
    let ragged = 0.65 + 0.7 * noise(whorl.floor() + 0.5, seed * 90.0 + side).value;
    let reach = tall * (0.004 + 0.21 * below_top * (0.35 + 0.65 * branch) * ragged);
    smooth(reach + 0.0015, reach - 0.0015, aside.abs())
}

/// 0 before `from`, 1 after `to`, easing between; `from` may be the larger one.
fn smooth(from: f64, to: f64, at: f64) -> f64 {
    let share = ((at - from) / (to - from)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// What is left of light after so much air: close to `exp(-air)`.
fn fade(air: f64) -> f64 {
    1.0 / (1.0 + air + 0.5 * air * air + air * air * air / 6.0)
}
