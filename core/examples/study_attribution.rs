//! How often the standard errors of sampled Shapley values tell the truth, by simulation against the exact values. Prints
//! a table in Markdown; run by `make study`. Every row is seeded, so the table is the same on every machine.
mod study;

use std::ops::ControlFlow;
use study::{Tally, Wanted, header, intro};
use ukur::Result;
use ukur::attribution::{CountedPaths, ShapleyOptions, Worth, shapley};
use ukur::numerics::random::Random;

const ABOUT: &str = "\
With many channels Shapley values are drawn, not counted out, and come with a standard error. Does it tell the truth?
100 markets of 3,000 journeys are made up, with channels of differing pull and effect; in each the exact values are
known, and drawn four times. The worth of a set of channels is the conversion rate of the journeys that met no other; an
interval is the drawn credit with 1.96 of its standard errors on either side, and 93 to 97 of 100 should hold the exact
credit.";

fn main() -> Result<()> {
    intro(
        "Sampled Shapley values beside the exact ones, by simulation",
        ABOUT,
        "study_attribution",
        "the seed 5 for the markets",
    );
    header("coverage, %");
    let mut random = Random::new(5);
    for (channels, permutations) in [(6_usize, 100), (10, 200), (12, 400)] {
        let mut tally = Tally::default();
        let mut errors = Vec::new();
        for game in 0..100 {
            let paths = journeys(&mut random, channels, 3_000)?;
            let exact = credits(&paths, channels, permutations, 0)?;
            for draw in 0..4 {
                let sampled = credits(&paths, 0, permutations, 4 * game + draw)?;
                for ((exact, sampled), error) in exact.0.iter().zip(&sampled.0).zip(&sampled.1) {
                    tally.add((exact - sampled).abs() <= 1.96 * error);
                    errors.push(error / exact.abs());
                }
            }
        }
        errors.sort_by(f64::total_cmp);
        let setting = format!(
            "{channels} channels, {permutations} orders and their reverses; median error {:.1} % of the credit",
            100.0 * errors[errors.len() / 2]
        );
        tally.row("sampled Shapley value", &setting, &Wanted::NearNinetyFive);
    }
    Ok(())
}

/// Credits and their standard errors (none where exact).
fn credits(
    paths: &CountedPaths<'_>,
    exact_up_to: usize,
    permutations: usize,
    seed: u64,
) -> Result<(Vec<f64>, Vec<f64>)> {
    let options = ShapleyOptions { worth: Worth::ConversionRate, exact_up_to, permutations, seed };
    let found = shapley(paths, options, &mut |_| ControlFlow::Continue(()))?;
    Ok((found.credits.conversions, found.standard_errors.unwrap_or_default()))
}

/// Journeys of one to six touches; every channel has its own pull and its own effect.
fn journeys(random: &mut Random, channels: usize, count: usize) -> Result<CountedPaths<'static>> {
    let effects: Vec<f64> = (0..channels).map(|_| 0.02 + 0.1 * random.uniform()).collect();
    let (mut offsets, mut steps) = (vec![0], Vec::new());
    let (mut conversions, mut nulls) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let mut none = 0.95;
        for _ in 0..=random.below(6) {
            let channel = random.below(channels as u64) as u32;
            none *= 1.0 - effects[channel as usize];
            steps.push(channel);
        }
        offsets.push(steps.len());
        let converted = random.uniform() > none;
        conversions.push(f64::from(converted));
        nulls.push(f64::from(!converted));
    }
    CountedPaths::count(channels, &offsets, &steps, &conversions, &vec![0.0; count], &nulls)
}
