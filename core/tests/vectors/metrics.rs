//! `metrics.<id>`: any metric of the catalogue.

use ukur::catalogue::{self, Input, Metric, Shape};
use ukur::metrics::compare::{CompareOptions, compare};
use ukur::metrics::{Argument, OnInvalid, Output};
use ukur::{Column, Error};

use super::given::Given;
use super::outcome::Outcome;

pub fn call(id: &str, args: &Given) -> Result<Outcome, Error> {
    match id {
        "compare" => return comparison(args),
        "evaluate" => return evaluation(args),
        _ => (),
    }
    let metric = catalogue::find(id)?;
    let owned = inputs_of(metric, args);
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

fn inputs_of(metric: &Metric, args: &Given) -> Vec<Owned> {
    let input = |input: &Input| {
        let given =
            args.get(input.name).unwrap_or_else(|| panic!("metrics.{}: no `{}`", metric.id, input.name));
        Owned::read(input.shape, given)
    };
    metric.inputs.iter().map(input).collect()
}

/// `metrics.evaluate` at numbers and lists: value, status, unit and mark.
fn evaluation(args: &Given) -> Result<Outcome, Error> {
    let Some(Given::Text(id)) = args.get("metric") else { panic!("metrics.evaluate: no `metric`") };
    let metric = catalogue::find(id)?;
    let owned = inputs_of(metric, args.get("inputs").expect("`inputs`"));
    let found = metric.outcome(&owned.iter().map(Owned::view).collect::<Vec<_>>())?;
    let value = match found.value {
        Some(Output::Number(value)) => value.into(),
        None => Outcome::Null,
        other => panic!("metrics.evaluate gave {other:?}"),
    };
    let status = found.status.map_or(Outcome::Null, |status| Outcome::Text(status.as_str().into()));
    let mut parts = vec![("value".to_owned(), value), ("status".to_owned(), status)];
    parts.extend(label(metric, args)?);
    Ok(Outcome::Map(parts))
}

/// What is stated of the inputs, and what that makes of the result.
fn label(metric: &Metric, args: &Given) -> Result<Vec<(String, Outcome)>, Error> {
    let stated = |argument: &str, input: &str| -> String {
        args.get(argument).and_then(|all| all.get(input)).map_or(String::new(), name)
    };
    let read = |input: &Input| (stated("units", input.name), stated("provenance", input.name));
    let columns: Vec<_> = metric.inputs.iter().map(read).collect();
    let columns = metric
        .inputs
        .iter()
        .zip(&columns)
        .map(|(input, (unit, mark))| (input.name, unit.as_str(), mark.as_str()));
    let label = metric.label(columns)?;
    let mark = label.provenance.map_or(Outcome::Null, |mark| Outcome::Text(mark.as_str().into()));
    Ok(vec![("unit".into(), Outcome::Text(label.unit)), ("provenance".into(), mark)])
}

/// `metrics.compare`: the groups by name, in sorted order, as the faces have them.
fn comparison(args: &Given) -> Result<Outcome, Error> {
    let Some(Given::Map(inputs)) = args.get("inputs") else { panic!("metrics.compare: no `inputs`") };
    let owned: Vec<(&str, Owned)> = inputs
        .iter()
        .map(|(key, given)| {
            let shape = if matches!(given, Given::Number(_)) { Shape::Number } else { Shape::List };
            (key.as_str(), Owned::read(shape, given))
        })
        .collect();
    let columns: Vec<(&str, Column<'_>)> = owned
        .iter()
        .map(|(key, value)| match value {
            Owned::Number(value) => (*key, Column::Number(*value)),
            Owned::List(values) => (*key, Column::Values(values)),
            _ => panic!("metrics.compare: {key} is no column"),
        })
        .collect();
    let by: Vec<String> = items(args.get("by").expect("`by`")).iter().map(name).collect();
    let mut names = by.clone();
    names.sort();
    names.dedup();
    let code = |wanted: &String| {
        names.iter().position(|name| name == wanted).map_or_else(
            || Err(Error::input("unknown_group", format!("there is no group {wanted}"))),
            |place| Ok(place as u32),
        )
    };
    let groups = by.iter().map(code).collect::<Result<Vec<u32>, Error>>()?;
    let clusters: Option<Vec<u32>> = args.get("cluster").map(|given| {
        let labels: Vec<String> = items(given).iter().map(|one| format!("{one:?}")).collect();
        let mut distinct = labels.clone();
        distinct.sort();
        distinct.dedup();
        labels.iter().map(|label| distinct.iter().position(|one| one == label).unwrap_or(0) as u32).collect()
    });
    let options = CompareOptions {
        level: args.number("level").unwrap_or(0.95),
        against: args.get("against").map(name).as_ref().map(code).transpose()?,
    };
    let Some(Given::Text(metric)) = args.get("metric") else { panic!("metrics.compare: no `metric`") };
    let label = label(catalogue::find(metric)?, args)?;
    let found = compare(metric, &columns, &groups, names.len(), clusters.as_deref(), &options)?;
    let Outcome::Map(mut parts) = Outcome::record(&found) else { panic!("a record") };
    for (_, part) in &mut parts {
        rename(part, &names);
    }
    parts.extend(label);
    Ok(Outcome::Map(parts))
}

/// Puts the names of groups in the place of their numbers.
fn rename(part: &mut Outcome, names: &[String]) {
    let Outcome::List(rows) = part else { return };
    for row in rows {
        let Outcome::Map(fields) = row else { continue };
        for (key, value) in fields {
            if let ("group" | "first" | "second", Outcome::Number(code)) = (key.as_str(), &*value) {
                *value = Outcome::Text(names[*code as usize].clone());
            }
        }
    }
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
