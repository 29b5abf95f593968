/**
 * Letters sealed and opened per second of one core at 2 kB, 100 kB and 10 MB: by the native path, by
 * age-encryption in Node and in a browser, beside OpenPGP.js and the `age` tool in the same run; and the memory
 * of a process while 50 MB stream through it. Every letter that is counted must be verified.
 *
 * Run: node bench/letters.ts [--quick] [--no-browser] [--bytes=10000000]
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { numberOf } from './desk/options.ts'
import { table } from './desk/report.ts'
import { browserRates } from './letters/browser.ts'
import { nodeRates } from './letters/node-rates.ts'
import { sizes, works } from './letters/paths.ts'
import { shown } from './letters/rates.ts'
import { ageToolRates, openPgpRates } from './letters/references.ts'

const quick = process.argv.includes('--quick')
// Many short rounds: the best of them is the one that other programs disturbed least.
const time = quick ? { seconds: 0.6, rounds: 2 } : { seconds: 4, rounds: 16 }
const only = numberOf('bytes', 0)
/** Least that the native path is to be of age-encryption, whole files at 2 kB and at 10 MB. */
const timesLeast = 10
const streamBytes = 50_000_000
const megabyte = 1_000_000

const say = (text: string) => void process.stdout.write(`${text}\n`)
const nameOf = (bytes: number) =>
  bytes >= megabyte ? `${String(bytes / megabyte)} MB` : `${String(bytes / 1000)} kB`
const times = (one: number, other: number) => `${(one / other).toFixed(1)}x`

say('per second of the processor, hybrid recipients; a letter bears two signatures')
const rows: string[][] = []
const ratios: { name: string; ratio: number }[] = []
for (const bytes of sizes.filter((each) => only === 0 || each === only)) {
  const rates = nodeRates(bytes, time)
  for (const work of works) {
    const { native, portable } = rates[work]
    const throughput = `${((native * bytes) / megabyte).toFixed(0)} MB/s`
    rows.push([
      nameOf(bytes),
      work,
      shown(native),
      shown(portable),
      times(native, portable),
      throughput
    ])
    if (work.startsWith('file'))
      ratios.push({ name: `${nameOf(bytes)} ${work}`, ratio: native / portable })
  }
  const pgp = await openPgpRates(new Uint8Array(randomBytes(bytes)), time)
  for (const done of ['sealed', 'opened'] as const) {
    const own = rates[`letter ${done}`].native
    rows.push([
      nameOf(bytes),
      `letter ${done}: OpenPGP.js, classic`,
      shown(own),
      shown(pgp[done]),
      times(own, pgp[done]),
      ''
    ])
  }
  const tool = await ageToolRates(randomBytes(bytes), time.seconds / 2)
  for (const done of tool === null ? [] : (['sealed', 'opened'] as const)) {
    const own = rates[`file ${done}`].native
    rows.push([
      nameOf(bytes),
      `file ${done}: age tool, classic, a process each`,
      shown(own),
      shown(tool?.[done] ?? 0),
      times(own, tool?.[done] ?? 0),
      ''
    ])
  }
}
say(table(['size', 'what', 'native', 'other (age-encryption)', 'ratio', 'native'], rows))

say(`\nmemory while an attachment streams through sealing and opening`)
const memory = (path: string, bytes: number) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [resolve(import.meta.dirname, 'letters/stream-memory.ts'), path, String(bytes)],
      { encoding: 'utf8' }
    )
  ) as { maxRssBytes: number; sealSeconds: number; openSeconds: number }
const memoryRows = ['native', 'portable'].flatMap((path) =>
  [megabyte, streamBytes].map((bytes) => {
    const { maxRssBytes, sealSeconds, openSeconds } = memory(path, bytes)
    const seconds = [sealSeconds, openSeconds].map((each) => `${each.toFixed(2)} s`)
    return [path, nameOf(bytes), `${(maxRssBytes / megabyte).toFixed(0)} MB`, ...seconds]
  })
)
say(table(['path', 'attachment', 'max RSS', 'seal', 'open'], memoryRows))

if (!process.argv.includes('--no-browser')) {
  const found = await browserRates(sizes, { seconds: time.seconds / 2, streamBytes })
  say(`\nin Chromium ${found.version}, letters per second of the wall`)
  const browserRows = [...found.rates].map(([bytes, { sealed, opened }]) => [
    nameOf(bytes),
    shown(sealed),
    shown(opened)
  ])
  say(table(['size', 'sealed', 'opened'], browserRows))
  const { sealSeconds, openSeconds } = found.stream
  say(
    `a Blob of ${nameOf(streamBytes)} in pieces: ${sealSeconds.toFixed(1)} s sealed, ${openSeconds.toFixed(1)} s opened`
  )
}

for (const { name, ratio } of ratios.filter((each) => !each.name.startsWith('100'))) {
  if (ratio >= timesLeast) continue
  say(`\n${name}: ${ratio.toFixed(1)} times age-encryption, less than ${String(timesLeast)}`)
  process.exitCode = 1
}
