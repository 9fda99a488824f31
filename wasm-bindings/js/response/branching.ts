/** Cascades of referrals. */

import type { Progress } from "../attribution.js";
import { number, watcher } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** What {@link simulateBranching} takes. */
export interface BranchingOptions {
  /** People that one person brings on average. */
  k: number;
  /** People at the start; 1 by default. */
  seeds?: number | undefined;
  /** Poisson without; with it the variance is `k + k^2 / dispersion`: few people bring most. */
  dispersion?: number | undefined;
  /** Number of cascades; 10,000 by default. */
  runs?: number | undefined;
  /** Seed of the random numbers; 0 by default. */
  seed?: number | undefined;
  /** A cascade that passes this many people is stopped; a million by default. */
  cap?: number | undefined;
  /** Watches the work. */
  progress?: Progress | undefined;
}

/** The sizes of simulated cascades, with what theory says of them. */
export interface BranchingResult {
  /** Number of cascades. */
  runs: number;
  /** Mean size, the seeds included. */
  mean: number;
  /** Variance of the sizes. */
  variance: number;
  /** Standard error of the mean. */
  standardError: number;
  /** Size that half of the cascades do not exceed. */
  median: number;
  /** Size that 5 % of the cascades do not exceed. */
  lower5: number;
  /** Size that 95 % of the cascades do not exceed. */
  upper95: number;
  /** Generations after the seeds. */
  meanGenerations: number;
  /** Share of cascades stopped at the cap. */
  stoppedShare: number;
  /** What theory says; null from `k = 1` on. */
  expectedMean: number | null;
  /** What theory says; null from `k = 1` on. */
  expectedVariance: number | null;
  /** Probability that a cascade ends. */
  extinctionProbability: number;
}

/** Simulates cascades of referrals. */
export function simulateBranching(options: BranchingOptions): BranchingResult {
  optionsOf(options, ["k", "seeds", "dispersion", "runs", "seed", "cap", "progress"]);
  const { k, seeds = 1, dispersion, runs = 10_000, seed = 0, cap = 1_000_000, progress } = options;
  return record(
    core("response").response_simulate_branching(
      number("seeds", seeds),
      number("k", k),
      dispersion === undefined ? undefined : number("dispersion", dispersion),
      number("runs", runs),
      number("seed", seed),
      number("cap", cap),
      watcher(progress),
    ),
  );
}

/** Mean and variance. */
export interface Moments {
  /** The mean. */
  mean: number;
  /** The variance. */
  variance: number;
}

/** Gives mean and variance of the size of a cascade, the seeds included; `k` must be below 1. */
export function branchingMoments(seeds: number, k: number, dispersion?: number): Moments {
  return record(core("response").response_branching_moments(number("seeds", seeds), number("k", k), dispersion === undefined ? undefined : number("dispersion", dispersion)));
}

/** Gives the probability that a cascade ends. */
export function extinctionProbability(seeds: number, k: number, dispersion?: number): number {
  return core("response").response_extinction_probability(number("seeds", seeds), number("k", k), dispersion === undefined ? undefined : number("dispersion", dispersion));
}

/** Gives the probability that a cascade with Poisson offspring reaches exactly `n` people, the seeds included. */
export function borelTannerProbability(n: number, seeds: number, k: number): number {
  return core("response").response_borel_tanner_probability(number("n", n), number("seeds", seeds), number("k", k));
}
