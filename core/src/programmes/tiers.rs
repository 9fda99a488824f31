//! Members moving among tiers: migration, where it ends, and the cases in which "where it ends" is not one answer.
//!
//! A migration matrix is a Markov chain. It has one steady state only if the tiers that members cannot leave form one
//! class; that share is also where members really end up only if the class is not periodic. The result names the
//! case instead of returning the eigenvector that a library happens to find.

use crate::checks;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// The most tiers.
pub const MOST_TIERS: usize = 200;

/// Probabilities of moving from tier to tier in one period.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MigrationMatrix {
    /// Row `from`, column `to`; each row adds up to 1.
    probabilities: Vec<Vec<f64>>,
    /// The members behind each row; nothing where probabilities were given.
    observed: Option<Vec<f64>>,
}

/// What becomes of the members in the long run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LongRun {
    /// One steady state, reached from everywhere.
    Steady,
    /// Everybody ends in one tier that nobody leaves (as "lapsed").
    Absorbing,
    /// The shares keep swinging; the steady state is their average over a cycle.
    Periodic,
    /// Several tiers or groups of tiers that nobody leaves: the end depends on the start.
    DependsOnStart,
}

/// Tiers among which members circulate, and which they never leave.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ClosedClass {
    /// The tiers, ascending.
    pub tiers: Vec<usize>,
    /// After how many periods a member can be back: 1 where the shares settle.
    pub period: usize,
    /// The share of the class's members in each of `tiers`, in the long run (on average, where periodic).
    pub shares: Vec<f64>,
}

/// The long run of a migration matrix.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SteadyState {
    /// Which case it is.
    pub long_run: LongRun,
    /// The share of members in each tier; nothing where it depends on the start.
    pub shares: Option<Vec<f64>>,
    /// The groups of tiers that nobody leaves.
    pub closed: Vec<ClosedClass>,
    /// Tiers that empty in the end.
    pub transient: Vec<usize>,
    /// `absorption[from][class]`: the probability that a member of tier `from` ends in that closed class.
    pub absorption: Vec<Vec<f64>>,
    /// For each tier, the expected periods until a closed class is reached; 0 inside one.
    pub periods_to_absorption: Vec<f64>,
}

impl MigrationMatrix {
    /// From counts of members: row `from`, column `to`.
    ///
    /// ```
    /// use ukur::programmes::tiers::MigrationMatrix;
    /// let matrix = MigrationMatrix::from_counts(&[vec![70.0, 25.0, 5.0], vec![20.0, 70.0, 10.0], vec![0.0, 10.0, 90.0]])?;
    /// assert_eq!(matrix.probability(0, 1), 0.25);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// `insufficient_data` without a tier; `not_square`; an invalid count; `zero_denominator` for a tier that no member
    /// starts in; `too_large`.
    pub fn from_counts(counts: &[Vec<f64>]) -> Result<Self> {
        square("counts", counts)?;
        let mut probabilities = Vec::with_capacity(counts.len());
        let mut observed = Vec::with_capacity(counts.len());
        for (row, line) in counts.iter().enumerate() {
            for &value in line {
                checks::non_negative("counts", value).map_err(|e| e.at_row(row))?;
            }
            let total: f64 = line.iter().sum();
            if total == 0.0 {
                return Err(Error::undefined(
                    "tier migration",
                    Status::ZeroDenominator,
                    format!("no member starts in tier {row} (counted from 0); leave the tier out or join it with another"),
                )
                .at_row(row));
            }
            probabilities.push(line.iter().map(|value| value / total).collect());
            observed.push(total);
        }
        Ok(Self { probabilities, observed: Some(observed) })
    }

    /// From one row a member and period: the tier at its start and at its end, counted from 0.
    ///
    /// # Errors
    /// As [`from_counts`](Self::from_counts); a length mismatch; `unknown_tier`.
    pub fn from_moves(tiers: usize, from: &[usize], to: &[usize]) -> Result<Self> {
        checks::same_length("from", from.len(), "to", to.len())?;
        if tiers > MOST_TIERS {
            return Err(too_large(tiers));
        }
        let mut counts = vec![vec![0.0; tiers]; tiers];
        for (row, (&from, &to)) in from.iter().zip(to).enumerate() {
            match counts.get_mut(from).and_then(|line| line.get_mut(to)) {
                Some(cell) => *cell += 1.0,
                None => {
                    return Err(Error::input(
                        "unknown_tier",
                        format!(
                            "row {row} (counted from 0) moves from tier {from} to tier {to}, but there are {tiers} tiers, \
                             counted from 0"
                        ),
                    ));
                }
            }
        }
        Self::from_counts(&counts)
    }

    /// From probabilities; each row must add up to 1 (to one part in a million, then it is made exact).
    ///
    /// # Errors
    /// `insufficient_data` without a tier; `not_square`; an invalid share; `rows_must_add_to_one`; `too_large`.
    pub fn from_probabilities(probabilities: &[Vec<f64>]) -> Result<Self> {
        square("probabilities", probabilities)?;
        let mut rows = Vec::with_capacity(probabilities.len());
        for (row, line) in probabilities.iter().enumerate() {
            for &value in line {
                checks::share("probabilities", value).map_err(|e| e.at_row(row))?;
            }
            let total: f64 = line.iter().sum();
            if (total - 1.0).abs() > 1e-6 {
                return Err(Error::input(
                    "rows_must_add_to_one",
                    format!(
                        "the probabilities of leaving tier {row} (counted from 0) add up to {}, not to 1; include \
                         staying in the tier and leaving the programme",
                        Shown(total)
                    ),
                ));
            }
            rows.push(line.iter().map(|value| value / total).collect());
        }
        Ok(Self { probabilities: rows, observed: None })
    }

    /// How many tiers.
    pub fn len(&self) -> usize {
        self.probabilities.len()
    }

    /// Never: a matrix has a tier.
    pub fn is_empty(&self) -> bool {
        self.probabilities.is_empty()
    }

    /// The probability of moving from one tier to another in one period; 0 outside the matrix.
    pub fn probability(&self, from: usize, to: usize) -> f64 {
        self.probabilities.get(from).and_then(|line| line.get(to)).copied().unwrap_or(0.0)
    }

    /// The rows.
    pub fn probabilities(&self) -> &[Vec<f64>] {
        &self.probabilities
    }

    /// The standard errors of the probabilities (`sqrt(p (1 - p) / n)`); nothing where probabilities were given.
    pub fn standard_errors(&self) -> Option<Vec<Vec<f64>>> {
        let observed = self.observed.as_ref()?;
        Some(
            self.probabilities
                .iter()
                .zip(observed)
                .map(|(line, n)| line.iter().map(|p| (p * (1.0 - p) / n).sqrt()).collect())
                .collect(),
        )
    }

    /// Members in each tier after each of `periods` periods, the start first.
    ///
    /// # Errors
    /// A length mismatch; an invalid number of members; `too_large` above 100,000 periods.
    pub fn project(&self, members: &[f64], periods: usize) -> Result<Vec<Vec<f64>>> {
        checks::same_length("members", members.len(), "tiers", self.len())?;
        checks::column("members", members, checks::non_negative)?;
        if periods > 100_000 {
            return Err(Error::input("too_large", format!("`periods` is {periods}; at most 100,000")));
        }
        let mut path = vec![members.to_vec()];
        for _ in 0..periods {
            let now = path.last().map_or(&[][..], Vec::as_slice);
            let next = (0..self.len())
                .map(|to| {
                    now.iter().enumerate().map(|(from, count)| count * self.probability(from, to)).sum()
                })
                .collect();
            path.push(next);
        }
        Ok(path)
    }

    /// Where members end up.
    ///
    /// ```
    /// use ukur::programmes::tiers::{LongRun, MigrationMatrix};
    /// // 10 % are upgraded and 30 % downgraded: a quarter is in the upper tier.
    /// let matrix = MigrationMatrix::from_probabilities(&[vec![0.9, 0.1], vec![0.3, 0.7]])?;
    /// let end = matrix.steady_state()?;
    /// assert_eq!(end.long_run, LongRun::Steady);
    /// assert!((end.shares.unwrap()[1] - 0.25).abs() < 1e-15);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// None for a checked matrix; a `Result` because the linear solve could meet probabilities too small to divide by.
    pub fn steady_state(&self) -> Result<SteadyState> {
        let n = self.len();
        let reach = self.reachable();
        let reaches = |from: usize, to: usize| reach.get(from * n + to).copied().unwrap_or(false);
        let mut class_of: Vec<Option<usize>> = vec![None; n];
        let mut closed: Vec<ClosedClass> = Vec::new();
        for tier in 0..n {
            let members: Vec<usize> = (0..n).filter(|&j| reaches(tier, j) && reaches(j, tier)).collect();
            let leaves = (0..n).any(|j| reaches(tier, j) && !reaches(j, tier));
            if leaves || class_of.get(tier).copied().flatten().is_some() {
                continue;
            }
            for &member in &members {
                if let Some(slot) = class_of.get_mut(member) {
                    *slot = Some(closed.len());
                }
            }
            let period = self.period(&members);
            let shares = self.stationary(&members);
            closed.push(ClosedClass { tiers: members, period, shares });
        }
        let transient: Vec<usize> =
            (0..n).filter(|&t| class_of.get(t).copied().flatten().is_none()).collect();
        let (absorption, periods_to_absorption) = self.absorb(&transient, &class_of, closed.len())?;
        let long_run = match closed.as_slice() {
            [only] if only.period > 1 => LongRun::Periodic,
            [only] if only.tiers.len() == 1 && n > 1 => LongRun::Absorbing,
            [_] => LongRun::Steady,
            _ => LongRun::DependsOnStart,
        };
        let shares = match closed.as_slice() {
            [only] => {
                let mut shares = vec![0.0; n];
                for (&tier, &share) in only.tiers.iter().zip(&only.shares) {
                    if let Some(slot) = shares.get_mut(tier) {
                        *slot = share;
                    }
                }
                Some(shares)
            }
            _ => None,
        };
        Ok(SteadyState { long_run, shares, closed, transient, absorption, periods_to_absorption })
    }

    /// Which tiers can be reached from which (each reaches itself), by Warshall's algorithm.
    fn reachable(&self) -> Vec<bool> {
        let n = self.len();
        let mut reach: Vec<bool> = (0..n * n)
            .map(|cell| cell / n == cell % n || self.probability(cell / n, cell % n) > 0.0)
            .collect();
        for via in 0..n {
            for from in 0..n {
                if !reach.get(from * n + via).copied().unwrap_or(false) {
                    continue;
                }
                for to in 0..n {
                    if reach.get(via * n + to).copied().unwrap_or(false) {
                        if let Some(cell) = reach.get_mut(from * n + to) {
                            *cell = true;
                        }
                    }
                }
            }
        }
        reach
    }

    /// The greatest common divisor of the lengths of all cycles: from breadth-first levels, `gcd` of
    /// `level(from) + 1 - level(to)` over the arrows of the class.
    fn period(&self, class: &[usize]) -> usize {
        let mut level: Vec<Option<usize>> = vec![None; self.len()];
        let mut queue: std::collections::VecDeque<usize> = class.iter().copied().take(1).collect();
        for &first in class.iter().take(1) {
            if let Some(slot) = level.get_mut(first) {
                *slot = Some(0);
            }
        }
        let mut period = 0;
        while let Some(from) = queue.pop_front() {
            let depth = level.get(from).copied().flatten().unwrap_or(0);
            for &to in class {
                if self.probability(from, to) <= 0.0 {
                    continue;
                }
                if let Some(seen) = level.get(to).copied().flatten() {
                    period = gcd(period, (depth + 1).abs_diff(seen));
                } else {
                    if let Some(slot) = level.get_mut(to) {
                        *slot = Some(depth + 1);
                    }
                    queue.push_back(to);
                }
            }
        }
        period.max(1)
    }

    /// The stationary shares of a closed class by the algorithm of Grassmann, Taksar and Heyman (1985), which
    /// subtracts nothing and so loses no digits.
    fn stationary(&self, class: &[usize]) -> Vec<f64> {
        let m = class.len();
        let mut p: Vec<Vec<f64>> =
            class.iter().map(|&from| class.iter().map(|&to| self.probability(from, to)).collect()).collect();
        for last in (1..m).rev() {
            let (head, tail) = p.split_at_mut(last);
            let Some(bottom) = tail.first() else { continue };
            let leaving: f64 = bottom.iter().take(last).sum();
            for row in head.iter_mut() {
                let Some(cell) = row.get_mut(last) else { continue };
                *cell /= leaving;
                let weight = *cell;
                for (slot, &down) in row.iter_mut().zip(bottom).take(last) {
                    *slot += weight * down;
                }
            }
        }
        let mut shares = vec![1.0; m];
        for to in 1..m {
            let sum: f64 = (0..to)
                .map(|from| {
                    shares.get(from).copied().unwrap_or(0.0)
                        * p.get(from).and_then(|row| row.get(to)).copied().unwrap_or(0.0)
                })
                .sum();
            if let Some(slot) = shares.get_mut(to) {
                *slot = sum;
            }
        }
        let total: f64 = shares.iter().sum();
        shares.iter().map(|share| share / total).collect()
    }

    /// Probabilities of ending in each closed class, and expected periods until then: `(I - Q) x = R`.
    fn absorb(
        &self,
        transient: &[usize],
        class_of: &[Option<usize>],
        classes: usize,
    ) -> Result<(Vec<Vec<f64>>, Vec<f64>)> {
        let n = self.len();
        let m = transient.len();
        // Right-hand sides: one column a class, and a column of ones for the periods.
        let mut system: Vec<Vec<f64>> = transient
            .iter()
            .map(|&from| {
                let mut row: Vec<f64> = transient
                    .iter()
                    .map(|&to| f64::from(u8::from(from == to)) - self.probability(from, to))
                    .collect();
                let mut into = vec![0.0; classes];
                for (to, class) in class_of.iter().enumerate() {
                    if let Some(slot) = class.and_then(|c| into.get_mut(c)) {
                        *slot += self.probability(from, to);
                    }
                }
                row.extend(into);
                row.push(1.0);
                row
            })
            .collect();
        solve(&mut system, m).ok_or_else(|| {
            Error::undefined(
                "tier migration",
                Status::NotIdentified,
                "members leave a tier with so small a probability that it cannot be told from never",
            )
        })?;
        let mut absorption = vec![vec![0.0; classes]; n];
        let mut periods = vec![0.0; n];
        for (tier, class) in class_of.iter().enumerate() {
            if let (Some(class), Some(row)) = (class, absorption.get_mut(tier)) {
                if let Some(slot) = row.get_mut(*class) {
                    *slot = 1.0;
                }
            }
        }
        for (&tier, row) in transient.iter().zip(&system) {
            if let Some(slot) = absorption.get_mut(tier) {
                *slot = row.iter().skip(m).take(classes).copied().collect();
            }
            if let Some(slot) = periods.get_mut(tier) {
                *slot = row.last().copied().unwrap_or(0.0);
            }
        }
        Ok((absorption, periods))
    }
}

/// Gauss-Jordan elimination with partial pivoting on `n` rows of `[A | B]`; afterwards `B` holds the solutions.
fn solve(system: &mut [Vec<f64>], n: usize) -> Option<()> {
    for column in 0..n {
        let pivot = (column..n).max_by(|&a, &b| {
            let size = |row: usize| system.get(row).and_then(|r| r.get(column)).map_or(0.0, |v| v.abs());
            size(a).total_cmp(&size(b)).then(b.cmp(&a))
        })?;
        system.swap(column, pivot);
        let lead = system.get(column)?.get(column).copied()?;
        if lead == 0.0 || !lead.is_finite() {
            return None;
        }
        let scaled: Vec<f64> = system.get(column)?.iter().map(|v| v / lead).collect();
        for (row, line) in system.iter_mut().enumerate() {
            if row == column {
                line.clone_from(&scaled);
                continue;
            }
            let factor = line.get(column).copied()?;
            if factor != 0.0 {
                for (slot, value) in line.iter_mut().zip(&scaled) {
                    *slot -= factor * value;
                }
            }
        }
    }
    system.iter().flatten().all(|v| v.is_finite()).then_some(())
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn square(name: &'static str, rows: &[Vec<f64>]) -> Result<()> {
    if rows.is_empty() {
        return Err(Error::undefined("tier migration", Status::InsufficientData, "there is no tier"));
    }
    if rows.len() > MOST_TIERS {
        return Err(too_large(rows.len()));
    }
    match rows.iter().position(|row| row.len() != rows.len()) {
        None => Ok(()),
        Some(row) => Err(Error::input(
            "not_square",
            format!(
                "`{name}` has {} rows, but row {row} (counted from 0) has {} columns; give one column for each tier",
                rows.len(),
                rows.get(row).map_or(0, Vec::len)
            ),
        )),
    }
}

fn too_large(tiers: usize) -> Error {
    Error::input("too_large", format!("{tiers} tiers; at most {MOST_TIERS}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: &[f64], b: &[f64]) {
        assert_eq!(a.len(), b.len());
        for (a, b) in a.iter().zip(b) {
            assert!((a - b).abs() < 1e-12, "{a} {b}");
        }
    }

    #[test]
    fn a_chain_that_settles() {
        // By hand: 0.3 a = 0.2 b and 0.05 a + 0.1 b = 0.1 c give (2, 3, 4) / 9.
        let matrix =
            MigrationMatrix::from_counts(&[vec![70., 25., 5.], vec![20., 70., 10.], vec![0., 10., 90.]])
                .unwrap();
        let end = matrix.steady_state().unwrap();
        assert_eq!(end.long_run, LongRun::Steady);
        let shares = end.shares.unwrap();
        let moved: Vec<f64> =
            (0..3).map(|to| (0..3).map(|f| shares[f] * matrix.probability(f, to)).sum()).collect();
        close(&moved, &shares);
        close(&shares, &[2.0 / 9.0, 3.0 / 9.0, 4.0 / 9.0]);
        let path = matrix.project(&[100.0, 0.0, 0.0], 500).unwrap();
        close(&path[1], &[70.0, 25.0, 5.0]);
        close(&path[500].iter().map(|m| m / 100.0).collect::<Vec<_>>(), &shares);
        assert!((matrix.standard_errors().unwrap()[0][1] - 0.04330127018922193).abs() < 1e-15);
    }

    #[test]
    fn a_tier_that_nobody_leaves() {
        let matrix = MigrationMatrix::from_probabilities(&[
            vec![0.5, 0.3, 0.2],
            vec![0.25, 0.5, 0.25],
            vec![0., 0., 1.],
        ])
        .unwrap();
        let end = matrix.steady_state().unwrap();
        assert_eq!(end.long_run, LongRun::Absorbing);
        assert_eq!(end.shares.unwrap(), [0.0, 0.0, 1.0]);
        assert_eq!(end.transient, [0, 1]);
        // (I - Q)^-1 1 by hand: 0.5 a - 0.3 b = 1 and -0.25 a + 0.5 b = 1 give 0.8/0.175 and 0.75/0.175.
        close(&end.periods_to_absorption, &[0.8 / 0.175, 0.75 / 0.175, 0.0]);
    }

    #[test]
    fn two_ends_depend_on_the_start() {
        // The gambler's ruin with three steps: from the middle, one half each.
        let matrix = MigrationMatrix::from_probabilities(&[
            vec![1., 0., 0., 0.],
            vec![0.5, 0., 0.5, 0.],
            vec![0., 0.5, 0., 0.5],
            vec![0., 0., 0., 1.],
        ])
        .unwrap();
        let end = matrix.steady_state().unwrap();
        assert_eq!((end.long_run, end.shares), (LongRun::DependsOnStart, None));
        close(&end.absorption[1], &[2.0 / 3.0, 1.0 / 3.0]);
        close(&end.periods_to_absorption, &[0.0, 2.0, 2.0, 0.0]);
    }

    #[test]
    fn a_chain_that_swings_is_called_periodic() {
        let matrix = MigrationMatrix::from_probabilities(&[vec![0., 1.], vec![1., 0.]]).unwrap();
        let end = matrix.steady_state().unwrap();
        assert_eq!(end.long_run, LongRun::Periodic);
        assert_eq!(end.closed[0].period, 2);
        assert_eq!(end.shares.unwrap(), [0.5, 0.5]);
        let three =
            MigrationMatrix::from_probabilities(&[vec![0., 1., 0.], vec![0., 0., 1.], vec![0.5, 0., 0.5]])
                .unwrap();
        assert_eq!(three.steady_state().unwrap().long_run, LongRun::Steady);
        let one = MigrationMatrix::from_probabilities(&[vec![1.0]]).unwrap();
        assert_eq!(one.steady_state().unwrap().long_run, LongRun::Steady);
    }

    #[test]
    fn bad_input_is_named() {
        let code = |rows: &[Vec<f64>]| MigrationMatrix::from_counts(rows).unwrap_err().code();
        assert_eq!(code(&[]), "insufficient_data");
        assert_eq!(code(&[vec![1.0, 2.0]]), "not_square");
        assert_eq!(code(&[vec![0.0]]), "zero_denominator");
        assert_eq!(code(&[vec![-1.0]]), "out_of_domain");
        let rows = [vec![0.5, 0.4], vec![0.0, 1.0]];
        assert_eq!(MigrationMatrix::from_probabilities(&rows).unwrap_err().code(), "rows_must_add_to_one");
        assert_eq!(MigrationMatrix::from_moves(2, &[0], &[2]).unwrap_err().code(), "unknown_tier");
        let moves = MigrationMatrix::from_moves(2, &[0, 0, 1, 1], &[0, 1, 1, 1]).unwrap();
        assert_eq!(moves.probabilities(), [[0.5, 0.5], [0.0, 1.0]]);
    }
}
