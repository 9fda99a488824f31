//! Fisher's exact test of a two-by-two table.

use crate::checks;
use crate::numerics::distributions::ln_hypergeometric_pmf;
use crate::numerics::elementary::within;
use crate::shown::Shown;
use crate::{Error, Result};

/// Tables of more counts than this are refused: there the z test agrees to all digits shown, and costs nothing.
const LARGEST_TOTAL: f64 = 1e12;

/// Tables within this relative distance of the observed probability count as equally probable. Rounding moves a
/// computed probability by about 1e-13; two tables that differ at all differ by far more than 1e-10 in practice.
const TIE: f64 = 1e-10;

/// Fisher's exact test, two-sided: the probability, with the margins held fixed, of all tables that are at most as
/// probable as `[[a, b], [c, d]]` (Fisher 1935; the rule of R and SciPy). An empty row or column leaves one table
/// only, and gives 1.
///
/// Each probability comes from Loader's saddle-point form, so large counts do not cancel.
///
/// # Errors
/// Counts that are negative or not whole; more than 1e12 counts in all.
///
/// ```
/// // The lady tasting tea.
/// let p = ukur::experiments::fisher::fisher_two_sided(3.0, 1.0, 1.0, 3.0)?;
/// assert!((p - 0.4857142857142857).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn fisher_two_sided(a: f64, b: f64, c: f64, d: f64) -> Result<f64> {
    for (name, value) in [("a", a), ("b", b), ("c", c), ("d", d)] {
        checks::count(name, value)?;
    }
    let total = a + b + c + d;
    if total > LARGEST_TOTAL {
        return Err(Error::input(
            "table_too_large",
            format!(
                "the table holds {:e} counts in all, but the exact test takes at most 1e12; use compare_proportions, which agrees at this size",
                Shown(total)
            ),
        ));
    }
    let table = Hypergeometric { successes: a + c, failures: b + d, draws: a + b };
    let (least, most) = (table.least(), table.most());
    if least == most {
        return Ok(1.0);
    }
    let observed = table.ln_probability(a);
    let limit = observed + TIE;
    let mode = within((((table.draws + 1.0) * (table.successes + 1.0)) / (total + 2.0)).floor(), least, most);
    if table.ln_probability(mode) <= limit {
        return Ok(1.0);
    }
    // The tail beyond the observed table, away from the mode.
    let upwards = a > mode;
    let mut sum = table.tail(a, upwards);
    // The first table on the other side that is no more probable than the observed one.
    let (mut inside, mut end) = (mode, if upwards { least } else { most });
    if table.ln_probability(end) <= limit {
        while (inside - end).abs() > 1.0 {
            let middle = (0.5 * (inside + end)).floor();
            if table.ln_probability(middle) <= limit { end = middle } else { inside = middle }
        }
        sum += table.tail(end, !upwards) * libm::exp(table.ln_probability(end) - observed);
    }
    Ok((libm::exp(observed) * sum).min(1.0))
}

/// The number of successes among `draws` taken without putting back.
struct Hypergeometric {
    successes: f64,
    failures: f64,
    draws: f64,
}

impl Hypergeometric {
    fn least(&self) -> f64 {
        (self.draws - self.failures).max(0.0)
    }

    fn most(&self) -> f64 {
        self.draws.min(self.successes)
    }

    fn ln_probability(&self, k: f64) -> f64 {
        ln_hypergeometric_pmf(k, self.successes + self.failures, self.successes, self.draws)
    }

    /// The sum of the probabilities from `k` outwards, in units of the probability of `k`. The terms fall faster and
    /// faster; it ends when they no longer matter, which is within some 40 standard deviations.
    fn tail(&self, k: f64, upwards: bool) -> f64 {
        let (mut term, mut sum, mut k) = (1.0, 1.0, k);
        let end = if upwards { self.most() } else { self.least() };
        while k != end {
            let right = if upwards { k } else { k - 1.0 };
            // P(right + 1)/P(right)
            let up = (self.successes - right) * (self.draws - right);
            let down = (right + 1.0) * (self.failures - self.draws + right + 1.0);
            term *= if upwards { up / down } else { down / up };
            sum += term;
            if term < 1e-18 * sum {
                break;
            }
            k += if upwards { 1.0 } else { -1.0 };
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM_SCIPY: [(f64, f64, f64, f64, f64); 10] = [
        (3.0, 1.0, 1.0, 3.0, 0.4857142857142857),
        (8.0, 2.0, 1.0, 5.0, 0.03496503496503497),
        (56.0, 14.0, 48.0, 32.0, 0.012521129749209154),
        (0.0, 10.0, 5.0, 5.0, 0.032507739938080496),
        (100.0, 2.0, 1000.0, 5.0, 0.13007593634300169),
        (190.0, 800.0, 200.0, 900.0, 0.574111858126088),
        (1200.0, 98800.0, 1000.0, 99000.0, 1.9639506802296579e-05),
        (2.0, 7.0, 8.0, 2.0, 0.023014137565221155),
        (45.0, 55.0, 63.0, 37.0, 0.015654203756366645),
        (6.0, 37.0, 108.0, 200.0, 0.00509269774812579),
    ];

    #[test]
    fn agrees_with_scipy() {
        // Exact rationals (Python fractions), the seventh by mpmath; scipy 1.17.1 stats.fisher_exact agrees (the seventh to 5e-12).
        for (a, b, c, d, want) in FROM_SCIPY {
            let p = fisher_two_sided(a, b, c, d).unwrap();
            assert!((p / want - 1.0).abs() < 1e-12, "{a} {b} {c} {d}: {p} instead of {want}");
            // The same table turned and mirrored.
            for other in
                [fisher_two_sided(a, c, b, d), fisher_two_sided(d, c, b, a), fisher_two_sided(b, a, d, c)]
            {
                assert!((other.unwrap() / want - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn sums_every_table_by_brute_force() {
        fn choose(n: u64, k: u64) -> f64 {
            (0..k).fold(1.0, |c, i| c * (n - i) as f64 / (i + 1) as f64)
        }
        for (a, b, c, d) in (0..2401).map(|i: u64| (i % 7, i / 7 % 7, i / 49 % 7, i / 343)) {
            let weight = |x: u64| choose(a + c, x) * choose(b + d, a + b - x);
            let (least, most) = ((a + b).saturating_sub(b + d), (a + b).min(a + c));
            let all: f64 = (least..=most).map(weight).sum();
            let want: f64 =
                (least..=most).map(weight).filter(|w| *w <= weight(a) * (1.0 + 1e-9)).sum::<f64>() / all;
            let got = fisher_two_sided(a as f64, b as f64, c as f64, d as f64).unwrap();
            assert!((got - want).abs() < 1e-12, "{a} {b} {c} {d}: {got} instead of {want}");
        }
    }

    #[test]
    fn borders() {
        assert_eq!(fisher_two_sided(0.0, 0.0, 0.0, 0.0).unwrap(), 1.0);
        assert_eq!(fisher_two_sided(0.0, 5.0, 0.0, 9.0).unwrap(), 1.0);
        assert_eq!(fisher_two_sided(1.5, 5.0, 0.0, 9.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(fisher_two_sided(1e13, 5.0, 0.0, 9.0).unwrap_err().code(), "table_too_large");
        assert!(fisher_two_sided(2.5e11, 2.5e11, 2.5e11, 2.5e11).unwrap() > 0.999);
        assert_eq!(fisher_two_sided(1e6, 0.0, 0.0, 1e6).unwrap(), 0.0);
    }
}
