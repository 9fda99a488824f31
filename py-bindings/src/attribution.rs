//! Journeys and their credits. `ukur/attribution.py` has turned customers and channels into codes, and dates
//! into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls them, with every argument")]

use pyo3::prelude::*;
use ukur::attribution::{
    self, CountedPaths, Events, JourneyOptions, Journeys, MarkovOptions, Removal, Rule, ShapleyOptions, Worth,
};

use crate::convert::{Codes, CodesIn, Column, Floats, Values, record, whole};
use crate::errors::PyError;
use crate::progress::watched;

/// Journeys or paths as the face hands them over: how many channels; offsets, steps, conversions, values, nulls.
type PathsIn<'py> = (usize, CodesIn<'py>, CodesIn<'py>, Column<'py>, Column<'py>, Column<'py>);

/// Offsets, steps, ages, conversions, values.
type JourneyColumns = (Codes, Codes, Floats, Floats, Floats);

/// Offsets, steps, conversions, values, nulls.
type PathColumns = (Codes, Codes, Floats, Floats, Floats);

fn offsets(codes: &CodesIn<'_>) -> PyResult<Vec<usize>> {
    Ok(codes.as_slice()?.iter().map(|&offset| offset as usize).collect())
}

fn codes(offsets: &[usize]) -> Codes {
    Codes(offsets.iter().map(|&offset| offset as u32).collect())
}

/// The same, as the core takes them.
type Slices<'a> = (usize, &'a [usize], &'a [u32], &'a [f64], &'a [f64], &'a [f64]);

/// The columns of journeys or paths.
struct Given<'py> {
    channel_count: usize,
    offsets: Vec<usize>,
    steps: CodesIn<'py>,
    conversions: Values<'py>,
    values: Values<'py>,
    nulls: Values<'py>,
}

impl<'py> Given<'py> {
    fn read((channel_count, at, steps, conversions, values, nulls): PathsIn<'py>) -> PyResult<Self> {
        Ok(Self {
            channel_count,
            offsets: offsets(&at)?,
            steps,
            conversions: conversions.read("conversions")?,
            values: values.read("values")?,
            nulls: nulls.read("nulls")?,
        })
    }

    fn slices(&self) -> PyResult<Slices<'_>> {
        let (conversions, values) = (self.conversions.as_slice()?, self.values.as_slice()?);
        let (steps, nulls) = (self.steps.as_slice()?, self.nulls.as_slice()?);
        Ok((self.channel_count, &self.offsets, steps, conversions, values, nulls))
    }

    /// Checks and counts them, with the interpreter released.
    fn counted(&self, py: Python<'_>) -> PyResult<CountedPaths<'static>> {
        let (channels, offsets, steps, conversions, values, nulls) = self.slices()?;
        py.detach(|| CountedPaths::count(channels, offsets, steps, conversions, values, nulls))
            .map_err(|error| PyError(error).into())
    }

    /// Checks them and borrows them as they are, with the interpreter released.
    fn uncounted(&self, py: Python<'_>) -> PyResult<CountedPaths<'_>> {
        let (channels, offsets, steps, conversions, values, nulls) = self.slices()?;
        py.detach(|| CountedPaths::uncounted(channels, offsets, steps, conversions, values, nulls))
            .map_err(|error| PyError(error).into())
    }
}

/// Paths written as text, joined by the character of code 0: names, offsets, steps.
#[pyfunction]
pub(crate) fn attribution_paths(
    py: Python<'_>,
    text: &str,
    rows: usize,
    separator: &str,
) -> PyResult<(Vec<String>, Codes, Codes)> {
    let read = py.detach(|| attribution::paths_from_joined(text, rows, separator)).map_err(PyError)?;
    Ok((read.channels, codes(&read.offsets), Codes(read.steps)))
}

/// Cuts events into journeys.
#[pyfunction]
pub(crate) fn attribution_journeys(
    py: Python<'_>,
    channel_count: usize,
    customer: CodesIn<'_>,
    time: Column<'_>,
    channel: CodesIn<'_>,
    conversions: Column<'_>,
    values: Column<'_>,
    lookback: Option<f64>,
    lapse_after: Option<f64>,
) -> PyResult<JourneyColumns> {
    let (time, conversions, values) =
        (time.read("time")?, conversions.read("conversions")?, values.read("values")?);
    let events = Events {
        customer: customer.as_slice()?,
        time: time.as_slice()?,
        channel: channel.as_slice()?,
        conversions: conversions.as_slice()?,
        values: values.as_slice()?,
    };
    let options = JourneyOptions { lookback, lapse_after };
    let journeys = py.detach(|| Journeys::from_events(channel_count, &events, options)).map_err(PyError)?;
    Ok((
        codes(journeys.offsets()),
        Codes(journeys.steps().to_vec()),
        Floats(journeys.all_ages().to_vec()),
        Floats(journeys.conversions().to_vec()),
        Floats(journeys.values().to_vec()),
    ))
}

/// Identical paths once.
#[pyfunction]
pub(crate) fn attribution_count(py: Python<'_>, paths: PathsIn<'_>) -> PyResult<PathColumns> {
    let counted = Given::read(paths)?.counted(py)?;
    Ok((
        codes(counted.offsets()),
        Codes(counted.steps().to_vec()),
        Floats(counted.conversions().to_vec()),
        Floats(counted.values().to_vec()),
        Floats(counted.nulls().to_vec()),
    ))
}

/// Credit by a rule.
#[pyfunction]
pub(crate) fn attribution_attribute(
    py: Python<'_>,
    paths: PathsIn<'_>,
    rule: &str,
    first: f64,
    last: f64,
) -> PyResult<String> {
    let rule = Rule::parse(rule, first, last).map_err(PyError)?;
    let given = Given::read(paths)?;
    let paths = given.uncounted(py)?;
    record(&py.detach(|| attribution::attribute(&paths, rule)).map_err(PyError)?)
}

/// Credit by age.
#[pyfunction]
pub(crate) fn attribution_time_decay(
    py: Python<'_>,
    channel_count: usize,
    offsets_in: CodesIn<'_>,
    steps: CodesIn<'_>,
    ages: Column<'_>,
    conversions: Column<'_>,
    values: Column<'_>,
    half_life: f64,
) -> PyResult<String> {
    let (ages, conversions, values) =
        (ages.read("ages")?, conversions.read("conversions")?, values.read("values")?);
    let journeys = Journeys::from_columns(
        channel_count,
        offsets(&offsets_in)?,
        steps.as_slice()?.to_vec(),
        ages.as_slice()?.to_vec(),
        conversions.as_slice()?.to_vec(),
        values.as_slice()?.to_vec(),
    )
    .map_err(PyError)?;
    record(&py.detach(|| attribution::attribute_time_decay(&journeys, half_life)).map_err(PyError)?)
}

/// Credit by removal effect.
#[pyfunction]
pub(crate) fn attribution_markov(
    py: Python<'_>,
    paths: PathsIn<'_>,
    order: f64,
    removal: &str,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let options =
        MarkovOptions { order: whole("order", order)?, removal: Removal::parse(removal).map_err(PyError)? };
    let given = Given::read(paths)?;
    let paths = given.uncounted(py)?;
    record(&watched(py, progress.as_ref(), |watch| attribution::markov(&paths, options, watch))?)
}

/// Context offsets, contexts, from, to, count, probability.
type MatrixColumns = (Codes, Codes, Codes, Codes, Floats, Floats);

/// The moves of the chain.
#[pyfunction]
pub(crate) fn attribution_transition_matrix(
    py: Python<'_>,
    paths: PathsIn<'_>,
    order: f64,
) -> PyResult<MatrixColumns> {
    let order = whole("order", order)?;
    let given = Given::read(paths)?;
    let paths = given.uncounted(py)?;
    let matrix = py.detach(|| attribution::markov::transition_matrix(&paths, order)).map_err(PyError)?;
    let mut context_offsets = vec![0];
    let mut contexts = Vec::new();
    for context in &matrix.contexts {
        contexts.extend_from_slice(context);
        context_offsets.push(contexts.len());
    }
    Ok((
        codes(&context_offsets),
        Codes(contexts),
        Codes(matrix.source),
        Codes(matrix.target),
        Floats(matrix.count),
        Floats(matrix.probability),
    ))
}

/// Credit by Shapley value.
#[pyfunction]
pub(crate) fn attribution_shapley(
    py: Python<'_>,
    paths: PathsIn<'_>,
    worth: &str,
    exact_up_to: f64,
    permutations: f64,
    seed: f64,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let options = ShapleyOptions {
        worth: Worth::parse(worth).map_err(PyError)?,
        exact_up_to: whole("exact_up_to", exact_up_to)?,
        permutations: whole("permutations", permutations)?,
        seed: whole("seed", seed)? as u64,
    };
    let given = Given::read(paths)?;
    let paths = given.uncounted(py)?;
    record(&watched(py, progress.as_ref(), |watch| attribution::shapley(&paths, options, watch))?)
}

/// The Shapley values of a game written as the worth of every coalition.
#[pyfunction]
pub(crate) fn attribution_shapley_values(
    py: Python<'_>,
    players: usize,
    worth: Column<'_>,
) -> PyResult<Floats> {
    let worth = worth.read("worth")?;
    let worth = worth.as_slice()?;
    let values = py.detach(|| attribution::shapley::shapley_values(players, worth)).map_err(PyError)?;
    Ok(Floats(values))
}
