// Goal: the program of a body makes pages for the post by itself, for all who have no mailbox; the key is on
// the page, and nowhere at the desk. Method: an agent's folder against a running desk; its page is opened as
// its addressee would, by the QR code and by the words; the database is searched for the key.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { claimHandle, claimIdentity, readClaim } from '../../src/kernel/mailbox/index.ts'
import { judgeSender, openLetter } from '../../src/kernel/seal/index.ts'
import { fromBase64, parseVerifierKey } from '../../src/kernel/tlog/index.ts'
import { AgentFolder, makePages, runRound } from '../../src/letters/agent/index.ts'
import { directory } from '../../src/letters/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { connectUnit } from '../../src/letters/sdk/index.ts'
import { createApiKey, personById } from '../../src/people/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { openTestMailbox } from '../support/letters.ts'

const server = await letterDesk('test')
const { context, clock, origin } = server
await server.enterKeys()
const policy = await (await fetch(`${origin}/log/policy`)).text()
const unit = { authority: 'sko', unit: 'citizen-services' }
const key = { ...unit, role: 'officer', label: 'بایگانی', live: true } as const
const { text: apiKey } = await createApiKey(context, key)
const path = await mkdtemp(join(tmpdir(), 'peyman-pages-'))
after(() => rm(path, { recursive: true }))
const folder = await AgentFolder.open(path)
const seed = demonstrationSeed(unit.authority, unit.unit)
const { sender } = await connectUnit({
  ...{ site: origin, apiKey, unit, seed, policy, pins: folder.pins, scratch: folder.work },
  now: () => clock.now()
})
const told: { done: string; letter?: string; code?: string }[] = []
const at = { folder, sender, tell: (news: (typeof told)[number]) => told.push(news) }

async function pages() {
  await makePages(at)
  return told.splice(0)
}

interface Page {
  readonly letter: string
  readonly reference: string
  readonly to: object
  readonly qr: { fa: string; en: string }
  readonly words: { fa: string[]; en: string[] }
  readonly from: { fa: string }
}

const written = (letter: string, name: string) =>
  readFile(join(path, 'pages', letter, name), 'utf8')

async function pageOf(letter: string): Promise<Page> {
  return JSON.parse(await written(letter, 'page.json')) as Page
}

async function opened(secret: Uint8Array) {
  const answer = await fetch(`${origin}/api/v1/letter-claims/opening`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle: claimHandle(secret) })
  })
  const { content = '', letter } = (await answer.json()) as { content?: string; letter: string }
  const result = await openLetter(fromBase64(content) ?? new Uint8Array(), claimIdentity(secret))
  return { status: answer.status, letter, result }
}

async function identifierOf(name: string) {
  const person = await personById(context.db, (await demonstrated(server, name)).id)
  return person?.nationalId
    ? { kind: 'national-id', value: person.nationalId }
    : { kind: 'foreigner-code', value: person?.foreignerCode ?? '' }
}

const people = ['maryam-rezaei', 'hossein-barati', 'gholam-haidari'] as const
const sent: string[] = []

test('a batch of letters to people without mailboxes becomes a batch of pages', async () => {
  for (const [i, name] of people.entries()) {
    const to = { identifier: await identifierOf(name) }
    const letter = { to, subject: 'ابلاغ', body: `متن ${String(i)}`, lane: 'single' }
    await writeFile(join(folder.inbox, `mail-${String(i)}.json`), JSON.stringify(letter))
  }
  await runRound(at)
  sent.push(...told.splice(0).map(({ letter = '' }) => letter))
  const made = await pages()
  assert.ok(made.every(({ done }) => done === 'page'))
  assert.deepEqual(new Set(made.map(({ letter }) => letter)), new Set(sent))
  assert.equal(made.length, sent.length)
  assert.deepEqual(await pages(), [])
  for (const [i, letter] of sent.entries()) {
    const page = await pageOf(letter)
    assert.equal(page.reference, `mail-${String(i)}`)
    assert.deepEqual(page.to, { identifier: await identifierOf(people[i] ?? '') })
    assert.match(page.from.fa, /، استانداری$/)
    assert.equal((await stat(join(path, 'pages', letter, 'page.html'))).mode & 0o777, 0o600)
    const shown = await written(letter, 'page.html')
    for (const word of [...page.words.fa, ...page.words.en]) assert.ok(shown.includes(word), word)
    assert.ok(shown.includes(page.reference) && shown.includes('<svg'))
    assert.equal(/<script|https?:\/\/(?!localhost)/.test(shown), false)
  }
  assert.deepEqual(await readdir(folder.work), [])
})

test('the page opens its letter by camera and by words, signed by the unit, and the desk has no key', async () => {
  const [letter = ''] = sent
  const page = await pageOf(letter)
  const [address = '', code = ''] = page.qr.fa.split('#')
  assert.equal(address, `${origin}/claim`)
  assert.equal(page.qr.en, `${origin}/en/claim#${code}`)
  const secret = readClaim(code)
  assert.ok(secret)
  assert.deepEqual(readClaim(page.words.fa.join(' ')), secret)
  assert.deepEqual(readClaim(page.words.en.join(' ')), secret)
  const found = await opened(secret)
  assert.deepEqual([found.status, found.letter], [200, letter])
  assert.ok(found.result.ok)
  assert.equal(found.result.value.body, 'متن 0')
  const keys = (await directory.currentEntry(context.db, 'unit:sko/citizen-services'))?.keys ?? []
  const known = keys.flatMap((text) => {
    const read = parseVerifierKey(text)
    return read.ok ? [read.value] : []
  })
  assert.equal(judgeSender(found.result.value, known).verdict, 'verified')
  const kept = await sql<{ row: string }>`
    select row_to_json(c)::text as row from letter_claims c`.execute(context.db)
  assert.equal(kept.rows.length, sent.length)
  for (const form of [code, Buffer.from(secret).toString('hex'), claimIdentity(secret)]) {
    assert.equal(
      kept.rows.some(({ row }) => row.includes(form)),
      false
    )
  }
})

test('a letter that is too large goes another way, and pages that open nothing are taken away', async () => {
  const [letter = ''] = sent
  await writeFile(join(folder.inbox, 'plan.bin'), randomBytes(2_000_000))
  const to = { identifier: await identifierOf('hossein-barati') }
  const attachments = [{ file: 'plan.bin', type: 'application/octet-stream' }]
  const large = { to, subject: 'نقشه', body: 'متن', attachments }
  await writeFile(join(folder.inbox, 'large.json'), JSON.stringify(large))
  await runRound(at)
  told.splice(0)
  assert.deepEqual(
    (await pages()).map(({ done, code }) => [done, code]),
    [['put-off', 'sdk/letter-too-large']]
  )
  const { id: person } = await demonstrated(server, 'maryam-rezaei')
  const identifier = await identifierOf('maryam-rezaei')
  await openTestMailbox(context, { person }, [identifier])
  await server.enterKeys()
  await runRound(at)
  told.splice(0)
  assert.deepEqual((await pages())[0], { done: 'page-over', letter })
  assert.equal((await folder.letters('pages')).includes(letter), false)
})
