//! Models of renewals: customers under a contract tell when they leave. The columns, the checks of arguments and the
//! questions, asked in one way of every model.
//!
//! `tenure` counts renewals. Of a customer who left it is the number of the renewal that was refused (1 for those who
//! never renewed), of one who is still there the number of renewals made so far. A cohort table says the same in fewer
//! numbers: how many customers were there at the start, after the first renewal, and so on ([`Contracts::cohorts`]).

use super::histories::{check_count, check_weights, same_length};
use super::model::Model;
use super::observations::Observations;
use super::question::{Arguments, Question, ask_contract};
use super::simulation::check_size;
use crate::numerics::elementary::within;
use crate::numerics::random::Random;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// Contracts, valid as a whole: see [`Contracts::new`].
#[derive(Debug, Clone, PartialEq)]
pub struct Contracts {
    tenure: Vec<f64>,
    churned: Vec<f64>,
    weights: Option<Vec<f64>>,
}

impl Contracts {
    /// Columns of one length: the number of the last renewal that came up, and whether it was refused (1) or made (0).
    /// Each row stands for `weights` customers.
    ///
    /// ```
    /// use ukur::models::Contracts;
    /// // Two left at the first renewal, one at the third; five are there after three renewals.
    /// let contracts = Contracts::new(&[1.0, 3.0, 3.0], &[1.0, 1.0, 0.0], Some(&[2.0, 1.0, 5.0]))?;
    /// assert_eq!(contracts.len(), 3);
    /// assert!(Contracts::new(&[0.0], &[1.0], None).is_err());
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first row that cannot be: a tenure that is no whole number >= 0, `churned` that is neither 0 nor 1, a churned
    /// customer of tenure 0, a negative weight; columns of unequal length.
    pub fn new(tenure: &[f64], churned: &[f64], weights: Option<&[f64]>) -> Result<Self> {
        same_length("tenure", tenure.len(), "churned", churned.len())?;
        for (row, (&tenure, &churned)) in tenure.iter().zip(churned).enumerate() {
            check_count("tenure", tenure).map_err(|error| error.at_row(row))?;
            if churned != 0.0 && churned != 1.0 {
                return Err(
                    Error::invalid("churned", "1 for a customer who left, 0 otherwise", churned).at_row(row)
                );
            }
            if churned == 1.0 && tenure < 1.0 {
                return Err(Error::invalid(
                    "tenure",
                    "at least 1 where churned is 1: the number of the renewal that was refused",
                    tenure,
                )
                .at_row(row));
            }
        }
        if let Some(weights) = weights {
            same_length("tenure", tenure.len(), "weights", weights.len())?;
            check_weights(weights)?;
        }
        Ok(Self { tenure: tenure.to_vec(), churned: churned.to_vec(), weights: weights.map(<[f64]>::to_vec) })
    }

    /// Customers of whom only the number of renewals made so far is known: all of them are there.
    ///
    /// # Errors
    ///
    /// A tenure that is no whole number >= 0.
    pub fn there(tenure: &[f64]) -> Result<Self> {
        Self::new(tenure, &vec![0.0; tenure.len()], None)
    }

    /// Cohort tables, one after the other: how many customers of a cohort were there at its start, after the first
    /// renewal, after the second ... `cohort` names the cohort of each number; a change of it begins the next table, and
    /// without it there is one. Tables may be of different length.
    ///
    /// ```
    /// use ukur::models::Contracts;
    /// let cohorts = Contracts::cohorts(&[1000.0, 869.0, 743.0, 500.0, 410.0], Some(&[1.0, 1.0, 1.0, 2.0, 2.0]))?;
    /// // 131 and 126 left the first cohort, 743 stay; 90 left the second, 410 stay.
    /// assert_eq!(cohorts.len(), 5);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Numbers that are missing, negative or rise within a cohort; a cohort of one number.
    pub fn cohorts(survivors: &[f64], cohort: Option<&[f64]>) -> Result<Self> {
        if let Some(cohort) = cohort {
            same_length("survivors", survivors.len(), "cohort", cohort.len())?;
        }
        let mut rows = Self { tenure: vec![], churned: vec![], weights: None };
        let mut weights = Vec::new();
        let is_new =
            |row: usize| row == 0 || cohort.is_some_and(|c| c[row].to_bits() != c[row - 1].to_bits());
        let mut period = 0.0;
        for (row, &count) in survivors.iter().enumerate() {
            if !(count.is_finite() && count >= 0.0) {
                return Err(Error::invalid("survivors", "a number of customers >= 0", count).at_row(row));
            }
            if is_new(row) {
                period = 0.0;
            } else {
                let before = survivors[row - 1];
                if count > before {
                    return Err(Error::invalid(
                        "survivors",
                        format!(
                            "at most {}, the number before it: nobody joins a cohort later",
                            Shown(before)
                        ),
                        count,
                    )
                    .at_row(row));
                }
                period += 1.0;
                rows.tenure.push(period);
                rows.churned.push(1.0);
                weights.push(before - count);
            }
            if row + 1 == survivors.len() || is_new(row + 1) {
                if period == 0.0 {
                    return Err(Error::input(
                        "too_short",
                        format!(
                            "a cohort of `survivors` has one number (row {row}, counted from 0): give how many there \
                             were at the start, after the first renewal, and so on"
                        ),
                    ));
                }
                rows.tenure.push(period);
                rows.churned.push(0.0);
                weights.push(count);
            }
        }
        rows.weights = Some(weights);
        Ok(rows)
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.tenure.len()
    }

    /// True without rows.
    pub fn is_empty(&self) -> bool {
        self.tenure.is_empty()
    }

    /// Tenures.
    pub fn tenure(&self) -> &[f64] {
        &self.tenure
    }

    /// 1 for customers who left, 0 for others.
    pub fn churned(&self) -> &[f64] {
        &self.churned
    }

    /// How many customers each row stands for, where given.
    pub fn weights(&self) -> Option<&[f64]> {
        self.weights.as_deref()
    }

    fn rows(&self) -> impl Iterator<Item = (f64, bool)> + '_ {
        self.tenure.iter().zip(&self.churned).map(|(tenure, churned)| (*tenure, *churned > 0.0))
    }
}

/// Contracts counted by tenure, in its order: how many left at this renewal, and how many were last seen making it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct CountedContracts {
    pub(crate) tenure: Vec<f64>,
    pub(crate) lost: Vec<f64>,
    pub(crate) kept: Vec<f64>,
}

impl CountedContracts {
    pub(crate) fn new(contracts: &Contracts) -> Result<Self> {
        let mut rows: Vec<(f64, f64, f64)> = contracts
            .rows()
            .enumerate()
            .map(|(row, (tenure, churned))| {
                (tenure, f64::from(u8::from(churned)), contracts.weights.as_ref().map_or(1.0, |w| w[row]))
            })
            .filter(|row| row.2 > 0.0)
            .collect();
        if rows.is_empty() {
            return Err(Error::input(
                "empty_input",
                "there are no customers to fit: give at least one row of tenure and churned with a weight above zero",
            ));
        }
        rows.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
        let mut counted = Self::default();
        for run in rows.chunk_by(|a, b| a.0 == b.0) {
            let sum = |churned: f64| run.iter().filter(|row| row.1 == churned).map(|row| row.2).sum();
            counted.tenure.push(run[0].0);
            counted.lost.push(sum(1.0));
            counted.kept.push(sum(0.0));
        }
        Ok(counted)
    }

    /// The number of customers, and of those who left.
    pub(crate) fn totals(&self) -> (f64, f64) {
        let lost = self.lost.iter().sum::<f64>();
        (lost + self.kept.iter().sum::<f64>(), lost)
    }

    /// Rows of tenure, lost and kept.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        (0..self.tenure.len()).map(|i| (self.tenure[i], self.lost[i], self.kept[i]))
    }

    /// A first guess of the chance to leave at a renewal: of all renewals that came up, the share refused.
    pub(crate) fn churn_rate(&self) -> f64 {
        let (_, lost) = self.totals();
        let came_up: f64 = self.rows().map(|(tenure, lost, kept)| tenure * (lost + kept)).sum();
        if lost > 0.0 && came_up > 0.0 { within(lost / came_up, 1e-6, 0.99) } else { 0.1 }
    }
}

/// Simulated contracts, in columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SimulatedContracts {
    /// The number of the last renewal that came up.
    pub tenure: Vec<f64>,
    /// Whether it was refused.
    pub churned: Vec<bool>,
}

/// A model of renewals.
///
/// The first group of methods is the mathematics of one customer and takes checked arguments; users call the second
/// group, which takes columns.
pub trait ContractModel: Model {
    /// This model as an object; write `self`.
    fn contract(&self) -> &dyn ContractModel;

    /// The logarithm of the probability that a customer with `tenure` renewals makes `more` of them in a row.
    fn ln_survival_from(&self, tenure: f64, more: f64) -> f64;

    /// `sum of P(makes i more renewals) / (1 + rate)^i` over `i = 1 ... horizon`, which may be infinite.
    ///
    /// # Errors
    ///
    /// `divergent` where the infinite sum has no limit.
    fn renewals_from(&self, tenure: f64, rate: f64, horizon: f64) -> Result<f64>;

    /// The means of the latent quantities that [`Spec::latent`](super::Spec) names, given the contract.
    fn latent_means_of(&self, tenure: f64, churned: bool) -> Vec<f64>;

    /// The renewal at which a simulated customer leaves.
    fn draw(&self, random: &mut Random) -> f64;

    // ---- questions, for columns ------------------------------------------------------------------------------

    /// The log-likelihood of each customer.
    ///
    /// # Errors
    ///
    /// None for checked contracts.
    fn log_likelihood(&self, contracts: &Contracts) -> Result<Vec<f64>> {
        Ok(contracts
            .rows()
            .map(|(tenure, churned)| {
                if churned {
                    let last = self.ln_survival_from(tenure - 1.0, 1.0);
                    self.ln_survival_from(0.0, tenure - 1.0) + libm::log(-libm::expm1(last))
                } else {
                    self.ln_survival_from(0.0, tenure)
                }
            })
            .collect())
    }

    /// The probability that a new customer makes `horizon` renewals: the survival curve.
    ///
    /// # Errors
    ///
    /// A horizon that is no whole number >= 0.
    fn survival(&self, horizon: f64) -> Result<f64> {
        check_count("horizon", horizon)?;
        Ok(libm::exp(self.ln_survival_from(0.0, horizon)))
    }

    /// The probability that a new customer leaves at renewal `n` (1 is the first).
    ///
    /// # Errors
    ///
    /// An `n` that is no whole number >= 1.
    fn churn_probability(&self, n: f64) -> Result<f64> {
        check_count("n", n)?;
        if n < 1.0 {
            return Err(Error::invalid("n", "at least 1: the number of the renewal", n));
        }
        let there = libm::exp(self.ln_survival_from(0.0, n - 1.0));
        Ok(-there * libm::expm1(self.ln_survival_from(n - 1.0, 1.0)))
    }

    /// The probability that each customer is there after `horizon` more renewals; 0 for those who left.
    ///
    /// # Errors
    ///
    /// A horizon that is no whole number >= 0.
    fn probability_alive(&self, contracts: &Contracts, horizon: f64) -> Result<Vec<f64>> {
        check_count("horizon", horizon)?;
        Ok(contracts
            .rows()
            .map(
                |(tenure, churned)| {
                    if churned { 0.0 } else { libm::exp(self.ln_survival_from(tenure, horizon)) }
                },
            )
            .collect())
    }

    /// The probability that each customer makes the next renewal; 0 for those who left. For a customer with `t - 1`
    /// renewals this is the retention rate of period `t`.
    ///
    /// # Errors
    ///
    /// None for checked contracts.
    fn retention_rate(&self, contracts: &Contracts) -> Result<Vec<f64>> {
        self.probability_alive(contracts, 1.0)
    }

    /// The expected number of periods for which a new customer pays, each discounted to the first payment at
    /// `discount_rate` a period: the first period counts 1, and `horizon` renewals follow, or all. Fader and Hardie's DEL.
    ///
    /// # Errors
    ///
    /// A rate that is negative, a horizon that is no whole number; `divergent` where the infinite sum has no limit.
    fn discounted_expected_lifetime(&self, discount_rate: f64, horizon: Option<f64>) -> Result<f64> {
        let horizon = check_terms(discount_rate, horizon)?;
        Ok(1.0 + self.renewals_from(0.0, discount_rate, horizon)?)
    }

    /// The expected number of periods for which each customer will pay from the coming renewal on, each discounted to
    /// that renewal at `discount_rate` a period, over `horizon` renewals or all; 0 for those who left. Fader and Hardie's
    /// DERL: a customer of tenure `n - 1` stands just before renewal `n`.
    ///
    /// # Errors
    ///
    /// A rate that is negative, a horizon that is no whole number; `divergent` where the infinite sum has no limit.
    fn discounted_expected_residual_lifetime(
        &self,
        discount_rate: f64,
        contracts: &Contracts,
        horizon: Option<f64>,
    ) -> Result<Vec<f64>> {
        let horizon = check_terms(discount_rate, horizon)?;
        let mut last: Option<(f64, f64)> = None;
        contracts
            .rows()
            .enumerate()
            .map(|(row, (tenure, churned))| match last {
                _ if churned => Ok(0.0),
                Some((known, value)) if known == tenure => Ok(value),
                _ => {
                    let value = self
                        .renewals_from(tenure, discount_rate, horizon)
                        .map_err(|error| error.at_row(row))?;
                    let value = value * (1.0 + discount_rate);
                    if !value.is_finite() {
                        return Err(Error::undefined(
                            "discounted_expected_residual_lifetime",
                            Status::Unbounded,
                            "the value exceeds the range of numbers",
                        )
                        .at_row(row));
                    }
                    last = Some((tenure, value));
                    Ok(value)
                }
            })
            .collect()
    }

    /// The posterior means of the latent quantities of each customer, one column for each name in
    /// [`Spec::latent`](super::Spec).
    ///
    /// # Errors
    ///
    /// None for checked contracts.
    fn posterior_means(&self, contracts: &Contracts) -> Result<Vec<Vec<f64>>> {
        let mut columns = vec![Vec::with_capacity(contracts.len()); self.spec().latent.len()];
        for (tenure, churned) in contracts.rows() {
            for (column, value) in columns.iter_mut().zip(self.latent_means_of(tenure, churned)) {
                column.push(value);
            }
        }
        Ok(columns)
    }

    /// Simulates `n` customers, the same for a `seed` in every language. `t` holds how many renewals came up for each, or
    /// one number for all.
    ///
    /// # Errors
    ///
    /// A `t` that is no whole number >= 0, another number of them than 1 or `n`, more than 50 million customers.
    fn simulate(&self, n: usize, t: &[f64], seed: u64) -> Result<SimulatedContracts> {
        simulate(&|_| self.contract(), n, t, seed)
    }

    /// The answer to a question by its name, as [`answer`](super::answer) gives it.
    ///
    /// # Errors
    ///
    /// As [`answer`](super::answer).
    fn ask(&self, question: Question, rows: &Observations, arguments: &Arguments) -> Result<Vec<f64>> {
        ask_contract(self.contract(), question, rows, arguments)
    }
}

/// Simulates customers, each of the model of its row.
pub(crate) fn simulate<'a>(
    model: &dyn Fn(usize) -> &'a dyn ContractModel,
    n: usize,
    t: &[f64],
    seed: u64,
) -> Result<SimulatedContracts> {
    check_size(n, t)?;
    for (row, &t) in t.iter().enumerate() {
        check_count("T", t).map_err(|error| error.at_row(row))?;
    }
    let mut random = Random::new(seed);
    let mut out = SimulatedContracts::default();
    for row in 0..n {
        let came_up = if t.len() == 1 { t[0] } else { t[row] };
        let leaves = model(row).draw(&mut random);
        out.tenure.push(leaves.min(came_up));
        out.churned.push(leaves <= came_up);
    }
    Ok(out)
}

fn check_terms(discount_rate: f64, horizon: Option<f64>) -> Result<f64> {
    super::purchase::check_rate(discount_rate)?;
    match horizon {
        None => Ok(f64::INFINITY),
        Some(horizon) => check_count("horizon", horizon).map(|()| horizon),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cohorts_become_rows() {
        let table =
            Contracts::cohorts(&[10.0, 7.0, 4.0, 5.0, 5.0], Some(&[3.0, 3.0, 3.0, 1.0, 1.0])).unwrap();
        assert_eq!(table.tenure(), [1.0, 2.0, 2.0, 1.0, 1.0]);
        assert_eq!(table.churned(), [1.0, 1.0, 0.0, 1.0, 0.0]);
        assert_eq!(table.weights(), Some(&[3.0, 3.0, 4.0, 0.0, 5.0][..]));
        let counted = CountedContracts::new(&table).unwrap();
        assert_eq!(counted.rows().collect::<Vec<_>>(), [(1.0, 3.0, 5.0), (2.0, 3.0, 4.0)]);
        assert_eq!(counted.totals(), (15.0, 6.0));
        assert_eq!(counted.churn_rate(), 6.0 / 22.0);
        for (wrong, words) in
            [(&[10.0, 11.0][..], "at most 10"), (&[10.0, f64::NAN], "`survivors`"), (&[10.0], "one number")]
        {
            let error = Contracts::cohorts(wrong, None).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
        assert_eq!(
            CountedContracts::new(&Contracts::cohorts(&[], None).unwrap()).unwrap_err().code(),
            "empty_input"
        );
    }

    #[test]
    fn impossible_rows_are_named() {
        for (tenure, churned, words) in [
            (1.5, 0.0, "`tenure` must be a whole number"),
            (0.0, 1.0, "`tenure` must be at least 1"),
            (1.0, 0.5, "`churned` must be 1 for a customer who left"),
            (1.0, f64::NAN, "`churned`"),
        ] {
            let error = Contracts::new(&[1.0, tenure], &[0.0, churned], None).unwrap_err().to_string();
            assert!(error.starts_with(words) && error.contains("row 1"), "{error}");
        }
        assert!(Contracts::new(&[1.0], &[], None).is_err());
        assert!(Contracts::new(&[1.0], &[1.0], Some(&[-1.0])).is_err());
    }
}
