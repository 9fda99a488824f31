// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `composite`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $programmeScore = new Metric("programme_score");

/**
 * Weighted average of the reach, sharing and monetisation indices of a programme.
 *
 * Weighted programme score (reach, sharing, monetisation). Formula: `(w_reach * reach_index + w_sharing *
 * sharing_index + w_money * money_index) / (w_reach + w_sharing + w_money)`. Unit: index. Roll-up: recompute.
 * Awareness weights 0.4/0.4/0.2 give 96; direct-response weights 0.2/0.2/0.6 on the same indices give 78. The
 * weights are ours: the article only says which way to lean.
 *
 * @param inputs.reachIndex - reach against its benchmark, where 100 equals the benchmark (index; a finite
 * number >= 0)
 * @param inputs.sharingIndex - sharing against its benchmark, where 100 equals the benchmark (index; a finite
 * number >= 0)
 * @param inputs.moneyIndex - monetisation against its benchmark, where 100 equals the benchmark (index; a
 * finite number >= 0)
 * @param inputs.wReach - weight of reach, set by the caller (ratio; a finite number >= 0)
 * @param inputs.wSharing - weight of sharing, set by the caller (ratio; a finite number >= 0)
 * @param inputs.wMoney - weight of monetisation, set by the caller (ratio; a finite number >= 0)
 * @returns index; 100 equals the benchmark
 * @throws RangeError with a `code`: an input outside its domain; `w_reach + w_sharing + w_money == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.programmeScore({ reachIndex: 120, sharingIndex: 90, moneyIndex: 60, wReach: 0.4, wSharing: 0.4,
 * wMoney: 0.2 });
 * // 96
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function programmeScore(inputs: { readonly reachIndex: number; readonly sharingIndex: number; readonly moneyIndex: number; readonly wReach: number; readonly wSharing: number; readonly wMoney: number }, options?: Options): number;
export function programmeScore(inputs: { readonly reachIndex: Column; readonly sharingIndex: Column; readonly moneyIndex: Column; readonly wReach: Column; readonly wSharing: Column; readonly wMoney: Column }, options?: Options): Float64Array;
export function programmeScore(inputs: { readonly reachIndex: Column; readonly sharingIndex: Column; readonly moneyIndex: Column; readonly wReach: Column; readonly wSharing: Column; readonly wMoney: Column }, options?: Options): number | Float64Array {
  return $programmeScore.compute(inputs, options) as number | Float64Array;
}

const $programmeScoreGeometric = new Metric("programme_score_geometric");

/**
 * Geometric mean of the reach, sharing and monetisation indices, so that no weak one is hidden.
 *
 * Geometric programme score. Formula: `cube_root(reach_index) * cube_root(sharing_index) *
 * cube_root(money_index)`. Unit: index. Roll-up: recompute.
 * Less compensatory: one weak leg cannot be bought off.
 *
 * @param reachIndex - reach against its benchmark, where 100 equals the benchmark (index; a finite number >=
 * 0)
 * @param sharingIndex - sharing against its benchmark, where 100 equals the benchmark (index; a finite number
 * >= 0)
 * @param moneyIndex - monetisation against its benchmark, where 100 equals the benchmark (index; a finite
 * number >= 0)
 * @returns index; 100 equals the benchmark
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.programmeScoreGeometric(100, 100, 12.5); // 50
 * ```
 * @see common definition; no single authority
 */
export function programmeScoreGeometric(reachIndex: number, sharingIndex: number, moneyIndex: number, options?: Options): number;
export function programmeScoreGeometric(reachIndex: Column, sharingIndex: Column, moneyIndex: Column, options?: Options): Float64Array;
export function programmeScoreGeometric(reachIndex: Column, sharingIndex: Column, moneyIndex: Column, options?: Options): number | Float64Array {
  return $programmeScoreGeometric.compute([reachIndex, sharingIndex, moneyIndex], options) as number | Float64Array;
}

const $minmaxNormalised = new Metric("minmax_normalised");

/**
 * Position of a value between a low and a high mark, 0 at the low one and 1 at the high one.
 *
 * Min-max normalised value. Formula: `(value - low) / (high - low)`. Unit: ratio. Roll-up: recompute.
 *
 * @param value - value to place, in any one unit (any; a finite number)
 * @param low - value that maps to 0, in the same unit (any; a finite number)
 * @param high - value that maps to 1, in the same unit (any; a finite number)
 * @returns fraction of the range; outside 0 to 1 when the value lies outside the marks
 * @throws RangeError with a `code`: an input outside its domain; `high - low == 0`: `zero_denominator`; `high
 * < low`: `infeasible`
 * @example
 * ```js
 * metrics.minmaxNormalised(5, 2, 8); // 0.5
 * ```
 * @see common definition; no single authority
 */
export function minmaxNormalised(value: number, low: number, high: number, options?: Options): number;
export function minmaxNormalised(value: Column, low: Column, high: Column, options?: Options): Float64Array;
export function minmaxNormalised(value: Column, low: Column, high: Column, options?: Options): number | Float64Array {
  return $minmaxNormalised.compute([value, low, high], options) as number | Float64Array;
}

const $contentQualityScore = new Metric("content_quality_score");

/**
 * Weighted average of ratings of a piece of content, relative to the best rating possible.
 *
 * Content quality score from rated criteria. Formula: `sum(ratings * weights) / sum(weights * max_rating)`.
 * Unit: ratio. Roll-up: mean.
 *
 * @param ratings - rating of each criterion (score; a finite number >= 0)
 * @param weights - weight of each criterion, in the same order (ratio; a finite number >= 0)
 * @param maxRating - best rating possible (score; a finite number > 0)
 * @returns fraction of the best rating
 * @throws RangeError with a `code`: an input outside its domain; `ratings.len() != weights.len()`:
 * `infeasible`; `sum(weights) == 0.0`: `zero_denominator`; `ratings.iter().any(|rating| *rating >
 * max_rating)`: `infeasible`
 * @example
 * ```js
 * metrics.contentQualityScore([4, 5, 3], [2, 1, 1], 5); // 0.8
 * ```
 * @see article on influencer loyalty programmes (Malay)
 */
export function contentQualityScore(ratings: List, weights: List, maxRating: number, options?: Options): number {
  return $contentQualityScore.compute([ratings, weights, maxRating], options) as number;
}
