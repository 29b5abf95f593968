// Goal: at the shell, a letter that was sealed is opened by its mailbox alone, its sender is told, and what is
// forged is not shown. Method: the command itself, with files as people have them.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { mailboxKeys } from '../../src/kernel/seal/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'

const command = resolve(import.meta.dirname, '../../bin/peyman')
const folder = await mkdtemp(join(tmpdir(), 'peyman-letter-'))
after(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly error: string
}

function letter(...args: readonly string[]): Promise<Ended> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [command, 'letter', ...args],
      { cwd: folder },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code)
        settle({ code, out: stdout, error: stderr })
      }
    )
  })
}

const body = '# نتیجه\n\nدرخواست شما پذیرفته شد.\n'
let recipient = ''
before(async () => {
  await writeFile(join(folder, 'body.md'), body)
  await writeFile(join(folder, 'رأی.pdf'), '%PDF-1.7 the decision')
  recipient = (await letter('identity', '--out', 'own.key')).out.trim()
  const keys = await letter('key', '--name', 'sko.example/it', '--out', 'sign.key')
  await writeFile(join(folder, 'senders'), `# believed\n${keys.out}`)
  await letter('identity', '--classic', '--out', 'other.key')
})

function seal(out: string, ...more: readonly string[]): Promise<Ended> {
  const always = ['--recipient', recipient, '--body', 'body.md', '--subject', 'نتیجه', '--out', out]
  return letter('seal', ...always, ...more)
}

test('a sealed letter is opened by its mailbox, with its sender and its attachments', async () => {
  const sealed = await seal('a.age', '--sign-key', 'sign.key', '--attach', 'رأی.pdf', '--json')
  assert.equal(sealed.code, 0, sealed.error)
  const told = JSON.parse(sealed.out) as { bytes: number; signedBy: string[] }
  assert.deepEqual(told.signedBy, ['sko.example/it'])
  const file = await readFile(join(folder, 'a.age'))
  assert.equal(file.length, told.bytes)
  assert.equal(file.includes('پذیرفته'), false)

  const opened = await letter(
    ...['open', 'a.age', '--identity', 'own.key', '--keys', 'senders', '--out', 'opened']
  )
  assert.equal(opened.code, 0, opened.error)
  assert.equal(opened.out, body)
  assert.match(opened.error, /The sender is verified: sko\.example\/it/)
  assert.deepEqual((await readdir(join(folder, 'opened'))).toSorted(), ['letter.md', 'رأی.pdf'])
  assert.equal(await readFile(join(folder, 'opened/رأی.pdf'), 'utf8'), '%PDF-1.7 the decision')
  const again = await letter('open', 'a.age', '--identity', 'own.key', '--out', 'opened')
  assert.equal(again.code, 2)
  assert.match(again.error, /is there already/)
})

test('verify says who wrote it and nothing of what it says', async () => {
  assert.equal((await seal('b.age', '--sign-key', 'sign.key')).code, 0)
  assert.equal((await seal('c.age')).code, 0)
  const verify = (file: string, lang = 'en') =>
    letter('verify', file, '--identity', 'own.key', '--keys', 'senders', '--lang', lang)
  const signed = await verify('b.age')
  assert.deepEqual([signed.code, signed.out], [0, ''])
  const unsigned = await verify('c.age', 'fa')
  assert.equal(unsigned.code, 1)
  assert.match(unsigned.error, /هیچ‌کس این نامه را امضا نکرده است/)
})

test('another key, damage and forgery are refused, each with its reason and exit code', async () => {
  assert.equal((await seal('d.age', '--sign-key', 'sign.key')).code, 0)
  const stranger = await letter('open', 'd.age', '--identity', 'other.key')
  assert.deepEqual([stranger.code, stranger.out], [1, ''])
  assert.match(stranger.error, /another mailbox/)
  const bytes = await readFile(join(folder, 'd.age'))
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  await writeFile(join(folder, 'damaged.age'), bytes)
  const damaged = await letter('open', 'damaged.age', '--identity', 'own.key')
  assert.deepEqual([damaged.code, damaged.out], [2, ''])
  // Somebody who calls themselves the same, with keys of their own.
  assert.equal((await letter('key', '--name', 'sko.example/it', '--out', 'thief.key')).code, 0)
  assert.equal((await seal('forged.age', '--sign-key', 'thief.key')).code, 0)
  const forged = await letter('open', 'forged.age', '--identity', 'own.key', '--keys', 'senders')
  assert.deepEqual([forged.code, forged.out], [1, ''])
  assert.match(forged.error, /forged or altered\. It is not shown/)
})

test('bad input ends with 2 and says what would be right', async () => {
  const none = await letter('open', 'nothing.age', '--identity', 'own.key')
  assert.deepEqual([none.code, none.out], [2, ''])
  assert.match((await seal('a.age')).error, /is there already/)
  const recipientWrong = await letter(
    ...['seal', '--recipient', 'age1x', '--body', 'body.md', '--out', 'x.age']
  )
  assert.equal(recipientWrong.code, 2)
  assert.match(recipientWrong.error, /age1pq1… or age1…/)
  await chmod(join(folder, 'other.key'), 0o644)
  const open = await letter('open', 'a.age', '--identity', 'other.key')
  assert.equal(open.code, 2)
  assert.match(open.error, /others may read/)
  assert.equal((await letter('identity', '--out', 'own.key')).code, 2)
  await writeFile(join(folder, 'not.age'), 'hello')
  assert.match((await letter('open', 'not.age', '--identity', 'own.key')).error, /no age file/)
})

test('whoever tries a demonstration has the key of a unit in it', async () => {
  const unit = { authority: 'sko', unit: 'citizen-services' }
  const keys = await mailboxKeys(demonstrationSeed(unit.authority, unit.unit), 'sko')
  const made = await letter(
    ...['identity', '--demonstration', 'sko/citizen-services', '--out', 'unit.key']
  )
  assert.equal(made.out.trim(), keys.recipient)
  assert.ok((await readFile(join(folder, 'unit.key'), 'utf8')).includes(keys.identity))
  const wrong = await letter('identity', '--demonstration', 'sko', '--out', 'none.key')
  assert.equal(wrong.code, 2)
  assert.match(wrong.error, /body\/unit/)
})
