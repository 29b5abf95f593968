import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogRow } from './log-store.ts'

/** The file in which an installation names its witnesses: `witness`, `group` and `quorum` lines. */
export function witnessesFile(dataFolder: string): string {
  return join(dataFolder, 'witnesses')
}

/** The lines about witnesses, or nothing where the installation has none. */
export async function readWitnessLines(dataFolder: string): Promise<string> {
  try {
    return await readFile(witnessesFile(dataFolder), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/** Public address of a shard. */
export function logUrl(siteOrigin: string, log: string): string {
  return `${siteOrigin}/log/${log}`
}

/**
 * The policy by which this installation's receipts are checked (C2SP tlog-policy): every key that is
 * not withdrawn of every shard, then the witnesses.
 */
export function policyText(
  siteOrigin: string,
  logs: readonly Pick<LogRow, 'log' | 'keys'>[],
  witnessLines: string
): string {
  const lines = logs.flatMap(({ log, keys }) =>
    keys
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ vkey }) => `log ${vkey} ${logUrl(siteOrigin, log)}`)
  )
  const witnesses = witnessLines.trim()
  return [...lines, witnesses === '' ? 'quorum none' : witnesses, ''].join('\n')
}
