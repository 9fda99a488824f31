//! Covariates against independent fits (tests/references/covariates.py), and their limits.

use super::{Cdnow, cdnow, near};
use ukur::models::{
    AnyModel, Arguments, Covariates, DiagnosisCode, FitOptions, HoldoutData, LifetimeTerms, Observations,
    Question, ValidationOptions, likelihood_ratio_test,
};
use ukur::units::TimeUnit;

fn rows(data: &Cdnow) -> Observations<'_> {
    Observations {
        frequency: Some(&data.x),
        recency: Some(&data.t_x),
        t: Some(&data.t),
        ..Observations::default()
    }
}

/// The money of the first purchase in tens of dollars.
fn first() -> Vec<f64> {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/cdnow_cbs.csv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| line.rsplit(',').next().unwrap().parse::<f64>().unwrap() / 1000.0)
        .collect()
}

fn fit(name: &str, data: &Cdnow, purchase: &[(&str, &[f64])], dropout: &[(&str, &[f64])]) -> AnyModel {
    let covariates = Covariates { purchase, dropout };
    AnyModel::fit_with_covariates(name, &rows(data), &[], &covariates, &FitOptions::default(), None).unwrap()
}

type Columns<'a> = &'a [(&'a str, &'a [f64])];

/// Log-likelihood, parameters, coefficients, standard errors of logarithms and coefficients.
type Known = (f64, [f64; 4], [f64; 2], [f64; 6]);

#[test]
#[allow(clippy::too_many_lines, reason = "the numbers are long")]
fn three_models_on_cdnow() {
    let data = cdnow();
    let first = first();
    let age: Vec<f64> = data.t.iter().map(|t| t / 10.0).collect();
    let money: (&str, &[f64]) = ("first", &first);
    let joined: (&str, &[f64]) = ("age", &age);
    let known: [(&str, Columns, Columns, Known); 4] = [
        (
            "bg_nbd",
            &[money],
            &[money],
            (
                -9561.955603611925,
                [0.25195027134934345, 6.414982333647529, 0.8612799384479757, 2.455198097167462],
                [0.08867563250649663, -0.023251616279498906],
                [
                    0.05234426829249293,
                    0.10192228490567014,
                    0.24744211421029894,
                    0.29847957827419686,
                    0.016582068958567186,
                    0.019761197022894538,
                ],
            ),
        ),
        (
            "bg_nbd",
            &[money, joined],
            &[],
            (
                -9562.360705435005,
                [0.2529253354967929, 10.041407910776197, 0.7934699154768321, 2.496122816780496],
                [0.09183668591946326, 0.1307218456989488],
                [
                    0.05238912964369963,
                    0.5238022974799477,
                    0.23914139733900341,
                    0.29699114460681897,
                    0.01654856593344279,
                    0.15535144658211905,
                ],
            ),
        ),
        (
            "mbg_nbd",
            &[money],
            &[money],
            (
                -9560.440132339685,
                [0.5617401069884951, 8.802059815368787, 0.9210843826965324, 1.5116562683790717],
                [0.07792292147992258, -0.020843489160580982],
                [
                    0.16414911249253472,
                    0.12645398378610828,
                    0.1774072791358631,
                    0.33337231248037147,
                    0.01742158117732645,
                    0.017135222072870708,
                ],
            ),
        ),
        (
            "pareto_nbd",
            &[money],
            &[money],
            (
                -9572.132398107387,
                [0.574592590769917, 14.391198732342465, 0.5899497375344168, 12.227740647923612],
                [0.07368271103722014, 0.021501204787183856],
                [
                    0.08664346014552847,
                    0.08976780744054708,
                    0.3047372232297612,
                    0.5255096431754773,
                    0.012387782667173502,
                    0.02748524830934348,
                ],
            ),
        ),
    ];
    for (name, purchase, dropout, (value, parameters, coefficients, errors)) in known {
        let model = fit(name, &data, purchase, dropout);
        let report = model.report().unwrap();
        assert_eq!(report.diagnosis.code, DiagnosisCode::Converged, "{report}");
        assert!((report.log_likelihood - value).abs() < 1e-7, "{name} {} {value}", report.log_likelihood);
        for (at, estimate) in report.estimates.iter().enumerate() {
            near(estimate.value, parameters[at], 2e-6);
            near(estimate.log_standard_error.unwrap(), errors[at], 1e-5);
        }
        for (at, effect) in report.covariates.iter().enumerate() {
            near(effect.coefficient, coefficients[at], 2e-6);
            near(effect.standard_error.unwrap(), errors[4 + at], 1e-5);
        }
        // The answers of each customer's own parameters add to the likelihood.
        let columns: Vec<(&str, &[f64])> = vec![money, joined];
        let each = model
            .ask(
                Question::LogLikelihood,
                &Observations { covariates: &columns, ..rows(&data) },
                &Arguments::default(),
            )
            .unwrap();
        assert!((each.iter().sum::<f64>() - value).abs() < 1e-6);
    }
}

#[test]
fn answers_with_intervals_and_json() {
    let data = cdnow();
    let first = first();
    let money: (&str, &[f64]) = ("first", &first);
    let model = fit("bg_nbd", &data, &[money], &[]);
    let plain = AnyModel::fit("bg_nbd", &rows(&data), &[], &FitOptions::default(), None).unwrap();
    // -9582.42920667 without, and a coefficient 5.3 standard errors from 0 with it.
    let test = likelihood_ratio_test(plain.fitted().unwrap(), model.fitted().unwrap()).unwrap();
    assert_eq!((test.degrees_of_freedom, test.on_border), (1.0, 0.0));
    assert!(test.statistic > 35.0 && test.p_value < 1e-8, "{test:?}");
    assert!(model.fitted().unwrap().covariates[0].reading.starts_with("one more of first: +9."));

    let arguments = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
    let asked = |model: &AnyModel| {
        model
            .ask_with_interval(
                Question::ExpectedPurchases,
                &Observations { covariates: &[money], ..rows(&data) },
                &arguments,
                0.95,
            )
            .unwrap()
    };
    let found = asked(&model);
    // One customer through the model of customers alike.
    let alike = model.at(&[("first", first[5])]).unwrap();
    let one = Observations {
        frequency: Some(&data.x[5..6]),
        recency: Some(&data.t_x[5..6]),
        t: Some(&data.t[5..6]),
        ..Observations::default()
    };
    assert_eq!(alike.ask(Question::ExpectedPurchases, &one, &arguments).unwrap()[0], found.values[5]);
    assert!(found.lower[5] < found.values[5] && found.values[5] < found.upper[5]);
    let error = model.ask(Question::ExpectedPurchasesNew, &one, &arguments).unwrap_err();
    assert_eq!(error.code(), "covariates_needed");
    let error = model.ask(Question::ExpectedPurchases, &one, &arguments).unwrap_err();
    assert_eq!(error.code(), "covariates_needed");
    let other: &[(&str, &[f64])] = &[("second", &[1.0])];
    let one = Observations { covariates: other, ..one };
    let error = model.ask(Question::ExpectedPurchases, &one, &arguments).unwrap_err();
    assert_eq!(error.code(), "missing_column");
    #[cfg(feature = "serde")]
    assert_eq!(asked(&AnyModel::from_json(&model.to_json().unwrap()).unwrap()), found);
}

#[test]
fn neither_the_order_of_rows_nor_the_unit_of_a_covariate_matters() {
    let all = cdnow();
    let some = |column: &[f64]| column.iter().step_by(5).copied().collect::<Vec<f64>>();
    let data = Cdnow { x: some(&all.x), t_x: some(&all.t_x), t: some(&all.t), m: vec![] };
    let first = some(&first());
    let known = fit("bg_nbd", &data, &[("first", &first)], &[("first", &first)]);
    let n = first.len();
    let at: Vec<usize> = (0..n).map(|i| (i * 151 + 7) % n).collect();
    let take = |column: &[f64]| at.iter().map(|i| column[*i]).collect::<Vec<f64>>();
    let mixed = Cdnow { x: take(&data.x), t_x: take(&data.t_x), t: take(&data.t), m: vec![] };
    let money = take(&first);
    let other = fit("bg_nbd", &mixed, &[("first", &money)], &[("first", &money)]);
    assert_eq!(other.report(), known.report());
    // Cents and another zero: the coefficient in the new unit, the same likelihood.
    let cents: Vec<f64> = first.iter().map(|z| 1000.0 * z - 5e6).collect();
    let scaled = fit("bg_nbd", &data, &[("first", &cents)], &[]);
    let plain = fit("bg_nbd", &data, &[("first", &first)], &[]);
    let (a, b) = (scaled.report().unwrap(), plain.report().unwrap());
    near(a.covariates[0].coefficient * 1000.0, b.covariates[0].coefficient, 1e-7);
    assert!((a.log_likelihood - b.log_likelihood).abs() < 1e-7);
}

#[test]
fn what_cannot_be_is_refused_or_diagnosed() {
    let all = cdnow();
    let some = |column: &[f64]| column.iter().step_by(10).copied().collect::<Vec<f64>>();
    let data = Cdnow { x: some(&all.x), t_x: some(&all.t_x), t: some(&all.t), m: vec![] };
    let first = some(&first());
    let ones = vec![1.0; first.len()];
    let mut missing = first.clone();
    missing[3] = f64::NAN;
    let try_fit = |name: &str, purchase: &[(&str, &[f64])]| {
        let covariates = Covariates { purchase, dropout: &[] };
        AnyModel::fit_with_covariates(name, &rows(&data), &[], &covariates, &FitOptions::default(), None)
    };
    assert_eq!(try_fit("bg_nbd", &[("ones", &ones)]).unwrap_err().code(), "zero_variance");
    assert_eq!(try_fit("bg_nbd", &[("first", &missing)]).unwrap_err().code(), "out_of_domain");
    assert_eq!(try_fit("bg_nbd", &[("first", &first[1..])]).unwrap_err().code(), "length_mismatch");
    assert_eq!(try_fit("bg_nbd", &[("first", &first), ("first", &first)]).unwrap_err().code(), "given_twice");
    assert_eq!(try_fit("bg_bb", &[("first", &first)]).unwrap_err().code(), "no_covariates");
    // The same thing twice under two names: not to be told apart.
    let twice: Vec<f64> = first.iter().map(|z| 2.0 * z + 1.0).collect();
    let model = try_fit("bg_nbd", &[("first", &first), ("twice", &twice)]).unwrap();
    let report = model.report().unwrap();
    assert_eq!(report.diagnosis.code, DiagnosisCode::NotIdentified, "{report}");
    assert_eq!(report.diagnosis.parameters, ["purchase:first", "purchase:twice"]);
    assert!(report.covariates[0].standard_error.is_none() && report.covariance.is_none());
}

/// Customers who all leave with the same chance: `a` and `b` grow without end, as in the peers' fits of a data set
/// with covariates. Here it is said, and no standard error is given.
#[test]
fn a_ridge_is_named() {
    let (mut x, mut t_x, mut z) = (vec![], vec![], vec![]);
    let mut random = ukur::numerics::random::Random::new(11);
    for i in 0..3000 {
        let rate = random.gamma(1.0, 5.0) * if i % 2 == 0 { 1.5 } else { 1.0 };
        let (mut n, mut last) = (0.0, 0.0);
        loop {
            let next = last + random.exponential() / rate;
            if next > 50.0 {
                break;
            }
            n += 1.0;
            last = next;
            if random.uniform() < 0.2 {
                break;
            }
        }
        x.push(n);
        t_x.push(last);
        z.push(f64::from(i % 2));
    }
    let data = Cdnow { t: vec![50.0; x.len()], x, t_x, m: vec![] };
    let model = fit("bg_nbd", &data, &[("z", &z)], &[("z", &z)]);
    let report = model.report().unwrap();
    if report.diagnosis.code != DiagnosisCode::Converged {
        assert_eq!(report.diagnosis.code, DiagnosisCode::Ridge, "{report}");
        assert!(report.diagnosis.message.contains("a and b grow together"), "{report}");
        assert!(report.covariance.is_none());
    }
}

/// A column of a file in tests/data.
fn column(file: &str, at: usize) -> Vec<f64> {
    let text =
        std::fs::read_to_string(format!("{}/../tests/data/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    text.lines().skip(1).map(|line| line.split(',').nth(at).unwrap().parse().unwrap()).collect()
}

/// The report against known numbers: log-likelihood, parameters, coefficients, standard errors.
fn compare(model: &AnyModel, value: f64, parameters: &[f64], coefficients: &[f64], errors: &[f64]) {
    let report = model.report().unwrap();
    assert_eq!(report.diagnosis.code, DiagnosisCode::Converged, "{report}");
    assert!((report.log_likelihood - value).abs() < 1e-7, "{} {value}", report.log_likelihood);
    for (at, estimate) in report.estimates.iter().enumerate() {
        near(estimate.value, parameters[at], 2e-6);
        near(estimate.log_standard_error.unwrap(), errors[at], 1e-5);
    }
    for (at, effect) in report.covariates.iter().enumerate() {
        near(effect.coefficient, coefficients[at], 2e-6);
        near(effect.standard_error.unwrap(), errors[parameters.len() + at], 1e-5);
    }
}

#[test]
fn a_risk_that_grows_with_age() {
    let of = |at| column("ggom_covariates.csv", at);
    let data = Cdnow { x: of(0), t_x: of(1), t: of(2), m: vec![] };
    let (member, distance) = (of(3), of(4));
    let known: Columns = &[("member", &member), ("distance", &distance)];
    let model = fit("ggom_nbd", &data, &known[..1], known);
    compare(
        &model,
        -11805.018569803633,
        &[0.8989916651577782, 8.072065349665829, 0.1037497803579814, 1.0191771503672298, 5.955865186886798],
        &[0.5179722565006998, -0.40874815641490464, 0.2690515234321384],
        &[
            0.07730986614491027,
            0.08698425355358322,
            0.27423959778399887,
            0.40119130950677884,
            0.22369538627257876,
            0.07329899830508589,
            0.1632239631822399,
            0.06632516299272663,
        ],
    );
    assert!(model.report().unwrap().covariates[2].reading.ends_with("% rate to leave"));
}

/// The regular and the high-end customers of Fader and Hardie (2007), told apart by a covariate.
#[test]
fn two_cohorts_of_contracts() {
    let regular = [1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0];
    let high_end = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
    let survivors = [regular, high_end].concat();
    let mark = [[0.0; 8], [1.0; 8]].concat();
    let tables = Observations { survivors: Some(&survivors), cohort: Some(&mark), ..Observations::default() };
    let known: &[(&str, &[f64])] = &[("high_end", &mark)];
    let covariates = Covariates { purchase: &[], dropout: known };
    let fit = |rows: &Observations, covariates: &Covariates| {
        AnyModel::fit_with_covariates(
            "shifted_beta_geometric",
            rows,
            &[],
            covariates,
            &FitOptions::default(),
            None,
        )
    };
    let model = fit(&tables, &covariates).unwrap();
    compare(
        &model,
        -3299.861643573351,
        &[0.8956144690237122, 1.6734739207987943],
        &[-0.9380367645842417],
        &[0.08260182229435649, 0.11110087863584868, 0.06914785595259859],
    );
    assert_eq!(model.report().unwrap().covariates[0].reading, "one more of high_end: -60.9 % odds to leave");
    // Single customers say the same.
    let (mut tenure, mut churned, mut weights, mut high) = (vec![], vec![], vec![], vec![]);
    for (cohort, table) in [regular, high_end].iter().enumerate() {
        for year in 1..8 {
            tenure.push(year as f64);
            churned.push(1.0);
            weights.push(table[year - 1] - table[year]);
        }
        tenure.push(7.0);
        churned.push(0.0);
        weights.push(table[7]);
        high.extend([cohort as f64; 8]);
    }
    let single = Observations {
        tenure: Some(&tenure),
        churned: Some(&churned),
        weights: Some(&weights),
        ..Observations::default()
    };
    let by_row: &[(&str, &[f64])] = &[("high_end", &high)];
    let same = fit(&single, &Covariates { purchase: &[], dropout: by_row }).unwrap();
    assert_eq!(same.report(), model.report());

    // Questions about customers, and about new ones, with intervals.
    let customers = Observations { tenure: Some(&[3.0, 3.0]), ..Observations::default() };
    let two: &[(&str, &[f64])] = &[("high_end", &[1.0, 0.0])];
    let rows = Observations { covariates: two, ..customers };
    let arguments = Arguments { discount_rate: Some(&[0.1]), ..Arguments::default() };
    let question = Question::DiscountedExpectedResidualLifetime;
    let found = model.ask_with_interval(question, &rows, &arguments, 0.95).unwrap();
    for (at, value) in [(0, 1.0), (1, 0.0)] {
        let alike = model.at(&[("high_end", value)]).unwrap();
        assert_eq!(alike.ask(question, &customers, &arguments).unwrap()[0], found.values[at]);
        assert!(found.lower[at] < found.values[at] && found.values[at] < found.upper[at]);
    }
    let means = model.posterior_means(&rows).unwrap();
    assert!(means[0][0] < means[0][1]);
    let horizons = Arguments { horizon: Some(&[0.0, 7.0, 12.0]), ..Arguments::default() };
    let one: &[(&str, &[f64])] = &[("high_end", &[1.0])];
    let new = Observations { covariates: one, ..Observations::default() };
    let curve = model.ask_with_interval(Question::Survival, &new, &horizons, 0.9).unwrap();
    assert_eq!(curve.values[0], 1.0);
    assert!((curve.values[1] - 0.491).abs() < 0.02 && curve.lower[1] < 0.491 && 0.491 < curve.upper[1]);
    let each = Arguments { horizon: Some(&[7.0, 12.0]), ..Arguments::default() };
    let both = model.ask(Question::Survival, &Observations { covariates: two, ..new }, &each).unwrap();
    assert_eq!(both[0], curve.values[1]);
    let error = model.ask(Question::Survival, &Observations { covariates: two, ..new }, &horizons);
    assert_eq!(error.unwrap_err().code(), "length_mismatch");
    let made = model.simulate_contracts(2000.0, &[7.0], 4.0, &new).unwrap();
    assert_eq!(
        made,
        model
            .at(&[("high_end", 1.0)])
            .unwrap()
            .simulate_contracts(2000.0, &[7.0], 4.0, &Observations::default())
            .unwrap()
    );

    let purchases = Covariates { purchase: by_row, dropout: &[] };
    assert_eq!(fit(&single, &purchases).unwrap_err().code(), "no_covariates");
    let mut mixed = mark.clone();
    mixed[3] = 1.0;
    let wrong: &[(&str, &[f64])] = &[("high_end", &mixed)];
    let error = fit(&tables, &Covariates { purchase: &[], dropout: wrong }).unwrap_err();
    assert_eq!(error.code(), "covariate_differs");
}

#[test]
fn every_answer_is_that_of_customers_alike() {
    let all = cdnow();
    let some = |column: &[f64]| column.iter().step_by(40).copied().collect::<Vec<f64>>();
    let data = Cdnow { x: some(&all.x), t_x: some(&all.t_x), t: some(&all.t), m: vec![] };
    let group: Vec<f64> = some(&first())
        .iter()
        .map(|z| f64::from(u8::from(*z > 2.0)) + f64::from(u8::from(*z > 4.0)))
        .collect();
    let known: (&str, &[f64]) = ("group", &group);
    let model = fit("pareto_nbd", &data, &[known], &[known]);
    let n = group.len();
    let money = vec![20.0; n];
    let given: &[(&str, &[f64])] = &[known];
    let rows = Observations { monetary_value: Some(&money), covariates: given, ..rows(&data) };
    let spend = AnyModel::from_parameters("gamma_gamma", &[6.25, 3.74, 15.44], &[], None).unwrap();
    let terms = LifetimeTerms::default();
    let week = Some(TimeUnit::Week);
    let value = model.lifetime_value(&spend, &rows, week, &terms).unwrap();
    let means = model.posterior_means(&rows).unwrap();
    let holdout: Vec<f64> = (0..n).map(|row| (row % 3) as f64).collect();
    let counts = HoldoutData { frequency: &holdout, horizon: 39.0, tracking: None };
    let options = ValidationOptions { groups: 5, most: 3 };
    let judged = model.validate(&rows, &counts, &options).unwrap();

    let (mut expected, mut none, mut tracked) = (0.0, 0.0, 0.0);
    let oldest = data.t.iter().copied().fold(0.0, f64::max);
    for row in 0..n {
        let alike = model.at(&[("group", group[row])]).unwrap();
        let one = Observations {
            frequency: Some(&data.x[row..=row]),
            recency: Some(&data.t_x[row..=row]),
            t: Some(&data.t[row..=row]),
            monetary_value: Some(&money[row..=row]),
            ..Observations::default()
        };
        let own = alike.lifetime_value(&spend, &one, week, &terms).unwrap();
        assert_eq!((own.values[0], own.horizon), (value.values[row], value.horizon));
        for (all, own) in means.iter().zip(alike.posterior_means(&one).unwrap()) {
            assert_eq!(all[row], own[0]);
        }
        let new = |question, horizon: f64| {
            let arguments = Arguments { n: Some(&[0.0]), horizon: Some(&[horizon]), ..Arguments::default() };
            alike.ask(question, &Observations::default(), &arguments).unwrap()[0]
        };
        let ahead = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
        expected += alike.ask(Question::ExpectedPurchases, &one, &ahead).unwrap()[0];
        none += new(Question::PurchaseProbability, data.t[row]);
        let reached = judged.tracking.time[50] - (oldest - data.t[row]);
        tracked += new(Question::ExpectedPurchasesNew, reached);
    }
    near(judged.errors.expected[0], expected, 1e-12);
    near(judged.by_frequency.expected_customers[0], none, 1e-12);
    near(judged.tracking.expected_cumulative[50], tracked, 1e-12);

    let made = model.simulate(n as f64, &data.t, 7.0, &rows).unwrap();
    assert_eq!(made, model.simulate(n as f64, &data.t, 7.0, &rows).unwrap());
    let ones: &[(&str, &[f64])] = &[("group", &[1.0])];
    let ones = Observations { covariates: ones, ..Observations::default() };
    let two: &[(&str, &[f64])] = &[("group", &[1.0, 2.0])];
    let two = Observations { covariates: two, ..Observations::default() };
    let alike = model.at(&[("group", 1.0)]).unwrap();
    assert_eq!(
        model.simulate(50.0, &[30.0], 7.0, &ones).unwrap(),
        alike.simulate(50.0, &[30.0], 7.0, &Observations::default()).unwrap()
    );
    for (code, result) in [
        ("covariates_needed", model.simulate(9.0, &[9.0], 1.0, &Observations::default()).map(drop)),
        ("length_mismatch", model.simulate(9.0, &[9.0], 1.0, &two).map(drop)),
        ("covariates_needed", model.posterior_means(&super::covariates::rows(&data)).map(drop)),
        ("covariates_needed", model.validate(&super::covariates::rows(&data), &counts, &options).map(drop)),
    ] {
        assert_eq!(result.unwrap_err().code(), code);
    }
}

/// What contracts are worth, and how a customer's chance to be alive went, are those of the plain model of customers alike.
#[test]
fn values_of_contracts_and_paths() {
    let regular = [1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0];
    let high_end = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
    let survivors = [regular, high_end].concat();
    let mark = [[0.0; 8], [1.0; 8]].concat();
    let tables = Observations { survivors: Some(&survivors), cohort: Some(&mark), ..Observations::default() };
    let covariates = Covariates { purchase: &[], dropout: &[("high_end", &mark)] };
    let options = FitOptions::default();
    let name = "shifted_beta_geometric";
    let model = AnyModel::fit_with_covariates(name, &tables, &[], &covariates, &options, None).unwrap();
    let year = Some(TimeUnit::Year);
    for terms in [
        LifetimeTerms { horizon: None, margin: 0.4, ..LifetimeTerms::default() },
        LifetimeTerms { horizon: Some(0.0), ..LifetimeTerms::default() },
    ] {
        for tenure in [None, Some([0.0, 3.0, 5.0])] {
            let known: &[(&str, &[f64])] = &[("high_end", &[1.0, 0.0, 1.0])];
            let tenure = tenure.as_ref().map(<[f64; 3]>::as_slice);
            let rows = Observations { tenure, covariates: known, ..Observations::default() };
            let payment = [100.0, 20.0, 3.0];
            let found = model.contract_lifetime_value(&rows, &payment, year, &terms).unwrap();
            let ends =
                model.contract_lifetime_value_with_interval(&rows, &payment, year, &terms, 0.95).unwrap();
            assert_eq!(ends.values, found);
            for (row, value) in found.into_iter().enumerate() {
                let alike = model.at(&[("high_end", known[0].1[row])]).unwrap();
                let tenure = tenure.map(|tenure| [tenure[row]]);
                let own = Observations {
                    tenure: tenure.as_ref().map(<[f64; 1]>::as_slice),
                    ..Observations::default()
                };
                let want = alike.contract_lifetime_value(&own, &payment[row..=row], year, &terms).unwrap();
                assert_eq!(value, want[0]);
                if value > 0.0 {
                    assert!(ends.lower[row] < value && value < ends.upper[row], "{ends:?}");
                }
            }
        }
    }
    let terms = LifetimeTerms::default();
    let ask = |rows: &Observations, payment: &[f64]| {
        model.contract_lifetime_value(rows, payment, year, &terms).map_err(|error| error.code())
    };
    assert_eq!(ask(&Observations::default(), &[1.0]).unwrap_err(), "covariates_needed");
    let known: &[(&str, &[f64])] = &[("high_end", &[1.0, 0.0])];
    let rows = Observations { covariates: known, ..Observations::default() };
    assert_eq!(ask(&rows, &[1.0; 3]).unwrap_err(), "length_mismatch");
    // One customer, and as many payments as one likes.
    let rows = Observations { covariates: &[("high_end", &[1.0])], ..Observations::default() };
    let both = ask(&rows, &[1.0, 3.0]).unwrap();
    near(both[1], 3.0 * both[0], 1e-15);

    let data = cdnow();
    let first = first();
    let model = fit("bg_nbd", &data, &[("first", &first)], &[]);
    let (purchases, times) = ([5.0, 30.43], [10.0, 30.0, 31.0]);
    let path = model.alive_path(&purchases, &times, &[("first", &[4.0])]).unwrap();
    assert_eq!(path, model.at(&[("first", 4.0)]).unwrap().alive_path(&purchases, &times, &[]).unwrap());
    let ends = model.alive_path_with_interval(&purchases, &times, &[("first", &[4.0])], 0.95).unwrap();
    assert!((0..3).all(|at| ends.lower[at] < path[at] && path[at] < ends.upper[at]), "{ends:?}");
    assert_eq!(model.alive_path(&purchases, &times, &[]).unwrap_err().code(), "covariates_needed");
    let two: &[(&str, &[f64])] = &[("first", &[4.0, 5.0])];
    assert_eq!(model.alive_path(&purchases, &times, two).unwrap_err().code(), "length_mismatch");
}
