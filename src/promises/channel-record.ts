import type { Fact } from '../ledger/index.ts'
import { type FactBook, wordOf } from './fact-book.ts'
import { type Period, isWithin } from './period.ts'

/** What the checks of one channel found in a month. */
export interface ChannelMonth {
  readonly checks: readonly Fact[]
  /** The first check that found it dead; `null`: it was alive whenever it was checked. */
  readonly dead: Fact | null
}

/** The checked channels of an authority in a month, by channel; one that was not checked is not there. */
export function channelsIn(book: FactBook, period: Period): ReadonlyMap<string, ChannelMonth> {
  return book.once(`channels ${period.key}`, () => {
    const checks = book.ofKind('channel.checked').filter((fact) => isWithin(fact.at, period))
    const byChannel = Map.groupBy(checks, (fact) => wordOf(fact, 'channel'))
    return new Map(
      [...byChannel].map(([channel, own]) => [
        channel,
        { checks: own, dead: own.find((fact) => fact.body['alive'] !== true) ?? null }
      ])
    )
  })
}
