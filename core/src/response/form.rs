//! The forms of curve that can be fitted: their parameters, and the space in which those are searched.

use super::least_squares::Solution;
use super::saturation::Curve;
use crate::{Error, Result};

/// The form of a curve to be fitted; see [`Curve`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CurveForm {
    /// [`Curve::Hill`]: three parameters.
    Hill,
    /// [`Curve::MichaelisMenten`]: two.
    MichaelisMenten,
    /// [`Curve::Exponential`]: two.
    Exponential,
    /// [`Curve::Power`]: two.
    Power,
    /// [`Curve::SquareRoot`]: one.
    SquareRoot,
    /// [`Curve::Logarithm`]: two.
    Logarithm,
}

impl CurveForm {
    /// Every form.
    pub const ALL: [Self; 6] = [
        Self::Hill,
        Self::MichaelisMenten,
        Self::Exponential,
        Self::Power,
        Self::SquareRoot,
        Self::Logarithm,
    ];

    /// The stable name, as in Python and JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hill => "hill",
            Self::MichaelisMenten => "michaelis_menten",
            Self::Exponential => "exponential",
            Self::Power => "power",
            Self::SquareRoot => "square_root",
            Self::Logarithm => "logarithm",
        }
    }

    /// Names of the parameters: the linear one first, then those of the shape.
    pub const fn parameter_names(self) -> &'static [&'static str] {
        match self {
            Self::Hill => &["maximum", "alpha", "inflexion"],
            Self::MichaelisMenten => &["maximum", "half_saturation"],
            Self::Exponential => &["maximum", "scale"],
            Self::Power => &["scale", "exponent"],
            Self::SquareRoot => &["scale"],
            Self::Logarithm => &["scale", "offset"],
        }
    }

    /// The form of a name, for the argument `form`.
    ///
    /// # Errors
    /// `unknown_form`, with the names there are.
    pub fn parse(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            Error::input("unknown_form", format!("`form` must be one of {names}, got '{name}'"))
        })
    }

    /// The curve with these parameters.
    pub(super) fn curve(self, linear: f64, log_shape: &[f64]) -> Curve {
        let shape = |at: usize| libm::exp(log_shape.get(at).copied().unwrap_or(0.0));
        match self {
            Self::Hill => Curve::Hill { maximum: linear, alpha: shape(0), inflexion: shape(1) },
            Self::MichaelisMenten => Curve::MichaelisMenten { maximum: linear, half_saturation: shape(0) },
            Self::Exponential => Curve::Exponential { maximum: linear, scale: shape(0) },
            Self::Power => Curve::Power { scale: linear, exponent: shape(0) },
            Self::SquareRoot => Curve::SquareRoot { scale: linear },
            Self::Logarithm => Curve::Logarithm { scale: linear, offset: shape(0) },
        }
    }

    /// The curve with linear parameter 1, and its derivatives by the logarithms of the shape.
    pub(super) fn unit(self, log_shape: &[f64], x: f64, derivatives: &mut [f64]) -> f64 {
        let curve = self.curve(1.0, log_shape);
        let g = curve.at(x);
        if x == 0.0 {
            derivatives.fill(0.0);
            return g;
        }
        match (curve, derivatives) {
            (Curve::Hill { alpha, inflexion, .. }, [by_alpha, by_inflexion]) => {
                let t = alpha * libm::log(x / inflexion);
                let e = libm::exp(-t.abs());
                let bend = e / ((1.0 + e) * (1.0 + e));
                *by_alpha = if bend == 0.0 { 0.0 } else { bend * t };
                *by_inflexion = -alpha * bend;
            }
            (Curve::MichaelisMenten { half_saturation: k, .. }, [by_half]) => {
                *by_half = -(k / (k + x)) * (x / (k + x));
            }
            (Curve::Exponential { scale, .. }, [by_scale]) => {
                *by_scale = -(x / scale) * libm::exp(-x / scale);
            }
            (Curve::Power { exponent, .. }, [by_exponent]) => *by_exponent = g * exponent * libm::log(x),
            (Curve::Logarithm { offset, .. }, [by_offset]) => *by_offset = -x / (offset + x),
            _ => {}
        }
        g
    }
}

type Space = (Vec<Vec<f64>>, Vec<f64>, Vec<f64>);

/// Starts and borders of the shape, as logarithms, for inputs up to 1.
pub(super) fn search_space(form: CurveForm) -> Space {
    let lengths = [0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 30.0].map(libm::log);
    let steepness = [0.5, 1.0, 2.0, 4.0, 8.0].map(libm::log);
    let (shortest, longest) = (libm::log(1e-6), libm::log(1e4));
    let one = |column: &[f64]| column.iter().map(|x| vec![*x]).collect::<Vec<_>>();
    match form {
        CurveForm::SquareRoot => (vec![Vec::new()], Vec::new(), Vec::new()),
        CurveForm::Power => {
            let starts = [0.1, 0.3, 0.5, 0.8, 1.0, 1.5, 3.0].map(libm::log);
            (one(&starts), vec![libm::log(1e-3)], vec![libm::log(20.0)])
        }
        CurveForm::Hill => {
            let grid =
                steepness.iter().flat_map(|alpha| lengths.iter().map(move |k| vec![*alpha, *k])).collect();
            (grid, vec![libm::log(0.05), shortest], vec![libm::log(50.0), longest])
        }
        _ => (one(&lengths), vec![shortest], vec![longest]),
    }
}

/// From inputs relative to the largest back to the user's unit: lengths grow by it, and the scale of a power by
/// its power. The covariance of the logarithms changes only through the power.
pub(super) fn restore_units(form: CurveForm, solution: &mut Solution, largest: f64) {
    let log_largest = libm::log(largest);
    match form {
        CurveForm::SquareRoot => {
            let root = largest.sqrt();
            solution.parameters[0] /= root;
            scale_first(solution, 1.0 / root);
        }
        CurveForm::Power => {
            // scale = scale' * largest^-e: d scale = largest^-e (d scale' - scale' ln(largest) e d ln e).
            let exponent = libm::exp(solution.parameters[1]);
            let factor = libm::exp(-exponent * log_largest);
            let slant = -solution.parameters[0] * log_largest * exponent;
            solution.parameters[0] *= factor;
            let n = solution.parameters.len();
            if let Some(c) = &mut solution.inverse {
                let (first, rest) = c.split_at_mut(n);
                for (x, by_exponent) in first.iter_mut().zip(rest) {
                    *x += slant * *by_exponent;
                }
                for row in c.chunks_exact_mut(n) {
                    row[0] += slant * row[1];
                }
            }
            scale_first(solution, factor);
        }
        CurveForm::Hill => solution.parameters[2] += log_largest,
        _ => solution.parameters[1] += log_largest,
    }
}

fn scale_first(solution: &mut Solution, factor: f64) {
    let n = solution.parameters.len();
    if let Some(c) = &mut solution.inverse {
        for x in &mut c[..n] {
            *x *= factor;
        }
        for row in c.chunks_exact_mut(n) {
            row[0] *= factor;
        }
    }
}

/// Where the curve has its length: the input of half (or 63 %) saturation, if the form has one.
pub(super) fn saturation_point(curve: Curve) -> Option<f64> {
    match curve {
        Curve::Hill { inflexion, .. } => Some(inflexion),
        Curve::MichaelisMenten { half_saturation, .. } => Some(half_saturation),
        Curve::Exponential { scale, .. } => Some(scale),
        _ => None,
    }
}
