//! How a metric computes, and how it refuses.

use super::argument::{Argument, Output, first_outside};
use crate::catalogue::Metric;
use crate::{Error, Status};

/// Why a formula gave no value, small enough to be passed row by row; [`Metric::explain`] makes the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: Status,
    /// The input, or the condition, by position.
    at: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Input(u8),
    Condition(u8),
    Result,
    Shape,
}

impl Refusal {
    /// Arguments that do not fit the entry: the doors of the module prevent it.
    pub(crate) const SHAPE: Self = Self { status: Status::LengthMismatch, at: Place::Shape };

    /// An input outside its domain.
    #[cold]
    pub(crate) const fn input(at: u8, value: f64) -> Self {
        let status = if value.is_nan() {
            Status::NanInput
        } else if value.is_infinite() {
            Status::InfiniteInput
        } else {
            Status::OutOfDomain
        };
        Self { status, at: Place::Input(at) }
    }

    /// A condition of the entry.
    #[cold]
    pub(crate) const fn condition(at: u8, status: Status) -> Self {
        Self { status, at: Place::Condition(at) }
    }

    /// True for the first condition: in a ratio, the denominator.
    pub(crate) const fn is_first_condition(self) -> bool {
        matches!(self.at, Place::Condition(0))
    }

    /// A refusal of the formula itself.
    #[cold]
    pub(crate) const fn result(status: Status) -> Self {
        Self { status, at: Place::Result }
    }
}

/// Numerator and denominator at one row.
pub(crate) type Parts = fn(&[f64]) -> (f64, f64);

/// The formula of an entry, in the forms that callers need.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kernel {
    /// Numbers in, a number out.
    Elementwise {
        /// One row, with every check.
        number: fn(&[f64]) -> Result<f64, Refusal>,
        /// Rows of equal length; false if any row has no value.
        block: fn(&[&[f64]], &mut [f64]) -> bool,
        /// Numerator and denominator of a ratio.
        parts: Option<Parts>,
    },
    /// Lists in.
    Reduce(fn(&[Argument<'_>]) -> Result<Output, Refused>),
}

/// Why a reduction gave no value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Refused {
    /// A refusal of the entry.
    Entry(Refusal),
    /// The error of the function that the entry calls, in its own words.
    Called(Error),
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Entry(refusal)
    }
}

impl Refused {
    /// The status, if it has one.
    pub(crate) fn status(&self) -> Option<Status> {
        match self {
            Self::Entry(refusal) => Some(refusal.status),
            Self::Called(error) => error.status(),
        }
    }
}

/// A result that can be written; anything else has grown beyond the largest number.
#[inline]
pub(crate) fn finite(value: f64) -> Result<f64, Refusal> {
    if value.abs() <= f64::MAX { Ok(value) } else { Err(Refusal::result(Status::Unbounded)) }
}

/// What a formula may give: a number, or the result of a function that refuses by itself.
pub(crate) trait IntoNumber {
    /// A number that can be written, or the refusal.
    fn checked(self) -> Result<f64, Refusal>;
    /// The number, or NaN.
    fn or_nan(self) -> f64;
}
impl IntoNumber for f64 {
    #[inline]
    fn checked(self) -> Result<f64, Refusal> {
        finite(self)
    }
    #[inline(always)]
    #[allow(clippy::inline_always)] // a call would stop the vectoriser
    fn or_nan(self) -> f64 {
        self
    }
}
impl IntoNumber for crate::Result<f64> {
    fn checked(self) -> Result<f64, Refusal> {
        self.map_or_else(|error| Err(Refusal::result(error.status().unwrap_or(Status::Infeasible))), finite)
    }
    fn or_nan(self) -> f64 {
        self.unwrap_or(f64::NAN)
    }
}

impl Metric {
    /// The sentence for a refusal.
    pub(crate) fn explain(&self, refusal: Refusal, arguments: &[Argument<'_>]) -> Error {
        match refusal.at {
            Place::Input(at) => {
                let at = usize::from(at);
                if let (Some(input), Some(argument)) = (self.inputs.get(at), arguments.get(at)) {
                    if let Some((row, value)) = first_outside(argument, input.domain) {
                        let error = Error::invalid(input.name, input.domain.expected(), value);
                        return row.map_or_else(|| error.clone(), |row| error.clone().at_row(row));
                    }
                }
                Error::undefined(self.id, refusal.status, "an input is outside its domain")
            }
            Place::Condition(at) => {
                let reason = self.conditions.get(usize::from(at)).map_or("", |condition| condition.when);
                Error::undefined(self.id, refusal.status, reason)
            }
            Place::Result => {
                let reason = match refusal.status {
                    Status::Unbounded => "the result exceeds the largest number that can be written",
                    _ => "the formula has no value at these inputs",
                };
                Error::undefined(self.id, refusal.status, reason)
            }
            Place::Shape => Error::input(
                "wrong_arguments",
                format!(
                    "`{}` takes {}",
                    self.id,
                    self.inputs
                        .iter()
                        .map(|input| format!("`{}`", input.name))
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            ),
        }
    }

    /// The value at numbers.
    pub(crate) fn number(&self, values: &[f64]) -> crate::Result<f64> {
        let result = match self.kernel {
            Kernel::Elementwise { number, .. } => number(values),
            Kernel::Reduce(_) => Err(Refusal::SHAPE),
        };
        result.map_err(|refusal| {
            let arguments: Vec<_> = values.iter().map(|value| Argument::Number(*value)).collect();
            self.explain(refusal, &arguments)
        })
    }

    /// The output at arguments of the entry's shapes.
    pub(crate) fn reduce(&self, arguments: &[Argument<'_>]) -> crate::Result<Output> {
        let result = match self.kernel {
            Kernel::Reduce(reduce) => reduce(arguments),
            Kernel::Elementwise { .. } => Err(Refusal::SHAPE.into()),
        };
        result.map_err(|refused| self.explain_refused(refused, arguments))
    }

    /// The sentence for a refusal of a reduction.
    pub(crate) fn explain_refused(&self, refused: Refused, arguments: &[Argument<'_>]) -> Error {
        match refused {
            Refused::Entry(refusal) => self.explain(refusal, arguments),
            Refused::Called(error) => error,
        }
    }

    /// The output as the type that the entry names.
    pub(crate) fn reduce_typed<T: super::argument::FromOutput>(
        &self,
        arguments: &[Argument<'_>],
    ) -> crate::Result<T> {
        let output = self.reduce(arguments)?;
        T::from_output(output).ok_or_else(|| self.explain(Refusal::SHAPE, arguments))
    }
}
