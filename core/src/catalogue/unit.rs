//! What numbers count or measure.

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Unit {
    /// Things or events.
    Count,
    /// Persons.
    People,
    /// Things, events or persons, whichever the caller counts.
    CountOrPeople,
    /// An amount of money, in one currency a call.
    Currency,
    /// Money for one of something: a price, a value a customer. Not additive.
    CurrencyEach,
    /// A number of things for one of something, or a limit to count up to. Not additive.
    CountEach,
    /// People for one of something: the audience of one account. Not additive.
    PeopleEach,
    /// Hours for one of something. Not additive.
    HoursEach,
    /// Loyalty points for one of something. Not additive.
    PointsEach,
    /// A fraction or a quotient of like things; 0.05 is five per cent.
    Ratio,
    /// Loyalty points.
    Points,
    /// Rating points: one is one per cent of the population reached once.
    RatingPoints,
    /// Points of the net promoter score, from -100 to 100.
    PromoterPoints,
    /// Periods of the caller's choice.
    Periods,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Quarters of a year.
    Quarters,
    /// Years.
    Years,
    /// Cycles of a viral process.
    Cycles,
    /// Per year.
    PerYear,
    /// Per minute.
    PerMinute,
    /// Per thousand.
    PerThousand,
    /// A score on a scale of the caller's choice.
    Score,
    /// An index; 100 is the benchmark.
    Index,
    /// A standardised value (standard deviations).
    StandardScore,
    /// A t statistic.
    TStatistic,
    /// Yes (1) or no (0).
    Flag,
    /// A code that stands for a class.
    Code,
    /// Names.
    Labels,
    /// Any unit, the same for all inputs of a metric that have it.
    Any,
    /// A unit of its own: a response, a variance.
    Other,
}

impl Unit {
    /// Every unit that a column may be stated to have.
    pub(crate) const STATED: [Self; 32] = [
        Self::Count,
        Self::People,
        Self::CountOrPeople,
        Self::Currency,
        Self::CurrencyEach,
        Self::CountEach,
        Self::PeopleEach,
        Self::HoursEach,
        Self::PointsEach,
        Self::Ratio,
        Self::Points,
        Self::RatingPoints,
        Self::PromoterPoints,
        Self::Periods,
        Self::Days,
        Self::Hours,
        Self::Minutes,
        Self::Seconds,
        Self::Weeks,
        Self::Months,
        Self::Quarters,
        Self::Years,
        Self::Cycles,
        Self::PerYear,
        Self::PerMinute,
        Self::PerThousand,
        Self::Score,
        Self::Index,
        Self::StandardScore,
        Self::TStatistic,
        Self::Flag,
        Self::Code,
    ];

    /// The stable name, as in the catalogue's records.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::People => "people",
            Self::CountOrPeople => "count_or_people",
            Self::Currency => "currency",
            Self::CurrencyEach => "currency_each",
            Self::CountEach => "count_each",
            Self::PeopleEach => "people_each",
            Self::HoursEach => "hours_each",
            Self::PointsEach => "points_each",
            Self::Ratio => "ratio",
            Self::Points => "points",
            Self::RatingPoints => "rating_points",
            Self::PromoterPoints => "promoter_points",
            Self::Periods => "periods",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Minutes => "minutes",
            Self::Seconds => "seconds",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Quarters => "quarters",
            Self::Years => "years",
            Self::Cycles => "cycles",
            Self::PerYear => "per_year",
            Self::PerMinute => "per_minute",
            Self::PerThousand => "per_thousand",
            Self::Score => "score",
            Self::Index => "index",
            Self::StandardScore => "standard_score",
            Self::TStatistic => "t_statistic",
            Self::Flag => "flag",
            Self::Code => "code",
            Self::Labels => "labels",
            Self::Any => "any",
            Self::Other => "other",
        }
    }

    /// True where the rows of a group may be added: counts, people, amounts, points, time spent.
    pub const fn is_additive(self) -> bool {
        matches!(
            self,
            Self::Count
                | Self::People
                | Self::CountOrPeople
                | Self::Currency
                | Self::Points
                | Self::RatingPoints
                | Self::Hours
                | Self::Minutes
        )
    }
}
