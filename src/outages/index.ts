// The door of outages: what is watched, what was down, unknown or planned, for whoever measures it.
export type { Outage, OutageCause } from './outages/outage.ts'
export { openOutages, outageById, outagesBetween } from './outages/outage-store.ts'
export { gapsOfFacts } from './outages/gap.ts'
export { detectOutages } from './outages/detect-outages.ts'
/** Components, their watching, and time without results. */
export * as probing from './probes/index.ts'
/** Holds outages, gaps, vantage points, targets and channels against the facts. */
export * as outageCheck from './outages/check-outages.ts'
/** Holds planned outages and suspensions against the facts. */
export * as plannedCheck from './planned/check-planned.ts'
/** Holds failure reports and their receipts against the facts. */
export * as reportCheck from './reports/check-reports.ts'
/** The status now, and copies of its pages for when the database is away. */
export * as statusBoard from './status/index.ts'
/** What probes, IT managers and reporters do, for the replay of a demonstration. */
export * as replayed from './replayed.ts'
