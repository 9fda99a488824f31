//! Calibration of the experiments by simulation: how often each test cries wolf when nothing is there, and how often
//! each interval holds the truth. Prints a table in Markdown; run by `make study`.
//!
//! Every row is seeded, so the table is the same on every machine.
mod study;

use std::ops::ControlFlow;
use study::{Tally, Wanted, header, intro};
use ukur::Result;
use ukur::experiments::bayesian::{BetaPrior, compare_beta_binomial};
use ukur::experiments::cuped::compare_with_covariate;
use ukur::experiments::equivalence::equivalence_of;
use ukur::experiments::lift::relative_lift;
use ukur::experiments::means::compare_means;
use ukur::experiments::proportions::{compare_proportions, two_proportion_p, two_proportion_z, wilson};
use ukur::experiments::ratios::{AccountTotals, compare_ratios};
use ukur::experiments::resampling::{ResamplingOptions, bootstrap_comparison, permutation_test};
use ukur::experiments::sample_ratio::sample_ratio_mismatch;
use ukur::experiments::sequential::{always_valid, sequential_p};
use ukur::experiments::{PairSummary, SampleSummary};
use ukur::numerics::random::Random;

const ABOUT: &str = "\
How often does a test see a difference where there is none, and how often does an interval hold the truth? Groups are
drawn many times from populations whose truth is known, and each draw goes through the test or the interval as a user
would call it. A test at 5 % should be wrong in 5 of 100 draws (4 to 6 are wanted), and one that may be looked at
again and again in at most 5; a 95 % interval should hold the truth in 95 (93 to 97 are wanted).

Accounts differ in size (log-normal, around 20,000 people; the standard deviation of the logarithm stands in the
setting) and each has a rate of its own (gamma, its standard deviation half its mean), as influencers do. Spending is
exponential: many spend little, few much. Rows *shown for contrast* are what should not be used.";

fn main() -> Result<()> {
    intro(
        "Calibration of the experiments, by simulation",
        ABOUT,
        "study_experiments",
        "the seeds 1 (tests) and 2 (intervals)",
    );
    false_positives()?;
    coverage()
}

/// Successes among `n` at rate `p`, by waiting times.
fn binomial(random: &mut Random, n: f64, p: f64) -> f64 {
    let log = libm::log1p(-p);
    let (mut position, mut count) = (0.0, 0.0);
    loop {
        position += (libm::log(random.open_uniform()) / log).floor() + 1.0;
        if position > n {
            return count;
        }
        count += 1.0;
    }
}

/// Accounts of very unequal size whose own rates scatter around `rate`: sizes log-normal, rates gamma with a
/// coefficient of variation of one half, engagements counted on the base.
fn accounts(
    random: &mut Random,
    count: usize,
    size: f64,
    size_spread: f64,
    rate: f64,
) -> Result<AccountTotals> {
    let (mut numerators, mut denominators) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let base = (size * libm::exp(size_spread * random.normal())).ceil();
        let mean = base * random.gamma(4.0, 4.0 / rate);
        numerators.push((mean + mean.sqrt() * random.normal()).max(0.0).round());
        denominators.push(base);
    }
    AccountTotals::new(&numerators, &denominators)
}

/// Skewed spending: an exponential with mean 1 plus `shift`.
fn spending(random: &mut Random, n: usize, shift: f64) -> Vec<f64> {
    (0..n).map(|_| shift + random.exponential()).collect()
}

fn false_positives() -> Result<()> {
    println!("## False positives at nominal 5 %\n");
    header("false positives, %");
    let mut random = Random::new(1);

    for (m1, m2, spread) in [(100, 100, 0.5), (60, 30, 0.5), (30, 30, 0.5), (15, 15, 0.5), (30, 30, 1.0)] {
        let (mut clustered, mut naive) = (Tally::default(), Tally::default());
        for _ in 0..20_000 {
            let one = accounts(&mut random, m1, 20_000.0, spread, 0.04)?;
            let other = accounts(&mut random, m2, 20_000.0, spread, 0.04)?;
            let c = compare_ratios(&one, &other, 0.95)?;
            clustered.add(c.difference.p_value < 0.05);
            let error = |e: Option<f64>| e.map_or(f64::NAN, |e| e * e);
            let naive_error =
                (error(c.treatment.naive_standard_error) + error(c.control.naive_standard_error)).sqrt();
            naive.add(two_proportion_p(c.difference.estimate / naive_error)? < 0.05);
        }
        let setting = format!("{m1} and {m2} accounts, log-sizes spread {spread}");
        clustered.row("clustered comparison of rates", &setting, &Wanted::NearFive);
        if (m1, m2) == (30, 30) && spread == 0.5 {
            naive.row(
                "the same with binomial errors (wrong: posts as if independent)",
                &setting,
                &Wanted::Nothing,
            );
        }
    }

    for (m, spread) in [(15, 0.5), (30, 1.0)] {
        let mut permutation = Tally::default();
        for seed in 0..20_000 {
            let one = accounts(&mut random, m, 20_000.0, spread, 0.04)?;
            let other = accounts(&mut random, m, 20_000.0, spread, 0.04)?;
            let options = ResamplingOptions { resamples: 399, exact_up_to: 0, seed, level: 0.95 };
            let test = permutation_test(&one, &other, &options, &mut |_| ControlFlow::Continue(()))?;
            permutation.add(test.p_value <= 0.05);
        }
        permutation.row(
            "permutation by account",
            &format!("{m} and {m} accounts, log-sizes spread {spread}"),
            &Wanted::NearFive,
        );
    }

    for (n1, n2, p) in [(10_000.0, 10_000.0, 0.05), (1_000.0, 3_000.0, 0.10), (200.0, 200.0, 0.30)] {
        let mut z = Tally::default();
        for _ in 0..40_000 {
            let (x1, x2) = (binomial(&mut random, n1, p), binomial(&mut random, n2, p));
            z.add(two_proportion_p(two_proportion_z(x1, n1, x2, n2)?)? < 0.05);
        }
        z.row("difference of proportions, pooled z", &format!("{n1} and {n2}, rate {p}"), &Wanted::NearFive);
    }

    for (n1, n2) in [(200, 200), (50, 200)] {
        let mut welch = Tally::default();
        for _ in 0..40_000 {
            let one = SampleSummary::from_values(&spending(&mut random, n1, 0.0))?;
            let other = SampleSummary::from_values(&spending(&mut random, n2, 0.0))?;
            welch.add(compare_means(&one, &other, 0.95)?.p_value < 0.05);
        }
        welch.row(
            "difference of means, Welch",
            &format!("{n1} and {n2}, exponential spending"),
            &Wanted::NearFive,
        );
    }

    let mut mismatch = [Tally::default(), Tally::default()];
    for _ in 0..40_000 {
        let n1 = binomial(&mut random, 10_000.0, 0.5);
        let check = sample_ratio_mismatch(&[n1, 10_000.0 - n1], &[0.5, 0.5], 0.05)?;
        mismatch[0].add(check.mismatch);
        let a = binomial(&mut random, 5_000.0, 0.2);
        let b = binomial(&mut random, 5_000.0 - a, 0.375);
        let check = sample_ratio_mismatch(&[a, b, 5_000.0 - a - b], &[0.2, 0.3, 0.5], 0.05)?;
        mismatch[1].add(check.mismatch);
    }
    mismatch[0].row("sample-ratio mismatch, threshold 5 %", "10,000 people, 50:50", &Wanted::NearFive);
    mismatch[1].row("sample-ratio mismatch, threshold 5 %", "5,000 people, 20:30:50", &Wanted::NearFive);

    sequential(&mut random)?;

    let mut equivalence = Tally::default();
    for _ in 0..20_000 {
        let one = SampleSummary::from_values(&spending(&mut random, 400, 0.2))?;
        let other = SampleSummary::from_values(&spending(&mut random, 400, 0.0))?;
        let c = compare_means(&one, &other, 0.95)?;
        equivalence.add(equivalence_of(&c, -0.2, 0.2, 0.05)?.equivalent);
    }
    equivalence.row(
        "equivalence claimed",
        "400 and 400, true effect exactly at the margin",
        &Wanted::NearFive,
    );
    println!();
    Ok(())
}

/// Looks at 200, 220, ... 4,000 people, in pairs of one a group; stops at the first alarm.
fn sequential(random: &mut Random) -> Result<()> {
    let (mut always, mut every_look) = (Tally::default(), Tally::default());
    for _ in 0..10_000 {
        let (mut sums, mut squares) = ([0.0; 2], [0.0; 2]);
        let (mut stopped, mut fooled) = (false, false);
        for pair in 1..=2_000u32 {
            for (sum, square) in sums.iter_mut().zip(&mut squares) {
                let x = random.exponential() - 1.0;
                *sum += x;
                *square += x * x;
            }
            if pair >= 100 && pair % 10 == 0 {
                let n = f64::from(pair);
                let group = |i: usize| SampleSummary {
                    n,
                    mean: sums[i] / n,
                    variance: (squares[i] - sums[i] * sums[i] / n) / (n - 1.0),
                };
                let c = compare_means(&group(0), &group(1), 0.95)?;
                fooled |= c.p_value < 0.05;
                stopped |= sequential_p(c.estimate, c.standard_error, 2.0 * n, 0.05, 1_000.0)? < 0.05;
                if pair == 2_000 {
                    stopped |= always_valid(&c, 2.0 * n, 1_000.0)?.p_value < 0.05;
                }
            }
        }
        always.add(stopped);
        every_look.add(fooled);
    }
    let setting = "191 looks from 200 to 4,000 people, exponential spending";
    always.row("always-valid sequence, any look", setting, &Wanted::AtMostFive);
    every_look.row("Welch at every look (wrong: one-look test used many times)", setting, &Wanted::Nothing);
    Ok(())
}

fn coverage() -> Result<()> {
    println!("## Coverage of 95 % intervals\n");
    header("coverage, %");
    let mut random = Random::new(2);

    for (n, p) in [(100.0, 0.1), (1_000.0, 0.02), (5_000.0, 0.3)] {
        let mut tally = Tally::default();
        for _ in 0..40_000 {
            let (lower, upper) = wilson(binomial(&mut random, n, p), n, 0.95)?;
            tally.add(lower <= p && p <= upper);
        }
        tally.row("one proportion, Wilson", &format!("{n} people, rate {p}"), &Wanted::NearNinetyFive);
    }
    for (n1, p1, n2, p2) in [(2_000.0, 0.05, 2_000.0, 0.06), (80.0, 0.3, 120.0, 0.5)] {
        let (mut newcombe, mut lift, mut credible) = (Tally::default(), Tally::default(), Tally::default());
        for _ in 0..20_000 {
            let (x1, x2) = (binomial(&mut random, n1, p1), binomial(&mut random, n2, p2));
            newcombe.add(compare_proportions(x1, n1, x2, n2, 0.95)?.interval.contains(p1 - p2));
            let c = relative_lift(
                &SampleSummary::from_counts(x1, n1)?,
                &SampleSummary::from_counts(x2, n2)?,
                0.95,
            )?;
            lift.add(c.interval.contains(p1 / p2 - 1.0));
            let c = compare_beta_binomial((x2, n2), (x1, n1), BetaPrior::UNIFORM, 0.95)?;
            credible.add(c.difference_interval.contains(p1 - p2));
        }
        let setting = format!("{n1} at {p1}, {n2} at {p2}");
        newcombe.row("difference of proportions, Newcombe", &setting, &Wanted::NearNinetyFive);
        lift.row("relative lift of proportions, delta method", &setting, &Wanted::NearNinetyFive);
        credible.row("difference, Beta-binomial credible interval", &setting, &Wanted::NearNinetyFive);
    }
    {
        let (mut welch, mut cuped) = (Tally::default(), Tally::default());
        for _ in 0..20_000 {
            let group = |random: &mut Random, effect: f64| {
                let before = spending(random, 200, 0.0);
                let after: Vec<f64> =
                    before.iter().map(|x| 0.8 * x + 0.5 * random.exponential() + effect).collect();
                PairSummary::from_values(&after, &before)
            };
            let (one, other) = (group(&mut random, 0.1)?, group(&mut random, 0.0)?);
            let c = compare_with_covariate(&one, &other, 0.95)?;
            welch.add(c.unadjusted.interval.contains(0.1));
            cuped.add(c.adjusted.interval.contains(0.1));
        }
        welch.row("difference of means, Welch", "200 and 200, skewed", &Wanted::NearNinetyFive);
        cuped.row(
            "difference of means, CUPED",
            "200 and 200, skewed, correlation 0.85",
            &Wanted::NearNinetyFive,
        );
    }
    for (m, spread) in [(60, 0.5), (30, 0.5), (30, 1.0), (15, 0.5)] {
        let (mut difference, mut lift) = (Tally::default(), Tally::default());
        let (mut expanded, mut expanded_lift, mut percentile) =
            (Tally::default(), Tally::default(), Tally::default());
        for seed in 0..20_000 {
            let one = accounts(&mut random, m, 20_000.0, spread, 0.05)?;
            let other = accounts(&mut random, m, 20_000.0, spread, 0.04)?;
            let c = compare_ratios(&one, &other, 0.95)?;
            difference.add(c.difference.interval.contains(0.01));
            lift.add(c.relative_lift.is_some_and(|c| c.interval.contains(0.25)));
            if seed < 10_000 {
                let options = ResamplingOptions { resamples: 999, exact_up_to: 0, seed, level: 0.95 };
                let b = bootstrap_comparison(&one, &other, &options, &mut |_| ControlFlow::Continue(()))?;
                expanded.add(b.difference.interval.contains(0.01));
                expanded_lift.add(b.relative_lift.is_some_and(|b| b.interval.contains(0.25)));
                percentile.add(b.difference.percentile_interval.contains(0.01));
            }
        }
        let setting = format!("{m} and {m} accounts, log-sizes spread {spread}");
        difference.row("difference of rates, clustered", &setting, &Wanted::NearNinetyFive);
        lift.row("relative lift of rates, clustered", &setting, &Wanted::NearNinetyFive);
        expanded.row(
            "difference of rates, bootstrap by account (expanded percentile)",
            &setting,
            &Wanted::NearNinetyFive,
        );
        expanded_lift.row(
            "relative lift of rates, bootstrap by account (expanded percentile)",
            &setting,
            &Wanted::NearNinetyFive,
        );
        // Plain percentiles know nothing of the few large accounts that a sample may miss.
        percentile.row(
            "the same difference, plain percentile (narrower than it should be)",
            &setting,
            &Wanted::Nothing,
        );
    }
    Ok(())
}
