// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The BG/NBD model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedPurchases, PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * BG/NBD: purchases at individual rates, and a chance to leave after each repeat purchase.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta distributed
 * with `a` and `b`. A customer without a repeat purchase cannot have left.
 *
 * Source: Fader, Hardie & Lee 2005, Marketing Science 24:275.
 *
 * @example
 * ```js
 * const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.226
 * ```
 */
export class BgNbd extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
   * const made = truth.simulate(1000, 39, 1);
   * const model = models.BgNbd.fit({ frequency: made.frequency, recency: made.recency, T: made.T });
   * Object.values(model.params); // [0.222, 4.037, 0.725, 1.827]
   * ```
   */
  static fit(frequency: Column, recency: Column, T: Column): BgNbd;
  static fit(data: PurchaseData): BgNbd;
  static fit(...given: unknown[]): BgNbd {
    return new BgNbd(fittedPurchases("bg_nbd", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** Shape of the purchase rates; above 0. */
    r: number;
    /** Rate parameter of the purchase rates, a time; above 0. */
    alpha: number;
    /** First parameter of the dropout chances; above 0. */
    a: number;
    /** Second parameter of the dropout chances; above 0. */
    b: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): BgNbd {
    return new BgNbd(fromNumbers("bg_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BgNbd {
    return new BgNbd(fromText("bg_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
