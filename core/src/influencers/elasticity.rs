//! How fees grow with size: the elasticity of the fee to followers, by regression of logarithms.
//!
//! `log fee = a + b log followers`: with `b` below 1 the fee per follower, and with it the CPM, falls with size;
//! CPM then changes by `b - 1` percent for one percent more followers. Errors are clustered by account. The usual sandwich
//! (with the factor `G/(G-1) (n-1)/(n-2)`) is too small where few accounts are much larger than the rest; interval and
//! p value use the slopes that leave out one account at a time (MacKinnon and White 1985; Bell and McCaffrey 2002), with
//! t on `G - 1` degrees of freedom. `docs/study-decisions.md` has both counted.

use crate::checks::{column, open_share, positive, same_length};
use crate::experiments::Interval;
use crate::numerics::distributions::{student_t_two_sided, student_t_upper_quantile};
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// The elasticity of the fee to size.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SizeElasticity {
    /// `b`: percent more fee for one percent more followers.
    pub elasticity: f64,
    /// `b - 1`: percent more CPM for one percent more followers.
    pub cpm_elasticity: f64,
    /// The standard error of both, clustered by account, by the sandwich.
    pub standard_error: f64,
    /// The same from leaving out one account at a time.
    pub leave_one_out_standard_error: f64,
    /// The interval of `elasticity`, by Student's t on the leave-one-out error.
    pub interval: Interval,
    /// The p value of "CPM does not change with size" (`b = 1`), on the leave-one-out error.
    pub p_value: f64,
    /// The fee of an account of one follower, by the fitted line; with `elasticity` it gives any other.
    pub scale: f64,
    /// The share of the variance of log fees that size explains.
    pub r_squared: f64,
    /// Rows.
    pub rows: f64,
    /// Accounts.
    pub accounts: f64,
}

/// The elasticity of fees to followers (or to impressions: whatever measures size).
///
/// ```
/// // Fees that grow with the square root of size: CPM halves as size grows fourfold.
/// let size = [10_000.0, 40_000.0, 90_000.0, 250_000.0];
/// let fee = [100.0, 200.0, 300.0, 505.0];
/// let result = ukur::influencers::elasticity::size_elasticity(&size, &fee, &[1, 2, 3, 4], 0.95)?;
/// assert!((result.elasticity - 0.5).abs() < 0.01 && result.p_value < 0.001);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A length mismatch; a size or fee that is not above 0 (logarithms; leave gifts out, or use their price);
/// `insufficient_data` below three accounts; `zero_variance` where all sizes are equal, or all points lie on the line.
pub fn size_elasticity(size: &[f64], fee: &[f64], account: &[u32], level: f64) -> Result<SizeElasticity> {
    same_length("size", size.len(), "fee", fee.len())?;
    same_length("size", size.len(), "account", account.len())?;
    column("size", size, positive)?;
    column("fee", fee, positive)?;
    open_share("level", level)?;
    let mut rows: Vec<(u32, f64, f64)> = account
        .iter()
        .zip(size.iter().zip(fee))
        .map(|(&account, (&size, &fee))| (account, libm::log(size), libm::log(fee)))
        .collect();
    // In an order of their own, so that the order given does not matter.
    rows.order_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    let clusters = rows.chunk_by(|a, b| a.0 == b.0).count() as f64;
    let n = rows.len() as f64;
    if clusters < 3.0 {
        return Err(Error::undefined(
            "size elasticity",
            Status::InsufficientData,
            format!("a line with an error needs at least 3 accounts, and there are {}", Shown(clusters)),
        ));
    }
    let mean_x = rows.iter().map(|r| r.1).sum::<f64>() / n;
    let mean_y = rows.iter().map(|r| r.2).sum::<f64>() / n;
    let spread: f64 = rows.iter().map(|r| (r.1 - mean_x) * (r.1 - mean_x)).sum();
    let total: f64 = rows.iter().map(|r| (r.2 - mean_y) * (r.2 - mean_y)).sum();
    if spread <= n * 1e-24 * mean_x.abs().max(1.0) {
        return Err(Error::undefined(
            "size elasticity",
            Status::ZeroVariance,
            "all accounts have the same size",
        ));
    }
    let cross: f64 = rows.iter().map(|r| (r.1 - mean_x) * (r.2 - mean_y)).sum();
    let slope = cross / spread;
    let residual = |r: &(u32, f64, f64)| (r.2 - mean_y) - slope * (r.1 - mean_x);
    let unexplained: f64 = rows.iter().map(|r| residual(r) * residual(r)).sum();
    let meat: f64 = rows
        .chunk_by(|a, b| a.0 == b.0)
        .map(|cluster| {
            let score: f64 = cluster.iter().map(|r| (r.1 - mean_x) * residual(r)).sum();
            score * score
        })
        .sum();
    let factor = clusters / (clusters - 1.0) * (n - 1.0) / (n - 2.0);
    let standard_error = (factor * meat).sqrt() / spread;
    // Residuals that are rounding alone say nothing about chance.
    if unexplained <= total.max(n) * 1e-26 {
        return Err(Error::undefined(
            "size elasticity",
            Status::ZeroVariance,
            "every fee lies exactly on the line, so chance cannot be judged",
        ));
    }
    // From the sums about the common centre, less those of the account: one pass, however many accounts.
    let slopes: Option<Vec<f64>> = rows
        .chunk_by(|a, b| a.0 == b.0)
        .map(|out| {
            let sum =
                |of: fn(f64, f64) -> f64| out.iter().map(|r| of(r.1 - mean_x, r.2 - mean_y)).sum::<f64>();
            let (x, y, left) = (sum(|x, _| x), sum(|_, y| y), n - out.len() as f64);
            let spread_left = spread - sum(|x, _| x * x) - x * x / left;
            (spread_left > spread * 1e-12).then(|| (cross - sum(|x, y| x * y) - x * y / left) / spread_left)
        })
        .collect();
    let Some(slopes) = slopes else {
        return Err(Error::undefined(
            "size elasticity",
            Status::ZeroVariance,
            "without one account all the others have the same size, so chance cannot be judged",
        ));
    };
    let jackknife: f64 = slopes.iter().map(|one| (one - slope) * (one - slope)).sum();
    let leave_one_out_standard_error = (jackknife * (clusters - 1.0) / clusters).sqrt();
    let degrees = clusters - 1.0;
    let half = student_t_upper_quantile((1.0 - level) / 2.0, degrees) * leave_one_out_standard_error;
    Ok(SizeElasticity {
        elasticity: slope,
        cpm_elasticity: slope - 1.0,
        standard_error,
        leave_one_out_standard_error,
        interval: Interval { lower: slope - half, upper: slope + half, level },
        p_value: student_t_two_sided((slope - 1.0) / leave_one_out_standard_error, degrees),
        scale: libm::exp(mean_y - slope * mean_x),
        r_squared: if total > 0.0 { 1.0 - unexplained / total } else { 0.0 },
        rows: n,
        accounts: clusters,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [f64; 8] = [12e3, 15e3, 22e3, 22e3, 80e3, 150e3, 400e3, 400e3];
    const FEE: [f64; 8] = [150., 140., 260., 300., 520., 900., 1500., 1900.];
    const ACCOUNT: [u32; 8] = [1, 2, 3, 3, 4, 5, 6, 6];

    #[test]
    fn agrees_with_statsmodels() {
        // sm.OLS(log fee, [1, log size]).fit(cov_type="cluster", cov_kwds={"groups": account}, use_t=True); interval and
        // p value from numpy.polyfit without one account at a time, and scipy.stats.t.
        let result = size_elasticity(&SIZE, &FEE, &ACCOUNT, 0.95).unwrap();
        for (found, want) in [
            (result.elasticity, ELASTICITY.0),
            (result.standard_error, ELASTICITY.1),
            (result.interval.lower, ELASTICITY.2),
            (result.interval.upper, ELASTICITY.3),
            (result.p_value, ELASTICITY.4),
            (result.r_squared, ELASTICITY.5),
            (result.leave_one_out_standard_error, 0.04782153268701236),
        ] {
            assert!((found - want).abs() < 1e-9 * want.abs().max(1e-3), "{found} {want}");
        }
        assert!((result.cpm_elasticity - result.elasticity + 1.0).abs() < 1e-15);
    }
    const ELASTICITY: (f64, f64, f64, f64, f64, f64) = (
        0.6853460000586986,
        0.04061342734303621,
        0.5624168367811766,
        0.8082751633362211,
        0.0012172052753510764,
        0.9754083577045011,
    );

    #[test]
    fn row_order_does_not_matter_and_bad_input_is_named() {
        let one = size_elasticity(&SIZE, &FEE, &ACCOUNT, 0.9).unwrap();
        let back = |v: &[f64]| v.iter().rev().copied().collect::<Vec<_>>();
        let accounts: Vec<u32> = ACCOUNT.iter().rev().copied().collect();
        assert_eq!(one, size_elasticity(&back(&SIZE), &back(&FEE), &accounts, 0.9).unwrap());
        let code = |s: &[f64], f: &[f64], a: &[u32]| size_elasticity(s, f, a, 0.95).unwrap_err().code();
        assert_eq!(code(&SIZE, &FEE, &[1; 8]), "insufficient_data");
        assert_eq!(code(&[5e4; 8], &FEE, &ACCOUNT), "zero_variance");
        assert_eq!(code(&SIZE, &SIZE, &ACCOUNT), "zero_variance");
        assert_eq!(code(&SIZE, &[0.0; 8], &ACCOUNT), "out_of_domain");
        assert_eq!(code(&SIZE, &FEE[..7], &ACCOUNT), "length_mismatch");
    }
}
