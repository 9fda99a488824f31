//! Fitting response curves by least squares.

use super::form::{restore_units, saturation_point, search_space};
use super::least_squares::{Problem, Solution};
use super::saturation::Curve;
use super::{above_zero, column_not_negative, not_negative};
use crate::numerics::distributions::student_t_upper_quantile;
use crate::progress::Watch;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

pub use super::form::CurveForm;

/// What to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurveFitOptions {
    /// Form of the curve.
    pub form: CurveForm,
    /// Whether there is a response at input 0 (organic sales, say) to be estimated along with the curve.
    pub intercept: bool,
    /// Confidence of the intervals.
    pub confidence: f64,
}

impl Default for CurveFitOptions {
    fn default() -> Self {
        Self { form: CurveForm::Hill, intercept: false, confidence: 0.95 }
    }
}

/// How a fit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum FitDiagnosis {
    /// The least sum of squares was found, and the data determine the parameters.
    Converged,
    /// Found, but the point of half saturation (or the peak) lies beyond the data: what the curve says there is
    /// extrapolation.
    Extrapolation,
    /// The data do not determine the parameters: other values fit as well. No standard errors are given.
    NotIdentified,
    /// The parameters pass through every point: there are as many parameters as data, and nothing is left to
    /// judge the fit by. No standard errors are given.
    ExactFit,
    /// The search did not settle.
    NotConverged,
}

/// One parameter with its interval.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FittedParameter {
    /// Its name.
    pub name: String,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error; `None` where the diagnosis says that it would mean nothing.
    pub standard_error: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
}

/// A fitted response curve.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CurveFit {
    /// The curve, without the intercept.
    pub curve: Curve,
    /// Response at input 0; 0 when none was asked for.
    pub intercept: f64,
    /// Parameters with intervals: the linear one, the shape, the intercept.
    pub parameters: Vec<FittedParameter>,
    /// How the fit ended.
    pub diagnosis: FitDiagnosis,
    /// The same in words, with what to do.
    pub message: String,
    /// Root of the residual sum of squares over the degrees of freedom; `None` without any.
    pub residual_standard_deviation: Option<f64>,
    /// Share of the variance around the mean that the curve explains.
    pub r_squared: f64,
    /// Number of observations.
    pub observations: usize,
    /// Observations less parameters.
    pub degrees_of_freedom: usize,
    /// Confidence of the intervals.
    pub confidence: f64,
    /// Steps of the search.
    pub iterations: usize,
    /// Covariance of the parameters in row order, those of the shape as logarithms; `None` as standard errors.
    pub covariance: Option<Vec<f64>>,
    /// Range of the inputs seen.
    pub input_range: (f64, f64),
}

/// A response with its interval.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ResponseAt {
    /// The input.
    pub input: f64,
    /// Intercept and curve together.
    pub response: f64,
    /// Lower end of the interval of the mean response.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// Return of the next unit; `None` where the curve starts upright.
    pub marginal_return: Option<f64>,
    /// True beyond the largest or below the smallest input seen.
    pub is_extrapolated: bool,
}

/// Fits a response curve by (weighted) least squares.
///
/// Shape parameters are searched on the log scale, from a fixed grid of starts; intervals are those of Student's
/// t, symmetric for the linear parameters and on the log scale for the shape, so that they stay positive. The
/// order of the rows does not matter.
///
/// ```
/// use ukur::response::curve::{CurveFitOptions, CurveForm, FitDiagnosis, fit_curve};
/// let spend = [10.0, 20.0, 40.0, 80.0, 160.0, 320.0];
/// let sales = [165.0, 287.0, 442.0, 617.0, 760.0, 867.0];
/// let options = CurveFitOptions { form: CurveForm::MichaelisMenten, ..CurveFitOptions::default() };
/// let fit = fit_curve(&spend, &sales, None, options, &mut ukur::progress::ignore)?;
/// assert_eq!(fit.diagnosis, FitDiagnosis::Converged);
/// assert!((fit.parameters[0].estimate - 1000.0).abs() < 10.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// Columns of different length; an input that is negative, infinite or missing; a response that is infinite or
/// missing; weights below zero; fewer observations, or fewer different inputs, than parameters
/// (`insufficient_data`); a response that does not rise with the input (`no_lift`); a confidence outside (0, 1);
/// cancelled.
pub fn fit_curve(
    input: &[f64],
    response: &[f64],
    weights: Option<&[f64]>,
    options: CurveFitOptions,
    watch: &mut Watch<'_>,
) -> Result<CurveFit> {
    let rows = checked_rows(input, response, weights, options.confidence)?;
    let names = options.form.parameter_names();
    let size = names.len() + usize::from(options.intercept);
    // Rows with weight 0 say nothing; input 0 says nothing about a curve that starts at 0.
    let mut different: Vec<f64> =
        rows.iter().map(|row| row[0]).filter(|x| options.intercept || *x > 0.0).collect();
    different.dedup();
    if rows.len() < size || different.len() < size {
        return Err(Error::undefined(
            "fit_curve",
            Status::InsufficientData,
            format!(
                "{size} parameters need at least {size} different inputs{}, there are {}",
                if options.intercept { "" } else { " above 0" },
                different.len()
            ),
        ));
    }
    let x: Vec<f64> = rows.iter().map(|row| row[0]).collect();
    let y: Vec<f64> = rows.iter().map(|row| row[1]).collect();
    let w: Vec<f64> = rows.iter().map(|row| row[2]).collect();
    // Inputs relative to the largest: then exponents and scales do not hang together by the unit.
    let largest = x.iter().copied().fold(0.0, f64::max);
    let relative: Vec<f64> = x.iter().map(|x| x / largest).collect();
    let (starts, lower, upper) = search_space(options.form);
    let form = options.form;
    let shape = |log_shape: &[f64], row: usize, d: &mut [f64]| form.unit(log_shape, relative[row], d);
    let problem =
        Problem { shape: &shape, y: &y, weights: &w, intercept: options.intercept, starts, lower, upper };
    let Some(mut solution) = problem.solve(watch)?.filter(|s| s.parameters[0] > 0.0) else {
        return Err(Error::undefined(
            "fit_curve",
            Status::NoLift,
            "the response does not rise with the input, so no saturation curve fits",
        ));
    };
    restore_units(form, &mut solution, largest);
    Ok(report(&rows, solution, options, largest))
}

/// Rows of input, response and weight, sorted: sums then do not depend on the order given.
fn checked_rows(
    input: &[f64],
    response: &[f64],
    weights: Option<&[f64]>,
    confidence: f64,
) -> Result<Vec<[f64; 3]>> {
    let lengths = [("response", response.len()), ("weights", weights.map_or(input.len(), <[f64]>::len))];
    for (name, len) in lengths {
        if len != input.len() {
            return Err(Error::lengths("input", input.len(), name, len));
        }
    }
    column_not_negative("input", input)?;
    if let Some(at) = response.iter().position(|y| !y.is_finite()) {
        return Err(Error::invalid("response", "a finite number", response[at]).at_row(at));
    }
    if let Some(weights) = weights {
        column_not_negative("weights", weights)?;
    }
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(Error::invalid("confidence", "a share above 0 and below 1", confidence));
    }
    let mut rows: Vec<[f64; 3]> = (0..input.len())
        .map(|at| [input[at], response[at], weights.map_or(1.0, |w| w[at])])
        .filter(|row| row[2] > 0.0)
        .collect();
    rows.order_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])).then(a[2].total_cmp(&b[2])));
    Ok(rows)
}

fn report(rows: &[[f64; 3]], solution: Solution, options: CurveFitOptions, largest: f64) -> CurveFit {
    let form = options.form;
    let names = form.parameter_names();
    let size = solution.parameters.len();
    let curve = form.curve(solution.parameters[0], &solution.parameters[1..names.len()]);
    let intercept = if options.intercept { solution.parameters[size - 1] } else { 0.0 };
    let degrees_of_freedom = rows.len() - size;

    let (diagnosis, message) = diagnose(&solution, form, curve, degrees_of_freedom, largest);
    let says_errors = matches!(diagnosis, FitDiagnosis::Converged | FitDiagnosis::Extrapolation);
    let variance = (degrees_of_freedom > 0).then(|| solution.sum_of_squares / degrees_of_freedom as f64);
    let covariance = match (says_errors, variance, solution.inverse) {
        (true, Some(variance), Some(inverse)) => {
            Some(inverse.iter().map(|x| x * variance).collect::<Vec<f64>>())
        }
        _ => None,
    };
    let quantile = student_t_upper_quantile(0.5 * (1.0 - options.confidence), degrees_of_freedom as f64);
    let parameters = (0..size)
        .map(|at| {
            let value = solution.parameters[at];
            let error = covariance.as_ref().map(|c| c[at * size + at].sqrt());
            let logarithmic = (1..names.len()).contains(&at);
            let shown = |x: f64| if logarithmic { libm::exp(x) } else { x };
            FittedParameter {
                name: names.get(at).copied().unwrap_or("intercept").to_string(),
                estimate: shown(value),
                standard_error: error.map(|e| if logarithmic { e * shown(value) } else { e }),
                lower: error.map(|e| shown(value - quantile * e)),
                upper: error.map(|e| shown(value + quantile * e)).filter(|x| x.is_finite()),
            }
        })
        .collect();
    let total: f64 = rows.iter().map(|row| row[2]).sum();
    let mean: f64 = rows.iter().map(|row| row[2] * row[1]).sum::<f64>() / total;
    let around: f64 = rows.iter().map(|row| row[2] * (row[1] - mean) * (row[1] - mean)).sum();
    CurveFit {
        curve,
        intercept,
        parameters,
        diagnosis,
        message,
        residual_standard_deviation: variance.map(f64::sqrt),
        r_squared: if around > 0.0 { 1.0 - solution.sum_of_squares / around } else { 1.0 },
        observations: rows.len(),
        degrees_of_freedom,
        confidence: options.confidence,
        iterations: solution.iterations,
        covariance,
        input_range: (rows.first().map_or(0.0, |row| row[0]), largest),
    }
}

fn diagnose(
    solution: &Solution,
    form: CurveForm,
    curve: Curve,
    degrees_of_freedom: usize,
    largest: f64,
) -> (FitDiagnosis, String) {
    let names = form.parameter_names();
    if let Some((which, upper)) = solution.border {
        let name = names.get(which + 1).copied().unwrap_or("shape");
        let what = match (name, upper) {
            ("alpha", true) => "the response jumps like a step between two inputs",
            ("alpha" | "exponent", false) => "the response hardly depends on the input once there is any",
            ("exponent", true) => "the response explodes with the last input",
            (_, true) => "the response shows no saturation: a straight line fits as well",
            (_, false) => "the response is saturated at every input: nothing shows how it rises",
        };
        return (
            FitDiagnosis::NotIdentified,
            format!("`{name}` is not identified: {what}. Vary the input more widely, or fit a simpler form."),
        );
    }
    if solution.conditioning < 1e-9 || solution.inverse.is_none() {
        return (
            FitDiagnosis::NotIdentified,
            "The parameters are not identified: quite different values fit as well. Vary the input more widely, \
             or fit a form with fewer parameters."
                .to_string(),
        );
    }
    if !solution.converged {
        return (
            FitDiagnosis::NotConverged,
            format!("The search did not settle within {} steps; fit a simpler form.", solution.iterations),
        );
    }
    if degrees_of_freedom == 0 {
        return (
            FitDiagnosis::ExactFit,
            "There are as many parameters as observations; the curve passes through all of them and says nothing \
             about its error."
                .to_string(),
        );
    }
    match saturation_point(curve).filter(|point| *point > largest) {
        Some(point) => (
            FitDiagnosis::Extrapolation,
            format!(
                "The saturation point {:.4} lies above the largest input {:.4}: the maximum is \
                 extrapolated. Read the curve within the data only.",
                Shown(point),
                Shown(largest)
            ),
        ),
        None => (
            FitDiagnosis::Converged,
            "The least sum of squares was found and the data determine the parameters.".to_string(),
        ),
    }
}

impl CurveFit {
    /// The response at an input with the interval of its mean, by the delta method.
    ///
    /// # Errors
    /// An input that is negative, infinite or missing.
    pub fn response_at(&self, input: f64) -> Result<ResponseAt> {
        not_negative("input", input)?;
        let response = self.intercept + self.curve.at(input);
        let gradient = self.gradient(input);
        let n = gradient.len();
        let half = self.covariance.as_ref().map(|c| {
            let mut variance = 0.0;
            for i in 0..n {
                for j in 0..n {
                    variance += gradient[i] * c[i * n + j] * gradient[j];
                }
            }
            let quantile =
                student_t_upper_quantile(0.5 * (1.0 - self.confidence), self.degrees_of_freedom as f64);
            quantile * variance.max(0.0).sqrt()
        });
        Ok(ResponseAt {
            input,
            response,
            lower: half.map(|h| response - h),
            upper: half.map(|h| response + h),
            marginal_return: Some(self.curve.slope(input)).filter(|x| x.is_finite()),
            is_extrapolated: input < self.input_range.0 || input > self.input_range.1,
        })
    }

    /// Derivatives of the response by the parameters, those of the shape by their logarithms.
    fn gradient(&self, x: f64) -> Vec<f64> {
        let (form, linear) = match self.curve {
            Curve::Hill { maximum, .. } => (CurveForm::Hill, maximum),
            Curve::MichaelisMenten { maximum, .. } => (CurveForm::MichaelisMenten, maximum),
            Curve::Exponential { maximum, .. } => (CurveForm::Exponential, maximum),
            Curve::Power { scale, .. } => (CurveForm::Power, scale),
            Curve::SquareRoot { scale } => (CurveForm::SquareRoot, scale),
            Curve::Logarithm { scale, .. } => (CurveForm::Logarithm, scale),
        };
        let names = form.parameter_names().len();
        let log_shape: Vec<f64> = self.parameters[1..names].iter().map(|p| libm::log(p.estimate)).collect();
        let mut derivatives = vec![0.0; log_shape.len()];
        let mut out = vec![form.unit(&log_shape, x, &mut derivatives)];
        out.extend(derivatives.iter().map(|d| linear * d));
        if self.parameters.len() > names {
            out.push(1.0);
        }
        out
    }
}

/// The input at which the marginal return of a curve falls to `rate`: beyond it one more unit of input brings
/// less than `rate`.
///
/// # Errors
/// Parameters outside their domain; a rate not above 0; `not_reached` where the marginal return never comes down
/// to the rate, `never` where it lies below everywhere.
pub fn input_for_marginal_return(curve: Curve, rate: f64) -> Result<f64> {
    curve.check()?;
    above_zero("rate", rate)?;
    let turn = curve.turning_point();
    let none = |status, reason| Err(Error::undefined("input_for_marginal_return", status, reason));
    if turn.is_infinite() {
        return none(Status::NotReached, "the marginal return of this curve never falls");
    }
    if curve.slope(turn) < rate {
        return none(Status::Never, "no unit of input brings as much as the rate");
    }
    let found = super::search::where_slope_falls_to(&curve, rate, turn, f64::MAX);
    if found >= 1e300 {
        return none(Status::NotReached, "the marginal return of this curve stays above the rate");
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::ignore;

    fn close(got: f64, want: f64, relative: f64) {
        assert!((got - want).abs() <= relative * want.abs(), "{got} {want}");
    }

    /// Noise-free data give the parameters back, for every form.
    #[test]
    fn exact_data_are_recovered() {
        let x: Vec<f64> = (1..=15).map(|i| 20.0 * f64::from(i)).collect();
        for curve in [
            Curve::Hill { maximum: 900.0, alpha: 2.5, inflexion: 90.0 },
            Curve::Hill { maximum: 900.0, alpha: 0.8, inflexion: 200.0 },
            Curve::MichaelisMenten { maximum: 1000.0, half_saturation: 50.0 },
            Curve::Exponential { maximum: 10.0, scale: 130.0 },
            Curve::Power { scale: 3.0, exponent: 0.7 },
            Curve::SquareRoot { scale: 3.0 },
            Curve::Logarithm { scale: 7.0, offset: 20.0 },
        ] {
            let form = match curve {
                Curve::Hill { .. } => CurveForm::Hill,
                Curve::MichaelisMenten { .. } => CurveForm::MichaelisMenten,
                Curve::Exponential { .. } => CurveForm::Exponential,
                Curve::Power { .. } => CurveForm::Power,
                Curve::SquareRoot { .. } => CurveForm::SquareRoot,
                Curve::Logarithm { .. } => CurveForm::Logarithm,
            };
            for intercept in [false, true] {
                let base = if intercept { 55.0 } else { 0.0 };
                let y: Vec<f64> = x.iter().map(|x| base + curve.at(*x)).collect();
                let fit = fit_curve(
                    &x,
                    &y,
                    None,
                    CurveFitOptions { form, intercept, confidence: 0.9 },
                    &mut ignore,
                )
                .unwrap();
                assert_eq!(fit.diagnosis, FitDiagnosis::Converged, "{fit:?}");
                for at in [5.0, 150.0, 280.0] {
                    close(fit.response_at(at).unwrap().response, base + curve.at(at), 1e-7);
                }
                assert!(fit.r_squared > 1.0 - 1e-12);
            }
        }
    }

    /// Puromycin (treated), Bates and Watts (1988), also in R's `datasets`: Michaelis-Menten 212.7 (6.947) and
    /// 0.06412 (0.008281), residual standard error 10.93 on 10 degrees of freedom, as `nls` prints them.
    #[test]
    fn puromycin() {
        let x = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.10, 1.10];
        let y = [76.0, 47.0, 97.0, 107.0, 123.0, 139.0, 159.0, 152.0, 191.0, 201.0, 207.0, 200.0];
        let options = CurveFitOptions { form: CurveForm::MichaelisMenten, ..CurveFitOptions::default() };
        let fit = fit_curve(&x, &y, None, options, &mut ignore).unwrap();
        close(fit.parameters[0].estimate, 212.7, 1e-4);
        close(fit.parameters[0].standard_error.unwrap(), 6.947, 1e-4);
        close(fit.parameters[1].estimate, 0.06412, 1e-4);
        close(fit.parameters[1].standard_error.unwrap(), 0.008281, 1e-3);
        close(fit.residual_standard_deviation.unwrap(), 10.93, 1e-3);
        // t(0.975, 10) = 2.2281388519649385
        close(fit.parameters[0].upper.unwrap(), 212.7 + 2.228139 * 6.947, 1e-4);
        // Rows in another order, and weights of one: the same bits.
        let turned: Vec<f64> = x.iter().rev().copied().collect();
        let back: Vec<f64> = y.iter().rev().copied().collect();
        assert_eq!(fit_curve(&turned, &back, Some(&[1.0; 12]), options, &mut ignore).unwrap(), fit);
        // Another unit of input changes nothing but the unit.
        let thousand: Vec<f64> = x.iter().map(|x| 1000.0 * x).collect();
        let other = fit_curve(&thousand, &y, None, options, &mut ignore).unwrap();
        close(
            other.parameters[1].standard_error.unwrap(),
            1000.0 * fit.parameters[1].standard_error.unwrap(),
            1e-8,
        );
    }

    #[test]
    fn the_unit_of_the_input_does_not_touch_a_power_curve() {
        let x = [1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0];
        let y = [2.1, 2.9, 3.4, 4.6, 5.5, 7.4, 9.0];
        let options = CurveFitOptions { form: CurveForm::Power, ..CurveFitOptions::default() };
        let one = fit_curve(&x, &y, None, options, &mut ignore).unwrap();
        let other = fit_curve(&x.map(|x| 100.0 * x), &y, None, options, &mut ignore).unwrap();
        let (a, b) = (one.response_at(7.0).unwrap(), other.response_at(700.0).unwrap());
        close(a.lower.unwrap(), b.lower.unwrap(), 1e-9);
        close(one.parameters[1].standard_error.unwrap(), other.parameters[1].standard_error.unwrap(), 1e-8);
    }

    #[test]
    fn what_the_data_cannot_say_is_said() {
        let options = CurveFitOptions { form: CurveForm::MichaelisMenten, ..CurveFitOptions::default() };
        let x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let straight = fit_curve(&x, &[2.0, 4.0, 6.0, 8.0, 10.0, 12.0], None, options, &mut ignore).unwrap();
        assert_eq!(straight.diagnosis, FitDiagnosis::NotIdentified);
        assert!(straight.message.contains("no saturation") && straight.covariance.is_none(), "{straight:?}");
        let early = fit_curve(&x, &[1.9, 3.7, 5.2, 6.6, 7.9, 9.0], None, options, &mut ignore).unwrap();
        assert_eq!(early.diagnosis, FitDiagnosis::Extrapolation);
        assert!(early.response_at(10.0).unwrap().is_extrapolated);
        let two = fit_curve(&[1.0, 3.0], &[1.0, 2.0], None, options, &mut ignore).unwrap();
        assert_eq!(two.diagnosis, FitDiagnosis::ExactFit);
        assert_eq!(two.parameters[0].standard_error, None);
        let code = |x: &[f64], y: &[f64]| {
            fit_curve(x, y, None, options, &mut ignore).unwrap_err().code().to_string()
        };
        let falling = [6.0, 5.0, 4.0, 3.0, 2.0, -9.0];
        assert_eq!(
            fit_curve(&x, &falling, None, options, &mut ignore).unwrap().diagnosis,
            FitDiagnosis::NotIdentified
        );
        let above = CurveFitOptions { intercept: true, ..options };
        assert_eq!(fit_curve(&x, &falling, None, above, &mut ignore).unwrap_err().code(), "no_lift");
        assert_eq!(code(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]), "insufficient_data");
        assert_eq!(code(&[0.0, 0.0, 1.0], &[1.0, 2.0, 3.0]), "insufficient_data");
        assert_eq!(code(&[], &[]), "insufficient_data");
        assert_eq!(code(&[1.0, 2.0], &[1.0]), "length_mismatch");
        assert_eq!(code(&[1.0, f64::NAN], &[1.0, 2.0]), "nan_input");
        assert_eq!(code(&[1.0, 2.0], &[1.0, f64::INFINITY]), "infinite_input");
        assert_eq!(CurveForm::parse("cubic").unwrap_err().code(), "unknown_form");
    }

    #[test]
    fn input_for_a_marginal_return() {
        let curve = Curve::MichaelisMenten { maximum: 1000.0, half_saturation: 50.0 };
        // 1000 * 50 / (50 + x)^2 = 5 at x = 50.
        close(input_for_marginal_return(curve, 5.0).unwrap(), 50.0, 1e-14);
        assert_eq!(input_for_marginal_return(curve, 21.0).unwrap_err().code(), "never");
        let straight = Curve::Power { scale: 2.0, exponent: 1.0 };
        assert_eq!(input_for_marginal_return(straight, 1.0).unwrap_err().code(), "not_reached");
        let hill = Curve::Hill { maximum: 100.0, alpha: 3.0, inflexion: 10.0 };
        let x = input_for_marginal_return(hill, 2.0).unwrap();
        assert!(x > hill.turning_point());
        close(hill.slope(x), 2.0, 1e-12);
    }
}
