import {
  disclosure,
  html,
  type Html,
  keyValues,
  section,
  type View
} from '../../platform/html/index.ts'
import type { ShownClock } from '../case-progress.ts'
import type { EarlierRun } from '../earlier-runs.ts'
import { clockMessages } from '../messages-clock.ts'
import { clockWord } from './clock-card.ts'
import { type ClockTableOptions, clockTables } from './clock-table.ts'
import { reopeningText } from './kept-texts.ts'
import { amountText, shownAmount } from './promise-left.ts'
import { moment } from './words.ts'

/** An earlier run with its clock, read at its end. */
export type ShownRun = Pick<EarlierRun, 'startedAt' | 'reopening'> & { readonly clock: ShownClock }

type RunOptions = Omit<ClockTableOptions, 'reading' | 'at'> & { readonly runs: readonly ShownRun[] }

/** The runs before the present one: each with its own answer, and the time between that did not count. */
export function clockRuns(view: View, options: RunOptions): Html | false {
  const t = clockMessages.in(view.lang)
  if (options.runs.length === 0) return false
  return section({
    title: t.earlierRuns,
    lead: t.earlierRunsLead,
    body: options.runs.map((run) => oneRun(view, options, run))
  })
}

function oneRun(view: View, options: RunOptions, { startedAt, reopening, clock }: ShownRun): Html {
  const t = clockMessages.in(view.lang)
  const { promise } = options
  const { progress, dueAt } = clock
  const [ended, opened] = [moment(view, reopening.solvedAt), moment(view, reopening.at)]
  const isWithdrawn = reopening.undone === null
  return html`${keyValues([
      { key: t.startedAt, value: moment(view, startedAt) },
      ...(dueAt === null ? [] : [{ key: t.due, value: moment(view, dueAt) }]),
      { key: t.doneAt, value: ended },
      { key: t.answer, value: isWithdrawn ? t.stopped : clockWord(view, clock) },
      ...(progress === null
        ? []
        : [
            {
              key: t.sumPast,
              value: amountText(view, promise, shownAmount(promise, progress.used))
            }
          ])
    ])}
    ${disclosure({
      summary: t.stretches,
      body: clockTables(view, { ...options, reading: clock, at: reopening.solvedAt })
    })}
    <p>${t.gap(ended, opened, reopeningText(view, reopening.reason))}</p>`
}
