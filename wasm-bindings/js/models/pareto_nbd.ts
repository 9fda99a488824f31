/** The Pareto/NBD model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type TimeUnit } from "./base.js";
import { PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "s", "beta"] as const;

/**
 * Pareto/NBD: purchases at individual rates during a lifetime of individual length.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the rates of dropout gamma distributed
 * with shape `s` and rate `beta` (a time). A customer can leave at any time, also before the first repeat purchase.
 * Source: Schmittlein, Morrison and Colombo (1987), Management Science 33:1.
 *
 * @example
 * const model = models.ParetoNbd.fromParams({ r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 });
 * model.expectedPurchases({ horizon: 2, frequency: 10, recency: 35, T: 39 }); // 0.388
 */
export class ParetoNbd extends PurchaseModel {
  /** Estimates the parameters by maximum likelihood. */
  static fit(frequency: Column, recency: Column, T: Column): ParetoNbd;
  static fit(data: PurchaseData): ParetoNbd;
  static fit(...given: unknown[]): ParetoNbd {
    return new ParetoNbd(fitted("pareto_nbd", [], byName(["frequency", "recency", "T"], given)));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { r: number; alpha: number; s: number; beta: number; unit?: TimeUnit }): ParetoNbd {
    return new ParetoNbd(fromNumbers("pareto_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): ParetoNbd {
    return new ParetoNbd(fromText("pareto_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
