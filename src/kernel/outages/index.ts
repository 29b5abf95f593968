/**
 * Outages: what looks from several places at a target say together, when it was down, up, or unknown.
 * Pure and browser-safe; nothing here reads the clock.
 */
export { addBeats, type Beat, type BeatStretch, joinIntervals } from './stretches.ts'
export { type WatchRules, silentIntervals } from './vantage.ts'
export {
  type DownSpan,
  type OpenSpan,
  type Reading,
  type ReadingWindow,
  type TargetRecord,
  type VantageRecord,
  readComponent,
  readTarget
} from './detect.ts'
