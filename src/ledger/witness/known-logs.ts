import { readFile, stat } from 'node:fs/promises'
import { type VerifierKey, parsePolicy, policyMessages } from '../../kernel/tlog/index.ts'

/** The list of logs that a witness watches cannot be used. The message names the line. */
export class KnownLogsError extends Error {
  readonly code = 'witness/logs-unusable'
}

/** Keys of each log by its origin. */
export type KnownLogs = ReadonlyMap<string, readonly VerifierKey[]>

/**
 * The logs that a witness watches: `log <vkey>` lines and `#` comments, as in a policy.
 * @returns A reader that looks at the file again when it has changed, so that a log is added without
 *   a new start. A list that became wrong keeps the one before and tells `complain`.
 * @throws {KnownLogsError} If the list is wrong at the first look.
 */
export async function knownLogs(
  file: string,
  complain: (message: string) => void
): Promise<() => Promise<KnownLogs>> {
  let mark = await markOf(file)
  let known = await readKnownLogs(file)
  return async () => {
    const now = await markOf(file).catch(() => mark)
    if (now === mark) return known
    mark = now
    try {
      known = await readKnownLogs(file)
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error))
    }
    return known
  }
}

async function markOf(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(file).catch((cause: unknown) => {
    throw new KnownLogsError(`${file} is missing: write one "log <vkey>" line for each log`, {
      cause
    })
  })
  return `${String(mtimeMs)} ${String(size)} ${String(ino)}`
}

async function readKnownLogs(file: string): Promise<KnownLogs> {
  const text = await readFile(file, 'utf8')
  const hasQuorum = /^[ \t]*quorum[ \t]/m.test(text)
  const policy = parsePolicy(hasQuorum ? text : `${text}\nquorum none\n`)
  if (!policy.ok) {
    const why = policyMessages.entries[policy.reason].en
    throw new KnownLogsError(`${file}, line ${String(policy.line)}: ${why}`)
  }
  const logs = new Map<string, VerifierKey[]>()
  for (const { key } of policy.value.logs) {
    logs.set(key.name, [...(logs.get(key.name) ?? []), key])
  }
  return logs
}
