import { plainDateToJalali } from '../kernel/persian/index.ts'

/** Zone by whose calendar a shard ends: that of the agreements. */
const zone = 'Asia/Tehran'

/** The Jalali year of an instant in Tehran: the name of the shard that is opened then. */
export function yearOf(at: Temporal.Instant): number {
  return plainDateToJalali(at.toZonedDateTimeISO(zone).toPlainDate()).year
}

/** A shard's name taken apart: `1405` is the first of its year, `1405-2` follows a freeze. */
export function partsOf(log: string): { year: number; number: number } | null {
  const form = /^([1-9][0-9]{3})(?:-([2-9]|[1-9][0-9]{1,2}))?$/.exec(log)
  return form === null ? null : { year: Number(form[1]), number: Number(form[2] ?? 1) }
}

/** Name of the shard that follows `log` at an instant: the year's first, or the next of the same year. */
export function nextLog(log: string | null, at: Temporal.Instant): string {
  const before = log === null ? null : partsOf(log)
  const year = yearOf(at)
  if (before === null || year > before.year) return String(year)
  return `${String(before.year)}-${String(before.number + 1)}`
}

/** Identity of a shard: `<host>/peyman/log/<log>`; the host keeps its port. */
export function originOf(siteOrigin: string, log: string): string {
  return `${new URL(siteOrigin).host}/peyman/log/${log}`
}

/** The shard that an origin names, or `null`. */
export function logOfOrigin(origin: string): string | null {
  const log = /^[^/\s]+\/peyman\/log\/([0-9-]+)$/.exec(origin)?.[1]
  return log === undefined || partsOf(log) === null ? null : log
}
