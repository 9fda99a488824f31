//! Small arithmetic that several entries share, in forms that keep their digits.

/// 1 - (1 - share)^times, without cancellation for rare events.
pub(super) fn complement_of_power(share: f64, times: f64) -> f64 {
    if times == 0.0 { 0.0 } else { -libm::expm1(times * libm::log1p(-share)) }
}

/// q + q^2 + ... + q^n.
pub(super) fn geometric_sum(q: f64, n: f64) -> f64 {
    if q == 0.0 || n == 0.0 {
        0.0
    } else if q == 1.0 {
        n
    } else {
        // ln q from q - 1, so that the quotient keeps its digits when q is near one.
        let ln_q = libm::log1p(q - 1.0);
        q * libm::expm1(n * ln_q) / (q - 1.0)
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
    sorted.sort_unstable_by(f64::total_cmp);
    -libm::expm1(sorted.iter().map(|share| libm::log1p(-share)).sum())
}

/// The reach of n insertions under the beta-binomial model with the reach of one and of two insertions given
/// (method of moments; Metheringham 1964). With b/(a + b) = 1 - reach of one, a + b follows from the two.
pub(super) fn beta_binomial_reach(one_reach: f64, two_reach: f64, insertions: f64) -> f64 {
    let missed_once = 1.0 - one_reach;
    // The share of those missed once who are missed again, and its distance from one.
    let missed_again = (1.0 - two_reach) / missed_once;
    let total = (1.0 - missed_again) / (missed_again - missed_once);
    let b = missed_once * total;
    -libm::expm1(
        crate::numerics::gamma::ln_gamma_difference(b, insertions)
            - crate::numerics::gamma::ln_gamma_difference(total, insertions),
    )
}

/// The sum, the same for any order of the values.
pub(super) fn sum(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.iter().sum()
}

/// The sum of products, the same for any order of the pairs.
pub(super) fn dot(left: &[f64], right: &[f64]) -> f64 {
    let products: Vec<f64> = left.iter().zip(right).map(|(l, r)| l * r).collect();
    sum(&products)
}

/// The mean; NaN of nothing, which entries refuse before.
pub(super) fn mean(values: &[f64]) -> f64 {
    sum(values) / values.len() as f64
}

/// The middle value, or the mean of the two in the middle; NaN of nothing, which entries refuse before.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
    if sorted.len() % 2 == 1 { at(middle) } else { at(middle.wrapping_sub(1)) / 2.0 + at(middle) / 2.0 }
}

/// The share of lists that satisfy a condition.
pub(super) fn share_of(lists: &[&[f64]], condition: impl Fn(&[f64]) -> bool) -> f64 {
    lists.iter().filter(|list| condition(list)).count() as f64 / lists.len() as f64
}
