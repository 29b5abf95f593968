// Goal: a desk that swaps, drops, forks or holds back keys gets no letter sealed to them, whoever asks:
// the browser of an officer, the SDK and the agent. Method: a running desk with its log, asked over HTTP
// through a proxy that lies; then its rows changed by hand, by somebody who runs its worker as well.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import {
  type DirectoryAnswer,
  type DirectoryClient,
  type DirectoryEntry,
  type EntryReason,
  type PinStore,
  entryHash,
  signEntry
} from '../../src/kernel/directory/index.ts'
import {
  type MailboxKeys,
  mailboxKeys,
  mailboxName,
  newMailboxSeed
} from '../../src/kernel/seal/index.ts'
import { parsePolicy } from '../../src/kernel/tlog/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { directory } from '../../src/letters/index.ts'
import { inTransaction, newId } from '../../src/platform/index.ts'
import { type ApiClient, keyClient } from '../support/api-client.ts'
import { startTestServer } from '../support/server.ts'
import { MemoryPins } from '../support/directory.ts'
import { demonstrated } from '../isolation/world.ts'
import { type Send, type Use, byAgent, byClient, bySdk, hashOf } from '../support/key-askers.ts'
import { nodePrimitives } from '../support/tlog.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const { context, clock } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const host = new URL(server.origin).host
const owner = `mailbox:${newId()}`
const national = { kind: 'national-id', value: '9900000021' }
const identifier = `identifier:${national.kind}:${national.value}`
const citizen = await demonstrated(server, 'maryam-rezaei')
const keys = () =>
  mailboxKeys(newMailboxSeed(), mailboxName(host, { mailbox: owner.slice('mailbox:'.length) }))
const [own, next, evil] = await Promise.all([keys(), keys(), keys()])

function entryOf(
  before: DirectoryEntry | null,
  of: { reason: EntryReason; own: MailboxKeys; signedBy?: MailboxKeys }
): DirectoryEntry {
  return signEntry(
    {
      v: 1,
      owner,
      sequence: before === null ? 0 : before.sequence + 1,
      at: clock.now().toString(),
      recipient: of.own.recipient,
      keys: of.own.keys,
      reason: of.reason,
      previous: before === null ? null : entryHash(before)
    },
    { own: of.own.signers, before: of.signedBy?.signers ?? [] }
  )
}

const publish = (entry: DirectoryEntry, aliases: { kind: string; value: string }[] = []) =>
  inTransaction(context.db, (tx) =>
    directory.publishEntry(tx, { entry, aliases, by: citizen, person: citizen.id }, clock.now())
  )
/** As much work as a head needs to come into the published log. */
async function work() {
  await directory.integrateEntries(context)
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
}

const first = entryOf(null, { reason: 'enrolled', own })
await publish(first, [national])
await work()
const policy = parsePolicy(await (await fetch(`${server.origin}/log/policy`)).text())
assert.ok(policy.ok)

type Lie = (answer: DirectoryAnswer) => unknown

/** Somebody who looks keys up, and remembers; `lie` is what stands between them and the desk. */
class Asker {
  readonly name: string
  readonly pins = new MemoryPins()
  readonly #send: Send
  readonly #use: Use

  constructor(name: string, send: Send, use: Use) {
    this.name = name
    this.#send = send
    this.#use = use
  }

  async find(of = owner, lie: Lie = (answer) => answer, pins: PinStore = this.pins) {
    assert.ok(policy.ok)
    const client: DirectoryClient = {
      site: server.origin,
      trust: { host, policy: policy.value },
      pins,
      now: () => clock.now(),
      primitives: nodePrimitives,
      fetch: async (address, init) => {
        if (!address.includes('/api/v1/')) return fetch(address)
        const { status, body } = await this.#send(init?.method ?? 'GET', {
          path: address.slice(`${server.origin}/api/v1`.length),
          body: init?.body
        })
        return Response.json(status < 400 ? lie(body as DirectoryAnswer) : body, { status })
      }
    }
    return this.#use(client, of)
  }

  /** As somebody who never looked before. */
  anew(of = owner, lie?: Lie) {
    return this.find(of, lie, new MemoryPins())
  }
}

/** To which of the keys of this test a letter was sealed. */
const sealedTo = (hash: string) =>
  [own, next, evil].find(({ recipient }) => hashOf(recipient) === hash)?.recipient ?? 'another'

/** A clerk, signed in anew where the clock has gone on. */
let signedIn: { at: Temporal.Instant; officer: Visitor } | null = null
async function officerNow(): Promise<Visitor> {
  if (signedIn === null || clock.now().since(signedIn.at).total('minutes') > 5) {
    signedIn = { at: clock.now(), officer: await Visitor.as(server, 'somayeh-jafari') }
  }
  return signedIn.officer
}
const sendBy =
  (client: ApiClient): Send =>
  (method, { path, body }) =>
    client.ask(method, path, body == null ? {} : { body })
const program = async (role: string) => sendBy(await keyClient(server, { authority: 'sko', role }))
const askers = [
  new Asker(
    'browser',
    async (method, ask) => sendBy(await (await officerNow()).scripts())(method, ask),
    byClient
  ),
  new Asker('SDK', await program('officer'), bySdk(sealedTo)),
  new Asker('agent', await program('clerk'), byAgent(sealedTo))
]

/** What every asker is told must be the same; newcomers among them where `anew`. */
async function all(expected: string | null, of = owner, lie?: Lie) {
  for (const asker of askers) assert.equal(await asker.find(of, lie), expected, asker.name)
}
async function newcomers(expected: string | null, of = owner, lie?: Lie) {
  for (const asker of askers) assert.equal(await asker.anew(of, lie), expected, asker.name)
}

test('all who write find the true key, by owner and by identifier', async () => {
  await all(own.recipient)
  await all(own.recipient, identifier)
  await all(null, 'identifier:national-id:9900000056')
})

test('a proxy that lies is refused, also by who never looked before', async () => {
  const forged = entryOf(null, { reason: 'enrolled', own: evil })
  const last = (answer: DirectoryAnswer) => answer.entries.at(-1) ?? first
  const lies: [string, Lie, string][] = [
    [
      'another recipient',
      (a) => ({ ...a, entries: [{ ...last(a), recipient: evil.recipient }] }),
      'entries-unproven'
    ],
    ['another chain', (a) => ({ ...a, entries: [forged] }), 'entries-unproven'],
    [
      'a recovery that nobody published',
      (a) => ({
        ...a,
        entries: [...a.entries, entryOf(last(a), { reason: 'recovered', own: evil })]
      }),
      'entries-unproven'
    ],
    ['no key', (a) => ({ ...a, entries: [], earlier: null }), 'entries-unproven'],
    ['no proof', (a) => ({ ...a, proof: null }), 'entries-unproven'],
    [
      'a head that nobody logged',
      (a) => ({
        ...a,
        head: a.head.replace(/(?<=^extra .{80})./m, (c) => (c === 'A' ? 'B' : 'A'))
      }),
      'head-unproven'
    ],
    [
      'a head without signature',
      (a) => ({ ...a, head: a.head.replaceAll(/^— .*\n/gmu, '') }),
      'head-unproven'
    ],
    ['no past', (a) => ({ ...a, earlier: null }), 'earlier-unproven'],
    ['something else', () => ({ hello: 'world' }), 'answer-form']
  ]
  for (const [name, lie, fault] of lies) {
    for (const asker of askers) {
      assert.equal(await asker.find(owner, lie), fault, `${name}: ${asker.name}`)
      assert.equal(await asker.anew(owner, lie), fault, `${name}: new ${asker.name}`)
    }
  }
  const other: Lie = (a) => ({
    ...a,
    alias: a.alias && { ...a.alias, owner: `mailbox:${newId()}` }
  })
  await newcomers('alias-unproven', identifier, other)
  await newcomers('alias-unproven', identifier, (a) => ({
    ...a,
    alias: a.alias && { ...a.alias, owner: null },
    entries: [],
    proof: null,
    earlier: null
  }))
  await all(own.recipient)
})

test('an old answer is refused by who has seen a newer one, and by all after a day', async () => {
  const kept = new Map<string, unknown>()
  const keep: Lie = (answer) => {
    kept.set(answer.owner, answer)
    return answer
  }
  await all(own.recipient, owner, keep)
  clock.advance('PT1H')
  await publish(entryOf(first, { reason: 'rotated', own: next, signedBy: own }))
  await work()
  await all(next.recipient)
  const old: Lie = ({ owner: of }) => kept.get(of)
  await all('pin-head-rolled-back', owner, old)
  clock.advance('PT24H')
  await newcomers('head-stale', owner, old)
  await work()
  await all(next.recipient)
})

test('an operator who changes the rows and publishes that is refused for 72 hours', async () => {
  clock.advance('PT100H')
  await work()
  await all(next.recipient)
  const saved = await sql<{ sequence: number; entry: DirectoryEntry; hash: string }>`
    select sequence, entry, hash from directory_entries where owner = ${owner} order by sequence`.execute(
    context.db
  )
  // The whole history exchanged for one that begins with a key of the operator.
  const forged = entryOf(null, { reason: 'enrolled', own: evil })
  await sql`delete from directory_entries where owner = ${owner} and sequence > 0`.execute(
    context.db
  )
  await sql`
    update directory_entries set entry = ${JSON.stringify(forged)}::jsonb, hash = ${entryHash(forged)},
      head = null where owner = ${owner}`.execute(context.db)
  await work()
  await all('earlier-unproven')
  await newcomers('earlier-unproven')
  await newcomers('earlier-unproven', identifier)
  const { differences } = await directory.checkDirectory(context.db, clock.now())
  assert.ok(differences.length > 0, 'peyman check sees it')
  // The last entry dropped, so that the key of before counts again: who saw the newer one refuses.
  const [one, two] = saved.rows
  assert.ok(one && two)
  await sql`
    update directory_entries set entry = ${JSON.stringify(one.entry)}::jsonb, hash = ${one.hash},
      head = null where owner = ${owner}`.execute(context.db)
  await work()
  for (const asker of askers) {
    const told = await asker.find()
    assert.notEqual(told, own.recipient, asker.name)
    assert.equal(told, 'earlier-unproven', asker.name)
  }
  await sql`
    insert into directory_entries (bucket, owner, sequence, person, reason, entry, hash, added_at,
      added_by, fact, data_type)
    select bucket, owner, 1, person, 'rotated', ${JSON.stringify(two.entry)}::jsonb, ${two.hash}, added_at,
      added_by, fact, data_type from directory_entries where owner = ${owner}`.execute(context.db)
  await work()
  await all(next.recipient)
})

test('an operator who says that somebody recovered waits 72 hours, and the owner stops it', async () => {
  const last = await directory.currentEntry(context.db, owner)
  await publish(entryOf(last, { reason: 'recovered', own: evil }))
  await work()
  await all(next.recipient)
  await newcomers(next.recipient)
  const owned = await Visitor.as(server, 'maryam-rezaei')
  const shown = await owned.get('/en/account/keys')
  assert.equal(shown.status, 200)
  assert.match(shown.text, /your key has not signed/)
  const messages = await owned.get('/en/account/messages')
  assert.match(messages.text, /Warning: a new key/)
  const stopped = await owned.post('/en/account/keys/stop', { owner })
  assert.equal(stopped.status, 303)
  await work()
  clock.advance('PT80H')
  await work()
  await all(next.recipient)
  await newcomers(next.recipient)
  assert.doesNotMatch((await owned.get('/en/account/keys')).text, /your key has not signed/)
})

test('who has no business with a key hears nothing of it, as of nobody', async () => {
  const asked = async (visitor: Visitor, path: string) => {
    const answer = await visitor.get(path)
    return [answer.status, answer.text.replace(/"trace":"[^"]+"/, '')]
  }
  const neighbour = await Visitor.as(server, 'hossein-barati')
  const mine = await Visitor.as(server, 'maryam-rezaei')
  const id = owner.slice('mailbox:'.length)
  const there = await asked(neighbour, `/api/v1/mailboxes/${id}/key`)
  const nobody = await asked(neighbour, `/api/v1/mailboxes/${newId()}/key`)
  assert.equal(there[0], 404)
  assert.deepEqual(there, nobody)
  assert.equal((await mine.get(`/api/v1/key-directory/${encodeURIComponent(owner)}`)).status, 200)
  const inAddress = `/api/v1/key-directory/${encodeURIComponent(identifier)}`
  assert.equal((await (await officerNow()).get(inAddress)).status, 400)
  assert.equal((await fetch(`${server.origin}${inAddress}`)).status, 401)
})

test('the pages of the directory say how it stands, to everybody', async () => {
  for (const path of ['/log/directory', '/en/log/directory']) {
    const answer = await fetch(server.origin + path)
    assert.equal(answer.status, 200)
    const text = await answer.text()
    assert.ok(!text.includes(owner) && !text.includes(national.value))
  }
})
