// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `advocacy`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $nps = new Metric("nps");

/**
 * Share of promoters less share of detractors among those asked, in points from -100 to 100.
 *
 * Net Promoter Score. Formula: `(100.0 * (promoters - detractors)) / (promoters + passives + detractors)`.
 * Unit: promoter_points. Roll-up: ratio_of_sums.
 *
 * @param promoters - answers 9 and 10 (count_or_people; a whole number >= 0)
 * @param passives - answers 7 and 8 (count_or_people; a whole number >= 0)
 * @param detractors - answers 0 to 6 (count_or_people; a whole number >= 0)
 * @returns points between -100 and 100
 * @throws RangeError with a `code`: an input outside its domain; `promoters + passives + detractors == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.nps(162, 108, 54); // 33.333333333333336
 * ```
 * @see whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)
 */
export function nps(promoters: number, passives: number, detractors: number, options?: Options): number;
export function nps(promoters: Column, passives: Column, detractors: Column, options?: Options): Float64Array;
export function nps(promoters: Column, passives: Column, detractors: Column, options?: Options): number | Float64Array {
  return $nps.compute([promoters, passives, detractors], options) as number | Float64Array;
}

const $npsStandardError = new Metric("nps_standard_error");

/**
 * Sampling error of a net promoter score, in points.
 *
 * Standard error of NPS. Formula: `100.0 * (4.0 * promoters * detractors + passives * (promoters +
 * detractors)).sqrt() / ((promoters + passives + detractors) * (promoters + passives + detractors).sqrt())`.
 * Unit: promoter_points. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * Variance 5/9 for (1/2, 1/3, 1/6); n = 324.
 *
 * @param promoters - answers 9 and 10 (count_or_people; a whole number >= 0)
 * @param passives - answers 7 and 8 (count_or_people; a whole number >= 0)
 * @param detractors - answers 0 to 6 (count_or_people; a whole number >= 0)
 * @returns points
 * @throws RangeError with a `code`: an input outside its domain; `promoters + passives + detractors == 0.0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.npsStandardError(162, 108, 54); // 4.140866624999612
 * ```
 * @see whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)
 */
export function npsStandardError(promoters: number, passives: number, detractors: number, options?: Options): number;
export function npsStandardError(promoters: Column, passives: Column, detractors: Column, options?: Options): Float64Array;
export function npsStandardError(promoters: Column, passives: Column, detractors: Column, options?: Options): number | Float64Array {
  return $npsStandardError.compute([promoters, passives, detractors], options) as number | Float64Array;
}

const $npsCiHalfWidth = new Metric("nps_ci_half_width");

/**
 * Half the width of the 95 % confidence interval of a net promoter score.
 *
 * Half-width of the 95 % interval of NPS. Formula: `normal_upper_quantile(0.025) * standard_error`. Unit:
 * promoter_points. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param standardError - standard error of the score, in points (promoter_points; a finite number >= 0)
 * @returns points on either side of the score
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.npsCiHalfWidth(4.140866624999612); // 8.115949448
 * ```
 * @see whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)
 */
export function npsCiHalfWidth(standardError: number, options?: Options): number;
export function npsCiHalfWidth(standardError: Column, options?: Options): Float64Array;
export function npsCiHalfWidth(standardError: Column, options?: Options): number | Float64Array {
  return $npsCiHalfWidth.compute([standardError], options) as number | Float64Array;
}

const $advocacyRate = new Metric("advocacy_rate");

/**
 * Share of customers who speak up for the brand.
 *
 * Advocacy rate. Formula: `advocates / customers`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param advocates - customers who advocated the brand in the period (people; a whole number >= 0)
 * @param customers - all customers (people; a whole number >= 0)
 * @returns fraction of customers
 * @throws RangeError with a `code`: an input outside its domain; `customers == 0`: `zero_denominator`;
 * `advocates > customers`: `infeasible`
 * @example
 * ```js
 * metrics.advocacyRate(240, 4000); // 0.06
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function advocacyRate(advocates: number, customers: number, options?: Options): number;
export function advocacyRate(advocates: Column, customers: Column, options?: Options): Float64Array;
export function advocacyRate(advocates: Column, customers: Column, options?: Options): number | Float64Array {
  return $advocacyRate.compute([advocates, customers], options) as number | Float64Array;
}
