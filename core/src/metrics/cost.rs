//! What reach, attention and customers cost.

use super::arithmetic::whole_up;

metrics! { "cost";
    /// What a thousand impressions cost.
    cpm {
        title: "Cost per thousand impressions",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            impressions: f64, Count, Whole, "times the content was shown";
        },
        output: CurrencyEach, "currency per thousand impressions",
        formula: ratio(1000.0 * cost, impressions),
        rollup: RatioOfSums,
        example: (15000.0, 2_400_000.0) => 6.25,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// What a post costs for every thousand followers of the account.
    cpm_followers {
        title: "Cost per thousand followers",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            followers: f64, People, Whole, "followers of the account";
        },
        output: CurrencyEach, "currency per thousand followers",
        formula: ratio(1000.0 * cost, followers),
        rollup: RatioOfSums,
        example: (1500.0, 100_000.0) => 15.0,
        source: "common definition; no single authority",
    }

    /// What it costs to reach one different person.
    cost_per_reach {
        title: "Cost per person reached",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            unique_reach: f64, People, Whole, "different people reached, each counted once";
        },
        output: CurrencyEach, "currency per person reached",
        formula: ratio(cost, unique_reach),
        rollup: RatioOfSums,
        example: (6000.0, 160_000.0) => 0.0375,
        source: "ANA Influencer Marketing Measurement Guidelines (July 2022)",
        notes: "Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap, compute from the unduplicated reach.",
    }

    /// What one engagement costs.
    cpe {
        title: "Cost per engagement",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            engagements: f64, Count, Whole, "interactions counted as engagement";
        },
        output: CurrencyEach, "currency per engagement",
        formula: ratio(cost, engagements),
        rollup: RatioOfSums,
        example: (500.0, 2000.0) => 0.25,
        source: "ANA Influencer Marketing Measurement Guidelines (July 2022)",
    }

    /// What one click costs.
    cpc {
        title: "Cost per click",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            clicks: f64, Count, Whole, "clicks received";
        },
        output: CurrencyEach, "currency per click",
        formula: ratio(cost, clicks),
        rollup: RatioOfSums,
        example: (500.0, 400.0) => 1.25,
        source: "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the MASB Universal Marketing Dictionary, marketing-dictionary.org",
    }

    /// What one video view costs.
    cpv {
        title: "Cost per view",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            views: f64, Count, Whole, "views, by the platform's definition of a view";
        },
        output: CurrencyEach, "currency per view",
        formula: ratio(cost, views),
        rollup: RatioOfSums,
        example: (500.0, 25000.0) => 0.02,
        source: "ANA Influencer Marketing Measurement Guidelines (July 2022)",
    }

    /// What one conversion costs, whatever action is counted as the conversion.
    cpa {
        title: "Cost per acquisition or conversion",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            conversions: f64, CountOrPeople, Whole, "conversions of the kind the campaign counts";
        },
        output: CurrencyEach, "currency per conversion",
        formula: ratio(cost, conversions),
        rollup: RatioOfSums,
        example: (5000.0, 100.0) => 50.0,
        source: "ANA Influencer Marketing Measurement Guidelines (July 2022)",
    }

    /// What one lead costs.
    cpl {
        title: "Cost per lead",
        inputs: {
            cost: f64, Currency, NonNegative, "what was paid, in one currency";
            leads: f64, CountOrPeople, Whole, "leads won";
        },
        output: CurrencyEach, "currency per lead",
        formula: ratio(cost, leads),
        rollup: RatioOfSums,
        example: (900.0, 60.0) => 15.0,
        source: "common definition; no single authority",
    }

    /// Payout of performance-paid content restated per thousand impressions.
    ecpm {
        title: "Effective CPM of performance-paid content",
        inputs: {
            payout: f64, Currency, NonNegative, "commission or performance fee paid, in one currency";
            impressions: f64, Count, Whole, "times the content was shown";
        },
        output: CurrencyEach, "currency per thousand impressions",
        formula: ratio(1000.0 * payout, impressions),
        rollup: RatioOfSums,
        example: (180.0, 60000.0) => 3.0,
        source: "common definition; no single authority",
    }

    /// Full cost of working with influencers: fees, product and working time.
    all_in_cost {
        title: "All-in cost of influencers (fees, product, coordination)",
        inputs: {
            fees: f64, Currency, NonNegative, "fees paid to influencers, in one currency";
            product_cost: f64, Currency, NonNegative, "cost of products given away, shipping included, in the same currency";
            hours: f64, Hours, NonNegative, "own working time in hours";
            hourly_rate: f64, CurrencyEach, NonNegative, "cost of one working hour, in the same currency";
        },
        output: Currency, "currency",
        formula: value(fees + product_cost + hours * hourly_rate),
        rollup: Sum,
        example: (4000.0, 600.0, 40.0, 30.0) => 5800.0,
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
    }

    /// What coordinating a number of influencers costs in working time.
    coordination_cost {
        title: "Coordination cost of n influencers",
        inputs: {
            n: f64, CountOrPeople, Whole, "number of influencers";
            fixed_hours: f64, Hours, NonNegative, "hours the programme takes whatever its size";
            hours_each: f64, HoursEach, NonNegative, "further hours for each influencer";
            hourly_rate: f64, CurrencyEach, NonNegative, "cost of one working hour, in one currency";
        },
        output: Currency, "currency",
        best_mark: Modelled,
        formula: value((fixed_hours + n * hours_each) * hourly_rate),
        rollup: Recompute,
        example: (100.0, 20.0, 3.0, 25.0) => 8000.0,
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
    }

    /// What a thousand impressions cost when coordination is paid for as well.
    all_in_cpm {
        title: "All-in CPM",
        inputs: {
            fees: f64, Currency, NonNegative, "fees paid to influencers, in one currency";
            coordination: f64, Currency, NonNegative, "cost of coordinating them, in the same currency";
            impressions: f64, Count, Whole, "times the content was shown";
        },
        output: CurrencyEach, "currency per thousand impressions",
        formula: ratio(1000.0 * (fees + coordination), impressions),
        rollup: RatioOfSums,
        example: (10000.0, 8000.0, 1_500_000.0) => 12.0,
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
    }

    /// Coordination cost per micro influencer at which micro and macro reach cost the same.
    micro_breakeven_coordination {
        title: "Coordination cost per micro influencer at which micro and macro cost per reach are equal",
        inputs: {
            macro_cost: f64, Currency, NonNegative, "full cost of the macro influencer, in one currency";
            macro_reach: f64, People, Whole, "people the macro influencer reaches";
            micro_fee: f64, CurrencyEach, NonNegative, "fee of one micro influencer, in the same currency";
            micro_reach: f64, People, Whole, "people one micro influencer reaches";
        },
        output: CurrencyEach, "currency per micro influencer; negative when micro is dearer even with free coordination",
        best_mark: Modelled,
        undefined: { macro_reach == 0.0 => ZeroDenominator; },
        formula: value(micro_reach * macro_cost / macro_reach - micro_fee),
        rollup: Recompute,
        example: (10000.0, 500_000.0, 150.0, 10000.0) => 50.0,
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
        notes: "Negative means micro is dearer even with free coordination.",
    }

    /// Number of equal influencers needed to reach a target, allowing for shared audiences.
    influencers_for_equal_reach {
        title: "Micro influencers needed for the same reach",
        inputs: {
            target_reach: f64, People, Whole, "different people to reach";
            reach_each: f64, PeopleEach, Whole, "people one influencer reaches";
            duplication_rate: f64, Ratio, Fraction, "share of summed reach lost to duplication, as a fraction";
        },
        output: Count, "whole number of influencers, rounded up",
        best_mark: Modelled,
        undefined: { reach_each * (1.0 - duplication_rate) == 0.0 => ZeroDenominator; },
        formula: value(whole_up(target_reach / (reach_each * (1.0 - duplication_rate)))),
        rollup: Recompute,
        example: (500_000.0, 10000.0, 0.2) => 63.0,
        edges: { (500_000.0, 10000.0, 1.0) => ZeroDenominator; },
        answers: { (100_000.0, 10_000.0, 0.9) => 100.0; },
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
    }

    /// Percent by which cost rises when audience size rises by one percent, from two observations.
    cpm_size_elasticity {
        title: "Elasticity of cost with respect to audience size (two points)",
        inputs: {
            cost_small: f64, CurrencyEach, Positive, "cost of the smaller influencer, in one currency";
            size_small: f64, PeopleEach, Positive, "audience of the smaller influencer";
            cost_large: f64, CurrencyEach, Positive, "cost of the larger influencer, in the same currency";
            size_large: f64, PeopleEach, Positive, "audience of the larger influencer";
        },
        output: Ratio, "elasticity; below 1 the cost per thousand falls with size",
        formula: ratio(libm::log(cost_large / cost_small), libm::log(size_large / size_small)),
        rollup: Recompute,
        example: (100.0, 10000.0, 1000.0, 1_000_000.0) => 0.5 within 1e-12,
        edges: { (100.0, 10000.0, 1000.0, 10000.0) => ZeroDenominator; },
        source: "article on micro and macro influencers (Indonesian), after martech.zone",
        notes: "Below 1: CPM falls with size, as the article claims. The elasticity is that of cost, as the title says; that of the CPM is one less.",
    }
}
