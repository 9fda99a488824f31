//! Sample-ratio mismatch: did the split into groups come out as planned? If not, mistrust every result.

use crate::checks;
use crate::numerics::column_tails::normal_two_sided;
use crate::numerics::distributions::chi_squared_sf;
use crate::{Error, Result, Status};

/// The outcome of a sample-ratio check.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SampleRatio {
    /// The counts that the plan lets expect.
    pub expected: Vec<f64>,
    /// The shares that were seen.
    pub observed_shares: Vec<f64>,
    /// Pearson's chi-squared statistic.
    pub statistic: f64,
    /// The number of groups less one.
    pub degrees_of_freedom: f64,
    /// The probability of a split at least this uneven by chance.
    pub p_value: f64,
    /// The threshold below which the split counts as broken.
    pub threshold: f64,
    /// `p_value < threshold`.
    pub mismatch: bool,
}

/// The usual threshold of a sample-ratio alarm: a broken split is rare, and a false alarm costs an experiment.
pub const DEFAULT_THRESHOLD: f64 = 0.001;

/// Checks the counts of any number of groups against the planned shares (Pearson's chi-squared test).
///
/// `shares` are weights: `[0.5, 0.5]`, `[1, 1]` and `[50, 50]` mean the same. Expected counts below about 5 make the
/// p value rough.
///
/// # Errors
/// Fewer than two groups, counts or shares outside their domain, lists of different length; `insufficient_data` when
/// nobody was counted.
///
/// ```
/// use ukur::experiments::sample_ratio::{DEFAULT_THRESHOLD, sample_ratio_mismatch};
/// let check = sample_ratio_mismatch(&[821588.0, 815482.0], &[0.5, 0.5], DEFAULT_THRESHOLD)?;
/// assert!(check.mismatch && (check.p_value - 1.82e-6).abs() < 5e-9);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn sample_ratio_mismatch(counts: &[f64], shares: &[f64], threshold: f64) -> Result<SampleRatio> {
    checks::same_length("counts", counts.len(), "shares", shares.len())?;
    checks::column("counts", counts, checks::count)?;
    checks::column("shares", shares, checks::positive)?;
    checks::open_share("threshold", threshold)?;
    if counts.len() < 2 {
        return Err(Error::input(
            "too_few_groups",
            format!("`counts` must hold at least 2 groups, got {}", counts.len()),
        ));
    }
    let total: f64 = counts.iter().sum();
    let weight: f64 = shares.iter().sum();
    if total == 0.0 {
        return Err(Error::undefined("sample_ratio_mismatch", Status::InsufficientData, "every count is 0"));
    }
    let expected: Vec<f64> = shares.iter().map(|share| total * (share / weight)).collect();
    let statistic = counts.iter().zip(&expected).map(|(n, e)| (n - e) / e * (n - e)).sum();
    let degrees_of_freedom = (counts.len() - 1) as f64;
    let p_value = upper_tail(statistic, degrees_of_freedom);
    Ok(SampleRatio {
        expected,
        observed_shares: counts.iter().map(|n| n / total).collect(),
        statistic,
        degrees_of_freedom,
        p_value,
        threshold,
        mismatch: p_value < threshold,
    })
}

/// One degree of freedom is a squared normal.
fn upper_tail(statistic: f64, degrees_of_freedom: f64) -> f64 {
    if degrees_of_freedom == 1.0 {
        normal_two_sided(statistic.sqrt())
    } else {
        chi_squared_sf(statistic, degrees_of_freedom)
    }
}

/// The p value of the sample-ratio check of two groups, of which the first was to get `share1`.
///
/// # Errors
/// Counts that are negative or not whole; a share outside 0 to 1; `insufficient_data` when both counts are 0.
///
/// ```
/// let p = ukur::experiments::sample_ratio::srm_chi2_p(821588.0, 815482.0, 0.5)?;
/// assert!((p - 1.8217928726191858e-06).abs() < 1e-18);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn srm_chi2_p(n1: f64, n2: f64, share1: f64) -> Result<f64> {
    checks::count("n1", n1)?;
    checks::count("n2", n2)?;
    checks::open_share("share1", share1)?;
    let total = n1 + n2;
    if total == 0.0 {
        return Err(Error::undefined("srm_chi2_p", Status::InsufficientData, "n1 = n2 = 0"));
    }
    // Both groups miss by the same amount, so chi-squared is z^2 with z the miss over its binomial spread.
    let miss = n1 - total * share1;
    Ok(normal_two_sided(miss / (total * (share1 * (1.0 - share1))).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        // Kohavi, Tang and Xu 2020; scipy.stats.chisquare
        for (n1, n2, p) in
            [(821588.0, 815482.0, 1.8217928726191858e-06), (600.0, 400.0, 2.5396285894708634e-10)]
        {
            assert!((srm_chi2_p(n1, n2, 0.5).unwrap() / p - 1.0).abs() < 1e-12);
            let check = sample_ratio_mismatch(&[n1, n2], &[1.0, 1.0], 0.001).unwrap();
            assert!((check.p_value / p - 1.0).abs() < 1e-12 && check.mismatch);
        }
        // scipy.stats.chisquare([5000, 2600, 2400], [5000, 2500, 2500])
        let three = sample_ratio_mismatch(&[5000.0, 2600.0, 2400.0], &[2.0, 1.0, 1.0], 0.001).unwrap();
        assert!((three.p_value - 0.018315638888734182).abs() < 1e-15);
        assert_eq!((three.statistic, three.degrees_of_freedom, three.mismatch), (8.0, 2.0, false));
        assert_eq!(srm_chi2_p(500.0, 500.0, 0.5).unwrap(), 1.0);
    }

    #[test]
    fn refusals() {
        assert_eq!(srm_chi2_p(0.0, 0.0, 0.5).unwrap_err().code(), "insufficient_data");
        assert_eq!(srm_chi2_p(-1.0, 5.0, 0.5).unwrap_err().code(), "out_of_domain");
        assert_eq!(srm_chi2_p(1.0, 5.0, 1.0).unwrap_err().code(), "out_of_domain");
        let code =
            |counts: &[f64], shares: &[f64]| sample_ratio_mismatch(counts, shares, 0.001).unwrap_err().code();
        assert_eq!(code(&[0.0, 0.0], &[1.0, 1.0]), "insufficient_data");
        assert_eq!(code(&[5.0], &[1.0]), "too_few_groups");
        assert_eq!(code(&[5.0, 6.0], &[1.0]), "length_mismatch");
        assert_eq!(code(&[5.0, 6.0], &[1.0, 0.0]), "out_of_domain");
        assert_eq!(code(&[5.0, f64::NAN], &[1.0, 1.0]), "nan_input");
    }
}
