//! What unpaid exposure, gifted product and customer content amount to; prices are the caller's.

use super::arithmetic::sum;

metrics! { "earned_media";
    /// Cost-equivalent of earned likes, comments and impressions at the caller's price for each.
    emv_weighted {
        title: "Earned media value, price list per action",
        inputs: {
            likes: f64, Count, Whole, "likes earned";
            comments: f64, Count, Whole, "comments earned";
            impressions: f64, Count, Whole, "impressions earned";
            like_value: f64, CurrencyEach, NonNegative, "price set for one like, in one currency";
            comment_value: f64, CurrencyEach, NonNegative, "price set for one comment, in the same currency";
            cpm: f64, CurrencyEach, NonNegative, "price set for a thousand impressions, in the same currency";
        },
        output: Currency, "currency; what it might have cost to buy, not value earned",
        best_mark: Modelled,
        formula: value(likes * like_value + comments * comment_value + impressions / 1000.0 * cpm),
        rollup: Sum,
        family: "emv", false, "Choose it when a price for every action has been agreed; report the price list with the result.",
        example: (5000.0, 500.0, 50000.0, 0.3, 0.5, 0.05) => 1752.5,
        source: "Later Influence help article 21083269843607 (EMV with the Ayzenberg index)",
        notes: "No default EMV: every vendor has its own price list and AMEC rejects cost-equivalence. Require the caller to pass the prices.",
    }

    /// Cost-equivalent of earned impressions at the price of paid ones.
    emv_cpm {
        title: "Earned media value, paid-CPM equivalent",
        inputs: {
            impressions: f64, Count, Whole, "impressions earned";
            cpm: f64, CurrencyEach, NonNegative, "price of a thousand paid impressions, in one currency";
        },
        output: Currency, "currency; what it might have cost to buy, not value earned",
        best_mark: Modelled,
        formula: value(impressions / 1000.0 * cpm),
        rollup: Sum,
        family: "emv", false, "Choose it when only impressions are known and a comparable paid CPM is at hand.",
        example: (50000.0, 10.8) => 540.0 within 1e-09,
        source: "Duel help pages on EMV (views priced at CPM, reactions and comments at CPC)",
    }

    /// Cost-equivalent of earned views at a CPM and of earned reactions and comments at a CPC.
    emv_cpm_cpc {
        title: "Earned media value, CPM plus CPC",
        inputs: {
            views: f64, Count, Whole, "views earned";
            cpm: f64, CurrencyEach, NonNegative, "price of a thousand paid impressions, in one currency";
            reactions: f64, Count, Whole, "reactions earned";
            comments: f64, Count, Whole, "comments earned";
            cpc: f64, CurrencyEach, NonNegative, "price of one paid click, in the same currency";
        },
        output: Currency, "currency; what it might have cost to buy, not value earned",
        best_mark: Modelled,
        formula: value(views / 1000.0 * cpm + (reactions + comments) * cpc),
        rollup: Sum,
        family: "emv", false, "Choose it when exposure and interaction should be priced apart, as Duel does.",
        example: (50000.0, 10.8, 500.0, 50.0, 1.0) => 1090.0 within 1e-09,
        source: "Duel help pages on EMV (views priced at CPM, reactions and comments at CPC)",
    }

    /// Earned media value as a multiple of what the campaign cost; not a return on investment.
    emv_multiple {
        title: "EMV over cost (some vendors call it ROI)",
        inputs: {
            emv: f64, Currency, NonNegative, "earned media value, in one currency";
            cost: f64, Currency, NonNegative, "cost of the campaign, in the same currency";
        },
        output: Ratio, "cost-equivalent per unit of cost",
        best_mark: Modelled,
        formula: ratio(emv, cost),
        rollup: RatioOfSums,
        example: (1752.5, 500.0) => 3.505,
        source: "Later Influence help article 21083269843607 (EMV with the Ayzenberg index)",
        notes: "Never label this ROI: the same help page has carried two different ROI formulas, EMV/cost and (EMV + sales - cost)/cost.",
    }

    /// Factor by which earned media value is inflated when every brand in a post is given all of it.
    emv_double_count_factor {
        title: "EMV double counting when each brand mention gets the full post EMV",
        inputs: {
            brands_per_post: &[f64], Count, NonNegative, "brands mentioned in each post";
            emv_per_post: &[f64], Currency, NonNegative, "earned media value of each post, in one currency";
        },
        output: Ratio, "multiple of the value counted once; 1 means no double counting",
        undefined: {
            brands_per_post.len() != emv_per_post.len() => Infeasible;
            sum(emv_per_post) == 0.0 => ZeroDenominator;
        },
        formula: pooled(brands_per_post * emv_per_post, emv_per_post, r"\frac{\sum_i b_i v_i}{\sum_i v_i}"),
        rollup: RatioOfSums,
        example: (&[3.0, 1.0], &[500_000.0, 500_000.0]) => 2.0,
        edges: {
            (&[3.0, 1.0], &[0.0, 0.0]) => ZeroDenominator;
            (&[3.0], &[500_000.0, 500_000.0]) => Infeasible;
        },
        source: "common definition; no single authority",
        notes: "CreatorIQ credits the whole post to every mentioned brand (500k to each of three brands).",
    }

    /// Earned impressions at a later time as a multiple of those at an earlier one.
    earned_impressions_growth {
        title: "Growth multiple of earned impressions",
        inputs: {
            later: f64, Count, Whole, "cumulative earned impressions at the later time";
            first: f64, Count, Whole, "cumulative earned impressions at the earlier time";
        },
        output: Ratio, "multiple; gross impressions, not people",
        formula: ratio(later, first),
        rollup: Recompute,
        example: (5_000_000_000.0, 2_300_000_000.0) => 2.1739130434782608,
        source: "article on influencer loyalty programmes (Malay)",
    }

    /// What producing usable customer content in-house would have cost, less the cost of the programme.
    ugc_replacement_value {
        title: "Value of user-generated content (replacement cost)",
        inputs: {
            usable_assets: f64, Count, Whole, "pieces of customer content good enough to use";
            cost_per_produced_asset: f64, CurrencyEach, NonNegative, "cost of producing one such piece, in one currency";
            programme_cost: f64, Currency, NonNegative, "cost of the programme that brought them in, in the same currency";
        },
        output: Currency, "currency; negative when producing them would have been cheaper",
        best_mark: Modelled,
        formula: value(usable_assets * cost_per_produced_asset - programme_cost),
        rollup: Sum,
        example: (120.0, 150.0, 6000.0) => 12000.0,
        source: "common definition; no single authority",
    }

    /// Share of the creators given free product who posted about it.
    seeding_post_rate {
        title: "Product-seeding post rate",
        inputs: {
            creators_who_posted: f64, CountOrPeople, Whole, "creators who posted at least once";
            creators_seeded: f64, CountOrPeople, Whole, "creators who were sent product";
        },
        output: Ratio, "fraction of creators sent product",
        undefined: { creators_who_posted > creators_seeded => Infeasible; },
        formula: ratio(creators_who_posted, creators_seeded),
        rollup: RatioOfSums,
        example: (84.0, 200.0) => 0.42,
        edges: { (201.0, 200.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Product and shipping cost for each post obtained by giving product away.
    seeding_cost_per_post {
        title: "Seeding cost per post obtained",
        inputs: {
            units_sent: f64, Count, Whole, "units sent out";
            unit_cogs: f64, CurrencyEach, NonNegative, "cost of goods per unit, in one currency";
            unit_shipping: f64, CurrencyEach, NonNegative, "shipping per unit, in the same currency";
            posts: f64, Count, Whole, "posts obtained";
        },
        output: CurrencyEach, "currency per post",
        formula: ratio(units_sent * (unit_cogs + unit_shipping), posts),
        rollup: RatioOfSums,
        example: (200.0, 12.0, 9.0, 84.0) => 50.0,
        source: "common definition; no single authority",
    }

    /// Contest entries for every thousand followers.
    contest_entries_per_1000 {
        title: "Contest entries per 1,000 followers",
        inputs: {
            entries: f64, Count, Whole, "entries to the contest";
            followers: f64, People, Whole, "followers of the account that ran it";
        },
        output: PerThousand, "entries per 1,000 followers",
        formula: ratio(1000.0 * entries, followers),
        rollup: RatioOfSums,
        example: (450.0, 90000.0) => 5.0,
        source: "common definition; no single authority",
    }

    /// Share of the stock received that was sold.
    sell_through_rate {
        title: "Sell-through rate",
        inputs: {
            units_sold: f64, Count, Whole, "units sold in the period";
            units_received: f64, Count, Whole, "units received for sale";
        },
        output: Ratio, "fraction of units received",
        undefined: { units_sold > units_received => Infeasible; },
        formula: ratio(units_sold, units_received),
        rollup: RatioOfSums,
        example: (850.0, 1000.0) => 0.85,
        edges: { (1001.0, 1000.0) => Infeasible; },
        source: "common definition; no single authority",
    }

    /// Units sold per minute from launch on.
    sell_out_velocity {
        title: "Sell-out velocity",
        inputs: {
            units_sold: f64, Count, Whole, "units sold";
            minutes: f64, Minutes, Positive, "minutes the sale took";
        },
        output: PerMinute, "units per minute",
        formula: value(units_sold / minutes),
        rollup: Recompute,
        example: (500.0, 10.0) => 50.0,
        source: "article on influencer loyalty programmes (Malay)",
        notes: "Article: first item gone within 10 minutes; unit count not given.",
    }

    /// Share of the posts about a brand that are positive.
    positive_content_share {
        title: "Share of positive posts",
        inputs: {
            positive: f64, Count, Whole, "posts rated positive";
            total: f64, Count, Whole, "all posts, neutral and negative ones included";
        },
        output: Ratio, "fraction of posts",
        undefined: { positive > total => Infeasible; },
        formula: ratio(positive, total),
        rollup: RatioOfSums,
        example: (180.0, 200.0) => 0.9,
        edges: { (201.0, 200.0) => Infeasible; },
        source: "common definition; no single authority",
    }
}
