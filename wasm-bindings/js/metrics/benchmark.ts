// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `benchmark`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $percentChange = new Metric("percent_change");

/**
 * Change against an earlier value, relative to the size of that value.
 *
 * Change against a previous programme. Formula: `(current - previous) / (previous.abs())`. Unit: ratio. Roll-
 * up: recompute.
 * Absolute value in the base keeps the sign meaningful when the previous value is negative.
 *
 * @param current - value now, in any one unit (any; a finite number)
 * @param previous - value of the earlier programme or period, in the same unit (any; a finite number)
 * @returns fraction of the earlier value; 0.2 means 20 percent more
 * @throws RangeError with a `code`: an input outside its domain; `previous.abs() == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.percentChange(120, 100); // 0.2
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function percentChange(current: number, previous: number, options?: Options): number;
export function percentChange(current: Column, previous: Column, options?: Options): Float64Array;
export function percentChange(current: Column, previous: Column, options?: Options): number | Float64Array {
  return $percentChange.compute([current, previous], options) as number | Float64Array;
}

const $benchmarkIndex = new Metric("benchmark_index");

/**
 * Value relative to a benchmark that is set to 100.
 *
 * Index against a benchmark. Formula: `(100.0 * value) / benchmark`. Unit: index. Roll-up: recompute.
 *
 * @param value - value to judge, in any one unit (any; a finite number >= 0)
 * @param benchmark - value to compare with, in the same unit (any; a finite number >= 0)
 * @returns index; 100 equals the benchmark
 * @throws RangeError with a `code`: an input outside its domain; `benchmark == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.benchmarkIndex(0.032, 0.0275); // 116.36363636363636
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function benchmarkIndex(value: number, benchmark: number, options?: Options): number;
export function benchmarkIndex(value: Column, benchmark: Column, options?: Options): Float64Array;
export function benchmarkIndex(value: Column, benchmark: Column, options?: Options): number | Float64Array {
  return $benchmarkIndex.compute([value, benchmark], options) as number | Float64Array;
}

const $benchmarkZ = new Metric("benchmark_z");

/**
 * Distance of a value from the mean of its peers, in standard deviations.
 *
 * Standard score against a peer group. Formula: `(value - mean_peer) / sd_peer`. Unit: standard_score. Roll-
 * up: recompute.
 *
 * @param value - value to judge, in any one unit (any; a finite number)
 * @param meanPeer - mean of the peer group, in the same unit (any; a finite number)
 * @param sdPeer - standard deviation of the peer group, in the same unit (any; a finite number >= 0)
 * @returns standard deviations above the mean
 * @throws RangeError with a `code`: an input outside its domain; `sd_peer == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.benchmarkZ(0.05, 0.03, 0.01); // 2
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function benchmarkZ(value: number, meanPeer: number, sdPeer: number, options?: Options): number;
export function benchmarkZ(value: Column, meanPeer: Column, sdPeer: Column, options?: Options): Float64Array;
export function benchmarkZ(value: Column, meanPeer: Column, sdPeer: Column, options?: Options): number | Float64Array {
  return $benchmarkZ.compute([value, meanPeer, sdPeer], options) as number | Float64Array;
}

const $percentileRank = new Metric("percentile_rank");

/**
 * Share of peers with a smaller value, peers with an equal value counted half.
 *
 * Percentile rank (mid-rank). Formula: `share_below(peers, value)`. Unit: ratio. Roll-up: recompute.
 *
 * @param peers - values of the peer group, in any one unit (any; a finite number)
 * @param value - value to rank, in the same unit (any; a finite number)
 * @returns fraction of peers
 * @throws RangeError with a `code`: an input outside its domain; `peers.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.percentileRank([1, 2, 3, 4], 3); // 0.625
 * ```
 * @see common definition; no single authority
 */
export function percentileRank(peers: List, value: number, options?: Options): number {
  return $percentileRank.compute([peers, value], options) as number;
}
