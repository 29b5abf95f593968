import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DirectoryClient, findRecipient } from '../../src/kernel/directory/index.ts'
import { mailboxKeys, mailboxName, newMailboxSeed } from '../../src/kernel/seal/index.ts'
import { AgentFolder, type AgentNews, runRound } from '../../src/letters/agent/index.ts'
import {
  type Addressee,
  DeskAwayError,
  DirectoryRefusedError,
  createSender
} from '../../src/letters/sdk/index.ts'
import { newId } from '../../src/platform/index.ts'

/** Looks somebody up as one program does: the recipient that it would seal to, or its fault. */
export type Use = (client: DirectoryClient, of: string) => Promise<string | null>

/** Names the recipient of a sealed letter by the hash in its envelope. */
type Named = (recipientKey: string) => string

/** Asks the API of a desk, as whoever it is. */
export type Send = (
  method: string,
  ask: { path: string; body: unknown }
) => Promise<{ status: number; body: unknown }>

const unit = { authority: 'sko', unit: 'it' }
const keys = await mailboxKeys(newMailboxSeed(), mailboxName('desk.example', unit))
const text = { subject: 'نامه', body: 'با سلام' }

/** SHA-256, base64. */
export function hashOf(recipient: string): string {
  return createHash('sha256').update(recipient).digest('base64')
}

/** As the pages do. */
export const byClient: Use = async (client, of) => {
  const found = await findRecipient(client, of)
  return found.ok ? found.recipient : found.fault
}

/** As a program of a body does: it seals, or does not. */
export function bySdk(named: Named): Use {
  return async (client, of) => {
    try {
      const letter = await senderOf(client).prepare({ to: addressee(of), ...text })
      return letter.waits ? null : named(letter.envelope.recipientKey)
    } catch (error) {
      if (error instanceof DirectoryRefusedError) return error.fault
      throw error
    }
  }
}

/** As the agent of a body does with a letter in its folder; the desk takes nothing, so that it stays. */
export function byAgent(named: Named): Use {
  return async (client, of) => {
    const path = await mkdtemp(join(tmpdir(), 'peyman-agent-'))
    const news: AgentNews[] = []
    try {
      const folder = await AgentFolder.open(path)
      await writeFile(
        join(folder.inbox, 'one.json'),
        JSON.stringify({ to: addressee(of), ...text })
      )
      const round = { folder, sender: senderOf(client), tell: (line: AgentNews) => news.push(line) }
      await runRound(round).catch((error: unknown) => {
        if (!(error instanceof DeskAwayError)) throw error
      })
      const sealed = await folder.readSealed('one')
      if (sealed !== null) {
        return sealed.letter.waits ? null : named(sealed.letter.envelope.recipientKey)
      }
      const [first] = news
      if (first?.done !== 'put-off') throw new Error(JSON.stringify(news))
      return first.reason.slice(first.reason.lastIndexOf(' ') + 1)
    } finally {
      await rm(path, { recursive: true })
    }
  }
}

/** A sender whose desk answers about keys alone. */
function senderOf(client: DirectoryClient) {
  return createSender({
    directory: client,
    mailbox: { id: newId(), unit, keys },
    desk: {
      site: client.site,
      fetch: (address, init) =>
        address.includes('/key-directory/')
          ? client.fetch(address, init)
          : Promise.resolve(new Response('', { status: 503 }))
    }
  })
}

function addressee(of: string): Addressee {
  const [, kind, value] = /^identifier:([^:]+):(.+)$/.exec(of) ?? []
  if (kind === 'national-id' && value !== undefined) return { identifier: { kind, value } }
  return { mailbox: of.slice('mailbox:'.length) }
}
