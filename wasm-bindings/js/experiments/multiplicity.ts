/** Many comparisons at once: p values adjusted so that the promise holds for the family. */

import { array, columnsOf } from "./door.js";
import type { Column } from "../inputs.js";

/** Holm's adjusted p values: the chance of even one false alarm stays below alpha. */
export function holm(pValues: Exclude<Column, number>): Float64Array {
  return columnsOf("holm", [], [array("pValues", pValues)])[0] as Float64Array;
}

/** Benjamini and Hochberg's adjusted p values: the share of false alarms among the alarms stays below alpha. */
export function benjaminiHochberg(pValues: Exclude<Column, number>): Float64Array {
  return columnsOf("benjamini_hochberg", [], [array("pValues", pValues)])[0] as Float64Array;
}
