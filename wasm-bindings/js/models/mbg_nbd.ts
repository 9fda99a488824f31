// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The MBG/NBD model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedPurchases, PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * MBG/NBD: purchases at individual rates, and a chance to leave after each purchase, the first one included.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta distributed
 * with `a` and `b`. Unlike in BG/NBD, a customer without a repeat purchase may have left.
 *
 * Source: Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201.
 *
 * @example
 * ```js
 * const model = models.MbgNbd.fromParams({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 });
 * model.purchaseProbability(0, 39); // 0.582
 * ```
 */
export class MbgNbd extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.MbgNbd.fromParams({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 });
   * const made = truth.simulate(1000, 39, 1);
   * const model = models.MbgNbd.fit({ frequency: made.frequency, recency: made.recency, T: made.T });
   * Object.values(model.params); // [0.740, 7.683, 0.891, 1.329]
   * ```
   */
  static fit(frequency: Column, recency: Column, T: Column): MbgNbd;
  static fit(data: PurchaseData): MbgNbd;
  static fit(...given: unknown[]): MbgNbd {
    return new MbgNbd(fittedPurchases("mbg_nbd", given));
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
  }): MbgNbd {
    return new MbgNbd(fromNumbers("mbg_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): MbgNbd {
    return new MbgNbd(fromText("mbg_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
