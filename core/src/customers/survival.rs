//! How long customers stay: the Kaplan-Meier estimate.
//!
//! A duration is observed when the customer has left, and censored when he or she was still there at the last
//! look. Leaving censored customers out, or counting them as lost, biases every retention figure; the estimate of
//! Kaplan and Meier (1958, J. Amer. Statist. Assoc. 53:457) does neither:
//! S(t) is the product over the times t_i <= t of 1 - d_i/n_i, with d_i departures among the n_i still at risk.

use crate::numerics::batch::{exp_in_place, ln_in_place};
use crate::numerics::distributions::normal_upper_quantile;
use crate::numerics::elementary::within;
use crate::shown::Shown;
use crate::sort::{Order as _, sort_by_number};
use crate::{Error, Result, Status};

/// The scale on which the confidence interval is symmetric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum IntervalScale {
    /// log(-log S): stays within 0 and 1, good in small samples; the default of lifelines.
    #[default]
    LogLog,
    /// log S, as R's `survfit` does unless told otherwise; clipped to 1.
    Log,
    /// S itself, clipped to 0 and 1.
    Plain,
}

choices!(IntervalScale { LogLog = "log_log", Log = "log", Plain = "plain" });

/// What to compute beside the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalOptions {
    /// The level of the pointwise interval, between 0 and 1.
    pub confidence: f64,
    /// Its scale.
    pub scale: IntervalScale,
}

impl Default for SurvivalOptions {
    fn default() -> Self {
        Self { confidence: 0.95, scale: IntervalScale::LogLog }
    }
}

/// A survival curve: one row for each different duration, ascending; columns of one length.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SurvivalCurve {
    /// The duration.
    pub time: Vec<f64>,
    /// Customers who stayed at least so long.
    pub at_risk: Vec<f64>,
    /// Those of them who left then.
    pub events: Vec<f64>,
    /// Those of them who were last seen then, still there.
    pub censored: Vec<f64>,
    /// The share that stays longer.
    pub survival: Vec<f64>,
    /// Standard error of the share (Greenwood 1926); NaN once the curve has reached 0.
    pub standard_error: Vec<f64>,
    /// Lower end of the pointwise interval; NaN once the curve has reached 0.
    pub lower: Vec<f64>,
    /// Upper end of the pointwise interval; NaN once the curve has reached 0.
    pub upper: Vec<f64>,
}

impl SurvivalCurve {
    /// The share that stays longer than `time`.
    ///
    /// # Errors
    /// A negative or missing time; `extrapolation` beyond the longest duration.
    pub fn at(&self, time: f64) -> Result<f64> {
        survival_at(&self.time, &self.survival, time)
    }

    /// The shortest time by which the curve has fallen to `share`: the median for 0.5.
    ///
    /// # Errors
    /// A share outside 0 to 1; `not_reached` where the curve stays above the share.
    pub fn time_to(&self, share: f64) -> Result<f64> {
        survival_time(&self.time, &self.survival, share)
    }
}

/// A step curve, given by the times of its steps and its heights after them, at one time: 1 before the first step.
///
/// # Errors
/// A negative or missing time; `extrapolation` beyond the last step.
pub fn survival_at(times: &[f64], survival: &[f64], time: f64) -> Result<f64> {
    if time.is_nan() || time < 0.0 || time.is_infinite() {
        return Err(Error::invalid("t", "a time >= 0", time));
    }
    if times.last().is_none_or(|last| time > *last) {
        return Err(beyond());
    }
    let rows = times.partition_point(|t| *t <= time);
    Ok(rows.checked_sub(1).and_then(|row| survival.get(row)).copied().unwrap_or(1.0))
}

/// The first step at which a curve lies at or below `share`.
///
/// # Errors
/// A share outside 0 to 1; `not_reached` where the curve stays above the share.
pub fn survival_time(times: &[f64], survival: &[f64], share: f64) -> Result<f64> {
    if !(0.0..=1.0).contains(&share) {
        return Err(Error::invalid("share", "between 0 and 1", share));
    }
    // 0.7 * (1 - 1/7) is 0.6 but for its last bit: a curve that touches the share has reached it.
    let border = share * (1.0 + 1e-12);
    let row = survival.iter().position(|s| *s <= border);
    row.and_then(|row| times.get(row)).copied().ok_or_else(|| {
        Error::undefined("time_to", Status::NotReached, format!("the curve never falls to {}", Shown(share)))
    })
}

/// The Kaplan-Meier curve with Greenwood's standard errors and a pointwise interval.
///
/// `observed` says for each customer whether the duration ended with his or her leaving (`true`) or only the look
/// did; without it every one did. `weight` counts a row as so many customers. The order of the rows does not
/// matter.
///
/// # Errors
/// No rows, columns of different length, a duration that is missing, infinite or negative, a weight that is
/// missing, infinite or not positive, a level outside 0 to 1.
///
/// ```
/// use ukur::customers::{SurvivalOptions, kaplan_meier};
/// let durations = [1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0];
/// let left = [true, true, false, true, false, true, true, false];
/// let curve = kaplan_meier(&durations, Some(&left), None, &SurvivalOptions::default())?;
/// assert_eq!(curve.time, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
/// assert_eq!(curve.survival[..2], [0.875, 0.75]);
/// assert!((curve.at(5.5)? - 0.2).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn kaplan_meier(
    durations: &[f64],
    observed: Option<&[bool]>,
    weight: Option<&[f64]>,
    options: &SurvivalOptions,
) -> Result<SurvivalCurve> {
    let SurvivalOptions { confidence, scale } = *options;
    if confidence.is_nan() || confidence <= 0.0 || confidence >= 1.0 {
        return Err(Error::invalid("confidence", "between 0 and 1, both excluded", confidence));
    }
    let steps = Steps::read(durations, observed, weight)?;
    let z = normal_upper_quantile(0.5 * (1.0 - confidence));
    let rows = steps.len();
    let column = || Vec::with_capacity(rows);
    let mut curve = SurvivalCurve {
        time: column(),
        at_risk: column(),
        events: column(),
        censored: column(),
        survival: column(),
        standard_error: column(),
        lower: column(),
        upper: column(),
    };
    let (mut survival, mut greenwood, mut relative) = (1.0, 0.0, 0.0);
    steps.for_each(|step| {
        if step.events > 0.0 {
            let staying = step.at_risk - step.events;
            if staying <= 0.0 {
                // Greenwood's sum has no value once nobody is left.
                (survival, relative) = (0.0, f64::NAN);
            } else {
                survival *= staying / step.at_risk;
                greenwood += step.events / (step.at_risk * staying);
                relative = greenwood.sqrt();
            }
        }
        curve.time.push(step.time);
        curve.at_risk.push(step.at_risk);
        curve.events.push(step.events);
        curve.censored.push(step.censored);
        curve.survival.push(survival);
        curve.standard_error.push(survival * relative);
        curve.upper.push(z * relative);
    });
    intervals(&mut curve, scale);
    Ok(curve)
}

/// Replaces the z-fold relative standard errors in `upper` by the ends of the intervals, column by column.
fn intervals(curve: &mut SurvivalCurve, scale: IntervalScale) {
    let SurvivalCurve { survival, lower, upper, .. } = curve;
    lower.extend_from_slice(survival);
    match scale {
        IntervalScale::Plain => {
            for (lower, upper) in lower.iter_mut().zip(upper) {
                let (share, half) = (*lower, *lower * *upper);
                (*lower, *upper) = (clipped(share - half), clipped(share + half));
            }
        }
        IntervalScale::Log => {
            exp_in_place(upper);
            for (lower, upper) in lower.iter_mut().zip(upper) {
                let (share, factor) = (*lower, *upper);
                (*lower, *upper) = (share / factor, clipped(share * factor));
            }
        }
        IntervalScale::LogLog => {
            ln_in_place(lower);
            for (log, upper) in lower.iter().zip(upper.iter_mut()) {
                // Before the first departure the interval is a point: 0/0 stands for that.
                *upper = if *log == 0.0 { 0.0 } else { *upper / -log };
            }
            exp_in_place(upper);
            for (lower, upper) in lower.iter_mut().zip(upper.iter_mut()) {
                let (log, factor) = (*lower, *upper);
                (*lower, *upper) = (log * factor, log / factor);
            }
            exp_in_place(lower);
            exp_in_place(upper);
        }
    }
}

/// Within 0 and 1; NaN stays.
fn clipped(share: f64) -> f64 {
    within(share, 0.0, 1.0)
}

/// The Kaplan-Meier estimate at one time, without the curve.
///
/// # Errors
/// As [`kaplan_meier`]; `extrapolation` beyond the longest duration.
///
/// ```
/// let durations = [1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0];
/// let left = [true, true, false, true, false, true, true, false];
/// let share = ukur::customers::kaplan_meier_at(&durations, Some(&left), 5.0)?;
/// assert!((share - 0.2).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn kaplan_meier_at(durations: &[f64], observed: Option<&[bool]>, time: f64) -> Result<f64> {
    if time.is_nan() || time < 0.0 || time.is_infinite() {
        return Err(Error::invalid("t", "a time >= 0", time));
    }
    let steps = Steps::read(durations, observed, None)?;
    let (mut survival, mut longest) = (1.0, 0.0);
    steps.for_each(|step| {
        longest = step.time;
        if step.time <= time {
            // Exactly zero when all leave.
            survival *= (step.at_risk - step.events) / step.at_risk;
        }
    });
    if time > longest { Err(beyond()) } else { Ok(survival) }
}

fn beyond() -> Error {
    Error::undefined("kaplan_meier", Status::Extrapolation, "`t` lies beyond the longest duration")
}

/// What happens at one duration.
#[derive(Debug, Clone, Copy)]
struct Step {
    time: f64,
    at_risk: f64,
    events: f64,
    censored: f64,
}

/// The different durations, ascending, in the form that was quickest to make.
enum Steps {
    /// Customers censored and gone at each whole duration.
    Counted(Vec<[u64; 2]>),
    /// A row each: the bits of the duration, and in the lowest place whether the customer has gone.
    Sorted(Vec<u64>),
    Listed(Vec<Step>),
}

impl Steps {
    fn read(durations: &[f64], observed: Option<&[bool]>, weight: Option<&[f64]>) -> Result<Self> {
        if durations.is_empty() {
            return Err(Error::undefined("kaplan_meier", Status::InsufficientData, "there are no durations"));
        }
        let rows = durations.len();
        let same_length = |right: &'static str, len: Option<usize>| match len {
            Some(right_len) if right_len != rows => Err(Error::lengths("durations", rows, right, right_len)),
            _ => Ok(()),
        };
        same_length("observed", observed.map(<[bool]>::len))?;
        same_length("weights", weight.map(<[f64]>::len))?;
        if let Some(row) = durations.iter().position(|d| !(0.0..f64::INFINITY).contains(d)) {
            let value = durations.get(row).copied().unwrap_or(f64::NAN);
            return Err(Error::invalid("durations", "a finite number >= 0", value).at_row(row));
        }
        Ok(match weight {
            Some(weight) => Self::Listed(weighted(durations, observed, weight)?),
            None => match counted(durations, observed) {
                Some(table) => Self::Counted(table),
                None => Self::Sorted(sorted(durations, observed)),
            },
        })
    }

    /// How many different durations there are.
    fn len(&self) -> usize {
        match self {
            Self::Counted(table) => table.iter().filter(|counts| **counts != [0, 0]).count(),
            Self::Sorted(keys) => keys.chunk_by(|a, b| a >> 1 == b >> 1).count(),
            Self::Listed(steps) => steps.len(),
        }
    }

    fn for_each(&self, mut visit: impl FnMut(Step)) {
        let mut at_risk = match self {
            Self::Counted(table) => table.iter().flatten().sum(),
            Self::Sorted(keys) => keys.len() as u64,
            Self::Listed(_) => 0,
        };
        let mut counts = |time: f64, [censored, events]: [u64; 2], visit: &mut dyn FnMut(Step)| {
            visit(Step { time, at_risk: at_risk as f64, events: events as f64, censored: censored as f64 });
            at_risk -= censored + events;
        };
        match self {
            Self::Counted(table) => {
                for (time, both) in table.iter().enumerate().filter(|(_, both)| **both != [0, 0]) {
                    counts(time as f64, *both, &mut visit);
                }
            }
            Self::Sorted(keys) => {
                for same in keys.chunk_by(|a, b| a >> 1 == b >> 1) {
                    let time = same.first().map_or(0.0, |key| f64::from_bits(key >> 1));
                    let events = same.iter().map(|key| key & 1).sum();
                    counts(time, [same.len() as u64 - events, events], &mut visit);
                }
            }
            Self::Listed(steps) => steps.iter().copied().for_each(visit),
        }
    }
}

fn flags(observed: Option<&[bool]>) -> impl Iterator<Item = bool> + '_ {
    // Without flags every departure was seen.
    observed.unwrap_or_default().iter().copied().chain(std::iter::repeat(true))
}

/// Whole durations that are not spread far apart (days, weeks, months): counted in a table. `None` otherwise.
fn counted(durations: &[f64], observed: Option<&[bool]>) -> Option<Vec<[u64; 2]>> {
    let longest = durations.iter().copied().fold(0.0, f64::max);
    if longest > durations.len() as f64 * 2.0 + 1_024.0 || longest >= f64::from(u32::MAX) {
        return None;
    }
    let mut table = vec![[0; 2]; longest as usize + 1];
    let mut add = |duration: f64, event: bool| {
        let whole = duration as usize;
        if whole as f64 != duration {
            return false;
        }
        if let Some([censored, events]) = table.get_mut(whole) {
            *censored += u64::from(!event);
            *events += u64::from(event);
        }
        true
    };
    let all_whole = match observed {
        Some(observed) => durations.iter().zip(observed).all(|(duration, event)| add(*duration, *event)),
        None => durations.iter().all(|duration| add(*duration, true)),
    };
    all_whole.then_some(table)
}

fn sorted(durations: &[f64], observed: Option<&[bool]>) -> Vec<u64> {
    // The sign bit of a duration is free. Adding 0 turns -0 into 0.
    let mut keys: Vec<u64> = durations
        .iter()
        .zip(flags(observed))
        .map(|(duration, event)| ((duration + 0.0).to_bits() << 1) | u64::from(event))
        .collect();
    sort_by_number(&mut keys, |key| *key);
    keys
}

/// Rows that stand for several customers: sorted by duration, flag and weight, so that sums have one order.
fn weighted(durations: &[f64], observed: Option<&[bool]>, weight: &[f64]) -> Result<Vec<Step>> {
    if let Some(row) = weight.iter().position(|w| !(*w > 0.0 && w.is_finite())) {
        let value = weight.get(row).copied().unwrap_or(f64::NAN);
        return Err(Error::invalid("weights", "a finite number > 0", value).at_row(row));
    }
    let mut rows: Vec<(f64, bool, f64)> = durations
        .iter()
        .zip(flags(observed))
        .zip(weight)
        .map(|((duration, event), weight)| (duration + 0.0, event, *weight))
        .collect();
    rows.order_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    let mut steps: Vec<Step> = Vec::new();
    for (time, event, weight) in rows {
        if steps.last().is_none_or(|step| step.time != time) {
            steps.push(Step { time, at_risk: 0.0, events: 0.0, censored: 0.0 });
        }
        if let Some(step) = steps.last_mut() {
            *(if event { &mut step.events } else { &mut step.censored }) += weight;
        }
    }
    // From the end, so that the last of them is exactly those who are left.
    let mut at_risk = 0.0;
    for step in steps.iter_mut().rev() {
        at_risk += step.events + step.censored;
        step.at_risk = at_risk;
    }
    Ok(steps)
}
