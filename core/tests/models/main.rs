//! Known answers of the customer-base models: papers, independent programs and 40-digit evaluations.

mod bg_nbd;
#[path = "../cdnow/mod.rs"]
mod cdnow_purchases;
mod comparison;
mod covariates;
mod gamma_gamma;
mod ggom_nbd;
mod intervals;
mod limits;
mod mbg_nbd;
mod nbd;
mod opportunities;
#[cfg(feature = "serde")]
mod over_time;
mod pareto_nbd;
mod posterior;
mod regular_purchases;
mod validation;

use ukur::models::{
    BgNbd, DiagnosisCode, FitOptions, GammaGamma, Histories, LifetimeTerms, PurchaseModel, lifetime_value,
};
use ukur::units::TimeUnit;

/// The calibration data of the CDNOW sample: frequency, recency and T in weeks (days / 7), mean repeat spend.
struct Cdnow {
    x: Vec<f64>,
    t_x: Vec<f64>,
    t: Vec<f64>,
    m: Vec<f64>,
}

fn cdnow() -> Cdnow {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/cdnow_cbs.csv")).unwrap();
    let mut data = Cdnow { x: vec![], t_x: vec![], t: vec![], m: vec![] };
    for line in text.lines().skip(1) {
        let cells: Vec<f64> = line.split(',').skip(1).map(|v| v.parse().unwrap()).collect();
        data.x.push(cells[0]);
        data.t_x.push(cells[1] / 7.0);
        data.t.push(cells[2] / 7.0);
        data.m.push(if cells[0] > 0.0 { cells[3] / 100.0 / cells[0] } else { 0.0 });
    }
    data
}

#[track_caller]
fn near(got: f64, want: f64, relative: f64) {
    assert!((got - want).abs() <= relative * want.abs(), "got {got:?}, want {want:?}");
}

fn one(x: f64, t_x: f64, t: f64, ask: impl Fn(&Histories) -> ukur::Result<Vec<f64>>) -> f64 {
    ask(&Histories::new(&[x], &[t_x], &[t]).unwrap()).unwrap()[0]
}

/// Any order of the customers, and counted rows, give the same bits.
#[test]
fn the_order_of_customers_does_not_matter() {
    let data = cdnow();
    let fit = |x: &[f64], t_x: &[f64], t: &[f64]| {
        BgNbd::fit(&Histories::new(x, t_x, t).unwrap(), &FitOptions::default()).unwrap().fit
    };
    let forward = fit(&data.x, &data.t_x, &data.t);
    let back = |v: &[f64]| v.iter().rev().copied().collect::<Vec<_>>();
    assert_eq!(forward, fit(&back(&data.x), &back(&data.t_x), &back(&data.t)));
    let counted = ukur::models::Counted::new(&Histories::new(&data.x, &data.t_x, &data.t).unwrap()).unwrap();
    let weighted =
        Histories::new(&counted.x, &counted.t_x, &counted.t).unwrap().with_weights(&counted.weight).unwrap();
    assert_eq!(forward, BgNbd::fit(&weighted, &FitOptions::default()).unwrap().fit);
}

#[test]
fn impossible_columns_get_one_sentence() {
    let options = FitOptions::default();
    let error = BgNbd::fit(&Histories::new(&[], &[], &[]).unwrap(), &options).unwrap_err();
    assert_eq!(error.code(), "empty_input");
    assert_eq!(GammaGamma::fit(&[], &[], None, &options).unwrap_err().code(), "empty_input");
    assert_eq!(GammaGamma::fit(&[1.0], &[], None, &options).unwrap_err().code(), "length_mismatch");
    let error = GammaGamma::fit(&[0.0, 1.0], &[0.0, f64::NAN], None, &options).unwrap_err();
    assert!(error.to_string().contains("row 1"), "{error}");
    let error = BgNbd::new(0.2, -1.0, 1.0, 1.0).unwrap_err();
    assert!(error.to_string().starts_with("`alpha` must be a finite number above 0"), "{error}");
}

/// Data without an answer end in a diagnosis with finite parameters, not in an exception or NaN.
#[test]
fn thin_data_end_in_a_diagnosis() {
    let options = FitOptions::default();
    let code = |x: &[f64], t_x: &[f64], t: &[f64]| {
        let fitted = BgNbd::fit(&Histories::new(x, t_x, t).unwrap(), &options).unwrap();
        println!("{}\n", fitted.fit);
        assert!(fitted.fit.estimates.iter().all(|e| e.value.is_finite() && e.value > 0.0));
        assert!(fitted.fit.log_likelihood.is_finite());
        assert!(fitted.fit.diagnosis.code == DiagnosisCode::Converged || fitted.fit.covariance.is_none());
        fitted.fit.diagnosis.code
    };
    assert_eq!(code(&[3.0], &[20.0], &[30.0]), DiagnosisCode::TooLittleData);
    assert_eq!(code(&[0.0; 50], &[0.0; 50], &[10.0; 50]), DiagnosisCode::TooLittleData);
    assert_ne!(code(&[3.0; 50], &[20.0; 50], &[30.0; 50]), DiagnosisCode::Converged);
    // All bought at the very end: nobody seems to have left.
    let x: Vec<f64> = (0..60).map(|i| f64::from(i % 7)).collect();
    let t_x: Vec<f64> = x.iter().map(|x| if *x > 0.0 { 30.0 } else { 0.0 }).collect();
    assert_ne!(code(&x, &t_x, &[30.0; 60]), DiagnosisCode::Converged);
    let few = GammaGamma::fit(&[1.0, 0.0], &[10.0, 0.0], None, &options).unwrap().fit;
    assert_eq!(few.diagnosis.code, DiagnosisCode::TooLittleData);
    let none = GammaGamma::fit(&[0.0, 1.0], &[0.0, -5.0], None, &options).unwrap().fit;
    assert_eq!(none.diagnosis.code, DiagnosisCode::TooLittleData);
    let same = GammaGamma::fit(&[2.0; 30], &[10.0; 30], None, &options).unwrap().fit;
    println!("{same}");
    assert_ne!(same.diagnosis.code, DiagnosisCode::Converged);
}

#[test]
fn lifetime_value_converts_its_units() {
    let purchases = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    let spend = GammaGamma::new(6.25, 3.74, 15.44).unwrap();
    let histories = Histories::new(&[2.0, 0.0], &[30.43, 0.0], &[38.86, 38.86]).unwrap();
    let money = [22.35, 0.0];
    let terms = LifetimeTerms::default();
    let value = |unit, terms: &LifetimeTerms| {
        lifetime_value(&purchases, &spend, &histories, &money, unit, terms).unwrap()
    };
    let months = value(TimeUnit::Week, &terms);
    near(months.horizon.unwrap(), 365.25 / 7.0, 1e-15);
    near(months.discount_rate, 0.0018266153555928104, 1e-14);
    let years = LifetimeTerms { horizon: Some(1.0), horizon_unit: TimeUnit::Year, ..terms.clone() };
    assert_eq!(months, value(TimeUnit::Week, &years));
    // Undiscounted, it is expected purchases times expected spend.
    let plain = LifetimeTerms { discount_rate: 0.0, margin: 0.5, ..terms.clone() };
    let expected = purchases.expected_purchases(&histories, 365.25 / 7.0).unwrap()[0];
    near(value(TimeUnit::Week, &plain).values[0], 0.5 * expected * months.expected_spend[0], 1e-14);
    // A horizon without end is the limit of long ones.
    let forever = value(TimeUnit::Week, &LifetimeTerms { horizon: None, ..terms.clone() });
    let long = value(TimeUnit::Week, &LifetimeTerms { horizon: Some(24_000.0), ..terms });
    near(forever.values[0], long.values[0], 1e-10);
}

/// A simulation agrees with the formulas it does not use, and a fit to `n` of its customers with the parameters. `prior`
/// holds the means of the latent quantities in the population, which the posterior means must have on average.
///
/// Simulating is cheap, so what needs nothing else is checked on eight times as many customers.
fn follows_its_formulas(model: &dyn PurchaseModel, n: usize, t: f64, prior: &[f64]) {
    let many = model.simulate(400_000, &[t], 1).unwrap();
    let mean = |column: &[f64]| column.iter().sum::<f64>() / column.len() as f64;
    let share = |count: usize, of: usize| count as f64 / of as f64;
    near(mean(&many.frequency), model.expected_purchases_new(t).unwrap(), 0.02);
    let zero = share(many.frequency.iter().filter(|x| **x == 0.0).count(), 400_000);
    near(zero, model.purchase_probability(0.0, t).unwrap(), 0.01);
    let survived = model.survival_new(t);
    let deviation = |n: usize| (survived * (1.0 - survived) / n as f64).sqrt();
    let truth = share(many.alive.iter().filter(|alive| **alive).count(), 400_000);
    assert!((truth - survived).abs() <= 4.0 * deviation(400_000), "{truth} {survived}");

    let made = model.simulate(n, &[t], 1).unwrap();
    assert_eq!(made, model.simulate(n, &[t], 1).unwrap());
    assert_eq!(made.recency, many.recency[..n]);
    let histories = Histories::new(&made.frequency, &made.recency, &made.t).unwrap();
    let alive = mean(&model.probability_alive(&histories, 0.0).unwrap());
    let truth = share(made.alive.iter().filter(|alive| **alive).count(), n);
    assert!((alive - truth).abs() <= 4.0 * deviation(n), "{alive} {truth}");
    let latent = model.posterior_means(&histories).unwrap();
    assert_eq!(latent.len(), prior.len());
    for (column, want) in latent.iter().zip(prior) {
        let got = mean(column);
        let variance = column.iter().map(|v| (v - got) * (v - got)).sum::<f64>() / n as f64;
        let error = (variance / n as f64).sqrt();
        assert!((got - want).abs() <= (4.0 * error).min(0.04 * want), "{got} {want} {error}");
    }
    let rows = ukur::models::Observations {
        frequency: Some(&made.frequency),
        recency: Some(&made.recency),
        t: Some(&made.t),
        ..ukur::models::Observations::default()
    };
    let (_, fit) = (model.spec().fit)(&rows, &model.settings(), &FitOptions::default()).unwrap();
    println!("{fit}");
    for (estimate, want) in fit.estimates.iter().zip(model.parameters()) {
        let off = libm::log(estimate.value / want) / estimate.log_standard_error.unwrap();
        assert!(off.abs() < 4.0, "{off}");
    }
    assert!(model.simulate(2, &[1.0, 2.0, 3.0], 1).is_err());
    assert!(model.simulate(usize::MAX, &[1.0], 1).is_err());
}

#[cfg(feature = "serde")]
#[test]
fn json_returns_the_same_model() {
    use ukur::models::{AnyModel, Arguments, Observations, Question};
    let data = cdnow();
    let rows = Observations {
        frequency: Some(&data.x),
        recency: Some(&data.t_x),
        t: Some(&data.t),
        ..Observations::default()
    };
    let model = AnyModel::fit("BgNbd", &rows, &[], &FitOptions::default(), Some(TimeUnit::Week)).unwrap();
    let text = model.to_json().unwrap();
    let back = AnyModel::from_json(&text).unwrap();
    assert_eq!(back.model().parameters(), model.model().parameters());
    assert_eq!((back.report(), back.unit()), (model.report(), Some(TimeUnit::Week)));
    assert_eq!(back.to_json().unwrap(), text);
    let arguments = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
    let ask =
        |m: &AnyModel| m.ask_with_interval(Question::ExpectedPurchases, &rows, &arguments, 0.95).unwrap();
    assert_eq!(ask(&model), ask(&back));
    for wrong in
        ["", "{}", "[1]", "{\"format\":\"ukur-model\",\"version\":99,\"model\":\"bg_nbd\",\"parameters\":{}}"]
    {
        assert_eq!(AnyModel::from_json(wrong).unwrap_err().code(), "invalid_model_json", "{wrong}");
    }
}

/// JavaScript writes these texts by itself: tests/js/lifetime.test.mjs has the same ones.
#[test]
fn numbers_in_json() {
    use ukur::models::AnyModel;
    for (value, text) in [
        (1.0, "1.0"),
        (0.1, "0.1"),
        (123.456, "123.456"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (1234567890123456.0, "1234567890123456.0"),
        (12345678901234568.0, "1.2345678901234568e+16"),
        (3e21, "3e+21"),
        (1e-4, "0.0001"),
        (1e-5, "0.00001"),
        (1.5e-6, "1.5e-6"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
    ] {
        let model = AnyModel::from_parameters("gamma_gamma", &[value, 2.0, 3.0], &[], None).unwrap();
        let start = "{\"format\":\"ukur-model\",\"version\":1,\"model\":\"gamma_gamma\",\"parameters\":";
        let end = "\"settings\":{},\"unit\":null,\"fit\":null}";
        let written = model.to_json().unwrap();
        assert_eq!(written, format!("{start}{{\"gamma\":3.0,\"p\":{text},\"q\":2.0}},{end}"));
        assert_eq!(AnyModel::from_json(&written).unwrap().model().parameters()[0].to_bits(), value.to_bits());
    }
}

/// The delta method, by mpmath: tests/references/models.py.
#[test]
fn intervals_of_answers() {
    use ukur::models::{Scale, with_interval};
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let fitted = BgNbd::fit(&histories, &FitOptions::default()).unwrap();
    let some = Histories::new(&[2.0, 0.0], &[30.43, 0.0], &[38.86, 38.86]).unwrap();
    let alive = with_interval(&fitted.model, &fitted.fit, 0.95, Scale::Probability, &|model| {
        model.as_purchase().unwrap().probability_alive(&some, 0.0)
    })
    .unwrap();
    assert_eq!(
        (alive.lower[1], alive.values[1], alive.upper[1], alive.standard_errors[1]),
        (1.0, 1.0, 1.0, 0.0)
    );
    assert!(alive.lower[0] < alive.values[0] && alive.values[0] < alive.upper[0] && alive.upper[0] < 1.0);
    near(alive.standard_errors[0], 0.0162208857830143, 1e-9);
    let bought = with_interval(&fitted.model, &fitted.fit, 0.95, Scale::Positive, &|model| {
        model.as_purchase().unwrap().expected_purchases(&some, 39.0)
    })
    .unwrap();
    near(bought.values[0], 1.22590683544345, 1e-9);
    near(bought.standard_errors[0], 0.0451894464750522, 1e-9);
}

/// Answers at ordinary, singular and extreme parameters, in a table that mpmath made: tests/references/NAME.csv. The columns
/// before `frequency` are the parameters. Gives the largest relative error of each column.
#[track_caller]
fn matches_its_references(name: &str, tolerance: f64) {
    let path = format!("{}/../tests/references/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let names: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let parameters = names.iter().position(|one| *one == "frequency").unwrap();
    let first_answer = names.iter().position(|one| *one == "n").unwrap() + 1;
    let mut worst = vec![0.0f64; names.len() - first_answer];
    for line in text.lines().skip(1) {
        let v: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        let any = ukur::models::AnyModel::from_parameters(name, &v[..parameters], &[], None).unwrap();
        let model = any.model().as_purchase().unwrap();
        let &[x, t_x, t, horizon, rate, n] = &v[parameters..first_answer] else { panic!("{line}") };
        for (k, what) in names[first_answer..].iter().enumerate() {
            let (got, want) = (
                one(x, t_x, t, |h| match *what {
                    "log_likelihood" => model.log_likelihood(h),
                    "alive" => model.probability_alive(h, 0.0),
                    "purchases" => model.expected_purchases(h, horizon),
                    "survival" => model.probability_alive(h, horizon),
                    "count" => model.conditional_purchase_probability(n, h, horizon),
                    "discounted" => model.discounted_expected_purchases(rate, h, None),
                    "discounted_finite" => model.discounted_expected_purchases(rate, h, Some(horizon)),
                    "rate" => Ok(model.posterior_means(h)?.swap_remove(0)),
                    "dropout" => Ok(model.posterior_means(h)?.swap_remove(1)),
                    _ => panic!("{what}"),
                }),
                v[first_answer + k],
            );
            // A probability below 1e-300 may be 0; a log-likelihood near 0 is judged by its distance.
            let off = if want.abs() < 1e-300 {
                got - want
            } else if *what == "log_likelihood" {
                (got - want) / want.abs().max(1.0)
            } else {
                got / want - 1.0
            };
            assert!(off.abs() < tolerance, "{what}: got {got:?}, want {want:?} in {line}");
            worst[k] = worst[k].max(off.abs());
        }
    }
    println!("largest relative errors of {name}: {:?} {worst:?}", &names[first_answer..]);
}
