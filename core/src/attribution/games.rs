//! Shapley values of any game: exact, or sampled with their standard errors.

use std::ops::ControlFlow;

use crate::numerics::random::Random;
use crate::progress::{Progress, Watch};
use crate::sort::different_names;
use crate::{Error, Result};

/// The most players that [`shapley_values`] takes: 2^20 coalitions.
pub(super) const MOST_PLAYERS: usize = 20;

/// The exact Shapley value of every player of a game.
///
/// `worth[mask]` is the worth of the coalition whose members are the bits of `mask` (bit 0: player 0), so
/// `worth` has `2^players` entries and `worth[0]` is that of nobody, as a rule 0. Player `i` gets the mean of
/// `worth(S with i) - worth(S)` over all orders of the players; the values add up to
/// `worth(all) - worth(nobody)`.
///
/// ```
/// // The glove game: players 0 and 1 hold a left glove, player 2 a right one; a pair is worth 1.
/// let worth = [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
/// let values = ukur::attribution::shapley::shapley_values(3, &worth)?;
/// assert!((values[2] - 2.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// No player or more than 20; a number of worths that is not `2^players`; a worth that is missing or infinite.
pub fn shapley_values(players: usize, worth: &[f64]) -> Result<Vec<f64>> {
    if !(1..=MOST_PLAYERS).contains(&players) {
        return Err(Error::invalid("players", "a whole number from 1 to 20", players as f64));
    }
    if worth.len() != 1 << players {
        return Err(Error::input(
            "wrong_number_of_coalitions",
            format!(
                "`worth` has {} entries; {players} players have {} coalitions, the empty one included",
                worth.len(),
                1_usize << players
            ),
        ));
    }
    if let Some(at) = worth.iter().position(|x| !x.is_finite()) {
        return Err(Error::invalid("worth", "a finite number", worth[at]).at_row(at));
    }
    // Weight of a coalition of s others: s! (n - s - 1)! / n! = 1 / (n * binomial(n - 1, s)).
    let mut weights = Vec::with_capacity(players);
    let mut binomial = 1.0;
    for size in 0..players {
        weights.push(1.0 / (players as f64 * binomial));
        binomial = binomial * (players - 1 - size) as f64 / (size + 1) as f64;
    }
    // Differences by size first, weights last: whole-number games stay exact as long as possible.
    let mut values = Vec::with_capacity(players);
    let mut by_size = vec![0.0; players];
    for player in 0..players {
        by_size.fill(0.0);
        for mask in (0..worth.len()).filter(|mask| mask >> player & 1 == 0) {
            by_size[mask.count_ones() as usize] += worth[mask | 1 << player] - worth[mask];
        }
        values.push(by_size.iter().zip(&weights).map(|(sum, weight)| sum * weight).sum());
    }
    Ok(values)
}

/// Shapley values from drawn orders of the players.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SampledValues {
    /// The estimates; they add up to the worth of all players exactly.
    pub values: Vec<f64>,
    /// Their standard errors.
    pub standard_errors: Vec<f64>,
}

/// Estimates the Shapley value of every player from orders drawn at random.
///
/// `worth` is asked for the worth of a beginning of an order: the players in it, in the order in which they
/// join. Each order is also taken backwards, which lowers the error, and the standard error is that of the mean
/// over the pairs.
///
/// ```
/// // An additive game: every player is worth its number, in any order.
/// let sampled = ukur::attribution::shapley::shapley_values_sampled(
///     40,
///     &mut |players| Ok(players.iter().map(|&p| f64::from(p)).sum()),
///     10,
///     7,
///     &mut |_| std::ops::ControlFlow::Continue(()),
/// )?;
/// assert_eq!(sampled.values[39], 39.0);
/// assert_eq!(sampled.standard_errors[39], 0.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// No player or more than a million; fewer than 2 or more than ten million permutations; a worth that is
/// missing or infinite; any error of `worth`; [`Error::Cancelled`] when `watch` says so.
pub fn shapley_values_sampled(
    players: usize,
    worth: &mut dyn FnMut(&[u32]) -> Result<f64>,
    permutations: usize,
    seed: u64,
    watch: &mut Watch<'_>,
) -> Result<SampledValues> {
    if !(1..=1_000_000).contains(&players) {
        return Err(Error::invalid("players", "a whole number from 1 to a million", players as f64));
    }
    check_permutations(permutations)?;
    let mut worth = |beginning: &[u32]| match worth(beginning)? {
        x if x.is_finite() => Ok(x),
        x => Err(Error::invalid("worth", "a finite number", x)),
    };
    let nobody = worth(&[])?;
    let mut moments = Moments::new(players);
    over_permutations(players, permutations, seed, watch, |orders| {
        for order in orders {
            let mut before = nobody;
            for (at, &player) in order.iter().enumerate() {
                let now = worth(&order[..=at])?;
                moments.add(player as usize, now - before);
                before = now;
            }
        }
        moments.close();
        Ok(())
    })?;
    Ok(moments.finish())
}

pub(super) fn check_permutations(permutations: usize) -> Result<()> {
    if (2..=10_000_000).contains(&permutations) {
        return Ok(());
    }
    Err(Error::invalid("permutations", "a whole number from 2 to ten million", permutations as f64))
}

/// Calls `each` with an order of the players and the same order backwards, `permutations` times.
pub(super) fn over_permutations(
    players: usize,
    permutations: usize,
    seed: u64,
    watch: &mut Watch<'_>,
    mut each: impl FnMut([&[u32]; 2]) -> Result<()>,
) -> Result<()> {
    let mut draws = Random::new(seed);
    let mut order: Vec<u32> = (0..players as u32).collect();
    let mut backwards = order.clone();
    for done in 0..permutations {
        if watch(Progress { done: done as u64, total: permutations as u64 }) == ControlFlow::Break(()) {
            return Err(Error::Cancelled);
        }
        for at in (1..players).rev() {
            order.swap(at, draws.below(at as u64 + 1) as usize);
        }
        backwards.clear();
        backwards.extend(order.iter().rev());
        each([&order, &backwards])?;
    }
    // The caller may show a full bar; a wish to stop comes too late now.
    let _ = watch(Progress { done: permutations as u64, total: permutations as u64 });
    Ok(())
}

/// Mean and spread of pairs of draws, one of each player at a time (Welford 1962).
pub(super) struct Moments {
    pair: Vec<f64>,
    mean: Vec<f64>,
    squares: Vec<f64>,
    count: f64,
}

impl Moments {
    pub(super) fn new(players: usize) -> Self {
        Self { pair: vec![0.0; players], mean: vec![0.0; players], squares: vec![0.0; players], count: 0.0 }
    }

    pub(super) fn add(&mut self, player: usize, x: f64) {
        self.pair[player] += 0.5 * x;
    }

    pub(super) fn close(&mut self) {
        self.count += 1.0;
        for player in 0..self.mean.len() {
            let x = std::mem::take(&mut self.pair[player]);
            let off = x - self.mean[player];
            self.mean[player] += off / self.count;
            self.squares[player] += off * (x - self.mean[player]);
        }
    }

    pub(super) fn finish(self) -> SampledValues {
        let denominator = self.count * (self.count - 1.0);
        SampledValues {
            standard_errors: self.squares.iter().map(|s| (s / denominator).sqrt()).collect(),
            values: self.mean,
        }
    }
}

/// The exact Shapley value of every player of a game written with names.
///
/// Coalitions that are not listed are worth nothing. The players come back sorted, each with its value.
///
/// ```
/// let game: &[(&[&str], f64)] = &[
///     (&["O"], 7.0), (&["F"], 6.0), (&["D"], 4.0),
///     (&["O", "F"], 15.0), (&["O", "D"], 7.0), (&["F", "D"], 9.0), (&["O", "F", "D"], 19.0),
/// ];
/// let values = ukur::attribution::shapley::shapley_values_by_name(game)?;
/// assert_eq!(values[1].0, "F");
/// assert!((values[1].1 - 8.166666666666666).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// No player or more than 20; a coalition listed twice; a worth that is missing or infinite.
pub fn shapley_values_by_name(game: &[(&[&str], f64)]) -> Result<Vec<(String, f64)>> {
    let names = different_names(game.iter().flat_map(|(members, _)| members.iter().copied()).collect());
    if names.is_empty() || names.len() > MOST_PLAYERS {
        return Err(Error::invalid("players", "from 1 to 20 different names", names.len() as f64));
    }
    let mut worth = vec![0.0; 1 << names.len()];
    let mut seen = vec![false; worth.len()];
    for (members, value) in game {
        let mask = members
            .iter()
            .filter_map(|name| names.binary_search(name).ok())
            .fold(0_usize, |mask, at| mask | 1 << at);
        if std::mem::replace(&mut seen[mask], true) {
            return Err(Error::input(
                "repeated_coalition",
                format!("the coalition {} is listed twice; give each set of players once", members.join("+")),
            ));
        }
        worth[mask] = *value;
    }
    let values = shapley_values(names.len(), &worth)?;
    Ok(names.into_iter().map(str::to_string).zip(values).collect())
}
