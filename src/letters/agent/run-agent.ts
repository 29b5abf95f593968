import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskAwayError, type Sender } from '../sdk/index.ts'
import type { AgentFolder } from './agent-folder.ts'
import { type AgentNews, runRound } from './run-round.ts'

/** Another agent works in this folder. */
export class AgentRunsError extends Error {
  override readonly name = 'AgentRunsError'
  readonly code = 'agent/runs'
}

/** How an agent goes on. */
export interface AgentOptions {
  readonly folder: AgentFolder
  /** Connects to the desk; asked again where it failed. */
  connect(): Promise<Sender>
  readonly tell: (news: AgentNews) => void
  say(line: string): void
  /** One round and no more. */
  readonly once: boolean
  readonly everySeconds: number
}

const retrySecondsMax = 300

/**
 * Runs until it is told to stop, round after round; a desk that does not answer is asked again later, and
 * later still.
 * @throws {AgentRunsError} If another agent works in the folder.
 */
export async function runAgent(options: AgentOptions, stop: AbortSignal): Promise<void> {
  const release = await claim(options.folder.path)
  try {
    let failures = 0
    let sender: Sender | null = null
    while (!stop.aborted) {
      try {
        sender ??= await options.connect()
        await runRound({ ...options, sender })
        failures = 0
      } catch (error) {
        if (!(error instanceof DeskAwayError) || options.once) throw error
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
