//! `response.<function>`.

use std::ops::ControlFlow;

use serde::de::DeserializeOwned;
use serde_json::Value;
use ukur::Error;
use ukur::response::adstock::Adstock;
use ukur::response::branching::{self, BranchingOptions, Offspring};
use ukur::response::budget::{self, Channel};
use ukur::response::curve::{self, CurveFitOptions, CurveForm};
use ukur::response::diffusion;
use ukur::response::saturation::Curve;

use super::attribution::whole;
use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    let column = |name: &str| args.column(name).unwrap_or_default();
    let number = |key: &str| args.number(key).unwrap_or_else(|| panic!("{name}: `{key}` is a number"));
    let offspring = Offspring::with_dispersion(args.number("dispersion"));
    let mut go = |_| ControlFlow::Continue(());
    match name {
        "adstock" => adstock(args)?.apply(&column("media")).map(Outcome::from),
        "adstock_weights" => adstock(args)?.weights(whole(args, "periods", 0)?).map(Outcome::from),
        "carry_over" => {
            adstock(args)?.carry_over(&column("media"), whole(args, "periods", 0)?).map(Outcome::from)
        }
        "adstock_multiplier" => adstock(args)?.multiplier().map(Outcome::from),
        "curve_response" => {
            let curve: Curve = read("curve", args)?;
            match args.get("x") {
                Some(Given::Number(x)) => curve.response(*x).map(Outcome::from),
                _ => curve.responses(&column("x")).map(Outcome::from),
            }
        }
        "marginal_return" => {
            let curve: Curve = read("curve", args)?;
            match args.get("x") {
                Some(Given::Number(x)) => curve.marginal_return(*x).map(Outcome::from),
                _ => curve.marginal_returns(&column("x")).map(Outcome::from),
            }
        }
        "input_for_marginal_return" => {
            curve::input_for_marginal_return(read("curve", args)?, number("rate")).map(Outcome::from)
        }
        "fit_curve" => {
            let Some(Given::Text(form)) = args.get("form") else { panic!("`form` is a text") };
            let options = CurveFitOptions {
                form: CurveForm::parse(form)?,
                intercept: args.get("intercept") == Some(&Given::Bool(true)),
                confidence: args.number("confidence").unwrap_or(0.95),
            };
            let weights = args.column("weights");
            let fit = curve::fit_curve(
                &column("input"),
                &column("response"),
                weights.as_deref(),
                options,
                &mut go,
            )?;
            Ok(Outcome::record(&fit))
        }
        "split_budget" => {
            let channels: Vec<Channel> = read("channels", args)?;
            Ok(Outcome::record(&budget::split_budget(&channels, number("budget"), &mut go)?))
        }
        "bass_forecast" => {
            diffusion::bass_forecast(number("m"), number("p"), number("q"), whole(args, "periods", 0)?)
                .map(Outcome::from)
        }
        "fit_bass" => {
            let fit = diffusion::fit_bass(
                &column("adoptions"),
                args.number("confidence").unwrap_or(0.95),
                &mut go,
            )?;
            Ok(Outcome::record(&fit))
        }
        "branching_moments" => {
            let moments = branching::branching_moments(number("seeds"), number("k"), offspring)?;
            Ok(Outcome::record(&moments))
        }
        "extinction_probability" => {
            branching::extinction_probability(number("seeds"), number("k"), offspring).map(Outcome::from)
        }
        "borel_tanner_probability" => {
            branching::borel_tanner_probability(number("n"), number("seeds"), number("k")).map(Outcome::from)
        }
        "simulate_branching" => {
            let options = BranchingOptions {
                k: number("k"),
                offspring,
                seeds: whole(args, "seeds", 1)? as u64,
                runs: whole(args, "runs", 10_000)? as u64,
                seed: whole(args, "seed", 0)? as u64,
                cap: whole(args, "cap", 1_000_000)? as u64,
            };
            Ok(Outcome::record(&branching::simulate_branching(options, &mut go)?))
        }
        _ => panic!("response.{name}: add it to core/tests/vectors/response.rs"),
    }
}

fn adstock(args: &Given) -> Result<Adstock, Error> {
    let decay = match args.get("decay") {
        Some(Given::Text(decay)) => decay,
        _ => "geometric",
    };
    let window = args.number("window").map(|_| whole(args, "window", 0)).transpose()?;
    let normalised = args.get("normalised") == Some(&Given::Bool(true));
    Adstock::parse(decay, args.number("theta"), args.number("alpha"), args.number("peak"), window, normalised)
}

/// An argument that crosses to the other languages as JSON.
fn read<T: DeserializeOwned>(name: &str, args: &Given) -> Result<T, Error> {
    let given = args.get(name).unwrap_or_else(|| panic!("`{name}` is given"));
    serde_json::from_value(json(given)).map_err(|error| Error::wrong_type(error.to_string()))
}

fn json(given: &Given) -> Value {
    match given {
        Given::Null => Value::Null,
        Given::Bool(value) => (*value).into(),
        Given::Number(value) => (*value).into(),
        Given::Text(text) => text.as_str().into(),
        Given::List(rows) => rows.iter().map(json).collect(),
        Given::Map(map) => map.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}
