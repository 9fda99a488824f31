//! Experiments. `ukur/experiments/` has turned samples, summaries and accounts into numbers and columns.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use pyo3::prelude::*;
use ukur::experiments::by_name::{Arguments, account_totals, call};
use ukur::experiments::columns::{TestColumns, two_proportion_tests, welch_tests};
use ukur::experiments::resampling::{
    ResamplingOptions, bootstrap_comparison, bootstrap_ratio, permutation_test,
};
use ukur::experiments::sequential::{Look, confidence_sequence, confidence_sequence_of_values};
use ukur::experiments::{cuped, multiplicity};
use ukur::metrics::OnInvalid;

use crate::convert::{Column, Floats, Values, record};
use crate::errors::PyError;
use crate::progress::watched;

/// An argument that must be a column, read by its name.
fn read(columns: Vec<(String, Column<'_>)>) -> PyResult<Vec<Values<'_>>> {
    columns.into_iter().map(|(name, column)| Ok(Values::Array(column.read_array(&name)?))).collect()
}

/// A small experiment by its name, as a JSON record.
#[pyfunction]
pub(crate) fn experiments_call(
    py: Python<'_>,
    name: &str,
    numbers: Vec<f64>,
    columns: Vec<(String, Column<'_>)>,
    texts: Vec<String>,
) -> PyResult<String> {
    let columns = read(columns)?;
    let slices = columns.iter().map(Values::as_slice).collect::<PyResult<Vec<_>>>()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let result = py.detach(|| call(name, &Arguments { numbers: &numbers, columns: &slices, texts: &texts }));
    Ok(result.map_err(PyError)?)
}

/// Bootstrap or permutation of one or two groups of accounts (numerator, denominator, account), as a JSON record.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]
pub(crate) fn experiments_resample(
    py: Python<'_>,
    name: &str,
    columns: Vec<(String, Column<'_>)>,
    resamples: u32,
    seed: u64,
    exact_up_to: u32,
    level: f64,
    callback: Option<Py<PyAny>>,
) -> PyResult<String> {
    let columns = read(columns)?;
    let slices = columns.iter().map(Values::as_slice).collect::<PyResult<Vec<_>>>()?;
    let groups = slices
        .chunks_exact(3)
        .map(|group| account_totals(group[0], group[1], group[2]))
        .collect::<ukur::Result<Vec<_>>>()
        .map_err(PyError)?;
    let options = ResamplingOptions { resamples, seed, exact_up_to, level };
    match groups.as_slice() {
        [one] => record(&watched(py, callback.as_ref(), |watch| bootstrap_ratio(one, &options, watch))?),
        [one, other] if name == "permutation_test" => {
            record(&watched(py, callback.as_ref(), |watch| permutation_test(one, other, &options, watch))?)
        }
        [one, other] => record(&watched(py, callback.as_ref(), |watch| {
            bootstrap_comparison(one, other, &options, watch)
        })?),
        _ => {
            Err(PyError(ukur::Error::input("wrong_number_of_arguments", "one or two groups of accounts"))
                .into())
        }
    }
}

fn on_invalid(name: &str) -> OnInvalid {
    if name == "nan" { OnInvalid::Nan } else { OnInvalid::Raise }
}

/// Statistic, degrees of freedom (empty for z), p value, and the statuses by their names where there is no value.
type Tests = (Floats, Floats, Floats, Option<Vec<Option<&'static str>>>);

fn tests_out(tests: TestColumns) -> Tests {
    let some = tests.status.iter().any(|code| *code != 0);
    let names =
        || tests.status.iter().map(|code| ukur::Status::from_code(*code).map(ukur::Status::as_str)).collect();
    let status = some.then(names);
    (Floats(tests.statistic), Floats(tests.degrees_of_freedom), Floats(tests.p_value), status)
}

fn core_column<'a>(values: &'a Values<'_>) -> PyResult<ukur::Column<'a>> {
    Ok(match values {
        Values::Scalar(number) => ukur::Column::Number(*number),
        Values::Array(array) => ukur::Column::Values(array.as_slice()?),
    })
}

/// Two-proportion z tests row by row.
#[pyfunction]
pub(crate) fn experiments_two_proportion_tests(
    py: Python<'_>,
    x1: Column<'_>,
    n1: Column<'_>,
    x2: Column<'_>,
    n2: Column<'_>,
    invalid: &str,
) -> PyResult<Tests> {
    let given = [x1.read("x1")?, n1.read("n1")?, x2.read("x2")?, n2.read("n2")?];
    let [x1, n1, x2, n2] = &given;
    let [x1, n1, x2, n2] = [core_column(x1)?, core_column(n1)?, core_column(x2)?, core_column(n2)?];
    let invalid = on_invalid(invalid);
    Ok(tests_out(py.detach(|| two_proportion_tests(x1, n1, x2, n2, invalid)).map_err(PyError)?))
}

/// Welch tests row by row, from mean, variance and size of both groups.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]
pub(crate) fn experiments_welch_tests(
    py: Python<'_>,
    mean1: Column<'_>,
    var1: Column<'_>,
    n1: Column<'_>,
    mean2: Column<'_>,
    var2: Column<'_>,
    n2: Column<'_>,
    invalid: &str,
) -> PyResult<Tests> {
    let one = [mean1.read("mean1")?, var1.read("var1")?, n1.read("n1")?];
    let other = [mean2.read("mean2")?, var2.read("var2")?, n2.read("n2")?];
    let [mean1, var1, n1] = &one;
    let [mean2, var2, n2] = &other;
    let one = [core_column(mean1)?, core_column(var1)?, core_column(n1)?];
    let other = [core_column(mean2)?, core_column(var2)?, core_column(n2)?];
    let invalid = on_invalid(invalid);
    Ok(tests_out(py.detach(|| welch_tests(one, other, invalid)).map_err(PyError)?))
}

/// CUPED of one group: theta, variance before, after and their ratio as a JSON record, and the adjusted outcomes.
#[pyfunction]
pub(crate) fn experiments_cuped_adjust(
    py: Python<'_>,
    y: Column<'_>,
    x: Column<'_>,
) -> PyResult<(String, Floats)> {
    let (y, x) = (y.read_array("y")?, x.read_array("x")?);
    let (y, x) = (y.as_slice()?, x.as_slice()?);
    let mut result = py.detach(|| cuped::cuped_adjust(y, x)).map_err(PyError)?;
    let adjusted = std::mem::take(&mut result.adjusted);
    Ok((record(&result)?, Floats(adjusted)))
}

/// Adjusted p values, by `"holm"` or by `"benjamini_hochberg"`.
#[pyfunction]
pub(crate) fn experiments_adjust_p(py: Python<'_>, method: &str, p_values: Column<'_>) -> PyResult<Floats> {
    let p_values = p_values.read_array("p_values")?;
    let p_values = p_values.as_slice()?;
    let adjust = if method == "holm" { multiplicity::holm } else { multiplicity::benjamini_hochberg };
    Ok(Floats(py.detach(|| adjust(p_values)).map_err(PyError)?))
}

/// n, estimate, standard error, lower, upper, p value, and may stop (0 or 1), a row a look.
type Looks = (Floats, Floats, Floats, Floats, Floats, Floats, Floats);

fn looks_out(looks: &[Look]) -> Looks {
    let column = |of: fn(&Look) -> f64| Floats(looks.iter().map(of).collect());
    (
        column(|look| look.n),
        column(|look| look.estimate),
        column(|look| look.standard_error),
        column(|look| look.interval.lower),
        column(|look| look.interval.upper),
        column(|look| look.p_value),
        column(|look| f64::from(look.may_stop)),
    )
}

/// The always-valid intervals of a history of looks.
#[pyfunction]
pub(crate) fn experiments_confidence_sequence(
    py: Python<'_>,
    estimates: Column<'_>,
    standard_errors: Column<'_>,
    n: Column<'_>,
    level: f64,
    tuning_n: f64,
) -> PyResult<Looks> {
    let (estimates, errors, n) = (
        estimates.read_array("estimates")?,
        standard_errors.read_array("standard_errors")?,
        n.read_array("n")?,
    );
    let (estimates, errors, n) = (estimates.as_slice()?, errors.as_slice()?, n.as_slice()?);
    let looks = py.detach(|| confidence_sequence(estimates, errors, n, level, tuning_n)).map_err(PyError)?;
    Ok(looks_out(&looks))
}

/// The always-valid intervals of a stream of values, a look at each from the `first` on.
#[pyfunction]
pub(crate) fn experiments_confidence_sequence_of_values(
    py: Python<'_>,
    values: Column<'_>,
    reference: f64,
    first: f64,
    level: f64,
    tuning_n: f64,
) -> PyResult<Looks> {
    let values = values.read_array("values")?;
    let values = values.as_slice()?;
    let work = || confidence_sequence_of_values(values, reference, first, level, tuning_n);
    Ok(looks_out(&py.detach(work).map_err(PyError)?))
}
