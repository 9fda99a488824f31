//! Credit by removal effect in an absorbing Markov chain.

use std::ops::ControlFlow;

use super::Credits;
pub use super::chain::Removal;
use super::chain::{Chain, Outcome};
use super::paths::CountedPaths;
use crate::progress::{Progress, Watch};
use crate::{Error, Result, Status};

/// How the chain is built and a channel is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkovOptions {
    /// How many touches a state remembers; 1 is the usual chain.
    pub order: usize,
    /// What happens to customers on the way to a removed channel.
    pub removal: Removal,
}

impl Default for MarkovOptions {
    fn default() -> Self {
        Self { order: 1, removal: Removal::ToNull }
    }
}

/// Markov credits, with the removal effects they come from.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MarkovAttribution {
    /// The credits.
    pub credits: Credits,
    /// Probability that a journey converts, with every channel there.
    pub conversion_probability: f64,
    /// Share of the conversions that is lost without the channel.
    pub removal_effects: Vec<f64>,
    /// Share of the value that is lost without the channel; `None` where the conversions carry no value.
    pub removal_effects_value: Option<Vec<f64>>,
    /// How many states the chain has, start and ends aside.
    pub states: usize,
}

/// Shares out conversions and value by removal effect.
///
/// The journeys are the moves of a chain: from the start, over states that remember the last `order` touches
/// (fewer at the beginning of a journey), to conversion or null. The removal effect of channel `c` is
/// `1 - P(conversion without c) / P(conversion)`; credits are the total shared in proportion to the effects. For
/// value the same is done with the expected value of a journey, where a conversion is worth the mean value of
/// the conversions from the state it left from.
///
/// The chain is solved, not simulated: small chains by elimination without subtraction, large ones by pushing
/// the mass through until the rest is below rounding. The same journeys give the same bits in any order.
/// A journey with `n` conversions weighs as `n` journeys. A touch that repeats the one before is a loop; in a
/// chain of order 1 it changes nothing.
///
/// ```
/// use ukur::attribution::{CountedPaths, LabelledPath, MarkovOptions, markov};
/// let row = |channels, conversions, nulls| LabelledPath { channels, conversions, value: 0.0, nulls };
/// let (channels, paths) = CountedPaths::from_labels(&[
///     row(&["G"], 2.0, 1.0),
///     row(&["M"], 1.0, 0.0),
///     row(&["G", "M"], 1.0, 0.0),
/// ])?;
/// let result = markov(&paths, MarkovOptions::default(), &mut |_| std::ops::ControlFlow::Continue(()))?;
/// assert!((result.removal_effects[0] - 0.75).abs() < 1e-15);
/// assert!((result.credits.conversions[0] - 2.4).abs() < 1e-15);
/// assert!((result.credits.conversions[1] - 1.6).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// Source: Anderl, Becker, von Wangenheim and Schumann (2016), International Journal of Research in Marketing
/// 33:457.
///
/// # Errors
/// `insufficient_data` where no conversion has a touch; an order of 0 or above 32; a chain of more than two
/// million states; [`Error::Cancelled`] when `watch` says so.
pub fn markov(
    paths: &CountedPaths<'_>,
    options: MarkovOptions,
    watch: &mut Watch<'_>,
) -> Result<MarkovAttribution> {
    let totals = paths.totals_to_share(&paths.columns(), "attribution.markov")?;
    let chain = build(paths, options.order)?;
    let channels = paths.channel_count();
    let visited = visited(&chain, channels);

    let total = channels as u64 + 1;
    let mut step = |done: usize| match watch(Progress { done: done as u64, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Error::Cancelled),
    };
    step(0)?;
    let base = chain.solve(None, options.removal)?;
    let mut without = Vec::with_capacity(channels);
    for (channel, visited) in visited.iter().enumerate() {
        step(channel + 1)?;
        // A channel that nobody met changes nothing.
        without.push(if *visited { chain.solve(Some(channel as u32), options.removal)? } else { base });
    }
    step(channels + 1)?;

    let effects = |pick: fn(Outcome) -> f64| -> Vec<f64> {
        without.iter().map(|outcome| 1.0 - pick(*outcome) / pick(base)).map(settled).collect()
    };
    let removal_effects = effects(|outcome| outcome.conversion);
    let removal_effects_value = (totals.attributed_value > 0.0).then(|| effects(|outcome| outcome.value));
    let conversions = shared(&removal_effects, totals.attributed_conversions)?;
    let values = match &removal_effects_value {
        Some(effects) => shared(effects, totals.attributed_value)?,
        None => vec![0.0; channels],
    };
    Ok(MarkovAttribution {
        credits: Credits::of(totals, conversions, values),
        conversion_probability: base.conversion,
        removal_effects,
        removal_effects_value,
        states: chain.states(),
    })
}

/// An effect that is only rounding is none.
fn settled(effect: f64) -> f64 {
    if effect.abs() < 1e-14 { 0.0 } else { effect }
}

/// A total in proportion to the effects; a negative effect takes no part.
fn shared(effects: &[f64], total: f64) -> Result<Vec<f64>> {
    let sum: f64 = effects.iter().map(|e| e.max(0.0)).sum();
    if sum <= 0.0 {
        return Err(Error::undefined(
            "attribution.markov",
            Status::NotIdentified,
            "no channel has a positive removal effect; take removal to null, or another method",
        ));
    }
    Ok(effects.iter().map(|e| total * (e.max(0.0) / sum)).collect())
}

fn build(paths: &CountedPaths<'_>, order: usize) -> Result<Chain> {
    if !(1..=32).contains(&order) {
        return Err(Error::invalid("order", "a whole number from 1 to 32", order as f64));
    }
    Chain::new(paths, order)
}

fn visited(chain: &Chain, channels: usize) -> Vec<bool> {
    let mut visited = vec![false; channels];
    for context in &chain.contexts {
        if let Some(&last) = context.last() {
            visited[last as usize] = true;
        }
    }
    visited
}

/// The moves of the chain, one entry a move that was seen.
///
/// State 0 is the start, states `1..=n` remember the touches in `contexts`, then come conversion and null.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TransitionMatrix {
    /// The channel codes that each state remembers, oldest first; empty for start, conversion and null.
    pub contexts: Vec<Vec<u32>>,
    /// Number of the start state: 0.
    pub start: u32,
    /// Number of the state of conversion.
    pub conversion: u32,
    /// Number of the state of journeys that ended without conversion.
    pub null: u32,
    /// State that a move leaves.
    pub source: Vec<u32>,
    /// State that it leads to.
    pub target: Vec<u32>,
    /// How often it was seen.
    pub count: Vec<f64>,
    /// Its probability; the moves of one state add up to 1.
    pub probability: Vec<f64>,
}

/// The transition matrix that [`markov`] solves, for inspection and for plots.
///
/// ```
/// use ukur::attribution::{CountedPaths, LabelledPath, markov::transition_matrix};
/// let row = |channels, conversions, nulls| LabelledPath { channels, conversions, value: 0.0, nulls };
/// let (_, paths) = CountedPaths::from_labels(&[row(&["A"], 1.0, 2.0), row(&["A", "B"], 1.0, 0.0)])?;
/// let matrix = transition_matrix(&paths, 1)?;
/// // start > A, A > B, A > conversion, A > null, B > conversion
/// assert_eq!(matrix.source, [0, 1, 1, 1, 2]);
/// assert_eq!(matrix.target, [1, 2, 3, 4, 3]);
/// assert_eq!(matrix.probability, [1.0, 0.25, 0.25, 0.5, 1.0]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An order of 0 or above 32; a chain of more than two million states; no journey with a touch
/// (`insufficient_data`).
pub fn transition_matrix(paths: &CountedPaths<'_>, order: usize) -> Result<TransitionMatrix> {
    let chain = build(paths, order)?;
    let n = chain.states();
    if n == 0 {
        return Err(Error::undefined(
            "attribution.transition_matrix",
            Status::InsufficientData,
            "there is no journey with a touch",
        ));
    }
    let (conversion, null) = (n as u32 + 1, n as u32 + 2);
    let mut contexts = Vec::with_capacity(n + 3);
    contexts.push(Vec::new());
    contexts.extend(chain.contexts.iter().cloned());
    contexts.extend([Vec::new(), Vec::new()]);
    let mut out = TransitionMatrix {
        contexts,
        start: 0,
        conversion,
        null,
        source: Vec::new(),
        target: Vec::new(),
        count: Vec::new(),
        probability: Vec::new(),
    };
    // Inside the chain the start is the last row; outside it comes first.
    for row in std::iter::once(n).chain(0..n) {
        let from = if row == n { 0 } else { row as u32 + 1 };
        let total = chain.row_total(row);
        let mut push = |to: u32, count: f64| {
            if count > 0.0 {
                out.source.push(from);
                out.target.push(to);
                out.count.push(count);
                out.probability.push(count / total);
            }
        };
        for at in chain.starts[row]..chain.starts[row + 1] {
            push(chain.targets[at] + 1, chain.weights[at]);
        }
        if row < n {
            push(conversion, chain.conversions[row]);
            push(null, chain.nulls[row]);
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::super::LabelledPath;
    use super::*;

    type Row<'a> = (&'a [&'a str], f64, f64, f64);

    fn counted(rows: &[Row<'_>]) -> CountedPaths<'static> {
        let rows: Vec<_> = rows
            .iter()
            .map(|r| LabelledPath { channels: r.0, conversions: r.1, value: r.2, nulls: r.3 })
            .collect();
        CountedPaths::from_labels(&rows).unwrap().1
    }

    fn solved(rows: &[Row<'_>], order: usize, removal: Removal) -> Result<MarkovAttribution> {
        markov(&counted(rows), MarkovOptions { order, removal }, &mut |_| ControlFlow::Continue(()))
    }

    fn close(got: &[f64], want: &[f64], tolerance: f64) {
        assert_eq!(got.len(), want.len());
        for (g, w) in got.iter().zip(want) {
            assert!((g - w).abs() <= tolerance, "{got:?} {want:?}");
        }
    }

    /// S. Puzyrov (2019): base 0.8, effects 0.75 and 0.50, credit 2.4 and 1.6.
    #[test]
    fn two_channels() {
        let rows: [Row<'_>; 3] =
            [(&["G"], 2.0, 20.0, 1.0), (&["M"], 1.0, 50.0, 0.0), (&["G", "M"], 1.0, 10.0, 0.0)];
        let result = solved(&rows, 1, Removal::ToNull).unwrap();
        assert!((result.conversion_probability - 0.8).abs() < 1e-15);
        close(&result.removal_effects, &[0.75, 0.5], 1e-15);
        close(&result.credits.conversions, &[2.4, 1.6], 1e-14);
        // Value by hand: a journey is worth 80 / 5 = 16. Conversions from G are worth 10, from M 30. Without G only
        // start > M is left: 1/5 * 30 = 6, an effect of 0.625; without M: 4/5 * 1/2 * 10 = 4, an effect of 0.75.
        close(&result.removal_effects_value.unwrap(), &[0.625, 0.75], 1e-15);
        close(&result.credits.values, &[80.0 * 0.625 / 1.375, 80.0 * 0.75 / 1.375], 1e-12);
    }

    /// S. Bryl (2016): base 1/3, effects 0.5, 1, 1.
    #[test]
    fn three_channels() {
        let rows: [Row<'_>; 3] =
            [(&["C1", "C2", "C3"], 1.0, 0.0, 0.0), (&["C1"], 0.0, 0.0, 1.0), (&["C2", "C3"], 0.0, 0.0, 1.0)];
        let result = solved(&rows, 1, Removal::ToNull).unwrap();
        assert!((result.conversion_probability - 1.0 / 3.0).abs() < 1e-15);
        close(&result.removal_effects, &[0.5, 1.0, 1.0], 1e-15);
        assert_eq!(result.removal_effects_value, None);
        // Dropped instead: C1 away, all start at C2, which converts 1 of 2: better than 1/3, so no credit.
        let dropped = solved(&rows, 1, Removal::Drop).unwrap();
        close(&dropped.removal_effects, &[-0.5, 1.0, 1.0], 1e-15);
        close(&dropped.credits.conversions, &[0.0, 0.5, 0.5], 1e-15);
    }

    #[test]
    fn loops_change_nothing_at_order_one_and_are_solved_at_any_order() {
        let plain: [Row<'_>; 3] =
            [(&["A", "B"], 3.0, 9.0, 2.0), (&["B"], 1.0, 1.0, 4.0), (&["A"], 0.0, 0.0, 2.0)];
        let looped: [Row<'_>; 3] =
            [(&["A", "A", "B"], 3.0, 9.0, 2.0), (&["B", "B", "B"], 1.0, 1.0, 4.0), (&["A"], 0.0, 0.0, 2.0)];
        let (a, b) =
            (solved(&plain, 1, Removal::ToNull).unwrap(), solved(&looped, 1, Removal::ToNull).unwrap());
        close(&a.removal_effects, &b.removal_effects, 1e-15);
        let third = solved(&looped, 3, Removal::ToNull).unwrap();
        assert!((third.conversion_probability - 4.0 / 12.0).abs() < 1e-15);
        assert_eq!(third.states, 6);
        // A very long loop: conversion once in 20,001 touches of one channel.
        let long = vec!["A"; 20_000];
        let result = solved(&[(&long, 1.0, 0.0, 1.0)], 2, Removal::ToNull).unwrap();
        assert!((result.conversion_probability - 0.5).abs() < 1e-12);
        close(&result.credits.conversions, &[1.0], 0.0);
    }

    /// At the order of the longest path the chain is the list of journeys, and the removal effect is the share
    /// of conversions whose journey meets the channel.
    #[test]
    fn a_full_memory_gives_back_the_journeys() {
        let rows: [Row<'_>; 4] = [
            (&["A", "B", "C"], 4.0, 0.0, 1.0),
            (&["A", "C", "A"], 2.0, 0.0, 3.0),
            (&["B"], 3.0, 0.0, 7.0),
            (&["C", "B"], 1.0, 0.0, 1.0),
        ];
        let result = solved(&rows, 3, Removal::ToNull).unwrap();
        close(&result.removal_effects, &[0.6, 0.8, 0.7], 1e-15);
        assert!((result.conversion_probability - 10.0 / 22.0).abs() < 1e-15);
    }

    #[test]
    fn a_channel_nobody_met_has_no_effect_and_totals_are_kept() {
        let paths =
            CountedPaths::count(3, &[0, 2, 2], &[0, 2], &[1.5, 2.0], &[3.0, 1.0], &[0.25, 0.0]).unwrap();
        let result = markov(&paths, MarkovOptions::default(), &mut |_| ControlFlow::Continue(())).unwrap();
        close(&result.removal_effects, &[1.0, 0.0, 1.0], 0.0);
        close(&result.credits.conversions, &[0.75, 0.0, 0.75], 1e-15);
        assert_eq!(result.credits.unattributed_conversions, 2.0);
        assert_eq!(result.credits.attributed_value, 3.0);
    }

    #[test]
    fn refusals() {
        let none: [Row<'_>; 1] = [(&["A"], 0.0, 0.0, 1.0)];
        assert_eq!(solved(&none, 1, Removal::ToNull).unwrap_err().code(), "insufficient_data");
        assert_eq!(solved(&[], 1, Removal::ToNull).unwrap_err().code(), "insufficient_data");
        let some: [Row<'_>; 1] = [(&["A"], 1.0, 0.0, 1.0)];
        assert_eq!(solved(&some, 0, Removal::ToNull).unwrap_err().code(), "out_of_domain");
        assert_eq!(solved(&some, 33, Removal::ToNull).unwrap_err().code(), "out_of_domain");
        let stopped = markov(&counted(&some), MarkovOptions::default(), &mut |_| ControlFlow::Break(()));
        assert_eq!(stopped.unwrap_err(), Error::Cancelled);
        assert_eq!(transition_matrix(&counted(&[]), 1).unwrap_err().code(), "insufficient_data");
    }
}
