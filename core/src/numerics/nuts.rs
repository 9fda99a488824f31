//! Draws from a smooth density of a few variables whose logarithm and its slope are known: the no-U-turn sampler.
//!
//! Hamiltonian steps go on, in both directions at random, until the path turns back; a point of the path is taken
//! with probability in proportion to its density. The step length is learnt while warming up.
//!
//! Sources: Hoffman & Gelman 2014, Journal of Machine Learning Research 15:1593 (algorithm 6); Betancourt 2017,
//! arXiv:1701.02434 (multinomial choice, the criterion over the whole path). Diagnostics: Vehtari, Gelman, Simpson,
//! Carpenter & Bürkner 2021, Bayesian Analysis 16:667.

use super::elementary::{ln_add_exp, within};
use super::random::Random;

/// The logarithm of a density and, written into the slice, its slope.
pub type LogDensity<'a> = dyn FnMut(&[f64], &mut [f64]) -> f64 + 'a;

/// A point of a path.
#[derive(Debug, Clone)]
struct Point {
    at: Vec<f64>,
    momentum: Vec<f64>,
    slope: Vec<f64>,
    ln_density: f64,
}

impl Point {
    fn energy(&self) -> f64 {
        0.5 * dot(&self.momentum, &self.momentum) - self.ln_density
    }

    /// One leapfrog step.
    fn step(&self, density: &mut LogDensity, step: f64) -> Self {
        let mut next = self.clone();
        for i in 0..next.at.len() {
            next.momentum[i] += 0.5 * step * self.slope[i];
            next.at[i] += step * next.momentum[i];
        }
        next.ln_density = density(&next.at, &mut next.slope);
        for i in 0..next.at.len() {
            next.momentum[i] += 0.5 * step * next.slope[i];
        }
        next
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// A stretch of a path.
struct Path {
    first: Point,
    last: Point,
    /// A point of it, chosen in proportion to the density.
    chosen: Point,
    ln_weight: f64,
    /// The sum of the momenta.
    momentum: Vec<f64>,
    /// The path turns back, or the step was far too long.
    ended: bool,
    diverged: bool,
    accepted: f64,
    steps: f64,
}

/// Paths are doubled at most so often.
const DEEPEST: u32 = 10;

/// The energy error at which a step counts as far too long.
const FAR_OFF: f64 = 1000.0;

impl Path {
    fn turns(first: &Point, last: &Point, momentum: &[f64]) -> bool {
        dot(momentum, &first.momentum) <= 0.0 || dot(momentum, &last.momentum) <= 0.0
    }

    fn extend(
        density: &mut LogDensity,
        from: &Point,
        depth: u32,
        step: f64,
        start_energy: f64,
        random: &mut Random,
    ) -> Self {
        if depth == 0 {
            let point = from.step(density, step);
            let error = point.energy() - start_energy;
            let error = if error.is_nan() { f64::INFINITY } else { error };
            let diverged = error > FAR_OFF;
            return Self {
                first: point.clone(),
                last: point.clone(),
                momentum: point.momentum.clone(),
                chosen: point,
                ln_weight: -error,
                ended: diverged,
                diverged,
                accepted: libm::exp((-error).min(0.0)),
                steps: 1.0,
            };
        }
        let mut path = Self::extend(density, from, depth - 1, step, start_energy, random);
        if path.ended {
            return path;
        }
        let further = Self::extend(density, &path.last, depth - 1, step, start_energy, random);
        path.join(further, false, random);
        path
    }

    /// Appends a stretch in the direction of this one; `prefer_new` chooses among whole paths rather than points.
    fn join(&mut self, further: Self, prefer_new: bool, random: &mut Random) {
        let total = ln_add_exp(self.ln_weight, further.ln_weight);
        let against = if prefer_new { self.ln_weight } else { total };
        self.accepted += further.accepted;
        self.steps += further.steps;
        self.diverged |= further.diverged;
        if !further.ended && random.uniform() < libm::exp((further.ln_weight - against).min(0.0)) {
            self.chosen = further.chosen;
        }
        for (sum, more) in self.momentum.iter_mut().zip(&further.momentum) {
            *sum += more;
        }
        self.last = further.last;
        self.ln_weight = total;
        self.ended = further.ended || Self::turns(&self.first, &self.last, &self.momentum);
    }

    /// Turns the direction around: the first point becomes the last.
    fn reversed(mut self) -> Self {
        core::mem::swap(&mut self.first, &mut self.last);
        self
    }
}

/// One chain of draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// The draws after warming up.
    pub draws: Vec<Vec<f64>>,
    /// The step length that was learnt.
    pub step: f64,
    /// The mean acceptance of the steps after warming up.
    pub acceptance: f64,
    /// Draws after warming up whose path had a step that was far too long.
    pub divergences: usize,
}

/// Draws a chain. The variables should be of unit scale and hardly correlated: the caller knows the density.
/// `look` is called after each draw and ends the chain early with `false`.
///
/// ```
/// use ukur::numerics::nuts::{effective_sample_size, sample};
/// use ukur::numerics::random::Random;
/// // Two independent standard normals.
/// let mut density = |at: &[f64], slope: &mut [f64]| {
///     slope.copy_from_slice(&[-at[0], -at[1]]);
///     -0.5 * (at[0] * at[0] + at[1] * at[1])
/// };
/// let chain = sample(&mut density, &[1.0, -1.0], 200, 1000, &mut Random::new(3), &mut || true);
/// let first: Vec<f64> = chain.draws.iter().map(|draw| draw[0]).collect();
/// assert!((first.iter().sum::<f64>() / 1000.0).abs() < 0.2);
/// assert!(effective_sample_size(&[&first]) > 300.0);
/// ```
pub fn sample(
    density: &mut LogDensity,
    start: &[f64],
    warmup: usize,
    draws: usize,
    random: &mut Random,
    look: &mut dyn FnMut() -> bool,
) -> Chain {
    let n = start.len();
    let mut slope = vec![0.0; n];
    let ln_density = density(start, &mut slope);
    let mut here = Point { at: start.to_vec(), momentum: vec![0.0; n], slope, ln_density };
    let mut learnt = StepLength::new(0.5);
    let mut chain = Chain { draws: Vec::with_capacity(draws), step: 0.0, acceptance: 0.0, divergences: 0 };
    for turn in 0..warmup + draws {
        let warming = turn < warmup;
        let step = if warming { learnt.current() } else { learnt.settled() };
        for momentum in &mut here.momentum {
            *momentum = random.normal();
        }
        let start_energy = here.energy();
        let mut path = Path {
            first: here.clone(),
            last: here.clone(),
            chosen: here.clone(),
            momentum: here.momentum.clone(),
            ln_weight: 0.0,
            ended: false,
            diverged: false,
            accepted: 0.0,
            steps: 0.0,
        };
        for depth in 0..DEEPEST {
            let forward = random.uniform() < 0.5;
            if !forward {
                path = path.reversed();
            }
            let signed = if forward { step } else { -step };
            let further = Path::extend(density, &path.last, depth, signed, start_energy, random);
            path.join(further, true, random);
            if !forward {
                path = path.reversed();
            }
            if path.ended {
                break;
            }
        }
        let acceptance = path.accepted / path.steps.max(1.0);
        here = path.chosen;
        if warming {
            learnt.learn(acceptance);
        } else {
            chain.acceptance += acceptance / draws as f64;
            chain.divergences += usize::from(path.diverged);
            chain.draws.push(here.at.clone());
        }
        if !look() {
            break;
        }
    }
    chain.step = learnt.settled();
    chain
}

/// The step length by dual averaging, towards an acceptance of 0.8.
struct StepLength {
    centre: f64,
    ln_step: f64,
    ln_mean: f64,
    error: f64,
    count: f64,
}

impl StepLength {
    fn new(step: f64) -> Self {
        let ln_step = libm::log(step);
        Self { centre: ln_step + libm::log(2.0), ln_step, ln_mean: ln_step, error: 0.0, count: 0.0 }
    }

    fn learn(&mut self, acceptance: f64) {
        self.count += 1.0;
        let weight = 1.0 / (self.count + 10.0);
        self.error += weight * (0.8 - acceptance - self.error);
        self.ln_step = self.centre - self.count.sqrt() / 0.05 * self.error;
        let share = libm::pow(self.count, -0.75);
        self.ln_mean += share * (self.ln_step - self.ln_mean);
    }

    fn current(&self) -> f64 {
        libm::exp(within(self.ln_step, -20.0, 5.0))
    }

    fn settled(&self) -> f64 {
        libm::exp(within(self.ln_mean, -20.0, 5.0))
    }
}

/// Each chain cut into halves, so that a drift within a chain is seen too.
fn halves<'a>(chains: &[&'a [f64]]) -> Vec<&'a [f64]> {
    let length = chains.iter().map(|chain| chain.len()).min().unwrap_or(0) / 2;
    chains.iter().flat_map(|chain| [&chain[..length], &chain[chain.len() - length..]]).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn autocovariance(values: &[f64], centre: f64, lag: usize) -> f64 {
    let sum: f64 = values.iter().zip(&values[lag..]).map(|(a, b)| (a - centre) * (b - centre)).sum();
    sum / values.len() as f64
}

/// The variance within chains and that of all draws; `None` where the draws do not vary or are too few.
fn variances(parts: &[&[f64]]) -> Option<(f64, f64)> {
    let n = parts.first()?.len() as f64;
    if n < 2.0 {
        return None;
    }
    let means: Vec<f64> = parts.iter().map(|part| mean(part)).collect();
    let within = parts.iter().zip(&means).map(|(p, m)| autocovariance(p, *m, 0) * n / (n - 1.0)).sum::<f64>()
        / parts.len() as f64;
    let centre = mean(&means);
    let between =
        means.iter().map(|m| (m - centre) * (m - centre)).sum::<f64>() / (means.len() as f64 - 1.0).max(1.0);
    (within > 0.0).then_some((within, within * (n - 1.0) / n + between))
}

/// How much wider all chains together are than each by itself, after cutting each in half: near 1 when they agree.
/// NaN where the draws do not vary.
pub fn r_hat(chains: &[&[f64]]) -> f64 {
    variances(&halves(chains)).map_or(f64::NAN, |(within, all)| (all / within).sqrt())
}

/// How many independent draws would know the mean as well. NaN where the draws do not vary.
pub fn effective_sample_size(chains: &[&[f64]]) -> f64 {
    let parts = halves(chains);
    let Some((within, all)) = variances(&parts) else { return f64::NAN };
    let n = parts[0].len();
    let means: Vec<f64> = parts.iter().map(|part| mean(part)).collect();
    let correlation = |lag: usize| {
        let covariance = parts.iter().zip(&means).map(|(p, m)| autocovariance(p, *m, lag)).sum::<f64>()
            / parts.len() as f64;
        1.0 - (within - covariance * n as f64 / (n as f64 - 1.0)) / all
    };
    // Geyer's initial monotone sequence of sums of pairs.
    let (mut total, mut last) = (0.0, f64::INFINITY);
    let mut lag = 0;
    while lag + 1 < n {
        let pair = correlation(lag) + correlation(lag + 1);
        if pair <= 0.0 {
            break;
        }
        last = pair.min(last);
        total += last;
        lag += 2;
    }
    let draws = (n * parts.len()) as f64;
    // Draws that swing about the mean know it better than independent ones, within reason.
    let most = draws * libm::log10(draws);
    (draws / (2.0 * total - 1.0).max(1.0 / libm::log10(draws))).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A correlated normal of known moments, and a lognormal-like skewed density.
    #[test]
    fn moments_of_known_densities() {
        let mut density = |at: &[f64], slope: &mut [f64]| {
            // x ~ N(1, 1), y | x ~ N(0.5 x, 0.25).
            let (x, y) = (at[0] - 1.0, at[1] - 0.5 * at[0]);
            slope[0] = -x + 2.0 * y;
            slope[1] = -4.0 * y;
            -0.5 * x * x - 2.0 * y * y
        };
        let mut random = Random::new(5);
        let chains: Vec<Chain> =
            (0..4).map(|_| sample(&mut density, &[0.0, 0.0], 500, 2000, &mut random, &mut || true)).collect();
        let column = |k: usize| -> Vec<Vec<f64>> {
            chains.iter().map(|chain| chain.draws.iter().map(|draw| draw[k]).collect()).collect()
        };
        for (k, centre, variance) in [(0, 1.0, 1.0), (1, 0.5, 0.5)] {
            let columns = column(k);
            let parts: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let all: Vec<f64> = columns.concat();
            let size = effective_sample_size(&parts);
            let error = (variance / size).sqrt();
            assert!((mean(&all) - centre).abs() < 4.0 * error, "{k} {} {size}", mean(&all));
            assert!((autocovariance(&all, mean(&all), 0) / variance - 1.0).abs() < 0.1);
            assert!(r_hat(&parts) < 1.01 && size > 1500.0, "{} {size}", r_hat(&parts));
        }
        assert!(chains.iter().all(|chain| chain.divergences == 0 && (chain.acceptance - 0.8).abs() < 0.15));
    }

    /// An autoregression of first order has the effective size n (1 - rho) / (1 + rho).
    #[test]
    fn effective_size_of_an_autoregression() {
        let mut random = Random::new(9);
        for rho in [0.0, 0.5, 0.9] {
            let chains: Vec<Vec<f64>> = (0..4)
                .map(|_| {
                    let mut x = random.normal() / f64::sqrt(1.0 - rho * rho);
                    (0..20_000)
                        .map(|_| {
                            x = rho * x + random.normal();
                            x
                        })
                        .collect()
                })
                .collect();
            let parts: Vec<&[f64]> = chains.iter().map(Vec::as_slice).collect();
            let want = 80_000.0 * (1.0 - rho) / (1.0 + rho);
            let got = effective_sample_size(&parts);
            assert!((got / want - 1.0).abs() < 0.12, "{rho}: {got} {want}");
            assert!((r_hat(&parts) - 1.0).abs() < 0.01);
        }
        let apart: Vec<Vec<f64>> =
            (0..2).map(|k| (0..100).map(|_| random.normal() + 5.0 * f64::from(k)).collect()).collect();
        assert!(r_hat(&[&apart[0], &apart[1]]) > 2.0);
        assert!(r_hat(&[&[1.0; 8], &[1.0; 8]]).is_nan());
    }
}
