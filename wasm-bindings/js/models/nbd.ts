// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The NBD model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedPurchases, PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha"] as const;

/**
 * NBD: purchases at individual rates, for ever; nobody leaves.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). What the other models become when
 * nobody drops out.
 *
 * Source: Ehrenberg 1959, Applied Statistics 8:26.
 *
 * @example
 * ```js
 * const model = models.Nbd.fromParams({ r: 0.385, alpha: 12.072 });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.826
 * ```
 */
export class Nbd extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.Nbd.fromParams({ r: 0.385, alpha: 12.072 });
   * const made = truth.simulate(1000, 39, 1);
   * const model = models.Nbd.fit({ frequency: made.frequency, recency: made.recency, T: made.T });
   * Object.values(model.params); // [0.429, 13.674]
   * ```
   */
  static fit(frequency: Column, recency: Column, T: Column): Nbd;
  static fit(data: PurchaseData): Nbd;
  static fit(...given: unknown[]): Nbd {
    return new Nbd(fittedPurchases("nbd", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** Shape of the purchase rates; above 0. */
    r: number;
    /** Rate parameter of the purchase rates, a time; above 0. */
    alpha: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): Nbd {
    return new Nbd(fromNumbers("nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): Nbd {
    return new Nbd(fromText("nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
