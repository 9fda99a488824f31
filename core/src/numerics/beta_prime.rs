//! Times that are beta prime distributed: the ratio of two gamma variables, as the time until the `a`-th of events that
//! come at a gamma-distributed rate.

use super::elementary::within;
use super::incomplete_beta::{cumulant, excess, front_factor};
use super::incomplete_gamma::{NEGLIGIBLE, expm1_minus};
use super::quadrature::gauss_legendre_16;

/// `E[exp(-d V); V <= edge]` for `V` beta prime with `a` and `b`, positive; `d >= 0`.
///
/// In `ln V` the integrand is log-concave: it is summed by Gauss-Legendre panels to both sides of its top, or of the edge
/// where that comes before.
pub(crate) fn discounted_beta_prime(a: f64, b: f64, d: f64, edge: f64) -> f64 {
    // The top: d v^2 + (b + d) v = a.
    let half = 0.5 * (b + d);
    let top = a / (half + (half * half + d * a).sqrt());
    let start = top.min(edge);
    if start <= 0.0 {
        return 0.0;
    }
    let (x, y) = (start / (1.0 + start), 1.0 / (1.0 + start));
    let slope = if top <= edge { 0.0 } else { (excess(a, b, x, y) - d * start).max(0.0) };
    // The fall of the logarithm of the integrand where ln V is lower by v; convex.
    let fall = |v: f64| slope * v + (a + b) * cumulant(x, y, v) + d * start * expm1_minus(-v);
    let curvature = (a + b) * x * y + d * start;
    let guess = 2.0 * NEGLIGIBLE / (slope + (slope * slope + 2.0 * curvature * NEGLIGIBLE).sqrt());
    let left = side(&fall, guess, f64::INFINITY);
    let right = if top < edge { side(&|v| fall(-v), guess, libm::log(edge / top)) } else { 0.0 };
    let (front, exponent) = front_factor(a, b, x, y);
    front * libm::exp(exponent - d * start) * (left + right)
}

/// The integral of `exp(-fall(v))` over `0 < v < most`, for a convex `fall` that rises from 0; it reaches what is
/// negligible about `guess`.
fn side(fall: &dyn Fn(f64) -> f64, guess: f64, most: f64) -> f64 {
    let mut end = guess;
    for _ in 0..200 {
        let at_end = fall(end);
        if at_end < NEGLIGIBLE && end < most {
            end *= 1.3;
        } else if at_end > 1.6 * NEGLIGIBLE || at_end.is_nan() {
            end *= 0.8;
        } else {
            break;
        }
    }
    let end = end.min(most);
    // Panels over which the integrand and its tails, exponential or doubly so, are smooth.
    let panels = within((end / 2.5).ceil(), 2.0, 200.0);
    let (mut sum, mut i) = (0.0, 0.0);
    while i < panels {
        sum += gauss_legendre_16(end * i / panels, end * (i + 1.0) / panels, |v| libm::exp(-fall(v)));
        i += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::incomplete_beta::beta_tails;

    #[test]
    fn without_a_discount_it_is_the_distribution() {
        for a in [1.0, 3.0, 40.0, 1e4, 1e7] {
            for b in [1e-3, 0.2, 1.0, 30.0, 3000.0, 1e6] {
                for share in [1e-3, 0.3, 0.9, 1.0, 1.1, 3.0, 1e3, 1e6] {
                    let edge = share * a / b;
                    let want = beta_tails(a, b, edge / (1.0 + edge), 1.0 / (1.0 + edge)).0;
                    let got = discounted_beta_prime(a, b, 0.0, edge);
                    assert!((got - want).abs() <= 1e-12 * want + 1e-290, "{a} {b} {share}: {got} {want}");
                }
            }
        }
    }
}
