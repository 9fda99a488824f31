/** What estimates, comparisons and verdicts consist of. */

/** An interval with its level: 0.95 for a 95 % interval. */
export interface Interval {
  lower: number;
  upper: number;
  level: number;
}

/** One quantity with its uncertainty. */
export interface Estimate {
  estimate: number;
  standardError: number;
  interval: Interval;
  /** Of the quantile that the interval was made with; null for the normal. */
  degreesOfFreedom: number | null;
  /** How the interval was made. */
  method: string;
}

/** Two groups compared: effect, interval and test. */
export interface Comparison {
  /** What `estimate` is. */
  measure: "difference" | "relative_lift";
  /** The value of group 1. */
  treatment: number;
  /** The value of group 2. */
  control: number;
  /** The effect. */
  estimate: number;
  standardError: number;
  interval: Interval;
  /** z or t. */
  statistic: number;
  /** Of t; null for z. */
  degreesOfFreedom: number | null;
  /** The two-sided p value of "no effect". */
  pValue: number;
  /** How interval and p value were made. */
  method: string;
}

/** A pooled rate with its error between accounts. */
export interface RatioEstimate {
  /** `sum(numerator) / sum(denominator)`. */
  estimate: number;
  /** With accounts as clusters, by linearisation. */
  standardError: number;
  /** From leaving out one account at a time; null where only summary statistics were given. */
  leaveOneOutStandardError: number | null;
  /** By Student's t, on the leave-one-out error where there is one. */
  interval: Interval;
  /** Accounts less one where all weigh the same, fewer where some are larger (Bell and McCaffrey). */
  degreesOfFreedom: number;
  accounts: number;
  /** What the binomial error would claim; null for a rate that is no share. */
  naiveStandardError: number | null;
  method: string;
}

/** Two pooled rates compared. */
export interface RatioComparison {
  treatment: RatioEstimate;
  control: RatioEstimate;
  difference: Comparison;
  /** Null where the control's rate is not above 0. */
  relativeLift: Comparison | null;
}

/** What resampled accounts say about a quantity. */
export interface Bootstrap {
  /** The quantity in the data themselves. */
  estimate: number;
  mean: number;
  standardDeviation: number;
  /**
   * The expanded percentile interval (Hesterberg 2015, The American Statistician 69:371): the shares read off the
   * resamples are widened by Student's t and `sqrt(n/(n - 1))`, `n` the accounts of the smaller group.
   */
  interval: Interval;
  /** The plain percentile interval, too narrow with few accounts or a few large ones. */
  percentileInterval: Interval;
  /** Resamples in which the quantity is defined. */
  resamples: number;
  /** Resamples left out because a denominator was 0. */
  undefined: number;
  /** Whether every possible resample was gone through. */
  exact: boolean;
}

/** The bootstrap of a difference and of its relative lift. */
export interface BootstrapComparison {
  difference: Bootstrap;
  relativeLift: Bootstrap | null;
}

/** What shuffling accounts between two groups says about their difference. */
export interface PermutationTest {
  estimate: number;
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
  estimate: number;
  lowerMargin: number;
  upperMargin: number;
  pLower: number;
  pUpper: number;
  /** The larger of the two. */
  pValue: number;
  /** At level `1 - 2 alpha`. */
  interval: Interval;
  alpha: number;
  /** Whether equivalence within the margins is shown. */
  equivalent: boolean;
  /** Whether "not worse than the lower margin" is shown. */
  notInferior: boolean;
}

/** A verdict with the numbers it stands on. */
export interface Verdict {
  finding: "shown" | "shown_but_small" | "equivalent" | "not_shown";
  direction: "higher" | "lower" | "unclear";
  measure: "difference" | "relative_lift";
  estimate: number;
  interval: Interval;
  pValue: number;
  alpha: number;
  margin: number | null;
  equivalence: Equivalence | null;
  /** The verdict in words. */
  sentence: string;
}
