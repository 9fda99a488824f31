//! Covariates against independent fits (tests/references/covariates.py), and their limits.

use super::{Cdnow, cdnow, near};
use ukur::models::{
    AnyModel, Arguments, Covariates, DiagnosisCode, FitOptions, Observations, Question, likelihood_ratio_test,
};

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
            .ask_with_covariates(Question::LogLikelihood, &rows(&data), &columns, &Arguments::default())
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
            .ask_with_covariates_and_interval(
                Question::ExpectedPurchases,
                &rows(&data),
                &[money],
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
    let error = model.ask_with_covariates(Question::ExpectedPurchases, &one, &[], &arguments).unwrap_err();
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
