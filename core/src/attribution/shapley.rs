//! Credit by Shapley value: exact, or sampled with its standard error.

use super::Credits;
use super::games::{MOST_PLAYERS, check_permutations};
use super::paths::CountedPaths;
use super::sets::Sets;
use crate::progress::Watch;
use crate::{Error, Result};

pub use super::games::{SampledValues, shapley_values, shapley_values_by_name, shapley_values_sampled};

/// What a set of channels is worth on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Worth {
    /// The conversions (or value) of all journeys that met no channel outside the set. The Shapley value is then
    /// known in closed form: every journey's conversions in equal parts to the distinct channels it met. Exact
    /// for any number of channels. Journeys without a conversion play no part.
    #[default]
    Conversions,
    /// The conversion rate (or value per journey) of all journeys that met no channel outside the set; zero
    /// where there is no such journey. Journeys without a conversion count against a channel, and a channel
    /// that lowers the rate gets a negative credit. Credits are scaled to add up to the total.
    ConversionRate,
}

impl Worth {
    /// The worth of a name: `"conversions"` or `"conversion_rate"`.
    ///
    /// # Errors
    /// `unknown_worth`, with the names there are.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "conversions" => Ok(Self::Conversions),
            "conversion_rate" => Ok(Self::ConversionRate),
            _ => Err(Error::input(
                "unknown_worth",
                format!("`worth` must be one of conversions, conversion_rate, got '{name}'"),
            )),
        }
    }
}

/// How Shapley values are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapleyOptions {
    /// What a set of channels is worth.
    pub worth: Worth,
    /// Up to this many channels (at most 20) every set is looked at; above, orders of channels are drawn.
    pub exact_up_to: usize,
    /// How many orders of channels are drawn, each of them also taken backwards.
    pub permutations: usize,
    /// Seed of the draws: the same seed gives the same result in every language.
    pub seed: u64,
}

impl Default for ShapleyOptions {
    fn default() -> Self {
        Self { worth: Worth::Conversions, exact_up_to: 15, permutations: 2_000, seed: 0 }
    }
}

/// Shapley credits, and how sure they are.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ShapleyAttribution {
    /// The credits.
    pub credits: Credits,
    /// True when no drawing was needed.
    pub exact: bool,
    /// Standard error of each channel's conversions from the drawing; `None` when exact.
    pub standard_errors: Option<Vec<f64>>,
    /// Standard error of each channel's value; `None` when exact.
    pub standard_errors_value: Option<Vec<f64>>,
    /// How many distinct sets of channels the journeys met.
    pub distinct_sets: usize,
}

/// Shares out conversions and value by Shapley value.
///
/// ```
/// use ukur::attribution::{CountedPaths, LabelledPath, ShapleyOptions, shapley};
/// let row = |channels, conversions| LabelledPath { channels, conversions, value: 0.0, nulls: 0.0 };
/// let (_, paths) = CountedPaths::from_labels(&[row(&["A", "B", "A"], 6.0), row(&["B"], 1.0)])?;
/// let result = shapley(&paths, ShapleyOptions::default(), &mut |_| std::ops::ControlFlow::Continue(()))?;
/// assert_eq!(result.credits.conversions, [3.0, 4.0]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// Source: Shapley (1953); Zhao, Mahboobi and Bagheri (2018), arXiv:1804.05327, for the closed form.
///
/// # Errors
/// `insufficient_data` where no conversion has a touch; fewer than 2 or more than ten million permutations;
/// `exact_up_to` above 20; [`Error::Cancelled`] when `watch` says so.
pub fn shapley(
    paths: &CountedPaths<'_>,
    options: ShapleyOptions,
    watch: &mut Watch<'_>,
) -> Result<ShapleyAttribution> {
    if options.exact_up_to > MOST_PLAYERS {
        return Err(Error::invalid(
            "exact_up_to",
            "a number of channels of at most 20",
            options.exact_up_to as f64,
        ));
    }
    check_permutations(options.permutations)?;
    let columns = paths.columns();
    let totals = paths.totals_to_share(&columns, "attribution.shapley")?;
    let sets = Sets::new(paths, &columns, options.worth);
    let channels = paths.channel_count();
    let (conversions, values, errors) = match options.worth {
        Worth::Conversions => {
            (sets.equal_parts(&sets.conversions, channels), sets.equal_parts(&sets.values, channels), None)
        }
        Worth::ConversionRate => sets.by_rate(channels, totals, options, watch)?,
    };
    let (standard_errors, standard_errors_value) = errors.unzip();
    Ok(ShapleyAttribution {
        credits: Credits::of(totals, conversions, values),
        exact: standard_errors.is_none(),
        standard_errors,
        standard_errors_value,
        distinct_sets: sets.members.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::LabelledPath;
    use super::*;
    use crate::numerics::random::Random;
    use std::ops::ControlFlow;

    fn go() -> Box<Watch<'static>> {
        Box::new(|_| ControlFlow::Continue(()))
    }

    fn close(got: &[f64], want: &[f64], tolerance: f64) {
        assert_eq!(got.len(), want.len());
        for (g, w) in got.iter().zip(want) {
            assert!((g - w).abs() <= tolerance, "{got:?} {want:?}");
        }
    }

    /// Players O, F, D: 7, 6, 4, 15, 7, 9, 19 (README of DP6/Marketing-Attribution-Models); the glove game.
    #[test]
    fn known_games() {
        let worth = [0.0, 7.0, 6.0, 15.0, 4.0, 7.0, 9.0, 19.0];
        close(&shapley_values(3, &worth).unwrap(), &[23.0 / 3.0, 49.0 / 6.0, 19.0 / 6.0], 1e-14);
        let gloves = [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
        close(&shapley_values(3, &gloves).unwrap(), &[1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0], 1e-15);
        assert_eq!(shapley_values(1, &[0.0, 5.0]).unwrap(), [5.0]);
    }

    /// An airport game has a closed form: costs 1..=n are shared by those who need each stretch.
    #[test]
    fn twenty_players() {
        let n = 20;
        let worth: Vec<f64> = (0_u32..1 << n).map(|mask| f64::from(32 - mask.leading_zeros())).collect();
        let got = shapley_values(n, &worth).unwrap();
        let mut want = 0.0;
        for (player, got) in got.iter().enumerate() {
            want += 1.0 / (n - player) as f64;
            assert!((got - want).abs() < 1e-11, "{player} {got} {want}");
        }
    }

    fn paths(count: u32, channels: u32) -> CountedPaths<'static> {
        let mut draws = Random::new(3);
        let mut offsets = vec![0];
        let mut steps = Vec::new();
        let (mut c, mut v, mut z) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..count {
            for _ in 0..=draws.below(4) {
                steps.push(draws.below(u64::from(channels)) as u32);
            }
            offsets.push(steps.len());
            let hit = draws.below(3) == 0;
            c.push(f64::from(u8::from(hit)));
            v.push(if hit { draws.below(900) as f64 / 7.0 } else { 0.0 });
            z.push(f64::from(u8::from(!hit)));
        }
        CountedPaths::count(channels as usize, &offsets, &steps, &c, &v, &z).unwrap()
    }

    /// The closed form against the definition.
    #[test]
    fn equal_parts_are_the_shapley_value_of_contained_conversions() {
        let paths = paths(400, 6);
        let sets = Sets::new(&paths, &paths.columns(), Worth::Conversions);
        let mut worth = vec![0.0; 64];
        for (mask, worth) in worth.iter_mut().enumerate() {
            for (set, amount) in sets.members.iter().zip(&sets.values) {
                if set.iter().all(|&c| mask >> c & 1 == 1) {
                    *worth += amount;
                }
            }
        }
        let got = shapley(&paths, ShapleyOptions::default(), &mut *go()).unwrap();
        close(&got.credits.values, &shapley_values(6, &worth).unwrap(), 1e-10);
        assert!(
            (got.credits.conversions.iter().sum::<f64>() - got.credits.attributed_conversions).abs() < 1e-11
        );
        assert!(got.exact && got.standard_errors.is_none());
    }

    #[test]
    fn sampling_agrees_with_the_exact_rates_within_its_error() {
        let paths = paths(3000, 7);
        let options = ShapleyOptions { worth: Worth::ConversionRate, ..ShapleyOptions::default() };
        let exact = shapley(&paths, options, &mut *go()).unwrap();
        let drawn =
            shapley(&paths, ShapleyOptions { exact_up_to: 3, seed: 11, ..options }, &mut *go()).unwrap();
        let errors = drawn.standard_errors.clone().unwrap();
        for (at, error) in errors.iter().enumerate() {
            let off = (drawn.credits.conversions[at] - exact.credits.conversions[at]).abs();
            assert!(off < 4.0 * error && *error < 20.0, "{at} {off} {error}");
        }
        assert!(errors.iter().any(|e| *e > 0.0));
        let total = exact.credits.attributed_conversions;
        assert!((exact.credits.conversions.iter().sum::<f64>() - total).abs() < 1e-9);
        let again =
            shapley(&paths, ShapleyOptions { exact_up_to: 3, seed: 11, ..options }, &mut *go()).unwrap();
        assert_eq!(again, drawn);
    }

    #[test]
    fn refusals() {
        let paths = paths(20, 3);
        let with = |options: ShapleyOptions| shapley(&paths, options, &mut *go()).unwrap_err();
        let base = ShapleyOptions::default();
        assert_eq!(with(ShapleyOptions { exact_up_to: 21, ..base }).code(), "out_of_domain");
        assert_eq!(with(ShapleyOptions { permutations: 1, ..base }).code(), "out_of_domain");
        let none = CountedPaths::from_labels(&[LabelledPath {
            channels: &["A"],
            conversions: 0.0,
            value: 0.0,
            nulls: 1.0,
        }]);
        assert_eq!(shapley(&none.unwrap().1, base, &mut *go()).unwrap_err().code(), "insufficient_data");
        assert_eq!(shapley_values(0, &[0.0]).unwrap_err().code(), "out_of_domain");
        assert_eq!(shapley_values(2, &[0.0; 3]).unwrap_err().code(), "wrong_number_of_coalitions");
        assert_eq!(shapley_values(1, &[0.0, f64::NAN]).unwrap_err().code(), "nan_input");
        assert_eq!(shapley_values_by_name(&[]).unwrap_err().code(), "out_of_domain");
        let twice: &[(&[&str], f64)] = &[(&["A", "B"], 1.0), (&["B", "A"], 2.0)];
        assert_eq!(shapley_values_by_name(twice).unwrap_err().code(), "repeated_coalition");
        let stop = ShapleyOptions { worth: Worth::ConversionRate, exact_up_to: 0, ..base };
        assert_eq!(shapley(&paths, stop, &mut |_| ControlFlow::Break(())).unwrap_err(), Error::Cancelled);
    }
}
