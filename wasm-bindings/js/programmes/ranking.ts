/** Is a ranking any good: lift, cumulative gain, area under the curve, calibration. */

import { array, whole, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** One group of the ranking, best first. */
export interface GainRow {
  /** The share of customers up to and including this group. */
  shareTargeted: number;
  /** Customers in the group; fractions where equal scores straddle a border. */
  customers: number;
  /** Those of them who advocated. */
  advocates: number;
  /** `advocates / customers`. */
  rate: number;
  /** `rate` over the overall rate. */
  lift: number;
  /** The share of all advocates up to and including this group. */
  shareCaptured: number;
  /** `shareCaptured / shareTargeted`. */
  cumulativeLift: number;
}

/** One group of customers with similar predictions. */
export interface CalibrationRow {
  /** Mean predicted probability. */
  predicted: number;
  /** Observed rate. */
  observed: number;
  /** Customers. */
  customers: number;
}

/** Scores held against outcomes as probabilities. */
export interface Calibration {
  /** Mean prediction. */
  meanPredicted: number;
  /** Observed rate. */
  meanObserved: number;
  /** The mean squared error. */
  brier: number;
  /** By what share it is below that of predicting the overall rate. */
  brierSkill: number;
  /** The mean distance of group rates from group predictions. */
  calibrationError: number;
  /** Lowest predictions first. */
  groups: CalibrationRow[];
}

/** How good a ranking is. */
export interface RankingQuality {
  /** Customers with a score. */
  customers: number;
  /** Customers who advocated. */
  advocates: number;
  /** `advocates / customers`. */
  rate: number;
  /** The probability that an advocate is ranked above a customer who is none. */
  auc: number;
  /** DeLong's standard error. */
  aucStandardError: number | null;
  /** Cumulative gain, best group first. */
  gain: GainRow[];
  /** Where the scores lie between 0 and 1. */
  calibration: Calibration | null;
}

/** Scores turned into probabilities. */
export interface Calibrated {
  /** The scores at which a step begins. */
  from: number[];
  /** The probability from there on. */
  probability: number[];
  /** The customers behind each step. */
  customers: number[];
  /** The probability of each score asked for. */
  calibrated: Float64Array;
}

/**
 * Holds a ranking against what happened.
 *
 * @param score - the score of each customer, larger is better; missing ones are left out
 * @param advocated - 1 for a customer who did advocate, 0 otherwise
 * @param options - `groups`: into how many groups to cut the ranking, 10 by default
 * @throws RangeError where all or none advocated (code `not_identified`)
 *
 * @example
 * ```js
 * programmes.judgeRanking([0.9, 0.8, 0.7, 0.2], [1, 1, 0, 0], { groups: 2 }).gain[0].lift; // 2
 * ```
 */
export function judgeRanking(
  score: Exclude<Column, number>,
  advocated: Exclude<Column, number>,
  options: { groups?: number | undefined } = {},
): RankingQuality {
  const { groups = 10 } = optionsOf(options, ["groups"]);
  return record(core("programmes").programmes_judge_ranking(array("score", score), array("advocated", advocated), whole("groups", groups)));
}

/**
 * Turns scores into probabilities that never fall with the score (isotonic regression).
 *
 * @param score - scores
 * @param advocated - 1 or 0 for what happened
 * @param options - `applyTo`: scores to give a probability, `score` by default
 *
 * @example
 * ```js
 * programmes.calibrate([1, 2, 3, 4], [0, 1, 0, 1], { applyTo: [2.7] }).calibrated; // Float64Array [ 0.5 ]
 * ```
 */
export function calibrate(
  score: Exclude<Column, number>,
  advocated: Exclude<Column, number>,
  options: { applyTo?: Exclude<Column, number> | undefined } = {},
): Calibrated {
  const scores = array("score", score);
  const { applyTo } = optionsOf(options, ["applyTo"]);
  const wanted = applyTo === undefined ? scores : array("applyTo", applyTo);
  const [text, calibrated] = core("programmes").programmes_calibrate(scores, array("advocated", advocated), wanted) as [
    string,
    Float64Array,
  ];
  return { ...record<Omit<Calibrated, "calibrated">>(text), calibrated };
}
