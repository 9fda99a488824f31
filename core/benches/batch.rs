//! Nanoseconds a value of the batch functions, beside `libm` in the same run: `cargo bench -p ukur --bench batch`.

use std::hint::black_box;
use std::time::Instant;
use ukur::numerics::{batch, random::Random, summation};

const VALUES: usize = 4096;

/// The fastest of many passes over a column that fits the first cache.
fn nanoseconds(input: &[f64], mut work: impl FnMut(&mut [f64])) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..400 {
        let mut values = input.to_vec();
        let start = Instant::now();
        work(black_box(&mut values));
        best = best.min(start.elapsed().as_nanos() as f64 / values.len() as f64);
        black_box(&values);
    }
    best
}

fn main() {
    let mut random = Random::new(1);
    let positive: Vec<f64> = (0..VALUES).map(|_| 100.0 * random.open_uniform()).collect();
    let real: Vec<f64> = (0..VALUES).map(|_| 10.0 * random.normal()).collect();
    let each = |f: fn(f64) -> f64| move |values: &mut [f64]| values.iter_mut().for_each(|v| *v = f(*v));
    println!("ns a value      batch    libm");
    let row = |name: &str, batch: f64, libm: f64| println!("{name:12} {batch:8.2} {libm:7.2}");
    row("ln", nanoseconds(&positive, batch::ln_in_place), nanoseconds(&positive, each(libm::log)));
    row("log1p", nanoseconds(&positive, batch::log1p_in_place), nanoseconds(&positive, each(libm::log1p)));
    row("exp", nanoseconds(&real, batch::exp_in_place), nanoseconds(&real, each(libm::exp)));
    let plain = |x: f64| 1.0 / (1.0 + libm::exp(-x));
    row("logistic", nanoseconds(&real, batch::logistic_in_place), nanoseconds(&real, each(plain)));
    let exact = nanoseconds(&real, |values| values[0] = summation::exact_sum(values));
    let compensated = nanoseconds(&real, |values| values[0] = summation::compensated_sum(values));
    println!("exact sum {exact:.2}, compensated sum {compensated:.2}");
}
