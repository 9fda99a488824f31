// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The beta-discrete-Weibull model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { fittedContracts, ContractModel, type ContractData } from "./contract.js";

const NAMES = ["gamma", "delta", "c"] as const;

/**
 * Beta-discrete-Weibull: the chance to leave differs between customers and changes with tenure.
 *
 * The chances to leave at the first renewal are beta distributed with `gamma` and `delta`. With `c` above 1 a
 * customer's chance grows from renewal to renewal, below 1 it falls; `c = 1` is `ShiftedBetaGeometric`.
 *
 * Source: Fader, Hardie, Liu, Davin & Steenburgh 2018, Journal of Interactive Marketing 43:1.
 *
 * @example
 * ```js
 * const model = models.BetaDiscreteWeibull.fromParams({ gamma: 0.259, delta: 1.722, c: 1.584 });
 * model.survival(12); // 0.389
 * ```
 */
export class BetaDiscreteWeibull extends ContractModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const survivors = [1000, 869, 743, 653, 593];
   * const model = models.BetaDiscreteWeibull.fit({ survivors });
   * Object.values(model.params); // [0.259, 1.723, 1.584]
   * ```
   */
  static fit(tenure: Column, churned: Column | readonly boolean[]): BetaDiscreteWeibull;
  static fit(data: ContractData): BetaDiscreteWeibull;
  static fit(...given: unknown[]): BetaDiscreteWeibull {
    return new BetaDiscreteWeibull(fittedContracts("beta_discrete_weibull", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** First parameter of the chances to leave; above 0. */
    gamma: number;
    /** Second parameter of the chances to leave; above 0. */
    delta: number;
    /** Power of the tenure: above 1 a customer's chance to leave grows; above 0. */
    c: number;
    /** The unit of time. */
    unit?: TimeUnit;
  }): BetaDiscreteWeibull {
    return new BetaDiscreteWeibull(fromNumbers("beta_discrete_weibull", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BetaDiscreteWeibull {
    return new BetaDiscreteWeibull(fromText("beta_discrete_weibull", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
