//! Saturation: curves of diminishing (and S-shaped) returns, with their marginal returns.

use super::{above_zero, not_negative};
use crate::{Error, Result};

/// A response curve: what an input brings.
///
/// Inputs and half-saturation points share one unit (spend, or impressions, or posts), and `maximum` and `scale`
/// are in the unit of the response. Every curve is 0 at input 0 and never falls.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", tag = "form"))]
pub enum Curve {
    /// `maximum * x^alpha / (x^alpha + inflexion^alpha)`: half of the maximum at `inflexion`, an absolute amount
    /// that does not move with the data. S-shaped for `alpha` above 1.
    Hill {
        /// What is reached without limit on the input.
        maximum: f64,
        /// Steepness.
        alpha: f64,
        /// Input that brings half of the maximum.
        inflexion: f64,
    },
    /// `maximum * x / (half_saturation + x)`: Hill with `alpha` 1.
    MichaelisMenten {
        /// What is reached without limit on the input.
        maximum: f64,
        /// Input that brings half of the maximum.
        half_saturation: f64,
    },
    /// `maximum * (1 - exp(-x / scale))`.
    Exponential {
        /// What is reached without limit on the input.
        maximum: f64,
        /// Input that brings 63 % of the maximum.
        scale: f64,
    },
    /// `scale * x^exponent`; concave for an exponent up to 1.
    Power {
        /// Response to one unit.
        scale: f64,
        /// The elasticity.
        exponent: f64,
    },
    /// `scale * sqrt(x)`.
    SquareRoot {
        /// Response to one unit.
        scale: f64,
    },
    /// `scale * ln(1 + x / offset)`.
    Logarithm {
        /// Response to each factor of e, once the input is far above `offset`.
        scale: f64,
        /// Input up to which the curve is nearly straight.
        offset: f64,
    },
}

impl Curve {
    /// Refuses parameters outside their domain.
    ///
    /// # Errors
    /// The parameter, by its name.
    pub fn check(&self) -> Result<()> {
        match *self {
            Self::Hill { maximum, alpha, inflexion } => not_negative("maximum", maximum)
                .and_then(|()| above_zero("alpha", alpha))
                .and_then(|()| above_zero("inflexion", inflexion)),
            Self::MichaelisMenten { maximum, half_saturation } => {
                not_negative("maximum", maximum).and_then(|()| above_zero("half_saturation", half_saturation))
            }
            Self::Exponential { maximum, scale } => {
                not_negative("maximum", maximum).and_then(|()| above_zero("scale", scale))
            }
            Self::Power { scale, exponent } => {
                not_negative("scale", scale).and_then(|()| above_zero("exponent", exponent))
            }
            Self::SquareRoot { scale } => not_negative("scale", scale),
            Self::Logarithm { scale, offset } => {
                not_negative("scale", scale).and_then(|()| above_zero("offset", offset))
            }
        }
    }

    /// The response to `x`, for legal parameters and `x >= 0`.
    pub(super) fn at(&self, x: f64) -> f64 {
        match *self {
            Self::Hill { maximum, alpha, inflexion } => maximum * hill(x, alpha, inflexion),
            // The quotient first: the product may overflow.
            Self::MichaelisMenten { maximum, half_saturation } => maximum * (x / (half_saturation + x)),
            Self::Exponential { maximum, scale } => -maximum * libm::expm1(-x / scale),
            Self::Power { scale, exponent } => scale * libm::pow(x, exponent),
            Self::SquareRoot { scale } => scale * x.sqrt(),
            Self::Logarithm { scale, offset } => scale * libm::log1p(x / offset),
        }
    }

    /// The derivative at `x`, for legal parameters and `x >= 0`; infinite at 0 where the curve starts upright.
    pub(super) fn slope(&self, x: f64) -> f64 {
        match *self {
            Self::Hill { maximum, alpha, inflexion } => hill_slope(maximum, x, alpha, inflexion),
            Self::MichaelisMenten { maximum, half_saturation } => {
                let part = half_saturation / (half_saturation + x);
                maximum / half_saturation * part * part
            }
            Self::Exponential { maximum, scale } => maximum / scale * libm::exp(-x / scale),
            Self::Power { scale, exponent } => {
                if scale == 0.0 {
                    0.0
                } else {
                    scale * exponent * libm::pow(x, exponent - 1.0)
                }
            }
            Self::SquareRoot { scale } => {
                if scale == 0.0 {
                    0.0
                } else {
                    0.5 * scale / x.sqrt()
                }
            }
            Self::Logarithm { scale, offset } => scale / (offset + x),
        }
    }

    /// The response to an input.
    ///
    /// ```
    /// use ukur::response::saturation::Curve;
    /// let curve = Curve::MichaelisMenten { maximum: 5.0, half_saturation: 0.5 };
    /// assert!((curve.response(5.0)? - 4.545454545454546).abs() < 1e-15);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// A parameter outside its domain; an input that is negative, infinite or missing.
    pub fn response(&self, x: f64) -> Result<f64> {
        self.check()?;
        not_negative("x", x)?;
        Ok(self.at(x))
    }

    /// The response to each input of a column.
    ///
    /// # Errors
    /// As [`response`](Self::response), with the row.
    pub fn responses(&self, x: &[f64]) -> Result<Vec<f64>> {
        self.check()?;
        super::column_not_negative("x", x)?;
        Ok(x.iter().map(|x| self.at(*x)).collect())
    }

    /// The marginal return at an input: the response to one unit more.
    ///
    /// # Errors
    /// As [`response`](Self::response); `unbounded` at 0 where the curve starts upright.
    pub fn marginal_return(&self, x: f64) -> Result<f64> {
        self.check()?;
        not_negative("x", x)?;
        let slope = self.slope(x);
        if slope.is_finite() {
            return Ok(slope);
        }
        Err(Error::undefined(
            "marginal_return",
            crate::Status::Unbounded,
            "the curve starts upright: the first unit brings more than any rate per unit",
        ))
    }

    /// The marginal return at each input of a column; NaN where it is unbounded.
    ///
    /// # Errors
    /// As [`response`](Self::response), with the row.
    pub fn marginal_returns(&self, x: &[f64]) -> Result<Vec<f64>> {
        self.check()?;
        super::column_not_negative("x", x)?;
        Ok(x.iter().map(|x| Some(self.slope(*x)).filter(|s| s.is_finite()).unwrap_or(f64::NAN)).collect())
    }

    /// The input up to which every further unit brings more than the one before; 0 for a concave curve, infinite
    /// for one that never bends down.
    pub fn turning_point(&self) -> f64 {
        match *self {
            Self::Hill { alpha, inflexion, .. } if alpha > 1.0 => {
                inflexion * libm::exp(libm::log((alpha - 1.0) / (alpha + 1.0)) / alpha)
            }
            Self::Power { exponent, .. } if exponent > 1.0 => f64::INFINITY,
            _ => 0.0,
        }
    }
}

/// `x^alpha / (x^alpha + k^alpha)` as a logistic in `alpha ln(x / k)`, which neither overflows nor divides
/// infinity by itself.
fn hill(x: f64, alpha: f64, k: f64) -> f64 {
    if x == 0.0 {
        return 0.0;
    }
    1.0 / (1.0 + libm::exp(alpha * libm::log(k / x)))
}

fn hill_slope(maximum: f64, x: f64, alpha: f64, k: f64) -> f64 {
    if x == 0.0 {
        return if maximum == 0.0 || alpha > 1.0 {
            0.0
        } else if alpha == 1.0 {
            maximum / k
        } else {
            f64::INFINITY
        };
    }
    let e = libm::exp(-(alpha * libm::log(x / k)).abs());
    maximum * alpha / x * (e / ((1.0 + e) * (1.0 + e)))
}

/// Hill saturation: `value^alpha / (value^alpha + inflexion^alpha)`, a share.
///
/// ```
/// let share = ukur::response::saturation::saturation_hill(150.0, 3.0, 100.0)?;
/// assert!((share - 0.7714285714285715).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A negative `value`; `alpha` or `inflexion` not above 0.
pub fn saturation_hill(value: f64, alpha: f64, inflexion: f64) -> Result<f64> {
    not_negative("value", value)?;
    above_zero("alpha", alpha)?;
    above_zero("inflexion", inflexion)?;
    Ok(hill(value, alpha, inflexion))
}

/// Michaelis-Menten saturation: `vmax * value / (km + value)`.
///
/// ```
/// let response = ukur::response::saturation::saturation_michaelis_menten(5.0, 5.0, 0.5)?;
/// assert!((response - 4.545454545454546).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A negative `value` or `vmax`; `km` not above 0.
pub fn saturation_michaelis_menten(value: f64, vmax: f64, km: f64) -> Result<f64> {
    not_negative("value", value)?;
    not_negative("vmax", vmax)?;
    above_zero("km", km)?;
    Ok(vmax * (value / (km + value)))
}

/// Marginal return of a Hill curve with maximum `beta` at `value`.
///
/// ```
/// assert_eq!(ukur::response::saturation::marginal_return_hill(1000.0, 100.0, 1.0, 100.0)?, 2.5);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A negative `beta`; `value`, `alpha` or `inflexion` not above 0.
pub fn marginal_return_hill(beta: f64, value: f64, alpha: f64, inflexion: f64) -> Result<f64> {
    not_negative("beta", beta)?;
    above_zero("value", value)?;
    above_zero("alpha", alpha)?;
    above_zero("inflexion", inflexion)?;
    Ok(hill_slope(beta, value, alpha, inflexion))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURVES: [Curve; 8] = [
        Curve::Hill { maximum: 900.0, alpha: 2.5, inflexion: 40.0 },
        Curve::Hill { maximum: 900.0, alpha: 0.5, inflexion: 40.0 },
        Curve::MichaelisMenten { maximum: 1000.0, half_saturation: 50.0 },
        Curve::Exponential { maximum: 10.0, scale: 30.0 },
        Curve::Power { scale: 3.0, exponent: 0.7 },
        Curve::Power { scale: 3.0, exponent: 1.4 },
        Curve::SquareRoot { scale: 3.0 },
        Curve::Logarithm { scale: 7.0, offset: 20.0 },
    ];

    #[test]
    fn slopes_are_the_differences_and_turn_where_they_say() {
        for curve in CURVES {
            for x in [0.5, 3.0, 25.0, 80.0, 900.0] {
                let h = 1e-5 * x;
                let numeric = (curve.at(x + h) - curve.at(x - h)) / (2.0 * h);
                let slope = curve.slope(x);
                assert!(
                    (numeric - slope).abs() <= 1e-8 * slope.abs().max(1e-3),
                    "{curve:?} {x} {numeric} {slope}"
                );
            }
            let turn = curve.turning_point();
            if turn > 0.0 && turn.is_finite() {
                assert!(curve.slope(turn) > curve.slope(turn * 0.99));
                assert!(curve.slope(turn) > curve.slope(turn * 1.01));
            }
            assert_eq!(curve.at(0.0), 0.0);
        }
    }

    #[test]
    fn billions_and_steepness_do_not_overflow() {
        assert_eq!(saturation_hill(1e300, 100.0, 1e-3).unwrap(), 1.0);
        assert_eq!(saturation_hill(1e-300, 100.0, 1e3).unwrap(), 0.0);
        assert_eq!(saturation_hill(0.0, 0.5, 1.0).unwrap(), 0.0);
        assert_eq!(marginal_return_hill(1e9, 1e300, 50.0, 1.0).unwrap(), 0.0);
        assert_eq!(saturation_michaelis_menten(1e300, 1e300, 1.0).unwrap(), 1e300);
    }

    #[test]
    fn refusals() {
        assert_eq!(saturation_hill(-1.0, 1.0, 1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(saturation_hill(1.0, 0.0, 1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(saturation_hill(1.0, 1.0, f64::NAN).unwrap_err().code(), "nan_input");
        assert_eq!(marginal_return_hill(1.0, 0.0, 1.0, 1.0).unwrap_err().code(), "out_of_domain");
        let curve = Curve::SquareRoot { scale: 1.0 };
        assert_eq!(curve.marginal_return(0.0).unwrap_err().code(), "unbounded");
        assert_eq!(
            curve.responses(&[1.0, -2.0]).unwrap_err().to_string(),
            "`x` must be a number >= 0, got -2 (row 1, counted from 0)"
        );
    }
}
