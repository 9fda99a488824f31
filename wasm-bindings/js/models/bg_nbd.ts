/** The BG/NBD model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type TimeUnit } from "./base.js";
import { PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * BG/NBD: purchases at individual rates, and a chance to leave after each repeat purchase.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta distributed
 * with `a` and `b`. A customer without a repeat purchase cannot have left. Source: Fader, Hardie and Lee (2005),
 * Marketing Science 24:275.
 *
 * @example
 * const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.226
 */
export class BgNbd extends PurchaseModel {
  /** Estimates the parameters by maximum likelihood. */
  static fit(frequency: Column, recency: Column, T: Column): BgNbd;
  static fit(data: PurchaseData): BgNbd;
  static fit(...given: unknown[]): BgNbd {
    return new BgNbd(fitted("bg_nbd", [], byName(["frequency", "recency", "T"], given)));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { r: number; alpha: number; a: number; b: number; unit?: TimeUnit }): BgNbd {
    return new BgNbd(fromNumbers("bg_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BgNbd {
    return new BgNbd(fromText("bg_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
