import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { choiceMessages } from '../reports/messages-choices.ts'
import type { Filing } from '../reports/filing.ts'
import { type Guard, openGuard } from '../reports/guard/guard.ts'
import type { Choice } from '../reports/report.ts'
import { type DeskDatabase, followDatabase } from './desk-database.ts'
import type { Issued, Spool } from './spool-store.ts'
import { SpoolQueue, openSpool } from './spool.ts'

/** What the pages of the report desk work with. */
export interface ReportDesk {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly guard: Guard
  readonly spool: Spool
  readonly database: DeskDatabase
  /** What can be reported, as far as this desk ever knew. */
  choices(): readonly Choice[]
  /** Takes a report; its receipt is on the disk when this is done. */
  file(filing: Filing): Promise<Issued>
  close(): Promise<void>
}

/** Where nothing is known of what can be reported: the report is taken, and placed by people. */
const unnamed: Choice = {
  ...{ authority: null, component: null, service: null, jurisdiction: '' },
  title: choiceMessages.entries.unknown,
  authorityTitle: choiceMessages.entries.unknown,
  ...{ cardVersion: null, agreementVersion: null }
}

/** Opens the desk on its data folder; it does not listen yet. */
export async function openDesk(given: {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
}): Promise<ReportDesk> {
  const { config, clock } = given
  const [guard, spool] = await Promise.all([openGuard(config, clock), openSpool(config.dataFolder)])
  const database = followDatabase({ ...given, spool })
  const queue = new SpoolQueue(spool)
  return {
    ...given,
    ...{ guard, spool, database },
    choices: keptChoices(spool),
    file: async (filing) => {
      const issued = await queue.put(filing, !database.isThere())
      database.nudge()
      return issued
    },
    close: async () => {
      await database.close()
      spool.close()
    }
  }
}

const choicesMilliseconds = 2000

/** The list of the spool, read anew every other second. */
function keptChoices(spool: Spool): () => readonly Choice[] {
  const kept: { choices: readonly Choice[]; at: number } = { choices: [], at: -Infinity }
  return () => {
    if (performance.now() - kept.at > choicesMilliseconds) {
      kept.choices = spool.choices()
      kept.at = performance.now()
    }
    return kept.choices.length > 0 ? kept.choices : [unnamed]
  }
}

/** Whether this desk has no list yet: then what is typed stays in the words of the report. */
export function isUnnamed(choices: readonly Choice[]): boolean {
  return choices.length === 1 && choices[0]?.authority === null
}
