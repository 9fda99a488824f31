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

mod domain;
#[cfg(all(feature = "serde", feature = "descriptions"))]
mod export;
#[cfg(any(test, not(feature = "descriptions")))]
mod packed;
mod spelling;
#[cfg(feature = "descriptions")]
mod translations;
mod unit;

pub use self::domain::Domain;
pub(crate) use self::spelling::{nearest, quoted};
pub use self::unit::Unit;

use crate::metrics::{Argument, Output};
#[cfg(feature = "descriptions")]
use crate::sort::Order as _;
use crate::{Error, Provenance, Result, Status};

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
