//! Adstock: the part of an effect that comes in later periods.

use super::{above_zero, column_not_negative};
use crate::{Error, Result, Status};

/// How the weight of a period falls with its age (the lag, in periods).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Decay {
    /// `theta^lag`: every period keeps the share `theta` of the one before.
    Geometric {
        /// Share kept from one period to the next, in \[0, 1\]; below 1 without a window.
        theta: f64,
    },
    /// `(1 - lag / window)^(1 / alpha - 1)`: falls to nothing at the end of the window.
    Binomial {
        /// In (0, 1\]; 0.5 falls along a straight line, 1 not at all within the window.
        alpha: f64,
    },
    /// `theta^((lag - peak)^2)`: the effect peaks some periods after the spend.
    Delayed {
        /// In (0, 1).
        theta: f64,
        /// Lag of the largest effect, in periods, at least 0.
        peak: f64,
    },
}

/// An adstock transformation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adstock {
    /// How weights fall.
    pub decay: Decay,
    /// How many periods a weight reaches, its own included; `None` (geometric only) without end.
    pub window: Option<usize>,
    /// False: the weight at lag 0 is that of the formula, so the total effect exceeds the input. True: all
    /// weights are divided by their sum, so the total effect equals the input.
    pub normalised: bool,
}

/// The longest window: more periods than there are days in a thousand years.
const LONGEST_WINDOW: usize = 400_000;

impl Adstock {
    /// Geometric, not normalised, without end: the default of this crate.
    pub const fn geometric(theta: f64) -> Self {
        Self { decay: Decay::Geometric { theta }, window: None, normalised: false }
    }

    /// An adstock from the names of its parts, as the bindings pass them: `"geometric"` needs `theta`,
    /// `"binomial"` `alpha`, `"delayed"` `theta` and `peak`.
    ///
    /// # Errors
    /// `unknown_decay`, with the names there are; `missing_argument` for a parameter that the decay needs, and
    /// `unused_argument` for one that it does not know.
    pub fn parse(
        decay: &str,
        theta: Option<f64>,
        alpha: Option<f64>,
        peak: Option<f64>,
        window: Option<usize>,
        normalised: bool,
    ) -> Result<Self> {
        let need = |name: &str, value: Option<f64>| {
            value.ok_or_else(|| {
                Error::input("missing_argument", format!("`{name}` is needed for the decay '{decay}'"))
            })
        };
        let unused = |names: &[(&str, Option<f64>)]| match names.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(Error::input(
                "unused_argument",
                format!("`{name}` has no meaning for the decay '{decay}'; leave it out"),
            )),
            None => Ok(()),
        };
        let decay = match decay {
            "geometric" => {
                unused(&[("alpha", alpha), ("peak", peak)])?;
                Decay::Geometric { theta: need("theta", theta)? }
            }
            "binomial" => {
                unused(&[("theta", theta), ("peak", peak)])?;
                Decay::Binomial { alpha: need("alpha", alpha)? }
            }
            "delayed" => {
                unused(&[("alpha", alpha)])?;
                Decay::Delayed { theta: need("theta", theta)?, peak: need("peak", peak)? }
            }
            _ => {
                return Err(Error::input(
                    "unknown_decay",
                    format!("`decay` must be one of geometric, binomial, delayed, got '{decay}'"),
                ));
            }
        };
        Ok(Self { decay, window, normalised })
    }

    fn check(&self) -> Result<()> {
        if let Some(window) = self.window.filter(|w| !(1..=LONGEST_WINDOW).contains(w)) {
            return Err(Error::invalid("window", "from 1 to 400,000 periods", window as f64));
        }
        match self.decay {
            Decay::Geometric { theta } => match self.window {
                None => share_below_one("theta", theta),
                Some(_) if (0.0..=1.0).contains(&theta) => Ok(()),
                Some(_) => Err(Error::invalid("theta", "a share from 0 to 1", theta)),
            },
            Decay::Binomial { alpha } if !(alpha > 0.0 && alpha <= 1.0) => {
                Err(Error::invalid("alpha", "a number above 0 and up to 1", alpha))
            }
            Decay::Delayed { theta, .. } if !(theta > 0.0 && theta < 1.0) => {
                Err(Error::invalid("theta", "a share above 0 and below 1", theta))
            }
            Decay::Delayed { peak, .. } if !(peak.is_finite() && peak >= 0.0) => {
                Err(Error::invalid("peak", "a number of periods >= 0", peak))
            }
            _ if self.window.is_none() => Err(Error::input(
                "window_needed",
                "`window` is needed: only geometric decay without a window has a simple end; give the number of \
                 periods that an effect lasts",
            )),
            _ => Ok(()),
        }
    }

    /// The weights of lags 0, 1, ..., `periods - 1`.
    ///
    /// ```
    /// use ukur::response::adstock::{Adstock, Decay};
    /// let binomial = Adstock { decay: Decay::Binomial { alpha: 0.25 }, window: Some(5), normalised: false };
    /// let weights = binomial.weights(5)?;
    /// assert!((weights[1] - 0.512).abs() < 1e-15 && (weights[4] - 0.008).abs() < 1e-15);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// A parameter outside its domain; no window where the decay needs one; more than 400,000 periods.
    pub fn weights(&self, periods: usize) -> Result<Vec<f64>> {
        self.check()?;
        if periods > LONGEST_WINDOW {
            return Err(Error::invalid("periods", "at most 400,000 periods", periods as f64));
        }
        let reach = self.window.unwrap_or(periods);
        let raw = |lag: usize| match self.decay {
            Decay::Geometric { theta } => libm::pow(theta, lag as f64),
            Decay::Binomial { alpha } => libm::pow(1.0 - lag as f64 / reach as f64, 1.0 / alpha - 1.0),
            Decay::Delayed { theta, peak } => {
                let off = lag as f64 - peak;
                libm::pow(theta, off * off)
            }
        };
        let total = match (self.normalised, self.window, self.decay) {
            (false, ..) => 1.0,
            (true, None, Decay::Geometric { theta }) => 1.0 / (1.0 - theta),
            (true, ..) => (0..reach).map(raw).sum(),
        };
        Ok((0..periods).map(|lag| if lag < reach { raw(lag) / total } else { 0.0 }).collect())
    }

    /// The adstocked series: at each period the weighted sum of the inputs so far.
    ///
    /// ```
    /// use ukur::response::adstock::Adstock;
    /// let effect = Adstock::geometric(0.5).apply(&[100.0, 0.0, 0.0])?;
    /// assert_eq!(effect, [100.0, 50.0, 25.0]);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`weights`](Self::weights); an input that is negative, infinite or missing.
    pub fn apply(&self, media: &[f64]) -> Result<Vec<f64>> {
        self.check()?;
        column_not_negative("media", media)?;
        if let (Decay::Geometric { theta }, None) = (self.decay, self.window) {
            let scale = if self.normalised { 1.0 - theta } else { 1.0 };
            let mut state = 0.0;
            return Ok(media
                .iter()
                .map(|x| {
                    state = state * theta + x;
                    state * scale
                })
                .collect());
        }
        let weights = self.weights(self.window.unwrap_or(0).min(media.len().max(1)))?;
        Ok((0..media.len())
            .map(|t| weights.iter().zip(media[..=t].iter().rev()).map(|(w, x)| w * x).sum())
            .collect())
    }

    /// What is still to come after the last input: the effect in each of the `periods` that follow, when the
    /// input stops. A return that leaves this out is too low.
    ///
    /// # Errors
    /// As [`apply`](Self::apply); more than 400,000 periods.
    pub fn carry_over(&self, media: &[f64], periods: usize) -> Result<Vec<f64>> {
        if periods > LONGEST_WINDOW {
            return Err(Error::invalid("periods", "at most 400,000 periods", periods as f64));
        }
        let mut longer = media.to_vec();
        longer.resize(media.len() + periods, 0.0);
        let mut effect = self.apply(&longer)?;
        Ok(effect.split_off(media.len()))
    }

    /// The total effect of one unit of input, now and later: the sum of all weights. Also the level that a
    /// steady input of one unit a period reaches.
    ///
    /// # Errors
    /// As [`weights`](Self::weights).
    pub fn multiplier(&self) -> Result<f64> {
        self.check()?;
        match (self.normalised, self.decay, self.window) {
            (true, ..) => Ok(1.0),
            (false, Decay::Geometric { theta }, None) => Ok(1.0 / (1.0 - theta)),
            (false, _, window) => Ok(self.weights(window.unwrap_or(0))?.iter().sum()),
        }
    }
}

fn share_below_one(name: &'static str, x: f64) -> Result<()> {
    if (0.0..1.0).contains(&x) { Ok(()) } else { Err(Error::invalid(name, "a share from 0 to below 1", x)) }
}

fn check_series(what: &'static str, media: &[f64], theta: f64) -> Result<()> {
    column_not_negative("media", media)?;
    if !(0.0..=1.0).contains(&theta) {
        return Err(Error::invalid("theta", "a share from 0 to 1", theta));
    }
    if media.is_empty() {
        return Err(Error::undefined(what, Status::InsufficientData, "there is no period"));
    }
    Ok(())
}

/// Geometric adstock, not normalised, at the last period: `sum(media[n - 1 - k] * theta^k)`.
///
/// ```
/// assert_eq!(ukur::response::adstock::adstock_geometric(&[100.0; 5], 0.5)?, 193.75);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for no period; an input below 0; `theta` outside \[0, 1\].
pub fn adstock_geometric(media: &[f64], theta: f64) -> Result<f64> {
    check_series("adstock_geometric", media, theta)?;
    Ok(media.iter().fold(0.0, |state, x| state * theta + x))
}

/// Geometric adstock with weights that sum to 1 over the periods given, at the last period.
///
/// ```
/// let value = ukur::response::adstock::adstock_normalised(&[0.0, 0.0, 0.0, 0.0, 31.0], 0.5)?;
/// assert_eq!(value, 16.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for no period; an input below 0; `theta` outside \[0, 1\].
pub fn adstock_normalised(media: &[f64], theta: f64) -> Result<f64> {
    check_series("adstock_normalised", media, theta)?;
    let (sum, weights) =
        media.iter().fold((0.0, 0.0), |(sum, weights), x| (sum * theta + x, weights * theta + 1.0));
    Ok(sum / weights)
}

/// Periods until half of a geometric effect is gone: `ln(0.5) / ln(theta)`.
///
/// ```
/// assert_eq!(ukur::response::adstock::adstock_half_life(0.5)?, 1.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `theta` not above 0 and below 1.
pub fn adstock_half_life(theta: f64) -> Result<f64> {
    above_zero("theta", theta)?;
    if theta >= 1.0 {
        return Err(Error::invalid("theta", "a share above 0 and below 1", theta));
    }
    Ok(-std::f64::consts::LN_2 / libm::log(theta))
}

/// The total effect of one unit under geometric adstock: `1 / (1 - theta)`.
///
/// ```
/// assert!((ukur::response::adstock::adstock_total_multiplier(0.7)? - 10.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `theta` outside \[0, 1).
pub fn adstock_total_multiplier(theta: f64) -> Result<f64> {
    share_below_one("theta", theta)?;
    Ok(1.0 / (1.0 - theta))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: &[f64], want: &[f64]) {
        assert_eq!(got.len(), want.len());
        for (g, w) in got.iter().zip(want) {
            assert!((g - w).abs() < 1e-14, "{got:?} {want:?}");
        }
    }

    /// Weights printed in google/meridian adstock_hill_test.py; 193.75 from the documented example of Robyn.
    #[test]
    fn known_answers() {
        let meridian = Adstock { decay: Decay::Geometric { theta: 0.5 }, window: Some(5), normalised: false };
        close(&meridian.weights(5).unwrap(), &[1.0, 0.5, 0.25, 0.125, 0.0625]);
        let binomial = Adstock { decay: Decay::Binomial { alpha: 0.25 }, ..meridian };
        close(&binomial.weights(5).unwrap(), &[1.0, 0.512, 0.216, 0.064, 0.008]);
        assert_eq!(Adstock::geometric(0.5).apply(&[100.0; 5]).unwrap()[4], 193.75);
        // alpha = 1: every weight is 1 / window, so the sum so far divided by the window.
        let flat = Adstock { decay: Decay::Binomial { alpha: 1.0 }, window: Some(5), normalised: true };
        close(&flat.apply(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap(), &[0.2, 0.6, 1.2, 2.0, 3.0]);
        let flat = Adstock { decay: Decay::Geometric { theta: 1.0 }, ..flat };
        close(&flat.apply(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap(), &[0.2, 0.6, 1.2, 2.0, 3.0]);
        assert_eq!(adstock_normalised(&[0.0, 0.0, 0.0, 0.0, 31.0], 0.5).unwrap(), 16.0);
    }

    #[test]
    fn the_window_is_a_convolution_and_the_carry_over_its_tail() {
        let delayed =
            Adstock { decay: Decay::Delayed { theta: 0.5, peak: 1.0 }, window: Some(3), normalised: false };
        close(&delayed.apply(&[8.0, 0.0, 0.0, 0.0]).unwrap(), &[4.0, 8.0, 4.0, 0.0]);
        close(&delayed.carry_over(&[8.0], 3).unwrap(), &[8.0, 4.0, 0.0]);
        assert_eq!(delayed.multiplier().unwrap(), 2.0);
        let normalised = Adstock { normalised: true, ..Adstock::geometric(0.75) };
        let spread = normalised.apply(&[1.0]).unwrap()[0]
            + normalised.carry_over(&[1.0], 200).unwrap().iter().sum::<f64>();
        assert!((spread - 1.0).abs() < 1e-12);
        assert_eq!(normalised.multiplier().unwrap(), 1.0);
        close(&normalised.weights(2).unwrap(), &[0.25, 0.1875]);
        assert_eq!(Adstock::geometric(0.5).apply(&[]).unwrap(), [0.0; 0]);
    }

    #[test]
    fn refusals() {
        assert_eq!(Adstock::geometric(1.0).apply(&[1.0]).unwrap_err().code(), "out_of_domain");
        assert_eq!(Adstock::geometric(0.5).apply(&[1.0, -1.0]).unwrap_err().code(), "out_of_domain");
        let open = Adstock { decay: Decay::Binomial { alpha: 0.5 }, window: None, normalised: false };
        assert_eq!(open.apply(&[1.0]).unwrap_err().code(), "window_needed");
        let zero = Adstock { window: Some(0), ..open };
        assert_eq!(zero.apply(&[1.0]).unwrap_err().code(), "out_of_domain");
        assert_eq!(
            Adstock::geometric(0.5).carry_over(&[1.0], usize::MAX).unwrap_err().code(),
            "out_of_domain"
        );
        assert_eq!(adstock_geometric(&[], 0.5).unwrap_err().code(), "insufficient_data");
        assert_eq!(adstock_normalised(&[], 0.5).unwrap_err().code(), "insufficient_data");
        assert_eq!(adstock_half_life(1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(adstock_total_multiplier(1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(adstock_geometric(&[1.0], f64::NAN).unwrap_err().code(), "nan_input");
    }
}
