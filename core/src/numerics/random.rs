//! Random numbers that are the same on every machine for a seed.
//!
//! The generator is xoshiro256++ (Blackman & Vigna 2021, ACM Trans. Math. Softw. 47:36), seeded by SplitMix64 as
//! its authors advise. The distributions use `libm` alone, so a simulation has the same bits in Rust, Python and
//! JavaScript. Not for secrets.

mod discrete;

pub use discrete::Categorical;

/// A stream of random numbers.
///
/// ```
/// use ukur::numerics::random::Random;
/// let (mut a, mut b) = (Random::new(7), Random::new(7));
/// assert_eq!(a.uniform(), b.uniform());
/// assert!((0.0..1.0).contains(&a.uniform()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        let mut seed = seed;
        let state = std::array::from_fn(|_| {
            seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = seed;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        });
        Self { state }
    }

    /// A stream that starts 2^128 numbers further on: streams for work done side by side, which never meet.
    #[must_use]
    pub fn jumped(&self) -> Self {
        let mut walker = self.clone();
        let mut state = [0_u64; 4];
        // The jump polynomial of the authors.
        for word in
            [0x180e_c6d3_3cfd_0aba_u64, 0xd5a6_1266_f0c9_392c, 0xa958_2618_e03f_c9aa, 0x39ab_dc45_29b1_661c]
        {
            for bit in 0..64 {
                if word >> bit & 1 == 1 {
                    for (sum, part) in state.iter_mut().zip(walker.state) {
                        *sum ^= part;
                    }
                }
                walker.bits();
            }
        }
        Self { state }
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let out = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let t = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= t;
        *d = d.rotate_left(45);
        out
    }

    /// A number in `[0, 1)`, a multiple of `2^-53`.
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A number in `(0, 1)`, never 0.
    pub fn open_uniform(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A whole number below `n`, each equally likely; 0 for `n = 0`.
    pub fn below(&mut self, n: u64) -> u64 {
        // Lemire 2019: the high half of a product, with the biased part redrawn.
        let mut product = u128::from(self.bits()) * u128::from(n);
        if (product as u64) < n {
            let threshold = n.wrapping_neg() % n.max(1);
            while (product as u64) < threshold {
                product = u128::from(self.bits()) * u128::from(n);
            }
        }
        (product >> 64) as u64
    }

    /// A standard normal number (Marsaglia's polar method).
    pub fn normal(&mut self) -> f64 {
        loop {
            let (u, v) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                return u * (-2.0 * libm::log(s) / s).sqrt();
            }
        }
    }

    /// An exponential number with mean 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log(self.open_uniform())
    }

    /// The logarithm of a gamma number with this shape and scale 1, finite for every positive shape (a gamma
    /// number of shape 0.001 is often too small to write). Marsaglia & Tsang 2000.
    pub fn ln_gamma(&mut self, shape: f64) -> f64 {
        // Of no such shape a draw would ever be accepted.
        if !(shape > 0.0 && shape < f64::INFINITY) {
            return f64::NAN;
        }
        if shape < 1.0 {
            return self.ln_gamma(shape + 1.0) + libm::log(self.open_uniform()) / shape;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let t = 1.0 + c * x;
            if t <= 0.0 {
                continue;
            }
            let v = t * t * t;
            if libm::log(self.open_uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return libm::log(d * v);
            }
        }
    }

    /// A gamma number with this shape and rate.
    pub fn gamma(&mut self, shape: f64, rate: f64) -> f64 {
        libm::exp(self.ln_gamma(shape)) / rate
    }

    /// A beta number.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (x, y) = (self.ln_gamma(a), self.ln_gamma(b));
        super::elementary::logistic(x - y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shape_without_a_draw() {
        for shape in [f64::INFINITY, f64::NAN, 0.0, -1e18] {
            assert!(Random::new(1).gamma(shape, 1.0).is_nan());
        }
    }

    /// The reference implementation of xoshiro256++ by its authors, seeded with the first four outputs of their
    /// SplitMix64 from 0: 0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f, 0xf88bb8a8724c81ec.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut random = Random::new(0);
        assert_eq!(
            random.state,
            [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f, 0xf88b_b8a8_724c_81ec]
        );
        assert_eq!(random.bits(), 0x5317_5d61_490b_23df);
        let mut plain = Random { state: [1, 2, 3, 4] };
        assert_eq!(
            [plain.bits(), plain.bits(), plain.bits()],
            [41_943_041, 58_720_359, 3_588_806_011_781_223]
        );
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        let mut random = Random::new(42);
        let n = 200_000;
        let mut check = |name: &str, mean: f64, variance: f64, draw: &mut dyn FnMut(&mut Random) -> f64| {
            let (mut sum, mut square) = (0.0, 0.0);
            for _ in 0..n {
                let v = draw(&mut random);
                sum += v;
                square += v * v;
            }
            let got = sum / f64::from(n);
            let spread = square / f64::from(n) - got * got;
            assert!((got - mean).abs() < 5.0 * (variance / f64::from(n)).sqrt(), "{name}: mean {got}");
            assert!((spread / variance - 1.0).abs() < 0.05, "{name}: variance {spread}");
        };
        check("uniform", 0.5, 1.0 / 12.0, &mut Random::uniform);
        check("normal", 0.0, 1.0, &mut Random::normal);
        check("exponential", 1.0, 1.0, &mut Random::exponential);
        check("gamma 0.3", 0.3, 0.3, &mut |r| r.gamma(0.3, 1.0));
        check("gamma 5", 2.5, 1.25, &mut |r| r.gamma(5.0, 2.0));
        check("beta", 0.25, 0.75 * 0.25 / 4.2, &mut |r| r.beta(0.8, 2.4));
        check("poisson 0.3", 0.3, 0.3, &mut |r| r.poisson(0.3));
        check("poisson 9.9", 9.9, 9.9, &mut |r| r.poisson(9.9));
        check("poisson 12", 12.0, 12.0, &mut |r| r.poisson(12.0));
        check("poisson 5000", 5000.0, 5000.0, &mut |r| r.poisson(5000.0));
        check("below", 4.5, 8.25, &mut |r| r.below(10) as f64);
    }
}
