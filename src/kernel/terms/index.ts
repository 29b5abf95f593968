/**
 * Agreement files and office calendars as `docs/specs/agreement-file.md` specifies them: reading,
 * checking, comparing, validity in time. Pure; nothing here reads the clock.
 */
export {
  type Agreement,
  type Article,
  type Clause,
  type Level,
  type Statement,
  clauseById,
  clausesOf,
  declaresLevels,
  measureKeyOf,
  measureParametersOf,
  partiesText,
  sidesOf,
  statementText,
  versionRefOf
} from './agreement.ts'
export {
  calendarFileKind,
  parseHolidays,
  parseOfficeCalendar,
  workingCalendarOf
} from './calendar-file.ts'
export type { HolidayFile, OfficeCalendarFile } from './calendar-schema.ts'
export { canonicalJson } from './canonical.ts'
export { type Difference, compareAgreements } from './compare.ts'
export { publishedSchemas } from './json-schema.ts'
export { indicatorTitles, unitTexts } from './level-words.ts'
export { agreementMarkdown } from './markdown.ts'
export {
  type MeasureKey,
  type MeasureParameters,
  type MeasureWay,
  measureKeys,
  measures,
  measureWays
} from './measure-names.ts'
export { measureTitleOf, parameterWords } from './parameter-words.ts'
export { parseAgreement } from './parse-agreement.ts'
export type { Parsed } from './parse-file.ts'
export type { Problem } from './problem.ts'
export {
  type ExpiryState,
  type Term,
  type Validity,
  type WarningDays,
  agreementZone,
  expiryState,
  gapDays,
  isInForce,
  validityOf,
  warningDays
} from './validity.ts'
export { type PartyCode, clauseKindTitles, partyCodes } from './words.ts'
