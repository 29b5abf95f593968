import { toLatinDigits } from '../../kernel/persian/index.ts'
import { type FieldProblem, InvalidInputError } from '../../platform/index.ts'
import { messages } from './messages.ts'
import type { StatisticsQuery } from './statistics-store.ts'

/** What somebody asks for, as text: empty or absent is all. */
export interface TypedFilter {
  readonly authority?: string | undefined
  readonly kind?: string | undefined
  readonly service?: string | undefined
  /** `2026-01`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What there is to ask for. */
export interface Offered {
  /** Ids of the authorities that are public. */
  readonly authorities: readonly string[]
  readonly kinds: readonly string[]
  readonly services: readonly string[]
  /** Today in Tehran. */
  readonly today: Temporal.PlainDate
}

/** Most months that are added up at once. */
export const monthsMax = 60
const monthsUsual = 12
const monthForm = /^([0-9]{4})-([0-9]{2})$/

/**
 * Reads a filter: the last twelve months where none are named.
 * @throws {InvalidInputError} At `/authority`, `/kind`, `/service`, `/from`, `/to`.
 */
export function readFilter(typed: TypedFilter, offered: Offered): StatisticsQuery {
  const problems: FieldProblem[] = []
  const { entries: t } = messages
  const one = (name: 'authority' | 'kind' | 'service', known: readonly string[]) => {
    const value = typed[name] ?? ''
    if (value === '') return null
    if (known.includes(value)) return value
    problems.push({ pointer: `/${name}`, code: 'statistics/unknown', text: t.unknown })
    return null
  }
  const authority = one('authority', offered.authorities)
  const kind = one('kind', offered.kinds)
  const service = one('service', offered.services)
  const to = monthOr(typed.to, offered.today)
  const from = monthOr(typed.from, (to ?? offered.today).subtract({ months: monthsUsual - 1 }))
  if (to === null) problems.push({ pointer: '/to', code: 'statistics/month', text: t.notMonth })
  if (from === null) problems.push({ pointer: '/from', code: 'statistics/month', text: t.notMonth })
  if (from !== null && to !== null) problems.push(...spanProblems(from, to))
  if (problems.length > 0 || from === null || to === null) throw new InvalidInputError(problems)
  const authorities = authority === null ? offered.authorities : [authority]
  return { authorities, kind, service, from, to }
}

function spanProblems(from: Temporal.PlainDate, to: Temporal.PlainDate): FieldProblem[] {
  const months = from.until(to, { largestUnit: 'months' }).months + 1
  const { entries: t } = messages
  if (months < 1) return [{ pointer: '/to', code: 'statistics/order', text: t.wrongOrder }]
  if (months > monthsMax)
    return [{ pointer: '/from', code: 'statistics/too-long', text: t.tooLong }]
  return []
}

/** The month that was typed, or the usual one where none was; `null` for what is no month. */
function monthOr(typed: string | undefined, usual: Temporal.PlainDate): Temporal.PlainDate | null {
  return (typed ?? '').trim() === '' ? usual.with({ day: 1 }) : monthIn(typed)
}

function monthIn(text: string | undefined): Temporal.PlainDate | null {
  const [, year, month] = monthForm.exec(toLatinDigits(text ?? '').trim()) ?? []
  if (year === undefined || month === undefined) return null
  const [y, m] = [Number(year), Number(month)]
  if (y < 2000 || y > 2200 || m < 1 || m > 12) return null
  return Temporal.PlainDate.from({ year: y, month: m, day: 1 })
}
