//! What to tell the client: a verdict in words that claims no more than the numbers.
//!
//! Four answers, and "no difference" is none of them: a difference is shown; it is shown but too small to matter;
//! equivalence within a margin is shown; or nothing is shown, and the sentence says what the data still allow.

use super::equivalence::{Equivalence, equivalence_of};
use super::estimate::{Comparison, Interval, Measure};
use crate::shown::Shown;
use crate::{Error, Result};

/// What the numbers show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Finding {
    /// A difference is shown: p below alpha and 0 outside the interval.
    Shown,
    /// A difference is shown, and it is shown to lie within the margin too: real, but too small to matter.
    ShownButSmall,
    /// Equivalence within the margin is shown.
    Equivalent,
    /// Neither a difference nor equivalence is shown.
    NotShown,
}

/// Which way the effect points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Direction {
    /// The treatment is shown to be higher.
    Higher,
    /// The treatment is shown to be lower.
    Lower,
    /// The direction is not shown.
    Unclear,
}

/// How the outcome is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum OutcomeUnit {
    /// A plain number.
    #[default]
    Number,
    /// A fraction, written in percent; its differences in percentage points.
    Share,
    /// A number with a unit behind it: "EUR", "orders".
    Named(String),
}

/// Names, unit and margin for [`verdict`].
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictOptions {
    /// What group 1 is called.
    pub treatment: String,
    /// What group 2 is called.
    pub control: String,
    /// What was measured.
    pub outcome: String,
    /// How the outcome is written.
    pub unit: OutcomeUnit,
    /// The largest effect, either way, that would not matter; on the comparison's scale (a difference, or a relative
    /// lift as a fraction). Without it equivalence is never claimed.
    pub margin: Option<f64>,
}

impl Default for VerdictOptions {
    fn default() -> Self {
        Self {
            treatment: "treatment".into(),
            control: "control".into(),
            outcome: "the outcome".into(),
            unit: OutcomeUnit::Number,
            margin: None,
        }
    }
}

/// A verdict with the numbers it stands on.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Verdict {
    /// What is shown.
    pub finding: Finding,
    /// Which way.
    pub direction: Direction,
    /// What the effect is: a difference or a relative lift.
    pub measure: Measure,
    /// The effect.
    pub estimate: f64,
    /// Its interval.
    pub interval: Interval,
    /// The p value of "no effect".
    pub p_value: f64,
    /// One minus the interval's level: the error rate that the verdict accepts.
    pub alpha: f64,
    /// The margin below which an effect does not matter, if one was given.
    pub margin: Option<f64>,
    /// The equivalence test within that margin, if one was given.
    pub equivalence: Option<Equivalence>,
    /// The verdict in words.
    pub sentence: String,
}

/// Puts a comparison into words. The error rate is one minus the level of the comparison's interval.
///
/// A difference counts as shown only when test and interval agree, which matters where the two are different
/// approximations (proportions).
///
/// # Errors
/// A margin that is not above 0; a comparison whose numbers are not finite; a level not above one half.
///
/// ```
/// use ukur::experiments::proportions::compare_proportions;
/// use ukur::experiments::verdict::{Finding, OutcomeUnit, VerdictOptions, verdict};
/// let c = compare_proportions(265.0, 10_000.0, 275.0, 10_000.0, 0.95)?;
/// let options = VerdictOptions {
///     treatment: "macro".into(),
///     control: "micro".into(),
///     outcome: "engagement rate".into(),
///     unit: OutcomeUnit::Share,
///     ..Default::default()
/// };
/// let v = verdict(&c, &options)?;
/// assert_eq!(v.finding, Finding::NotShown);
/// assert!(v.sentence.starts_with("Not shown:") && !v.sentence.contains("no difference"));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn verdict(comparison: &Comparison, options: &VerdictOptions) -> Result<Verdict> {
    let c = comparison;
    if ![c.estimate, c.standard_error, c.interval.lower, c.interval.upper, c.p_value]
        .iter()
        .all(|x| x.is_finite())
    {
        return Err(Error::input("comparison_not_finite", "every number of `comparison` must be finite"));
    }
    if !(c.interval.level > 0.5 && c.interval.level < 1.0) {
        return Err(Error::invalid(
            "comparison.interval.level",
            "a share above 0.5 and below 1",
            c.interval.level,
        ));
    }
    let alpha = 1.0 - c.interval.level;
    let equivalence = match options.margin {
        None => None,
        Some(margin) if margin.is_finite() && margin > 0.0 => {
            Some(equivalence_of(c, -margin, margin, alpha)?)
        }
        Some(margin) => return Err(Error::invalid("margin", "a number > 0", margin)),
    };
    let shown = c.p_value < alpha && !c.interval.contains(0.0);
    let small = equivalence.as_ref().is_some_and(|e| e.equivalent);
    let finding = match (shown, small) {
        (true, false) => Finding::Shown,
        (true, true) => Finding::ShownButSmall,
        (false, true) => Finding::Equivalent,
        (false, false) => Finding::NotShown,
    };
    let direction = match (shown, c.estimate > 0.0) {
        (true, true) => Direction::Higher,
        (true, false) => Direction::Lower,
        (false, _) => Direction::Unclear,
    };
    Ok(Verdict {
        finding,
        direction,
        measure: c.measure,
        estimate: c.estimate,
        interval: c.interval,
        p_value: c.p_value,
        alpha,
        margin: options.margin,
        sentence: sentence(c, options, finding, equivalence.as_ref()),
        equivalence,
    })
}

fn sentence(
    c: &Comparison,
    options: &VerdictOptions,
    finding: Finding,
    equivalence: Option<&Equivalence>,
) -> String {
    let words = Words { measure: c.measure, unit: &options.unit };
    let VerdictOptions { treatment, control, outcome, .. } = options;
    let level = percent(c.interval.level);
    let p = p_value(c.p_value);
    let (lower, upper) = (c.interval.lower, c.interval.upper);
    let values = format!("{treatment} {}, {control} {}", words.value(c.treatment), words.value(c.control));
    let amount = words.effect(c.estimate.abs());
    let direction = if c.estimate > 0.0 { "higher" } else { "lower" };
    let between = |low: f64, high: f64| {
        if c.estimate > 0.0 { words.range(low, high, "") } else { words.range(-high, -low, "") }
    };
    match finding {
        Finding::Shown => format!(
            "Shown: {outcome} is {direction} with {treatment} than with {control} by {amount} ({level} interval {}; {p}; {values}).",
            between(lower, upper)
        ),
        Finding::ShownButSmall => format!(
            "Shown, but small: {outcome} is {direction} with {treatment} than with {control} by {amount} ({level} interval {}; {p}; {values}), which lies within the {} that was said not to matter.",
            between(lower, upper),
            words.effect(options.margin.unwrap_or_default())
        ),
        Finding::Equivalent => format!(
            "Equivalent: {outcome} of {treatment} and {control} is shown to be the same within {} ({} interval {}; {values}).",
            words.effect(options.margin.unwrap_or_default()),
            equivalence.map_or(level, |e| percent(e.interval.level)),
            equivalence.map_or(String::new(), |e| words.range(e.interval.lower, e.interval.upper, "+")),
        ),
        Finding::NotShown => {
            let tail = match options.margin {
                Some(margin) => format!(" Sameness within {} is not shown either.", words.effect(margin)),
                None => " That is not evidence of sameness; more data, or a margin for an equivalence test, would be needed to say more.".to_owned(),
            };
            format!(
                "Not shown: whether {outcome} differs between {treatment} and {control} remains open; effects from {} fit the data ({level} interval; {p}; {values}).{tail}",
                words.range(lower, upper, "+")
            )
        }
    }
}

/// Values and effects as people read them.
struct Words<'a> {
    measure: Measure,
    unit: &'a OutcomeUnit,
}

impl Words<'_> {
    fn value(&self, value: f64) -> String {
        match self.unit {
            OutcomeUnit::Number => significant(value, 4),
            OutcomeUnit::Share => percent(value),
            OutcomeUnit::Named(unit) => format!("{} {unit}", significant(value, 4)),
        }
    }

    /// What an effect is multiplied by for people, and the unit behind it.
    fn scale(&self) -> (f64, &str) {
        match (self.measure, self.unit) {
            (Measure::RelativeLift, _) => (100.0, " %"),
            (Measure::Difference, OutcomeUnit::Share) => (100.0, " percentage points"),
            (Measure::Difference, OutcomeUnit::Number) => (1.0, ""),
            (Measure::Difference, OutcomeUnit::Named(unit)) => (1.0, unit),
        }
    }

    fn effect(&self, value: f64) -> String {
        let (factor, unit) = self.scale();
        let number = significant(factor * value, 3);
        let unit = if number == "1" && unit == " percentage points" { " percentage point" } else { unit };
        join(&number, unit)
    }

    /// Two effects with one unit; `plus` before the positive ones.
    fn range(&self, low: f64, high: f64, plus: &str) -> String {
        let (factor, unit) = self.scale();
        let number = |value: f64| {
            let sign = if value > 0.0 { plus } else { "" };
            format!("{sign}{}", significant(factor * value, 3))
        };
        join(&format!("{} to {}", number(low), number(high)), unit)
    }
}

fn join(number: &str, unit: &str) -> String {
    let space = if unit.is_empty() || unit.starts_with(' ') { "" } else { " " };
    format!("{number}{space}{unit}")
}

fn percent(share: f64) -> String {
    format!("{} %", significant(100.0 * share, 3))
}

fn p_value(p: f64) -> String {
    if p < 0.001 {
        "p < 0.001".to_owned()
    } else if p > 0.999 {
        "p > 0.999".to_owned()
    } else {
        format!("p = {}", significant(p, 2))
    }
}

/// A number with so many significant digits, whole numbers kept whole, thousands apart, no trailing zeros.
fn significant(value: f64, digits: i32) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = libm::floor(libm::log10(value.abs())) as i32;
    if !(-6..15).contains(&magnitude) {
        return format!("{:.*e}", (digits - 1).unsigned_abs() as usize, Shown(value));
    }
    let decimals = (digits - 1 - magnitude).max(0).unsigned_abs() as usize;
    let text = format!("{:.decimals$}", Shown(value));
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(w, f)| (w, Some(f)));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 && whole.len() > 4 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::SampleSummary;
    use crate::experiments::lift::relative_lift;
    use crate::experiments::means::compare_means;
    use crate::experiments::proportions::compare_proportions;

    fn options(margin: Option<f64>) -> VerdictOptions {
        VerdictOptions {
            treatment: "the new page".into(),
            control: "the old page".into(),
            outcome: "the sign-up rate".into(),
            unit: OutcomeUnit::Share,
            margin,
        }
    }

    #[test]
    fn the_four_answers() {
        let shown =
            verdict(&compare_proportions(600.0, 10_000.0, 500.0, 10_000.0, 0.95).unwrap(), &options(None))
                .unwrap();
        assert_eq!((shown.finding, shown.direction), (Finding::Shown, Direction::Higher));
        assert_eq!(
            shown.sentence,
            "Shown: the sign-up rate is higher with the new page than with the old page by 1 percentage point (95 % interval 0.368 to 1.63 percentage points; p = 0.0019; the new page 6 %, the old page 5 %)."
        );
        let lower =
            verdict(&compare_proportions(500.0, 10_000.0, 600.0, 10_000.0, 0.95).unwrap(), &options(None))
                .unwrap();
        assert_eq!((lower.finding, lower.direction), (Finding::Shown, Direction::Lower));
        assert!(lower.sentence.contains("lower with the new page") && lower.sentence.contains("0.368"));
        let small = verdict(
            &compare_proportions(600.0, 10_000.0, 500.0, 10_000.0, 0.95).unwrap(),
            &options(Some(0.03)),
        )
        .unwrap();
        assert_eq!(small.finding, Finding::ShownButSmall);
        let equal = verdict(
            &compare_proportions(505.0, 10_000.0, 500.0, 10_000.0, 0.95).unwrap(),
            &options(Some(0.01)),
        )
        .unwrap();
        assert_eq!((equal.finding, equal.direction), (Finding::Equivalent, Direction::Unclear));
        let open =
            verdict(&compare_proportions(55.0, 1000.0, 50.0, 1000.0, 0.95).unwrap(), &options(Some(0.01)))
                .unwrap();
        assert_eq!(open.finding, Finding::NotShown);
        for v in [shown, lower, small, equal, open] {
            let text = v.sentence.to_lowercase();
            assert!(!text.contains("no difference") && !text.contains("no effect"), "{text}");
        }
    }

    #[test]
    fn money_and_lift() {
        let t = SampleSummary { n: 5000.0, mean: 52_300.0, variance: 4.0e8 };
        let c = SampleSummary { n: 5000.0, mean: 50_100.0, variance: 4.0e8 };
        let money = VerdictOptions {
            unit: OutcomeUnit::Named("IDR".into()),
            outcome: "the basket".into(),
            ..Default::default()
        };
        let v = verdict(&compare_means(&t, &c, 0.95).unwrap(), &money).unwrap();
        assert!(
            v.sentence.contains("by 2200 IDR") && v.sentence.contains("treatment 52,300 IDR"),
            "{}",
            v.sentence
        );
        let v = verdict(&relative_lift(&t, &c, 0.95).unwrap(), &money).unwrap();
        assert!(v.sentence.contains("by 4.39 %"), "{}", v.sentence);
    }

    #[test]
    fn numbers_for_people() {
        for (value, digits, want) in [
            (0.0, 3, "0"),
            (1234567.0, 3, "1,234,567"),
            (1234.5, 3, "1234"),
            (-0.012345, 3, "-0.0123"),
            (99.96, 3, "100"),
            (2.5, 4, "2.5"),
            (1e-9, 3, "1.00e-9"),
        ] {
            assert_eq!(significant(value, digits), want);
        }
    }

    #[test]
    fn refusals() {
        let c = compare_proportions(55.0, 1000.0, 50.0, 1000.0, 0.95).unwrap();
        assert_eq!(verdict(&c, &options(Some(0.0))).unwrap_err().code(), "out_of_domain");
        assert_eq!(verdict(&c, &options(Some(f64::NAN))).unwrap_err().code(), "nan_input");
        let broken = Comparison { p_value: f64::NAN, ..c };
        assert_eq!(verdict(&broken, &options(None)).unwrap_err().code(), "comparison_not_finite");
    }
}
