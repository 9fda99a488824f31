//! Profile-likelihood intervals of parameters: an interval ends where the best that all other parameters can do has
//! fallen, from the maximum, by half the square of the normal quantile (1.92 at 95 %).
//!
//! They follow the likelihood where it is lopsided, which standard errors cannot; they do not depend on the scale on
//! which a parameter is written; and where the likelihood is flat they say so: that side has no end. Source: Venzon &
//! Moolgavkar 1988, Applied Statistics 37:87. Their Newton steps on the pair "fallen so far, and the best beside it" are
//! taken here on the signed root of the fall, which is nearly straight, so that an end costs three to six evaluations;
//! where that does not arrive, the best of the other parameters is searched in full at points that bracket the end
//! (`profile_search.rs`).

use super::fit::{Fit, IntervalMethod, Known, ParameterInterval};
use super::fitting::{Likelihood, evaluate_logs};
use super::profile_search::Side;
use crate::numerics::optimise::Evaluation;
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
    /// The logarithms from which the search began; it may go [`FURTHEST`](super::fitting::FURTHEST) from them.
    pub(crate) start: Vec<f64>,
    /// The logarithms at which it ended.
    pub(crate) at: Vec<f64>,
    /// Those of the covariates whose scaled factors come after the parameters.
    pub(crate) spreads: Vec<f64>,
    /// The value there.
    pub(crate) value: f64,
}

/// One end of an interval, as a logarithm; or by how much the likelihood falls at most.
pub(crate) type End = std::result::Result<f64, f64>;

/// The signs of the two sides, lower and upper.
const SIDES: [f64; 2] = [-1.0, 1.0];

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
        // Coefficients are searched by the factors of scaled covariates.
        let scale = |i: usize| {
            let at = i.checked_sub(self.estimates.len());
            at.and_then(|at| profiled.spreads.get(at)).copied().unwrap_or(1.0)
        };
        let known = self.known();
        let errors: Vec<Option<f64>> =
            known.iter().enumerate().map(|(i, one)| one.error.map(|error| error * scale(i))).collect();
        let ends = profiled.ends(z, &errors);
        let mut all = Vec::new();
        for (i, (one, ends)) in known.into_iter().zip(ends).enumerate() {
            let Known { name, value, is_coefficient, .. } = one;
            let mut message = Vec::new();
            let mut end = |end: End, to: &str, which: &str| match end {
                Ok(log) => Some(if is_coefficient { log / scale(i) } else { libm::exp(log) }),
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
            let (lower, upper) = (end(ends[0], least, "lower"), end(ends[1], "infinity", "upper"));
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
    /// The ends of all intervals. A likelihood can have several hills, and the search for one end may climb on a lower one
    /// than the search for another; so each end is compared with what all searches have seen, and where one knows better
    /// it is searched again from there.
    fn ends(&self, z: f64, spreads: &[Option<f64>]) -> Vec<[End; 2]> {
        let sides: Vec<Side> = (0..self.at.len())
            .flat_map(|held| SIDES.map(|sign| Side { profiled: self, held, sign, z }))
            .collect();
        let mut seen = Vec::new();
        let spread = |side: &Side| spreads.get(side.held).copied().flatten();
        let mut ends: Vec<End> = sides.iter().map(|side| side.end(spread(side), &mut seen)).collect();
        // How many of the points seen each end was compared with.
        let mut checked = vec![0; ends.len()];
        for _ in 0..4 {
            let mut found_more = false;
            for (side, (end, checked)) in sides.iter().zip(ends.iter_mut().zip(&mut checked)) {
                let Ok(old) = *end else { continue };
                let known = seen.len();
                let further = side.further(old, &mut seen, *checked);
                *checked = if further.is_some() { 0 } else { known };
                if let Some(further) = further {
                    *end = further;
                    found_more = true;
                }
            }
            if !found_more {
                break;
            }
        }
        ends.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
    }

    /// Values are known to about 1e-15 of themselves.
    pub(crate) fn noise(&self) -> f64 {
        1e-14 * self.value.abs()
    }

    pub(crate) fn evaluate(&self, at: &[f64], out: &mut Evaluation) {
        evaluate_logs(self.likelihood.as_ref(), &self.priors, at, out);
    }

    /// The root of twice the fall; a rise, which is rounding, counts as none.
    pub(crate) fn root(&self, value: f64) -> f64 {
        (2.0 * (self.value - value)).max(0.0).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Contracts, DiagnosisCode, FitOptions, GgomNbd, Histories, Nbd, PurchaseModel, ShiftedBetaGeometric,
    };
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
                    let side = Side { profiled, held: i, sign, z: 1.959963984540054 };
                    let slow = side.end(None, &mut Vec::new()).unwrap();
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

    /// The best at a larger `beta` is on the hill where customers do not differ in their risk, far from the maximum.
    #[test]
    fn no_end_is_contradicted_by_another_hill() {
        let truth = GgomNbd::new(1.0, 4.0, 0.1, 0.5, 1.5).unwrap();
        let drawn = truth.simulate(200, &[52.0], 8_001_548).unwrap();
        let histories = Histories::new(&drawn.frequency, &drawn.recency, &drawn.t).unwrap();
        let fitted = GgomNbd::fit(&histories, &FitOptions::default()).unwrap();
        assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
        let [s, beta] = [libm::exp(20.49), libm::exp(20.0)];
        let there = GgomNbd::new(1.0618, 4.229, 0.018_59, s, beta).unwrap();
        let value: f64 = there.log_likelihood(&histories).unwrap().iter().sum();
        let fall = fitted.fit.log_likelihood - value;
        assert!(0.0 < fall && fall < 1.92, "{fall}");
        let intervals = fitted.fit.confidence_intervals(0.95, None).unwrap();
        // SciPy's best from 14 places at each of these ends has fallen by 1.920729: tests/references/profile_hills.py.
        let ends = [[0.6912816525788398, 1.3860189772411085], [2.7738015358093113, 5.650734208587327]];
        for (one, want) in intervals.iter().zip(ends) {
            for (end, want) in [one.lower, one.upper].into_iter().zip(want) {
                assert!((end.unwrap() / want - 1.0).abs() < 1e-7, "{one:?} {want}");
            }
        }
        for one in &intervals[3..] {
            assert!(one.upper.is_none(), "{one:?}");
            assert!(one.message.as_ref().unwrap().contains("falls by 1.10 at most"), "{one:?}");
        }
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
