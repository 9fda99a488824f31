//! The catalogue as JSON: what the generated faces, the documentation and the shared test vectors are made of.

use super::{Example, Metric, all};
use crate::metrics::{Argument, Output};
use serde_json::{Map, Value, json};

/// Every record as one JSON text, in the order of the catalogue.
///
/// # Errors
/// None that a caller could meet; the writer's own error is passed on.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// let text = ukur::catalogue::to_json().unwrap();
/// assert!(text.contains("\"id\":\"cpm\""));
/// # }
/// ```
pub fn to_json() -> Result<String, serde_json::Error> {
    serde_json::to_string(&all().map(record).collect::<Vec<_>>())
}

fn record(metric: &Metric) -> Value {
    json!({
        "id": metric.id,
        "title": metric.title,
        "definition": metric.definition,
        "group": metric.group,
        "elementwise": metric.is_elementwise(),
        "inputs": metric.inputs.iter().map(|input| json!({
            "name": input.name,
            "shape": input.shape,
            "unit": input.unit.as_str(),
            "domain": input.domain,
            "expected": input.domain.expected(),
            "description": input.description,
        })).collect::<Vec<_>>(),
        "unit": metric.unit.as_str(),
        "returns": metric.returns,
        "formula": metric.formula,
        "mathematics": metric.mathematics,
        "conditions": metric.conditions,
        "rollup": metric.rollup,
        "best_mark": metric.best_mark.as_str(),
        "family": metric.family,
        "example": example(metric, &metric.example),
        "edges": metric.edges.iter().map(|edge| example(metric, edge)).collect::<Vec<_>>(),
        "source": metric.source,
        "notes": metric.notes,
    })
}

fn example(metric: &Metric, example: &Example) -> Value {
    let inputs: Map<String, Value> = metric
        .inputs
        .iter()
        .zip((example.inputs)())
        .map(|(input, argument)| (input.name.to_owned(), value(&argument)))
        .collect();
    let mut case = Map::new();
    case.insert("inputs".to_owned(), inputs.into());
    match (example.expected)() {
        Output::Refused(status) => case.insert("status".to_owned(), status.as_str().into()),
        Output::Number(number) => case.insert("expected".to_owned(), number.into()),
        Output::List(list) => case.insert("expected".to_owned(), list.into()),
        Output::Map(pairs) => case.insert(
            "expected".to_owned(),
            pairs.into_iter().map(|(k, v)| (k, v.into())).collect::<Map<_, _>>().into(),
        ),
    };
    case.insert("tolerance".to_owned(), example.tolerance.into());
    case.into()
}

fn value(argument: &Argument<'_>) -> Value {
    match argument {
        Argument::Number(number) => json!(number),
        Argument::List(list) => json!(list),
        Argument::Lists(lists) => json!(lists),
        Argument::Label(name) => json!(name),
        Argument::Labels(names) => json!(names),
        Argument::LabelLists(lists) => json!(lists),
        Argument::Coalitions(pairs) => pairs
            .iter()
            .map(|(name, number)| ((*name).to_owned(), json!(number)))
            .collect::<Map<_, _>>()
            .into(),
        Argument::Edges(edges) => json!(edges),
    }
}
