/** Proportions: how sure one rate is, and whether two differ. */

import { call, number } from "./door.js";
import type { Comparison, Estimate } from "./results.js";

/**
 * One proportion with its standard error and Wilson's interval.
 *
 * @param successes - how many
 * @param trials - of how many
 * @param level - of the interval
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

/** Two proportions compared: Newcombe's interval of the difference and the pooled z test. */
export function compareProportions({ x1, n1, x2, n2, level = 0.95 }: TwoProportions): Comparison {
  const counts = [number("x1", x1), number("n1", n1), number("x2", x2), number("n2", n2)];
  return call("compare_proportions", [...counts, number("level", level)]);
}

/** Fisher's exact test of the table `[[a, b], [c, d]]`: the two-sided p value. */
export function fisherTwoSided({ a, b, c, d }: { a: number; b: number; c: number; d: number }): number {
  return call("fisher_two_sided", [number("a", a), number("b", b), number("c", c), number("d", d)]);
}
