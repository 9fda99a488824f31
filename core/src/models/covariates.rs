//! Customers who differ in what is known of them: covariates that shift the purchase rate and the chance (or rate)
//! to leave, written once for every model.
//!
//! A purchase covariate `z` multiplies every purchase rate by `exp(c z)`: `alpha_i = alpha exp(-c z)`. A dropout
//! covariate multiplies the rate (or the growing risk) to leave, `beta_i = beta exp(-c z)`, or, in models with a chance
//! to leave at a purchase or at a renewal, the odds of its mean: `a_i / b_i = (a / b) exp(c z)` at the same `a + b`.
//! (To multiply `a` and `b` together, as is also done, or to give each its own coefficients, is not or hardly
//! identified: at large `a + b` nothing but the mean matters.)
//!
//! Covariates are centred and scaled inside the fit, and estimates and covariances turned back afterwards. Customers
//! with the same covariates share their parameters: each such group is counted and evaluated by the model's own
//! likelihood, and its derivatives are carried over to the coefficients by the chain rule (`covariate_likelihood.rs`; which
//! models take covariates: `covariate_models.rs`). The factors `exp(c)` are positive parameters like the others, so the
//! fit, its diagnosis and its intervals are those of all models.
//!
//! Source: Fader & Hardie 2007, "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models"
//! (note 019).

use super::covariate_likelihood::{Grouped, group};
use super::covariate_models::{Dropout, Takes, shifted, takes};
use super::fit::{Effect, Estimate, Fit, normal_two_sided};
use super::fitting::{DataFacts, FitOptions, Likelihood, search};
use super::histories::Histories;
use super::model::{Kind, Spec};
use super::observations::{Observations, required};
use super::profile::Kept;
use super::varying::{Path, Periods, paths};
use super::varying_integral::Base;
use super::varying_likelihood::VaryingLikelihood;
use super::varying_pareto::ParetoAlong;
use crate::numerics::optimise::Maximum;
use crate::numerics::summation::ExactSum;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// Columns of what is known of customers, by name: one number a customer, in the order of the histories.
#[derive(Debug, Clone, Copy, Default)]
pub struct Covariates<'a> {
    /// Those that shift the purchase rate.
    pub purchase: &'a [(&'a str, &'a [f64])],
    /// Those that shift the chance, or rate, to leave.
    pub dropout: &'a [(&'a str, &'a [f64])],
}

/// The fitted coefficients of covariates, by process and name.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Coefficients {
    /// Of the purchase rate.
    pub purchase: Vec<(String, f64)>,
    /// Of the chance, or rate, to leave.
    pub dropout: Vec<(String, f64)>,
}

impl Coefficients {
    /// The names of all covariates, each once, in alphabetical order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.purchase.iter().chain(&self.dropout).map(|(name, _)| name.clone()).collect();
        names.order_by(Ord::cmp);
        names.dedup();
        names
    }

    /// By what one more of each covariate multiplies, the purchase covariates first.
    pub(crate) fn factors(&self) -> impl Iterator<Item = f64> + '_ {
        self.purchase.iter().chain(&self.dropout).map(|(_, c)| libm::exp(*c))
    }

    /// The coefficients of these factors; the same to the last bit for unchanged ones.
    pub(crate) fn moved(&self, factors: &[f64]) -> Self {
        let mut out = self.clone();
        let known = self.factors();
        for (((_, c), factor), known) in
            out.purchase.iter_mut().chain(&mut out.dropout).zip(factors).zip(known)
        {
            *c += libm::log(factor / known);
        }
        out
    }

    /// The parameters of customers with these covariates (values in the order of [`names`](Self::names)).
    pub(crate) fn parameters(&self, spec: &Spec, base: &[f64], values: &[f64]) -> Result<Vec<f64>> {
        let takes = takes(spec)?;
        let names = self.names();
        let shift = |coefficients: &[(String, f64)]| -> f64 {
            coefficients
                .iter()
                .map(|(name, c)| {
                    let at = names.iter().position(|known| known == name);
                    c * at.and_then(|at| values.get(at)).copied().unwrap_or(f64::NAN)
                })
                .sum()
        };
        let mut out = base.to_vec();
        shifted(&takes, &mut out, shift(&self.purchase), shift(&self.dropout));
        spec.check_parameters(&out).map_err(|_| {
            Error::undefined(
                "parameters",
                Status::Extrapolation,
                "these covariates lie so far from those of the fit that a parameter leaves the range of numbers",
            )
        })?;
        Ok(out)
    }

    /// The model of the customer with this path, whose covariates are in the order of [`names`](Self::names).
    pub(crate) fn along(&self, base: &[f64], path: &Path) -> Option<ParetoAlong> {
        let &[r, alpha, s, beta] = base else { return None };
        let of = |known: &[(String, f64)]| -> Vec<f64> {
            let find = |name: &String| known.iter().find(|one| one.0 == *name).map_or(0.0, |one| one.1);
            self.names().iter().map(find).collect()
        };
        let (purchase, dropout) = (of(&self.purchase), of(&self.dropout));
        let bought = path.bought.iter().flatten().zip(&purchase).map(|(z, c)| z * c).sum();
        let pieces = path.pieces(&purchase, &dropout);
        Some(ParetoAlong { base: Base { r, alpha, s, beta }, pieces, bought })
    }

    /// The columns of the covariates of the fit, in the order of [`names`](Self::names).
    ///
    /// # Errors
    ///
    /// `missing_column`.
    pub(crate) fn columns<'a>(&self, columns: &[(&'a str, &'a [f64])]) -> Result<Vec<(&'a str, &'a [f64])>> {
        let find = |name: String| {
            columns.iter().find(|(known, _)| *known == name).copied().ok_or_else(|| {
                Error::input(
                    "missing_column",
                    format!(
                        "the covariate `{name}` of the fit is needed for every customer and was not given"
                    ),
                )
            })
        };
        self.names().into_iter().map(find).collect()
    }

    /// Rows with equal covariates together: their values, and which rows they are.
    ///
    /// # Errors
    ///
    /// `missing_column` where a covariate of the fit is not there, another length, a value that is not finite.
    pub(crate) fn groups(
        &self,
        columns: &[(&str, &[f64])],
        (first, rows): (&'static str, usize),
    ) -> Result<Vec<(Vec<f64>, Vec<usize>)>> {
        let mut chosen = Vec::new();
        for (name, column) in self.columns(columns)? {
            check_column(name, column, first, rows)?;
            chosen.push(column);
        }
        Ok(group(&chosen, rows))
    }
}

fn check_column(name: &str, column: &[f64], first: &'static str, rows: usize) -> Result<()> {
    if column.len() != rows {
        return Err(Error::lengths(first, rows, name.to_owned(), column.len()));
    }
    match column.iter().position(|value| !value.is_finite()) {
        Some(row) => Err(Error::input(
            "out_of_domain",
            format!(
                "the covariate `{name}` must be a finite number, got {} (row {row}, counted from 0)",
                Shown(column[row])
            ),
        )),
        None => Ok(()),
    }
}

/// A covariate of one process, with what it takes to centre and scale it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scaled {
    pub(crate) name: String,
    pub(crate) mean: f64,
    pub(crate) spread: f64,
}

impl Scaled {
    fn of(process: &str, name: &str, column: &[f64], rows: &Observations) -> Result<Self> {
        let (first, known) = rows.customers().unwrap_or(("frequency", &[]));
        check_column(name, column, first, known.len())?;
        let weight = |i: usize| rows.weights.map_or(1.0, |w| w[i]);
        let values: Vec<(f64, f64)> =
            column.iter().enumerate().map(|(i, value)| (weight(i), *value)).collect();
        mean_and_spread(process, name, &values)
    }
}

/// What it takes to centre and scale values with weights; in any order.
///
/// # Errors
///
/// `zero_variance`.
pub(crate) fn mean_and_spread(process: &str, name: &str, values: &[(f64, f64)]) -> Result<Scaled> {
    let sum = |f: &dyn Fn(f64) -> f64| {
        let mut total = ExactSum::new();
        for (weight, value) in values {
            total.add(weight * f(*value));
        }
        total.value()
    };
    let n = sum(&|_| 1.0);
    let mean = sum(&|value| value) / n;
    let spread = (sum(&|value| (value - mean) * (value - mean)) / n).sqrt();
    let smallest = 1e-12 * (1.0 + mean.abs());
    if spread.is_nan() || spread <= smallest {
        return Err(Error::undefined(
            "covariates",
            Status::ZeroVariance,
            format!("the {process} covariate `{name}` is the same for all customers; leave it out"),
        ));
    }
    Ok(Scaled { name: name.to_owned(), mean, spread })
}

/// Fits a model with covariates; the model at covariates of zero, its coefficients, and the report.
///
/// # Errors
///
/// `no_covariates` for models that take none; `zero_variance` for a covariate that does not vary; what the columns
/// and observations refuse.
pub(crate) fn fit_covariates(
    spec: &'static Spec,
    observations: &Observations,
    covariates: &Covariates,
    options: &FitOptions,
) -> Result<(Vec<f64>, Coefficients, Fit)> {
    let takes = takes(spec)?;
    if takes.alpha.is_none() && !covariates.purchase.is_empty() {
        return Err(Error::input(
            "no_covariates",
            format!(
                "{} counts no purchases, so that no covariate can shift their rate: give `dropout_covariates`",
                spec.title
            ),
        ));
    }
    for (process, of) in [("purchase", covariates.purchase), ("dropout", covariates.dropout)] {
        if let Some(twice) = of.iter().enumerate().find(|(i, one)| of[..*i].iter().any(|o| o.0 == one.0)) {
            return Err(Error::input(
                "given_twice",
                format!("the {process} covariate `{}` is given twice", twice.1.0),
            ));
        }
    }
    if let Some(periods) = observations.periods {
        let (likelihood, scaled) = varying(spec, periods, &observations.histories()?, covariates)?;
        let (purchase, dropout) = scaled.split_at(covariates.purchase.len());
        let found = finished(spec, &takes, &likelihood, likelihood.facts, [purchase, dropout], options)?;
        return Ok((found.values, found.coefficients, found.fit));
    }
    // Rows are judged as a whole, so that an error names the row of the data and not that of a group.
    let contracts;
    let observations = &if spec.kind == Kind::Contract {
        contracts = observations.contracts()?;
        if let Some(survivors) = observations.survivors {
            same_in_cohorts(survivors.len(), observations.cohort, covariates.dropout)?;
        }
        Observations {
            tenure: Some(contracts.tenure()),
            churned: Some(contracts.churned()),
            weights: contracts.weights(),
            ..Observations::default()
        }
    } else {
        observations.histories()?;
        *observations
    };
    let scaled = |process: &str, columns: &[(&str, &[f64])]| {
        columns
            .iter()
            .map(|(name, column)| Scaled::of(process, name, column, observations))
            .collect::<Result<Vec<_>>>()
    };
    let (purchase, dropout) =
        (scaled("purchase", covariates.purchase)?, scaled("dropout", covariates.dropout)?);
    let columns: Vec<&[f64]> =
        covariates.purchase.iter().chain(covariates.dropout).map(|pair| pair.1).collect();
    let likelihood = Grouped::new(spec, takes, observations, &columns, &purchase, &dropout)?;
    let mut found = finished(spec, &takes, &likelihood, likelihood.facts, [&purchase, &dropout], options)?;
    // Beliefs are held about customers with middling covariates, profiles of those with covariates of zero.
    if options.priors.is_empty() {
        found.fit.data = Kept::new(likelihood.profiled(&found, purchase.iter().chain(&dropout)));
    }
    Ok((found.values, found.coefficients, found.fit))
}

/// The likelihood with covariates that change over time.
fn varying(
    spec: &Spec,
    periods: &Periods,
    histories: &Histories,
    covariates: &Covariates,
) -> Result<(VaryingLikelihood, Vec<Scaled>)> {
    only_pareto(spec)?;
    required("purchases", periods.purchases)?;
    let columns: Vec<(&str, &[f64])> =
        covariates.purchase.iter().chain(covariates.dropout).copied().collect();
    let paths = paths(periods, histories, &columns)?;
    let purchase: Vec<&str> = covariates.purchase.iter().map(|one| one.0).collect();
    let dropout: Vec<&str> = covariates.dropout.iter().map(|one| one.0).collect();
    VaryingLikelihood::new(histories, paths, &purchase, &dropout)
}

/// Covariates that change over time are those of one model.
pub(crate) fn only_pareto(spec: &Spec) -> Result<()> {
    if spec.name == "pareto_nbd" {
        return Ok(());
    }
    Err(Error::input(
        "no_covariates",
        format!(
            "{} takes no covariates that change over time; ParetoNbd does. Give one number a customer, without \
             `periods`",
            spec.title
        ),
    ))
}

/// A fit turned back to covariates as they are.
pub(crate) struct Finished {
    /// The parameters at covariates of zero.
    pub(crate) values: Vec<f64>,
    pub(crate) coefficients: Coefficients,
    pub(crate) fit: Fit,
    /// The logarithms at which the search ended, and those from which it began: of the parameters at middling covariates
    /// and of the factors of scaled covariates.
    pub(crate) at: Vec<f64>,
    pub(crate) start: Vec<f64>,
}

/// Maximises a likelihood of parameters and factors of scaled covariates, and reports on the covariates as they are.
fn finished(
    spec: &'static Spec,
    takes: &Takes,
    likelihood: &dyn Likelihood,
    facts: DataFacts,
    [purchase, dropout]: [&[Scaled]; 2],
    options: &FitOptions,
) -> Result<Finished> {
    let names: Vec<String> = spec
        .parameters
        .iter()
        .map(|p| p.name.to_owned())
        .chain(purchase.iter().map(|one| format!("purchase:{}", one.name)))
        .chain(dropout.iter().map(|one| format!("dropout:{}", one.name)))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (mut fit, Maximum { at, .. }, start) = search(&spec.named(), &names, likelihood, facts, options)?;
    let base = spec.parameters.len();
    let found = turn_back(takes, base, &mut fit, purchase, dropout);
    let z = normal_two_sided(0.95)?;
    let effects: Vec<Estimate> = fit.estimates.split_off(base);
    let mut coefficients = Coefficients::default();
    for (at, estimate) in effects.iter().enumerate() {
        let of_purchase = at < purchase.len();
        let (process, one) = if of_purchase {
            ("purchase", &purchase[at])
        } else {
            ("dropout", &dropout[at - purchase.len()])
        };
        let coefficient = found[base + at];
        let error = estimate.log_standard_error;
        if of_purchase {
            coefficients.purchase.push((one.name.clone(), coefficient));
        } else {
            coefficients.dropout.push((one.name.clone(), coefficient));
        }
        fit.covariates.push(Effect {
            process: process.to_owned(),
            name: one.name.clone(),
            coefficient,
            standard_error: error,
            lower: error.map(|e| coefficient - z * e),
            upper: error.map(|e| coefficient + z * e),
            factor: libm::exp(coefficient),
            reading: reading(process, takes.dropout, &one.name, coefficient),
        });
    }
    let values = found[..base].iter().map(|log| libm::exp(*log)).collect();
    Ok(Finished { values, coefficients, fit, at, start })
}

/// A cohort is one of customers alike.
fn same_in_cohorts(rows: usize, cohort: Option<&[f64]>, covariates: &[(&str, &[f64])]) -> Result<()> {
    for (name, column) in covariates {
        check_column(name, column, "survivors", rows)?;
        let same = |row: usize| cohort.is_none_or(|c| c[row].to_bits() == c[row - 1].to_bits());
        if let Some(row) = (1..rows).find(|&row| same(row) && column[row] != column[row - 1]) {
            return Err(Error::input(
                "covariate_differs",
                format!(
                    "the covariate `{name}` must be one number for a cohort; it is {} in row {} and {} in row {row}, \
                     counted from 0, of the same cohort",
                    Shown(column[row - 1]),
                    row - 1,
                    Shown(column[row])
                ),
            ));
        }
    }
    Ok(())
}

/// A coefficient in words.
fn reading(process: &str, dropout: Dropout, name: &str, coefficient: f64) -> String {
    let what = match (process, dropout) {
        ("purchase", _) => "purchase rate",
        (_, Dropout::Rate(_)) => "rate to leave",
        (_, Dropout::Chance(..)) => "odds to leave",
    };
    let percent = 100.0 * libm::expm1(coefficient);
    format!("one more of {name}: {:+.1} % {what}", Shown(percent))
}

/// Turns estimates and covariances from centred and scaled covariates back to those given. Returns the logarithms of
/// the parameters at covariates of zero, then the coefficients.
fn turn_back(takes: &Takes, base: usize, fit: &mut Fit, purchase: &[Scaled], dropout: &[Scaled]) -> Vec<f64> {
    let n = fit.estimates.len();
    let inner: Vec<f64> = fit.estimates.iter().map(|e| libm::log(e.value)).collect();
    let mut outer = inner.clone();
    // The slopes of the new logarithms with respect to the old ones.
    let mut slopes = vec![vec![0.0; n]; n];
    for (i, row) in slopes.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for (at, one) in purchase.iter().chain(dropout).enumerate() {
        outer[base + at] = inner[base + at] / one.spread;
        slopes[base + at][base + at] = 1.0 / one.spread;
    }
    let centre = |first: usize, of: &[Scaled]| -> f64 {
        of.iter().enumerate().map(|(at, one)| inner[first + at] * one.mean / one.spread).sum()
    };
    if let Some(alpha) = takes.alpha {
        outer[alpha] += centre(base, purchase);
        for (at, one) in purchase.iter().enumerate() {
            slopes[alpha][base + at] = one.mean / one.spread;
        }
    }
    let first = base + purchase.len();
    let move_by = centre(first, dropout);
    match takes.dropout {
        Dropout::Rate(beta) => {
            outer[beta] += move_by;
            for (at, one) in dropout.iter().enumerate() {
                slopes[beta][first + at] = one.mean / one.spread;
            }
        }
        Dropout::Chance(a, b) => {
            let (old_a, old_b) = (libm::exp(inner[a]), libm::exp(inner[b]));
            let old_mean = old_a / (old_a + old_b);
            let mut values: Vec<f64> = inner[..base].iter().map(|log| libm::exp(*log)).collect();
            shifted(takes, &mut values, 0.0, -move_by);
            outer[a] = libm::log(values[a]);
            outer[b] = libm::log(values[b]);
            let mean = values[a] / (values[a] + values[b]);
            // ln a = ln(a + b) + ln(mean); the log odds of the mean move by -d ln(exp c) mean / spread.
            for (row, odds) in [(a, 1.0 - mean), (b, -mean)] {
                slopes[row][a] = old_mean + odds;
                slopes[row][b] = 1.0 - old_mean - odds;
                for (at, one) in dropout.iter().enumerate() {
                    slopes[row][first + at] = -odds * one.mean / one.spread;
                }
            }
        }
    }
    if let Some(old) = fit.log_covariance.take() {
        let mut new = vec![vec![0.0; n]; n];
        for i in 0..n {
            for j in 0..n {
                for k in 0..n {
                    for l in 0..n {
                        new[i][j] += slopes[i][k] * old[k][l] * slopes[j][l];
                    }
                }
            }
        }
        let scale = |i: usize| if i < base { libm::exp(outer[i]) } else { 1.0 };
        fit.covariance =
            Some((0..n).map(|i| (0..n).map(|j| scale(i) * new[i][j] * scale(j)).collect()).collect());
        fit.log_covariance = Some(new);
    }
    for (i, estimate) in fit.estimates.iter_mut().enumerate() {
        estimate.value = libm::exp(outer[i]);
        let error = fit.log_covariance.as_ref().map(|c| c[i][i].max(0.0).sqrt());
        estimate.log_standard_error = error;
        estimate.standard_error = error.map(|e| e * estimate.value);
    }
    outer
}
