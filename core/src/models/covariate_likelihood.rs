//! The likelihood of customers with covariates that do not change (`covariates.rs`): those with the same covariates share
//! their parameters, so each such group is counted and evaluated by the model's own likelihood, and its derivatives are
//! carried over to the coefficients by the chain rule.

use super::covariate_models::{Dropout, Owned, Takes, shifted};
use super::covariates::{Finished, Scaled};
use super::fitting::{DataFacts, Likelihood, evaluate_logs};
use super::model::Spec;
use super::observations::Observations;
use super::profile::Profiled;
use crate::Result;
use crate::numerics::optimise::Evaluation;
use crate::sort::Order as _;

/// Customers with the same covariates.
struct Group {
    likelihood: Owned,
    /// Their centred and scaled covariates, purchase first.
    values: Vec<f64>,
}

/// The likelihood of all groups as a function of the parameters and the factors of the scaled covariates.
pub(crate) struct Grouped {
    takes: Takes,
    base: usize,
    of_purchase: usize,
    groups: Vec<Group>,
    starts: Vec<Vec<f64>>,
    pub(crate) facts: DataFacts,
}

impl Grouped {
    pub(crate) fn new(
        spec: &Spec,
        takes: Takes,
        observations: &Observations,
        columns: &[&[f64]],
        purchase: &[Scaled],
        dropout: &[Scaled],
    ) -> Result<Self> {
        let (everybody, all) = (takes.likelihood)(observations)?;
        let mut facts = DataFacts { distinct: 0, ..all };
        let starts = everybody
            .starts()
            .into_iter()
            .map(|mut start| {
                start.extend(columns.iter().map(|_| 1.0));
                start
            })
            .collect();
        let mut groups = Vec::new();
        let customers = observations.customers().map_or(0, |(_, column)| column.len());
        for (values, rows) in group(columns, customers) {
            let part = observations.taken(&rows)?;
            let own = part.observations();
            if own.weights.is_some_and(|w| w.iter().all(|w| *w == 0.0)) {
                continue;
            }
            let (likelihood, known) = (takes.likelihood)(&own)?;
            facts.distinct += known.distinct;
            let values = values
                .iter()
                .zip(purchase.iter().chain(dropout))
                .map(|(value, one)| (value - one.mean) / one.spread)
                .collect();
            groups.push(Group { likelihood, values });
        }
        Ok(Self { takes, base: spec.parameters.len(), of_purchase: purchase.len(), groups, starts, facts })
    }

    /// The same likelihood of the parameters at covariates of zero, at its maximum.
    pub(crate) fn profiled<'a>(
        mut self,
        found: &Finished,
        scaled: impl Iterator<Item = &'a Scaled>,
    ) -> Profiled {
        let scaled: Vec<&Scaled> = scaled.collect();
        for group in &mut self.groups {
            for (value, one) in group.values.iter_mut().zip(&scaled) {
                *value += one.mean / one.spread;
            }
        }
        let mut at = found.at.clone();
        for (log, value) in at.iter_mut().zip(&found.values) {
            *log = libm::log(*value);
        }
        // As far from the end as it was.
        let start = at.iter().zip(&found.at).zip(&found.start).map(|((at, end), start)| at + start - end);
        let mut out = Evaluation::zero(at.len());
        let priors = vec![None; at.len()];
        evaluate_logs(&self, &priors, &at, &mut out);
        Profiled {
            start: start.collect(),
            spreads: scaled.iter().map(|one| one.spread).collect(),
            value: out.value,
            likelihood: Box::new(self),
            priors,
            at,
        }
    }
}

impl Likelihood for Grouped {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let (base, n) = (self.base, parameters.len());
        if n < base {
            return;
        }
        let logs: Vec<f64> = parameters.iter().map(|p| libm::log(*p)).collect();
        let mut own = Evaluation::zero(base);
        // Sums over the groups with respect to the logarithms of the parameters.
        let mut total = Evaluation::zero(n);
        for group in &self.groups {
            let shift = |from: usize, to: usize| -> f64 {
                (from..to).map(|k| logs[base + k] * group.values[k]).sum()
            };
            let (buy, leave) = (shift(0, self.of_purchase), shift(self.of_purchase, n - base));
            let mut values = parameters[..base].to_vec();
            shifted(&self.takes, &mut values, buy, leave);
            own.clear();
            group.likelihood.evaluate(&values, &mut own);
            own.mirror();
            total.value += own.value;
            let chain = Chain::new(&self.takes, parameters, &values);
            chain.add(&mut own, &values, &group.values, self.of_purchase, &mut total);
        }
        // Back to the parameters themselves, which is what a likelihood gives.
        out.value += total.value;
        for i in 0..n {
            out.gradient[i] += total.gradient[i] / parameters[i];
            for j in i..n {
                let twice = if i == j { total.gradient[i] } else { 0.0 };
                out.hessian[i * n + j] +=
                    (total.hessian[i * n + j] - twice) / (parameters[i] * parameters[j]);
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        self.starts.clone()
    }
}

/// The logarithms of a group's parameters as functions of those of all, and of the two shifts.
struct Chain {
    /// `first[i][k]`: slope of the group's i-th logarithm with respect to the k-th, the last two being the shifts of
    /// purchase and dropout.
    first: Vec<Vec<f64>>,
    /// Second derivatives that all dropout parameters share (they differ by something linear), over the same.
    second: Vec<Vec<f64>>,
    curved: Vec<usize>,
}

impl Chain {
    fn new(takes: &Takes, parameters: &[f64], group: &[f64]) -> Self {
        let base = group.len();
        let size = base + 2;
        let mut first = vec![vec![0.0; size]; base];
        for (i, row) in first.iter_mut().enumerate() {
            row[i] = 1.0;
        }
        if let Some(alpha) = takes.alpha {
            first[alpha][base] = -1.0;
        }
        let mut second = vec![vec![0.0; size]; size];
        let mut curved = Vec::new();
        match takes.dropout {
            Dropout::Rate(beta) => first[beta][base + 1] = -1.0,
            Dropout::Chance(a, b) => {
                let d = base + 1;
                let sum = parameters[a] + parameters[b];
                let (p, q) = (parameters[a] / sum, parameters[b] / sum);
                let (own, rest) = (group[a] / sum, group[b] / sum);
                // ln a_i = ln(a + b) + ln a + d - ln(a exp d + b); ln b_i = the same with ln b for ln a + d.
                (first[a][a], first[a][b], first[a][d]) = (p + rest, q - rest, rest);
                (first[b][a], first[b][b], first[b][d]) = (p - own, q + own, -own);
                let (all, mine) = (p * q, own * rest);
                for (i, j, value) in [
                    (a, a, all - mine),
                    (b, b, all - mine),
                    (a, b, mine - all),
                    (b, a, mine - all),
                    (a, d, -mine),
                    (d, a, -mine),
                    (b, d, mine),
                    (d, b, mine),
                    (d, d, -mine),
                ] {
                    second[i][j] = value;
                }
                curved = vec![a, b];
            }
        }
        Self { first, second, curved }
    }

    /// Adds a group's derivatives (`own`, with respect to its own parameters) to those with respect to the
    /// logarithms of all.
    fn add(
        &self,
        own: &mut Evaluation,
        values: &[f64],
        covariates: &[f64],
        of_purchase: usize,
        total: &mut Evaluation,
    ) {
        let base = values.len();
        for i in 0..base {
            for j in 0..base {
                own.hessian[i * base + j] *= values[i] * values[j];
            }
            own.gradient[i] *= values[i];
            own.hessian[i * base + i] += own.gradient[i];
        }
        let size = base + 2;
        let bend: f64 = self.curved.iter().map(|&i| own.gradient[i]).sum();
        let mut gradient = vec![0.0; size];
        let mut half = vec![0.0; base * size];
        for k in 0..size {
            for i in 0..base {
                gradient[k] += own.gradient[i] * self.first[i][k];
                for j in 0..base {
                    half[i * size + k] += own.hessian[i * base + j] * self.first[j][k];
                }
            }
        }
        let curve = |k: usize, l: usize| -> f64 {
            bend * self.second[k][l] + (0..base).map(|i| self.first[i][k] * half[i * size + l]).sum::<f64>()
        };
        // A coefficient moves its shift by the covariate.
        let n = total.gradient.len();
        let place = |k: usize| {
            if k < base {
                (k, 1.0)
            } else {
                let at = k - base;
                (if at < of_purchase { base } else { base + 1 }, covariates[at])
            }
        };
        let curves: Vec<f64> = (0..size * size).map(|at| curve(at / size, at % size)).collect();
        for k in 0..n {
            let (row, by) = place(k);
            total.gradient[k] += by * gradient[row];
            for l in k..n {
                let (column, factor) = place(l);
                total.hessian[k * n + l] += by * factor * curves[row * size + column];
            }
        }
    }
}

/// Rows with equal values in all columns, in the order of the values.
pub(crate) fn group(columns: &[&[f64]], rows: usize) -> Vec<(Vec<f64>, Vec<usize>)> {
    let compare = |&a: &usize, &b: &usize| {
        columns
            .iter()
            .map(|column| (column[a] + 0.0).total_cmp(&(column[b] + 0.0)))
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    };
    let mut order: Vec<usize> = (0..rows).collect();
    order.order_by(compare);
    order
        .chunk_by(|a, b| compare(a, b).is_eq())
        .map(|run| (columns.iter().map(|column| column[run[0]]).collect(), run.to_vec()))
        .collect()
}
