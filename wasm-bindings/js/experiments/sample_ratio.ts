/** Sample-ratio mismatch: did the split into groups come out as planned? */

import { array, call, number } from "./door.js";
import type { Column } from "../inputs.js";

/** The outcome of a sample-ratio check. */
export interface SampleRatio {
  /** The counts that the plan lets expect. */
  expected: number[];
  observedShares: number[];
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Below it the split counts as broken. */
  threshold: number;
  /** Mistrust every result of the experiment. */
  mismatch: boolean;
}

/**
 * Checks the counts of any number of groups against the planned shares.
 *
 * @param counts - people a group
 * @param shares - weights: `[0.5, 0.5]`, `[1, 1]` and `[50, 50]` mean the same
 * @param threshold - below it the split counts as broken
 *
 * @example
 * ```js
 * experiments.sampleRatioMismatch([10_021, 9_979], [0.5, 0.5]).mismatch; // false
 * ```
 */
export function sampleRatioMismatch(
  counts: Exclude<Column, number>,
  shares: Exclude<Column, number>,
  threshold = 0.001,
): SampleRatio {
  return call("sample_ratio_mismatch", [number("threshold", threshold)], [array("counts", counts), array("shares", shares)]);
}
