import type { Progress } from '../backup/index.ts'

const everyMilliseconds = 200
const lineWidth = 78

/**
 * One line on standard error that tells how far something is, where a person looks at it; nothing
 * where the output goes to a file.
 */
export function progressLine(what: string): {
  readonly tell: (progress: Progress) => void
  readonly end: () => void
} {
  const isSeen = process.stderr.isTTY
  let told = -everyMilliseconds
  return {
    tell: ({ table, bytes, share }) => {
      const now = performance.now()
      if (!isSeen || now - told < everyMilliseconds) return
      told = now
      const line = `${what} ${String(Math.floor(share * 100))} %  ${readableBytes(bytes)}  ${table}`
      process.stderr.write(`\r${line.slice(0, lineWidth).padEnd(lineWidth)}`)
    },
    end: () => {
      if (isSeen && told >= 0) process.stderr.write(`\r${' '.repeat(lineWidth)}\r`)
    }
  }
}

/** `12.4 MB`. */
export function readableBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let [size, unit] = [bytes, 0]
  for (; size >= 1000 && unit < units.length - 1; unit += 1) size /= 1000
  return `${unit === 0 ? String(size) : size.toFixed(1)} ${units[unit] ?? ''}`
}
