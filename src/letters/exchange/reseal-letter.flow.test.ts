// Goal: a letter that is sealed anew leaves no bytes behind, whatever happens on the way. Method: letters of
// both sizes over HTTP, in the scope of the key that asks; the process ends in the middle of the second one,
// and of the move itself; every byte that is kept is somebody's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { openTestMailbox, sealTestLetter, streamed } from '../../../tests/support/letters.ts'
import { createApiKey } from '../../people/index.ts'
import { acceptLetter } from './accept-letter.ts'
import { sweepBrokenArrivals } from './expire-letters.ts'
import { resealLetter } from './reseal-letter.ts'
import { exchangeRoutes } from './routes.ts'

const desk = await deskServer(undefined, exchangeRoutes)
const { context, app, clock } = desk
const place = { authority: 'sko', unit: 'citizen-services' } as const
const officer = await desk.as('reza-farzaneh')
const unit = await openTestMailbox(context, place)
const { text: key } = await createApiKey(context, {
  ...{ ...place, role: 'officer', label: 'بایگانی', live: true }
})
const large = 'ب'.repeat(1_500_000)

async function waiting(person: string, body?: string): Promise<string> {
  const of = { from: unit, to: null, person, ...(body !== undefined && { body }) }
  const { input, file } = await sealTestLetter(context, of)
  await acceptLetter(context, officer, { letter: input, content: streamed(file) })
  return input.id
}

/** Bytes that are no letter's and are not arriving. */
async function orphans(): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::integer as n from letter_chunks c
    where not exists (select 1 from letters l where l.bucket = c.bucket and l.content = c.content)
      and not exists (
        select 1 from letter_arrivals a where a.bucket = c.bucket and a.content = c.content)`.execute(
    context.db
  )
  return found.rows[0]?.n ?? -1
}

for (const [size, body] of [
  ['small', undefined],
  ['large', large]
] as const) {
  test(`a ${size} letter that is sealed anew by a program leaves nothing where it lay`, async () => {
    const { id: person } = await desk.as(size === 'small' ? 'maryam-rezaei' : 'hossein-barati')
    const letter = await waiting(person, body)
    const home = await openTestMailbox(context, { person })
    const of = { from: unit, to: home, more: { id: letter }, ...(body !== undefined && { body }) }
    const { input, file } = await sealTestLetter(context, of)
    const { recipientKey, sizeClass, sizeBytes, sha256, tokenHash } = input
    const words = { recipientKey, sizeClass, sizeBytes, sha256, tokenHash }
    const query = new URLSearchParams(
      Object.entries(words).map(([name, value]) => [name, String(value)])
    )
    const answer = await app.inject({
      method: 'PUT',
      url: `/api/v1/letters/${letter}/content?${query.toString()}`,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(file)
    })
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(await orphans(), 0)
  })
}

test('what came of a line that broke, and of a move that failed, is swept, and the letter waits on', async () => {
  const { id: person } = await desk.as('gholam-haidari')
  const letter = await waiting(person, large)
  const home = await openTestMailbox(context, { person })
  const sealed = await sealTestLetter(context, {
    ...{ from: unit, to: home, body: large, more: { id: letter } }
  })
  const given = { ...sealed.input, letter }
  const broken = resealLetter(context, officer, {
    ...{ ...given, content: cutOff(sealed.file) }
  })
  await assert.rejects(broken, { message: 'the line broke' })
  // All of it came, and the letter was moved by another meanwhile: that transaction is undone.
  const content = afterwards(sealed.file, async () => {
    await sql`update letters set sha256 = 'x' || substr(sha256, 2) where id = ${letter}`.execute(
      context.db
    )
  })
  await assert.rejects(resealLetter(context, officer, { ...given, content }), {
    code: 'letter/state'
  })
  const left = await sql<{ state: string; kept: boolean }>`
    select state, exists (select 1 from letter_chunks c
      where c.bucket = l.bucket and c.content = l.content) as kept
    from letters l where id = ${letter}`.execute(context.db)
  assert.deepEqual(left.rows, [{ state: 'awaiting-recipient', kept: true }])
  assert.equal(await orphans(), 0)
  clock.advance('PT3H')
  assert.equal(await sweepBrokenArrivals(context), 2)
  assert.equal(await orphans(), 0)
  assert.equal(await sweepBrokenArrivals(context), 0)
})

async function* cutOff(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* streamed(file.subarray(0, 1_500_000))
  throw new Error('the line broke')
}

async function* afterwards(file: Uint8Array, act: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield* streamed(file)
  await act()
}
