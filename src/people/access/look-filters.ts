import { z } from 'zod'
import { jalaliToPlainDate, parseJalaliDate, toLatinDigits } from '../../kernel/persian/index.ts'
import type { LookQuery } from './access-store.ts'
import { lookRoles } from './messages.ts'

/** What a list of looks is narrowed to, as its address keeps it. */
export interface LookFilters {
  /** Whose file; the reader's own where absent. */
  readonly of?: string | undefined
  readonly case?: string | undefined
  readonly role?: (typeof lookRoles)[number] | undefined
  readonly by?: string | undefined
  readonly result?: 'allowed' | 'refused' | undefined
  /** Days, as typed. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cursor?: string | undefined
}

const short = z.string().trim().min(1).max(100).optional().catch(undefined)
const filters = z.object({
  of: z.uuid().optional().catch(undefined),
  case: z.uuid().optional().catch(undefined),
  role: z.enum(lookRoles).optional().catch(undefined),
  by: short,
  result: z.enum(['allowed', 'refused']).optional().catch(undefined),
  from: short,
  to: short,
  cursor: short
})

/** Reads the filters of an address; what is none is left out. */
export function readLookFilters(query: unknown): LookFilters {
  return filters.parse(query ?? {})
}

/** The address of a list with these filters. */
export function looksHref(path: string, filters_: LookFilters): string {
  const given = Object.entries(filters_).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  )
  const query = new URLSearchParams(given).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What the filters ask of the store; a day that is none asks nothing. */
export function lookQueryOf(
  asked: LookFilters,
  zone: string
): Pick<LookQuery, 'case' | 'roles' | 'by' | 'allowed' | 'from' | 'to' | 'after'> {
  const to = dayOf(asked.to)?.add({ days: 1 })
  return {
    case: asked.case,
    roles: asked.role === undefined ? undefined : [asked.role],
    by: asked.by,
    allowed: asked.result === undefined ? undefined : asked.result === 'allowed',
    from: dayOf(asked.from)?.toZonedDateTime(zone).toInstant(),
    to: to?.toZonedDateTime(zone).toInstant(),
    after: cursorOf(asked.cursor)
  }
}

/** A day as people type it: Jalali, or the ISO form of programs. */
function dayOf(typed: string | undefined): Temporal.PlainDate | undefined {
  if (typed === undefined) return undefined
  const latin = toLatinDigits(typed)
  if (/^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(latin)) {
    try {
      return Temporal.PlainDate.from(latin)
    } catch {
      return undefined
    }
  }
  const read = parseJalaliDate(typed)
  return read.ok ? jalaliToPlainDate(read.value) : undefined
}

/** Where a page begins, as its address says it. */
export function cursorText({ at, id }: NonNullable<LookQuery['after']>): string {
  return `${at.toString()}_${id}`
}

/** Reads {@link cursorText}; anything else begins at the beginning. */
export function cursorOf(text: string | undefined): LookQuery['after'] {
  const [, at = '', id = ''] = /^([0-9T:.Z-]{20,40})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  try {
    return at === '' ? undefined : { at: Temporal.Instant.from(at), id: z.uuid().parse(id) }
  } catch {
    return undefined
  }
}
