import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let known: string | undefined

/**
 * Which measures counted: the first 12 hexadecimal digits of SHA-256 over the sources of this slice
 * that decide a number. It stands beside every published figure, so that a third party can take the
 * same code and count again.
 */
export function codeVersion(): string {
  known ??= hashOfSources()
  return known
}

function hashOfSources(): string {
  const folder = import.meta.dirname
  const deciding = [
    'aggregate',
    'agreement-term',
    'channel-record',
    'component-month',
    'fact-body',
    'fact-book',
    'judge-cards',
    'judge-cases',
    'monitoring',
    'notice-record',
    'outage-record',
    'period',
    'planned-record',
    'published-card',
    'score',
    'tally'
  ].map((name) => `${name}.ts`)
  const measures = globSync('measures/*.ts', { cwd: folder }).filter(
    (name) => !name.endsWith('.test.ts')
  )
  const hash = createHash('sha256')
  for (const name of [...deciding, ...measures].toSorted()) {
    hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}
