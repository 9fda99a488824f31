/** The MBG/NBD model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type TimeUnit } from "./base.js";
import { PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * MBG/NBD: purchases at individual rates, and a chance to leave after each purchase, the first one included.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta
 * distributed with `a` and `b`. Unlike in BG/NBD, a customer without a repeat purchase may have left.
 * Source: Batislam, Denizel and Filiztekin (2007), International Journal of Research in Marketing 24:201.
 *
 * @example
 * const model = models.MbgNbd.fromParams({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 });
 * model.purchaseProbability(0, 39); // 0.582
 */
export class MbgNbd extends PurchaseModel {
  /** Estimates the parameters by maximum likelihood. */
  static fit(frequency: Column, recency: Column, T: Column): MbgNbd;
  static fit(data: PurchaseData): MbgNbd;
  static fit(...given: unknown[]): MbgNbd {
    return new MbgNbd(fitted("mbg_nbd", [], byName(["frequency", "recency", "T"], given)));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { r: number; alpha: number; a: number; b: number; unit?: TimeUnit }): MbgNbd {
    return new MbgNbd(fromNumbers("mbg_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): MbgNbd {
    return new MbgNbd(fromText("mbg_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
