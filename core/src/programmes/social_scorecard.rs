//! Reach, sharing and monetisation of a social programme in one score, for the programme and for each person.
//!
//! People, shares and money cannot be added. Each figure is first set against a benchmark (a previous programme, or the
//! industry), which makes it an index, and only indices are added, with weights that depend on what the campaign is for.
//! All figures are per post, so that one benchmark holds for a person as for the programme.

use crate::catalogue::Unit;
use crate::checks::{non_negative, same_length};
use crate::metrics;
use crate::numerics::order_free_sum::{OrderFreeSums, largest};
use crate::shown::Quoted;
use crate::{Error, Result, Status};

/// What a campaign is for; its weights are placeholders that the literature does not fix: give your own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Campaign {
    /// Awareness leans on reach and sharing: 0.4, 0.4, 0.2.
    Awareness,
    /// Direct response leans on monetisation: 0.2, 0.2, 0.6.
    DirectResponse,
    /// All alike.
    Balanced,
}

impl Campaign {
    /// The campaign of that name.
    ///
    /// # Errors
    /// `unknown_option`.
    ///
    /// ```
    /// use ukur::programmes::social_scorecard::Campaign;
    /// assert_eq!(Campaign::parse("awareness")?, Campaign::Awareness);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "awareness" => Ok(Self::Awareness),
            "direct_response" => Ok(Self::DirectResponse),
            "balanced" => Ok(Self::Balanced),
            _ => Err(Error::input(
                "unknown_option",
                format!(
                    "`campaign` must be \"awareness\", \"direct_response\" or \"balanced\", got {}",
                    Quoted(name)
                ),
            )),
        }
    }

    /// Its weights.
    ///
    /// ```
    /// use ukur::programmes::social_scorecard::Campaign;
    /// assert_eq!(Campaign::DirectResponse.weights().monetisation, 0.6);
    /// ```
    pub const fn weights(self) -> Components {
        let (reach, sharing, monetisation) = match self {
            Self::Awareness => (0.4, 0.4, 0.2),
            Self::DirectResponse => (0.2, 0.2, 0.6),
            Self::Balanced => (1.0, 1.0, 1.0),
        };
        Components { reach, sharing, monetisation }
    }
}

/// A number for each component.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Components {
    /// Reach.
    pub reach: f64,
    /// Sharing.
    pub sharing: f64,
    /// Monetisation.
    pub monetisation: f64,
}

/// A number for each component, where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Figures {
    /// People reached per post.
    pub reach: Option<f64>,
    /// Shares per post.
    pub sharing: Option<f64>,
    /// Value of the calls to action per post.
    pub monetisation: Option<f64>,
}

/// Posts, or sums over posts.
#[derive(Debug, Clone, Copy)]
pub struct SocialPosts<'a> {
    /// The person of each row, numbered from 0.
    pub person: &'a [u32],
    /// How many persons there are.
    pub persons: usize,
    /// The period of each row, numbered from 0.
    pub period: Option<&'a [u32]>,
    /// How many periods there are.
    pub periods: usize,
    /// Posts in each row; 1 each without it.
    pub posts: Option<&'a [f64]>,
    /// People reached who could not be reached before (or all, as the benchmark has it).
    pub reach: &'a [f64],
    /// Shares.
    pub shares: &'a [f64],
    /// What the calls to action brought.
    pub value: &'a [f64],
}

/// How to score.
#[derive(Debug, Clone, PartialEq)]
pub struct SocialOptions {
    /// The benchmark of each component, per post.
    pub benchmark: Figures,
    /// What the campaign is for.
    pub campaign: Campaign,
    /// Other weights than the campaign's.
    pub weights: Option<Components>,
}

/// The score of the programme or of a person.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SocialScore {
    /// The person; nothing for the programme.
    pub person: Option<u32>,
    /// The period; nothing for all together.
    pub period: Option<u32>,
    /// Posts.
    pub posts: f64,
    /// The figures, per post.
    pub figures: Figures,
    /// The figures against the benchmark, which is 100.
    pub indices: Figures,
    /// The weighted mean of the indices.
    pub score: Option<f64>,
    /// The geometric mean of the three indices, in which one weak component is not bought off by another.
    pub score_geometric: Option<f64>,
    /// Why there is no score.
    pub status: Option<Status>,
}

/// Programme and persons.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SocialScorecard {
    /// What the campaign is for.
    pub campaign: Campaign,
    /// The weights that were used, as shares of one.
    pub weights: Components,
    /// The benchmark, as given.
    pub benchmark: Figures,
    /// The programme.
    pub programme: SocialScore,
    /// The programme in each period.
    pub periods: Vec<SocialScore>,
    /// Each person.
    pub people: Vec<SocialScore>,
}

/// The figures per post of a programme: what a later one may be set against.
///
/// ```
/// use ukur::programmes::social_scorecard::{SocialPosts, benchmark_of};
/// let before = SocialPosts {
///     person: &[0, 1], persons: 2, period: None, periods: 1, posts: None,
///     reach: &[1000.0, 3000.0], shares: &[10.0, 30.0], value: &[50.0, 150.0],
/// };
/// assert_eq!(benchmark_of(&before)?.reach, Some(2000.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// As [`social_scorecard`].
pub fn benchmark_of(posts: &SocialPosts<'_>) -> Result<Figures> {
    check(posts)?;
    let all = vec![0; posts.person.len()];
    Ok(figures(posts, &all, 1).into_iter().next().map_or(Figures::default(), |(_, figures)| figures))
}

/// Reach, sharing and monetisation against a benchmark, weighted, for the programme and for each person.
///
/// ```
/// use ukur::programmes::social_scorecard::{Campaign, Figures, SocialOptions, SocialPosts, social_scorecard};
/// let posts = SocialPosts {
///     person: &[0, 1], persons: 2, period: None, periods: 1, posts: None,
///     reach: &[1800.0, 600.0], shares: &[12.0, 6.0], value: &[10.0, 50.0],
/// };
/// let benchmark = Figures { reach: Some(1000.0), sharing: Some(10.0), monetisation: Some(50.0) };
/// let options = SocialOptions { benchmark, campaign: Campaign::Awareness, weights: None };
/// let card = social_scorecard(&posts, &options)?;
/// // Indices 120, 90 and 60: 0.4 x 120 + 0.4 x 90 + 0.2 x 60.
/// assert!((card.programme.score.unwrap() - 96.0).abs() < 1e-9);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `mixed_units` for a component with weight but without benchmark; columns of different length; an invalid number;
/// `zero_denominator` where all weights are 0; `insufficient_data` without rows.
pub fn social_scorecard(posts: &SocialPosts<'_>, options: &SocialOptions) -> Result<SocialScorecard> {
    check(posts)?;
    let given = options.weights.unwrap_or_else(|| options.campaign.weights());
    let parts = [
        ("reach", Unit::People, options.benchmark.reach, given.reach),
        ("sharing", Unit::Count, options.benchmark.sharing, given.sharing),
        ("monetisation", Unit::Currency, options.benchmark.monetisation, given.monetisation),
    ];
    for (name, unit, benchmark, weight) in parts {
        non_negative("weights", weight)?;
        match benchmark {
            Some(benchmark) => crate::checks::positive("benchmark", benchmark).map(drop)?,
            None if weight > 0.0 => return Err(unlike(name, unit)),
            None => {}
        }
    }
    let total = given.reach + given.sharing + given.monetisation;
    if total == 0.0 || !total.is_finite() {
        return Err(Error::undefined("social_scorecard", Status::ZeroDenominator, "the weights add up to 0"));
    }
    let weights = Components {
        reach: given.reach / total,
        sharing: given.sharing / total,
        monetisation: given.monetisation / total,
    };
    let score = |(posts, figures): (f64, Figures)| score(posts, figures, &options.benchmark, &weights);
    let all = vec![0; posts.person.len()];
    let programme = figures(posts, &all, 1).into_iter().next().map(score);
    let people = figures(posts, posts.person, posts.persons).into_iter().map(score);
    let periods = posts.period.map_or_else(Vec::new, |period| figures(posts, period, posts.periods));
    Ok(SocialScorecard {
        campaign: options.campaign,
        weights,
        benchmark: options.benchmark,
        programme: programme.unwrap_or_else(|| score((0.0, Figures::default()))),
        people: (0_u32..)
            .zip(people)
            .map(|(person, score)| SocialScore { person: Some(person), ..score })
            .collect(),
        periods: (0_u32..)
            .zip(periods.into_iter().map(score))
            .map(|(period, score)| SocialScore { period: Some(period), ..score })
            .collect(),
    })
}

fn unlike(name: &str, unit: Unit) -> Error {
    Error::input(
        "mixed_units",
        format!(
            "`{name}` ({}) has no benchmark: people, counts and currency cannot be added, only indices can; give what \
             {name} per post was in a previous programme or is in the industry, or set its weight to 0",
            unit.as_str()
        ),
    )
}

fn check(posts: &SocialPosts<'_>) -> Result<()> {
    let n = posts.person.len();
    if n == 0 {
        return Err(Error::undefined("social_scorecard", Status::InsufficientData, "the table has no row"));
    }
    let fits = |codes: &[u32], count: usize| codes.iter().all(|code| (*code as usize) < count);
    if !fits(posts.person, posts.persons) || !posts.period.is_none_or(|period| fits(period, posts.periods)) {
        return Err(Error::input("unknown_group", "a row names a person or a period beyond their number"));
    }
    if posts.persons > n || posts.periods > n {
        return Err(Error::input("unknown_group", "there are more persons or periods than rows"));
    }
    if let Some(period) = posts.period {
        same_length("person", n, "period", period.len())?;
    }
    let columns = [
        ("posts", posts.posts),
        ("reach", Some(posts.reach)),
        ("shares", Some(posts.shares)),
        ("value", Some(posts.value)),
    ];
    for (name, values) in columns {
        if let Some(values) = values {
            same_length("person", n, name, values.len())?;
            crate::checks::column(name, values, non_negative)?;
        }
    }
    Ok(())
}

/// Posts, and figures per post, of each group.
fn figures(posts: &SocialPosts<'_>, codes: &[u32], count: usize) -> Vec<(f64, Figures)> {
    let sums = |values: &[f64]| {
        let mut sums = OrderFreeSums::new(count, largest(values), values.len());
        for (code, value) in codes.iter().zip(values) {
            sums.add(*code as usize, *value);
        }
        sums.to_vec()
    };
    let ones = vec![1.0; codes.len()];
    let posted = sums(posts.posts.unwrap_or(&ones));
    let (reach, shares, value) = (sums(posts.reach), sums(posts.shares), sums(posts.value));
    let each = |sum: f64, posts: f64| (posts > 0.0).then(|| sum / posts);
    posted
        .into_iter()
        .zip(reach)
        .zip(shares)
        .zip(value)
        .map(|(((posts, reach), shares), value)| {
            let figures = Figures {
                reach: each(reach, posts),
                sharing: each(shares, posts),
                monetisation: each(value, posts),
            };
            (posts, figures)
        })
        .collect()
}

fn score(posts: f64, figures: Figures, benchmark: &Figures, weights: &Components) -> SocialScore {
    let index = |figure: Option<f64>, benchmark: Option<f64>| {
        figure.zip(benchmark).and_then(|(figure, benchmark)| metrics::benchmark_index(figure, benchmark).ok())
    };
    let indices = Figures {
        reach: index(figures.reach, benchmark.reach),
        sharing: index(figures.sharing, benchmark.sharing),
        monetisation: index(figures.monetisation, benchmark.monetisation),
    };
    // A component without weight needs no benchmark.
    let weighed =
        |index: Option<f64>, weight: f64| if weight == 0.0 { Some(index.unwrap_or(0.0)) } else { index };
    let parts = (
        weighed(indices.reach, weights.reach),
        weighed(indices.sharing, weights.sharing),
        weighed(indices.monetisation, weights.monetisation),
    );
    let total = match parts {
        (Some(reach), Some(sharing), Some(money)) => metrics::programme_score(
            reach,
            sharing,
            money,
            weights.reach,
            weights.sharing,
            weights.monetisation,
        )
        .ok(),
        _ => None,
    };
    let geometric = match (indices.reach, indices.sharing, indices.monetisation) {
        (Some(reach), Some(sharing), Some(money)) => {
            metrics::programme_score_geometric(reach, sharing, money).ok()
        }
        _ => None,
    };
    SocialScore {
        person: None,
        period: None,
        posts,
        figures,
        indices,
        score: total,
        score_geometric: geometric,
        status: total.is_none().then_some(Status::ZeroDenominator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POSTS: SocialPosts<'static> = SocialPosts {
        person: &[0, 0, 1],
        persons: 2,
        period: Some(&[0, 1, 1]),
        periods: 2,
        posts: Some(&[1.0, 1.0, 2.0]),
        reach: &[2000.0, 1000.0, 1800.0],
        shares: &[14.0, 10.0, 12.0],
        value: &[20.0, 0.0, 100.0],
    };
    const BENCHMARK: Figures = Figures { reach: Some(1000.0), sharing: Some(10.0), monetisation: Some(50.0) };

    fn card(campaign: Campaign, weights: Option<Components>, benchmark: Figures) -> Result<SocialScorecard> {
        social_scorecard(&POSTS, &SocialOptions { benchmark, campaign, weights })
    }

    #[test]
    fn the_weights_decide() {
        // Indices 120, 90 and 60, as in the specification: 96 for awareness, 78 for direct response.
        let awareness = card(Campaign::Awareness, None, BENCHMARK).unwrap();
        assert_eq!(
            awareness.programme.indices,
            Figures { reach: Some(120.0), sharing: Some(90.0), monetisation: Some(60.0) }
        );
        assert!((awareness.programme.score.unwrap() - 96.0).abs() < 1e-12);
        let direct = card(Campaign::DirectResponse, None, BENCHMARK).unwrap();
        assert!((direct.programme.score.unwrap() - 78.0).abs() < 1e-12);
        assert_eq!(direct.weights, Components { reach: 0.2, sharing: 0.2, monetisation: 0.6 });
        let geometric = direct.programme.score_geometric.unwrap();
        assert!((geometric - libm::cbrt(120.0 * 90.0 * 60.0)).abs() < 1e-9);
    }

    #[test]
    fn people_and_programme_share_a_benchmark() {
        let found = card(Campaign::Awareness, None, BENCHMARK).unwrap();
        assert_eq!(
            found.people[1].figures,
            Figures { reach: Some(900.0), sharing: Some(6.0), monetisation: Some(50.0) }
        );
        assert_eq!(found.people[1].indices.monetisation, Some(100.0));
        assert_eq!(found.periods.len(), 2);
        assert_eq!(found.periods[0].figures.reach, Some(2000.0));
        // Against itself a programme is at 100 throughout.
        let itself = card(Campaign::Balanced, None, benchmark_of(&POSTS).unwrap()).unwrap();
        assert!((itself.programme.score.unwrap() - 100.0).abs() < 1e-12);
    }

    #[test]
    fn currency_is_not_added_to_counts() {
        let error = card(Campaign::Awareness, None, Figures { monetisation: None, ..BENCHMARK }).unwrap_err();
        assert_eq!(error.code(), "mixed_units");
        assert!(error.to_string().contains("currency"));
        let without = Components { reach: 1.0, sharing: 1.0, monetisation: 0.0 };
        let found =
            card(Campaign::Awareness, Some(without), Figures { monetisation: None, ..BENCHMARK }).unwrap();
        assert!((found.programme.score.unwrap() - 105.0).abs() < 1e-12);
    }

    #[test]
    fn bad_input_is_named() {
        let code = |posts: SocialPosts<'_>, weights: Option<Components>| {
            let options = SocialOptions { benchmark: BENCHMARK, campaign: Campaign::Balanced, weights };
            social_scorecard(&posts, &options).unwrap_err().code()
        };
        assert_eq!(code(SocialPosts { person: &[], ..POSTS }, None), "insufficient_data");
        assert_eq!(code(SocialPosts { reach: &[1.0], ..POSTS }, None), "length_mismatch");
        assert_eq!(code(SocialPosts { value: &[1.0, -1.0, 1.0], ..POSTS }, None), "out_of_domain");
        assert_eq!(code(SocialPosts { persons: 1, ..POSTS }, None), "unknown_group");
        let none = Components { reach: 0.0, sharing: 0.0, monetisation: 0.0 };
        assert_eq!(code(POSTS, Some(none)), "zero_denominator");
        assert_eq!(Campaign::parse("brand").unwrap_err().code(), "unknown_option");
    }
}
