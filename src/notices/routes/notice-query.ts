import { z } from 'zod'
import { noticeKinds } from '../notice.ts'
import type { NoticeFilter } from '../notice-store.ts'

const given = (shape: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional()).catch(undefined)

const shape = z.object({
  authority: given(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)),
  service: given(z.string().regex(/^[0-9]{6,13}$/)),
  kind: given(z.enum(noticeKinds))
})

/** What an address narrows notices to; what cannot be meant is left out. */
export function noticeFilterOf(query: unknown): NoticeFilter {
  return shape.parse(query) as NoticeFilter
}

/** The query that narrows to the same; empty where nothing does. */
export function noticeQueryOf(
  filter: NoticeFilter,
  more: Readonly<Record<string, string>> = {}
): string {
  const entries = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(entries as [string, string][]).toString()
  return query === '' ? '' : `?${query}`
}
