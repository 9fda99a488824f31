/** Models of regular purchases: the number of stages, chosen or estimated. */

import type { CustomerModel } from "../wasm/models.js";
import { number } from "../inputs.js";
import { byName, FIT, fitted } from "./base.js";
import { HISTORY, PurchaseModel, type PurchaseData } from "./purchase.js";

/** What a model of regular purchases is fitted to, with options. */
export interface RegularData extends PurchaseData {
  /** Stages between two purchases. Without it the fit takes the `k` with the largest log-likelihood. */
  k?: number | undefined;
}

/** The native model of the name, fitted to regular purchases. @internal */
export function fittedRegular(name: string, given: readonly unknown[]): CustomerModel {
  const { k, ...data } = byName(HISTORY, given, [...FIT, "k", "sumLogIntervals", "purchaseCovariates", "dropoutCovariates", "periods"]);
  return fitted(name, k === undefined ? [] : [number("k", k)], data);
}

/** A model whose times between purchases are made of `k` stages. */
export abstract class RegularPurchaseModel extends PurchaseModel {
  /** Stages between two purchases: 1 is random, larger is more regular. */
  get k(): number {
    return this.native.settings()[0] as number;
  }
}
