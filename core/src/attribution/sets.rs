//! The sets of channels that journeys met, and their Shapley values.

use super::games::{MOST_PLAYERS, Moments, SampledValues, over_permutations, shapley_values};
use super::numbered::Numbered;
use super::paths::{CountedPaths, Totals};
use super::shapley::{ShapleyOptions, Worth};
use super::sums::{Column, Sums};
use crate::Result;
use crate::numerics::order_free_sum::{OrderFreeSums, largest};
use crate::progress::Watch;
use crate::sort::Order as _;

/// The distinct sets of channels, sorted, with what their journeys brought.
pub(super) struct Sets {
    pub(super) members: Vec<Vec<u32>>,
    /// Zeros where rates are not asked for.
    journeys: Vec<f64>,
    pub(super) conversions: Vec<f64>,
    pub(super) values: Vec<f64>,
}

/// Numbers the sets of channels as they are met.
enum Numbering {
    /// Few channels: a place for every set there is, and the sets that were met.
    Table(Vec<u32>, Vec<u64>),
    /// Up to 64 channels a set is a word, kept as its upper and lower half.
    Words(Numbered),
    /// The members in their order.
    Lists(Numbered, Vec<u32>),
}

impl Numbering {
    fn new(channels: usize) -> Self {
        if channels <= MOST_PLAYERS {
            Self::Table(vec![u32::MAX; 1 << channels], Vec::new())
        } else if channels <= 64 {
            Self::Words(Numbered::default())
        } else {
            Self::Lists(Numbered::default(), Vec::new())
        }
    }

    fn number(&mut self, path: &[u32]) -> u32 {
        let mask = || path.iter().fold(0_u64, |mask, &channel| mask | 1 << channel);
        match self {
            Self::Table(numbers, met) => {
                let mask = mask();
                let number = &mut numbers[mask as usize];
                if *number == u32::MAX {
                    *number = met.len() as u32;
                    met.push(mask);
                }
                *number
            }
            Self::Words(sets) => {
                let mask = mask();
                sets.number(&[(mask >> 32) as u32, mask as u32]).0
            }
            Self::Lists(sets, list) => {
                list.clear();
                list.extend_from_slice(path);
                list.order_unstable();
                list.dedup();
                sets.number(list).0
            }
        }
    }

    /// The members of every set with its number; the sets sorted, whatever the order in which they were met.
    fn sorted(self) -> Vec<(Vec<u32>, u32)> {
        let sets = match &self {
            Self::Table(_, met) => met.len(),
            Self::Words(sets) | Self::Lists(sets, _) => sets.len(),
        };
        let key = |number: u32| match &self {
            Self::Table(_, met) => {
                let mask = met[number as usize];
                vec![(mask >> 32) as u32, mask as u32]
            }
            Self::Words(sets) | Self::Lists(sets, _) => sets.sequence(number).to_vec(),
        };
        let mut all: Vec<(Vec<u32>, u32)> = (0..sets as u32).map(|number| (key(number), number)).collect();
        all.order_unstable();
        if !matches!(self, Self::Lists(..)) {
            for (set, _) in &mut all {
                let mask = set.iter().fold(0_u64, |mask, &half| mask << 32 | u64::from(half));
                *set = (0..64).filter(|channel| mask >> channel & 1 == 1).collect();
            }
        }
        all
    }
}

type Credited = (Vec<f64>, Vec<f64>, Option<(Vec<f64>, Vec<f64>)>);

impl Sets {
    pub(super) fn new(paths: &CountedPaths<'_>, columns: &[Column; 2], worth: Worth) -> Self {
        // Only rates ask how many journeys there were.
        let rates = worth == Worth::ConversionRate;
        let met = paths.conversions().iter().zip(paths.nulls()).map(|(c, z)| c + z);
        let mut journeys = Sums::of(&Column::of(met.take(if rates { usize::MAX } else { 0 })));
        let [mut conversions, mut values] = [Sums::of(&columns[0]), Sums::of(&columns[1])];
        let mut numbering = Numbering::new(paths.channel_count());
        for (path, c, v, z) in paths.touched() {
            let set = numbering.number(path) as usize;
            if rates {
                journeys.add(set, c + z);
            }
            if c > 0.0 {
                conversions.add(set, c);
                values.add(set, v);
            }
        }
        let (members, numbers): (Vec<Vec<u32>>, Vec<u32>) = numbering.sorted().into_iter().unzip();
        let sorted = |sums: &Sums| {
            let all = sums.to_vec(numbers.len());
            numbers.iter().map(|&number| all[number as usize]).collect()
        };
        let (journeys, conversions, values) = (sorted(&journeys), sorted(&conversions), sorted(&values));
        Self { members, journeys, conversions, values }
    }

    pub(super) fn equal_parts(&self, amounts: &[f64], channels: usize) -> Vec<f64> {
        let terms = self.members.iter().map(Vec::len).sum();
        let mut sums = OrderFreeSums::new(channels, largest(amounts), terms);
        for (set, amount) in self.members.iter().zip(amounts) {
            for &channel in set {
                sums.add(channel as usize, amount / set.len() as f64);
            }
        }
        sums.to_vec()
    }

    pub(super) fn by_rate(
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
