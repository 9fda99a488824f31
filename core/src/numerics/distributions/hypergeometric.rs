//! The hypergeometric distribution: successes among `draws` without replacement from a `population` that holds
//! `successes`. Fisher's exact test stands on it.

use super::binomial::ln_binomial_pmf;
use crate::numerics::elementary::not_above;

/// `P(X = k)`.
///
/// ```
/// // Four cups of tea right out of four, eight cups: 1/70.
/// let p = ukur::numerics::distributions::hypergeometric_pmf(4.0, 8.0, 4.0, 4.0);
/// assert!((p - 1.0 / 70.0).abs() < 1e-17);
/// ```
pub fn hypergeometric_pmf(k: f64, population: f64, successes: f64, draws: f64) -> f64 {
    libm::exp(ln_hypergeometric_pmf(k, population, successes, draws))
}

/// `ln P(X = k)`, as a ratio of three binomial probabilities at `draws / population`, so that nothing large cancels
/// (Loader 2000).
///
/// ```
/// let log = ukur::numerics::distributions::ln_hypergeometric_pmf(3.0, 8.0, 4.0, 4.0);
/// assert!((log - (16.0 / 70.0f64).ln()).abs() < 1e-15);
/// ```
pub fn ln_hypergeometric_pmf(k: f64, population: f64, successes: f64, draws: f64) -> f64 {
    if !in_domain(population, successes, draws) || k.is_nan() {
        return f64::NAN;
    }
    let (lowest, highest) = support(population, successes, draws);
    if k < lowest || k > highest {
        return f64::NEG_INFINITY;
    }
    if draws == 0.0 || draws == population {
        return 0.0;
    }
    let p = draws / population;
    ln_binomial_pmf(k, successes, p) + ln_binomial_pmf(draws - k, population - successes, p)
        - ln_binomial_pmf(draws, population, p)
}

/// The lower tail `P(X <= k)`, `k` rounded down. NaN beyond ten million terms, for populations above about 1e12.
///
/// ```
/// let p = ukur::numerics::distributions::hypergeometric_cdf(0.0, 8.0, 4.0, 4.0);
/// assert!((p - 1.0 / 70.0).abs() < 1e-17);
/// ```
pub fn hypergeometric_cdf(k: f64, population: f64, successes: f64, draws: f64) -> f64 {
    tails(k, population, successes, draws).0
}

/// The upper tail `P(X > k)`, `k` rounded down. NaN beyond ten million terms, for populations above about 1e12.
///
/// ```
/// let p = ukur::numerics::distributions::hypergeometric_sf(2.0, 8.0, 4.0, 4.0);
/// assert!((p - 17.0 / 70.0).abs() < 1e-15);
/// ```
pub fn hypergeometric_sf(k: f64, population: f64, successes: f64, draws: f64) -> f64 {
    tails(k, population, successes, draws).1
}

fn in_domain(population: f64, successes: f64, draws: f64) -> bool {
    let within = |part: f64| (0.0..=population).contains(&part);
    // Beyond 2^53 there are no counts, only their neighbours.
    population <= 9_007_199_254_740_992.0 && within(successes) && within(draws)
}

/// The smallest and the largest possible count.
fn support(population: f64, successes: f64, draws: f64) -> (f64, f64) {
    ((draws - (population - successes)).max(0.0), draws.min(successes))
}

fn tails(k: f64, population: f64, successes: f64, draws: f64) -> (f64, f64) {
    if !in_domain(population, successes, draws) || k.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    let (lowest, highest) = support(population, successes, draws);
    let k = k.floor();
    if k < lowest {
        return (0.0, 1.0);
    }
    if k >= highest {
        return (1.0, 0.0);
    }
    let failures = population - successes;
    // The side away from the mean falls fast; the other is its complement.
    if k * population < draws * successes {
        let ratio = |i: f64| i * (failures - draws + i) / ((successes - i + 1.0) * (draws - i + 1.0));
        let sum = sum_of_ratios(k, lowest, -1.0, ratio);
        let below = not_above(1.0, hypergeometric_pmf(k, population, successes, draws) * sum);
        (below, 1.0 - below)
    } else {
        let ratio = |i: f64| (successes - i) * (draws - i) / ((i + 1.0) * (failures - draws + i + 1.0));
        let sum = sum_of_ratios(k + 1.0, highest, 1.0, ratio);
        let above = not_above(1.0, hypergeometric_pmf(k + 1.0, population, successes, draws) * sum);
        (1.0 - above, above)
    }
}

/// `1 + r(i) + r(i) r(i + step) + ...` from `start` towards `end`, until the terms no longer count.
fn sum_of_ratios(start: f64, end: f64, step: f64, ratio: impl Fn(f64) -> f64) -> f64 {
    let mut sum = 1.0;
    let mut term = 1.0;
    let mut i = start;
    for _ in 0..10_000_000 {
        if i == end {
            return sum;
        }
        term *= ratio(i);
        sum += term;
        if term < 1e-17 * sum {
            return sum;
        }
        i += step;
    }
    f64::NAN
}
