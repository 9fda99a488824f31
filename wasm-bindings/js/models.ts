/**
 * Models of customers: who is still there, how often they will buy, what they will spend.
 *
 * A model is made by `fit` from a summary of purchases, by `fromParams` or by `fromJson`, and then asked.
 */

export { BetaDiscreteWeibull } from "./models/beta_discrete_weibull.js";
export { BgBb } from "./models/bg_bb.js";
export { BgCnbd } from "./models/bg_cnbd.js";
export { BgNbd } from "./models/bg_nbd.js";
export { compare, likelihoodRatioTest } from "./models/comparison.js";
export { GammaGamma } from "./models/gamma_gamma.js";
export { GgomNbd } from "./models/ggom_nbd.js";
export { lifetimeValue } from "./models/lifetime_value.js";
export { MbgCnbd } from "./models/mbg_cnbd.js";
export { MbgNbd } from "./models/mbg_nbd.js";
export { Nbd } from "./models/nbd.js";
export { ParetoNbd } from "./models/pareto_nbd.js";
export { ShiftedBetaGeometric } from "./models/shifted_beta_geometric.js";
export { regularity } from "./models/regularity.js";
export { samplePosterior } from "./models/posterior.js";
export { validate } from "./models/validation.js";
export type { Diagnosis, Effect, Fit, FitOptions, Interval, PurchaseFitOptions, TimeUnit } from "./models/base.js";
export type { Histories, History, PurchaseData, Simulated } from "./models/purchase.js";
export type { ContractCustomers, ContractData, SimulatedContracts } from "./models/contract.js";
export type { OpportunityData } from "./models/bg_bb.js";
export type { Regularity, RegularityOptions } from "./models/regularity.js";
export type { SpendData } from "./models/gamma_gamma.js";
export type { LifetimeOptions } from "./models/lifetime_value.js";
export type { HoldoutSummary, ValidateOptions, Validation } from "./models/validation.js";
export type { ComparedModel, LikelihoodRatio } from "./models/comparison.js";
export type { ParameterPosterior, Posterior, PosteriorOptions, Predicted } from "./models/posterior.js";
