// A process of its own that sends or receives one letter as an agent does, and tells how much memory it took.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AgentFolder, runRound } from '../../src/letters/agent/index.ts'
import { connectUnit } from '../../src/letters/sdk/index.ts'
import { mostHeldBytes } from '../desk/most-held.ts'

/** What the process is told, as JSON in its only argument. */
export interface AgentWork {
  readonly site: string
  readonly apiKey: string
  readonly unit: { readonly authority: string; readonly unit: string }
  /** Seed of the unit's mailbox, base64. */
  readonly seed: string
  readonly policy: string
  readonly folder: string
  /** The letter to be left in its folder; `null`: it receives. */
  readonly letter: object | null
}

const work = JSON.parse(process.argv[2] ?? '{}') as AgentWork
const { site, apiKey, unit, policy, letter } = work
const folder = await AgentFolder.open(work.folder)
if (letter !== null) await writeFile(join(folder.inbox, 'one.json'), JSON.stringify(letter))
const seed = new Uint8Array(Buffer.from(work.seed, 'base64'))
const connection = { site, apiKey, unit, seed, policy, pins: folder.pins, scratch: folder.work }
const { sender, receiver } = await connectUnit(connection)
const done: string[] = []
const begun = performance.now()
await runRound({
  folder,
  sender,
  receiving: letter === null ? { receiver, acknowledges: false } : null,
  tell: (news) => done.push(news.done)
})
const seconds = (performance.now() - begun) / 1000
const peakBytes = mostHeldBytes()
process.stdout.write(`${JSON.stringify({ done, seconds, peakBytes })}\n`)
