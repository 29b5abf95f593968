import { contractMonthSeconds } from '../../kernel/worktime/index.ts'
import { instantOf } from '../../kernel/status/index.ts'
import { shareOf } from './availability-target.ts'
import type { readComponentMonth } from './read-component.ts'

/**
 * A component's month as `peyman availability explain` reads it: its answer is the figure of the
 * contract's month on the page; with `nominalSeconds` of the time that has passed, that of the real one.
 */
export function explainInput(month: Awaited<ReturnType<typeof readComponentMonth>>): object {
  const { reading, record, target } = month
  const from = reading.month.from
  const end = Math.min(reading.month.to, record.now)
  const touches = (each: { from: number; to: number }) => each.from < end && each.to > from
  const clip = (each: { from: number; to: number }) => ({
    from: instantOf(Math.max(each.from, from)).toString(),
    to: instantOf(Math.min(each.to, end)).toString()
  })
  return {
    window: {
      from: instantOf(from).toString(),
      nominalSeconds: contractMonthSeconds,
      to: instantOf(end).toString()
    },
    target: shareOf(target) ?? 1,
    outages: record.outages.filter(touches).map(clip),
    planned: record.planned.filter(touches).map(({ value }) => ({
      from: value.from.toString(),
      to: value.to.toString(),
      noticeSeenAt: value.noticeSeenAt?.toString() ?? null,
      moves: (value.moves ?? []).map((move) => ({
        at: move.at.toString(),
        from: move.from.toString(),
        to: move.to.toString()
      }))
    })),
    unknown: record.unknown.filter(touches).map(clip)
  }
}
