//! The values an input may take.

use crate::Status;

/// The values an input may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Domain {
    /// Any finite number.
    Real,
    /// A finite number, zero or above.
    NonNegative,
    /// A finite number above zero.
    Positive,
    /// A finite number above minus one.
    AboveMinusOne,
    /// A finite number, one or above.
    AtLeastOne,
    /// A share, both ends included.
    Fraction,
    /// A share strictly between zero and one.
    OpenFraction,
    /// A share, zero included, one not.
    FractionBelowOne,
    /// From minus one to one.
    Correlation,
    /// A whole number, zero or above.
    Whole,
    /// A whole number, one or above.
    WholePositive,
    /// A whole number, two or above.
    WholeFromTwo,
    /// A whole number from one to nine: a digit of a code.
    OneToNine,
    /// Yes (1) or no (0).
    Flag,
    /// No rule (names).
    Any,
}

/// 2^52: from here on every number is whole.
const EXACT: f64 = 4_503_599_627_370_496.0;

/// Two instructions, which `f64::clamp` is not; the bound for NaN, which no caller takes for a value.
#[cfg(feature = "column-kernels")]
#[inline(always)]
#[allow(clippy::inline_always)]
fn clamped(value: f64, least: f64, most: f64) -> f64 {
    let value = if value > least { value } else { least };
    if value < most { value } else { most }
}

/// True for a whole number, without a call: adding and taking away 2^52 rounds away a fraction.
#[inline(always)]
#[allow(clippy::inline_always, clippy::needless_bitwise_bool)] // a branch or a call would stop the vectoriser
fn is_whole(value: f64) -> bool {
    (value >= EXACT) | ((value + EXACT) - EXACT == value)
}

impl Domain {
    /// True when the value is finite and allowed. Without a branch, so that loops over it vectorise.
    #[cfg_attr(feature = "column-kernels", inline(always))]
    #[cfg_attr(not(feature = "column-kernels"), inline(never))]
    #[allow(clippy::inline_always, clippy::needless_bitwise_bool, clippy::manual_range_contains)] // as above
    pub fn contains(self, value: f64) -> bool {
        let finite = value.abs() <= f64::MAX;
        match self {
            Self::Real => finite,
            Self::NonNegative => (value >= 0.0) & finite,
            Self::Positive => (value > 0.0) & finite,
            Self::AboveMinusOne => (value > -1.0) & finite,
            Self::AtLeastOne => (value >= 1.0) & finite,
            Self::Fraction => (value >= 0.0) & (value <= 1.0),
            Self::OpenFraction => (value > 0.0) & (value < 1.0),
            Self::FractionBelowOne => (value >= 0.0) & (value < 1.0),
            Self::Correlation => (value >= -1.0) & (value <= 1.0),
            Self::Whole => (value >= 0.0) & finite & is_whole(value),
            Self::WholePositive => (value >= 1.0) & finite & is_whole(value),
            Self::WholeFromTwo => (value >= 2.0) & finite & is_whole(value),
            Self::OneToNine => (value >= 1.0) & (value <= 9.0) & is_whole(value),
            Self::Flag => (value == 0.0) | (value == 1.0),
            Self::Any => true,
        }
    }

    /// True for the values that need no second look: all that [`Self::contains`] allows, except whole numbers above
    /// 2^52. A few instructions, so that a column is read about as fast as without a check.
    #[cfg(feature = "column-kernels")]
    #[inline(always)]
    #[allow(clippy::inline_always)]
    pub(crate) fn plainly_contains(self, value: f64) -> bool {
        // Adding 2^52 rounds to a whole number; the clamp leaves nothing but legal values equal to themselves.
        let whole_from = |least: f64, most: f64| ((clamped(value, least, most) + EXACT) - EXACT) == value;
        match self {
            Self::Whole => whole_from(0.0, EXACT),
            Self::WholePositive => whole_from(1.0, EXACT),
            Self::WholeFromTwo => whole_from(2.0, EXACT),
            Self::OneToNine => whole_from(1.0, 9.0),
            Self::NonNegative => clamped(value, 0.0, f64::MAX) == value,
            Self::AtLeastOne => clamped(value, 1.0, f64::MAX) == value,
            Self::Fraction => clamped(value, 0.0, 1.0) == value,
            Self::Correlation => clamped(value, -1.0, 1.0) == value,
            _ => self.contains(value),
        }
    }

    /// The status of a value that is not allowed.
    pub fn status(self, value: f64) -> Option<Status> {
        if self.contains(value) {
            None
        } else if value.is_nan() {
            Some(Status::NanInput)
        } else if value.is_infinite() {
            Some(Status::InfiniteInput)
        } else {
            Some(Status::OutOfDomain)
        }
    }

    /// The rule in words, to follow "must be".
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Real => "a finite number",
            Self::NonNegative => "a finite number >= 0",
            Self::Positive => "a finite number > 0",
            Self::AboveMinusOne => "a finite number > -1",
            Self::AtLeastOne => "a finite number >= 1",
            Self::Fraction => "a fraction from 0 to 1",
            Self::OpenFraction => "a fraction between 0 and 1, both excluded",
            Self::FractionBelowOne => "a fraction from 0 to 1, 1 excluded",
            Self::Correlation => "a number from -1 to 1",
            Self::Whole => "a whole number >= 0",
            Self::WholePositive => "a whole number >= 1",
            Self::WholeFromTwo => "a whole number >= 2",
            Self::OneToNine => "a whole number from 1 to 9",
            Self::Flag => "0 or 1",
            Self::Any => "a name",
        }
    }
}

#[cfg(all(test, feature = "column-kernels"))]
mod tests {
    use super::*;

    #[test]
    fn the_quick_check_takes_nothing_that_the_full_one_refuses() {
        let domains = [
            Domain::Real,
            Domain::NonNegative,
            Domain::Positive,
            Domain::AboveMinusOne,
            Domain::AtLeastOne,
            Domain::Fraction,
            Domain::OpenFraction,
            Domain::FractionBelowOne,
            Domain::Correlation,
            Domain::Whole,
            Domain::WholePositive,
            Domain::WholeFromTwo,
            Domain::OneToNine,
            Domain::Flag,
        ];
        let mut values = vec![0.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN_POSITIVE, 5e-324];
        for near in [1.0, 2.0, 9.0, 10.0, 1e6, EXACT / 2.0, EXACT, EXACT * 2.0, 1e300] {
            for change in [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0] {
                values.push(near + change);
            }
            values.extend([near * (1.0 + f64::EPSILON), near * (1.0 - f64::EPSILON), 1.0 / near]);
        }
        for value in values.clone() {
            values.push(-value);
        }
        for domain in domains {
            for &value in &values {
                let (quick, full) = (domain.plainly_contains(value), domain.contains(value));
                assert!(full || !quick, "{domain:?} {value}");
                let is_huge_count = value >= EXACT
                    && matches!(domain, Domain::Whole | Domain::WholePositive | Domain::WholeFromTwo);
                assert!(quick == full || is_huge_count, "{domain:?} {value}");
            }
        }
    }
}
