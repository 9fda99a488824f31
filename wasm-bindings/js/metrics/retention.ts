// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `retention`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $retentionRatePeriod = new Metric("retention_rate_period");

/**
 * Share of the customers at the start of a period who are still customers at its end.
 *
 * Customer retention rate of a period. Formula: `(end - new) / start`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family retention: The default and only variant for whole periods; for returns by
 * day use the cohort metrics.
 *
 * @param end - customers at the end of the period (people; a whole number >= 0)
 * @param new_ - customers won during the period and still there at its end (people; a whole number >= 0)
 * @param start - customers at the start of the period (people; a whole number >= 0)
 * @returns fraction of the starting customers
 * @throws RangeError with a `code`: an input outside its domain; `start == 0`: `zero_denominator`; `new >
 * end`: `infeasible`; `end - new > start`: `infeasible`
 * @example
 * ```js
 * metrics.retentionRatePeriod(1050, 200, 1000); // 0.85
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function retentionRatePeriod(end: number, new_: number, start: number, options?: Options): number;
export function retentionRatePeriod(end: Column, new_: Column, start: Column, options?: Options): Float64Array;
export function retentionRatePeriod(end: Column, new_: Column, start: Column, options?: Options): number | Float64Array {
  return $retentionRatePeriod.compute([end, new_, start], options) as number | Float64Array;
}

const $churnRateStart = new Metric("churn_rate_start");

/**
 * Customers lost in a period relative to those at its start.
 *
 * Churn rate (start-of-period base). Formula: `lost / start`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family churn: The default: choose it unless the base changes much within the
 * period.
 *
 * @param lost - customers of the starting base who were lost in the period (people; a whole number >= 0)
 * @param start - customers at the start of the period (people; a whole number >= 0)
 * @returns fraction of the starting customers
 * @throws RangeError with a `code`: an input outside its domain; `start == 0`: `zero_denominator`; `lost >
 * start`: `infeasible`
 * @example
 * ```js
 * metrics.churnRateStart(150, 1000); // 0.15
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function churnRateStart(lost: number, start: number, options?: Options): number;
export function churnRateStart(lost: Column, start: Column, options?: Options): Float64Array;
export function churnRateStart(lost: Column, start: Column, options?: Options): number | Float64Array {
  return $churnRateStart.compute([lost, start], options) as number | Float64Array;
}

const $churnRateAverage = new Metric("churn_rate_average");

/**
 * Customers lost in a period relative to the average customer base.
 *
 * Churn rate (average base). Formula: `lost / (0.5 * (start + end))`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family churn: Choose it when the base grows or shrinks fast, so that losses among new
 * customers count as well.
 *
 * @param lost - customers lost in the period (people; a whole number >= 0)
 * @param start - customers at the start of the period (people; a whole number >= 0)
 * @param end - customers at the end of the period (people; a whole number >= 0)
 * @returns fraction of the average base
 * @throws RangeError with a `code`: an input outside its domain; `0.5 * (start + end) == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.churnRateAverage(150, 1000, 1400); // 0.125
 * ```
 * @see common definition; no single authority
 */
export function churnRateAverage(lost: number, start: number, end: number, options?: Options): number;
export function churnRateAverage(lost: Column, start: Column, end: Column, options?: Options): Float64Array;
export function churnRateAverage(lost: Column, start: Column, end: Column, options?: Options): number | Float64Array {
  return $churnRateAverage.compute([lost, start, end], options) as number | Float64Array;
}

const $churnAnnualFromMonthly = new Metric("churn_annual_from_monthly");

/**
 * Annual churn that follows from a constant monthly churn by compounding.
 *
 * Annual churn from monthly churn. Formula: `complement_of_power(monthly, 12.0)`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * 12 x 3 % = 36 % is the common wrong answer.
 *
 * @param monthly - share of customers lost per month, as a fraction (ratio; a fraction from 0 to 1)
 * @returns fraction lost per year
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.churnAnnualFromMonthly(0.03); // 0.306157639
 * ```
 * @see common definition; no single authority
 */
export function churnAnnualFromMonthly(monthly: number, options?: Options): number;
export function churnAnnualFromMonthly(monthly: Column, options?: Options): Float64Array;
export function churnAnnualFromMonthly(monthly: Column, options?: Options): number | Float64Array {
  return $churnAnnualFromMonthly.compute([monthly], options) as number | Float64Array;
}

const $churnMonthlyFromAnnual = new Metric("churn_monthly_from_annual");

/**
 * Constant monthly churn that compounds to a given annual churn.
 *
 * Monthly churn from annual churn. Formula: `-libm::expm1(libm::log1p(-annual) / 12.0)`. Unit: ratio. Roll-up:
 * recompute.
 *
 * @param annual - share of customers lost per year, as a fraction (ratio; a fraction from 0 to 1)
 * @returns fraction lost per month
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.churnMonthlyFromAnnual(0.306157639); // 0.03
 * ```
 * @see common definition; no single authority
 */
export function churnMonthlyFromAnnual(annual: number, options?: Options): number;
export function churnMonthlyFromAnnual(annual: Column, options?: Options): Float64Array;
export function churnMonthlyFromAnnual(annual: Column, options?: Options): number | Float64Array {
  return $churnMonthlyFromAnnual.compute([annual], options) as number | Float64Array;
}

const $expectedLifetimePeriods = new Metric("expected_lifetime_periods");

/**
 * Average number of periods a customer stays when churn is constant.
 *
 * Expected lifetime (constant churn). Formula: `(1.0) / churn`. Unit: periods. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Stripe silently substitutes 1.67 % when churn is 0.
 *
 * @param churn - share of customers lost per period, as a fraction (ratio; a fraction from 0 to 1)
 * @returns periods, in the unit of the churn rate
 * @throws RangeError with a `code`: an input outside its domain; `churn == 0.0`: `unbounded`
 * @example
 * ```js
 * metrics.expectedLifetimePeriods(0.05); // 20
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function expectedLifetimePeriods(churn: number, options?: Options): number;
export function expectedLifetimePeriods(churn: Column, options?: Options): Float64Array;
export function expectedLifetimePeriods(churn: Column, options?: Options): number | Float64Array {
  return $expectedLifetimePeriods.compute([churn], options) as number | Float64Array;
}

const $retentionNDay = new Metric("retention_n_day");

/**
 * Share of users who came back exactly on a given day after their first.
 *
 * N-day retention (return on). Formula: `share_of(return_days, |days| days.contains(&n))`. Unit: ratio. Roll-
 * up: ratio_of_sums.
 * Variant (default) of the family cohort_retention: The default: choose it for habits that should recur on a
 * given day.
 *
 * @param returnDays - for each user, the days after the first on which the user came back (days; a whole
 * number >= 0)
 * @param n - day to look at, counted from the user's first day as 0 (days; a whole number >= 0)
 * @returns fraction of users
 * @throws RangeError with a `code`: an input outside its domain; `return_days.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.retentionNDay([[1, 3], [2], [7], []], 3); // 0.25
 * ```
 * @see Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)
 */
export function retentionNDay(returnDays: readonly List[], n: number, options?: Options): number {
  return $retentionNDay.compute([returnDays, n], options) as number;
}

const $retentionUnbounded = new Metric("retention_unbounded");

/**
 * Share of users who came back on a given day or at any time after it.
 *
 * Unbounded retention (return on or after). Formula: `share_of(return_days, |days| days.iter().any(|day| *day
 * >= n))`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family cohort_retention: Choose it for products used irregularly; recent cohorts still rise,
 * as later returns are not in yet.
 *
 * @param returnDays - for each user, the days after the first on which the user came back (days; a whole
 * number >= 0)
 * @param n - day from which a return counts, counted from the user's first day as 0 (days; a whole number >=
 * 0)
 * @returns fraction of users
 * @throws RangeError with a `code`: an input outside its domain; `return_days.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.retentionUnbounded([[1, 3], [2], [7], []], 3); // 0.5
 * ```
 * @see Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)
 */
export function retentionUnbounded(returnDays: readonly List[], n: number, options?: Options): number {
  return $retentionUnbounded.compute([returnDays, n], options) as number;
}

const $retentionBracket = new Metric("retention_bracket");

/**
 * Share of users who came back at least once between two days, both included.
 *
 * Bracket retention. Formula: `share_of(return_days, |days| days.iter().any(|day| (lo..=hi).contains(day)))`.
 * Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family cohort_retention: Choose it when a return within a week or another span is what
 * matters, not one exact day.
 *
 * @param returnDays - for each user, the days after the first on which the user came back (days; a whole
 * number >= 0)
 * @param lo - first day of the bracket (days; a whole number >= 0)
 * @param hi - last day of the bracket (days; a whole number >= 0)
 * @returns fraction of users
 * @throws RangeError with a `code`: an input outside its domain; `return_days.is_empty()`:
 * `insufficient_data`; `hi < lo`: `infeasible`
 * @example
 * ```js
 * metrics.retentionBracket([[1, 3], [2], [7], []], 1, 3); // 0.5
 * ```
 * @see Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)
 */
export function retentionBracket(returnDays: readonly List[], lo: number, hi: number, options?: Options): number {
  return $retentionBracket.compute([returnDays, lo, hi], options) as number;
}

const $retentionKaplanMeier = new Metric("retention_kaplan_meier");

/**
 * Estimated share of customers who stay beyond a given time when some are still under observation.
 *
 * Kaplan-Meier survival at a time. Formula: `kaplan_meier_at(durations, Some(&observed.iter().map(|flag| *flag
 * == 1.0).collect::<Vec<_>>()), t)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param durations - time each customer was observed, in one unit (periods; a finite number >= 0)
 * @param observed - 1 if the customer left at that time, 0 if observation ended first (flag; 0 or 1)
 * @param t - time to estimate survival for, in the same unit (periods; a finite number >= 0)
 * @returns fraction of customers
 * @throws RangeError with a `code`: an input outside its domain; `durations.is_empty()`: `insufficient_data`;
 * `durations.len() != observed.len()`: `infeasible`; `durations.iter().all(|duration| *duration < t)`:
 * `extrapolation`
 * @example
 * ```js
 * metrics.retentionKaplanMeier([1, 2, 2, 3, 4, 5, 5, 6], [1, 1, 0, 1, 0, 1, 1, 0], 5); // 0.2
 * ```
 * @see Kaplan & Meier (1958), Journal of the American Statistical Association 53:457; example computed with
 * lifelines 0.30.3
 */
export function retentionKaplanMeier(durations: List, observed: List, t: number, options?: Options): number {
  return $retentionKaplanMeier.compute([durations, observed, t], options) as number;
}

const $retentionSbg = new Metric("retention_sbg");

/**
 * Share of the customers still there who renew in a given period, when customers differ in churn.
 *
 * Retention rate at period t (shifted beta-geometric). Formula: `(beta + t - 1.0) / (alpha + beta + t - 1.0)`.
 * Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param alpha - first parameter of the beta distribution of churn probabilities (ratio; a finite number > 0)
 * @param beta - second parameter of the beta distribution of churn probabilities (ratio; a finite number > 0)
 * @param t - renewal period, counted from 1 (periods; a whole number >= 1)
 * @returns fraction of the customers active just before
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.retentionSbg(0.668, 3.806, 7); // 0.9362230284514036
 * ```
 * @see Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)
 */
export function retentionSbg(alpha: number, beta: number, t: number, options?: Options): number;
export function retentionSbg(alpha: Column, beta: Column, t: Column, options?: Options): Float64Array;
export function retentionSbg(alpha: Column, beta: Column, t: Column, options?: Options): number | Float64Array {
  return $retentionSbg.compute([alpha, beta, t], options) as number | Float64Array;
}

const $survivalSbg = new Metric("survival_sbg");

/**
 * Share of a cohort still active after a given number of periods, when customers differ in churn.
 *
 * Survival to period t (shifted beta-geometric). Formula: `libm::exp(ln_beta(alpha, beta + t) - ln_beta(alpha,
 * beta))`. Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param alpha - first parameter of the beta distribution of churn probabilities (ratio; a finite number > 0)
 * @param beta - second parameter of the beta distribution of churn probabilities (ratio; a finite number > 0)
 * @param t - number of renewal periods passed (periods; a whole number >= 0)
 * @returns fraction of the cohort
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.survivalSbg(0.668, 3.806, 12); // 0.37804042018209144
 * ```
 * @see Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)
 */
export function survivalSbg(alpha: number, beta: number, t: number, options?: Options): number;
export function survivalSbg(alpha: Column, beta: Column, t: Column, options?: Options): Float64Array;
export function survivalSbg(alpha: Column, beta: Column, t: Column, options?: Options): number | Float64Array {
  return $survivalSbg.compute([alpha, beta, t], options) as number | Float64Array;
}

const $stickiness = new Metric("stickiness");

/**
 * Share of a month's active users who are active on an average day.
 *
 * Stickiness (DAU over MAU). Formula: `dau / mau`. Unit: ratio. Roll-up: recompute.
 *
 * @param dau - daily active users, averaged over the month (people; a whole number >= 0)
 * @param mau - monthly active users of the same month (people; a whole number >= 0)
 * @returns fraction of monthly active users
 * @throws RangeError with a `code`: an input outside its domain; `mau == 0`: `zero_denominator`; `dau > mau`:
 * `infeasible`
 * @example
 * ```js
 * metrics.stickiness(1200, 6000); // 0.2
 * ```
 * @see common definition; no single authority
 */
export function stickiness(dau: number, mau: number, options?: Options): number;
export function stickiness(dau: Column, mau: Column, options?: Options): Float64Array;
export function stickiness(dau: Column, mau: Column, options?: Options): number | Float64Array {
  return $stickiness.compute([dau, mau], options) as number | Float64Array;
}

const $reactivationRate = new Metric("reactivation_rate");

/**
 * Share of lapsed customers who became active again.
 *
 * Reactivation rate. Formula: `reactivated / lapsed`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param reactivated - lapsed customers who bought or returned in the period (people; a whole number >= 0)
 * @param lapsed - customers who counted as lapsed at its start (people; a whole number >= 0)
 * @returns fraction of lapsed customers
 * @throws RangeError with a `code`: an input outside its domain; `lapsed == 0`: `zero_denominator`;
 * `reactivated > lapsed`: `infeasible`
 * @example
 * ```js
 * metrics.reactivationRate(30, 400); // 0.075
 * ```
 * @see common definition; no single authority
 */
export function reactivationRate(reactivated: number, lapsed: number, options?: Options): number;
export function reactivationRate(reactivated: Column, lapsed: Column, options?: Options): Float64Array;
export function reactivationRate(reactivated: Column, lapsed: Column, options?: Options): number | Float64Array {
  return $reactivationRate.compute([reactivated, lapsed], options) as number | Float64Array;
}
