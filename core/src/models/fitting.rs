//! Maximum likelihood, written once: logarithms of the parameters, several starts, Newton's method to rounding
//! level, and a judgement of what was found.
//!
//! Working with logarithms keeps every parameter positive and makes a change of the unit of time a shift of one
//! coordinate, which Newton's method does not notice: nothing has to be rescaled and no Jacobian put back, so
//! log-likelihoods are those of the user's unit and comparable between models.

use super::Fitted;
use super::counted::Counted;
use super::histories::Histories;
use super::model::Named;
use super::profile::{Kept, Profiled};
use crate::numerics::linear_algebra::{inverse_positive_definite, symmetric_eigen};
use crate::numerics::optimise::{Evaluation, Limits, Maximum, Stop, maximise};
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result};
use std::fmt;

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

/// What a fit found, as a stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DiagnosisCode {
    /// A maximum with curvature in every direction.
    Converged,
    /// The likelihood keeps rising as one parameter goes to zero or to infinity.
    Boundary,
    /// The likelihood is flat along a direction in which several parameters move together.
    Ridge,
    /// Several different answers explain the data equally well.
    NotIdentified,
    /// Too few customers or purchases to say anything.
    TooLittleData,
    /// The search ended without a maximum.
    NotConverged,
}

impl DiagnosisCode {
    /// Every code.
    pub const ALL: [Self; 6] = [
        Self::Converged,
        Self::Boundary,
        Self::Ridge,
        Self::NotIdentified,
        Self::TooLittleData,
        Self::NotConverged,
    ];

    /// The stable name, as in Python and JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Converged => "converged",
            Self::Boundary => "boundary",
            Self::Ridge => "ridge",
            Self::NotIdentified => "not_identified",
            Self::TooLittleData => "too_little_data",
            Self::NotConverged => "not_converged",
        }
    }
}

/// What a fit found, for a program and for a person.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Diagnosis {
    /// The stable code.
    pub code: DiagnosisCode,
    /// One or two sentences: what it means and what to do.
    pub message: String,
    /// The parameters that the data do not determine.
    pub parameters: Vec<String>,
}

/// A flat direction of the likelihood, as handed to a model's own words.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'a> {
    /// Boundary, ridge or too little data.
    pub code: DiagnosisCode,
    /// The parameters that go to zero.
    pub to_zero: Vec<&'a str>,
    /// The parameters that go to infinity.
    pub to_infinity: Vec<&'a str>,
    /// The parameters where the search ended, in the order of the model's facts.
    pub values: Vec<f64>,
}

impl Finding<'_> {
    pub(crate) fn to_zero(&self, parameter: &str) -> bool {
        self.to_zero.contains(&parameter)
    }

    pub(crate) fn to_infinity(&self, parameter: &str) -> bool {
        self.to_infinity.contains(&parameter)
    }

    /// Whether the likelihood has no maximum inside.
    pub(crate) fn is_flat(&self) -> bool {
        matches!(self.code, DiagnosisCode::Boundary | DiagnosisCode::Ridge)
    }

    /// Whether two parameters go to infinity together.
    pub(crate) fn grow_together(&self, one: &str, other: &str) -> bool {
        self.code == DiagnosisCode::Ridge && self.to_infinity(one) && self.to_infinity(other)
    }

    /// Whether two parameters go to zero together.
    pub(crate) fn vanish_together(&self, one: &str, other: &str) -> bool {
        self.code == DiagnosisCode::Ridge && self.to_zero(one) && self.to_zero(other)
    }
}

/// One estimated parameter.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Estimate {
    /// The parameter's name.
    pub name: String,
    /// The estimate.
    pub value: f64,
    /// Its standard error, where one means something.
    pub standard_error: Option<f64>,
    /// The standard error of its logarithm.
    pub log_standard_error: Option<f64>,
}

/// What a covariate does.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Effect {
    /// `"purchase"` or `"dropout"`.
    pub process: String,
    /// The covariate's name.
    pub name: String,
    /// The coefficient: the logarithm of the factor.
    pub coefficient: f64,
    /// Its standard error, where one means something.
    pub standard_error: Option<f64>,
    /// The lower end of its 95 % interval.
    pub lower: Option<f64>,
    /// The upper end of its 95 % interval.
    pub upper: Option<f64>,
    /// By what one more of the covariate multiplies the purchase rate, the rate to leave, or the odds to leave.
    pub factor: f64,
    /// The same in words: "one more of gender: +33.0 % purchase rate".
    pub reading: String,
}

impl Effect {
    /// Its name among the parameters: "purchase:gender".
    pub fn parameter(&self) -> String {
        format!("{}:{}", self.process, self.name)
    }
}

/// The report of a fit.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fit {
    /// The model's stable name.
    pub model: String,
    /// The parameters with their standard errors.
    pub estimates: Vec<Estimate>,
    /// The log-likelihood of all customers at the estimates, in the user's unit of time.
    pub log_likelihood: f64,
    /// The log-likelihood plus the log density of the priors, when there were priors.
    pub penalised_log_likelihood: Option<f64>,
    /// Covariance of the parameters (delta method from that of the logarithms); none where it means nothing.
    pub covariance: Option<Vec<Vec<f64>>>,
    /// Covariance of the logarithms of the parameters: the inverse of the observed information.
    pub log_covariance: Option<Vec<Vec<f64>>>,
    /// Akaike's criterion.
    pub aic: f64,
    /// The Bayesian criterion, with the number of customers.
    pub bic: f64,
    /// Customers in the fit (the sum of the weights).
    pub customers: f64,
    /// Those of them that inform the model.
    pub informative_customers: f64,
    /// Customers left out because they say nothing about the model.
    pub left_out: f64,
    /// Different histories after counting.
    pub distinct_rows: usize,
    /// Iterations of the search, all starts together.
    pub iterations: usize,
    /// The largest slope that is left, with respect to the logarithms, relative to the log-likelihood.
    pub relative_gradient: f64,
    /// What was found.
    pub diagnosis: Diagnosis,
    /// What else a reader should know: rows left out, an assumption that the data contradict.
    pub notes: Vec<String>,
    /// What covariates do, where the fit has some; the covariances hold them after the parameters.
    #[cfg_attr(feature = "serde", serde(default))]
    pub covariates: Vec<Effect>,
    /// What profile likelihoods are asked of.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) data: Kept,
}

/// How an interval of a parameter is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum IntervalMethod {
    /// Where the profile likelihood has fallen far enough: follows lopsided likelihoods, costs some fits, needs the data.
    Profile,
    /// From the standard error of the logarithm: quick, too short where the likelihood is lopsided.
    Wald,
}

impl IntervalMethod {
    /// The method of a name.
    ///
    /// # Errors
    ///
    /// `unknown_method`.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "profile" => Ok(Self::Profile),
            "wald" => Ok(Self::Wald),
            _ => Err(Error::input(
                "unknown_method",
                format!("there is no method '{name}' of intervals; there are profile and wald"),
            )),
        }
    }
}

/// An interval of confidence of one parameter.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ParameterInterval {
    /// The parameter's name.
    pub name: String,
    /// The estimate.
    pub value: f64,
    /// The lower end; none where every smaller value explains the data about as well.
    pub lower: Option<f64>,
    /// The upper end; none where every larger value explains the data about as well.
    pub upper: Option<f64>,
    /// How it was made.
    pub method: IntervalMethod,
    /// Why an end is missing, in words.
    pub message: Option<String>,
}

/// A parameter with the standard error of its logarithm, or a coefficient with its own.
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) error: Option<f64>,
    pub(crate) is_coefficient: bool,
}

impl Fit {
    /// The estimates alone.
    pub fn values(&self) -> Vec<f64> {
        self.estimates.iter().map(|e| e.value).collect()
    }

    /// Confidence intervals of the parameters, then of the coefficients of covariates ("purchase:gender"). Without a method
    /// they are profile-likelihood intervals where the data are at hand, and otherwise (a report from JSON, covariates that
    /// change over time, covariates together with priors) those of the standard errors of logarithms and coefficients; each
    /// says what it is. Profile intervals answer also where the fit has no standard errors: the side on which the
    /// likelihood stays flat then has no end, and the others mean something.
    ///
    /// ```
    /// use ukur::models::{Contracts, FitOptions, IntervalMethod, ShiftedBetaGeometric};
    /// let survivors = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
    /// let fitted =
    ///     ShiftedBetaGeometric::fit(&Contracts::cohorts(&survivors, None)?, &FitOptions::default())?;
    /// let beta = &fitted.fit.confidence_intervals(0.95, None)?[1];
    /// assert_eq!(beta.method, IntervalMethod::Profile);
    /// assert!(beta.lower.is_some_and(|end| end > 2.6) && beta.upper.is_some_and(|end| end < 6.0));
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A `level` that is not between 0 and 1; `not_identified` where the fit has no standard errors and the data are not
    /// at hand, or are too few, or no maximum was found; `no_profile` where profile intervals are asked for without data.
    pub fn confidence_intervals(
        &self,
        level: f64,
        method: Option<IntervalMethod>,
    ) -> Result<Vec<ParameterInterval>> {
        let z = normal_two_sided(level)?;
        let nothing =
            [DiagnosisCode::TooLittleData, DiagnosisCode::NotConverged].contains(&self.diagnosis.code);
        let method = method.unwrap_or(if self.has_profile() && !nothing {
            IntervalMethod::Profile
        } else {
            IntervalMethod::Wald
        });
        if method == IntervalMethod::Profile {
            return if nothing { Err(self.no_standard_errors()) } else { self.profile_intervals(z) };
        }
        let mut all = Vec::new();
        for one in self.known() {
            let spread = z * one.error.ok_or_else(|| self.no_standard_errors())?;
            let (lower, upper) = if one.is_coefficient {
                (one.value - spread, one.value + spread)
            } else {
                (one.value * libm::exp(-spread), one.value * libm::exp(spread))
            };
            all.push(ParameterInterval {
                name: one.name,
                value: one.value,
                lower: Some(lower),
                upper: Some(upper),
                method,
                message: None,
            });
        }
        Ok(all)
    }

    /// The parameters, then the coefficients of covariates.
    pub(crate) fn known(&self) -> Vec<Known> {
        let mut all = Vec::new();
        for e in &self.estimates {
            let (name, error) = (e.name.clone(), e.log_standard_error);
            all.push(Known { name, value: e.value, error, is_coefficient: false });
        }
        for e in &self.covariates {
            let (name, error) = (e.parameter(), e.standard_error);
            all.push(Known { name, value: e.coefficient, error, is_coefficient: true });
        }
        all
    }

    pub(crate) fn no_standard_errors(&self) -> Error {
        Error::undefined(
            "standard_errors",
            crate::Status::NotIdentified,
            format!("the fit ended as '{}': {}", self.diagnosis.code.as_str(), self.diagnosis.message),
        )
    }
}

impl fmt::Display for Fit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12} {:>14} {:>14} {:>14} {:>14}", "", "estimate", "std. error", "2.5 %", "97.5 %")?;
        let intervals = self.confidence_intervals(0.95, None).unwrap_or_default();
        let number =
            |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{:.6}", Shown(value)));
        for (i, e) in self.estimates.iter().enumerate() {
            let (lower, upper) = intervals.get(i).map_or((None, None), |one| (one.lower, one.upper));
            let (error, lower, upper) = (number(e.standard_error), number(lower), number(upper));
            writeln!(f, "{:<12} {:>14.6} {error:>14} {lower:>14} {upper:>14}", e.name, Shown(e.value))?;
        }
        if let Some(interval) = intervals.first() {
            let how = match interval.method {
                IntervalMethod::Profile => "profile likelihood",
                IntervalMethod::Wald => "standard errors of the logarithms",
            };
            writeln!(f, "intervals: {how}")?;
        }
        for message in intervals.iter().filter_map(|one| one.message.as_ref()) {
            writeln!(f, "{message}")?;
        }
        writeln!(
            f,
            "log-likelihood {:.4}, AIC {:.2}, BIC {:.2}, {} customers ({} different)",
            Shown(self.log_likelihood),
            Shown(self.aic),
            Shown(self.bic),
            Shown(self.customers),
            self.distinct_rows
        )?;
        write!(f, "{}: {}", self.diagnosis.code.as_str(), self.diagnosis.message)
    }
}

/// How far from the median the middle `level` of a normal distribution reaches, in standard deviations.
pub(crate) fn normal_two_sided(level: f64) -> Result<f64> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::invalid("level", "between 0 and 1, such as 0.95", level));
    }
    // Newton on ln erfc(z / sqrt 2) = ln(1 - level): concave, so the steps come from one side and cannot overshoot.
    let tail = libm::log(1.0 - level);
    let mut z = 1.0;
    for _ in 0..60 {
        let upper = libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2);
        let density = 0.797_884_560_802_865_4 * libm::exp(-0.5 * z * z);
        let step = (libm::log(upper) - tail) * upper / density;
        z += step;
        if step.abs() < 1e-15 * z.abs() {
            break;
        }
    }
    Ok(z)
}

/// Parameters are searched between the start times and divided by this.
pub(crate) const FURTHEST: f64 = 32.0;

/// A sample's maximum further than this from the start, in logarithms, is not followed.
const FAR_FOR_A_SAMPLE: f64 = 6.0;

/// Below this information about a direction of the logarithms (a standard error of 10, a factor of 20,000 either
/// way) the data say nothing about it.
const LEAST_INFORMATION: f64 = 0.01;

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

/// What the end of a search means.
fn judge(spec: &Named, all: &[&str], found: &Maximum, start: &[f64], facts: DataFacts) -> Diagnosis {
    let n = all.len();
    let say = |code, to_zero: Vec<&str>, to_infinity: Vec<&str>, general: String| {
        let values = found.at.iter().map(|v| libm::exp(*v)).collect();
        let finding = Finding { code, to_zero, to_infinity, values };
        let message = (spec.explain)(&finding).map_or(general, str::to_owned);
        let parameters =
            finding.to_zero.iter().chain(&finding.to_infinity).map(|p| (*p).to_owned()).collect();
        Diagnosis { code, message, parameters }
    };
    if facts.informative <= 0.0 || facts.customers < n as f64 {
        let message = if facts.informative <= 0.0 {
            "no customer informs this model (nobody purchased again): the parameters below mean nothing; observe \
             for longer, or check how the histories were made"
                .to_owned()
        } else {
            format!(
                "so few customers ({}) cannot determine {n} parameters: fit more of them",
                Shown(facts.customers)
            )
        };
        return say(DiagnosisCode::TooLittleData, vec![], vec![], message);
    }
    let information: Vec<f64> = found.evaluation.hessian.iter().map(|v| -v).collect();
    let Some(eigen) = symmetric_eigen(&information, n) else {
        return say(
            DiagnosisCode::NotConverged,
            vec![],
            vec![],
            "the likelihood is not finite at the best point found".to_owned(),
        );
    };
    let largest = eigen.values.last().copied().unwrap_or(0.0);
    let flat: Vec<usize> =
        (0..n).filter(|&k| eigen.values[k] < LEAST_INFORMATION.max(1e-12 * largest)).collect();
    // However large the weights: a parameter at the edge of the search has no maximum inside.
    let at_edge: Vec<usize> = (0..n).filter(|&i| (found.at[i] - start[i]).abs() > FURTHEST - 0.5).collect();
    if flat.is_empty() && at_edge.is_empty() {
        return if found.stop == Stop::Iterations {
            say(
                DiagnosisCode::NotConverged,
                vec![],
                vec![],
                format!(
                    "the search did not end within {} iterations; raise `max_iterations`",
                    found.iterations
                ),
            )
        } else if found.stop == Stop::Converged {
            Diagnosis {
                code: DiagnosisCode::Converged,
                message: "a maximum was found, and the data determine every parameter".to_owned(),
                parameters: Vec::new(),
            }
        } else {
            say(
                DiagnosisCode::NotConverged,
                vec![],
                vec![],
                "the search stalled before the slope vanished; the estimates are rough".to_owned(),
            )
        };
    }
    // A parameter takes part in a flat direction when it carries a tenth of it or more.
    let moving: Vec<usize> = (0..n)
        .filter(|&i| {
            at_edge.contains(&i)
                || flat.iter().map(|&k| eigen.vectors[k][i] * eigen.vectors[k][i]).sum::<f64>() > 0.1
        })
        .collect();
    let names = |rule: &dyn Fn(f64) -> bool| -> Vec<&str> {
        moving.iter().filter(|&&i| rule(found.at[i] - start[i])).map(|&i| all[i]).collect()
    };
    let to_zero = names(&|moved| moved < -3.0);
    let to_infinity = names(&|moved| moved > 3.0);
    let direction = |to_zero: &[&str], to_infinity: &[&str]| {
        to_zero
            .iter()
            .map(|p| format!("{p} goes to 0"))
            .chain(to_infinity.iter().map(|p| format!("{p} goes to infinity")))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let words = direction(&to_zero, &to_infinity);
    if to_zero.len() + to_infinity.len() == 0 {
        let undetermined: Vec<&str> = moving.iter().map(|&i| all[i]).collect();
        let message = format!(
            "the data do not determine {}: very different values explain them equally well",
            undetermined.join(", ")
        );
        return Diagnosis {
            code: DiagnosisCode::NotIdentified,
            message,
            parameters: undetermined.into_iter().map(str::to_owned).collect(),
        };
    }
    if to_zero.len() + to_infinity.len() == 1 && moving.len() == 1 {
        let general = format!("the likelihood has no inner maximum: {words}");
        return say(DiagnosisCode::Boundary, to_zero, to_infinity, general);
    }
    let general = format!("the likelihood is flat along a ridge: {words}; only a combination is determined");
    say(DiagnosisCode::Ridge, to_zero, to_infinity, general)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_quantiles() {
        // scipy.stats.norm.ppf((1 + level) / 2)
        for (level, z) in [
            (0.95, 1.959963984540054),
            (0.5, 0.6744897501960817),
            (0.999999, 4.891638475699411),
            (1e-6, 1.2533141373158e-6),
        ] {
            let got = normal_two_sided(level).unwrap();
            assert!((got / z - 1.0).abs() < 1e-9, "{level}: {got}");
        }
        assert!(normal_two_sided(1.0).is_err());
    }
}
