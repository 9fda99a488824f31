//! Which model: log-likelihood, AIC, BIC, and the likelihood-ratio test.
//!
//! Log-likelihoods are those of all customers in the unit of the data, so those of different models fitted to the
//! same data are comparable. A change of the unit shifts each by the sum of `x ln(scale)`, which is why models
//! fitted in different units are refused here.

use super::diagnosis::DiagnosisCode;
use super::fit::{Effect, Fit};
use super::model::{Kind, Spec};
use super::{AnyModel, spec};
use crate::numerics::distributions::chi_squared_sf;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result};

/// Fits beside each other, the best by AIC first: columns of one length.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Comparison {
    /// Which of the models given, counted from 0.
    pub index: Vec<usize>,
    /// The model's class.
    pub model: Vec<String>,
    /// Estimated parameters.
    pub parameters: Vec<f64>,
    /// Customers in the fit.
    pub customers: Vec<f64>,
    /// The log-likelihood, without the density of any priors.
    pub log_likelihood: Vec<f64>,
    /// Akaike's criterion, `2 k - 2 ln L`.
    pub aic: Vec<f64>,
    /// AIC less the least AIC.
    pub aic_difference: Vec<f64>,
    /// `exp(-difference / 2)`, made to add to 1: the weight of the model among those given.
    pub akaike_weight: Vec<f64>,
    /// The Bayesian criterion, `k ln n - 2 ln L` with `n` customers.
    pub bic: Vec<f64>,
    /// BIC less the least BIC.
    pub bic_difference: Vec<f64>,
    /// What each fit found.
    pub diagnosis: Vec<DiagnosisCode>,
}

/// Compares fits of different models to the same customers.
///
/// ```
/// use ukur::models::{BgNbd, FitOptions, Histories, ParetoNbd, compare};
/// let (x, t_x, t) = ([0.0, 2.0, 1.0, 0.0, 7.0, 0.0], [0.0, 30.4, 1.7, 0.0, 29.4, 0.0], [38.9; 6]);
/// let histories = Histories::new(&x, &t_x, &t)?;
/// let one = BgNbd::fit(&histories, &FitOptions::default())?;
/// let other = ParetoNbd::fit(&histories, &FitOptions::default())?;
/// let table = compare(&[&one.fit, &other.fit])?;
/// assert_eq!(table.aic_difference[0], 0.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// No fits; `different_data` where the customers differ in number; `not_comparable` where one counts time in
/// opportunities and another does not, or one is a model of money.
pub fn compare(fits: &[&Fit]) -> Result<Comparison> {
    let Some((first, rest)) = fits.split_first() else {
        return Err(Error::input("empty_input", "there are no models to compare"));
    };
    for other in rest {
        comparable(first, other)?;
    }
    let mut order: Vec<usize> = (0..fits.len()).collect();
    order.order_by(|&a, &b| fits[a].aic.total_cmp(&fits[b].aic));
    let least = |of: fn(&Fit) -> f64| fits.iter().map(|fit| of(fit)).fold(f64::INFINITY, f64::min);
    let (aic, bic) = (least(|fit| fit.aic), least(|fit| fit.bic));
    let weight = |fit: &Fit| libm::exp(-0.5 * (fit.aic - aic));
    let total: f64 = order.iter().map(|&at| weight(fits[at])).sum();
    let mut table = Comparison::default();
    for at in order {
        let fit = fits[at];
        table.index.push(at);
        table.model.push(spec(&fit.model)?.class.to_owned());
        table.parameters.push(count(fit) as f64);
        table.customers.push(fit.customers);
        table.log_likelihood.push(fit.log_likelihood);
        table.aic.push(fit.aic);
        table.aic_difference.push(fit.aic - aic);
        table.akaike_weight.push(weight(fit) / total);
        table.bic.push(fit.bic);
        table.bic_difference.push(fit.bic - bic);
        table.diagnosis.push(fit.diagnosis.code);
    }
    Ok(table)
}

/// The verdict on a smaller model within a larger one.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LikelihoodRatio {
    /// The class of the smaller model.
    pub restricted: String,
    /// The class of the larger one.
    pub full: String,
    /// `2 (ln L_full - ln L_restricted)`.
    pub statistic: f64,
    /// By how many parameters they differ.
    pub degrees_of_freedom: f64,
    /// How many of these lie on the border of their range if the smaller model is right.
    pub on_border: f64,
    /// The probability of a statistic this large or larger if the smaller model is right.
    pub p_value: f64,
}

/// A smaller model within a larger one by their classes, and how many parameters of the larger one are then at the
/// border of their range.
const NESTED: &[(&str, &str, u32)] = &[
    // Nobody leaves: the mean chance (or rate) to leave is zero, and how it varies is then of no effect.
    ("Nbd", "BgNbd", 1),
    ("Nbd", "MbgNbd", 1),
    ("Nbd", "ParetoNbd", 1),
    ("Nbd", "GgomNbd", 1),
    // The rate of leaving does not rise with age: b = 0.
    ("ParetoNbd", "GgomNbd", 1),
    // Chances of renewal do not change with time: c = 1, within its range.
    ("ShiftedBetaGeometric", "BetaDiscreteWeibull", 0),
];

/// Tests a smaller model against a larger one that holds it.
///
/// Where a parameter of the larger model lies on the border of its range under the smaller one (no dropout, say),
/// the statistic is not chi-squared: half of the time it is as if the parameter were not there. The p value is
/// that of the mixture of chi-squared distributions with `d - q, ..., d` degrees of freedom and binomial weights,
/// `q` parameters on the border of `d` that differ (Self & Liang 1987, Journal of the American Statistical
/// Association 82:605). Where a further parameter means nothing without the one on the border (the spread of
/// dropout chances when nobody leaves), it still counts as one degree of freedom, so the test errs on the side of
/// the smaller model.
///
/// # Errors
///
/// `not_nested` for other pairs; `penalised_fit` where priors took part; `not_at_maximum` where the larger model
/// fits worse; as [`compare`].
pub fn likelihood_ratio_test(restricted: &Fit, full: &Fit) -> Result<LikelihoodRatio> {
    comparable(restricted, full)?;
    let (small, large) = (spec(&restricted.model)?, spec(&full.model)?);
    let on_border = nested(restricted, full, small, large)?;
    if restricted.penalised_log_likelihood.is_some() || full.penalised_log_likelihood.is_some() {
        return Err(Error::input(
            "penalised_fit",
            "a likelihood-ratio test needs fits of maximum likelihood; one of these was fitted with priors",
        ));
    }
    let difference = full.log_likelihood - restricted.log_likelihood;
    if difference < -1e-6 * (1.0 + full.log_likelihood.abs()) {
        return Err(Error::input(
            "not_at_maximum",
            format!(
                "{} fits worse ({}) than {} ({}), which it holds: one of the fits did not end at its maximum",
                large.title,
                Shown(full.log_likelihood),
                small.title,
                Shown(restricted.log_likelihood)
            ),
        ));
    }
    let statistic = (2.0 * difference).max(0.0);
    let degrees = count(full) - count(restricted);
    Ok(LikelihoodRatio {
        restricted: small.class.to_owned(),
        full: large.class.to_owned(),
        statistic,
        degrees_of_freedom: degrees as f64,
        on_border: f64::from(on_border),
        p_value: mixture_sf(statistic, degrees as u32, on_border),
    })
}

/// The upper tail of the mixture of chi-squared distributions with `degrees - border, ..., degrees` degrees of
/// freedom and binomial weights.
fn mixture_sf(statistic: f64, degrees: u32, border: u32) -> f64 {
    let border = border.min(degrees);
    let mut weight = (0..border).fold(1.0, |half, _| 0.5 * half);
    let mut tail = 0.0;
    for k in 0..=border {
        let df = degrees - border + k;
        let part = if df == 0 {
            if statistic > 0.0 { 0.0 } else { 1.0 }
        } else {
            chi_squared_sf(statistic, f64::from(df))
        };
        tail += weight * part;
        weight *= f64::from(border - k) / f64::from(k + 1);
    }
    tail
}

/// Estimated parameters and coefficients.
fn count(fit: &Fit) -> usize {
    fit.estimates.len() + fit.covariates.len()
}

/// How many parameters lie on the border, or the refusal of a pair that is not nested.
fn nested(restricted: &Fit, full: &Fit, small: &Spec, large: &Spec) -> Result<u32> {
    let more = count(full) > count(restricted);
    let known = NESTED.iter().find(|pair| pair.0 == small.class && pair.1 == large.class).map(|pair| pair.2);
    // The larger model has every covariate of the smaller one.
    let holds =
        |one: &Effect| full.covariates.iter().any(|o| (&o.process, &o.name) == (&one.process, &one.name));
    let covariates = restricted.covariates.iter().all(holds);
    let same = small.name == large.name;
    match (known, same) {
        (Some(border), _) if more && covariates => Ok(border),
        (None, true) if more && covariates => Ok(0),
        _ => Err(Error::input(
            "not_nested",
            format!(
                "{} does not hold {} as a special case; compare them by AIC or BIC",
                large.title, small.title
            ),
        )),
    }
}

/// Refuses fits whose likelihoods cannot be compared.
fn comparable(one: &Fit, other: &Fit) -> Result<()> {
    let (a, b) = (spec(&one.model)?, spec(&other.model)?);
    if a.kind != b.kind || (a.discrete != b.discrete && a.kind != Kind::Contract) {
        return Err(Error::input(
            "not_comparable",
            format!(
                "{} and {} describe different data: their likelihoods cannot be compared",
                a.title, b.title
            ),
        ));
    }
    if (one.customers - other.customers).abs() > 1e-9 * one.customers {
        return Err(Error::input(
            "different_data",
            format!(
                "{} was fitted to {} customers and {} to {}: fit both to the same",
                a.title,
                Shown(one.customers),
                b.title,
                Shown(other.customers)
            ),
        ));
    }
    Ok(())
}

impl AnyModel {
    /// Compares fitted models; as [`compare`].
    ///
    /// # Errors
    ///
    /// `not_fitted`; `unit_mismatch` where two of them declare different units of time; as [`compare`].
    pub fn compare(models: &[&Self]) -> Result<Comparison> {
        let fits = models.iter().map(|model| model.fitted()).collect::<Result<Vec<_>>>()?;
        let mut unit = None;
        for model in models {
            match (unit, model.unit()) {
                (Some(known), Some(own)) if known != own => {
                    return Err(Error::input(
                        "unit_mismatch",
                        format!(
                            "one model counts time in {known}s, another in {own}s: log-likelihoods of densities depend \
                             on the unit; fit them in the same"
                        ),
                    ));
                }
                (None, own) => unit = own,
                _ => {}
            }
        }
        compare(&fits)
    }

    /// Tests this fitted model against a larger one that holds it; as [`likelihood_ratio_test`].
    ///
    /// # Errors
    ///
    /// As [`AnyModel::compare`] and [`likelihood_ratio_test`].
    pub fn likelihood_ratio_test(&self, full: &Self) -> Result<LikelihoodRatio> {
        Self::compare(&[self, full])?;
        likelihood_ratio_test(self.fitted()?, full.fitted()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// scipy.stats.chi2.sf and their means.
    #[test]
    fn mixtures() {
        let near = |got: f64, want: f64| assert!((got - want).abs() < 1e-14, "{got} {want}");
        near(mixture_sf(3.841458820694124, 1, 0), 0.05);
        near(mixture_sf(3.841458820694124, 1, 1), 0.025);
        near(mixture_sf(0.0, 1, 1), 1.0);
        // 0.5 chi2.sf(4, 1) + 0.5 chi2.sf(4, 2)
        near(mixture_sf(4.0, 2, 1), 0.5 * 0.04550026389635839 + 0.5 * 0.1353352832366127);
        // 0.25 (df 1) + 0.5 (df 2) + 0.25 (df 3)
        near(
            mixture_sf(4.0, 3, 2),
            0.25 * 0.04550026389635839 + 0.5 * 0.1353352832366127 + 0.25 * 0.26146412994911117,
        );
    }
}
