//! Times elementwise metrics over 10 million rows, checks included, beside the bare loop without a check.
//!
//! `cargo run --release --example column_speed [rows]`; fewer rows stay in the cache and show the arithmetic alone.

use std::time::{Duration, Instant};
use ukur::metrics::column;

fn rows() -> u32 {
    std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(10_000_000)
}

fn numbers(of: impl Fn(u32) -> f64) -> Vec<f64> {
    (0..rows()).map(of).collect()
}

/// The best of some runs.
fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut timed = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    let mut best = timed();
    for _ in 0..(20_000_000 / rows()).clamp(6, 2000) {
        let next = timed();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

fn compare(
    name: &str,
    bare: impl Fn() -> Vec<f64>,
    ours: impl Fn() -> ukur::Result<Vec<f64>>,
) -> ukur::Result<()> {
    let (bare_time, expected) = best(bare);
    let (time, values) = best(ours);
    let ratio = time.as_secs_f64() / bare_time.as_secs_f64();
    let same = values? == expected;
    println!("{name:28} bare {bare_time:8.1?}  ours {time:8.1?}  {ratio:5.2}x  same values: {same}");
    Ok(())
}

fn main() -> ukur::Result<()> {
    let small = numbers(|i| f64::from(i % 997));
    let other = numbers(|i| f64::from(i % 499));
    let large = numbers(|i| f64::from(i % 777 + 1000));
    let share = numbers(|i| f64::from(i % 613) / 613.0);
    let two = |f: fn(f64, f64) -> f64, a: &[f64], b: &[f64]| -> Vec<f64> {
        a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect()
    };
    compare("cpm", || two(|c, i| 1000.0 * c / i, &small, &large), || column::cpm(&small, &large))?;
    compare(
        "engagement_rate_followers",
        || small.iter().zip(&other).zip(&large).map(|((l, c), f)| (l + c) / f).collect(),
        || column::engagement_rate_followers(&small, &other, &large),
    )?;
    compare(
        "unique_reach_two",
        || large.iter().zip(&large).zip(&small).map(|((a, b), o)| a + b - o).collect(),
        || column::unique_reach_two(&large, &large, &small),
    )?;
    compare(
        "churn_rate_start",
        || two(|lost, start| lost / start, &small, &large),
        || column::churn_rate_start(&small, &large),
    )?;
    compare(
        "clv_retention",
        || large.iter().zip(&share).map(|(m, r)| m * r / (1.0 + 0.1 - r)).collect(),
        || column::clv_retention(&large, &share, 0.1),
    )?;
    compare(
        "nps",
        || {
            let all = small.iter().zip(&other).zip(&large);
            all.map(|((p, s), d)| 100.0 * (p - d) / (p + s + d)).collect()
        },
        || column::nps(&small, &other, &large),
    )?;
    compare(
        "nrr",
        || small.iter().zip(&other).zip(&large).map(|((s, o), l)| (l + s - o - 1.0) / l).collect(),
        || column::nrr(&large, &small, &other, 1.0),
    )?;
    compare(
        "effective_followers",
        || two(|f, s| f * (1.0 - s), &large, &share),
        || column::effective_followers(&large, &share),
    )?;
    Ok(())
}
