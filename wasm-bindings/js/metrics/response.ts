// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `response`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $adstockGeometric = new Metric("adstock_geometric");

/**
 * Advertising effect in the last period with the carry-over of earlier ones, weights not normalised.
 *
 * Geometric adstock (unnormalised), last value. Formula: `adstock::adstock_geometric(media, theta)`. Unit:
 * any. Roll-up: recompute.
 * Variant (default) of the family adstock: The default, as in Robyn: choose it when total effect should grow
 * with carry-over.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param media - spend or exposure per period, oldest first, in any one unit (any; a finite number >= 0)
 * @param theta - share of the effect carried into the next period, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns carried-over amount in the unit of the media
 * @throws RangeError with a `code`: an input outside its domain; `media.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.adstockGeometric([100, 100, 100, 100, 100], 0.5); // 193.75
 * ```
 * @see Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9
 */
export function adstockGeometric(media: List, theta: number, options?: Options): number {
  return $adstockGeometric.compute([media, theta], options) as number;
}

const $adstockNormalised = new Metric("adstock_normalised");

/**
 * Advertising effect in the last period with the carry-over of earlier ones, weights summing to one.
 *
 * Geometric adstock (weights sum to 1), last value. Formula: `adstock::adstock_normalised(media, theta)`.
 * Unit: any. Roll-up: recompute.
 * Variant of the family adstock: Choose it to match Meridian: the result stays on the scale of one period's
 * media.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Meridian normalises, Robyn does not: the same theta gives 31 and 16 here.
 *
 * @param media - spend or exposure per period, oldest first, in any one unit (any; a finite number >= 0)
 * @param theta - share of the effect carried into the next period, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns weighted mean in the unit of the media
 * @throws RangeError with a `code`: an input outside its domain; `media.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.adstockNormalised([0, 0, 0, 0, 31], 0.5); // 16
 * ```
 * @see Meridian, github.com/google/meridian, adstock_hill_test.py at 8ca83f6
 */
export function adstockNormalised(media: List, theta: number, options?: Options): number {
  return $adstockNormalised.compute([media, theta], options) as number;
}

const $adstockHalfLife = new Metric("adstock_half_life");

/**
 * Periods until the carried-over effect has fallen by half.
 *
 * Adstock half-life. Formula: `adstock::adstock_half_life(theta)`. Unit: periods. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param theta - share of the effect carried into the next period, as a fraction (ratio; a fraction between 0
 * and 1, both excluded)
 * @returns periods
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.adstockHalfLife(0.5); // 1
 * ```
 * @see Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9
 */
export function adstockHalfLife(theta: number, options?: Options): number;
export function adstockHalfLife(theta: Column, options?: Options): Float64Array;
export function adstockHalfLife(theta: Column, options?: Options): number | Float64Array {
  return $adstockHalfLife.compute([theta], options) as number | Float64Array;
}

const $adstockTotalMultiplier = new Metric("adstock_total_multiplier");

/**
 * Total effect of one period's advertising over all time, relative to its effect at once.
 *
 * Long-run multiplier of geometric adstock. Formula: `adstock::adstock_total_multiplier(theta)`. Unit: ratio.
 * Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param theta - share of the effect carried into the next period, as a fraction (ratio; a fraction from 0 to
 * 1, 1 excluded)
 * @returns multiple of the immediate effect
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.adstockTotalMultiplier(0.7); // 3.3333333333333335
 * ```
 * @see Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9
 */
export function adstockTotalMultiplier(theta: number, options?: Options): number;
export function adstockTotalMultiplier(theta: Column, options?: Options): Float64Array;
export function adstockTotalMultiplier(theta: Column, options?: Options): number | Float64Array {
  return $adstockTotalMultiplier.compute([theta], options) as number | Float64Array;
}

const $saturationHill = new Metric("saturation_hill");

/**
 * Share of the largest possible response that an amount of media reaches, on an S-shaped curve.
 *
 * Hill saturation. Formula: `saturation::saturation_hill(value, alpha, inflexion)`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Robyn documents alpha 3, gamma 0.5 on c(100,150,170,190,200): inflexion 100.
 *
 * @param value - amount of media, in any one unit (any; a finite number >= 0)
 * @param alpha - steepness of the curve; above 1 it is S-shaped (ratio; a finite number > 0)
 * @param inflexion - amount at which half the largest response is reached, in the same unit (any; a finite
 * number > 0)
 * @returns fraction of the largest response
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.saturationHill(150, 3, 100); // 0.7714285714285715
 * ```
 * @see Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9
 */
export function saturationHill(value: number, alpha: number, inflexion: number, options?: Options): number;
export function saturationHill(value: Column, alpha: Column, inflexion: Column, options?: Options): Float64Array;
export function saturationHill(value: Column, alpha: Column, inflexion: Column, options?: Options): number | Float64Array {
  return $saturationHill.compute([value, alpha, inflexion], options) as number | Float64Array;
}

const $saturationMichaelisMenten = new Metric("saturation_michaelis_menten");

/**
 * Response to an amount of media with steadily falling returns.
 *
 * Michaelis-Menten saturation. Formula: `saturation::saturation_michaelis_menten(value, vmax, km)`. Unit:
 * other. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param value - amount of media, in any one unit (any; a finite number >= 0)
 * @param vmax - largest possible response (other; a finite number >= 0)
 * @param km - amount at which half of it is reached, in the unit of the media (any; a finite number > 0)
 * @returns response, in the unit of the largest response
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.saturationMichaelisMenten(5, 5, 0.5); // 4.545454545454546
 * ```
 * @see Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9
 */
export function saturationMichaelisMenten(value: number, vmax: number, km: number, options?: Options): number;
export function saturationMichaelisMenten(value: Column, vmax: Column, km: Column, options?: Options): Float64Array;
export function saturationMichaelisMenten(value: Column, vmax: Column, km: Column, options?: Options): number | Float64Array {
  return $saturationMichaelisMenten.compute([value, vmax, km], options) as number | Float64Array;
}

const $marginalReturnHill = new Metric("marginal_return_hill");

/**
 * Extra response to one more unit of media on a Hill curve.
 *
 * Marginal return of a Hill curve. Formula: `saturation::marginal_return_hill(beta, value, alpha, inflexion)`.
 * Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.beta - largest possible response (other; a finite number >= 0)
 * @param inputs.value - amount of media, in any one unit (any; a finite number > 0)
 * @param inputs.alpha - steepness of the curve (ratio; a finite number > 0)
 * @param inputs.inflexion - amount at which half the largest response is reached, in the same unit (any; a
 * finite number > 0)
 * @returns response per unit of media
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.marginalReturnHill({ beta: 1000, value: 100, alpha: 1, inflexion: 100 }); // 2.5
 * ```
 * @see common definition; no single authority
 */
export function marginalReturnHill(inputs: { readonly beta: number; readonly value: number; readonly alpha: number; readonly inflexion: number }, options?: Options): number;
export function marginalReturnHill(inputs: { readonly beta: Column; readonly value: Column; readonly alpha: Column; readonly inflexion: Column }, options?: Options): Float64Array;
export function marginalReturnHill(inputs: { readonly beta: Column; readonly value: Column; readonly alpha: Column; readonly inflexion: Column }, options?: Options): number | Float64Array {
  return $marginalReturnHill.compute(inputs, options) as number | Float64Array;
}

const $budgetSplitSquareRoot = new Metric("budget_split_square_root");

/**
 * Best spend on the first of several channels whose responses follow the square root of spend.
 *
 * Optimal budget share under square-root responses, first channel. Formula:
 * `budget::budget_split_square_root(budget, scales)`. Unit: currency. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Closed form for testing an allocator: total response 3*6+4*8 = 50.
 *
 * @param budget - total to spend, in one currency (currency; a finite number >= 0)
 * @param scales - response of each channel to one unit of currency, in any one unit (other; a finite number >
 * 0)
 * @returns currency for the first channel
 * @throws RangeError with a `code`: an input outside its domain; `scales.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.budgetSplitSquareRoot(100, [3, 4]); // 36
 * ```
 * @see common definition; no single authority
 */
export function budgetSplitSquareRoot(budget: number, scales: List, options?: Options): number {
  return $budgetSplitSquareRoot.compute([budget, scales], options) as number;
}
