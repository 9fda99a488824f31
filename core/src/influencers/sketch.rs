//! Mergeable sketches of audiences: unduplicated reach without handing over who follows whom.
//!
//! A [`Sketch`] keeps the `k` smallest hashes of a set of people (Beyer et al. 2007; the theta sketch of Dasgupta,
//! Lang, Rhodes and Thaler 2016). Up to `k` people it is exact; above, the relative standard error is about
//! `1 / sqrt(k - 2)`: 1.6 % at the default `k = 4096`, which takes 32 KiB. Unlike HyperLogLog it also answers how
//! many people two accounts share, and it is a uniform sample of people, so that
//! [`select`](super::select) runs on it as on the people themselves ([`to_sample`]).
//!
//! Written here because the crates that offer it would be one more dependency and call the platform's logarithm;
//! this one needs none, so a sketch made in Python and one made in a browser merge to the same bits.

use super::audiences::Audiences;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// The default number of hashes kept.
pub const DEFAULT_K: usize = 4096;
const LARGEST_K: usize = 1 << 26;
/// 2 to the power of 64: the range of a hash.
const RANGE: f64 = 18446744073709551616.0;

/// A set of people, summarised by its `k` smallest hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    k: usize,
    /// Every person with a hash below this is kept.
    theta: u64,
    /// Sorted, distinct, all below `theta`.
    hashes: Vec<u64>,
}

/// An estimated number of people.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ReachEstimate {
    /// People.
    pub estimate: f64,
    /// Its standard error; 0 where the sketch still holds everybody.
    pub standard_error: f64,
    /// True where the sketch still holds everybody.
    pub exact: bool,
}

impl Sketch {
    /// An empty sketch that keeps up to `k` hashes.
    ///
    /// # Errors
    /// `k` outside 16 to 67,108,864.
    pub fn new(k: usize) -> Result<Self> {
        if !(16..=LARGEST_K).contains(&k) {
            return Err(Error::invalid("k", "a whole number from 16 to 67,108,864", k as f64));
        }
        Ok(Self { k, theta: u64::MAX, hashes: Vec::new() })
    }

    /// The sketch of people with whole-number ids; repeats count once.
    ///
    /// ```
    /// use ukur::influencers::sketch::Sketch;
    /// let a = Sketch::from_ids(4096, &[1, 2, 3])?;
    /// let b = Sketch::from_ids(4096, &[3, 4])?;
    /// assert_eq!(a.union(&b).reach().estimate, 4.0);
    /// assert_eq!(a.overlap(&b).estimate, 1.0);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn from_ids(k: usize, ids: &[u64]) -> Result<Self> {
        let mut sketch = Self::new(k)?;
        sketch.extend(ids.iter().map(|&id| hash(id)));
        Ok(sketch)
    }

    /// The sketch of people with names or other text ids.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn from_names<N: AsRef<str>>(k: usize, names: &[N]) -> Result<Self> {
        let mut sketch = Self::new(k)?;
        sketch.extend(names.iter().map(|name| hash_name(name.as_ref())));
        Ok(sketch)
    }

    fn extend(&mut self, hashes: impl Iterator<Item = u64>) {
        // Collect in batches: sort and trim when the buffer has doubled.
        let room = (2 * self.k).max(1024);
        for value in hashes {
            if value < self.theta {
                self.hashes.push(value);
                if self.hashes.len() >= room + self.k {
                    self.trim();
                }
            }
        }
        self.trim();
    }

    fn trim(&mut self) {
        self.hashes.order_unstable();
        self.hashes.dedup();
        if let Some(&next) = self.hashes.get(self.k) {
            self.theta = next;
            self.hashes.truncate(self.k);
        }
    }

    /// As bytes, the same in every language: `k`, theta and the hashes, each as 8 bytes, the lowest first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = [self.k as u64, self.theta];
        head.iter().chain(&self.hashes).flat_map(|word| word.to_le_bytes()).collect()
    }

    /// From the bytes of [`to_bytes`](Self::to_bytes).
    ///
    /// ```
    /// use ukur::influencers::sketch::Sketch;
    /// let sketch = Sketch::from_ids(64, &[1, 2, 3])?;
    /// assert_eq!(Sketch::from_bytes(&sketch.to_bytes())?, sketch);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// `not_a_sketch` for any other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let wrong = || Error::input("not_a_sketch", "these bytes are no sketch that `to_bytes` gave");
        let words: Vec<u64> = bytes
            .chunks(8)
            .map(|chunk| chunk.try_into().map(u64::from_le_bytes).map_err(|_| wrong()))
            .collect::<Result<_>>()?;
        let [k, theta, hashes @ ..] = words.as_slice() else { return Err(wrong()) };
        let k = usize::try_from(*k).map_err(|_| wrong())?;
        let sorted = hashes.windows(2).all(|pair| pair.first() < pair.last());
        let below = hashes.last().is_none_or(|last| last < theta);
        // A sketch with a threshold below the top is full.
        if !sorted || !below || hashes.len() > k || (*theta != u64::MAX && hashes.is_empty()) {
            return Err(wrong());
        }
        Ok(Self { theta: *theta, hashes: hashes.to_vec(), ..Self::new(k).map_err(|_| wrong())? })
    }

    /// How many hashes it keeps at most.
    pub fn k(&self) -> usize {
        self.k
    }

    /// True while it holds everybody.
    pub fn is_exact(&self) -> bool {
        self.theta == u64::MAX
    }

    /// The share of people that it holds.
    pub fn sampling_share(&self) -> f64 {
        if self.is_exact() { 1.0 } else { self.theta as f64 / RANGE }
    }

    /// The people of either sketch.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let k = self.k.min(other.k);
        let theta = self.theta.min(other.theta);
        let mut hashes: Vec<u64> =
            self.hashes.iter().chain(&other.hashes).copied().filter(|&h| h < theta).collect();
        hashes.order_unstable();
        hashes.dedup();
        let mut union = Self { k, theta, hashes };
        union.trim();
        union
    }

    /// How many people.
    pub fn reach(&self) -> ReachEstimate {
        self.estimate(self.hashes.len())
    }

    /// How many people both sketches hold.
    pub fn overlap(&self, other: &Self) -> ReachEstimate {
        let theta = self.theta.min(other.theta);
        let shared = self
            .hashes
            .iter()
            .take_while(|&&h| h < theta)
            .filter(|h| other.hashes.binary_search(h).is_ok())
            .count();
        Self { k: self.k.min(other.k), theta, hashes: Vec::new() }.estimate(shared)
    }

    /// `kept` people at this sampling share. The count given theta is unbiased for `kept / theta`; its variance is
    /// `n (1 - theta) / theta`.
    fn estimate(&self, kept: usize) -> ReachEstimate {
        let share = self.sampling_share();
        let estimate = kept as f64 / share;
        ReachEstimate {
            estimate,
            standard_error: (estimate * (1.0 - share) / share).sqrt(),
            exact: self.is_exact(),
        }
    }
}

/// The unduplicated reach of several sketched audiences.
///
/// # Errors
/// `insufficient_data` without a sketch.
pub fn union_reach(sketches: &[Sketch]) -> Result<ReachEstimate> {
    let (first, rest) = sketches.split_first().ok_or_else(|| {
        Error::undefined("reach", Status::InsufficientData, "there is no sketch to take the reach of")
    })?;
    Ok(rest.iter().fold(first.clone(), |all, next| all.union(next)).reach())
}

/// The sketches as a uniform sample of people, and how many people one sampled person stands for.
///
/// Selection on the sample is selection on everybody up to sampling error: multiply its objective by the scale.
///
/// # Errors
/// `insufficient_data` without a sketch; `too_large` as for [`Audiences`].
pub fn to_sample(sketches: &[Sketch]) -> Result<(Audiences, f64)> {
    let theta = sketches.iter().map(|s| s.theta).min().ok_or_else(|| {
        Error::undefined("sample", Status::InsufficientData, "there is no sketch to sample from")
    })?;
    let lists: Vec<&[u64]> = sketches
        .iter()
        .map(|s| s.hashes.get(..s.hashes.partition_point(|&h| h < theta)).unwrap_or(&[]))
        .collect();
    let share = if theta == u64::MAX { 1.0 } else { theta as f64 / RANGE };
    Ok((Audiences::from_lists(&lists)?, 1.0 / share))
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection, so whole-number ids never collide.
fn hash(id: u64) -> u64 {
    let mut z = id.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// FNV-1a over the UTF-8 bytes, then the finaliser.
fn hash_name(name: &str) -> u64 {
    let folded = name
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325_u64, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3));
    hash(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_while_it_holds_everybody() {
        let a = Sketch::from_ids(16, &[1, 2, 3, 3]).unwrap();
        assert_eq!(a.reach(), ReachEstimate { estimate: 3.0, standard_error: 0.0, exact: true });
        assert_eq!(union_reach(&[]).unwrap_err().code(), "insufficient_data");
        assert_eq!(Sketch::new(3).unwrap_err().code(), "out_of_domain");
        let n = Sketch::from_names(16, &["budi", "siti", "budi"]).unwrap();
        assert_eq!(n.reach().estimate, 2.0);
    }

    #[test]
    fn estimates_lie_within_four_standard_errors_and_merging_does_not_depend_on_order() {
        let ids = |from: u64, to: u64| (from..to).collect::<Vec<_>>();
        let a = Sketch::from_ids(1024, &ids(0, 100_000)).unwrap();
        let b = Sketch::from_ids(1024, &ids(60_000, 200_000)).unwrap();
        let c = Sketch::from_ids(1024, &ids(500_000, 500_300)).unwrap();
        for (estimate, truth) in [
            (a.reach(), 100_000.0),
            (a.union(&b).reach(), 200_000.0),
            (a.overlap(&b), 40_000.0),
            (union_reach(&[a.clone(), b.clone(), c.clone()]).unwrap(), 200_300.0),
        ] {
            let error = (estimate.estimate - truth).abs();
            assert!(error < 4.0 * estimate.standard_error, "{estimate:?} {truth}");
            assert!(estimate.standard_error < 0.2 * truth);
        }
        assert_eq!(a.union(&b).union(&c), c.union(&a).union(&b));
        // The union of sketches is the sketch of the union.
        assert_eq!(a.union(&b), Sketch::from_ids(1024, &ids(0, 200_000)).unwrap());
    }

    #[test]
    fn coverage_of_the_interval_is_right() {
        // 400 sets of 20,000 people, k = 256: the error in standard errors should have mean 0 and variance 1.
        let (mut sum, mut squares) = (0.0, 0.0);
        for set in 0..400_u64 {
            let ids: Vec<u64> = (0..20_000).map(|i| (set << 32) + i).collect();
            let reach = Sketch::from_ids(256, &ids).unwrap().reach();
            let z = (reach.estimate - 20_000.0) / reach.standard_error;
            sum += z;
            squares += z * z;
        }
        assert!((sum / 400.0).abs() < 0.2, "{}", sum / 400.0);
        assert!((squares / 400.0 - 1.0).abs() < 0.25, "{}", squares / 400.0);
    }

    #[test]
    fn only_its_own_bytes_are_taken() {
        let full = Sketch::from_ids(16, &(0..1000).collect::<Vec<_>>()).unwrap();
        let bytes = full.to_bytes();
        assert_eq!(Sketch::from_bytes(&bytes).unwrap(), full);
        let swapped: Vec<u8> = [&bytes[..16], &bytes[24..32], &bytes[16..24], &bytes[32..]].concat();
        for wrong in [&bytes[..15], &bytes[..bytes.len() - 1], &[255; 32], &[0; 16], &[][..], &swapped] {
            assert_eq!(Sketch::from_bytes(wrong).unwrap_err().code(), "not_a_sketch");
        }
    }

    #[test]
    fn a_sample_keeps_the_overlaps() {
        let a = Sketch::from_ids(512, &(0..50_000).collect::<Vec<_>>()).unwrap();
        let b = Sketch::from_ids(512, &(25_000..90_000).collect::<Vec<_>>()).unwrap();
        let (sample, scale) = to_sample(&[a, b]).unwrap();
        let union = sample.people_in_all() as f64 * scale;
        assert!((union / 90_000.0 - 1.0).abs() < 0.2, "{union}");
        assert!((sample.overlap(0, 1) as f64 * scale / 25_000.0 - 1.0).abs() < 0.3);
    }
}
