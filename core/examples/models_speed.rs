//! Times the models: `cargo run --release -p ukur --example models_speed`.
use ukur::models::{
    BgNbd, FitOptions, GammaGamma, Histories, LifetimeTerms, ParetoNbd, PurchaseModel, SpendModel,
    lifetime_value,
};
use ukur::numerics::random::Random;
use ukur::units::TimeUnit;

/// Seconds of processor time of this process, from the Linux scheduler.
fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|v| v.parse::<f64>().ok()).unwrap_or(0.0) * 1e-9
}

fn time<T>(name: &str, mut work: impl FnMut() -> T) -> T {
    let mut times = Vec::new();
    let mut out = work();
    for _ in 0..5 {
        let start = cpu_seconds();
        out = work();
        times.push(cpu_seconds() - start);
    }
    times.sort_by(f64::total_cmp);
    println!("{name:<40} {:>10.4} s", times[2]);
    out
}

/// Purchases on whole days, ages from 27 to 39 weeks by the day.
fn on_days(model: &dyn PurchaseModel, n: usize) -> ukur::Result<(Vec<f64>, Vec<f64>, Vec<f64>)> {
    let mut random = Random::new(1);
    let ages: Vec<f64> = (0..n).map(|_| (189.0 + random.below(84) as f64) / 7.0).collect();
    let made = model.simulate(n, &ages, 2)?;
    let recency = made.recency.iter().zip(&made.t).map(|(r, t)| ((r * 7.0).ceil() / 7.0).min(*t)).collect();
    Ok((made.frequency, recency, made.t))
}

fn main() -> ukur::Result<()> {
    let pareto = ParetoNbd::new(0.5533, 10.578, 0.6062, 11.669)?;
    for n in [2_357, 10_000, 100_000] {
        let (x, t_x, t) = on_days(&pareto, n)?;
        let histories = Histories::new(&x, &t_x, &t)?;
        let fitted = time(&format!("fit Pareto/NBD {n}"), || {
            ParetoNbd::fit(&histories, &FitOptions::default()).unwrap()
        });
        let fit = &fitted.fit;
        println!("{} different, {} iterations, {:?}", fit.distinct_rows, fit.iterations, fit.diagnosis.code);
        time(&format!("P(alive) {n}"), || fitted.probability_alive(&histories, 0.0).unwrap());
        time(&format!("expected purchases {n}"), || fitted.expected_purchases(&histories, 39.0).unwrap());
        time(&format!("discounted {n}"), || {
            fitted.discounted_expected_purchases(0.0027, &histories, None).unwrap()
        });
        time(&format!("posterior means {n}"), || fitted.posterior_means(&histories).unwrap());
    }
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426)?;
    for n in [2_357, 100_000, 1_000_000] {
        let mut random = Random::new(1);
        // Ages by the day, from 27 to 39 weeks, and purchases on whole days.
        let ages: Vec<f64> = (0..n).map(|_| (189.0 + random.below(84) as f64) / 7.0).collect();
        let made = model.simulate(n, &ages, 2)?;
        let recency: Vec<f64> = made.recency.iter().map(|v| (v * 7.0).ceil() / 7.0).collect();
        let recency: Vec<f64> = recency.iter().zip(&made.t).map(|(r, t)| r.min(*t)).collect();
        let histories = Histories::new(&made.frequency, &recency, &made.t)?;
        let money: Vec<f64> = made
            .frequency
            .iter()
            .map(|x| {
                let scale = random.gamma(3.74, 15.44);
                if *x > 0.0 { random.gamma(6.25 * x, scale * x) } else { 0.0 }
            })
            .collect();
        time(&format!("check {n}"), || Histories::new(&made.frequency, &recency, &made.t).is_ok());
        let counted = time(&format!("count {n}"), || ukur::models::Counted::new(&histories).unwrap());
        println!("{} different", counted.len());
        let fitted =
            time(&format!("fit BG/NBD {n}"), || BgNbd::fit(&histories, &FitOptions::default()).unwrap());
        println!("{} iterations, {:?}", fitted.fit.iterations, fitted.fit.diagnosis.code);
        let spend = time(&format!("fit Gamma-Gamma {n}"), || {
            GammaGamma::fit(&made.frequency, &money, None, &FitOptions::default()).unwrap()
        });
        println!("{} iterations, {:?}", spend.fit.iterations, spend.fit.diagnosis.code);
        time(&format!("P(alive) {n}"), || fitted.probability_alive(&histories, 0.0).unwrap());
        time(&format!("expected purchases {n}"), || fitted.expected_purchases(&histories, 39.0).unwrap());
        time(&format!("expected spend {n}"), || spend.expected_spend(&made.frequency, &money).unwrap());
        time(&format!("12-month value {n}"), || {
            lifetime_value(
                &fitted.model,
                &spend.model,
                &histories,
                &money,
                TimeUnit::Week,
                &LifetimeTerms::default(),
            )
            .unwrap()
        });
    }
    Ok(())
}
