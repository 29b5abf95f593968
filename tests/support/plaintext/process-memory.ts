import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import type { PatternSearch } from './marks.ts'

/** A process of the desk, as the test names it. */
export interface RunningProcess {
  readonly pid: number
  readonly command: string
}

/** Whether the memory of other processes is a file here. */
export const memoryIsReadable = process.platform === 'linux'

/** A process and all that it has started, and they in turn. */
export function withDescendants(root: number): RunningProcess[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid))
  }
  const found = new Set([root])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  return [...found].flatMap((pid) => {
    const command = textOf(`/proc/${String(pid)}/cmdline`)
      .replaceAll('\0', ' ')
      .trim()
    return command === '' ? [] : [{ pid, command }]
  })
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)$/m.exec(textOf(`/proc/${String(pid)}/status`))?.[1] ?? 0)
}

/** Nothing where the process has just ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

interface Region {
  readonly from: number
  readonly to: number
  /** Of memory that several processes share: which it is. */
  readonly shared: string | null
}

// What the kernel lends to every process, and lets nobody else read.
const ofKernel = /\[(?:vvar|vvar_vclock|vsyscall|vdso)\]$/

function regionsOf(pid: number): Region[] {
  return textOf(`/proc/${String(pid)}/maps`)
    .split('\n')
    .flatMap((line) => {
      const [, from = '', to = '', mode = '', file = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) (\S+ \S+ \d+)/.exec(line) ?? []
      if (!mode.startsWith('r') || ofKernel.test(line)) return []
      // Code and constants of a program, unwritable, are the same in all its processes; so is what they share.
      const isSame = !file.endsWith(' 0') && (mode.endsWith('s') || !mode.includes('w'))
      const shared = isSame ? file : null
      return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), shared }]
    })
}

const piece = Buffer.alloc(4 * 1024 ** 2)

/**
 * Reads all memory of a process that can be read, also what it does not use any more. What runs here
 * beside goes on meanwhile.
 * @param seen - Shared memory that was read in another process before, and is not read again.
 * @returns How many bytes; 0 where it has ended.
 */
export async function searchMemory(
  pid: number,
  search: PatternSearch,
  seen: Set<string>
): Promise<number> {
  let bytes = 0
  const files = openMemory(pid)
  if (files === null) return 0
  try {
    const regions = regionsOf(pid)
    for (const region of regions) {
      if (region.shared !== null && seen.has(region.shared)) continue
      search.cut()
      bytes += await searchRegion(files, region, search)
    }
    for (const { shared } of regions) if (shared !== null) seen.add(shared)
  } finally {
    closeSync(files.memory)
    closeSync(files.pages)
  }
  return bytes
}

function openMemory(pid: number): { memory: number; pages: number } | null {
  const folder = `/proc/${String(pid)}`
  try {
    return { memory: openSync(`${folder}/mem`, 'r'), pages: openSync(`${folder}/pagemap`, 'r') }
  } catch (error) {
    if (textOf(`${folder}/status`) === '') return null
    throw error
  }
}

async function searchRegion(
  files: { readonly memory: number; readonly pages: number },
  { from, to, shared }: Region,
  search: PatternSearch
): Promise<number> {
  // What is shared may have been touched by the others alone.
  const runsIn = shared === null ? touchedIn : wholeOf
  let bytes = 0
  for (let at = from; at < to; at += piece.length) {
    const length = Math.min(piece.length, to - at)
    for (const run of runsIn(files.pages, at, length)) {
      const got = readAt(files.memory, { ...run, into: piece })
      search.read(piece.subarray(0, got))
      bytes += got
      // What lies between was never written: nothing is parted by it.
      if (run.at + got < at + length) search.cut()
    }
    await turn()
  }
  return bytes
}

const pageBytes = 4096
const entryBytes = 8
// Bits 63 and 62 of an entry of pagemap: in memory, or swapped.
const isThere = 0b1100_0000
const entries = Buffer.alloc((piece.length / pageBytes) * entryBytes)

function wholeOf(_pages: number, at: number, length: number): { at: number; length: number }[] {
  return [{ at, length }]
}

/** The pages of a stretch that the process has: all others were never touched, and read as zeroes. */
function touchedIn(pages: number, at: number, length: number): { at: number; length: number }[] {
  const place = { at: (at / pageBytes) * entryBytes, length: (length / pageBytes) * entryBytes }
  const count = readAt(pages, { ...place, into: entries }) / entryBytes
  // Nobody says which: all are read.
  if (count === 0) return wholeOf(pages, at, length)
  const runs: { at: number; length: number }[] = []
  for (let i = 0; i < count; i += 1) {
    if (((entries[i * entryBytes + 7] ?? 0) & isThere) === 0) continue
    const [from, last] = [at + i * pageBytes, runs.at(-1)]
    if (last !== undefined && last.at + last.length === from) last.length += pageBytes
    else runs.push({ at: from, length: pageBytes })
  }
  return runs
}

/** @returns How many bytes; 0 where there are none any more. */
function readAt(
  file: number,
  { at, length, into }: { readonly at: number; readonly length: number; readonly into: Buffer }
): number {
  try {
    return readSync(file, into, 0, length, at)
  } catch {
    return 0
  }
}
