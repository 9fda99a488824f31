//! What a fit found: a maximum, a boundary, a ridge, or too little data, in words.

use super::fitting::{DataFacts, FURTHEST};
use super::model::Named;
use crate::numerics::linear_algebra::symmetric_eigen;
use crate::numerics::optimise::{Maximum, Stop};
use crate::shown::Shown;

/// Below this information about a direction of the logarithms (a standard error of 10, a factor of 20,000 either
/// way) the data say nothing about it.
const LEAST_INFORMATION: f64 = 0.01;

/// What a fit found, as a stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DiagnosisCode {
    /// A maximum with curvature in every direction.
    Converged,
    /// The likelihood keeps rising as one parameter goes to zero or to infinity.
    Boundary,
    /// The likelihood is flat along a direction in which several parameters move together.
    Ridge,
    /// Several different answers explain the data equally well.
    NotIdentified,
    /// Too few customers or purchases to say anything.
    TooLittleData,
    /// The search ended without a maximum.
    NotConverged,
}

impl DiagnosisCode {
    /// Every code.
    pub const ALL: [Self; 6] = [
        Self::Converged,
        Self::Boundary,
        Self::Ridge,
        Self::NotIdentified,
        Self::TooLittleData,
        Self::NotConverged,
    ];

    /// The stable name, as in Python and JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Converged => "converged",
            Self::Boundary => "boundary",
            Self::Ridge => "ridge",
            Self::NotIdentified => "not_identified",
            Self::TooLittleData => "too_little_data",
            Self::NotConverged => "not_converged",
        }
    }
}

/// What a fit found, for a program and for a person.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Diagnosis {
    /// The stable code.
    pub code: DiagnosisCode,
    /// One or two sentences: what it means and what to do.
    pub message: String,
    /// The parameters that the data do not determine.
    pub parameters: Vec<String>,
}

/// A flat direction of the likelihood, as handed to a model's own words.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'a> {
    /// Boundary, ridge or too little data.
    pub code: DiagnosisCode,
    /// The parameters that go to zero.
    pub to_zero: Vec<&'a str>,
    /// The parameters that go to infinity.
    pub to_infinity: Vec<&'a str>,
    /// The parameters where the search ended, in the order of the model's facts.
    pub values: Vec<f64>,
}

impl Finding<'_> {
    pub(crate) fn to_zero(&self, parameter: &str) -> bool {
        self.to_zero.contains(&parameter)
    }

    pub(crate) fn to_infinity(&self, parameter: &str) -> bool {
        self.to_infinity.contains(&parameter)
    }

    /// Whether the likelihood has no maximum inside.
    pub(crate) fn is_flat(&self) -> bool {
        matches!(self.code, DiagnosisCode::Boundary | DiagnosisCode::Ridge)
    }

    /// Whether two parameters go to infinity together.
    pub(crate) fn grow_together(&self, one: &str, other: &str) -> bool {
        self.code == DiagnosisCode::Ridge && self.to_infinity(one) && self.to_infinity(other)
    }

    /// Whether two parameters go to zero together.
    pub(crate) fn vanish_together(&self, one: &str, other: &str) -> bool {
        self.code == DiagnosisCode::Ridge && self.to_zero(one) && self.to_zero(other)
    }
}

/// What the end of a search means.
pub(crate) fn judge(
    spec: &Named,
    all: &[&str],
    found: &Maximum,
    start: &[f64],
    facts: DataFacts,
) -> Diagnosis {
    let n = all.len();
    let say = |code, to_zero: Vec<&str>, to_infinity: Vec<&str>, general: String| {
        let values = found.at.iter().map(|v| libm::exp(*v)).collect();
        let finding = Finding { code, to_zero, to_infinity, values };
        let message = (spec.explain)(&finding).map_or(general, str::to_owned);
        let parameters =
            finding.to_zero.iter().chain(&finding.to_infinity).map(|p| (*p).to_owned()).collect();
        Diagnosis { code, message, parameters }
    };
    if facts.informative <= 0.0 || facts.customers < n as f64 {
        let message = if facts.informative <= 0.0 {
            "no customer informs this model (nobody purchased again): the parameters below mean nothing; observe \
             for longer, or check how the histories were made"
                .to_owned()
        } else {
            format!(
                "so few customers ({}) cannot determine {n} parameters: fit more of them",
                Shown(facts.customers)
            )
        };
        return say(DiagnosisCode::TooLittleData, vec![], vec![], message);
    }
    let information: Vec<f64> = found.evaluation.hessian.iter().map(|v| -v).collect();
    let Some(eigen) = symmetric_eigen(&information, n) else {
        return say(
            DiagnosisCode::NotConverged,
            vec![],
            vec![],
            "the likelihood is not finite at the best point found".to_owned(),
        );
    };
    let largest = eigen.values.last().copied().unwrap_or(0.0);
    let flat: Vec<usize> =
        (0..n).filter(|&k| eigen.values[k] < LEAST_INFORMATION.max(1e-12 * largest)).collect();
    // However large the weights: a parameter at the edge of the search has no maximum inside.
    let at_edge: Vec<usize> = (0..n).filter(|&i| (found.at[i] - start[i]).abs() > FURTHEST - 0.5).collect();
    if flat.is_empty() && at_edge.is_empty() {
        return if found.stop == Stop::Iterations {
            say(
                DiagnosisCode::NotConverged,
                vec![],
                vec![],
                format!(
                    "the search did not end within {} iterations; raise `max_iterations`",
                    found.iterations
                ),
            )
        } else if found.stop == Stop::Converged {
            Diagnosis {
                code: DiagnosisCode::Converged,
                message: "a maximum was found, and the data determine every parameter".to_owned(),
                parameters: Vec::new(),
            }
        } else {
            say(
                DiagnosisCode::NotConverged,
                vec![],
                vec![],
                "the search stalled before the slope vanished; the estimates are rough".to_owned(),
            )
        };
    }
    // A parameter takes part in a flat direction when it carries a tenth of it or more.
    let moving: Vec<usize> = (0..n)
        .filter(|&i| {
            at_edge.contains(&i)
                || flat.iter().map(|&k| eigen.vectors[k][i] * eigen.vectors[k][i]).sum::<f64>() > 0.1
        })
        .collect();
    let names = |rule: &dyn Fn(f64) -> bool| -> Vec<&str> {
        moving.iter().filter(|&&i| rule(found.at[i] - start[i])).map(|&i| all[i]).collect()
    };
    let to_zero = names(&|moved| moved < -3.0);
    let to_infinity = names(&|moved| moved > 3.0);
    let direction = |to_zero: &[&str], to_infinity: &[&str]| {
        to_zero
            .iter()
            .map(|p| format!("{p} goes to 0"))
            .chain(to_infinity.iter().map(|p| format!("{p} goes to infinity")))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let words = direction(&to_zero, &to_infinity);
    if to_zero.len() + to_infinity.len() == 0 {
        let undetermined: Vec<&str> = moving.iter().map(|&i| all[i]).collect();
        let message = format!(
            "the data do not determine {}: very different values explain them equally well",
            undetermined.join(", ")
        );
        return Diagnosis {
            code: DiagnosisCode::NotIdentified,
            message,
            parameters: undetermined.into_iter().map(str::to_owned).collect(),
        };
    }
    if to_zero.len() + to_infinity.len() == 1 && moving.len() == 1 {
        let general = format!("the likelihood has no inner maximum: {words}");
        return say(DiagnosisCode::Boundary, to_zero, to_infinity, general);
    }
    let general = format!("the likelihood is flat along a ridge: {words}; only a combination is determined");
    say(DiagnosisCode::Ridge, to_zero, to_infinity, general)
}
