//! Known answers of the models of opportunities and contracts: papers and 40-digit evaluations
//! (`tests/references/discrete_models.py`).

use ukur::models::{
    BetaDiscreteWeibull, BgBb, ContractModel, Contracts, DiagnosisCode, FitOptions, Histories, PurchaseModel,
    ShiftedBetaGeometric,
};

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

/// Survivors of 1,000 customers, Fader and Hardie 2007, table 1.
const REGULAR: [f64; 13] =
    [1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0, 223.0, 207.0, 194.0, 183.0, 173.0];
const HIGH_END: [f64; 13] =
    [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0, 468.0, 445.0, 427.0, 409.0, 394.0];

/// The paper prints .704, 1.182 and .668, 3.806; the digits, and the fits to four renewals, are mpmath's.
#[test]
fn shifted_beta_geometric_on_the_paper() {
    for (table, renewals, alpha, beta, log_likelihood, survival) in [
        (REGULAR, 7, 0.704077298474, 1.18204302621, -1680.265188463287, 0.17003745281151),
        (REGULAR, 4, 0.763665062565, 1.29583027218, -1401.559423577445, 0.15953950068794),
        (HIGH_END, 7, 0.668088351106, 3.80609496406, -1611.158147391156, 0.37799907159741),
        (HIGH_END, 4, 1.28097638037, 7.79038409526, -1225.134907041612, 0.30700665898445),
    ] {
        let contracts = Contracts::cohorts(&table[..=renewals], None).unwrap();
        let fitted = ShiftedBetaGeometric::fit(&contracts, &FitOptions::default()).unwrap();
        assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
        near(fitted.alpha, alpha, 1e-9);
        near(fitted.beta, beta, 1e-9);
        near(fitted.fit.log_likelihood, log_likelihood, 1e-13);
        near(fitted.survival(12.0).unwrap(), survival, 1e-10);
    }
}

#[test]
fn beta_discrete_weibull_on_the_paper() {
    for (table, want, log_likelihood, survival) in [
        (REGULAR, [0.523029312909, 0.89428265891, 1.19639871136], -1401.383051678618, 0.17144763627126),
        (HIGH_END, [0.259335731511, 1.72255148809, 1.58436151502], -1222.749318240822, 0.38891073081744),
    ] {
        let contracts = Contracts::cohorts(&table[..5], None).unwrap();
        let fitted = BetaDiscreteWeibull::fit(&contracts, &FitOptions::default()).unwrap();
        assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
        for (estimate, want) in fitted.fit.estimates.iter().zip(want) {
            near(estimate.value, want, 1e-8);
        }
        near(fitted.fit.log_likelihood, log_likelihood, 1e-13);
        near(fitted.survival(12.0).unwrap(), survival, 1e-9);
    }
}

/// Posterior means by quadrature over the chance to leave (mpmath).
#[test]
fn posterior_means_of_contracts() {
    let contracts = Contracts::new(&[1.0, 1.0, 7.0, 7.0], &[1.0, 0.0, 1.0, 0.0], None).unwrap();
    let geometric = ShiftedBetaGeometric::new(0.668, 3.806).unwrap().posterior_means(&contracts).unwrap();
    let weibull = BetaDiscreteWeibull::new(0.26, 1.72, 1.58).unwrap().posterior_means(&contracts).unwrap();
    for (got, want) in
        geometric[0].iter().zip([0.304713189623676, 0.122031421264158, 0.14537214572076, 0.0582185811399686])
    {
        near(*got, want, 1e-13);
    }
    for (got, want) in
        weibull[0].iter().zip([0.422818791946309, 0.0872483221477611, 0.0583475372682301, 0.0110076753052446])
    {
        near(*got, want, 1e-11);
    }
}

#[test]
fn simulated_contracts_follow_the_formulas() {
    let models: [&dyn ContractModel; 2] = [
        &ShiftedBetaGeometric::new(0.668, 3.806).unwrap(),
        &BetaDiscreteWeibull::new(0.8, 5.0, 1.3).unwrap(),
    ];
    for model in models {
        let n = 100_000;
        let made = model.simulate(n, &[20.0], 1).unwrap();
        assert_eq!(made, model.simulate(n, &[20.0], 1).unwrap());
        for t in [1.0, 2.0, 7.0, 20.0] {
            let seen = made
                .tenure
                .iter()
                .zip(&made.churned)
                .filter(|(m, left)| **m > t || **m == t && !**left)
                .count();
            near(seen as f64 / n as f64, model.survival(t).unwrap(), 0.02);
        }
        let churned: Vec<f64> = made.churned.iter().map(|left| f64::from(u8::from(*left))).collect();
        let contracts = Contracts::new(&made.tenure, &churned, None).unwrap();
        let report = match model.parameters().len() {
            2 => ShiftedBetaGeometric::fit(&contracts, &FitOptions::default()).unwrap().fit,
            _ => BetaDiscreteWeibull::fit(&contracts, &FitOptions::default()).unwrap().fit,
        };
        println!("{report}\n");
        for (estimate, want) in report.estimates.iter().zip(model.parameters()) {
            let off = libm::log(estimate.value / want) / estimate.log_standard_error.unwrap();
            assert!(off.abs() < 4.0, "{off}");
        }
    }
}

/// Data without an answer end in a diagnosis with finite parameters; answers far out are finite or a status.
#[test]
fn contracts_at_their_limits() {
    let options = FitOptions::default();
    let both = |tenure: &[f64], churned: &[f64], weight: f64| -> [DiagnosisCode; 2] {
        let weights = vec![weight; tenure.len()];
        let contracts = Contracts::new(tenure, churned, Some(&weights)).unwrap();
        let fits = [
            ShiftedBetaGeometric::fit(&contracts, &options).unwrap().fit,
            BetaDiscreteWeibull::fit(&contracts, &options).unwrap().fit,
        ];
        fits.map(|fit| {
            println!("{fit}\n");
            assert!(
                fit.estimates.iter().all(|e| e.value.is_finite() && e.value > 0.0)
                    && fit.log_likelihood.is_finite()
            );
            assert!(fit.diagnosis.code == DiagnosisCode::Converged || fit.covariance.is_none());
            fit.diagnosis.code
        })
    };
    assert_eq!(both(&[3.0], &[1.0], 1.0), [DiagnosisCode::TooLittleData; 2]);
    assert_eq!(both(&[3.0, 5.0], &[0.0, 0.0], 1e9), [DiagnosisCode::TooLittleData; 2]);
    for weight in [30.0, 1e9] {
        for (tenure, churned) in [
            (&[1.0][..], &[1.0][..]),
            (&[4.0], &[1.0]),
            (&[1.0, 1.0], &[1.0, 0.0]),
            (&[1.0, 9.0], &[1.0, 0.0]),
            (&[1.0, 2.0], &[1.0, 1.0]),
        ] {
            assert!(
                both(tenure, churned, weight).iter().all(|code| *code != DiagnosisCode::Converged),
                "{tenure:?} {churned:?}"
            );
        }
    }
    // Equal chances for all: 0.8 of those who are there renew.
    let geometric: Vec<f64> = (0..9).map(|t| 10_000.0 * libm::pow(0.8, f64::from(t))).collect();
    let same = ShiftedBetaGeometric::fit(&Contracts::cohorts(&geometric, None).unwrap(), &options).unwrap();
    println!("{}", same.fit);
    assert_eq!(same.fit.diagnosis.code, DiagnosisCode::Ridge);
    near(same.survival(20.0).unwrap(), libm::pow(0.8, 20.0), 1e-4);
    for model in [(1e-6, 1e-6), (1e6, 1e7), (1e-9, 5.0), (1.0, 1.0), (1.0 + 1e-12, 2.0)] {
        let geometric = ShiftedBetaGeometric::new(model.0, model.1).unwrap();
        for t in [0.0, 1.0, 1e4, 1e9] {
            assert!((0.0..=1.0).contains(&geometric.survival(t).unwrap()));
            for rate in [0.0, 1e-9, 0.5] {
                let rows = Contracts::there(&[t]).unwrap();
                match geometric.discounted_expected_residual_lifetime(rate, &rows, None) {
                    Ok(value) => assert!(value[0] >= 0.0 && value[0].is_finite()),
                    Err(error) => assert_eq!((error.code(), rate), ("divergent", 0.0)),
                }
            }
        }
        for c in [1e-3, 0.5, 3.0, 50.0] {
            let weibull = BetaDiscreteWeibull::new(model.0, model.1, c).unwrap();
            for t in [0.0, 1.0, 1e4, 1e9] {
                assert!((0.0..=1.0).contains(&weibull.survival(t).unwrap()), "{model:?} {c} {t}");
                assert!(
                    (0.0..=1.0).contains(&weibull.churn_probability(t + 1.0).unwrap()),
                    "{model:?} {c} {t}"
                );
                let rows = Contracts::new(&[t, t + 1.0], &[0.0, 1.0], None).unwrap();
                assert!(
                    weibull.log_likelihood(&rows).unwrap().iter().all(|l| *l <= 0.0),
                    "{model:?} {c} {t}"
                );
                for rate in [0.0, 1e-9, 0.5] {
                    match weibull.discounted_expected_residual_lifetime(rate, &rows, None) {
                        Ok(value) => assert!(value[0] >= 0.0 && value[0].is_finite()),
                        Err(error) => assert!(["divergent", "unbounded"].contains(&error.code()), "{error}"),
                    }
                }
            }
        }
    }
}
