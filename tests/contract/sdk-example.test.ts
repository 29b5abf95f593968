// Goal: the example of the README sends a letter as it stands there. Method: it is taken out of the README,
// given the address and the recipient of a running desk, and run as a program of its own.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { slotBinding } from '../../src/kernel/mailbox/index.ts'
import {
  generateMailboxIdentity,
  recipientOf,
  wrapForMailbox
} from '../../src/kernel/seal/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { directory } from '../../src/letters/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { insertSlot } from '../../src/letters/mailboxes/keyslot-store.ts'
import { mailboxOf } from '../../src/letters/mailboxes/mailbox-store.ts'
import { createApiKey, personById } from '../../src/people/index.ts'
import { inTransaction, newId, systemClock } from '../../src/platform/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { openTestMailbox } from '../support/letters.ts'
import { startTestServer } from '../support/server.ts'

const root = resolve(import.meta.dirname, '../..')
const server = await startTestServer(systemClock.now())
const { context } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const unit = { authority: 'sko', unit: 'citizen-services' }
const citizen = await demonstrated(server, 'maryam-rezaei')
const value = (await personById(context.db, citizen.id))?.nationalId ?? ''
await openTestMailbox(context, { person: citizen.id }, [{ kind: 'national-id', value }])
await directory.integrateEntries(context)
await publicLog.keepLog(context, await publicLog.publisherOf(context))

/** A key of the program's own, to which the unit's mailbox has a way. */
async function identityWithAWay(): Promise<string> {
  const identity = await generateMailboxIdentity('hybrid')
  const recipient = await recipientOf(identity)
  const mailbox = await mailboxOf(context.db, unit)
  assert.ok(mailbox !== null && recipient !== null)
  const seed = demonstrationSeed(unit.authority, unit.unit)
  const wrapped = await wrapForMailbox({ mailbox: mailbox.id, recipient, seed })
  assert.ok(wrapped.ok)
  const bound = { id: newId(), purpose: 'program', reader: null, recipient } as const
  const slot = {
    ...({
      ...bound,
      kind: 'mailbox',
      label: 'برنامه',
      credential: null,
      delegation: null
    } as const),
    ...{ readerMailbox: null, sequence: 0, madeAt: context.clock.now(), provenAt: null },
    slot: JSON.stringify(wrapped.value),
    binding: slotBinding(seed, bound)
  }
  await inTransaction(context.db, (tx) => insertSlot(tx, mailbox, slot))
  return identity
}

test('the example of the README sends a letter', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-sdk-'))
  // A package finds itself by its name from within its own folder.
  const program = join(root, '.cache', `sdk-example-${String(process.pid)}.ts`)
  await mkdir(join(root, '.cache'), { recursive: true })
  after(() =>
    Promise.all([folder, program].map((each) => rm(each, { recursive: true, force: true })))
  )
  const { text } = await createApiKey(context, {
    ...{ ...unit, role: 'officer', label: 'نمونه', live: true }
  })
  await writeFile(join(folder, 'api.key'), `${text}\n`)
  await writeFile(join(folder, 'agent.key'), `# made by a command\n${await identityWithAWay()}\n`)
  const policy = await fetch(`${server.origin}/log/policy`)
  await writeFile(join(folder, 'log.policy'), await policy.text())
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const example = /```ts\n([^`]*peyman\/sdk[^`]*)```/.exec(readme)?.[1] ?? ''
  assert.match(example, /https:\/\/desk\.example/)
  await writeFile(
    program,
    example.replace('https://desk.example', server.origin).replace('9900000013', value)
  )
  const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: folder })
  assert.match(stdout, /^accepted [0-9a-f-]{36}\n$/)
})
