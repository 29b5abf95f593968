import type { DownSpan } from '../../kernel/outages/index.ts'
import type { Outage } from './outage.ts'

/** What is to be done so that the outages that stand are those that the results say. */
export type OutageStep =
  | { readonly do: 'open'; readonly span: DownSpan }
  /** `from` and `to` as they are to be, milliseconds. */
  | {
      readonly do: 'move'
      readonly outage: Outage
      readonly span: DownSpan
      readonly from: number
      readonly to: number | null
    }
  | { readonly do: 'end'; readonly outage: Outage; readonly to: number }
  | { readonly do: 'void'; readonly outage: Outage }

/**
 * Compares the outages that stand with what results say from an instant on. Where people decided on the
 * times, probes change nothing but the end of what still lasts; an outage that people opened is begun
 * earlier where probes saw it earlier, and is ended by people.
 * @param from - Where the reading begins, milliseconds.
 */
export function matchOutages(
  spans: readonly DownSpan[],
  outages: readonly Outage[],
  from: number
): OutageStep[] {
  const claimed = new Set<string>()
  const steps = spans.flatMap((span) => {
    const over = outages.filter((outage) => !claimed.has(outage.id) && overlaps(outage, span))
    for (const outage of over) claimed.add(outage.id)
    return stepsOf(span, over)
  })
  const lost = outages.filter((outage) => !claimed.has(outage.id) && isProbes(outage))
  return [...lost.flatMap((outage) => stepsOfLost(outage, from)), ...steps]
}

function stepsOf(span: DownSpan, over: readonly Outage[]): OutageStep[] {
  const [own, ...others] = over.filter(isProbes)
  const settled = over.find((outage) => outage.settled)
  const manual = over.find((outage) => !outage.automatic && !outage.void && !outage.settled)
  if (settled !== undefined && own === undefined) return endOf(settled, span)
  if (manual !== undefined && own === undefined) {
    const isEarlier = span.from < startMs(manual) && span.began === 'here'
    return isEarlier
      ? [{ do: 'move', outage: manual, span, from: span.from, to: endMs(manual) }]
      : []
  }
  if (own === undefined) return [{ do: 'open', span }]
  const from = span.began === 'before' ? startMs(own) : span.from
  const extra = others.map((outage): OutageStep => ({ do: 'void', outage }))
  return [...extra, { do: 'move', outage: own, span, from, to: span.to }]
}

/** What people decided on ends where it still lasted and the results say that it is over. */
function endOf(outage: Outage, span: DownSpan): OutageStep[] {
  const lasts = outage.to === null && !outage.void
  return lasts && span.to !== null && span.to > startMs(outage)
    ? [{ do: 'end', outage, to: span.to }]
    : []
}

/** The results say nothing of an outage that they said before: it was none, or ended before. */
function stepsOfLost(outage: Outage, from: number): OutageStep[] {
  if (startMs(outage) >= from) return [{ do: 'void', outage }]
  return outage.to === null ? [{ do: 'end', outage, to: from }] : []
}

/** Found by probes, and theirs to change. */
function isProbes(outage: Outage): boolean {
  return outage.automatic && !outage.void && !outage.settled
}

function overlaps(outage: Outage, span: DownSpan): boolean {
  // What probes found, was voided by later results, and is found again is a new outage.
  if (outage.void && !outage.settled) return false
  return startMs(outage) < (span.to ?? Infinity) && span.from < (endMs(outage) ?? Infinity)
}

function startMs(outage: Outage): number {
  return outage.from.epochMilliseconds
}

function endMs(outage: Outage): number | null {
  return outage.to?.epochMilliseconds ?? null
}
