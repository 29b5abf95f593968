import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig, readProbeKey } from '../config.ts'
import * as agent from '../outages/agent/index.ts'
import { giveBackMemory } from '../platform/give-back-memory.ts'
import { readNamedFile, report } from './output.ts'

/** Words of `peyman probe`. */
export interface ProbeFlags {
  readonly desk?: string
  readonly keyFile?: string
  readonly folder?: string
  readonly canary?: string
  readonly once?: boolean
  readonly check?: string
  readonly json?: boolean
}

const settledMilliseconds = 5000

/** The command cannot be run as it was asked for. */
class ProbeUsageError extends Error {
  readonly code = 'probe/usage'
}

/**
 * `peyman probe`: a vantage point. It opens no database; what it knows is its plan, and what it keeps is
 * in its folder. With `--once` or `--check` it looks once, prints and ends: 0 where all is as it should
 * be, 1 where something is not, 2 where it could not look.
 */
export async function probeCommand(flags: ProbeFlags): Promise<void> {
  const canary = await canaryOf(flags.canary)
  if (flags.check !== undefined) return checkFile(flags.check, { ...flags, canary })
  const desk = deskOf(flags.desk)
  const key = await keyOf(flags.keyFile)
  if (flags.once === true) return once(await agent.askPlan({ desk, key }), { ...flags, canary })
  const folder = flags.folder ?? join(readConfig().dataFolder, 'probe')
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      told.abort()
    })
  }
  // Whoever started it as a part of the desk is gone, perhaps while this was loading.
  if ((process as { connected?: boolean }).connected === false) told.abort()
  process.once('disconnect', () => {
    told.abort()
  })
  setTimeout(giveBackMemory, settledMilliseconds).unref()
  say(`looks for ${desk}, keeps in ${folder}`)
  await agent.runAgent({ desk, key, folder, canary, say }, told.signal)
  // Looks that are under way have nobody to report to.
  process.exit()
}

function deskOf(text: string | undefined): string {
  const url = text === undefined ? null : URL.parse(text)
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url.origin
  const given = text === undefined ? '' : `, not "${text}"`
  throw new ProbeUsageError(`--desk has to be an address like https://desk.example${given}`)
}

async function keyOf(file: string | undefined): Promise<string> {
  const key =
    file === undefined
      ? readProbeKey()
      : (
          await readFile(file, 'utf8').catch((cause: unknown) => {
            const why = cause instanceof Error ? cause.message : String(cause)
            throw new ProbeUsageError(`the key cannot be read: ${why}`, { cause })
          })
        ).trim()
  if (key !== null && /^[\x21-\x7e]+$/.test(key)) return key
  throw new ProbeUsageError(
    file === undefined
      ? 'the key of this vantage point is needed: --key-file, or PEYMAN_PROBE_KEY'
      : `${file} holds no key`
  )
}

async function canaryOf(file: string | undefined): Promise<agent.Canary | null> {
  if (file === undefined) return null
  try {
    return await agent.readCanary(file)
  } catch (error) {
    if (!(error instanceof agent.CanaryFileError)) throw error
    throw new ProbeUsageError(error.message, { cause: error })
  }
}

type OnceFlags = Omit<ProbeFlags, 'canary'> & { readonly canary: agent.Canary | null }

async function checkFile(file: string, flags: OnceFlags): Promise<void> {
  const bytes = await readNamedFile(file)
  if (bytes === null) return
  try {
    await once(agent.readTargets(bytes.toString()), flags)
  } catch (error) {
    if (!(error instanceof agent.TargetFileError)) throw error
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${file}: ${error.message}\n` })
  }
}

async function once(
  plan: Parameters<typeof agent.lookOnce>[0],
  { json = false, canary }: OnceFlags
): Promise<void> {
  const results: agent.OnceResult[] = []
  const letters = plan.targets.filter(({ check }) => check.kind === 'letter').length
  if (letters > 0 && canary === null) say(`${String(letters)} letters are left out: no --canary`)
  await agent.lookOnce({ ...plan, canary }, (result) => {
    results.push(result)
    if (!json) process.stdout.write(`${lineOf(result)}\n`)
  })
  const failed = results.filter(({ ok }) => !ok).length
  // Where all was left out, nothing is known to be right.
  const isNothing = letters > 0 && results.length === 0
  const exitCode = isNothing ? 2 : failed === 0 ? 0 : 1
  if (json) {
    report({ exitCode, stdout: `${JSON.stringify({ results })}\n`, stderr: '' })
  } else {
    const stderr = `peyman: ${String(results.length)} looked at, ${String(failed)} not as they should be\n`
    report({ exitCode, stdout: '', stderr })
  }
}

function lineOf({ target, kind, at, ok, tookMs, reason, detail }: agent.OnceResult): string {
  const how = `${ok ? 'ok  ' : 'FAIL'} ${String(tookMs).padStart(6)} ms`
  const head = `${how}  ${kind.padEnd(7)} ${target}  ${at}`
  return ok ? head : `${head}  ${reason ?? 'not found'}: ${detail ?? ''}`
}

function say(line: string): void {
  process.stderr.write(`peyman probe: ${line}\n`)
}
