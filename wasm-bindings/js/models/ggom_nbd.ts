/** The GGom/NBD model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type TimeUnit } from "./base.js";
import { PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "b", "s", "beta"] as const;

/**
 * GGom/NBD: purchases at individual rates during a lifetime whose risk grows or fades with age.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). Lifetimes are Gompertz distributed
 * with the common shape `b` (per unit of time) and individual scales, gamma distributed with shape `s` and rate
 * `beta`. As `b` goes to 0 with `beta` / `b` fixed this is Pareto/NBD.
 * Source: Bemmaor and Glady (2012), Management Science 58:1012; Adler (2022), doi 10.1287/mnsc.2022.4422.
 *
 * @example
 * const model = models.GgomNbd.fromParams({ r: 0.553, alpha: 10.578, b: 0.0002, s: 0.603, beta: 0.0026 });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.466
 */
export class GgomNbd extends PurchaseModel {
  /** Estimates the parameters by maximum likelihood. */
  static fit(frequency: Column, recency: Column, T: Column): GgomNbd;
  static fit(data: PurchaseData): GgomNbd;
  static fit(...given: unknown[]): GgomNbd {
    return new GgomNbd(fitted("ggom_nbd", [], byName(["frequency", "recency", "T"], given)));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { r: number; alpha: number; b: number; s: number; beta: number; unit?: TimeUnit }): GgomNbd {
    return new GgomNbd(fromNumbers("ggom_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): GgomNbd {
    return new GgomNbd(fromText("ggom_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
