import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type DirectoryClient, findRecipient } from '../../src/kernel/directory/index.ts'
import { readLetter, sendersOf } from '../../src/kernel/reading/index.ts'
import { mailboxName } from '../../src/kernel/seal/index.ts'
import { parsePolicy } from '../../src/kernel/tlog/index.ts'
import { AgentFolder, type AgentNews, runRound } from '../../src/letters/agent/index.ts'
import {
  type ArrivedLetter,
  type Receiver,
  type Sender,
  connectUnit
} from '../../src/letters/sdk/index.ts'
import { MemoryPins } from './directory.ts'
import type { TestMailbox } from './letters.ts'
import type { TestServer } from './server.ts'

/** What is done to an answer of the desk on its way; `undefined`: nothing. */
export type Lie = (path: string, answer: Response) => Promise<Response> | undefined

/** An answer of JSON, changed. */
export async function changed(
  answer: Response,
  change: (body: never) => unknown
): Promise<Response> {
  const body = (await answer.json()) as never
  return Response.json(change(body), { status: answer.status })
}

/** A unit with a program of its own that asks a desk whose answers somebody changes. */
export interface Unit {
  readonly apiKey: string
  readonly mailbox: TestMailbox & { readonly owner: { authority: string; unit: string } }
}

/** What one end made of a letter: a verdict, and doubts that it tells beside. */
export interface Told {
  readonly verdict: string
  readonly doubts: readonly string[]
  readonly subject: string | null
}

/** One way of reading: the page, the SDK, the agent. */
export type End = (lie: Lie | null, letter: string) => Promise<Told>

/** Sends and receives as a unit. */
export async function connected(
  server: TestServer,
  { apiKey, mailbox }: Unit,
  lie: Lie | null
): Promise<{ sender: Sender; receiver: Receiver }> {
  const policy = await (await fetch(`${server.origin}/log/policy`)).text()
  return connectUnit({
    ...{ site: server.origin, apiKey, unit: mailbox.owner, seed: mailbox.keys.seed, policy },
    pins: new MemoryPins(),
    now: () => server.clock.now(),
    fetch: lyingFetch(server, lie)
  })
}

function lyingFetch({ origin }: TestServer, lie: Lie | null): typeof fetch {
  return async (address, init) => {
    const answer = await fetch(address, init)
    const url = address instanceof Request ? address.url : String(address)
    return (await lie?.(decodeURIComponent(url.slice(origin.length)), answer)) ?? answer
  }
}

/** The three programs that open letters, each for the same unit. */
export function endsOf(server: TestServer, unit: Unit): Readonly<Record<string, End>> {
  return {
    page: (lie, letter) => readOnPage(server, unit, { lie, letter }),
    SDK: (lie, letter) => readByProgram(server, unit, { lie, letter }),
    agent: (lie, letter) => readByAgent(server, unit, { lie, letter })
  }
}

interface Asked {
  readonly lie: Lie | null
  readonly letter: string
}

/** As `islands/reading/open-letter.ts` does: the envelope, the directory, the bytes; then the kernel judges. */
async function readOnPage(server: TestServer, unit: Unit, { lie, letter }: Asked): Promise<Told> {
  const ask = lyingFetch(server, lie)
  const headers = { authorization: `Bearer ${unit.apiKey}` }
  const list = `/api/v1/letters?mailbox=${unit.mailbox.id}&limit=100`
  const listed = (await (await ask(server.origin + list, { headers })).json()) as {
    letters: ArrivedLetter[]
  }
  const envelope = listed.letters.find(({ id }) => id === letter)
  if (envelope === undefined) return { verdict: 'not-there', doubts: [], subject: null }
  const { authority, unit: of, mailbox } = envelope.sender
  const place = authority !== null && of !== null ? { authority, unit: of } : { mailbox }
  const owner = 'unit' in place ? `unit:${String(authority)}/${String(of)}` : `mailbox:${mailbox}`
  const directory = await directoryOf(server, (address, init) =>
    ask(address, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers }
    })
  )
  const found = await findRecipient(directory, owner)
  if (!found.ok) return { verdict: 'directory-refused', doubts: [], subject: null }
  const content = await ask(`${server.origin}/api/v1/letters/${letter}/content`, { headers })
  const { sentAt, case: caseId } = envelope
  const reading = await readLetter(
    new Uint8Array(await content.arrayBuffer()),
    { identity: unit.mailbox.keys.identity, senders: sendersOf(found.lookup) },
    {
      ...{ letter, sentAt, case: caseId, seenContent: null },
      sender: mailboxName(new URL(server.origin).host, place)
    }
  )
  return reading.shown
    ? { verdict: 'verified', doubts: reading.doubts, subject: reading.letter.header.subject }
    : { verdict: reading.refused, doubts: [], subject: null }
}

async function directoryOf(
  server: TestServer,
  ask: DirectoryClient['fetch']
): Promise<DirectoryClient> {
  const policy = parsePolicy(await (await fetch(`${server.origin}/log/policy`)).text())
  assert.ok(policy.ok)
  return {
    site: server.origin,
    trust: { host: new URL(server.origin).host, policy: policy.value },
    pins: new MemoryPins(),
    now: () => server.clock.now(),
    fetch: ask
  }
}

const scratch = await mkdtemp(join(tmpdir(), 'peyman-lies-'))
after(() => rm(scratch, { recursive: true, force: true }))

async function readByProgram(
  server: TestServer,
  unit: Unit,
  { lie, letter }: Asked
): Promise<Told> {
  const { receiver } = await connected(server, unit, lie)
  for await (const arrived of receiver.arrived()) {
    if (arrived.id !== letter) continue
    try {
      const read = await receiver.receive(arrived, join(scratch, crypto.randomUUID()))
      return read.verdict === 'verified'
        ? { ...read, subject: read.opened.letter.header.subject }
        : { ...read, doubts: [], subject: null }
    } catch (error) {
      return { verdict: codeOf(error), doubts: [], subject: null }
    }
  }
  return { verdict: 'not-there', doubts: [], subject: null }
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: string }
  if (code === undefined) throw error
  return code
}

async function readByAgent(server: TestServer, unit: Unit, { lie, letter }: Asked): Promise<Told> {
  const path = await mkdtemp(join(scratch, 'agent-'))
  const { sender, receiver } = await connected(server, unit, lie)
  const folder = await AgentFolder.open(path)
  const news: AgentNews[] = []
  const receiving = { receiver, acknowledges: false }
  try {
    await runRound({ folder, sender, receiving, tell: (line) => news.push(line) })
  } catch (error) {
    return { verdict: codeOf(error), doubts: [], subject: null }
  }
  const told = news.find((line) => 'letter' in line && line.letter === letter)
  const later = news.find((line) => line.done === 'put-off' && line.reference === letter)
  if (told?.done !== 'received')
    return { verdict: later === undefined ? 'not-there' : codeOf(later), doubts: [], subject: null }
  const text = await readFile(join(path, 'received', letter, 'verdict.json'), 'utf8')
  const kept = JSON.parse(text) as { doubts?: string[]; subject?: string }
  return { verdict: told.verdict, doubts: kept.doubts ?? [], subject: kept.subject ?? null }
}
