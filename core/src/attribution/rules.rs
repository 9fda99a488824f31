//! Credit by rule: first, last, linear, position based, time decay.

use super::Credits;
use super::journeys::Journeys;
use super::paths::CountedPaths;
use crate::numerics::elementary::power_of_two;
use crate::numerics::order_free_sum::OrderFreeSums;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// A rule that needs the order of the touches only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// All credit to the first touch.
    First,
    /// All credit to the last touch.
    Last,
    /// The same credit to every touch.
    Linear,
    /// The share `first` to the first touch, `last` to the last, the rest in equal parts to those between.
    /// A single touch takes all; of two touches each takes its part of `first + last`.
    Position {
        /// Share of the first touch, in \[0, 1\].
        first: f64,
        /// Share of the last touch; `first + last` is at most 1.
        last: f64,
    },
}

impl Rule {
    /// Position based as usual: 40 % first, 40 % last, 20 % between.
    pub const POSITION: Self = Self::Position { first: 0.4, last: 0.4 };

    /// The rule of a name: `"first"`, `"last"`, `"linear"`, or `"position"` with its two shares.
    ///
    /// # Errors
    /// `unknown_rule`, with the names there are.
    pub fn parse(name: &str, first: f64, last: f64) -> Result<Self> {
        match name {
            "first" => Ok(Self::First),
            "last" => Ok(Self::Last),
            "linear" => Ok(Self::Linear),
            "position" => Ok(Self::Position { first, last }),
            _ => Err(Error::input(
                "unknown_rule",
                format!("`rule` must be one of first, last, linear, position, got '{name}'"),
            )),
        }
    }

    fn check(self) -> Result<()> {
        let Self::Position { first, last } = self else { return Ok(()) };
        for (name, share) in [("first", first), ("last", last)] {
            if !(0.0..=1.0).contains(&share) {
                return Err(Error::invalid(name, "a share from 0 to 1", share));
            }
        }
        // 0.7 + 0.3 may round to the next number above 1.
        if first + last > 1.0 + f64::EPSILON {
            return Err(Error::input(
                "shares_above_one",
                format!(
                    "`first` and `last` add up to {}; together they must be at most 1",
                    Shown(first + last)
                ),
            ));
        }
        if first + last == 0.0 {
            return Err(Error::input(
                "no_shares",
                "`first` and `last` are both 0, which leaves paths of two touches without credit; use the linear rule",
            ));
        }
        Ok(())
    }

    /// The credit of touch `at` of `n`.
    fn credit(self, at: usize, n: usize) -> f64 {
        let is = |hit: bool| f64::from(u8::from(hit));
        match self {
            Self::First => is(at == 0),
            Self::Last => is(at + 1 == n),
            Self::Linear => 1.0 / n as f64,
            Self::Position { .. } if n <= 1 => 1.0,
            Self::Position { first, last } if n == 2 => (if at == 0 { first } else { last }) / (first + last),
            Self::Position { first, last } => match at {
                0 => first,
                _ if at + 1 == n => last,
                _ => (1.0 - (first + last)).max(0.0) / (n - 2) as f64,
            },
        }
    }
}

/// Shares out conversions and value by a rule.
///
/// ```
/// use ukur::attribution::{CountedPaths, LabelledPath, Rule, attribute};
/// let (channels, paths) = CountedPaths::from_labels(&[
///     LabelledPath { channels: &["search", "email", "search"], conversions: 3.0, value: 90.0, nulls: 5.0 },
/// ])?;
/// assert_eq!(channels, ["email", "search"]);
/// let credits = attribute(&paths, Rule::Linear)?;
/// assert_eq!(credits.conversions, [1.0, 2.0]);
/// assert_eq!(credits.values, [30.0, 60.0]);
/// assert!(!credits.is_incremental);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` where no conversion has a touch; shares outside \[0, 1\] or above 1 together.
pub fn attribute(paths: &CountedPaths<'_>, rule: Rule) -> Result<Credits> {
    rule.check()?;
    let totals = paths.totals_to_share(&paths.columns(), "attribution.rules")?;
    let sums = |total: f64| OrderFreeSums::new(paths.channel_count(), total, paths.touches());
    let (mut conversions, mut values) = (sums(totals.attributed_conversions), sums(totals.attributed_value));
    for (path, count, value, _) in paths.touched().filter(|row| row.1 > 0.0) {
        for (at, &channel) in path.iter().enumerate() {
            let credit = rule.credit(at, path.len());
            if credit > 0.0 {
                conversions.add(channel as usize, credit * count);
                values.add(channel as usize, credit * value);
            }
        }
    }
    Ok(Credits::of(totals, conversions.to_vec(), values.to_vec()))
}

/// Shares out conversions and value by time decay: a touch `a` before the conversion weighs
/// `2^(-a / half_life)`, and the weights of a journey add up to one.
///
/// Age is continuous: a touch of 6.9 days ago weighs less than one of 0.1 days ago. (Some tools cut ages to
/// whole weeks, which gives all touches of a week the same credit.)
///
/// # Errors
/// `insufficient_data` where no conversion has a touch; a half-life that is not above zero.
pub fn attribute_time_decay(journeys: &Journeys, half_life: f64) -> Result<Credits> {
    check_half_life(half_life)?;
    let paths = journeys.uncounted();
    let totals = paths.totals_to_share(&paths.columns(), "attribution.time_decay")?;
    let sums = |total: f64| OrderFreeSums::new(paths.channel_count(), total, journeys.steps().len());
    let (mut conversions, mut values) = (sums(totals.attributed_conversions), sums(totals.attributed_value));
    let mut weights = Vec::new();
    for i in (0..journeys.len()).filter(|&i| journeys.conversions()[i] > 0.0) {
        decay_weights(journeys.ages(i), half_life, &mut weights);
        for (&channel, weight) in journeys.path(i).iter().zip(&weights) {
            conversions.add(channel as usize, weight * journeys.conversions()[i]);
            values.add(channel as usize, weight * journeys.values()[i]);
        }
    }
    Ok(Credits::of(totals, conversions.to_vec(), values.to_vec()))
}

fn check_half_life(half_life: f64) -> Result<()> {
    if half_life.is_finite() && half_life > 0.0 {
        return Ok(());
    }
    Err(Error::invalid("half_life", "a length of time above 0", half_life))
}

/// Weights relative to the youngest touch, so that very old journeys do not underflow to 0 / 0.
fn decay_weights(ages: &[f64], half_life: f64, weights: &mut Vec<f64>) {
    let youngest = ages.iter().copied().fold(f64::INFINITY, f64::min);
    weights.clear();
    weights.extend(ages.iter().map(|age| power_of_two((youngest - age) / half_life)));
    let total: f64 = weights.iter().sum();
    for weight in weights {
        *weight /= total;
    }
}

/// The credit of each touch of one journey by time decay: `2^(-age / half_life)` over its sum.
///
/// ```
/// let credits = ukur::attribution::rules::time_decay_credits(&[0.0, 7.0, 14.0, 28.0], 7.0)?;
/// assert!((credits[0] - 0.5517241379310345).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for no touch; an age below zero; a half-life that is not above zero.
pub fn time_decay_credits(ages: &[f64], half_life: f64) -> Result<Vec<f64>> {
    check_half_life(half_life)?;
    if ages.is_empty() {
        return Err(Error::undefined("time_decay_credits", Status::InsufficientData, "there is no touch"));
    }
    super::paths::check_column("ages", ages)?;
    let mut weights = Vec::new();
    decay_weights(ages, half_life, &mut weights);
    Ok(weights)
}

/// The credit of each of `n` touches by position: 0.4 first, 0.4 last, 0.2 between; one touch takes all,
/// two share equally.
///
/// ```
/// assert_eq!(ukur::attribution::rules::position_credits(3)?, [0.4, 0.2, 0.4]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for no touch; more than ten million touches.
pub fn position_credits(n: usize) -> Result<Vec<f64>> {
    if n == 0 {
        return Err(Error::undefined("position_credits", Status::InsufficientData, "there is no touch"));
    }
    if n > 10_000_000 {
        return Err(Error::invalid("n", "a number of touches of at most ten million", n as f64));
    }
    // The middle share is stated, not computed: 1 - (0.4 + 0.4) is 0.19999999999999996.
    if n <= 2 {
        return Ok(vec![1.0 / n as f64; n]);
    }
    let mut credits = vec![0.2 / (n - 2) as f64; n];
    (credits[0], credits[n - 1]) = (0.4, 0.4);
    Ok(credits)
}

/// The linear credit of one channel on one path: its share of the touches.
///
/// ```
/// assert_eq!(ukur::attribution::rules::linear_credit(&["A", "B", "A", "C"], &"A")?, 0.5);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for an empty path.
pub fn linear_credit<T: PartialEq>(path: &[T], channel: &T) -> Result<f64> {
    if path.is_empty() {
        return Err(Error::undefined("linear_credit", Status::InsufficientData, "the path has no touch"));
    }
    Ok(path.iter().filter(|step| *step == channel).count() as f64 / path.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::super::{Events, JourneyOptions, LabelledPath};
    use super::*;

    fn row<'a>(channels: &'a [&'a str], conversions: f64, value: f64) -> LabelledPath<'a> {
        LabelledPath { channels, conversions, value, nulls: 1.0 }
    }

    fn credits(rows: &[LabelledPath<'_>], rule: Rule) -> Credits {
        attribute(&CountedPaths::from_labels(rows).unwrap().1, rule).unwrap()
    }

    #[test]
    fn rules_on_one_path_with_a_loop() {
        let rows = [row(&["A", "B", "A", "C", "B"], 10.0, 200.0), row(&[], 1.0, 7.0)];
        assert_eq!(credits(&rows, Rule::First).conversions, [10.0, 0.0, 0.0]);
        assert_eq!(credits(&rows, Rule::Last).conversions, [0.0, 10.0, 0.0]);
        assert_eq!(credits(&rows, Rule::Linear).conversions, [4.0, 4.0, 2.0]);
        let position = credits(&rows, Rule::POSITION);
        for (got, want) in position.conversions.iter().zip([14.0 / 3.0, 14.0 / 3.0, 2.0 / 3.0]) {
            assert!((got - want).abs() < 1e-14);
        }
        assert_eq!((position.unattributed_conversions, position.unattributed_value), (1.0, 7.0));
        assert_eq!(position.attributed_value, 200.0);
        assert!(position.note.contains("does not show"));
    }

    #[test]
    fn one_touch_takes_all_and_two_share() {
        assert_eq!(credits(&[row(&["A"], 1.0, 0.0)], Rule::POSITION).conversions, [1.0]);
        assert_eq!(credits(&[row(&["A", "B"], 1.0, 0.0)], Rule::POSITION).conversions, [0.5, 0.5]);
        assert_eq!(position_credits(1).unwrap(), [1.0]);
        assert_eq!(position_credits(2).unwrap(), [0.5, 0.5]);
        assert_eq!(position_credits(4).unwrap(), [0.4, 0.1, 0.1, 0.4]);
    }

    #[test]
    fn time_decay_is_continuous_and_survives_old_journeys() {
        // ignyteiq.com prints 53, 27, 13, 3 % for 0, 7, 14, 28 days, which adds up to 96.
        let got = time_decay_credits(&[0.0, 7.0, 14.0, 28.0], 7.0).unwrap();
        for (got, want) in got.iter().zip([16.0 / 29.0, 8.0 / 29.0, 4.0 / 29.0, 1.0 / 29.0]) {
            assert!((got - want).abs() < 1e-15);
        }
        assert_eq!(time_decay_credits(&[1e6, 1e6 + 7.0], 7.0).unwrap(), [2.0 / 3.0, 1.0 / 3.0]);
        assert_eq!(time_decay_credits(&[], 7.0).unwrap_err().code(), "insufficient_data");
        assert_eq!(time_decay_credits(&[-1.0], 7.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(time_decay_credits(&[1.0], 0.0).unwrap_err().code(), "out_of_domain");
    }

    #[test]
    fn time_decay_from_events_in_any_order() {
        let customer = [0, 0, 1, 1];
        let time = [0.0, 7.0, 3.0, 3.5];
        let decay = |rows: [usize; 4]| {
            let events = Events {
                customer: &rows.map(|r| customer[r]),
                time: &rows.map(|r| time[r]),
                channel: &rows.map(|r| [0, 1, 1, 0][r]),
                conversions: &rows.map(|r| [0.0, 2.0, 0.0, 1.0][r]),
                values: &rows.map(|r| [0.0, 10.0, 0.0, 0.7][r]),
            };
            let journeys = Journeys::from_events(2, &events, JourneyOptions::default()).unwrap();
            attribute_time_decay(&journeys, 7.0).unwrap()
        };
        let one = decay([0, 1, 2, 3]);
        let half = 1.0 / (1.0 + libm::exp2(-0.5 / 7.0));
        assert!((one.conversions[0] - (2.0 / 3.0 + half)).abs() < 1e-15);
        assert!((one.values[1] - (20.0 / 3.0 + 0.7 * (1.0 - half))).abs() < 1e-14);
        assert_eq!(one, decay([3, 1, 0, 2]));
    }

    #[test]
    fn nothing_to_share_is_a_status() {
        let none = |rows: &[LabelledPath<'_>]| {
            attribute(&CountedPaths::from_labels(rows).unwrap().1, Rule::First).unwrap_err()
        };
        assert_eq!(none(&[]).code(), "insufficient_data");
        assert!(none(&[row(&["A"], 0.0, 0.0)]).to_string().contains("no journey ends in a conversion"));
        assert!(none(&[row(&[], 1.0, 0.0)]).to_string().contains("no conversion has a touch"));
        let paths = CountedPaths::from_labels(&[row(&["A"], 1.0, 0.0)]).unwrap().1;
        let bad = |first, last| attribute(&paths, Rule::Position { first, last }).unwrap_err();
        assert_eq!(bad(0.7, 0.7).code(), "shares_above_one");
        assert_eq!(bad(-0.1, 0.2).code(), "out_of_domain");
        assert_eq!(bad(f64::NAN, 0.2).code(), "nan_input");
        assert_eq!(bad(0.0, 0.0).code(), "no_shares");
    }
}
