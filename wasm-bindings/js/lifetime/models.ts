/** The two models of the main job, and what customers will be worth. */

export { BgNbd } from "../models/bg_nbd.js";
export { GammaGamma } from "../models/gamma_gamma.js";
export { lifetimeValue } from "../models/lifetime_value.js";
export type { Diagnosis, Fit, FitOptions, TimeUnit } from "../models/base.js";
export type { LifetimeOptions } from "../models/lifetime_value.js";
export type { Histories, History, PurchaseData } from "../models/purchase.js";
export type { SpendData } from "../models/spend.js";
