//! How much an audience reacts, on a named base.

use super::arithmetic::{dot, median, sum};

metrics! { "engagement";
    /// Likes and comments on one post relative to the followers of the account.
    engagement_rate_followers {
        title: "Engagement rate by followers, one post",
        inputs: {
            likes: f64, Count, Whole, "likes on the post";
            comments: f64, Count, Whole, "comments on the post";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "engagements per follower, as a fraction",
        formula: ratio(likes + comments, followers),
        rollup: RatioOfSums,
        family: "engagement_rate", true, "The default for feeds in the style of Instagram: choose it when only public numbers are at hand.",
        example: (300.0, 20.0, 10000.0) => 0.032,
        source: "HypeAuditor help article 2764316; example of 3.2 % from costcalculator.calculator.city",
    }

    /// All counted interactions with one post relative to the followers of the account.
    engagement_rate_interactions_followers {
        title: "Engagement rate by followers, all interactions",
        inputs: {
            interactions: f64, Count, Whole, "all interactions that are counted, such as likes, comments, shares and saves";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "interactions per follower, as a fraction",
        formula: ratio(interactions, followers),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it when shares or saves are known too; do not compare it with a rate from likes and comments alone.",
        example: (800.0, 10000.0) => 0.08,
        source: "kolivo.ai blog (800 of 10,000 followers, 8 %); duwit.net on measuring influencer marketing (both Indonesian)",
    }

    /// Engagements with a post per person it reached.
    engagement_rate_reach {
        title: "Engagement rate by reach (ERR)",
        inputs: {
            engagements: f64, Count, Whole, "interactions counted as engagement";
            reach: f64, People, Whole, "different people who saw the post";
        },
        output: Ratio, "engagements per person reached, as a fraction",
        formula: ratio(engagements, reach),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it when the account shares its own reach figures; it judges the content, not the size of the following.",
        example: (340.0, 10000.0) => 0.034,
        source: "Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate",
    }

    /// Engagements with a post per time it was shown.
    engagement_rate_impressions {
        title: "Engagement rate by impressions",
        inputs: {
            engagements: f64, Count, Whole, "interactions counted as engagement";
            impressions: f64, Count, Whole, "times the post was shown";
        },
        output: Ratio, "engagements per impression, as a fraction",
        formula: ratio(engagements, impressions),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it for paid or repeated exposure and where the platform reports impressions, as LinkedIn does.",
        example: (340.0, 20000.0) => 0.017,
        source: "Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate",
    }

    /// Likes and comments on a video per view of it.
    engagement_rate_views {
        title: "Engagement rate by views (short video)",
        inputs: {
            likes: f64, Count, Whole, "likes on the video";
            comments: f64, Count, Whole, "comments on the video";
            views: f64, Count, Whole, "views of the video";
        },
        output: Ratio, "engagements per view, as a fraction",
        formula: ratio(likes + comments, views),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it for short video, where most viewers do not follow the account.",
        example: (900.0, 100.0, 25000.0) => 0.04,
        source: "infludata FAQ 80000601866 (engagement rate) and 80000990632 (overlap over the smaller audience)",
    }

    /// Average likes per video relative to average views per video.
    engagement_rate_likes_views {
        title: "Like rate by views (Modash TikTok/YouTube)",
        inputs: {
            likes: &[f64], Count, NonNegative, "likes of each video";
            views: &[f64], Count, NonNegative, "views of each video";
        },
        output: Ratio, "likes per view, as a fraction",
        undefined: {
            likes.len() != views.len() => Infeasible;
            likes.is_empty() => InsufficientData;
            sum(views) == 0.0 => ZeroDenominator;
        },
        formula: pooled(likes, views, r"\frac{\overline{\mathrm{likes}}}{\overline{\mathrm{views}}}"),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it to match Modash's figure for TikTok and YouTube; comments are left out.",
        example: (&[100.0, 300.0], &[1000.0, 9000.0]) => 0.04,
        edges: {
            (&[100.0, 300.0], &[0.0, 0.0]) => ZeroDenominator;
            (&[100.0, 300.0, 500.0], &[1000.0, 9000.0]) => Infeasible;
            (&[], &[]) => InsufficientData;
        },
        source: "Modash help article 6542471 (Instagram: median likes over followers; TikTok and YouTube: average likes over average views; last two months)",
    }

    /// Likes of the middle post of a series relative to the followers of the account.
    engagement_rate_median_likes {
        title: "Median-like engagement rate (Modash Instagram)",
        inputs: {
            likes: &[f64], Count, NonNegative, "likes of each post";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "median likes per follower, as a fraction",
        undefined: {
            followers == 0.0 => ZeroDenominator;
            likes.is_empty() => InsufficientData;
        },
        formula: reduce(f64, median(likes) / followers, r"\frac{\mathrm{median}(\mathrm{likes})}{\mathrm{followers}}"),
        rollup: Recompute,
        family: "engagement_rate", false, "Choose it when single posts stand far out, or to match Modash's figure for Instagram.",
        example: (&[100.0, 120.0, 5000.0], 10000.0) => 0.012,
        edges: { (&[], 10000.0) => InsufficientData; },
        source: "Modash help article 6542471 (Instagram: median likes over followers; TikTok and YouTube: average likes over average views; last two months)",
    }

    /// Plain average of the engagement rates of several posts, each post counting the same.
    engagement_rate_mean_of_posts {
        title: "Mean of per-post engagement rates",
        inputs: {
            rates: &[f64], Ratio, NonNegative, "engagement rate of each post, as fractions";
        },
        output: Ratio, "mean engagement rate, as a fraction",
        undefined: { rates.is_empty() => InsufficientData; },
        formula: pooled(rates, 1.0, r"\frac{1}{n}\sum_i r_i"),
        rollup: MeanOfRatios,
        family: "engagement_rate_aggregation", false, "Choose it to match published per-post averages; small posts or accounts weigh as much as large ones.",
        example: (&[0.034, 0.035]) => 0.0345,
        edges: { (&[]) => InsufficientData; },
        source: "Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate",
    }

    /// Engagements of many posts or accounts together relative to their bases together.
    engagement_rate_pooled {
        title: "Pooled engagement rate (ratio of sums)",
        inputs: {
            engagements: &[f64], Count, NonNegative, "engagements of each post or account";
            bases: &[f64], CountOrPeople, NonNegative, "followers, reach or views of each, the same kind of base throughout";
        },
        output: Ratio, "pooled engagement rate, as a fraction",
        undefined: {
            sum(bases) == 0.0 => ZeroDenominator;
            engagements.len() != bases.len() => Infeasible;
        },
        formula: pooled(engagements, bases, r"\frac{\sum_i e_i}{\sum_i b_i}"),
        rollup: RatioOfSums,
        family: "engagement_rate_aggregation", true, "The default for totals over posts or accounts: every person or view in the base counts once.",
        example: (&[50.0, 40.0, 60.0], &[1000.0, 500.0, 2000.0]) => 0.04285714285714286,
        edges: {
            (&[50.0, 40.0, 60.0], &[0.0, 0.0, 0.0]) => ZeroDenominator;
            (&[100.0], &[1000.0, 9000.0]) => Infeasible;
        },
        source: "common definition; no single authority",
        notes: "Article rates 5 %, 8 %, 3 %: mean of ratios is 5.333 %, pooled by followers (15,000/350,000) is 4.286 %.",
    }

    /// Engagements of one day, with posts of any age, relative to the followers of the account.
    engagement_rate_daily {
        title: "Daily engagement rate",
        inputs: {
            engagements_in_day: f64, Count, Whole, "engagements received on that day";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "engagements per follower and day, as a fraction",
        formula: ratio(engagements_in_day, followers),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it to watch how often followers interact in a day, whatever was posted when.",
        example: (450.0, 15000.0) => 0.03,
        source: "Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate; NapoleonCat help article 1096078",
    }

    /// Engagements per day over several days relative to the followers of the account.
    engagement_rate_daily_average {
        title: "Average daily engagement rate",
        inputs: {
            engagements: f64, Count, Whole, "engagements received over all the days";
            days: f64, Count, WholePositive, "number of days";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "engagements per follower and day, as a fraction",
        undefined: { followers == 0.0 => ZeroDenominator; },
        formula: value(engagements / (days * followers)),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it instead of a single day's rate when days differ, for instance over a week.",
        example: (3150.0, 7.0, 15000.0) => 0.03,
        source: "Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate",
    }

    /// Likes, comments, shares, clicks, saves and sends of a post per time it was shown.
    engagement_rate_all_actions_impressions {
        title: "All-action engagement rate by impressions",
        inputs: {
            likes: f64, Count, Whole, "likes on the post";
            comments: f64, Count, Whole, "comments on the post";
            shares: f64, Count, Whole, "public shares or reposts";
            clicks: f64, Count, Whole, "clicks on the post";
            saves: f64, Count, Whole, "times the post was saved";
            sends: f64, Count, Whole, "times the post was sent in a private message";
            impressions: f64, Count, Whole, "times the post was shown";
        },
        output: Ratio, "actions per impression, as a fraction",
        formula: ratio(likes + comments + shares + clicks + saves + sends, impressions),
        rollup: RatioOfSums,
        family: "engagement_rate", false, "Choose it when the platform reports every kind of action and clicks should count as engagement.",
        example: (120.0, 30.0, 20.0, 60.0, 15.0, 5.0, 5000.0) => 0.05,
        source: "Zernio API reference, docs.rs/crate/late (which uses three different engagement-rate formulas)",
    }

    /// Comments or replies per post.
    conversation_rate {
        title: "Conversation rate (comments per post)",
        inputs: {
            comments: f64, Count, Whole, "comments received";
            posts: f64, Count, Whole, "posts published";
        },
        output: Ratio, "comments per post",
        formula: ratio(comments, posts),
        rollup: RatioOfSums,
        family: "conversation_rate", true, "The default, as Kaushik defines it; choose it to follow one account over time.",
        example: (60.0, 12.0) => 5.0,
        source: "A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1",
    }

    /// Shares or reposts per post.
    amplification_rate {
        title: "Amplification rate (shares per post)",
        inputs: {
            shares: f64, Count, Whole, "shares received";
            posts: f64, Count, Whole, "posts published";
        },
        output: Ratio, "shares per post",
        formula: ratio(shares, posts),
        rollup: RatioOfSums,
        family: "amplification_rate", true, "The default, as Kaushik defines it; choose it to follow one account over time.",
        example: (60.0, 12.0) => 5.0,
        source: "A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1",
    }

    /// Likes or similar approvals per post.
    applause_rate {
        title: "Applause rate (likes per post)",
        inputs: {
            likes: f64, Count, Whole, "likes received";
            posts: f64, Count, Whole, "posts published";
        },
        output: Ratio, "likes per post",
        formula: ratio(likes, posts),
        rollup: RatioOfSums,
        family: "applause_rate", true, "The default and only variant, per post as Kaushik defines it; choose it to follow one account over time.",
        example: (60.0, 12.0) => 5.0,
        source: "A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1",
    }

    /// Comments per post for every thousand followers.
    relative_conversation_rate {
        title: "Conversation rate per post per 1,000 followers",
        inputs: {
            comments: f64, Count, Whole, "comments received";
            posts: f64, Count, Whole, "posts published";
            followers: f64, People, Whole, "followers of the account";
        },
        output: PerThousand, "comments per post per 1,000 followers",
        undefined: {
            posts == 0.0 => ZeroDenominator;
            followers == 0.0 => ZeroDenominator;
        },
        formula: value(1000.0 * comments / (posts * followers)),
        rollup: RatioOfSums,
        family: "conversation_rate", false, "Choose it to compare accounts of different size.",
        example: (60.0, 12.0, 2500.0) => 2.0,
        source: "TrueSocialMetrics University 3.1 (rates per post; relative rates per 1,000 followers)",
    }

    /// Shares per post for every thousand followers.
    relative_amplification_rate {
        title: "Amplification rate per post per 1,000 followers",
        inputs: {
            shares: f64, Count, Whole, "shares received";
            posts: f64, Count, Whole, "posts published";
            followers: f64, People, Whole, "followers of the account";
        },
        output: PerThousand, "shares per post per 1,000 followers",
        undefined: {
            posts == 0.0 => ZeroDenominator;
            followers == 0.0 => ZeroDenominator;
        },
        formula: value(1000.0 * shares / (posts * followers)),
        rollup: RatioOfSums,
        family: "amplification_rate", false, "Choose it to compare accounts of different size that post at different rates.",
        example: (30.0, 10.0, 6000.0) => 0.5,
        source: "TrueSocialMetrics University 3.1 (rates per post; relative rates per 1,000 followers)",
    }

    /// Shares relative to the followers of the account.
    amplification_rate_followers {
        title: "Amplification rate by followers",
        inputs: {
            shares: f64, Count, Whole, "shares received";
            followers: f64, People, Whole, "followers of the account";
        },
        output: Ratio, "shares per follower, as a fraction",
        formula: ratio(shares, followers),
        rollup: RatioOfSums,
        family: "amplification_rate", false, "Choose it to match Hootsuite's definition, for one post or for one fixed period.",
        example: (120.0, 6000.0) => 0.02,
        source: "Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate",
    }

    /// Shares per time the content was shown.
    virality_rate_impressions {
        title: "Virality rate (shares over impressions)",
        inputs: {
            shares: f64, Count, Whole, "shares received";
            impressions: f64, Count, Whole, "times the content was shown";
        },
        output: Ratio, "shares per impression, as a fraction",
        formula: ratio(shares, impressions),
        rollup: RatioOfSums,
        example: (150.0, 30000.0) => 0.005,
        source: "common definition; no single authority",
    }

    /// Saves of a post per person it reached.
    save_rate_reach {
        title: "Save rate by reach",
        inputs: {
            saves: f64, Count, Whole, "times the post was saved";
            reach: f64, People, Whole, "different people who saw the post";
        },
        output: Ratio, "saves per person reached, as a fraction",
        formula: ratio(saves, reach),
        rollup: RatioOfSums,
        example: (180.0, 12000.0) => 0.015,
        source: "common definition; no single authority",
    }

    /// Clicks per time the content was shown.
    click_through_rate {
        title: "Click-through rate",
        inputs: {
            clicks: f64, Count, Whole, "clicks on the link or advertisement";
            impressions: f64, Count, Whole, "times it was shown";
        },
        output: Ratio, "clicks per impression, as a fraction",
        formula: ratio(clicks, impressions),
        rollup: RatioOfSums,
        example: (5.0, 100.0) => 0.05,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Comments for each like.
    comment_to_like_ratio {
        title: "Comment-to-like ratio",
        inputs: {
            comments: f64, Count, Whole, "comments received";
            likes: f64, Count, Whole, "likes received";
        },
        output: Ratio, "comments per like",
        formula: ratio(comments, likes),
        rollup: RatioOfSums,
        example: (20.0, 400.0) => 0.05,
        source: "common definition; no single authority",
    }

    /// Engagement total in which each kind of action counts with a weight the caller sets.
    weighted_engagement {
        title: "Weighted engagement total",
        inputs: {
            counts: &[f64], Count, NonNegative, "number of actions of each kind";
            weights: &[f64], Ratio, NonNegative, "weight of each kind of action, in the same order";
        },
        output: Score, "weighted points",
        undefined: { counts.len() != weights.len() => Infeasible; },
        formula: reduce(f64, dot(counts, weights), r"\sum_i c_i w_i"),
        rollup: Sum,
        example: (&[100.0, 20.0, 5.0], &[1.0, 2.0, 3.0]) => 155.0,
        edges: { (&[100.0, 20.0, 5.0], &[1.0]) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of the people reached who passed the content on.
    sharer_share {
        title: "Sharers among people reached",
        inputs: {
            sharers: f64, People, Whole, "different people who shared the content";
            reach: f64, People, Whole, "different people who saw it";
        },
        output: Ratio, "fraction of the people reached",
        undefined: { sharers > reach => Infeasible; },
        formula: ratio(sharers, reach),
        rollup: RatioOfSums,
        example: (240.0, 12000.0) => 0.02,
        edges: { (12001.0, 12000.0) => Infeasible; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
        notes: "Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap, compute from the unduplicated reach.",
    }

    /// Actions taken by peers per peer who saw an influencer's share.
    follow_through_rate {
        title: "Peer follow-through on an influencer share",
        inputs: {
            actions_by_peers: f64, Count, Whole, "actions peers took after seeing the share";
            peers_exposed: f64, People, Whole, "peers who saw the share";
        },
        output: Ratio, "actions per exposed peer",
        formula: ratio(actions_by_peers, peers_exposed),
        rollup: RatioOfSums,
        example: (36.0, 1200.0) => 0.03,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
        notes: "Article 4 separates influencers who share much but move few from those who share little but whose peers act: sharer_share and follow_through_rate are the two axes.",
    }

    /// Engagement rate of a small sample pulled towards a prior rate, so that little data cannot mislead.
    engagement_rate_shrunk {
        title: "Engagement rate shrunk to a prior (beta-binomial)",
        inputs: {
            engagements: f64, Count, Whole, "engagements counted; at most one per member of the base";
            base: f64, CountOrPeople, Whole, "followers, people reached or views the engagements are counted against";
            prior_a: f64, Ratio, Positive, "prior pseudo-count of engagements";
            prior_b: f64, Ratio, Positive, "prior pseudo-count of non-engagements";
        },
        output: Ratio, "posterior mean engagement rate, as a fraction",
        best_mark: Estimated,
        undefined: { engagements > base => Infeasible; },
        formula: value((engagements + prior_a) / (base + prior_a + prior_b)),
        rollup: Recompute,
        example: (8.0, 100.0, 3.0, 97.0) => 0.055,
        edges: { (101.0, 100.0, 3.0, 97.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// How far the engagement rate of micro influencers lies above that of macro influencers.
    engagement_rate_tier_difference {
        title: "Difference of engagement rates between tiers",
        inputs: {
            er_micro: f64, Ratio, NonNegative, "engagement rate of the micro tier, as a fraction";
            er_macro: f64, Ratio, NonNegative, "engagement rate of the macro tier, as a fraction";
        },
        output: Ratio, "difference as a fraction; positive when micro is higher; carries no standard error",
        formula: value(er_micro - er_macro),
        rollup: Recompute,
        example: (0.0275, 0.0265) => 0.001 within 1e-12,
        source: "Mediakix study (2017; 742 posts, 16 brands) and MarketingProfs chart 32863 (macro 2.65 %, micro 2.75 %)",
        notes: "Reported without a standard error; needs the clustered test in section 3.",
    }
}
