// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The BG/CNBD-k model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedRegular, RegularPurchaseModel, type RegularData } from "./regular.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * BG/CNBD-k: purchases at regular times, and a chance to leave after each repeat purchase.
 *
 * The time between two purchases is made of `k` stages; stages pass at rates that are gamma distributed with shape `r`
 * and rate `alpha` (a time). The chances to leave are beta distributed with `a` and `b`. With `k = 1` it is `BgNbd`.
 * Without a `k` the fit takes the one with the largest log-likelihood, for which it needs the column
 * `sum_log_intervals`.
 *
 * Source: Reutterer, Platzer & Schröder 2021, International Journal of Research in Marketing 38:194.
 *
 * @example
 * ```js
 * const model = models.BgCnbd.fromParams({ k: 3, r: 0.85, alpha: 1.45, a: 0.79, b: 2.42 });
 * model.expectedPurchases({ horizon: 32, frequency: 0, recency: 0, T: 32 }); // 0.5296
 * ```
 */
export class BgCnbd extends RegularPurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.BgCnbd.fromParams({ k: 3, r: 0.85, alpha: 1.45, a: 0.79, b: 2.42 });
   * const made = truth.simulate(1000, 32, 1);
   * const model = models.BgCnbd.fit({ frequency: made.frequency, recency: made.recency, T: made.T, sumLogIntervals: made.sumLogIntervals });
   * Object.values(model.params); // [0.863, 1.458, 0.760, 2.134]
   * ```
   */
  static fit(frequency: Column, recency: Column, T: Column): BgCnbd;
  static fit(data: RegularData): BgCnbd;
  static fit(...given: unknown[]): BgCnbd {
    return new BgCnbd(fittedRegular("bg_cnbd", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** Stages between two purchases: 1 is random, larger is more regular; from 1 to 50. */
    k: number;
    /** Shape of the rates of stages; above 0. */
    r: number;
    /** Rate parameter of the rates of stages, a time; above 0. */
    alpha: number;
    /** First parameter of the dropout chances; above 0. */
    a: number;
    /** Second parameter of the dropout chances; above 0. */
    b: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): BgCnbd {
    return new BgCnbd(fromNumbers("bg_cnbd", NAMES, params, [params.k]));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BgCnbd {
    return new BgCnbd(fromText("bg_cnbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
