/**
 * Comparing groups honestly: tests, intervals, power, sequential looks, Bayesian answers and a verdict in words.
 *
 * Everything starts from summary statistics (counts; size, mean and variance; sums by account) or from columns, which are
 * reduced to those first. The treatment is group 1 and the control group 2: a difference is `treatment - control`, a
 * relative lift `treatment / control - 1`.
 *
 * @packageDocumentation
 */

export { betaBinomial, compareBetaBinomial } from "./experiments/bayesian.js";
export { twoProportionTests, welchTests } from "./experiments/columns.js";
export { equivalence, equivalenceOf } from "./experiments/equivalence.js";
export { compareMeans, compareWithCovariate, cupedAdjust, mean, relativeLift } from "./experiments/means.js";
export { benjaminiHochberg, holm } from "./experiments/multiplicity.js";
export {
  detectableDifference,
  detectableProportion,
  powerMeans,
  powerProportions,
  sampleSizeMeans,
  sampleSizeProportions,
} from "./experiments/power.js";
export { compareProportions, fisherTwoSided, proportion } from "./experiments/proportions.js";
export { compareRatios, compareRatiosOfMeans, ratioOfMeans, ratioOfSums } from "./experiments/ratios.js";
export { bootstrapComparison, bootstrapRatio, permutationTest } from "./experiments/resampling.js";
export { sampleRatioMismatch } from "./experiments/sample_ratio.js";
export {
  alwaysValid,
  confidenceSequence,
  confidenceSequenceOfValues,
  sequentialHalfWidth,
  sequentialP,
} from "./experiments/sequential.js";
export { pairSummary, sampleSummary, sampleSummaryOfCounts } from "./experiments/summaries.js";
export { verdict } from "./experiments/verdict.js";

export type { BayesianComparison, BetaOptions, BetaPosterior } from "./experiments/bayesian.js";
export type { InvalidOption, TestColumns, WelchColumns } from "./experiments/columns.js";
export type { AccountTotals, PairSummary, Sample, SampleSummary } from "./experiments/door.js";
export type { Effect, Margins } from "./experiments/equivalence.js";
export type { CupedAdjustment, CupedComparison } from "./experiments/means.js";
export type { DetectableProportion, Rates } from "./experiments/power.js";
export type { TwoProportions } from "./experiments/proportions.js";
export type { OneGroup, ResamplingOptions, TwoGroups } from "./experiments/resampling.js";
export type {
  Bootstrap,
  BootstrapComparison,
  Comparison,
  Equivalence,
  Estimate,
  Interval,
  PermutationTest,
  RatioComparison,
  RatioEstimate,
  Verdict,
} from "./experiments/results.js";
export type { SampleRatio } from "./experiments/sample_ratio.js";
export type { LookHistory, Looks, SequentialLook, ValueStream } from "./experiments/sequential.js";
export type { VerdictOptions } from "./experiments/verdict.js";
