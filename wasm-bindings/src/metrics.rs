//! Every metric through one door: the catalogue's record says what its arguments look like. The face
//! (`js/metric.ts`) has made numbers, `Float64Array`s and columns of names of whatever the caller gave.
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands arguments over by value")]

use js_sys::{Array, Float64Array};
use ukur::catalogue::{self, Shape};
use ukur::metrics::compare::CompareOptions;
use ukur::metrics::rollup::Total;
use ukur::metrics::{Argument, OnInvalid, Output};
use ukur::{Error, Provenance};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Column, floats, record};
use crate::errors::to_js;

/// Where a metric stands in the catalogue; asked once a metric.
#[wasm_bindgen]
pub fn metric_index(id: &str) -> Result<u32, JsValue> {
    let metric = catalogue::find(id).map_err(to_js)?;
    let index = catalogue::all().position(|other| other.id == metric.id);
    Ok(index.unwrap_or_default() as u32)
}

/// The names and shapes of a metric's inputs, `name:shape` each, joined by commas.
#[wasm_bindgen]
pub fn metric_inputs(index: u32) -> Result<String, JsValue> {
    let mut text = String::new();
    for input in metric(index)?.inputs {
        let shape = match input.shape {
            Shape::Number => "number",
            Shape::List => "list",
            Shape::Lists => "lists",
            Shape::Label => "label",
            Shape::Labels => "labels",
            Shape::LabelLists => "label_lists",
            Shape::Coalitions => "coalitions",
            _ => "edges",
        };
        for part in [if text.is_empty() { "" } else { "," }, input.name, ":", shape] {
            text.push_str(part);
        }
    }
    Ok(text)
}

/// Unit and mark of a result, from what is stated of the inputs, joined by commas; an empty text states nothing, and no
/// mark. Both come back joined by a comma.
#[wasm_bindgen]
pub fn metric_label(index: u32, units: &str, marks: &str) -> Result<String, JsValue> {
    let metric = metric(index)?;
    let stated = metric.inputs.iter().zip(units.split(',').zip(marks.split(',')));
    let label = metric.label(stated.map(|(input, (unit, mark))| (input.name, unit, mark))).map_err(to_js)?;
    Ok(label.unit + "," + label.provenance.map_or("", Provenance::as_str))
}

/// The value at arguments in the order of the inputs.
#[wasm_bindgen]
pub fn metric_compute(index: u32, arguments: &Array, invalid_as_nan: bool) -> Result<JsValue, JsValue> {
    let metric = metric(index)?;
    let read = read(metric, arguments)?;
    let views: Vec<_> = read.iter().map(Owned::view).collect();
    let on_invalid = if invalid_as_nan { OnInvalid::Nan } else { OnInvalid::Raise };
    Ok(into_js(metric.compute(&views, on_invalid).map_err(to_js)?))
}

/// Value and status, one of each or a column of each (status as codes).
#[wasm_bindgen]
pub fn metric_evaluate(index: u32, arguments: &Array) -> Result<Array, JsValue> {
    let metric = metric(index)?;
    let read = read(metric, arguments)?;
    let views: Vec<_> = read.iter().map(Owned::view).collect();
    if metric.is_elementwise() && views.iter().any(|view| view.shape() == Shape::List) {
        let columns: Vec<_> = read.iter().map(Owned::column).collect();
        let outcomes = metric.outcomes(&columns).map_err(to_js)?;
        let statuses = js_sys::Uint8Array::from(outcomes.statuses.as_slice());
        return Ok(Array::of2(&floats(&outcomes.values), &statuses));
    }
    let outcome = metric.outcome(&views).map_err(to_js)?;
    let value = outcome.value.map_or(JsValue::NULL, into_js);
    let status = outcome.status.map_or(JsValue::NULL, |status| status.as_str().into());
    Ok(Array::of2(&value, &status))
}

/// The metric of each group: values, statuses as codes, rows, rows that are missing; `groups` numbers the group of each
/// row.
#[wasm_bindgen]
pub fn metric_totals(
    index: u32,
    arguments: &Array,
    groups: &[u32],
    group_count: usize,
) -> Result<Array, JsValue> {
    let metric = metric(index)?;
    let read = read_columns(metric, arguments)?;
    let columns: Vec<_> = read.iter().map(Owned::column).collect();
    let totals = metric.totals(&columns, groups, group_count).map_err(to_js)?;
    let column = |value: fn(&Total) -> f64| floats(&totals.iter().map(value).collect::<Vec<_>>()).into();
    Ok(Array::of4(
        &column(|total| total.value.unwrap_or(f64::NAN)),
        &column(|total| total.status.map_or(0.0, |status| f64::from(status as u8))),
        &column(|total| total.rows as f64),
        &column(|total| total.rows_missing as f64),
    ))
}

/// The metric of each group with an interval, and the differences, as a record.
#[wasm_bindgen]
pub fn metric_compare(
    index: u32,
    arguments: &Array,
    groups: &[u32],
    group_count: usize,
    clusters: Option<Vec<u32>>,
    against: Option<u32>,
    level: f64,
) -> Result<JsValue, JsValue> {
    let metric = metric(index)?;
    let read = read_columns(metric, arguments)?;
    let columns: Vec<_> = read.iter().map(Owned::column).collect();
    let options = CompareOptions { level, against };
    record(&metric.compare(&columns, groups, group_count, clusters.as_deref(), &options).map_err(to_js)?)
}

fn read_columns(metric: &catalogue::Metric, arguments: &Array) -> Result<Vec<Owned>, JsValue> {
    let mut read = Vec::with_capacity(metric.inputs.len());
    for (input, value) in metric.inputs.iter().zip(arguments.iter()) {
        read.push(Owned::Numbers(Column::read(input.name, &value)?));
    }
    Ok(read)
}

fn metric(index: u32) -> Result<&'static catalogue::Metric, JsValue> {
    catalogue::all()
        .nth(index as usize)
        .ok_or_else(|| to_js(Error::input("unknown_metric", format!("there is no metric number {index}"))))
}

/// What an argument holds while the core looks at it.
enum Owned {
    Numbers(Column),
    Parts(Parts),
}

/// An argument of another shape than numbers, laid out by the face in three columns, of which each shape has its own:
/// all names, all numbers, and where each list of either ends.
struct Parts {
    shape: Shape,
    names: Vec<String>,
    numbers: Vec<f64>,
    ends: Vec<f64>,
}

fn read(metric: &catalogue::Metric, arguments: &Array) -> Result<Vec<Owned>, JsValue> {
    let mut read = Vec::with_capacity(metric.inputs.len());
    for (input, value) in metric.inputs.iter().zip(arguments.iter()) {
        read.push(match input.shape {
            Shape::Number | Shape::List => Owned::Numbers(Column::read(input.name, &value)?),
            shape => Owned::Parts(Parts::read(shape, &Array::from(&value))),
        });
    }
    Ok(read)
}

impl Parts {
    fn read(shape: Shape, columns: &Array) -> Self {
        let numbers = |at| Float64Array::new(&columns.get(at)).to_vec();
        Self {
            shape,
            // The face has made sure of strings.
            names: Array::from(&columns.get(0))
                .iter()
                .map(|name| name.as_string().unwrap_or_default())
                .collect(),
            numbers: numbers(1),
            ends: numbers(2),
        }
    }

    /// The lists that lie one after the other in a column.
    fn lists<'a, T>(&self, column: &'a [T]) -> Vec<&'a [T]> {
        let mut start = 0;
        self.ends
            .iter()
            .map(|end| {
                let list = column.get(start..*end as usize).unwrap_or(&[]);
                start = *end as usize;
                list
            })
            .collect()
    }

    fn view(&self) -> Argument<'_> {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let numbers = self.numbers.iter().copied();
        match self.shape {
            Shape::Lists => Argument::Lists(self.lists(&self.numbers)),
            Shape::Label => Argument::Label(names.first().copied().unwrap_or("")),
            Shape::Labels => Argument::Labels(names),
            Shape::LabelLists => {
                Argument::LabelLists(self.lists(&names).into_iter().map(<[_]>::to_vec).collect())
            }
            Shape::Coalitions => Argument::Coalitions(names.into_iter().zip(numbers).collect()),
            _ => Argument::Edges(
                names.chunks_exact(2).zip(numbers).map(|(ends, weight)| (ends[0], ends[1], weight)).collect(),
            ),
        }
    }
}

impl Owned {
    fn view(&self) -> Argument<'_> {
        match self {
            Self::Numbers(Column::Scalar(value)) => Argument::Number(*value),
            Self::Numbers(values) => Argument::List(values.as_slice()),
            Self::Parts(parts) => parts.view(),
        }
    }

    fn column(&self) -> ukur::Column<'_> {
        match self {
            Self::Numbers(Column::Scalar(value)) => ukur::Column::Number(*value),
            Self::Numbers(values) => ukur::Column::Values(values.as_slice()),
            Self::Parts(_) => ukur::Column::Values(&[]),
        }
    }
}

/// A metric's output as JavaScript has it: a number, a `Float64Array`, or an array of pairs (the face makes an object).
fn into_js(output: Output) -> JsValue {
    match output {
        Output::Number(value) => value.into(),
        Output::List(values) => floats(&values).into(),
        Output::Map(pairs) => pairs
            .into_iter()
            .map(|(name, value)| Array::of2(&name.into(), &value.into()))
            .collect::<Array>()
            .into(),
        _ => JsValue::NULL,
    }
}
