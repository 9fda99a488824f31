/** A million tests at once: z and Welch tests row by row over columns of summaries. */

import { column } from "./door.js";
import { core } from "../runtime.js";
import type { Column } from "../inputs.js";
import { optionsOf } from "../options.js";

/** Statistic and p value of each row. */
export interface TestColumns {
  /** z or t; NaN where there is none. */
  statistic: Float64Array;
  /** Of t; null for z. */
  degreesOfFreedom: Float64Array | null;
  /** Two-sided; NaN where there is none. */
  pValue: Float64Array;
  /** Why a row has no value, null for a row that has one; null when every row has one. */
  status: (string | null)[] | null;
}

/** Whether an invalid value (negative, infinite, not whole) throws, or makes its row NaN. */
export interface InvalidOption {
  /** `"raise"` by default. */
  onInvalid?: "raise" | "nan" | undefined;
}

function tests(given: Readonly<Record<string, Column>>, onInvalid: "raise" | "nan" | undefined): TestColumns {
  const names = Object.keys(given);
  const columns = names.map((name) => column(name, given[name]));
  const [statistic, freedom, pValue, codes] = core("experiments").experiments_tests(columns, names, onInvalid === "nan") as [
    Float64Array,
    Float64Array,
    Float64Array,
    Uint8Array,
  ];
  const statuses = codes.some((code) => code !== 0) ? core("experiments").status_names().split(",") : null;
  return {
    statistic,
    degreesOfFreedom: freedom.length === statistic.length ? freedom : null,
    pValue,
    status: statuses && Array.from(codes, (code) => statuses[code - 1] ?? null),
  };
}

/**
 * Tests `x1` of `n1` against `x2` of `n2` in every row, by the pooled z test; a number holds for every row.
 *
 * @example
 * ```js
 * experiments.twoProportionTests({ x1: [600, 51], n1: [10_021, 100], x2: 500, n2: 9_979 }).pValue[0]; // 0.0024
 * ```
 */
export function twoProportionTests(
  given: InvalidOption & { x1: Column; n1: Column; x2: Column; n2: Column },
): TestColumns {
  const { x1, n1, x2, n2, onInvalid } = optionsOf(given, ["onInvalid", "x1", "n1", "x2", "n2"]);
  return tests({ x1, n1, x2, n2 }, onInvalid);
}

/** What {@link welchTests} takes; a number holds for every row. */
export interface WelchColumns extends InvalidOption {
  mean1: Column;
  var1: Column;
  n1: Column;
  mean2: Column;
  var2: Column;
  n2: Column;
}

/**
 * Welch's t test of every row, from mean, variance and size of both groups.
 *
 * @example
 * ```js
 * experiments.welchTests({ mean1: [5.2], var1: [4], n1: [40], mean2: [4.6], var2: [3], n2: [50] }).statistic[0]; // 1.500
 * ```
 */
export function welchTests(given: WelchColumns): TestColumns {
  const { mean1, var1, n1, mean2, var2, n2, onInvalid } = optionsOf(given, ["onInvalid", "mean1", "var1", "n1", "mean2", "var2", "n2"]);
  return tests({ mean1, var1, n1, mean2, var2, n2 }, onInvalid);
}
