// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The shifted beta-geometric model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedContracts, ContractModel, type ContractData } from "./contract.js";

const NAMES = ["alpha", "beta"] as const;

/**
 * Shifted beta-geometric: a chance to leave at each renewal, which differs between customers.
 *
 * The chances are beta distributed with `alpha` and `beta` and do not change; retention rises with tenure because those
 * with a high chance leave first.
 *
 * Source: Fader & Hardie 2007, Journal of Interactive Marketing 21:76; Fader & Hardie 2010, Marketing Science 29:85.
 *
 * @example
 * ```js
 * const model = models.ShiftedBetaGeometric.fromParams({ alpha: 0.668, beta: 3.806 });
 * model.survival(12); // 0.378
 * ```
 */
export class ShiftedBetaGeometric extends ContractModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const survivors = [1000, 869, 743, 653, 593, 551, 517, 491];
   * const model = models.ShiftedBetaGeometric.fit({ survivors });
   * Object.values(model.params); // [0.668, 3.806]
   * ```
   */
  static fit(tenure: Column, churned: Column | readonly boolean[]): ShiftedBetaGeometric;
  static fit(data: ContractData): ShiftedBetaGeometric;
  static fit(...given: unknown[]): ShiftedBetaGeometric {
    return new ShiftedBetaGeometric(fittedContracts("shifted_beta_geometric", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** First parameter of the chances to leave at a renewal; above 0. */
    alpha: number;
    /** Second parameter of the chances to leave at a renewal; above 0. */
    beta: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): ShiftedBetaGeometric {
    return new ShiftedBetaGeometric(fromNumbers("shifted_beta_geometric", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): ShiftedBetaGeometric {
    return new ShiftedBetaGeometric(fromText("shifted_beta_geometric", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
