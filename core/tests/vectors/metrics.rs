//! `metrics.<id>`: any metric of the catalogue.

use ukur::Error;
use ukur::catalogue::{self, Shape};
use ukur::metrics::{Argument, OnInvalid, Output};

use super::given::Given;
use super::outcome::Outcome;

pub fn call(id: &str, args: &Given) -> Result<Outcome, Error> {
    let metric = catalogue::find(id)?;
    let owned: Vec<Owned> = metric
        .inputs
        .iter()
        .map(|input| {
            let given = args.get(input.name).unwrap_or_else(|| panic!("metrics.{id}: no `{}`", input.name));
            Owned::read(input.shape, given)
        })
        .collect();
    let views: Vec<Argument<'_>> = owned.iter().map(Owned::view).collect();
    Ok(match metric.compute(&views, OnInvalid::Raise)? {
        Output::Number(value) => value.into(),
        Output::List(values) => values.into(),
        Output::Map(pairs) => {
            Outcome::Map(pairs.into_iter().map(|(name, value)| (name, value.into())).collect())
        }
        other => panic!("metrics.{id} gave {other:?}"),
    })
}

/// What an argument holds while the core looks at it.
enum Owned {
    Number(f64),
    List(Vec<f64>),
    Lists(Vec<Vec<f64>>),
    Label(String),
    Labels(Vec<String>),
    LabelLists(Vec<Vec<String>>),
    Coalitions(Vec<(String, f64)>),
    Edges(Vec<(String, String, f64)>),
}

fn items(given: &Given) -> &[Given] {
    if let Given::List(items) = given { items } else { panic!("a list, not {given:?}") }
}
fn name(given: &Given) -> String {
    if let Given::Text(text) = given { text.clone() } else { panic!("a name, not {given:?}") }
}
fn number(given: &Given) -> f64 {
    given.as_number().expect("a number")
}

impl Owned {
    fn read(shape: Shape, given: &Given) -> Self {
        let each = |given: &Given| items(given).iter().map(name).collect::<Vec<String>>();
        match (shape, given) {
            (Shape::Number, Given::Number(value)) => Self::Number(*value),
            (Shape::Number | Shape::List, _) => Self::List(given.to_column()),
            (Shape::Lists, _) => Self::Lists(items(given).iter().map(Given::to_column).collect()),
            (Shape::Label, _) => Self::Label(name(given)),
            (Shape::Labels, _) => Self::Labels(each(given)),
            (Shape::LabelLists, _) => Self::LabelLists(items(given).iter().map(each).collect()),
            (Shape::Coalitions, Given::Map(map)) => {
                Self::Coalitions(map.iter().map(|(key, value)| (key.clone(), number(value))).collect())
            }
            (Shape::Edges, _) => Self::Edges(
                items(given)
                    .iter()
                    .map(|edge| (name(&items(edge)[0]), name(&items(edge)[1]), number(&items(edge)[2])))
                    .collect(),
            ),
            (shape, given) => panic!("{given:?} is no {shape:?}"),
        }
    }

    fn view(&self) -> Argument<'_> {
        match self {
            Self::Number(value) => Argument::Number(*value),
            Self::List(values) => Argument::List(values),
            Self::Lists(lists) => Argument::Lists(lists.iter().map(Vec::as_slice).collect()),
            Self::Label(name) => Argument::Label(name),
            Self::Labels(names) => Argument::Labels(names.iter().map(String::as_str).collect()),
            Self::LabelLists(lists) => Argument::LabelLists(
                lists.iter().map(|list| list.iter().map(String::as_str).collect()).collect(),
            ),
            Self::Coalitions(pairs) => {
                Argument::Coalitions(pairs.iter().map(|(name, value)| (name.as_str(), *value)).collect())
            }
            Self::Edges(edges) => Argument::Edges(
                edges.iter().map(|(from, to, value)| (from.as_str(), to.as_str(), *value)).collect(),
            ),
        }
    }
}
