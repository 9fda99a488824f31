//! Sums of very many smooth positive terms: the first one by one, the rest by integrals.
//!
//! The rest is its integral with the end corrections of Gregory's formula, which are differences of terms, so that no
//! derivative is needed. Panels double, but where the terms change within a short way.

use super::quadrature::gauss_legendre_16;

/// Terms change around `at`, within `width` times `at` to each side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Step {
    pub(crate) at: f64,
    pub(crate) width: f64,
}

/// A step is over this many widths from its middle.
const WIDTHS: f64 = 10.0;

impl Step {
    /// Where it begins.
    fn begin(self) -> f64 {
        self.at * (1.0 - WIDTHS * self.width)
    }

    /// Where it is over.
    pub(crate) fn end(self) -> f64 {
        self.at * (1.0 + WIDTHS * self.width)
    }
}

/// At least this many terms are added one by one.
const ONE_BY_ONE: f64 = 512.0;

/// The coefficients of Gregory's end correction: of the term itself and of its forward differences.
const GREGORY: [f64; 9] = [
    0.5,
    -1.0 / 12.0,
    1.0 / 24.0,
    -19.0 / 720.0,
    3.0 / 160.0,
    -863.0 / 60480.0,
    275.0 / 24192.0,
    -33953.0 / 3_628_800.0,
    8183.0 / 1_036_800.0,
];

/// What an end of a sum has beyond the integral; `term(i)` is the i-th term from that end.
fn end_correction(term: &dyn Fn(f64) -> f64) -> f64 {
    let mut differences = [0.0; GREGORY.len()];
    for (value, i) in differences.iter_mut().zip(0..) {
        *value = term(f64::from(i));
    }
    let mut sum = 0.0;
    for (order, coefficient) in GREGORY.iter().enumerate() {
        sum += coefficient * differences[0];
        for i in 0..GREGORY.len() - 1 - order {
            differences[i] = differences[i + 1] - differences[i];
        }
    }
    sum
}

/// `sum of term(n)` over `n = first, first + 1 ... last` (which may be infinite). The terms are positive and smooth beyond
/// the first hundreds, on the scale of `n` itself or, around `steps`, on that of their width. An endless sum ends where
/// nothing is left to add beyond the steps. A step at NaN makes it NaN.
pub(crate) fn sum_of_smooth_terms(first: f64, last: f64, steps: &[Step], term: &dyn Fn(f64) -> f64) -> f64 {
    if steps.iter().any(|step| step.at.is_nan()) {
        return f64::NAN;
    }
    let past = steps.iter().map(|step| step.end()).fold(0.0, f64::max);
    let mut until = first + ONE_BY_ONE;
    for step in steps {
        // The corrections at the border need terms that are smooth there from one to the next.
        if step.begin() < until && step.end() > until && step.at * step.width < 64.0 {
            until = step.end();
        }
    }
    let (mut sum, mut n) = (0.0, first);
    while n < until {
        if n > last {
            return sum;
        }
        let value = term(n);
        sum += value;
        n += 1.0;
        if value <= 1e-18 * sum && n > past {
            return sum;
        }
    }
    if last < n + ONE_BY_ONE {
        while n <= last {
            sum += term(n);
            n += 1.0;
        }
        return sum;
    }
    sum += end_correction(&|i| term(n + i));
    if last < f64::INFINITY {
        sum += end_correction(&|i| term(last - i));
    }
    let mut at = n;
    while at < last.min(1e306) {
        let mut to = (2.0 * at).min(last);
        for step in steps {
            if at < step.begin() {
                to = to.min(step.begin());
            } else if at < step.end() {
                to = to.min(at + 1.5 * step.width * step.at);
            }
        }
        let panel = gauss_legendre_16(at, to, term);
        sum += panel;
        at = to;
        if panel <= 1e-17 * sum && at > past {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_closed_forms() {
        // Geometric, from a short to a long memory.
        for ratio in [0.5, 0.99, 0.9999, 1.0 - 1e-7] {
            let got = sum_of_smooth_terms(0.0, f64::INFINITY, &[], &|n| libm::exp(n * libm::log(ratio)));
            let want = 1.0 / (1.0 - ratio);
            assert!((got - want).abs() < 2e-13 * want, "{ratio}: {got} {want}");
        }
        // The sum of 1 / (n (n + 1)) telescopes.
        for last in [3.0, 700.0, 5000.0, 1e12] {
            let got = sum_of_smooth_terms(1.0, last, &[], &|n| 1.0 / (n * (n + 1.0)));
            let want = last / (last + 1.0);
            assert!((got - want).abs() < 1e-14, "{last}: {got} {want}");
        }
        let got = sum_of_smooth_terms(1.0, f64::INFINITY, &[], &|n| 1.0 / (n * n));
        assert!((got - 1.644_934_066_848_226_4).abs() < 1e-14);
    }

    #[test]
    fn a_step_anywhere_is_seen() {
        // A sum of a normal density over whole numbers is 1 for every width of some units.
        let normal = |centre: f64, deviation: f64| {
            let step = Step { at: centre, width: deviation / centre };
            let scale = deviation * (2.0 * std::f64::consts::PI).sqrt();
            let density = |n: f64| {
                let z = (n - centre) / deviation;
                libm::exp(-0.5 * z * z) / scale
            };
            sum_of_smooth_terms(0.0, f64::INFINITY, &[step], &density)
        };
        for centre in [300.3, 515.0, 600.2, 900.0, 1e4, 1e9] {
            for deviation in [2.0, 10.0, 29.0, 66.0] {
                if centre > 10.0 * deviation {
                    let got = normal(centre, deviation);
                    assert!((got - 1.0).abs() < 1e-12, "{centre} {deviation}: {got}");
                }
            }
        }
    }
}
