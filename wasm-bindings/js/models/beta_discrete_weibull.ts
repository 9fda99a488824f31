/** The beta-discrete-Weibull model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText, type TimeUnit } from "./base.js";
import { ContractModel, fittedContracts, type ContractData } from "./contract.js";

const NAMES = ["gamma", "delta", "c"] as const;

/**
 * Beta-discrete-Weibull: the chance to leave differs between customers and changes with tenure.
 *
 * The chances to leave at the first renewal are beta distributed with `gamma` and `delta`. With `c` above 1 a customer's
 * chance grows from renewal to renewal, below 1 it falls; `c = 1` is the shifted beta-geometric model. Source: Fader,
 * Hardie, Liu, Davin and Steenburgh (2018), Journal of Interactive Marketing 43:1.
 *
 * @example
 * const model = models.BetaDiscreteWeibull.fit({ survivors: [1000, 869, 743, 653, 593] });
 * model.survival(12); // 0.389
 */
export class BetaDiscreteWeibull extends ContractModel {
  /** Estimates the parameters by maximum likelihood, from single customers or from cohort tables. */
  static fit(tenure: Column, churned: Column | readonly boolean[]): BetaDiscreteWeibull;
  static fit(data: ContractData): BetaDiscreteWeibull;
  static fit(...given: unknown[]): BetaDiscreteWeibull {
    return new BetaDiscreteWeibull(fittedContracts("beta_discrete_weibull", given));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { gamma: number; delta: number; c: number; unit?: TimeUnit }): BetaDiscreteWeibull {
    return new BetaDiscreteWeibull(fromNumbers("beta_discrete_weibull", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): BetaDiscreteWeibull {
    return new BetaDiscreteWeibull(fromText("beta_discrete_weibull", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
