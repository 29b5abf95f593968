import type { Progress } from '../backup/index.ts'

const everyMilliseconds = { line: 200, json: 1000 } as const
const lineWidth = 78

const steps: Readonly<Record<Progress['step'], string>> = {
  write: '',
  check: 'reading the file',
  load: 'loading',
  index: 'keys and indexes',
  compare: 'comparing'
}

/**
 * Tells on standard error how far something is: one line where a person looks at it; a line of JSON a
 * second, `{"progress": …}`, for a program; nothing where the output goes to a file.
 */
export function progressLine(
  what: string,
  asJson = false
): {
  readonly tell: (progress: Progress) => void
  readonly end: () => void
} {
  const isSeen = asJson || process.stderr.isTTY
  const every = asJson ? everyMilliseconds.json : everyMilliseconds.line
  let told = -every
  let last: Progress | null = null
  const write = (progress: Progress) => {
    const line = asJson ? jsonLine(what, progress) : `\r${readableLine(what, progress)}`
    process.stderr.write(line)
    last = null
  }
  return {
    tell: (progress) => {
      const now = performance.now()
      last = progress
      if (!isSeen || now - told < every) return
      told = now
      write(progress)
    },
    end: () => {
      if (!isSeen || told < 0) return
      if (asJson && last !== null) write(last)
      if (!asJson) process.stderr.write(`\r${' '.repeat(lineWidth)}\r`)
      told = -every
    }
  }
}

function readableLine(what: string, progress: Progress): string {
  const { step, table, bytes, share, parts, partsTotal, partsKept } = progress
  const of = partsTotal === null ? '' : ` of ${String(partsTotal)}`
  const kept = partsKept === 0 ? '' : ` (${String(partsKept)} kept)`
  const words = [
    `${what} ${String(percentOf(share))} %`,
    `${String(parts)}${of} parts${kept}`,
    readableBytes(bytes),
    [steps[step], table].filter((each) => each !== '').join(' ')
  ]
  return words.join('  ').slice(0, lineWidth).padEnd(lineWidth)
}

function jsonLine(what: string, { share, ...progress }: Progress): string {
  return `${JSON.stringify({ progress: { what, percent: percentOf(share), ...progress } })}\n`
}

function percentOf(share: number): number {
  return Math.floor(Math.min(share, 1) * 100)
}

/** `12.4 MB`. */
export function readableBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let [size, unit] = [bytes, 0]
  for (; size >= 1000 && unit < units.length - 1; unit += 1) size /= 1000
  return `${unit === 0 ? String(size) : size.toFixed(1)} ${units[unit] ?? ''}`
}
