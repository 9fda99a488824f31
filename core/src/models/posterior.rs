//! Full posteriors: draws of the parameters, and predictions that carry their uncertainty.
//!
//! The logarithms of the parameters are drawn by the no-U-turn sampler ([`numerics::nuts`](crate::numerics::nuts))
//! after a change of variables that the exact Hessian at the mode gives, so that they are of unit scale and hardly
//! correlated. Predictions keep a mean and quantiles for each customer; draws times customers are never stored.
//!
//! Beliefs are weak unless others are given: log-normal, the shapes around 1 with a log standard deviation of 1.5
//! (95 % between 0.05 and 19), the scales around the mean age (the mean spend) with one of 2.

use super::beta_geometric_likelihood::BetaGeometricLikelihood;
use super::counted::Counted;
use super::fit::normal_two_sided;
use super::fitting::{
    DataFacts, FitOptions, Likelihood, Prior, evaluate_logs, evaluate_logs_gradient, fit_named, priors,
};
use super::gamma_gamma::SpendLikelihood;
use super::model::Spec;
use super::observations::{Observations, required};
use super::pareto_likelihood::ParetoLikelihood;
use super::question::{Arguments, Question, answer};
use super::spec;
use crate::numerics::linear_algebra::{cholesky, inverse_positive_definite};
use crate::numerics::nuts::{Chain, effective_sample_size, r_hat, sample};
use crate::numerics::optimise::Evaluation;
use crate::numerics::random::Random;
use crate::progress::{Progress, Watch};
use crate::sort::Order as _;
use crate::{Error, Result};
use std::ops::ControlFlow;

/// How to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct PosteriorOptions {
    /// Independent chains.
    pub chains: usize,
    /// Draws of each chain.
    pub draws: usize,
    /// Draws of each chain before those, which are thrown away.
    pub warmup: usize,
    /// The same seed gives the same draws, in every language.
    pub seed: u64,
    /// Beliefs in place of the weak ones, by parameter.
    pub priors: Vec<Prior>,
}

impl Default for PosteriorOptions {
    /// Four chains of 1,000 draws after 1,000.
    fn default() -> Self {
        Self { chains: 4, draws: 1000, warmup: 1000, seed: 0, priors: Vec::new() }
    }
}

/// What is known of one parameter.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ParameterPosterior {
    /// The parameter.
    pub name: String,
    /// The posterior mean.
    pub mean: f64,
    /// The posterior standard deviation.
    pub standard_deviation: f64,
    /// The 2.5 % quantile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The 97.5 % quantile.
    pub upper: f64,
    /// Near 1 (below 1.01) when the chains agree.
    pub r_hat: f64,
    /// How many independent draws would know the mean of the logarithm as well.
    pub effective_sample_size: f64,
    /// The median of the belief.
    pub prior_median: f64,
    /// The standard deviation of the logarithm in the belief.
    pub prior_log_sd: f64,
}

/// Draws of the parameters of a model.
#[derive(Debug, Clone)]
pub struct Posterior {
    spec: &'static Spec,
    /// Each draw: the parameters. The chains one after the other.
    draws: Vec<Vec<f64>>,
    /// The number of chains.
    pub chains: usize,
    /// What is known of each parameter.
    pub parameters: Vec<ParameterPosterior>,
    /// Draws whose path had a step that was far too long: above a handful, mistrust the tails.
    pub divergences: usize,
    /// The mean acceptance of the steps; 0.8 is aimed at.
    pub acceptance: f64,
}

/// A prediction with its uncertainty, a row each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Predicted {
    /// Posterior means.
    pub mean: Vec<f64>,
    /// Posterior standard deviations.
    pub standard_deviation: Vec<f64>,
    /// The lower ends of the middle `level` of the draws.
    pub lower: Vec<f64>,
    /// The medians.
    pub median: Vec<f64>,
    /// The upper ends.
    pub upper: Vec<f64>,
}

/// Draws are kept in memory; more are refused.
const MOST_DRAWS: usize = 1_000_000;

/// Customers that are predicted at once.
const BLOCK: usize = 256;

/// Draws from the posterior of a model's parameters.
///
/// ```
/// use ukur::models::{Arguments, Observations, PosteriorOptions, Question, sample_posterior};
/// # let x: Vec<f64> = (0..300).map(|i| f64::from(i * 7 % 11 / 4)).collect();
/// # let t_x: Vec<f64> = x.iter().enumerate().map(|(i, x)| if *x > 0.0 { 1.0 + (i * 13 % 30) as f64 } else { 0.0 }).collect();
/// # let t = vec![38.0; 300];
/// let rows = Observations { frequency: Some(&x), recency: Some(&t_x), t: Some(&t), ..Observations::default() };
/// let options = PosteriorOptions { draws: 200, warmup: 200, ..PosteriorOptions::default() };
/// let posterior = sample_posterior("bg_nbd", &rows, &options, &mut ukur::progress::ignore)?;
/// assert!(posterior.parameters[0].r_hat < 1.1);
/// let arguments = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
/// let expected = posterior.predict(Question::ExpectedPurchases, &rows, &arguments, 0.9, 100)?;
/// assert!(expected.lower[0] < expected.mean[0] && expected.mean[0] < expected.upper[0]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// `no_posterior` for models without one (BG/NBD, MBG/NBD, Pareto/NBD and Gamma-Gamma have); no chains or draws;
/// more than a million draws; beliefs that are not proper; what the data refuse; `cancelled`.
pub fn sample_posterior(
    name: &str,
    observations: &Observations,
    options: &PosteriorOptions,
    watch: &mut Watch,
) -> Result<Posterior> {
    check(options)?;
    let spec = spec(name)?;
    let (likelihood, facts, scale) = likelihood_of(spec, observations)?;
    let beliefs = beliefs(spec, scale, options)?;
    let fit_options = FitOptions { priors: beliefs.clone(), ..FitOptions::default() };
    let names: Vec<&str> = spec.parameters.iter().map(|p| p.name).collect();
    let precisions = priors(&spec.named(), &names, &fit_options)?;
    let n = names.len();

    // The mode, and the change of variables that makes the density there look like a standard normal.
    let mode = fit_named(&spec.named(), &names, likelihood.as_ref(), facts, &fit_options)?;
    let centre: Vec<f64> = mode.values().iter().map(|v| libm::log(*v)).collect();
    let mut out = Evaluation::zero(n);
    evaluate_logs(likelihood.as_ref(), &precisions, &centre, &mut out);
    let information: Vec<f64> = out.hessian.iter().map(|v| -v).collect();
    let root = inverse_positive_definite(&information, n)
        .and_then(|covariance| cholesky(&covariance, n))
        .unwrap_or_else(|| {
            let mut root = vec![0.0; n * n];
            for (i, belief) in beliefs.iter().enumerate() {
                root[i * n + i] = 0.5 * belief.log_sd;
            }
            root
        });
    let top = out.value;
    let mut logs = vec![0.0; n];
    let mut density = |at: &[f64], slope: &mut [f64]| -> f64 {
        place(&centre, &root, at, &mut logs);
        evaluate_logs_gradient(likelihood.as_ref(), &precisions, &logs, &mut out);
        for (j, slope) in slope.iter_mut().enumerate() {
            *slope = (j..n).map(|i| root[i * n + j] * out.gradient[i]).sum();
        }
        let value = out.value - top;
        if value.is_finite() && slope.iter().all(|s| s.is_finite()) {
            value
        } else {
            slope.fill(0.0);
            f64::NEG_INFINITY
        }
    };

    let total = (options.chains * (options.warmup + options.draws)) as u64;
    let mut done = 0;
    let mut stopped = false;
    let mut random = Random::new(options.seed);
    let mut chains: Vec<Chain> = Vec::new();
    for _ in 0..options.chains {
        let mut own = random.clone();
        random = random.jumped();
        // Chains begin apart, so that agreeing means something.
        let start: Vec<f64> = (0..n).map(|_| 1.5 * own.normal()).collect();
        let mut look = || {
            done += 1;
            stopped = watch(Progress { done, total }) == ControlFlow::Break(());
            !stopped
        };
        chains.push(sample(&mut density, &start, options.warmup, options.draws, &mut own, &mut look));
        if stopped {
            return Err(Error::Cancelled);
        }
    }
    Ok(gather(spec, &centre, &root, &chains, &beliefs))
}

/// The logarithms at a point of the changed variables.
fn place(centre: &[f64], root: &[f64], at: &[f64], logs: &mut [f64]) {
    let n = centre.len();
    for i in 0..n {
        logs[i] = centre[i] + (0..=i).map(|j| root[i * n + j] * at[j]).sum::<f64>();
    }
}

fn check(options: &PosteriorOptions) -> Result<()> {
    for (name, value, least) in
        [("chains", options.chains, 1), ("draws", options.draws, 8), ("warmup", options.warmup, 0)]
    {
        if value < least {
            return Err(Error::invalid(name, format!("a whole number >= {least}"), value as f64));
        }
    }
    let per_chain = options.draws.saturating_add(options.warmup);
    if options.chains.saturating_mul(per_chain) > MOST_DRAWS {
        return Err(Error::invalid("draws", "at most 1,000,000 in all chains", options.draws as f64));
    }
    Ok(())
}

type Known = (Box<dyn Likelihood>, DataFacts, f64);

/// The likelihood, the facts of the data, and their scale: the mean age, or the mean spend.
fn likelihood_of(spec: &Spec, observations: &Observations) -> Result<Known> {
    if spec.name == "gamma_gamma" {
        let (x, m) = (
            required("frequency", observations.frequency)?,
            required("monetary_value", observations.monetary_value)?,
        );
        let counted = SpendLikelihood::count(x, m, observations.weights)?.0;
        let mean = counted.sum(|_, _, m| m) / counted.customers();
        let facts = DataFacts {
            customers: counted.customers(),
            informative: counted.customers(),
            distinct: counted.len(),
            left_out: 0.0,
        };
        return Ok((Box::new(SpendLikelihood::new(counted)), facts, mean));
    }
    let make: fn(Counted) -> Box<dyn Likelihood> = match spec.name {
        "bg_nbd" => |counted| Box::new(BetaGeometricLikelihood::new(counted, 0.0)),
        "mbg_nbd" => |counted| Box::new(BetaGeometricLikelihood::new(counted, 1.0)),
        "pareto_nbd" => |counted| Box::new(ParetoLikelihood::new(counted)),
        _ => {
            return Err(Error::input(
                "no_posterior",
                format!(
                    "posteriors are drawn of BG/NBD, MBG/NBD, Pareto/NBD and Gamma-Gamma, not of {}",
                    spec.title
                ),
            ));
        }
    };
    let counted = Counted::new(&observations.histories()?)?;
    let facts = DataFacts::of(&counted);
    let age = counted.sum(|_, _, t| t) / counted.customers();
    Ok((make(counted), facts, age))
}

/// The beliefs about every parameter: those given, weak ones for the others.
fn beliefs(spec: &Spec, scale: f64, options: &PosteriorOptions) -> Result<Vec<Prior>> {
    if let Some(unknown) =
        options.priors.iter().find(|prior| spec.parameters.iter().all(|p| p.name != prior.parameter))
    {
        return Err(Error::input(
            "unknown_parameter",
            format!(
                "`priors` names the parameter '{}', which {} does not have",
                unknown.parameter, spec.title
            ),
        ));
    }
    let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    Ok(spec
        .parameters
        .iter()
        .map(|parameter| {
            let name = parameter.name;
            options.priors.iter().find(|prior| prior.parameter == name).cloned().unwrap_or_else(|| {
                let is_scale = matches!(name, "alpha" | "beta" | "gamma");
                let (median, log_sd) = if is_scale { (scale, 2.0) } else { (1.0, 1.5) };
                Prior { parameter: name.to_owned(), median, log_sd }
            })
        })
        .collect())
}

fn gather(
    spec: &'static Spec,
    centre: &[f64],
    root: &[f64],
    chains: &[Chain],
    beliefs: &[Prior],
) -> Posterior {
    let n = centre.len();
    let mut logs = vec![0.0; n];
    let mut draws: Vec<Vec<f64>> = Vec::new();
    // By parameter, then chain: the logarithms, of which the diagnostics are taken.
    let mut columns = vec![vec![Vec::new(); chains.len()]; n];
    for (c, chain) in chains.iter().enumerate() {
        for draw in &chain.draws {
            place(centre, root, draw, &mut logs);
            for (column, log) in columns.iter_mut().zip(&logs) {
                column[c].push(*log);
            }
            draws.push(logs.iter().map(|log| libm::exp(*log)).collect());
        }
    }
    let parameters = (0..n)
        .map(|k| {
            let parts: Vec<&[f64]> = columns[k].iter().map(Vec::as_slice).collect();
            let mut values: Vec<f64> = draws.iter().map(|draw| draw[k]).collect();
            let (mean, standard_deviation) = moments(&values);
            values.order_by(f64::total_cmp);
            ParameterPosterior {
                name: spec.parameters[k].name.to_owned(),
                mean,
                standard_deviation,
                lower: quantile(&values, 0.025),
                median: quantile(&values, 0.5),
                upper: quantile(&values, 0.975),
                r_hat: r_hat(&parts),
                effective_sample_size: effective_sample_size(&parts),
                prior_median: beliefs[k].median,
                prior_log_sd: beliefs[k].log_sd,
            }
        })
        .collect();
    Posterior {
        spec,
        chains: chains.len(),
        parameters,
        divergences: chains.iter().map(|chain| chain.divergences).sum(),
        acceptance: chains.iter().map(|chain| chain.acceptance).sum::<f64>() / chains.len() as f64,
        draws,
    }
}

fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    (mean, (squares / (n - 1.0).max(1.0)).sqrt())
}

/// The quantile of sorted values, between neighbours in proportion (type 7 of Hyndman & Fan 1996).
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = p * last as f64;
    let below = (at.floor() as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (at - at.floor()) * (sorted[above] - sorted[below])
}

impl Posterior {
    /// The facts of the model.
    pub const fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// The draws of the parameters, the chains one after the other.
    pub fn draws(&self) -> &[Vec<f64>] {
        &self.draws
    }

    /// The answer to a question with the uncertainty of the parameters: means, standard deviations and the middle
    /// `level` over `draws` draws, spread evenly over all.
    ///
    /// # Errors
    ///
    /// A `level` outside (0, 1); fewer than 2 draws; what the question refuses at any draw.
    pub fn predict(
        &self,
        question: Question,
        rows: &Observations,
        arguments: &Arguments,
        level: f64,
        draws: usize,
    ) -> Result<Predicted> {
        normal_two_sided(level)?;
        let used = draws.min(self.draws.len());
        if used < 2 {
            return Err(Error::invalid("draws", "a whole number >= 2", draws as f64));
        }
        let chosen: Vec<&Vec<f64>> = (0..used).map(|k| &self.draws[k * self.draws.len() / used]).collect();
        let mut out = Predicted::default();
        let customers = rows.frequency.map_or(0, <[f64]>::len);
        let mut from = 0;
        loop {
            let to = (from + BLOCK).min(customers);
            let block = rows.part(from..to)?;
            let mut answers: Vec<Vec<f64>> = Vec::with_capacity(used);
            for parameters in &chosen {
                let model = (self.spec.build)(parameters, &[])?;
                answers.push(answer(model.as_ref(), question, &block, arguments)?);
            }
            let size = answers.first().map_or(0, Vec::len);
            for row in 0..size {
                let mut values: Vec<f64> = answers.iter().map(|answer| answer[row]).collect();
                let (mean, standard_deviation) = moments(&values);
                values.order_by(f64::total_cmp);
                out.mean.push(mean);
                out.standard_deviation.push(standard_deviation);
                out.lower.push(quantile(&values, 0.5 - 0.5 * level));
                out.median.push(quantile(&values, 0.5));
                out.upper.push(quantile(&values, 0.5 + 0.5 * level));
            }
            from = to;
            if from >= customers {
                return Ok(out);
            }
        }
    }
}
