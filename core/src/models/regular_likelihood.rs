//! The likelihood of BG/CNBD-k and MBG/CNBD-k for many customers, with exact derivatives, and the choice of `k`. The
//! process is in `regular_purchases.rs`.

use super::counted::Counted;
use super::fit::Fit;
use super::fitting::{DataFacts, FitOptions, Likelihood, fit};
use super::gamma_purchases::gamma_start;
use super::histories::Histories;
use super::model::Spec;
use super::regular_purchases::MOST_STAGES;
use super::rising::Histogram;
use crate::numerics::dual::Dual;
use crate::numerics::gamma::ln_gamma;
use crate::numerics::optimise::Evaluation;
use crate::shown::Shown;
use crate::{Error, Result};

/// The likelihood of counted histories, with exact derivatives.
#[derive(Debug)]
pub(crate) struct RegularLikelihood {
    counted: Counted,
    k: f64,
    first_dropout: f64,
    /// Stages passed by the last purchase.
    passed: Histogram,
    /// Dropout chances that were survived if the customer is still there.
    survived: Histogram,
    /// What does not depend on the parameters: `(k - 1) sum of ln(intervals) - ln((k - 1)!)` for each interval.
    constant: f64,
    sample: Option<Box<RegularLikelihood>>,
}

/// With more histories than this, the first steps use a sample of them.
const MANY: usize = 8_000;

impl RegularLikelihood {
    pub(crate) fn new(counted: Counted, k: f64, first_dropout: f64) -> Self {
        let (x, weight) = counted.by_frequency();
        let passed = Histogram::new(x.iter().map(|x| k * x).collect(), weight.clone());
        let survived = Histogram::new(x.iter().map(|x| x + first_dropout).collect(), weight);
        let constant =
            (k - 1.0) * counted.log_intervals.iter().sum::<f64>() - ln_gamma(k) * counted.sum(|x, _, _| x);
        let sample = counted.sample(MANY, 2000).map(|counted| Box::new(Self::new(counted, k, first_dropout)));
        Self { counted, k, first_dropout, passed, survived, constant, sample }
    }
}

impl Likelihood for RegularLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, a, b] = parameters else { return };
        let rate = self.passed.ln_rising(r);
        let stay = self.survived.ln_rising(b);
        let all = self.survived.ln_rising(a + b);
        out.value += self.constant + rate.value + stay.value - all.value;
        out.gradient[0] += rate.first;
        out.gradient[2] -= all.first;
        out.gradient[3] += stay.first - all.first;
        out.hessian[0] += rate.second;
        out.hessian[10] -= all.second;
        out.hessian[11] -= all.second;
        out.hessian[15] += stay.second - all.second;
        let k = self.k;
        let [r, alpha, a, b] = Dual::<4>::variables([r, alpha, a, b]);
        let (ln_a, inverse_alpha) = (a.ln(), alpha.recip());
        let Counted { x, t_x, t, weight, .. } = &self.counted;
        for row in 0..x.len() {
            let (x, t_x, t) = (x[row], t_x[row], t[row]);
            let n = r + k * x;
            let wait = t - t_x;
            let age = alpha + t;
            let mut value = -(r * (inverse_alpha * t).ln_1p()) - age.ln() * (k * x);
            let mut ln_stages = Dual::constant(0.0);
            if wait > 0.0 && k > 1.0 {
                let ratio = age.recip() * wait;
                let (mut term, mut sum, mut ln_scale) = (Dual::constant(1.0), Dual::constant(1.0), 0.0);
                let mut j = 1.0;
                while j < k {
                    term = term * (n + (j - 1.0)) * ratio * (1.0 / j);
                    sum = sum + term;
                    j += 1.0;
                    // Early, since derivatives are squared.
                    if term.value > 1e60 {
                        term = term * 1e-60;
                        sum = sum * 1e-60;
                        ln_scale += 138.155_105_579_642_74;
                    }
                }
                ln_stages = sum.ln() + ln_scale;
            }
            value = value + ln_stages;
            let survived = x + self.first_dropout;
            if survived >= 1.0 {
                let fall = n * ((alpha + t_x).recip() * wait).ln_1p();
                let odds = ln_a - (b + (survived - 1.0)).ln() + fall - ln_stages;
                value = value + odds.ln_add_exp(Dual::constant(0.0));
            }
            value.add_to(out, weight[row]);
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let (r, alpha) = gamma_start(&self.counted);
        // Stages pass k times as fast as purchases.
        [(0.7, 2.5), (0.2, 4.0), (0.5, 0.7)]
            .into_iter()
            .map(|(a, b)| vec![r, 0.7 * alpha / self.k, a, b])
            .collect()
    }

    fn sample(&self) -> Option<&dyn Likelihood> {
        self.sample.as_deref().map(|sample| sample as &dyn Likelihood)
    }
}

/// Fits for each `k` in turn until two in a row are less likely than the best, and takes the best; or fits the `k` given.
/// Log-likelihoods of different `k` are comparable because they contain the times between purchases.
pub(crate) fn choose(
    spec: &'static Spec,
    histories: &Histories,
    k: Option<f64>,
    first_dropout: f64,
    options: &FitOptions,
) -> Result<(f64, Fit)> {
    let counted = Counted::new(histories)?;
    let facts = DataFacts::of(&counted);
    let one = |k: f64| {
        fit(&spec.named(), RegularLikelihood::new(counted.clone(), k, first_dropout), facts, options)
    };
    let known = histories.log_intervals().is_some();
    if let Some(k) = k {
        spec.check_settings(&[k])?;
        let mut report = one(k)?;
        if k > 1.0 && !known {
            report.notes.push(
                "the log-likelihood lacks the times between purchases (`sum_log_intervals`): it is not comparable with \
                 that of another k or another model; the parameters are not affected"
                    .to_owned(),
            );
        }
        return Ok((k, report));
    }
    if !known {
        return Err(needs_intervals("to choose k"));
    }
    let mut tried: Vec<(f64, Fit)> = Vec::new();
    let (mut best, mut k) = (0, 1.0);
    while k <= MOST_STAGES && tried.len() < best + 3 {
        tried.push((k, one(k)?));
        let last = tried.len() - 1;
        if tried[last].1.log_likelihood > tried[best].1.log_likelihood {
            best = last;
        }
        k += 1.0;
    }
    let list: Vec<String> =
        tried.iter().map(|(k, fit)| format!("{:.3} at {}", Shown(fit.log_likelihood), Shown(*k))).collect();
    let (k, mut report) = tried.swap_remove(best);
    report.notes.push(format!("k = {} has the largest log-likelihood: {}", Shown(k), list.join(", ")));
    Ok((k, report))
}

pub(crate) fn needs_intervals(what: &str) -> Error {
    Error::input(
        "missing_column",
        format!(
            "`sum_log_intervals` is needed {what} and was not given: the sum of the logarithms of the times between \
             purchases of each customer (customers.summarise makes it)"
        ),
    )
}
