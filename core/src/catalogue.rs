//! The catalogue: what a metric's entry says, and the table of all metrics.
//!
//! # Why entries look as they do
//!
//! A metric is written once, as an entry of [`metrics!`](crate::metrics) in its group's file. Two mechanisms were
//! tried on five metrics of different shape: `cpm` (plain ratio), `engagement_rate_pooled` (lists),
//! `retention_rate_period` (several statuses), `new_audience_share` (part of a whole) and
//! `unique_reach_three` (seven inputs).
//!
//! | what a newcomer writes for one more metric | rows of a callback macro | entries that make records |
//! |---|---|---|
//! | places | function, row, test vector, name list in Python | one entry |
//! | lines for the five | 110, and a file of test vectors each | 92, test vectors included |
//! | checks, zero denominator, roll-up | by hand, in each function | from the entry |
//! | loops over columns | in each binding, row by row through the function | one in core, vectorised |
//! | compiled once a metric in | core, Python, wasm | core |
//!
//! In the callback route a row names a function that is written elsewhere, and each binding expands every row
//! again; the documentation lives away from the formula, and nothing but the row's author makes the check, the
//! status and the roll-up agree. An entry of the winning route holds the formula as a Rust expression, so it is
//! type-checked and "go to definition" lands on it; from the same tokens come the function, the column loop, the
//! numerator and denominator that a roll-up sums, and a [`Metric`] record that the bindings walk. Python and
//! JavaScript faces, documentation pages and test vectors are generated from the records. Its price: the entry
//! has a small grammar of its own, described at [`metrics!`](crate::metrics).

#[cfg(all(feature = "serde", feature = "descriptions"))]
mod export;
#[cfg(any(test, not(feature = "descriptions")))]
mod packed;
#[cfg(feature = "descriptions")]
mod translations;

use crate::metrics::{Argument, Output};
use crate::sort::Order as _;
use crate::{Error, Provenance, Result, Status};

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Unit {
    /// Things or events.
    Count,
    /// Persons.
    People,
    /// Things, events or persons, whichever the caller counts.
    CountOrPeople,
    /// An amount of money, in one currency a call.
    Currency,
    /// Money for one of something: a price, a value a customer. Not additive.
    CurrencyEach,
    /// A number of things for one of something, or a limit to count up to. Not additive.
    CountEach,
    /// People for one of something: the audience of one account. Not additive.
    PeopleEach,
    /// Hours for one of something. Not additive.
    HoursEach,
    /// Loyalty points for one of something. Not additive.
    PointsEach,
    /// A fraction or a quotient of like things; 0.05 is five per cent.
    Ratio,
    /// Loyalty points.
    Points,
    /// Rating points: one is one per cent of the population reached once.
    RatingPoints,
    /// Points of the net promoter score, from -100 to 100.
    PromoterPoints,
    /// Periods of the caller's choice.
    Periods,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Quarters of a year.
    Quarters,
    /// Years.
    Years,
    /// Cycles of a viral process.
    Cycles,
    /// Per year.
    PerYear,
    /// Per minute.
    PerMinute,
    /// Per thousand.
    PerThousand,
    /// A score on a scale of the caller's choice.
    Score,
    /// An index; 100 is the benchmark.
    Index,
    /// A standardised value (standard deviations).
    StandardScore,
    /// A t statistic.
    TStatistic,
    /// Yes (1) or no (0).
    Flag,
    /// A code that stands for a class.
    Code,
    /// Names.
    Labels,
    /// Any unit, the same for all inputs of a metric that have it.
    Any,
    /// A unit of its own: a response, a variance.
    Other,
}

impl Unit {
    /// Every unit that a column may be stated to have.
    pub(crate) const STATED: [Self; 32] = [
        Self::Count,
        Self::People,
        Self::CountOrPeople,
        Self::Currency,
        Self::CurrencyEach,
        Self::CountEach,
        Self::PeopleEach,
        Self::HoursEach,
        Self::PointsEach,
        Self::Ratio,
        Self::Points,
        Self::RatingPoints,
        Self::PromoterPoints,
        Self::Periods,
        Self::Days,
        Self::Hours,
        Self::Minutes,
        Self::Seconds,
        Self::Weeks,
        Self::Months,
        Self::Quarters,
        Self::Years,
        Self::Cycles,
        Self::PerYear,
        Self::PerMinute,
        Self::PerThousand,
        Self::Score,
        Self::Index,
        Self::StandardScore,
        Self::TStatistic,
        Self::Flag,
        Self::Code,
    ];

    /// The stable name, as in the catalogue's records.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::People => "people",
            Self::CountOrPeople => "count_or_people",
            Self::Currency => "currency",
            Self::CurrencyEach => "currency_each",
            Self::CountEach => "count_each",
            Self::PeopleEach => "people_each",
            Self::HoursEach => "hours_each",
            Self::PointsEach => "points_each",
            Self::Ratio => "ratio",
            Self::Points => "points",
            Self::RatingPoints => "rating_points",
            Self::PromoterPoints => "promoter_points",
            Self::Periods => "periods",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Minutes => "minutes",
            Self::Seconds => "seconds",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Quarters => "quarters",
            Self::Years => "years",
            Self::Cycles => "cycles",
            Self::PerYear => "per_year",
            Self::PerMinute => "per_minute",
            Self::PerThousand => "per_thousand",
            Self::Score => "score",
            Self::Index => "index",
            Self::StandardScore => "standard_score",
            Self::TStatistic => "t_statistic",
            Self::Flag => "flag",
            Self::Code => "code",
            Self::Labels => "labels",
            Self::Any => "any",
            Self::Other => "other",
        }
    }

    /// True where the rows of a group may be added: counts, people, amounts, points, time spent.
    pub const fn is_additive(self) -> bool {
        matches!(
            self,
            Self::Count
                | Self::People
                | Self::CountOrPeople
                | Self::Currency
                | Self::Points
                | Self::RatingPoints
                | Self::Hours
                | Self::Minutes
        )
    }
}

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

/// What an input looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Shape {
    /// One number; a column where the metric is elementwise.
    Number,
    /// A list of numbers.
    List,
    /// A list of lists of numbers.
    Lists,
    /// A name.
    Label,
    /// A list of names.
    Labels,
    /// A list of lists of names.
    LabelLists,
    /// Names, joined by `+`, with a number each.
    Coalitions,
    /// Pairs of names with a number each.
    Edges,
}

/// How the values of parts combine into the value of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Rollup {
    /// Add the values.
    Sum,
    /// Add the numerators, add the denominators, divide once.
    RatioOfSums,
    /// Average the values, each row alike.
    MeanOfRatios,
    /// Average the values, each row alike.
    Mean,
    /// Add the inputs that can be added, keep those that are the same in every row, and compute once.
    Recompute,
    /// The values of parts say nothing about the whole.
    NotRollable,
}

impl Rollup {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::RatioOfSums => "ratio_of_sums",
            Self::MeanOfRatios => "mean_of_ratios",
            Self::Mean => "mean",
            Self::Recompute => "recompute",
            Self::NotRollable => "not_rollable",
        }
    }
}

/// One input of a metric.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Input {
    /// Its name, the same in every language.
    pub name: &'static str,
    /// One number, a list, names ...
    pub shape: Shape,
    /// What it counts or measures.
    pub unit: Unit,
    /// What values it may take.
    pub domain: Domain,
    /// What it is, in words.
    #[cfg(feature = "descriptions")]
    pub description: &'static str,
}

/// A metric's place among variants of one idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Family {
    /// The family's name.
    pub name: &'static str,
    /// True for the variant to take when nothing speaks for another.
    pub default: bool,
    /// When to take this variant.
    pub use_when: &'static str,
}

/// A condition under which the metric has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Condition {
    /// The condition, as a formula over the inputs.
    pub when: &'static str,
    /// The status it leads to.
    pub status: Status,
}

/// A known answer. The small build (without `descriptions`) carries none.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The arguments, in the order of the inputs.
    pub inputs: fn() -> Vec<Argument<'static>>,
    /// The value, or the status.
    pub expected: fn() -> Output,
    /// The relative tolerance of the expected value, which may be rounded.
    pub tolerance: f64,
}

/// What a metric's entry says for people to read, its place among the others, and its known answers. Small builds
/// (without `descriptions`) carry none of it.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// The group, which is also the file.
    pub group: &'static str,
    /// The family, if any.
    pub family: Option<Family>,
    /// The field's name for it.
    pub title: &'static str,
    /// One sentence.
    pub definition: &'static str,
    /// What is returned, in words.
    pub returns: &'static str,
    /// The formula as the code has it.
    pub formula: &'static str,
    /// The formula in mathematics (LaTeX), where the code's text would not read well.
    pub mathematics: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
    /// What to know before use.
    pub notes: &'static str,
    /// A worked example.
    pub example: Example,
    /// Inputs that lead to a status, and further known answers.
    pub edges: &'static [Example],
}

#[cfg(not(feature = "descriptions"))]
impl Texts {
    /// Nothing to read.
    pub(crate) const NONE: Self = Self {
        group: "",
        family: None,
        title: "",
        definition: "",
        returns: "",
        formula: "",
        mathematics: "",
        source: "",
        notes: "",
        example: Example { inputs: Vec::new, expected: || Output::Number(f64::NAN), tolerance: 0.0 },
        edges: &[],
    };
}

/// The record of one metric: everything its entry says. What people read of it (`metric.title`) is in [`Texts`],
/// to which the record dereferences.
#[derive(Debug, Clone, Copy)]
pub struct Metric {
    /// Its name, the same in every language (camelCase in JavaScript).
    pub id: &'static str,
    /// The inputs, in order.
    pub inputs: &'static [Input],
    /// The unit of the value.
    pub unit: Unit,
    /// When there is no value, beside inputs outside their domain.
    pub conditions: &'static [Condition],
    /// How parts combine.
    pub rollup: Rollup,
    /// The best mark that a result can have: what a model or an assumption gives is never measured.
    pub best_mark: Provenance,
    /// What people read.
    #[cfg(feature = "descriptions")]
    pub texts: &'static Texts,
    /// How it is computed.
    pub(crate) kernel: crate::metrics::Kernel,
}

impl std::ops::Deref for Metric {
    type Target = Texts;
    #[cfg(feature = "descriptions")]
    fn deref(&self) -> &Texts {
        self.texts
    }
    #[cfg(not(feature = "descriptions"))]
    fn deref(&self) -> &Texts {
        &Texts::NONE
    }
}

impl Metric {
    /// True when inputs are single numbers, so that columns go through row by row.
    pub const fn is_elementwise(&self) -> bool {
        matches!(self.kernel, crate::metrics::Kernel::Elementwise(_))
    }

    /// The position of an input.
    pub fn input_index(&self, name: &str) -> Option<usize> {
        self.inputs.iter().position(|input| input.name == name)
    }
}

/// Every metric, group by group.
///
/// ```
/// assert!(ukur::catalogue::all().any(|metric| metric.id == "cpm"));
/// ```
#[cfg(feature = "descriptions")]
pub fn all() -> impl Iterator<Item = &'static Metric> {
    crate::metrics::GROUPS.iter().flat_map(|(_, metrics)| metrics.iter().copied())
}

/// Every metric, group by group.
#[cfg(not(feature = "descriptions"))]
pub fn all() -> impl Iterator<Item = &'static Metric> {
    packed::unpacked().iter()
}

#[cfg(all(feature = "serde", feature = "descriptions"))]
pub use export::to_json;
#[cfg(feature = "descriptions")]
pub use translations::{LANGUAGES, family_texts, translations};

/// The metric of that name.
///
/// # Errors
/// `unknown_metric`, with the nearest names.
///
/// ```
/// assert_eq!(ukur::catalogue::find("cpm")?.inputs.len(), 2);
/// assert!(ukur::catalogue::find("cmp").unwrap_err().to_string().contains("`cpm`"));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn find(id: &str) -> Result<&'static Metric> {
    all().find(|metric| metric.id == id).ok_or_else(|| {
        let near = nearest(id, &mut all().map(|metric| metric.id));
        Error::input("unknown_metric", format!("there is no metric `{id}`; {near}"))
    })
}

/// The variants of a family, default first.
///
/// # Errors
/// `unknown_family`, with the nearest names.
///
/// ```
/// let variants = ukur::catalogue::family("engagement_rate")?;
/// assert_eq!(variants[0].id, "engagement_rate_followers");
/// # Ok::<(), ukur::Error>(())
/// ```
#[cfg(feature = "descriptions")]
pub fn family(name: &str) -> Result<Vec<&'static Metric>> {
    let mut variants: Vec<_> =
        all().filter(|metric| metric.family.is_some_and(|family| family.name == name)).collect();
    if variants.is_empty() {
        let mut names: Vec<_> = all().filter_map(|metric| metric.family).map(|family| family.name).collect();
        names.order_unstable();
        names.dedup();
        let near = nearest(name, &mut names.into_iter());
        return Err(Error::input("unknown_family", format!("there is no family `{name}`; {near}")));
    }
    variants.order_by_key(|metric| !metric.family.is_some_and(|family| family.default));
    Ok(variants)
}

/// "did you mean ..." for a name that does not exist.
pub(crate) fn nearest(wrong: &str, names: &mut dyn Iterator<Item = &str>) -> String {
    let wrong: String = wrong.chars().take(64).collect();
    let mut near: Vec<_> = names.map(|name| (edit_distance(&wrong, name), name)).collect();
    near.order_unstable();
    let close = near.iter().take(3).filter(|(distance, name)| *distance <= 2.max(name.len() / 3));
    let found = quoted(&mut close.map(|(_, name)| *name), " or ");
    if found.is_empty() {
        let some = quoted(&mut near.iter().take(12).map(|(_, name)| *name), ", ");
        format!("there are {some}{}", if near.len() > 12 { " and more" } else { "" })
    } else {
        format!("did you mean {found}?")
    }
}

/// Names for a sentence, each between backticks.
pub(crate) fn quoted(names: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut text = String::new();
    for name in names {
        for part in [if text.is_empty() { "" } else { between }, "`", name, "`"] {
            text.push_str(part);
        }
    }
    text
}

/// The number of single-character edits, with a swap of neighbours as one.
fn edit_distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut rows = vec![vec![0_usize; right.len() + 1]; left.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=left.len() {
        for j in 1..=right.len() {
            let change = usize::from(left[i - 1] != right[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[left.len()][right.len()]
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
