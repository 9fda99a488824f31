//! Segments by recency, frequency and monetary value.
//!
//! Scores go by rank: a customer's score says in which fifth of the customers he or she lies, so a score means the
//! same whatever the currency or the unit of time. Cutting the range into equal widths, or at quantiles plus one,
//! does not: there all amounts below 1 fall into one class.

use crate::shown::Shown;
use crate::sort::{float_key, sort_by_number};
use crate::{Error, Result};

/// What the scores are made of: columns of one length, one row a customer.
#[derive(Debug, Clone, Copy)]
pub struct RfmInput<'a> {
    /// Time since the last purchase, in any unit: the shorter, the better.
    pub time_since_last: &'a [f64],
    /// Purchases, or repeat purchases.
    pub frequency: &'a [f64],
    /// Money: mean or total. NaN stands for "no repeat purchase to take a mean of" and ranks below every amount.
    pub monetary_value: Option<&'a [f64]>,
}

/// A segment and the scores it takes, both ends included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SegmentRule {
    /// The name.
    pub name: String,
    /// Lowest and highest recency score.
    pub recency: (u8, u8),
    /// Lowest and highest frequency score.
    pub frequency: (u8, u8),
    /// Lowest and highest monetary score.
    pub monetary: (u8, u8),
}

/// How to score and to name.
#[derive(Debug, Clone, PartialEq)]
pub struct RfmOptions {
    /// How many scores there are, 2 to 9: 1 is worst, `scores` best.
    pub scores: u8,
    /// Weights of recency, frequency and monetary value in the combined score.
    pub weights: [f64; 3],
    /// The segments: the first rule that takes a customer's scores names the segment. `None` stands for
    /// [`standard_segments`], which are made for five scores.
    pub segments: Option<Vec<SegmentRule>>,
}

impl Default for RfmOptions {
    fn default() -> Self {
        Self { scores: 5, weights: [1.0; 3], segments: None }
    }
}

/// The name given where no rule takes a customer's scores.
pub const OTHER_SEGMENT: &str = "other";

/// Scores and segments, one row a customer in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct RfmSegments {
    /// 1 (longest ago) to `scores` (most recent).
    pub recency_score: Vec<f64>,
    /// 1 (rarest) to `scores` (most frequent).
    pub frequency_score: Vec<f64>,
    /// 1 (least) to `scores` (most).
    pub monetary_score: Option<Vec<f64>>,
    /// The scores written side by side, as 543; two digits without money.
    pub rfm_cell: Vec<f64>,
    /// The weighted mean of the scores.
    pub rfm_score: Vec<f64>,
    /// The segment, as an index into `segments`.
    pub segment: Vec<u32>,
    /// The segments' names, in the order of the rules, [`OTHER_SEGMENT`] last.
    pub segments: Vec<String>,
}

/// The ten segments of common use over recency and frequency scores 1 to 5; every pair of scores lies in exactly
/// one.
///
/// | segment | recency | frequency | what it means |
/// |---|---|---|---|
/// | `champions` | 5 | 4-5 | buy often, and just now |
/// | `loyal` | 3-4 | 4-5 | buy often |
/// | `potential_loyalists` | 4-5 | 2-3 | bought lately, more than once |
/// | `new_customers` | 5 | 1 | just bought, for the first time |
/// | `promising` | 4 | 1 | bought lately, once |
/// | `need_attention` | 3 | 3 | middling in both |
/// | `about_to_sleep` | 3 | 1-2 | rare, and some time ago |
/// | `cannot_lose` | 1-2 | 5 | bought most often, but long ago |
/// | `at_risk` | 1-2 | 3-4 | bought often, but long ago |
/// | `hibernating` | 1-2 | 1-2 | rare and long ago |
pub fn standard_segments() -> Vec<SegmentRule> {
    let rule = |name: &str, recency, frequency| SegmentRule {
        name: name.to_owned(),
        recency,
        frequency,
        monetary: (1, 9),
    };
    vec![
        rule("champions", (5, 5), (4, 5)),
        rule("loyal", (3, 4), (4, 5)),
        rule("potential_loyalists", (4, 5), (2, 3)),
        rule("new_customers", (5, 5), (1, 1)),
        rule("promising", (4, 4), (1, 1)),
        rule("need_attention", (3, 3), (3, 3)),
        rule("about_to_sleep", (3, 3), (1, 2)),
        rule("cannot_lose", (1, 2), (5, 5)),
        rule("at_risk", (1, 2), (3, 4)),
        rule("hibernating", (1, 2), (1, 2)),
    ]
}

/// The time since the last purchase, T less recency, cleaned of rounding: two customers who bought on the same day
/// get the same number, whichever day they first bought on, and so tie in rank. The differences are rounded to
/// 2^-40 of the largest age, far below a second in a century.
///
/// # Errors
/// Columns of different length; an age or a recency that is missing, infinite or negative; `infeasible` where
/// recency exceeds the age.
///
/// ```
/// let recency = [10.0 / 7.0, 0.0];
/// let age = [31.0 / 7.0, 21.0 / 7.0];
/// let since = ukur::customers::time_since_last(&recency, &age)?;
/// assert_eq!(since[0], since[1]);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn time_since_last(recency: &[f64], age: &[f64]) -> Result<Vec<f64>> {
    if recency.len() != age.len() {
        return Err(Error::lengths("recency", recency.len(), "T", age.len()));
    }
    let mut longest = 0.0;
    for (row, (t_x, t)) in recency.iter().zip(age).enumerate() {
        for (name, value) in [("recency", *t_x), ("T", *t)] {
            if !(0.0..f64::INFINITY).contains(&value) {
                return Err(Error::invalid(name, "a finite number >= 0", value).at_row(row));
            }
        }
        if t_x > t {
            return Err(Error::input(
                "infeasible",
                format!(
                    "`recency` ({}) exceeds `T` ({}) in row {row} (counted from 0); recency is the age at the \
                     last purchase, not the time since",
                    Shown(*t_x),
                    Shown(*t)
                ),
            ));
        }
        longest = f64::max(longest, *t);
    }
    let exponent = libm::ilogb(longest.max(f64::MIN_POSITIVE)).clamp(-900, 900);
    let (up, down) = (libm::ldexp(1.0, 40 - exponent), libm::ldexp(1.0, exponent - 40));
    Ok(recency.iter().zip(age).map(|(t_x, t)| ((t - t_x) * up).round() * down).collect())
}

/// Scores customers by rank on recency, frequency and money, and names their segment.
///
/// The score of a value is floor(scores * w / n) + 1, where w of the n customers are strictly worse: equal values
/// share the lowest score they could have, so nobody is told apart from an equal by the order of the rows.
/// Source: Hughes (1994), Strategic Database Marketing, with independent classes.
///
/// # Errors
/// No rows, columns of different length, a value that is missing, infinite or negative (a missing monetary value is
/// allowed), `scores` outside 2 to 9, weights that are negative or all zero, standard segments with other than
/// five scores.
///
/// ```
/// use ukur::customers::{RfmInput, RfmOptions, rfm_segments};
/// let input = RfmInput {
///     time_since_last: &[1.0, 30.0, 5.0, 90.0, 60.0],
///     frequency: &[9.0, 4.0, 0.0, 6.0, 0.0],
///     monetary_value: None,
/// };
/// let table = rfm_segments(&input, &RfmOptions::default())?;
/// assert_eq!(table.recency_score, [5.0, 3.0, 4.0, 1.0, 2.0]);
/// assert_eq!(table.frequency_score, [5.0, 3.0, 1.0, 4.0, 1.0]);
/// let names: Vec<&str> = table.segment.iter().map(|i| table.segments[*i as usize].as_str()).collect();
/// assert_eq!(names, ["champions", "need_attention", "promising", "at_risk", "hibernating"]);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn rfm_segments(input: &RfmInput, options: &RfmOptions) -> Result<RfmSegments> {
    let scores = options.scores;
    if !(2..=9).contains(&scores) {
        return Err(Error::invalid("scores", "a whole number from 2 to 9", f64::from(scores)));
    }
    if options.segments.is_none() && scores != 5 {
        return Err(Error::input(
            "segments_need_five_scores",
            format!(
                "the standard segments are made for 5 scores, got `scores` = {scores}; give `segments` too"
            ),
        ));
    }
    check_columns(input)?;
    let weights = check_weights(options.weights, input.monetary_value.is_some())?;

    // Adding 0 makes -0 and 0 equal. The worst are those whose last purchase is longest ago.
    let recency = ranks(input.time_since_last, scores, |x| -(x + 0.0));
    let frequency = ranks(input.frequency, scores, |x| x + 0.0);
    // A missing mean ranks below every amount.
    let money_key = |x: f64| if x.is_nan() { f64::NEG_INFINITY } else { x + 0.0 };
    let monetary = input.monetary_value.map(|values| ranks(values, scores, money_key));

    let rules = options.segments.clone().unwrap_or_else(standard_segments);
    let rows = input.frequency.len();
    let (mut rfm_cell, mut rfm_score, mut segment) =
        (Vec::with_capacity(rows), Vec::with_capacity(rows), Vec::with_capacity(rows));
    let money = monetary.iter().flatten().map(|m| Some(*m)).chain(std::iter::repeat(None));
    for ((r, f), m) in recency.iter().zip(&frequency).zip(money) {
        let pair = u32::from(*r) * 10 + u32::from(*f);
        rfm_cell.push(f64::from(m.map_or(pair, |m| pair * 10 + u32::from(m))));
        let [wr, wf, wm] = weights;
        let total = wr * f64::from(*r) + wf * f64::from(*f) + m.map_or(0.0, |m| wm * f64::from(m));
        rfm_score.push(total / (wr + wf + wm));
        let takes = |rule: &SegmentRule| {
            let within = |(low, high): (u8, u8), score: u8| low <= score && score <= high;
            within(rule.recency, *r)
                && within(rule.frequency, *f)
                && m.is_none_or(|m| within(rule.monetary, m))
        };
        segment.push(rules.iter().position(takes).unwrap_or(rules.len()) as u32);
    }
    let column = |scores: Vec<u8>| scores.into_iter().map(f64::from).collect();
    Ok(RfmSegments {
        recency_score: column(recency),
        frequency_score: column(frequency),
        monetary_score: monetary.map(column),
        rfm_cell,
        rfm_score,
        segment,
        segments: rules.into_iter().map(|rule| rule.name).chain([OTHER_SEGMENT.to_owned()]).collect(),
    })
}

fn check_columns(input: &RfmInput) -> Result<()> {
    let rows = input.frequency.len();
    let columns =
        [("time_since_last", Some(input.time_since_last)), ("monetary_value", input.monetary_value)];
    for (name, column) in columns {
        if let Some(column) = column.filter(|column| column.len() != rows) {
            return Err(Error::lengths("frequency", rows, name, column.len()));
        }
    }
    if rows == 0 {
        return Err(Error::input("empty_input", "there are no customers: the summary has no rows"));
    }
    let refuse =
        |name: &'static str, expected: &'static str, column: &[f64], good: fn(f64) -> bool| match column
            .iter()
            .enumerate()
            .find(|(_, value)| !good(**value))
        {
            Some((row, value)) => Err(Error::invalid(name, expected, *value).at_row(row)),
            None => Ok(()),
        };
    let natural = |x: f64| x >= 0.0 && x.is_finite();
    refuse("time_since_last", "a finite number >= 0", input.time_since_last, natural)?;
    refuse("frequency", "a finite number >= 0", input.frequency, natural)?;
    if let Some(money) = input.monetary_value {
        refuse("monetary_value", "a finite number, or missing", money, |x| !x.is_infinite())?;
    }
    Ok(())
}

fn check_weights(weights: [f64; 3], with_money: bool) -> Result<[f64; 3]> {
    let [recency, frequency, _] = weights;
    let used = if with_money { weights } else { [recency, frequency, 0.0] };
    if let Some(weight) = weights.iter().find(|w| !(**w >= 0.0 && w.is_finite())) {
        return Err(Error::invalid("weights", "three finite numbers >= 0", *weight));
    }
    if used.iter().sum::<f64>() == 0.0 {
        return Err(Error::invalid("weights", "not all zero", 0.0));
    }
    // Weights whose sums would exceed the largest number: a power of two less, which changes no digit of the mean.
    let largest = used.iter().fold(0.0, |most, weight| f64::max(most, *weight));
    let scale = if largest > 1e300 { libm::ldexp(1.0, -64) } else { 1.0 };
    Ok(used.map(|weight| weight * scale))
}

/// The score from the number of values that are worse; a value better than all others stays within the scores.
fn score_of_rank(worse: u64, n: u64, scores: u8) -> u8 {
    ((u64::from(scores) * worse / n) as u8 + 1).min(scores)
}

/// The score of one value among the values of all; 1 where there are none.
pub(crate) fn rank_score(values: &[f64], value: f64, scores: u8) -> f64 {
    let worse = values.iter().filter(|other| **other < value).count() as u64;
    f64::from(score_of_rank(worse, (values.len() as u64).max(1), scores))
}

/// The score of each row: keys ascend from worst to best, equal keys share the lowest score.
fn ranks(values: &[f64], scores: u8, key: impl Fn(f64) -> f64) -> Vec<u8> {
    let mut keyed: Vec<(u64, u32)> =
        values.iter().zip(0u32..).map(|(x, row)| (float_key(key(*x)), row)).collect();
    sort_by_number(&mut keyed, |item| item.0);
    let n = keyed.len() as u64;
    let mut result = vec![1u8; values.len()];
    let mut previous = None;
    let mut score = 1;
    for ((key, row), worse) in keyed.iter().zip(0u64..) {
        if previous != Some(*key) {
            previous = Some(*key);
            score = score_of_rank(worse, n, scores);
        }
        if let Some(slot) = result.get_mut(*row as usize) {
            *slot = score;
        }
    }
    result
}
