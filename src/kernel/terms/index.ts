/**
 * Agreement files and office calendars as `docs/specs/agreement-file.md` specifies them: reading,
 * checking, comparing, validity in time. Pure; nothing here reads the clock.
 */
export {
  type Agreement,
  type Article,
  type Clause,
  type Level,
  type Measure,
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
export { type Difference, type DifferenceArea, compareAgreements } from './compare.ts'
export { fileSizeBytesMax } from './decode-text.ts'
export { publishedSchemas } from './json-schema.ts'
export { indicatorTitles, unitTexts } from './level-words.ts'
export { agreementMarkdown } from './markdown.ts'
export {
  type MeasureKey,
  type MeasureName,
  type MeasureParameters,
  type MeasureWay,
  measureKeys,
  measures,
  measureWays
} from './measure-names.ts'
export { cardFields } from './measures-of-service.ts'
export { dataAttributes, dataTypes } from './measures-of-record.ts'
export { type ParsedAgreement, parseAgreement } from './parse-agreement.ts'
export type { Parsed } from './parse-file.ts'
export type { Path, Place, Problem } from './problem.ts'
export { type YamlData, readYaml } from './read-yaml.ts'
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
export {
  type ChannelCode,
  type ClauseKind,
  type PartyCode,
  channelCodes,
  clauseKinds,
  clauseKindTitles,
  partyCodes
} from './words.ts'
