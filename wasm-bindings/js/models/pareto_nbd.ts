// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The Pareto/NBD model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedPurchases, PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "s", "beta"] as const;

/**
 * Pareto/NBD: purchases at individual rates during a lifetime of individual length.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the rates of dropout gamma distributed
 * with shape `s` and rate `beta` (a time). A customer can leave at any time, also before the first repeat purchase.
 *
 * Source: Schmittlein, Morrison & Colombo 1987, Management Science 33:1.
 *
 * @example
 * ```js
 * const model = models.ParetoNbd.fromParams({ r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 });
 * model.expectedPurchases({ horizon: 2, frequency: 10, recency: 35, T: 39 }); // 0.388
 * ```
 */
export class ParetoNbd extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.ParetoNbd.fromParams({ r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 });
   * const made = truth.simulate(1000, 39, 1);
   * const model = models.ParetoNbd.fit({ frequency: made.frequency, recency: made.recency, T: made.T });
   * Object.values(model.params); // [0.741, 14.340, 0.472, 5.790]
   * ```
   */
  static fit(frequency: Column, recency: Column, T: Column): ParetoNbd;
  static fit(data: PurchaseData): ParetoNbd;
  static fit(...given: unknown[]): ParetoNbd {
    return new ParetoNbd(fittedPurchases("pareto_nbd", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** Shape of the purchase rates; above 0. */
    r: number;
    /** Rate parameter of the purchase rates, a time; above 0. */
    alpha: number;
    /** Shape of the dropout rates; above 0. */
    s: number;
    /** Rate parameter of the dropout rates, a time; above 0. */
    beta: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): ParetoNbd {
    return new ParetoNbd(fromNumbers("pareto_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): ParetoNbd {
    return new ParetoNbd(fromText("pareto_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
