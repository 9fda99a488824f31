//! Rates of sums over few accounts: engagement per reach where each account posts many times.
//!
//! Posts of one account are not independent, so the account is the unit. The pooled rate `sum(y)/sum(x)` gets its
//! standard error from each account's residual `y - rate x` (Taylor linearisation; the delta method on account
//! totals gives the same: Deng, Knoblich and Lu 2018, KDD). A binomial standard error on all posts together is
//! several times too small.
//!
//! Where a few accounts hold much of the denominator, the linearised error is too small as well, since those accounts
//! pull the pooled rate towards themselves: with 30 accounts a side and sizes spread over two orders of magnitude a
//! 5 % test was wrong in 8 % of simulations. Intervals and tests therefore stand on the error from leaving out one
//! account at a time (the jackknife, CV3: Bell and McCaffrey 2002, Survey Methodology 28:169; MacKinnon, Nielsen and
//! Webb 2023, Journal of Applied Econometrics 38:671): `(m - 1)/m` times the summed squares of how much the rate moves
//! without each account, `(y - rate x)/(sum(x) - x)`. With accounts of one size this is the error of a mean.
//!
//! Its degrees of freedom are Bell and McCaffrey's: those of the chi-squared variable that has the mean and the variance
//! of the variance estimate where numerators scatter in proportion to the denominator. With `u = x/(sum(x) - x)` they
//! come to `sum(u)^2/(sum(u^2) + sum(u^2)^2 - sum(u^4))`: `m - 1` for accounts of one size, fewer where some are larger,
//! never below 1. Both are counted in `docs/study-experiments.md` and `docs/study-decisions.md`.

use super::estimate::{Comparison, Interval, Measure, Method};
use super::lift::{positive_base, relative_standard_error};
use super::means::{satterthwaite, student_comparison};
use super::{critical, summaries::PairSummary};
use crate::checks;
use crate::numerics::elementary::within;
use crate::numerics::order_free_sum::{OrderFreeSums, order_free_sum};
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// The sums of numerator and denominator of each account, in an order that does not depend on that of the rows.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountTotals {
    numerators: Vec<f64>,
    denominators: Vec<f64>,
}

impl AccountTotals {
    /// One row an account.
    ///
    /// # Errors
    /// Columns of different length; a numerator that is missing or infinite; a denominator that is also negative;
    /// `insufficient_data` below two accounts; `zero_denominator` when all denominators are 0.
    ///
    /// ```
    /// use ukur::experiments::ratios::AccountTotals;
    /// let micro = AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
    /// assert_eq!(micro.accounts(), 4);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn new(numerators: &[f64], denominators: &[f64]) -> Result<Self> {
        rows_are_sound(numerators, denominators)?;
        Self::from_totals(numerators.to_vec(), denominators.to_vec())
    }

    /// Many rows an account: `accounts[row]` is any number that stands for the account of that row.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    ///
    /// ```
    /// use ukur::experiments::ratios::AccountTotals;
    /// let rows = AccountTotals::from_rows(&[20.0, 40.0, 30.0], &[400.0, 500.0, 600.0], &[7, 9, 7])?;
    /// assert_eq!(rows, AccountTotals::new(&[40.0, 50.0], &[500.0, 1000.0])?);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn from_rows(numerators: &[f64], denominators: &[f64], accounts: &[u32]) -> Result<Self> {
        rows_are_sound(numerators, denominators)?;
        checks::same_length("numerator", numerators.len(), "account", accounts.len())?;
        let mut codes = accounts.to_vec();
        codes.order_unstable();
        codes.dedup();
        let largest = |values: &[f64]| values.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let mut tops = OrderFreeSums::new(codes.len(), largest(numerators), numerators.len());
        let mut bases = OrderFreeSums::new(codes.len(), largest(denominators), denominators.len());
        for ((&top, &base), account) in numerators.iter().zip(denominators).zip(accounts) {
            // Every account is among the codes.
            let group = codes.binary_search(account).unwrap_or(0);
            tops.add(group, top);
            bases.add(group, base);
        }
        Self::from_totals(tops.to_vec(), bases.to_vec())
    }

    fn from_totals(numerators: Vec<f64>, denominators: Vec<f64>) -> Result<Self> {
        if numerators.len() < 2 {
            return Err(Error::undefined(
                "ratio of sums",
                Status::InsufficientData,
                format!(
                    "the error between accounts needs at least 2 accounts, and there {}",
                    if numerators.len() == 1 { "is 1" } else { "are 0" }
                ),
            ));
        }
        let mut pairs: Vec<(f64, f64)> = denominators.into_iter().zip(numerators).collect();
        pairs.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let (denominators, numerators): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let base = order_free_sum(&denominators);
        if base == 0.0 {
            return Err(Error::undefined("ratio of sums", Status::ZeroDenominator, "every denominator is 0"));
        }
        if !(base.is_finite() && order_free_sum(&numerators).is_finite()) {
            return Err(Error::undefined(
                "ratio of sums",
                Status::Unbounded,
                "a sum exceeds the largest number",
            ));
        }
        Ok(Self { numerators, denominators })
    }

    /// The number of accounts.
    pub fn accounts(&self) -> usize {
        self.numerators.len()
    }

    /// The numerators, one an account, in the order of the denominators.
    pub fn numerators(&self) -> &[f64] {
        &self.numerators
    }

    /// The denominators, one an account, ascending.
    pub fn denominators(&self) -> &[f64] {
        &self.denominators
    }

    /// The pooled rate and the variance of it between accounts.
    fn rate_and_variance(&self) -> (f64, f64) {
        let rate = order_free_sum(&self.numerators) / order_free_sum(&self.denominators);
        (rate, linearised_variance(&self.numerators, &self.denominators, rate))
    }
}

/// The variance of a pooled rate between accounts, linearised.
pub(crate) fn linearised_variance(numerators: &[f64], denominators: &[f64], rate: f64) -> f64 {
    let base = order_free_sum(denominators);
    // Residuals as shares of the base, so that their squares neither overflow nor vanish.
    let squares: Vec<f64> = numerators
        .iter()
        .zip(denominators)
        .map(|(y, x)| {
            let residual = (y - rate * x) / base;
            residual * residual
        })
        .collect();
    let m = numerators.len() as f64;
    order_free_sum(&squares) * (m / (m - 1.0))
}

/// How much a pooled rate moves without each account.
///
/// # Errors
/// `insufficient_data` when one account holds the whole denominator.
pub(crate) fn leave_one_out_changes(numerators: &[f64], denominators: &[f64], rate: f64) -> Result<Vec<f64>> {
    let base = order_free_sum(denominators);
    let mut changes = Vec::with_capacity(numerators.len());
    for (y, x) in numerators.iter().zip(denominators) {
        let rest = base - x;
        if rest <= 0.0 {
            return Err(Error::undefined(
                "ratio of sums",
                Status::InsufficientData,
                "one account holds the whole denominator, so nothing is known of the spread between accounts",
            ));
        }
        changes.push((rate * x - y) / rest);
    }
    Ok(changes)
}

/// What leaving out one account at a time says of a rate.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LeftOut {
    /// The variance of the rate.
    pub(crate) variance: f64,
    /// Bell and McCaffrey's degrees of freedom.
    pub(crate) degrees_of_freedom: f64,
}

impl LeftOut {
    /// From how much the rate moves without each account, and the accounts' denominators; `None` where every account
    /// has the same weight.
    pub(crate) fn new(changes: &[f64], denominators: Option<&[f64]>) -> Self {
        let m = changes.len() as f64;
        Self {
            variance: sum_of(changes.iter().map(|change| change * change)) * jackknife_factor(m),
            degrees_of_freedom: denominators.map_or(m - 1.0, |x| within(bell_mccaffrey(x), 1.0, m - 1.0)),
        }
    }
}

/// `(m - 1)/m`: changes without one of `m` accounts are that much too large for the error of a mean.
pub(crate) fn jackknife_factor(accounts: f64) -> f64 {
    (accounts - 1.0) / accounts
}

/// The degrees of freedom of a leave-one-out variance where `var(y) = x`: residuals then have the covariance
/// `D = diag(w) - w w'` with the shares `w = x/sum(x)`, the variance estimate is their quadratic form with
/// `B = diag(1/(1 - w)^2)`, and the degrees of freedom are `tr(BD)^2/tr(BDBD)`.
fn bell_mccaffrey(denominators: &[f64]) -> f64 {
    let base = order_free_sum(denominators);
    let odds: Vec<f64> = denominators.iter().map(|x| x / (base - x)).collect();
    let power = |of: fn(f64) -> f64| sum_of(odds.iter().map(|&u| of(u)));
    let (one, two, four) = (power(|u| u), power(|u| u * u), power(|u| u * u * (u * u)));
    one * one / (two + (two * two - four).max(0.0))
}

fn sum_of(values: impl Iterator<Item = f64>) -> f64 {
    order_free_sum(&values.collect::<Vec<_>>())
}

fn rows_are_sound(numerators: &[f64], denominators: &[f64]) -> Result<()> {
    checks::same_length("numerator", numerators.len(), "denominator", denominators.len())?;
    checks::column("numerator", numerators, checks::real)?;
    checks::column("denominator", denominators, checks::non_negative)
}

/// The standard error of `sum(y)/sum(x)` with one row an account:
/// `sqrt(m/(m - 1) sum((y - rate x)^2)) / sum(x)`.
///
/// # Errors
/// `infeasible` when the columns differ in length (the catalogue's word for it), else as [`AccountTotals::new`].
///
/// ```
/// let y = [50.0, 40.0, 60.0, 30.0];
/// let x = [1000.0, 500.0, 2000.0, 800.0];
/// let se = ukur::experiments::ratios::ratio_of_sums_cluster_se(&y, &x)?;
/// assert!((se - 0.00851200630059581).abs() < 1e-16);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn ratio_of_sums_cluster_se(y: &[f64], x: &[f64]) -> Result<f64> {
    if y.len() != x.len() {
        return Err(Error::undefined(
            "ratio_of_sums_cluster_se",
            Status::Infeasible,
            format!("y has {} values but x has {}", y.len(), x.len()),
        ));
    }
    checks::column("y", y, checks::non_negative)?;
    checks::column("x", x, checks::non_negative)?;
    Ok(AccountTotals::new(y, x)?.rate_and_variance().1.sqrt())
}

/// The variance of `mean_y/mean_x` by the delta method, from summary statistics of the accounts:
/// `(var_y/mean_x^2 - 2 mean_y cov/mean_x^3 + mean_y^2 var_x/mean_x^4)/n`.
///
/// # Errors
/// Inputs outside their domain; `zero_denominator` when `mean_x` is 0; `infeasible` when the covariance is larger
/// than the variances allow.
///
/// ```
/// let v = ukur::experiments::ratios::delta_ratio_variance(2.0, 4.0, 1.0, 2.0, 0.5, 100.0)?;
/// assert!((v - 0.000625).abs() < 1e-17);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn delta_ratio_variance(
    mean_y: f64,
    mean_x: f64,
    var_y: f64,
    var_x: f64,
    cov_xy: f64,
    n: f64,
) -> Result<f64> {
    checks::real("mean_y", mean_y)?;
    checks::real("mean_x", mean_x)?;
    checks::non_negative("var_y", var_y)?;
    checks::non_negative("var_x", var_x)?;
    checks::real("cov_xy", cov_xy)?;
    checks::count_from("n", 2, n)?;
    if mean_x == 0.0 {
        return Err(Error::undefined("delta_ratio_variance", Status::ZeroDenominator, "mean_x = 0"));
    }
    let summary = PairSummary { n, mean_y, mean_x, variance_y: var_y, variance_x: var_x, covariance: cov_xy };
    summary.check("summary")?;
    let variance = delta_variance(&summary);
    if variance.is_finite() {
        Ok(variance)
    } else {
        Err(Error::undefined(
            "delta_ratio_variance",
            Status::Unbounded,
            "the result exceeds the largest number",
        ))
    }
}

fn delta_variance(s: &PairSummary) -> f64 {
    let rate = s.mean_y / s.mean_x;
    // The variance of y - rate x; rounding may leave it a hair below 0 when y follows x exactly.
    let residual = (s.variance_y - rate * s.covariance) - rate * (s.covariance - rate * s.variance_x);
    residual.max(0.0) / s.mean_x / s.mean_x / s.n
}

/// A pooled rate with its error between accounts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RatioEstimate {
    /// `sum(numerator)/sum(denominator)`.
    pub estimate: f64,
    /// The standard error with accounts as clusters, by linearisation.
    pub standard_error: f64,
    /// The standard error from leaving out one account at a time; none when only summary statistics were given.
    pub leave_one_out_standard_error: Option<f64>,
    /// The interval by Student's t on the leave-one-out error, or on the other where only that is known.
    pub interval: Interval,
    /// `accounts - 1` where all accounts weigh the same, fewer where some are larger (Bell and McCaffrey); `accounts - 1`
    /// from summary statistics.
    pub degrees_of_freedom: f64,
    /// The number of accounts.
    pub accounts: f64,
    /// What the binomial standard error `sqrt(rate (1 - rate)/sum(denominator))` would claim; none for a rate that is
    /// no share, or when only summary statistics were given.
    pub naive_standard_error: Option<f64>,
    /// How the interval was made.
    pub method: Method,
}

/// The pooled rate of a group of accounts with its clustered error.
///
/// # Errors
/// A level outside 0 to 1; `insufficient_data` when one account holds the whole denominator.
///
/// ```
/// use ukur::experiments::ratios::{AccountTotals, ratio_of_sums};
/// let micro = AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// let rate = ratio_of_sums(&micro, 0.95)?;
/// assert!((rate.estimate - 0.0418605).abs() < 5e-8);
/// // The naive error is 2.8 times too small.
/// assert!((rate.standard_error / rate.naive_standard_error.unwrap() - 2.79).abs() < 0.01);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn ratio_of_sums(totals: &AccountTotals, level: f64) -> Result<RatioEstimate> {
    checks::open_share("level", level)?;
    let (rate, variance) = totals.rate_and_variance();
    let base = order_free_sum(&totals.denominators);
    let naive = (0.0..=1.0).contains(&rate).then(|| (rate * (1.0 - rate) / base).sqrt());
    let changes = leave_one_out_changes(&totals.numerators, &totals.denominators, rate)?;
    let left_out = Some(LeftOut::new(&changes, Some(&totals.denominators)));
    Ok(ratio_estimate(rate, variance, left_out, totals.accounts() as f64, naive, level))
}

/// The same from summary statistics of the accounts' totals (`y` the numerator, `x` the denominator).
///
/// # Errors
/// As [`delta_ratio_variance`].
///
/// ```
/// use ukur::experiments::{PairSummary, ratios::ratio_of_means};
/// let s = PairSummary::from_values(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// assert!((ratio_of_means(&s, 0.95)?.standard_error - 0.00851200630059581).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn ratio_of_means(summary: &PairSummary, level: f64) -> Result<RatioEstimate> {
    checks::open_share("level", level)?;
    let s = summary;
    let variance = delta_ratio_variance(s.mean_y, s.mean_x, s.variance_y, s.variance_x, s.covariance, s.n)?;
    Ok(ratio_estimate(s.mean_y / s.mean_x, variance, None, s.n, None, level))
}

/// An estimate from its variances: linearised, and by leaving out one account at a time.
pub(crate) fn ratio_estimate(
    rate: f64,
    variance: f64,
    left_out: Option<LeftOut>,
    accounts: f64,
    naive: Option<f64>,
    level: f64,
) -> RatioEstimate {
    let (judged_by, degrees_of_freedom) =
        left_out.map_or((variance, accounts - 1.0), |known| (known.variance, known.degrees_of_freedom));
    let half = critical::student_t(level, degrees_of_freedom) * judged_by.sqrt();
    RatioEstimate {
        estimate: rate,
        standard_error: variance.sqrt(),
        leave_one_out_standard_error: left_out.map(|known| known.variance.sqrt()),
        interval: Interval { lower: rate - half, upper: rate + half, level },
        degrees_of_freedom,
        accounts,
        naive_standard_error: naive,
        method: Method::ClusteredRatio,
    }
}

/// Two pooled rates compared.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RatioComparison {
    /// Group 1.
    pub treatment: RatioEstimate,
    /// Group 2.
    pub control: RatioEstimate,
    /// `treatment - control`.
    pub difference: Comparison,
    /// `treatment/control - 1` by the delta method; none when the control's rate is not above 0.
    pub relative_lift: Option<Comparison>,
}

/// Two groups of accounts compared by their pooled rates: leave-one-account-out errors, Satterthwaite's degrees of
/// freedom.
///
/// With few accounts, or a few very large ones, look at the permutation test of
/// [`resampling`](super::resampling) as well.
///
/// # Errors
/// `zero_variance` when in both groups every account has the same rate.
///
/// ```
/// use ukur::experiments::ratios::{AccountTotals, compare_ratios};
/// let micro = AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// let large = AccountTotals::new(&[900.0, 1500.0, 700.0], &[40000.0, 50000.0, 30000.0])?;
/// let c = compare_ratios(&micro, &large, 0.95)?;
/// assert!((c.control.standard_error - 0.00263797).abs() < 5e-9);
/// assert!(c.difference.p_value > 0.1); // not shown, though the naive errors would say p < 0.001
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare_ratios(
    treatment: &AccountTotals,
    control: &AccountTotals,
    level: f64,
) -> Result<RatioComparison> {
    RatioComparison::of(ratio_of_sums(treatment, level)?, ratio_of_sums(control, level)?)
}

/// The same from summary statistics of the accounts' totals, which allow the linearised errors only.
///
/// # Errors
/// As [`compare_ratios`] and [`ratio_of_means`].
///
/// ```
/// use ukur::experiments::{PairSummary, ratios::compare_ratios_of_means};
/// let a = PairSummary::from_values(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// let b = PairSummary::from_values(&[900.0, 1500.0, 700.0], &[40000.0, 50000.0, 30000.0])?;
/// let c = compare_ratios_of_means(&a, &b, 0.95)?;
/// assert!((c.difference.estimate - 0.0160271).abs() < 5e-7);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare_ratios_of_means(
    treatment: &PairSummary,
    control: &PairSummary,
    level: f64,
) -> Result<RatioComparison> {
    RatioComparison::of(ratio_of_means(treatment, level)?, ratio_of_means(control, level)?)
}

impl RatioComparison {
    fn of(treatment: RatioEstimate, control: RatioEstimate) -> Result<Self> {
        let (difference, relative_lift) = compare_ratio_estimates(&treatment, &control, None)?;
        Ok(Self { treatment, control, difference, relative_lift })
    }
}

/// The difference of two estimates, and their relative lift. With accounts in both groups the covariance of the two is
/// given, and the smaller degrees of freedom are taken; independent groups take Satterthwaite's.
pub(crate) fn compare_ratio_estimates(
    treatment: &RatioEstimate,
    control: &RatioEstimate,
    covariance: Option<f64>,
) -> Result<(Comparison, Option<Comparison>)> {
    let level = treatment.interval.level;
    let (r1, r2) = (treatment.estimate, control.estimate);
    let variance = |rate: &RatioEstimate| {
        let error = rate.leave_one_out_standard_error.unwrap_or(rate.standard_error);
        error * error
    };
    let (v1, v2) = (variance(treatment), variance(control));
    let both = covariance.unwrap_or(0.0);
    let of_difference = (v1 + v2 - 2.0 * both).max(0.0);
    // Where every account moves both groups alike, only rounding is left of the variance of the difference.
    if of_difference <= 1e-14 * (v1 + v2) {
        return Err(Error::undefined(
            "compare_ratios",
            Status::ZeroVariance,
            if covariance.is_some() {
                "the difference is the same whichever account is left out, so chance cannot be judged"
            } else {
                "in both groups every account has the same rate, so chance cannot be judged"
            },
        ));
    }
    let (d1, d2) = (treatment.degrees_of_freedom, control.degrees_of_freedom);
    let degrees_of_freedom = if covariance.is_some() { d1.min(d2) } else { satterthwaite(v1, d1, v2, d2) };
    let make = |measure, estimate, error| {
        student_comparison(measure, (r1, r2), estimate, error, degrees_of_freedom, level, treatment.method)
    };
    let difference = make(Measure::Difference, r1 - r2, of_difference.sqrt());
    let relative_lift = positive_base(r2).is_ok().then(|| {
        let error = match covariance {
            None => relative_standard_error(r1, v1, r2, v2),
            Some(both) => {
                let lift = r1 / r2;
                (v1 + lift * (lift * v2 - 2.0 * both)).max(0.0).sqrt() / r2
            }
        };
        make(Measure::RelativeLift, (r1 - r2) / r2, error)
    });
    Ok((difference, relative_lift))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micro() -> AccountTotals {
        AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0]).unwrap()
    }

    fn large() -> AccountTotals {
        AccountTotals::new(&[900.0, 1500.0, 700.0], &[40000.0, 50000.0, 30000.0]).unwrap()
    }

    #[test]
    fn known_answers_of_the_micro_and_macro_example() {
        let c = compare_ratios(&micro(), &large(), 0.95).unwrap();
        assert!((c.treatment.estimate - 0.0418605).abs() < 5e-8);
        assert!((c.control.estimate - 0.0258333).abs() < 5e-8);
        assert!((c.treatment.standard_error - 0.00851201).abs() < 5e-9);
        assert!((c.control.standard_error - 0.00263797).abs() < 5e-9);
        assert!((c.treatment.naive_standard_error.unwrap() - 0.00305).abs() < 5e-6);
        assert!((c.control.naive_standard_error.unwrap() - 0.00046).abs() < 5e-6);
        let lift = c.relative_lift.unwrap();
        assert!((lift.estimate - (0.041860465116279 / 0.025833333333333 - 1.0)).abs() < 1e-12);
    }

    #[test]
    fn leaving_out_one_account_at_a_time() {
        // By hand: the rate of micro is 180/4300; without each account 130/3300, 140/3800, 120/2300, 150/3500.
        let rate = 180.0 / 4300.0;
        let squares: f64 = [(130.0, 3300.0), (140.0, 3800.0), (120.0, 2300.0), (150.0, 3500.0)]
            .iter()
            .map(|(y, x)| (y / x - rate) * (y / x - rate))
            .sum();
        let found = ratio_of_sums(&micro(), 0.95).unwrap();
        let got = found.leave_one_out_standard_error.unwrap();
        assert!((got * got / (0.75 * squares) - 1.0).abs() < 1e-13);
        // NumPy: B = diag(1/(1 - w)^2), D = diag(w) - w w', trace(B D)^2 / trace(B D B D).
        assert!((found.degrees_of_freedom - 1.997417813126491).abs() < 1e-12);
        // Accounts of one size: the error of a mean of rates, and m - 1.
        let equal = AccountTotals::new(&[1.0, 2.0, 4.0, 3.0], &[8.0; 4]).unwrap();
        let found = ratio_of_sums(&equal, 0.95).unwrap();
        let error = (5.0_f64 / 3.0 / 4.0).sqrt() / 8.0;
        assert!((found.leave_one_out_standard_error.unwrap() / error - 1.0).abs() < 1e-14);
        assert!((found.standard_error / error - 1.0).abs() < 1e-14);
        assert!((found.degrees_of_freedom - 3.0).abs() < 1e-14);
        let alone = AccountTotals::new(&[5.0, 0.0], &[100.0, 0.0]).unwrap();
        assert_eq!(ratio_of_sums(&alone, 0.95).unwrap_err().code(), "insufficient_data");
    }

    #[test]
    fn linearisation_and_delta_method_agree() {
        let (y, x) = ([50.0, 40.0, 60.0, 30.0], [1000.0, 500.0, 2000.0, 800.0]);
        let summary = PairSummary::from_values(&y, &x).unwrap();
        let from_summary = ratio_of_means(&summary, 0.9).unwrap();
        let from_rows = ratio_of_sums(&micro(), 0.9).unwrap();
        assert!((from_summary.standard_error / from_rows.standard_error - 1.0).abs() < 1e-12);
        assert!((from_summary.estimate / from_rows.estimate - 1.0).abs() < 1e-15);
    }

    #[test]
    fn rows_in_any_order_give_the_same_bits() {
        let (y, x, who) = ([0.1, 0.2, 0.3, 0.4, 0.7], [1.1, 2.3, 3.7, 1.3, 0.9], [3, 1, 3, 1, 9]);
        let one = AccountTotals::from_rows(&y, &x, &who).unwrap();
        let (mut y, mut x, mut who) = (y, x, who);
        y.reverse();
        x.reverse();
        who.reverse();
        assert_eq!(AccountTotals::from_rows(&y, &x, &who.map(|w| 100 - w)).unwrap(), one);
    }

    #[test]
    fn refusals() {
        let code = |y: &[f64], x: &[f64]| AccountTotals::new(y, x).unwrap_err().code();
        assert_eq!(code(&[], &[]), "insufficient_data");
        assert_eq!(code(&[1.0], &[5.0]), "insufficient_data");
        assert_eq!(code(&[1.0, 2.0], &[0.0, 0.0]), "zero_denominator");
        assert_eq!(code(&[1.0, 2.0], &[1.0, -3.0]), "out_of_domain");
        assert_eq!(code(&[1.0, 2.0], &[1.0]), "length_mismatch");
        assert_eq!(code(&[1.0, f64::NAN], &[1.0, 3.0]), "nan_input");
        assert_eq!(ratio_of_sums_cluster_se(&[1.0], &[1.0, 2.0]).unwrap_err().code(), "infeasible");
        assert_eq!(
            AccountTotals::from_rows(&[1.0, 2.0], &[10.0, 20.0], &[5, 5]).unwrap_err().code(),
            "insufficient_data"
        );
        let flat = AccountTotals::new(&[1.0, 2.0], &[10.0, 20.0]).unwrap();
        assert_eq!(compare_ratios(&flat, &flat, 0.95).unwrap_err().code(), "zero_variance");
        assert!(
            compare_ratios(&micro(), &AccountTotals::new(&[0.0, 0.0], &[5.0, 6.0]).unwrap(), 0.95)
                .unwrap()
                .relative_lift
                .is_none()
        );
    }
}
