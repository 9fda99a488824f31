//! Pareto/NBD with covariates that change over time, against brute force (tests/references/covariates_over_time.py), and
//! against the static model where they do not change.

use super::near;
use ukur::models::{
    AnyModel, Arguments, Covariates, DiagnosisCode, FitOptions, HoldoutData, LifetimeTerms, Observations,
    Periods, Question, ValidationOptions,
};
use ukur::numerics::random::Random;
use ukur::units::TimeUnit;

type Columns<'a> = &'a [(&'a str, &'a [f64])];

fn model(coefficients: &str) -> AnyModel {
    AnyModel::from_json(&format!(
        r#"{{"format":"ukur-model","version":1,"model":"pareto_nbd","unit":"week",
            "parameters":{{"r":0.8,"alpha":6,"s":0.7,"beta":9}},"coefficients":{coefficients}}}"#
    ))
    .unwrap()
}

const OFFER: [f64; 12] = [0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0];
const SEASON: [f64; 12] = [0.5, 0.5, 0.25, 0.0, -0.25, -0.5, -0.5, -0.25, 0.0, 0.25, 0.5, 0.5];

#[test]
fn one_customer_by_brute_force() {
    let model =
        model(r#"{"purchase":[["offer",0.6],["season",-0.2]],"dropout":[["offer",-0.5],["season",0.3]]}"#);
    let customer = [0.0; 12];
    let start: Vec<f64> = (0..12).map(|week| f64::from(week) - 8.0).collect();
    let purchases: Vec<f64> = (0..12).map(|week| f64::from(u8::from(week == 1 || week == 4))).collect();
    let periods = Periods { customer: &customer, start: &start, purchases: Some(&purchases) };
    let columns: Columns = &[("offer", &OFFER), ("season", &SEASON)];
    let rows = Observations {
        frequency: Some(&[2.0]),
        recency: Some(&[4.25]),
        t: Some(&[7.5]),
        covariates: columns,
        periods: Some(&periods),
        ..Observations::default()
    };
    let ask = |question, horizon: f64, rate: f64| {
        let (horizon, rate) = ([horizon], [rate]);
        let arguments = Arguments {
            n: Some(&[1.0]),
            horizon: Some(&horizon),
            discount_rate: Some(&rate),
            ..Arguments::default()
        };
        model.ask(question, &rows, &arguments).unwrap()[0]
    };
    near(ask(Question::LogLikelihood, 0.0, 0.0), -5.6044898789243085, 1e-10);
    near(ask(Question::ProbabilityAlive, 0.0, 0.0), 0.8300377446036521, 1e-10);
    near(ask(Question::ProbabilityAlive, 3.0, 0.0), 0.7483172772692622, 1e-10);
    near(ask(Question::ExpectedPurchases, 3.0, 0.0), 0.6217070710507896, 1e-10);
    near(ask(Question::DiscountedExpectedPurchases, 3.0, 0.01), 0.6138602062069185, 1e-10);
    near(ask(Question::ConditionalPurchaseProbability, 3.0, 0.0), 0.2487628806278461, 1e-10);
    let means = model.posterior_means(&rows).unwrap();
    near(means[0][0], 0.1888635641947371, 1e-10);
    near(means[1][0], 0.05521914745634712, 1e-10);
}

/// Customers in periods of one week; `noise` changes and has no effect, `group` does not change.
struct Table {
    frequency: Vec<f64>,
    recency: Vec<f64>,
    t: Vec<f64>,
    customer: Vec<f64>,
    start: Vec<f64>,
    purchases: Vec<f64>,
    group: Vec<f64>,
    noise: Vec<f64>,
    by_customer: Vec<f64>,
}

fn table() -> Table {
    let frequency = vec![0.0, 1.0, 2.0, 12.0, 0.0];
    let recency = vec![0.0, 0.5, 17.25, 19.75, 0.0];
    let t = vec![20.0, 20.0, 18.0, 20.0, 3.5];
    let by_customer = vec![1.0, 0.0, 2.0, 1.0, 0.0];
    let mut out = Table {
        frequency,
        recency,
        t,
        by_customer,
        customer: vec![],
        start: vec![],
        purchases: vec![],
        group: vec![],
        noise: vec![],
    };
    for row in 0..5 {
        for week in -21..30 {
            let start = f64::from(week);
            let last = out.recency[row] - out.t[row];
            let here = start <= last && last < start + 1.0;
            out.customer.push(row as f64);
            out.start.push(start);
            out.purchases.push(if here { out.frequency[row] } else { 0.0 });
            out.group.push(out.by_customer[row]);
            out.noise.push(f64::from((week * 7 + i32::try_from(row).unwrap() * 3).rem_euclid(5)));
        }
    }
    out
}

#[test]
#[allow(clippy::too_many_lines, reason = "every answer")]
fn constant_covariates_give_the_static_model() {
    let table = table();
    let over_time = model(r#"{"purchase":[["group",0.4],["noise",0]],"dropout":[["group",-0.3]]}"#);
    let fixed = model(r#"{"purchase":[["group",0.4]],"dropout":[["group",-0.3]]}"#);
    let periods =
        Periods { customer: &table.customer, start: &table.start, purchases: Some(&table.purchases) };
    let money = [20.0; 5];
    let columns: Columns = &[("group", &table.group), ("noise", &table.noise)];
    let plain = Observations {
        frequency: Some(&table.frequency),
        recency: Some(&table.recency),
        t: Some(&table.t),
        monetary_value: Some(&money),
        ..Observations::default()
    };
    let changing = Observations { covariates: columns, periods: Some(&periods), ..plain };
    let by_customer: Columns = &[("group", &table.by_customer)];
    let constant = Observations { covariates: by_customer, ..plain };
    let arguments = Arguments {
        n: Some(&[3.0]),
        horizon: Some(&[26.0]),
        discount_rate: Some(&[0.004]),
        ..Arguments::default()
    };
    let none = Arguments { n: Some(&[0.0]), ..arguments };
    for (question, arguments) in [
        (Question::LogLikelihood, &arguments),
        (Question::ProbabilityAlive, &arguments),
        (Question::ExpectedPurchases, &arguments),
        (Question::ConditionalPurchaseProbability, &arguments),
        (Question::ConditionalPurchaseProbability, &none),
        (Question::DiscountedExpectedPurchases, &arguments),
    ] {
        let got = over_time.ask(question, &changing, arguments).unwrap();
        let want = fixed.ask(question, &constant, arguments).unwrap();
        for (got, want) in got.iter().zip(&want) {
            near(*got, *want, 1e-11);
        }
    }
    let (got, want) =
        (over_time.posterior_means(&changing).unwrap(), fixed.posterior_means(&constant).unwrap());
    for (got, want) in got.iter().flatten().zip(want.iter().flatten()) {
        near(*got, *want, 1e-11);
    }
    let spend = AnyModel::from_parameters("gamma_gamma", &[6.25, 3.74, 15.44], &[], None).unwrap();
    let terms = LifetimeTerms { horizon: Some(6.0), ..LifetimeTerms::default() };
    let week = Some(TimeUnit::Week);
    let got = over_time.lifetime_value(&spend, &changing, week, &terms).unwrap();
    let want = fixed.lifetime_value(&spend, &constant, week, &terms).unwrap();
    assert_eq!(got.horizon, want.horizon);
    for (got, want) in got.values.iter().zip(&want.values) {
        near(*got, *want, 1e-11);
    }
    let made = [1.0, 0.0, 2.0, 8.0, 0.0];
    let holdout = HoldoutData { frequency: &made, horizon: 9.0, tracking: None };
    let options = ValidationOptions { groups: 2, most: 2 };
    let got = over_time.validate(&changing, &holdout, &options).unwrap();
    let want = fixed.validate(&constant, &holdout, &options).unwrap();
    near(got.errors.expected[0], want.errors.expected[0], 1e-11);
    near(got.by_frequency.expected_customers[1], want.by_frequency.expected_customers[1], 1e-10);
    near(got.tracking.expected_cumulative[25], want.tracking.expected_cumulative[25], 1e-10);

    let drawn = over_time.simulate(5.0, &table.t, 3.0, &changing).unwrap();
    assert_eq!(drawn, over_time.simulate(5.0, &table.t, 3.0, &changing).unwrap());

    let refused = |rows: Observations, question, arguments: &Arguments| {
        over_time.ask(question, &rows, arguments).unwrap_err()
    };
    let far = Arguments { horizon: Some(&[31.0]), ..arguments };
    let error = refused(changing, Question::ExpectedPurchases, &far);
    assert_eq!(error.code(), "missing_period");
    assert!(error.to_string().contains("end 30 after the observation"), "{error}");
    let for_ever = Arguments { horizon: None, ..arguments };
    let error = refused(changing, Question::DiscountedExpectedPurchases, &for_ever);
    assert_eq!(error.code(), "missing_argument");
    let uncounted = Periods { purchases: None, ..periods };
    let error =
        refused(Observations { periods: Some(&uncounted), ..changing }, Question::LogLikelihood, &arguments);
    assert_eq!(error.code(), "missing_column");
    let other = AnyModel::from_json(
        r#"{"format":"ukur-model","version":1,"model":"bg_nbd","parameters":{"r":0.8,"alpha":6,"a":0.7,"b":9},
            "coefficients":{"purchase":[["group",0.4]],"dropout":[]}}"#,
    )
    .unwrap();
    assert_eq!(
        other.ask(Question::LogLikelihood, &changing, &arguments).unwrap_err().code(),
        "no_covariates"
    );
}

#[test]
fn a_table_that_cannot_be_is_refused_in_words() {
    let whole = table();
    let fixed = model(r#"{"purchase":[["group",0.4]],"dropout":[]}"#);
    let ask = |customer: &[f64], start: &[f64], purchases: &[f64], group: &[f64]| {
        let periods = Periods { customer, start, purchases: Some(purchases) };
        let columns: Columns = &[("group", group)];
        let rows = Observations {
            frequency: Some(&whole.frequency),
            recency: Some(&whole.recency),
            t: Some(&whole.t),
            covariates: columns,
            periods: Some(&periods),
            ..Observations::default()
        };
        let error = fixed.ask(Question::LogLikelihood, &rows, &Arguments::default()).unwrap_err();
        (error.code().to_owned(), error.to_string())
    };
    // Without one row, and without one period of all customers.
    for (keep, words) in [
        (
            &(|row: usize| row != 60) as &dyn Fn(usize) -> bool,
            "customer 1 (row, counted from 0) lacks a period: the one that begins at -12",
        ),
        (&|row| whole.start[row] != -12.0, "one begins at -13 and the next at -11"),
        (&|row| whole.start[row] > -20.0, "the one of the first purchase, at -20"),
    ] {
        let take = |column: &[f64]| {
            (0..column.len()).filter(|&row| keep(row)).map(|row| column[row]).collect::<Vec<f64>>()
        };
        let (code, text) =
            ask(&take(&whole.customer), &take(&whole.start), &take(&whole.purchases), &take(&whole.group));
        assert_eq!(code, "missing_period");
        assert!(text.contains(words), "{text}");
    }
    let mut more = whole.purchases.clone();
    more[55] += 1.0;
    let (code, text) = ask(&whole.customer, &whole.start, &more, &whole.group);
    assert_eq!(code, "purchases_differ");
    assert!(
        text.contains("customer 1 (row, counted from 0) has a frequency of 1, but 2 purchases"),
        "{text}"
    );
    let mut later = whole.purchases.clone();
    let at = 51 + (0..51).position(|week| whole.purchases[51 + week] > 0.0).unwrap();
    later.swap(at, at + 3);
    assert!(ask(&whole.customer, &whole.start, &later, &whole.group).1.contains("bought last at -19.5"));
    let mut twice = whole.start.clone();
    twice[4] = twice[3];
    assert_eq!(ask(&whole.customer, &twice, &whole.purchases, &whole.group).0, "given_twice");
    let mut nobody = whole.customer.clone();
    nobody[0] = 5.0;
    assert_eq!(ask(&nobody, &whole.start, &whole.purchases, &whole.group).0, "out_of_domain");
    assert_eq!(ask(&whole.customer, &whole.start[1..], &whole.purchases, &whole.group).0, "length_mismatch");
}

/// 1,500 customers with an offer that comes and goes by customer: the fit finds the coefficients again.
#[test]
fn a_fit_finds_the_coefficients_again() {
    let mut random = Random::new(8);
    let (mut frequency, mut recency, mut t) = (vec![], vec![], vec![]);
    let (mut customer, mut start, mut purchases, mut offer) = (vec![], vec![], vec![], vec![]);
    for row in 0..1500_u32 {
        let age = 40.0 + f64::from(row % 4) * 4.0;
        let (rate, risk) = (random.gamma(0.9, 6.0), random.gamma(0.8, 14.0));
        let weeks = age as i32 / 4;
        let on: Vec<f64> = (0..weeks).map(|_| f64::from(u8::from(random.uniform() < 0.4))).collect();
        let (mut age_now, mut counts, mut last) = (0.0, vec![0.0; weeks as usize], 0.0);
        'alive: for (week, on) in on.iter().enumerate() {
            let (buys, leaves) = (rate * libm::exp(0.7 * on), risk * libm::exp(-0.6 * on));
            let end = age_now + 4.0;
            let leave = age_now + random.exponential() / leaves;
            let mut now = age_now + random.exponential() / buys;
            while now < end.min(leave) {
                counts[week] += 1.0;
                last = now;
                now += random.exponential() / buys;
            }
            if leave < end {
                break 'alive;
            }
            age_now = end;
        }
        for (week, (&on, &count)) in on.iter().zip(&counts).enumerate() {
            customer.push(f64::from(row));
            start.push(4.0 * week as f64 - age);
            purchases.push(count);
            offer.push(on);
        }
        frequency.push(counts.iter().sum());
        recency.push(last);
        t.push(age);
    }
    let periods = Periods { customer: &customer, start: &start, purchases: Some(&purchases) };
    let rows = Observations {
        frequency: Some(&frequency),
        recency: Some(&recency),
        t: Some(&t),
        periods: Some(&periods),
        ..Observations::default()
    };
    let offer: Columns = &[("offer", &offer)];
    let known = Covariates { purchase: offer, dropout: offer };
    let fitted =
        AnyModel::fit_with_covariates("pareto_nbd", &rows, &[], &known, &FitOptions::default(), None)
            .unwrap();
    let report = fitted.fitted().unwrap();
    assert_eq!(report.diagnosis.code, DiagnosisCode::Converged, "{report}");
    for (effect, truth) in report.covariates.iter().zip([0.7, -0.6]) {
        let error = effect.standard_error.unwrap();
        assert!((effect.coefficient - truth).abs() < 3.0 * error && error < 0.5, "{effect:?}");
    }
    // The answers of each customer add to the likelihood of the report.
    let asked = Observations { covariates: offer, ..rows };
    let each = fitted.ask(Question::LogLikelihood, &asked, &Arguments::default()).unwrap();
    near(each.iter().sum::<f64>(), report.log_likelihood, 1e-10);
    let alive = fitted
        .ask_with_interval(
            Question::ProbabilityAlive,
            &asked,
            &Arguments { horizon: Some(&[0.0]), ..Arguments::default() },
            0.95,
        )
        .unwrap();
    assert!((0..1500).all(|i| alive.lower[i] <= alive.values[i] && alive.values[i] <= alive.upper[i]));
    let again = AnyModel::from_json(&fitted.to_json().unwrap()).unwrap();
    assert_eq!(again.ask(Question::LogLikelihood, &asked, &Arguments::default()).unwrap(), each);
    // A static fit of another likelihood has no place here; one of a model without such covariates is refused.
    let refused = AnyModel::fit_with_covariates("bg_nbd", &rows, &[], &known, &FitOptions::default(), None);
    assert_eq!(refused.unwrap_err().code(), "no_covariates");
}
