//! What a metric takes and gives: numbers, lists, names.

use super::kernel::Refused;
use crate::Status;
use crate::catalogue::{Domain, Shape};

/// One argument of a metric. Python and JavaScript values become one of these at the door.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Argument<'a> {
    /// One number.
    Number(f64),
    /// A list of numbers: a column of an elementwise metric, or the list that a reducing metric takes.
    List(&'a [f64]),
    /// A list of lists of numbers.
    Lists(Vec<&'a [f64]>),
    /// A name.
    Label(&'a str),
    /// A list of names.
    Labels(Vec<&'a str>),
    /// A list of lists of names.
    LabelLists(Vec<Vec<&'a str>>),
    /// Names, joined by `+`, with a number each.
    Coalitions(Vec<(&'a str, f64)>),
    /// Pairs of names with a number each.
    Edges(Vec<(&'a str, &'a str, f64)>),
}

impl Argument<'_> {
    /// The shape.
    pub const fn shape(&self) -> Shape {
        match self {
            Self::Number(_) => Shape::Number,
            Self::List(_) => Shape::List,
            Self::Lists(_) => Shape::Lists,
            Self::Label(_) => Shape::Label,
            Self::Labels(_) => Shape::Labels,
            Self::LabelLists(_) => Shape::LabelLists,
            Self::Coalitions(_) => Shape::Coalitions,
            Self::Edges(_) => Shape::Edges,
        }
    }
}

/// What a metric gives.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Output {
    /// One number.
    Number(f64),
    /// A list of numbers.
    List(Vec<f64>),
    /// A number for each name.
    Map(Vec<(String, f64)>),
    /// No value, and why (as the expectation of a known answer).
    Refused(Status),
}

impl From<f64> for Output {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
impl<const N: usize> From<[f64; N]> for Output {
    fn from(values: [f64; N]) -> Self {
        Self::List(values.to_vec())
    }
}
impl<const N: usize> From<[(&str, f64); N]> for Output {
    fn from(pairs: [(&str, f64); N]) -> Self {
        Self::Map(pairs.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect())
    }
}

/// Ties a Rust type of an entry to the shape of an input.
pub(crate) trait ShapeOf {
    const SHAPE: Shape;
}
/// The result of a reduced expression: a type of output, or a `Result` of one.
pub(crate) trait IntoOutput {
    fn into_output(self) -> Result<Output, Refused>;
}
/// The way from an argument; the doors have checked its shape.
pub(crate) trait FromArgument<'a> {
    fn from_argument(argument: &'a Argument<'a>) -> Self;
}
/// The way back from an [`Output`] to the type of an entry.
pub(crate) trait FromOutput: Sized {
    fn from_output(output: Output) -> Option<Self>;
}

/// A Rust type of an entry: its shape, and the way to an argument and back.
macro_rules! argument_types {
    ($($type:ty, $shape:ident, $into:expr, $pattern:pat => $back:expr, $none:expr;)+) => { $(
        impl<'a> ShapeOf for $type {
            const SHAPE: Shape = Shape::$shape;
        }
        impl<'a> From<$type> for Argument<'a> {
            fn from(value: $type) -> Self {
                let into: fn($type) -> Self = $into;
                into(value)
            }
        }
        impl<'a> FromArgument<'a> for $type {
            fn from_argument(argument: &'a Argument<'a>) -> Self {
                match argument {
                    $pattern => $back,
                    _ => $none,
                }
            }
        }
    )+ };
}
argument_types! {
    f64, Number, Argument::Number, Argument::Number(value) => *value, f64::NAN;
    &'a [f64], List, Argument::List, Argument::List(values) => values, &[];
    &'a [&'a [f64]], Lists, |lists| Argument::Lists(lists.to_vec()), Argument::Lists(lists) => lists, &[];
    &'a str, Label, Argument::Label, Argument::Label(name) => name, "";
    &'a [&'a str], Labels, |names| Argument::Labels(names.to_vec()), Argument::Labels(names) => names, &[];
    &'a [(&'a str, f64)], Coalitions, |pairs| Argument::Coalitions(pairs.to_vec()), Argument::Coalitions(pairs) => pairs, &[];
    &'a [(&'a str, &'a str, f64)], Edges, |edges| Argument::Edges(edges.to_vec()), Argument::Edges(edges) => edges, &[];
}

// Written out, because only the names need to outlive the argument, not the lists.
impl ShapeOf for &[Vec<&str>] {
    const SHAPE: Shape = Shape::LabelLists;
}
impl<'a> From<&[Vec<&'a str>]> for Argument<'a> {
    fn from(lists: &[Vec<&'a str>]) -> Self {
        Self::LabelLists(lists.to_vec())
    }
}
impl<'a> FromArgument<'a> for &'a [Vec<&'a str>] {
    fn from_argument(argument: &'a Argument<'a>) -> Self {
        if let Argument::LabelLists(lists) = argument { lists } else { &[] }
    }
}

/// The first number outside a domain, with its place in the list.
pub(crate) fn first_outside(argument: &Argument<'_>, domain: Domain) -> Option<(Option<usize>, f64)> {
    let in_list = |values: &[f64]| {
        values.iter().position(|value| !domain.contains(*value)).map(|row| (Some(row), values[row]))
    };
    match argument {
        Argument::Number(value) => (!domain.contains(*value)).then_some((None, *value)),
        Argument::List(values) => in_list(values),
        Argument::Lists(lists) => lists
            .iter()
            .enumerate()
            .find_map(|(row, list)| in_list(list).map(|(_, value)| (Some(row), value))),
        Argument::Coalitions(pairs) => {
            let row = pairs.iter().position(|(_, value)| !domain.contains(*value))?;
            Some((Some(row), pairs[row].1))
        }
        Argument::Edges(edges) => {
            let row = edges.iter().position(|(_, _, value)| !domain.contains(*value))?;
            Some((Some(row), edges[row].2))
        }
        Argument::Label(_) | Argument::Labels(_) | Argument::LabelLists(_) => None,
    }
}

impl IntoOutput for f64 {
    fn into_output(self) -> Result<Output, Refused> {
        Ok(Output::Number(super::finite(self)?))
    }
}
impl IntoOutput for Vec<f64> {
    fn into_output(self) -> Result<Output, Refused> {
        self.iter().try_for_each(|value| super::finite(*value).map(drop))?;
        Ok(Output::List(self))
    }
}
impl IntoOutput for Vec<(String, f64)> {
    fn into_output(self) -> Result<Output, Refused> {
        self.iter().try_for_each(|(_, value)| super::finite(*value).map(drop))?;
        Ok(Output::Map(self))
    }
}
impl<T: IntoOutput> IntoOutput for Result<T, Status> {
    fn into_output(self) -> Result<Output, Refused> {
        self.map_err(|status| Refused::Entry(super::Refusal::result(status)))?.into_output()
    }
}
impl<T: IntoOutput> IntoOutput for Result<T, crate::Error> {
    fn into_output(self) -> Result<Output, Refused> {
        self.map_err(Refused::Called)?.into_output()
    }
}

impl FromOutput for f64 {
    fn from_output(output: Output) -> Option<Self> {
        if let Output::Number(value) = output { Some(value) } else { None }
    }
}
impl FromOutput for Vec<f64> {
    fn from_output(output: Output) -> Option<Self> {
        if let Output::List(values) = output { Some(values) } else { None }
    }
}
impl FromOutput for Vec<(String, f64)> {
    fn from_output(output: Output) -> Option<Self> {
        if let Output::Map(pairs) = output { Some(pairs) } else { None }
    }
}
