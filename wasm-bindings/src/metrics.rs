//! Every metric through one door: the catalogue's record says what its arguments look like. The face
//! (`js/metric.ts`) has made numbers, `Float64Array`s, strings and arrays of these of whatever the caller gave.
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
use crate::errors::{to_js, type_error};

/// Where a metric stands in the catalogue; asked once a metric.
#[wasm_bindgen]
pub fn metric_index(id: &str) -> Result<u32, JsValue> {
    let metric = catalogue::find(id).map_err(to_js)?;
    let index = catalogue::all().position(|other| other.id == metric.id);
    Ok(index.unwrap_or_default() as u32)
}

/// The names and shapes of a metric's inputs, `name:shape` each.
#[wasm_bindgen]
pub fn metric_inputs(index: u32) -> Result<Vec<String>, JsValue> {
    let shape = |shape| match shape {
        Shape::Number => "number",
        Shape::List => "list",
        Shape::Lists => "lists",
        Shape::Label => "label",
        Shape::Labels => "labels",
        Shape::LabelLists => "label_lists",
        Shape::Coalitions => "coalitions",
        _ => "edges",
    };
    Ok(metric(index)?.inputs.iter().map(|input| format!("{}:{}", input.name, shape(input.shape))).collect())
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
    metric
        .inputs
        .iter()
        .zip(arguments.iter())
        .map(|(input, value)| Ok(Owned::Numbers(Column::read(input.name, &value)?)))
        .collect()
}

fn metric(index: u32) -> Result<&'static catalogue::Metric, JsValue> {
    catalogue::all()
        .nth(index as usize)
        .ok_or_else(|| to_js(Error::input("unknown_metric", format!("there is no metric number {index}"))))
}

/// What an argument holds while the core looks at it.
enum Owned {
    Numbers(Column),
    Lists(Vec<Vec<f64>>),
    Label(String),
    Labels(Vec<String>),
    LabelLists(Vec<Vec<String>>),
    Coalitions(Vec<(String, f64)>),
    Edges(Vec<(String, String, f64)>),
}

fn read(metric: &catalogue::Metric, arguments: &Array) -> Result<Vec<Owned>, JsValue> {
    metric
        .inputs
        .iter()
        .zip(arguments.iter())
        .map(|(input, value)| Owned::read(input.name, input.shape, &value))
        .collect()
}

fn name_of(argument: &str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| type_error(&format!("`{argument}` must hold names (strings)")))
}

fn number_of(argument: &str, value: &JsValue) -> Result<f64, JsValue> {
    value.as_f64().ok_or_else(|| type_error(&format!("`{argument}` must hold numbers")))
}

impl Owned {
    fn read(name: &str, shape: Shape, value: &JsValue) -> Result<Self, JsValue> {
        let items = || Array::from(value).to_vec().into_iter();
        Ok(match shape {
            Shape::Number | Shape::List => Self::Numbers(Column::read(name, value)?),
            Shape::Lists => Self::Lists(items().map(|list| Float64Array::new(&list).to_vec()).collect()),
            Shape::Label => Self::Label(name_of(name, value)?),
            Shape::Labels => {
                Self::Labels(items().map(|item| name_of(name, &item)).collect::<Result<_, _>>()?)
            }
            Shape::LabelLists => Self::LabelLists(
                items()
                    .map(|list| Array::from(&list).iter().map(|item| name_of(name, &item)).collect())
                    .collect::<Result<_, _>>()?,
            ),
            Shape::Coalitions => Self::Coalitions(
                items()
                    .map(|pair| {
                        let pair = Array::from(&pair);
                        Ok((name_of(name, &pair.get(0))?, number_of(name, &pair.get(1))?))
                    })
                    .collect::<Result<_, JsValue>>()?,
            ),
            _ => Self::Edges(
                items()
                    .map(|edge| {
                        let edge = Array::from(&edge);
                        Ok((
                            name_of(name, &edge.get(0))?,
                            name_of(name, &edge.get(1))?,
                            number_of(name, &edge.get(2))?,
                        ))
                    })
                    .collect::<Result<_, JsValue>>()?,
            ),
        })
    }

    fn view(&self) -> Argument<'_> {
        match self {
            Self::Numbers(Column::Scalar(value)) => Argument::Number(*value),
            Self::Numbers(values) => Argument::List(values.as_slice()),
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

    fn column(&self) -> ukur::Column<'_> {
        match self {
            Self::Numbers(Column::Scalar(value)) => ukur::Column::Number(*value),
            Self::Numbers(values) => ukur::Column::Values(values.as_slice()),
            _ => ukur::Column::Values(&[]),
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
