//! Maximum likelihood, written once: logarithms of the parameters, several starts, Newton's method to rounding
//! level. What was found is judged in `diagnosis.rs` and reported in `fit.rs`.
//!
//! Working with logarithms keeps every parameter positive and makes a change of the unit of time a shift of one
//! coordinate, which Newton's method does not notice: nothing has to be rescaled and no Jacobian put back, so
//! log-likelihoods are those of the user's unit and comparable between models.

use super::Fitted;
use super::counted::Counted;
use super::diagnosis::{DiagnosisCode, judge};
use super::fit::{Estimate, Fit};
use super::histories::Histories;
use super::model::Named;
use super::profile::{Kept, Profiled};
use crate::numerics::linear_algebra::inverse_positive_definite;
use crate::numerics::optimise::{Evaluation, Limits, Maximum, Stop, maximise};
use crate::sort::Order as _;
use crate::{Error, Result};

/// What a model's file gives to be fitted: the log-likelihood of the counted data.
pub trait Likelihood {
    /// Writes value, gradient and Hessian (upper triangle) with respect to the parameters themselves, which are
    /// positive; the chain rule to logarithms is done once, by the fitter. `out` comes cleared. The value must be
    /// finite wherever the mathematics is.
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation);

    /// Writes value and gradient as [`evaluate`](Self::evaluate) does; what it leaves in the Hessian means nothing.
    /// For draws of the posterior, which take tens of thousands of slopes and no curvature.
    fn evaluate_gradient(&self, parameters: &[f64], out: &mut Evaluation) {
        self.evaluate(parameters, out);
    }

    /// Starting points, the most plausible first; in proportion to the data's unit of time (or money).
    fn starts(&self) -> Vec<Vec<f64>>;

    /// A smaller sample of the same data for the first steps, when the data are many.
    fn sample(&self) -> Option<&dyn Likelihood> {
        None
    }
}

/// Facts of the data that the report and the diagnosis need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DataFacts {
    /// The number of customers (the sum of the weights).
    pub customers: f64,
    /// Customers that inform the model: with a repeat purchase, say.
    pub informative: f64,
    /// Different rows after counting.
    pub distinct: usize,
    /// Customers left out of the fit because they say nothing about the model.
    pub left_out: f64,
}

impl DataFacts {
    /// The facts of counted histories, informed by customers with a repeat purchase.
    pub fn of(counted: &Counted) -> Self {
        Self {
            customers: counted.customers(),
            informative: counted.repeat_customers(),
            distinct: counted.len(),
            left_out: 0.0,
        }
    }
}

/// A weak belief about one parameter: log-normal around `median`. The fit is then the posterior mode (MAP).
#[derive(Debug, Clone, PartialEq)]
pub struct Prior {
    /// The parameter's name.
    pub parameter: String,
    /// The median of the belief.
    pub median: f64,
    /// The standard deviation of the parameter's logarithm; 1.5 is weak.
    pub log_sd: f64,
}

/// Options of a fit; the defaults suit nearly all data.
#[derive(Debug, Clone, PartialEq)]
pub struct FitOptions {
    /// The most iterations from each start.
    pub max_iterations: usize,
    /// Weak beliefs about parameters; none means maximum likelihood.
    pub priors: Vec<Prior>,
}

impl Default for FitOptions {
    fn default() -> Self {
        Self { max_iterations: 200, priors: Vec::new() }
    }
}

/// Parameters are searched between the start times and divided by this.
pub(crate) const FURTHEST: f64 = 32.0;

/// A sample's maximum further than this from the start, in logarithms, is not followed.
const FAR_FOR_A_SAMPLE: f64 = 6.0;

/// Maximises the likelihood and reports.
///
/// # Errors
///
/// Priors that name no parameter or are not proper. A search that fails is no error but a diagnosis.
pub fn fit(
    spec: &Named,
    likelihood: impl Likelihood + Send + Sync + 'static,
    facts: DataFacts,
    options: &FitOptions,
) -> Result<Fit> {
    let names: Vec<&str> = spec.parameters.iter().map(|p| p.name).collect();
    let (mut fit, found, start) = search(spec, &names, &likelihood, facts, options)?;
    fit.data = Kept::new(Profiled {
        likelihood: Box::new(likelihood),
        priors: priors(spec, &names, options)?,
        start,
        spreads: Vec::new(),
        value: found.evaluation.value,
        at: found.at,
    });
    Ok(fit)
}

/// Counts histories, maximises their likelihood, and makes the model of the estimates.
pub(crate) fn fit_histories<L: Likelihood + Send + Sync + 'static, M>(
    spec: &Named,
    histories: &Histories,
    options: &FitOptions,
    likelihood: impl FnOnce(Counted) -> L,
    model: impl FnOnce(&[f64]) -> M,
) -> Result<Fitted<M>> {
    let counted = Counted::new(histories)?;
    let facts = DataFacts::of(&counted);
    let fit = fit(spec, likelihood(counted), facts, options)?;
    Ok(Fitted { model: model(&fit.values()), fit })
}

/// As [`fit`], for a likelihood of more parameters than the model's own, by their names; the data are not kept.
pub(crate) fn fit_named(
    spec: &Named,
    names: &[&str],
    likelihood: &dyn Likelihood,
    facts: DataFacts,
    options: &FitOptions,
) -> Result<Fit> {
    Ok(search(spec, names, likelihood, facts, options)?.0)
}

/// The report, the maximum, and the logarithms from which it was found.
pub(crate) fn search(
    spec: &Named,
    names: &[&str],
    likelihood: &dyn Likelihood,
    facts: DataFacts,
    options: &FitOptions,
) -> Result<(Fit, Maximum, Vec<f64>)> {
    let priors = priors(spec, names, options)?;
    let starts = likelihood.starts();
    let n = names.len();
    let mut iterations = 0;
    let mut best: Option<(Maximum, Vec<f64>)> = None;
    let ranked = rank(likelihood, &starts, &priors);
    for start in &ranked {
        let mut from = start.clone();
        let limits = |radius| Limits {
            iterations: options.max_iterations,
            radius,
            tolerance: 1e-12,
            least_gain: 0.0,
            lower: start.iter().map(|v| v - FURTHEST).collect(),
            upper: start.iter().map(|v| v + FURTHEST).collect(),
        };
        let mut radius = 1.0;
        if let Some(sample) = likelihood.sample() {
            let near = climb(sample, &from, &priors, &limits(1.0));
            iterations += near.iterations;
            // A sample that has no inner maximum would lead far out, where all of the data are flat too.
            let inside = near.at.iter().zip(start).all(|(end, start)| (end - start).abs() < FAR_FOR_A_SAMPLE);
            if near.stop == Stop::Converged && inside {
                from = near.at;
                radius = 0.5;
            }
        }
        let found = climb(likelihood, &from, &priors, &limits(radius));
        iterations += found.iterations;
        let better = best.as_ref().is_none_or(|(b, _)| found.evaluation.value > b.evaluation.value);
        let clean = judge(spec, names, &found, start, facts).code == DiagnosisCode::Converged;
        if better {
            best = Some((found, start.clone()));
        }
        if clean && better {
            break;
        }
    }
    let Some((found, start)) = best else {
        return Err(Error::input("no_start", "the model offers no starting point"));
    };
    let diagnosis = judge(spec, names, &found, &start, facts);
    let values: Vec<f64> = found.at.iter().map(|v| libm::exp(*v)).collect();
    let mut log_likelihood = found.evaluation.value;
    if !options.priors.is_empty() {
        let mut plain = Evaluation::zero(n);
        likelihood.evaluate(&values, &mut plain);
        log_likelihood = plain.value;
    }

    let log_covariance = if diagnosis.code == DiagnosisCode::Converged {
        let information: Vec<f64> = found.evaluation.hessian.iter().map(|v| -v).collect();
        inverse_positive_definite(&information, n)
    } else {
        None
    };
    let rows = |scale: &dyn Fn(usize, usize) -> f64| {
        log_covariance.as_ref().map(|c| {
            (0..n).map(|i| (0..n).map(|j| c[i * n + j] * scale(i, j)).collect()).collect::<Vec<Vec<f64>>>()
        })
    };
    let covariance = rows(&|i, j| values[i] * values[j]);
    let log_rows = rows(&|_, _| 1.0);
    let estimates = names
        .iter()
        .enumerate()
        .map(|(i, name)| Estimate {
            name: (*name).to_owned(),
            value: values[i],
            standard_error: covariance.as_ref().map(|c| c[i][i].sqrt()),
            log_standard_error: log_rows.as_ref().map(|c| c[i][i].sqrt()),
        })
        .collect();
    let slope = found.evaluation.gradient.iter().fold(0.0f64, |a, g| a.max(g.abs()));
    let report = Fit {
        model: spec.name.to_owned(),
        estimates,
        log_likelihood,
        penalised_log_likelihood: (!options.priors.is_empty()).then_some(found.evaluation.value),
        covariance,
        log_covariance: log_rows,
        aic: 2.0 * n as f64 - 2.0 * log_likelihood,
        bic: n as f64 * libm::log(facts.customers) - 2.0 * log_likelihood,
        customers: facts.customers,
        informative_customers: facts.informative,
        left_out: facts.left_out,
        distinct_rows: facts.distinct,
        iterations,
        relative_gradient: slope / (1.0 + found.evaluation.value.abs()),
        diagnosis,
        notes: Vec::new(),
        covariates: Vec::new(),
        data: Kept::default(),
    };
    Ok((report, found, start))
}

/// Median and precision of the logarithm of each parameter that has a prior.
pub(crate) fn priors(spec: &Named, names: &[&str], options: &FitOptions) -> Result<Vec<Option<(f64, f64)>>> {
    let mut all = vec![None; names.len()];
    for prior in &options.priors {
        let Some(at) = names.iter().position(|name| *name == prior.parameter) else {
            return Err(Error::input(
                "unknown_parameter",
                format!(
                    "`priors` names the parameter '{}'; {} has {}",
                    prior.parameter,
                    spec.title,
                    names.join(", ")
                ),
            ));
        };
        for (name, value) in [("median", prior.median), ("log_sd", prior.log_sd)] {
            if !(value.is_finite() && value > 0.0) {
                return Err(Error::invalid(name, "a finite number above 0", value));
            }
        }
        all[at] = Some((libm::log(prior.median), 1.0 / (prior.log_sd * prior.log_sd)));
    }
    Ok(all)
}

/// The likelihood, with its priors, as a function of the logarithms.
pub(crate) fn evaluate_logs(
    likelihood: &dyn Likelihood,
    priors: &[Option<(f64, f64)>],
    at: &[f64],
    out: &mut Evaluation,
) {
    let n = at.len();
    let values: Vec<f64> = at.iter().map(|v| libm::exp(*v)).collect();
    out.clear();
    likelihood.evaluate(&values, out);
    out.mirror();
    for i in 0..n {
        for j in 0..n {
            out.hessian[i * n + j] *= values[i] * values[j];
        }
        out.gradient[i] *= values[i];
        out.hessian[i * n + i] += out.gradient[i];
    }
    add_priors(priors, at, out);
}

/// As [`evaluate_logs`] without the Hessian.
pub(crate) fn evaluate_logs_gradient(
    likelihood: &dyn Likelihood,
    priors: &[Option<(f64, f64)>],
    at: &[f64],
    out: &mut Evaluation,
) {
    let values: Vec<f64> = at.iter().map(|v| libm::exp(*v)).collect();
    out.clear();
    likelihood.evaluate_gradient(&values, out);
    for (slope, value) in out.gradient.iter_mut().zip(&values) {
        *slope *= value;
    }
    add_priors(priors, at, out);
}

fn add_priors(priors: &[Option<(f64, f64)>], at: &[f64], out: &mut Evaluation) {
    let n = at.len();
    for (i, prior) in priors.iter().enumerate() {
        if let Some((mean, precision)) = prior {
            let off = at[i] - mean;
            out.value += 0.5 * (libm::log(*precision) - 1.8378770664093454 - precision * off * off);
            out.gradient[i] -= precision * off;
            out.hessian[i * n + i] -= precision;
        }
    }
}

fn climb(
    likelihood: &dyn Likelihood,
    from: &[f64],
    priors: &[Option<(f64, f64)>],
    limits: &Limits,
) -> Maximum {
    maximise(&mut |at, out| evaluate_logs(likelihood, priors, at, out), from, limits)
}

/// The logarithms of the starts, the likeliest first; equal ones keep their order.
fn rank(likelihood: &dyn Likelihood, starts: &[Vec<f64>], priors: &[Option<(f64, f64)>]) -> Vec<Vec<f64>> {
    let mut scored: Vec<(f64, Vec<f64>)> = starts
        .iter()
        .map(|start| {
            let logs: Vec<f64> = start.iter().map(|v| libm::log(*v)).collect();
            let mut out = Evaluation::zero(logs.len());
            if starts.len() > 1 {
                evaluate_logs(likelihood.sample().unwrap_or(likelihood), priors, &logs, &mut out);
            }
            (if out.value.is_nan() { f64::NEG_INFINITY } else { out.value }, logs)
        })
        .collect();
    scored.order_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, logs)| logs).collect()
}
