//! Purchases to customers. `ukur/customers/` has turned text and dates into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use pyo3::prelude::*;
use ukur::Result;
use ukur::customers::{
    self, CohortOptions, CustomerIds, ExtraColumn, IntervalScale, Merge, Moment, Periods, Purchases,
    Returned, RfmInput, RfmOptions, SegmentRule, SummaryOptions, SurvivalOptions,
};
use ukur::units::TimeUnit;

use crate::convert::{CodesIn, Column, Flags, FlagsIn, Floats, Integers, IntegersIn, Values, record};
use crate::errors::PyError;

/// A column with its name.
type Named = (String, Floats);

/// A segment: name, and lowest and highest score of recency, frequency and money.
type Rule = (String, (u8, u8), (u8, u8), (u8, u8));

/// Purchases as the face hands them over: ids, or codes below a count; times with their ticks a day; values.
type PurchasesIn<'py> =
    (Option<IntegersIn<'py>>, Option<CodesIn<'py>>, usize, IntegersIn<'py>, i64, Option<Column<'py>>);

/// What a summary is to be: unit, end, end of the holdout (days, or ticks), merge, periods.
type TermsIn = (String, Option<(i64, bool)>, Option<(i64, bool)>, Option<String>, String);

/// The columns of purchases.
struct Table<'py> {
    ids: Option<IntegersIn<'py>>,
    codes: Option<CodesIn<'py>>,
    count: usize,
    time: IntegersIn<'py>,
    ticks_per_day: i64,
    value: Option<Values<'py>>,
}

impl<'py> Table<'py> {
    fn read((ids, codes, count, time, ticks_per_day, value): PurchasesIn<'py>) -> PyResult<Self> {
        let value = value.map(|value| value.read("value")).transpose()?;
        Ok(Self { ids, codes, count, time, ticks_per_day, value })
    }

    fn purchases(&self) -> PyResult<Purchases<'_>> {
        let customer = match (&self.ids, &self.codes) {
            (Some(ids), _) => CustomerIds::Integers(ids.as_slice()?),
            (None, Some(codes)) => CustomerIds::Codes { codes: codes.as_slice()?, count: self.count },
            (None, None) => CustomerIds::Integers(&[]),
        };
        let value = self.value.as_ref().map(Values::as_slice).transpose()?;
        Ok(Purchases { customer, time: self.time.as_slice()?, ticks_per_day: self.ticks_per_day, value })
    }
}

/// A day, or a tick of the purchases' own.
fn moment(given: Option<(i64, bool)>) -> Option<Moment> {
    given.map(|(number, is_day)| if is_day { Moment::Day(number) } else { Moment::Tick(number) })
}

fn options((unit, end, holdout_end, merge, periods): TermsIn) -> PyResult<SummaryOptions> {
    Ok(SummaryOptions {
        unit: TimeUnit::parse("unit", &unit).map_err(PyError)?,
        end: moment(end),
        holdout_end: moment(holdout_end),
        merge: merge.map(|merge| Merge::parse("merge", &merge)).transpose().map_err(PyError)?,
        periods: Periods::parse("periods", &periods).map_err(PyError)?,
        ..SummaryOptions::default()
    })
}

/// One row a customer: the customers, the other columns, the report.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "the face calls it, with every argument")]
pub(crate) fn customers_summarise(
    py: Python<'_>,
    purchases: PurchasesIn<'_>,
    terms: TermsIn,
    include_first_transaction: bool,
    extra: Vec<String>,
) -> PyResult<(Integers, Vec<Named>, String)> {
    let extra = extra.iter().map(|name| ExtraColumn::parse("extra", name)).collect::<Result<Vec<_>>>();
    let options =
        SummaryOptions { include_first_transaction, extra: extra.map_err(PyError)?, ..options(terms)? };
    let table = Table::read(purchases)?;
    let purchases = table.purchases()?;
    let summary = py.detach(|| customers::summarise(&purchases, &options)).map_err(PyError)?;
    let mut columns: Vec<Named> = Vec::new();
    let mut add = |name: &str, column| columns.push((name.to_owned(), Floats(column)));
    let rows = summary.frequency.len();
    add("frequency", summary.frequency);
    add("recency", summary.recency);
    add("T", summary.age);
    if let Some(column) = summary.monetary_value {
        add("monetary_value", column);
    }
    if let Some(holdout) = summary.holdout {
        add("holdout_frequency", holdout.frequency);
        if let Some(column) = holdout.monetary_value {
            add("holdout_monetary_value", column);
        }
        add("holdout_T", vec![holdout.duration; rows]);
    }
    for (name, column) in summary.extra {
        add(name.as_str(), column);
    }
    Ok((Integers(summary.customer), columns, record(&summary.report)?))
}

/// Repeat purchases by period: ends of the periods, which lie in the holdout, counts, cumulative counts.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "the face calls it, with every argument")]
pub(crate) fn customers_tracking(
    py: Python<'_>,
    purchases: PurchasesIn<'_>,
    terms: TermsIn,
    step: f64,
) -> PyResult<(Floats, Flags, Floats, Floats)> {
    let options = options(terms)?;
    let table = Table::read(purchases)?;
    let purchases = table.purchases()?;
    let found = py.detach(|| customers::tracking(&purchases, &options, step)).map_err(PyError)?;
    Ok((Floats(found.time), Flags(found.holdout), Floats(found.repeat_purchases), Floats(found.cumulative)))
}

/// Retention by cohort: the first days of the cohorts, the other columns, which cells are complete, the report.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "the face calls it, with every argument")]
pub(crate) fn customers_cohorts(
    py: Python<'_>,
    purchases: PurchasesIn<'_>,
    unit: &str,
    end: Option<(i64, bool)>,
    returned: &str,
    max_age: Option<u32>,
) -> PyResult<(Integers, Vec<Named>, Flags, String)> {
    let options = CohortOptions {
        unit: TimeUnit::parse("unit", unit).map_err(PyError)?,
        end: moment(end),
        returned: Returned::parse("returned", returned).map_err(PyError)?,
        max_age,
    };
    let table = Table::read(purchases)?;
    let purchases = table.purchases()?;
    let cohorts = py.detach(|| customers::cohorts(&purchases, &options)).map_err(PyError)?;
    let mut columns = vec![
        ("age".to_owned(), Floats(cohorts.age)),
        ("customers".to_owned(), Floats(cohorts.customers)),
        ("active".to_owned(), Floats(cohorts.active)),
        ("retention".to_owned(), Floats(cohorts.retention)),
    ];
    columns.extend(cohorts.value.map(|value| ("value".to_owned(), Floats(value))));
    Ok((Integers(cohorts.cohort), columns, Flags(cohorts.complete), record(&cohorts.report)?))
}

/// The time since the last purchase from recency and T.
#[pyfunction]
#[pyo3(signature = (recency, age))]
pub(crate) fn customers_time_since_last(recency: Column<'_>, age: Column<'_>) -> PyResult<Floats> {
    let (recency, age) = (recency.read_array("recency")?, age.read_array("T")?);
    Ok(Floats(customers::time_since_last(recency.as_slice()?, age.as_slice()?).map_err(PyError)?))
}

/// Scores and segments: the columns, the index of the segment, the segments' names.
#[pyfunction]
#[pyo3(signature = (time_since_last, frequency, monetary_value, scores, weights, segments))]
pub(crate) fn customers_rfm_segments(
    py: Python<'_>,
    time_since_last: Column<'_>,
    frequency: Column<'_>,
    monetary_value: Option<Column<'_>>,
    scores: u8,
    weights: [f64; 3],
    segments: Option<Vec<Rule>>,
) -> PyResult<(Vec<Named>, Vec<u32>, Vec<String>)> {
    let rule = |(name, recency, frequency, monetary)| SegmentRule { name, recency, frequency, monetary };
    let options =
        RfmOptions { scores, weights, segments: segments.map(|rules| rules.into_iter().map(rule).collect()) };
    let since = time_since_last.read_array("time_since_last")?;
    let frequency = frequency.read_array("frequency")?;
    let money = monetary_value.map(|money| money.read_array("monetary_value")).transpose()?;
    let input = RfmInput {
        time_since_last: since.as_slice()?,
        frequency: frequency.as_slice()?,
        monetary_value: money.as_ref().map(|money| money.as_slice()).transpose()?,
    };
    let table = py.detach(|| customers::rfm_segments(&input, &options)).map_err(PyError)?;
    let mut columns = vec![
        ("recency_score".to_owned(), Floats(table.recency_score)),
        ("frequency_score".to_owned(), Floats(table.frequency_score)),
    ];
    columns.extend(table.monetary_score.map(|scores| ("monetary_score".to_owned(), Floats(scores))));
    columns.push(("rfm_cell".to_owned(), Floats(table.rfm_cell)));
    columns.push(("rfm_score".to_owned(), Floats(table.rfm_score)));
    Ok((columns, table.segment, table.segments))
}

/// The Kaplan-Meier curve, column by column.
#[pyfunction]
#[pyo3(signature = (durations, observed, weights, confidence, scale))]
pub(crate) fn customers_kaplan_meier(
    py: Python<'_>,
    durations: Column<'_>,
    observed: Option<FlagsIn<'_>>,
    weights: Option<Column<'_>>,
    confidence: f64,
    scale: &str,
) -> PyResult<Vec<Named>> {
    let options =
        SurvivalOptions { confidence, scale: IntervalScale::parse("scale", scale).map_err(PyError)? };
    let durations = durations.read_array("durations")?;
    let weights = weights.map(|weights| weights.read_array("weights")).transpose()?;
    let durations = durations.as_slice()?;
    let observed = observed.as_ref().map(FlagsIn::as_slice).transpose()?;
    let weights = weights.as_ref().map(|weights| weights.as_slice()).transpose()?;
    let curve =
        py.detach(|| customers::kaplan_meier(durations, observed, weights, &options)).map_err(PyError)?;
    Ok([
        ("time", curve.time),
        ("at_risk", curve.at_risk),
        ("events", curve.events),
        ("censored", curve.censored),
        ("survival", curve.survival),
        ("standard_error", curve.standard_error),
        ("lower", curve.lower),
        ("upper", curve.upper),
    ]
    .map(|(name, column)| (name.to_owned(), Floats(column)))
    .into())
}

/// A survival curve at one time.
#[pyfunction]
#[pyo3(signature = (times, survival, time))]
pub(crate) fn customers_survival_at(times: Column<'_>, survival: Column<'_>, time: f64) -> PyResult<f64> {
    let (times, survival) = (times.read_array("times")?, survival.read_array("survival")?);
    Ok(customers::survival_at(times.as_slice()?, survival.as_slice()?, time).map_err(PyError)?)
}

/// The time at which a survival curve falls to a share.
#[pyfunction]
#[pyo3(signature = (times, survival, share))]
pub(crate) fn customers_survival_time(times: Column<'_>, survival: Column<'_>, share: f64) -> PyResult<f64> {
    let (times, survival) = (times.read_array("times")?, survival.read_array("survival")?);
    Ok(customers::survival_time(times.as_slice()?, survival.as_slice()?, share).map_err(PyError)?)
}

/// Dates from text, in microseconds; whether all are dates without a time; whether they carry offsets.
#[pyfunction]
#[pyo3(signature = (argument, texts, rows, date_format))]
pub(crate) fn read_dates(
    argument: &str,
    texts: Vec<String>,
    rows: Option<Vec<usize>>,
    date_format: Option<&str>,
) -> PyResult<(Integers, bool, bool)> {
    let read = ukur::dates::read_dates(argument, &texts, rows.as_deref(), date_format).map_err(PyError)?;
    Ok((Integers(read.ticks), read.dates_only, read.with_offset))
}
