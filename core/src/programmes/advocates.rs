//! Advocates: whom to ask, from what the CRM knows, and whether the ranking is any good.
//!
//! Follower counts are not an input on purpose: the customer who bought six cars in ten years and whose friends ask
//! for advice moves more than a stranger with a large account. What counts is how engaged a customer is with the
//! brand, and how willing to share. [`rank`] puts both on one scale; [`super::ranking`] holds a
//! ranking against what happened and turns a score into a probability.

use crate::checks;
use crate::shown::Quoted;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// One column of the CRM, with its weight within engagement or willingness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signal<'a> {
    /// One value a customer, larger is better; NaN where unknown.
    pub values: &'a [f64],
    /// How much it counts.
    pub weight: f64,
}

/// How engagement and willingness become one score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Combine {
    /// `engagement^w * willingness^(1 - w)`: who lacks one of the two is no advocate.
    #[default]
    Geometric,
    /// `w * engagement + (1 - w) * willingness`: one makes up for the other.
    Arithmetic,
}

impl Combine {
    /// The way of a name, as in Python and JavaScript.
    ///
    /// # Errors
    /// `unknown_option`, with the argument's name and the names there are.
    pub fn parse(argument: &str, name: &str) -> Result<Self> {
        match name {
            "geometric" => Ok(Self::Geometric),
            "arithmetic" => Ok(Self::Arithmetic),
            _ => Err(Error::input(
                "unknown_option",
                format!("`{argument}` must be \"geometric\" or \"arithmetic\", got {}", Quoted(name)),
            )),
        }
    }
}

/// The ranking, customers in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// 0 to 1, larger is better; NaN where engagement or willingness is unknown.
    pub score: Vec<f64>,
    /// The weighted mean percentile of the engagement signals.
    pub engagement: Vec<f64>,
    /// The weighted mean percentile of the willingness signals.
    pub willingness: Vec<f64>,
    /// 1 for the best; equal scores share the better rank; nothing where the score is unknown.
    pub rank: Vec<Option<usize>>,
    /// The weight of engagement, as given.
    pub engagement_weight: f64,
    /// How the two were combined, as given.
    pub combine: Combine,
}

/// Ranks customers by engagement and willingness to share.
///
/// Every signal becomes a percentile among the customers who have it (ties share the middle), so that purchases,
/// years and a 0-to-10 answer can be averaged. A customer's missing signals are left out of the average.
///
/// ```
/// use ukur::programmes::advocates::{rank, Combine, Signal};
/// let purchases = [6.0, 1.0, 3.0];
/// let recommends = [9.0, 10.0, 2.0];
/// let ranking = rank(&[Signal { values: &purchases, weight: 1.0 }],
///                    &[Signal { values: &recommends, weight: 1.0 }], 0.5, Combine::Geometric)?;
/// assert_eq!(ranking.rank, [Some(1), Some(2), Some(3)]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without a customer or a signal on either side; a length mismatch; an infinite value; an invalid
/// weight; `zero_denominator` where all weights of a side are 0.
pub fn rank(
    engagement: &[Signal<'_>],
    willingness: &[Signal<'_>],
    engagement_weight: f64,
    combine: Combine,
) -> Result<Ranking> {
    checks::share("engagement_weight", engagement_weight)?;
    let customers = engagement.first().map_or(0, |signal| signal.values.len());
    if customers == 0 || willingness.is_empty() {
        return Err(Error::undefined(
            "advocate ranking",
            Status::InsufficientData,
            "it needs a customer, a signal of engagement and a signal of willingness to share",
        ));
    }
    let engaged = side("engagement", engagement, customers)?;
    let willing = side("willingness", willingness, customers)?;
    let w = engagement_weight;
    let score: Vec<f64> = engaged
        .iter()
        .zip(&willing)
        .map(|(&e, &s)| match combine {
            _ if e.is_nan() || s.is_nan() => f64::NAN,
            Combine::Arithmetic => w * e + (1.0 - w) * s,
            Combine::Geometric => power(e, w) * power(s, 1.0 - w),
        })
        .collect();
    let mut order: Vec<usize> =
        (0..customers).filter(|&i| score.get(i).is_some_and(|s| !s.is_nan())).collect();
    let of = |i: usize| score.get(i).copied().unwrap_or(f64::NAN);
    order.order_by(|&a, &b| of(b).total_cmp(&of(a)).then(a.cmp(&b)));
    let mut ranks = vec![None; customers];
    let (mut last, mut place) = (f64::NAN, 0);
    for (position, &customer) in order.iter().enumerate() {
        if of(customer) != last {
            last = of(customer);
            place = position + 1;
        }
        if let Some(slot) = ranks.get_mut(customer) {
            *slot = Some(place);
        }
    }
    Ok(Ranking { score, engagement: engaged, willingness: willing, rank: ranks, engagement_weight, combine })
}

fn power(x: f64, w: f64) -> f64 {
    if w == 0.0 { 1.0 } else { libm::pow(x, w) }
}

/// The weighted mean percentile of several signals, a customer's unknown ones left out.
fn side(name: &'static str, signals: &[Signal<'_>], customers: usize) -> Result<Vec<f64>> {
    let mut sums = vec![0.0; customers];
    let mut weights = vec![0.0; customers];
    for signal in signals {
        checks::same_length(name, signal.values.len(), "the first signal", customers)?;
        checks::non_negative("weight", signal.weight)?;
        if let Some(row) = signal.values.iter().position(|v| v.is_infinite()) {
            return Err(Error::invalid(name, "a finite number or missing", f64::INFINITY).at_row(row));
        }
        if signal.weight == 0.0 {
            continue;
        }
        for ((sum, weight), percentile) in sums.iter_mut().zip(&mut weights).zip(percentiles(signal.values)) {
            if !percentile.is_nan() {
                *sum += signal.weight * percentile;
                *weight += signal.weight;
            }
        }
    }
    if signals.iter().all(|signal| signal.weight == 0.0) {
        return Err(Error::undefined(
            "advocate ranking",
            Status::ZeroDenominator,
            format!("every weight of `{name}` is 0"),
        ));
    }
    Ok(sums.iter().zip(&weights).map(|(s, w)| if *w > 0.0 { s / w } else { f64::NAN }).collect())
}

/// Middle percentiles: `(below + half of the ties) / n` among the known; NaN where unknown.
fn percentiles(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> =
        (0..values.len()).filter(|&i| values.get(i).is_some_and(|v| !v.is_nan())).collect();
    // Adding zero turns -0 into 0, which is its equal.
    let of = |i: usize| values.get(i).copied().unwrap_or(f64::NAN) + 0.0;
    order.order_by(|&a, &b| of(a).total_cmp(&of(b)));
    let n = order.len() as f64;
    let mut out = vec![f64::NAN; values.len()];
    for block in order.chunk_by(|&a, &b| of(a) == of(b)).scan(0_usize, |start, block| {
        let from = *start;
        *start += block.len();
        Some((from, block))
    }) {
        let percentile = (block.0 as f64 + block.1.len() as f64 / 2.0) / n;
        for &i in block.1 {
            if let Some(slot) = out.get_mut(i) {
                *slot = percentile;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_ties_and_missing_values() {
        let a = [1.0, 2.0, 2.0, f64::NAN];
        assert_eq!(percentiles(&a)[..3], [1.0 / 6.0, 4.0 / 6.0, 4.0 / 6.0]);
        let b = [0.0, 5.0, 5.0, 5.0];
        let ranking = rank(
            &[Signal { values: &a, weight: 1.0 }, Signal { values: &b, weight: 3.0 }],
            &[Signal { values: &b, weight: 1.0 }],
            0.25,
            Combine::Arithmetic,
        )
        .unwrap();
        // The last customer's first signal is unknown: the second stands alone.
        assert_eq!(ranking.engagement[3], 0.625);
        assert!((ranking.score[1] - (0.25 * (4.0 / 6.0 + 3.0 * 0.625) / 4.0 + 0.75 * 0.625)).abs() < 1e-15);
        assert_eq!(ranking.rank, [Some(4), Some(1), Some(1), Some(3)]);
        let unknown = [f64::NAN, 1.0, 1.0, 1.0];
        let side = [Signal { values: &unknown, weight: 1.0 }];
        let ranking = rank(&side, &side, 0.5, Combine::Geometric).unwrap();
        assert_eq!(ranking.rank[0], None);
    }

    #[test]
    fn bad_input_is_named() {
        let none = rank(&[], &[], 0.5, Combine::Geometric).unwrap_err();
        assert_eq!(none.code(), "insufficient_data");
        let signal = [Signal { values: &[1.0], weight: 0.0 }];
        assert_eq!(rank(&signal, &signal, 0.5, Combine::Geometric).unwrap_err().code(), "zero_denominator");
        let endless = [Signal { values: &[f64::INFINITY], weight: 1.0 }];
        assert_eq!(rank(&endless, &endless, 0.5, Combine::Geometric).unwrap_err().code(), "infinite_input");
    }
}
