//! Judging a model on purchases that it has not seen: errors beside naive benchmarks, calibration, tracking.
//!
//! Every table is one that a plot is drawn from. Sums do not depend on the order of the rows, to the last bit.
//!
//! Sources: Fader, Hardie & Lee 2005, Marketing Science 24:275 (tracking, conditional expectations); Wübben &
//! von Wangenheim 2008, Journal of Marketing 72:82 (why naive rules belong beside a model).

use super::histories::{Histories, check_count, same_length};
use super::purchase::{PurchaseModel, check_horizon};
use crate::customers::{Tracking, period_ends};
use crate::numerics::elementary::within;
use crate::numerics::summation::ExactSum;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result};

/// What was observed after the end of calibration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HoldoutData<'a> {
    /// Purchases of each customer in the holdout.
    pub frequency: &'a [f64],
    /// The length of the holdout, in the unit of the histories.
    pub horizon: f64,
    /// Repeat purchases by period ([`tracking`](crate::customers::tracking())), for the tracking table.
    pub tracking: Option<&'a Tracking>,
}

/// How fine the tables are.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidationOptions {
    /// Groups of equally many customers, by expected purchases.
    pub groups: usize,
    /// Customers with this many repeat purchases or more are shown together.
    pub most: usize,
}

impl Default for ValidationOptions {
    /// Ten groups; 7 purchases and more together.
    fn default() -> Self {
        Self { groups: 10, most: 7 }
    }
}

/// Errors of the model and of two naive rules, a row each.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Errors {
    /// `"model"`; `"same_rate"`: every customer goes on at his or her own rate, `x / T`; `"average_rate"`: every
    /// customer buys at the rate of all, the sum of `x` over the sum of `T`.
    pub method: Vec<String>,
    /// Purchases expected in the holdout, of all customers.
    pub expected: Vec<f64>,
    /// Purchases made.
    pub actual: Vec<f64>,
    /// Expected less actual.
    pub error: Vec<f64>,
    /// The error over the actual number; none where nobody bought.
    pub relative_error: Vec<Option<f64>>,
    /// Mean over the customers of `|expected - actual|`.
    pub mean_absolute_error: Vec<f64>,
    /// Root of the mean over the customers of `(expected - actual)^2`.
    pub root_mean_squared_error: Vec<f64>,
    /// Correlation of expected and actual; none where one of them does not vary.
    pub correlation: Vec<Option<f64>>,
    /// Share of all holdout purchases that the best group (of so many as the calibration table has) of the method's
    /// ranking made; none where nobody bought. Customers of equal rank share alike.
    pub top_group_share: Vec<Option<f64>>,
}

/// Customers in groups of equal size by what the model expects of them, the most first.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Calibration {
    /// 1 for the group of whom most is expected.
    pub group: Vec<f64>,
    /// Customers in the group; customers of whom the same is expected are shared out, so it may be broken.
    pub customers: Vec<f64>,
    /// Mean purchases expected in the holdout.
    pub expected: Vec<f64>,
    /// Mean purchases made.
    pub actual: Vec<f64>,
}

/// Customers by repeat purchases in calibration, and what came after.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ByFrequency {
    /// Repeat purchases; the last row holds those with so many or more.
    pub frequency: Vec<f64>,
    /// Customers.
    pub customers: Vec<f64>,
    /// Customers that the model expects with so many, given their ages.
    pub expected_customers: Vec<f64>,
    /// Mean purchases expected in the holdout; none without customers.
    pub expected: Vec<Option<f64>>,
    /// Mean purchases made.
    pub actual: Vec<Option<f64>>,
    /// Mean purchases expected by the rule `"same_rate"`.
    pub same_rate: Vec<Option<f64>>,
}

/// Repeat purchases of all customers by period: expected from their first purchases, and counted.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tracked {
    /// The end of the period, in units since the first purchase of all.
    pub time: Vec<f64>,
    /// True for periods after the end of calibration.
    pub holdout: Vec<bool>,
    /// Expected in the period.
    pub expected: Vec<f64>,
    /// Counted in the period, where the counts were given.
    pub actual: Vec<Option<f64>>,
    /// Expected so far.
    pub expected_cumulative: Vec<f64>,
    /// Counted so far.
    pub actual_cumulative: Vec<Option<f64>>,
}

/// How a model did on purchases that it has not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Validation {
    /// Customers (the sum of the weights).
    pub customers: f64,
    /// The length of the holdout.
    pub horizon: f64,
    /// Errors in total and by customer, beside naive rules.
    pub errors: Errors,
    /// Calibration by groups of expected purchases.
    pub calibration: Calibration,
    /// What came after each number of repeat purchases.
    pub by_frequency: ByFrequency,
    /// Purchases by period.
    pub tracking: Tracked,
}

/// Groups and rows beyond these are refused.
const MOST_ROWS: usize = 10_000;

/// Judges a model on what customers did after the end of calibration.
///
/// ```
/// use ukur::models::{BgNbd, Histories, HoldoutData, ValidationOptions, validate};
/// let model = BgNbd::new(0.243, 4.414, 0.793, 2.426)?;
/// let histories = Histories::new(&[2.0, 0.0, 5.0], &[30.4, 0.0, 35.0], &[38.9, 38.9, 38.9])?;
/// let holdout = HoldoutData { frequency: &[1.0, 0.0, 6.0], horizon: 39.0, tracking: None };
/// let found = validate(&model, &histories, &holdout, &ValidationOptions { groups: 3, most: 7 })?;
/// assert_eq!(found.errors.actual[0], 7.0);
/// assert!(found.errors.mean_absolute_error[0] < found.errors.mean_absolute_error[2]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// Columns of unequal length, holdout purchases that are no counts, a horizon that is not above 0, no customers,
/// no groups; and what the model refuses.
pub fn validate(
    model: &dyn PurchaseModel,
    histories: &Histories,
    holdout: &HoldoutData,
    options: &ValidationOptions,
) -> Result<Validation> {
    let everybody: Vec<usize> = (0..histories.len()).collect();
    validate_each(&[(model, &everybody)], histories, holdout, options)
}

/// A model and the rows of its customers.
type Part<'a> = (&'a dyn PurchaseModel, &'a [usize]);

/// As [`validate`], for customers in parts, each with its own model.
pub(crate) fn validate_each(
    parts: &[Part],
    histories: &Histories,
    holdout: &HoldoutData,
    options: &ValidationOptions,
) -> Result<Validation> {
    let Some(&(model, _)) = parts.first() else {
        return Err(Error::input("empty_input", "there are no customers to judge the model on"));
    };
    check(model, histories, holdout, options)?;
    let n = histories.len();
    let weights = histories.weights().map_or_else(|| vec![1.0; n], <[f64]>::to_vec);
    let customers = sum(weights.iter().copied());
    if customers <= 0.0 {
        return Err(Error::input("empty_input", "there are no customers to judge the model on"));
    }
    let (x, t, y) = (histories.frequency(), histories.t(), holdout.frequency);
    let by = |f: &dyn Fn(usize) -> f64| sum((0..n).map(|i| weights[i] * f(i)));

    let mut expected = vec![0.0; n];
    for (model, rows) in parts {
        let take = |column: &[f64]| rows.iter().map(|&row| column[row]).collect::<Vec<f64>>();
        let (x, t_x, t) = (take(x), take(histories.recency()), take(t));
        let own = model.expected_purchases(&Histories::new(&x, &t_x, &t)?, holdout.horizon)?;
        for (&row, value) in rows.iter().zip(own) {
            expected[row] = value;
        }
    }
    let age = by(&|i| t[i]);
    let common = if age > 0.0 { by(&|i| x[i]) / age * holdout.horizon } else { 0.0 };
    // A customer of age 0 shows no rate of his or her own.
    let same: Vec<f64> =
        (0..n).map(|i| if t[i] > 0.0 { x[i] / t[i] * holdout.horizon } else { common }).collect();

    let mut errors = Errors::default();
    for (method, expected) in [("model", &expected), ("same_rate", &same), ("average_rate", &vec![common; n])]
    {
        judge(&mut errors, method, expected, y, &weights, customers, options.groups);
    }
    let ranking = Ranking::new(&expected, y, &weights);
    let calibration = ranking.groups(options.groups);
    let oldest = (0..n).filter(|&i| weights[i] > 0.0).fold(0.0f64, |oldest, i| oldest.max(t[i]));
    let ages: Vec<(&dyn PurchaseModel, Ages)> = parts
        .iter()
        .map(|&(model, rows)| (model, Ages::count(rows, t, &weights, model.spec().discrete)))
        .collect();
    Ok(Validation {
        customers,
        horizon: holdout.horizon,
        errors,
        calibration,
        by_frequency: by_frequency(histories, &weights, [&expected, y, &same], &ages, options.most)?,
        tracking: tracked(&ages, oldest, holdout)?,
    })
}

fn check(
    model: &dyn PurchaseModel,
    histories: &Histories,
    holdout: &HoldoutData,
    options: &ValidationOptions,
) -> Result<()> {
    same_length("frequency", histories.len(), "holdout_frequency", holdout.frequency.len())?;
    for (row, &count) in holdout.frequency.iter().enumerate() {
        check_count("holdout_frequency", count).map_err(|error| error.at_row(row))?;
    }
    check_horizon(model.spec().discrete, holdout.horizon)?;
    if holdout.horizon <= 0.0 {
        return Err(Error::invalid("horizon", "a holdout longer than 0", holdout.horizon));
    }
    for (name, value, least) in [("groups", options.groups, 1), ("most", options.most, 0)] {
        if value < least || value > MOST_ROWS {
            return Err(Error::invalid(
                name,
                format!("a whole number from {least} to {MOST_ROWS}"),
                value as f64,
            ));
        }
    }
    Ok(())
}

/// The one length of a holdout that a column repeats.
///
/// # Errors
///
/// `empty_input` without rows; `holdout_differs` where the rows disagree.
pub fn holdout_length(column: &[f64]) -> Result<f64> {
    let Some(&first) = column.first() else {
        return Err(Error::input("empty_input", "there are no customers to judge the model on"));
    };
    match column.iter().position(|length| *length != first) {
        None => Ok(first),
        Some(row) => Err(Error::input(
            "holdout_differs",
            format!(
                "`holdout_T` must be one length for all customers; it is {} in row 0 and {} in row {row}",
                Shown(first),
                Shown(column[row])
            ),
        )),
    }
}

/// The marks of the periods that lie in the holdout, from numbers.
///
/// # Errors
///
/// `out_of_domain` for a number that is neither 0 nor 1, such as a count of purchases.
pub fn holdout_marks(column: &[f64]) -> Result<Vec<bool>> {
    match column.iter().position(|mark| *mark != 0.0 && *mark != 1.0) {
        None => Ok(column.iter().map(|mark| *mark == 1.0).collect()),
        Some(row) => {
            let expected = "1 for a period after the end of calibration, 0 before";
            Err(Error::invalid("holdout", expected, column[row]).at_row(row))
        }
    }
}

/// A sum that does not depend on the order of its terms.
fn sum(terms: impl Iterator<Item = f64>) -> f64 {
    let mut total = ExactSum::new();
    for term in terms {
        total.add(term);
    }
    total.value()
}

/// Adds the row of a method.
fn judge(
    errors: &mut Errors,
    method: &str,
    expected: &[f64],
    actual: &[f64],
    weights: &[f64],
    customers: f64,
    groups: usize,
) {
    let mean = |f: &dyn Fn(usize) -> f64| sum((0..actual.len()).map(|i| weights[i] * f(i))) / customers;
    let (mean_expected, mean_actual) = (mean(&|i| expected[i]), mean(&|i| actual[i]));
    let absolute = mean(&|i| (expected[i] - actual[i]).abs());
    let squared = mean(&|i| (expected[i] - actual[i]) * (expected[i] - actual[i]));
    let (from, to) = (|i: usize| expected[i] - mean_expected, |i: usize| actual[i] - mean_actual);
    let (cross, one, other) =
        (mean(&|i| from(i) * to(i)), mean(&|i| from(i) * from(i)), mean(&|i| to(i) * to(i)));
    // Rounding of a mean of equal numbers is no variation.
    let varies = one > 1e-28 * mean_expected * mean_expected && other > 0.0;
    let (total, made) = (mean_expected * customers, mean_actual * customers);
    let share = Ranking::new(expected, actual, weights).up_to(customers / groups as f64).1 / made;
    errors.method.push(method.to_owned());
    errors.expected.push(total);
    errors.actual.push(made);
    errors.error.push(total - made);
    errors.relative_error.push((made > 0.0).then(|| (total - made) / made));
    errors.mean_absolute_error.push(absolute);
    errors.root_mean_squared_error.push(squared.sqrt());
    errors.correlation.push(varies.then(|| within(cross / (one * other).sqrt(), -1.0, 1.0)));
    errors.top_group_share.push((made > 0.0).then_some(share));
}

/// Customers in the order of what is expected of them, the most first; equal ones together.
struct Ranking {
    /// Customers, expected and actual purchases up to the end of each run of equal ones.
    customers: Vec<f64>,
    expected: Vec<f64>,
    actual: Vec<f64>,
}

impl Ranking {
    fn new(expected: &[f64], actual: &[f64], weights: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..expected.len()).filter(|&i| weights[i] > 0.0).collect();
        order.order_by(|&a, &b| expected[b].total_cmp(&expected[a]));
        let mut made = Self { customers: vec![0.0], expected: vec![0.0], actual: vec![0.0] };
        let (mut total, mut count, mut bought) = (ExactSum::new(), ExactSum::new(), ExactSum::new());
        for run in order.chunk_by(|&a, &b| expected[a] == expected[b]) {
            for &i in run {
                total.add(weights[i] * expected[i]);
                count.add(weights[i]);
                bought.add(weights[i] * actual[i]);
            }
            made.customers.push(count.value());
            made.expected.push(total.value());
            made.actual.push(bought.value());
        }
        made
    }

    /// Expected and actual purchases of the first so many customers; a run of equal ones is cut evenly.
    fn up_to(&self, customers: f64) -> (f64, f64) {
        let at = self.customers.partition_point(|&c| c < customers).min(self.customers.len() - 1);
        if at == 0 {
            return (0.0, 0.0);
        }
        let width = self.customers[at] - self.customers[at - 1];
        let part = within((customers - self.customers[at - 1]) / width, 0.0, 1.0);
        let cut = |column: &[f64]| column[at - 1] + part * (column[at] - column[at - 1]);
        (cut(&self.expected), cut(&self.actual))
    }

    fn groups(&self, groups: usize) -> Calibration {
        let size = self.customers.last().copied().unwrap_or(0.0) / groups as f64;
        let mut table = Calibration::default();
        let mut before = (0.0, 0.0);
        for group in 1..=groups {
            let here = self.up_to(size * group as f64);
            table.group.push(group as f64);
            table.customers.push(size);
            table.expected.push((here.0 - before.0) / size);
            table.actual.push((here.1 - before.1) / size);
            before = here;
        }
        table
    }
}

/// How many customers have each age.
struct Ages {
    age: Vec<f64>,
    customers: Vec<f64>,
}

/// With more different ages than this, neighbouring ones are taken together at their mean: an error of second
/// order in a width of a four-thousandth of the range.
const MOST_AGES: usize = 4096;

impl Ages {
    fn count(rows: &[usize], t: &[f64], weights: &[f64], discrete: bool) -> Self {
        let mut rows: Vec<(f64, f64)> =
            rows.iter().map(|&row| (t[row], weights[row])).filter(|row| row.1 > 0.0).collect();
        rows.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let oldest = rows.last().map_or(0.0, |row| row.0);
        let youngest = rows.first().map_or(0.0, |row| row.0);
        let different = rows.chunk_by(|a, b| a.0 == b.0).count();
        let width =
            if different > MOST_AGES && !discrete { (oldest - youngest) / MOST_AGES as f64 } else { 0.0 };
        let same = |a: &(f64, f64), b: &(f64, f64)| {
            if width > 0.0 {
                ((a.0 - youngest) / width).floor() == ((b.0 - youngest) / width).floor()
            } else {
                a.0 == b.0
            }
        };
        let mut made = Self { age: Vec::new(), customers: Vec::new() };
        for run in rows.chunk_by(same) {
            let customers: f64 = run.iter().map(|row| row.1).sum();
            let mean = if width > 0.0 {
                run.iter().map(|row| row.0 * row.1).sum::<f64>() / customers
            } else {
                run[0].0
            };
            made.age.push(mean);
            made.customers.push(customers);
        }
        made
    }
}

fn by_frequency(
    histories: &Histories,
    weights: &[f64],
    columns: [&[f64]; 3],
    ages: &[(&dyn PurchaseModel, Ages)],
    most: usize,
) -> Result<ByFrequency> {
    let rows = most + 1;
    let mut customers = vec![ExactSum::new(); rows];
    let mut sums = [vec![ExactSum::new(); rows], vec![ExactSum::new(); rows], vec![ExactSum::new(); rows]];
    for (i, &x) in histories.frequency().iter().enumerate() {
        let at = if x < most as f64 { x as usize } else { most };
        customers[at].add(weights[i]);
        for (sum, column) in sums.iter_mut().zip(&columns) {
            sum[at].add(weights[i] * column[i]);
        }
    }
    let customers: Vec<f64> = customers.iter().map(ExactSum::value).collect();
    let mean = |sums: &[ExactSum]| -> Vec<Option<f64>> {
        sums.iter().zip(&customers).map(|(s, &c)| (c > 0.0).then(|| s.value() / c)).collect()
    };
    let mut expected_customers = Vec::with_capacity(rows);
    let mut rest = sum(ages.iter().flat_map(|(_, ages)| ages.customers.iter().copied()));
    for n in 0..most {
        let mut expected = 0.0;
        for (model, ages) in ages {
            for (&age, &customers) in ages.age.iter().zip(&ages.customers) {
                expected += customers * model.purchase_probability(n as f64, age)?;
            }
        }
        rest -= expected;
        expected_customers.push(expected);
    }
    expected_customers.push(rest.max(0.0));
    Ok(ByFrequency {
        frequency: (0..rows).map(|n| n as f64).collect(),
        expected_customers,
        expected: mean(&sums[0]),
        actual: mean(&sums[1]),
        same_rate: mean(&sums[2]),
        customers,
    })
}

fn tracked(ages: &[(&dyn PurchaseModel, Ages)], oldest: f64, holdout: &HoldoutData) -> Result<Tracked> {
    let mut table = Tracked::default();
    if let Some(counted) = holdout.tracking {
        same_length("time", counted.time.len(), "holdout", counted.holdout.len())?;
        same_length("time", counted.time.len(), "repeat_purchases", counted.repeat_purchases.len())?;
        table.time.clone_from(&counted.time);
        table.holdout.clone_from(&counted.holdout);
    } else {
        let (time, before) = period_ends(oldest, holdout.horizon, 1.0)?;
        table.holdout = (0..time.len()).map(|at| at >= before).collect();
        table.time = time;
    }
    let (mut last, mut so_far) = (0.0, 0.0);
    for (at, &time) in table.time.iter().enumerate() {
        let mut expected = 0.0;
        for (model, ages) in ages {
            check_horizon(model.spec().discrete, time).map_err(|error| error.at_row(at))?;
            for (&age, &customers) in ages.age.iter().zip(&ages.customers) {
                // The oldest customer came at time 0; one of age T came `oldest - T` later.
                let reached = time - (oldest - age);
                if reached > 0.0 {
                    expected += customers * model.expected_purchases_new(reached)?;
                }
            }
        }
        table.expected.push(expected - last);
        table.expected_cumulative.push(expected);
        last = expected;
        let counted = holdout.tracking.and_then(|counted| counted.repeat_purchases.get(at).copied());
        if let Some(count) = counted {
            check_count("repeat_purchases", count).map_err(|error| error.at_row(at))?;
            so_far += count;
        }
        table.actual.push(counted);
        table.actual_cumulative.push(counted.map(|_| so_far));
    }
    Ok(table)
}
