//! The items of two lists that belong together, by their type.

/// Steps of the search that are made at most. Longer lists are compared place by place.
const MAX_STEPS: usize = 1_000_000;

/// The places of an item in both lists; one is absent if the item is in the other list alone.
pub(crate) type Pair = [Option<usize>; 2];

/// Pairs the items of two lists in their order, so that as many as possible have the same type. Items between such pairs
/// are paired as they come.
pub(crate) fn align(a: &[&str], b: &[&str]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut at = [0, 0];
    for [next_a, next_b] in same(a, b) {
        pair_between(&mut pairs, at, [next_a, next_b]);
        pairs.push([Some(next_a), Some(next_b)]);
        at = [next_a + 1, next_b + 1];
    }
    pair_between(&mut pairs, at, [a.len(), b.len()]);
    pairs
}

fn pair_between(pairs: &mut Vec<Pair>, start: [usize; 2], end: [usize; 2]) {
    for offset in 0..(end[0] - start[0]).max(end[1] - start[1]) {
        let [a, b] = [0, 1].map(|side| Some(start[side] + offset).filter(|place| *place < end[side]));
        pairs.push([a, b]);
    }
}

/// Returns the longest common subsequence, as places in both lists.
fn same(a: &[&str], b: &[&str]) -> Vec<[usize; 2]> {
    let columns = b.len() + 1;
    if (a.len() + 1).saturating_mul(columns) > MAX_STEPS {
        return (0..a.len().min(b.len())).filter(|place| a[*place] == b[*place]).map(|place| [place, place]).collect();
    }
    // The length of the longest common subsequence of what follows each pair of places.
    let mut lengths = vec![0_usize; (a.len() + 1) * columns];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * columns + j] = if a[i] == b[j] {
                lengths[(i + 1) * columns + j + 1] + 1
            } else {
                lengths[(i + 1) * columns + j].max(lengths[i * columns + j + 1])
            };
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            found.push([i, j]);
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * columns + j] >= lengths[i * columns + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}
