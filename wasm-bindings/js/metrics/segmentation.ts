// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `segmentation`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $rfmScoreConcat = new Metric("rfm_score_concat");

/**
 * Code of an RFM cell that strings the recency, frequency and monetary scores together.
 *
 * RFM cell (concatenated). Formula: `100.0 * r + 10.0 * f + m`. Unit: code. Roll-up: not_rollable.
 * A code, not a number: never average it.
 *
 * @param r - recency score, 1 to 9, higher is more recent (score; a whole number from 1 to 9)
 * @param f - frequency score, 1 to 9, higher is more frequent (score; a whole number from 1 to 9)
 * @param m - monetary score, 1 to 9, higher is more spent (score; a whole number from 1 to 9)
 * @returns three-digit code; a label, not a quantity
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.rfmScoreConcat(5, 4, 3); // 543
 * ```
 * @see R package rfm 0.3.0, github.com/rsquaredacademy/rfm at 297ed8b, after Blattberg, Kim & Neslin (2008),
 * Database Marketing, ch. 12
 */
export function rfmScoreConcat(r: number, f: number, m: number, options?: Options): number;
export function rfmScoreConcat(r: Column, f: Column, m: Column, options?: Options): Float64Array;
export function rfmScoreConcat(r: Column, f: Column, m: Column, options?: Options): number | Float64Array {
  return $rfmScoreConcat.compute([r, f, m], options) as number | Float64Array;
}

const $rfmScoreWeighted = new Metric("rfm_score_weighted");

/**
 * Weighted average of the recency, frequency and monetary scores of a customer.
 *
 * RFM weighted score. Formula: `(wr * r + wf * f + wm * m) / (wr + wf + wm)`. Unit: score. Roll-up: mean.
 *
 * @param inputs.r - recency score, higher is more recent (score; a whole number >= 1)
 * @param inputs.f - frequency score, higher is more frequent (score; a whole number >= 1)
 * @param inputs.m - monetary score, higher is more spent (score; a whole number >= 1)
 * @param inputs.wr - weight of recency (ratio; a finite number >= 0)
 * @param inputs.wf - weight of frequency (ratio; a finite number >= 0)
 * @param inputs.wm - weight of monetary value (ratio; a finite number >= 0)
 * @returns score on the scale of the inputs
 * @throws RangeError with a `code`: an input outside its domain; `wr + wf + wm == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.rfmScoreWeighted({ r: 5, f: 4, m: 3, wr: 2, wf: 1, wm: 1 }); // 4.25
 * ```
 * @see common definition; no single authority
 */
export function rfmScoreWeighted(inputs: { readonly r: number; readonly f: number; readonly m: number; readonly wr: number; readonly wf: number; readonly wm: number }, options?: Options): number;
export function rfmScoreWeighted(inputs: { readonly r: Column; readonly f: Column; readonly m: Column; readonly wr: Column; readonly wf: Column; readonly wm: Column }, options?: Options): Float64Array;
export function rfmScoreWeighted(inputs: { readonly r: Column; readonly f: Column; readonly m: Column; readonly wr: Column; readonly wf: Column; readonly wm: Column }, options?: Options): number | Float64Array {
  return $rfmScoreWeighted.compute(inputs, options) as number | Float64Array;
}

const $rfmQuintileRank = new Metric("rfm_quintile_rank");

/**
 * Score from 1 to 5 by how many customers have a smaller value; equal values share the lowest rank.
 *
 * Quintile score by rank (ties share the lowest rank). Formula:
 * `crate::customers::rfm_segments::rank_score(values, value, 5)`. Unit: score. Roll-up: not_rollable.
 * Scale equivariant, unlike quantile + 1 cut points in rfm (R): there amounts 0.1 ... 0.5 all fall in bin 1.
 *
 * @param values - values of all customers, in any one unit (any; a finite number >= 0)
 * @param value - value of the customer to score, in the same unit (any; a finite number >= 0)
 * @returns score 1 to 5, 5 for the highest values
 * @throws RangeError with a `code`: an input outside its domain; `values.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.rfmQuintileRank([10, 20, 30, 40, 50], 40); // 4
 * ```
 * @see Hughes (1994), Strategic Database Marketing
 */
export function rfmQuintileRank(values: List, value: number, options?: Options): number {
  return $rfmQuintileRank.compute([values, value], options) as number;
}

const $topShare = new Metric("top_share");

/**
 * Share of revenue that comes from the best customers, a given fraction of them all.
 *
 * Revenue share of the top fraction of customers. Formula: `share_of_largest(revenue, fraction)`. Unit: ratio.
 * Roll-up: recompute.
 *
 * @param revenue - revenue of each customer, in one currency (currency; a finite number >= 0)
 * @param fraction - fraction of customers counted as the top, rounded up to whole customers (ratio; a fraction
 * from 0 to 1)
 * @returns fraction of revenue
 * @throws RangeError with a `code`: an input outside its domain; `sum(revenue) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.topShare([50, 20, 15, 10, 5], 0.2); // 0.5
 * ```
 * @see common definition; no single authority
 */
export function topShare(revenue: List, fraction: number, options?: Options): number {
  return $topShare.compute([revenue, fraction], options) as number;
}

const $gini = new Metric("gini");

/**
 * How unevenly revenue is spread over customers, 0 when all give the same.
 *
 * Gini coefficient of revenue. Formula: `gini_coefficient(values)`. Unit: ratio. Roll-up: recompute.
 *
 * @param values - revenue of each customer, in one currency (any; a finite number >= 0)
 * @returns between 0 and 1; close to 1 when very few customers give nearly all
 * @throws RangeError with a `code`: an input outside its domain; `values.is_empty()`: `insufficient_data`;
 * `sum(values) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.gini([5, 10, 15, 20, 50]); // 0.4
 * ```
 * @see common definition; no single authority
 */
export function gini(values: List, options?: Options): number {
  return $gini.compute([values], options) as number;
}

const $herfindahl = new Metric("herfindahl");

/**
 * Concentration of a total, as the chance that two random units of it belong to the same part.
 *
 * Herfindahl-Hirschman index of shares. Formula: `sum_of_squared_shares(values)`. Unit: ratio. Roll-up:
 * recompute.
 *
 * @param values - size of each part, in any one unit (any; a finite number >= 0)
 * @returns between 1 over the number of parts and 1
 * @throws RangeError with a `code`: an input outside its domain; `sum(values) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.herfindahl([5, 10, 15, 20, 50]); // 0.325
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function herfindahl(values: List, options?: Options): number {
  return $herfindahl.compute([values], options) as number;
}
