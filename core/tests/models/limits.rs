//! Data and questions at the edge, for every model of purchases in continuous time: finite and consistent, or a named
//! status, never NaN, never a silent infinity.

use super::near;
use ukur::models::{
    Arguments, DiagnosisCode, FitOptions, Kind, MODELS, Observations, Question, Spec, answer,
};

fn models() -> impl Iterator<Item = &'static Spec> {
    MODELS
        .iter()
        .copied()
        .filter(|spec| spec.kind == Kind::Purchase && !spec.discrete && spec.settings.is_empty())
}

struct Data {
    name: &'static str,
    x: Vec<f64>,
    t_x: Vec<f64>,
    t: Vec<f64>,
    weights: Option<Vec<f64>>,
}

fn data() -> Vec<Data> {
    let same = |name, n: usize, x: f64, t_x: f64, t: f64| Data {
        name,
        x: vec![x; n],
        t_x: vec![t_x; n],
        t: vec![t; n],
        weights: None,
    };
    let mixed = || {
        let x: Vec<f64> = (0..60).map(|i| f64::from(i % 5)).collect();
        let t: Vec<f64> = (0..60).map(|i| 25.0 + f64::from(i % 13)).collect();
        let t_x = (0..60)
            .map(|i| if x[i] > 0.0 { t[i] * (0.2 + 0.75 * ((i * 7 % 20) as f64 / 20.0)) } else { 0.0 });
        let t_x = t_x.collect();
        Data { name: "mixed", x, t_x, t, weights: None }
    };
    let heavy = |weight| Data { name: "heavy", weights: Some(vec![weight; 60]), ..mixed() };
    vec![
        same("one customer", 1, 3.0, 20.0, 30.0),
        same("one customer who never came back", 1, 0.0, 0.0, 30.0),
        same("nobody came back", 50, 0.0, 0.0, 30.0),
        same("all alike", 50, 3.0, 20.0, 30.0),
        same("all alike and there at the end", 50, 3.0, 30.0, 30.0),
        same("no time at all", 50, 0.0, 0.0, 0.0),
        same("purchases in no time", 50, 2.0, 0.0, 0.0),
        same("very many purchases", 50, 1000.0, 9_990.0, 10_000.0),
        Data {
            name: "far apart",
            x: vec![0.0, 1000.0, 1.0],
            t_x: vec![0.0, 0.001, 9_999.0],
            t: vec![10_000.0; 3],
            weights: None,
        },
        mixed(),
        heavy(1e9),
        heavy(1e-9),
    ]
}

/// Whatever the data, a fit ends with finite parameters and a diagnosis, and the model at its end answers.
#[test]
fn every_fit_ends_in_a_diagnosis() {
    for spec in models() {
        for data in data() {
            let rows = Observations {
                frequency: Some(&data.x),
                recency: Some(&data.t_x),
                t: Some(&data.t),
                weights: data.weights.as_deref(),
                ..Observations::default()
            };
            let (model, fit) = (spec.fit)(&rows, &[], &FitOptions::default()).unwrap();
            println!(
                "{:<12} {:<34} {:<16} {}",
                spec.title,
                data.name,
                fit.diagnosis.code.as_str(),
                fit.diagnosis.message
            );
            assert!(fit.log_likelihood.is_finite(), "{} {}", spec.title, data.name);
            assert!(fit.estimates.iter().all(|e| e.value.is_finite() && e.value > 0.0));
            assert_eq!(fit.diagnosis.code == DiagnosisCode::Converged, fit.covariance.is_some());
            for one in fit.confidence_intervals(0.95, None).unwrap_or_default() {
                let sound = |end: Option<f64>| end.is_none_or(f64::is_finite);
                assert!(sound(one.lower) && sound(one.upper), "{} {} {one:?}", spec.title, data.name);
                assert!(one.lower.is_none_or(|end| end <= one.value), "{} {} {one:?}", spec.title, data.name);
                assert!(one.upper.is_none_or(|end| end >= one.value), "{} {} {one:?}", spec.title, data.name);
            }
            let (n, horizon, rate) = ([1.0], [39.0], [0.01]);
            let numbers = Arguments {
                n: Some(&n),
                horizon: Some(&horizon),
                discount_rate: Some(&rate),
                ..Arguments::default()
            };
            for question in [
                Question::LogLikelihood,
                Question::ProbabilityAlive,
                Question::ExpectedPurchases,
                Question::ConditionalPurchaseProbability,
                Question::DiscountedExpectedPurchases,
            ] {
                match answer(model.as_ref(), question, &rows, &numbers) {
                    Ok(values) => assert!(
                        values.iter().all(|v| v.is_finite()),
                        "{} {} {}: {values:?}",
                        spec.title,
                        data.name,
                        question.as_str()
                    ),
                    Err(error) => assert!(
                        ["unbounded", "divergent"].contains(&error.code()),
                        "{} {} {}: {error}",
                        spec.title,
                        data.name,
                        question.as_str()
                    ),
                }
            }
        }
    }
}

/// A billion customers of each history: the same estimates, standard errors smaller by the root of the weight.
#[test]
fn weights_scale_the_information() {
    let all = data();
    let find = |name: &str| all.iter().find(|data| data.name == name).unwrap();
    for spec in models() {
        let fit = |data: &Data| {
            let rows = Observations {
                frequency: Some(&data.x),
                recency: Some(&data.t_x),
                t: Some(&data.t),
                weights: data.weights.as_deref(),
                ..Observations::default()
            };
            (spec.fit)(&rows, &[], &FitOptions::default()).unwrap().1
        };
        let (one, many) = (fit(find("mixed")), fit(find("heavy")));
        if one.diagnosis.code != DiagnosisCode::Converged {
            continue;
        }
        near(many.log_likelihood, 1e9 * one.log_likelihood, 1e-12);
        for (one, many) in one.estimates.iter().zip(&many.estimates) {
            near(many.value, one.value, 1e-6);
            if let (Some(one), Some(many)) = (one.standard_error, many.standard_error) {
                near(many, one / 1e9f64.sqrt(), 1e-5);
            }
        }
    }
}
