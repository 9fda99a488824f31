//! Times an elementwise metric over 10 million rows, checks included, beside the bare loop.
use std::time::Instant;
fn main() -> Result<(), ukur::Error> {
    let n = 10_000_000;
    let cost: Vec<f64> = (0..n).map(|i| f64::from(i % 1000) + 0.5).collect();
    let impressions: Vec<f64> = (0..n).map(|i| f64::from(i % 777 + 1)).collect();
    for _ in 0..5 {
        let start = Instant::now();
        let bare: Vec<f64> = cost.iter().zip(&impressions).map(|(c, i)| 1000.0 * c / i).collect();
        let bare_time = start.elapsed();
        let start = Instant::now();
        let values = ukur::metrics::column::cpm(&cost, &impressions)?;
        println!("bare {bare_time:?} ours {:?} {}", start.elapsed(), values == bare);
    }
    Ok(())
}
