//! How many people, how often, how much twice.

use super::arithmetic::{beta_binomial_reach, complement_of_power, sum, union_of_independent};
use crate::influencers::reach;
use crate::numerics::distributions::binomial_sf;

metrics! { "reach";
    /// Followers of all influencers added up, with people who follow several counted several times.
    potential_reach_sum {
        title: "Potential reach (sum of followers, duplicated)",
        inputs: {
            followers_each: &[f64], People, NonNegative, "followers of each influencer";
        },
        output: People, "number of followers, duplicates included",
        formula: reduce(f64, sum(followers_each), r"\sum_i f_i"),
        rollup: Sum,
        family: "reach", false, "Choose it when overlaps are unknown and an upper limit is enough; it counts people twice who follow two accounts.",
        example: (&[100_000.0, 50000.0, 200_000.0]) => 350_000.0,
        source: "Traackr help articles 2959000 (potential reach) and 2883170 (minimum sample)",
    }

    /// How often a reached person saw the content on average.
    average_frequency {
        title: "Average frequency",
        inputs: {
            impressions: f64, Count, Whole, "times the content was shown";
            reach: f64, People, Whole, "different people who saw it at least once";
        },
        output: Ratio, "impressions per person reached, at least 1",
        undefined: { impressions < reach => Infeasible; },
        formula: ratio(impressions, reach),
        rollup: RatioOfSums,
        example: (400.0, 200.0) => 2.0,
        edges: { (100.0, 200.0) => Infeasible; },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org; example from ainas.co (200 people, each sees it twice, 400 impressions)",
        notes: "Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap, compute from the unduplicated reach.",
    }

    /// Exposures of a schedule per hundred people of the target population, repeats included.
    gross_rating_points {
        title: "Gross rating points",
        inputs: {
            reach_share: f64, Ratio, Fraction, "share of the target population reached, as a fraction";
            frequency: f64, Ratio, NonNegative, "average exposures per person reached";
        },
        output: RatingPoints, "gross rating points; 100 equals one exposure per head of the population",
        formula: value(reach_share * 100.0 * frequency),
        rollup: Sum,
        example: (0.6, 4.0) => 240.0,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// People reached by a post relative to the followers of the account.
    reach_rate_followers {
        title: "Reach rate by followers",
        inputs: {
            reach: f64, People, Whole, "different people who saw the post";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "fraction of the follower count; may exceed 1 when feeds recommend the post to others",
        formula: ratio(reach, followers),
        rollup: RatioOfSums,
        example: (30000.0, 100_000.0) => 0.3,
        source: "common definition; no single authority",
        notes: "May exceed 1 (recommendation feeds): do not clamp.",
    }

    /// People a second audience adds that the first one did not already reach.
    incremental_reach {
        title: "Incremental (extended) reach of a second audience",
        inputs: {
            reach_a: f64, People, Whole, "people reached by the first audience";
            reach_b: f64, People, Whole, "people reached by the second audience";
            overlap: f64, People, Whole, "people in both audiences";
        },
        output: People, "number of people reached only through the second audience",
        undefined: { overlap > reach_a.min(reach_b) => Infeasible; },
        formula: value(reach_b - overlap),
        rollup: Recompute,
        example: (100_000.0, 50000.0, 20000.0) => 30000.0,
        edges: { (100_000.0, 50000.0, 60000.0) => Infeasible; },
        answers: { (20_000.0, 50_000.0, 20_000.0) => 30_000.0; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Share of the people reached who were not in the brand's audience before.
    new_audience_share {
        title: "Share of reach that is a new audience",
        inputs: {
            reach_new: f64, People, Whole, "people reached who could not be reached before";
            reach: f64, People, Whole, "all people reached";
        },
        output: Ratio, "fraction of reach",
        undefined: { reach_new > reach => Infeasible; },
        formula: ratio(reach_new, reach),
        rollup: RatioOfSums,
        example: (24000.0, 80000.0) => 0.3,
        edges: { (90000.0, 80000.0) => Infeasible; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
        notes: "Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap, compute from the unduplicated reach.",
    }

    /// Total impressions, shares included, as a multiple of those from the programme's own posts.
    extended_reach_multiplier {
        title: "Extended-reach multiplier (total over seeded impressions)",
        inputs: {
            seeded_impressions: f64, Count, Whole, "impressions from the programme's own posts";
            shared_impressions: f64, Count, Whole, "further impressions caused by people passing the content on";
        },
        output: Ratio, "multiple of the programme's own impressions, at least 1",
        formula: ratio(seeded_impressions + shared_impressions, seeded_impressions),
        rollup: RatioOfSums,
        example: (20000.0, 30000.0) => 2.5,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Different people reached by two audiences, each person counted once.
    unique_reach_two {
        title: "Unduplicated reach of two audiences",
        inputs: {
            a: f64, People, Whole, "people in the first audience";
            b: f64, People, Whole, "people in the second audience";
            overlap: f64, People, Whole, "people in both audiences";
        },
        output: People, "number of different people",
        undefined: { overlap > a.min(b) => Infeasible; },
        formula: value(a + b - overlap),
        rollup: Recompute,
        family: "reach", true, "Choose it for two audiences when their overlap is known; for more audiences use ids, or the bounds.",
        example: (100_000.0, 100_000.0, 40000.0) => 160_000.0,
        edges: { (100_000.0, 100_000.0, 100_001.0) => Infeasible; },
        source: "inclusion-exclusion; counter-example: a dev.to tutorial by olams prints 120K for two 100K audiences sharing 40K (right: 160K)",
        notes: "The cited tutorial subtracts the overlap twice and prints 120K.",
    }

    /// Different people reached by three audiences, each person counted once.
    unique_reach_three {
        title: "Unduplicated reach of three audiences",
        inputs: {
            a: f64, People, Whole, "people in the first audience";
            b: f64, People, Whole, "people in the second audience";
            c: f64, People, Whole, "people in the third audience";
            ab: f64, People, Whole, "people in both the first and the second audience";
            ac: f64, People, Whole, "people in both the first and the third audience";
            bc: f64, People, Whole, "people in both the second and the third audience";
            abc: f64, People, Whole, "people in all three audiences";
        },
        output: People, "number of different people",
        undefined: { abc > ab.min(ac).min(bc) || ab > a.min(b) || ac > a.min(c) || bc > b.min(c) => Infeasible; },
        formula: value(a + b + c - ab - ac - bc + abc),
        rollup: Recompute,
        example: (1000.0, 800.0, 500.0, 200.0, 100.0, 50.0, 20.0) => 1970.0,
        edges: { (1000.0, 800.0, 500.0, 200.0, 100.0, 50.0, 60.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Fewest different people that several audiences can reach, given only their pairwise overlaps.
    unique_reach_lower_bound {
        title: "Lower bound of unduplicated reach from pairwise overlaps (Bonferroni)",
        inputs: {
            sizes: &[f64], People, NonNegative, "people in each audience";
            pair_overlaps: &[f64], People, NonNegative, "people shared by each pair; for three audiences in the order 1-2, 1-3, 2-3";
        },
        output: People, "number of people; the true unduplicated reach is not below it",
        undefined: {
            sizes.is_empty() => InsufficientData;
            pair_overlaps.len() != sizes.len() * (sizes.len() - 1) / 2 => Infeasible;
        },
        formula: reduce(f64, reach::bounds(sizes, pair_overlaps, None).map(|bounds| bounds.bonferroni), r"\max\Bigl(\max_i n_i,\ \sum_i n_i - \sum_{i<j} n_{ij}\Bigr)"),
        rollup: Recompute,
        example: (&[1000.0, 800.0, 500.0], &[200.0, 100.0, 50.0]) => 1950.0,
        edges: {
            (&[], &[]) => InsufficientData;
            (&[100.0, 50.0], &[60.0]) => Infeasible;
            (&[100.0, 50.0], &[]) => Infeasible;
        },
        source: "common definition; no single authority",
        notes: "Tools report pairwise overlap only; the union of three or more audiences is then not identified. Pairs in order 12, 13, 23. An overlap larger than one of its audiences, or three that contradict each other, are infeasible. At most 1,000 audiences.",
    }

    /// Most different people that several audiences can reach, given only their pairwise overlaps.
    unique_reach_upper_bound {
        title: "Upper bound of unduplicated reach from pairwise overlaps (Hunter-Worsley)",
        inputs: {
            sizes: &[f64], People, NonNegative, "people in each audience";
            pair_overlaps: &[f64], People, NonNegative, "people shared by each pair; for three audiences in the order 1-2, 1-3, 2-3";
        },
        output: People, "number of people; the true unduplicated reach is not above it",
        undefined: {
            sizes.is_empty() => InsufficientData;
            pair_overlaps.len() != sizes.len() * (sizes.len() - 1) / 2 => Infeasible;
        },
        formula: reduce(f64, reach::bounds(sizes, pair_overlaps, None).map(|bounds| bounds.hunter_worsley), r"\sum_i n_i - \max_{\text{spanning trees } T} \sum_{(i,j) \in T} n_{ij}"),
        rollup: Recompute,
        example: (&[1000.0, 800.0, 500.0], &[200.0, 100.0, 50.0]) => 2000.0,
        edges: {
            (&[], &[]) => InsufficientData;
            (&[100.0, 50.0], &[60.0]) => Infeasible;
            (&[100.0, 50.0], &[]) => Infeasible;
        },
        source: "common definition; no single authority",
        notes: "Sum of sizes minus the maximum spanning tree of overlaps (Hunter 1976; Worsley 1982). With a triple overlap of 20 the truth is 1,970, inside [1,950, 2,000].",
    }

    /// Share of summed reach that counts people who were already counted elsewhere.
    duplication_rate {
        title: "Audience duplication rate",
        inputs: {
            unique_reach: f64, People, Whole, "different people reached, each counted once";
            summed_reach: f64, People, Whole, "reach of the single audiences added up";
        },
        output: Ratio, "fraction of the summed reach",
        undefined: { unique_reach > summed_reach => Infeasible; },
        formula: ratio(summed_reach - unique_reach, summed_reach),
        rollup: RatioOfSums,
        example: (160_000.0, 200_000.0) => 0.2,
        edges: { (250_000.0, 200_000.0) => Infeasible; },
        source: "common definition; no single authority",
        notes: "Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap, compute from the unduplicated reach.",
    }

    /// Share of the smaller audience that also belongs to the larger one.
    audience_overlap_coefficient {
        title: "Audience overlap (smaller audience as base)",
        inputs: {
            a: f64, People, Whole, "people in the first audience";
            b: f64, People, Whole, "people in the second audience";
            overlap: f64, People, Whole, "people in both audiences";
        },
        output: Ratio, "fraction of the smaller audience",
        undefined: { overlap > a.min(b) => Infeasible; },
        formula: ratio(overlap, a.min(b)),
        rollup: Recompute,
        family: "audience_overlap", true, "The default: choose it to see how much of the smaller audience is already paid for; state the counts beside it.",
        example: (100_000.0, 50000.0, 20000.0) => 0.4,
        edges: { (100_000.0, 0.0, 0.0) => ZeroDenominator; },
        answers: { (50_000.0, 100_000.0, 20_000.0) => 0.4; },
        source: "infludata FAQ 80000601866 (engagement rate) and 80000990632 (overlap over the smaller audience)",
    }

    /// Share of all people in either audience who are in both.
    audience_overlap_jaccard {
        title: "Audience overlap (Jaccard)",
        inputs: {
            a: f64, People, Whole, "people in the first audience";
            b: f64, People, Whole, "people in the second audience";
            overlap: f64, People, Whole, "people in both audiences";
        },
        output: Ratio, "fraction of the union of both audiences",
        undefined: { overlap > a.min(b) => Infeasible; },
        formula: ratio(overlap, a + b - overlap),
        rollup: Recompute,
        family: "audience_overlap", false, "Choose it for a symmetric similarity of two audiences of about the same size; unequal sizes keep it low.",
        example: (100_000.0, 50000.0, 20000.0) => 0.15384615384615385,
        edges: { (0.0, 0.0, 0.0) => ZeroDenominator; },
        source: "common definition; no single authority",
    }

    /// Share of one audience that is also in another.
    audience_overlap_containment {
        title: "Share of audience A also in B",
        inputs: {
            a: f64, People, Whole, "people in the audience taken as the base";
            overlap: f64, People, Whole, "people in both audiences";
        },
        output: Ratio, "fraction of the first audience",
        undefined: { overlap > a => Infeasible; },
        formula: ratio(overlap, a),
        rollup: Recompute,
        family: "audience_overlap", false, "Choose it when one audience is the natural base, for instance the influencer already under contract.",
        example: (100_000.0, 20000.0) => 0.2,
        edges: { (100_000.0, 100_001.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of a population reached by several vehicles if exposures to them were independent.
    reach_sainsbury {
        title: "Net reach under independence (Sainsbury)",
        inputs: {
            reach_shares: &[f64], Ratio, Fraction, "share of the population each vehicle reaches, as fractions";
        },
        output: Ratio, "fraction of the population; a model value, not a measurement",
        best_mark: Modelled,
        formula: reduce(f64, union_of_independent(reach_shares), r"1 - \prod_i (1 - r_i)"),
        rollup: Recompute,
        family: "net_reach_model", true, "Choose it when only the single reaches are known, and label it a model: real audiences are rarely independent.",
        example: (&[0.001; 400]) => 0.32981409399326 within 1e-12,
        source: "Sainsbury's random-duplication formula, as used by Mediatool and BunkerDB; example from latinbusinesstoday.com (400 vehicles of 0.1 % reach 33 %)",
        notes: "AMIC: some planners multiply by 0.95. On the ham data independence gives 90.6 of 127 for N4+S1; the truth is 98.",
    }

    /// Estimated net audience from gross audience and summed pairwise duplications, after Agostini.
    reach_agostini {
        title: "Net reach (Agostini)",
        inputs: {
            gross_audience: f64, People, NonNegative, "audiences of all vehicles added up, in people";
            pairwise_duplication: f64, People, NonNegative, "overlaps of all pairs of vehicles added up, in people";
            k: f64, Ratio, Positive, "fitted constant of the formula; 1.125 was found for French magazines";
        },
        output: People, "number of people; a model value, not a measurement",
        best_mark: Modelled,
        formula: ratio(gross_audience * gross_audience, k * pairwise_duplication + gross_audience),
        rollup: Recompute,
        family: "net_reach_model", false, "Choose it when the pairwise overlaps are known and one estimate is wanted, with k fitted to your own media.",
        example: (100.0, 20.0, 1.125) => 81.63265306122449,
        edges: { (0.0, 0.0, 1.125) => ZeroDenominator; },
        source: "Agostini (1961), Journal of Advertising Research 1",
        notes: "K = 1.125 was estimated on French magazines; a parameter, not a constant of nature. People, not a share, unlike the other variants; a model and not a bound: two identical audiences of 100 give 128.",
    }

    /// Share of a population that sees at least one of several equal, independent insertions.
    exposure_binomial_reach {
        title: "Reach of n equal insertions, independent",
        inputs: {
            rating: f64, Ratio, Fraction, "share of the population one insertion reaches, as a fraction";
            insertions: f64, Count, Whole, "number of insertions";
        },
        output: Ratio, "fraction of the population",
        best_mark: Modelled,
        formula: value(complement_of_power(rating, insertions)),
        rollup: Recompute,
        example: (0.15, 4.0) => 0.47799375,
        source: "Media Flight Plan, chapter 9 (magazine with rating 15: 52.20 % see none of 4 issues)",
    }

    /// Share of a population that sees at least k of several equal, independent insertions.
    exposure_binomial_k_plus {
        title: "Effective reach (k or more of n), independent",
        inputs: {
            rating: f64, Ratio, Fraction, "share of the population one insertion reaches, as a fraction";
            insertions: f64, Count, Whole, "number of insertions";
            k: f64, CountEach, WholePositive, "fewest exposures that count as effective";
        },
        output: Ratio, "fraction of the population",
        best_mark: Modelled,
        formula: value(binomial_sf(k - 1.0, insertions, rating)),
        rollup: Recompute,
        example: (0.15, 4.0, 2.0) => 0.10951875 within 1e-12,
        answers: {
            (1e-9, 3.0, 2.0) => 2.999999998e-18 within 1e-13;
            (0.5, 0.0, 1.0) => 0.0;
            (0.15, 4.0, 1.0) => 0.47799375 within 1e-14;
        },
        source: "Media Flight Plan, chapter 9 (magazine with rating 15: 52.20 % see none of 4 issues)",
    }

    /// Share of a population reached by n insertions when people differ in how often they see the vehicle.
    reach_beta_binomial {
        title: "Net reach, beta-binomial (Metheringham)",
        inputs: {
            one_reach: f64, Ratio, Fraction, "share of the population reached by one insertion, as a fraction";
            two_reach: f64, Ratio, Fraction, "share of the population reached by two insertions, as a fraction";
            insertions: f64, Count, Whole, "number of insertions";
        },
        output: Ratio, "fraction of the population; a model value, not a measurement",
        best_mark: Modelled,
        undefined: { two_reach <= one_reach || two_reach >= 2.0 * one_reach - (one_reach * one_reach) => NotIdentified; },
        formula: value(beta_binomial_reach(one_reach, two_reach, insertions)),
        rollup: Recompute,
        family: "net_reach_model", false, "Choose it for repeated insertions in one vehicle when the reach of one and of two insertions is known.",
        example: (0.15, 0.2, 4.0) => 0.24973019641700778 within 1e-10,
        edges: { (0.15, 0.15, 4.0) => NotIdentified; },
        answers: {
            (0.45, 0.48, 2e12) => 0.9075972275657591 within 1e-13;
            (0.3, 0.4, 1e9) => 0.9973593927303956 within 1e-13;
            (0.3, 0.4, 10.0) => 0.6016252966861032 within 1e-14;
        },
        source: "Metheringham (1964), beta-binomial exposure; Rust (1986), Advertising Media Models",
    }

    /// Share of a population exposed at least once when exposure rates follow a gamma distribution (NBD).
    exposure_nbd_reach {
        title: "Reach under gamma-Poisson exposure (NBD)",
        inputs: {
            r: f64, Ratio, Positive, "shape of the gamma distribution of exposure rates";
            alpha: f64, Ratio, Positive, "rate parameter of the gamma distribution, per unit of time";
        },
        output: Ratio, "fraction of the population exposed within one unit of time",
        best_mark: Modelled,
        formula: value(-libm::expm1(-r * libm::log1p(1.0 / alpha))),
        rollup: Recompute,
        example: (0.969, 0.218) => 0.8112129848889652 within 1e-12,
        source: "common definition; no single authority",
        notes: "Fader & Hardie billboard-exposure teaching example; parameters from memory.",
    }

    /// Share of the measured impressions that could actually be seen.
    viewable_rate {
        title: "Viewable rate",
        inputs: {
            viewable: f64, Count, Whole, "impressions that met the viewability standard";
            measured: f64, Count, Whole, "impressions whose viewability was measured, not all that were served";
        },
        output: Ratio, "fraction of the measured impressions",
        undefined: { viewable > measured => Infeasible; },
        formula: ratio(viewable, measured),
        rollup: RatioOfSums,
        example: (54000.0, 90000.0) => 0.6,
        edges: { (100_000.0, 90000.0) => Infeasible; },
        source: "MRC Digital Audience-Based Measurement Standards v1.0 (December 2017)",
        notes: "Denominator is MEASURED impressions, not served ones.",
    }

    /// Viewable impressions, each weighted by the part of the advertisement that was viewed.
    duration_weighted_impressions {
        title: "Duration-weighted viewable impressions",
        inputs: {
            viewable: f64, Count, Whole, "viewable impressions";
            seconds_viewed: f64, Seconds, NonNegative, "average seconds viewed per impression";
            ad_seconds: f64, Seconds, Positive, "length of the advertisement in seconds";
        },
        output: Count, "number of full-length viewable impressions",
        formula: value(viewable * (seconds_viewed / ad_seconds).min(1.0)),
        rollup: Sum,
        example: (1000.0, 6.0, 15.0) => 400.0,
        source: "MRC Digital Audience-Based Measurement Standards v1.0 (December 2017)",
    }

    /// Video views per impression of the video.
    view_through_rate {
        title: "Video view rate",
        inputs: {
            views: f64, Count, Whole, "video views, by the platform's definition of a view";
            impressions: f64, Count, Whole, "times the video was shown";
        },
        output: Ratio, "views per impression, as a fraction",
        formula: ratio(views, impressions),
        rollup: RatioOfSums,
        example: (2500.0, 10000.0) => 0.25,
        source: "common definition; no single authority",
    }

    /// Plays that ran to the end relative to plays that were started.
    video_completion_rate {
        title: "Video completion rate",
        inputs: {
            completions: f64, Count, Whole, "plays that ran to the end";
            starts: f64, Count, Whole, "plays that were started";
        },
        output: Ratio, "completed plays per start, as a fraction",
        undefined: { completions > starts => Infeasible; },
        formula: ratio(completions, starts),
        rollup: RatioOfSums,
        example: (450.0, 1500.0) => 0.3,
        edges: {
            (1501.0, 1500.0) => Infeasible;
            (0.0, 0.0) => ZeroDenominator;
        },
        source: "common definition; no single authority",
    }

    /// Change of the follower count over a period relative to its start.
    follower_growth_rate {
        title: "Follower growth rate",
        inputs: {
            start: f64, People, Whole, "followers at the start of the period";
            end: f64, People, Whole, "followers at the end of the period";
        },
        output: Ratio, "fraction of the starting count; negative when followers were lost",
        formula: ratio(end - start, start),
        rollup: Recompute,
        example: (8000.0, 9200.0) => 0.15,
        source: "common definition; no single authority",
    }
}
