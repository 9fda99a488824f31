//! Sorting by a whole-number key, eleven bits at a time.
//!
//! A radix sort takes a fixed number of passes whatever the data, keeps equal keys in their order, and skips the
//! digits in which no two keys differ: several times quicker than comparing for the millions of times, ids and
//! amounts this crate sorts.

const DIGIT_BITS: u32 = 11;
const BUCKETS: usize = 1 << DIGIT_BITS;

/// Sorts by `key`, ascending; equal keys keep their order.
pub(crate) fn radix_sort_by_key<T: Copy>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    if items.len() < 256 {
        items.sort_by_key(key);
        return;
    }
    let (mut any, mut all) = (0u64, u64::MAX);
    let mut sorted = true;
    let mut previous = 0u64;
    for item in items.iter() {
        let k = key(item);
        any |= k;
        all &= k;
        sorted &= previous <= k;
        previous = k;
    }
    if sorted {
        return;
    }
    let differing = any & !all;
    let mut scratch = items.clone();
    let mut shift = 0;
    while shift < u64::BITS {
        let digit = |item: &T| ((key(item) >> shift) & (BUCKETS as u64 - 1)) as usize;
        if (differing >> shift) & (BUCKETS as u64 - 1) != 0 {
            let mut next = [0usize; BUCKETS];
            for item in items.iter() {
                next[digit(item)] += 1;
            }
            let mut total = 0;
            for slot in &mut next {
                let count = *slot;
                *slot = total;
                total += count;
            }
            for item in items.iter() {
                let slot = &mut next[digit(item)];
                scratch[*slot] = *item;
                *slot += 1;
            }
            std::mem::swap(items, &mut scratch);
        }
        shift += DIGIT_BITS;
    }
}

/// A key that orders numbers as `f64::total_cmp` does.
pub(crate) fn float_key(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 { bits ^ (1 << 63) } else { !bits }
}

/// A key that orders signed whole numbers.
pub(crate) const fn integer_key(value: i64) -> u64 {
    (value as u64) ^ (1 << 63)
}

/// The inverse of [`integer_key`].
pub(crate) const fn integer_of_key(key: u64) -> i64 {
    i64::from_ne_bytes((key ^ (1 << 63)).to_ne_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_comparison_does() {
        let mut state = 1u64;
        let mut next = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        };
        for len in [0usize, 1, 2, 255, 256, 5000] {
            for mask in [u64::MAX, 0xff, 0x7ff << 30, 1, 0] {
                let mut items: Vec<(u64, usize)> = (0..len).map(|i| (next() & mask, i)).collect();
                let mut expected = items.clone();
                expected.sort_by_key(|item| item.0);
                radix_sort_by_key(&mut items, |item| item.0);
                assert_eq!(items, expected);
            }
        }
    }

    #[test]
    fn keys_order_numbers() {
        let mut floats = [1.5, -0.0, 0.0, f64::NEG_INFINITY, -3.0, 1e300, f64::INFINITY, 5e-324];
        floats.sort_by_key(|x| float_key(*x));
        assert!(floats.windows(2).all(|w| w[0].total_cmp(&w[1]).is_le()));
        assert!(integer_key(i64::MIN) < integer_key(-1) && integer_key(-1) < integer_key(0));
        assert!(integer_key(0) < integer_key(i64::MAX));
        for value in [i64::MIN, -5, 0, 7, i64::MAX] {
            assert_eq!(integer_of_key(integer_key(value)), value);
        }
    }
}
