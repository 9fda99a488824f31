//! How much of the talk is about the brand, and how favourable it is.

use super::arithmetic::dot;

metrics! { "voice_sentiment";
    /// Share of all mentions in a set of competitors that name the brand.
    share_of_voice_mentions {
        title: "Share of voice by mentions",
        inputs: {
            brand_mentions: f64, Count, Whole, "mentions of the brand";
            market_mentions: f64, Count, Whole, "mentions of all brands in the named competitor set, the brand included";
        },
        output: Ratio, "fraction of mentions",
        undefined: { brand_mentions > market_mentions => Infeasible; },
        formula: ratio(brand_mentions, market_mentions),
        rollup: RatioOfSums,
        family: "share_of_voice", true, "The default for social media; always state which competitors are in the set.",
        example: (50.0, 500.0) => 0.1,
        edges: { (501.0, 500.0) => Infeasible; },
        source: "kpiexamples.operately.com, share of voice (50 of 500 mentions, 10 %)",
    }

    /// Share of a category's media spend that comes from the brand.
    share_of_voice_spend {
        title: "Share of voice by media spend",
        inputs: {
            brand_spend: f64, Currency, NonNegative, "media spend of the brand, in one currency";
            category_spend: f64, Currency, NonNegative, "media spend of the whole category, the brand included, in the same currency";
        },
        output: Ratio, "fraction of category spend",
        undefined: { brand_spend > category_spend => Infeasible; },
        formula: ratio(brand_spend, category_spend),
        rollup: RatioOfSums,
        family: "share_of_voice", false, "Choose it for paid media, for instance to set share of voice against market share.",
        example: (2.0, 16.0) => 0.125,
        edges: {
            (17.0, 16.0) => Infeasible;
            (0.0, 0.0) => ZeroDenominator;
        },
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// Share of all engagement in a set of competitors that the brand receives.
    share_of_engagement {
        title: "Share of engagement",
        inputs: {
            brand_engagements: f64, Count, Whole, "engagements with the brand's posts or mentions";
            market_engagements: f64, Count, Whole, "engagements of the whole competitor set, the brand included";
        },
        output: Ratio, "fraction of engagement",
        undefined: { brand_engagements > market_engagements => Infeasible; },
        formula: ratio(brand_engagements, market_engagements),
        rollup: RatioOfSums,
        family: "share_of_voice", false, "Choose it when reactions count more than the mere number of mentions.",
        example: (3000.0, 12000.0) => 0.25,
        edges: { (12_001.0, 12_000.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Share of mentions that name the brand, each mention weighted by the tier of its source.
    share_of_voice_weighted {
        title: "Share of voice weighted by source tier",
        inputs: {
            brand_mentions: &[f64], Count, NonNegative, "mentions of the brand in each tier";
            market_mentions: &[f64], Count, NonNegative, "mentions of the whole competitor set in each tier";
            tier_weights: &[f64], Ratio, NonNegative, "weight of each tier, in the same order";
        },
        output: Ratio, "fraction of weighted mentions",
        undefined: {
            brand_mentions.len() != market_mentions.len() || market_mentions.len() != tier_weights.len() => Infeasible;
            brand_mentions.iter().zip(market_mentions).any(|(brand, market)| brand > market) => Infeasible;
            dot(market_mentions, tier_weights) == 0.0 => ZeroDenominator;
        },
        formula: pooled(brand_mentions * tier_weights, market_mentions * tier_weights, r"\frac{\sum_k b_k w_k}{\sum_k m_k w_k}"),
        rollup: RatioOfSums,
        family: "share_of_voice", false, "Choose it when sources differ much in weight, for instance national press and small accounts.",
        example: (&[10.0, 20.0, 30.0, 400.0], &[40.0, 50.0, 100.0, 1000.0], &[1.0, 0.6, 0.3, 0.1]) => 0.355 within 1e-09,
        edges: {
            (&[10.0, 20.0, 30.0, 400.0], &[40.0, 50.0, 100.0, 1000.0], &[0.0, 0.0, 0.0, 0.0]) => ZeroDenominator;
            (&[10.0, 20.0], &[40.0, 50.0, 100.0], &[1.0, 0.6, 0.3]) => Infeasible;
            (&[50.0], &[40.0], &[1.0]) => Infeasible;
        },
        source: "marcomindex.com, share-of-voice methodology (tier weights 1.0, 0.6, 0.3, 0.1)",
    }

    /// How far share of voice lies above market share.
    excess_share_of_voice {
        title: "Excess share of voice",
        inputs: {
            share_of_voice: f64, Ratio, Fraction, "share of voice, as a fraction";
            market_share: f64, Ratio, Fraction, "market share, as a fraction";
        },
        output: Ratio, "difference as a fraction; negative when the voice is smaller than the market share",
        formula: value(share_of_voice - market_share),
        rollup: Recompute,
        example: (0.22, 0.15) => 0.07 within 1e-12,
        source: "common definition; no single authority",
    }

    /// Positive less negative mentions as a share of all mentions, neutral ones included.
    net_sentiment {
        title: "Net sentiment (neutral in the base)",
        inputs: {
            positive: f64, Count, Whole, "positive mentions";
            negative: f64, Count, Whole, "negative mentions";
            neutral: f64, Count, Whole, "neutral mentions";
        },
        output: Ratio, "fraction between -1 and 1",
        formula: ratio(positive - negative, positive + negative + neutral),
        rollup: RatioOfSums,
        family: "net_sentiment", true, "The default: neutral mentions stay in the base, so that a few opinions cannot look like many.",
        example: (80.0, 20.0, 100.0) => 0.3,
        edges: { (0.0, 0.0, 0.0) => ZeroDenominator; },
        source: "Black Box Intelligence help article 360003715274 (80 positive, 20 negative, 100 neutral)",
    }

    /// Positive less negative mentions as a share of those that take a side.
    net_sentiment_polar {
        title: "Net sentiment (neutral excluded)",
        inputs: {
            positive: f64, Count, Whole, "positive mentions";
            negative: f64, Count, Whole, "negative mentions";
        },
        output: Ratio, "fraction between -1 and 1",
        formula: ratio(positive - negative, positive + negative),
        rollup: RatioOfSums,
        family: "net_sentiment", false, "Choose it when only the opinionated mentions matter; values lie further out than with neutral ones counted.",
        example: (80.0, 20.0) => 0.6,
        edges: { (0.0, 0.0) => ZeroDenominator; },
        source: "codingace.net, brand sentiment calculator (neutral mentions left out)",
    }

    /// Share of the mentions that take a side which are positive.
    positive_share_polar {
        title: "Positive share excluding neutral",
        inputs: {
            positive: f64, Count, Whole, "positive mentions";
            negative: f64, Count, Whole, "negative mentions";
        },
        output: Ratio, "fraction of non-neutral mentions",
        formula: ratio(positive, positive + negative),
        rollup: RatioOfSums,
        example: (80.0, 20.0) => 0.8,
        edges: { (0.0, 0.0) => ZeroDenominator; },
        source: "Black Box Intelligence help article 360003715274 (80 positive, 20 negative, 100 neutral)",
    }

    /// Positive less negative mentions as a share of a total given separately.
    net_sentiment_total {
        title: "Net sentiment over a given total",
        inputs: {
            positive: f64, Count, Whole, "positive mentions";
            negative: f64, Count, Whole, "negative mentions";
            total: f64, Count, Whole, "all mentions, unrated and neutral ones included";
        },
        output: Ratio, "fraction between -1 and 1",
        undefined: { positive + negative > total => Infeasible; },
        formula: ratio(positive - negative, total),
        rollup: RatioOfSums,
        family: "net_sentiment", false, "Choose it when the total is known but not how many mentions are neutral.",
        example: (800.0, 150.0, 1500.0) => 0.43333333333333335,
        edges: { (800.0, 150.0, 900.0) => Infeasible; },
        source: "japio.com, social media sentiment score (800 positive and 150 negative of 1,500: 43.3)",
    }
}
