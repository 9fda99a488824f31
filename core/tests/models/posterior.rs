//! Draws against importance sampling (tests/references/posterior.py), and what is refused.

use super::{Cdnow, cdnow};
use std::ops::ControlFlow;
use ukur::models::{Arguments, Observations, Posterior, PosteriorOptions, Prior, Question, sample_posterior};
use ukur::progress::ignore;

fn rows(data: &Cdnow) -> Observations<'_> {
    Observations {
        frequency: Some(&data.x),
        recency: Some(&data.t_x),
        t: Some(&data.t),
        monetary_value: Some(&data.m),
        ..Observations::default()
    }
}

fn short() -> PosteriorOptions {
    PosteriorOptions { chains: 2, draws: 150, warmup: 60, seed: 4, priors: vec![] }
}

/// Means and standard deviations of the logarithms, from 165,000 effective draws.
#[test]
fn bg_nbd_on_cdnow() {
    let data = cdnow();
    let found = sample_posterior("bg_nbd", &rows(&data), &short(), &mut ignore).unwrap();
    let known = [
        (-1.4129648718961412, 0.05173532797959039),
        (1.4908338934016272, 0.08556874484284549),
        (-0.2277218320076539, 0.23271364445363804),
        (0.8966626667491429, 0.2877471268443715),
    ];
    let logs = |k: usize| -> Vec<f64> { found.draws().iter().map(|draw| libm::log(draw[k])).collect() };
    for (k, (mean, deviation)) in known.into_iter().enumerate() {
        let one = &found.parameters[k];
        let draws = logs(k);
        let got = draws.iter().sum::<f64>() / draws.len() as f64;
        let error = deviation / one.effective_sample_size.sqrt();
        assert!((got - mean).abs() < 4.0 * error, "{}: {got} {mean} {error}", one.name);
        let square = draws.iter().map(|d| (d - got) * (d - got)).sum::<f64>() / draws.len() as f64;
        assert!((square.sqrt() / deviation - 1.0).abs() < 0.35, "{}: {}", one.name, square.sqrt());
        assert!(one.r_hat < 1.05 && one.effective_sample_size > 60.0, "{one:?}");
    }
    assert_eq!(found.divergences, 0);
    same_seed_same_draws(&data);
    predictions(&data, &found);
}

fn same_seed_same_draws(data: &Cdnow) {
    let few = PosteriorOptions { draws: 10, warmup: 5, ..short() };
    let draw = |options: &PosteriorOptions| {
        sample_posterior("bg_nbd", &rows(data), options, &mut ignore).unwrap().draws().to_vec()
    };
    assert_eq!(draw(&few), draw(&few));
    assert_ne!(draw(&few), draw(&PosteriorOptions { seed: 5, ..few.clone() }));
}

/// Around the answer at the maximum, with the delta method's spread.
fn predictions(data: &Cdnow, found: &Posterior) {
    let arguments = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
    let some = Cdnow {
        x: data.x[..40].to_vec(),
        t_x: data.t_x[..40].to_vec(),
        t: data.t[..40].to_vec(),
        m: data.m[..40].to_vec(),
    };
    let few = found.predict(Question::ExpectedPurchases, &rows(&some), &arguments, 0.9, 40).unwrap();
    assert_eq!(few.mean.len(), 40);
    for row in 0..40 {
        assert!(few.lower[row] < few.median[row] && few.median[row] < few.upper[row]);
        assert!(few.standard_deviation[row] > 0.0 && few.standard_deviation[row] < 0.3 * few.mean[row]);
    }
    let new = found
        .predict(Question::ExpectedPurchasesNew, &Observations::default(), &arguments, 0.95, 100)
        .unwrap();
    // 1.19672 at the published maximum.
    assert!((new.mean[0] - 1.2).abs() < 0.03, "{}", new.mean[0]);
    assert!(found.predict(Question::ExpectedPurchases, &rows(&some), &arguments, 1.0, 10).is_err());
    assert!(found.predict(Question::ExpectedPurchases, &rows(&some), &arguments, 0.9, 1).is_err());
}

#[test]
fn money_and_refusals() {
    let data = cdnow();
    let few = PosteriorOptions { draws: 80, warmup: 60, ..short() };
    let money = sample_posterior("gamma_gamma", &rows(&data), &few, &mut ignore).unwrap();
    // The maximum is at 6.25, 3.74, 15.44 with standard errors 1.19, 0.29, 4.16.
    for (one, (value, error)) in money.parameters.iter().zip([(6.25, 1.19), (3.74, 0.29), (15.44, 4.16)]) {
        assert!((one.mean - value).abs() < error, "{one:?}");
        assert!((one.standard_deviation / error - 1.0).abs() < 0.5, "{one:?}");
    }
    let refused = |name: &str, options: &PosteriorOptions| {
        sample_posterior(name, &rows(&data), options, &mut ignore).unwrap_err().code()
    };
    assert_eq!(refused("nbd", &few), "no_posterior");
    assert_eq!(refused("bg_nbd", &PosteriorOptions { draws: 0, ..few.clone() }), "out_of_domain");
    assert_eq!(refused("bg_nbd", &PosteriorOptions { chains: 0, ..few.clone() }), "out_of_domain");
    assert_eq!(refused("bg_nbd", &PosteriorOptions { draws: usize::MAX, ..few.clone() }), "out_of_domain");
    let prior = |parameter: &str, log_sd| Prior { parameter: parameter.to_owned(), median: 1.0, log_sd };
    let with = |prior| PosteriorOptions { priors: vec![prior], ..few.clone() };
    assert_eq!(refused("bg_nbd", &with(prior("q", 1.0))), "unknown_parameter");
    assert_eq!(refused("bg_nbd", &with(prior("r", 0.0))), "out_of_domain");
    let stopped =
        sample_posterior("bg_nbd", &rows(&data), &few, &mut |_| ControlFlow::Break(())).unwrap_err();
    assert_eq!(stopped.code(), "cancelled");
}
