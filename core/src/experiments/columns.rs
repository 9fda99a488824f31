//! A million tests at once: z and Welch tests row by row over columns of summaries.
//!
//! The loops are straight-line arithmetic over blocks of rows, so that they run as vector code; a block is looked at
//! row by row only where something in it is missing, undefined or wrong. Every number is the same to the last bit as
//! that of the function for one pair.

// Every condition of a row is evaluated: a short cut would be a branch, and branches keep loops from becoming vector code.
#![allow(clippy::needless_bitwise_bool)]

use super::means::{compare_inputs, welch};
use super::proportions::{LARGEST_COUNT, pooled_z, z_inputs};
use crate::column::common_length;
use crate::metrics::OnInvalid;
use crate::numerics::column_tails::{
    normal_two_sided, student_t_series, student_t_series_holds, student_t_two_sided,
};
use crate::{Column, Error, Result, Status};

/// Statistic and two-sided p value of each row, and why a row has none.
#[derive(Debug, Clone, PartialEq)]
pub struct TestColumns {
    /// z or t; NaN where there is none.
    pub statistic: Vec<f64>,
    /// The degrees of freedom of t; empty for z.
    pub degrees_of_freedom: Vec<f64>,
    /// The two-sided p value; NaN where there is none.
    pub p_value: Vec<f64>,
    /// The code of the row's [`Status`] ([`Status::from_code`]), 0 where there is a value.
    pub status: Vec<u8>,
}

/// Rows a block: small enough to stay in the fastest memory.
const BLOCK: usize = 256;

/// The pooled two-proportion z test of every row: `x1` of `n1` against `x2` of `n2`.
///
/// A row with a missing value, or one where the test is undefined (`infeasible`, `zero_denominator`,
/// `zero_variance`), is NaN with its status. An invalid value (negative, infinite, not whole) is refused with its row,
/// or becomes such a NaN with [`OnInvalid::Nan`].
///
/// # Errors
/// Columns of different length; with [`OnInvalid::Raise`] the first invalid value.
///
/// ```
/// use ukur::experiments::columns::two_proportion_tests;
/// use ukur::metrics::OnInvalid;
/// let (x1, x2) = ([50.0, 0.0], [40.0, 0.0]);
/// let tests = two_proportion_tests((&x1).into(), 100.0.into(), (&x2).into(), 100.0.into(), OnInvalid::Raise)?;
/// assert!((tests.p_value[0] - 0.1552184896846841).abs() < 1e-15);
/// assert_eq!(ukur::Status::from_code(tests.status[1]), Some(ukur::Status::ZeroVariance));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn two_proportion_tests(
    x1: Column<'_>,
    n1: Column<'_>,
    x2: Column<'_>,
    n2: Column<'_>,
    on_invalid: OnInvalid,
) -> Result<TestColumns> {
    let columns = [x1, n1, x2, n2];
    let rows = common_length(&["x1", "n1", "x2", "n2"], &columns)?.unwrap_or(1);
    let mut out = TestColumns::new(rows, false);
    let mut scratch = [[0.0; BLOCK]; 4];
    for start in (0..rows).step_by(BLOCK) {
        let end = rows.min(start + BLOCK);
        let [x1, n1, x2, n2] = blocks(&columns, &mut scratch, start, end);
        let (Some(statistic), Some(p_value)) =
            (out.statistic.get_mut(start..end), out.p_value.get_mut(start..end))
        else {
            continue;
        };
        let mut sound = true;
        let inputs = x1.iter().zip(n1).zip(x2).zip(n2);
        for ((((&x1, &n1), &x2), &n2), z) in inputs.zip(statistic.iter_mut()) {
            *z = pooled_z(x1, n1, x2, n2);
            // Empty groups, a spread of zero and missing or infinite values leave no finite z.
            sound &= (z.abs() <= f64::MAX) & (n1 <= LARGEST_COUNT) & (n2 <= LARGEST_COUNT);
            sound &= (x1 >= 0.0) & (x2 >= 0.0) & (x1 <= n1) & (x2 <= n2);
            sound &= whole(x1) & whole(n1) & whole(x2) & whole(n2);
        }
        for (&z, p) in statistic.iter().zip(p_value) {
            *p = normal_two_sided(z);
        }
        if !sound {
            for row in start..end {
                let [x1, n1, x2, n2] = columns.map(|column| column.at(row));
                out.settle(row, z_inputs("two_proportion_tests", x1, n1, x2, n2), on_invalid)?;
            }
        }
    }
    Ok(out)
}

/// Welch's t test of every row, from mean, variance and size of both groups.
///
/// Missing, undefined and invalid rows as in [`two_proportion_tests`].
///
/// # Errors
/// Columns of different length; with [`OnInvalid::Raise`] the first invalid value.
///
/// ```
/// use ukur::experiments::columns::welch_tests;
/// use ukur::metrics::OnInvalid;
/// let mean1 = [0.7, f64::NAN];
/// let tests = welch_tests(
///     [(&mean1).into(), 38.44.into(), 3461.0.into()],
///     [0.41.into(), 15.21.into(), 3407.0.into()],
///     OnInvalid::Raise,
/// )?;
/// assert!((tests.p_value[0] - 0.020158402643586978).abs() < 1e-15);
/// assert_eq!(ukur::Status::from_code(tests.status[1]), Some(ukur::Status::NanInput));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn welch_tests(
    treatment: [Column<'_>; 3],
    control: [Column<'_>; 3],
    on_invalid: OnInvalid,
) -> Result<TestColumns> {
    let [mean1, var1, n1] = treatment;
    let [mean2, var2, n2] = control;
    let columns = [mean1, var1, n1, mean2, var2, n2];
    let rows = common_length(&["mean1", "var1", "n1", "mean2", "var2", "n2"], &columns)?.unwrap_or(1);
    let mut out = TestColumns::new(rows, true);
    let mut scratch = [[0.0; BLOCK]; 6];
    for start in (0..rows).step_by(BLOCK) {
        let end = rows.min(start + BLOCK);
        let [mean1, var1, n1, mean2, var2, n2] = blocks(&columns, &mut scratch, start, end);
        let (Some(statistic), Some(freedom), Some(p_value)) = (
            out.statistic.get_mut(start..end),
            out.degrees_of_freedom.get_mut(start..end),
            out.p_value.get_mut(start..end),
        ) else {
            continue;
        };
        let mut sound = true;
        let inputs = mean1.iter().zip(var1).zip(n1).zip(mean2).zip(var2).zip(n2);
        for ((((((&mean1, &var1), &n1), &mean2), &var2), &n2), (t, df)) in
            inputs.zip(statistic.iter_mut().zip(freedom.iter_mut()))
        {
            (*t, *df) = welch(mean1, var1, n1, mean2, var2, n2);
            // Missing or infinite values and a spread of zero leave no finite t or degrees of freedom.
            sound &= (t.abs() <= f64::MAX) & (*df <= f64::MAX) & (var1 >= 0.0) & (var2 >= 0.0);
            sound &= whole(n1) & whole(n2) & (n1 >= 2.0) & (n2 >= 2.0);
        }
        // The fast series answers nearly always; where it does not, the incomplete beta function does.
        let mut fast = true;
        for ((&t, &df), p) in statistic.iter().zip(freedom.iter()).zip(p_value.iter_mut()) {
            *p = student_t_series(t, df);
            fast &= student_t_series_holds(t, df);
        }
        if !fast {
            for ((&t, &df), p) in statistic.iter().zip(freedom.iter()).zip(p_value.iter_mut()) {
                if !student_t_series_holds(t, df) {
                    *p = student_t_two_sided(t, df);
                }
            }
        }
        if !sound {
            for row in start..end {
                let [mean1, var1, n1, mean2, var2, n2] = columns.map(|column| column.at(row));
                out.settle(row, compare_inputs("welch_tests", mean1, var1, n1, mean2, var2, n2), on_invalid)?;
            }
        }
    }
    Ok(out)
}

/// Whether a number from 0 is surely whole. Some very large ones are too, and are looked at one by one.
#[inline(always)]
#[allow(clippy::inline_always)] // part of a loop that the compiler turns into vector code
fn whole(x: f64) -> bool {
    const WHOLE: f64 = 4_503_599_627_370_496.0; // 2^52: adding it rounds to a whole number
    (x + WHOLE) - WHOLE == x
}

/// The rows `start..end` of every column; a number fills its scratch block.
fn blocks<'a, const N: usize>(
    columns: &[Column<'a>; N],
    scratch: &'a mut [[f64; BLOCK]; N],
    start: usize,
    end: usize,
) -> [&'a [f64]; N] {
    let mut slices: [&'a [f64]; N] = [&[]; N];
    for ((slice, column), scratch) in slices.iter_mut().zip(columns).zip(scratch) {
        *slice = match column {
            Column::Values(values) => values.get(start..end).unwrap_or_default(),
            Column::Number(number) => {
                scratch.fill(*number);
                scratch.get(..end - start).unwrap_or_default()
            }
        };
    }
    slices
}

impl TestColumns {
    fn new(rows: usize, with_freedom: bool) -> Self {
        Self {
            statistic: vec![0.0; rows],
            degrees_of_freedom: vec![0.0; if with_freedom { rows } else { 0 }],
            p_value: vec![0.0; rows],
            status: vec![0; rows],
        }
    }

    /// Keeps a sound row, empties one that is missing or undefined, refuses one that is wrong.
    fn settle(&mut self, row: usize, inputs: Result<()>, on_invalid: OnInvalid) -> Result<()> {
        let Err(error) = inputs else { return Ok(()) };
        let status = error.status().unwrap_or(Status::OutOfDomain);
        if on_invalid == OnInvalid::Raise && status.is_invalid_input() {
            return Err(Error::at_row(error, row));
        }
        for column in [&mut self.statistic, &mut self.degrees_of_freedom, &mut self.p_value] {
            if let Some(value) = column.get_mut(row) {
                *value = f64::NAN;
            }
        }
        if let Some(code) = self.status.get_mut(row) {
            *code = status as u8;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::means::{welch_p, welch_t};
    use crate::experiments::proportions::{two_proportion_p, two_proportion_z};
    use crate::numerics::random::Random;

    #[test]
    fn every_row_equals_the_single_test_to_the_bit() {
        let mut random = Random::new(5);
        let rows = 3 * BLOCK + 17;
        let mut columns: [Vec<f64>; 4] = Default::default();
        for row in 0..rows {
            let (n1, n2) = (1.0 + random.below(5000) as f64, 1.0 + random.below(100) as f64);
            let odd = if row % 700 == 3 { f64::NAN } else { 0.0 };
            let (x1, x2) = (random.below(n1 as u64 + 1) as f64 + odd, random.below(n2 as u64 + 2) as f64);
            for (column, value) in columns.iter_mut().zip([x1, n1, x2, n2]) {
                column.push(value);
            }
        }
        let [x1, n1, x2, n2] = &columns;
        let got = two_proportion_tests(x1.into(), n1.into(), x2.into(), n2.into(), OnInvalid::Raise).unwrap();
        for row in 0..rows {
            match two_proportion_z(x1[row], n1[row], x2[row], n2[row]) {
                Ok(z) => {
                    assert_eq!((got.statistic[row], got.status[row]), (z, 0));
                    assert_eq!(got.p_value[row], two_proportion_p(z).unwrap());
                }
                Err(error) => {
                    assert!(got.statistic[row].is_nan() && got.p_value[row].is_nan());
                    assert_eq!(Status::from_code(got.status[row]), error.status());
                }
            }
        }
        assert!(got.status.iter().filter(|code| **code != 0).count() > 10);
    }

    #[test]
    fn welch_rows_equal_the_single_test_to_the_bit() {
        let mut random = Random::new(6);
        let rows = 2 * BLOCK + 5;
        let mut columns: [Vec<f64>; 6] = Default::default();
        for row in 0..rows {
            let flat = if row % 97 == 1 { 0.0 } else { 1.0 };
            let group = |random: &mut Random| {
                (
                    random.normal(),
                    flat * random.exponential(),
                    2.0 + random.below(if row % 2 == 0 { 10 } else { 1000 }) as f64,
                )
            };
            let ((m1, v1, n1), (m2, v2, n2)) = (group(&mut random), group(&mut random));
            for (column, value) in columns.iter_mut().zip([m1, v1, n1, m2, v2, n2]) {
                column.push(value);
            }
        }
        let [m1, v1, n1, m2, v2, n2] = &columns;
        let got = welch_tests(
            [m1.into(), v1.into(), n1.into()],
            [m2.into(), v2.into(), n2.into()],
            OnInvalid::Raise,
        )
        .unwrap();
        for row in 0..rows {
            let inputs = (m1[row], v1[row], n1[row], m2[row], v2[row], n2[row]);
            let (m1, v1, n1, m2, v2, n2) = inputs;
            match welch_t(m1, v1, n1, m2, v2, n2) {
                Ok(t) => {
                    assert_eq!((got.statistic[row], got.status[row]), (t, 0));
                    assert_eq!(got.p_value[row], welch_p(m1, v1, n1, m2, v2, n2).unwrap());
                }
                Err(error) => {
                    assert!(got.p_value[row].is_nan() && got.degrees_of_freedom[row].is_nan());
                    assert_eq!(Status::from_code(got.status[row]), error.status());
                }
            }
        }
    }

    #[test]
    fn wrong_rows_are_named_or_emptied() {
        let x1 = [5.0, -1.0, 2.5];
        let ask =
            |on_invalid| two_proportion_tests((&x1).into(), 10.0.into(), 4.0.into(), 10.0.into(), on_invalid);
        let error = ask(OnInvalid::Raise).unwrap_err();
        assert!(error.to_string().contains("x1") && error.to_string().contains("row 1"), "{error}");
        let rows = ask(OnInvalid::Nan).unwrap();
        assert_eq!(rows.status, [0, Status::OutOfDomain as u8, Status::OutOfDomain as u8]);
        assert!(rows.p_value[1].is_nan() && rows.p_value[0] > 0.0);
        let short = [1.0];
        let mismatch =
            two_proportion_tests((&x1).into(), (&short).into(), 1.0.into(), 1.0.into(), OnInvalid::Nan);
        assert_eq!(mismatch.unwrap_err().code(), "length_mismatch");
        let rows =
            two_proportion_tests(5.0.into(), 1e200.into(), 4.0.into(), 1e200.into(), OnInvalid::Nan).unwrap();
        assert_eq!(rows.status, [Status::Unbounded as u8]);
        // Counts beyond 2^51 are counts all the same; infinity is not.
        let huge = [1e18, f64::INFINITY];
        let rows = two_proportion_tests(5.0.into(), (&huge).into(), 4.0.into(), 10.0.into(), OnInvalid::Nan)
            .unwrap();
        assert_eq!(rows.status, [0, Status::InfiniteInput as u8]);
    }
}
