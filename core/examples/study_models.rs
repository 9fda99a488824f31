//! Recovery of the models by simulation: how often a fit ends in a diagnosis that can be used, how often intervals hold
//! the truth, how far estimates lie from it. Prints a table in Markdown; run by `make study`.
//!
//! Every row is seeded, so the table is the same on every machine. `UKUR_STUDY=full` takes 1,000 data sets for every
//! row; without it their number is such that the study ends within minutes on two cores, and the table states it.

use ukur::Result;
use ukur::models::{AnyModel, DiagnosisCode, Fit, FitOptions, Observations};
use ukur::numerics::random::Random;

/// One kind of customers: the model, its parameters and settings, how long they are observed, in words.
type World = (&'static str, &'static [f64], &'static [f64], f64, &'static str);

const WORLDS: &[World] = &[
    ("BgNbd", &[0.243, 4.414, 0.793, 2.426], &[], 39.0, "CDs, 39 weeks"),
    ("BgNbd", &[0.1, 10.0, 0.5, 3.0], &[], 30.0, "sparse, 30 weeks"),
    ("BgNbd", &[2.0, 4.0, 0.8, 12.0], &[], 180.0, "daily buyers, 180 days"),
    ("MbgNbd", &[0.525, 6.183, 0.891, 1.614], &[], 39.0, "CDs, 39 weeks"),
    ("MbgNbd", &[2.0, 4.0, 0.8, 12.0], &[], 180.0, "daily buyers, 180 days"),
    ("ParetoNbd", &[0.553, 10.578, 0.606, 11.669], &[], 39.0, "CDs, 39 weeks"),
    ("ParetoNbd", &[2.0, 4.0, 0.8, 60.0], &[], 180.0, "daily buyers, 180 days"),
    ("Nbd", &[0.385, 12.07], &[], 39.0, "CDs, 39 weeks"),
    ("BgCnbd", &[0.85, 1.45, 0.79, 2.42], &[3.0], 32.0, "k = 3, 32 weeks"),
    ("MbgCnbd", &[0.85, 1.45, 0.79, 2.42], &[3.0], 32.0, "k = 3, 32 weeks"),
    ("BgBb", &[1.2, 0.75, 0.66, 2.78], &[], 6.0, "donors, 6 years"),
    ("BgBb", &[0.8, 6.0, 0.9, 20.0], &[], 52.0, "sparse, 52 weeks"),
    ("ShiftedBetaGeometric", &[0.668, 3.806], &[], 7.0, "7 renewals"),
    ("ShiftedBetaGeometric", &[0.704, 1.182], &[], 4.0, "4 renewals"),
    ("BetaDiscreteWeibull", &[0.8, 4.0, 1.4], &[], 12.0, "12 renewals"),
    ("GammaGamma", &[6.25, 3.74, 15.44], &[], 0.0, "CDs"),
];

fn main() -> Result<()> {
    let full = std::env::var("UKUR_STUDY").is_ok_and(|value| value == "full");
    println!("# Recovery of the models, by simulation\n");
    println!(
        "Made by `make study` (`core/examples/study_models.rs`), seeded; `UKUR_STUDY=full` takes 1,000 data sets for"
    );
    println!(
        "every row. Customers are drawn from the model with the parameters given and the model is fitted to them."
    );
    println!(
        "*Usable* is a fit that ends in a maximum or says in words what the data do not determine; *identified* one"
    );
    println!(
        "that ends in a maximum with standard errors. Coverage is the share of identified fits whose 95 % interval"
    );
    println!(
        "holds the true parameter, the least and the largest among the parameters, with two standard errors of the"
    );
    println!(
        "simulation at 95 %; bias is the median of estimate over truth, less one, of the parameter furthest off.\n"
    );
    println!(
        "| model | customers | number | data sets | usable, % | identified, % | coverage, % | +- | bias, % |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|---:|---:|");
    for (row, world) in WORLDS.iter().enumerate() {
        for (customers, sets) in [(200, 1000), (2_000, 300), (20_000, 40), (100_000, 4)] {
            study(world, customers, if full { 1000 } else { sets }, row as u64)?;
        }
    }
    Ok(())
}

fn study(&(class, truth, settings, t, words): &World, customers: usize, sets: usize, row: u64) -> Result<()> {
    let (mut usable, mut identified) = (0.0, 0.0);
    let mut held = vec![0.0; truth.len()];
    let mut ratios: Vec<Vec<f64>> = vec![Vec::new(); truth.len()];
    for set in 0..sets {
        let seed = row * 1_000_000 + customers as u64 * 7 + set as u64;
        let fit = fit_once(class, truth, settings, t, customers, seed)?;
        let finite = fit.log_likelihood.is_finite() && fit.estimates.iter().all(|e| e.value.is_finite());
        if finite && fit.diagnosis.code != DiagnosisCode::NotConverged {
            usable += 1.0;
        } else {
            eprintln!("{class}, {words}, {customers} customers, set {set}: {}", fit.diagnosis.message);
        }
        if fit.diagnosis.code == DiagnosisCode::Converged {
            identified += 1.0;
            for (at, interval) in fit.confidence_intervals(0.95)?.iter().enumerate() {
                held[at] += f64::from(u8::from(interval.lower <= truth[at] && truth[at] <= interval.upper));
                ratios[at].push(interval.value / truth[at] - 1.0);
            }
        }
    }
    let percent = |part: f64, of: f64| 100.0 * part / of;
    let all = sets as f64;
    let (mut least, mut largest, mut bias) = (f64::INFINITY, 0.0f64, 0.0f64);
    for (held, ratios) in held.iter().zip(&mut ratios) {
        ratios.sort_by(f64::total_cmp);
        let median = ratios.get(ratios.len() / 2).copied().unwrap_or(f64::NAN);
        if median.abs() > bias.abs() {
            bias = median;
        }
        least = least.min(percent(*held, identified));
        largest = largest.max(percent(*held, identified));
    }
    let error = 200.0 * (0.95f64 * 0.05 / identified).sqrt();
    println!(
        "| {class} | {words} | {customers} | {sets} | {:.1} | {:.1} | {least:.1} to {largest:.1} | {error:.1} | {:.1} |",
        percent(usable, all),
        percent(identified, all),
        100.0 * bias
    );
    Ok(())
}

/// Draws customers and fits the model that drew them.
fn fit_once(class: &str, truth: &[f64], settings: &[f64], t: f64, n: usize, seed: u64) -> Result<Fit> {
    let fitted = |rows: &Observations| -> Result<Fit> {
        let model = AnyModel::fit(class, rows, settings, &FitOptions::default(), None)?;
        model.fitted().cloned()
    };
    let model = AnyModel::from_parameters(class, truth, settings, None)?;
    if model.model().as_contract().is_some() {
        let made = model.simulate_contracts(n as f64, &[t], seed as f64, &[])?;
        let churned: Vec<f64> = made.churned.iter().map(|churned| f64::from(u8::from(*churned))).collect();
        let rows =
            Observations { tenure: Some(&made.tenure), churned: Some(&churned), ..Observations::default() };
        return fitted(&rows);
    }
    if model.model().as_spend().is_some() {
        let mut random = Random::new(seed);
        let (mut frequency, mut means) = (Vec::new(), Vec::new());
        for _ in 0..n {
            let x = 1.0 + random.poisson(2.0);
            let rate = random.gamma(truth[1], truth[2]);
            frequency.push(x);
            means.push(random.gamma(truth[0] * x, rate * x));
        }
        let rows = Observations {
            frequency: Some(&frequency),
            monetary_value: Some(&means),
            ..Observations::default()
        };
        return fitted(&rows);
    }
    let made = model.simulate(n as f64, &[t], seed as f64, &[])?;
    fitted(&Observations {
        frequency: Some(&made.frequency),
        recency: Some(&made.recency),
        t: Some(&made.t),
        sum_log_intervals: Some(&made.sum_log_intervals),
        ..Observations::default()
    })
}
