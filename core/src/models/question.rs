//! The questions by name, so that one class in Python and one in JavaScript asks every model.

use super::contract::ContractModel;
use super::intervals::Scale;
use super::model::{Model, Spec};
use super::observations::{Observations, required};
use super::purchase::PurchaseModel;
use super::spend::SpendModel;
use crate::{Error, Result};

/// The numbers that a question may need, by name. Those about a new customer take columns (a curve over horizons,
/// a distribution over `n`); those about past customers take one number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Arguments<'a> {
    /// A number of purchases.
    pub n: Option<&'a [f64]>,
    /// How far ahead.
    pub horizon: Option<&'a [f64]>,
    /// The start of an interval.
    pub start: Option<&'a [f64]>,
    /// The end of an interval.
    pub end: Option<&'a [f64]>,
    /// A discount rate, continuously compounded per unit of time.
    pub discount_rate: Option<&'a [f64]>,
}

impl<'a> Arguments<'a> {
    /// The numbers that a lookup knows by their names.
    ///
    /// # Errors
    ///
    /// What the lookup refuses.
    pub fn by_name<E>(
        mut numbers: impl FnMut(&'static str) -> std::result::Result<Option<&'a [f64]>, E>,
    ) -> std::result::Result<Self, E> {
        Ok(Self {
            n: numbers("n")?,
            horizon: numbers("horizon")?,
            start: numbers("start")?,
            end: numbers("end")?,
            discount_rate: numbers("discount_rate")?,
        })
    }
}

/// A question. The names are those of the methods in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Question {
    /// Log-likelihood of each customer.
    LogLikelihood,
    /// P(alive) after a horizon.
    ProbabilityAlive,
    /// Expected purchases of each customer.
    ExpectedPurchases,
    /// P(n purchases) of each customer.
    ConditionalPurchaseProbability,
    /// Discounted expected purchases of each customer.
    DiscountedExpectedPurchases,
    /// P(alive) of a new customer.
    ProbabilityAliveNew,
    /// Expected purchases of a new customer.
    ExpectedPurchasesNew,
    /// P(n purchases) of a new customer.
    PurchaseProbability,
    /// P(n purchases) of a new customer in an interval.
    PurchaseProbabilityBetween,
    /// Discounted expected purchases of a new customer.
    DiscountedExpectedPurchasesNew,
    /// P(a new customer makes so many renewals).
    Survival,
    /// P(a new customer leaves at a renewal).
    ChurnProbability,
    /// P(each customer makes the next renewal).
    RetentionRate,
    /// Discounted periods of a new customer.
    DiscountedExpectedLifetime,
    /// Discounted periods that each customer has left.
    DiscountedExpectedResidualLifetime,
    /// Expected money a purchase of each customer.
    ExpectedSpend,
    /// Expected money a purchase of a new customer.
    MeanSpend,
}

impl Question {
    /// Every question.
    pub const ALL: [Self; 17] = [
        Self::LogLikelihood,
        Self::ProbabilityAlive,
        Self::ExpectedPurchases,
        Self::ConditionalPurchaseProbability,
        Self::DiscountedExpectedPurchases,
        Self::ProbabilityAliveNew,
        Self::ExpectedPurchasesNew,
        Self::PurchaseProbability,
        Self::PurchaseProbabilityBetween,
        Self::DiscountedExpectedPurchasesNew,
        Self::Survival,
        Self::ChurnProbability,
        Self::RetentionRate,
        Self::DiscountedExpectedLifetime,
        Self::DiscountedExpectedResidualLifetime,
        Self::ExpectedSpend,
        Self::MeanSpend,
    ];

    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LogLikelihood => "log_likelihood",
            Self::ProbabilityAlive => "probability_alive",
            Self::ExpectedPurchases => "expected_purchases",
            Self::ConditionalPurchaseProbability => "conditional_purchase_probability",
            Self::DiscountedExpectedPurchases => "discounted_expected_purchases",
            Self::ProbabilityAliveNew => "probability_alive_new",
            Self::ExpectedPurchasesNew => "expected_purchases_new",
            Self::PurchaseProbability => "purchase_probability",
            Self::PurchaseProbabilityBetween => "purchase_probability_between",
            Self::DiscountedExpectedPurchasesNew => "discounted_expected_purchases_new",
            Self::Survival => "survival",
            Self::ChurnProbability => "churn_probability",
            Self::RetentionRate => "retention_rate",
            Self::DiscountedExpectedLifetime => "discounted_expected_lifetime",
            Self::DiscountedExpectedResidualLifetime => "discounted_expected_residual_lifetime",
            Self::ExpectedSpend => "expected_spend",
            Self::MeanSpend => "mean_spend",
        }
    }

    /// The question of a name.
    ///
    /// # Errors
    ///
    /// `unknown_question`.
    pub fn parse(name: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|question| question.as_str() == name)
            .ok_or_else(|| Error::input("unknown_question", format!("there is no question '{name}'")))
    }

    /// The scale on which its intervals are symmetric; none for log-likelihoods, which have no interval.
    pub const fn scale(self) -> Option<Scale> {
        match self {
            Self::LogLikelihood => None,
            Self::ProbabilityAlive
            | Self::ConditionalPurchaseProbability
            | Self::ProbabilityAliveNew
            | Self::PurchaseProbability
            | Self::PurchaseProbabilityBetween
            | Self::Survival
            | Self::ChurnProbability
            | Self::RetentionRate => Some(Scale::Probability),
            _ => Some(Scale::Positive),
        }
    }
}

/// The answer, one number a row (or a number of the arguments, for questions about a new customer).
///
/// # Errors
///
/// `question_not_defined` where the model's mathematics has no such question; `missing_argument`; and what the
/// question itself refuses.
pub fn answer(
    model: &dyn Model,
    question: Question,
    rows: &Observations,
    arguments: &Arguments,
) -> Result<Vec<f64>> {
    // Each kind answers for itself, so that a program without contracts is linked without their questions.
    match (model.as_purchase(), model.as_contract(), model.as_spend()) {
        (Some(model), _, _) => model.ask(question, rows, arguments),
        (_, Some(model), _) => model.ask(question, rows, arguments),
        (_, _, Some(model)) => model.ask(question, rows, arguments),
        (None, None, None) => Err(not_defined(model.spec(), question)),
    }
}

/// What a model of purchases answers.
pub(crate) fn ask_purchase(
    model: &dyn PurchaseModel,
    question: Question,
    rows: &Observations,
    arguments: &Arguments,
) -> Result<Vec<f64>> {
    let horizon = || one_number("horizon", arguments.horizon);
    let known_horizon = || arguments.horizon.map(|h| one_number("horizon", Some(h))).transpose();
    match question {
        Question::LogLikelihood => model.log_likelihood(&rows.histories()?),
        Question::ProbabilityAlive => {
            let horizon = known_horizon()?.unwrap_or(0.0);
            model.probability_alive(&rows.histories()?, horizon)
        }
        Question::ExpectedPurchases => model.expected_purchases(&rows.histories()?, horizon()?),
        Question::ConditionalPurchaseProbability => {
            let n = one_number("n", arguments.n)?;
            model.conditional_purchase_probability(n, &rows.histories()?, horizon()?)
        }
        Question::DiscountedExpectedPurchases => {
            let rate = one_number("discount_rate", arguments.discount_rate)?;
            model.discounted_expected_purchases(rate, &rows.histories()?, known_horizon()?)
        }
        Question::ProbabilityAliveNew => {
            curve(&[("horizon", arguments.horizon)], &|v| model.probability_alive_new(v[0]))
        }
        Question::ExpectedPurchasesNew => {
            curve(&[("horizon", arguments.horizon)], &|v| model.expected_purchases_new(v[0]))
        }
        Question::PurchaseProbability => curve(&[("n", arguments.n), ("horizon", arguments.horizon)], &|v| {
            model.purchase_probability(v[0], v[1])
        }),
        Question::PurchaseProbabilityBetween => {
            curve(&[("n", arguments.n), ("start", arguments.start), ("end", arguments.end)], &|v| {
                model.purchase_probability_between(v[0], v[1], v[2])
            })
        }
        Question::DiscountedExpectedPurchasesNew => discounted_curve(arguments, &|rate, horizon| {
            model.discounted_expected_purchases_new(rate, horizon)
        }),
        _ => Err(not_defined(model.spec(), question)),
    }
}

/// What a model of contracts answers.
pub(crate) fn ask_contract(
    model: &dyn ContractModel,
    question: Question,
    rows: &Observations,
    arguments: &Arguments,
) -> Result<Vec<f64>> {
    let known_horizon = || arguments.horizon.map(|h| one_number("horizon", Some(h))).transpose();
    match question {
        Question::LogLikelihood => model.log_likelihood(&rows.contracts()?),
        Question::ProbabilityAlive => {
            let horizon = known_horizon()?.unwrap_or(0.0);
            model.probability_alive(&rows.customers_under_contract()?, horizon)
        }
        Question::Survival => curve(&[("horizon", arguments.horizon)], &|v| model.survival(v[0])),
        Question::ChurnProbability => curve(&[("n", arguments.n)], &|v| model.churn_probability(v[0])),
        Question::RetentionRate => model.retention_rate(&rows.customers_under_contract()?),
        Question::DiscountedExpectedLifetime => {
            discounted_curve(arguments, &|rate, horizon| model.discounted_expected_lifetime(rate, horizon))
        }
        Question::DiscountedExpectedResidualLifetime => {
            let rate = one_number("discount_rate", arguments.discount_rate)?;
            model.discounted_expected_residual_lifetime(
                rate,
                &rows.customers_under_contract()?,
                known_horizon()?,
            )
        }
        _ => Err(not_defined(model.spec(), question)),
    }
}

/// What a model of spend answers.
pub(crate) fn ask_spend(model: &dyn SpendModel, question: Question, rows: &Observations) -> Result<Vec<f64>> {
    let money =
        || Ok((required("frequency", rows.frequency)?, required("monetary_value", rows.monetary_value)?));
    match question {
        Question::LogLikelihood => {
            let (x, m) = money()?;
            model.log_likelihood(x, m)
        }
        Question::ExpectedSpend => {
            let (x, m) = money()?;
            model.expected_spend(x, m)
        }
        Question::MeanSpend => Ok(vec![model.mean_spend()?]),
        _ => Err(not_defined(model.spec(), question)),
    }
}

fn not_defined(spec: &Spec, question: Question) -> Error {
    Error::input("question_not_defined", format!("{} does not answer `{}`", spec.title, question.as_str()))
}

fn missing(name: &str) -> Error {
    Error::input("missing_argument", format!("`{name}` is needed for this question and was not given"))
}

/// The one number that a question about past customers takes.
///
/// # Errors
///
/// `missing_argument` and `not_one_number`.
pub fn one_number(name: &'static str, value: Option<&[f64]>) -> Result<f64> {
    match value {
        Some(&[value]) => Ok(value),
        Some(_) => Err(Error::input(
            "not_one_number",
            format!("`{name}` must be one number when the question is about past customers"),
        )),
        None => Err(missing(name)),
    }
}

/// One answer a discount rate, with a horizon each where there are horizons.
fn discounted_curve(
    arguments: &Arguments,
    answer: &dyn Fn(f64, Option<f64>) -> Result<f64>,
) -> Result<Vec<f64>> {
    match arguments.horizon {
        Some(horizon) => {
            curve(&[("discount_rate", arguments.discount_rate), ("horizon", Some(horizon))], &|v| {
                answer(v[0], Some(v[1]))
            })
        }
        None => curve(&[("discount_rate", arguments.discount_rate)], &|v| answer(v[0], None)),
    }
}

/// One answer a row of the arguments, of which those with one number are repeated.
fn curve(
    arguments: &[(&'static str, Option<&[f64]>)],
    answer: &dyn Fn(&[f64]) -> Result<f64>,
) -> Result<Vec<f64>> {
    let mut columns: Vec<(&'static str, &[f64])> = Vec::new();
    for (name, values) in arguments {
        columns.push((name, values.ok_or_else(|| missing(name))?));
    }
    let longest = columns.iter().find(|(_, values)| values.len() != 1).copied();
    let rows = longest.map_or(1, |(_, values)| values.len());
    for (name, values) in &columns {
        if values.len() != 1 && values.len() != rows {
            return Err(Error::lengths(longest.map_or("", |(first, _)| first), rows, *name, values.len()));
        }
    }
    (0..rows)
        .map(|row| {
            let values: Vec<f64> =
                columns.iter().map(|(_, v)| if v.len() == 1 { v[0] } else { v[row] }).collect();
            answer(&values).map_err(|error| if rows == 1 { error } else { error.at_row(row) })
        })
        .collect()
}
