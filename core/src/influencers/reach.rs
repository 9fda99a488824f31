//! Unduplicated reach: how many different people several accounts reach.
//!
//! Three sorts of evidence, three sorts of answer: audience ids give the number ([`exact`]), sketches an estimate
//! with its error ([`super::sketch`]), pairwise overlaps only **bounds** ([`bounds`]), because the union of three or
//! more audiences is not determined by their pairwise overlaps.

use super::audiences::Audiences;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// Unduplicated reach from audience ids.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reach {
    /// Different people reached by at least one account.
    pub unique: f64,
    /// The audience sizes added up, people counted once for each account.
    pub gross: f64,
    /// `1 - unique / gross`; nothing where the audiences are empty.
    pub duplication_rate: Option<f64>,
    /// `gross / unique`: by how many of the accounts a reached person is reached.
    pub average_frequency: Option<f64>,
    /// For each account: the size of its audience.
    pub sizes: Vec<f64>,
    /// For each account: people whom no other account of the set reaches.
    pub exclusive: Vec<f64>,
    /// `reached_by[k]`: people reached by exactly `k + 1` accounts.
    pub reached_by: Vec<f64>,
}

/// The unduplicated reach of a set of candidates (all of them with `None`).
///
/// ```
/// use ukur::influencers::{audiences::Audiences, reach};
/// let audiences = Audiences::from_lists(&[vec![1, 2, 3, 4], vec![1, 2, 5], vec![3, 4, 6]])?;
/// let reach = reach::exact(&audiences, None)?;
/// assert_eq!((reach.unique, reach.gross), (6.0, 10.0));
/// assert_eq!(reach.exclusive, [0.0, 1.0, 1.0]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without a candidate, `unknown_candidate`, `duplicate_candidate`.
pub fn exact(audiences: &Audiences, of: Option<&[usize]>) -> Result<Reach> {
    let members: Vec<usize> = match of {
        None => (0..audiences.len()).collect(),
        Some(list) => list.to_vec(),
    };
    if members.is_empty() {
        return Err(no_audience());
    }
    let mut sorted = members.clone();
    sorted.order_unstable();
    if let Some(&out) = sorted.last().filter(|&&m| m >= audiences.len()) {
        return Err(Error::input(
            "unknown_candidate",
            format!("candidate {out} is asked for, but there are {} (counted from 0)", audiences.len()),
        ));
    }
    if let Some(pair) = sorted.windows(2).find(|pair| pair.first() == pair.last()) {
        return Err(Error::input(
            "duplicate_candidate",
            format!("candidate {} is given twice; name each once", pair.first().copied().unwrap_or(0)),
        ));
    }
    let mut times = vec![0_u32; audiences.people_in_all()];
    for &member in &members {
        for &person in audiences.list(member) {
            if let Some(slot) = times.get_mut(person as usize) {
                *slot += 1;
            }
        }
    }
    let mut reached_by = vec![0_u64; members.len()];
    for &count in times.iter().filter(|&&count| count > 0) {
        if let Some(slot) = reached_by.get_mut(count as usize - 1) {
            *slot += 1;
        }
    }
    let unique: u64 = reached_by.iter().sum();
    let sizes: Vec<f64> = members.iter().map(|&m| audiences.size(m) as f64).collect();
    let exclusive = members
        .iter()
        .map(|&m| audiences.list(m).iter().filter(|&&p| times.get(p as usize) == Some(&1)).count() as f64)
        .collect();
    let gross: f64 = sizes.iter().sum();
    let unique = unique as f64;
    Ok(Reach {
        unique,
        gross,
        duplication_rate: (gross > 0.0).then(|| (gross - unique) / gross),
        average_frequency: (unique > 0.0).then(|| gross / unique),
        sizes,
        exclusive,
        reached_by: reached_by.iter().map(|&count| count as f64).collect(),
    })
}

/// What pairwise overlaps say about unduplicated reach: a lower and an upper bound, never one number.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ReachBounds {
    /// At least so many people: the best of the lower bounds below.
    pub lower: f64,
    /// At most so many people: the best of the upper bounds below.
    pub upper: f64,
    /// The sum of the sizes less all overlaps (Bonferroni), at least the largest audience.
    pub bonferroni: f64,
    /// The best bound from the sum of sizes and the sum of overlaps alone (Dawson and Sankoff 1967).
    pub dawson_sankoff: f64,
    /// The sum over audiences of `size^2 / sum of its overlaps, itself included` (de Caen 1997).
    pub de_caen: f64,
    /// The sum of the sizes less the largest spanning tree of overlaps (Hunter 1976, Worsley 1982).
    pub hunter_worsley: f64,
    /// The sum of the sizes.
    pub gross: f64,
}

/// The most audiences that [`bounds`] takes: the check of consistency looks at every triple.
pub const MOST_AUDIENCES: usize = 1_000;

/// Bounds of the unduplicated reach from sizes and pairwise overlaps.
///
/// The overlaps come in the order 12, 13, ..., 1n, 23, ..., as many as there are pairs. `population`, where given,
/// caps the upper bound.
///
/// ```
/// let bounds = ukur::influencers::reach::bounds(&[1000.0, 800.0, 500.0], &[200.0, 100.0, 50.0], None)?;
/// assert_eq!((bounds.lower, bounds.upper), (1950.0, 2000.0)); // with a triple overlap of 20 the truth is 1,970
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without an audience; an invalid size or overlap; `infeasible` where an overlap is larger than
/// an audience, where three audiences contradict each other, or where the population is smaller than what is
/// certainly reached; `length_mismatch` where the number of overlaps is not the number of pairs; `too_large`.
pub fn bounds(sizes: &[f64], pair_overlaps: &[f64], population: Option<f64>) -> Result<ReachBounds> {
    let n = sizes.len();
    if n == 0 {
        return Err(no_audience());
    }
    if n > MOST_AUDIENCES {
        return Err(Error::input(
            "too_large",
            format!(
                "`sizes` has {n} audiences; bounds take at most {MOST_AUDIENCES}, use audience ids or sketches"
            ),
        ));
    }
    if pair_overlaps.len() != n * (n - 1) / 2 {
        return Err(Error::lengths("pair_overlaps", pair_overlaps.len(), "pairs of sizes", n * (n - 1) / 2));
    }
    for (name, values) in [("sizes", sizes), ("pair_overlaps", pair_overlaps)] {
        if let Some(row) = values.iter().position(|v| !v.is_finite() || *v < 0.0) {
            let value = values.get(row).copied().unwrap_or(f64::NAN);
            return Err(Error::invalid(name, "a finite number >= 0", value).at_row(row));
        }
    }
    let matrix = Matrix::new(sizes, pair_overlaps);
    matrix.check()?;

    let gross: f64 = sizes.iter().sum();
    let overlaps: f64 = pair_overlaps.iter().sum();
    let largest = sizes.iter().copied().fold(0.0, f64::max);
    let bonferroni = largest.max(gross - overlaps);
    let dawson_sankoff = if gross > 0.0 {
        let k = 1.0 + (2.0 * overlaps / gross).floor();
        2.0 / (k + 1.0) * gross - 2.0 / (k * (k + 1.0)) * overlaps
    } else {
        0.0
    };
    let de_caen: f64 = (0..n)
        .map(|i| {
            let size = matrix.at(i, i);
            if size > 0.0 { size * size / (0..n).map(|j| matrix.at(i, j)).sum::<f64>() } else { 0.0 }
        })
        .sum();
    let hunter_worsley = gross - matrix.largest_spanning_tree();
    let mut upper = hunter_worsley;
    if let Some(population) = population {
        if !population.is_finite() || population < 0.0 {
            return Err(Error::invalid("population", "a finite number >= 0", population));
        }
        upper = upper.min(population);
    }
    let lower = bonferroni.max(dawson_sankoff).max(de_caen).max(matrix.best_subset());
    if lower > upper * (1.0 + 1e-9) {
        return Err(Error::undefined(
            "reach",
            Status::Infeasible,
            format!(
                "at least {} people are reached, but at most {} can be; check overlaps and population",
                Shown(lower),
                Shown(upper)
            ),
        ));
    }
    Ok(ReachBounds {
        lower: lower.min(upper),
        upper,
        bonferroni,
        dawson_sankoff,
        de_caen,
        hunter_worsley,
        gross,
    })
}

/// Sizes on the diagonal, overlaps beside it.
struct Matrix {
    n: usize,
    cells: Vec<f64>,
}

impl Matrix {
    fn new(sizes: &[f64], pair_overlaps: &[f64]) -> Self {
        let n = sizes.len();
        let mut cells = vec![0.0; n * n];
        let mut pairs = pair_overlaps.iter();
        for (i, &size) in sizes.iter().enumerate() {
            if let Some(cell) = cells.get_mut(i * n + i) {
                *cell = size;
            }
            for j in i + 1..n {
                let overlap = pairs.next().copied().unwrap_or(0.0);
                for at in [i * n + j, j * n + i] {
                    if let Some(cell) = cells.get_mut(at) {
                        *cell = overlap;
                    }
                }
            }
        }
        Self { n, cells }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.cells.get(i * self.n + j).copied().unwrap_or(0.0)
    }

    /// Overlaps no larger than the audiences, and `|A| >= |AB| + |AC| - |BC|` for every three.
    fn check(&self) -> Result<()> {
        for i in 0..self.n {
            for j in i + 1..self.n {
                let overlap = self.at(i, j);
                if overlap > self.at(i, i).min(self.at(j, j)) {
                    return Err(Error::undefined(
                        "reach",
                        Status::Infeasible,
                        format!(
                            "the overlap {} of the audiences {i} and {j} (counted from 0) is larger than one of them \
                             ({} and {})",
                            Shown(overlap),
                            Shown(self.at(i, i)),
                            Shown(self.at(j, j))
                        ),
                    ));
                }
            }
        }
        for i in 0..self.n {
            for j in 0..self.n {
                for k in j + 1..self.n {
                    if i == j || i == k {
                        continue;
                    }
                    let need = self.at(i, j) + self.at(i, k) - self.at(j, k);
                    if need > self.at(i, i) * (1.0 + 1e-12) {
                        return Err(Error::undefined(
                            "reach",
                            Status::Infeasible,
                            format!(
                                "the audiences {i}, {j} and {k} (counted from 0) contradict each other: their overlaps need \
                                 audience {i} to hold at least {}, it holds {}",
                                Shown(need),
                                Shown(self.at(i, i))
                            ),
                        ));
                    }
                }
            }
        }
        Ok(())
    }

    /// Prim's algorithm for the spanning tree of largest overlap.
    fn largest_spanning_tree(&self) -> f64 {
        let mut best: Vec<f64> = (0..self.n).map(|j| self.at(0, j)).collect();
        let mut open: Vec<usize> = (1..self.n).collect();
        let mut total = 0.0;
        while !open.is_empty() {
            let mut place = 0;
            let mut most = f64::NEG_INFINITY;
            for (at, &j) in open.iter().enumerate() {
                let value = best.get(j).copied().unwrap_or(0.0);
                if value > most {
                    most = value;
                    place = at;
                }
            }
            let next = open.swap_remove(place);
            total += most;
            for &j in &open {
                if let Some(slot) = best.get_mut(j) {
                    *slot = slot.max(self.at(next, j));
                }
            }
        }
        total
    }

    /// Bonferroni's bound of the best subset found by adding, in turn, the audience that raises it most: a lower
    /// bound for a subset is one for the whole.
    fn best_subset(&self) -> f64 {
        let mut gain: Vec<f64> = (0..self.n).map(|i| self.at(i, i)).collect();
        let mut total = 0.0;
        loop {
            let mut pick = None;
            let mut most = 0.0;
            for (i, &value) in gain.iter().enumerate() {
                if value > most {
                    most = value;
                    pick = Some(i);
                }
            }
            let Some(pick) = pick else { return total };
            total += most;
            for (i, slot) in gain.iter_mut().enumerate() {
                *slot = if i == pick { f64::NEG_INFINITY } else { *slot - self.at(i, pick) };
            }
        }
    }
}

fn no_audience() -> Error {
    Error::undefined("reach", Status::InsufficientData, "there is no audience to take the reach of")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_reach_counts_people_once() {
        let audiences = Audiences::from_lists(&[vec![1, 2, 3, 4], vec![1, 2, 5], vec![3, 4, 6]]).unwrap();
        let all = exact(&audiences, None).unwrap();
        assert_eq!(all.reached_by, [2.0, 4.0, 0.0]);
        assert!((all.duplication_rate.unwrap() - 0.4).abs() < 1e-15);
        let pair = exact(&audiences, Some(&[1, 2])).unwrap();
        assert_eq!((pair.unique, pair.gross), (6.0, 6.0));
        let empty = exact(&Audiences::from_lists(&[vec![]]).unwrap(), None).unwrap();
        assert_eq!((empty.unique, empty.duplication_rate), (0.0, None));
    }

    #[test]
    fn two_audiences_are_determined() {
        // The tutorial that subtracts the overlap twice prints 120,000.
        let two = bounds(&[100_000.0, 100_000.0], &[40_000.0], None).unwrap();
        assert_eq!((two.lower, two.upper), (160_000.0, 160_000.0));
        let one = bounds(&[7.0], &[], None).unwrap();
        assert_eq!((one.lower, one.upper), (7.0, 7.0));
    }

    #[test]
    fn the_truth_lies_inside_for_random_audiences() {
        let mut state = 1_u64;
        let mut next = move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state >> 33
        };
        for round in 0..300 {
            let n = 1 + (next() % 7) as usize;
            let people = 5 + next() % 60;
            let lists: Vec<Vec<u64>> = (0..n)
                .map(|_| {
                    let share = 1 + next() % 9;
                    (0..people).filter(|_| next() % 10 < share).collect()
                })
                .collect();
            let audiences = Audiences::from_lists(&lists).unwrap();
            let sizes: Vec<f64> = (0..n).map(|i| audiences.size(i) as f64).collect();
            let mut overlaps = Vec::new();
            for i in 0..n {
                for j in i + 1..n {
                    overlaps.push(audiences.overlap(i, j) as f64);
                }
            }
            let truth = exact(&audiences, None).unwrap().unique;
            let b = bounds(&sizes, &overlaps, Some(people as f64)).unwrap();
            assert!(b.lower <= truth + 1e-9 && truth <= b.upper + 1e-9, "{round} {b:?} {truth}");
            assert!(b.lower >= b.bonferroni);
        }
    }

    #[test]
    fn bad_input_is_named() {
        assert_eq!(bounds(&[], &[], None).unwrap_err().code(), "insufficient_data");
        assert_eq!(bounds(&[1.0, 2.0], &[], None).unwrap_err().code(), "length_mismatch");
        assert_eq!(bounds(&[1.0, 2.0], &[1.5], None).unwrap_err().code(), "infeasible");
        assert_eq!(bounds(&[1.0, -2.0], &[0.0], None).unwrap_err().code(), "out_of_domain");
        assert_eq!(bounds(&[5.0, 5.0], &[0.0], Some(8.0)).unwrap_err().code(), "infeasible");
        // A holds 10; it shares 8 with B and 8 with C, but B and C share nobody: A would need 16.
        assert_eq!(bounds(&[10.0, 10.0, 10.0], &[8.0, 8.0, 0.0], None).unwrap_err().code(), "infeasible");
        let audiences = Audiences::from_lists(&[vec![1]]).unwrap();
        assert_eq!(exact(&audiences, Some(&[])).unwrap_err().code(), "insufficient_data");
        assert_eq!(exact(&audiences, Some(&[1])).unwrap_err().code(), "unknown_candidate");
        assert_eq!(exact(&audiences, Some(&[0, 0])).unwrap_err().code(), "duplicate_candidate");
    }
}
