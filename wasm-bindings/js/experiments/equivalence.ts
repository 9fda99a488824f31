/** Are they the same? Equivalence is a claim of its own and needs its own test. */

import { call, comparisonNumbers, number, optional } from "./door.js";
import { optionsOf } from "../options.js";
import type { Comparison, Equivalence } from "./results.js";

/** The margins between which an effect does not matter, fixed before looking. */
export interface Margins {
  lowerMargin: number;
  upperMargin: number;
  /** 0.05 by default. */
  alpha?: number | undefined;
}

/** An effect with its error. */
export interface Effect {
  estimate: number;
  standardError: number;
  /** Of t; null for a normal test. */
  degreesOfFreedom?: number | null | undefined;
}

/**
 * Two one-sided tests: is the effect shown to lie between two margins?
 *
 * @example
 * ```js
 * experiments.equivalence({ estimate: 0.1, standardError: 0.2, lowerMargin: -0.5, upperMargin: 0.5 }).equivalent; // true
 * ```
 */
export function equivalence(given: Effect & Margins): Equivalence {
  const { estimate, standardError, degreesOfFreedom, lowerMargin, upperMargin, alpha = 0.05 } = optionsOf(given, ["estimate", "standardError", "degreesOfFreedom", "lowerMargin", "upperMargin", "alpha"]);
  return call("equivalence", [
    number("estimate", estimate),
    number("standardError", standardError),
    optional("degreesOfFreedom", degreesOfFreedom),
    number("lowerMargin", lowerMargin),
    number("upperMargin", upperMargin),
    number("alpha", alpha),
  ]);
}

/**
 * The equivalence test beside a difference test, on the comparison's own scale and error.
 *
 * @example
 * ```js
 * const comparison = experiments.compareMeans({ n: 400, mean: 5.1, variance: 4 }, { n: 400, mean: 5, variance: 4 });
 * experiments.equivalenceOf({ comparison, lowerMargin: -0.5, upperMargin: 0.5 }).equivalent; // true
 * ```
 */
export function equivalenceOf(given: Margins & { comparison: Comparison }): Equivalence {
  const { comparison, ...margins } = optionsOf(given, ["lowerMargin", "upperMargin", "alpha", "comparison"]);
  const [, , , estimate = NaN, standardError = NaN, , , , , df = NaN] = comparisonNumbers(comparison);
  return equivalence({ estimate, standardError, degreesOfFreedom: Number.isNaN(df) ? null : df, ...margins });
}
