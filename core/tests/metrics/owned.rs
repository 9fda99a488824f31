//! Arguments that own what they hold, so that tests can change them.

use ukur::catalogue::{Example, Metric};
use ukur::metrics::{Argument, Outcome};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Owned {
    Number(f64),
    List(Vec<f64>),
    Lists(Vec<Vec<f64>>),
    Label(String),
    Labels(Vec<String>),
    LabelLists(Vec<Vec<String>>),
    Coalitions(Vec<(String, f64)>),
    Edges(Vec<(String, String, f64)>),
}

impl From<&Argument<'_>> for Owned {
    fn from(argument: &Argument<'_>) -> Self {
        let names = |list: &Vec<&str>| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        match argument {
            Argument::Number(value) => Self::Number(*value),
            Argument::List(values) => Self::List(values.to_vec()),
            Argument::Lists(lists) => Self::Lists(lists.iter().map(|list| list.to_vec()).collect()),
            Argument::Label(name) => Self::Label((*name).to_owned()),
            Argument::Labels(list) => Self::Labels(names(list)),
            Argument::LabelLists(lists) => Self::LabelLists(lists.iter().map(names).collect()),
            Argument::Coalitions(pairs) => {
                Self::Coalitions(pairs.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect())
            }
            Argument::Edges(edges) => Self::Edges(
                edges.iter().map(|(from, to, p)| ((*from).to_owned(), (*to).to_owned(), *p)).collect(),
            ),
            _ => unreachable!("a shape that the tests do not know"),
        }
    }
}

impl Owned {
    /// Calls back with each number in turn.
    pub(crate) fn numbers(&mut self) -> Vec<&mut f64> {
        match self {
            Self::Number(value) => vec![value],
            Self::List(values) => values.iter_mut().collect(),
            Self::Lists(lists) => lists.iter_mut().flatten().collect(),
            Self::Coalitions(pairs) => pairs.iter_mut().map(|(_, value)| value).collect(),
            Self::Edges(edges) => edges.iter_mut().map(|(_, _, value)| value).collect(),
            Self::Label(_) | Self::Labels(_) | Self::LabelLists(_) => Vec::new(),
        }
    }
}

/// The arguments of a known answer.
pub(crate) fn of(example: &Example) -> Vec<Owned> {
    (example.inputs)().iter().map(Owned::from).collect()
}

/// The outcome at owned arguments; an error without a status is given as its code.
pub(crate) fn outcome(metric: &Metric, arguments: &[Owned]) -> Result<Outcome, String> {
    let lists: Vec<Vec<&[f64]>> = arguments
        .iter()
        .map(|argument| match argument {
            Owned::Lists(lists) => lists.iter().map(Vec::as_slice).collect(),
            _ => Vec::new(),
        })
        .collect();
    let borrowed: Vec<Argument<'_>> = arguments
        .iter()
        .zip(&lists)
        .map(|(argument, lists)| match argument {
            Owned::Number(value) => Argument::Number(*value),
            Owned::List(values) => Argument::List(values),
            Owned::Lists(_) => Argument::Lists(lists.clone()),
            Owned::Label(name) => Argument::Label(name),
            Owned::Labels(names) => Argument::Labels(names.iter().map(String::as_str).collect()),
            Owned::LabelLists(lists) => {
                Argument::LabelLists(lists.iter().map(|l| l.iter().map(String::as_str).collect()).collect())
            }
            Owned::Coalitions(pairs) => {
                Argument::Coalitions(pairs.iter().map(|(name, value)| (name.as_str(), *value)).collect())
            }
            Owned::Edges(edges) => {
                Argument::Edges(edges.iter().map(|(from, to, p)| (from.as_str(), to.as_str(), *p)).collect())
            }
        })
        .collect();
    metric.outcome(&borrowed).map_err(|error| error.code().to_owned())
}
