//! Bootstrap and permutation by account: what few accounts can and cannot show, without a formula for the error.
//!
//! Both are exact when there are few enough accounts to go through every case, and seeded draws otherwise; which of
//! the two it was is part of the result. Neither depends on the order of the rows.

use super::critical;
use super::estimate::Interval;
use super::ratios::AccountTotals;
use crate::checks;
use crate::numerics::distributions::normal_sf;
use crate::numerics::order_free_sum::order_free_sum;
use crate::numerics::random::Random;
use crate::progress::{Progress, Watch};
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// How to resample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResamplingOptions {
    /// The number of draws when not every case can be gone through.
    pub resamples: u32,
    /// The seed of the draws; the same seed gives the same result everywhere.
    pub seed: u64,
    /// Go through every case when there are at most this many.
    pub exact_up_to: u32,
    /// The level of the interval.
    pub level: f64,
}

impl Default for ResamplingOptions {
    fn default() -> Self {
        Self { resamples: 9_999, seed: 0, exact_up_to: 50_000, level: 0.95 }
    }
}

/// Larger requests are refused, since the draws of a bootstrap are kept for its quantiles.
const MOST_RESAMPLES: u32 = 10_000_000;

impl ResamplingOptions {
    fn check(&self) -> Result<()> {
        checks::open_share("level", self.level)?;
        for (name, value) in [("resamples", self.resamples), ("exact_up_to", self.exact_up_to)] {
            let least = u32::from(name == "resamples");
            if !(least..=MOST_RESAMPLES).contains(&value) {
                return Err(Error::invalid(
                    name,
                    format!("a whole number from {least} to {MOST_RESAMPLES}"),
                    f64::from(value),
                ));
            }
        }
        Ok(())
    }
}

/// What resampled accounts say about a quantity.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bootstrap {
    /// The quantity in the data themselves.
    pub estimate: f64,
    /// The mean over the resamples.
    pub mean: f64,
    /// The standard deviation over the resamples (divisor: their number): the bootstrap standard error.
    pub standard_deviation: f64,
    /// The expanded percentile interval (Hesterberg 2015, *The American Statistician* 69:371): a bootstrap's spread is
    /// too small by `sqrt((n - 1)/n)` with `n` accounts, and the normal tail is lighter than Student's, so the shares
    /// read off the resamples are those beyond `-+ sqrt(n/(n - 1)) t` in the normal, `t` the quantile of Student's t
    /// with `n - 1` degrees of freedom at the level. Of two groups the smaller one's `n` counts. With so few resamples
    /// that none lies beyond, it is their range.
    pub interval: Interval,
    /// The plain percentile interval, too narrow with few accounts or a few large ones (`docs/study-experiments.md`).
    pub percentile_interval: Interval,
    /// The number of resamples in which the quantity is defined.
    pub resamples: u32,
    /// The number of resamples left out because a denominator was 0.
    pub undefined: u32,
    /// Whether every possible resample was gone through.
    pub exact: bool,
}

/// The sums of a resample.
#[derive(Clone, Copy)]
struct Sums {
    numerator: f64,
    denominator: f64,
}

impl Sums {
    const ZERO: Self = Self { numerator: 0.0, denominator: 0.0 };

    fn add(&mut self, totals: &AccountTotals, account: usize) {
        self.numerator += totals.numerators().get(account).copied().unwrap_or(0.0);
        self.denominator += totals.denominators().get(account).copied().unwrap_or(0.0);
    }

    fn rate(self) -> Option<f64> {
        (self.denominator > 0.0).then(|| self.numerator / self.denominator)
    }
}

/// Calls `each` with the account numbers of every resample of `m` accounts, in a fixed order.
fn every_resample(m: usize, mut each: impl FnMut(&[usize]) -> Result<()>) -> Result<()> {
    let mut pick = vec![0; m];
    loop {
        each(&pick)?;
        let Some(place) = pick.iter().rposition(|&account| account + 1 < m) else { return Ok(()) };
        for (i, account) in pick.iter_mut().enumerate().skip(place) {
            *account = if i == place { *account + 1 } else { 0 };
        }
    }
}

/// `m^m`, none above the limit.
fn resample_count(m: usize, limit: u32) -> Option<u32> {
    let base = u32::try_from(m).ok()?;
    base.checked_pow(base).filter(|count| *count <= limit)
}

/// Tells the caller where the work is, every 256 steps and at the last.
fn tell(watch: &mut Watch, done: u64, total: u64) -> Result<()> {
    if (done % 256 == 0 || done == total) && watch(Progress { done, total }).is_break() {
        return Err(Error::Cancelled);
    }
    Ok(())
}

/// The bootstrap of a pooled rate, accounts drawn with replacement.
///
/// # Errors
/// Options outside their domain; `cancelled` when the caller stops it.
///
/// ```
/// use std::ops::ControlFlow;
/// use ukur::experiments::{ratios::AccountTotals, resampling::{ResamplingOptions, bootstrap_ratio}};
/// let micro = AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// let b = bootstrap_ratio(&micro, &ResamplingOptions::default(), &mut |_| ControlFlow::Continue(()))?;
/// assert!(b.exact && b.resamples == 256); // all 4^4 resamples
/// assert!((b.mean - 0.0437591).abs() < 5e-8 && (b.standard_deviation - 0.0084861).abs() < 5e-8);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn bootstrap_ratio(
    totals: &AccountTotals,
    options: &ResamplingOptions,
    watch: &mut Watch,
) -> Result<Bootstrap> {
    options.check()?;
    let m = totals.accounts();
    let mut draws = Draws::default();
    let exact = resample_count(m, options.exact_up_to);
    if let Some(count) = exact {
        every_resample(m, |pick| {
            let mut sums = Sums::ZERO;
            for &account in pick {
                sums.add(totals, account);
            }
            draws.push(sums.rate());
            tell(watch, draws.done, u64::from(count))
        })?;
    } else {
        let mut random = Random::new(options.seed);
        for _ in 0..options.resamples {
            draws.push(resample(totals, &mut random).rate());
            tell(watch, draws.done, u64::from(options.resamples))?;
        }
    }
    draws.summarise(rate_of(totals), exact.is_some(), m, options.level)
}

fn resample(totals: &AccountTotals, random: &mut Random) -> Sums {
    let m = totals.accounts();
    let mut sums = Sums::ZERO;
    for _ in 0..m {
        sums.add(totals, random.below(m as u64) as usize);
    }
    sums
}

fn rate_of(totals: &AccountTotals) -> f64 {
    order_free_sum(totals.numerators()) / order_free_sum(totals.denominators())
}

/// The bootstrap of the difference of two pooled rates and of their relative lift.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BootstrapComparison {
    /// `treatment - control`.
    pub difference: Bootstrap,
    /// `treatment/control - 1`; none when the control's rate is not above 0.
    pub relative_lift: Option<Bootstrap>,
}

/// The bootstrap of two groups of accounts, each drawn from its own.
///
/// # Errors
/// As [`bootstrap_ratio`].
///
/// ```
/// use std::ops::ControlFlow;
/// use ukur::experiments::{ratios::AccountTotals, resampling::{ResamplingOptions, bootstrap_comparison}};
/// let micro = AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// let large = AccountTotals::new(&[900.0, 1500.0, 700.0], &[40000.0, 50000.0, 30000.0])?;
/// let b = bootstrap_comparison(&micro, &large, &ResamplingOptions::default(), &mut |_| ControlFlow::Continue(()))?;
/// assert!(b.difference.exact && b.difference.resamples == 256 * 27);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn bootstrap_comparison(
    treatment: &AccountTotals,
    control: &AccountTotals,
    options: &ResamplingOptions,
    watch: &mut Watch,
) -> Result<BootstrapComparison> {
    options.check()?;
    let (mut differences, mut lifts) = (Draws::default(), Draws::default());
    let mut push = |one: Option<f64>, other: Option<f64>| {
        let both = one.zip(other);
        differences.push(both.map(|(one, other)| one - other));
        lifts.push(both.filter(|(_, other)| *other > 0.0).map(|(one, other)| (one - other) / other));
        differences.done
    };
    let limit = options.exact_up_to;
    let exact = resample_count(treatment.accounts(), limit)
        .zip(resample_count(control.accounts(), limit))
        .and_then(|(one, other)| one.checked_mul(other))
        .filter(|count| *count <= limit);
    if let Some(count) = exact {
        let rates = |totals: &AccountTotals| {
            let mut rates = Vec::new();
            every_resample(totals.accounts(), |pick| {
                let mut sums = Sums::ZERO;
                for &account in pick {
                    sums.add(totals, account);
                }
                rates.push(sums.rate());
                Ok(())
            })?;
            Ok::<_, Error>(rates)
        };
        let others = rates(control)?;
        for one in rates(treatment)? {
            for &other in &others {
                let done = push(one, other);
                tell(watch, done, u64::from(count))?;
            }
        }
    } else {
        let mut random = Random::new(options.seed);
        for _ in 0..options.resamples {
            let one = resample(treatment, &mut random).rate();
            let other = resample(control, &mut random).rate();
            let done = push(one, other);
            tell(watch, done, u64::from(options.resamples))?;
        }
    }
    let (r1, r2) = (rate_of(treatment), rate_of(control));
    let is_exact = exact.is_some();
    let fewest = treatment.accounts().min(control.accounts());
    Ok(BootstrapComparison {
        difference: differences.summarise(r1 - r2, is_exact, fewest, options.level)?,
        relative_lift: (r2 > 0.0)
            .then(|| lifts.summarise((r1 - r2) / r2, is_exact, fewest, options.level))
            .transpose()?,
    })
}

/// The share to leave out at each end, so that it is Student's with the sample's own spread that the resamples are read
/// by (Hesterberg 2015).
fn expanded_tail(level: f64, accounts: usize) -> f64 {
    let n = accounts as f64;
    normal_sf((n / (n - 1.0)).sqrt() * critical::student_t(level, n - 1.0))
}

/// The resampled values so far.
#[derive(Default)]
struct Draws {
    values: Vec<f64>,
    done: u64,
}

impl Draws {
    fn push(&mut self, value: Option<f64>) {
        self.done += 1;
        self.values.extend(value);
    }

    fn summarise(mut self, estimate: f64, exact: bool, accounts: usize, level: f64) -> Result<Bootstrap> {
        let count = self.values.len();
        let n = count as f64;
        self.values.order_by(f64::total_cmp);
        let mean = order_free_sum(&self.values) / n;
        let squares: Vec<f64> = self.values.iter().map(|x| (x - mean) * (x - mean)).collect();
        // The value below which (or at which) the share lies: the inverse of the empirical distribution.
        let quantile = |share: f64| {
            let rank = (n * share - 1e-9).ceil().max(1.0) as usize - 1;
            self.values.get(rank.min(count.saturating_sub(1))).copied()
        };
        let within = |tail: f64| {
            let (Some(lower), Some(upper)) = (quantile(tail), quantile(1.0 - tail)) else {
                return Err(Error::undefined(
                    "bootstrap",
                    Status::ZeroDenominator,
                    "the denominator is 0 in every resample",
                ));
            };
            Ok(Interval { lower, upper, level })
        };
        Ok(Bootstrap {
            estimate,
            mean,
            standard_deviation: (order_free_sum(&squares) / n).sqrt(),
            interval: within(expanded_tail(level, accounts))?,
            percentile_interval: within(0.5 * (1.0 - level))?,
            resamples: count as u32,
            undefined: (self.done - count as u64) as u32,
            exact,
        })
    }
}

/// What shuffling accounts between two groups says about their difference.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PermutationTest {
    /// The difference of the pooled rates in the data.
    pub estimate: f64,
    /// The share of regroupings with a difference at least as large in absolute value; drawn ones count the data
    /// themselves as one of them, so it is never 0.
    pub p_value: f64,
    /// The number of regroupings at least as extreme (the data included when exact).
    pub extreme: u32,
    /// The number of regroupings looked at.
    pub permutations: u32,
    /// Whether every possible regrouping was gone through.
    pub exact: bool,
}

/// The permutation test of two pooled rates: accounts, not posts, change groups.
///
/// A regrouping that leaves a group without any denominator counts as extreme, which can only make the p value larger.
///
/// # Errors
/// Options outside their domain; `cancelled` when the caller stops it.
///
/// ```
/// use std::ops::ControlFlow;
/// use ukur::experiments::{ratios::AccountTotals, resampling::{ResamplingOptions, permutation_test}};
/// let micro = AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0])?;
/// let large = AccountTotals::new(&[900.0, 1500.0, 700.0], &[40000.0, 50000.0, 30000.0])?;
/// let test = permutation_test(&micro, &large, &ResamplingOptions::default(), &mut |_| ControlFlow::Continue(()))?;
/// assert!(test.exact && test.permutations == 35);
/// assert!((test.p_value - 3.0 / 35.0).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn permutation_test(
    treatment: &AccountTotals,
    control: &AccountTotals,
    options: &ResamplingOptions,
    watch: &mut Watch,
) -> Result<PermutationTest> {
    options.check()?;
    let (m1, m2) = (treatment.accounts(), control.accounts());
    let m = m1 + m2;
    let numerators = [treatment.numerators(), control.numerators()].concat();
    let denominators = [treatment.denominators(), control.denominators()].concat();
    let all = Sums { numerator: order_free_sum(&numerators), denominator: order_free_sum(&denominators) };
    let estimate = rate_of(treatment) - rate_of(control);
    // Regroupings that only rounding tells from the data count as equally extreme.
    let limit = estimate.abs() * (1.0 - 1e-12);
    let is_extreme = |group: &[usize]| {
        let mut one = Sums::ZERO;
        for &account in group {
            one.numerator += numerators.get(account).copied().unwrap_or(0.0);
            one.denominator += denominators.get(account).copied().unwrap_or(0.0);
        }
        let other =
            Sums { numerator: all.numerator - one.numerator, denominator: all.denominator - one.denominator };
        match one.rate().zip(other.rate()) {
            Some((one, other)) => (one - other).abs() >= limit,
            None => true,
        }
    };
    let mut extreme = 0;
    if let Some(count) = choose(m, m1, options.exact_up_to) {
        let mut group: Vec<usize> = (0..m1).collect();
        for done in 1..=count {
            extreme += u32::from(is_extreme(&group));
            next_combination(&mut group, m);
            tell(watch, u64::from(done), u64::from(count))?;
        }
        let p_value = f64::from(extreme) / f64::from(count);
        return Ok(PermutationTest { estimate, p_value, extreme, permutations: count, exact: true });
    }
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..m).collect();
    for done in 1..=options.resamples {
        // The first m1 places of a shuffle (Fisher and Yates).
        for place in 0..m1 {
            order.swap(place, place + random.below((m - place) as u64) as usize);
        }
        extreme += u32::from(is_extreme(order.get(..m1).unwrap_or_default()));
        tell(watch, u64::from(done), u64::from(options.resamples))?;
    }
    let p_value = (f64::from(extreme) + 1.0) / (f64::from(options.resamples) + 1.0);
    Ok(PermutationTest { estimate, p_value, extreme, permutations: options.resamples, exact: false })
}

/// The number of ways to choose, none above the limit.
fn choose(m: usize, k: usize, limit: u32) -> Option<u32> {
    let k = k.min(m - k) as u64;
    let mut count: u64 = 1;
    for i in 0..k {
        // Exact at every step: a product of i + 1 neighbours divides by (i + 1)!.
        count = count * (m as u64 - i) / (i + 1);
        if count > u64::from(limit) {
            return None;
        }
    }
    u32::try_from(count).ok()
}

/// The next ascending choice from `0..m`, in lexicographic order.
fn next_combination(group: &mut [usize], m: usize) {
    let k = group.len();
    let Some(place) = group.iter().enumerate().rposition(|(i, &account)| account < m - k + i) else { return };
    let mut account = group.get(place).copied().unwrap_or(0);
    for later in group.iter_mut().skip(place) {
        account += 1;
        *later = account;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    fn micro() -> AccountTotals {
        AccountTotals::new(&[50.0, 40.0, 60.0, 30.0], &[1000.0, 500.0, 2000.0, 800.0]).unwrap()
    }

    fn large() -> AccountTotals {
        AccountTotals::new(&[900.0, 1500.0, 700.0], &[40000.0, 50000.0, 30000.0]).unwrap()
    }

    fn quiet(_: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    #[test]
    fn all_resamples_of_four_accounts() {
        let b = bootstrap_ratio(&micro(), &ResamplingOptions::default(), &mut quiet).unwrap();
        assert_eq!((b.resamples, b.undefined, b.exact), (256, 0, true));
        assert!((b.mean - 0.0437591).abs() < 5e-8);
        assert!((b.standard_deviation - 0.0084861).abs() < 5e-8);
        assert!((b.percentile_interval.lower - 0.0321429).abs() < 5e-8);
        assert!((b.percentile_interval.upper - 0.0652174).abs() < 5e-8);
        // The expanded share of four accounts is below 1 in 256: one account drawn four times at either end.
        assert_eq!((b.interval.lower, b.interval.upper), (60.0 / 2000.0, 40.0 / 500.0));
    }

    #[test]
    fn drawn_resamples_come_close_and_repeat() {
        let options = ResamplingOptions { exact_up_to: 0, seed: 11, resamples: 20_000, ..Default::default() };
        let b = bootstrap_ratio(&micro(), &options, &mut quiet).unwrap();
        assert!(
            !b.exact && (b.mean - 0.0437591).abs() < 2e-4 && (b.standard_deviation - 0.0084861).abs() < 2e-4
        );
        assert_eq!(bootstrap_ratio(&micro(), &options, &mut quiet).unwrap(), b);
        let p = permutation_test(&micro(), &large(), &options, &mut quiet).unwrap();
        assert!(!p.exact && (p.p_value - 3.0 / 35.0).abs() < 0.006);
    }

    #[test]
    fn expanded_shares() {
        // mpmath, 40 digits: Phi(sqrt(n/(n - 1)) t), t the quantile of Student's t at (1 - level)/2 with n - 1 degrees.
        for (level, accounts, want) in [
            (0.95, 2, 1.695_219_072_605_487_95e-72),
            (0.95, 4, 0.000_119_030_739_153_225_165),
            (0.95, 30, 0.018_753_900_278_220_496),
            (0.9, 15, 0.034_141_912_799_494_003),
            (0.99, 1000, 0.004_910_753_693_654_356),
        ] {
            let got = expanded_tail(level, accounts);
            assert!((got / want - 1.0).abs() < 1e-11, "{level} {accounts}: {got} instead of {want}");
        }
    }

    #[test]
    fn exact_permutations() {
        let p = permutation_test(&micro(), &large(), &ResamplingOptions::default(), &mut quiet).unwrap();
        assert_eq!((p.extreme, p.permutations, p.exact), (3, 35, true));
        let other = permutation_test(&large(), &micro(), &ResamplingOptions::default(), &mut quiet).unwrap();
        assert_eq!(other.p_value, p.p_value);
        // Two groups that are the same account by account: every regrouping is at least as extreme as no difference.
        let same = permutation_test(&micro(), &micro(), &ResamplingOptions::default(), &mut quiet).unwrap();
        assert_eq!(same.p_value, 1.0);
    }

    #[test]
    fn undefined_resamples_are_counted() {
        let sparse = AccountTotals::new(&[0.0, 0.0, 3.0], &[0.0, 0.0, 10.0]).unwrap();
        let b = bootstrap_ratio(&sparse, &ResamplingOptions::default(), &mut quiet).unwrap();
        assert_eq!((b.resamples, b.undefined), (27 - 8, 8));
    }

    #[test]
    fn callers_can_stop_it_and_options_are_checked() {
        let options = ResamplingOptions { exact_up_to: 0, ..Default::default() };
        let stop = &mut |_: Progress| ControlFlow::Break(());
        assert_eq!(bootstrap_ratio(&micro(), &options, stop).unwrap_err().code(), "cancelled");
        assert_eq!(permutation_test(&micro(), &large(), &options, stop).unwrap_err().code(), "cancelled");
        assert_eq!(bootstrap_comparison(&micro(), &large(), &options, stop).unwrap_err().code(), "cancelled");
        for wrong in [
            ResamplingOptions { resamples: 0, ..Default::default() },
            ResamplingOptions { resamples: u32::MAX, ..Default::default() },
            ResamplingOptions { level: 1.0, ..Default::default() },
        ] {
            assert_eq!(bootstrap_ratio(&micro(), &wrong, &mut quiet).unwrap_err().code(), "out_of_domain");
        }
    }
}
