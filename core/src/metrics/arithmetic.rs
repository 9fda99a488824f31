//! Small arithmetic that several entries share, in forms that keep their digits.

use crate::numerics::beta::ln_beta;
use crate::sort::Order as _;

/// 1 - (1 - share)^times, without cancellation for rare events.
pub(super) fn complement_of_power(share: f64, times: f64) -> f64 {
    if times == 0.0 { 0.0 } else { -libm::expm1(times * libm::log1p(-share)) }
}

/// q + q^2 + ... + q^n, from 1 - q, which keeps its digits where q is near one.
pub(super) fn geometric_sum(gap: f64, n: f64) -> f64 {
    if gap == 0.0 || n == 0.0 { n } else { (1.0 - gap) * (-libm::expm1(n * libm::log1p(-gap)) / gap) }
}

/// 1 + q + q^2 + ... + q^n = (q^(n + 1) - 1) / (q - 1), also between whole n.
pub(super) fn power_sum(q: f64, n: f64) -> f64 {
    if q == 1.0 {
        return n + 1.0;
    }
    // Near q = 1 both differences cancel: there the numerator comes from ln q, itself from q - 1.
    let exponent = (n + 1.0) * libm::log1p(q - 1.0);
    let numerator = if exponent.abs() < 1.0 { libm::expm1(exponent) } else { libm::pow(q, n + 1.0) - 1.0 };
    numerator / (q - 1.0)
}

/// The n at which `power_sum(q, n)` reaches a multiple of its first term; 0 for a multiple up to one.
pub(super) fn cycles_to_reach(multiple: f64, q: f64) -> f64 {
    if multiple <= 1.0 {
        0.0
    } else if q == 1.0 {
        multiple - 1.0
    } else {
        libm::log1p(multiple * (q - 1.0)) / libm::log1p(q - 1.0) - 1.0
    }
}

/// The next whole number, with room for the last digits: 10.000000000000002 is ten.
pub(super) fn whole_up(value: f64) -> f64 {
    let near = value.round();
    if (value - near).abs() <= 1e-12 * near.abs() { near } else { value.ceil() }
}

/// The probability that at least one of independent events happens.
pub(super) fn union_of_independent(shares: &[f64]) -> f64 {
    let mut sorted = shares.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    -libm::expm1(sorted.iter().map(|share| libm::log1p(-share)).sum())
}

/// The reach of n insertions under the beta-binomial model with the reach of one and of two insertions given
/// (method of moments; Metheringham 1964). With b/(a + b) = 1 - reach of one, a + b follows from the two.
pub(super) fn beta_binomial_reach(one_reach: f64, two_reach: f64, insertions: f64) -> f64 {
    let missed_once = 1.0 - one_reach;
    // The share of those missed once who are missed again, and its distance from one.
    let missed_again = (1.0 - two_reach) / missed_once;
    let total = (1.0 - missed_again) / (missed_again - missed_once);
    let (a, b) = (one_reach * total, missed_once * total);
    -libm::expm1(ln_beta(a, b + insertions) - ln_beta(a, b))
}

/// What a customer is expected to pay, one a period from now on, discounted, when the chance to leave differs between
/// customers as a beta distribution: 2F1(1, b; a + b; 1/(1 + d)), which is the mean of (1 + d)/(d + chance). By the
/// continued fraction of Stieltjes for that mean, 1/d over 1 + p1/(1 + p2/(1 + ...)): its parts are positive, so that
/// a small discount costs no digits. Evaluated from the front as a product (Lentz 1976).
pub(super) fn discounted_payments(a: f64, b: f64, discount: f64) -> f64 {
    const MOST_PARTS: u32 = 1 << 22;
    let both = a + b;
    let (mut fraction, mut above, mut below) = (1.0, 1.0, 0.0);
    let mut i = 1.0;
    for _ in 0..MOST_PARTS {
        let m: f64 = (i / 2.0_f64).floor();
        let part = if m == 0.0 {
            a / both
        } else if 2.0 * m == i {
            m / (both + i - 2.0) * ((b + m - 1.0) / (both + i - 1.0))
        } else {
            (a + m) / (both + i - 2.0) * ((both + m - 1.0) / (both + i - 1.0))
        } / discount;
        below = 1.0 / (1.0 + part * below);
        above = 1.0 + part / above;
        let step: f64 = above * below;
        fraction *= step;
        if (step - 1.0).abs() <= 1e-16 {
            break;
        }
        i += 1.0;
    }
    (1.0 + discount) / discount / fraction
}

/// A start that grows by a factor; nothing stays nothing, however large the factor.
pub(super) fn grown(start: f64, factor: f64) -> f64 {
    if start == 0.0 { 0.0 } else { start * factor }
}

/// The sum, rounded once: the same for any order of the values. Infinite where a term is.
pub(super) fn sum(values: &[f64]) -> f64 {
    if values.iter().all(|value| value.is_finite()) {
        crate::numerics::order_free_sum::order_free_sum(values)
    } else {
        values.iter().sum()
    }
}

/// The sum of products, the same for any order of the pairs.
pub(super) fn dot(left: &[f64], right: &[f64]) -> f64 {
    let products: Vec<f64> = left.iter().zip(right).map(|(l, r)| l * r).collect();
    sum(&products)
}

/// The middle value, or the mean of the two in the middle; NaN of nothing, which entries refuse before.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
    if sorted.len() % 2 == 1 { at(middle) } else { at(middle.wrapping_sub(1)) / 2.0 + at(middle) / 2.0 }
}

/// The share of lists that satisfy a condition.
pub(super) fn share_of(lists: &[&[f64]], condition: impl Fn(&[f64]) -> bool) -> f64 {
    lists.iter().filter(|list| condition(list)).count() as f64 / lists.len() as f64
}

/// The sum of terms, the same for any order of them.
pub(super) fn sum_of(terms: impl Iterator<Item = f64>) -> f64 {
    sum(&terms.collect::<Vec<_>>())
}

/// The product, the same for any order of the values.
pub(super) fn product(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    sorted.iter().product()
}

/// The share of the total that the largest values hold, the given fraction of their number rounded up.
pub(super) fn share_of_largest(values: &[f64], fraction: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    let largest = whole_up(fraction * values.len() as f64) as usize;
    let rest = sorted.len().saturating_sub(largest);
    sum(sorted.get(rest..).unwrap_or(&[])) / sum(&sorted)
}

/// The Gini coefficient. The pairs of the sorted values, smallest with largest, second with second largest ..., add
/// only terms that are not negative, so nothing cancels.
pub(super) fn gini_coefficient(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    let n = sorted.len();
    let spread = sum_of(
        sorted
            .iter()
            .zip(sorted.iter().rev())
            .take(n / 2)
            .enumerate()
            .map(|(index, (small, large))| (large - small) * (n - 1 - 2 * index) as f64),
    );
    spread / sum(values) / n as f64
}

/// The sum of squared shares of the total (Herfindahl and Hirschman).
pub(crate) fn sum_of_squared_shares(values: &[f64]) -> f64 {
    let total = sum(values);
    sum_of(values.iter().map(|value| (value / total) * (value / total)))
}

/// The share of values below one, half of those equal to it included (the mid-rank).
pub(super) fn share_below(values: &[f64], value: f64) -> f64 {
    let below = values.iter().filter(|other| **other < value).count() as f64;
    let equal = values.iter().filter(|other| **other == value).count() as f64;
    (below + 0.5 * equal) / values.len() as f64
}
