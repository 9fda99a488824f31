//! How sure parameters, answers and values are.

use super::{cdnow, near};
use ukur::models::{
    AnyModel, Arguments, Contracts, Covariates, FitOptions, IntervalMethod, LifetimeTerms, Observations,
    Question, ShiftedBetaGeometric, contract_lifetime_value,
};
use ukur::units::TimeUnit;

fn fitted(name: &str, rows: &Observations) -> AnyModel {
    AnyModel::fit(name, rows, &[], &FitOptions::default(), Some(TimeUnit::Week)).unwrap()
}

/// By hand: the mean chance to leave after t renewals is alpha / (alpha + beta + t).
#[test]
fn posterior_means_have_the_intervals_of_the_delta_method() {
    let survivors = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
    let model = fitted(
        "shifted_beta_geometric",
        &Observations { survivors: Some(&survivors), ..Observations::default() },
    );
    let tenure = [0.0, 5.0];
    let rows = Observations { tenure: Some(&tenure), ..Observations::default() };
    let found = &model.posterior_means_with_interval(&rows, 0.95).unwrap()[0];
    let fit = model.fitted().unwrap();
    let (p, c) = (fit.values(), fit.log_covariance.as_ref().unwrap());
    for (row, t) in tenure.into_iter().enumerate() {
        let sum = p[0] + p[1] + t;
        let mean = p[0] / sum;
        let slope = [mean * (1.0 - mean), -mean * p[1] / sum];
        let variance: f64 = (0..2).map(|i| (0..2).map(|j| slope[i] * c[i][j] * slope[j]).sum::<f64>()).sum();
        near(found.values[row], mean, 1e-14);
        near(found.standard_errors[row], variance.sqrt(), 1e-8);
        assert!(found.lower[row] < mean && mean < found.upper[row] && found.upper[row] < 1.0);
    }
    assert_eq!(model.posterior_means(&rows).unwrap()[0], found.values);
}

/// Two fits, two variances: of the logarithm of a product they add up.
#[test]
fn lifetime_values_have_intervals() {
    let data = cdnow();
    let rows = Observations {
        frequency: Some(&data.x),
        recency: Some(&data.t_x),
        t: Some(&data.t),
        monetary_value: Some(&data.m),
        ..Observations::default()
    };
    let (model, spend) = (fitted("bg_nbd", &rows), fitted("gamma_gamma", &rows));
    let terms = LifetimeTerms::default();
    let plain = model.lifetime_value(&spend, &rows, None, &terms).unwrap();
    let found = model.lifetime_value_with_interval(&spend, &rows, None, &terms, 0.9).unwrap();
    assert_eq!(found.values, plain.values);
    let (rate, horizon) = ([plain.discount_rate], [plain.horizon.unwrap()]);
    let arguments = Arguments { discount_rate: Some(&rate), horizon: Some(&horizon), ..Arguments::default() };
    let purchases =
        model.ask_with_interval(Question::DiscountedExpectedPurchases, &rows, &arguments, 0.9).unwrap();
    let money = spend.ask_with_interval(Question::ExpectedSpend, &rows, &Arguments::default(), 0.9).unwrap();
    for row in [0, 1, 700, 2000] {
        let relative = |of: &ukur::models::WithInterval| {
            let one = of.standard_errors[row] / of.values[row];
            one * one
        };
        near(
            found.standard_errors[row] / found.values[row],
            (relative(&purchases) + relative(&money)).sqrt(),
            1e-12,
        );
        near(found.lower[row] * found.upper[row], found.values[row] * found.values[row], 1e-12);
    }
    // What costs more than it brings: the ends turn round.
    let loss = LifetimeTerms { margin: -0.5, ..terms };
    let found = model.lifetime_value_with_interval(&spend, &rows, None, &loss, 0.9).unwrap();
    assert!(found.lower[0] < found.values[0] && found.values[0] < found.upper[0] && found.upper[0] < 0.0);
}

#[test]
fn values_under_contract_are_payments_times_periods() {
    let survivors = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
    let rows = Observations { survivors: Some(&survivors), ..Observations::default() };
    let model = AnyModel::fit("shifted_beta_geometric", &rows, &[], &FitOptions::default(), None).unwrap();
    let (tenure, churned) = ([0.0, 3.0, 3.0], [0.0, 0.0, 1.0]);
    let customers =
        Observations { tenure: Some(&tenure), churned: Some(&churned), ..Observations::default() };
    let terms = LifetimeTerms { horizon: None, margin: 0.4, ..LifetimeTerms::default() };
    let year = Some(TimeUnit::Year);
    let found =
        model.contract_lifetime_value_with_interval(&customers, &[100.0], year, &terms, 0.95).unwrap();
    let rate = [0.1];
    let arguments = Arguments { discount_rate: Some(&rate), ..Arguments::default() };
    let periods = model
        .ask_with_interval(Question::DiscountedExpectedResidualLifetime, &customers, &arguments, 0.95)
        .unwrap();
    for row in 0..2 {
        near(found.values[row], 40.0 * periods.values[row], 1e-14);
        near(found.standard_errors[row], 40.0 * periods.standard_errors[row], 1e-8);
        near(found.upper[row], 40.0 * periods.upper[row], 1e-8);
    }
    assert_eq!((found.values[2], found.lower[2], found.upper[2]), (0.0, 0.0, 0.0));
    // New customers, one payment each.
    let new = model.contract_lifetime_value(&Observations::default(), &[1.0, 3.0], year, &terms).unwrap();
    assert!(new.len() == 2 && (new[1] - 3.0 * new[0]).abs() < 1e-12);
    let error = model.contract_lifetime_value(&Observations::default(), &[1.0], None, &terms).unwrap_err();
    assert_eq!(error.code(), "missing_unit");
    let error =
        fitted_plain().contract_lifetime_value(&Observations::default(), &[1.0], year, &terms).unwrap_err();
    assert_eq!(error.code(), "question_not_defined");
    let sbg = ShiftedBetaGeometric::new(0.5, 2.0).unwrap();
    let there = Contracts::there(&[1.0, 2.0]).unwrap();
    let error = contract_lifetime_value(&sbg, Some(&there), &[f64::NAN], TimeUnit::Year, &terms).unwrap_err();
    assert!(error.to_string().contains("payment"), "{error}");
}

fn fitted_plain() -> AnyModel {
    AnyModel::from_parameters("bg_nbd", &[0.243, 4.414, 0.793, 2.426], &[], None).unwrap()
}

#[test]
fn a_path_is_what_was_known_at_each_time() {
    let model = fitted_plain();
    let path = model.alive_path(&[30.43, 5.0], &[0.0, 5.0, 20.0, 38.86], &[]).unwrap();
    let rows = Observations {
        frequency: Some(&[0.0, 1.0, 1.0, 2.0]),
        recency: Some(&[0.0, 5.0, 5.0, 30.43]),
        t: Some(&[0.0, 5.0, 20.0, 38.86]),
        ..Observations::default()
    };
    let asked = model.ask(Question::ProbabilityAlive, &rows, &Arguments::default()).unwrap();
    assert_eq!(path, asked);
    assert_eq!(path[0], 1.0);
    assert_eq!(model.alive_path(&[f64::NAN], &[1.0], &[]).unwrap_err().code(), "nan_input");
    assert_eq!(model.alive_path(&[1.0], &[-1.0], &[]).unwrap_err().code(), "out_of_domain");
}

/// Spend comes back from simulated spend, and the profile answers where standard errors cannot.
#[test]
fn simulated_spend_is_fitted_back() {
    let truth = AnyModel::from_parameters("gamma_gamma", &[6.25, 3.74, 15.44], &[], None).unwrap();
    let frequency: Vec<f64> = (0..4000).map(|i| f64::from(i % 6)).collect();
    let means = truth.simulate_spend(&frequency, 7.0).unwrap();
    assert_eq!(means, truth.simulate_spend(&frequency, 7.0).unwrap());
    let rows =
        Observations { frequency: Some(&frequency), monetary_value: Some(&means), ..Observations::default() };
    let model = fitted("gamma_gamma", &rows);
    let intervals = model.fitted().unwrap().confidence_intervals(0.999, None).unwrap();
    for (one, truth) in intervals.iter().zip([6.25, 3.74, 15.44]) {
        assert!(one.lower.unwrap() < truth && truth < one.upper.unwrap(), "{one:?}");
        assert_eq!(one.method, IntervalMethod::Profile);
    }
    assert!(truth.simulate_spend(&[0.5], 7.0).is_err());
    assert_eq!(fitted_plain().simulate_spend(&[1.0], 7.0).unwrap_err().code(), "question_not_defined");
}

/// A model that was read from JSON has no data; it says what it gives instead.
#[cfg(feature = "serde")]
#[test]
fn a_model_from_json_falls_back_on_standard_errors() {
    let data = cdnow();
    let rows = Observations {
        frequency: Some(&data.x),
        recency: Some(&data.t_x),
        t: Some(&data.t),
        ..Observations::default()
    };
    let model = AnyModel::from_json(&fitted("nbd", &rows).to_json().unwrap()).unwrap();
    let fit = model.fitted().unwrap();
    assert!(!fit.has_profile());
    let intervals = fit.confidence_intervals(0.95, None).unwrap();
    assert!(intervals.iter().all(|one| one.method == IntervalMethod::Wald));
    let error = fit.confidence_intervals(0.95, Some(IntervalMethod::Profile)).unwrap_err();
    assert_eq!(error.code(), "no_profile");
}

/// A model, its data, and the names and ends of its intervals.
type World<'a> = (&'a str, &'a Observations<'a>, Covariates<'a>, &'a [(&'a str, [f64; 2])]);

/// Ends of a fit with covariates, those of the coefficients too, from SciPy's Brent, BFGS and Nelder-Mead:
/// tests/references/profile.py.
#[test]
fn profiles_with_covariates_are_those_of_a_search_without_derivatives() {
    let survivors = [
        1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0, 1000.0, 869.0, 743.0, 653.0, 593.0, 551.0,
        517.0, 491.0,
    ];
    let mark = [[0.0; 8], [1.0; 8]].concat();
    let contracts =
        Observations { survivors: Some(&survivors), cohort: Some(&mark), ..Observations::default() };
    let data = cdnow();
    let late: Vec<f64> = data.t.iter().map(|t| f64::from(u8::from(*t < 33.0))).collect();
    let purchases = Observations {
        frequency: Some(&data.x),
        recency: Some(&data.t_x),
        t: Some(&data.t),
        ..Observations::default()
    };
    let marks: &[(&str, &[f64])] = &[("high_end", &mark)];
    let lates: &[(&str, &[f64])] = &[("late", &late)];
    let worlds: [World; 2] = [
        (
            "shifted_beta_geometric",
            &contracts,
            Covariates { purchase: &[], dropout: marks },
            &[
                ("alpha", [0.7652856741628357, 1.0590593791743033]),
                ("beta", [1.354472077821334, 2.096143778428076]),
                ("dropout:high_end", [0.3416535712507158, 0.44805308330606514]),
            ],
        ),
        (
            "bg_nbd",
            &purchases,
            Covariates { purchase: lates, dropout: &[] },
            &[
                ("r", [0.21920808246149773, 0.2685210679501872]),
                ("alpha", [3.743330272079435, 5.542484990415025]),
                ("a", [0.5153290704051594, 1.3181047163350803]),
                ("b", [1.42896676934824, 4.562414161366646]),
                ("purchase:late", [0.8727895721296122, 1.3165414832306428]),
            ],
        ),
    ];
    for (name, rows, covariates, known) in worlds {
        let options = FitOptions::default();
        let model = AnyModel::fit_with_covariates(name, rows, &[], &covariates, &options, None).unwrap();
        let fit = model.fitted().unwrap();
        let profile = fit.confidence_intervals(0.95, None).unwrap();
        let wald = fit.confidence_intervals(0.95, Some(IntervalMethod::Wald)).unwrap();
        assert_eq!(profile.len(), known.len());
        for ((one, quick), (name, want)) in profile.iter().zip(&wald).zip(known) {
            println!("{one:?}");
            assert_eq!(
                (one.name.as_str(), quick.name.as_str(), one.method),
                (*name, *name, IntervalMethod::Profile)
            );
            // The ends of a coefficient are those of its factor, in logarithms.
            let of =
                |end: Option<f64>| if name.contains(':') { libm::exp(end.unwrap()) } else { end.unwrap() };
            near(of(one.lower), want[0], 1e-6);
            near(of(one.upper), want[1], 1e-6);
            assert!((of(quick.lower) / want[0] - 1.0).abs() < 0.1, "{quick:?}");
        }
        let effect = &fit.covariates[0];
        let last = wald.last().unwrap();
        near(last.lower.unwrap(), effect.lower.unwrap(), 1e-12);
        near(last.value, effect.coefficient, 1e-15);
    }
}
