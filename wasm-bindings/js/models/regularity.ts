/** How regular purchases are, before any model. */

import { optionsOf } from "../options.js";
import type { Column } from "../inputs.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import { split } from "./base.js";
import type { Histories } from "./purchase.js";

/** How regular purchases are. */
export interface Regularity {
  /** The shape of the times between purchases: 1 is random, larger is more regular, smaller is clumped. */
  readonly k: number;
  /** Its standard error. */
  readonly standardError: number;
  /** The customers used. */
  readonly customers: number;
  /** How it was estimated. */
  readonly method: "mle" | "wheat";
}

/** What the regularity is estimated from. */
export interface RegularityOptions extends Histories {
  /** Sums of the logarithms of the times between purchases. */
  sumLogIntervals: Column;
  /** How many customers each row stands for. */
  weights?: Column | undefined;
  /**
   * `"mle"` (the default), maximum likelihood given each customer's number of purchases and the time between first and
   * last, or `"wheat"`, Wheat and Morrison (1990), from customers with exactly two repeat purchases.
   */
  method?: "mle" | "wheat" | undefined;
}

/**
 * Estimates how regular purchases are: the shape of gamma-distributed times between purchases.
 *
 * @example
 * ```js
 * const sumLogIntervals = [Math.log(10 * 11), Math.log(4 * 7)]; // back after 10 and 11 days, and after 4 and 7
 * models.regularity({ frequency: [2, 2], recency: [21, 11], T: [30, 30], sumLogIntervals }).k > 10; // true
 * ```
 */
export function regularity(options: RegularityOptions): Regularity {
  optionsOf(options, ["frequency", "recency", "T", "covariates", "periods", "sumLogIntervals", "weights", "method"]);
  const { method = "mle", ...columns } = options;
  return record<Regularity>(core("models").models_regularity(split({ ...columns })[0], method));
}
