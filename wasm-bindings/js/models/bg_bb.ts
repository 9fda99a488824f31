// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The BG/BB model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedOpportunities, PurchaseModel, type OpportunityData } from "./purchase.js";

const NAMES = ["alpha", "beta", "gamma", "delta"] as const;

/**
 * BG/BB: at each opportunity a chance to buy, before each a chance to leave.
 *
 * Time is counted in opportunities (yearly appeals, events, issues): `T` is their number after the first purchase,
 * `recency` the number of the one with the last purchase, `frequency` how many brought a purchase. The chances to buy
 * are beta distributed with `alpha` and `beta`, the chances to leave with `gamma` and `delta`. Discount rates are
 * effective rates per opportunity.
 *
 * Source: Fader, Hardie & Shang 2010, Marketing Science 29:1086.
 *
 * @example
 * ```js
 * const model = models.BgBb.fromParams({ alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 });
 * model.expectedPurchases({ horizon: 5, frequency: 3, recency: 4, T: 6 }); // 1.0306
 * ```
 */
export class BgBb extends PurchaseModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const truth = models.BgBb.fromParams({ alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 });
   * const made = truth.simulate(1000, 6, 1);
   * const model = models.BgBb.fit({ frequency: made.frequency, recency: made.recency, T: made.T });
   * Object.values(model.params); // [1.445, 0.801, 0.578, 2.391]
   * ```
   */
  static fit(frequency: Column, recency: Column, n: Column): BgBb;
  static fit(data: OpportunityData): BgBb;
  static fit(...given: unknown[]): BgBb {
    return new BgBb(fittedOpportunities("bg_bb", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** First parameter of the chances to buy at an opportunity; above 0. */
    alpha: number;
    /** Second parameter of the chances to buy at an opportunity; above 0. */
    beta: number;
    /** First parameter of the chances to leave; above 0. */
    gamma: number;
    /** Second parameter of the chances to leave; above 0. */
    delta: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): BgBb {
    return new BgBb(fromNumbers("bg_bb", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BgBb {
    return new BgBb(fromText("bg_bb", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
