//! Questions to a model with covariates: customers with equal covariates are alike, and each group of them is asked of
//! its own plain model.

use super::any::AnyModel;
use super::contract::Contracts;
use super::covariates::{Coefficients, only_pareto};
use super::lifetime_value::{LifetimeTerms, LifetimeValue, discounted_payments, lifetime_value};
use super::model::{Kind, Model};
use super::observations::{Observations, required};
use super::purchase::PurchaseModel;
use super::question::{Arguments, Question, answer};
use super::spend::SpendModel;
use super::varying::{Periods, paths};
use crate::shown::Shown;
use crate::units::TimeUnit;
use crate::{Error, Result};

/// Plain models, each with the rows that it answers for.
type Groups = Vec<(Box<dyn Model>, Vec<usize>)>;

/// What one group answers, in columns.
type Ask<'a> = dyn Fn(&dyn Model, &Observations) -> Result<Vec<Vec<f64>>> + 'a;

/// The plain models of groups of customers.
pub(crate) struct Alike {
    models: Vec<Box<dyn Model>>,
    members: Vec<Vec<usize>>,
    /// The group of each customer.
    group: Vec<usize>,
}

impl Alike {
    /// The model of a customer.
    pub(crate) fn at(&self, row: usize) -> &dyn Model {
        self.models[self.group[row]].as_ref()
    }

    /// The models of purchases, each with its customers; `model` is one of the kind.
    pub(crate) fn parts<'a>(
        &'a self,
        model: &'a dyn PurchaseModel,
    ) -> Vec<(&'a dyn PurchaseModel, &'a [usize])> {
        let of_purchases = |own: &'a dyn Model| own.as_purchase().unwrap_or(model);
        self.models
            .iter()
            .zip(&self.members)
            .map(|(own, rows)| (of_purchases(own.as_ref()), rows.as_slice()))
            .collect()
    }
}

impl AnyModel {
    /// The plain model of customers with these covariates, in the order of the coefficients' names.
    pub(crate) fn shifted(
        &self,
        known: &Coefficients,
        base: &[f64],
        values: &[f64],
    ) -> Result<Box<dyn Model>> {
        (self.spec().build)(&known.parameters(self.spec(), base, values)?, &self.model().settings())
    }

    /// The models of customers whose covariates change over time, one each; covariates must reach to the horizon.
    fn models_along(
        &self,
        known: &Coefficients,
        base: &[f64],
        rows: &Observations,
        periods: &Periods,
        horizon: f64,
    ) -> Result<Groups> {
        only_pareto(self.spec())?;
        let histories = rows.histories()?;
        let paths = paths(periods, &histories, &known.columns(rows.covariates)?)?;
        let mut out: Groups = Vec::with_capacity(paths.len());
        for (row, (path, customer)) in paths.iter().zip(histories.iter()).enumerate() {
            let reach = path.end() - customer.t;
            if horizon > reach * (1.0 + 1e-9) + 1e-9 {
                return Err(Error::input(
                    "missing_period",
                    format!(
                        "the horizon is {}, but the periods of customer {row} (row, counted from 0) end {} after the \
                         observation; give the covariates that are expected until then",
                        Shown(horizon),
                        Shown(reach)
                    ),
                ));
            }
            if let Some(model) = known.along(base, path) {
                out.push((Box::new(model), vec![row]));
            }
        }
        Ok(out)
    }

    /// The models of customers to be simulated or judged; a covariate of one number is that of all.
    pub(crate) fn models_of(
        &self,
        known: &Coefficients,
        rows: &Observations,
        customers: usize,
        horizon: f64,
    ) -> Result<Alike> {
        let covariates = rows.covariates;
        need(covariates, known, "this question")?;
        if let Some(periods) = rows.periods {
            let base = self.model().parameters();
            let (models, members) =
                self.models_along(known, &base, rows, periods, horizon)?.into_iter().unzip();
            return Ok(Alike { models, members, group: (0..customers).collect() });
        }
        let repeated: Vec<Vec<f64>> = covariates
            .iter()
            .map(|(_, column)| match column {
                [one] => vec![*one; customers],
                column => column.to_vec(),
            })
            .collect();
        let columns: Vec<(&str, &[f64])> =
            covariates.iter().zip(&repeated).map(|((name, _), column)| (*name, column.as_slice())).collect();
        let mut alike = Alike { models: vec![], members: vec![], group: vec![0; customers] };
        for (values, members) in known.groups(&columns, ("n", customers))? {
            for &row in &members {
                alike.group[row] = alike.models.len();
            }
            alike.models.push(self.shifted(known, &self.model().parameters(), &values)?);
            alike.members.push(members);
        }
        Ok(alike)
    }

    /// The answer to a question, by the model with these coefficients and parameters at covariates of zero.
    pub(crate) fn ask_groups(
        &self,
        known: &Coefficients,
        base: &[f64],
        question: Question,
        rows: &Observations,
        arguments: &Arguments,
    ) -> Result<Vec<f64>> {
        need(rows.covariates, known, question.as_str())?;
        if rows.customers().is_none() {
            return self.ask_of_new(known, base, question, rows, arguments);
        }
        let horizon = match (question, arguments.horizon) {
            (Question::DiscountedExpectedPurchases, None) if rows.periods.is_some() => {
                return Err(finite_horizon());
            }
            (Question::LogLikelihood, _) => {
                if let Some(periods) = rows.periods {
                    required("purchases", periods.purchases)?;
                }
                0.0
            }
            (_, horizon) => horizon.into_iter().flatten().copied().fold(0.0, f64::max),
        };
        let ask =
            |model: &dyn Model, rows: &Observations| Ok(vec![answer(model, question, rows, arguments)?]);
        Ok(self.by_group(known, base, rows, horizon, 1, &ask)?.swap_remove(0))
    }

    /// The posterior means of the latent quantities, one column each.
    pub(crate) fn posterior_means_of_groups(
        &self,
        known: &Coefficients,
        base: &[f64],
        rows: &Observations,
    ) -> Result<Vec<Vec<f64>>> {
        need(rows.covariates, known, "posterior_means")?;
        let latent = self.spec().latent.len();
        self.by_group(known, base, rows, 0.0, latent, &|model, rows| self.latent_means(model, rows))
    }

    /// Lifetime values: the covariates shift purchases and not spend.
    pub(crate) fn lifetime_value_of_groups(
        &self,
        known: &Coefficients,
        spend: &dyn SpendModel,
        rows: &Observations,
        unit: TimeUnit,
        terms: &LifetimeTerms,
    ) -> Result<LifetimeValue> {
        need(rows.covariates, known, "lifetime_value")?;
        let value = |model: &dyn Model, rows: &Observations| {
            let purchases = model.as_purchase().ok_or_else(|| self.not_defined("lifetime_value"))?;
            let money = required("monetary_value", rows.monetary_value)?;
            lifetime_value(purchases, spend, &rows.histories()?, money, unit, terms)
        };
        // The terms, converted, are those of no customers too.
        let none = Observations {
            frequency: Some(&[]),
            recency: Some(&[]),
            t: Some(&[]),
            monetary_value: Some(&[]),
            ..Observations::default()
        };
        let mut out = value(self.model(), &none)?;
        let horizon = match out.horizon {
            None if rows.periods.is_some() => return Err(finite_horizon()),
            horizon => horizon.unwrap_or(0.0),
        };
        let columns =
            self.by_group(known, &self.model().parameters(), rows, horizon, 3, &|model, rows| {
                let LifetimeValue { values, discounted_purchases, expected_spend, .. } = value(model, rows)?;
                Ok(vec![values, discounted_purchases, expected_spend])
            })?;
        for (column, to) in
            columns.into_iter().zip([&mut out.values, &mut out.discounted_purchases, &mut out.expected_spend])
        {
            *to = column;
        }
        Ok(out)
    }

    /// The discounted expected number of payments of customers under contract, or of new ones with these covariates.
    pub(crate) fn payments_of_groups(
        &self,
        known: &Coefficients,
        base: &[f64],
        rows: &Observations,
        unit: TimeUnit,
        terms: &LifetimeTerms,
    ) -> Result<Vec<f64>> {
        need(rows.covariates, known, "contract_lifetime_value")?;
        let payments = |model: &dyn Model, contracts: Option<&Contracts>| {
            let model = model.as_contract().ok_or_else(|| self.not_defined("contract_lifetime_value"))?;
            discounted_payments(model, contracts, unit, terms)
        };
        if rows.tenure.is_some() {
            let ask = |model: &dyn Model, rows: &Observations| {
                Ok(vec![payments(model, Some(&rows.customers_under_contract()?))?])
            };
            return Ok(self.by_group(known, base, rows, 0.0, 1, &ask)?.swap_remove(0));
        }
        let customers = rows.covariates.first().map_or(1, |(_, column)| column.len());
        let mut out = vec![0.0; customers];
        for (values, members) in known.groups(rows.covariates, ("covariates", customers))? {
            let found = payments(self.shifted(known, base, &values)?.as_ref(), None)?;
            for row in members {
                out[row] = found[0];
            }
        }
        Ok(out)
    }

    /// Answers of each customer, in so many columns.
    fn by_group(
        &self,
        known: &Coefficients,
        base: &[f64],
        rows: &Observations,
        horizon: f64,
        width: usize,
        ask: &Ask,
    ) -> Result<Vec<Vec<f64>>> {
        // As a whole first, so that an error names the row of the data and not that of a group.
        if self.spec().kind == Kind::Contract {
            rows.customers_under_contract()?;
        } else {
            rows.histories()?;
        }
        let (first, customers) =
            rows.customers().map_or(("frequency", 0), |(name, column)| (name, column.len()));
        let mut out = vec![vec![0.0; customers]; width];
        let mut groups: Groups = Vec::new();
        if let Some(periods) = rows.periods {
            groups = self.models_along(known, base, rows, periods, horizon)?;
        } else {
            for (values, members) in known.groups(rows.covariates, (first, customers))? {
                groups.push((self.shifted(known, base, &values)?, members));
            }
        }
        for (model, members) in groups {
            let own = rows.taken(&members)?;
            for (to, column) in out.iter_mut().zip(ask(model.as_ref(), &own.observations())?) {
                for (&row, value) in members.iter().zip(column) {
                    to[row] = value;
                }
            }
        }
        Ok(out)
    }

    /// The answer about new customers: of one, for any arguments; or of as many as there are arguments.
    fn ask_of_new(
        &self,
        known: &Coefficients,
        base: &[f64],
        question: Question,
        rows: &Observations,
        arguments: &Arguments,
    ) -> Result<Vec<f64>> {
        let (first, customers) =
            rows.covariates.first().map_or(("", 1), |(name, column)| (*name, column.len()));
        let all = [arguments.n, arguments.horizon, arguments.start, arguments.end, arguments.discount_rate];
        if customers != 1 {
            for (name, column) in ["n", "horizon", "start", "end", "discount_rate"].into_iter().zip(all) {
                let length = column.map_or(1, <[f64]>::len);
                if length != 1 && length != customers {
                    return Err(Error::lengths(first.to_owned(), customers, name, length));
                }
            }
        }
        let mut out = vec![0.0; customers];
        for (values, members) in known.groups(rows.covariates, ("covariates", customers))? {
            let model = self.shifted(known, base, &values)?;
            if customers == 1 {
                return answer(model.as_ref(), question, rows, arguments);
            }
            let own = all.map(|column| match column {
                Some(column) if column.len() != 1 => Some(members.iter().map(|&row| column[row]).collect()),
                Some(column) => Some(column.to_vec()),
                None => None::<Vec<f64>>,
            });
            let [n, horizon, start, end, discount_rate] = own.each_ref().map(Option::as_deref);
            let found =
                answer(model.as_ref(), question, rows, &Arguments { n, horizon, start, end, discount_rate })?;
            for (at, &row) in members.iter().enumerate() {
                out[row] = if found.len() == 1 { found[0] } else { found[at] };
            }
        }
        Ok(out)
    }
}

/// Nobody knows covariates for ever.
fn finite_horizon() -> Error {
    Error::input(
        "missing_argument",
        "`horizon` is needed where covariates change over time: they are not known for ever",
    )
}

/// Refuses a question without covariates.
pub(crate) fn need(given: &[(&str, &[f64])], known: &Coefficients, question: &str) -> Result<()> {
    if !given.is_empty() {
        return Ok(());
    }
    Err(Error::input(
        "covariates_needed",
        format!(
            "the answer to `{question}` depends on covariates ({}): give those of each customer, or take the model \
             of customers alike with `at`",
            known.names().join(", ")
        ),
    ))
}
