import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readConfig } from '../config.ts'
import { decodeBech32 } from '../kernel/seal/index.ts'
import {
  AgentFolder,
  decideHeld,
  layOutHeld,
  makePages,
  runAgent,
  takeLines
} from '../letters/agent/index.ts'
import { type UnitConnection, connectUnit } from '../letters/sdk/index.ts'
import { readIdentity } from './letter-files.ts'

/** Words of `peyman agent`. */
export interface AgentFlags {
  readonly desk: string
  readonly apiKeyFile: string
  readonly unit: string
  readonly agentKey?: string
  readonly unitKey?: string
  readonly policy: string
  readonly folder?: string
  readonly host?: string
  readonly receive?: boolean
  readonly acknowledge?: boolean
  readonly held?: boolean
  readonly pages?: boolean
  readonly approve?: string
  readonly refuse?: string
  readonly reason?: string
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
 * `peyman agent`: seals, sends and receives the letters of a unit, at the body itself. One line of JSON on
 * standard output for each letter. With `--once` or `--stdin` it ends after one round: 0 where all was sent,
 * 1 where something was refused or put off. With `--held`, `--approve`, `--refuse` or `--pages` it does only that.
 */
export async function agentCommand(flags: AgentFlags): Promise<void> {
  const everySeconds = secondsOf(flags.every)
  const folder = await AgentFolder.open(flags.folder ?? join(readConfig().dataFolder, 'agent'))
  const connect = await connecting(flags, folder)
  if (await decideOnly(flags, { folder, connect })) return
  if (flags.pages === true) {
    const { sender } = await connect()
    await makePages({ folder, sender, tell })
    return
  }
  if (flags.stdin === true) await takeLines(folder, createInterface({ input: process.stdin }))
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      told.abort()
    })
  }
  const acknowledges = flags.acknowledge === true
  const options = {
    ...{ folder, connect, tell },
    receiving: flags.receive === true || acknowledges ? { acknowledges } : null,
    say: (line: string) => process.stderr.write(`peyman: ${line}\n`),
    once: flags.once === true || flags.stdin === true,
    everySeconds
  }
  await runAgent(options, told.signal)
}

/** How this agent comes to its unit's mailbox. */
async function connecting(
  flags: AgentFlags,
  folder: AgentFolder
): Promise<() => Promise<UnitConnection>> {
  const unit = unitOf(flags.unit)
  const opens = await keyOf(flags)
  const apiKey = (await readFile(flags.apiKeyFile, 'utf8')).trim()
  const policy = await readFile(flags.policy, 'utf8')
  const more = flags.host === undefined ? {} : { host: flags.host }
  const { pins, work: scratch } = folder
  const connection = { site: flags.desk, apiKey, unit, policy, pins, scratch, ...opens, ...more }
  return () => connectUnit(connection)
}

/** The work of a second person, where that is asked for. */
async function decideOnly(
  { held, approve, refuse, reason }: AgentFlags,
  by: { readonly folder: AgentFolder; readonly connect: () => Promise<UnitConnection> }
): Promise<boolean> {
  const letter = approve ?? refuse
  if (held !== true && letter === undefined) return false
  if (approve !== undefined && refuse !== undefined) {
    throw new AgentUsageError('--approve and --refuse are two decisions')
  }
  if (refuse !== undefined && reason === undefined) {
    throw new AgentUsageError('--refuse needs --reason')
  }
  const { sender } = await by.connect()
  const deciding = { folder: by.folder, sender, tell }
  if (letter === undefined) await layOutHeld(deciding)
  else {
    const why = refuse === undefined ? null : (reason ?? '')
    await decideHeld(deciding, { letter, reason: why })
  }
  return true
}

function tell(news: { readonly done: string; readonly reference?: string | null }): void {
  process.stdout.write(`${JSON.stringify(news)}\n`)
  // Of a letter of this agent; that a second person refuses one is what was asked for.
  const isLeft = ['refused', 'put-off'].includes(news.done) && news.reference !== undefined
  if (isLeft) process.exitCode = 1
}

/** A pause that is no number would be none at all: the desk would be asked without end. */
function secondsOf(text: string): number {
  const seconds = Number(text)
  if (seconds >= 1 && seconds <= 86_400) return seconds
  throw new AgentUsageError(`--every has to be a number of seconds from 1 to 86400, not "${text}"`)
}

function unitOf(text: string): { authority: string; unit: string } {
  const [, authority, unit] = /^([^/]+)\/([^/]+)$/.exec(text) ?? []
  if (authority === undefined || unit === undefined) {
    throw new AgentUsageError(`--unit has to be <authority>/<unit>, not "${text}"`)
  }
  return { authority, unit }
}

/** What opens the unit's mailbox: a key of the agent's own, or the mailbox's. */
async function keyOf({
  agentKey,
  unitKey
}: AgentFlags): Promise<{ identity: string } | { seed: Uint8Array }> {
  if (agentKey !== undefined && unitKey === undefined) {
    return { identity: await readIdentity(agentKey) }
  }
  if (unitKey !== undefined && agentKey === undefined) return { seed: await seedOf(unitKey) }
  throw new AgentUsageError('one of --agent-key and --unit-key is needed')
}

/** The seed of the unit's mailbox: it is the identity itself, in a file that only its owner reads. */
async function seedOf(file: string): Promise<Uint8Array> {
  const seed = decodeBech32(await readIdentity(file))?.bytes
  if (seed?.length !== seedBytes) {
    throw new AgentUsageError(`${file} holds no key of a mailbox: AGE-SECRET-KEY-PQ-1…`)
  }
  return seed
}
