/** Looking every day without cheating: intervals that hold at all looks together. */

import { array, call, columnsOf, comparisonNumbers, number } from "./door.js";
import type { Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import type { Comparison } from "./results.js";

/** The size at which a sequence is tightest, unless another is given. */
const TUNING_N = 5000;

/** What {@link sequentialHalfWidth} takes. */
export interface SequentialLook {
  /** Of the effect so far. */
  standardError: number;
  /** The units so far, both groups together. */
  n: number;
  /** The error rate over all looks; 0.05 by default. */
  alpha?: number | undefined;
  /** The size at which the sequence is to be tightest; 5,000 by default. */
  tuningN?: number | undefined;
}

/**
 * The half-width of the asymptotic confidence sequence.
 *
 * @example
 * ```js
 * experiments.sequentialHalfWidth({ standardError: 0.24, n: 3_000 }) > 1.96 * 0.24; // true
 * ```
 */
export function sequentialHalfWidth(look: SequentialLook): number {
  const { standardError, n, alpha = 0.05, tuningN = TUNING_N } = optionsOf(look, ["standardError", "n", "alpha", "tuningN"]);
  const numbers = [number("standardError", standardError), number("n", n), number("alpha", alpha), number("tuningN", tuningN)];
  return call("sequential_half_width", numbers);
}

/**
 * The always-valid p value of a look.
 *
 * @example
 * ```js
 * experiments.sequentialP({ estimate: 0.8, standardError: 0.24, n: 3_000 }) < 0.05; // true
 * ```
 */
export function sequentialP(look: SequentialLook & { estimate: number }): number {
  const { estimate, standardError, n, alpha = 0.05, tuningN = TUNING_N } = optionsOf(look, ["standardError", "n", "alpha", "tuningN", "estimate"]);
  return call("sequential_p", [
    number("estimate", estimate),
    number("standardError", standardError),
    number("n", n),
    number("alpha", alpha),
    number("tuningN", tuningN),
  ]);
}

/**
 * The version of a comparison that holds however often one looks.
 *
 * @param comparison - as compareMeans gives it
 * @param n - the units so far, both groups together
 * @param tuningN - the size at which the sequence is to be tightest
 *
 * @example
 * ```js
 * const comparison = experiments.compareMeans({ n: 400, mean: 5.6, variance: 4 }, { n: 400, mean: 5, variance: 4 });
 * experiments.alwaysValid(comparison, 800).pValue > comparison.pValue; // true
 * ```
 */
export function alwaysValid(comparison: Comparison, n: number, tuningN = TUNING_N): Comparison {
  return call("always_valid", [...comparisonNumbers(comparison), number("n", n), number("tuningN", tuningN)]);
}

/** The looks at a running experiment, a row each. */
export interface Looks {
  n: Float64Array;
  estimate: Float64Array;
  standardError: Float64Array;
  /** The always-valid interval. */
  lower: Float64Array;
  upper: Float64Array;
  /** The smallest always-valid p value so far. */
  pValue: Float64Array;
  /** Whether 0 has been excluded at this look or before. */
  mayStop: boolean[];
}

function looks(columns: unknown[]): Looks {
  const [n, estimate, standardError, lower, upper, pValue, stop] = columns as Float64Array[];
  return { n, estimate, standardError, lower, upper, pValue, mayStop: Array.from(stop ?? [], (flag) => flag === 1) } as Looks;
}

/** What {@link confidenceSequence} takes: at each look the effect so far, its error, and the units so far. */
export interface LookHistory {
  estimates: Exclude<Column, number>;
  standardErrors: Exclude<Column, number>;
  n: Exclude<Column, number>;
  level?: number | undefined;
  tuningN?: number | undefined;
}

/**
 * The always-valid intervals of a history of looks.
 *
 * @example
 * ```js
 * experiments.confidenceSequence({ estimates: [0.9, 0.8], standardErrors: [0.6, 0.24], n: [500, 3_000] }).mayStop; // [false, true]
 * ```
 */
export function confidenceSequence(history: LookHistory): Looks {
  const { estimates, standardErrors, n, level = 0.95, tuningN = TUNING_N } = optionsOf(history, ["estimates", "standardErrors", "n", "level", "tuningN"]);
  const columns = [array("estimates", estimates), array("standardErrors", standardErrors), array("n", n)];
  return looks(columnsOf("confidence_sequence", [number("level", level), number("tuningN", tuningN)], columns));
}

/** What {@link confidenceSequenceOfValues} takes. */
export interface ValueStream {
  /** The values in the order in which they came. */
  values: Exclude<Column, number>;
  /** What the mean is compared with; 0 by default. */
  reference?: number | undefined;
  /** The first look, at least 2; 100 by default. */
  first?: number | undefined;
  level?: number | undefined;
  tuningN?: number | undefined;
}

/**
 * The always-valid intervals of the mean of a stream of values, a look at each.
 *
 * @example
 * ```js
 * const values = Array.from({ length: 500 }, (_, i) => 1 + (i % 7));
 * experiments.confidenceSequenceOfValues({ values, reference: 3 }).n.length; // 401
 * ```
 */
export function confidenceSequenceOfValues(stream: ValueStream): Looks {
  const { values, reference = 0, first = 100, level = 0.95, tuningN = TUNING_N } = optionsOf(stream, ["values", "reference", "first", "level", "tuningN"]);
  const numbers = [number("reference", reference), number("first", first), number("level", level), number("tuningN", tuningN)];
  return looks(columnsOf("confidence_sequence_of_values", numbers, [array("values", values)]));
}
