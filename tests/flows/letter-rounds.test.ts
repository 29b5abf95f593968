// Goal: agents of two bodies exchange letters of any size through a desk, with a second person where the
// unit wants one. Method: rounds of agents with their folders against a running desk, two keys of one unit;
// a letter with 20 MB from file to file.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AgentFolder, decideHeld, layOutHeld, runRound } from '../../src/letters/agent/index.ts'
import { setSecondPerson } from '../../src/letters/exchange/unit-setting-store.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { connectUnit } from '../../src/letters/sdk/index.ts'
import { createApiKey } from '../../src/people/index.ts'
import { inTransaction } from '../../src/platform/index.ts'
import { letterDesk } from '../support/letter-desk.ts'

const server = await letterDesk('test')
const { context, clock, origin } = server
await server.enterKeys()
const policy = await (await fetch(`${origin}/log/policy`)).text()

interface News {
  readonly done: string
  readonly letter?: string
  readonly code?: string
  readonly verdict?: string
}

async function agentOf(unit: { authority: string; unit: string }, role: 'officer' | 'approver') {
  const key = { ...unit, role, label: `برنامه ${role}`, live: true }
  const { text: apiKey } = await createApiKey(context, key)
  const path = await mkdtemp(join(tmpdir(), 'peyman-round-'))
  after(() => rm(path, { recursive: true }))
  const folder = await AgentFolder.open(path)
  const seed = demonstrationSeed(unit.authority, unit.unit)
  const { sender, receiver } = await connectUnit({
    ...{ site: origin, apiKey, unit, seed, policy, pins: folder.pins, scratch: folder.work },
    now: () => clock.now()
  })
  const news: News[] = []
  const at = { folder, sender, tell: (line: News) => news.push(line) }
  const told = () => news.splice(0)
  return {
    folder,
    async round(acknowledges: boolean | null = null) {
      await runRound({
        ...at,
        receiving: acknowledges === null ? null : { receiver, acknowledges }
      })
      return told()
    },
    /** @param before - A letter that the desk lists first, and that is gone when it is asked for. */
    async layOut(before: string | null = null) {
      async function* held() {
        for await (const each of sender.held()) {
          if (before !== null) yield { ...each, id: before }
          yield each
        }
      }
      await layOutHeld({ ...at, sender: { ...sender, held } })
      return told()
    },
    async decide(letter: string, reason: string | null) {
      await decideHeld(at, { letter, reason })
      return told()
    },
    give: (name: string, letter: object) =>
      writeFile(join(folder.inbox, `${name}.json`), JSON.stringify(letter))
  }
}

const place = { authority: 'sko', unit: 'citizen-services' }
const elsewhere = { authority: 'ito', unit: 'service-desk' }
const writer = await agentOf(place, 'officer')
const second = await agentOf(place, 'approver')
const reader = await agentOf(elsewhere, 'officer')
const text = { to: elsewhere, subject: 'گزارش', body: 'پیوست را **ببینید**.', lane: 'single' }

test('a letter with 20 MB goes from file to file, is acknowledged, and nothing is left on the way', async () => {
  const plan = randomBytes(20_000_000)
  await writeFile(join(writer.folder.inbox, 'plan.bin'), plan)
  const attachment = { file: 'plan.bin', type: 'application/octet-stream' }
  const again = { ...attachment, file: 'plan.bin' }
  await writer.give('large', { ...text, attachments: [attachment, again] })
  const [sent] = await writer.round()
  assert.equal(sent?.done, 'sent', JSON.stringify(sent))
  const letter = sent.letter ?? ''
  await server.work()
  assert.deepEqual(await reader.round(true), [
    { done: 'received', letter, verdict: 'verified' },
    { done: 'acknowledged', letter }
  ])
  assert.deepEqual(await reader.round(true), [])
  const kept = join(reader.folder.path, 'received', letter)
  assert.equal(await readFile(join(kept, 'letter.md'), 'utf8'), text.body)
  const verdict = JSON.parse(await readFile(join(kept, 'verdict.json'), 'utf8')) as {
    verdict: string
    subject: string
    attachments: { name: string; file: string; sha256: string }[]
  }
  assert.deepEqual([verdict.verdict, verdict.subject], ['verified', text.subject])
  const sha256 = createHash('sha256').update(plan).digest('base64')
  assert.deepEqual(
    verdict.attachments.map((each) => [each.name, each.file, each.sha256]),
    [
      ['plan.bin', 'attachments/plan.bin', sha256],
      ['plan.bin', 'attachments/2-plan.bin', sha256]
    ]
  )
  for (const { file } of verdict.attachments)
    assert.ok((await readFile(join(kept, file))).equals(plan))
  for (const { folder } of [writer, reader])
    for (const part of ['work', 'sealed', 'to-acknowledge'])
      assert.deepEqual(await readdir(join(folder.path, part)), [])
})

test('a name that is too long for a file system keeps nothing else from coming', async () => {
  await writeFile(join(writer.folder.inbox, 'a.bin'), 'plan')
  // Whoever writes chooses it: two hundred letters are allowed, and have four hundred bytes.
  const name = `${'گ'.repeat(196)}.pdf`
  const long = { file: 'a.bin', name, type: 'application/pdf' }
  await writer.give('long', { ...text, attachments: [long, long] })
  await writer.give('after', { ...text, subject: 'پس از آن' })
  assert.equal((await writer.round()).length, 2)
  await server.work()
  const received = await reader.round(false)
  assert.deepEqual(
    received.map(({ done, verdict }) => [done, verdict]),
    [
      ['received', 'verified'],
      ['received', 'verified']
    ]
  )
  const verdicts = await Promise.all(
    received.map(({ letter = '' }) =>
      readFile(join(reader.folder.path, 'received', letter, 'verdict.json'), 'utf8')
    )
  )
  const written = verdicts.flatMap(
    (each) => (JSON.parse(each) as { attachments: { name: string; file: string }[] }).attachments
  )
  assert.deepEqual([written.length, new Set(written.map(({ file }) => file)).size], [2, 2])
  assert.ok(written.every((each) => each.name === name && each.file.endsWith('گ.pdf')))
})

test('where the unit wants a second person, its agent hands in for one, and another key lets go', async () => {
  await inTransaction(context.db, (tx) =>
    setSecondPerson(tx, place, { secondPerson: true, at: clock.now() })
  )
  await writeFile(join(writer.folder.inbox, 'big.bin'), randomBytes(2_000_000))
  const attachments = [{ file: 'big.bin', type: 'application/octet-stream' }]
  await writer.give('alone', text)
  await writer.give('first', { ...text, approval: true, attachments })
  await writer.give('other', { ...text, approval: true })
  const handedIn = await writer.round()
  assert.deepEqual(
    handedIn.map(({ done, code }) => [done, code]),
    [
      ['refused', 'letter/approval-needed'],
      ['sent', undefined],
      ['sent', undefined]
    ]
  )
  const [, small, large] = handedIn.map(({ letter = '' }) => letter)
  assert.ok(small && large)
  await assert.rejects(second.decide(large, null), { code: 'agent/held' })
  assert.equal((await writer.layOut()).length, 2)
  await assert.rejects(writer.decide(large, null), { code: 'letter/own-approval' })
  await mkdir(join(second.folder.work, large))
  await writeFile(join(second.folder.work, large, 'letter.md'), 'of a run that was killed')
  const laidOut = await second.layOut('0192f3a0-1111-7abc-8def-0123456789ab')
  assert.deepEqual(
    laidOut.map(({ done, code }) => [done, code]),
    [
      ['put-off', 'letter/not-found'],
      ['held', undefined],
      ['put-off', 'letter/not-found'],
      ['held', undefined]
    ]
  )
  const held = join(second.folder.path, 'held', large)
  assert.equal(await readFile(join(held, 'letter.md'), 'utf8'), text.body)
  const verdict = JSON.parse(await readFile(join(held, 'verdict.json'), 'utf8')) as object
  const other = { ...verdict, sha256: Buffer.alloc(32).toString('base64') }
  await writeFile(join(held, 'verdict.json'), JSON.stringify(other))
  await assert.rejects(second.decide(large, null), /is not what was laid out/)
  await writeFile(join(held, 'verdict.json'), JSON.stringify(verdict))
  assert.deepEqual(await second.decide(large, null), [{ done: 'approved', letter: large }])
  assert.deepEqual(await second.decide(small, 'مبلغ نادرست است'), [
    { done: 'refused', letter: small }
  ])
  assert.deepEqual(await readdir(join(second.folder.path, 'held')), [])
  await server.work()
  assert.deepEqual(await reader.round(false), [
    { done: 'received', letter: large, verdict: 'verified' }
  ])
})

test('what cannot be read in the folder is told, and keeps nothing else from going', async () => {
  const { inbox } = reader.folder
  await mkdir(join(inbox, 'a-folder.json'))
  await symlink(join(inbox, 'no-end.json'), join(inbox, 'no-end.json'))
  await reader.give('z-letter', { ...text, to: place })
  const told = await reader.round()
  assert.deepEqual(
    told.map(({ done, code = null }) => [done, code]),
    [
      ['put-off', 'agent/letter-file'],
      ['put-off', 'agent/letter-file'],
      ['sent', null]
    ]
  )
})

test('files as programs of Windows write them are letters, without the mark that they begin with', async () => {
  const { inbox } = reader.folder
  await writeFile(join(inbox, 'text.md'), '\ufeffسلام')
  const letter = { subject: 'موضوع', bodyFile: 'text.md', to: place }
  await writeFile(join(inbox, 'zz-marked.json'), `\ufeff${JSON.stringify(letter)}`)
  const told = await reader.round()
  assert.deepEqual(
    told.map(({ done }) => done),
    ['put-off', 'put-off', 'sent']
  )
})
