//! Values and statuses, for one row or for columns.

use super::argument::{Argument, Output};
#[cfg(feature = "column-kernels")]
use super::kernel::{Elementwise, Kernel};
use super::kernel::{Refusal, Refused};
use crate::catalogue::{Metric, Shape, find, nearest};
use crate::column::common_length;
use crate::{Column, Error, Result, Status};

/// Rows a block: few enough for the first cache level, many enough to forget the call.
#[cfg(feature = "column-kernels")]
const BLOCK: usize = 1024;

/// What to do with an invalid value in a column: infinite, or outside its domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnInvalid {
    /// Refuse the whole column, naming argument, row and value.
    #[default]
    Raise,
    /// Make the row NaN, with its status.
    Nan,
}

/// One result: a value, or the status that says why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The value.
    pub value: Option<Output>,
    /// Why there is no value.
    pub status: Option<Status>,
}

/// A column of results.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes {
    /// The values; NaN where there is none.
    pub values: Vec<f64>,
    /// A code a row: 0 where there is a value, else [`Status::from_code`].
    pub statuses: Vec<u8>,
}

impl Metric {
    /// Fills a column with the metric of every row; `statuses`, if given, gets a code a row (0: a value).
    ///
    /// # Errors
    /// Columns of different length; with [`OnInvalid::Raise`] the first invalid value, with its row. `values` then
    /// holds no result.
    pub(crate) fn fill(
        &self,
        columns: &[Column<'_>],
        values: &mut [f64],
        statuses: Option<&mut [u8]>,
        on_invalid: OnInvalid,
    ) -> Result<()> {
        if !self.is_elementwise() {
            return Err(Error::input(
                "not_elementwise",
                format!(
                    "`{}` takes lists and gives one result; call it once for each group of rows",
                    self.id
                ),
            ));
        }
        #[cfg(feature = "column-kernels")]
        if let Kernel::Elementwise(elementwise) = &self.kernel {
            return self.fill_blocks(elementwise, columns, values, statuses, on_invalid);
        }
        self.fill_rows(columns, 0, values, statuses, on_invalid)
    }

    /// [`fill`](Self::fill) by blocks of rows, row by row only where a block has a row without a value.
    #[cfg(feature = "column-kernels")]
    fn fill_blocks(
        &self,
        elementwise: &Elementwise,
        columns: &[Column<'_>],
        values: &mut [f64],
        mut statuses: Option<&mut [u8]>,
        on_invalid: OnInvalid,
    ) -> Result<()> {
        let mut constants: Vec<[f64; BLOCK]> = Vec::new();
        for column in columns {
            if let Column::Number(value) = column {
                constants.push([*value; BLOCK]);
            }
        }
        for start in (0..values.len()).step_by(BLOCK) {
            let end = (start + BLOCK).min(values.len());
            let mut constant = constants.iter();
            let mut slices: [&[f64]; 16] = [&[]; 16];
            for (slice, column) in slices.iter_mut().zip(columns) {
                *slice = match column {
                    Column::Values(values) => values.get(start..end).unwrap_or(&[]),
                    Column::Number(_) => constant.next().and_then(|c| c.get(..end - start)).unwrap_or(&[]),
                };
            }
            let slices = slices.get(..columns.len()).unwrap_or(&[]);
            let filled = elementwise.fill_block(slices, &mut values[start..end]);
            let statuses = statuses.as_deref_mut().map(|statuses| &mut statuses[start..end]);
            if filled {
                if let Some(statuses) = statuses {
                    statuses.fill(0);
                }
            } else {
                self.fill_rows(columns, start, &mut values[start..end], statuses, on_invalid)?;
            }
        }
        Ok(())
    }

    /// [`fill`](Self::fill) of the rows from `first` on, one by one.
    fn fill_rows(
        &self,
        columns: &[Column<'_>],
        first: usize,
        values: &mut [f64],
        mut statuses: Option<&mut [u8]>,
        on_invalid: OnInvalid,
    ) -> Result<()> {
        let mut row_values = vec![0.0; columns.len()];
        for (at, slot) in values.iter_mut().enumerate() {
            let row = first + at;
            for (value, column) in row_values.iter_mut().zip(columns) {
                *value = column.at(row);
            }
            let result = self.row(&row_values);
            let refusal = result.err();
            *slot = match refusal {
                Some(refusal) if on_invalid == OnInvalid::Raise && refusal.status.is_invalid_input() => {
                    return Err(self.explain_row(refusal, &row_values).at_row(row));
                }
                _ => result.unwrap_or(f64::NAN),
            };
            if let Some(code) = statuses.as_mut().and_then(|statuses| statuses.get_mut(at)) {
                *code = refusal.map_or(0, |refusal| refusal.status as u8);
            }
        }
        Ok(())
    }

    /// The metric of every row; one row if every column is a number.
    pub(crate) fn columns(&self, columns: &[Column<'_>]) -> Result<Vec<f64>> {
        let rows = self.common_length(columns)?.unwrap_or(1);
        let mut values = vec![0.0; rows];
        self.fill(columns, &mut values, None, OnInvalid::Raise)?;
        Ok(values)
    }

    /// The common length of the columns of this metric's inputs; `None` when all are numbers.
    pub(crate) fn common_length(&self, columns: &[Column<'_>]) -> Result<Option<usize>> {
        if columns.len() != self.inputs.len() {
            return Err(self.explain(Refusal::SHAPE, &[]));
        }
        let names: Vec<_> = self.inputs.iter().map(|input| input.name).collect();
        common_length(&names, columns)
    }

    /// Puts named arguments into the order of the entry.
    pub(crate) fn arrange<T: Clone>(&self, named: &[(&str, T)]) -> Result<Vec<T>> {
        for (name, _) in named {
            if self.input_index(name).is_none() {
                let near = nearest(name, &mut self.inputs.iter().map(|input| input.name));
                return Err(Error::input(
                    "unknown_input",
                    format!("`{}` has no input `{name}`; {near}", self.id),
                ));
            }
        }
        self.inputs
            .iter()
            .map(|input| {
                let mut found = named.iter().filter(|(name, _)| *name == input.name);
                match (found.next(), found.next()) {
                    (Some((_, value)), None) => Ok(value.clone()),
                    (None, _) => Err(Error::input(
                        "missing_input",
                        format!("`{}` needs the input `{}`", self.id, input.name),
                    )),
                    (Some(_), Some(_)) => Err(Error::input(
                        "repeated_input",
                        format!("`{}` got the input `{}` twice; give it once", self.id, input.name),
                    )),
                }
            })
            .collect()
    }

    /// Checks the shapes of arguments against the entry; a column is allowed where a number is.
    pub(crate) fn check_shapes(&self, arguments: &[Argument<'_>]) -> Result<()> {
        if arguments.len() != self.inputs.len() {
            return Err(self.explain(Refusal::SHAPE, arguments));
        }
        for (input, argument) in self.inputs.iter().zip(arguments) {
            let shape = argument.shape();
            let column = self.is_elementwise() && shape == Shape::List;
            if shape != input.shape && !column {
                return Err(Error::wrong_type(format!(
                    "`{}` must be {}, got {}",
                    input.name,
                    words(input.shape),
                    words(shape)
                )));
            }
        }
        Ok(())
    }
}

/// A shape in words.
const fn words(shape: Shape) -> &'static str {
    match shape {
        Shape::Number => "a number",
        Shape::List => "a list of numbers",
        Shape::Lists => "a list of lists of numbers",
        Shape::Label => "a name",
        Shape::Labels => "a list of names",
        Shape::LabelLists => "a list of lists of names",
        Shape::Coalitions => "names, joined by `+`, with a number each",
        Shape::Edges => "a list of (name, name, number)",
    }
}

/// Value and status of a metric at named arguments. A listed status is a result, not an error.
///
/// # Errors
/// An unknown metric or input, a missing input, an argument of the wrong shape, or a column (see
/// [`evaluate_columns`]).
///
/// ```
/// use ukur::metrics::{Argument, Output, evaluate};
/// let outcome = evaluate("cpm", &[("cost", Argument::Number(250.0)), ("impressions", Argument::Number(0.0))])?;
/// assert_eq!(outcome.value, None);
/// assert_eq!(outcome.status, Some(ukur::Status::ZeroDenominator));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn evaluate(id: &str, inputs: &[(&str, Argument<'_>)]) -> Result<Outcome> {
    let metric = find(id)?;
    metric.outcome(&metric.arrange(inputs)?)
}

impl Metric {
    /// The metric at arguments in the order of its inputs: a number for numbers, a list for columns.
    ///
    /// # Errors
    /// As the metric's own function; with [`OnInvalid::Nan`] an invalid row of a column is NaN.
    ///
    /// ```
    /// use ukur::metrics::{Argument, OnInvalid, Output};
    /// let cpm = ukur::catalogue::find("cpm")?;
    /// let value = cpm.compute(&[Argument::Number(250.0), Argument::Number(50_000.0)], OnInvalid::Raise)?;
    /// assert_eq!(value, Output::Number(5.0));
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn compute(&self, arguments: &[Argument<'_>], on_invalid: OnInvalid) -> Result<Output> {
        self.check_shapes(arguments)?;
        if !self.is_elementwise() {
            return self.reduce(arguments);
        }
        if let Some(numbers) = numbers(arguments) {
            return self.number(&numbers).map(Output::Number);
        }
        let mut values = vec![0.0; self.rows(arguments)?.unwrap_or(1)];
        self.compute_into(arguments, &mut values, on_invalid)?;
        Ok(Output::List(values))
    }

    /// The number of rows that [`compute`](Self::compute) gives; `None` where it gives one result.
    ///
    /// # Errors
    /// Arguments of the wrong number or shape, or columns of different length.
    pub fn rows(&self, arguments: &[Argument<'_>]) -> Result<Option<usize>> {
        self.check_shapes(arguments)?;
        if self.is_elementwise() { self.common_length(&columns(arguments)) } else { Ok(None) }
    }

    /// [`compute`](Self::compute) of columns into memory of the caller's, as many rows as [`rows`](Self::rows) says.
    ///
    /// # Errors
    /// As `compute`; `values` then holds no result.
    pub fn compute_into(
        &self,
        arguments: &[Argument<'_>],
        values: &mut [f64],
        on_invalid: OnInvalid,
    ) -> Result<()> {
        self.fill(&columns(arguments), values, None, on_invalid)
    }

    /// Value and status at arguments in the order of the inputs; a listed status is a result, not an error.
    ///
    /// # Errors
    /// Arguments of the wrong number or shape, or columns.
    pub fn outcome(&self, arguments: &[Argument<'_>]) -> Result<Outcome> {
        self.check_shapes(arguments)?;
        let result = if !self.is_elementwise() {
            self.reduced(arguments)
        } else if let Some(numbers) = numbers(arguments) {
            self.row(&numbers).map(Output::Number).map_err(Refused::Entry)
        } else {
            return Err(Error::wrong_type(format!(
                "`{}` got a column where one number is expected",
                self.id
            )));
        };
        match result {
            Ok(value) => Ok(Outcome { value: Some(value), status: None }),
            Err(refused) => match refused.status() {
                Some(status) => Ok(Outcome { value: None, status: Some(status) }),
                None => Err(self.explain_refused(refused, arguments)),
            },
        }
    }

    /// Values and statuses of every row, for columns in the order of the inputs.
    ///
    /// # Errors
    /// A metric of lists, or columns of different length.
    pub fn outcomes(&self, columns: &[Column<'_>]) -> Result<Outcomes> {
        let rows = self.common_length(columns)?.unwrap_or(1);
        let mut outcomes = Outcomes { values: vec![0.0; rows], statuses: vec![0; rows] };
        self.fill(columns, &mut outcomes.values, Some(&mut outcomes.statuses), OnInvalid::Nan)?;
        Ok(outcomes)
    }
}

/// The arguments as numbers, if all are.
fn numbers(arguments: &[Argument<'_>]) -> Option<Vec<f64>> {
    arguments
        .iter()
        .map(|argument| if let Argument::Number(value) = argument { Some(*value) } else { None })
        .collect()
}

/// The arguments of an elementwise metric as columns; their shapes have been checked.
fn columns<'a>(arguments: &[Argument<'a>]) -> Vec<Column<'a>> {
    arguments
        .iter()
        .map(|argument| match argument {
            Argument::Number(value) => Column::Number(*value),
            Argument::List(values) => Column::Values(values),
            _ => Column::Values(&[]),
        })
        .collect()
}

/// Values and statuses of an elementwise metric over columns.
///
/// # Errors
/// An unknown metric or input, a missing input, a metric of lists, or columns of different length.
///
/// ```
/// use ukur::{Column, metrics::evaluate_columns};
/// let impressions = [50_000.0, 0.0];
/// let outcomes = evaluate_columns("cpm", &[("cost", Column::Number(250.0)), ("impressions", Column::from(&impressions))])?;
/// assert_eq!(outcomes.values[0], 5.0);
/// assert_eq!(ukur::Status::from_code(outcomes.statuses[1]), Some(ukur::Status::ZeroDenominator));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn evaluate_columns(id: &str, inputs: &[(&str, Column<'_>)]) -> Result<Outcomes> {
    let metric = find(id)?;
    metric.outcomes(&metric.arrange(inputs)?)
}
