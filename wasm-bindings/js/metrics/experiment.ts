// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `experiment`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $wilsonLower = new Metric("wilson_lower");

/**
 * Lower end of the Wilson 95 % confidence interval of a rate.
 *
 * Wilson 95 % interval, lower bound. Formula: `proportions::wilson(successes, trials, 0.95).map(|interval|
 * interval.0)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param successes - number of successes (count_or_people; a whole number >= 0)
 * @param trials - number of trials (count_or_people; a whole number >= 0)
 * @returns rate as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `trials == 0.0`: `zero_denominator`;
 * `successes > trials`: `infeasible`
 * @example
 * ```js
 * metrics.wilsonLower(81, 263); // 0.2552885198782742
 * ```
 * @see Newcombe (1998), Statistics in Medicine 17:857 and 17:873
 */
export function wilsonLower(successes: number, trials: number, options?: Options): number;
export function wilsonLower(successes: Column, trials: Column, options?: Options): Float64Array;
export function wilsonLower(successes: Column, trials: Column, options?: Options): number | Float64Array {
  return $wilsonLower.compute([successes, trials], options) as number | Float64Array;
}

const $wilsonUpper = new Metric("wilson_upper");

/**
 * Upper end of the Wilson 95 % confidence interval of a rate.
 *
 * Wilson 95 % interval, upper bound. Formula: `proportions::wilson(successes, trials, 0.95).map(|interval|
 * interval.1)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param successes - number of successes (count_or_people; a whole number >= 0)
 * @param trials - number of trials (count_or_people; a whole number >= 0)
 * @returns rate as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `trials == 0.0`: `zero_denominator`;
 * `successes > trials`: `infeasible`
 * @example
 * ```js
 * metrics.wilsonUpper(81, 263); // 0.36620957698280004
 * ```
 * @see Newcombe (1998), Statistics in Medicine 17:857 and 17:873
 */
export function wilsonUpper(successes: number, trials: number, options?: Options): number;
export function wilsonUpper(successes: Column, trials: Column, options?: Options): Float64Array;
export function wilsonUpper(successes: Column, trials: Column, options?: Options): number | Float64Array {
  return $wilsonUpper.compute([successes, trials], options) as number | Float64Array;
}

const $newcombeDifferenceLower = new Metric("newcombe_difference_lower");

/**
 * Lower end of Newcombe's 95 % confidence interval of the difference of two rates.
 *
 * Newcombe 95 % interval of a difference, lower. Formula: `proportions::newcombe(x1, n1, x2, n2,
 * 0.95).map(|interval| interval.0)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.x1 - successes in the first group (count_or_people; a whole number >= 0)
 * @param inputs.n1 - trials in the first group (count_or_people; a whole number >= 0)
 * @param inputs.x2 - successes in the second group (count_or_people; a whole number >= 0)
 * @param inputs.n2 - trials in the second group (count_or_people; a whole number >= 0)
 * @returns first rate less second rate, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `n1 == 0.0`: `zero_denominator`; `n2 == 0.0`:
 * `zero_denominator`; `x1 > n1 || x2 > n2`: `infeasible`
 * @example
 * ```js
 * metrics.newcombeDifferenceLower({ x1: 56, n1: 70, x2: 48, n2: 80 }); // 0.05243147240236498
 * ```
 * @see Newcombe (1998), Statistics in Medicine 17:857 and 17:873
 */
export function newcombeDifferenceLower(inputs: { readonly x1: number; readonly n1: number; readonly x2: number; readonly n2: number }, options?: Options): number;
export function newcombeDifferenceLower(inputs: { readonly x1: Column; readonly n1: Column; readonly x2: Column; readonly n2: Column }, options?: Options): Float64Array;
export function newcombeDifferenceLower(inputs: { readonly x1: Column; readonly n1: Column; readonly x2: Column; readonly n2: Column }, options?: Options): number | Float64Array {
  return $newcombeDifferenceLower.compute(inputs, options) as number | Float64Array;
}

const $newcombeDifferenceUpper = new Metric("newcombe_difference_upper");

/**
 * Upper end of Newcombe's 95 % confidence interval of the difference of two rates.
 *
 * Newcombe 95 % interval of a difference, upper. Formula: `proportions::newcombe(x1, n1, x2, n2,
 * 0.95).map(|interval| interval.1)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.x1 - successes in the first group (count_or_people; a whole number >= 0)
 * @param inputs.n1 - trials in the first group (count_or_people; a whole number >= 0)
 * @param inputs.x2 - successes in the second group (count_or_people; a whole number >= 0)
 * @param inputs.n2 - trials in the second group (count_or_people; a whole number >= 0)
 * @returns first rate less second rate, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `n1 == 0.0`: `zero_denominator`; `n2 == 0.0`:
 * `zero_denominator`; `x1 > n1 || x2 > n2`: `infeasible`
 * @example
 * ```js
 * metrics.newcombeDifferenceUpper({ x1: 56, n1: 70, x2: 48, n2: 80 }); // 0.33387265403690614
 * ```
 * @see Newcombe (1998), Statistics in Medicine 17:857 and 17:873
 */
export function newcombeDifferenceUpper(inputs: { readonly x1: number; readonly n1: number; readonly x2: number; readonly n2: number }, options?: Options): number;
export function newcombeDifferenceUpper(inputs: { readonly x1: Column; readonly n1: Column; readonly x2: Column; readonly n2: Column }, options?: Options): Float64Array;
export function newcombeDifferenceUpper(inputs: { readonly x1: Column; readonly n1: Column; readonly x2: Column; readonly n2: Column }, options?: Options): number | Float64Array {
  return $newcombeDifferenceUpper.compute(inputs, options) as number | Float64Array;
}

const $twoProportionZ = new Metric("two_proportion_z");

/**
 * Difference of two rates in standard errors, with the variance pooled as if they were equal.
 *
 * Two-proportion z (pooled). Formula: `proportions::two_proportion_z(x1, n1, x2, n2)`. Unit: standard_score.
 * Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.x1 - successes in the first group (count_or_people; a whole number >= 0)
 * @param inputs.n1 - trials in the first group (count_or_people; a whole number >= 0)
 * @param inputs.x2 - successes in the second group (count_or_people; a whole number >= 0)
 * @param inputs.n2 - trials in the second group (count_or_people; a whole number >= 0)
 * @returns z statistic; positive when the first rate is higher
 * @throws RangeError with a `code`: an input outside its domain; `n1 == 0.0`: `zero_denominator`; `n2 == 0.0`:
 * `zero_denominator`; `x1 > n1 || x2 > n2`: `infeasible`; `x1 + x2 == 0.0 || (x1 == n1 && x2 == n2)`:
 * `zero_variance`
 * @example
 * ```js
 * metrics.twoProportionZ({ x1: 50, n1: 100, x2: 40, n2: 100 }); // 1.4213381090374024
 * ```
 * @see github.com/spotify/confidence at e1f8a49, README (50 of 100 against 40 of 100)
 */
export function twoProportionZ(inputs: { readonly x1: number; readonly n1: number; readonly x2: number; readonly n2: number }, options?: Options): number;
export function twoProportionZ(inputs: { readonly x1: Column; readonly n1: Column; readonly x2: Column; readonly n2: Column }, options?: Options): Float64Array;
export function twoProportionZ(inputs: { readonly x1: Column; readonly n1: Column; readonly x2: Column; readonly n2: Column }, options?: Options): number | Float64Array {
  return $twoProportionZ.compute(inputs, options) as number | Float64Array;
}

const $twoProportionP = new Metric("two_proportion_p");

/**
 * Chance of a z statistic at least this far from zero when there is no difference.
 *
 * Two-proportion z test, two-sided p. Formula: `proportions::two_proportion_p(z)`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param z - z statistic (standard_score; a finite number)
 * @returns two-sided p-value
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.twoProportionP(1.4213381090374024); // 0.1552184896846841
 * ```
 * @see github.com/spotify/confidence at e1f8a49, README (50 of 100 against 40 of 100)
 */
export function twoProportionP(z: number, options?: Options): number;
export function twoProportionP(z: Column, options?: Options): Float64Array;
export function twoProportionP(z: Column, options?: Options): number | Float64Array {
  return $twoProportionP.compute([z], options) as number | Float64Array;
}

const $welchT = new Metric("welch_t");

/**
 * Difference of two means in standard errors, without assuming equal variances.
 *
 * Welch t statistic. Formula: `means::welch_t(mean1, var1, n1, mean2, var2, n2)`. Unit: t_statistic. Roll-up:
 * recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.mean1 - mean of the first group, in any one unit (any; a finite number)
 * @param inputs.var1 - sample variance of the first group (other; a finite number >= 0)
 * @param inputs.n1 - observations in the first group (count_or_people; a whole number >= 2)
 * @param inputs.mean2 - mean of the second group, in the same unit (any; a finite number)
 * @param inputs.var2 - sample variance of the second group (other; a finite number >= 0)
 * @param inputs.n2 - observations in the second group (count_or_people; a whole number >= 2)
 * @returns t statistic; positive when the first mean is higher
 * @throws RangeError with a `code`: an input outside its domain; `var1 + var2 == 0.0`: `zero_variance`
 * @example
 * ```js
 * metrics.welchT({ mean1: 0.7, var1: 38.44, n1: 3461, mean2: 0.41, var2: 15.21, n2: 3407 }); // 2.32402
 * ```
 * @see github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py
 */
export function welchT(inputs: { readonly mean1: number; readonly var1: number; readonly n1: number; readonly mean2: number; readonly var2: number; readonly n2: number }, options?: Options): number;
export function welchT(inputs: { readonly mean1: Column; readonly var1: Column; readonly n1: Column; readonly mean2: Column; readonly var2: Column; readonly n2: Column }, options?: Options): Float64Array;
export function welchT(inputs: { readonly mean1: Column; readonly var1: Column; readonly n1: Column; readonly mean2: Column; readonly var2: Column; readonly n2: Column }, options?: Options): number | Float64Array {
  return $welchT.compute(inputs, options) as number | Float64Array;
}

const $welchP = new Metric("welch_p");

/**
 * Chance of a difference of means at least this large when there is none, by Welch's t test.
 *
 * Welch t test, two-sided p. Formula: `means::welch_p(mean1, var1, n1, mean2, var2, n2)`. Unit: ratio. Roll-
 * up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.mean1 - mean of the first group, in any one unit (any; a finite number)
 * @param inputs.var1 - sample variance of the first group (other; a finite number >= 0)
 * @param inputs.n1 - observations in the first group (count_or_people; a whole number >= 2)
 * @param inputs.mean2 - mean of the second group, in the same unit (any; a finite number)
 * @param inputs.var2 - sample variance of the second group (other; a finite number >= 0)
 * @param inputs.n2 - observations in the second group (count_or_people; a whole number >= 2)
 * @returns two-sided p-value
 * @throws RangeError with a `code`: an input outside its domain; `var1 + var2 == 0.0`: `zero_variance`
 * @example
 * ```js
 * metrics.welchP({ mean1: 0.7, var1: 38.44, n1: 3461, mean2: 0.41, var2: 15.21, n2: 3407 }); // 0.020158
 * ```
 * @see github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py
 */
export function welchP(inputs: { readonly mean1: number; readonly var1: number; readonly n1: number; readonly mean2: number; readonly var2: number; readonly n2: number }, options?: Options): number;
export function welchP(inputs: { readonly mean1: Column; readonly var1: Column; readonly n1: Column; readonly mean2: Column; readonly var2: Column; readonly n2: Column }, options?: Options): Float64Array;
export function welchP(inputs: { readonly mean1: Column; readonly var1: Column; readonly n1: Column; readonly mean2: Column; readonly var2: Column; readonly n2: Column }, options?: Options): number | Float64Array {
  return $welchP.compute(inputs, options) as number | Float64Array;
}

const $relativeLiftSe = new Metric("relative_lift_se");

/**
 * Sampling error of the relative difference of two means, by the delta method.
 *
 * Standard error of a relative lift (delta method). Formula: `lift::relative_lift_se(mean1, var1, n1, mean2,
 * var2, n2)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * Same data: absolute lift p = 0.0202, relative lift p = 0.0619. Say which one is tested.
 *
 * @param inputs.mean1 - mean of the treatment group, in any one unit (any; a finite number)
 * @param inputs.var1 - sample variance of the treatment group (other; a finite number >= 0)
 * @param inputs.n1 - observations in the treatment group (count_or_people; a whole number >= 2)
 * @param inputs.mean2 - mean of the control group, in the same unit (any; a finite number)
 * @param inputs.var2 - sample variance of the control group (other; a finite number >= 0)
 * @param inputs.n2 - observations in the control group (count_or_people; a whole number >= 2)
 * @returns standard error as a fraction of the control mean
 * @throws RangeError with a `code`: an input outside its domain; `mean2 == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.relativeLiftSe({ mean1: 0.7, var1: 38.44, n1: 3461, mean2: 0.41, var2: 15.21, n2: 3407 }); //
 * 0.37879
 * ```
 * @see github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py
 */
export function relativeLiftSe(inputs: { readonly mean1: number; readonly var1: number; readonly n1: number; readonly mean2: number; readonly var2: number; readonly n2: number }, options?: Options): number;
export function relativeLiftSe(inputs: { readonly mean1: Column; readonly var1: Column; readonly n1: Column; readonly mean2: Column; readonly var2: Column; readonly n2: Column }, options?: Options): Float64Array;
export function relativeLiftSe(inputs: { readonly mean1: Column; readonly var1: Column; readonly n1: Column; readonly mean2: Column; readonly var2: Column; readonly n2: Column }, options?: Options): number | Float64Array {
  return $relativeLiftSe.compute(inputs, options) as number | Float64Array;
}

const $deltaRatioVariance = new Metric("delta_ratio_variance");

/**
 * Sampling variance of a ratio of two means measured on the same units, by the delta method.
 *
 * Variance of a ratio of means (delta method). Formula: `ratios::delta_ratio_variance(mean_y, mean_x, var_y,
 * var_x, cov_xy, n)`. Unit: other. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * A covariance larger than its two variances allow is infeasible: the variance would be negative.
 *
 * @param inputs.meanY - mean of the numerator (any; a finite number)
 * @param inputs.meanX - mean of the denominator (other; a finite number)
 * @param inputs.varY - sample variance of the numerator (other; a finite number >= 0)
 * @param inputs.varX - sample variance of the denominator (other; a finite number >= 0)
 * @param inputs.covXy - sample covariance of the two (other; a finite number)
 * @param inputs.n - number of units (count_or_people; a whole number >= 2)
 * @returns variance of the ratio
 * @throws RangeError with a `code`: an input outside its domain; `mean_x == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.deltaRatioVariance({ meanY: 2, meanX: 4, varY: 1, varX: 2, covXy: 0.5, n: 100 }); // 0.000625
 * ```
 * @see Deng, Knoblich & Lu (2018), Applying the Delta Method in Metric Analytics, KDD
 */
export function deltaRatioVariance(inputs: { readonly meanY: number; readonly meanX: number; readonly varY: number; readonly varX: number; readonly covXy: number; readonly n: number }, options?: Options): number;
export function deltaRatioVariance(inputs: { readonly meanY: Column; readonly meanX: Column; readonly varY: Column; readonly varX: Column; readonly covXy: Column; readonly n: Column }, options?: Options): Float64Array;
export function deltaRatioVariance(inputs: { readonly meanY: Column; readonly meanX: Column; readonly varY: Column; readonly varX: Column; readonly covXy: Column; readonly n: Column }, options?: Options): number | Float64Array {
  return $deltaRatioVariance.compute(inputs, options) as number | Float64Array;
}

const $sampleSizeProportions = new Metric("sample_size_proportions");

/**
 * Observations each group needs for a test to find a given difference of two rates.
 *
 * Sample size per group, two proportions. Formula: `power::sample_size_proportions(p1, p2, alpha, power)`.
 * Unit: count. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.p1 - rate in the first group, as a fraction (ratio; a fraction from 0 to 1)
 * @param inputs.p2 - rate in the second group, as a fraction (ratio; a fraction from 0 to 1)
 * @param inputs.alpha - two-sided level of significance, as a fraction (ratio; a fraction between 0 and 1,
 * both excluded)
 * @param inputs.power - chance of finding the difference, as a fraction (ratio; a fraction between 0 and 1,
 * both excluded)
 * @returns observations per group, not rounded up
 * @throws RangeError with a `code`: an input outside its domain; `p1 == p2`: `zero_denominator`; `power <=
 * alpha`: `infeasible`
 * @example
 * ```js
 * metrics.sampleSizeProportions({ p1: 0.5, p2: 0.75, alpha: 0.05, power: 0.9 }); // 76.7
 * ```
 * @see R documentation of stats::power.prop.test (p1 0.50, p2 0.75, power 0.90: n = 76.7)
 */
export function sampleSizeProportions(inputs: { readonly p1: number; readonly p2: number; readonly alpha: number; readonly power: number }, options?: Options): number;
export function sampleSizeProportions(inputs: { readonly p1: Column; readonly p2: Column; readonly alpha: Column; readonly power: Column }, options?: Options): Float64Array;
export function sampleSizeProportions(inputs: { readonly p1: Column; readonly p2: Column; readonly alpha: Column; readonly power: Column }, options?: Options): number | Float64Array {
  return $sampleSizeProportions.compute(inputs, options) as number | Float64Array;
}

const $minimumDetectableEffect = new Metric("minimum_detectable_effect");

/**
 * Smallest difference of means that a test of a given size can find with a given power.
 *
 * Minimum detectable difference of means. Formula: `power::minimum_detectable_effect(variance, n_per_group,
 * alpha, power)`. Unit: any. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Inverse of the G*Power figure in spotify/confidence tests: variance 100, difference 0.3, power 0.85 ->
 * 39,906 in both groups together. A power at or below alpha/2 is had without any effect, so there is none to
 * detect.
 *
 * @param inputs.variance - variance of one observation, equal in both groups (other; a finite number > 0)
 * @param inputs.nPerGroup - observations per group (count_or_people; a whole number >= 2)
 * @param inputs.alpha - two-sided level of significance, as a fraction (ratio; a fraction between 0 and 1,
 * both excluded)
 * @param inputs.power - chance of finding the difference, as a fraction (ratio; a fraction between 0 and 1,
 * both excluded)
 * @returns difference in the unit of the observations
 * @throws RangeError with a `code`: an input outside its domain; `power <= 0.5 * alpha`: `infeasible`
 * @example
 * ```js
 * metrics.minimumDetectableEffect({ variance: 100, nPerGroup: 19953, alpha: 0.05, power: 0.85 }); // 0.3
 * ```
 * @see github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py
 */
export function minimumDetectableEffect(inputs: { readonly variance: number; readonly nPerGroup: number; readonly alpha: number; readonly power: number }, options?: Options): number;
export function minimumDetectableEffect(inputs: { readonly variance: Column; readonly nPerGroup: Column; readonly alpha: Column; readonly power: Column }, options?: Options): Float64Array;
export function minimumDetectableEffect(inputs: { readonly variance: Column; readonly nPerGroup: Column; readonly alpha: Column; readonly power: Column }, options?: Options): number | Float64Array {
  return $minimumDetectableEffect.compute(inputs, options) as number | Float64Array;
}

const $srmChi2P = new Metric("srm_chi2_p");

/**
 * Chance of a split at least this uneven when the groups were assigned as planned.
 *
 * Sample-ratio mismatch p-value (two groups). Formula: `sample_ratio::srm_chi2_p(n1, n2, share1)`. Unit:
 * ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param n1 - observations in the first group (count_or_people; a whole number >= 0)
 * @param n2 - observations in the second group (count_or_people; a whole number >= 0)
 * @param share1 - planned share of the first group, as a fraction (ratio; a fraction between 0 and 1, both
 * excluded)
 * @returns p-value; very small values mean the assignment is faulty
 * @throws RangeError with a `code`: an input outside its domain; `n1 + n2 == 0.0`: `insufficient_data`
 * @example
 * ```js
 * metrics.srmChi2P(821588, 815482, 0.5); // 1.8217928726191858e-06
 * ```
 * @see Kohavi, Tang & Xu (2020), Trustworthy Online Controlled Experiments (821,588 against 815,482, p =
 * 1.8e-6)
 */
export function srmChi2P(n1: number, n2: number, share1: number, options?: Options): number;
export function srmChi2P(n1: Column, n2: Column, share1: Column, options?: Options): Float64Array;
export function srmChi2P(n1: Column, n2: Column, share1: Column, options?: Options): number | Float64Array {
  return $srmChi2P.compute([n1, n2, share1], options) as number | Float64Array;
}

const $cupedTheta = new Metric("cuped_theta");

/**
 * Coefficient by which earlier behaviour is subtracted from an outcome to reduce its variance.
 *
 * CUPED coefficient. Formula: `cuped::cuped_theta(cov_yx, var_x)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param covYx - covariance of the outcome and its value before the experiment (other; a finite number)
 * @param varX - variance of the value before the experiment (other; a finite number >= 0)
 * @returns coefficient, outcome unit per covariate unit
 * @throws RangeError with a `code`: an input outside its domain; `var_x == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cupedTheta(6, 4); // 1.5
 * ```
 * @see Deng, Xu, Kohavi & Walker (2013), Improving the Sensitivity of Online Controlled Experiments (CUPED),
 * WSDM
 */
export function cupedTheta(covYx: number, varX: number, options?: Options): number;
export function cupedTheta(covYx: Column, varX: Column, options?: Options): Float64Array;
export function cupedTheta(covYx: Column, varX: Column, options?: Options): number | Float64Array {
  return $cupedTheta.compute([covYx, varX], options) as number | Float64Array;
}

const $cupedVarianceRatio = new Metric("cuped_variance_ratio");

/**
 * Variance left after adjusting an outcome for behaviour before the experiment.
 *
 * CUPED variance ratio. Formula: `cuped::cuped_variance_ratio(correlation)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param correlation - correlation of the outcome with the value before the experiment (ratio; a number from
 * -1 to 1)
 * @returns fraction of the original variance
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.cupedVarianceRatio(0.6); // 0.64
 * ```
 * @see Deng, Xu, Kohavi & Walker (2013), Improving the Sensitivity of Online Controlled Experiments (CUPED),
 * WSDM
 */
export function cupedVarianceRatio(correlation: number, options?: Options): number;
export function cupedVarianceRatio(correlation: Column, options?: Options): Float64Array;
export function cupedVarianceRatio(correlation: Column, options?: Options): number | Float64Array {
  return $cupedVarianceRatio.compute([correlation], options) as number | Float64Array;
}

const $fisherExactTwoSided = new Metric("fisher_exact_two_sided");

/**
 * Chance of a two-by-two table at least as unlikely as this one when rows and columns are unrelated.
 *
 * Fisher exact test, two-sided p. Formula: `fisher::fisher_two_sided(a, b, c, d)`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * Exact, for tables of up to 1e12 counts; beyond, two_proportion_z agrees.
 *
 * @param inputs.a - count in the first row, first column (count_or_people; a whole number >= 0)
 * @param inputs.b - count in the first row, second column (count_or_people; a whole number >= 0)
 * @param inputs.c - count in the second row, first column (count_or_people; a whole number >= 0)
 * @param inputs.d - count in the second row, second column (count_or_people; a whole number >= 0)
 * @returns two-sided p-value
 * @throws RangeError with a `code`: an input outside its domain; `a + b + c + d > 1e12`: `infeasible`
 * @example
 * ```js
 * metrics.fisherExactTwoSided({ a: 3, b: 1, c: 1, d: 3 }); // 0.4857142857142857
 * ```
 * @see Fisher (1935), The Design of Experiments (tea tasting)
 */
export function fisherExactTwoSided(inputs: { readonly a: number; readonly b: number; readonly c: number; readonly d: number }, options?: Options): number;
export function fisherExactTwoSided(inputs: { readonly a: Column; readonly b: Column; readonly c: Column; readonly d: Column }, options?: Options): Float64Array;
export function fisherExactTwoSided(inputs: { readonly a: Column; readonly b: Column; readonly c: Column; readonly d: Column }, options?: Options): number | Float64Array {
  return $fisherExactTwoSided.compute(inputs, options) as number | Float64Array;
}

const $probBBeatsA = new Metric("prob_b_beats_a");

/**
 * Probability that the true rate of B is above that of A, starting from uniform priors.
 *
 * Probability B beats A (beta-binomial, uniform priors). Formula:
 * `bayesian::prob_b_beats_a_of_counts(successes_a, trials_a, successes_b, trials_b)`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * GrowthBook reports 0.60918 for these counts (Gaussian, relative effect).
 *
 * @param inputs.successesA - successes in group A (count_or_people; a whole number >= 0)
 * @param inputs.trialsA - trials in group A (count_or_people; a whole number >= 0)
 * @param inputs.successesB - successes in group B (count_or_people; a whole number >= 0)
 * @param inputs.trialsB - trials in group B (count_or_people; a whole number >= 0)
 * @returns probability
 * @throws RangeError with a `code`: an input outside its domain; `successes_a > trials_a || successes_b >
 * trials_b`: `infeasible`
 * @example
 * ```js
 * metrics.probBBeatsA({ successesA: 49, trialsA: 100, successesB: 51, trialsB: 100 }); // 0.6107705226878396
 * ```
 * @see github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py
 */
export function probBBeatsA(inputs: { readonly successesA: number; readonly trialsA: number; readonly successesB: number; readonly trialsB: number }, options?: Options): number;
export function probBBeatsA(inputs: { readonly successesA: Column; readonly trialsA: Column; readonly successesB: Column; readonly trialsB: Column }, options?: Options): Float64Array;
export function probBBeatsA(inputs: { readonly successesA: Column; readonly trialsA: Column; readonly successesB: Column; readonly trialsB: Column }, options?: Options): number | Float64Array {
  return $probBBeatsA.compute(inputs, options) as number | Float64Array;
}

const $asymptoticCsHalfWidth = new Metric("asymptotic_cs_half_width");

/**
 * Half the width of an interval that stays valid however often the data are looked at.
 *
 * Always-valid half-width (asymptotic confidence sequence). Formula:
 * `sequential::sequential_half_width(standard_error, n, alpha, tuning_n)`. Unit: any. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * Half-width s sqrt(2 (n rho^2 + 1)/(n rho)^2 ln(sqrt(n rho^2 + 1)/alpha)) with s = standard_error sqrt(n) and
 * rho^2 = (-2 ln alpha + ln(1 - 2 ln alpha))/tuning_n. Interval 0.50336 +/- 1.0618 = (-0.55844, 1.56516) in
 * the GrowthBook test.
 *
 * @param inputs.standardError - standard error of the estimate now, in any one unit (any; a finite number > 0)
 * @param inputs.n - observations so far (count_each; a whole number >= 2)
 * @param inputs.alpha - error rate over all looks, as a fraction (ratio; a fraction between 0 and 1, both
 * excluded)
 * @param inputs.tuningN - number of observations at which the interval should be tightest (count_each; a
 * finite number > 0)
 * @returns half-width in the unit of the standard error
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.asymptoticCsHalfWidth({ standardError: 0.3334122146400735, n: 6461, alpha: 0.05, tuningN: 1000 });
 * // 1.0618015909639673
 * ```
 * @see Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2023), Time-uniform central limit theory and asymptotic
 * confidence sequences, eq. 9; example from the tests of GrowthBook
 */
export function asymptoticCsHalfWidth(inputs: { readonly standardError: number; readonly n: number; readonly alpha: number; readonly tuningN: number }, options?: Options): number;
export function asymptoticCsHalfWidth(inputs: { readonly standardError: Column; readonly n: Column; readonly alpha: Column; readonly tuningN: Column }, options?: Options): Float64Array;
export function asymptoticCsHalfWidth(inputs: { readonly standardError: Column; readonly n: Column; readonly alpha: Column; readonly tuningN: Column }, options?: Options): number | Float64Array {
  return $asymptoticCsHalfWidth.compute(inputs, options) as number | Float64Array;
}

const $holmAdjustedP = new Metric("holm_adjusted_p");

/**
 * P-values adjusted for several tests so that any false finding stays unlikely, after Holm.
 *
 * Holm-adjusted p-values. Formula: `multiplicity::holm(p_values)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param pValues - p-value of each test (ratio; a fraction from 0 to 1)
 * @returns one adjusted p-value per test, in the order given
 * @throws RangeError with a `code`: an input outside its domain; `p_values.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.holmAdjustedP([0.01, 0.04, 0.03, 0.005]); // [0.03, 0.06, 0.06, 0.02]
 * ```
 * @see Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995), Journal of the Royal
 * Statistical Society B 57
 */
export function holmAdjustedP(pValues: List, options?: Options): Float64Array {
  return $holmAdjustedP.compute([pValues], options) as Float64Array;
}

const $bhAdjustedP = new Metric("bh_adjusted_p");

/**
 * P-values adjusted for several tests so that the share of false findings stays low.
 *
 * Benjamini-Hochberg adjusted p-values. Formula: `multiplicity::benjamini_hochberg(p_values)`. Unit: ratio.
 * Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param pValues - p-value of each test (ratio; a fraction from 0 to 1)
 * @returns one adjusted p-value per test, in the order given
 * @throws RangeError with a `code`: an input outside its domain; `p_values.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.bhAdjustedP([0.01, 0.04, 0.03, 0.005]); // [0.02, 0.04, 0.04, 0.02]
 * ```
 * @see Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995), Journal of the Royal
 * Statistical Society B 57
 */
export function bhAdjustedP(pValues: List, options?: Options): Float64Array {
  return $bhAdjustedP.compute([pValues], options) as Float64Array;
}

const $ratioOfSumsClusterSe = new Metric("ratio_of_sums_cluster_se");

/**
 * Sampling error of a pooled rate when the posts of one influencer are not independent.
 *
 * Standard error of a pooled rate, influencers as clusters (linearisation). Formula:
 * `ratios::ratio_of_sums_cluster_se(y, x)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * Equals the delta method on cluster totals. The naive binomial standard error on these data is 0.00305, 2.8
 * times too small.
 *
 * @param y - numerator total of each influencer, such as engagements (any; a finite number >= 0)
 * @param x - denominator total of each influencer, such as followers or views (other; a finite number >= 0)
 * @returns standard error of the pooled rate, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `y.len() != x.len()`: `infeasible`; `y.len()
 * < 2`: `insufficient_data`; `sum(x) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.ratioOfSumsClusterSe([50, 40, 60, 30], [1000, 500, 2000, 800]); // 0.00851200630059581
 * ```
 * @see Deng, Knoblich & Lu (2018), Applying the Delta Method in Metric Analytics, KDD
 */
export function ratioOfSumsClusterSe(y: List, x: List, options?: Options): number {
  return $ratioOfSumsClusterSe.compute([y, x], options) as number;
}

const $largestBudgetShare = new Metric("largest_budget_share");

/**
 * Largest share of a budget that is placed on a single influencer.
 *
 * Largest budget share placed on one influencer. Formula: `spend_each.iter().copied().fold(0.0, f64::max) /
 * sum(spend_each)`. Unit: ratio. Roll-up: recompute.
 *
 * @param spendEach - spend on each influencer, in one currency (currency; a finite number >= 0)
 * @returns fraction of the budget
 * @throws RangeError with a `code`: an input outside its domain; `spend_each.is_empty()`: `insufficient_data`;
 * `sum(spend_each) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.largestBudgetShare([6000, 2500, 1500]); // 0.6
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function largestBudgetShare(spendEach: List, options?: Options): number {
  return $largestBudgetShare.compute([spendEach], options) as number;
}
