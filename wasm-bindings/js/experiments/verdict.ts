/** What to tell the client: a verdict in words that claims no more than the numbers. */

import { call, comparisonNumbers, optional } from "./door.js";
import { typeError } from "../errors.js";
import { describe } from "../inputs.js";
import { optionsOf } from "../options.js";
import type { Comparison, Verdict } from "./results.js";

/** A comparison, and how to write about it. */
export interface VerdictOptions {
  comparison: Comparison;
  /** What group 1 is called. */
  treatment?: string | undefined;
  /** What group 2 is called. */
  control?: string | undefined;
  /** What was measured. */
  outcome?: string | undefined;
  /** `"number"`, `"share"` (a fraction, written in percent), or a unit to write behind the number: `"EUR"`. */
  unit?: string | undefined;
  /** The largest effect, either way, that would not matter; without it equivalence is never claimed. */
  margin?: number | null | undefined;
}

/**
 * Puts a comparison into words. Four answers, and "no difference" is none of them: a difference is shown; it is shown but
 * too small to matter; equivalence within the margin is shown; or nothing is shown, and the sentence says what the data
 * still allow.
 *
 * @example
 * ```js
 * const comparison = experiments.compareProportions({ x1: 600, n1: 10_021, x2: 500, n2: 9_979 });
 * experiments.verdict({ comparison, outcome: "the order rate", unit: "share" }).finding; // "shown"
 * ```
 */
export function verdict(given: VerdictOptions): Verdict {
  const { comparison, treatment = "treatment", control = "control", outcome = "the outcome", unit = "number", margin } = optionsOf(given, ["comparison", "treatment", "control", "outcome", "unit", "margin"]);
  const texts = Object.entries({ treatment, control, outcome, unit }).map(([name, text]: [string, unknown]) => {
    if (typeof text === "string") return text;
    throw typeError(`\`${name}\` must be text, got ${describe(text)}`);
  });
  return call("verdict", [...comparisonNumbers(comparison), optional("margin", margin)], [], texts);
}
