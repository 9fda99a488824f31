/** The results that comparisons of any kind consist of: estimates, intervals, tests, verdicts. */

/** An interval with its level: 0.95 for a 95 % interval. */
export interface Interval {
  /** Its lower end. */
  lower: number;
  /** Its upper end. */
  upper: number;
  /** Its level. */
  level: number;
}

/** Two groups compared: effect, interval and test. */
export interface Comparison {
  /** What the effect is. */
  measure: "difference" | "relative_lift";
  /** The value of group 1. */
  treatment: number;
  /** The value of group 2. */
  control: number;
  /** The effect. */
  estimate: number;
  /** Its standard error. */
  standardError: number;
  /** Its interval. */
  interval: Interval;
  /** The test statistic, z or t. */
  statistic: number;
  /** Of t; `null` for z. */
  degreesOfFreedom: number | null;
  /** The two-sided p value of "no effect". */
  pValue: number;
  /** How interval and p value were made. */
  method: string;
}

/** A pooled rate with its error between accounts. */
export interface RatioEstimate {
  /** Sum of numerators over sum of denominators. */
  estimate: number;
  /** The standard error with accounts as clusters. */
  standardError: number;
  /** The interval by Student's t. */
  interval: Interval;
  /** Accounts less one. */
  degreesOfFreedom: number;
  /** Accounts. */
  accounts: number;
  /** What the binomial error would claim; `null` for a rate that is no share. */
  naiveStandardError: number | null;
  /** How the interval was made. */
  method: string;
}

/** Two pooled rates compared. */
export interface RatioComparison {
  /** Group 1. */
  treatment: RatioEstimate;
  /** Group 2. */
  control: RatioEstimate;
  /** `treatment - control`. */
  difference: Comparison;
  /** `treatment / control - 1`; `null` where the control's rate is not above 0. */
  relativeLift: Comparison | null;
}

/** What resampled accounts say about a quantity. */
export interface Bootstrap {
  /** The quantity in the data themselves. */
  estimate: number;
  /** The mean over the resamples. */
  mean: number;
  /** The standard deviation over the resamples. */
  standardDeviation: number;
  /** The percentile interval. */
  interval: Interval;
  /** Resamples in which the quantity is defined. */
  resamples: number;
  /** Resamples left out. */
  undefined: number;
  /** Whether every possible resample was gone through. */
  exact: boolean;
}

/** The bootstrap of a difference and of its relative lift. */
export interface BootstrapComparison {
  /** `treatment - control`. */
  difference: Bootstrap;
  /** `treatment / control - 1`. */
  relativeLift: Bootstrap | null;
}

/** What shuffling accounts between two groups says about their difference. */
export interface PermutationTest {
  /** The difference in the data. */
  estimate: number;
  /** The share of regroupings with a difference at least as large. */
  pValue: number;
  /** Regroupings at least as extreme. */
  extreme: number;
  /** Regroupings looked at. */
  permutations: number;
  /** Whether every possible regrouping was gone through. */
  exact: boolean;
}

/** The outcome of two one-sided tests. */
export interface Equivalence {
  /** The effect. */
  estimate: number;
  /** Below it the effect matters. */
  lowerMargin: number;
  /** Above it the effect matters. */
  upperMargin: number;
  /** The p value of "at or below the lower margin". */
  pLower: number;
  /** The p value of "at or above the upper margin". */
  pUpper: number;
  /** The larger of the two. */
  pValue: number;
  /** At level `1 - 2 alpha`. */
  interval: Interval;
  /** The error rate. */
  alpha: number;
  /** Whether equivalence is shown. */
  equivalent: boolean;
  /** Whether "not worse than the lower margin" is shown. */
  notInferior: boolean;
}

/** A verdict with the numbers it stands on. */
export interface Verdict {
  /** What is shown. */
  finding: string;
  /** Which way. */
  direction: string;
  /** What the effect is. */
  measure: "difference" | "relative_lift";
  /** The effect. */
  estimate: number;
  /** Its interval. */
  interval: Interval;
  /** The p value of "no effect". */
  pValue: number;
  /** The error rate that the verdict accepts. */
  alpha: number;
  /** Below it an effect does not matter. */
  margin: number | null;
  /** The equivalence test within that margin. */
  equivalence: Equivalence | null;
  /** The verdict in words. */
  sentence: string;
}
