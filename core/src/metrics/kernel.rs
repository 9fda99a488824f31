//! How a metric computes, and how it refuses.

use super::argument::{Argument, Output, first_outside};
use super::arithmetic::sum;
use crate::catalogue::{Metric, quoted};
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
    /// Lists in.
    Reduce(Reduce),
}

/// A formula over lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reduce {
    /// The result; domains have been checked.
    pub(crate) whole: fn(&[Argument<'_>]) -> Result<Output, Refused>,
    /// Where the lists are rows whose numerators and denominators are added: both at one row.
    pub(crate) rows: Option<Parts>,
}

/// The sum of the numerators of rows over the sum of their denominators; a number stands for every row.
pub(crate) fn pooled(arguments: &[Argument<'_>], parts: Parts) -> Result<f64, Status> {
    let rows =
        arguments.iter().find_map(|a| if let Argument::List(list) = a { Some(list.len()) } else { None });
    let rows = rows.unwrap_or(0);
    let (mut numerators, mut denominators) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    let mut values = [0.0; MOST_INPUTS];
    for row in 0..rows {
        for (value, argument) in values.iter_mut().zip(arguments) {
            *value = match argument {
                Argument::Number(number) => *number,
                Argument::List(list) => list.get(row).copied().unwrap_or(f64::NAN),
                _ => f64::NAN,
            };
        }
        let (numerator, denominator) = numerator_and_denominator(parts, &values)?;
        numerators.push(numerator);
        denominators.push(denominator);
    }
    Ok(sum(&numerators) / sum(&denominators))
}

/// Numerator and denominator at one row, or the refusal of a function that the formula calls.
pub(crate) fn numerator_and_denominator(parts: Parts, values: &[f64]) -> Result<(f64, f64), Status> {
    let mut inputs = [0.0; MOST_INPUTS];
    for (slot, value) in inputs.iter_mut().zip(values) {
        *slot = *value;
    }
    let mut below = Below::ONE;
    let numerator = parts(&inputs, &mut below);
    below.refused.map_or(Ok((numerator, below.denominator)), Err)
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

/// The most inputs of an elementwise metric: a fixed number, so that a formula takes its own without a check.
pub(crate) const MOST_INPUTS: usize = 8;

/// The inputs of one row, in the order of the entry; what is behind them has no meaning.
pub(crate) type Inputs = [f64; MOST_INPUTS];

/// What stands below a formula's line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Below {
    /// The denominator; of a plain value it is one.
    pub(crate) denominator: f64,
    /// The refusal of a function that the formula calls.
    pub(crate) refused: Option<Status>,
}

impl Below {
    const ONE: Self = Self { denominator: 1.0, refused: None };
}

/// The numerator at one row; what is below it goes into the second argument, which comes as [`Below::ONE`].
pub(crate) type Parts = fn(&Inputs, &mut Below) -> f64;

/// Columns of equal length in, a column out; false if any row has no value.
#[cfg(feature = "column-kernels")]
pub(crate) type ColumnLoop = fn(&[&[f64]], &mut [f64]) -> bool;

/// A formula over numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Elementwise {
    /// Numerator and denominator at one row.
    pub(crate) parts: Parts,
    /// What the denominator is.
    pub(crate) kind: Kind,
    /// The condition that refuses a row, counted from one among the entry's own.
    pub(crate) refused: Option<fn(&Inputs) -> u8>,
    /// Rows of equal length, checks included; false if any row has no value.
    #[cfg(feature = "column-kernels")]
    pub(crate) block: ColumnLoop,
}

#[cfg(feature = "column-kernels")]
impl Elementwise {
    /// Fills a block of rows at once; false if any row has no value.
    pub(crate) fn fill_block(&self, columns: &[&[f64]], out: &mut [f64]) -> bool {
        (self.block)(columns, out)
    }
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
    /// The number, or anything and the refusal.
    fn over(self, below: &mut Below) -> f64;
    /// The number, or NaN.
    #[cfg_attr(not(feature = "column-kernels"), allow(dead_code))]
    fn or_nan(self) -> f64;
}
impl IntoNumber for f64 {
    #[inline]
    fn over(self, _: &mut Below) -> f64 {
        self
    }
    #[inline(always)]
    #[allow(clippy::inline_always)] // a call would stop the vectoriser
    fn or_nan(self) -> f64 {
        self
    }
}
impl IntoNumber for crate::Result<f64> {
    fn over(self, below: &mut Below) -> f64 {
        match self {
            Ok(value) => value,
            Err(error) => {
                below.refused = Some(error.status().unwrap_or(Status::Infeasible));
                f64::NAN
            }
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
                    quoted(&mut self.inputs.iter().map(|input| input.name), ", ")
                ),
            ),
        }
    }

    /// The value at one row of numbers.
    pub(crate) fn row(&self, values: &[f64]) -> Result<f64, Refusal> {
        let Kernel::Elementwise(elementwise) = &self.kernel else { return Err(Refusal::SHAPE) };
        let mut inputs = [0.0; MOST_INPUTS];
        for (at, ((input, value), slot)) in (0_u8..).zip(self.inputs.iter().zip(values).zip(&mut inputs)) {
            if !input.domain.contains(*value) {
                return Err(Refusal::input(at, *value));
            }
            *slot = *value;
        }
        let is_plain_ratio = elementwise.kind == Kind::Ratio;
        let mut below = Below::ONE;
        let numerator = (elementwise.parts)(&inputs, &mut below);
        if is_plain_ratio && below.denominator == 0.0 {
            return Err(Refusal::condition(0, Status::ZeroDenominator));
        }
        if let Some(refused) = elementwise.refused {
            let number = refused(&inputs);
            if number > 0 {
                let at = number - 1 + u8::from(is_plain_ratio);
                let status = self.conditions.get(usize::from(at)).map_or(Status::Infeasible, |c| c.status);
                return Err(Refusal::condition(at, status));
            }
        }
        if let Some(status) = below.refused {
            return Err(Refusal::result(status));
        }
        finite(numerator / below.denominator)
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
        (reduce.whole)(arguments)
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
