//! `models.<Class>.<method>`: the questions of the models, and their fits.

use ukur::Error;
use ukur::models::{Fit, FitOptions, Histories, Model, Observations, Spec, spec};

use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, of: Option<&Given>, args: &Given) -> Result<Outcome, Error> {
    let (class, method) = name.split_once('.').unwrap_or_else(|| panic!("models.{name}: no such function"));
    let spec = spec(class)?;
    if method == "fit" {
        return fit(spec, args);
    }
    let of = of.unwrap_or_else(|| panic!("models.{name}: `of` gives the parameters"));
    let parameters: Vec<f64> = spec.parameters.iter().filter_map(|one| of.number(one.name)).collect();
    let settings: Vec<f64> = spec.settings.iter().filter_map(|one| of.number(one.name)).collect();
    spec.check_parameters(&parameters)?;
    let model = (spec.build)(&parameters, &spec.check_settings(&settings)?)?;
    purchase(model.as_ref(), method, args)
        .or_else(|| spend(model.as_ref(), method, args))
        .unwrap_or_else(|| panic!("models.{name}: add it to core/tests/vectors/models.rs"))
}

fn fit(spec: &Spec, args: &Given) -> Result<Outcome, Error> {
    let column = |name: &str| args.column(name);
    let (frequency, recency, t, monetary_value, sum_log_intervals, weights) = (
        column("frequency"),
        column("recency"),
        column("T"),
        column("monetary_value"),
        column("sum_log_intervals"),
        column("weights"),
    );
    let observations = Observations {
        frequency: frequency.as_deref(),
        recency: recency.as_deref(),
        t: t.as_deref(),
        monetary_value: monetary_value.as_deref(),
        sum_log_intervals: sum_log_intervals.as_deref(),
        weights: weights.as_deref(),
    };
    let settings: Vec<f64> = spec.settings.iter().filter_map(|one| args.number(one.name)).collect();
    let (_, fit) = (spec.fit)(&observations, &spec.check_settings(&settings)?, &FitOptions::default())?;
    Ok(report(spec, &fit))
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

fn purchase(model: &dyn Model, method: &str, args: &Given) -> Option<Result<Outcome, Error>> {
    let model = model.as_purchase()?;
    let columns = ["frequency", "recency", "T"].map(|name| args.column(name).unwrap_or_default());
    let histories = || Histories::new(&columns[0], &columns[1], &columns[2]);
    let number = |name: &str| args.number(name).unwrap_or_else(|| panic!("{method}: `{name}` is a number"));
    let column = match method {
        "log_likelihood" => histories().and_then(|histories| model.log_likelihood(&histories)),
        "probability_alive" => {
            let horizon = args.number("horizon").unwrap_or(0.0);
            histories().and_then(|histories| model.probability_alive(&histories, horizon))
        }
        "expected_purchases" => {
            histories().and_then(|histories| model.expected_purchases(&histories, number("horizon")))
        }
        "conditional_purchase_probability" => histories().and_then(|histories| {
            model.conditional_purchase_probability(number("n"), &histories, number("horizon"))
        }),
        "discounted_expected_purchases" => histories().and_then(|histories| {
            model.discounted_expected_purchases(number("discount_rate"), &histories, args.number("horizon"))
        }),
        "expected_purchases_new" => {
            return Some(model.expected_purchases_new(number("horizon")).map(Outcome::from));
        }
        "purchase_probability" => {
            return Some(model.purchase_probability(number("n"), number("horizon")).map(Outcome::from));
        }
        _ => return None,
    };
    Some(column.map(Outcome::from))
}

fn spend(model: &dyn Model, method: &str, args: &Given) -> Option<Result<Outcome, Error>> {
    let model = model.as_spend()?;
    let columns = ["frequency", "monetary_value"].map(|name| args.column(name).unwrap_or_default());
    match method {
        "expected_spend" => Some(model.expected_spend(&columns[0], &columns[1]).map(Outcome::from)),
        "log_likelihood" => Some(model.log_likelihood(&columns[0], &columns[1]).map(Outcome::from)),
        "mean_spend" => Some(model.mean_spend().map(Outcome::from)),
        _ => None,
    }
}
