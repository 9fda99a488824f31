//! Known answers of the models of opportunities and contracts: papers and 40-digit evaluations
//! (`tests/references/discrete_models.py`).

use ukur::models::{BgBb, DiagnosisCode, FitOptions, Histories, PurchaseModel};

#[track_caller]
fn near(got: f64, want: f64, relative: f64) {
    assert!((got - want).abs() <= relative * want.abs(), "got {got:?}, want {want:?}");
}

fn columns(file: &str) -> Vec<Vec<f64>> {
    let text =
        std::fs::read_to_string(format!("{}/../tests/data/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let rows: Vec<Vec<f64>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|cell| cell.parse().unwrap()).collect())
        .collect();
    (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).collect()).collect()
}

fn one(x: f64, t_x: f64, n: f64, ask: impl Fn(&Histories) -> ukur::Result<Vec<f64>>) -> f64 {
    ask(&Histories::new(&[x], &[t_x], &[n]).unwrap()).unwrap()[0]
}

/// Fader, Hardie and Shang 2010 print 1.204, .750, .657, 2.783 and -33,225.6; the digits are mpmath's.
#[test]
fn bg_bb_on_donations() {
    let data = columns("donations.csv");
    let counted = Histories::new(&data[0], &data[1], &data[2]).unwrap().with_weights(&data[3]).unwrap();
    let fitted = BgBb::fit(&counted, &FitOptions::default()).unwrap();
    println!("{}\n{} iterations", fitted.fit, fitted.fit.iterations);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
    assert_eq!((fitted.fit.customers, fitted.fit.distinct_rows), (11_104.0, 22));
    assert!((fitted.fit.log_likelihood + 33225.58127434701).abs() < 1e-9, "{}", fitted.fit.log_likelihood);
    for (estimate, want) in fitted.fit.estimates.iter().zip([
        (1.2035223516, 0.06939136239),
        (0.749716358173, 0.02944771666),
        (0.656718208442, 0.05100985896),
        (2.78344223258, 0.320819003),
    ]) {
        near(estimate.value, want.0, 1e-9);
        near(estimate.standard_error.unwrap(), want.1, 1e-8);
    }
    // One row a donor is the same as counted rows.
    let each: Vec<[f64; 3]> = (0..22)
        .flat_map(|row| {
            std::iter::repeat_n([data[0][row], data[1][row], data[2][row]], data[3][row] as usize)
        })
        .collect();
    let column = |at: usize| each.iter().map(|row| row[at]).collect::<Vec<_>>();
    let (x, t_x, n) = (column(0), column(1), column(2));
    let plain = BgBb::fit(&Histories::new(&x, &t_x, &n).unwrap(), &FitOptions::default()).unwrap();
    assert_eq!(plain.fit, fitted.fit);
}

#[test]
fn bg_bb_posterior_means() {
    let model = BgBb::new(1.2, 0.75, 0.66, 2.78).unwrap();
    let (x, t_x, n) = ([3.0, 0.0, 6.0, 40.0], [4.0, 0.0, 6.0, 60.0], [6.0, 6.0, 6.0, 300.0]);
    let means = model.posterior_means(&Histories::new(&x, &t_x, &n).unwrap()).unwrap();
    for (row, want) in [
        (0.6119270747138143, 0.1348325272104103),
        (0.4871120993379612, 0.3110512542557252),
        (0.9056603773584906, 0.06991525423728814),
        (0.6597737646680285, 0.0255635885965503),
    ]
    .into_iter()
    .enumerate()
    {
        near(means[0][row], want.0, 1e-13);
        near(means[1][row], want.1, 1e-13);
    }
}

/// A simulation agrees with the formulas it does not use: n opportunities and not n + 1, recency 0 without a purchase.
#[test]
fn bg_bb_simulated() {
    let model = BgBb::new(1.2, 0.75, 0.66, 2.78).unwrap();
    let n = 100_000;
    let made = model.simulate(n, &[6.0], 1).unwrap();
    assert_eq!(made, model.simulate(n, &[6.0], 1).unwrap());
    let mean = made.frequency.iter().sum::<f64>() / n as f64;
    near(mean, model.expected_purchases_new(6.0).unwrap(), 0.01);
    for bought in 0..7 {
        let seen = made.frequency.iter().filter(|x| **x == f64::from(bought)).count() as f64 / n as f64;
        near(seen, model.purchase_probability(f64::from(bought), 6.0).unwrap(), 0.03);
    }
    let rows = made.frequency.iter().zip(&made.recency);
    assert!(rows.clone().all(|(x, t_x)| t_x >= x && *t_x <= 6.0 && (*x > 0.0) == (*t_x > 0.0)));
    let histories = Histories::new(&made.frequency, &made.recency, &made.t).unwrap();
    let alive: f64 = model.probability_alive(&histories, 0.0).unwrap().iter().sum();
    near(alive, made.alive.iter().filter(|alive| **alive).count() as f64, 0.01);
    let fitted = BgBb::fit(&histories, &FitOptions::default()).unwrap();
    for (estimate, want) in fitted.fit.estimates.iter().zip([1.2, 0.75, 0.66, 2.78]) {
        let off = libm::log(estimate.value / want) / estimate.log_standard_error.unwrap();
        assert!(off.abs() < 4.0, "{off}");
    }
    assert!(model.simulate(1, &[1e7], 1).is_err());
}

/// Data without an answer end in a diagnosis with finite parameters.
#[test]
fn bg_bb_at_its_limits() {
    let options = FitOptions::default();
    let fit = |x: &[f64], t_x: &[f64], n: &[f64], w: &[f64]| {
        let histories = Histories::new(x, t_x, n).unwrap().with_weights(w).unwrap();
        let fitted = BgBb::fit(&histories, &options).unwrap();
        println!("{}\n", fitted.fit);
        assert!(fitted.fit.estimates.iter().all(|e| e.value.is_finite() && e.value > 0.0));
        assert!(fitted.fit.log_likelihood.is_finite());
        assert!(fitted.fit.diagnosis.code == DiagnosisCode::Converged || fitted.fit.covariance.is_none());
        fitted.fit.diagnosis.code
    };
    assert_eq!(fit(&[3.0], &[4.0], &[6.0], &[1.0]), DiagnosisCode::TooLittleData);
    assert_eq!(fit(&[0.0], &[0.0], &[6.0], &[50.0]), DiagnosisCode::TooLittleData);
    assert_ne!(fit(&[3.0], &[4.0], &[6.0], &[1e9]), DiagnosisCode::Converged);
    assert_ne!(fit(&[6.0], &[6.0], &[6.0], &[80.0]), DiagnosisCode::Converged);
    // Nobody leaves: the last purchase is near the end for all.
    let (x, t_x) = ([2.0, 3.0, 4.0, 5.0, 6.0], [6.0, 6.0, 6.0, 6.0, 6.0]);
    assert_ne!(fit(&x, &t_x, &[6.0; 5], &[20.0; 5]), DiagnosisCode::Converged);
    // The donors a hundred thousand times over: the same parameters.
    let data = columns("donations.csv");
    let many: Vec<f64> = data[3].iter().map(|w| w * 1e5).collect();
    assert_eq!(fit(&data[0], &data[1], &data[2], &many), DiagnosisCode::Converged);
    // A thousand purchases, ten thousand opportunities.
    let model = BgBb::new(1.2, 0.75, 0.66, 2.78).unwrap();
    for (x, t_x, n) in [(1000.0, 1000.0, 1000.0), (1000.0, 9_000.0, 10_000.0), (0.0, 0.0, 1e6)] {
        assert!(one(x, t_x, n, |h| model.log_likelihood(h)).is_finite());
        let alive = one(x, t_x, n, |h| model.probability_alive(h, 1.0));
        assert!((0.0..=1.0).contains(&alive));
        assert!(one(x, t_x, n, |h| model.expected_purchases(h, 1e6)).is_finite());
        assert!(one(x, t_x, n, |h| model.discounted_expected_purchases(1e-9, h, None)).is_finite());
        let total: f64 = (0..=20)
            .map(|k| one(x, t_x, n, |h| model.conditional_purchase_probability(f64::from(k), h, 20.0)))
            .sum();
        near(total, 1.0, 1e-12);
    }
}
