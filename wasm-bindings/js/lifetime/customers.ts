/** From purchases to customers, as far as the main job goes. */

export { summarise } from "../customers.js";
export type { CustomerColumn, DateColumn, ExtraColumn, Moment, PurchaseOptions, SummariseOptions, Summary, SummaryReport, TimeUnit } from "../customers.js";
