// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `diffusion`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $bassCumulative = new Metric("bass_cumulative");

/**
 * Share of a market that has adopted a product by a given time, by the Bass model.
 *
 * Bass cumulative adoption fraction. Formula: `diffusion::bass_cumulative(p, q, t)`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param p - coefficient of innovation, per period (ratio; a finite number > 0)
 * @param q - coefficient of imitation, per period (ratio; a finite number >= 0)
 * @param t - time since launch, in periods (periods; a finite number >= 0)
 * @returns fraction of the eventual market
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.bassCumulative(0.03, 0.38, 5); // 0.3311986424913736
 * ```
 * @see Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38
 */
export function bassCumulative(p: number, q: number, t: number, options?: Options): number;
export function bassCumulative(p: Column, q: Column, t: Column, options?: Options): Float64Array;
export function bassCumulative(p: Column, q: Column, t: Column, options?: Options): number | Float64Array {
  return $bassCumulative.compute([p, q, t], options) as number | Float64Array;
}

const $bassPeakTime = new Metric("bass_peak_time");

/**
 * Time at which adoption is fastest, by the Bass model.
 *
 * Bass peak time. Formula: `diffusion::bass_peak_time(p, q)`. Unit: periods. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param p - coefficient of innovation, per period (ratio; a finite number > 0)
 * @param q - coefficient of imitation, per period (ratio; a finite number >= 0)
 * @returns periods since launch
 * @throws RangeError with a `code`: an input outside its domain; `q <= p`: `peak_at_zero`
 * @example
 * ```js
 * metrics.bassPeakTime(0.010399, 0.41861); // 8.613409162052045
 * ```
 * @see Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38
 */
export function bassPeakTime(p: number, q: number, options?: Options): number;
export function bassPeakTime(p: Column, q: Column, options?: Options): Float64Array;
export function bassPeakTime(p: Column, q: Column, options?: Options): number | Float64Array {
  return $bassPeakTime.compute([p, q], options) as number | Float64Array;
}

const $bassPeakAdoptions = new Metric("bass_peak_adoptions");

/**
 * Adoptions per period at the time adoption is fastest, by the Bass model.
 *
 * Bass peak adoptions per period. Formula: `diffusion::bass_peak_adoptions(m, p, q)`. Unit: people. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param m - eventual market, in people (people; a finite number >= 0)
 * @param p - coefficient of innovation, per period (ratio; a finite number > 0)
 * @param q - coefficient of imitation, per period (ratio; a finite number >= 0)
 * @returns adopters per period
 * @throws RangeError with a `code`: an input outside its domain; `q <= p`: `peak_at_zero`
 * @example
 * ```js
 * metrics.bassPeakAdoptions(16895, 0.010399, 0.41861); // 1857.0406581056918
 * ```
 * @see Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38
 */
export function bassPeakAdoptions(m: number, p: number, q: number, options?: Options): number;
export function bassPeakAdoptions(m: Column, p: Column, q: Column, options?: Options): Float64Array;
export function bassPeakAdoptions(m: Column, p: Column, q: Column, options?: Options): number | Float64Array {
  return $bassPeakAdoptions.compute([m, p, q], options) as number | Float64Array;
}
