/** The levers of customer value: what one point of retention, frequency or basket is worth, formula by formula. */

import { number } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** What one point of a lever is worth under one formula. */
export interface LeverEffect {
  /** The change of the value when the lever moves by its point. */
  gain: number;
  /** As a share of the value. */
  relativeGain: number | null;
  /** The percent change of the value for one percent of the lever. */
  elasticity: number | null;
}

/** One formula, its value and the worth of each lever. */
export interface LeverRow {
  /** The formula. */
  formula: "simple" | "simple_margin" | "churn" | "retention" | "retention_immediate" | "finite";
  /** The lifetime value today. */
  value: number | null;
  /** Why there is none. */
  status: "unbounded" | "divergent" | null;
  /** One point (0.01) more retention. */
  retention: LeverEffect | null;
  /** One percent more purchases. */
  frequency: LeverEffect | null;
  /** One percent more revenue per purchase. */
  basket: LeverEffect | null;
  /** One percent more lifetime, where the formula takes the lifetime as an input. */
  lifetime: LeverEffect | null;
  /** The percent of basket that brings as much as one point of retention. */
  basketPercentForOnePointOfRetention: number | null;
}

/**
 * What one point of retention, and one percent of frequency and basket, are worth under each formula. In the simple
 * formula (basket x frequency x years) the lifetime is an input, so retention is worth nothing in it: that is what it
 * hides.
 *
 * @param options - the levers today, per period; `lifetime`: the periods of the simple formula, `1 / (1 - retention)` by
 *   default; `horizon`: of the finite formula, 5 by default
 *
 * @example
 * ```js
 * const rows = programmes.leverWorth({ basket: 50, frequency: 4, margin: 0.5, retention: 0.8, discount: 0.12 });
 * rows.find((row) => row.formula === "retention").retention.elasticity; // 3.5
 * ```
 */
export function leverWorth(options: {
  basket: number;
  frequency: number;
  margin: number;
  retention: number;
  discount: number;
  lifetime?: number | undefined;
  horizon?: number | undefined;
}): LeverRow[] {
  optionsOf(options, ["basket", "frequency", "margin", "retention", "discount", "lifetime", "horizon"]);
  const { lifetime } = options;
  return record(
    core("programmes").programmes_levers(
      number("basket", options.basket),
      number("frequency", options.frequency),
      number("margin", options.margin),
      number("retention", options.retention),
      number("discount", options.discount),
      lifetime === undefined ? undefined : number("lifetime", lifetime),
      number("horizon", options.horizon ?? 5),
    ),
  );
}
