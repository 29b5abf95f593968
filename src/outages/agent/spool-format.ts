import { z } from 'zod'
import type { Mark } from './agent-clock.ts'

/**
 * Name of a spooled batch: `<number>-<id>-<lost>`, all that is needed to know of it without reading it.
 * `lost` is how many results would be lost with it: its own, and those whose loss it was to tell.
 */
export interface SpooledName {
  readonly number: number
  readonly batch: string
  readonly lost: number
}

const form =
  /^(?<number>\d{12})-(?<batch>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(?<lost>\d+)$/

/** The file name of a batch, without its ending; names sort as the batches were made. */
export function formatSpooledName({ number, batch, lost }: SpooledName): string {
  return `${String(number).padStart(12, '0')}-${batch}-${String(lost)}`
}

/** Reads a name; `null` where it is none. */
export function parseSpooledName(name: string): SpooledName | null {
  const { number, batch, lost } = form.exec(name)?.groups ?? {}
  if (number === undefined || batch === undefined || lost === undefined) return null
  return { number: Number(number), batch, lost: Number(lost) }
}

const headSchema = z.object({
  v: z.literal(1),
  at: z.object({ boot: z.string(), ticks: z.number(), wall: z.number() }),
  /** Numbers of the batches thrown away whose loss this batch tells. */
  tells: z.array(z.int()).readonly()
})

/** What stands in the first line of a spooled file. */
export type SpooledHead = z.infer<typeof headSchema>

/** A spooled file: one line about it, then the body that is sent, byte for byte, however often. */
export function formatSpooled(at: Mark, tells: readonly number[], body: string): string {
  return `${JSON.stringify({ v: 1, at, tells } satisfies SpooledHead)}\n${body}`
}

/** Reads a spooled file; `null` where it is damaged. */
export function parseSpooled(text: string): { head: SpooledHead; body: string } | null {
  const end = text.indexOf('\n')
  if (end < 0) return null
  try {
    const head = headSchema.safeParse(JSON.parse(text.slice(0, end)))
    const body = text.slice(end + 1)
    return head.success && body.startsWith('{') && body.endsWith('}')
      ? { head: head.data, body }
      : null
  } catch {
    return null
  }
}
