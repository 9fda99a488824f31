//! GGom/NBD: purchases at individual, gamma-distributed rates during lifetimes whose risk of ending changes with
//! age: Gompertz distributed with a common shape `b` and gamma-distributed individual scales.
//!
//! Sources: Bemmaor & Glady 2012, Management Science 58:1012; for the conditional expectation Adler 2022, Management
//! Science (doi 10.1287/mnsc.2022.4422), who corrects it: the published form overestimates. As `b` goes to 0 with
//! `beta / b` fixed the model becomes Pareto/NBD, and many data sets end there: the fit says so. The likelihood is in
//! `ggom_likelihood.rs`, the lifetimes are in `gompertz.rs`.

use super::counted::Counted;
use super::fitting::{DataFacts, DiagnosisCode, Finding, FitOptions, fit};
use super::gamma_purchases::{Active, Lifetime, draw};
use super::ggom_likelihood::{GgomLikelihood, ln_inverse_alive, log_likelihood};
use super::gompertz::Gompertz;
use super::histories::{Customer, Histories};
use super::living::living_customers;
use super::model::{Kind, Model, Parameter, Spec};
use super::purchase::PurchaseModel;
use super::simulation::Drawn;
use super::{Fitted, observations::Observations};
use crate::Result;
use crate::numerics::random::Random;

/// The GGom/NBD model. Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time); a share
/// `(beta / (beta - 1 + exp(b t)))^s` of the customers lives longer than `t`.
///
/// ```
/// use ukur::models::{GgomNbd, Histories, PurchaseModel};
/// let model = GgomNbd::new(0.553, 10.578, 0.0002, 0.603, 0.0026)?;
/// let histories = Histories::new(&[2.0], &[30.43], &[38.86])?;
/// assert!((model.expected_purchases(&histories, 39.0)?[0] - 1.46632068699318).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GgomNbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates, a time.
    pub alpha: f64,
    /// How fast the risk of leaving grows with age, per unit of time.
    pub b: f64,
    /// Shape of the individual risks.
    pub s: f64,
    /// Rate parameter of the individual risks, a number.
    pub beta: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "ggom_nbd",
    class: "GgomNbd",
    title: "GGom/NBD",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "r", meaning: "shape of the purchase rates" },
        Parameter { name: "alpha", meaning: "rate parameter of the purchase rates, a time" },
        Parameter { name: "b", meaning: "how fast the risk of leaving grows with age, per unit of time" },
        Parameter { name: "s", meaning: "shape of the individual risks" },
        Parameter { name: "beta", meaning: "rate parameter of the individual risks" },
    ],
    settings: &[],
    discrete: false,
    latent: &["purchase_rate", "dropout_risk"],
    reference: "Bemmaor & Glady 2012, Management Science 58:1012; Adler 2022, doi 10.1287/mnsc.2022.4422",
    build: |p, _| Ok(Box::new(GgomNbd { r: p[0], alpha: p[1], b: p[2], s: p[3], beta: p[4] })),
    fit: |observations: &Observations, _, options| {
        let fitted = GgomNbd::fit(&observations.histories()?, options)?;
        Ok((Box::new(fitted.model), fitted.fit))
    },
    explain,
};

impl GgomNbd {
    /// The model with these parameters.
    ///
    /// # Errors
    ///
    /// A parameter that is not finite and above zero.
    pub fn new(r: f64, alpha: f64, b: f64, s: f64, beta: f64) -> Result<Self> {
        SPEC.check_parameters(&[r, alpha, b, s, beta])?;
        Ok(Self { r, alpha, b, s, beta })
    }

    /// The maximum-likelihood fit to histories.
    ///
    /// ```
    /// use ukur::models::{FitOptions, Histories, GgomNbd};
    /// let (x, t_x, t) = ([0.0, 2.0, 1.0, 0.0, 7.0], [0.0, 30.4, 1.7, 0.0, 29.4], [38.9; 5]);
    /// let fitted = GgomNbd::fit(&Histories::new(&x, &t_x, &t)?, &FitOptions::default())?;
    /// println!("{}", fitted.fit);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `empty_input` without customers; a search without a clear maximum is a diagnosis, not an error.
    pub fn fit(histories: &Histories, options: &FitOptions) -> Result<Fitted<Self>> {
        let counted = Counted::new(histories)?;
        let facts = DataFacts::of(&counted);
        let report = fit(&SPEC, &GgomLikelihood::new(counted), facts, options)?;
        let p = report.values();
        let model = Self { r: p[0], alpha: p[1], b: p[2], s: p[3], beta: p[4] };
        Ok(Fitted { model, fit: report })
    }

    fn life(&self) -> Gompertz {
        Gompertz { b: self.b, s: self.s, beta: self.beta }
    }

    /// This customer as a living one.
    fn active(&self, customer: &Customer) -> Active<Gompertz> {
        let life = self.life().aged(customer.t);
        Active { r: self.r + customer.x, alpha: self.alpha + customer.t, life }
    }

    /// A customer yet to come.
    fn new_customer(&self) -> Active<Gompertz> {
        Active { r: self.r, alpha: self.alpha, life: self.life() }
    }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    let gone = |p: &str| finding.to_zero.contains(&p);
    let endless = |p: &str| finding.to_infinity.contains(&p);
    let flat = matches!(finding.code, DiagnosisCode::Boundary | DiagnosisCode::Ridge);
    match finding.code {
        _ if flat && gone("b") && gone("beta") => Some(
            "the risk of leaving does not grow with age: b and beta go to 0 together, only beta / b is determined, and \
             this is Pareto/NBD with beta / b for its beta; use ParetoNbd",
        ),
        _ if flat && endless("beta") && !endless("s") => Some(
            "nobody leaves before an age of about ln(beta) / b, and beta goes to infinity; where that age is beyond the \
             data, use Nbd, which has no dropout",
        ),
        DiagnosisCode::Ridge if endless("s") && endless("beta") => Some(
            "customers do not differ in their risk of leaving: s and beta grow together, and only s / beta, the common \
             risk, is determined",
        ),
        DiagnosisCode::Ridge if endless("r") && endless("alpha") => Some(
            "customers do not differ in their purchase rate: r and alpha grow together, and only r / alpha, the \
             common rate, is determined",
        ),
        _ => None,
    }
}

impl Model for GgomNbd {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn parameters(&self) -> Vec<f64> {
        vec![self.r, self.alpha, self.b, self.s, self.beta]
    }

    fn as_purchase(&self) -> Option<&dyn PurchaseModel> {
        Some(self)
    }
}

impl PurchaseModel for GgomNbd {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        log_likelihood(self.r, self.alpha, &self.life(), customer)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        libm::exp(-ln_inverse_alive(self.r + customer.x, self.alpha, &self.life(), customer))
    }

    living_customers!();

    /// One purchase (or one death) more in the history multiplies the likelihood by the mean of the rate (the risk).
    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        let (p, life) = (self.r + customer.x, self.life());
        let here = ln_inverse_alive(p, self.alpha, &life, customer);
        let purchase = ln_inverse_alive(p + 1.0, self.alpha, &life, customer) - here;
        let riskier = Gompertz { s: self.s + 1.0, ..life };
        let risk = ln_inverse_alive(p, self.alpha, &riskier, customer) - here;
        let ln_alive = -life.ln_growth(self.beta, customer.t);
        vec![
            p / (self.alpha + customer.t) * libm::exp(purchase),
            self.s / self.beta * libm::exp(risk + ln_alive),
        ]
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.r, self.alpha);
        let risk = random.gamma(self.s, self.beta);
        let lifetime = libm::log1p(random.exponential() / risk) / self.b;
        draw(random, rate, lifetime, t)
    }
}
