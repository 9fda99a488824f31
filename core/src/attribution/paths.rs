//! Counted paths: every distinct journey once, with what it brought.

use crate::shown::Shown;
use crate::sort::{Order as _, different_names};
use std::borrow::Cow;

use super::numbered::{FREE, hash, rebuilt};
use super::sums::{Column, Sums};
use crate::{Error, Result, Status};

/// Journeys with their counts; from [`count`](Self::count) every distinct path once, in the order of its channel
/// codes.
///
/// A path is a sequence of channel codes `0..channel_count`; the same channel may come again (a loop). For each
/// path there are three numbers: `conversions` and their `values`, and `nulls`, the journeys along this path
/// that ended without a conversion. The empty path holds conversions that no touch preceded.
///
/// ```
/// use ukur::attribution::CountedPaths;
/// // Channels 0 and 1: two journeys 0 > 1, one of which converted for 30; one journey 1 without a conversion.
/// let paths = CountedPaths::count(2, &[0, 2, 4, 5], &[0, 1, 0, 1, 1], &[1.0, 0.0, 0.0], &[30.0, 0.0, 0.0], &[0.0, 1.0, 1.0])?;
/// assert_eq!(paths.len(), 2);
/// assert_eq!(paths.path(0), &[0, 1]);
/// assert_eq!(paths.conversions(), &[1.0, 0.0]);
/// assert_eq!(paths.nulls(), &[1.0, 1.0]);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CountedPaths<'a> {
    channel_count: usize,
    offsets: Cow<'a, [usize]>,
    steps: Cow<'a, [u32]>,
    conversions: Cow<'a, [f64]>,
    values: Cow<'a, [f64]>,
    nulls: Cow<'a, [f64]>,
}

/// A path written with names, for [`CountedPaths::from_labels`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelledPath<'a> {
    /// The channels in the order of the touches.
    pub channels: &'a [&'a str],
    /// Conversions along this path.
    pub conversions: f64,
    /// Their value.
    pub value: f64,
    /// Journeys along this path without a conversion.
    pub nulls: f64,
}

/// A path, its conversions, their value, and its nulls.
pub(super) type Row<'a> = (&'a [u32], f64, f64, f64);

/// What the paths hold in all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Totals {
    pub(super) attributed_conversions: f64,
    pub(super) attributed_value: f64,
    pub(super) unattributed_conversions: f64,
    pub(super) unattributed_value: f64,
}

impl<'a> CountedPaths<'a> {
    /// Counts identical paths once.
    ///
    /// Path `i` is `steps[offsets[i]..offsets[i + 1]]`. The result does not depend on the order of the paths,
    /// to the last bit.
    ///
    /// # Errors
    /// Columns of different length; offsets that do not ascend from 0 to the number of steps; a channel code of
    /// `channel_count` or more; a count or value that is negative, infinite or missing; a value without a
    /// conversion.
    pub fn count(
        channel_count: usize,
        offsets: &[usize],
        steps: &[u32],
        conversions: &[f64],
        values: &[f64],
        nulls: &[f64],
    ) -> Result<Self> {
        check(channel_count, offsets, steps, conversions, values, nulls)?;
        Ok(Self::count_checked(channel_count, offsets, steps, conversions, values, nulls))
    }

    /// Takes the paths as they are, in their order, identical ones side by side: what to give to a method that
    /// is asked once, since counting takes longer than any of them. Columns may be lent or given away. Whole
    /// conversions are credited the same to the last bit either way; values may differ in it, since those of identical
    /// paths are added, and rounded, first.
    ///
    /// # Errors
    /// As [`count`](Self::count).
    pub fn uncounted(
        channel_count: usize,
        offsets: impl Into<Cow<'a, [usize]>>,
        steps: impl Into<Cow<'a, [u32]>>,
        conversions: impl Into<Cow<'a, [f64]>>,
        values: impl Into<Cow<'a, [f64]>>,
        nulls: impl Into<Cow<'a, [f64]>>,
    ) -> Result<Self> {
        let (offsets, steps) = (offsets.into(), steps.into());
        let (conversions, values, nulls) = (conversions.into(), values.into(), nulls.into());
        check(channel_count, &offsets, &steps, &conversions, &values, &nulls)?;
        Ok(Self { channel_count, offsets, steps, conversions, values, nulls })
    }

    /// The same for the columns of journeys, which were checked before.
    pub(super) fn as_given(
        channel_count: usize,
        offsets: &'a [usize],
        steps: &'a [u32],
        conversions: &'a [f64],
        values: &'a [f64],
        nulls: Vec<f64>,
    ) -> Self {
        Self {
            channel_count,
            offsets: offsets.into(),
            steps: steps.into(),
            conversions: conversions.into(),
            values: values.into(),
            nulls: nulls.into(),
        }
    }

    /// The same as [`count`](Self::count) for columns that were checked before.
    pub(super) fn count_checked(
        channel_count: usize,
        offsets: &[usize],
        steps: &[u32],
        conversions: &[f64],
        values: &[f64],
        nulls: &[f64],
    ) -> Self {
        let n = conversions.len();
        let path_of = |i: usize| &steps[offsets[i]..offsets[i + 1]];

        if strictly_ascending(offsets, steps) {
            return Self {
                channel_count,
                offsets: offsets.to_vec().into(),
                steps: steps.to_vec().into(),
                conversions: conversions.to_vec().into(),
                values: values.to_vec().into(),
                nulls: nulls.to_vec().into(),
            };
        }

        // Each journey gets the number of its distinct path; `first` holds one journey for each.
        let mut first: Vec<u32> = Vec::new();
        let mut group = vec![0_u32; n];
        let mut table = vec![FREE; 1 << 12];
        for (i, mine) in group.iter_mut().enumerate() {
            let path = path_of(i);
            if first.len() * 2 >= table.len() {
                table = rebuilt(&table);
            }
            let mask = table.len() - 1;
            let hash = hash(path);
            let mut at = hash as usize & mask;
            *mine = loop {
                match table[at] {
                    FREE => {
                        table[at] = (hash, first.len() as u32);
                        first.push(i as u32);
                        break first.len() as u32 - 1;
                    }
                    // The hash is asked first: it is here, the path is elsewhere.
                    (h, known) if h == hash && path_of(first[known as usize] as usize) == path => {
                        break known;
                    }
                    _ => at = (at + 1) & mask,
                }
            };
        }

        let distinct = first.len();
        let sums = |column: &[f64]| -> Vec<f64> {
            let mut out = Sums::of(&Column::of(column.iter().copied()));
            for (g, x) in group.iter().zip(column) {
                if *x != 0.0 {
                    out.add(*g as usize, *x);
                }
            }
            out.to_vec(distinct)
        };
        let (c, v, z) = (sums(conversions), sums(values), sums(nulls));

        let order = sorted_order(channel_count, &first, path_of);
        let total: usize = first.iter().map(|&i| path_of(i as usize).len()).sum();
        let mut offsets = Vec::with_capacity(distinct + 1);
        offsets.push(0);
        let mut steps = Vec::with_capacity(total);
        for &g in &order {
            steps.extend_from_slice(path_of(first[g as usize] as usize));
            offsets.push(steps.len());
        }
        let pick = |sums: &[f64]| order.iter().map(|&g| sums[g as usize]).collect();
        Self {
            channel_count,
            offsets: offsets.into(),
            steps: steps.into(),
            conversions: pick(&c),
            values: pick(&v),
            nulls: pick(&z),
        }
    }

    /// Paths written with names, of conversions without value, as they are: numbers that are not negative, a number for
    /// each path. The names come back sorted.
    pub(crate) fn of_names(
        paths: &[Vec<&str>],
        conversions: &'a [f64],
        nulls: &'a [f64],
    ) -> (Vec<String>, Self) {
        let (names, offsets, steps) = numbered_names(paths.iter().map(Vec::as_slice));
        let paths = Self {
            channel_count: names.len(),
            offsets: offsets.into(),
            steps: steps.into(),
            conversions: conversions.into(),
            values: vec![0.0; conversions.len()].into(),
            nulls: nulls.into(),
        };
        (names.into_iter().map(str::to_string).collect(), paths)
    }

    /// Counted paths from paths written with names. The names come back sorted; a channel's code is its place
    /// among them.
    ///
    /// ```
    /// use ukur::attribution::{CountedPaths, LabelledPath};
    /// let (channels, paths) = CountedPaths::from_labels(&[
    ///     LabelledPath { channels: &["search", "email"], conversions: 1.0, value: 20.0, nulls: 0.0 },
    ///     LabelledPath { channels: &["email"], conversions: 0.0, value: 0.0, nulls: 3.0 },
    /// ])?;
    /// assert_eq!(channels, ["email", "search"]);
    /// assert_eq!(paths.path(1), &[1, 0]);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// A count or value that is negative, infinite or missing; a value without a conversion.
    pub fn from_labels(rows: &[LabelledPath<'_>]) -> Result<(Vec<String>, Self)> {
        let (names, offsets, steps) = numbered_names(rows.iter().map(|row| row.channels));
        let column = |pick: fn(&LabelledPath<'_>) -> f64| rows.iter().map(pick).collect::<Vec<_>>();
        let paths = Self::count(
            names.len(),
            &offsets,
            &steps,
            &column(|row| row.conversions),
            &column(|row| row.value),
            &column(|row| row.nulls),
        )?;
        Ok((names.into_iter().map(str::to_string).collect(), paths))
    }

    /// How many paths there are.
    pub fn len(&self) -> usize {
        self.conversions.len()
    }

    /// True when there is no path at all.
    pub fn is_empty(&self) -> bool {
        self.conversions.is_empty()
    }

    /// How many channels there are, those that no path visits included.
    pub fn channel_count(&self) -> usize {
        self.channel_count
    }

    /// The channel codes of path `index`, in the order of the touches; empty beyond the last path.
    pub fn path(&self, index: usize) -> &[u32] {
        match (self.offsets.get(index), self.offsets.get(index + 1)) {
            (Some(&from), Some(&to)) => &self.steps[from..to],
            _ => &[],
        }
    }

    /// Where each path starts in [`steps`](Self::steps), with the number of all steps at the end.
    pub fn offsets(&self) -> &[usize] {
        &self.offsets
    }

    /// The channel codes of all paths, one path after the other.
    pub fn steps(&self) -> &[u32] {
        &self.steps
    }

    /// Conversions by path.
    pub fn conversions(&self) -> &[f64] {
        &self.conversions
    }

    /// Value of the conversions by path.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Journeys without a conversion by path.
    pub fn nulls(&self) -> &[f64] {
        &self.nulls
    }

    /// All touches of all paths.
    pub(super) fn touches(&self) -> usize {
        self.steps.len()
    }

    /// The paths with at least one touch: path, conversions, value, nulls.
    #[inline]
    pub(super) fn touched(&self) -> impl Iterator<Item = Row<'_>> {
        let amounts = self.conversions.iter().zip(&*self.values).zip(&*self.nulls);
        let rows = self.offsets.iter().zip(self.offsets.iter().skip(1)).zip(amounts);
        rows.map(|((&from, &to), ((&c, &v), &z))| (&self.steps[from..to], c, v, z))
            .filter(|row| !row.0.is_empty())
    }

    /// What must be known of conversions and values before they are added.
    pub(super) fn columns(&self) -> [Column; 2] {
        [&self.conversions, &self.values].map(|column| Column::of(column.iter().copied()))
    }

    /// Sums over the paths with and without a touch.
    pub(super) fn totals(&self, columns: &[Column; 2]) -> Totals {
        let [mut conversions, mut values] = [Sums::of(&columns[0]), Sums::of(&columns[1])];
        // There is no value without a conversion.
        for (i, (&c, &v)) in self.conversions.iter().zip(&*self.values).enumerate() {
            if c != 0.0 {
                let group = usize::from(self.path(i).is_empty());
                conversions.add(group, c);
                values.add(group, v);
            }
        }
        Totals {
            attributed_conversions: conversions.get(0),
            attributed_value: values.get(0),
            unattributed_conversions: conversions.get(1),
            unattributed_value: values.get(1),
        }
    }

    /// The totals, refused where there is nothing to share out.
    pub(super) fn totals_to_share(&self, columns: &[Column; 2], what: &'static str) -> Result<Totals> {
        let totals = self.totals(columns);
        if self.is_empty() {
            return Err(Error::undefined(what, Status::InsufficientData, "there is no journey"));
        }
        if totals.attributed_conversions <= 0.0 {
            let reason = if totals.unattributed_conversions > 0.0 {
                "no conversion has a touch before it"
            } else {
                "no journey ends in a conversion"
            };
            return Err(Error::undefined(what, Status::InsufficientData, reason));
        }
        Ok(totals)
    }
}

/// The names on paths, sorted; where each path's steps end; and the steps, each the place of its name.
fn numbered_names<'n, 'p>(
    paths: impl Iterator<Item = &'p [&'n str]> + Clone,
) -> (Vec<&'n str>, Vec<usize>, Vec<u32>)
where
    'n: 'p,
{
    let names = different_names(paths.clone().flatten().copied().collect());
    let mut offsets = vec![0];
    let mut steps = Vec::new();
    for path in paths {
        for name in path {
            if let Ok(code) = names.binary_search(name) {
                steps.push(code as u32);
            }
        }
        offsets.push(steps.len());
    }
    (names, offsets, steps)
}

/// Columns of one length, paths that exist, amounts that make sense.
fn check(
    channel_count: usize,
    offsets: &[usize],
    steps: &[u32],
    conversions: &[f64],
    values: &[f64],
    nulls: &[f64],
) -> Result<()> {
    let n = conversions.len();
    for (name, len) in
        [("values", values.len()), ("nulls", nulls.len()), ("paths", offsets.len().saturating_sub(1))]
    {
        crate::checks::same_length("conversions", n, name, len)?;
    }
    check_paths(channel_count, offsets, steps)?;
    check_amounts(conversions, values)?;
    check_column("nulls", nulls)
}

/// Refuses a number that is missing, infinite or negative, and says where.
pub(super) fn check_column(name: &'static str, column: &[f64]) -> Result<()> {
    // Without an early end the compiler takes several at once.
    if column.iter().fold(0, |bad, x| bad | u32::from(!(0.0..=f64::MAX).contains(x))) == 0 {
        return Ok(());
    }
    match column.iter().position(|x| !(x.is_finite() && *x >= 0.0)) {
        Some(at) => Err(Error::invalid(name, "a number >= 0", column[at]).at_row(at)),
        None => Ok(()),
    }
}

/// Conversions and their values: finite, not negative, no value without a conversion.
pub(super) fn check_amounts(conversions: &[f64], values: &[f64]) -> Result<()> {
    check_column("conversions", conversions)?;
    check_column("values", values)?;
    if conversions.iter().zip(values).fold(0, |bad, (c, v)| bad | u32::from(*v > 0.0 && *c == 0.0)) == 0 {
        return Ok(());
    }
    match conversions.iter().zip(values).position(|(c, v)| *v > 0.0 && *c == 0.0) {
        Some(at) => Err(Error::input(
            "value_without_conversion",
            format!(
                "`values` is {} at row {at} (counted from 0) where `conversions` is 0: a value belongs to a \
                 conversion; set its count, or the value to 0",
                Shown(values[at])
            ),
        )),
        None => Ok(()),
    }
}

/// Offsets that ascend from 0 to the number of steps, and channel codes that exist.
pub(super) fn check_paths(channel_count: usize, offsets: &[usize], steps: &[u32]) -> Result<()> {
    check_offsets(offsets, steps.len())?;
    if steps.iter().fold(0, |bad, &s| bad | u32::from(s as usize >= channel_count)) == 0 {
        return Ok(());
    }
    match steps.iter().position(|&s| s as usize >= channel_count) {
        Some(at) => {
            Err(Error::invalid("steps", "a channel code below the number of channels", f64::from(steps[at]))
                .at_row(at))
        }
        None => Ok(()),
    }
}

fn check_offsets(offsets: &[usize], steps: usize) -> Result<()> {
    let ascending = offsets.windows(2).fold(0, |bad, pair| bad | u32::from(pair[0] > pair[1])) == 0;
    if offsets.first() != Some(&0) || offsets.last() != Some(&steps) || !ascending {
        return Err(Error::input(
            "bad_offsets",
            format!("`offsets` must start at 0, never fall, and end at the number of steps ({steps})"),
        ));
    }
    if offsets.len() >= u32::MAX as usize {
        return Err(Error::input(
            "too_many_rows",
            "`paths` holds more than 4 billion rows; count them in parts",
        ));
    }
    Ok(())
}

/// True for paths that were counted before: distinct and in order.
fn strictly_ascending(offsets: &[usize], steps: &[u32]) -> bool {
    offsets.windows(3).all(|o| steps[o[0]..o[1]] < steps[o[1]..o[2]])
}

/// The distinct paths in lexicographic order. The first steps are packed into one word, so that most
/// comparisons are of two integers.
fn sorted_order<'a>(channels: usize, first: &[u32], path_of: impl Fn(usize) -> &'a [u32]) -> Vec<u32> {
    let bits = if channels < 255 {
        8
    } else if channels < 65_535 {
        16
    } else {
        32
    };
    let fit = 64 / bits;
    let mut keyed: Vec<(u64, u32)> = first
        .iter()
        .enumerate()
        .map(|(number, &i)| {
            let path = path_of(i as usize);
            let key = (0..fit).fold(0_u64, |key, at| {
                (key << bits) | path.get(at).map_or(0, |&step| u64::from(step).saturating_add(1))
            });
            (key, number as u32)
        })
        .collect();
    let full = |number: u32| path_of(first[number as usize] as usize);
    keyed.order_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| full(a.1).cmp(full(b.1))));
    keyed.into_iter().map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(rows: &[Row<'_>]) -> CountedPaths<'static> {
        let mut offsets = vec![0];
        let mut steps = Vec::new();
        for row in rows {
            steps.extend_from_slice(row.0);
            offsets.push(steps.len());
        }
        let column = |pick: fn(&Row<'_>) -> f64| rows.iter().map(pick).collect::<Vec<_>>();
        CountedPaths::count(300, &offsets, &steps, &column(|r| r.1), &column(|r| r.2), &column(|r| r.3))
            .unwrap()
    }

    #[test]
    fn identical_paths_are_counted_once_and_sorted() {
        let counted = paths(&[
            (&[2, 1], 1.0, 5.5, 0.0),
            (&[2], 0.0, 0.0, 1.0),
            (&[], 1.0, 3.0, 0.0),
            (&[2, 1], 1.0, 0.25, 0.0),
            (&[0, 299, 0, 0, 0, 7], 0.0, 0.0, 2.0),
            (&[0, 299, 0, 0, 0, 3], 0.0, 0.0, 2.0),
        ]);
        let all: Vec<&[u32]> = (0..counted.len()).map(|i| counted.path(i)).collect();
        let want: [&[u32]; 5] = [&[], &[0, 299, 0, 0, 0, 3], &[0, 299, 0, 0, 0, 7], &[2], &[2, 1]];
        assert_eq!(all, want);
        assert_eq!(counted.values(), [3.0, 0.0, 0.0, 0.0, 5.75]);
        assert_eq!(counted.conversions()[4], 2.0);
        assert_eq!(counted.totals(&counted.columns()).unattributed_value, 3.0);
        assert_eq!(counted.totals(&counted.columns()).attributed_value, 5.75);
    }

    #[test]
    fn the_order_of_rows_changes_no_bit() {
        let mut rows: Vec<(Vec<u32>, f64)> = (0..5000_u32)
            .map(|i| {
                let path = (0..i % 5).map(|k| (i / 7 + k * k) % 6).collect();
                (path, 0.1 + f64::from(i * i % 977) / 7.0)
            })
            .collect();
        let count = |rows: &[(Vec<u32>, f64)]| {
            paths(&rows.iter().map(|(p, v)| (p.as_slice(), 1.0, *v, 0.0)).collect::<Vec<_>>())
        };
        let forward = count(&rows);
        rows.reverse();
        rows.swap(3, 4000);
        let backward = count(&rows);
        assert_eq!(forward, backward);
    }

    #[test]
    fn bad_input_is_named() {
        let bad = |offsets: &[usize], steps: &[u32], c: &[f64], v: &[f64], z: &[f64]| {
            CountedPaths::count(2, offsets, steps, c, v, z).unwrap_err()
        };
        assert_eq!(bad(&[0, 1], &[2], &[1.0], &[0.0], &[0.0]).code(), "out_of_domain");
        assert_eq!(bad(&[0, 1], &[1], &[-1.0], &[0.0], &[0.0]).code(), "out_of_domain");
        assert_eq!(bad(&[0, 1], &[1], &[1.0], &[f64::NAN], &[0.0]).code(), "nan_input");
        assert_eq!(bad(&[0, 1], &[1], &[1.0], &[0.0], &[f64::INFINITY]).code(), "infinite_input");
        assert_eq!(bad(&[0, 1], &[1], &[0.0], &[9.0], &[1.0]).code(), "value_without_conversion");
        assert_eq!(bad(&[0, 2, 1], &[1], &[0.0, 0.0], &[0.0, 0.0], &[1.0, 1.0]).code(), "bad_offsets");
        assert_eq!(bad(&[0, 1], &[1], &[0.0, 0.0], &[0.0, 0.0], &[1.0, 1.0]).code(), "length_mismatch");
        assert_eq!(bad(&[], &[], &[], &[], &[]).code(), "bad_offsets");
    }
}
