// Goal: officers see their unit’s work in a fair order, and the projection equals the facts.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { assignCase } from './assign-case.ts'
import { checkCases } from './check-cases.ts'
import { decideCase } from './decide-case.ts'
import { enterStep } from './enter-step.ts'
import { readQueue } from './read-queue.ts'
import { registerIntake } from './register-intake.ts'
import { reopenCase } from './reopen-case.ts'
import { submitCase } from './submit-case.ts'
import { withdrawCase } from './withdraw-case.ts'
import { wakeTimers } from './wake-timers.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const file = async (more: object = {}) =>
  submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    ...more
  })

const queue = (more: object = {}) => readQueue(context, officer, { authority: 'sko', ...more })

for (let i = 0; i < 5; i += 1) {
  const { case: id } = await file()
  clock.advance('PT7M')
  if (i % 2 === 0) await enterStep(context, officer, { case: id, step: 'registration' })
  if (i === 3) await withdrawCase(context, citizen, { case: id })
}
await file({ files: [], later: ['damage-photos'] })
await desk.drain()

test('readQueue orders by waiting, or by urgency, page by page', async () => {
  const all = await queue()
  const order = all.items.map((item) => item.orderAt.epochMilliseconds)
  assert.equal(order.length, 4)
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b)
  )
  const pages = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof queue>> = await queue(
      cursor === '' ? { limit: 2 } : { limit: 2, cursor }
    )
    pages.push(...page.items)
    cursor = page.next
  }
  assert.deepEqual(pages, all.items)
  const first = await queue({ order: 'due', limit: 1 })
  const rest = await queue({ order: 'due', cursor: first.next })
  assert.equal(first.items.length + rest.items.length, 4)
  await assert.rejects(queue({ cursor: 'nonsense' }), { code: 'input/invalid' })
})

test('readQueue filters by whose turn it is and by step', async () => {
  assert.equal((await queue({ state: 'waiting' })).items[0]?.stage, 'awaiting-documents')
  assert.equal((await queue({ state: 'closed' })).items[0]?.stage, 'withdrawn')
  assert.equal((await queue({ step: 'registration' })).items.length, 3)
  assert.deepEqual((await queue()).counts, { open: 4, waiting: 1, late: 0, mine: 0 })
})

test('readQueue finds a name however it is typed, and the beginning of a code', async () => {
  assert.ok((await queue({ search: 'مريم رضايي' })).items.length > 0, 'Arabic letters find her too')
  assert.equal((await queue({ search: 'کسی که نیست' })).items.length, 0)
  assert.equal((await queue({ search: "%' or true --" })).items.length, 0)
  const [some] = (await queue()).items
  assert.ok(some)
  const found = await queue({ search: some.code.slice(0, 6).toLowerCase() })
  assert.deepEqual(found.items, [some])
})

test('readQueue is for those who work there', async () => {
  const refused = { code: 'people/not-allowed' }
  await assert.rejects(readQueue(context, citizen, { authority: 'sko' }), refused)
  await assert.rejects(queue({ unit: 'investment' }), refused)
  await assert.rejects(queue({ authority: 'ito' }), refused)
})

test('assignCase gives many cases at once, and names those that it could not', async () => {
  const ids = (await queue()).items.slice(0, 2).map((item) => item.case)
  const done = await assignCase(context, officer, { cases: [...ids, randomUUID()], to: officer.id })
  assert.deepEqual(done.assigned, ids)
  assert.equal(done.skipped[0]?.code, 'case/not-found')
  await desk.drain()
  const mine = await queue({ assigned: 'me' })
  assert.deepEqual(new Set(mine.items.map((item) => item.case)), new Set(ids))
  assert.equal(mine.counts.mine, 2)
  assert.equal((await queue({ assigned: 'nobody' })).items.length, 2)
  await assert.rejects(assignCase(context, officer, { cases: ids, to: citizen.id }), {
    code: 'input/invalid'
  })
})

test('readQueue shows the whole authority to its clerks, and a unit only where it is asked for', async () => {
  const clerk = await desk.as('somayeh-jafari')
  const all = await readQueue(context, clerk, { authority: 'sko' })
  assert.deepEqual(all.counts.open, (await queue()).counts.open)
  const other = await readQueue(context, clerk, { authority: 'sko', unit: 'investment' })
  assert.deepEqual(other.items, [])
  assert.equal((await queue({ service: '10021006' })).items.length, 4)
  assert.deepEqual((await queue({ service: '10021001' })).items, [])
})

test('readQueue tells what is late before its timer has run, and counts it', async () => {
  assert.deepEqual((await queue({ late: true })).items, [])
  clock.advance('PT72H')
  const late = await queue({ late: true })
  assert.ok(late.items.length > 0)
  assert.equal(late.counts.late, late.items.length)
  assert.ok(late.items.every((item) => item.late))
  await wakeTimers(context)
  await desk.drain()
  assert.deepEqual((await queue({ late: true })).items, late.items)
})

test('readQueue puts first what was reopened, and orders a paper by its arrival', async () => {
  const [oldest] = (await queue()).items
  assert.ok(oldest)
  const arrivedAt = oldest.orderAt.subtract({ hours: 5 })
  const posted = await registerIntake(context, await desk.as('somayeh-jafari'), {
    service: '10021006',
    applicant: { person: citizen.id },
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    channel: 'post',
    trackingNumber: 'RR12345678',
    arrivedAt
  })
  await desk.drain()
  const first = (await queue()).items[0]
  assert.equal(first?.case, posted.case, 'it has waited longest')
  assert.equal(first?.orderAt.toString(), arrivedAt.toString())
  const last = (await queue()).items.at(-1)?.case ?? ''
  const director = await desk.as('parvin-hosseini')
  const decision = { case: last, outcome: 'refused' as const, reason: 'x', outOfOrderReason: 'y' }
  await decideCase(context, director, decision)
  await reopenCase(context, director, { case: last, policy: 'restart', reason: 'error-found' })
  await desk.drain()
  const [reopened] = (await queue()).items
  assert.deepEqual([reopened?.case, reopened?.priority], [last, 1])
})

test('readQueue goes through every item once in each order, whatever the page', async () => {
  for (const order of ['fair', 'due'] as const) {
    for (const limit of [1, 3, 500]) {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const more: object = cursor === '' ? {} : { cursor }
        const page: Awaited<ReturnType<typeof queue>> = await queue({ order, limit, ...more })
        seen.push(...page.items.map((item) => item.case))
        cursor = page.next
      }
      const { open } = (await queue()).counts
      assert.deepEqual([seen.length, new Set(seen).size], [open, open], `${order} by ${limit}`)
    }
  }
})

test('the caches are what the facts say', async () => {
  await wakeTimers(context)
  await desk.drain()
  const sound = await checkCases(context.db, clock.now())
  assert.deepEqual(sound.differences, [])
  assert.ok(sound.checked > 2)
})

test('late and not late part what is open, and what has ended by when it was answered', async () => {
  const officerOf = { authority: 'sko', limit: 200 }
  const director = await desk.as('parvin-hosseini')
  const refusal = { outcome: 'refused', reason: 'دلیل', outOfOrderReason: 'آزمون' } as const
  const { case: kept } = await file()
  const { case: late } = await file()
  await decideCase(context, director, { case: kept, ...refusal })
  clock.advance('PT100H')
  await decideCase(context, director, { case: late, ...refusal })
  const { case: fresh } = await file()
  await desk.drain()
  const asked = async (more: object) => {
    const page = await readQueue(context, director, { ...officerOf, ...more })
    return page.items.map((item) => ({ id: item.case, late: item.late }))
  }
  for (const state of ['open', 'closed', 'waiting'] as const) {
    const all = await asked({ state })
    const [yes, no] = [await asked({ state, late: true }), await asked({ state, late: false })]
    assert.ok(yes.every((item) => item.late) && no.every((item) => !item.late), state)
    assert.equal(yes.length + no.length, all.length, state)
  }
  const ended = { state: 'closed' }
  assert.ok((await asked({ ...ended, late: false })).some(({ id }) => id === kept))
  assert.ok((await asked({ ...ended, late: true })).some(({ id }) => id === late))
  assert.ok((await asked({ late: false })).some(({ id }) => id === fresh))
})
