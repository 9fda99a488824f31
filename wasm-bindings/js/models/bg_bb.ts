/** The BG/BB model. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, type FitOptions, type TimeUnit } from "./base.js";
import { PurchaseModel } from "./purchase.js";

const NAMES = ["alpha", "beta", "gamma", "delta"] as const;

/** What a model of opportunities is fitted to, with options. */
export interface OpportunityData extends FitOptions {
  /** How many opportunities brought a purchase. */
  frequency: Column;
  /** The number of the opportunity with the last purchase; 0 when there was none. */
  recency: Column;
  /** The number of opportunities. */
  T?: Column;
  /** Another name for `T`. */
  n?: Column;
}

/**
 * BG/BB: at each opportunity a chance to buy, before each a chance to leave.
 *
 * Time is counted in opportunities (yearly appeals, events, issues): `T` is their number after the first purchase,
 * `recency` the number of the one with the last purchase, `frequency` how many brought a purchase. The chances to buy
 * are beta distributed with `alpha` and `beta`, the chances to leave with `gamma` and `delta`. Discount rates are
 * effective rates per opportunity. Source: Fader, Hardie and Shang (2010), Marketing Science 29:1086.
 *
 * @example
 * const model = models.BgBb.fromParams({ alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 });
 * model.expectedPurchases({ horizon: 5, frequency: 3, recency: 4, T: 6 }); // 1.0306
 */
export class BgBb extends PurchaseModel {
  /** Estimates the parameters by maximum likelihood. */
  static fit(frequency: Column, recency: Column, n: Column): BgBb;
  static fit(data: OpportunityData): BgBb;
  static fit(...given: unknown[]): BgBb {
    const { n, ...data } = byName(["frequency", "recency", "T"], given);
    return new BgBb(fitted("bg_bb", [], n === undefined ? data : { ...data, T: n }));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { alpha: number; beta: number; gamma: number; delta: number; unit?: TimeUnit }): BgBb {
    return new BgBb(fromNumbers("bg_bb", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BgBb {
    return new BgBb(fromText("bg_bb", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
