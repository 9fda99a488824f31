//! Creator tiers by platform: a table that is passed in, never code.
//!
//! The borders differ from platform to platform and from source to source, and even in whether the border itself
//! belongs to the higher tier. A table says all of it; [`TierTable::mediakix`] is the one the micro-versus-macro
//! article uses.

use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result};

/// One border: from here on an account of the platform is in the tier, until a higher border takes over.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TierBorder {
    /// The platform, compared without regard to case ("instagram").
    pub platform: String,
    /// The tier's name ("micro").
    pub tier: String,
    /// The border, in followers, subscribers or likes.
    pub from: f64,
    /// True where the border itself still belongs to the tier below ("more than 100,000").
    pub strictly_above: bool,
}

impl TierBorder {
    /// A border that itself belongs to the tier ("at least").
    pub fn at_least(platform: &str, tier: &str, from: f64) -> Self {
        Self { platform: platform.into(), tier: tier.into(), from, strictly_above: false }
    }

    /// A border that still belongs to the tier below ("more than").
    pub fn more_than(platform: &str, tier: &str, from: f64) -> Self {
        Self { platform: platform.into(), tier: tier.into(), from, strictly_above: true }
    }

    fn holds(&self, followers: f64) -> bool {
        if self.strictly_above { followers > self.from } else { followers >= self.from }
    }
}

/// A checked table of tier borders.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TierTable {
    borders: Vec<TierBorder>,
}

impl TierTable {
    /// A table from borders in any order.
    ///
    /// # Errors
    /// `empty_table` without a border, an invalid `from`, `missing_name` for an empty platform or tier,
    /// `duplicate_border` where one platform has the same border twice.
    pub fn new(borders: Vec<TierBorder>) -> Result<Self> {
        if borders.is_empty() {
            return Err(Error::input("empty_table", "the tier table has no border; give at least one row"));
        }
        let mut borders = borders;
        for (row, border) in borders.iter_mut().enumerate() {
            if !border.from.is_finite() || border.from < 0.0 {
                return Err(Error::invalid("from", "a finite number >= 0", border.from).at_row(row));
            }
            border.platform = normalise(&border.platform);
            border.tier = border.tier.trim().to_owned();
            if border.platform.is_empty() || border.tier.is_empty() {
                return Err(Error::input(
                    "missing_name",
                    format!(
                        "the tier table needs a platform and a tier in every row; row {row} (counted from 0) has none"
                    ),
                ));
            }
        }
        borders.order_by(|a, b| {
            a.platform
                .cmp(&b.platform)
                .then(a.from.total_cmp(&b.from))
                .then(a.strictly_above.cmp(&b.strictly_above))
        });
        for pair in borders.windows(2) {
            if let [low, high] = pair {
                if low.platform == high.platform
                    && low.from == high.from
                    && low.strictly_above == high.strictly_above
                {
                    return Err(Error::input(
                        "duplicate_border",
                        format!(
                            "the tier table has the border {} twice for `{}` (`{}` and `{}`); keep one",
                            Shown(low.from),
                            low.platform,
                            low.tier,
                            high.tier
                        ),
                    ));
                }
            }
        }
        Ok(Self { borders })
    }

    /// The borders of Mediakix: micro from 10,000; macro strictly above 100,000 on Instagram, and from 250,000 on
    /// YouTube and Facebook. Below 10,000 an account is neither.
    ///
    /// ```
    /// use ukur::influencers::tiers::TierTable;
    /// let table = TierTable::mediakix();
    /// assert_eq!(table.classify("Instagram", 100_000.0)?, Some("micro"));
    /// assert_eq!(table.classify("Instagram", 100_001.0)?, Some("macro"));
    /// assert_eq!(table.classify("YouTube", 250_000.0)?, Some("macro"));
    /// assert_eq!(table.classify("Facebook", 9_999.0)?, None);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn mediakix() -> Self {
        let mut borders = Vec::new();
        for platform in ["facebook", "instagram", "youtube"] {
            borders.push(TierBorder::at_least(platform, "micro", 10_000.0));
            borders.push(if platform == "instagram" {
                TierBorder::more_than(platform, "macro", 100_000.0)
            } else {
                TierBorder::at_least(platform, "macro", 250_000.0)
            });
        }
        Self { borders }
    }

    /// The borders, sorted by platform and border.
    pub fn borders(&self) -> &[TierBorder] {
        &self.borders
    }

    /// The platforms of the table, sorted.
    pub fn platforms(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.borders.iter().map(|b| b.platform.as_str()).collect();
        names.dedup();
        names
    }

    /// The tier of one account; `None` below the lowest border.
    ///
    /// # Errors
    /// An invalid `followers`; `unknown_platform` for a platform that the table does not hold.
    pub fn classify(&self, platform: &str, followers: f64) -> Result<Option<&str>> {
        if !followers.is_finite() || followers < 0.0 {
            return Err(Error::invalid("followers", "a finite number >= 0", followers));
        }
        let wanted = normalise(platform);
        let mut known = false;
        let mut tier = None;
        for border in self.borders.iter().filter(|b| b.platform == wanted) {
            known = true;
            if border.holds(followers) {
                tier = Some(border.tier.as_str());
            }
        }
        if !known {
            return Err(Error::input(
                "unknown_platform",
                format!(
                    "the tier table has no border for the platform `{}`; it knows {}; pass a table that has it",
                    platform.trim(),
                    self.platforms().join(", ")
                ),
            ));
        }
        Ok(tier)
    }

    /// The tier of every account of a column; `None` below the lowest border or where the count is missing (NaN).
    ///
    /// # Errors
    /// As [`classify`](Self::classify), naming the row; a length mismatch.
    pub fn classify_all<P: AsRef<str>>(
        &self,
        platforms: &[P],
        followers: &[f64],
    ) -> Result<Vec<Option<&str>>> {
        if platforms.len() != followers.len() {
            return Err(Error::lengths("platform", platforms.len(), "followers", followers.len()));
        }
        platforms
            .iter()
            .zip(followers)
            .enumerate()
            .map(|(row, (platform, &count))| {
                if count.is_nan() {
                    return Ok(None);
                }
                self.classify(platform.as_ref(), count).map_err(|error| error.at_row_in_words(row))
            })
            .collect()
    }
}

impl Default for TierTable {
    fn default() -> Self {
        Self::mediakix()
    }
}

fn normalise(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_is_strict_on_instagram_and_inclusive_elsewhere() {
        let table = TierTable::mediakix();
        for (platform, followers, want) in [
            ("instagram", 9_999.0, None),
            ("instagram", 10_000.0, Some("micro")),
            ("INSTAGRAM ", 100_000.0, Some("micro")),
            ("instagram", 100_001.0, Some("macro")),
            ("youtube", 249_999.0, Some("micro")),
            ("youtube", 250_000.0, Some("macro")),
            ("facebook", 250_000.0, Some("macro")),
            ("facebook", 0.0, None),
        ] {
            assert_eq!(table.classify(platform, followers).unwrap(), want, "{platform} {followers}");
        }
    }

    #[test]
    fn another_table_may_be_passed() {
        let table = TierTable::new(vec![
            TierBorder::at_least("TikTok", "macro", 1e6),
            TierBorder::at_least("tiktok", "nano", 1e3),
            TierBorder::at_least("tiktok", "micro", 1e4),
        ])
        .unwrap();
        assert_eq!(table.classify("TikTok", 5e5).unwrap(), Some("micro"));
        assert_eq!(table.platforms(), ["tiktok"]);
    }

    #[test]
    fn bad_input_is_named() {
        let table = TierTable::mediakix();
        let error = table.classify("myspace", 1.0).unwrap_err();
        assert_eq!(error.code(), "unknown_platform");
        assert!(error.to_string().contains("facebook, instagram, youtube"));
        assert_eq!(table.classify("instagram", -1.0).unwrap_err().code(), "out_of_domain");
        let error = table.classify_all(&["instagram", "vk"], &[1.0, 2.0]).unwrap_err();
        assert!(error.to_string().contains("row 1"), "{error}");
        assert_eq!(table.classify_all(&["instagram"], &[f64::NAN]).unwrap(), [None]);
        assert_eq!(TierTable::new(vec![]).unwrap_err().code(), "empty_table");
        let twice = vec![TierBorder::at_least("x", "a", 1.0), TierBorder::at_least("X", "b", 1.0)];
        assert_eq!(TierTable::new(twice).unwrap_err().code(), "duplicate_border");
    }
}
