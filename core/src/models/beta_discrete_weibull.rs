//! The beta-discrete-Weibull model: the shifted beta-geometric model in which the chance to leave may also change with
//! tenure. A customer makes `t` renewals with probability `(1 - theta)^(t^c)`: above `c = 1` the chance grows with each
//! renewal, below it falls; `c = 1` is the shifted beta-geometric model.
//!
//! Source: Fader, Hardie, Liu, Davin & Steenburgh 2018, Journal of Interactive Marketing 43:1. Probabilities to leave at
//! a renewal are differences of survival; they are formed from the difference of the logarithms, so that none is lost to
//! cancellation.

use super::Fitted;
use super::contract::{ContractModel, Contracts, CountedContracts};
use super::diagnosis::{DiagnosisCode, Finding};
use super::fitting::{FitOptions, Likelihood, fit};
use super::guide::{Data, Example, Guide};
use super::model::{Kind, Parameter, Spec, model_type};
use super::opportunities::{divergent, rest_of_sum};
use super::shifted_beta_geometric::{explain_leaving, facts};
use crate::Result;
use crate::numerics::dual::Dual;
use crate::numerics::gamma::{digamma_difference, ln_gamma_difference, trigamma, trigamma_difference};
use crate::numerics::optimise::Evaluation;
use crate::numerics::quadrature::gauss_legendre_16;
use crate::numerics::random::Random;

/// The beta-discrete-Weibull model. The chance to leave at the first renewal is beta distributed with `gamma` and
/// `delta`; `c` says how it changes with tenure.
///
/// ```
/// use ukur::models::{BetaDiscreteWeibull, ContractModel, Contracts, FitOptions};
/// // Fader and Hardie's "High End" customers over four renewals; twelve renewals later 39.4 % are there.
/// let survivors = [1000.0, 869.0, 743.0, 653.0, 593.0];
/// let fitted = BetaDiscreteWeibull::fit(&Contracts::cohorts(&survivors, None)?, &FitOptions::default())?;
/// assert!((fitted.survival(12.0)? - 0.389).abs() < 1e-3);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetaDiscreteWeibull {
    /// First parameter of the chances to leave.
    pub gamma: f64,
    /// Second parameter of the chances to leave.
    pub delta: f64,
    /// The power of the tenure.
    pub c: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "beta_discrete_weibull",
    class: "BetaDiscreteWeibull",
    title: "beta-discrete-Weibull",
    kind: Kind::Contract,
    parameters: &[
        Parameter { name: "gamma", meaning: "first parameter of the chances to leave" },
        Parameter { name: "delta", meaning: "second parameter of the chances to leave" },
        Parameter { name: "c", meaning: "power of the tenure: above 1 a customer's chance to leave grows" },
    ],
    settings: &[],
    discrete: true,
    latent: &["dropout_probability"],
    reference: "Fader, Hardie, Liu, Davin & Steenburgh 2018, Journal of Interactive Marketing 43:1",
    build: |p, _| Ok(Box::new(BetaDiscreteWeibull::of(p))),
    fit: |rows, _, options| Ok(BetaDiscreteWeibull::fit(&rows.contracts()?, options)?.boxed()),
    explain,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "Beta-discrete-Weibull: the chance to leave differs between customers and changes with tenure.\n\nThe \
                 chances to leave at the first renewal are beta distributed with `gamma` and `delta`. With `c` above 1 a \
                 customer's chance grows from renewal to renewal, below 1 it falls; `c = 1` is `ShiftedBetaGeometric`.",
    example: Example {
        parameters: &[0.259, 1.722, 1.584],
        settings: &[],
        question: "survival",
        arguments: &[("horizon", 12.0)],
        answer: 0.389,
    },
    data: Data::Columns(&[("survivors", &[1000.0, 869.0, 743.0, 653.0, 593.0])]),
};

model_type!(BetaDiscreteWeibull { gamma, delta, c } answers as_contract: ContractModel);

impl BetaDiscreteWeibull {
    /// The maximum-likelihood fit to contracts or cohort tables; several cohorts are fitted together.
    ///
    /// # Errors
    ///
    /// `empty_input` without customers; a search without a clear maximum is a diagnosis, not an error.
    pub fn fit(contracts: &Contracts, options: &FitOptions) -> Result<Fitted<Self>> {
        let counted = CountedContracts::new(contracts)?;
        let facts = facts(&counted);
        let fit = fit(&SPEC.named(), WeibullLikelihood { counted }, facts, options)?;
        Ok(Fitted { model: Self::of(&fit.values()), fit })
    }

    /// `ln [B(gamma, delta + from) / B(gamma, delta + from + more)]` on the scale of `t^c`.
    fn fall(&self, from: f64, more: f64) -> f64 {
        double_difference(self.delta + from, self.gamma, more)
    }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    match finding.code {
        DiagnosisCode::Boundary | DiagnosisCode::Ridge if finding.to_infinity.contains(&"c") => Some(
            "all who renew once leave at the same later renewal: c grows without end; the shifted beta-geometric model \
             does not describe this either",
        ),
        DiagnosisCode::Boundary | DiagnosisCode::Ridge if finding.to_zero.contains(&"c") => Some(
            "customers leave at the first renewal or never: c goes to 0; only the first chance to leave is determined",
        ),
        DiagnosisCode::NotIdentified => Some(
            "these renewals do not tell differences between customers from a change with tenure: gamma, delta and c \
             cannot be told apart; observe more renewals, or use ShiftedBetaGeometric",
        ),
        _ => explain_leaving(finding, "gamma", "delta"),
    }
}

/// `t^c`, kept within numbers: beyond them nobody is left anyway.
fn power(t: f64, c: f64) -> f64 {
    if t == 0.0 { 0.0 } else { libm::exp((c * libm::log(t)).min(LARGEST)) }
}

/// `(t + more)^c - t^c` without cancellation.
fn power_difference(t: f64, more: f64, c: f64) -> f64 {
    if t == 0.0 {
        return power(more, c);
    }
    let (ln_t, ln_ratio) = (libm::log(t), libm::log1p(more / t));
    if c * (ln_t + ln_ratio) > LARGEST {
        return (power(t + more, c) - power(t, c)).max(0.0);
    }
    libm::exp(c * ln_t) * libm::expm1(c * ln_ratio)
}

/// The largest logarithm of a power of the tenure.
const LARGEST: f64 = 500.0;

/// `ln Gamma(a + p + q) - ln Gamma(a + p) - ln Gamma(a + q) + ln Gamma(a)`, which is positive: paired so that the smaller
/// shift is taken twice; where even that cancels, the integral of the difference of digamma functions over it.
fn double_difference(a: f64, p: f64, q: f64) -> f64 {
    let (small, large) = if p <= q { (p, q) } else { (q, p) };
    let before = ln_gamma_difference(a, small);
    let difference = ln_gamma_difference(a + large, small) - before;
    if difference > 0.3 * before.abs() || small > 0.5 * a {
        return difference.max(0.0);
    }
    gauss_legendre_16(0.0, small, |shift| digamma_difference(a + shift, large))
}

impl ContractModel for BetaDiscreteWeibull {
    fn contract(&self) -> &dyn ContractModel {
        self
    }

    fn ln_survival_from(&self, tenure: f64, more: f64) -> f64 {
        -self.fall(power(tenure, self.c), power_difference(tenure, more, self.c))
    }

    fn renewals_from(&self, tenure: f64, rate: f64, horizon: f64) -> Result<f64> {
        let Self { gamma, delta, c } = *self;
        // Survival falls like a power of the tenure in the end.
        if horizon == f64::INFINITY && rate == 0.0 && gamma * c <= 1.0 {
            return Err(divergent("gamma times c", if gamma * c == 1.0 { "equal to" } else { "below" }));
        }
        let force = libm::log1p(rate);
        let ln_term = |i: f64| self.ln_survival_from(tenure, i) - force * i;
        let (mut sum, mut i) = (0.0, 0.0);
        while i < horizon.min(1024.0) {
            i += 1.0;
            let term = libm::exp(ln_term(i));
            sum += term;
            if term <= 1e-18 * sum || term == 0.0 {
                return Ok(sum);
            }
        }
        let slope = |i: f64| {
            let t = tenure + i;
            let at = power(t, c);
            -digamma_difference(delta + at, gamma) * c * at / t - force
        };
        Ok(sum + rest_of_sum(&ln_term, &slope, i, horizon, sum, gamma * c, 1.0))
    }

    fn latent_means_of(&self, tenure: f64, churned: bool) -> Vec<f64> {
        let Self { gamma, delta, c } = *self;
        if !churned {
            return vec![gamma / (gamma + delta + power(tenure, c))];
        }
        let from = power(tenure - 1.0, c);
        let step = power_difference(tenure - 1.0, 1.0, c);
        let leaves = libm::expm1(-double_difference(delta + from, gamma, step));
        let leaves_and = libm::expm1(-double_difference(delta + from, gamma + 1.0, step));
        let mean = gamma / (gamma + delta + from) * leaves_and / leaves;
        // Nobody is left who could leave: the mean of those who made it here.
        vec![if mean.is_finite() { mean } else { gamma / (gamma + delta + from) }]
    }

    fn draw(&self, random: &mut Random) -> f64 {
        // P(T > t) = (1 - theta)^(t^c)
        let leave = random.beta(self.gamma, self.delta);
        let power = libm::log(random.open_uniform()) / libm::log1p(-leave);
        let leaves = libm::exp(libm::log(power) / self.c).ceil();
        // The first renewal is the earliest; a chance of 0 gives infinity.
        if leaves >= 1.0 { leaves } else { 1.0 }
    }
}

/// The likelihood of counted contracts, with exact derivatives.
#[derive(Debug)]
struct WeibullLikelihood {
    counted: CountedContracts,
}

/// A function of three numbers that carry derivatives, from its value, gradient and Hessian at them.
fn compose<const N: usize>(at: [Dual<N>; 3], value: f64, first: [f64; 3], second: [[f64; 3]; 3]) -> Dual<N> {
    let mut out = Dual::constant(value);
    for i in 0..N {
        for a in 0..3 {
            out.gradient[i] += first[a] * at[a].gradient[i];
            for j in 0..N {
                out.hessian[i][j] += first[a] * at[a].hessian[i][j];
                for b in 0..3 {
                    out.hessian[i][j] += second[a][b] * at[a].gradient[i] * at[b].gradient[j];
                }
            }
        }
    }
    out
}

/// [`double_difference`] with derivatives.
fn fall<const N: usize>(a: Dual<N>, p: Dual<N>, q: Dual<N>) -> Dual<N> {
    let (x, y, z) = (a.value, p.value, q.value);
    let by_a = digamma_difference(x + y, z) - digamma_difference(x, z);
    let (by_p, by_q) = (digamma_difference(x + y, z), digamma_difference(x + z, y));
    let (pp, qq, pq) = (trigamma_difference(x + y, z), trigamma_difference(x + z, y), trigamma(x + y + z));
    let aa = pp - trigamma_difference(x, z);
    compose(
        [a, p, q],
        double_difference(x, y, z),
        [by_a, by_p, by_q],
        [[aa, pp, qq], [pp, pp, pq], [qq, pq, qq]],
    )
}

/// `t^c` and `t^c - (t - 1)^c` with derivatives by `c`, which is variable 2.
fn powers(t: f64, c: f64) -> (Dual<3>, Dual<3>) {
    let of = |value: f64, first: f64, second: f64| {
        let mut out = Dual::constant(value);
        out.gradient[2] = first;
        out.hessian[2][2] = second;
        out
    };
    let ln_powers = |t: f64| if t > 0.0 { (power(t, c), libm::log(t)) } else { (0.0, 0.0) };
    let ((high, ln_high), (low, ln_low)) = (ln_powers(t), ln_powers(t - 1.0));
    if c * ln_high >= LARGEST {
        return (of(high, 0.0, 0.0), of(power_difference(t - 1.0, 1.0, c), 0.0, 0.0));
    }
    let step = power_difference(t - 1.0, 1.0, c);
    (
        of(high, high * ln_high, high * ln_high * ln_high),
        of(step, high * ln_high - low * ln_low, high * ln_high * ln_high - low * ln_low * ln_low),
    )
}

impl Likelihood for WeibullLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[gamma, delta, c] = parameters else { return };
        let [gamma, delta, _] = Dual::variables([gamma, delta, c]);
        for (t, lost, kept) in self.counted.rows() {
            if t == 0.0 {
                continue;
            }
            let (high, step) = powers(t, c);
            if kept > 0.0 {
                fall(delta, gamma, high).add_to(out, -kept);
            }
            if lost > 0.0 {
                let low = if t > 1.0 { powers(t - 1.0, c).0 } else { Dual::constant(0.0) };
                if t > 1.0 {
                    fall(delta, gamma, low).add_to(out, -lost);
                }
                // ln(1 - exp(-h))
                let h = fall(delta + low, gamma, step);
                let at = h.value.max(1e-140);
                let odds = 1.0 / libm::expm1(at);
                let leaving = h.chain(libm::log(-libm::expm1(-at)), odds, -odds * (1.0 + odds));
                leaving.add_to(out, lost);
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let rate = self.counted.churn_rate();
        [(2.0, 1.0), (0.7, 1.4), (20.0, 0.7)]
            .into_iter()
            .map(|(sum, c)| vec![sum * rate, sum * (1.0 - rate), c])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::ShiftedBetaGeometric;
    use super::super::tests::{SHAPES, check_derivatives, check_finite};
    use super::*;
    use crate::models::Model as _;

    fn contracts() -> Contracts {
        let (tenure, churned) = ([1.0, 3.0, 2.0, 0.0, 40.0, 2.0], [1.0, 1.0, 0.0, 0.0, 0.0, 1.0]);
        Contracts::new(&tenure, &churned, Some(&[3.0, 2.0, 4.5, 1.0, 7.0, 1.0])).unwrap()
    }

    #[test]
    fn the_likelihood_is_that_of_the_customers() {
        let likelihood = WeibullLikelihood { counted: CountedContracts::new(&contracts()).unwrap() };
        check_derivatives(&likelihood, &[0.7, 3.8, 1.3], 1e-7);
        check_derivatives(&likelihood, &[30.0, 0.2, 0.4], 1e-7);
        let model = BetaDiscreteWeibull::new(0.7, 3.8, 1.3).unwrap();
        let mut out = Evaluation::zero(3);
        likelihood.evaluate(&model.parameters(), &mut out);
        let each = model.log_likelihood(&contracts()).unwrap();
        let sum: f64 = each.iter().zip(contracts().weights().unwrap()).map(|(l, w)| l * w).sum();
        assert!((out.value - sum).abs() < 1e-13 * sum.abs(), "{} {sum}", out.value);
    }

    #[test]
    fn at_c_1_it_is_the_shifted_beta_geometric_model() {
        let (weibull, geometric) =
            (BetaDiscreteWeibull::new(0.7, 3.8, 1.0).unwrap(), ShiftedBetaGeometric::new(0.7, 3.8).unwrap());
        let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-13 * b.abs(), "{a} {b}");
        for t in [0.0, 1.0, 7.0, 500.0] {
            near(weibull.survival(t).unwrap(), geometric.survival(t).unwrap());
            near(weibull.latent_means_of(t, false)[0], geometric.latent_means_of(t, false)[0]);
            if t > 0.0 {
                near(weibull.churn_probability(t).unwrap(), geometric.churn_probability(t).unwrap());
                near(weibull.latent_means_of(t, true)[0], geometric.latent_means_of(t, true)[0]);
            }
            for (rate, horizon) in [(0.1, f64::INFINITY), (1e-4, f64::INFINITY), (0.0, 5000.0), (0.01, 12.0)]
            {
                let (a, b) =
                    (weibull.renewals_from(t, rate, horizon), geometric.renewals_from(t, rate, horizon));
                assert!(
                    (a.clone().unwrap() - b.clone().unwrap()).abs() < 1e-11 * b.clone().unwrap(),
                    "{a:?} {b:?}"
                );
            }
        }
        let without_end =
            BetaDiscreteWeibull::new(1.5, 2.0, 1.0).unwrap().renewals_from(0.0, 0.0, f64::INFINITY);
        assert!((without_end.unwrap() - 4.0).abs() < 1e-10);
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        let likelihood = WeibullLikelihood { counted: CountedContracts::new(&contracts()).unwrap() };
        check_finite(&likelihood, &[SHAPES; 3], 0.0);
    }
}
