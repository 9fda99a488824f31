//! BG/NBD: Hardie's spreadsheets, independent fits, and mpmath at 40 digits and more.

use super::{cdnow, near, one};
use ukur::models::{BgNbd, DiagnosisCode, FitOptions, Histories, PurchaseModel};

/// Maximum likelihood by scipy (BFGS from several starts, then Newton), standard errors from the numerical Hessian;
/// Fader, Hardie & Lee 2005 print .243, 4.414, .793, 2.426 and -9582.4.
#[test]
fn cdnow_fit() {
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let fitted = BgNbd::fit(&histories, &FitOptions::default()).unwrap();
    println!("{}\n{} iterations", fitted.fit, fitted.fit.iterations);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
    assert_eq!(fitted.fit.distinct_rows, 1016);
    assert!((fitted.fit.log_likelihood + 9582.42920667).abs() < 1e-7, "{}", fitted.fit.log_likelihood);
    for (estimate, want) in fitted.fit.estimates.iter().zip([
        (0.2425945224, 0.0125573781),
        (4.4136020190, 0.3782240609),
        (0.7929220172, 0.1857337872),
        (2.4259067769, 0.7054141167),
    ]) {
        near(estimate.value, want.0, 1e-8);
        near(estimate.standard_error.unwrap(), want.1, 1e-5);
    }
    let each: f64 = fitted.log_likelihood(&histories).unwrap().iter().sum();
    near(each, fitted.fit.log_likelihood, 1e-13);
    assert!(fitted.fit.relative_gradient < 1e-12);
}

/// Per-customer values: Hardie's spreadsheets, and mpmath at 40 digits for those with 13 digits.
#[test]
fn cdnow_answers() {
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    near(one(2.0, 30.43, 38.86, |h| model.expected_purchases(h, 39.0)), 1.2259, 1e-3);
    near(one(23.0, 39.0, 39.0, |h| model.probability_alive(h, 0.0)), 0.96855545422102, 1e-12);
    near(one(5.0, 30.0, 39.0, |h| model.probability_alive(h, 0.0)), 0.70562684715786, 1e-12);
    near(one(10.0, 35.0, 39.0, |h| model.expected_purchases(h, 2.0)), 0.39156920709111, 1e-12);
    near(model.purchase_probability(10.0, 2.0).unwrap(), 1.07868964e-7, 1e-8);
    near(model.purchase_probability(0.0, 39.0).unwrap(), 0.57378635209601, 1e-12);
    near(model.purchase_probability(200.0, 39.0).unwrap(), 4.07085355256e-14, 1e-8);
    near(
        one(2.0, 30.43, 38.86, |h| model.discounted_expected_purchases(0.0027, h, None)),
        5.15637982615,
        1e-10,
    );
    let total: f64 = (0..2000).map(|n| model.purchase_probability(f64::from(n), 39.0).unwrap()).sum();
    near(total, 1.0, 1e-12);
}

/// Where other programs give NaN: a + b < 1, a = 1, b = 1 with x = 0.
#[test]
fn singular_points() {
    let model = BgNbd::new(0.11, 2.24, 0.31, 0.50).unwrap();
    near(one(0.0, 0.0, 1.0, |h| model.expected_purchases(h, 30.0)), 0.5645886155328, 1e-12);
    let model = BgNbd::new(0.2, 4.0, 1.0, 2.0).unwrap();
    near(one(3.0, 20.0, 30.0, |h| model.expected_purchases(h, 10.0)), 0.48600085180792, 1e-12);
    let model = BgNbd::new(0.243, 4.414, 0.793, 1.0).unwrap();
    assert_eq!(one(0.0, 0.0, 38.0, |h| model.probability_alive(h, 0.0)), 1.0);
    assert!(one(0.0, 0.0, 38.0, |h| model.log_likelihood(h)).is_finite());
    assert!(one(0.0, 0.0, 38.0, |h| model.expected_purchases(h, 10.0)) > 0.0);
}

/// Interval counts that other programs get wrong (BTYD 2.4.3 returns .57379); mpmath and 4 million simulated customers.
#[test]
fn counts_on_an_interval() {
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    near(model.purchase_probability_between(0.0, 39.0, 78.0).unwrap(), 0.7540011461, 1e-9);
    let total: f64 =
        (0..900).map(|n| model.purchase_probability_between(f64::from(n), 39.0, 78.0).unwrap()).sum();
    near(total, 1.0, 1e-10);
    let (x, between) = (3.0, |from, to| model.purchase_probability_between(3.0, from, to).unwrap());
    near(between(1e-9, 39.0), model.purchase_probability(x, 39.0).unwrap(), 1e-8);
    assert_eq!(model.purchase_probability_between(1.0, 5.0, 4.0).unwrap_err().code(), "out_of_domain");
}

/// Survival far beyond every age: mpmath at 50 digits, `hyp2f1(r, a, a + b, -t / alpha)`.
#[test]
fn survival_of_the_far_future() {
    for ([r, alpha, a, b], known) in [
        (
            [0.243, 4.414, 0.793, 2.426],
            [0.308456929089129668, 0.151580954673890667, 0.0162366339198293653, 0.000565597981302482227],
        ),
        (
            [3.0, 4.414, 0.2, 0.7],
            [0.169079151694610063, 0.0928692438363665897, 0.0147187615795555082, 0.000928691071890702533],
        ),
        (
            [0.5, 6.0, 1.0, 1.5],
            [0.0781174769016308323, 0.0180720955021669653, 0.000182492041513836778, 1.8251002241881363e-7],
        ),
    ] {
        let model = BgNbd::new(r, alpha, a, b).unwrap();
        for (t, want) in [5e3, 1e5, 1e9, 1e15].into_iter().zip(known) {
            near(model.survival_new(t), want, 1e-13);
        }
    }
}

/// Expected purchases and survival after times that only a mistaken unit asks for, where a few with a tiny chance to leave
/// are all that is left: tests/references/far_future.py.
#[test]
fn the_furthest_future() {
    const TIMES: [f64; 5] = [1e9, 1e15, 1e30, 1e100, 1e300];
    for (world, survival, purchases) in [
        (
            [0.243, 4.414, 0.793, 2.426],
            [
                0.0162366339198293653,
                0.000565597981302482227,
                1.2808782662732797e-7,
                1.25172191731559685e-24,
                3.14418330012820425e-73,
            ],
            [
                256.254925503124446,
                4648.94195606040919,
                5934079.72876846228,
                1.83380926093528049e+21,
                4.60632060051994217e+62,
            ],
        ),
        (
            [3.0, 4.414, 1.0, 0.7],
            [1.54490000204575677e-9, 1.54490000000000205e-15, 1.5449e-30, 1.5449e-100, 1.5449e-300],
            [
                14.9669046920723178,
                24.6377620831107792,
                48.8149055595482593,
                161.641575116256498,
                484.003488135422894,
            ],
        ),
        (
            [0.5, 6.0, 1.1, 1.5],
            [
                0.000165640446174158656,
                1.65643484299047654e-7,
                5.23810692366286251e-15,
                5.23810692366286253e-50,
                5.23810692366286253e-150,
            ],
            [12.9602004003929366, 15.2363228976790599, 15.9758503951927041, 15.9999999975850395, 16.0],
        ),
        (
            [30.0, 0.15, 2.4, 88.0],
            [
                4.10752474599033505e-23,
                1.63523505653007993e-37,
                1.63523505653008185e-73,
                1.63523505653008185e-241,
                0.0,
            ],
            [
                63.8571428571374587,
                63.8571428571428571,
                63.8571428571428571,
                63.8571428571428571,
                63.8571428571428571,
            ],
        ),
    ] {
        let [r, alpha, a, b] = world;
        let model = BgNbd::new(r, alpha, a, b).unwrap();
        for ((t, survival), purchases) in TIMES.into_iter().zip(survival).zip(purchases) {
            if survival > 0.0 {
                near(model.survival_new(t), survival, 1e-12);
            }
            near(model.expected_purchases_new(t).unwrap(), purchases, 1e-12);
        }
    }
}

/// Between two far times, down to chances of 1e-62: tests/references/far_future.py.
#[test]
fn counts_between_far_times() {
    for ([r, alpha, a, b], n, from, to, want) in [
        ([0.243, 4.414, 0.793, 2.426], 0.0, 1e20, 2e20, 0.999984368612638404),
        ([0.243, 4.414, 0.793, 2.426], 1.0, 1e20, 2e20, 4.88243465018286621e-6),
        ([30.0, 0.15, 5.0, 8.0], 3.0, 1e9, 1.5e9, 1.58263073078026663e-62),
        ([2.0, 4.0, 6.0, 3.0], 60.0, 1e7, 3e7, 3.08683392630591893e-19),
    ] {
        let model = BgNbd::new(r, alpha, a, b).unwrap();
        near(model.purchase_probability_between(n, from, to).unwrap(), want, 1e-12);
    }
}

/// Those who buy often and leave soon do so within a small part of `alpha`: tests/references/far_future.py.
#[test]
fn discounted_purchases_of_frequent_buyers_who_soon_leave() {
    for ([r, alpha, a, b], rate, horizon, want) in [
        ([178.0, 4.2, 4.2, 4.1], 0.2, 1.5, 2.25045053566356433),
        ([1000.0, 1.0, 8.0, 2.0], 0.01, 7.0, 1.28569712593784376),
        ([1000.0, 30.0, 0.8, 0.2], 0.5, 30.0, 2.28860120253751637),
        ([50.0, 4.0, 1.0, 1.0], 0.003, 28.0, 6.34309193846317786),
    ] {
        let model = BgNbd::new(r, alpha, a, b).unwrap();
        near(model.discounted_expected_purchases_new(rate, Some(horizon)).unwrap(), want, 1e-13);
    }
}

#[test]
fn simulated_customers_follow_the_formulas() {
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    super::follows_its_formulas(&model, 50_000, 39.0, &[0.243 / 4.414, 0.793 / (0.793 + 2.426)]);
}

/// Ordinary, singular and extreme parameters, by mpmath at 60 digits: tests/references/purchase_models.py.
#[test]
fn references() {
    super::matches_its_references("bg_nbd", 1e-11);
}
