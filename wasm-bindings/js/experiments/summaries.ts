/** Summary statistics: all that the tests need of the rows. */

import { array, call, number, type PairSummary, type SampleSummary } from "./door.js";
import type { Column } from "../inputs.js";

/**
 * Summarises a column; the same bits whatever the order of its rows.
 *
 * @example
 * ```js
 * experiments.sampleSummary([3, 5, 4, 8, 10, 9]).variance; // 8.3
 * ```
 */
export function sampleSummary(values: Exclude<Column, number>): SampleSummary {
  return call("sample_summary", [], [array("values", values)]);
}

/**
 * Summarises yes/no outcomes: mean `p`, variance `p (1 - p)`.
 *
 * @example
 * ```js
 * experiments.sampleSummaryOfCounts(30, 100).mean; // 0.3
 * ```
 */
export function sampleSummaryOfCounts(successes: number, trials: number): SampleSummary {
  return call("sample_summary_of_counts", [number("successes", successes), number("trials", trials)]);
}

/**
 * Summarises two columns of one length.
 *
 * @example
 * ```js
 * experiments.pairSummary([3, 5, 4], [1, 2, 3]).covariance; // 0.5
 * ```
 */
export function pairSummary(y: Exclude<Column, number>, x: Exclude<Column, number>): PairSummary {
  return call("pair_summary", [], [array("y", y), array("x", x)]);
}
