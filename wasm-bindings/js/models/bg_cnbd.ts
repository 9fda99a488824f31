/** The BG/CNBD-k model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type TimeUnit } from "./base.js";
import { PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * BG/CNBD-k: purchases at regular times, and a chance to leave after each repeat purchase.
 *
 * The time between two purchases is made of `k` stages; stages pass at rates that are gamma distributed with shape `r`
 * and rate `alpha` (a time). The chances to leave are beta distributed with `a` and `b`. With `k = 1` it is BgNbd.
 * Source: Reutterer, Platzer and Schröder (2021), International Journal of Research in Marketing 38:194.
 *
 * @example
 * const model = models.BgCnbd.fromParams({ k: 3, r: 0.85, alpha: 1.45, a: 0.79, b: 2.42 });
 * model.expectedPurchases({ horizon: 32, frequency: 0, recency: 0, T: 32 }); // 0.5296
 */
export class BgCnbd extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood, for the `k` given or, without it, for the one with the largest
   * log-likelihood, which needs `sumLogIntervals`.
   */
  static fit(data: PurchaseData & { k?: number | undefined }): BgCnbd;
  static fit(frequency: Column, recency: Column, T: Column): BgCnbd;
  static fit(...given: unknown[]): BgCnbd {
    const { k, ...data } = byName(["frequency", "recency", "T"], given);
    return new BgCnbd(fitted("bg_cnbd", k === undefined ? [] : [k as number], data));
  }

  /** The model with `k` stages from 1 to 50 and these parameters, each above 0. */
  static fromParams(params: { k: number; r: number; alpha: number; a: number; b: number; unit?: TimeUnit }): BgCnbd {
    return new BgCnbd(fromNumbers("bg_cnbd", NAMES, params, [params.k]));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BgCnbd {
    return new BgCnbd(fromText("bg_cnbd", text));
  }

  /** Stages between two purchases: 1 is random, larger is more regular. */
  get k(): number {
    return this.native.settings()[0] as number;
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
