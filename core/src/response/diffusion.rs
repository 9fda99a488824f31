//! Diffusion: the Bass model of how a new product, offer or programme is taken up.
//!
//! Of those who have not adopted yet, a share `p + q F(t)` does so per period: `p` on their own (innovation), `q`
//! from the share `F` who already did (imitation).

use super::curve::{FitDiagnosis, FittedParameter};
use super::least_squares::{Problem, Solution};
use super::{above_zero, column_not_negative, not_negative};
use crate::numerics::distributions::student_t_upper_quantile;
use crate::progress::Watch;
use crate::shown::Shown;
use crate::{Error, Result, Status};

fn check(p: f64, q: f64) -> Result<()> {
    above_zero("p", p)?;
    not_negative("q", q)
}

/// `F(t)` for legal arguments: `(1 - e) / (1 + q/p e)` with `e = exp(-(p + q) t)`, free of cancellation.
fn cumulative(p: f64, q: f64, t: f64) -> f64 {
    let rate = (p + q) * t;
    -libm::expm1(-rate) / (1.0 + q / p * libm::exp(-rate))
}

/// Share of the market that has adopted by time `t`.
///
/// ```
/// let share = ukur::response::diffusion::bass_cumulative(0.03, 0.38, 5.0)?;
/// assert!((share - 0.3311986424913736).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// Source: Bass (1969), Management Science 15:215.
///
/// # Errors
/// `p` not above 0; `q` or `t` below 0.
pub fn bass_cumulative(p: f64, q: f64, t: f64) -> Result<f64> {
    check(p, q)?;
    not_negative("t", t)?;
    Ok(cumulative(p, q, t))
}

/// Adoptions between two times, for a market of `m`: `m (F(to) - F(from))`.
///
/// # Errors
/// `p` not above 0; `m`, `q` or `from` below 0; `to` before `from`.
pub fn bass_adoptions(m: f64, p: f64, q: f64, from: f64, to: f64) -> Result<f64> {
    not_negative("m", m)?;
    check(p, q)?;
    not_negative("from", from)?;
    not_negative("to", to)?;
    if to < from {
        return Err(Error::invalid("to", "a time not before `from`", to));
    }
    Ok(m * between(p, q, from, to))
}

/// `F(to) - F(from)` without subtracting one share from the other: with `e` as above,
/// `(1 + q/p) (e_from - e_to) / ((1 + q/p e_from) (1 + q/p e_to))`.
fn between(p: f64, q: f64, from: f64, to: f64) -> f64 {
    let ratio = q / p;
    let e_from = libm::exp(-(p + q) * from);
    let fall = -libm::expm1(-(p + q) * (to - from));
    let e_to = libm::exp(-(p + q) * to);
    (1.0 + ratio) * e_from * fall / ((1.0 + ratio * e_from) * (1.0 + ratio * e_to))
}

/// The time at which most adopt: `ln(q / p) / (p + q)`.
///
/// ```
/// let peak = ukur::response::diffusion::bass_peak_time(0.03, 0.38)?;
/// assert!((peak - 6.19262).abs() < 1e-5);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `peak_at_zero` where `q <= p`; `p` not above 0; `q` below 0.
pub fn bass_peak_time(p: f64, q: f64) -> Result<f64> {
    check(p, q)?;
    if q <= p {
        return Err(Error::undefined("bass_peak_time", Status::PeakAtZero, "q <= p: adoptions only fall"));
    }
    Ok(libm::log(q / p) / (p + q))
}

/// Adoptions per period at the peak: `m (p + q)^2 / (4 q)`.
///
/// ```
/// let most = ukur::response::diffusion::bass_peak_adoptions(16895.0, 0.010399, 0.41861)?;
/// assert!((most - 1857.0406581056918).abs() < 1e-9);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `peak_at_zero` where `q <= p`; `p` not above 0; `m` or `q` below 0.
pub fn bass_peak_adoptions(m: f64, p: f64, q: f64) -> Result<f64> {
    not_negative("m", m)?;
    check(p, q)?;
    if q <= p {
        return Err(Error::undefined(
            "bass_peak_adoptions",
            Status::PeakAtZero,
            "q <= p: adoptions only fall",
        ));
    }
    Ok(m * ((p + q) * (p + q) / (4.0 * q)))
}

/// Adoptions in each of the first `periods` periods since the launch.
///
/// ```
/// let adoptions = ukur::response::diffusion::bass_forecast(1000.0, 0.03, 0.38, 3)?;
/// assert!((adoptions[0] - 35.758).abs() < 0.01);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `p` not above 0; `m` or `q` below 0; more than a million periods.
pub fn bass_forecast(m: f64, p: f64, q: f64, periods: usize) -> Result<Vec<f64>> {
    not_negative("m", m)?;
    check(p, q)?;
    if periods > 1_000_000 {
        return Err(Error::invalid("periods", "at most a million periods", periods as f64));
    }
    Ok((0..periods).map(|t| m * between(p, q, t as f64, t as f64 + 1.0)).collect())
}

/// A fitted Bass model.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BassFit {
    /// Size of the market: all who ever adopt.
    pub m: f64,
    /// Innovation.
    pub p: f64,
    /// Imitation.
    pub q: f64,
    /// `m`, `p`, `q` with their intervals.
    pub parameters: Vec<FittedParameter>,
    /// How the fit ended.
    pub diagnosis: FitDiagnosis,
    /// The same in words, with what to do.
    pub message: String,
    /// Time of the peak in periods since the launch; `None` where adoptions only fall.
    pub peak_time: Option<f64>,
    /// Adoptions per period at the peak; `None` likewise.
    pub peak_adoptions: Option<f64>,
    /// Adoptions of each period as the model has them.
    pub fitted: Vec<f64>,
    /// Root of the residual sum of squares over the degrees of freedom; `None` without any.
    pub residual_standard_deviation: Option<f64>,
    /// Share of the variance around the mean that the model explains.
    pub r_squared: f64,
    /// Confidence of the intervals.
    pub confidence: f64,
    /// The estimates of Bass's own regression of adoptions on cumulative adoptions, `(m, p, q)`, for comparison
    /// with the literature; `None` where it has no admissible solution.
    pub regression: Option<(f64, f64, f64)>,
}

/// Fits the Bass model to the adoptions of each period since the launch, by nonlinear least squares on
/// `m (F(t) - F(t - 1))` (Srinivasan and Mason 1986, Marketing Science 5:169), which has none of the bias of a
/// regression on discrete sums.
///
/// ```
/// use ukur::response::diffusion::{bass_adoptions, fit_bass};
/// let adoptions: Vec<f64> = (0..12)
///     .map(|t| bass_adoptions(1000.0, 0.03, 0.38, f64::from(t), f64::from(t + 1)))
///     .collect::<Result<_, _>>()?;
/// let fit = fit_bass(&adoptions, 0.95, &mut ukur::progress::ignore)?;
/// assert!((fit.q - 0.38).abs() < 1e-8);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// Fewer than 3 periods, or no adoption at all (`insufficient_data`); adoptions below 0; a confidence outside
/// (0, 1); cancelled.
pub fn fit_bass(adoptions: &[f64], confidence: f64, watch: &mut Watch<'_>) -> Result<BassFit> {
    column_not_negative("adoptions", adoptions)?;
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(Error::invalid("confidence", "a share above 0 and below 1", confidence));
    }
    let positive = adoptions.iter().filter(|x| **x > 0.0).count();
    if adoptions.len() < 3 || positive < 2 {
        return Err(Error::undefined(
            "fit_bass",
            Status::InsufficientData,
            format!(
                "three parameters need at least 3 periods, two of them with adoptions; there are {} and {positive}",
                adoptions.len()
            ),
        ));
    }
    let regression = regression(adoptions);
    let mut starts = Vec::new();
    if let Some((_, p, q)) = regression {
        starts.push(vec![libm::log(p), libm::log(q.max(1e-4))]);
    }
    for p in [1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3] {
        for q in [0.01, 0.1, 0.3, 0.6, 1.2] {
            starts.push(vec![libm::log(p), libm::log(q)]);
        }
    }
    let shape = |log: &[f64], row: usize, d: &mut [f64]| {
        let (p, q) = (libm::exp(log[0]), libm::exp(log[1]));
        let (from, to) = (row as f64, row as f64 + 1.0);
        let (upper, lower) = (derivatives(p, q, to), derivatives(p, q, from));
        d[0] = p * (upper.0 - lower.0);
        d[1] = q * (upper.1 - lower.1);
        between(p, q, from, to)
    };
    let weights = vec![1.0; adoptions.len()];
    let problem = Problem {
        shape: &shape,
        y: adoptions,
        weights: &weights,
        intercept: false,
        starts,
        lower: vec![libm::log(1e-9), libm::log(1e-6)],
        upper: vec![libm::log(5.0), libm::log(20.0)],
    };
    let Some(solution) = problem.solve(watch)? else {
        return Err(Error::undefined(
            "fit_bass",
            Status::NotIdentified,
            "no Bass curve fits these adoptions",
        ));
    };
    Ok(report(adoptions, &solution, confidence, regression))
}

/// Derivatives of `F(t)` by `p` and `q`.
fn derivatives(p: f64, q: f64, t: f64) -> (f64, f64) {
    let e = libm::exp(-(p + q) * t);
    let bottom = 1.0 + q / p * e;
    let top = -libm::expm1(-(p + q) * t);
    // d top = t e for both; d bottom = -q e / p^2 - t q e / p by p, e / p - t q e / p by q.
    let by_p = (t * e * bottom + top * (q * e / (p * p) + t * q * e / p)) / (bottom * bottom);
    let by_q = (t * e * bottom - top * (e / p - t * q * e / p)) / (bottom * bottom);
    (by_p, by_q)
}

/// Bass's regression: adoptions on cumulative adoptions before, `n = a + b N + c N^2`; then `m` is the positive
/// root of the right side, `p = a / m`, `q = -c m`.
fn regression(adoptions: &[f64]) -> Option<(f64, f64, f64)> {
    let total: f64 = adoptions.iter().sum();
    let mut before = 0.0;
    let mut normal = [0.0; 9];
    let mut right = [0.0; 3];
    for n in adoptions {
        let x = before / total;
        let row = [1.0, x, x * x];
        for i in 0..3 {
            right[i] += row[i] * n;
            for j in 0..3 {
                normal[i * 3 + j] += row[i] * row[j];
            }
        }
        before += n;
    }
    let c = crate::numerics::linear_algebra::solve_positive_definite(&normal, &right)?;
    let (a, b, c) = (c[0], c[1] / total, c[2] / total / total);
    let m = (-b - (b * b - 4.0 * a * c).sqrt()) / (2.0 * c);
    let (p, q) = (a / m, -c * m);
    (m.is_finite() && m > 0.0 && p > 0.0 && q > 0.0).then_some((m, p, q))
}

fn report(
    adoptions: &[f64],
    solution: &Solution,
    confidence: f64,
    regression: Option<(f64, f64, f64)>,
) -> BassFit {
    let periods = adoptions.len() as f64;
    let (m, p, q) =
        (solution.parameters[0], libm::exp(solution.parameters[1]), libm::exp(solution.parameters[2]));
    let degrees_of_freedom = adoptions.len() - 3;
    let peak_time = bass_peak_time(p, q).ok();
    let (diagnosis, message) = diagnose(solution, degrees_of_freedom, peak_time, periods, m, adoptions);
    let says_errors = matches!(diagnosis, FitDiagnosis::Converged | FitDiagnosis::Extrapolation);
    let variance = (degrees_of_freedom > 0).then(|| solution.sum_of_squares / degrees_of_freedom as f64);
    let quantile = student_t_upper_quantile(0.5 * (1.0 - confidence), degrees_of_freedom as f64);
    let parameters = ["m", "p", "q"]
        .iter()
        .zip([m, p, q])
        .enumerate()
        .map(|(at, (name, estimate))| {
            let error = match (says_errors, variance, &solution.inverse) {
                (true, Some(variance), Some(inverse)) => Some((variance * inverse[at * 4]).sqrt()),
                _ => None,
            };
            let ends = error.map(|e| {
                if at == 0 {
                    (estimate - quantile * e, estimate + quantile * e)
                } else {
                    (estimate * libm::exp(-quantile * e), estimate * libm::exp(quantile * e))
                }
            });
            FittedParameter {
                name: (*name).to_string(),
                estimate,
                standard_error: error.map(|e| if at == 0 { e } else { e * estimate }),
                lower: ends.map(|e| e.0),
                upper: ends.map(|e| e.1).filter(|x| x.is_finite()),
            }
        })
        .collect();
    let mean = adoptions.iter().sum::<f64>() / periods;
    let around: f64 = adoptions.iter().map(|y| (y - mean) * (y - mean)).sum();
    BassFit {
        m,
        p,
        q,
        parameters,
        diagnosis,
        message,
        peak_time,
        peak_adoptions: bass_peak_adoptions(m, p, q).ok(),
        fitted: (0..adoptions.len()).map(|t| m * between(p, q, t as f64, t as f64 + 1.0)).collect(),
        residual_standard_deviation: variance.map(f64::sqrt),
        r_squared: if around > 0.0 { 1.0 - solution.sum_of_squares / around } else { 1.0 },
        confidence,
        regression,
    }
}

fn diagnose(
    solution: &Solution,
    degrees_of_freedom: usize,
    peak_time: Option<f64>,
    periods: f64,
    m: f64,
    adoptions: &[f64],
) -> (FitDiagnosis, String) {
    let so_far: f64 = adoptions.iter().sum();
    if solution.border.is_some() || solution.conditioning < 1e-9 || solution.inverse.is_none() {
        return (
            FitDiagnosis::NotIdentified,
            "The adoptions do not determine market, innovation and imitation: other values fit as well. Wait for \
             more periods, or fix the size of the market from another source."
                .to_string(),
        );
    }
    if !solution.converged {
        return (FitDiagnosis::NotConverged, "The search did not settle; check the adoptions.".to_string());
    }
    if degrees_of_freedom == 0 {
        return (
            FitDiagnosis::ExactFit,
            "Three periods for three parameters: the curve passes through all of them and says nothing about \
             its error."
                .to_string(),
        );
    }
    if peak_time.is_some_and(|peak| peak > periods) {
        return (
            FitDiagnosis::Extrapolation,
            format!(
                "The peak lies after the last period, so the size of the market ({:.0}, {:.0} so far) is \
                 extrapolated.",
                Shown(m),
                Shown(so_far)
            ),
        );
    }
    (
        FitDiagnosis::Converged,
        "The least sum of squares was found and the data determine the parameters.".to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::ignore;

    fn close(got: f64, want: f64, relative: f64) {
        assert!((got - want).abs() <= relative * want.abs(), "{got} {want}");
    }

    #[test]
    fn known_answers() {
        close(bass_peak_time(0.03, 0.38).unwrap(), 6.19262, 1e-6);
        close(bass_cumulative(0.03, 0.38, 5.0).unwrap(), 0.331199, 2e-6);
        close(bass_cumulative(0.03, 0.38, 10.0).unwrap(), 0.812803, 2e-6);
        close(bass_peak_time(0.010399, 0.41861).unwrap(), 8.6134, 1e-5);
        close(bass_peak_adoptions(16895.0, 0.010399, 0.41861).unwrap(), 1857.04, 1e-6);
        assert_eq!(bass_cumulative(0.03, 0.38, 0.0).unwrap(), 0.0);
        assert_eq!(bass_cumulative(0.03, 0.38, 1e300).unwrap(), 1.0);
        // Without imitation: 1 - exp(-p t).
        close(bass_cumulative(0.1, 0.0, 3.0).unwrap(), -libm::expm1(-0.3), 1e-15);
        assert_eq!(bass_peak_time(0.1, 0.1).unwrap_err().code(), "peak_at_zero");
        assert_eq!(bass_peak_adoptions(1.0, 0.1, 0.0).unwrap_err().code(), "peak_at_zero");
        assert_eq!(bass_cumulative(0.0, 0.1, 1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(bass_adoptions(1.0, 0.1, 0.1, 2.0, 1.0).unwrap_err().code(), "out_of_domain");
    }

    #[test]
    fn adoptions_are_the_differences_of_the_shares() {
        for (from, to) in [(0.0, 1.0), (3.0, 4.0), (9.5, 30.0)] {
            let difference =
                bass_cumulative(0.03, 0.38, to).unwrap() - bass_cumulative(0.03, 0.38, from).unwrap();
            close(bass_adoptions(1.0, 0.03, 0.38, from, to).unwrap(), difference, 1e-13);
        }
        // Far out the difference of the shares is 0, the adoptions are not.
        assert!(bass_adoptions(1.0, 0.03, 0.38, 200.0, 201.0).unwrap() > 0.0);
    }

    #[test]
    fn exact_data_are_recovered() {
        for (m, p, q, periods) in
            [(16895.0, 0.010399, 0.41861, 13), (1e9, 0.002, 0.9, 20), (50.0, 0.2, 0.05, 9)]
        {
            let n: Vec<f64> =
                (0..periods).map(|t| m * between(p, q, f64::from(t), f64::from(t + 1))).collect();
            let fit = fit_bass(&n, 0.95, &mut ignore).unwrap();
            close(fit.m, m, 1e-6);
            close(fit.p, p, 1e-6);
            close(fit.q, q, 1e-5);
            assert_eq!(fit.diagnosis, FitDiagnosis::Converged);
        }
    }

    #[test]
    fn before_the_peak_the_market_is_extrapolated() {
        let n: Vec<f64> = (0..6)
            .map(|t| 1000.0 * between(0.005, 0.4, f64::from(t), f64::from(t + 1)) + f64::from(t % 2))
            .collect();
        let fit = fit_bass(&n, 0.95, &mut ignore).unwrap();
        assert!(matches!(fit.diagnosis, FitDiagnosis::Extrapolation | FitDiagnosis::NotIdentified));
        assert_eq!(fit_bass(&[1.0, 2.0], 0.95, &mut ignore).unwrap_err().code(), "insufficient_data");
        assert_eq!(fit_bass(&[0.0; 9], 0.95, &mut ignore).unwrap_err().code(), "insufficient_data");
        assert_eq!(fit_bass(&[1.0, -2.0, 3.0], 0.95, &mut ignore).unwrap_err().code(), "out_of_domain");
        assert_eq!(fit_bass(&[1.0, 2.0, 3.0], 1.0, &mut ignore).unwrap_err().code(), "out_of_domain");
        let three = fit_bass(&[1.0, 2.0, 1.5], 0.95, &mut ignore).unwrap();
        assert!(three.parameters.iter().all(|p| p.standard_error.is_none()), "{three:?}");
    }
}
