//! The difference of two independent rates that are each Beta distributed: its tails, and its quantiles.
//!
//! `P(X - Y > d) = E[P(X > Y + d)]`, an integral over one known density. For `d >= 0` it runs over `0 < y < 1 - d` and is
//! taken over `w = ln(y/(1 - d - y))`: there every point at which a density or a distribution function is not smooth lies
//! at an end or at least `pi` away from the real line, for any shapes, so an adaptive rule needs few pieces. Beyond the
//! ends taken, the distribution functions are powers, and what they leave is added in closed form: with shapes of a
//! thousandth half of a distribution lies closer to 0 or 1 than any double.

use crate::numerics::distributions::normal_quantile;
use crate::numerics::elementary::{logistic, within};
use crate::numerics::incomplete_beta::{beta_tails, front_factor};
use crate::numerics::quadrature::integrate_between;

/// A Beta distribution.
#[derive(Clone, Copy)]
pub(super) struct Beta {
    pub a: f64,
    pub b: f64,
}

/// Which tail of the difference.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// `P(X - Y <= d)`
    Below,
    /// `P(X - Y > d)`
    Above,
}

impl Side {
    fn other(self) -> Self {
        if self == Self::Below { Self::Above } else { Self::Below }
    }
}

/// Below this share of the spread a difference counts as none.
const FINEST: f64 = 1e-12;
/// A quantile is found when a step is below this share of the spread (Newton's next would be a thousandth of it), or below
/// what sixteen digits tell apart.
const CLOSE: f64 = 1e-10;

/// The relative error asked of an integral, by its estimate; the true error is smaller by some digits.
const KNOWN: f64 = 1e-11;
/// Spreads below this are very narrow.
const NARROW: f64 = 1e-4;
/// And the absolute error that will do for a probability.
const SMALLEST: f64 = 1e-30;

impl Beta {
    pub(super) fn mean(self) -> f64 {
        self.a / (self.a + self.b)
    }

    pub(super) fn variance(self) -> f64 {
        self.mean() * (self.b / (self.a + self.b)) / (self.a + self.b + 1.0)
    }

    /// The distribution of `1 - X`.
    fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a }
    }

    /// `P(X <= x)` and `P(X > x)` at `x` with `y = 1 - x` given apart.
    fn tails(self, x: f64, y: f64) -> (f64, f64) {
        if x <= 0.0 {
            (0.0, 1.0)
        } else if y <= 0.0 {
            (1.0, 0.0)
        } else {
            beta_tails(self.a, self.b, x, y)
        }
    }

    /// The density of the log odds.
    fn weight(self, x: f64, y: f64) -> f64 {
        let (front, exponent) = front_factor(self.a, self.b, x, y);
        front * libm::exp(exponent)
    }

    /// About how wide the log odds are spread.
    fn spread(self) -> f64 {
        1.0 / (self.a / (self.a + self.b) * self.b).sqrt()
    }

    /// The log odds so many spreads from their centre.
    fn log_odds(self, spreads: f64) -> f64 {
        libm::log(self.a) - libm::log(self.b) + spreads * self.spread()
    }
}

/// `P(X > Y)`.
pub(super) fn probability_above(x: Beta, y: Beta) -> f64 {
    let (x, y, ..) = oriented(x, y, 0.0);
    within(tail_at_zero(x, y, Side::Above), 0.0, 1.0)
}

/// The mean of `max(X - Y, 0)`, by `E[X; X > Y] = E[X] P(X' > Y)` with one more success in `X'`.
pub(super) fn expected_excess(x: Beta, y: Beta) -> f64 {
    let (more_x, more_y) = (Beta { a: x.a + 1.0, ..x }, Beta { a: y.a + 1.0, ..y });
    (x.mean() * probability_above(more_x, y) - y.mean() * probability_above(x, more_y)).max(0.0)
}

/// `X - Y > d` is `Y - X < -d`, and `(1 - Y) - (1 - X)` is `X - Y`: so that `d` is not negative, and the narrower is
/// integrated over. With whether the sides of `d` are swapped.
fn oriented(x: Beta, y: Beta, d: f64) -> (Beta, Beta, f64, bool) {
    let (x, y, d, swapped) = if d < 0.0 { (y, x, -d, true) } else { (x, y, d, false) };
    if x.variance() < y.variance() { (y.mirrored(), x.mirrored(), d, swapped) } else { (x, y, d, swapped) }
}

/// One tail of `X - Y` at any `d`.
fn tail(x: Beta, y: Beta, d: f64, side: Side) -> f64 {
    let (x, y, d, swapped) = oriented(x, y, d);
    let side = if swapped { side.other() } else { side };
    if d >= 1.0 {
        return f64::from(u8::from(side == Side::Below));
    }
    let finest = FINEST * (x.variance() + y.variance()).sqrt();
    if d <= finest { tail_at_zero(x, y, side) } else { tail_above_zero(x, y, d, side) }
}

/// The density of `X - Y`, to a few digits.
fn density(x: Beta, y: Beta, d: f64) -> f64 {
    let (x, y, d, _) = oriented(x, y, d);
    let near = 1e-13 * d.min(1.0 - d);
    if near <= 0.0 {
        return f64::NAN;
    }
    let of_x = |at: f64, rest: f64| x.weight(at, rest) / at / rest;
    y.tails(near, 1.0 - near).0 * of_x(d, 1.0 - d) + integral(x, y, d, (near, near), 1e-3, &of_x)
}

fn tail_at_zero(x: Beta, y: Beta, side: Side) -> f64 {
    // Up to here both distribution functions are powers to the last digit.
    let low = 1e-17 / x.b.max(y.b).max(1.0);
    let high = 1e-17 / x.a.max(y.a).max(1.0);
    let of = |tails: (f64, f64)| if side == Side::Below { tails.0 } else { tails.1 };
    // Of the pairs with both so low, X > Y has the share x.a/(x.a + y.a).
    let (x_low, x_high) = (x.tails(low, 1.0 - low), x.tails(1.0 - high, high));
    let (y_low, y_high) = (y.tails(low, 1.0 - low).0, y.tails(1.0 - high, high).1);
    let both_low = y_low * x_low.0;
    let both_high = y_high * x_high.1;
    let ends = if side == Side::Below {
        both_low * (y.a / (x.a + y.a)) + y_high - both_high * (y.b / (x.b + y.b))
    } else {
        y_low - both_low * (y.a / (x.a + y.a)) + both_high * (y.b / (x.b + y.b))
    };
    let middle = integral(x, y, 0.0, (low, high), KNOWN, &|at, rest| of(x.tails(at, rest)));
    // Where arguments of sixteen digits make the density of a very narrow distribution uncertain, its total is off by as
    // much at the same points.
    let total = if y.spread() < NARROW { integral(x, y, 0.0, (low, high), KNOWN, &|_, _| 1.0) } else { 1.0 };
    ends + middle / total
}

fn tail_above_zero(x: Beta, y: Beta, d: f64, side: Side) -> f64 {
    let length = 1.0 - d;
    // So much nearer to the ends than d that X's distribution function does not change there.
    let low = 1e-13 * d.min(length);
    let (below, above) = x.tails(d, length);
    let y_low = y.tails(low, 1.0 - low).0;
    let y_high = y.tails(length - low, d + low).1;
    let middle = |pick: fn((f64, f64)) -> f64| {
        integral(x, y, d, (low, low), KNOWN, &|at, rest| pick(x.tails(at, rest)))
    };
    match side {
        Side::Below => y_low * below + y_high + middle(|tails| tails.0),
        Side::Above => y_low * above + middle(|tails| tails.1),
    }
}

/// The integral of Y's density times `f(y + d, 1 - d - y)` for `y` from `low` to `1 - d - high`.
fn integral(
    x: Beta,
    y: Beta,
    d: f64,
    (low, high): (f64, f64),
    relative: f64,
    f: &dyn Fn(f64, f64) -> f64,
) -> f64 {
    let length = 1.0 - d;
    let (left, right) =
        (libm::log(low) - libm::log(length - low), libm::log(length - high) - libm::log(high));
    // Where there may be something to see: at Y's centre, and where X's distribution function rises.
    let mut cuts = [0.0; 8];
    for (cut, spreads) in cuts.iter_mut().zip([-38_i8, -8, -3, 0, 3, 8, 38, i8::MAX]) {
        let (odds, x_less, rest_less) = if spreads == i8::MAX {
            (x.log_odds(0.0), d, 0.0)
        } else {
            (y.log_odds(f64::from(spreads)), 0.0, d)
        };
        *cut = libm::log(logistic(odds) - x_less) - libm::log(logistic(-odds) - rest_less);
    }
    // Arguments have sixteen digits: of a distribution narrower than that the sum can know no more.
    let known = relative + 4.0 * f64::EPSILON / x.spread().min(y.spread());
    let part = |w: f64| {
        let (at, rest) = (length * logistic(w), length * logistic(-w));
        let beyond = d + rest;
        let weight = y.weight(at, beyond);
        // dw = dy (1 - d)/(y (1 - d - y)), and the log odds go with dy/(y (1 - y)).
        if weight > 0.0 { weight * (rest / (length * beyond)) * f(at + d, rest) } else { 0.0 }
    };
    integrate_between(&part, left, right, &cuts, known, SMALLEST).value
}

/// The value below which `X - Y` lies with probability `p <= 1/2`: Newton's method on the logarithm of the tail from the
/// normal guess, kept inside a bracket and halving it where a step does not gain enough.
pub(super) fn difference_quantile(x: Beta, y: Beta, p: f64) -> f64 {
    let centre = x.mean() - y.mean();
    let spread = (x.variance() + y.variance()).sqrt();
    // Cantelli: no distribution has less than p so far below its mean, or more so near above it.
    let odds = (p / (1.0 - p)).sqrt();
    let (mut low, mut high) = ((centre - spread / odds).max(-1.0), (centre + spread * odds).min(1.0));
    // Which side of 0 it lies is told as surely as the probability itself.
    if tail(x, y, 0.0, Side::Below) < p {
        low = low.max(0.0);
    } else {
        high = high.min(0.0);
    }
    let mut at = centre + spread * normal_quantile(p);
    let close = (CLOSE + 16.0 * f64::EPSILON / x.spread().min(y.spread())) * spread;
    let mut last_step = f64::INFINITY;
    for _ in 0..100 {
        if !(at > low && at < high) {
            at = 0.5 * (low + high);
        }
        let below = tail(x, y, at, Side::Below);
        if below < p {
            low = at;
        } else {
            high = at;
        }
        let excess = libm::log(below / p);
        let next = at - below / density(x, y, at) * excess;
        let newton = (next - at).abs() <= 0.5 * last_step && next > low && next < high;
        let next = if newton { next } else { 0.5 * (low + high) };
        let step = (next - at).abs();
        let close = close + 4.0 * f64::EPSILON * at.abs();
        // Where nearly all lies in one point, steps may become short long before they are there.
        let arrived = newton && step <= close && (step <= 0.05 * last_step || excess.abs() <= 1e-6);
        (at, last_step) = (next, step);
        if arrived || high - low <= close {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_match_thirty_digits() {
        // mpmath, 30 digits: the integral over the log odds of Y, cut at every point where it is not smooth.
        for (x, y, d, want) in [
            ((1.5, 8.5), (0.001, 0.001), 0.1, 0.697_857_866_018_708_639),
            ((1.5, 8.5), (0.001, 0.001), -0.9, 0.196_432_650_500_964_054),
            ((0.001, 10.001), (3.001, 9.001), -0.3, 0.312_650_651_377_241_931),
            ((0.3, 0.001), (0.02, 4.5), 0.25, 0.002_366_970_420_082_668_62),
            ((40.5, 1000.5), (3.0, 60.0), -0.06, 0.049_916_670_144_160_991_7),
            ((3.0, 4.0), (2.0, 3.0), 0.532_737_763_355_369_2, 0.974_999_999_999_940_13),
            ((0.5, 0.5), (0.5, 0.5), -0.922_992_316_660_57, 0.025_000_000_000_000_065_7),
        ] {
            let (x, y) = (Beta { a: x.0, b: x.1 }, Beta { a: y.0, b: y.1 });
            let (below, above) = (tail(x, y, d, Side::Below), tail(x, y, d, Side::Above));
            assert!((below / want - 1.0).abs() < 1e-12, "{below} instead of {want}");
            assert!((below + above - 1.0).abs() < 1e-12, "{below} and {above}");
            let back = difference_quantile(x, y, want.min(0.5));
            assert!(want > 0.5 || (back - d).abs() < 1e-10, "{back} instead of {d}");
        }
    }

    #[test]
    fn powers_have_closed_forms() {
        // Beta(a, 1) has the distribution function x^a: P(X > Y) = a/(a + c), and the means of the excess follow.
        for (a, c) in [(0.001, 0.002), (0.001, 5.001), (1.0, 1.0), (300.0, 0.5), (1e6, 2e6), (1e12, 1e-3)] {
            let (x, y) = (Beta { a, b: 1.0 }, Beta { a: c, b: 1.0 });
            let want = a / (a + c);
            assert!((probability_above(x, y) - want).abs() < 1e-13, "{a} {c}: {}", probability_above(x, y));
            let loss = a / (a + c + 1.0) - c * a / ((c + 1.0) * (c + a + 1.0));
            assert!((expected_excess(x, y) - loss).abs() < 1e-13, "{a} {c}: {}", expected_excess(x, y));
        }
        // Two uniform rates: P(X - Y <= -1 + t) = t^2/2.
        let uniform = Beta { a: 1.0, b: 1.0 };
        for p in [1e-12, 0.025, 0.4] {
            let want = f64::sqrt(2.0 * p) - 1.0;
            let got = difference_quantile(uniform, uniform, p);
            assert!((got - want).abs() < 1e-11, "{got} instead of {want}");
        }
    }

    #[test]
    fn extremes_are_probabilities_and_end() {
        for (x, y) in [
            ((1e15, 1e15), (1e15, 1e15)),
            ((1e-3, 1e-3), (1e-3, 1e-3)),
            ((1e-3, 1e15), (1e-3, 1e15)),
            ((2e15, 1e-3), (1e-3, 2e15)),
            ((1e-3, 2e6), (1e6, 1e6)),
            ((1e-3, 1e-3), (1e15, 1e15)),
        ] {
            let (x, y) = (Beta { a: x.0, b: x.1 }, Beta { a: y.0, b: y.1 });
            let (p, q) = (probability_above(x, y), probability_above(y, x));
            // Arguments have sixteen digits, and a rate with 1e15 trials is known to eight.
            assert!((p + q - 1.0).abs() < 1e-8, "{p} {q}");
            let (low, high) = (difference_quantile(x, y, 0.025), -difference_quantile(y, x, 0.025));
            assert!((-1.0..=1.0).contains(&low) && (-1.0..=1.0).contains(&high), "{low} {high}");
            let spread = (x.variance() + y.variance()).sqrt();
            let (mean, half) = (x.mean() - y.mean(), 7.0 * spread);
            assert!((mean - half..=mean + half).contains(&low) && low <= high, "{low} {high}");
        }
    }
}
