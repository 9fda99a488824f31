//! `models.<Class>.<method>`: the questions of the models, and their fits.

use ukur::Error;
use ukur::customers::Tracking;
use ukur::models::{
    AnyModel, Arguments, Covariates, Fit, FitOptions, Histories, HoldoutData, LifetimeTerms, Model,
    Observations, Question, Spec, ValidationOptions, answer, contract_lifetime_value, holdout_length, spec,
    validate,
};
use ukur::units::TimeUnit;

use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, of: Option<&Given>, args: &Given) -> Result<Outcome, Error> {
    if name == "validate" {
        return judge(args);
    }
    if name == "contract_lifetime_value" {
        return worth(args);
    }
    let (class, method) = name.split_once('.').unwrap_or_else(|| panic!("models.{name}: no such function"));
    let spec = spec(class)?;
    if method == "fit" {
        return fitted(spec, args).map(|fit| report(spec, &fit));
    }
    if method == "fit.confidence_intervals" {
        let intervals =
            fitted(spec, args)?.confidence_intervals(args.number("level").unwrap_or(0.95), None)?;
        return Ok(Outcome::Map(
            intervals.iter().map(|one| (one.name.clone(), Outcome::record(one))).collect(),
        ));
    }
    let of = of.unwrap_or_else(|| panic!("models.{name}: `of` gives the parameters"));
    ask(build(spec, of)?.as_ref(), method, args)
}

fn build(spec: &Spec, of: &Given) -> Result<Box<dyn Model>, Error> {
    let parameters: Vec<f64> = spec.parameters.iter().filter_map(|one| of.number(one.name)).collect();
    let settings: Vec<f64> = spec.settings.iter().filter_map(|one| of.number(one.name)).collect();
    spec.check_parameters(&parameters)?;
    (spec.build)(&parameters, &spec.check_settings(&settings)?)
}

/// A model that an argument describes: `{ "class": ..., "params": ... }`.
fn given_model(args: &Given) -> Result<Box<dyn Model>, Error> {
    let model = args.get("model").expect("`model` describes one");
    let Some(Given::Text(class)) = model.get("class") else { panic!("`class` names a model") };
    build(spec(class)?, model.get("params").expect("`params` gives the parameters"))
}

fn judge(args: &Given) -> Result<Outcome, Error> {
    let model = given_model(args)?;
    let summary = args.get("summary").expect("`summary` holds columns");
    let column = |name: &str| summary.column(name).unwrap_or_else(|| panic!("the summary has no {name}"));
    let (x, t_x, t) = (column("frequency"), column("recency"), column("T"));
    let weights = args.column("weights");
    let mut histories = Histories::new(&x, &t_x, &t)?;
    if let Some(weights) = &weights {
        histories = histories.with_weights(weights)?;
    }
    let tracking = args.get("tracking").map(|table| Tracking {
        time: table.column("time").expect("times"),
        holdout: match table.get("holdout") {
            Some(Given::List(flags)) => flags.iter().map(|flag| *flag == Given::Bool(true)).collect(),
            _ => panic!("flags"),
        },
        repeat_purchases: table.column("repeat_purchases").expect("counts"),
        cumulative: vec![],
    });
    let frequency = column("holdout_frequency");
    let holdout = HoldoutData {
        frequency: &frequency,
        horizon: holdout_length(&column("holdout_T"))?,
        tracking: tracking.as_ref(),
    };
    let whole = |name: &str, usual: usize| args.number(name).map_or(usual, |n| n as usize);
    let options = ValidationOptions { groups: whole("groups", 10), most: whole("most", 7) };
    let model = model.as_purchase().expect("a model of purchases");
    let found = validate(model, &histories, &holdout, &options)?;
    Ok(Outcome::record(&found).with_missing_as_nan())
}

/// The columns and numbers of a call, by name.
const NAMES: [&str; 15] = [
    "frequency",
    "recency",
    "T",
    "monetary_value",
    "sum_log_intervals",
    "weights",
    "n",
    "horizon",
    "start",
    "end",
    "discount_rate",
    "tenure",
    "churned",
    "survivors",
    "cohort",
];

/// The columns and numbers of a call.
struct Columns(Vec<Option<Vec<f64>>>);

impl Columns {
    fn read(args: &Given) -> Self {
        Self(
            NAMES
                .iter()
                .map(|name| args.number(name).map(|v| vec![v]).or_else(|| args.column(name)))
                .collect(),
        )
    }

    fn get(&self, name: &str) -> Option<&[f64]> {
        NAMES.iter().position(|known| *known == name).and_then(|at| self.0[at].as_deref())
    }

    fn observations(&self) -> Observations<'_> {
        Observations {
            frequency: self.get("frequency"),
            recency: self.get("recency"),
            t: self.get("T"),
            monetary_value: self.get("monetary_value"),
            sum_log_intervals: self.get("sum_log_intervals"),
            tenure: self.get("tenure"),
            churned: self.get("churned"),
            survivors: self.get("survivors"),
            cohort: self.get("cohort"),
            weights: self.get("weights"),
            ..Observations::default()
        }
    }

    fn arguments(&self) -> Arguments<'_> {
        Arguments {
            n: self.get("n"),
            horizon: self.get("horizon"),
            start: self.get("start"),
            end: self.get("end"),
            discount_rate: self.get("discount_rate"),
        }
    }
}

fn ask(model: &dyn Model, method: &str, args: &Given) -> Result<Outcome, Error> {
    let question = Question::parse(method)?;
    // One number in, one number out.
    let scalar = NAMES.iter().all(|name| args.column(name).is_none() || args.number(name).is_some());
    let read = Columns::read(args);
    let answer = answer(model, question, &read.observations(), &read.arguments())?;
    Ok(if scalar { answer[0].into() } else { answer.into() })
}

/// What contracts are worth.
fn worth(args: &Given) -> Result<Outcome, Error> {
    let columns = Columns::read(args);
    let rows = columns.observations();
    let contracts = rows.tenure.map(|_| rows.customers_under_contract()).transpose()?;
    let unit = |name: &str, usual| match args.get(name) {
        Some(Given::Text(text)) => TimeUnit::parse(name, text),
        _ => Ok(usual),
    };
    let terms = LifetimeTerms {
        horizon: args.number("horizon"),
        horizon_unit: unit("horizon_unit", TimeUnit::Month)?,
        discount_rate: args.number("discount_rate").unwrap_or(0.1),
        discount_period: unit("discount_period", TimeUnit::Year)?,
        margin: args.number("margin").unwrap_or(1.0),
    };
    let model = given_model(args)?;
    let model = model.as_contract().expect("a model of renewals");
    let payment = args.number("payment").map(|one| vec![one]).or_else(|| args.column("payment"));
    let payment = payment.expect("`payment` is an amount or a column");
    let values =
        contract_lifetime_value(model, contracts.as_ref(), &payment, unit("unit", TimeUnit::Year)?, &terms)?;
    let scalar = ["payment", "tenure", "churned"]
        .iter()
        .all(|name| args.column(name).is_none() || args.number(name).is_some());
    Ok(if scalar { values[0].into() } else { values.into() })
}

fn fitted(spec: &Spec, args: &Given) -> Result<Fit, Error> {
    let columns = Columns::read(args);
    let observations = columns.observations();
    let settings: Vec<f64> = spec.settings.iter().filter_map(|one| args.number(one.name)).collect();
    let (purchase, dropout) = (named(args, "purchase_covariates"), named(args, "dropout_covariates"));
    let (purchase, dropout) = (borrowed(&purchase), borrowed(&dropout));
    let covariates = Covariates { purchase: &purchase, dropout: &dropout };
    let options = FitOptions::default();
    let model =
        AnyModel::fit_with_covariates(spec.name, &observations, &settings, &covariates, &options, None)?;
    model.fitted().cloned()
}

/// Columns by name, in the order of the names.
fn named(args: &Given, name: &str) -> Vec<(String, Vec<f64>)> {
    match args.get(name) {
        Some(Given::Map(map)) => map.iter().map(|(name, one)| (name.clone(), one.to_column())).collect(),
        _ => vec![],
    }
}

fn borrowed(columns: &[(String, Vec<f64>)]) -> Vec<(&str, &[f64])> {
    columns.iter().map(|(name, column)| (name.as_str(), column.as_slice())).collect()
}

/// The report of a fit under the names that the other languages use.
fn report(spec: &Spec, fit: &Fit) -> Outcome {
    let mut known = match Outcome::record(fit) {
        Outcome::Map(pairs) => pairs,
        other => panic!("a record, not {other:?}"),
    };
    let by_parameter = |of: &dyn Fn(usize) -> Outcome| {
        Outcome::Map(
            (0..spec.parameters.len()).map(|at| (spec.parameters[at].name.to_owned(), of(at))).collect(),
        )
    };
    known.push(("params".to_owned(), by_parameter(&|at| fit.estimates[at].value.into())));
    known.push(("standard_errors".to_owned(), by_parameter(&|at| fit.estimates[at].standard_error.into())));
    Outcome::Map(known)
}
