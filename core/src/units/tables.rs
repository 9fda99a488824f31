//! What the columns of whole tables hold: of the scorecards, and of the candidates of a value proportion.
//!
//! As with metrics nothing has to be stated, and what is stated is checked: a column of another unit than the table has
//! there, and two currencies in one table, are refused.

use super::stated::{Common, Stated, check};
use crate::catalogue::Unit;
use crate::{Error, Result};

/// A table whose columns have units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Posts, for [`influencer_scorecard`](crate::programmes::scorecards::influencer_scorecard).
    InfluencerScorecard,
    /// Orders, for [`customer_scorecard`](crate::programmes::scorecards::customer_scorecard).
    CustomerScorecard,
    /// Posts, for [`social_scorecard`](crate::programmes::social_scorecard::social_scorecard).
    SocialScorecard,
    /// Candidates, for [`value_proportion`](crate::influencers::value_proportion::value_proportion).
    ValueProportion,
}

impl Table {
    /// The table of a function's name.
    ///
    /// # Errors
    /// `unknown_option`.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "influencer_scorecard" => Ok(Self::InfluencerScorecard),
            "customer_scorecard" => Ok(Self::CustomerScorecard),
            "social_scorecard" => Ok(Self::SocialScorecard),
            "value_proportion" => Ok(Self::ValueProportion),
            _ => Err(Error::input("unknown_option", format!("there is no table of units for \"{name}\""))),
        }
    }

    /// Its columns, and the numbers beside them, with the unit of each.
    ///
    /// ```
    /// use ukur::{catalogue::Unit, units::tables::Table};
    /// assert_eq!(Table::CustomerScorecard.columns()[0], ("revenue", Unit::Currency));
    /// ```
    pub const fn columns(self) -> &'static [(&'static str, Unit)] {
        match self {
            Self::InfluencerScorecard => &[
                ("likes", Unit::Count),
                ("comments", Unit::Count),
                ("other_engagements", Unit::Count),
                ("base", Unit::CountOrPeople),
                ("reach", Unit::People),
                ("brand_mentions", Unit::Count),
                ("market_mentions", Unit::Count),
                ("rating", Unit::Score),
                ("max_rating", Unit::Score),
            ],
            Self::CustomerScorecard => &[
                ("revenue", Unit::Currency),
                ("orders", Unit::Count),
                ("periods_per_year", Unit::PerYear),
                ("lifetime_years", Unit::Years),
                ("margin", Unit::Ratio),
            ],
            Self::SocialScorecard => &[
                ("posts", Unit::Count),
                ("reach", Unit::People),
                ("shares", Unit::Count),
                ("value", Unit::Currency),
            ],
            Self::ValueProportion => &[
                ("followers", Unit::People),
                ("engagement_rate", Unit::Ratio),
                ("cost", Unit::Currency),
                ("goal", Unit::People),
                ("conversion_rate", Unit::Ratio),
                ("value_per_customer", Unit::CurrencyEach),
                ("conversion_of_engaged", Unit::Ratio),
            ],
        }
    }

    /// Holds what is stated against the columns: of each its name here, its name with the caller, and its unit (an empty
    /// text states nothing). `taker` is the function, as the caller calls it.
    ///
    /// ```
    /// use ukur::{catalogue::Unit, units::tables::Table};
    /// let stated = [("cost", "fee", "currency:IDR"), ("followers", "followers", "people")];
    /// let common = Table::ValueProportion.check("value_proportion", stated)?;
    /// assert_eq!(common.of_result(Unit::CurrencyEach), "currency_each:IDR");
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_column`; `unknown_unit`; `wrong_unit` for a column of another unit than the table has there;
    /// `two_currencies`.
    pub fn check<'a>(
        self,
        taker: &str,
        stated: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
    ) -> Result<Common<'a>> {
        let mut columns = Vec::new();
        for (column, name, unit) in stated {
            let Some((_, expected)) = self.columns().iter().find(|(own, _)| *own == column) else {
                return Err(Error::input("unknown_column", format!("`{taker}` has no column `{column}`")));
            };
            columns.push((name, *expected, unit));
        }
        check(taker, columns)
    }

    /// The units of results by the names of their units, with the currency of the table where they are money.
    ///
    /// # Errors
    /// As [`Table::check`].
    pub fn results<'a>(
        self,
        taker: &str,
        stated: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
        units: &[&str],
    ) -> Result<Vec<String>> {
        let common = self.check(taker, stated)?;
        units.iter().map(|name| Ok(common.of_result(Stated::parse("the result", name)?.unit))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stated_is_checked() {
        let code = |table: Table, stated: &[(&str, &str, &str)]| {
            table.check("taker", stated.iter().copied()).unwrap_err().code().to_owned()
        };
        assert_eq!(code(Table::SocialScorecard, &[("shares", "shares", "currency:IDR")]), "wrong_unit");
        assert_eq!(code(Table::InfluencerScorecard, &[("likes", "likes", "people")]), "wrong_unit");
        let two = [("cost", "fee", "currency:IDR"), ("value_per_customer", "value", "currency:USD")];
        assert_eq!(code(Table::ValueProportion, &two), "two_currencies");
        assert_eq!(code(Table::CustomerScorecard, &[("revenue", "revenue", "rupiah")]), "unknown_unit");
        assert_eq!(code(Table::CustomerScorecard, &[("cost", "cost", "currency")]), "unknown_column");
        assert_eq!(Table::parse("compare").unwrap_err().code(), "unknown_option");
    }

    #[test]
    fn results_carry_the_currency() {
        let stated = [("revenue", "amount", "currency:IDR"), ("orders", "orders", "")];
        let units =
            Table::CustomerScorecard.results("customer_scorecard", stated, &["currency_each", "ratio"]);
        assert_eq!(units.unwrap(), ["currency_each:IDR", "ratio"]);
        let none = Table::CustomerScorecard.results("customer_scorecard", [], &["currency_each"]);
        assert_eq!(none.unwrap(), ["currency_each"]);
    }
}
