//! What an estimate and a comparison consist of.

/// An interval with its level: 0.95 for a 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// Its lower end.
    pub lower: f64,
    /// Its upper end.
    pub upper: f64,
    /// Its level, a share.
    pub level: f64,
}

impl Interval {
    /// Whether a value lies in the interval, ends included.
    ///
    /// ```
    /// let interval = ukur::experiments::Interval { lower: -1.0, upper: 2.0, level: 0.95 };
    /// assert!(interval.contains(0.0));
    /// ```
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

/// How an interval or a p value was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Method {
    /// Wilson's score interval of one proportion.
    Wilson,
    /// Student's t interval of one mean.
    StudentT,
    /// Newcombe's hybrid score interval with the pooled z test.
    NewcombePooledZ,
    /// Welch's t test and interval, Satterthwaite's degrees of freedom.
    WelchT,
    /// The delta method on two independent means, Satterthwaite's degrees of freedom.
    DeltaMethod,
    /// A ratio of sums linearised, accounts as clusters, Satterthwaite's degrees of freedom.
    ClusteredRatio,
    /// Student's t on the error between draws of accounts with replacement.
    DrawnAccounts,
    /// Welch's t test after CUPED adjustment.
    CupedWelchT,
    /// An asymptotic confidence sequence, valid at every look.
    ConfidenceSequence,
}

/// What a comparison measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Measure {
    /// `treatment - control`.
    Difference,
    /// `treatment / control - 1`.
    RelativeLift,
}

/// One quantity with its uncertainty.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Estimate {
    /// The estimate.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Its interval.
    pub interval: Interval,
    /// What the interval's quantile was taken from; none for the normal.
    pub degrees_of_freedom: Option<f64>,
    /// How the interval was made.
    pub method: Method,
}

/// Two groups compared: effect, interval and test.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Comparison {
    /// What `estimate` is: a difference or a relative lift.
    pub measure: Measure,
    /// The value of group 1.
    pub treatment: f64,
    /// The value of group 2.
    pub control: f64,
    /// The effect.
    pub estimate: f64,
    /// The standard error of the effect.
    pub standard_error: f64,
    /// The interval of the effect.
    pub interval: Interval,
    /// The test statistic (z or t).
    pub statistic: f64,
    /// The degrees of freedom of t; none for z.
    pub degrees_of_freedom: Option<f64>,
    /// The two-sided p value of "no effect".
    pub p_value: f64,
    /// How interval and p value were made.
    pub method: Method,
}
