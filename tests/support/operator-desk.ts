import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { mailboxKeys, mailboxName, sealLetter } from '../../src/kernel/seal/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { directory } from '../../src/letters/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { createApiKey } from '../../src/people/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { type TestMailbox, openTestMailbox, sha256 } from './letters.ts'
import { type Lie, type Unit, changed, connected, endsOf } from './lied-letters.ts'
import { type TestServer, startTestServer } from './server.ts'

/** What every letter of these tests is called inside. */
export const subject = 'نتیجه درخواست'

type Listed = Record<string, unknown> & { id: string }

/** Changes the lists of letters. */
export function inLists(change: (letters: Listed[]) => Listed[]): Lie {
  return (path, answer) =>
    path.startsWith('/api/v1/letters?')
      ? changed(answer, (body: { letters: Listed[] }) => ({
          ...body,
          letters: change(body.letters)
        }))
      : undefined
}

/** Says something else on the envelope of a letter. */
export function onEnvelope(id: string, said: object): Lie {
  return inLists((letters) => letters.map((each) => (each.id === id ? { ...each, ...said } : each)))
}

/** Hands out other bytes, and says that they are the right ones. */
export function otherBytes(id: string, bytes: Uint8Array): Lie {
  return (path, answer) =>
    path === `/api/v1/letters/${id}/content`
      ? Promise.resolve(new Response(Buffer.from(bytes)))
      : onEnvelope(id, { sha256: sha256(bytes), sizeBytes: bytes.length })(path, answer)
}

/** A desk with two units that write to each other, and an operator who has a mailbox as anybody. */
export async function startOperatorDesk() {
  const server = await startTestServer()
  const { context, clock } = server
  const signer = await publicLog.openSigner(context.config.dataFolder)
  after(() => signer.close())
  const from = await unitOf(server, 'sko', 'citizen-services')
  const to = await unitOf(server, 'ito', 'messaging')
  const operator = await openTestMailbox(context, {
    person: (await demonstrated(server, 'hossein-barati')).id
  })
  const ends = endsOf(server, to)
  /** As much work as letters and heads of the directory need. */
  const work = async () => {
    clock.advance('PT1M')
    await directory.integrateEntries(context)
    await server.work()
    await publicLog.keepLog(context, await publicLog.publisherOf(context))
  }
  await work()
  return {
    ...{ server, from, to, operator, work },
    /** A letter on its way, with what its sender keeps of it. */
    sent: async (more: { effectiveAt?: Temporal.Instant } = {}) => {
      const letter = await sentLetter(server, { from, to }, more)
      await work()
      return letter
    },
    /** What every end says of a letter under a lie: the same verdict, and the same doubts. */
    told: async (lie: Lie | null, id: string): Promise<string> => {
      const said = new Set<string>()
      for (const [name, read] of Object.entries(ends)) {
        const { verdict, doubts, subject: shown } = await read(lie, id)
        assert.equal(shown, verdict === 'verified' ? subject : null, `${name}: ${verdict}`)
        said.add([verdict, ...doubts].join(' '))
      }
      return [...said].join(' / ')
    },
    /** A letter that claims to be from one mailbox to another, as the operator writes it. */
    invented: (id: string, by: Inventing) =>
      inventLetter({ id, sentAt: clock.now().toString(), from: from.mailbox, to: to.mailbox }, by)
  }
}

async function unitOf(
  { context, origin }: TestServer,
  authority: string,
  unit: string
): Promise<Unit> {
  const found = await mailboxOf(context.db, { authority, unit })
  const name = mailboxName(new URL(origin).host, { authority, unit })
  const keys = await mailboxKeys(demonstrationSeed(authority, unit), name)
  const key = { authority, unit, role: 'officer', label: 'برنامه واحد', live: true }
  const { text } = await createApiKey(context, key)
  return { apiKey: text, mailbox: { id: found?.id ?? '', keys, owner: { authority, unit } } }
}

async function sentLetter(
  server: TestServer,
  { from, to }: { readonly from: Unit; readonly to: Unit },
  more: object
) {
  const { sender } = await connected(server, from, null)
  const attachments = [{ name: 'a.txt', type: 'text/plain', content: Buffer.from(randomUUID()) }]
  const letter = { to: to.mailbox.owner, subject, body: randomUUID(), attachments, ...more }
  const { envelope, file } = await sender.prepare(letter)
  const { fact } = await sender.send({ envelope, file, waits: false })
  const { id, tokenHash } = envelope
  return { id, file, fact: fact ?? '', kept: { id, tokenHash, to: to.mailbox.owner } }
}

/** By whose keys a letter is signed that nobody wrote, and to which mailbox, where not to the usual one. */
export interface Inventing {
  readonly signers: Parameters<typeof sealLetter>[1]['signers']
  readonly to?: TestMailbox
}

async function inventLetter(
  of: { readonly id: string; readonly sentAt: string; from: Unit['mailbox']; to: TestMailbox },
  { signers, to = of.to }: Inventing
): Promise<Uint8Array> {
  const sealed = await sealLetter(
    {
      ...{ letter: of.id, sender: of.from.owner, subject, sentAt: of.sentAt },
      ...{ case: null, body: 'جعلی', attachments: [] }
    },
    { recipient: to.keys.recipient, signers }
  )
  assert.ok(sealed.ok)
  return sealed.value.file
}
