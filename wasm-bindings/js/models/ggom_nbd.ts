// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The GGom/NBD model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedPurchases, PurchaseModel, type PurchaseData } from "./purchase.js";

const NAMES = ["r", "alpha", "b", "s", "beta"] as const;

/**
 * GGom/NBD: purchases at individual rates during a lifetime whose risk grows or fades with age.
 *
 * Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time). Lifetimes are Gompertz distributed
 * with the common shape `b` (per unit of time) and individual scales, gamma distributed with shape `s` and rate `beta`.
 * As `b` goes to 0 with `beta / b` fixed this is `ParetoNbd`.
 *
 * Source: Bemmaor & Glady 2012, Management Science 58:1012; Adler 2022, doi 10.1287/mnsc.2022.4422.
 *
 * @example
 * ```js
 * const model = models.GgomNbd.fromParams({ r: 0.553, alpha: 10.578, b: 0.05, s: 1, beta: 30 });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.382
 * ```
 */
export class GgomNbd extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.GgomNbd.fromParams({ r: 0.553, alpha: 10.578, b: 0.05, s: 1, beta: 30 });
   * const made = truth.simulate(1000, 104, 1);
   * const model = models.GgomNbd.fit({ frequency: made.frequency, recency: made.recency, T: made.T });
   * Object.values(model.params); // [0.574, 11.734, 0.048, 1.005, 23.851]
   * ```
   */
  static fit(frequency: Column, recency: Column, T: Column): GgomNbd;
  static fit(data: PurchaseData): GgomNbd;
  static fit(...given: unknown[]): GgomNbd {
    return new GgomNbd(fittedPurchases("ggom_nbd", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** Shape of the purchase rates; above 0. */
    r: number;
    /** Rate parameter of the purchase rates, a time; above 0. */
    alpha: number;
    /** How fast the risk of leaving grows with age, per unit of time; above 0. */
    b: number;
    /** Shape of the individual risks; above 0. */
    s: number;
    /** Rate parameter of the individual risks; above 0. */
    beta: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): GgomNbd {
    return new GgomNbd(fromNumbers("ggom_nbd", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): GgomNbd {
    return new GgomNbd(fromText("ggom_nbd", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
