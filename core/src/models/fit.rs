//! The report of a fit: estimates, standard errors, intervals, how well it fits, and what was found.

use super::diagnosis::{Diagnosis, DiagnosisCode};
use super::profile::Kept;
use crate::shown::Shown;
use crate::{Error, Result};
use std::fmt;

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
    /// likelihood stays flat then has no end, and the others mean something. A likelihood with several hills gives one
    /// interval, to the outermost hill that was seen.
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
