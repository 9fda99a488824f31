//! The absorbing chain behind Markov attribution, and its solution.

use super::numbered::Numbered;
use super::paths::CountedPaths;
use super::sums::{Column, EXACT, Sums};
use crate::numerics::order_free_sum::{OrderFreeSums, largest};
use crate::sort::Order as _;
use crate::{Error, Result};

/// Up to this many states the chain is eliminated state by state; above, mass is pushed through it.
const DENSE_STATES: usize = 160;
/// The largest chain that elimination may still take when pushing does not come to an end.
const DENSE_LIMIT: usize = 2_500;
/// More states than this are refused: their matrix would not be read by anyone, nor estimated by any data.
const MOST_STATES: usize = 2_000_000;

/// Start, one state for each context of up to `order` channels, conversion and null, with weights of the moves.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    /// The last touches that a state remembers, youngest at the end; sorted, so numbering has one rule only.
    pub(super) contexts: Vec<Vec<u32>>,
    /// Moves by state in CSR form; row `states` is the start.
    pub(super) starts: Vec<usize>,
    /// Target state of each move, ascending within a row.
    pub(super) targets: Vec<u32>,
    /// Weight of each move.
    pub(super) weights: Vec<f64>,
    /// Weight of conversion by state.
    pub(super) conversions: Vec<f64>,
    /// Weight of ending without conversion by state.
    pub(super) nulls: Vec<f64>,
    /// Value of the conversions by state.
    pub(super) values: Vec<f64>,
}

/// What removing a channel does to the moves that lead to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Removal {
    /// A customer on the way to the removed channel is lost: the move leads to null. This is the removal
    /// effect of Anderl et al. (2016); effects lie in \[0, 1\].
    #[default]
    ToNull,
    /// A customer on the way to the removed channel takes one of the other moves, in their proportions; where
    /// there is no other, the customer is lost. Milder, and negative for a channel that leads customers away
    /// from conversion; such a channel gets no credit.
    Drop,
}

impl Removal {
    /// The removal of a name: `"to_null"` or `"drop"`.
    ///
    /// # Errors
    /// `unknown_removal`, with the names there are.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "to_null" => Ok(Self::ToNull),
            "drop" => Ok(Self::Drop),
            _ => Err(Error::input(
                "unknown_removal",
                format!("`removal` must be one of to_null, drop, got '{name}'"),
            )),
        }
    }
}

/// The probability of conversion and the expected value of one journey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Outcome {
    pub(super) conversion: f64,
    pub(super) value: f64,
}

/// The number of the move from a state by a channel, and the state it reaches: a table while it stays small, else a map.
enum Moves {
    Table { channels: usize, entries: Vec<(u32, u32)> },
    Map { pairs: Numbered, targets: Vec<u32> },
}

/// Up to this many entries (16 MB) moves are kept in a table.
const TABLE: usize = 2_000_000;
const NONE: (u32, u32) = (u32::MAX, 0);

impl Moves {
    fn new(channels: usize) -> Self {
        if channels.saturating_mul(64) <= TABLE {
            Self::Table { channels, entries: vec![NONE; channels] }
        } else {
            Self::Map { pairs: Numbered::default(), targets: Vec::new() }
        }
    }

    #[inline]
    fn get(&self, state: u32, channel: u32) -> Option<(u32, u32)> {
        match self {
            Self::Table { channels, entries } => entries
                .get(state as usize * channels + channel as usize)
                .copied()
                .filter(|entry| *entry != NONE),
            Self::Map { pairs, targets } => {
                let number = pairs.find(&[state, channel])?;
                Some((number, targets[number as usize]))
            }
        }
    }

    /// Takes the next move; the moves are numbered in the order in which they come.
    fn push(&mut self, state: u32, channel: u32, number: u32, target: u32) {
        if let Self::Table { channels, entries } = self {
            let at = state as usize * *channels + channel as usize;
            if at < TABLE {
                if at >= entries.len() {
                    entries.resize((state as usize + 1) * *channels, NONE);
                }
                entries[at] = (number, target);
                return;
            }
            // Too many states for a table: carry over what is known, in the order of its numbers.
            let mut known: Vec<(u32, u32, [u32; 2])> = Vec::new();
            for (at, &(number, target)) in entries.iter().enumerate() {
                if (number, target) != NONE {
                    known.push((number, target, [(at / *channels) as u32, (at % *channels) as u32]));
                }
            }
            known.order_unstable();
            let mut pairs = Numbered::default();
            let mut targets = Vec::with_capacity(known.len());
            for (_, target, pair) in known {
                pairs.number(&pair);
                targets.push(target);
            }
            *self = Self::Map { pairs, targets };
        }
        if let Self::Map { pairs, targets } = self {
            pairs.number(&[state, channel]);
            targets.push(target);
        }
    }
}

impl Chain {
    /// Counts the moves of all journeys.
    pub(super) fn new(paths: &CountedPaths<'_>, order: usize) -> Result<Self> {
        let weights = Column::of(paths.conversions().iter().zip(paths.nulls()).map(|(c, z)| c + z));
        let terms = paths.touches() + paths.len();
        // A path that loops adds its weight to one move many times.
        let is_whole = weights.sum_below(EXACT / terms.max(1) as f64);
        let sums = || Sums::new(is_whole, weights.largest, terms);
        let (mut move_weights, mut conversions, mut nulls) = (sums(), sums(), sums());
        let mut values = OrderFreeSums::new(0, largest(paths.values()), terms);

        // States and moves get numbers as they are met; the start is state 0 here.
        let mut contexts: Vec<Vec<u32>> = vec![Vec::new()];
        let mut numbers = Numbered::default();
        numbers.number(&[]);
        let mut moves = Moves::new(paths.channel_count());
        let mut ends: Vec<(u32, u32)> = Vec::new();
        let mut context = Vec::with_capacity(order + 1);
        for (path, c, v, z) in paths.touched() {
            let weight = c + z;
            if weight == 0.0 {
                continue;
            }
            let mut state = 0_u32;
            for &channel in path {
                let (number, target) = if let Some(known) = moves.get(state, channel) {
                    known
                } else {
                    context.clear();
                    context.extend_from_slice(&contexts[state as usize]);
                    context.push(channel);
                    if context.len() > order {
                        context.remove(0);
                    }
                    let (target, is_new) = numbers.number(&context);
                    if is_new {
                        if contexts.len() > MOST_STATES {
                            return Err(Error::input(
                                "too_many_states",
                                format!(
                                    "`order` {order} gives more than {MOST_STATES} states on these journeys; lower it"
                                ),
                            ));
                        }
                        contexts.push(context.clone());
                    }
                    let number = ends.len() as u32;
                    ends.push((state, target));
                    moves.push(state, channel, number, target);
                    (number, target)
                };
                move_weights.add(number as usize, weight);
                state = target;
            }
            nulls.add(state as usize, z);
            if c > 0.0 {
                conversions.add(state as usize, c);
                values.add(state as usize, v);
            }
        }
        let n = contexts.len();
        Ok(Self::arranged(
            &contexts,
            &ends,
            &move_weights.to_vec(ends.len()),
            &conversions.to_vec(n),
            &nulls.to_vec(n),
            &(0..n).map(|s| values.get(s)).collect::<Vec<_>>(),
        ))
    }

    /// Numbers the states by their contexts and the start last, whatever the order in which they were met.
    fn arranged(
        contexts: &[Vec<u32>],
        ends: &[(u32, u32)],
        weights: &[f64],
        conversions: &[f64],
        nulls: &[f64],
        values: &[f64],
    ) -> Self {
        let mut order: Vec<u32> = (1..contexts.len() as u32).collect();
        order.order_unstable_by(|&a, &b| contexts[a as usize].cmp(&contexts[b as usize]));
        let n = order.len();
        let mut new_number = vec![n as u32; contexts.len()];
        for (new, &old) in order.iter().enumerate() {
            new_number[old as usize] = new as u32;
        }
        let mut moves: Vec<(u32, u32, f64)> = ends
            .iter()
            .zip(weights)
            .map(|(&(from, to), &weight)| (new_number[from as usize], new_number[to as usize], weight))
            .collect();
        moves.order_unstable_by_key(|m| (m.0, m.1));
        let mut starts = vec![0; n + 2];
        for m in &moves {
            starts[m.0 as usize + 1] += 1;
        }
        for row in 0..=n {
            starts[row + 1] += starts[row];
        }
        let pick = |column: &[f64]| order.iter().map(|&old| column[old as usize]).collect::<Vec<_>>();
        Self {
            starts,
            targets: moves.iter().map(|m| m.1).collect(),
            weights: moves.iter().map(|m| m.2).collect(),
            conversions: pick(conversions),
            nulls: pick(nulls),
            values: pick(values),
            contexts: order.iter().map(|&old| contexts[old as usize].clone()).collect(),
        }
    }

    /// How many states there are between start and end.
    pub(super) fn states(&self) -> usize {
        self.contexts.len()
    }

    /// All weight that leaves a row.
    pub(super) fn row_total(&self, row: usize) -> f64 {
        let moves: f64 = self.weights[self.starts[row]..self.starts[row + 1]].iter().sum();
        if row < self.states() { moves + self.conversions[row] + self.nulls[row] } else { moves }
    }

    /// The chain in probabilities, with the moves to `channel` taken away.
    fn without(&self, channel: Option<u32>, removal: Removal) -> Reduced {
        let n = self.states();
        let gone: Vec<bool> =
            self.contexts.iter().map(|c| channel.is_some() && c.last().copied() == channel).collect();
        let mut reduced = Reduced {
            starts: Vec::with_capacity(n + 2),
            targets: Vec::new(),
            probabilities: Vec::new(),
            conversion: vec![0.0; n + 1],
            null: vec![0.0; n + 1],
            value: vec![0.0; n + 1],
        };
        reduced.starts.push(0);
        for row in 0..=n {
            let inner = row < n;
            if !(inner && gone[row]) {
                let range = self.starts[row]..self.starts[row + 1];
                let (mut kept, mut lost) = (0.0, 0.0);
                for at in range.clone() {
                    *(if gone[self.targets[at] as usize] { &mut lost } else { &mut kept }) +=
                        self.weights[at];
                }
                let (c, z, v) = if inner {
                    (self.conversions[row], self.nulls[row], self.values[row])
                } else {
                    (0.0, 0.0, 0.0)
                };
                let rest = kept + c + z;
                let total = match removal {
                    Removal::ToNull => rest + lost,
                    Removal::Drop => rest,
                };
                if rest == 0.0 {
                    reduced.null[row] = 1.0;
                } else {
                    for at in range.filter(|&at| !gone[self.targets[at] as usize]) {
                        reduced.targets.push(self.targets[at]);
                        reduced.probabilities.push(self.weights[at] / total);
                    }
                    reduced.conversion[row] = c / total;
                    reduced.value[row] = v / total;
                    reduced.null[row] = match removal {
                        Removal::ToNull => (z + lost) / total,
                        Removal::Drop => z / total,
                    };
                }
            }
            reduced.starts.push(reduced.targets.len());
        }
        reduced
    }

    /// The outcome of a journey without `channel`, or with all channels for `None`.
    pub(super) fn solve(&self, channel: Option<u32>, removal: Removal) -> Result<Outcome> {
        let reduced = self.without(channel, removal);
        if self.states() <= DENSE_STATES {
            return Ok(reduced.eliminate());
        }
        if let Some(outcome) = reduced.push() {
            return Ok(outcome);
        }
        if self.states() <= DENSE_LIMIT {
            return Ok(reduced.eliminate());
        }
        Err(Error::convergence(
            "slow_chain",
            format!(
                "the chain of {} states keeps customers in loops for too long to be solved; lower `order`, or \
                 shorten very long journeys",
                self.states()
            ),
        ))
    }
}

/// Probabilities of the moves that are left; the last row is the start.
struct Reduced {
    starts: Vec<usize>,
    targets: Vec<u32>,
    probabilities: Vec<f64>,
    conversion: Vec<f64>,
    null: Vec<f64>,
    value: Vec<f64>,
}

impl Reduced {
    fn rows(&self) -> usize {
        self.conversion.len()
    }

    /// Takes the states out one by one, passing their moves on. There is no subtraction: what leaves a state is
    /// the sum of its other moves, not 1 less the loop, so every result keeps its relative accuracy
    /// (Grassmann, Taksar and Heyman 1985, Operations Research 33:1107).
    fn eliminate(&self) -> Outcome {
        let n = self.rows() - 1;
        let width = n + 3;
        let mut matrix = vec![0.0; (n + 1) * width];
        for (row, line) in matrix.chunks_exact_mut(width).enumerate() {
            for at in self.starts[row]..self.starts[row + 1] {
                line[self.targets[at] as usize] = self.probabilities[at];
            }
            line[n] = self.conversion[row];
            line[n + 1] = self.null[row];
            line[n + 2] = self.value[row];
        }
        for out in 0..n {
            // Rows `out` and above are still there; columns below `out` are gone.
            let (head, tail) = matrix.split_at_mut((out + 1) * width);
            let pivot = &mut head[out * width..];
            let leaving: f64 = pivot[out + 1..n + 2].iter().sum();
            if leaving <= 0.0 {
                continue; // a removed state: nothing leads to it
            }
            for x in &mut pivot[out + 1..] {
                *x /= leaving;
            }
            for line in tail.chunks_exact_mut(width) {
                let share = line[out];
                if share > 0.0 {
                    for (x, p) in line[out + 1..].iter_mut().zip(&pivot[out + 1..]) {
                        *x += share * p;
                    }
                }
            }
        }
        let start = &matrix[n * width..];
        Outcome { conversion: start[n], value: start[n + 2] }
    }

    /// Pushes the mass of one journey through the chain until what is left cannot change the result: the rest
    /// is a bound on the error of the probability. `None` when the chain holds it for too long.
    fn push(&self) -> Option<Outcome> {
        let n = self.rows() - 1;
        let mut now = vec![0.0; n + 1];
        let mut next = vec![0.0; n + 1];
        now[n] = 1.0;
        let mut outcome = Outcome { conversion: 0.0, value: 0.0 };
        let budget = 2_000_000_000 / (self.targets.len() + self.rows()).max(1);
        for _ in 0..budget {
            let mut left = 0.0;
            for (row, mass) in now.iter_mut().map(std::mem::take).enumerate() {
                if mass == 0.0 {
                    continue;
                }
                outcome.conversion += mass * self.conversion[row];
                outcome.value += mass * self.value[row];
                for at in self.starts[row]..self.starts[row + 1] {
                    let moved = mass * self.probabilities[at];
                    next[self.targets[at] as usize] += moved;
                    left += moved;
                }
            }
            if left <= 1e-17 * outcome.conversion || left < 1e-290 {
                return Some(outcome);
            }
            std::mem::swap(&mut now, &mut next);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::LabelledPath;
    use super::*;

    #[test]
    fn pushing_and_eliminating_agree() {
        let mut seed = 1_u64;
        let mut draw = |n: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % n
        };
        let names = ["a", "b", "c", "d", "e", "f"];
        let rows: Vec<(Vec<&str>, f64)> = (0..3000)
            .map(|_| {
                let length = 1 + draw(9);
                ((0..length).map(|_| names[draw(6) as usize]).collect(), f64::from(u8::from(draw(4) == 0)))
            })
            .collect();
        let rows: Vec<_> = rows
            .iter()
            .map(|(channels, c)| LabelledPath { channels, conversions: *c, value: 3.5 * c, nulls: 1.0 - c })
            .collect();
        let paths = CountedPaths::from_labels(&rows).unwrap().1;
        for order in [1, 2, 3, 4] {
            let chain = Chain::new(&paths, order).unwrap();
            for removal in [Removal::ToNull, Removal::Drop] {
                for channel in [None, Some(0), Some(5)] {
                    let reduced = chain.without(channel, removal);
                    let (a, b) = (reduced.eliminate(), reduced.push().unwrap());
                    assert!((a.conversion - b.conversion).abs() < 1e-14, "{order} {a:?} {b:?}");
                    assert!((a.value - b.value).abs() < 1e-13);
                }
            }
            // With every channel the chain gives back the share of journeys that converted.
            let all = chain.solve(None, Removal::ToNull).unwrap();
            let share = paths.conversions().iter().sum::<f64>() / 3000.0;
            assert!((all.conversion - share).abs() < 1e-14);
        }
    }
}
