//! Regular purchases: the time between two purchases is the sum of `k` exponential stages, so that it varies less than
//! under random purchases; after purchases customers leave as in BG/NBD or MBG/NBD. What BG/CNBD-k and MBG/CNBD-k share.
//!
//! Stages pass at a gamma-distributed rate, so everything is a sum over the number of stages passed, which is negative
//! binomial: sums of positive terms, customer by customer. (The formula in print for the expected purchases of a customer
//! with a history is an approximation that some programs rescale by the customers it is asked for together.)
//!
//! Source: Platzer & Reutterer 2016, Marketing Science 35:779; Reutterer, Platzer & Schröder 2021, International Journal
//! of Research in Marketing 38:194. With `k = 1` the models are BG/NBD and MBG/NBD. The likelihood of many customers is
//! in `regular_likelihood.rs`, what is to come of a living customer in `regular_living.rs`.

use super::histories::Customer;
use super::regular_living::{Active, LARGE, LN_LARGE};
use super::simulation::{Drawn, purchase_by_purchase};
use crate::Result;
use crate::numerics::elementary::{ln_one_plus_exp, logistic};
use crate::numerics::gamma::{ln_gamma, ln_gamma_difference};
use crate::numerics::random::Random;

/// The largest `k`.
pub(crate) const MOST_STAGES: f64 = 50.0;

/// The parameters of both models, and whether customers may leave after the first purchase (1) or not (0).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Regular {
    pub(crate) k: f64,
    pub(crate) r: f64,
    pub(crate) alpha: f64,
    pub(crate) a: f64,
    pub(crate) b: f64,
    pub(crate) first_dropout: f64,
}

/// `sum of (n)_j / j! ratio^j` over `j < k`, its terms, and the logarithm of the factor taken out of both.
fn stages(n: f64, k: f64, ratio: f64) -> (f64, Vec<f64>, f64) {
    let (mut term, mut ln_scale, mut j) = (1.0, 0.0, 0.0);
    let mut terms = Vec::with_capacity(k as usize);
    while j < k {
        terms.push(term);
        j += 1.0;
        term *= (n + (j - 1.0)) * ratio / j;
        if term > LARGE {
            for term in &mut terms {
                *term /= LARGE;
            }
            term /= LARGE;
            ln_scale += LN_LARGE;
        }
    }
    (terms.iter().sum(), terms, ln_scale)
}

impl Regular {
    /// The log odds that a customer has left; minus infinity where that cannot be.
    pub(crate) fn ln_odds_gone(&self, customer: &Customer) -> f64 {
        let Customer { x, t_x, t, .. } = *customer;
        let Self { k, r, alpha, a, b, first_dropout } = *self;
        if x + first_dropout < 1.0 {
            return f64::NEG_INFINITY;
        }
        let n = r + k * x;
        let (sum, _, ln_scale) = stages(n, k, (t - t_x) / (alpha + t));
        libm::log(a) - libm::log(b + x + first_dropout - 1.0) + n * libm::log1p((t - t_x) / (alpha + t_x))
            - libm::log(sum)
            - ln_scale
    }

    /// P(alive).
    pub(crate) fn alive(&self, customer: &Customer) -> f64 {
        logistic(-self.ln_odds_gone(customer))
    }

    /// The log-likelihood of one customer, with the sum of the logarithms of the times between purchases.
    pub(crate) fn log_likelihood(&self, customer: &Customer) -> f64 {
        let Customer { x, t_x, t, log_intervals } = *customer;
        let Self { k, r, alpha, a, b, first_dropout } = *self;
        let survived = x + first_dropout;
        let (sum, _, ln_scale) = stages(r + k * x, k, (t - t_x) / (alpha + t));
        let odds = self.ln_odds_gone(customer);
        (k - 1.0) * log_intervals - x * ln_gamma(k) + ln_gamma_difference(r, k * x)
            - r * libm::log1p(t / alpha)
            - k * x * libm::log(alpha + t)
            + libm::log(sum)
            + ln_scale
            + ln_gamma_difference(b, survived)
            - ln_gamma_difference(a + b, survived)
            + if odds == f64::NEG_INFINITY { 0.0 } else { ln_one_plus_exp(odds) }
    }

    /// This customer as a living one: the stage reached since the last purchase is known by its probabilities.
    pub(crate) fn active(&self, customer: &Customer) -> Active {
        let Customer { x, t_x, t, .. } = *customer;
        let Self { k, r, alpha, a, b, first_dropout } = *self;
        let r = r + k * x;
        let (sum, mut stage, _) = stages(r, k, (t - t_x) / (alpha + t));
        for weight in &mut stage {
            *weight /= sum;
        }
        Active { k, r, alpha: alpha + t, a, b: b + x + first_dropout, stage, there: 1.0 }
    }

    /// A customer yet to come: one who survived the chance to leave after the first purchase, if there is one.
    pub(crate) fn new_customer(&self) -> Active {
        let Self { k, r, alpha, a, b, first_dropout } = *self;
        let there = if first_dropout > 0.0 { b / (a + b) } else { 1.0 };
        Active { k, r, alpha, a, b: b + first_dropout, stage: vec![1.0], there }
    }

    /// The posterior means of the purchase rate (stages a unit of time, over `k`) and of the chance to leave.
    pub(crate) fn latent_means(&self, customer: &Customer) -> Vec<f64> {
        let Customer { x, t_x, .. } = *customer;
        let alive = self.alive(customer);
        let gone = 1.0 - alive;
        let active = self.active(customer);
        let there: f64 = active.stage.iter().zip(0..).map(|(w, j)| w * (active.r + f64::from(j))).sum();
        let rate = alive * there / active.alpha + gone * active.r / (self.alpha + t_x);
        let tried = self.a + self.b + x + self.first_dropout;
        vec![rate / self.k, (alive * self.a + gone * (self.a + 1.0)) / tried]
    }

    /// A simulated customer of age `t`.
    pub(crate) fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.r, self.alpha);
        let leave = random.beta(self.a, self.b);
        let alive = self.first_dropout == 0.0 || random.uniform() >= leave;
        let wait = |random: &mut Random| random.gamma(self.k, rate);
        purchase_by_purchase(random, t, t, alive, wait, |random| random.uniform() >= leave)
    }
}

/// Everything that both models have, but for their documentation.
macro_rules! regular_model {
    (
        $(#[$doc:meta])*
        $model:ident, $name:literal, $title:literal, $reference:literal, first_dropout: $first_dropout:literal
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $model {
            /// The number of stages between two purchases; 1 is random, larger is more regular.
            pub k: f64,
            /// Shape of the rates of stages.
            pub r: f64,
            /// Rate parameter of the rates of stages, a time.
            pub alpha: f64,
            /// First parameter of the dropout chances.
            pub a: f64,
            /// Second parameter of the dropout chances.
            pub b: f64,
        }

        /// The facts of the model.
        pub static SPEC: $crate::models::Spec = $crate::models::Spec {
            name: $name,
            class: stringify!($model),
            title: $title,
            kind: $crate::models::Kind::Purchase,
            parameters: &[
                $crate::models::Parameter { name: "r", meaning: "shape of the rates of stages" },
                $crate::models::Parameter {
                    name: "alpha",
                    meaning: "rate parameter of the rates of stages, a time",
                },
                $crate::models::Parameter { name: "a", meaning: "first parameter of the dropout chances" },
                $crate::models::Parameter { name: "b", meaning: "second parameter of the dropout chances" },
            ],
            settings: &[$crate::models::Setting {
                name: "k",
                meaning: "stages between two purchases: 1 is random, larger is more regular",
                range: (1.0, $crate::models::regular_purchases::MOST_STAGES),
            }],
            discrete: false,
            latent: &["purchase_rate", "dropout_probability"],
            reference: $reference,
            build: |p, settings| Ok(Box::new($model::of(settings.first().copied().unwrap_or(1.0), p))),
            fit: |rows, settings, options| {
                Ok($model::fit(&rows.histories()?, settings.first().copied(), options)?.boxed())
            },
            explain,
        };

        impl $model {
            /// The model with these parameters; `k` is a whole number from 1 to 50.
            ///
            /// # Errors
            ///
            /// A parameter that is not finite and above zero, a `k` outside its range.
            pub fn new(k: f64, r: f64, alpha: f64, a: f64, b: f64) -> $crate::Result<Self> {
                SPEC.check_parameters(&[r, alpha, a, b])?;
                SPEC.check_settings(&[k])?;
                Ok(Self { k, r, alpha, a, b })
            }

            fn of(k: f64, parameters: &[f64]) -> Self {
                let mut values = parameters.iter().copied();
                let mut next = || values.next().unwrap_or(f64::NAN);
                Self { k, r: next(), alpha: next(), a: next(), b: next() }
            }

            /// The maximum-likelihood fit to histories, for the `k` given; with `None` that of the `k` with the largest
            /// log-likelihood, for which the histories need their log intervals. The notes of the report say what the
            /// others came to.
            ///
            /// # Errors
            ///
            /// `empty_input` without customers; a `k` outside its range; `missing_column` where log intervals are needed.
            /// A search without a clear maximum is a diagnosis, not an error.
            pub fn fit(
                histories: &$crate::models::Histories,
                k: Option<f64>,
                options: &$crate::models::FitOptions,
            ) -> $crate::Result<$crate::models::Fitted<Self>> {
                use $crate::models::regular_likelihood::choose;
                let (k, fit) = choose(&SPEC, histories, k, $first_dropout, options)?;
                Ok($crate::models::Fitted { model: Self::of(k, &fit.values()), fit })
            }

            fn process(&self) -> $crate::models::regular_purchases::Regular {
                let Self { k, r, alpha, a, b } = *self;
                $crate::models::regular_purchases::Regular { k, r, alpha, a, b, first_dropout: $first_dropout }
            }

            fn active(&self, customer: &$crate::models::Customer) -> $crate::models::regular_living::Active {
                self.process().active(customer)
            }

            fn new_customer(&self) -> $crate::models::regular_living::Active {
                self.process().new_customer()
            }
        }

        impl $crate::models::Model for $model {
            fn spec(&self) -> &'static $crate::models::Spec {
                &SPEC
            }

            fn parameters(&self) -> Vec<f64> {
                vec![self.r, self.alpha, self.a, self.b]
            }

            fn settings(&self) -> Vec<f64> {
                vec![self.k]
            }

            fn as_purchase(&self) -> Option<&dyn $crate::models::PurchaseModel> {
                Some(self)
            }
        }

        impl $crate::models::PurchaseModel for $model {
            fn purchase(&self) -> &dyn $crate::models::PurchaseModel {
                self
            }

            fn depends_on(&self) -> $crate::models::DependsOn {
                use $crate::models::DependsOn;
                if self.k == 1.0 { DependsOn::CountAndAge } else { DependsOn::History }
            }

            fn log_likelihood_of(&self, customer: &$crate::models::Customer) -> f64 {
                self.process().log_likelihood(customer)
            }

            fn log_likelihood(&self, histories: &$crate::models::Histories) -> $crate::Result<Vec<f64>> {
                if self.k > 1.0 && histories.log_intervals().is_none() {
                    return Err($crate::models::regular_likelihood::needs_intervals("for the log-likelihood"));
                }
                Ok(histories.iter().map(|customer| self.log_likelihood_of(&customer)).collect())
            }

            fn alive_of(&self, customer: &$crate::models::Customer) -> f64 {
                self.process().alive(customer)
            }

            $crate::models::living::living_customers!();

            fn latent_means_of(&self, customer: &$crate::models::Customer) -> Vec<f64> {
                self.process().latent_means(customer)
            }

            fn draw(
                &self,
                random: &mut $crate::numerics::random::Random,
                t: f64,
            ) -> $crate::Result<$crate::models::Drawn> {
                self.process().draw(random, t)
            }
        }
    };
}

pub(crate) use regular_model;

#[cfg(test)]
mod tests {
    use super::super::beta_geometric::BetaGeometric;
    use super::super::beta_geometric_likelihood::BetaGeometricLikelihood;
    use super::super::counted::Counted;
    use super::super::fitting::Likelihood as _;
    use super::super::histories::Histories;
    use super::super::regular_likelihood::RegularLikelihood;
    use super::super::tests::{SHAPES, check_derivatives, check_finite};
    use super::*;
    use crate::numerics::optimise::Evaluation;

    const X: [f64; 6] = [0.0, 2.0, 1.0, 0.0, 7.0, 40.0];
    const T_X: [f64; 6] = [0.0, 30.4, 1.7, 0.0, 29.4, 38.0];
    const T: [f64; 6] = [38.9, 38.9, 20.0, 5.0, 38.9, 38.0];
    const LOGS: [f64; 6] = [0.0, 5.2, 0.53, 0.0, 9.0, -3.0];

    fn histories() -> Histories<'static> {
        Histories::new(&X, &T_X, &T).unwrap().with_log_intervals(&LOGS).unwrap()
    }

    #[test]
    fn the_likelihood_is_that_of_the_customers() {
        for k in [1.0, 3.0, 12.0] {
            for first_dropout in [0.0, 1.0] {
                let counted = Counted::new(&histories()).unwrap();
                let likelihood = RegularLikelihood::new(counted, k, first_dropout);
                check_derivatives(&likelihood, &[0.24, 4.4, 0.8, 2.4], 1e-7);
                check_derivatives(&likelihood, &[3.0, 50.0, 5.0, 0.3], 1e-7);
                let mut out = Evaluation::zero(4);
                likelihood.evaluate(&[0.24, 4.4, 0.8, 2.4], &mut out);
                let model = Regular { k, r: 0.24, alpha: 4.4, a: 0.8, b: 2.4, first_dropout };
                let sum: f64 = histories().iter().map(|c| model.log_likelihood(&c)).sum();
                assert!((out.value - sum).abs() < 1e-12 * sum.abs(), "{k}: {} {sum}", out.value);
            }
        }
    }

    #[test]
    fn one_stage_is_the_beta_geometric_process() {
        let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-12 * b.abs() + 1e-300, "{a} {b}");
        for first_dropout in [0.0, 1.0] {
            let model = Regular { k: 1.0, r: 0.24, alpha: 4.4, a: 0.8, b: 2.4, first_dropout };
            let process = BetaGeometric { r: 0.24, alpha: 4.4, a: 0.8, b: 2.4, first_dropout };
            for customer in Histories::new(&X, &T_X, &T).unwrap().iter() {
                let plain = process.log_likelihood(&customer);
                near(model.log_likelihood(&customer), plain);
                let odds = process.ln_odds_gone(&customer);
                assert!(
                    model.ln_odds_gone(&customer) == odds
                        || (model.ln_odds_gone(&customer) - odds).abs() < 1e-13
                );
                let means = process.latent_means(&customer);
                for (a, b) in model.latent_means(&customer).into_iter().zip(means) {
                    near(a, b);
                }
                let active = model.active(&customer);
                let plain = process.active(&customer);
                for t in [0.0, 1.0, 39.0, 4000.0] {
                    near(active.survival(t), plain.survival(t));
                    near(active.purchases(t), plain.purchases(t));
                    for n in [0.0, 1.0, 5.0, 200.0] {
                        near(active.count(n, t), plain.count(n, t));
                    }
                    let (a, b) = (active.discounted(0.003, t).unwrap(), plain.discounted(0.003, t).unwrap());
                    assert!((a - b).abs() <= 1e-11 * b, "{t}: {a} {b}");
                }
                // Sums too long to go term by term.
                {
                    let t = 1e6;
                    let (a, b) = (active.purchases(t), plain.purchases(t));
                    assert!((a - b).abs() <= 1e-10 * b, "{t}: {a} {b}");
                    let (a, b) = (active.survival(t), plain.survival(t));
                    assert!((a - b).abs() <= 1e-10 * b, "{t}: {a} {b}");
                }
                let far = f64::INFINITY;
                let (a, b) = (active.discounted(0.003, far).unwrap(), plain.discounted(0.003, far).unwrap());
                assert!((a - b).abs() <= 1e-11 * b, "{a} {b}");
            }
            let counted = Counted::new(&histories()).unwrap();
            let (mut one, mut other) = (Evaluation::zero(4), Evaluation::zero(4));
            RegularLikelihood::new(counted.clone(), 1.0, first_dropout)
                .evaluate(&[0.24, 4.4, 0.8, 2.4], &mut one);
            BetaGeometricLikelihood::new(counted, first_dropout).evaluate(&[0.24, 4.4, 0.8, 2.4], &mut other);
            near(one.value, other.value);
            for (a, b) in one.gradient.iter().zip(&other.gradient) {
                assert!((a - b).abs() < 1e-10, "{a} {b}");
            }
            // The upper triangle; what stands below it is nobody's.
            for (i, j) in (0..4).flat_map(|i| (i..4).map(move |j| (i, j))) {
                let (a, b) = (one.hessian[i * 4 + j], other.hessian[i * 4 + j]);
                assert!((a - b).abs() < 1e-10, "{i} {j}: {a} {b}");
            }
        }
    }

    #[test]
    fn answers_agree_with_each_other() {
        for first_dropout in [0.0, 1.0] {
            let model = Regular { k: 3.0, r: 0.85, alpha: 1.45, a: 0.79, b: 2.42, first_dropout };
            for customer in Histories::new(&X, &T_X, &T).unwrap().iter() {
                let active = model.active(&customer);
                let t = 20.0;
                let counts: Vec<f64> = (0..3000).map(|n| active.count(f64::from(n), t)).collect();
                let total: f64 = counts.iter().sum();
                assert!((total - 1.0).abs() < 1e-12, "{total}");
                let mean: f64 = counts.iter().zip(0..).map(|(p, n)| p * f64::from(n)).sum();
                assert!((mean - active.purchases(t)).abs() < 1e-11 * mean, "{mean} {}", active.purchases(t));
                let (finite, endless) = (
                    active.discounted(0.05, 899.0).unwrap(),
                    active.discounted(0.05, f64::INFINITY).unwrap(),
                );
                assert!((finite - endless).abs() < 1e-10 * endless, "{customer:?} {finite} {endless}");
            }
            let new = model.new_customer();
            let total: f64 = (0..200).map(|n| new.count_between(f64::from(n), 7.0, 20.0)).sum();
            assert!((total - 1.0).abs() < 1e-12, "{total}");
            let mean: f64 = (0..200).map(|n| f64::from(n) * new.count_between(f64::from(n), 7.0, 20.0)).sum();
            let difference = new.purchases(20.0) - new.purchases(7.0);
            assert!((mean - difference).abs() < 1e-11 * mean, "{mean} {difference}");
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        for k in [2.0, 50.0] {
            let likelihood = RegularLikelihood::new(Counted::new(&histories()).unwrap(), k, 0.0);
            check_finite(&likelihood, &[SHAPES; 4], f64::INFINITY);
        }
    }
}
