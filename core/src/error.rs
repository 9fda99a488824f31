//! Errors and statuses: why a number could not be given.
//!
//! A [`Status`] says why one value is missing; its strings are the same in Rust, Python and JavaScript.
//! An [`Error`] is a status, or another refusal, together with one sentence for a person.

use crate::shown::Shown;
use std::borrow::Cow;
use std::fmt;

/// Why a value could not be computed. The strings are the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum Status {
    /// An input is not a number (missing).
    NanInput = 1,
    /// An input is infinite.
    InfiniteInput,
    /// An input lies outside its domain (a negative count, a share above one).
    OutOfDomain,
    /// The denominator is zero.
    ZeroDenominator,
    /// The inputs contradict each other (a part larger than the whole).
    Infeasible,
    /// The quantity has no upper limit, or exceeds the largest number that can be written.
    Unbounded,
    /// An infinite sum does not converge.
    Divergent,
    /// Too few values.
    InsufficientData,
    /// The inputs do not determine the quantity.
    NotIdentified,
    /// A spread of zero where a spread is needed.
    ZeroVariance,
    /// No lift to spread the cost over.
    NoLift,
    /// The event never happens.
    Never,
    /// The target is not reached.
    NotReached,
    /// The question lies outside the data.
    Extrapolation,
    /// Inputs that belong together differ in length.
    LengthMismatch,
    /// The peak lies at the start (diffusion without imitation).
    PeakAtZero,
}

impl Status {
    /// Every status, in the order of its code.
    pub const ALL: [Self; 16] = [
        Self::NanInput,
        Self::InfiniteInput,
        Self::OutOfDomain,
        Self::ZeroDenominator,
        Self::Infeasible,
        Self::Unbounded,
        Self::Divergent,
        Self::InsufficientData,
        Self::NotIdentified,
        Self::ZeroVariance,
        Self::NoLift,
        Self::Never,
        Self::NotReached,
        Self::Extrapolation,
        Self::LengthMismatch,
        Self::PeakAtZero,
    ];

    /// The stable name, as in Python and JavaScript.
    ///
    /// ```
    /// assert_eq!(ukur::Status::ZeroDenominator.as_str(), "zero_denominator");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NanInput => "nan_input",
            Self::InfiniteInput => "infinite_input",
            Self::OutOfDomain => "out_of_domain",
            Self::ZeroDenominator => "zero_denominator",
            Self::Infeasible => "infeasible",
            Self::Unbounded => "unbounded",
            Self::Divergent => "divergent",
            Self::InsufficientData => "insufficient_data",
            Self::NotIdentified => "not_identified",
            Self::ZeroVariance => "zero_variance",
            Self::NoLift => "no_lift",
            Self::Never => "never",
            Self::NotReached => "not_reached",
            Self::Extrapolation => "extrapolation",
            Self::LengthMismatch => "length_mismatch",
            Self::PeakAtZero => "peak_at_zero",
        }
    }

    /// The status of a code of a status column; zero (a value is there) gives `None`.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code).wrapping_sub(1)).copied()
    }

    /// True where the input itself is wrong, and a column call refuses: infinite, outside the domain, of
    /// another length. A missing value or an undefined result is no mistake of the caller.
    pub const fn is_invalid_input(self) -> bool {
        matches!(self, Self::InfiniteInput | Self::OutOfDomain | Self::LengthMismatch)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Status {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Coarse classes of [`Error`]: one foreign exception type each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument is wrong. Python `InvalidInputError` (a `ValueError`), JavaScript `RangeError`.
    InvalidInput,
    /// The arguments are legal, but the quantity has no value there. Python `UndefinedError` (an
    /// `ArithmeticError`), JavaScript `RangeError`.
    Undefined,
    /// An argument is of the wrong type. Python `InvalidTypeError` (`TypeError` and `ValueError`), JavaScript
    /// `TypeError`.
    InvalidType,
    /// A fit found no answer. Python `ConvergenceError` (a `RuntimeError`), JavaScript `Error`.
    Convergence,
    /// The caller stopped the work.
    Cancelled,
}

/// A refusal: what, where, what was expected. One sentence, and a stable [`code`](Error::code).
///
/// A word wide: what it says lies elsewhere, so that a `Result` of a number is passed on in two registers, and not
/// copied from frame to frame.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no result.
    #[error("{0}")]
    Refused(Box<ErrorDetail>),
    /// The caller stopped the work.
    #[error("the work was stopped by the caller")]
    Cancelled,
}

/// What an [`Error`] says.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorDetail {
    /// A value of an argument is missing, infinite or outside its domain.
    #[error("`{argument}` must be {expected}, got {}{}", Number(*value), Row(*row))]
    InvalidValue {
        /// The argument's name.
        argument: Cow<'static, str>,
        /// `nan_input`, `infinite_input` or `out_of_domain`.
        status: Status,
        /// The rule, in words.
        expected: Cow<'static, str>,
        /// The offending value.
        value: f64,
        /// Its row, counted from 0, when the argument is a column.
        row: Option<usize>,
    },
    /// Every argument is legal, but the quantity has no value there.
    #[error("`{what}` has no value here ({status}): {reason}{}", Row(*row))]
    Undefined {
        /// The metric or function.
        what: Cow<'static, str>,
        /// Why.
        status: Status,
        /// The condition, in words or as a formula.
        reason: Cow<'static, str>,
        /// The row, counted from 0, when the arguments are columns.
        row: Option<usize>,
    },
    /// Two columns that belong together differ in length.
    #[error("`{left}` has {left_len} values but `{right}` has {right_len}; give columns of one length")]
    LengthMismatch {
        /// The first argument.
        left: Cow<'static, str>,
        /// Its length.
        left_len: usize,
        /// The second argument.
        right: Cow<'static, str>,
        /// Its length.
        right_len: usize,
    },
    /// Any other refusal of an argument; the message is the whole sentence.
    #[error("{message}")]
    InvalidInput {
        /// A stable code in `snake_case`.
        code: &'static str,
        /// What is wrong, where, what was expected, what to do.
        message: String,
    },
    /// An argument of the wrong type; the message is the whole sentence.
    #[error("{message}")]
    InvalidType {
        /// What is wrong, where, what was expected.
        message: String,
    },
    /// A fit could not be brought to an answer.
    #[error("{message}")]
    Convergence {
        /// A stable code in `snake_case`.
        code: &'static str,
        /// What happened and what to do.
        message: String,
    },
}

impl Error {
    // No `From`: with a second one `?` would no longer say what an error of a closure is.
    #[cold]
    #[inline(never)]
    fn refused(detail: ErrorDetail) -> Self {
        Self::Refused(Box::new(detail))
    }

    /// The argument's value is not allowed: a missing value, an infinity, or outside the domain.
    pub fn invalid(
        argument: impl Into<Cow<'static, str>>,
        expected: impl Into<Cow<'static, str>>,
        value: f64,
    ) -> Self {
        Self::of_value(argument.into(), expected.into(), value)
    }

    #[cold]
    #[inline(never)]
    fn of_value(argument: Cow<'static, str>, expected: Cow<'static, str>, value: f64) -> Self {
        let status = if value.is_nan() {
            Status::NanInput
        } else if value.is_infinite() {
            Status::InfiniteInput
        } else {
            Status::OutOfDomain
        };
        Self::refused(ErrorDetail::InvalidValue { argument, status, expected, value, row: None })
    }

    /// A legal question without an answer.
    pub fn undefined(
        what: impl Into<Cow<'static, str>>,
        status: Status,
        reason: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::refused(ErrorDetail::Undefined { what: what.into(), status, reason: reason.into(), row: None })
    }

    /// Two columns that belong together differ in length.
    pub fn lengths(
        left: impl Into<Cow<'static, str>>,
        left_len: usize,
        right: impl Into<Cow<'static, str>>,
        right_len: usize,
    ) -> Self {
        Self::refused(ErrorDetail::LengthMismatch {
            left: left.into(),
            left_len,
            right: right.into(),
            right_len,
        })
    }

    /// A refusal whose whole sentence the caller writes.
    pub fn input(code: &'static str, message: impl Into<String>) -> Self {
        Self::refused(ErrorDetail::InvalidInput { code, message: message.into() })
    }

    /// An argument of the wrong type; the caller writes the whole sentence.
    pub fn wrong_type(message: impl Into<String>) -> Self {
        Self::refused(ErrorDetail::InvalidType { message: message.into() })
    }

    /// A fit that could not be brought to an answer; the caller writes the whole sentence.
    pub fn convergence(code: &'static str, message: impl Into<String>) -> Self {
        Self::refused(ErrorDetail::Convergence { code, message: message.into() })
    }

    /// What it says, unless the caller stopped the work.
    const fn detail(&self) -> Option<&ErrorDetail> {
        match self {
            Self::Refused(detail) => Some(detail),
            Self::Cancelled => None,
        }
    }

    /// The same error, with the row (counted from 0) at which it arose.
    #[must_use]
    pub fn at_row(mut self, at: usize) -> Self {
        if let Self::Refused(detail) = &mut self {
            if let ErrorDetail::InvalidValue { row, .. } | ErrorDetail::Undefined { row, .. } = &mut **detail
            {
                *row = Some(at);
            }
        }
        self
    }

    /// [`at_row`](Self::at_row) also for a sentence of the caller's, which then ends in the row.
    pub(crate) fn at_row_in_words(self, at: usize) -> Self {
        match self.detail() {
            Some(ErrorDetail::InvalidInput { code, message }) => {
                Self::input(code, format!("{message}{}", Row(Some(at))))
            }
            _ => self.at_row(at),
        }
    }

    /// The same error with its arguments named anew, as another language spells them.
    #[must_use]
    pub fn with_arguments(mut self, rename: impl Fn(&str) -> String) -> Self {
        if let Self::Refused(detail) = &mut self {
            match &mut **detail {
                ErrorDetail::InvalidValue { argument, .. } => *argument = rename(argument).into(),
                ErrorDetail::LengthMismatch { left, right, .. } => {
                    *left = rename(left).into();
                    *right = rename(right).into();
                }
                _ => {}
            }
        }
        self
    }

    /// The row (counted from 0) at which it arose, where known.
    pub const fn row(&self) -> Option<usize> {
        match self.detail() {
            Some(ErrorDetail::InvalidValue { row, .. } | ErrorDetail::Undefined { row, .. }) => *row,
            _ => None,
        }
    }

    /// The class, one foreign exception type each.
    pub const fn kind(&self) -> ErrorKind {
        match self.detail() {
            Some(
                ErrorDetail::InvalidValue { .. }
                | ErrorDetail::LengthMismatch { .. }
                | ErrorDetail::InvalidInput { .. },
            ) => ErrorKind::InvalidInput,
            Some(ErrorDetail::Undefined { .. }) => ErrorKind::Undefined,
            Some(ErrorDetail::InvalidType { .. }) => ErrorKind::InvalidType,
            Some(ErrorDetail::Convergence { .. }) => ErrorKind::Convergence,
            None => ErrorKind::Cancelled,
        }
    }

    /// The stable code, the same in every language; a status where there is one.
    pub const fn code(&self) -> &'static str {
        match self.detail() {
            Some(ErrorDetail::InvalidValue { status, .. } | ErrorDetail::Undefined { status, .. }) => {
                status.as_str()
            }
            Some(ErrorDetail::LengthMismatch { .. }) => Status::LengthMismatch.as_str(),
            Some(ErrorDetail::InvalidInput { code, .. } | ErrorDetail::Convergence { code, .. }) => code,
            Some(ErrorDetail::InvalidType { .. }) => "invalid_type",
            None => "cancelled",
        }
    }

    /// The status, where the error is one.
    pub const fn status(&self) -> Option<Status> {
        match self.detail() {
            Some(ErrorDetail::InvalidValue { status, .. } | ErrorDetail::Undefined { status, .. }) => {
                Some(*status)
            }
            Some(ErrorDetail::LengthMismatch { .. }) => Some(Status::LengthMismatch),
            _ => None,
        }
    }
}

/// A number as people read it.
struct Number(f64);
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_nan() {
            f.write_str("NaN (a missing value)")
        } else if self.0.abs() >= 1e16 || (self.0 != 0.0 && self.0.abs() < 1e-5) {
            fmt::LowerExp::fmt(&Shown(self.0), f)
        } else {
            fmt::Display::fmt(&Shown(self.0), f)
        }
    }
}

/// The place in a column, if any.
struct Row(Option<usize>);
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(row) => write!(f, " (row {row}, counted from 0)"),
            None => Ok(()),
        }
    }
}
