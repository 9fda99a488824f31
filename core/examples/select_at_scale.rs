//! Choosing among thousands of influencers: 5,000 candidates, ten million audience ids.
//!
//! `cargo run --release -p ukur --example select_at_scale [candidates] [ids]` prints the choice, how far from the best
//! possible it can be, the time, and (on Linux) the peak memory.

use std::time::Instant;

use ukur::influencers::audiences::Audiences;
use ukur::influencers::select::{Objective, Options, select};

fn main() -> Result<(), ukur::Error> {
    let number = |at: usize, or: usize| std::env::args().nth(at).and_then(|a| a.parse().ok()).unwrap_or(or);
    let (candidates, ids) = (number(1, 5_000).max(1), number(2, 10_000_000));

    // Audiences of very different size that overlap most where people follow much: a made-up but lifelike market.
    let mut state = 20_240_229_u64;
    let mut next = move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let mut unit = move || (next() >> 11) as f64 / 9_007_199_254_740_992.0;
    let sizes: Vec<f64> = (0..candidates).map(|_| 1.0 / (0.02 + unit())).collect();
    let total: f64 = sizes.iter().sum();
    let (mut candidate, mut person) = (Vec::with_capacity(ids), Vec::with_capacity(ids));
    for (index, size) in sizes.iter().enumerate() {
        for _ in 0..(size / total * ids as f64) as usize {
            let u = unit();
            candidate.push(index as u32);
            person.push((u * u * ids as f64) as u64);
        }
    }

    let started = Instant::now();
    let audiences = Audiences::from_pairs(candidates, &candidate, &person)?;
    drop((candidate, person));
    println!(
        "{} candidates, {} pairs, {} people: read in {:.2} s",
        audiences.len(),
        audiences.pairs(),
        audiences.people_in_all(),
        started.elapsed().as_secs_f64()
    );
    let costs: Vec<f64> =
        (0..candidates).map(|c| 50.0 + 0.02 * audiences.size(c) as f64 * (0.5 + unit())).collect();
    let budget = costs.iter().sum::<f64>() / 20.0;
    let conversion: Vec<f64> = (0..candidates).map(|_| 0.005 + 0.03 * unit()).collect();
    for (name, objective) in
        [("people", Objective::Reach), ("customers", Objective::Customers { conversion })]
    {
        let started = Instant::now();
        let options = Options { budget: Some(budget), ..Options::default() };
        let best = select(&costs, &audiences, &objective, &options, &mut ukur::progress::ignore)?;
        println!(
            "{name}: {:.0} with {} of the candidates for {:.0} of {budget:.0}; at most {:.2} % below the best possible; \
             {:.2} s",
            best.objective,
            best.chosen.len(),
            best.cost,
            100.0 * best.optimality_gap,
            started.elapsed().as_secs_f64()
        );
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        if let Some(line) = status.lines().find(|line| line.starts_with("VmHWM")) {
            println!("peak memory: {}", line.trim_start_matches("VmHWM:").trim());
        }
    }
    Ok(())
}
