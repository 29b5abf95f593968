import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskAwayError, DirectoryRefusedError, type UnitConnection } from '../sdk/index.ts'
import type { AgentFolder } from './agent-folder.ts'
import type { Receiving } from './receive-letters.ts'
import { type AgentNews, runRound } from './run-round.ts'

/** Another agent works in this folder. */
export class AgentRunsError extends Error {
  override readonly name = 'AgentRunsError'
  readonly code = 'agent/runs'
}

/** How an agent goes on. */
export interface AgentOptions {
  readonly folder: AgentFolder
  /** Connects to the desk; asked again where it failed, and when the way to the mailbox changed. */
  connect(): Promise<UnitConnection>
  /** Whether letters to the unit are fetched as well. */
  readonly receiving: Pick<Receiving, 'acknowledges'> | null
  readonly tell: (news: AgentNews) => void
  say(line: string): void
  /** One round and no more. */
  readonly once: boolean
  readonly everySeconds: number
}

const retrySecondsMax = 300

/**
 * Runs until it is told to stop, round after round; a desk that does not answer is asked again later, and
 * later still. Before each round it is asked whether the way to the unit's mailbox is still there: a changed
 * key is followed, and where the way was taken away this ends.
 * @throws {AgentRunsError} If another agent works in the folder.
 * @throws {KeyslotMissingError} If the custodians of the unit took its way away.
 */
export async function runAgent(options: AgentOptions, stop: AbortSignal): Promise<void> {
  const release = await claim(options.folder.path)
  try {
    await options.folder.clearWork()
    let failures = 0
    let unit: UnitConnection | null = null
    while (!stop.aborted) {
      try {
        if (unit !== null && !(await unit.isCurrent())) unit = null
        unit ??= await options.connect()
        const { sender, receiver } = unit
        const receiving = options.receiving && { receiver, ...options.receiving }
        await runRound({ ...options, sender, receiving })
        failures = 0
      } catch (error) {
        if (!isPassing(error) || options.once) throw error
        failures += 1
        options.say(error.message)
      }
      if (options.once) return
      const seconds = Math.min(retrySecondsMax, options.everySeconds * 2 ** Math.min(failures, 10))
      await pause(seconds, stop)
    }
  } finally {
    await release()
  }
}

/** A desk that is away, and a new key of the unit that is not in the log yet: the next round may do better. */
function isPassing(error: unknown): error is Error {
  return error instanceof DeskAwayError || error instanceof DirectoryRefusedError
}

/** One agent a folder: whoever died in it has left a number that is nobody's any more. */
async function claim(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'agent.pid')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
      if (await isHeld(file)) break
      await rm(file, { force: true })
    }
  }
  throw new AgentRunsError(`another agent works in ${folder}`)
}

async function isHeld(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null)
  if (handle === null) return false
  try {
    const pid = Number(await handle.readFile('utf8'))
    if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  } finally {
    await handle.close()
  }
}

function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, seconds * 1000)
    stop.addEventListener('abort', end)
  })
}
