/** Proportions: how sure one rate is, and whether two differ. */

import { call, number } from "./door.js";
import { optionsOf } from "../options.js";
import type { Comparison, Estimate } from "./results.js";

/**
 * One proportion with its standard error and Wilson's interval.
 *
 * @param successes - how many
 * @param trials - of how many
 * @param level - of the interval
 *
 * @example
 * ```js
 * experiments.proportion(12, 100).interval.lower; // 0.07
 * ```
 */
export function proportion(successes: number, trials: number, level = 0.95): Estimate {
  return call("proportion", [number("successes", successes), number("trials", trials), number("level", level)]);
}

/** What {@link compareProportions} takes: `x1` of `n1` (treatment), `x2` of `n2` (control). */
export interface TwoProportions {
  x1: number;
  n1: number;
  x2: number;
  n2: number;
  /** Of the interval; 0.95 by default. */
  level?: number | undefined;
}

/**
 * Two proportions compared: Newcombe's interval of the difference and the pooled z test.
 *
 * @example
 * ```js
 * experiments.compareProportions({ x1: 600, n1: 10_021, x2: 500, n2: 9_979 }).pValue; // 0.0024
 * ```
 */
export function compareProportions(given: TwoProportions): Comparison {
  const { x1, n1, x2, n2, level = 0.95 } = optionsOf(given, ["x1", "n1", "x2", "n2", "level"]);
  const counts = [number("x1", x1), number("n1", n1), number("x2", x2), number("n2", n2)];
  return call("compare_proportions", [...counts, number("level", level)]);
}

/**
 * Fisher's exact test of the table `[[a, b], [c, d]]`: the two-sided p value.
 *
 * @example
 * ```js
 * experiments.fisherTwoSided({ a: 3, b: 1, c: 1, d: 3 }); // 0.486
 * ```
 */
export function fisherTwoSided(given: { a: number; b: number; c: number; d: number }): number {
  const { a, b, c, d } = optionsOf(given, ["a", "b", "c", "d"]);
  return call("fisher_two_sided", [number("a", a), number("b", b), number("c", c), number("d", d)]);
}
