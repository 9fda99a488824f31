//! Gamma-Gamma: how much customers spend a purchase.
//!
//! Purchases of one customer vary around an individual mean (gamma, shape `p`); the individual means vary between
//! customers (inverse gamma, shape `q`, scale `p * gamma`). Spend is taken to be independent of how often a
//! customer buys; the fit reports the correlation.
//!
//! Source: Fader & Hardie 2013, "The Gamma-Gamma model of monetary value" (note 025); Fader, Hardie & Lee 2005,
//! Journal of Marketing Research 42:415. `p` and `gamma` trade off against each other: only the mean
//! `p gamma / (q - 1)` is determined sharply, so the fit works on logarithms with exact second derivatives.

use super::Fitted;
use super::counted::Counted;
use super::diagnosis::{DiagnosisCode, Finding};
use super::fitting::{DataFacts, FitOptions, Likelihood, fit};
use super::guide::{Data, Example, Guide};
use super::histories::{check_count, check_weights, same_length};
use super::model::{Kind, Parameter, Spec, model_type};
use super::observations::required;
use super::spend::SpendModel;
use crate::numerics::batch;
use crate::numerics::beta::ln_beta;
use crate::numerics::gamma::{digamma_difference, trigamma};
use crate::numerics::optimise::Evaluation;
use crate::numerics::random::Random;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// The Gamma-Gamma model of spend.
///
/// ```
/// use ukur::models::{GammaGamma, SpendModel};
/// let model = GammaGamma::new(6.25, 3.74, 15.44)?;
/// // Two purchases of 22.35 on average; nobody knows yet; seven of 73.74.
/// let spend = model.expected_spend(&[2.0, 0.0, 7.0], &[22.35, f64::NAN, 73.74])?;
/// assert!((spend[1] - 35.21897810219).abs() < 1e-10);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaGamma {
    /// Shape of the purchases of one customer.
    pub p: f64,
    /// Shape of the means between customers.
    pub q: f64,
    /// Scale of the means between customers, money.
    pub gamma: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "gamma_gamma",
    class: "GammaGamma",
    title: "Gamma-Gamma",
    kind: Kind::Spend,
    parameters: &[
        Parameter { name: "p", meaning: "shape of the purchases of one customer" },
        Parameter { name: "q", meaning: "shape of the means between customers" },
        Parameter { name: "gamma", meaning: "scale of the means between customers, money" },
    ],
    settings: &[],
    discrete: false,
    latent: &[],
    reference: "Fader & Hardie 2013, note 025; Fader, Hardie & Lee 2005, Journal of Marketing Research 42:415",
    build: |p, _| Ok(Box::new(GammaGamma::of(p))),
    fit: |observations, _, options| {
        let fitted = GammaGamma::fit(
            required("frequency", observations.frequency)?,
            required("monetary_value", observations.monetary_value)?,
            observations.weights,
            options,
        )?;
        Ok(fitted.boxed())
    },
    explain,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "Gamma-Gamma: how much customers spend a purchase.\n\nPurchases of one customer vary around an individual \
                 mean (gamma, shape `p`); the means vary between customers (shape `q`, scale `gamma`, money). Spend is \
                 taken to be independent of how often a customer buys; the notes of a fit give the correlation. \
                 Customers without a repeat purchase, or with a mean of zero or less, say nothing about the model: a \
                 fit leaves them out and counts them.",
    example: Example {
        parameters: &[6.25, 3.74, 15.44],
        settings: &[],
        question: "expected_spend",
        arguments: &[("frequency", 1.0), ("monetary_value", 35.0)],
        answer: 35.0667,
    },
    data: Data::Columns(&[
        ("frequency", &[1.0, 2.0, 2.0, 2.0, 2.0, 6.0, 1.0, 1.0, 1.0, 9.0, 2.0, 4.0, 6.0, 4.0, 9.0, 9.0]),
        (
            "monetary_value",
            &[34.6, 25.2, 30.3, 8.9, 23.9, 26.3, 69.3, 27.8, 29.5, 26.2, 23.1, 100.2, 26.2, 44.0, 63.0, 12.0],
        ),
    ]),
};

model_type!(GammaGamma { p, q, gamma } answers as_spend: SpendModel);

impl GammaGamma {
    /// The maximum-likelihood fit to the number of repeat purchases and their mean.
    ///
    /// Customers without a repeat purchase, or whose mean is zero or negative (returns), say nothing about the
    /// model; they are left out and counted in the report.
    ///
    /// # Errors
    ///
    /// A count that is negative or not whole, a mean that is missing or infinite where there were purchases,
    /// columns of unequal length, `empty_input` without rows.
    pub fn fit(
        frequency: &[f64],
        monetary_value: &[f64],
        weights: Option<&[f64]>,
        options: &FitOptions,
    ) -> Result<Fitted<Self>> {
        let (counted, not_positive) = SpendLikelihood::count(frequency, monetary_value, weights)?;
        let all = weights.map_or(frequency.len() as f64, |w| w.iter().sum());
        let customers = counted.customers();
        let facts = DataFacts {
            customers,
            informative: customers,
            distinct: counted.len(),
            left_out: all - customers,
        };
        let correlation = correlation(&counted);
        let mut report = fit(const { &SPEC.named() }, SpendLikelihood::new(counted), facts, options)?;
        if not_positive > 0.0 {
            report.notes.push(format!(
                "{} customers with a mean spend of zero or less were left out of the fit (returns?); \
                 fit on gross amounts and apply a margin afterwards",
                Shown(not_positive)
            ));
        }
        if let Some(correlation) = correlation {
            report.notes.push(format!(
                "the model takes spend to be independent of frequency; their correlation here is {:.3}",
                Shown(correlation)
            ));
        }
        if report.estimates[1].value <= 1.0 {
            report.notes.push(
                "q is at most 1: the mean spend of all customers is infinite, and customers without a repeat \
                 purchase have no expected spend"
                    .to_owned(),
            );
        }
        Ok(Fitted { model: Self::of(&report.values()), fit: report })
    }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    let endless = |p: &str| finding.to_infinity.contains(&p);
    match finding.code {
        DiagnosisCode::TooLittleData => Some(
            "too few customers have a repeat purchase with a mean above 0 to determine three parameters; the \
             parameters below mean nothing",
        ),
        DiagnosisCode::Ridge | DiagnosisCode::Boundary if endless("q") => Some(
            "customers do not differ in what they spend a purchase: q and gamma grow together; the mean of all \
             customers serves as well",
        ),
        DiagnosisCode::Ridge | DiagnosisCode::Boundary if endless("p") => Some(
            "purchases of one customer do not vary: p grows without end; each customer's own mean serves as well",
        ),
        _ => None,
    }
}

/// The correlation of frequency and mean spend over the customers in the fit.
fn correlation(counted: &Counted) -> Option<f64> {
    let n = counted.customers();
    let (mean_x, mean_m) = (counted.sum(|x, _, _| x) / n, counted.sum(|_, _, m| m) / n);
    let cross = counted.sum(|x, _, m| (x - mean_x) * (m - mean_m));
    let square_x = counted.sum(|x, _, _| (x - mean_x) * (x - mean_x));
    let square_m = counted.sum(|_, _, m| (m - mean_m) * (m - mean_m));
    let value = cross / (square_x * square_m).sqrt();
    value.is_finite().then_some(value)
}

impl SpendModel for GammaGamma {
    fn spend(&self) -> &dyn SpendModel {
        self
    }

    fn log_likelihood_of(&self, x: f64, m: f64) -> f64 {
        let total = m * x;
        let shape = self.p * x;
        -ln_beta(shape, self.q)
            - libm::log(m)
            - self.q * libm::log1p(total / self.gamma)
            - shape * libm::log1p(self.gamma / total)
    }

    fn draw(&self, random: &mut Random, x: f64) -> f64 {
        let rate = random.gamma(self.q, self.gamma);
        random.gamma(self.p * x, rate * x)
    }

    fn expected_spend_of(&self, x: f64, m: f64) -> Result<f64> {
        let below = self.p * x + self.q - 1.0;
        if below <= 0.0 {
            return Err(Error::undefined(
                "expected_spend",
                Status::Divergent,
                format!(
                    "the mean is infinite because p x + q = {} is not above 1; a customer needs more purchases, or \
                     give a spend of your own",
                    Shown(below + 1.0)
                ),
            ));
        }
        // The weighted mean of the customer's own purchases and all customers', without its division by q - 1.
        let own = if x > 0.0 { x * m } else { 0.0 };
        Ok(self.p * (self.gamma + own) / below)
    }
}

/// The likelihood of counted pairs of frequency and mean, with exact derivatives.
#[derive(Debug)]
pub(crate) struct SpendLikelihood {
    /// Sorted by frequency; the mean is in `t`.
    counted: Counted,
    /// For each frequency: its rows, its weight, and the sum of `ln(x m)`.
    groups: Vec<(usize, usize, f64, f64)>,
    /// The sum of `ln m`.
    ln_m: f64,
    mean: f64,
    sample: Option<Box<SpendLikelihood>>,
}

/// Rows that are worked on at once.
const BLOCK: usize = 256;

/// With more pairs than this, the first steps use a sample of them.
const MANY: usize = 20_000;

impl SpendLikelihood {
    /// The pairs that say something about the model, counted, and the customers whose mean is zero or less.
    pub(crate) fn count(
        frequency: &[f64],
        monetary_value: &[f64],
        weights: Option<&[f64]>,
    ) -> Result<(Counted, f64)> {
        same_length("frequency", frequency.len(), "monetary_value", monetary_value.len())?;
        if let Some(weights) = weights {
            same_length("frequency", frequency.len(), "weights", weights.len())?;
            check_weights(weights)?;
        }
        if frequency.is_empty() {
            return Err(Error::input("empty_input", "there are no customers to fit: give at least one row"));
        }
        let (mut x, mut m, mut w) = (Vec::new(), Vec::new(), weights.map(|_| Vec::new()));
        let mut not_positive = 0.0;
        for (row, (&count, &mean)) in frequency.iter().zip(monetary_value).enumerate() {
            check_count("frequency", count).map_err(|error| error.at_row(row))?;
            if count > 0.0 && !mean.is_finite() {
                return Err(Error::invalid(
                    "monetary_value",
                    "a finite amount where frequency is above 0",
                    mean,
                )
                .at_row(row));
            }
            let weight = weights.map_or(1.0, |w| w[row]);
            if count > 0.0 && mean > 0.0 {
                x.push(count);
                m.push(mean);
                if let Some(w) = &mut w {
                    w.push(weight);
                }
            } else if count > 0.0 {
                not_positive += weight;
            }
        }
        Ok((Counted::of_values(&x, &m, w.as_deref()), not_positive))
    }

    pub(crate) fn new(counted: Counted) -> Self {
        let mut groups = Vec::new();
        let mut from = 0;
        for run in counted.x.chunk_by(|a, b| a == b) {
            let to = from + run.len();
            let weight = counted.weight[from..to].iter().sum();
            let logs = (from..to).map(|i| counted.weight[i] * libm::log(counted.x[i] * counted.t[i])).sum();
            groups.push((from, to, weight, logs));
            from = to;
        }
        let ln_m = counted.sum(|_, _, m| libm::log(m));
        let mean = counted.sum(|_, _, m| m) / counted.customers();
        let mean = if mean.is_finite() && mean > 0.0 { mean } else { 1.0 };
        let sample = counted.sample(MANY, 4000).map(|counted| Box::new(Self::new(counted)));
        Self { counted, groups, ln_m, mean, sample }
    }
}

impl Likelihood for SpendLikelihood {
    fn sample(&self) -> Option<&dyn Likelihood> {
        self.sample.as_deref().map(|sample| sample as &dyn Likelihood)
    }

    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[p, q, gamma] = parameters else { return };
        let (inverse, ln_gamma) = (1.0 / gamma, libm::log(gamma));
        out.value -= self.ln_m;
        for &(from, to, weight, ln_total) in &self.groups {
            let x = self.counted.x[from];
            // Sums over the group of ln(1 + x m / gamma), 1 / (gamma + x m) and its square.
            let (mut logs, mut ones, mut twos) = (0.0, 0.0, 0.0);
            let (money, weights) = (&self.counted.t[from..to], &self.counted.weight[from..to]);
            for (money, weights) in money.chunks(BLOCK).zip(weights.chunks(BLOCK)) {
                let mut ln = [0.0; BLOCK];
                let (mut one_sum, mut two_sum) = (0.0, 0.0);
                for ((ln, &m), &w) in ln.iter_mut().zip(money).zip(weights) {
                    let total = x * m;
                    let one = 1.0 / (gamma + total);
                    *ln = total * inverse;
                    one_sum += w * one;
                    two_sum += w * one * one;
                }
                batch::log1p_in_place(&mut ln[..money.len()]);
                logs += ln.iter().zip(weights).map(|(ln, w)| ln * w).sum::<f64>();
                ones += one_sum;
                twos += two_sum;
            }
            let shape = p * x;
            let sum = shape + q;
            // ln(1 + gamma / (x m)), summed.
            let other = logs + weight * ln_gamma - ln_total;
            out.value += -weight * ln_beta(shape, q) - q * logs - shape * other;
            out.gradient[0] += x * (weight * digamma_difference(shape, q) - other);
            out.gradient[1] += weight * digamma_difference(q, shape) - logs;
            out.gradient[2] += q * weight * inverse - sum * ones;
            let curve = trigamma(sum);
            out.hessian[0] += x * x * weight * (curve - trigamma(shape));
            out.hessian[1] += x * weight * curve;
            out.hessian[2] -= x * ones;
            out.hessian[4] += weight * (curve - trigamma(q));
            out.hessian[5] += weight * inverse - ones;
            out.hessian[8] += sum * twos - q * weight * inverse * inverse;
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        [(6.0, 4.0), (1.5, 3.0), (30.0, 4.0)]
            .into_iter()
            .map(|(p, q)| vec![p, q, self.mean * (q - 1.0) / p])
            .collect()
    }
}
