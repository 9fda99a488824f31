//! What a set of candidates is worth: monotone and submodular, so that gains only shrink as the set grows.

use crate::influencers::audiences::Audiences;
use crate::sort::Order as _;

/// What a set has left open.
#[derive(Clone)]
pub(super) enum State {
    /// Values that add up keep nothing.
    Nothing,
    /// For each person, the weight that is still to be won.
    Open(Vec<f64>),
    /// The groups not yet covered.
    Bits(Vec<u64>),
}

/// A set function by its gains. Called through `dyn`, so that greedy, exact search and cover exist once: three copies
/// of each would make the wasm module larger and nothing faster.
pub(super) trait Gains {
    /// How many candidates.
    fn len(&self) -> usize;
    /// Nothing covered.
    fn empty(&self) -> State;
    /// What adding the candidate is worth; never negative.
    fn gain(&self, state: &State, candidate: usize) -> f64;
    /// Adds the candidate.
    fn add(&self, state: &mut State, candidate: usize);
    /// The value of everything together, an upper bound of every set.
    fn everything(&self) -> f64;
    /// True where every value is a whole number, so that a bound may be rounded down.
    fn whole(&self) -> bool;
    /// The work of one gain, in touched cells.
    fn work(&self, candidate: usize) -> usize;

    /// What the set would lose without each of its members, in the order of `set`.
    fn leave_one_out(&self, set: &[usize]) -> Vec<f64>;

    /// The value of a set.
    fn value(&self, set: &[usize]) -> f64 {
        let mut state = self.empty();
        let mut value = 0.0;
        for &candidate in set {
            value += self.gain(&state, candidate);
            self.add(&mut state, candidate);
        }
        value
    }
}

/// No overlap: values add up.
pub(super) struct Additive<'a> {
    pub(super) values: &'a [f64],
}

impl Gains for Additive<'_> {
    fn len(&self) -> usize {
        self.values.len()
    }
    fn empty(&self) -> State {
        State::Nothing
    }
    fn gain(&self, _: &State, candidate: usize) -> f64 {
        self.values.get(candidate).copied().unwrap_or(0.0)
    }
    fn add(&self, _: &mut State, _: usize) {}
    fn leave_one_out(&self, set: &[usize]) -> Vec<f64> {
        set.iter().map(|&candidate| self.gain(&State::Nothing, candidate)).collect()
    }
    fn everything(&self) -> f64 {
        self.values.iter().sum()
    }
    fn whole(&self) -> bool {
        self.values.iter().all(|v| v.fract() == 0.0) && self.everything() < 9e15
    }
    fn work(&self, _: usize) -> usize {
        1
    }
}

/// Audiences over people (or over groups of people with the same follows), each worth a weight, each won by a
/// candidate with that candidate's probability. With probability 1 this is weighted reach.
///
/// The value is `sum of weight * (1 - product over chosen candidates of (1 - probability))`.
pub(super) struct Coverage<'a> {
    pub(super) audiences: &'a Audiences,
    /// One weight a person; every person weighs 1 with `None`.
    pub(super) weights: Option<&'a [f64]>,
    /// One probability a candidate; 1 with `None`.
    pub(super) probabilities: Option<&'a [f64]>,
}

impl Coverage<'_> {
    fn probability(&self, candidate: usize) -> f64 {
        self.probabilities.map_or(1.0, |p| p.get(candidate).copied().unwrap_or(0.0))
    }
}

impl Gains for Coverage<'_> {
    fn len(&self) -> usize {
        self.audiences.len()
    }
    fn empty(&self) -> State {
        State::Open(self.weights.map_or_else(|| vec![1.0; self.audiences.people_in_all()], <[f64]>::to_vec))
    }
    fn gain(&self, state: &State, candidate: usize) -> f64 {
        let State::Open(open) = state else { return 0.0 };
        let sum: f64 = self
            .audiences
            .list(candidate)
            .iter()
            .map(|&person| open.get(person as usize).copied().unwrap_or(0.0))
            .sum();
        sum * self.probability(candidate)
    }
    fn add(&self, state: &mut State, candidate: usize) {
        let State::Open(open) = state else { return };
        let keep = 1.0 - self.probability(candidate);
        for &person in self.audiences.list(candidate) {
            if let Some(slot) = open.get_mut(person as usize) {
                *slot *= keep;
            }
        }
    }
    /// One pass over the members' audiences: for each person the product of the `1 - probability` that are not 0, and
    /// how many are 0.
    fn leave_one_out(&self, set: &[usize]) -> Vec<f64> {
        let mut missed = vec![1.0; self.audiences.people_in_all()];
        let mut certain = vec![0_u32; self.audiences.people_in_all()];
        for &candidate in set {
            let keep = 1.0 - self.probability(candidate);
            for &person in self.audiences.list(candidate) {
                let person = person as usize;
                if keep == 0.0 {
                    if let Some(slot) = certain.get_mut(person) {
                        *slot += 1;
                    }
                } else if let Some(slot) = missed.get_mut(person) {
                    *slot *= keep;
                }
            }
        }
        set.iter()
            .map(|&candidate| {
                let p = self.probability(candidate);
                let keep = 1.0 - p;
                let own = u32::from(keep == 0.0);
                self.audiences
                    .list(candidate)
                    .iter()
                    .map(|&person| {
                        let person = person as usize;
                        if certain.get(person).copied().unwrap_or(0) != own {
                            return 0.0;
                        }
                        let others =
                            missed.get(person).copied().unwrap_or(0.0) / if own == 1 { 1.0 } else { keep };
                        let weight = self.weights.map_or(1.0, |w| w.get(person).copied().unwrap_or(0.0));
                        weight * others * p
                    })
                    .sum()
            })
            .collect()
    }
    fn everything(&self) -> f64 {
        if self.probabilities.is_none() {
            return self.weights.map_or(self.audiences.people_in_all() as f64, |w| w.iter().sum());
        }
        self.value(&(0..self.len()).collect::<Vec<_>>())
    }
    fn whole(&self) -> bool {
        self.probabilities.is_none()
            && self.weights.is_none_or(|w| w.iter().all(|v| v.fract() == 0.0))
            && self.everything() < 9e15
    }
    fn work(&self, candidate: usize) -> usize {
        self.audiences.size(candidate)
    }
}

/// People with exactly the same follows, merged: for at most 64 candidates a person is a 64-bit mask, and people
/// with one mask are one group with their weights added. Ten million people become as many groups as there are
/// different masks.
pub(super) struct Groups {
    pub(super) audiences: Audiences,
    pub(super) weights: Vec<f64>,
    masks: Vec<u64>,
}

pub(super) const MOST_FOR_GROUPS: usize = 64;

impl Groups {
    pub(super) fn new(audiences: &Audiences, weights: Option<&[f64]>) -> Self {
        let mut masks = vec![0_u64; audiences.people_in_all()];
        for candidate in 0..audiences.len().min(MOST_FOR_GROUPS) {
            for &person in audiences.list(candidate) {
                if let Some(mask) = masks.get_mut(person as usize) {
                    *mask |= 1 << candidate;
                }
            }
        }
        let people: Vec<(u64, f64)> = masks
            .into_iter()
            .enumerate()
            .map(|(person, mask)| (mask, weights.map_or(1.0, |w| w.get(person).copied().unwrap_or(0.0))))
            .filter(|&(mask, weight)| mask != 0 && weight > 0.0)
            .collect();
        let grouped = grouped(people);
        let mut lists = vec![Vec::new(); audiences.len()];
        for (group, &(mask, _)) in grouped.iter().enumerate() {
            let mut rest = mask;
            while rest != 0 {
                if let Some(list) = lists.get_mut(rest.trailing_zeros() as usize) {
                    list.push(group as u32);
                }
                rest &= rest - 1;
            }
        }
        Self {
            audiences: Audiences::from_sorted(&lists, grouped.len()),
            masks: grouped.iter().map(|(mask, _)| *mask).collect(),
            weights: grouped.into_iter().map(|(_, weight)| weight).collect(),
        }
    }
}

/// Merges equal masks, with their weights added; heaviest first, so that equal weights lie side by side.
pub(super) fn grouped(mut people: Vec<(u64, f64)>) -> Vec<(u64, f64)> {
    people.order_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut grouped: Vec<(u64, f64)> = Vec::new();
    for (mask, weight) in people {
        match grouped.last_mut() {
            Some((last, sum)) if *last == mask => *sum += weight,
            _ => grouped.push((mask, weight)),
        }
    }
    grouped.order_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    grouped
}

/// Weighted reach on bitsets: 64 groups of one weight to a word, so that a gain is `sum of weight * popcount`.
pub(super) struct Bits {
    words: Vec<f64>,
    /// One row a candidate.
    rows: Vec<Vec<u64>>,
    whole: bool,
    everything: f64,
}

impl Bits {
    /// The bitsets of the groups.
    pub(super) fn new(groups: &Groups) -> Self {
        Self::of(groups.audiences.len(), &groups.masks, &groups.weights)
    }

    /// Groups by mask and weight, sorted by weight as [`grouped`] leaves them.
    pub(super) fn of(candidates: usize, masks: &[u64], weights: &[f64]) -> Self {
        let mut words: Vec<f64> = Vec::new();
        let mut rows = vec![Vec::new(); candidates];
        let mut bit = 64;
        for (&mask, &weight) in masks.iter().zip(weights) {
            if bit == 64 || words.last() != Some(&weight) {
                words.push(weight);
                for row in &mut rows {
                    row.push(0_u64);
                }
                bit = 0;
            }
            for (candidate, row) in rows.iter_mut().enumerate() {
                if let Some(word) = row.last_mut() {
                    *word |= (mask >> candidate & 1) << bit;
                }
            }
            bit += 1;
        }
        let everything: f64 = weights.iter().sum();
        let whole = weights.iter().all(|w| w.fract() == 0.0) && everything < 9e15;
        Self { words, rows, whole, everything }
    }
}

impl Gains for Bits {
    fn len(&self) -> usize {
        self.rows.len()
    }
    fn empty(&self) -> State {
        State::Bits(vec![u64::MAX; self.words.len()])
    }
    fn gain(&self, state: &State, candidate: usize) -> f64 {
        let State::Bits(open) = state else { return 0.0 };
        let row = self.rows.get(candidate).map_or(&[][..], Vec::as_slice);
        open.iter()
            .zip(row)
            .zip(&self.words)
            .map(|((open, has), weight)| f64::from((open & has).count_ones()) * weight)
            .sum()
    }
    fn add(&self, state: &mut State, candidate: usize) {
        let State::Bits(open) = state else { return };
        let row = self.rows.get(candidate).map_or(&[][..], Vec::as_slice);
        for (open, has) in open.iter_mut().zip(row) {
            *open &= !has;
        }
    }
    /// The search alone asks bitsets; what is reported comes from the audiences.
    fn leave_one_out(&self, _: &[usize]) -> Vec<f64> {
        Vec::new()
    }
    fn everything(&self) -> f64 {
        self.everything
    }
    fn whole(&self) -> bool {
        self.whole
    }
    fn work(&self, _: usize) -> usize {
        self.words.len()
    }
}
