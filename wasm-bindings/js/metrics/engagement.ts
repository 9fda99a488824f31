// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `engagement`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $engagementRateFollowers = new Metric("engagement_rate_followers");

/**
 * Likes and comments on one post relative to the followers of the account.
 *
 * Engagement rate by followers, one post. Formula: `(likes + comments) / followers`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant (default) of the family engagement_rate: The default for feeds in the style of Instagram: choose it
 * when only public numbers are at hand.
 *
 * @param likes - likes on the post (count; a whole number >= 0)
 * @param comments - comments on the post (count; a whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns engagements per follower, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateFollowers(300, 20, 10000); // 0.032
 * ```
 * @see HypeAuditor help article 2764316; example of 3.2 % from costcalculator.calculator.city
 */
export function engagementRateFollowers(likes: number, comments: number, followers: number, options?: Options): number;
export function engagementRateFollowers(likes: Column, comments: Column, followers: Column, options?: Options): Float64Array;
export function engagementRateFollowers(likes: Column, comments: Column, followers: Column, options?: Options): number | Float64Array {
  return $engagementRateFollowers.compute([likes, comments, followers], options) as number | Float64Array;
}

const $engagementRateInteractionsFollowers = new Metric("engagement_rate_interactions_followers");

/**
 * All counted interactions with one post relative to the followers of the account.
 *
 * Engagement rate by followers, all interactions. Formula: `interactions / followers`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family engagement_rate: Choose it when shares or saves are known too; do not compare it with
 * a rate from likes and comments alone.
 *
 * @param interactions - all interactions that are counted, such as likes, comments, shares and saves (count; a
 * whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns interactions per follower, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateInteractionsFollowers(800, 10000); // 0.08
 * ```
 * @see kolivo.ai blog (800 of 10,000 followers, 8 %); duwit.net on measuring influencer marketing (both
 * Indonesian)
 */
export function engagementRateInteractionsFollowers(interactions: number, followers: number, options?: Options): number;
export function engagementRateInteractionsFollowers(interactions: Column, followers: Column, options?: Options): Float64Array;
export function engagementRateInteractionsFollowers(interactions: Column, followers: Column, options?: Options): number | Float64Array {
  return $engagementRateInteractionsFollowers.compute([interactions, followers], options) as number | Float64Array;
}

const $engagementRateReach = new Metric("engagement_rate_reach");

/**
 * Engagements with a post per person it reached.
 *
 * Engagement rate by reach (ERR). Formula: `engagements / reach`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family engagement_rate: Choose it when the account shares its own reach figures; it judges
 * the content, not the size of the following.
 *
 * @param engagements - interactions counted as engagement (count; a whole number >= 0)
 * @param reach - different people who saw the post (people; a whole number >= 0)
 * @returns engagements per person reached, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `reach == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateReach(340, 10000); // 0.034
 * ```
 * @see Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate
 */
export function engagementRateReach(engagements: number, reach: number, options?: Options): number;
export function engagementRateReach(engagements: Column, reach: Column, options?: Options): Float64Array;
export function engagementRateReach(engagements: Column, reach: Column, options?: Options): number | Float64Array {
  return $engagementRateReach.compute([engagements, reach], options) as number | Float64Array;
}

const $engagementRateImpressions = new Metric("engagement_rate_impressions");

/**
 * Engagements with a post per time it was shown.
 *
 * Engagement rate by impressions. Formula: `engagements / impressions`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family engagement_rate: Choose it for paid or repeated exposure and where the platform
 * reports impressions, as LinkedIn does.
 *
 * @param engagements - interactions counted as engagement (count; a whole number >= 0)
 * @param impressions - times the post was shown (count; a whole number >= 0)
 * @returns engagements per impression, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateImpressions(340, 20000); // 0.017
 * ```
 * @see Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate
 */
export function engagementRateImpressions(engagements: number, impressions: number, options?: Options): number;
export function engagementRateImpressions(engagements: Column, impressions: Column, options?: Options): Float64Array;
export function engagementRateImpressions(engagements: Column, impressions: Column, options?: Options): number | Float64Array {
  return $engagementRateImpressions.compute([engagements, impressions], options) as number | Float64Array;
}

const $engagementRateViews = new Metric("engagement_rate_views");

/**
 * Likes and comments on a video per view of it.
 *
 * Engagement rate by views (short video). Formula: `(likes + comments) / views`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family engagement_rate: Choose it for short video, where most viewers do not follow the
 * account.
 *
 * @param likes - likes on the video (count; a whole number >= 0)
 * @param comments - comments on the video (count; a whole number >= 0)
 * @param views - views of the video (count; a whole number >= 0)
 * @returns engagements per view, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `views == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateViews(900, 100, 25000); // 0.04
 * ```
 * @see infludata FAQ 80000601866 (engagement rate) and 80000990632 (overlap over the smaller audience)
 */
export function engagementRateViews(likes: number, comments: number, views: number, options?: Options): number;
export function engagementRateViews(likes: Column, comments: Column, views: Column, options?: Options): Float64Array;
export function engagementRateViews(likes: Column, comments: Column, views: Column, options?: Options): number | Float64Array {
  return $engagementRateViews.compute([likes, comments, views], options) as number | Float64Array;
}

const $engagementRateLikesViews = new Metric("engagement_rate_likes_views");

/**
 * Average likes per video relative to average views per video.
 *
 * Like rate by views (Modash TikTok/YouTube). Formula: `sum(likes) / sum(views)`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family engagement_rate: Choose it to match Modash's figure for TikTok and YouTube; comments
 * are left out.
 *
 * @param likes - likes of each video (count; a finite number >= 0)
 * @param views - views of each video (count; a finite number >= 0)
 * @returns likes per view, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `likes.len() != views.len()`: `infeasible`;
 * `likes.is_empty()`: `insufficient_data`; `sum(views) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateLikesViews([100, 300], [1000, 9000]); // 0.04
 * ```
 * @see Modash help article 6542471 (Instagram: median likes over followers; TikTok and YouTube: average likes
 * over average views; last two months)
 */
export function engagementRateLikesViews(likes: List, views: List, options?: Options): number {
  return $engagementRateLikesViews.compute([likes, views], options) as number;
}

const $engagementRateMedianLikes = new Metric("engagement_rate_median_likes");

/**
 * Likes of the middle post of a series relative to the followers of the account.
 *
 * Median-like engagement rate (Modash Instagram). Formula: `median(likes) / followers`. Unit: ratio. Roll-up:
 * recompute.
 * Variant of the family engagement_rate: Choose it when single posts stand far out, or to match Modash's
 * figure for Instagram.
 *
 * @param likes - likes of each post (count; a finite number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns median likes per follower, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0.0`: `zero_denominator`;
 * `likes.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.engagementRateMedianLikes([100, 120, 5000], 10000); // 0.012
 * ```
 * @see Modash help article 6542471 (Instagram: median likes over followers; TikTok and YouTube: average likes
 * over average views; last two months)
 */
export function engagementRateMedianLikes(likes: List, followers: number, options?: Options): number {
  return $engagementRateMedianLikes.compute([likes, followers], options) as number;
}

const $engagementRateMeanOfPosts = new Metric("engagement_rate_mean_of_posts");

/**
 * Plain average of the engagement rates of several posts, each post counting the same.
 *
 * Mean of per-post engagement rates. Formula: `sum(rates) / sum(1.0)`. Unit: ratio. Roll-up: mean_of_ratios.
 * Variant of the family engagement_rate_aggregation: Choose it to match published per-post averages; small
 * posts or accounts weigh as much as large ones.
 *
 * @param rates - engagement rate of each post, as fractions (ratio; a finite number >= 0)
 * @returns mean engagement rate, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `rates.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.engagementRateMeanOfPosts([0.034, 0.035]); // 0.0345
 * ```
 * @see Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate
 */
export function engagementRateMeanOfPosts(rates: List, options?: Options): number {
  return $engagementRateMeanOfPosts.compute([rates], options) as number;
}

const $engagementRatePooled = new Metric("engagement_rate_pooled");

/**
 * Engagements of many posts or accounts together relative to their bases together.
 *
 * Pooled engagement rate (ratio of sums). Formula: `sum(engagements) / sum(bases)`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant (default) of the family engagement_rate_aggregation: The default for totals over posts or accounts:
 * every person or view in the base counts once.
 * Article rates 5 %, 8 %, 3 %: mean of ratios is 5.333 %, pooled by followers (15,000/350,000) is 4.286 %.
 *
 * @param engagements - engagements of each post or account (count; a finite number >= 0)
 * @param bases - followers, reach or views of each, the same kind of base throughout (count_or_people; a
 * finite number >= 0)
 * @returns pooled engagement rate, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `sum(bases) == 0.0`: `zero_denominator`;
 * `engagements.len() != bases.len()`: `infeasible`
 * @example
 * ```js
 * metrics.engagementRatePooled([50, 40, 60], [1000, 500, 2000]); // 0.04285714285714286
 * ```
 * @see common definition; no single authority
 */
export function engagementRatePooled(engagements: List, bases: List, options?: Options): number {
  return $engagementRatePooled.compute([engagements, bases], options) as number;
}

const $engagementRateDaily = new Metric("engagement_rate_daily");

/**
 * Engagements of one day, with posts of any age, relative to the followers of the account.
 *
 * Daily engagement rate. Formula: `engagements_in_day / followers`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family engagement_rate: Choose it to watch how often followers interact in a day, whatever
 * was posted when.
 *
 * @param engagementsInDay - engagements received on that day (count; a whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns engagements per follower and day, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateDaily(450, 15000); // 0.03
 * ```
 * @see Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate; NapoleonCat
 * help article 1096078
 */
export function engagementRateDaily(engagementsInDay: number, followers: number, options?: Options): number;
export function engagementRateDaily(engagementsInDay: Column, followers: Column, options?: Options): Float64Array;
export function engagementRateDaily(engagementsInDay: Column, followers: Column, options?: Options): number | Float64Array {
  return $engagementRateDaily.compute([engagementsInDay, followers], options) as number | Float64Array;
}

const $engagementRateDailyAverage = new Metric("engagement_rate_daily_average");

/**
 * Engagements per day over several days relative to the followers of the account.
 *
 * Average daily engagement rate. Formula: `engagements / (days * followers)`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family engagement_rate: Choose it instead of a single day's rate when days differ, for
 * instance over a week.
 *
 * @param engagements - engagements received over all the days (count; a whole number >= 0)
 * @param days - number of days (count; a whole number >= 1)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns engagements per follower and day, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateDailyAverage(3150, 7, 15000); // 0.03
 * ```
 * @see Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate
 */
export function engagementRateDailyAverage(engagements: number, days: number, followers: number, options?: Options): number;
export function engagementRateDailyAverage(engagements: Column, days: Column, followers: Column, options?: Options): Float64Array;
export function engagementRateDailyAverage(engagements: Column, days: Column, followers: Column, options?: Options): number | Float64Array {
  return $engagementRateDailyAverage.compute([engagements, days, followers], options) as number | Float64Array;
}

const $engagementRateAllActionsImpressions = new Metric("engagement_rate_all_actions_impressions");

/**
 * Likes, comments, shares, clicks, saves and sends of a post per time it was shown.
 *
 * All-action engagement rate by impressions. Formula: `(likes + comments + shares + clicks + saves + sends) /
 * impressions`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family engagement_rate: Choose it when the platform reports every kind of action and clicks
 * should count as engagement.
 *
 * @param inputs.likes - likes on the post (count; a whole number >= 0)
 * @param inputs.comments - comments on the post (count; a whole number >= 0)
 * @param inputs.shares - public shares or reposts (count; a whole number >= 0)
 * @param inputs.clicks - clicks on the post (count; a whole number >= 0)
 * @param inputs.saves - times the post was saved (count; a whole number >= 0)
 * @param inputs.sends - times the post was sent in a private message (count; a whole number >= 0)
 * @param inputs.impressions - times the post was shown (count; a whole number >= 0)
 * @returns actions per impression, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.engagementRateAllActionsImpressions({ likes: 120, comments: 30, shares: 20, clicks: 60, saves: 15,
 * sends: 5, impressions: 5000 });
 * // 0.05
 * ```
 * @see Zernio API reference, docs.rs/crate/late (which uses three different engagement-rate formulas)
 */
export function engagementRateAllActionsImpressions(inputs: { readonly likes: number; readonly comments: number; readonly shares: number; readonly clicks: number; readonly saves: number; readonly sends: number; readonly impressions: number }, options?: Options): number;
export function engagementRateAllActionsImpressions(inputs: { readonly likes: Column; readonly comments: Column; readonly shares: Column; readonly clicks: Column; readonly saves: Column; readonly sends: Column; readonly impressions: Column }, options?: Options): Float64Array;
export function engagementRateAllActionsImpressions(inputs: { readonly likes: Column; readonly comments: Column; readonly shares: Column; readonly clicks: Column; readonly saves: Column; readonly sends: Column; readonly impressions: Column }, options?: Options): number | Float64Array {
  return $engagementRateAllActionsImpressions.compute(inputs, options) as number | Float64Array;
}

const $conversationRate = new Metric("conversation_rate");

/**
 * Comments or replies per post.
 *
 * Conversation rate (comments per post). Formula: `comments / posts`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family conversation_rate: The default, as Kaushik defines it; choose it to follow
 * one account over time.
 *
 * @param comments - comments received (count; a whole number >= 0)
 * @param posts - posts published (count; a whole number >= 0)
 * @returns comments per post
 * @throws RangeError with a `code`: an input outside its domain; `posts == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.conversationRate(60, 12); // 5
 * ```
 * @see A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1
 */
export function conversationRate(comments: number, posts: number, options?: Options): number;
export function conversationRate(comments: Column, posts: Column, options?: Options): Float64Array;
export function conversationRate(comments: Column, posts: Column, options?: Options): number | Float64Array {
  return $conversationRate.compute([comments, posts], options) as number | Float64Array;
}

const $amplificationRate = new Metric("amplification_rate");

/**
 * Shares or reposts per post.
 *
 * Amplification rate (shares per post). Formula: `shares / posts`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family amplification_rate: The default, as Kaushik defines it; choose it to follow
 * one account over time.
 *
 * @param shares - shares received (count; a whole number >= 0)
 * @param posts - posts published (count; a whole number >= 0)
 * @returns shares per post
 * @throws RangeError with a `code`: an input outside its domain; `posts == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.amplificationRate(60, 12); // 5
 * ```
 * @see A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1
 */
export function amplificationRate(shares: number, posts: number, options?: Options): number;
export function amplificationRate(shares: Column, posts: Column, options?: Options): Float64Array;
export function amplificationRate(shares: Column, posts: Column, options?: Options): number | Float64Array {
  return $amplificationRate.compute([shares, posts], options) as number | Float64Array;
}

const $applauseRate = new Metric("applause_rate");

/**
 * Likes or similar approvals per post.
 *
 * Applause rate (likes per post). Formula: `likes / posts`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family applause_rate: The default and only variant, per post as Kaushik defines it;
 * choose it to follow one account over time.
 *
 * @param likes - likes received (count; a whole number >= 0)
 * @param posts - posts published (count; a whole number >= 0)
 * @returns likes per post
 * @throws RangeError with a `code`: an input outside its domain; `posts == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.applauseRate(60, 12); // 5
 * ```
 * @see A. Kaushik, Best Social Media Metrics (2011), kaushik.net; TrueSocialMetrics University 3.1
 */
export function applauseRate(likes: number, posts: number, options?: Options): number;
export function applauseRate(likes: Column, posts: Column, options?: Options): Float64Array;
export function applauseRate(likes: Column, posts: Column, options?: Options): number | Float64Array {
  return $applauseRate.compute([likes, posts], options) as number | Float64Array;
}

const $relativeConversationRate = new Metric("relative_conversation_rate");

/**
 * Comments per post for every thousand followers.
 *
 * Conversation rate per post per 1,000 followers. Formula: `1000.0 * comments / (posts * followers)`. Unit:
 * per_thousand. Roll-up: ratio_of_sums.
 * Variant of the family conversation_rate: Choose it to compare accounts of different size.
 *
 * @param comments - comments received (count; a whole number >= 0)
 * @param posts - posts published (count; a whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns comments per post per 1,000 followers
 * @throws RangeError with a `code`: an input outside its domain; `posts == 0.0`: `zero_denominator`;
 * `followers == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.relativeConversationRate(60, 12, 2500); // 2
 * ```
 * @see TrueSocialMetrics University 3.1 (rates per post; relative rates per 1,000 followers)
 */
export function relativeConversationRate(comments: number, posts: number, followers: number, options?: Options): number;
export function relativeConversationRate(comments: Column, posts: Column, followers: Column, options?: Options): Float64Array;
export function relativeConversationRate(comments: Column, posts: Column, followers: Column, options?: Options): number | Float64Array {
  return $relativeConversationRate.compute([comments, posts, followers], options) as number | Float64Array;
}

const $relativeAmplificationRate = new Metric("relative_amplification_rate");

/**
 * Shares per post for every thousand followers.
 *
 * Amplification rate per post per 1,000 followers. Formula: `1000.0 * shares / (posts * followers)`. Unit:
 * per_thousand. Roll-up: ratio_of_sums.
 * Variant of the family amplification_rate: Choose it to compare accounts of different size that post at
 * different rates.
 *
 * @param shares - shares received (count; a whole number >= 0)
 * @param posts - posts published (count; a whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns shares per post per 1,000 followers
 * @throws RangeError with a `code`: an input outside its domain; `posts == 0.0`: `zero_denominator`;
 * `followers == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.relativeAmplificationRate(30, 10, 6000); // 0.5
 * ```
 * @see TrueSocialMetrics University 3.1 (rates per post; relative rates per 1,000 followers)
 */
export function relativeAmplificationRate(shares: number, posts: number, followers: number, options?: Options): number;
export function relativeAmplificationRate(shares: Column, posts: Column, followers: Column, options?: Options): Float64Array;
export function relativeAmplificationRate(shares: Column, posts: Column, followers: Column, options?: Options): number | Float64Array {
  return $relativeAmplificationRate.compute([shares, posts, followers], options) as number | Float64Array;
}

const $amplificationRateFollowers = new Metric("amplification_rate_followers");

/**
 * Shares relative to the followers of the account.
 *
 * Amplification rate by followers. Formula: `shares / followers`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family amplification_rate: Choose it to match Hootsuite's definition, for one post or for one
 * fixed period.
 *
 * @param shares - shares received (count; a whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns shares per follower, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.amplificationRateFollowers(120, 6000); // 0.02
 * ```
 * @see Hootsuite blog, six engagement-rate formulas, blog.hootsuite.com/calculate-engagement-rate
 */
export function amplificationRateFollowers(shares: number, followers: number, options?: Options): number;
export function amplificationRateFollowers(shares: Column, followers: Column, options?: Options): Float64Array;
export function amplificationRateFollowers(shares: Column, followers: Column, options?: Options): number | Float64Array {
  return $amplificationRateFollowers.compute([shares, followers], options) as number | Float64Array;
}

const $viralityRateImpressions = new Metric("virality_rate_impressions");

/**
 * Shares per time the content was shown.
 *
 * Virality rate (shares over impressions). Formula: `shares / impressions`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param shares - shares received (count; a whole number >= 0)
 * @param impressions - times the content was shown (count; a whole number >= 0)
 * @returns shares per impression, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.viralityRateImpressions(150, 30000); // 0.005
 * ```
 * @see common definition; no single authority
 */
export function viralityRateImpressions(shares: number, impressions: number, options?: Options): number;
export function viralityRateImpressions(shares: Column, impressions: Column, options?: Options): Float64Array;
export function viralityRateImpressions(shares: Column, impressions: Column, options?: Options): number | Float64Array {
  return $viralityRateImpressions.compute([shares, impressions], options) as number | Float64Array;
}

const $saveRateReach = new Metric("save_rate_reach");

/**
 * Saves of a post per person it reached.
 *
 * Save rate by reach. Formula: `saves / reach`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param saves - times the post was saved (count; a whole number >= 0)
 * @param reach - different people who saw the post (people; a whole number >= 0)
 * @returns saves per person reached, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `reach == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.saveRateReach(180, 12000); // 0.015
 * ```
 * @see common definition; no single authority
 */
export function saveRateReach(saves: number, reach: number, options?: Options): number;
export function saveRateReach(saves: Column, reach: Column, options?: Options): Float64Array;
export function saveRateReach(saves: Column, reach: Column, options?: Options): number | Float64Array {
  return $saveRateReach.compute([saves, reach], options) as number | Float64Array;
}

const $clickThroughRate = new Metric("click_through_rate");

/**
 * Clicks per time the content was shown.
 *
 * Click-through rate. Formula: `clicks / impressions`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param clicks - clicks on the link or advertisement (count; a whole number >= 0)
 * @param impressions - times it was shown (count; a whole number >= 0)
 * @returns clicks per impression, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.clickThroughRate(5, 100); // 0.05
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function clickThroughRate(clicks: number, impressions: number, options?: Options): number;
export function clickThroughRate(clicks: Column, impressions: Column, options?: Options): Float64Array;
export function clickThroughRate(clicks: Column, impressions: Column, options?: Options): number | Float64Array {
  return $clickThroughRate.compute([clicks, impressions], options) as number | Float64Array;
}

const $commentToLikeRatio = new Metric("comment_to_like_ratio");

/**
 * Comments for each like.
 *
 * Comment-to-like ratio. Formula: `comments / likes`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param comments - comments received (count; a whole number >= 0)
 * @param likes - likes received (count; a whole number >= 0)
 * @returns comments per like
 * @throws RangeError with a `code`: an input outside its domain; `likes == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.commentToLikeRatio(20, 400); // 0.05
 * ```
 * @see common definition; no single authority
 */
export function commentToLikeRatio(comments: number, likes: number, options?: Options): number;
export function commentToLikeRatio(comments: Column, likes: Column, options?: Options): Float64Array;
export function commentToLikeRatio(comments: Column, likes: Column, options?: Options): number | Float64Array {
  return $commentToLikeRatio.compute([comments, likes], options) as number | Float64Array;
}

const $weightedEngagement = new Metric("weighted_engagement");

/**
 * Engagement total in which each kind of action counts with a weight the caller sets.
 *
 * Weighted engagement total. Formula: `dot(counts, weights)`. Unit: score. Roll-up: sum.
 *
 * @param counts - number of actions of each kind (count; a finite number >= 0)
 * @param weights - weight of each kind of action, in the same order (ratio; a finite number >= 0)
 * @returns weighted points
 * @throws RangeError with a `code`: an input outside its domain; `counts.len() != weights.len()`: `infeasible`
 * @example
 * ```js
 * metrics.weightedEngagement([100, 20, 5], [1, 2, 3]); // 155
 * ```
 * @see common definition; no single authority
 */
export function weightedEngagement(counts: List, weights: List, options?: Options): number {
  return $weightedEngagement.compute([counts, weights], options) as number;
}

const $sharerShare = new Metric("sharer_share");

/**
 * Share of the people reached who passed the content on.
 *
 * Sharers among people reached. Formula: `sharers / reach`. Unit: ratio. Roll-up: ratio_of_sums.
 * Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
 * compute from the unduplicated reach.
 *
 * @param sharers - different people who shared the content (people; a whole number >= 0)
 * @param reach - different people who saw it (people; a whole number >= 0)
 * @returns fraction of the people reached
 * @throws RangeError with a `code`: an input outside its domain; `reach == 0`: `zero_denominator`; `sharers >
 * reach`: `infeasible`
 * @example
 * ```js
 * metrics.sharerShare(240, 12000); // 0.02
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function sharerShare(sharers: number, reach: number, options?: Options): number;
export function sharerShare(sharers: Column, reach: Column, options?: Options): Float64Array;
export function sharerShare(sharers: Column, reach: Column, options?: Options): number | Float64Array {
  return $sharerShare.compute([sharers, reach], options) as number | Float64Array;
}

const $followThroughRate = new Metric("follow_through_rate");

/**
 * Actions taken by peers per peer who saw an influencer's share.
 *
 * Peer follow-through on an influencer share. Formula: `actions_by_peers / peers_exposed`. Unit: ratio. Roll-
 * up: ratio_of_sums.
 * Article 4 separates influencers who share much but move few from those who share little but whose peers act:
 * sharer_share and follow_through_rate are the two axes.
 *
 * @param actionsByPeers - actions peers took after seeing the share (count; a whole number >= 0)
 * @param peersExposed - peers who saw the share (people; a whole number >= 0)
 * @returns actions per exposed peer
 * @throws RangeError with a `code`: an input outside its domain; `peers_exposed == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.followThroughRate(36, 1200); // 0.03
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function followThroughRate(actionsByPeers: number, peersExposed: number, options?: Options): number;
export function followThroughRate(actionsByPeers: Column, peersExposed: Column, options?: Options): Float64Array;
export function followThroughRate(actionsByPeers: Column, peersExposed: Column, options?: Options): number | Float64Array {
  return $followThroughRate.compute([actionsByPeers, peersExposed], options) as number | Float64Array;
}

const $engagementRateShrunk = new Metric("engagement_rate_shrunk");

/**
 * Engagement rate of a small sample pulled towards a prior rate, so that little data cannot mislead.
 *
 * Engagement rate shrunk to a prior (beta-binomial). Formula: `(engagements + prior_a) / (base + prior_a +
 * prior_b)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.engagements - engagements counted; at most one per member of the base (count; a whole number
 * >= 0)
 * @param inputs.base - followers, people reached or views the engagements are counted against
 * (count_or_people; a whole number >= 0)
 * @param inputs.priorA - prior pseudo-count of engagements (ratio; a finite number > 0)
 * @param inputs.priorB - prior pseudo-count of non-engagements (ratio; a finite number > 0)
 * @returns posterior mean engagement rate, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `engagements > base`: `infeasible`
 * @example
 * ```js
 * metrics.engagementRateShrunk({ engagements: 8, base: 100, priorA: 3, priorB: 97 }); // 0.055
 * ```
 * @see common definition; no single authority
 */
export function engagementRateShrunk(inputs: { readonly engagements: number; readonly base: number; readonly priorA: number; readonly priorB: number }, options?: Options): number;
export function engagementRateShrunk(inputs: { readonly engagements: Column; readonly base: Column; readonly priorA: Column; readonly priorB: Column }, options?: Options): Float64Array;
export function engagementRateShrunk(inputs: { readonly engagements: Column; readonly base: Column; readonly priorA: Column; readonly priorB: Column }, options?: Options): number | Float64Array {
  return $engagementRateShrunk.compute(inputs, options) as number | Float64Array;
}

const $engagementRateTierDifference = new Metric("engagement_rate_tier_difference");

/**
 * How far the engagement rate of micro influencers lies above that of macro influencers.
 *
 * Difference of engagement rates between tiers. Formula: `er_micro - er_macro`. Unit: ratio. Roll-up:
 * recompute.
 * Reported without a standard error; needs the clustered test in section 3.
 *
 * @param erMicro - engagement rate of the micro tier, as a fraction (ratio; a finite number >= 0)
 * @param erMacro - engagement rate of the macro tier, as a fraction (ratio; a finite number >= 0)
 * @returns difference as a fraction; positive when micro is higher; carries no standard error
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.engagementRateTierDifference(0.0275, 0.0265); // 0.001
 * ```
 * @see Mediakix study (2017; 742 posts, 16 brands) and MarketingProfs chart 32863 (macro 2.65 %, micro 2.75 %)
 */
export function engagementRateTierDifference(erMicro: number, erMacro: number, options?: Options): number;
export function engagementRateTierDifference(erMicro: Column, erMacro: Column, options?: Options): Float64Array;
export function engagementRateTierDifference(erMicro: Column, erMacro: Column, options?: Options): number | Float64Array {
  return $engagementRateTierDifference.compute([erMicro, erMacro], options) as number | Float64Array;
}
