/**
 * Models of customers: who is still there, how often they will buy, what they will spend.
 *
 * A model is made by `fit` from a summary of purchases, by `fromParams` or by `fromJson`, and then asked.
 */

export * from "./models/names.js";
export { compare, likelihoodRatioTest } from "./models/comparison.js";
export { contractLifetimeValue, lifetimeValue } from "./models/lifetime_value.js";
export { regularity } from "./models/regularity.js";
export { samplePosterior } from "./models/posterior.js";
export { validate } from "./models/validation.js";
export type { CovariateFitOptions, Diagnosis, Effect, Fit, FitOptions, Interval, ParameterInterval, Periods, PurchaseFitOptions, SimulateOptions, TimeUnit } from "./models/base.js";
export type { Histories, History, OpportunityData, PurchaseData, Simulated } from "./models/purchase.js";
export type { RegularData } from "./models/regular.js";
export type { ContractCustomers, ContractData, SimulatedContracts } from "./models/contract.js";
export type { Regularity, RegularityOptions } from "./models/regularity.js";
export type { SpendData } from "./models/spend.js";
export type { ContractLifetimeOptions, LifetimeOptions } from "./models/lifetime_value.js";
export type { HoldoutSummary, ValidateOptions, Validation } from "./models/validation.js";
export type { ComparedModel, LikelihoodRatio } from "./models/comparison.js";
export type { ParameterPosterior, Posterior, PosteriorOptions, Predicted } from "./models/posterior.js";
