/** The NBD model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type TimeUnit } from "./base.js";
import { PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha"] as const;

/**
 * NBD: purchases at individual rates, for ever; nobody leaves.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). What the other models become when
 * nobody drops out.
 * Source: Ehrenberg (1959), Applied Statistics 8:26.
 *
 * @example
 * const model = models.Nbd.fromParams({ r: 0.385, alpha: 12.072 });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.826
 */
export class Nbd extends PurchaseModel {
  /** Estimates the parameters by maximum likelihood. */
  static fit(frequency: Column, recency: Column, T: Column): Nbd;
  static fit(data: PurchaseData): Nbd;
  static fit(...given: unknown[]): Nbd {
    return new Nbd(fitted("nbd", [], byName(["frequency", "recency", "T"], given)));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { r: number; alpha: number; unit?: TimeUnit }): Nbd {
    return new Nbd(fromNumbers("nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): Nbd {
    return new Nbd(fromText("nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
