/** Are they the same? Equivalence is a claim of its own and needs its own test. */

import { call, comparisonNumbers, number, optional } from "./door.js";
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

/** Two one-sided tests: is the effect shown to lie between two margins? */
export function equivalence(given: Effect & Margins): Equivalence {
  const { estimate, standardError, degreesOfFreedom, lowerMargin, upperMargin, alpha = 0.05 } = given;
  return call("equivalence", [
    number("estimate", estimate),
    number("standardError", standardError),
    optional("degreesOfFreedom", degreesOfFreedom),
    number("lowerMargin", lowerMargin),
    number("upperMargin", upperMargin),
    number("alpha", alpha),
  ]);
}

/** The equivalence test beside a difference test, on the comparison's own scale and error. */
export function equivalenceOf({ comparison, ...margins }: Margins & { comparison: Comparison }): Equivalence {
  const [, , , estimate = NaN, standardError = NaN, , , , , df = NaN] = comparisonNumbers(comparison);
  return equivalence({ estimate, standardError, degreesOfFreedom: Number.isNaN(df) ? null : df, ...margins });
}
