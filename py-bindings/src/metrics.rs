//! Every metric through one door: the catalogue's record says what its arguments look like.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use numpy::{PyArray1, PyArrayMethods};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use ukur::catalogue::{self, Shape};
use ukur::metrics::compare::CompareOptions;
use ukur::metrics::{Argument, OnInvalid, Output};
use ukur::provenance::worst;
use ukur::units::tables::Table;
use ukur::{Error, Provenance, Status};

use crate::convert::{CodesIn, Column, Values, record};
use crate::errors::PyError;

/// The catalogue as JSON text; `ukur.metrics.catalogue` reads it.
#[pyfunction]
pub(crate) fn catalogue_json() -> PyResult<String> {
    catalogue::to_json()
        .map_err(|error| crate::errors::UkurError::new_err((error.to_string(), "not_serialisable")))
}

/// Titles and definitions in another language as JSON text; None for English.
#[pyfunction]
pub(crate) fn translations_json(language: &str) -> PyResult<Option<&'static str>> {
    Ok(catalogue::translations(language).map_err(PyError)?)
}

/// What families are about as JSON text.
#[pyfunction]
pub(crate) fn family_texts_json() -> &'static str {
    catalogue::family_texts()
}

/// The names of the statuses, in the order of their codes; code 0 stands for a value.
#[pyfunction]
pub(crate) fn status_names() -> Vec<&'static str> {
    Status::ALL.iter().map(|status| status.as_str()).collect()
}

/// One metric of the catalogue.
#[pyclass(frozen, module = "ukur._core")]
pub(crate) struct Metric(&'static catalogue::Metric);

#[pymethods]
impl Metric {
    /// Find a metric by its name.
    #[new]
    fn new(id: &str) -> PyResult<Self> {
        Ok(Self(catalogue::find(id).map_err(PyError)?))
    }

    /// The names of the inputs, in order.
    #[getter]
    fn inputs(&self) -> Vec<&'static str> {
        self.0.inputs.iter().map(|input| input.name).collect()
    }

    /// Unit and mark of a result, from what is stated of the inputs: the column that each comes from, its unit and its mark;
    /// an empty text states nothing.
    fn label(&self, columns: Vec<(String, String, String)>) -> PyResult<(String, Option<&'static str>)> {
        let columns = columns.iter().map(|(name, unit, mark)| (name.as_str(), unit.as_str(), mark.as_str()));
        let label = self.0.label(columns).map_err(PyError)?;
        Ok((label.unit, label.provenance.map(Provenance::as_str)))
    }

    /// The value at arguments in the order of the inputs.
    fn compute<'py>(
        &self,
        py: Python<'py>,
        arguments: &Bound<'py, PyTuple>,
        on_invalid: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let on_invalid = match on_invalid {
            "raise" => OnInvalid::Raise,
            "nan" => OnInvalid::Nan,
            other => {
                let message = format!("`on_invalid` must be \"raise\" or \"nan\", got {other:?}");
                return Err(PyError(Error::input("unknown_option", message)).into());
            }
        };
        let read = self.read(arguments)?;
        let views = read.iter().map(Owned::view).collect::<PyResult<Vec<_>>>()?;
        let Some(rows) = self.0.rows(&views).map_err(PyError)? else {
            let output = py.detach(|| self.0.compute(&views, on_invalid)).map_err(PyError)?;
            return into_python(py, output);
        };
        // NumPy's own memory: it asks for huge pages, which a fresh column of millions of rows needs most.
        let column = PyArray1::<f64>::zeros(py, rows, false);
        {
            let mut writable = column.readwrite();
            let values = writable.as_slice_mut()?;
            py.detach(|| self.0.compute_into(&views, values, on_invalid)).map_err(PyError)?;
        }
        Ok(column.into_any())
    }

    /// Value and status side by side: one of each, or a column of each (status as codes).
    fn evaluate<'py>(
        &self,
        py: Python<'py>,
        arguments: &Bound<'py, PyTuple>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
        let read = self.read(arguments)?;
        let views = read.iter().map(Owned::view).collect::<PyResult<Vec<_>>>()?;
        if self.0.is_elementwise() && views.iter().any(|view| view.shape() == Shape::List) {
            let columns = read.iter().map(Owned::column).collect::<PyResult<Vec<_>>>()?;
            let outcomes = py.detach(|| self.0.outcomes(&columns)).map_err(PyError)?;
            let statuses = PyArray1::from_vec(py, outcomes.statuses);
            return Ok((PyArray1::from_vec(py, outcomes.values).into_any(), statuses.into_any()));
        }
        let outcome = py.detach(|| self.0.outcome(&views)).map_err(PyError)?;
        let value = match outcome.value {
            Some(output) => into_python(py, output)?,
            None => py.None().into_bound(py),
        };
        let status = outcome.status.map(Status::as_str).into_pyobject(py)?;
        Ok((value, status))
    }

    /// The metric of each group, as JSON records; `groups` numbers the group of each row.
    fn totals(
        &self,
        py: Python<'_>,
        arguments: &Bound<'_, PyTuple>,
        groups: CodesIn<'_>,
        group_count: usize,
    ) -> PyResult<String> {
        let read = self.read_columns(arguments)?;
        let columns = read.iter().map(Owned::column).collect::<PyResult<Vec<_>>>()?;
        let groups = groups.as_slice()?;
        record(&py.detach(|| self.0.totals(&columns, groups, group_count)).map_err(PyError)?)
    }

    /// The metric of each group with an interval, and the differences, as a JSON record.
    #[allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]
    fn compare(
        &self,
        py: Python<'_>,
        arguments: &Bound<'_, PyTuple>,
        groups: CodesIn<'_>,
        group_count: usize,
        clusters: Option<CodesIn<'_>>,
        against: Option<u32>,
        level: f64,
    ) -> PyResult<String> {
        let read = self.read_columns(arguments)?;
        let columns = read.iter().map(Owned::column).collect::<PyResult<Vec<_>>>()?;
        let groups = groups.as_slice()?;
        let clusters = clusters.as_ref().map(CodesIn::as_slice).transpose()?;
        let options = CompareOptions { level, against };
        record(
            &py.detach(|| self.0.compare(&columns, groups, group_count, clusters, &options))
                .map_err(PyError)?,
        )
    }
}

/// What the worst of some marks makes of a result; None where nothing is known.
#[pyfunction]
pub(crate) fn worst_provenance(marks: Vec<Option<String>>) -> PyResult<Option<&'static str>> {
    let marks = marks
        .iter()
        .map(|mark| mark.as_deref().map(Provenance::parse).transpose())
        .collect::<ukur::Result<Vec<_>>>()
        .map_err(PyError)?;
    Ok(worst(&marks).map(Provenance::as_str))
}

/// Holds stated units against a table's columns (each by its own name, the caller's, and the unit), and gives the units of
/// results with the currency of the table.
#[pyfunction]
pub(crate) fn stated_units(
    table: &str,
    stated: Vec<(String, String, String)>,
    results: Vec<String>,
) -> PyResult<Vec<String>> {
    let columns = stated.iter().map(|(own, name, unit)| (own.as_str(), name.as_str(), unit.as_str()));
    let results: Vec<&str> = results.iter().map(String::as_str).collect();
    let found = Table::parse(table).and_then(|read| read.results(table, columns, &results));
    Ok(found.map_err(PyError)?)
}

impl Metric {
    /// Reads the arguments as columns of a table.
    fn read_columns<'py>(&self, arguments: &Bound<'py, PyTuple>) -> PyResult<Vec<Owned<'py>>> {
        arguments
            .iter()
            .zip(self.0.inputs)
            .map(|(value, input)| Ok(Owned::Numbers(value.extract::<Column<'_>>()?.read(input.name)?)))
            .collect()
    }

    /// Reads the arguments by the shapes of the inputs.
    fn read<'py>(&self, arguments: &Bound<'py, PyTuple>) -> PyResult<Vec<Owned<'py>>> {
        arguments
            .iter()
            .zip(self.0.inputs)
            .map(|(value, input)| Owned::read(input.name, input.shape, &value))
            .collect()
    }
}

/// What an argument holds while the core looks at it.
enum Owned<'py> {
    Numbers(Values<'py>),
    Lists(Vec<Values<'py>>),
    Label(String),
    Labels(Vec<String>),
    LabelLists(Vec<Vec<String>>),
    Coalitions(Vec<(String, f64)>),
    Edges(Vec<(String, String, f64)>),
}

impl<'py> Owned<'py> {
    fn read(name: &'static str, shape: Shape, value: &Bound<'py, PyAny>) -> PyResult<Self> {
        let wrong = |expected: &str| -> PyErr {
            let got =
                value.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
            PyError(Error::wrong_type(format!("`{name}` must be {expected}, got {got}"))).into()
        };
        Ok(match shape {
            Shape::List => {
                let column: Column<'py> = value.extract()?;
                Self::Numbers(Values::Array(column.read_array(name)?))
            }
            Shape::Lists => {
                let rows = value.try_iter().map_err(|_| wrong("a list of lists of numbers"))?;
                Self::Lists(
                    rows.map(|row| Ok(Values::Array(row?.extract::<Column<'py>>()?.read_array(name)?)))
                        .collect::<PyResult<_>>()?,
                )
            }
            Shape::Label => Self::Label(value.extract().map_err(|_| wrong("a name (str)"))?),
            Shape::Labels => Self::Labels(value.extract().map_err(|_| wrong("a list of names (str)"))?),
            Shape::LabelLists => {
                Self::LabelLists(value.extract().map_err(|_| wrong("a list of lists of names (str)"))?)
            }
            Shape::Coalitions => {
                let pairs = value
                    .cast::<PyDict>()
                    .map_err(|_| wrong("a dict of names, joined by `+`, to numbers"))?;
                let read = |(key, number): (Bound<'py, PyAny>, Bound<'py, PyAny>)| {
                    Ok((key.extract()?, number.extract()?))
                };
                let pairs: PyResult<Vec<(String, f64)>> = pairs.iter().map(read).collect();
                Self::Coalitions(pairs.map_err(|_| wrong("a dict of names, joined by `+`, to numbers"))?)
            }
            Shape::Edges => {
                let edges = value.try_iter().map_err(|_| wrong("a list of (name, name, number)"))?;
                let read = |edge: PyResult<Bound<'py, PyAny>>| {
                    let parts: Vec<Bound<'py, PyAny>> = edge?.try_iter()?.collect::<PyResult<_>>()?;
                    match parts.as_slice() {
                        [from, to, weight] => Ok((from.extract()?, to.extract()?, weight.extract()?)),
                        _ => Err(wrong("a list of (name, name, number)")),
                    }
                };
                let edges: PyResult<Vec<(String, String, f64)>> = edges.map(read).collect();
                Self::Edges(edges.map_err(|_| wrong("a list of (name, name, number)"))?)
            }
            _ => Self::Numbers(value.extract::<Column<'py>>()?.read(name)?),
        })
    }

    fn view(&self) -> PyResult<Argument<'_>> {
        Ok(match self {
            Self::Numbers(Values::Scalar(value)) => Argument::Number(*value),
            Self::Numbers(values) => Argument::List(values.as_slice()?),
            Self::Lists(lists) => {
                Argument::Lists(lists.iter().map(Values::as_slice).collect::<PyResult<_>>()?)
            }
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
        })
    }

    fn column(&self) -> PyResult<ukur::Column<'_>> {
        Ok(match self {
            Self::Numbers(Values::Scalar(value)) => ukur::Column::Number(*value),
            Self::Numbers(values) => ukur::Column::Values(values.as_slice()?),
            _ => ukur::Column::Values(&[]),
        })
    }
}

/// A metric's output as Python has it: float, array or dict.
fn into_python(py: Python<'_>, output: Output) -> PyResult<Bound<'_, PyAny>> {
    Ok(match output {
        Output::Number(value) => value.into_pyobject(py)?.into_any(),
        Output::List(values) => PyArray1::from_vec(py, values).into_any(),
        Output::Map(pairs) => {
            let map = PyDict::new(py);
            for (name, value) in pairs {
                map.set_item(name, value)?;
            }
            map.into_any()
        }
        _ => py.None().into_bound(py),
    })
}
