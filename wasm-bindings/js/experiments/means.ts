/** Means: how sure one is, whether two differ, by how many percent, and with less noise. */

import { array, call, columnsOf, number, pairNumbers, sampleNumbers, type PairSummary, type Sample } from "./door.js";
import { record } from "../records.js";
import type { Column } from "../inputs.js";
import type { Comparison, Estimate } from "./results.js";

/**
 * One mean with its standard error and Student's t interval.
 *
 * @param sample - a summary `{ n, mean, variance }`, or the values
 * @param level - of the interval
 *
 * @example
 * ```js
 * experiments.mean([3, 5, 4, 8, 10, 9]).estimate; // 6.5
 * ```
 */
export function mean(sample: Sample, level = 0.95): Estimate {
  return call("mean", [...sampleNumbers("sample", sample), number("level", level)]);
}

/**
 * Two means compared by Welch's t test.
 *
 * @param treatment - group 1: a summary, or the values
 * @param control - group 2
 * @param level - of the interval
 *
 * @example
 * ```js
 * experiments.compareMeans({ n: 60, mean: 5.2, variance: 4 }, { n: 60, mean: 4.1, variance: 5 }).pValue; // 0.005
 * ```
 */
export function compareMeans(treatment: Sample, control: Sample, level = 0.95): Comparison {
  return call("compare_means", two(treatment, control, level));
}

/**
 * Two means compared by the relative lift `treatment / control - 1`, by the delta method. Another test than that of the
 * difference: say which one was used.
 *
 * @param treatment - group 1: a summary, or the values
 * @param control - group 2
 * @param level - of the interval
 *
 * @example
 * ```js
 * experiments.relativeLift({ n: 60, mean: 5.2, variance: 4 }, { n: 60, mean: 4.1, variance: 5 }).estimate; // 0.268293
 * ```
 */
export function relativeLift(treatment: Sample, control: Sample, level = 0.95): Comparison {
  return call("relative_lift", two(treatment, control, level));
}

function two(treatment: Sample, control: Sample, level: number): number[] {
  return [...sampleNumbers("treatment", treatment), ...sampleNumbers("control", control), number("level", level)];
}

/** A comparison with and without the covariate. */
export interface CupedComparison {
  /** The common coefficient. */
  theta: number;
  adjusted: Comparison;
  unadjusted: Comparison;
  /** Adjusted over unadjusted variance of the difference: 0.5 saves half of the sample. */
  varianceRatio: number;
}

/**
 * Two means compared after taking out what a covariate from before the experiment explains (CUPED).
 *
 * @param treatment - group 1, from {@link pairSummary}: `y` the outcome, `x` the covariate
 * @param control - group 2
 * @param level - of the intervals
 *
 * @example
 * ```js
 * const treatment = experiments.pairSummary([5, 7, 6, 9], [2, 4, 3, 5]);
 * const control = experiments.pairSummary([3, 5, 4, 8], [1, 3, 3, 5]);
 * experiments.compareWithCovariate(treatment, control).varianceRatio < 1; // true
 * ```
 */
export function compareWithCovariate(treatment: PairSummary, control: PairSummary, level = 0.95): CupedComparison {
  const numbers = [...pairNumbers("treatment", treatment), ...pairNumbers("control", control), number("level", level)];
  return call("compare_with_covariate", numbers);
}

/** One group's outcome freed from its covariate. */
export interface CupedAdjustment {
  theta: number;
  varianceBefore: number;
  varianceAfter: number;
  varianceRatio: number;
  /** The adjusted outcome of each row. */
  adjusted: Float64Array;
}

/**
 * Adjusts an outcome column by a covariate column from before the experiment.
 *
 * @param y - the outcome
 * @param x - the covariate
 *
 * @example
 * ```js
 * experiments.cupedAdjust([3, 5, 4, 8, 10, 9], [1, 2, 2, 4, 5, 4]).theta; // 1.83333
 * ```
 */
export function cupedAdjust(y: Exclude<Column, number>, x: Exclude<Column, number>): CupedAdjustment {
  const [text, adjusted] = columnsOf("cuped_adjust", [], [array("y", y), array("x", x)]) as [string, Float64Array];
  return { ...record<CupedAdjustment>(text), adjusted };
}
