import type { Context, SliceJobs } from '../../platform/index.ts'
import type { Board } from './board.ts'
import { readBoard } from './read-board.ts'
import { snapshotMadeAt, writeSnapshot } from './snapshot-files.ts'

const everySeconds = 60
const lookSeconds = 5

/** What a copy would show otherwise, by the folder it was written to. */
const written = new Map<string, string>()

/**
 * Writes the copies where something changed since the last ones, or a minute has passed. On a host that
 * runs no worker the web process does it, when somebody looks.
 */
export async function keepSnapshot(context: Context): Promise<void> {
  const { config, clock } = context
  const board = await readBoard(context)
  const mark = markOf(board)
  const madeAt = await snapshotMadeAt(config)
  const age = madeAt === null ? Infinity : madeAt.until(clock.now()).total('seconds')
  const isFresh = age >= 0 && age < everySeconds && written.get(config.dataFolder) === mark
  if (isFresh) return
  await writeSnapshot(config, board)
  written.set(config.dataFolder, mark)
}

/** Everything of a board that is not only the passing of time. */
function markOf({ authorities }: Board): string {
  return JSON.stringify(
    authorities.map(({ components, outages, planned }) => [
      components.map(({ component, state }) => [component.id, state]),
      outages.map(({ id, revision }) => [id, revision]),
      planned.map(({ id, changedAt }) => [id, changedAt])
    ])
  )
}

/** The copies for when the database is away. */
export const statusJobs: SliceJobs = {
  schedule: [{ name: 'status.snapshot', everySeconds: lookSeconds, run: keepSnapshot }]
}
