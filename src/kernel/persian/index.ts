export type { Bilingual, Checked, Fault, Lang } from './bilingual.ts'
export { digitsOf, formatDigits, formatNumber, toLatinDigits, toPersianDigits } from './digits.ts'
export { joinedSearchKey, searchKey, searchKeys } from './search-key.ts'
export { refuseHiddenText, refuseHostileText } from './hostile-text.ts'
export {
  checkIban,
  checkLegalId,
  checkNationalId,
  checkPostalCode,
  normaliseMobile
} from './identifiers.ts'
export { formatCount, formatDuration, formatFee, formatRial } from './words.ts'
export {
  checkJalaliDate,
  isJalaliLeap,
  jalaliMonthLength,
  jalaliMonthName,
  jalaliText,
  jalaliToPlainDate,
  plainDateToJalali,
  type JalaliDate
} from './jalali.ts'
export { parseJalaliDate } from './parse-jalali-date.ts'
export {
  formatJalaliDate,
  formatJalaliDateTime,
  formatJalaliLongDate,
  formatJalaliMonth,
  formatJalaliShortDate,
  formatTime,
  type Datable
} from './dates.ts'
