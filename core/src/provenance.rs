//! Whether a number was measured, estimated or modelled, and what that makes of the numbers computed from it.

use crate::{Error, Result};

/// Where a number comes from, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Provenance {
    /// Counted or recorded: by the platform, the till, the ledger.
    Measured,
    /// Inferred from a sample or from other figures: a tool's estimate of reach.
    Estimated,
    /// The output of a model or an assumption: a forecast, a conversion rate taken from an article.
    Modelled,
}

impl Provenance {
    /// The stable name, as in Python and JavaScript.
    ///
    /// ```
    /// assert_eq!(ukur::Provenance::Estimated.as_str(), "estimated");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Estimated => "estimated",
            Self::Modelled => "modelled",
        }
    }

    /// The mark of that name.
    ///
    /// # Errors
    /// `unknown_provenance`.
    ///
    /// ```
    /// assert_eq!(ukur::Provenance::parse("modelled")?, ukur::Provenance::Modelled);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn parse(name: &str) -> Result<Self> {
        [Self::Measured, Self::Estimated, Self::Modelled]
            .into_iter()
            .find(|mark| mark.as_str() == name)
            .ok_or_else(|| {
                Error::input(
                    "unknown_provenance",
                    format!("a mark must be \"measured\", \"estimated\" or \"modelled\", got \"{name}\""),
                )
            })
    }
}

/// What is known of a result from the marks of its inputs: the worst of them. Where the worst mark is `Measured` and
/// an input has none, nothing is known of the result.
///
/// ```
/// use ukur::Provenance::{Estimated, Measured};
/// assert_eq!(ukur::provenance::worst(&[Some(Measured), Some(Estimated)]), Some(Estimated));
/// assert_eq!(ukur::provenance::worst(&[None, Some(Estimated)]), Some(Estimated));
/// assert_eq!(ukur::provenance::worst(&[None, Some(Measured)]), None);
/// ```
pub fn worst(marks: &[Option<Provenance>]) -> Option<Provenance> {
    match marks.iter().copied().flatten().max() {
        Some(Provenance::Measured) if marks.contains(&None) => None,
        worst => worst,
    }
}
