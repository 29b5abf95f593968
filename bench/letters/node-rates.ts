import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { type Work, works } from './paths.ts'

const turns = 3
const script = resolve(import.meta.dirname, 'rate-process.ts')

/**
 * Rates of both paths in Node, of files and of whole letters with two signatures. Each is measured in processes
 * of its own, in turns, the best counts: what one leaves in memory is not the other's to clear away.
 */
export function nodeRates(
  bytes: number,
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number }
): Record<Work, { native: number; portable: number }> {
  const ask = (path: string, work: Work) =>
    Number(
      execFileSync(
        process.execPath,
        [
          ...[script, path, work, `--bytes=${String(bytes)}`],
          ...[
            `--seconds=${String(seconds / turns)}`,
            `--rounds=${String(Math.ceil(rounds / turns))}`
          ]
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
      )
    )
  const found = works.map((work) => {
    const best = { native: 0, portable: 0 }
    for (let turn = 0; turn < turns; turn += 1) {
      best.native = Math.max(best.native, ask('native', work))
      best.portable = Math.max(best.portable, ask('portable', work))
    }
    return [work, best] as const
  })
  return Object.fromEntries(found) as Record<Work, { native: number; portable: number }>
}
