import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readConfig } from '../config.ts'
import { decodeBech32 } from '../kernel/seal/index.ts'
import { AgentFolder, type AgentNews, runAgent, takeLines } from '../letters/agent/index.ts'
import { connectSender } from '../letters/sdk/index.ts'
import { readIdentity } from './letter-files.ts'

/** Words of `peyman agent`. */
export interface AgentFlags {
  readonly desk: string
  readonly apiKeyFile: string
  readonly unit: string
  readonly unitKey: string
  readonly policy: string
  readonly folder?: string
  readonly host?: string
  readonly stdin?: boolean
  readonly once?: boolean
  readonly every: string
}

/** The command cannot be run as it was asked for. */
class AgentUsageError extends Error {
  readonly code = 'agent/usage'
}

const seedBytes = 32

/**
 * `peyman agent`: seals and sends the letters of a unit, at the body itself. One line of JSON on standard
 * output for each letter. With `--once` or `--stdin` it ends after one round: 0 where all was sent, 1 where
 * something was refused or put off.
 */
export async function agentCommand(flags: AgentFlags): Promise<void> {
  const unit = unitOf(flags.unit)
  const seed = await seedOf(flags.unitKey)
  const apiKey = (await readFile(flags.apiKeyFile, 'utf8')).trim()
  const policy = await readFile(flags.policy, 'utf8')
  const folder = await AgentFolder.open(flags.folder ?? join(readConfig().dataFolder, 'agent'))
  if (flags.stdin === true) await takeLines(folder, createInterface({ input: process.stdin }))
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      told.abort()
    })
  }
  const more = flags.host === undefined ? {} : { host: flags.host }
  await runAgent(
    {
      folder,
      connect: () =>
        connectSender({ site: flags.desk, apiKey, unit, seed, policy, pins: folder.pins, ...more }),
      tell,
      say: (line) => process.stderr.write(`peyman: ${line}\n`),
      once: flags.once === true || flags.stdin === true,
      everySeconds: Number(flags.every)
    },
    told.signal
  )
}

function tell(news: AgentNews): void {
  process.stdout.write(`${JSON.stringify(news)}\n`)
  if (news.done === 'refused' || news.done === 'put-off') process.exitCode = 1
}

function unitOf(text: string): { authority: string; unit: string } {
  const [, authority, unit] = /^([^/]+)\/([^/]+)$/.exec(text) ?? []
  if (authority === undefined || unit === undefined) {
    throw new AgentUsageError(`--unit has to be <authority>/<unit>, not "${text}"`)
  }
  return { authority, unit }
}

/** The seed of the unit's mailbox: it is the identity itself, in a file that only its owner reads. */
async function seedOf(file: string): Promise<Uint8Array> {
  const seed = decodeBech32(await readIdentity(file))?.bytes
  if (seed?.length !== seedBytes) {
    throw new AgentUsageError(`${file} holds no key of a mailbox: AGE-SECRET-KEY-PQ-1…`)
  }
  return seed
}
