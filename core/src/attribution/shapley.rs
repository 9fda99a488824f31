//! Credit by Shapley value: exact, or sampled with its standard error.

use crate::sort::{Order as _, different_names};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::ControlFlow;

use super::Credits;
use super::paths::{CountedPaths, Row, Totals, whole};
use super::sums::Sums;
use crate::numerics::order_free_sum::{OrderFreeSums, largest};
use crate::numerics::random::Random;
use crate::progress::{Progress, Watch};
use crate::{Error, Result};

/// The most players that [`shapley_values`] takes: 2^20 coalitions.
const MOST_PLAYERS: usize = 20;

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
    paths: &CountedPaths,
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
    let totals = paths.totals_to_share("attribution.shapley")?;
    let sets = Sets::new(paths);
    let channels = paths.channel_count();
    let (conversions, values, errors) = match options.worth {
        Worth::Conversions => {
            (sets.equal_parts(&sets.conversions, channels), sets.equal_parts(&sets.values, channels), None)
        }
        Worth::ConversionRate => sets.by_rate(channels, totals, options, watch)?,
    };
    let (standard_errors, standard_errors_value) = errors.unzip();
    Ok(ShapleyAttribution {
        credits: Credits::of(paths, conversions, values),
        exact: standard_errors.is_none(),
        standard_errors,
        standard_errors_value,
        distinct_sets: sets.members.len(),
    })
}

/// The distinct sets of channels, sorted, with what their journeys brought.
struct Sets {
    members: Vec<Vec<u32>>,
    journeys: Vec<f64>,
    conversions: Vec<f64>,
    values: Vec<f64>,
}

/// As [`numbered`], for masks of a few channels: a table of all sets is small.
fn by_table(masks: Vec<u64>, channels: usize) -> (Vec<u64>, Vec<usize>) {
    let mut places = vec![usize::MAX; 1 << channels];
    for &mask in &masks {
        places[mask as usize] = 0;
    }
    let distinct: Vec<u64> = (0..1_u64 << channels).filter(|mask| places[*mask as usize] == 0).collect();
    for (place, mask) in distinct.iter().enumerate() {
        places[*mask as usize] = place;
    }
    let groups = masks.into_iter().map(|mask| places[mask as usize]).collect();
    (distinct, groups)
}

/// The distinct keys in their order, and the place of each key among them.
fn numbered<K: Ord + Clone + std::hash::Hash>(keys: Vec<K>) -> (Vec<K>, Vec<usize>) {
    let mut numbers: HashMap<K, usize, BuildHasherDefault<MaskHasher>> = HashMap::default();
    let mut groups = Vec::with_capacity(keys.len());
    for key in keys {
        let next = numbers.len();
        groups.push(*numbers.entry(key).or_insert(next));
    }
    let mut distinct: Vec<(K, usize)> = numbers.into_iter().collect();
    distinct.sort_unstable();
    let mut places = vec![0; distinct.len()];
    for (place, (_, number)) in distinct.iter().enumerate() {
        places[*number] = place;
    }
    for group in &mut groups {
        *group = places[*group];
    }
    (distinct.into_iter().map(|(key, _)| key).collect(), groups)
}

/// A fixed hash for lookups; its order is never used.
#[derive(Default)]
struct MaskHasher(u64);
impl Hasher for MaskHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.write_u64(u64::from(b));
        }
    }
    fn write_u32(&mut self, x: u32) {
        self.write_u64(u64::from(x));
    }
    fn write_u64(&mut self, x: u64) {
        let mixed = (self.0.rotate_left(23) ^ x).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 29);
    }
}

type Credited = (Vec<f64>, Vec<f64>, Option<(Vec<f64>, Vec<f64>)>);

impl Sets {
    fn new(paths: &CountedPaths) -> Self {
        let rows: Vec<Row<'_>> = paths.touched().collect();
        let mut out = Self { members: Vec::new(), journeys: vec![], conversions: vec![], values: vec![] };
        let groups: Vec<usize> = if paths.channel_count() <= 64 {
            // Up to 64 channels a set is a word.
            let masks: Vec<u64> =
                rows.iter().map(|row| row.0.iter().fold(0, |mask, &channel| mask | 1 << channel)).collect();
            let (distinct, groups) = if paths.channel_count() <= MOST_PLAYERS {
                by_table(masks, paths.channel_count())
            } else {
                numbered(masks)
            };
            out.members.extend(distinct.iter().map(|mask| (0..64).filter(|c| mask >> c & 1 == 1).collect()));
            groups
        } else {
            let sets = rows.iter().map(|row| {
                let mut set = row.0.to_vec();
                set.sort_unstable();
                set.dedup();
                set
            });
            let (distinct, groups) = numbered(sets.collect());
            out.members = distinct;
            groups
        };
        let sums = |pick: fn(&Row<'_>) -> f64| {
            let column: Vec<f64> = rows.iter().map(pick).collect();
            Sums::new(whole(&column), largest(&column), column.len())
        };
        let mut journeys = sums(|row| row.1 + row.3);
        let (mut conversions, mut values) = (sums(|row| row.1), sums(|row| row.2));
        for (group, row) in groups.into_iter().zip(&rows) {
            journeys.add(group, row.1 + row.3);
            if row.1 > 0.0 {
                conversions.add(group, row.1);
                values.add(group, row.2);
            }
        }
        let groups = out.members.len();
        out.journeys = journeys.to_vec(groups);
        out.conversions = conversions.to_vec(groups);
        out.values = values.to_vec(groups);
        out
    }

    fn equal_parts(&self, amounts: &[f64], channels: usize) -> Vec<f64> {
        let terms = self.members.iter().map(Vec::len).sum();
        let mut sums = OrderFreeSums::new(channels, largest(amounts), terms);
        for (set, amount) in self.members.iter().zip(amounts) {
            for &channel in set {
                sums.add(channel as usize, amount / set.len() as f64);
            }
        }
        sums.to_vec()
    }

    fn by_rate(
        &self,
        channels: usize,
        totals: Totals,
        options: ShapleyOptions,
        watch: &mut Watch<'_>,
    ) -> Result<Credited> {
        // Channels that nobody met are null players: leave them out and give them nothing.
        let mut met: Vec<u32> = self.members.iter().flatten().copied().collect();
        met.order_unstable();
        met.dedup();
        let mut place = vec![usize::MAX; channels];
        for (at, &channel) in met.iter().enumerate() {
            place[channel as usize] = at;
        }
        let spread = |column: &[f64], total: f64| {
            let sum: f64 = column.iter().sum();
            let mut out = vec![0.0; channels];
            for (&channel, x) in met.iter().zip(column) {
                out[channel as usize] = if total == 0.0 { 0.0 } else { x / sum * total };
            }
            out
        };
        let (rates, values, errors);
        if met.len() <= options.exact_up_to {
            let (by_mask, value_by_mask) = self.coalitions(met.len(), &place);
            rates = shapley_values(met.len(), &by_mask)?;
            values = shapley_values(met.len(), &value_by_mask)?;
            errors = None;
        } else {
            let sample = self.sample(met.len(), &place, options, watch)?;
            let scale = |errors: &[f64], values: &[f64], total: f64| {
                let sum: f64 = values.iter().sum();
                let mut out = vec![0.0; channels];
                for (&channel, error) in met.iter().zip(errors) {
                    out[channel as usize] = if total == 0.0 { 0.0 } else { error / sum * total };
                }
                out
            };
            errors = Some((
                scale(&sample.0.standard_errors, &sample.0.values, totals.attributed_conversions),
                scale(&sample.1.standard_errors, &sample.1.values, totals.attributed_value),
            ));
            rates = sample.0.values;
            values = sample.1.values;
        }
        Ok((spread(&rates, totals.attributed_conversions), spread(&values, totals.attributed_value), errors))
    }

    /// Rate and value per journey of every set of channels, by bit mask.
    fn coalitions(&self, players: usize, place: &[usize]) -> (Vec<f64>, Vec<f64>) {
        let size = 1_usize << players;
        let (mut journeys, mut conversions, mut values) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
        for (at, set) in self.members.iter().enumerate() {
            let mask = set.iter().fold(0, |mask, &channel| mask | 1 << place[channel as usize]);
            journeys[mask] += self.journeys[at];
            conversions[mask] += self.conversions[at];
            values[mask] += self.values[at];
        }
        // Sums over all subsets, one player at a time.
        for player in 0..players {
            for mask in (0..size).filter(|mask| mask >> player & 1 == 1) {
                let without = mask ^ 1 << player;
                journeys[mask] += journeys[without];
                conversions[mask] += conversions[without];
                values[mask] += values[without];
            }
        }
        for mask in 0..size {
            conversions[mask] = rate(conversions[mask], journeys[mask]);
            values[mask] = rate(values[mask], journeys[mask]);
        }
        (conversions, values)
    }

    /// Draws orders of the channels. A set is complete at its latest member, so that one pass over the sets
    /// gives the worth of every beginning of the order.
    fn sample(
        &self,
        players: usize,
        place: &[usize],
        options: ShapleyOptions,
        watch: &mut Watch<'_>,
    ) -> Result<(SampledValues, SampledValues)> {
        let members: Vec<Vec<u32>> =
            self.members.iter().map(|set| set.iter().map(|&c| place[c as usize] as u32).collect()).collect();
        let (mut rates, mut worths) = (Moments::new(players), Moments::new(players));
        let mut rank = vec![0_usize; players];
        let mut sums = vec![[0.0_f64; 3]; players];
        over_permutations(players, options.permutations, options.seed, watch, |orders| {
            for order in orders {
                for (at, &player) in order.iter().enumerate() {
                    rank[player as usize] = at;
                }
                sums.fill([0.0; 3]);
                for (at, set) in members.iter().enumerate() {
                    let complete = set.iter().map(|&p| rank[p as usize]).max().unwrap_or(0);
                    let sum = &mut sums[complete];
                    sum[0] += self.journeys[at];
                    sum[1] += self.conversions[at];
                    sum[2] += self.values[at];
                }
                let mut so_far = [0.0; 3];
                let mut before = (0.0, 0.0);
                for (sum, &player) in sums.iter().zip(order) {
                    for (x, more) in so_far.iter_mut().zip(sum) {
                        *x += more;
                    }
                    let now = (rate(so_far[1], so_far[0]), rate(so_far[2], so_far[0]));
                    rates.add(player as usize, now.0 - before.0);
                    worths.add(player as usize, now.1 - before.1);
                    before = now;
                }
            }
            rates.close();
            worths.close();
            Ok(())
        })?;
        Ok((rates.finish(), worths.finish()))
    }
}

fn rate(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

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

fn check_permutations(permutations: usize) -> Result<()> {
    if (2..=10_000_000).contains(&permutations) {
        return Ok(());
    }
    Err(Error::invalid("permutations", "a whole number from 2 to ten million", permutations as f64))
}

/// Calls `each` with an order of the players and the same order backwards, `permutations` times.
fn over_permutations(
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
struct Moments {
    pair: Vec<f64>,
    mean: Vec<f64>,
    squares: Vec<f64>,
    count: f64,
}

impl Moments {
    fn new(players: usize) -> Self {
        Self { pair: vec![0.0; players], mean: vec![0.0; players], squares: vec![0.0; players], count: 0.0 }
    }

    fn add(&mut self, player: usize, x: f64) {
        self.pair[player] += 0.5 * x;
    }

    fn close(&mut self) {
        self.count += 1.0;
        for player in 0..self.mean.len() {
            let x = std::mem::take(&mut self.pair[player]);
            let off = x - self.mean[player];
            self.mean[player] += off / self.count;
            self.squares[player] += off * (x - self.mean[player]);
        }
    }

    fn finish(self) -> SampledValues {
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

#[cfg(test)]
mod tests {
    use super::super::LabelledPath;
    use super::*;

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

    fn paths(count: u32, channels: u32) -> CountedPaths {
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
        let sets = Sets::new(&paths);
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
