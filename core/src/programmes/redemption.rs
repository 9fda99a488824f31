//! Redemption curves: how the points of each issue are redeemed as they age, and how many ever will be.
//!
//! The points issued in one period are a cohort; the points redeemed up to each age form a triangle, the young cohorts
//! seen for fewer ages. Development factors carry each cohort to its ultimate redemption (the chain ladder of
//! non-life insurance), with Mack's distribution-free standard errors (Mack 1993, ASTIN Bulletin 23:213).

use crate::checks;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// One cohort carried to its ultimate redemption.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cohort {
    /// Points issued.
    pub issued: f64,
    /// Points redeemed so far.
    pub redeemed: f64,
    /// The factor from the points redeemed so far to the points ever redeemed.
    pub development_factor: f64,
    /// Points expected ever to be redeemed: never more than issued.
    pub ultimate: f64,
    /// `ultimate / issued`; nothing where nothing was issued.
    pub ultimate_redemption_rate: Option<f64>,
    /// Points expected to be redeemed yet.
    pub expected_redemptions: f64,
    /// The share of the cohort's points not yet redeemed that is expected to be; nothing where none is left.
    pub redemption_of_outstanding: Option<f64>,
    /// Mack's standard error of `expected_redemptions` (process and estimation), without that of the tail factor.
    /// Nothing where fewer than three cohorts leave it open.
    pub standard_error: Option<f64>,
    /// True where the factors led above the points issued, and `ultimate` is what was issued: the cohort is redeemed
    /// faster than the others were, so look at the tail factor.
    pub limited_by_issue: bool,
}

/// Development factors and what they say of every cohort.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Development {
    /// From each age to the next: the sums of the cohorts seen at both ages, divided.
    pub factors: Vec<f64>,
    /// Mack's `sigma^2` for each factor; nothing where fewer than two cohorts show it and no rule extends it.
    pub sigma_squared: Vec<Option<f64>>,
    /// From the oldest age seen to the end.
    pub tail_factor: f64,
    /// For each age: the share of ultimate redemptions that has happened by then.
    pub curve: Vec<f64>,
    /// The cohorts, oldest first.
    pub cohorts: Vec<Cohort>,
    /// Points issued, all cohorts.
    pub issued: f64,
    /// Points redeemed so far, all cohorts.
    pub redeemed: f64,
    /// Points expected to be redeemed yet, all cohorts.
    pub expected_redemptions: f64,
    /// Mack's standard error of the total, in which the cohorts' errors are correlated.
    pub standard_error: Option<f64>,
    /// All points ever redeemed divided by all points issued.
    pub ultimate_redemption_rate: f64,
    /// `1 - ultimate_redemption_rate`.
    pub breakage_rate: f64,
    /// `expected_redemptions * cost_per_point`.
    pub liability: f64,
}

/// The most cohorts.
pub const MOST_COHORTS: usize = 2_000;

/// Development factors, ultimate redemption and liability from cumulative redemptions by age.
///
/// `cumulative[i]` holds the points of cohort `i` redeemed up to each age it has been seen at; the oldest cohort
/// comes first and is seen longest. `tail_factor` carries the oldest age to the end (1: everything has happened).
///
/// ```
/// let triangle = [vec![200.0, 300.0, 330.0], vec![220.0, 330.0], vec![180.0]];
/// let issued = [600.0, 600.0, 500.0];
/// let points = ukur::programmes::redemption::develop(&issued, &triangle, 1.0, 0.01)?;
/// assert_eq!(points.factors, [1.5, 1.1]);
/// assert!((points.cohorts[2].ultimate - 180.0 * 1.5 * 1.1).abs() < 1e-9);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without a cohort; a length mismatch; an invalid number; `decreasing` where cumulative points
/// fall; `ragged` where a younger cohort is seen at more ages than an older one or not at all; `infeasible` where more
/// is redeemed than issued; `zero_denominator` where no cohort has redeemed anything at an age that is to be developed,
/// or nothing was issued; `too_large`.
pub fn develop(
    issued: &[f64],
    cumulative: &[Vec<f64>],
    tail_factor: f64,
    cost_per_point: f64,
) -> Result<Development> {
    check(issued, cumulative, tail_factor, cost_per_point)?;
    let ages = cumulative.first().map_or(0, Vec::len);
    let (factors, sigma_squared) = factors(cumulative, ages)?;

    // The share redeemed by each age, from the oldest age backwards.
    let mut curve = vec![1.0 / tail_factor; ages];
    for age in (0..ages.saturating_sub(1)).rev() {
        let next = curve.get(age + 1).copied().unwrap_or(1.0);
        if let (Some(slot), Some(factor)) = (curve.get_mut(age), factors.get(age)) {
            *slot = next / factor;
        }
    }
    let cohorts: Vec<Cohort> = issued
        .iter()
        .zip(cumulative)
        .map(|(&issued, row)| {
            let redeemed = row.last().copied().unwrap_or(0.0);
            let development_factor = 1.0 / curve.get(row.len() - 1).copied().unwrap_or(1.0);
            let developed = redeemed * development_factor;
            let limited_by_issue = developed > issued * (1.0 + 1e-12);
            let ultimate = developed.min(issued);
            let left = issued - redeemed;
            Cohort {
                issued,
                redeemed,
                development_factor,
                ultimate,
                ultimate_redemption_rate: (issued > 0.0).then(|| ultimate / issued),
                expected_redemptions: ultimate - redeemed,
                redemption_of_outstanding: (left > 0.0).then(|| (ultimate - redeemed) / left),
                standard_error: mack_error(row, ages, cumulative, &factors, &sigma_squared).map(f64::sqrt),
                limited_by_issue,
            }
        })
        .collect();
    let total = |of: fn(&Cohort) -> f64| cohorts.iter().map(of).sum::<f64>();
    let issued_total = total(|c| c.issued);
    if issued_total == 0.0 {
        return Err(Error::undefined(
            "ultimate redemption rate",
            Status::ZeroDenominator,
            "no point was issued",
        ));
    }
    let expected = total(|c| c.expected_redemptions);
    let rate = total(|c| c.ultimate) / issued_total;
    let standard_error = mack_total(ages, cumulative, &factors, &sigma_squared).map(f64::sqrt);
    Ok(Development {
        tail_factor,
        curve,
        issued: issued_total,
        redeemed: total(|c| c.redeemed),
        expected_redemptions: expected,
        standard_error,
        ultimate_redemption_rate: rate,
        breakage_rate: 1.0 - rate,
        liability: expected * cost_per_point,
        factors,
        sigma_squared,
        cohorts,
    })
}

fn check(issued: &[f64], cumulative: &[Vec<f64>], tail_factor: f64, cost_per_point: f64) -> Result<()> {
    checks::same_length("issued", issued.len(), "cumulative", cumulative.len())?;
    if cumulative.is_empty() {
        return Err(Error::undefined("redemption curve", Status::InsufficientData, "there is no cohort"));
    }
    if cumulative.len() > MOST_COHORTS {
        return Err(Error::input(
            "too_large",
            format!(
                "`cumulative` has {} cohorts; at most {MOST_COHORTS}, use longer periods",
                cumulative.len()
            ),
        ));
    }
    checks::column("issued", issued, checks::non_negative)?;
    if !tail_factor.is_finite() || tail_factor < 1.0 {
        return Err(Error::invalid("tail_factor", "a number >= 1", tail_factor));
    }
    checks::non_negative("cost_per_point", cost_per_point)?;
    let mut longest = usize::MAX;
    for (cohort, (row, &issued)) in cumulative.iter().zip(issued).enumerate() {
        if row.is_empty() || row.len() > longest {
            return Err(Error::input(
                "ragged",
                format!(
                    "cohort {cohort} (counted from 0) is seen at {} ages; cohorts come oldest first, each seen at one age \
                     at least and at no more ages than the one before it",
                    row.len()
                ),
            ));
        }
        longest = row.len();
        let mut before = 0.0;
        for &value in row {
            checks::non_negative("cumulative", value).map_err(|e| e.at_row(cohort))?;
            if value < before {
                return Err(Error::input(
                    "decreasing",
                    format!(
                        "the redemptions of cohort {cohort} (counted from 0) fall from {} to {}; give points \
                         redeemed up to each age, not at each age",
                        Shown(before),
                        Shown(value)
                    ),
                ));
            }
            before = value;
        }
        if before > issued {
            return Err(Error::undefined(
                "redemption curve",
                Status::Infeasible,
                format!("{} points redeemed of {} issued", Shown(before), Shown(issued)),
            )
            .at_row(cohort));
        }
    }
    Ok(())
}

fn at(row: &[f64], age: usize) -> f64 {
    row.get(age).copied().unwrap_or(0.0)
}

/// Volume-weighted factors, and Mack's variance of each: `sum C (F - f)^2 / (cohorts - 1)`.
fn factors(cumulative: &[Vec<f64>], ages: usize) -> Result<(Vec<f64>, Vec<Option<f64>>)> {
    let mut factors = Vec::with_capacity(ages.saturating_sub(1));
    let mut sigma: Vec<Option<f64>> = Vec::with_capacity(ages.saturating_sub(1));
    for age in 0..ages.saturating_sub(1) {
        let seen: Vec<(f64, f64)> = cumulative
            .iter()
            .filter(|row| row.len() > age + 1)
            .map(|row| (at(row, age), at(row, age + 1)))
            .collect();
        let from: f64 = seen.iter().map(|pair| pair.0).sum();
        let to: f64 = seen.iter().map(|pair| pair.1).sum();
        if from == 0.0 {
            return Err(Error::undefined(
                "development factor",
                Status::ZeroDenominator,
                format!(
                    "no cohort has redeemed a point by age {age} (counted from 0); join the first ages into one"
                ),
            ));
        }
        let factor = to / from;
        let spread: f64 = seen
            .iter()
            .filter(|pair| pair.0 > 0.0)
            .map(|pair| {
                let deviation = pair.1 / pair.0 - factor;
                pair.0 * deviation * deviation
            })
            .sum();
        factors.push(factor);
        let estimate = (seen.len() > 1).then(|| spread / (seen.len() - 1) as f64);
        // Mack's rule for the last factor, seen in one cohort: the decay of the two before it continues.
        let extended = estimate.or_else(|| {
            let last = sigma.last().copied().flatten()?;
            let before = sigma.len().checked_sub(2).and_then(|i| sigma.get(i).copied().flatten())?;
            let decay = if before > 0.0 { last * last / before } else { 0.0 };
            Some(decay.min(last).min(before))
        });
        sigma.push(extended);
    }
    Ok((factors, sigma))
}

/// `(sigma_k / f_k)^2` and the sum of the cohorts' volumes at age `k`.
fn step(cumulative: &[Vec<f64>], factors: &[f64], sigma: &[Option<f64>], age: usize) -> Option<(f64, f64)> {
    let factor = factors.get(age)?;
    let variance = sigma.get(age).copied().flatten()?;
    let volume: f64 = cumulative.iter().filter(|row| row.len() > age + 1).map(|row| at(row, age)).sum();
    Some((variance / (factor * factor), volume))
}

/// The chain-ladder value of a cohort at `age`, and at the oldest age.
fn developed(row: &[f64], factors: &[f64], age: usize) -> f64 {
    let latest = row.len() - 1;
    factors.iter().take(age).skip(latest).fold(at(row, latest), |value, factor| value * factor)
}

/// Mack's mean squared error of one cohort's outstanding redemptions.
fn mack_error(
    row: &[f64],
    ages: usize,
    cumulative: &[Vec<f64>],
    factors: &[f64],
    sigma: &[Option<f64>],
) -> Option<f64> {
    let ultimate = developed(row, factors, ages - 1);
    let mut sum = 0.0;
    for age in row.len() - 1..ages - 1 {
        let (ratio, volume) = step(cumulative, factors, sigma, age)?;
        let value = developed(row, factors, age);
        if value > 0.0 {
            sum += ratio * (1.0 / value + 1.0 / volume);
        }
    }
    Some(ultimate * ultimate * sum)
}

/// Mack's mean squared error of the total: the estimated factors are common to all cohorts.
fn mack_total(ages: usize, cumulative: &[Vec<f64>], factors: &[f64], sigma: &[Option<f64>]) -> Option<f64> {
    let mut total = 0.0;
    let mut younger = 0.0;
    // From the youngest cohort: the sum of the ultimates after it is at hand.
    for row in cumulative.iter().rev() {
        let ultimate = developed(row, factors, ages - 1);
        let mut common = 0.0;
        for age in row.len() - 1..ages - 1 {
            let (ratio, volume) = step(cumulative, factors, sigma, age)?;
            common += 2.0 * ratio / volume;
        }
        total += mack_error(row, ages, cumulative, factors, sigma)? + ultimate * younger * common;
        younger += ultimate;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Taylor and Ashe's claims, on which Mack (1993) published his results: incremental amounts.
    fn taylor_ashe() -> Vec<Vec<f64>> {
        let rows: [&[f64]; 10] = [
            &[357848., 766940., 610542., 482940., 527326., 574398., 146342., 139950., 227229., 67948.],
            &[352118., 884021., 933894., 1183289., 445745., 320996., 527804., 266172., 425046.],
            &[290507., 1001799., 926219., 1016654., 750816., 146923., 495992., 280405.],
            &[310608., 1108250., 776189., 1562400., 272482., 352053., 206286.],
            &[443160., 693190., 991983., 769488., 504851., 470639.],
            &[396132., 937085., 847498., 805037., 705960.],
            &[440832., 847631., 1131398., 1063269.],
            &[359480., 1061648., 1443370.],
            &[376686., 986608.],
            &[344014.],
        ];
        rows.iter()
            .map(|row| {
                row.iter()
                    .scan(0.0, |sum, value| {
                        *sum += value;
                        Some(*sum)
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn mack_1993_on_taylor_and_ashe() {
        // Published: reserve 18,681 thousand, standard error 2,447 thousand; factors 3.4906 ... 1.0177.
        let result = develop(&[1e9; 10], &taylor_ashe(), 1.0, 1.0).unwrap();
        assert!((result.expected_redemptions - 18_680_856.0).abs() < 1.0, "{}", result.expected_redemptions);
        assert!((result.standard_error.unwrap() - 2_447_095.0).abs() < 1.0, "{:?}", result.standard_error);
        for (factor, want) in result.factors.iter().zip([3.4906, 1.7473, 1.4574, 1.1739, 1.1038, 1.0863]) {
            assert!((factor - want).abs() < 1e-4);
        }
        // Per accident year, the standard errors that Mack's method is known to give on these data.
        for (cohort, error) in [(1, 75_535.0), (2, 121_699.0), (3, 133_549.0), (9, 1_363_155.0)] {
            let found = &result.cohorts[cohort];
            assert!((found.standard_error.unwrap() - error).abs() < 1.0, "{cohort} {found:?}");
        }
    }

    #[test]
    fn the_curve_and_the_tail() {
        let rows = vec![vec![50.0, 100.0], vec![60.0]];
        let result = develop(&[300.0, 300.0], &rows, 1.25, 0.02).unwrap();
        assert_eq!(result.curve, [0.4, 0.8]);
        assert_eq!(result.cohorts[0].ultimate, 125.0);
        assert!((result.cohorts[1].ultimate - 150.0).abs() < 1e-12);
        assert!((result.liability - (25.0 + 90.0) * 0.02).abs() < 1e-12);
        assert!((result.breakage_rate - (1.0 - 275.0 / 600.0)).abs() < 1e-12);
        assert_eq!(result.standard_error, None);
        // A cohort redeemed faster than its issue allows is limited, and says so.
        let result = develop(&[300.0, 100.0], &rows, 1.25, 0.02).unwrap();
        assert!(result.cohorts[1].limited_by_issue);
        assert_eq!(result.cohorts[1].ultimate, 100.0);
    }

    #[test]
    fn bad_input_is_named() {
        let code = |issued: &[f64], rows: &[Vec<f64>], tail: f64| {
            develop(issued, rows, tail, 1.0).map(|_| ()).unwrap_err().code()
        };
        assert_eq!(code(&[], &[], 1.0), "insufficient_data");
        assert_eq!(code(&[1.0], &[], 1.0), "length_mismatch");
        assert_eq!(code(&[1.0], &[vec![]], 1.0), "ragged");
        assert_eq!(code(&[9.0, 9.0], &[vec![1.0], vec![1.0, 2.0]], 1.0), "ragged");
        assert_eq!(code(&[9.0], &[vec![2.0, 1.0]], 1.0), "decreasing");
        assert_eq!(code(&[1.0], &[vec![2.0]], 1.0), "infeasible");
        assert_eq!(code(&[9.0, 9.0], &[vec![0.0, 1.0], vec![1.0]], 1.0), "zero_denominator");
        assert_eq!(code(&[0.0], &[vec![0.0]], 1.0), "zero_denominator");
        assert_eq!(code(&[1.0], &[vec![1.0]], 0.5), "out_of_domain");
        assert_eq!(code(&[1.0], &[vec![f64::NAN]], 1.0), "nan_input");
    }
}
