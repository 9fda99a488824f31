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

/// The formula of an entry, in the forms that callers need.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kernel {
    /// Numbers in, a number out.
    Elementwise(Elementwise),
    /// Lists in; domains have been checked.
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

/// Numerator and denominator at one row, or the refusal of a function that the formula calls.
pub(crate) type Parts = fn(&[f64]) -> Result<(f64, f64), Status>;

/// Columns of equal length in, a column out; false if any row has no value.
pub(crate) type ColumnLoop = fn(&[&[f64]], &mut [f64]) -> bool;

/// A formula over numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Elementwise {
    /// Numerator and denominator at one row; the denominator of a plain value is one.
    pub(crate) parts: Parts,
    /// What the denominator is.
    pub(crate) kind: Kind,
    /// The condition that refuses a row, counted from one among the entry's own.
    pub(crate) refused: Option<fn(&[f64]) -> u8>,
    /// Rows of equal length, checks included; false if any row has no value.
    pub(crate) block: Option<ColumnLoop>,
}

/// What the denominator of a formula is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// None.
    Value,
    /// A denominator of zero is the record's first condition.
    Ratio,
    /// The entry's first condition refuses the denominator.
    RatioWithOwnRefusal,
}

/// A result that can be written; anything else has grown beyond the largest number.
#[inline]
pub(crate) fn finite(value: f64) -> Result<f64, Refusal> {
    if value.abs() <= f64::MAX { Ok(value) } else { Err(Refusal::result(Status::Unbounded)) }
}

/// What a formula may give: a number, or the result of a function that refuses by itself.
pub(crate) trait IntoNumber {
    /// The number over a denominator of one, or the refusal.
    fn parts(self) -> Result<(f64, f64), Status>;
    /// The number, or NaN.
    #[cfg_attr(not(feature = "column-kernels"), allow(dead_code))]
    fn or_nan(self) -> f64;
}
impl IntoNumber for f64 {
    #[inline]
    fn parts(self) -> Result<(f64, f64), Status> {
        Ok((self, 1.0))
    }
    #[inline(always)]
    #[allow(clippy::inline_always)] // a call would stop the vectoriser
    fn or_nan(self) -> f64 {
        self
    }
}
impl IntoNumber for crate::Result<f64> {
    fn parts(self) -> Result<(f64, f64), Status> {
        match self {
            Ok(value) => Ok((value, 1.0)),
            Err(error) => Err(error.status().unwrap_or(Status::Infeasible)),
        }
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

    /// The value at one row of numbers.
    pub(crate) fn row(&self, values: &[f64]) -> Result<f64, Refusal> {
        let Kernel::Elementwise(elementwise) = &self.kernel else { return Err(Refusal::SHAPE) };
        for (at, (input, value)) in (0_u8..).zip(self.inputs.iter().zip(values)) {
            if !input.domain.contains(*value) {
                return Err(Refusal::input(at, *value));
            }
        }
        let is_plain_ratio = elementwise.kind == Kind::Ratio;
        let parts = (elementwise.parts)(values);
        if is_plain_ratio && matches!(parts, Ok((_, 0.0))) {
            return Err(Refusal::condition(0, Status::ZeroDenominator));
        }
        if let Some(refused) = elementwise.refused {
            let number = refused(values);
            if number > 0 {
                let at = number - 1 + u8::from(is_plain_ratio);
                let status = self.conditions.get(usize::from(at)).map_or(Status::Infeasible, |c| c.status);
                return Err(Refusal::condition(at, status));
            }
        }
        let (numerator, denominator) = parts.map_err(Refusal::result)?;
        finite(numerator / denominator)
    }

    /// The value at numbers.
    pub(crate) fn number(&self, values: &[f64]) -> crate::Result<f64> {
        self.row(values).map_err(|refusal| self.explain_row(refusal, values))
    }

    /// The sentence for a refusal of numbers.
    pub(crate) fn explain_row(&self, refusal: Refusal, values: &[f64]) -> Error {
        let arguments: Vec<_> = values.iter().map(|value| Argument::Number(*value)).collect();
        self.explain(refusal, &arguments)
    }

    /// The output at lists.
    pub(crate) fn reduced(&self, arguments: &[Argument<'_>]) -> Result<Output, Refused> {
        let Kernel::Reduce(reduce) = self.kernel else { return Err(Refusal::SHAPE.into()) };
        for (at, (input, argument)) in (0_u8..).zip(self.inputs.iter().zip(arguments)) {
            if let Some((_, value)) = first_outside(argument, input.domain) {
                return Err(Refusal::input(at, value).into());
            }
        }
        reduce(arguments)
    }

    /// The output at arguments of the entry's shapes.
    pub(crate) fn reduce(&self, arguments: &[Argument<'_>]) -> crate::Result<Output> {
        self.reduced(arguments).map_err(|refused| self.explain_refused(refused, arguments))
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
