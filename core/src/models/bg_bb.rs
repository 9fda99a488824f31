//! BG/BB: at each opportunity a living customer buys with an individual, beta-distributed chance, and leaves before
//! the next one with another.
//!
//! Source: Fader, Hardie & Shang 2010, Marketing Science 29:1086. Time is counted in opportunities (yearly appeals,
//! events, issues): `frequency` of them brought a purchase, the last one was number `recency`, and there were `T` of
//! them after the one at which the customer was acquired.
//!
//! A customer alive at the last opportunity is a customer of the same process with the parameters
//! `(alpha + x, beta + n - x, gamma, delta + n)`: the two chances are independent given that. So every conditional
//! question is a question about an `Active` customer times P(alive).

use super::Fitted;
use super::counted::Counted;
use super::diagnosis::{DiagnosisCode, Finding};
use super::fitting::{FitOptions, Likelihood, fit_histories};
use super::guide::{Data, Example, Guide};
use super::histories::{Customer, Histories};
use super::model::{Kind, Parameter, Spec, model_type};
use super::opportunities::Staying;
use super::purchase::PurchaseModel;
use super::rising::Histogram;
use super::simulation::Drawn;
use crate::Result;
use crate::numerics::elementary::within;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::optimise::Evaluation;
use crate::numerics::random::Random;

/// The BG/BB model. The chance to buy at an opportunity is beta distributed with `alpha` and `beta`, the chance to
/// leave before the next one with `gamma` and `delta`.
///
/// ```
/// use ukur::models::{BgBb, Histories, PurchaseModel};
/// let model = BgBb::new(1.2, 0.75, 0.66, 2.78)?;
/// // 3 purchases at 6 opportunities, the last at the fourth: is the customer there at the seventh?
/// let histories = Histories::new(&[3.0], &[4.0], &[6.0])?;
/// assert!((model.probability_alive(&histories, 1.0)?[0] - 0.4383438545849).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgBb {
    /// First parameter of the chances to buy.
    pub alpha: f64,
    /// Second parameter of the chances to buy.
    pub beta: f64,
    /// First parameter of the chances to leave.
    pub gamma: f64,
    /// Second parameter of the chances to leave.
    pub delta: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "bg_bb",
    class: "BgBb",
    title: "BG/BB",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "alpha", meaning: "first parameter of the chances to buy at an opportunity" },
        Parameter { name: "beta", meaning: "second parameter of the chances to buy at an opportunity" },
        Parameter { name: "gamma", meaning: "first parameter of the chances to leave" },
        Parameter { name: "delta", meaning: "second parameter of the chances to leave" },
    ],
    settings: &[],
    discrete: true,
    latent: &["purchase_probability", "dropout_probability"],
    reference: "Fader, Hardie & Shang 2010, Marketing Science 29:1086",
    build: |p, _| Ok(Box::new(BgBb::of(p))),
    fit: |rows, _, options| Ok(BgBb::fit(&rows.histories()?, options)?.boxed()),
    explain,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "BG/BB: at each opportunity a chance to buy, before each a chance to leave.\n\nTime is counted in \
                 opportunities (yearly appeals, events, issues): `T` is their number after the first purchase, `recency` \
                 the number of the one with the last purchase, `frequency` how many brought a purchase. The chances to \
                 buy are beta distributed with `alpha` and `beta`, the chances to leave with `gamma` and `delta`. \
                 Discount rates are effective rates per opportunity.",
    example: Example {
        parameters: &[1.2, 0.75, 0.66, 2.78],
        settings: &[],
        question: "expected_purchases",
        arguments: &[("horizon", 5.0), ("frequency", 3.0), ("recency", 4.0), ("T", 6.0)],
        answer: 1.0306,
    },
    data: Data::Simulated { age: 6.0 },
};

model_type!(BgBb { alpha, beta, gamma, delta } answers as_purchase: PurchaseModel);

impl BgBb {
    /// The maximum-likelihood fit to histories. Equal rows are counted once; weights count rows that are given
    /// counted.
    ///
    /// ```
    /// use ukur::models::{BgBb, FitOptions, Histories};
    /// let (x, t_x, n) = ([0.0, 1.0, 3.0, 6.0, 2.0], [0.0, 4.0, 4.0, 6.0, 2.0], [6.0; 5]);
    /// let weights = [300.0, 40.0, 20.0, 100.0, 60.0];
    /// let histories = Histories::new(&x, &t_x, &n)?.with_weights(&weights)?;
    /// let fitted = BgBb::fit(&histories, &FitOptions::default())?;
    /// println!("{}", fitted.fit);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A row that is not one of opportunities; `empty_input` without customers. A search without a clear maximum is a
    /// diagnosis, not an error.
    pub fn fit(histories: &Histories, options: &FitOptions) -> Result<Fitted<Self>> {
        histories.check_opportunities()?;
        fit_histories(&SPEC.named(), histories, options, OpportunityLikelihood::new, Self::of)
    }

    /// This customer as a living one.
    fn active(&self, customer: &Customer) -> Active {
        let Customer { x, t, .. } = *customer;
        let staying = Staying { leave: self.gamma, stay: self.delta + t };
        Active { buy: self.alpha + x, pass: self.beta + (t - x), staying }
    }

    /// A customer yet to come.
    fn new_customer(&self) -> Active {
        Active { buy: self.alpha, pass: self.beta, staying: Staying { leave: self.gamma, stay: self.delta } }
    }

    /// Goes through the ways in which the silence after the last purchase may have come about: `each` gets the number
    /// of opportunities survived and the probability of having left just then, relative to being there at the last
    /// purchase. Returns the relative probability of being there still.
    fn silences(&self, customer: &Customer, mut each: impl FnMut(f64, f64)) -> f64 {
        let Customer { x, t_x, t, .. } = *customer;
        let (both, ever) = (self.alpha + self.beta, self.gamma + self.delta);
        let (mut there, mut j) = (1.0, t_x);
        while j < t {
            each(j, there * self.gamma / (ever + j));
            there *= (self.beta + (j - x)) / (both + j) * ((self.delta + j) / (ever + j));
            j += 1.0;
        }
        there
    }
}

/// A customer who is alive: the chance to buy beta `(buy, pass)`, the chance to leave as in `staying`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Active {
    buy: f64,
    pass: f64,
    staying: Staying,
}

impl Active {
    fn mean_chance(&self) -> f64 {
        self.buy / (self.buy + self.pass)
    }

    fn discounted(&self, rate: f64, horizon: f64) -> Result<f64> {
        Ok(self.mean_chance() * self.staying.discounted(rate, horizon)?)
    }

    /// The probability of exactly `n` purchases at `horizon` opportunities: a sum over the opportunity before which the
    /// customer left, of positive terms, each got from the one before it.
    fn count(&self, n: f64, horizon: f64) -> f64 {
        if n > horizon {
            return 0.0;
        }
        let Self { buy, pass, staying: Staying { leave, stay } } = *self;
        let (both, ever) = (buy + pass, leave + stay);
        // There at opportunity n, having bought at each.
        let mut ln_scale =
            ln_gamma_difference(buy, n) - ln_gamma_difference(both, n) + self.staying.ln_survival(n);
        let (mut there, mut sum, mut i) = (1.0, 0.0, n);
        while i < horizon {
            sum += there * leave / (ever + i);
            there *= (i + 1.0) / (i + 1.0 - n) * ((pass + (i - n)) / (both + i)) * ((stay + i) / (ever + i));
            i += 1.0;
            if there > 1e200 {
                there *= 1e-200;
                sum *= 1e-200;
                ln_scale += 460.517_018_598_809_14;
            }
        }
        libm::exp(ln_scale + libm::log(sum + there)).min(1.0)
    }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    let gone = |p: &str| finding.to_zero.contains(&p);
    let endless = |p: &str| finding.to_infinity.contains(&p);
    let flat = matches!(finding.code, DiagnosisCode::Boundary | DiagnosisCode::Ridge);
    let leaving = match finding.values[..] {
        [_, _, gamma, delta] => gamma / (gamma + delta),
        _ => f64::NAN,
    };
    match finding.code {
        _ if flat && leaving < 1e-5 => Some(
            "nobody seems to drop out: the chance to leave goes to 0, and gamma and delta cannot be told apart; the \
             chances to buy are determined, and predictions can be used",
        ),
        DiagnosisCode::Ridge if endless("gamma") && endless("delta") => Some(
            "customers do not differ in their chance to leave: gamma and delta grow together, and only gamma / (gamma + \
             delta) is determined; predictions can be used, the two parameters cannot be told apart",
        ),
        DiagnosisCode::Ridge if gone("gamma") && gone("delta") => Some(
            "customers seem to leave before the first opportunity or never: gamma and delta go to 0 together, and only \
             their ratio is determined",
        ),
        DiagnosisCode::Ridge if endless("alpha") && endless("beta") => Some(
            "customers do not differ in their chance to buy: alpha and beta grow together, and only alpha / (alpha + \
             beta) is determined; predictions can be used, the two parameters cannot be told apart",
        ),
        DiagnosisCode::Ridge if gone("alpha") && gone("beta") => Some(
            "living customers seem to buy at every opportunity or at none: alpha and beta go to 0 together, and only \
             their ratio is determined",
        ),
        DiagnosisCode::Boundary if gone("beta") => Some(
            "living customers seem to buy at every opportunity: beta goes to 0; each silence means that one left",
        ),
        _ => None,
    }
}

impl PurchaseModel for BgBb {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        let Customer { x, t_x, .. } = *customer;
        let mut gone = 0.0;
        let there = self.silences(customer, |_, term| gone += term);
        let survived = Staying { leave: self.gamma, stay: self.delta };
        ln_gamma_difference(self.alpha, x) + ln_gamma_difference(self.beta, t_x - x)
            - ln_gamma_difference(self.alpha + self.beta, t_x)
            + survived.ln_survival(t_x)
            + libm::log(gone + there)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        let mut gone = 0.0;
        let there = self.silences(customer, |_, term| gone += term);
        there / (gone + there)
    }

    fn survival_if_alive(&self, customer: &Customer, horizon: f64) -> f64 {
        self.active(customer).staying.survival(horizon)
    }

    fn purchases_if_alive(&self, customer: &Customer, horizon: f64) -> f64 {
        self.active(customer).discounted(0.0, horizon).unwrap_or(f64::NAN)
    }

    fn count_if_alive(&self, customer: &Customer, n: f64, horizon: f64) -> f64 {
        self.active(customer).count(n, horizon)
    }

    fn discounted_if_alive(&self, customer: &Customer, rate: f64, horizon: f64) -> Result<f64> {
        self.active(customer).discounted(rate, horizon)
    }

    fn survival_new(&self, horizon: f64) -> f64 {
        self.new_customer().staying.survival(horizon)
    }

    fn purchases_new(&self, horizon: f64) -> f64 {
        self.new_customer().discounted(0.0, horizon).unwrap_or(f64::NAN)
    }

    fn count_new(&self, n: f64, horizon: f64) -> f64 {
        self.new_customer().count(n, horizon)
    }

    fn discounted_new(&self, rate: f64, horizon: f64) -> Result<f64> {
        self.new_customer().discounted(rate, horizon)
    }

    fn count_between_new(&self, n: f64, from: f64, to: f64) -> Option<f64> {
        let start = self.new_customer();
        let there = start.staying.survival(from);
        let later = Active { staying: Staying { stay: self.delta + from, ..start.staying }, ..start };
        let left = if n == 0.0 { -libm::expm1(start.staying.ln_survival(from)) } else { 0.0 };
        Some(left + there * later.count(n, to - from))
    }

    /// Given that the customer left after `j` opportunities, both chances are beta distributed again.
    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        let Customer { x, t, .. } = *customer;
        let (both, ever) = (self.alpha + self.beta, self.gamma + self.delta);
        let (mut total, mut buy, mut leave) = (0.0, 0.0, 0.0);
        let there = self.silences(customer, |j, term| {
            total += term;
            buy += term / (both + j);
            leave += term * (self.gamma + 1.0) / (ever + j + 1.0);
        });
        total += there;
        buy += there / (both + t);
        leave += there * self.gamma / (ever + t);
        vec![(self.alpha + x) * buy / total, leave / total]
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let (buy, leave) = (random.beta(self.alpha, self.beta), random.beta(self.gamma, self.delta));
        let mut customer = Customer { x: 0.0, t_x: 0.0, t, log_intervals: 0.0 };
        let (mut alive, mut i) = (true, 0.0);
        while i < t {
            i += 1.0;
            if random.uniform() < leave {
                alive = false;
                break;
            }
            if random.uniform() < buy {
                customer.log_intervals += libm::log(i - customer.t_x);
                customer.x += 1.0;
                customer.t_x = i;
            }
        }
        Ok(Drawn { customer, alive })
    }
}

/// The likelihood of counted histories, with exact derivatives.
///
/// Customers with the same purchases and the same last one share a walk through the opportunities that follow; those
/// observed for longer go on where the others stop. Before the last purchase everything is a product of rising
/// factorials, which are summed over all customers at once.
#[derive(Debug)]
struct OpportunityLikelihood {
    counted: Counted,
    /// Purchases; opportunities up to the last purchase, all of them and those passed over.
    bought: Histogram,
    seen: Histogram,
    passed: Histogram,
}

impl OpportunityLikelihood {
    fn new(counted: Counted) -> Self {
        let (x, weight) = counted.by_frequency();
        let histogram = |value: &dyn Fn(usize) -> f64| {
            Histogram::of_pairs((0..counted.len()).map(|i| (value(i), counted.weight[i])).collect())
        };
        let seen = histogram(&|i| counted.t_x[i]);
        let passed = histogram(&|i| counted.t_x[i] - counted.x[i]);
        Self { bought: Histogram::new(x, weight), seen, passed, counted }
    }
}

/// What the terms of the walk depend on: beta, alpha + beta, delta, gamma + delta, and gamma. The first four occur in
/// products of `parameter + k`.
const WALK: usize = 5;

/// The parameters (in their order) that move each of these: each is a sum of parameters.
const MOVED_BY: [&[usize]; WALK] = [&[1], &[0, 1], &[3], &[2, 3], &[2]];

impl Likelihood for OpportunityLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[alpha, beta, gamma, delta] = parameters else { return };
        let at = [beta, alpha + beta, delta, gamma + delta, gamma];
        let signs = [1.0, -1.0, 1.0, -1.0];
        let bought = self.bought.ln_rising(alpha);
        out.value += bought.value;
        out.gradient[0] += bought.first;
        out.hessian[0] += bought.second;
        let mut gradient = [0.0; WALK];
        let mut hessian = [[0.0; WALK]; WALK];
        for (k, histogram) in [&self.passed, &self.seen, &self.seen, &self.seen].into_iter().enumerate() {
            let sum = histogram.ln_rising(at[k]);
            out.value += signs[k] * sum.value;
            gradient[k] += signs[k] * sum.first;
            hessian[k][k] += signs[k] * sum.second;
        }

        let Counted { x, t_x, t, weight, .. } = &self.counted;
        let mut row = 0;
        while row < x.len() {
            let (bought, last) = (x[row], t_x[row]);
            // Relative to being there at the last purchase: the probability to be there, with the derivatives of its
            // logarithm; the sums of the probabilities to have left, times powers of theirs.
            let (mut there, mut j) = (1.0, last);
            let (mut slope, mut bend) = ([0.0; WALK], [0.0; WALK]);
            let (mut gone, mut gone_slope, mut gone_square) = (0.0, [0.0; WALK], [[0.0; WALK]; WALK]);
            while row < x.len() && x[row] == bought && t_x[row] == last {
                while j < t[row] {
                    let leave = there * gamma / (at[3] + j);
                    let inverse = [
                        1.0 / (beta + (j - bought)),
                        1.0 / (at[1] + j),
                        1.0 / (delta + j),
                        1.0 / (at[3] + j),
                    ];
                    let mut own = slope;
                    own[3] -= inverse[3];
                    own[4] = 1.0 / gamma;
                    gone += leave;
                    for a in 0..WALK {
                        gone_slope[a] += leave * own[a];
                        for b in a..WALK {
                            gone_square[a][b] += leave * own[a] * own[b];
                        }
                        gone_square[a][a] += leave * bend[a];
                    }
                    gone_square[3][3] += leave * inverse[3] * inverse[3];
                    gone_square[4][4] -= leave * own[4] * own[4];
                    there *= inverse[1] * inverse[3] / (inverse[0] * inverse[2]);
                    for k in 0..4 {
                        slope[k] += signs[k] * inverse[k];
                        bend[k] -= signs[k] * inverse[k] * inverse[k];
                    }
                    j += 1.0;
                }
                let (total, w) = (gone + there, weight[row]);
                out.value += w * libm::log(total);
                let share = there / total;
                let mean: [f64; WALK] = std::array::from_fn(|a| gone_slope[a] / total + share * slope[a]);
                for a in 0..WALK {
                    gradient[a] += w * mean[a];
                    hessian[a][a] += w * share * bend[a];
                    for b in a..WALK {
                        hessian[a][b] +=
                            w * (gone_square[a][b] / total + share * slope[a] * slope[b] - mean[a] * mean[b]);
                    }
                }
                row += 1;
            }
        }
        for a in 0..WALK {
            for &p in MOVED_BY[a] {
                out.gradient[p] += gradient[a];
                for b in 0..WALK {
                    let both = if a <= b { hessian[a][b] } else { hessian[b][a] };
                    for &q in MOVED_BY[b] {
                        if p <= q {
                            out.hessian[p * 4 + q] += both;
                        }
                    }
                }
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let bought = self.counted.sum(|x, _, _| x);
        let seen = self.counted.sum(|_, t_x, _| t_x);
        let chance = if seen > 0.0 { within(0.8 * bought / seen, 0.02, 0.95) } else { 0.5 };
        // Some leave, nearly nobody leaves, many leave at once; customers differ much, much, little.
        [(2.0, 0.6, 2.5), (2.0, 0.1, 4.0), (8.0, 0.5, 0.7)]
            .into_iter()
            .map(|(sum, gamma, delta)| vec![sum * chance, sum * (1.0 - chance), gamma, delta])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{SHAPES, check_derivatives, check_finite};
    use super::*;
    use crate::models::Model as _;

    const X: [f64; 7] = [0.0, 1.0, 3.0, 3.0, 6.0, 0.0, 40.0];
    const T_X: [f64; 7] = [0.0, 1.0, 4.0, 4.0, 6.0, 0.0, 60.0];
    const N: [f64; 7] = [6.0, 6.0, 6.0, 9.0, 6.0, 2.0, 300.0];

    #[test]
    fn derivatives_are_those_of_the_value() {
        let histories = Histories::new(&X, &T_X, &N).unwrap();
        let likelihood = OpportunityLikelihood::new(Counted::new(&histories).unwrap());
        check_derivatives(&likelihood, &[1.2, 0.75, 0.66, 2.78], 1e-7);
        check_derivatives(&likelihood, &[5.0, 9.0, 0.01, 40.0], 1e-7);
    }

    #[test]
    fn the_counted_likelihood_is_the_sum_over_customers() {
        let histories = Histories::new(&X, &T_X, &N).unwrap();
        let likelihood = OpportunityLikelihood::new(Counted::new(&histories).unwrap());
        let model = BgBb::new(1.2, 0.75, 0.66, 2.78).unwrap();
        let mut out = Evaluation::zero(4);
        likelihood.evaluate(&model.parameters(), &mut out);
        let sum: f64 = model.log_likelihood(&histories).unwrap().iter().sum();
        assert!((out.value - sum).abs() < 1e-13 * sum.abs(), "{} {sum}", out.value);
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        let histories = Histories::new(&X, &T_X, &N).unwrap();
        let likelihood = OpportunityLikelihood::new(Counted::new(&histories).unwrap());
        check_finite(&likelihood, &[SHAPES; 4], 0.0);
    }
}
