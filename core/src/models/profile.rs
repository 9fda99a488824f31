//! Profile-likelihood intervals of parameters: an interval ends where the best that all other parameters can do has
//! fallen, from the maximum, by half the square of the normal quantile (1.92 at 95 %).
//!
//! They follow the likelihood where it is lopsided, which standard errors cannot; they do not depend on the scale on
//! which a parameter is written; and where the likelihood is flat they say so: that side has no end. Source: Venzon &
//! Moolgavkar 1988, Applied Statistics 37:87. Their Newton steps on the pair "fallen so far, and the best beside it" are
//! taken here on the signed root of the fall, which is nearly straight, so that an end costs three to six evaluations;
//! where that does not arrive, the best of the other parameters is searched in full at points that bracket the end.

use super::fitting::{FURTHEST, Fit, IntervalMethod, Known, Likelihood, ParameterInterval, evaluate_logs};
use crate::numerics::elementary::within;
use crate::numerics::linear_algebra::solve_positive_definite;
use crate::numerics::optimise::{Evaluation, Limits, Maximum, maximise};
use crate::shown::Shown;
use crate::{Error, Result};
use std::fmt;
use std::sync::Arc;

/// The data of a fit in the form of their likelihood, kept for what is asked later. It is no part of the report: it is not
/// written to JSON, and reports are equal whatever it holds.
#[derive(Clone, Default)]
pub(crate) struct Kept(Option<Arc<Profiled>>);

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "kept" } else { "not kept" })
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Kept {
    pub(crate) fn new(profiled: Profiled) -> Self {
        Self(Some(Arc::new(profiled)))
    }
}

/// A likelihood with the place of its maximum.
pub(crate) struct Profiled {
    pub(crate) likelihood: Box<dyn Likelihood + Send + Sync>,
    pub(crate) priors: Vec<Option<(f64, f64)>>,
    /// The logarithms from which the search began; it may go [`FURTHEST`] from them.
    pub(crate) start: Vec<f64>,
    /// The logarithms at which it ended.
    pub(crate) at: Vec<f64>,
    /// Those of the covariates whose scaled factors come after the parameters.
    pub(crate) spreads: Vec<f64>,
    /// The value there.
    pub(crate) value: f64,
}

/// One end of an interval, as a logarithm; or by how much the likelihood falls at most.
type End = std::result::Result<f64, f64>;

/// A point of the profile: the logarithms, and the root of twice the fall.
type Point = (Vec<f64>, f64);

impl Fit {
    /// Whether the data are at hand, so that profile likelihoods can be asked for. They are not in a report that was read
    /// from JSON, nor in that of a fit with covariates that change over time or with covariates and priors.
    pub fn has_profile(&self) -> bool {
        self.data.0.is_some()
    }

    pub(crate) fn profile_intervals(&self, z: f64) -> Result<Vec<ParameterInterval>> {
        let Some(profiled) = &self.data.0 else {
            return Err(Error::input(
                "no_profile",
                "profile-likelihood intervals need the data, which are not there: the model was read from JSON, or has \
                 covariates that change over time, or covariates and priors; ask for the method 'wald'",
            ));
        };
        let mut all = Vec::new();
        for (i, one) in self.known().into_iter().enumerate() {
            let Known { name, value, error, is_coefficient } = one;
            // Coefficients are searched by the factors of scaled covariates.
            let at = i.checked_sub(self.estimates.len());
            let scale = at.and_then(|at| profiled.spreads.get(at)).copied().unwrap_or(1.0);
            let error = error.map(|error| error * scale);
            let mut message = Vec::new();
            let mut end = |sign: f64, to: &str, which: &str| match profiled.end(i, sign, z, error) {
                Ok(log) => Some(if is_coefficient { log / scale } else { libm::exp(log) }),
                Err(falls) => {
                    message.push(format!(
                        "no {which} end: the log-likelihood falls by {:.2} at most as {name} goes to {to}, and the \
                         interval would end where it has fallen by {:.2}",
                        Shown(falls),
                        Shown(0.5 * z * z)
                    ));
                    None
                }
            };
            let least = if is_coefficient { "minus infinity" } else { "0" };
            let (lower, upper) = (end(-1.0, least, "lower"), end(1.0, "infinity", "upper"));
            all.push(ParameterInterval {
                name,
                value,
                lower,
                upper,
                method: IntervalMethod::Profile,
                message: (!message.is_empty()).then(|| message.join("; ")),
            });
        }
        Ok(all)
    }
}

impl Profiled {
    /// The end of the interval of parameter `i` on the side of `sign`.
    fn end(&self, i: usize, sign: f64, z: f64, spread: Option<f64>) -> End {
        // Values are known to about 1e-15 of themselves. Where the fall drowns in that there are so many customers that
        // the likelihood is a parabola.
        let noise = 1e-14 * self.value.abs();
        match spread {
            Some(spread) if noise > 1e-3 * z * z => Ok(self.at[i] + sign * z * spread),
            Some(spread) => match self.newton(i, sign, z, spread, 1e-7 + noise) {
                Some(end) => Ok(end),
                None => self.bracket(i, sign, z, spread, 1e-7 + noise),
            },
            None => self.bracket(i, sign, z, 1.0, 1e-7 + noise),
        }
    }

    fn evaluate(&self, at: &[f64], out: &mut Evaluation) {
        evaluate_logs(self.likelihood.as_ref(), &self.priors, at, out);
    }

    /// The root of twice the fall; a rise, which is rounding, counts as none.
    fn root(&self, value: f64) -> f64 {
        (2.0 * (self.value - value)).max(0.0).sqrt()
    }

    /// Venzon and Moolgavkar's steps; nothing where they do not arrive.
    fn newton(&self, i: usize, sign: f64, z: f64, spread: f64, tolerance: f64) -> Option<f64> {
        let n = self.at.len();
        let others: Vec<usize> = (0..n).filter(|&j| j != i).collect();
        let mut out = Evaluation::zero(n);
        let mut at = self.at.clone();
        // The first step follows the parabola at the maximum.
        self.evaluate(&at, &mut out);
        let mut step = sign * z * spread;
        for _ in 0..12 {
            // Where the others go as this one moves, and what they still lack: both by the Hessian of the others.
            let m = others.len();
            let mut inner = vec![0.0; m * m];
            for (a, &ja) in others.iter().enumerate() {
                for (b, &jb) in others.iter().enumerate() {
                    inner[a * m + b] = -out.hessian[ja * n + jb];
                }
            }
            let slope: Vec<f64> = others.iter().map(|&j| out.gradient[j]).collect();
            let cross: Vec<f64> = others.iter().map(|&j| out.hessian[j * n + i]).collect();
            let (lack, tangent) =
                (solve_positive_definite(&inner, &slope)?, solve_positive_definite(&inner, &cross)?);
            let promise = 0.5 * dot(&slope, &lack);
            let fallen = self.root(out.value + promise);
            if at[i] != self.at[i] {
                if (fallen - z).abs() < tolerance && promise < tolerance {
                    return Some(at[i]);
                }
                let profile_slope = out.gradient[i] + dot(&cross, &lack);
                // The fall must grow outwards, and the others must be near their best.
                if !(sign * profile_slope < 0.0 && fallen > 0.0 && promise < 1.0) {
                    return None;
                }
                step = -(z - fallen) * fallen / profile_slope;
            }
            let longest = 3.0 * z * spread;
            if !(step.abs() <= longest && (at[i] + step - self.at[i]) * sign > 0.0) {
                return None;
            }
            at[i] += step;
            for ((&j, lack), tangent) in others.iter().zip(&lack).zip(&tangent) {
                at[j] += lack + tangent * step;
            }
            if at
                .iter()
                .zip(&self.start)
                .any(|(at, start)| (at - start).abs().is_nan() || (at - start).abs() > FURTHEST)
            {
                return None;
            }
            self.evaluate(&at, &mut out);
            if !out.is_finite() {
                return None;
            }
        }
        None
    }

    /// The best of the others where parameter `i` is held at `x`.
    fn beside(&self, i: usize, x: f64, from: &[f64]) -> Point {
        let bound = |sign: f64| {
            let mut bounds: Vec<f64> = self.start.iter().map(|v| v + sign * FURTHEST).collect();
            bounds[i] = x;
            bounds
        };
        let limits = Limits {
            iterations: 60,
            radius: 1.0,
            tolerance: 1e-9 / (1.0 + self.value.abs()),
            lower: bound(-1.0),
            upper: bound(1.0),
        };
        let Maximum { at, evaluation, .. } = maximise(&mut |at, out| self.evaluate(at, out), from, &limits);
        let root = self.root(evaluation.value);
        (at, if root.is_nan() { f64::INFINITY } else { root })
    }

    /// Goes outwards in growing steps until the likelihood has fallen far enough, then closes in; the edge of the search
    /// is as far as the fit itself looked.
    fn bracket(&self, i: usize, sign: f64, z: f64, spread: f64, tolerance: f64) -> End {
        let edge = self.start[i] + sign * FURTHEST;
        let mut inside: Point = (self.at.clone(), 0.0);
        let mut step = within(0.5 * z * spread, 1e-9, 1.0);
        let mut outside = loop {
            let x = inside.0[i] + sign * step;
            let x = if sign * (x - edge) >= 0.0 { edge } else { x };
            let point = self.beside(i, x, &inside.0);
            if point.1 >= z {
                break point;
            }
            if x == edge || self.at[i] == edge {
                return Err(0.5 * point.1 * point.1);
            }
            inside = point;
            step *= 2.0;
        };
        // False position on the root of the fall, which is nearly straight; halves where that is slow.
        for round in 0..60 {
            let (low, high) = (inside.0[i], outside.0[i]);
            let share = (z - inside.1) / (outside.1 - inside.1);
            let share = if round % 3 == 2 || !share.is_finite() { 0.5 } else { within(share, 0.01, 0.99) };
            let x = low + share * (high - low);
            if (high - low).abs() < 1e-10 || x == low || x == high {
                break;
            }
            let point = self.beside(i, x, &inside.0);
            let off = point.1 - z;
            if off.abs() < tolerance {
                return Ok(x);
            }
            if off < 0.0 {
                inside = point;
            } else {
                outside = point;
            }
        }
        Ok(0.5 * (inside.0[i] + outside.0[i]))
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::super::{Contracts, DiagnosisCode, FitOptions, Histories, Nbd, ShiftedBetaGeometric};
    use super::*;

    /// Ends from SciPy's Brent, BFGS and Nelder-Mead: tests/references/profile.py.
    #[test]
    fn ends_are_those_of_a_search_without_derivatives() {
        let regular = [1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0];
        let high_end = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
        for (survivors, want) in [
            (regular, [[0.5893728038345573, 0.8503672641058727], [0.9246469901187657, 1.535399816299371]]),
            (high_end, [[0.5061955459278845, 0.943342658961107], [2.618541320798447, 5.963124921070284]]),
        ] {
            let contracts = Contracts::cohorts(&survivors, None).unwrap();
            let fitted = ShiftedBetaGeometric::fit(&contracts, &FitOptions::default()).unwrap();
            let profiled = fitted.fit.data.0.as_ref().unwrap();
            for (i, (one, want)) in
                fitted.fit.confidence_intervals(0.95, None).unwrap().iter().zip(want).enumerate()
            {
                for (end, want, sign) in [(one.lower, want[0], -1.0), (one.upper, want[1], 1.0)] {
                    assert!((end.unwrap() / want - 1.0).abs() < 1e-7, "{one:?} {want}");
                    // The slow way agrees with the quick one.
                    let slow = profiled.bracket(i, sign, 1.959963984540054, 1.0, 1e-9).unwrap();
                    assert!((libm::exp(slow) / want - 1.0).abs() < 1e-7, "{slow} {want}");
                }
            }
        }
    }

    #[test]
    fn a_flat_side_has_no_end_and_says_so() {
        // A tenth leaves at every renewal: customers do not differ, and alpha and beta may be as large as they like.
        let contracts = Contracts::cohorts(&[1000.0, 900.0, 810.0, 729.0], None).unwrap();
        let fitted = ShiftedBetaGeometric::fit(&contracts, &FitOptions::default()).unwrap();
        assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Ridge);
        let both = fitted.fit.confidence_intervals(0.95, None).unwrap();
        // SciPy: 0.70479, 5.55372.
        for (one, want) in both.iter().zip([0.7047911854714837, 5.553723645764491]) {
            assert!((one.lower.unwrap() / want - 1.0).abs() < 1e-4, "{one:?}");
            assert!(one.upper.is_none() && one.message.as_ref().unwrap().contains("no upper end"), "{one:?}");
        }
        assert!(fitted.fit.to_string().contains("profile likelihood"));
        assert!(fitted.fit.confidence_intervals(0.95, Some(IntervalMethod::Wald)).is_err());
    }

    #[test]
    fn too_little_data_give_none_and_huge_weights_standard_errors() {
        let few = Histories::new(&[0.0, 0.0], &[0.0, 0.0], &[9.0, 9.0]).unwrap();
        let fitted = Nbd::fit(&few, &FitOptions::default()).unwrap();
        assert!(fitted.fit.confidence_intervals(0.95, None).is_err());
        let (x, t_x, t) = ([0.0, 2.0, 1.0, 0.0, 7.0], [0.0, 30.4, 1.7, 0.0, 29.4], [38.9; 5]);
        let many = Histories::new(&x, &t_x, &t).unwrap().with_weights(&[1e9; 5]).unwrap();
        let fitted = Nbd::fit(&many, &FitOptions::default()).unwrap();
        let profile = fitted.fit.confidence_intervals(0.95, None).unwrap();
        let wald = fitted.fit.confidence_intervals(0.95, Some(IntervalMethod::Wald)).unwrap();
        for (profile, wald) in profile.iter().zip(&wald) {
            let off = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() / profile.value;
            assert!(off(profile.lower, wald.lower) < 1e-8 && off(profile.upper, wald.upper) < 1e-8);
        }
    }
}
