/** Many comparisons at once: p values adjusted so that the promise holds for the family. */

import { array, columnsOf } from "./door.js";
import type { Column } from "../inputs.js";

/**
 * Holm's adjusted p values: the chance of even one false alarm stays below alpha.
 *
 * @example
 * ```js
 * experiments.holm([0.01, 0.04, 0.03]); // [0.03, 0.06, 0.06]
 * ```
 */
export function holm(pValues: Exclude<Column, number>): Float64Array {
  return columnsOf("holm", [], [array("pValues", pValues)])[0] as Float64Array;
}

/**
 * Benjamini and Hochberg's adjusted p values: the share of false alarms among the alarms stays below alpha.
 *
 * @example
 * ```js
 * experiments.benjaminiHochberg([0.01, 0.04, 0.03]); // [0.03, 0.04, 0.04]
 * ```
 */
export function benjaminiHochberg(pValues: Exclude<Column, number>): Float64Array {
  return columnsOf("benjamini_hochberg", [], [array("pValues", pValues)])[0] as Float64Array;
}
