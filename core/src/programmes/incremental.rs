//! What a programme added: difference in differences with errors clustered by customer.
//!
//! Members before and after joining differ for many reasons, and members differ from others because they chose to
//! join; neither is lift. The difference in differences takes the change of the others away from the change of the
//! members. It assumes that without the programme both would have changed alike, which data from before can
//! contradict ([`pre_trend`]) but never prove.

use crate::checks::{column, open_share, real, same_length};
use crate::experiments::Interval;
use crate::numerics::distributions::{student_t_two_sided, student_t_upper_quantile};
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// One row a customer and period.
#[derive(Debug, Clone, Copy)]
pub struct PanelRows<'a> {
    /// Spend, orders or whatever is to rise.
    pub outcome: &'a [f64],
    /// Whether the customer is a member (of the group that joined).
    pub member: &'a [bool],
    /// Whether the period lies after joining.
    pub after: &'a [bool],
    /// The customer, or whatever repeats: errors are clustered by it.
    pub cluster: &'a [u32],
}

/// The lift of a programme.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lift {
    /// `(member after - member before) - (other after - other before)`.
    pub lift: f64,
    /// Its standard error, clustered.
    pub standard_error: f64,
    /// Its interval.
    pub interval: Interval,
    /// The p value of "no lift".
    pub p_value: f64,
    /// Clusters less one.
    pub degrees_of_freedom: f64,
    /// `lift` as a share of what members would have had without the programme; nothing where that is not above 0.
    pub relative_lift: Option<f64>,
    /// The mean of the members before.
    pub member_before: f64,
    /// The mean of the members after.
    pub member_after: f64,
    /// The mean of the others before.
    pub other_before: f64,
    /// The mean of the others after.
    pub other_after: f64,
    /// `member after - member before`: shown beside, because it is often printed as lift. It is not.
    pub before_after: f64,
    /// `member after - other after`: not lift either, members select themselves.
    pub member_vs_other: f64,
    /// Rows.
    pub rows: f64,
    /// Clusters.
    pub clusters: f64,
}

/// The difference in differences of a panel.
///
/// The estimate is that of the regression of the outcome on member, after and their product; the error is its cluster
/// sandwich with the factor `G/(G-1) (n-1)/(n-4)`, the interval that of Student's t with `G - 1` degrees of freedom.
///
/// ```
/// use ukur::programmes::incremental::{difference_in_differences, PanelRows};
/// let result = difference_in_differences(&PanelRows {
///     outcome: &[90.0, 115.0, 110.0, 135.0, 85.0, 95.0, 95.0, 103.0],
///     member: &[true, true, true, true, false, false, false, false],
///     after: &[false, true, false, true, false, true, false, true],
///     cluster: &[1, 1, 2, 2, 3, 3, 4, 4],
/// }, 0.95)?;
/// assert_eq!((result.lift, result.before_after), (16.0, 25.0)); // before and after alone overstate
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A length mismatch; a missing or infinite outcome; `insufficient_data` where one of the four cells is empty or fewer
/// than three clusters remain; `zero_variance` where all rows of a cell are equal in every cell.
pub fn difference_in_differences(rows: &PanelRows<'_>, level: f64) -> Result<Lift> {
    let n = rows.outcome.len();
    same_length("outcome", n, "member", rows.member.len())?;
    same_length("outcome", n, "after", rows.after.len())?;
    same_length("outcome", n, "cluster", rows.cluster.len())?;
    column("outcome", rows.outcome, real)?;
    open_share("level", level)?;
    // Cell 0: others before, 1: others after, 2: members before, 3: members after.
    let mut sorted: Vec<(u32, usize, f64)> = rows
        .cluster
        .iter()
        .zip(rows.member.iter().zip(rows.after))
        .zip(rows.outcome)
        .map(|((&cluster, (&member, &after)), &y)| (cluster, 2 * usize::from(member) + usize::from(after), y))
        .collect();
    sorted.order_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    let mut sums = [0.0_f64; 4];
    let mut counts = [0.0_f64; 4];
    for &(_, cell, y) in &sorted {
        if let (Some(sum), Some(count)) = (sums.get_mut(cell), counts.get_mut(cell)) {
            *sum += y;
            *count += 1.0;
        }
    }
    for (count, name) in
        counts.iter().zip(["others before", "others after", "members before", "members after"])
    {
        if *count == 0.0 {
            return Err(Error::undefined(
                "difference in differences",
                Status::InsufficientData,
                format!("there is no row of {name}; it needs members and others, each before and after"),
            ));
        }
    }
    let [other_before, other_after, member_before, member_after] =
        [0, 1, 2, 3].map(|cell: usize| sums.get(cell).unwrap_or(&0.0) / counts.get(cell).unwrap_or(&1.0));
    let means = [other_before, other_after, member_before, member_after];
    // The influence of a row on the estimate: its residual over its cell's size, with the cell's sign.
    let signs = [1.0, -1.0, -1.0, 1.0];
    let influence = |&(_, cell, y): &(u32, usize, f64)| {
        let (mean, count, sign) = (
            means.get(cell).copied().unwrap_or(0.0),
            counts.get(cell).copied().unwrap_or(1.0),
            signs.get(cell).copied().unwrap_or(0.0),
        );
        sign * (y - mean) / count
    };
    let clusters = sorted.chunk_by(|a, b| a.0 == b.0).count() as f64;
    if clusters < 3.0 || n <= 4 {
        return Err(Error::undefined(
            "difference in differences",
            Status::InsufficientData,
            format!(
                "an error needs at least 3 customers and 5 rows, and there are {} and {n}",
                Shown(clusters)
            ),
        ));
    }
    let meat: f64 = sorted
        .chunk_by(|a, b| a.0 == b.0)
        .map(|cluster| {
            let score: f64 = cluster.iter().map(influence).sum();
            score * score
        })
        .sum();
    let rows = n as f64;
    let variance = clusters / (clusters - 1.0) * (rows - 1.0) / (rows - 4.0) * meat;
    if variance == 0.0 {
        return Err(Error::undefined(
            "difference in differences",
            Status::ZeroVariance,
            "customers do not differ in their change, so chance cannot be judged",
        ));
    }
    let standard_error = variance.sqrt();
    let lift = (member_after - member_before) - (other_after - other_before);
    let degrees_of_freedom = clusters - 1.0;
    let half = student_t_upper_quantile((1.0 - level) / 2.0, degrees_of_freedom) * standard_error;
    let without = member_before + (other_after - other_before);
    Ok(Lift {
        lift,
        standard_error,
        interval: Interval { lower: lift - half, upper: lift + half, level },
        p_value: student_t_two_sided(lift / standard_error, degrees_of_freedom),
        degrees_of_freedom,
        relative_lift: (without > 0.0).then(|| lift / without),
        member_before,
        member_after,
        other_before,
        other_after,
        before_after: member_after - member_before,
        member_vs_other: member_after - other_after,
        rows,
        clusters,
    })
}

/// The same comparison within the time before joining: `later` marks the later of the early periods. A difference here
/// says that members and others were already drifting apart; none shown is not proof that they were not.
///
/// # Errors
/// As [`difference_in_differences`].
pub fn pre_trend(
    outcome: &[f64],
    member: &[bool],
    later: &[bool],
    cluster: &[u32],
    level: f64,
) -> Result<Lift> {
    difference_in_differences(&PanelRows { outcome, member, after: later, cluster }, level)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTCOME: [f64; 14] = [90., 115., 110., 139., 85., 95., 95., 101., 70., 99., 60., 75., 61., 66.];
    const MEMBER: [bool; 14] =
        [true, true, true, true, false, false, false, false, true, true, false, false, false, true];
    const AFTER: [bool; 14] =
        [false, true, false, true, false, true, false, true, false, true, false, true, true, true];
    const CLUSTER: [u32; 14] = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7];

    #[test]
    fn agrees_with_statsmodels() {
        // smf.ols("y ~ member * after").fit(cov_type="cluster", cov_kwds={"groups": cluster}, use_t=True)
        let rows = PanelRows { outcome: &OUTCOME, member: &MEMBER, after: &AFTER, cluster: &CLUSTER };
        let result = difference_in_differences(&rows, 0.95).unwrap();
        for (found, want) in [
            (result.lift, WANT.0),
            (result.standard_error, WANT.1),
            (result.interval.lower, WANT.2),
            (result.interval.upper, WANT.3),
            (result.p_value, WANT.4),
        ] {
            assert!((found - want).abs() < 1e-10 * want.abs().max(1.0), "{found} {want}");
        }
    }
    const WANT: (f64, f64, f64, f64, f64) =
        (11.749999999999982, 14.259963419061252, -23.142873486994862, 46.64287348699483, 0.44146385302470437);

    #[test]
    fn bad_input_is_named() {
        let code = |outcome: &[f64], member: &[bool], after: &[bool], cluster: &[u32]| {
            difference_in_differences(&PanelRows { outcome, member, after, cluster }, 0.95)
                .unwrap_err()
                .code()
        };
        assert_eq!(code(&[], &[], &[], &[]), "insufficient_data");
        assert_eq!(code(&OUTCOME, &[true; 14], &AFTER, &CLUSTER), "insufficient_data");
        assert_eq!(code(&OUTCOME, &MEMBER, &AFTER, &[1; 14]), "insufficient_data");
        assert_eq!(code(&[5.0; 14], &MEMBER, &AFTER, &CLUSTER), "zero_variance");
        assert_eq!(code(&OUTCOME, &MEMBER[..3], &AFTER, &CLUSTER), "length_mismatch");
        let mut missing = OUTCOME;
        missing[3] = f64::NAN;
        assert_eq!(code(&missing, &MEMBER, &AFTER, &CLUSTER), "nan_input");
    }
}
