// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `attribution`. */

import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $attributionLinearCredit = new Metric("attribution_linear_credit");

/**
 * Credit of one channel when all touches on a path share it equally.
 *
 * Linear credit of a channel on one path. Formula: `rules::linear_credit(path, &channel)`. Unit: ratio. Roll-
 * up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param path - channels touched before the conversion, in order (labels)
 * @param channel - channel to credit (labels)
 * @returns fraction of one conversion
 * @throws RangeError with a `code`: an input outside its domain; `path.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.attributionLinearCredit(["A", "B", "A", "C"], "A"); // 0.5
 * ```
 * @see linear model as in the documentation of Google Analytics: every touch gets the same credit
 */
export function attributionLinearCredit(path: readonly string[], channel: string, options?: Options): number {
  return $attributionLinearCredit.compute([path, channel], options) as number;
}

const $attributionPositionCredit = new Metric("attribution_position_credit");

/**
 * Credit of each touch on a path when the first and the last get 40 % each.
 *
 * Position-based credits (40/20/40; one touch 1; two touches 0.5/0.5). Formula: `rules::position_credits(n as
 * usize)`. Unit: ratio. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param n - number of touches on the path (count; a whole number >= 1)
 * @returns one fraction per touch, in order, summing to 1
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.attributionPositionCredit(4); // [0.4, 0.1, 0.1, 0.4]
 * ```
 * @see Google Analytics attribution models, as in github.com/google/fractribution at 72ad8a4 and
 * github.com/DP6/Marketing-Attribution-Models at 72bc20f
 */
export function attributionPositionCredit(n: number, options?: Options): Float64Array {
  return $attributionPositionCredit.compute([n], options) as Float64Array;
}

const $attributionTimeDecayCredit = new Metric("attribution_time_decay_credit");

/**
 * Credit of each touch on a path when it halves with every half-life before the conversion.
 *
 * Time-decay credits (half-life). Formula: `rules::time_decay_credits(ages_days, half_life)`. Unit: ratio.
 * Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * DP6 MAM floors age/168 h, so all touches in one week get equal credit; its wrapper default is 128 h, the
 * method default 168 h.
 *
 * @param agesDays - age of each touch at the conversion, in days (days; a finite number >= 0)
 * @param halfLife - days in which credit halves (days; a finite number > 0)
 * @returns one fraction per touch, in the order given, summing to 1
 * @throws RangeError with a `code`: an input outside its domain; `ages_days.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.attributionTimeDecayCredit([0, 7, 14, 28], 7); // [0.551724, 0.275862, 0.137931, 0.0344828]
 * ```
 * @see Google Analytics time-decay model (half-life of 7 days); path of four touches from ignyteiq.com
 */
export function attributionTimeDecayCredit(agesDays: List, halfLife: number, options?: Options): Float64Array {
  return $attributionTimeDecayCredit.compute([agesDays, halfLife], options) as Float64Array;
}

const $attributionMarkov = new Metric("attribution_markov");

/**
 * Conversions credited to each channel by what would be lost without it, in a Markov chain of paths.
 *
 * Markov removal-effect credit. Formula: `markov_by_name(paths, conversions, nulls).map(|(names, found)|
 * by_name(names, found.credits.conversions))`. Unit: any. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Removal effects 0.75 and 0.50, base conversion 0.8.
 *
 * @param paths - channels touched on each distinct path, in order (labels)
 * @param conversions - times each path ended in a conversion (count_or_people; a finite number >= 0)
 * @param nulls - times each path ended without one (count_or_people; a finite number >= 0)
 * @returns conversions per channel, summing to all conversions; not evidence of cause
 * @throws RangeError with a `code`: an input outside its domain; `paths.len() != conversions.len() ||
 * conversions.len() != nulls.len()`: `infeasible`; `!conversions.iter().any(|count| *count > 0.0)`:
 * `insufficient_data`
 * @example
 * ```js
 * metrics.attributionMarkov([["G"], ["M"], ["G", "M"]], [2, 1, 1], [1, 0, 0]); // { "G": 2.4, "M": 1.6 }
 * ```
 * @see S. Puzyrov (2019), Markov chain attribution: removal effect
 */
export function attributionMarkov(paths: readonly (readonly string[])[], conversions: List, nulls: List, options?: Options): Record<string, number> {
  return $attributionMarkov.compute([paths, conversions, nulls], options) as Record<string, number>;
}

const $attributionMarkovRemoval = new Metric("attribution_markov_removal");

/**
 * Share of conversions lost when one channel is taken out of a Markov chain of paths.
 *
 * Markov removal effects. Formula: `markov_by_name(paths, conversions, nulls).map(|(names, found)|
 * by_name(names, found.removal_effects))`. Unit: any. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param paths - channels touched on each distinct path, in order (labels)
 * @param conversions - times each path ended in a conversion (count_or_people; a finite number >= 0)
 * @param nulls - times each path ended without one (count_or_people; a finite number >= 0)
 * @returns fraction of conversions lost, per channel; need not sum to 1
 * @throws RangeError with a `code`: an input outside its domain; `paths.len() != conversions.len() ||
 * conversions.len() != nulls.len()`: `infeasible`; `!conversions.iter().any(|count| *count > 0.0)`:
 * `insufficient_data`
 * @example
 * ```js
 * metrics.attributionMarkovRemoval([["C1", "C2", "C3"], ["C1"], ["C2", "C3"]], [1, 0, 0], [0, 1, 1]);
 * // { "C1": 0.5, "C2": 1, "C3": 1 }
 * ```
 * @see S. Bryl, analyzecore.com (2016), after Anderl et al. (2016), International Journal of Research in
 * Marketing 33
 */
export function attributionMarkovRemoval(paths: readonly (readonly string[])[], conversions: List, nulls: List, options?: Options): Record<string, number> {
  return $attributionMarkovRemoval.compute([paths, conversions, nulls], options) as Record<string, number>;
}

const $attributionShapley = new Metric("attribution_shapley");

/**
 * Fair share of each channel in a joint result, averaged over all orders of joining.
 *
 * Shapley credit from coalition values. Formula: `shapley_by_name(values)`. Unit: any. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * A coalition that is not listed is worth nothing. At most 20 channels.
 *
 * @param values - result of every combination of channels, in any one unit (any; a finite number)
 * @returns credit per channel in the same unit, summing to the result of all together
 * @throws RangeError with a `code`: an input outside its domain; `values.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.attributionShapley({ "D": 4, "D+F": 9, "D+F+O": 19, "D+O": 7, "F": 6, "F+O": 15, "O": 7 });
 * // { "D": 3.1666666666666665, "F": 8.166666666666666, "O": 7.666666666666667 }
 * ```
 * @see Shapley (1953); example from github.com/DP6/Marketing-Attribution-Models at 72bc20f
 */
export function attributionShapley(values: Readonly<Record<string, number>>, options?: Options): Record<string, number> {
  return $attributionShapley.compute([values], options) as Record<string, number>;
}
