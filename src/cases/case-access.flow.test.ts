// Goal: who may do what with a case. Method: everybody of the demonstration tries every act on a fresh
// case in the stage that the act needs; the matrix below is the rule.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../platform/index.ts'
import { accessOf } from './case-access.ts'
import { addDocument } from './add-document.ts'
import { assignCase, giveCase } from './assign-case.ts'
import type { Stage } from './case.ts'
import { decideCase } from './decide-case.ts'
import { enterStep } from './enter-step.ts'
import { readDocument } from './read-document.ts'
import { readQueue } from './read-queue.ts'
import { readReceipt } from './read-receipt.ts'
import { recordVisit } from './record-visit.ts'
import { registerIntake } from './register-intake.ts'
import { reopenCase } from './reopen-case.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { withdrawCase } from './withdraw-case.ts'

const desk = await testDesk()
const { context, clock } = desk
const people = {
  owner: 'maryam-rezaei',
  stranger: 'zahra-khosravi',
  officer: 'leila-arab',
  otherUnit: 'neda-yousefi',
  clerk: 'somayeh-jafari',
  approver: 'parvin-hosseini',
  otherApprover: 'simin-akbari',
  deputy: 'bahram-shirazi',
  inspector: 'shirin-ghaderi',
  auditor: 'azar-mohammadi',
  itManager: 'kamran-mousavi',
  arbiter: 'ebrahim-karimi',
  otherBody: 'roya-salehi'
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]
const owner = await desk.as(people.owner)
const officer = await desk.as(people.officer)
const approver = await desk.as(people.approver)

async function freshCase(): Promise<{ case: string; document: string }> {
  const filed = await submitCase(context, owner, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
  const { documents } = await viewCase(context, owner, { case: filed.case })
  return { case: filed.case, document: documents[0]?.id ?? '' }
}

const decision = { outcome: 'refused' as const, reason: 'دلیل', outOfOrderReason: 'آزمون' }
const defects = [{ code: 'field-unclear' as const, item: 'field:place' }]

interface Act {
  /** Brings the fresh case to the stage that the act needs. */
  readonly before?: (id: string) => Promise<unknown>
  readonly run: (actor: Actor, on: { case: string; document: string }) => Promise<unknown>
  readonly by: readonly Who[]
  /** Those who may see the case and are told that they may not do this. */
  readonly refused: readonly Who[]
}

const readers: readonly Who[] = ['officer', 'clerk', 'approver', 'deputy', 'inspector', 'auditor']
const insiders: readonly Who[] = ['owner', ...readers]
const all = (by: readonly Who[]): Pick<Act, 'by' | 'refused'> => ({
  by,
  refused: insiders.filter((who) => !by.includes(who))
})

const acts: Readonly<Record<string, Act>> = {
  viewCase: { run: (actor, on) => viewCase(context, actor, on), ...all(insiders) },
  readDocument: {
    run: (actor, on) => readDocument(context, actor, on),
    ...all(['owner', 'officer', 'clerk', 'approver'])
  },
  addDocument: {
    run: (actor, on) =>
      addDocument(context, actor, {
        case: on.case,
        document: 'ownership',
        file: { name: 'a.pdf', bytes: pdf() },
        channel: 'site'
      }),
    // The card names the approver's post for its last step, too, which makes them of the unit.
    ...all(['owner', 'officer', 'clerk', 'approver'])
  },
  returnCase: {
    run: (actor, on) => returnCase(context, actor, { case: on.case, defects }),
    ...all(['officer', 'approver'])
  },
  resubmitCase: {
    before: (id) => returnCase(context, officer, { case: id, defects }),
    run: (actor, on) => resubmitCase(context, actor, { case: on.case, contest: 'درست است' }),
    ...all(['owner', 'clerk'])
  },
  enterStep: {
    run: (actor, on) => enterStep(context, actor, { case: on.case, step: 'registration' }),
    ...all(['officer', 'approver'])
  },
  recordVisit: {
    run: (actor, on) => recordVisit(context, actor, { case: on.case, causedBy: 'applicant' }),
    ...all(['officer', 'clerk', 'approver'])
  },
  decideCase: {
    run: (actor, on) => decideCase(context, actor, { case: on.case, ...decision }),
    ...all(['approver'])
  },
  withdrawCase: {
    run: (actor, on) => withdrawCase(context, actor, { case: on.case }),
    ...all(['owner'])
  },
  giveCase: {
    run: (actor, on) => giveCase(context, actor, { case: on.case, to: officer.id }),
    ...all(['officer', 'approver'])
  },
  reopenCase: {
    before: (id) => decideCase(context, approver, { case: id, ...decision }),
    run: (actor, on) =>
      reopenCase(context, actor, { case: on.case, policy: 'resume', reason: 'error-found' }),
    ...all(['approver'])
  },
  // The clerk's own unit has no part in this service: what has ended is not the post room's to read.
  'viewCase of a decided case': {
    before: (id) => decideCase(context, approver, { case: id, ...decision }),
    run: (actor, on) => viewCase(context, actor, on),
    ...all(insiders.filter((who) => who !== 'clerk'))
  },
  'readDocument of a decided case': {
    before: (id) => decideCase(context, approver, { case: id, ...decision }),
    run: (actor, on) => readDocument(context, actor, on),
    ...all(['owner', 'officer', 'approver'])
  },
  'readReceipt of a withdrawn case': {
    before: (id) => withdrawCase(context, owner, { case: id }),
    run: (actor, on) => readReceipt(context, actor, on),
    ...all(insiders.filter((who) => who !== 'clerk'))
  }
}

/** The code of the refusal, or `null` where it was done. */
async function outcome(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    return `${String(error.status)} ${error.code}`
  }
}

function expected(act: Act, who: Who): RegExp | null {
  if (act.by.includes(who)) return null
  return act.refused.includes(who)
    ? /^403 (people\/not-allowed|case\/not-the-approver)$/
    : /^404 case\/not-found$/
}

for (const [name, act] of Object.entries(acts)) {
  test(`${name} is for ${act.by.join(', ')}`, async () => {
    for (const who of everybody) {
      const on = await freshCase()
      await act.before?.(on.case)
      const got = await outcome(act.run(await desk.as(people[who]), on))
      const right = expected(act, who)
      if (right === null) assert.equal(got, null, who)
      else assert.match(got ?? 'it was done', right, who)
    }
  })
}

test('assignCase is for the unit that has the case', async () => {
  for (const who of everybody) {
    const on = await freshCase()
    const actor = await desk.as(people[who])
    const { assigned } = await assignCase(context, actor, { cases: [on.case], to: officer.id })
    assert.equal(assigned.length, ['officer', 'approver'].includes(who) ? 1 : 0, who)
  }
})

test('giveCase gives to nobody by an id that is none', async () => {
  for (const to of ['citizen-services', '', '\u0000', 'A'.repeat(36), randomUUID()]) {
    const on = await freshCase()
    await assert.rejects(giveCase(context, officer, { ...on, to }), { code: 'input/invalid' })
  }
})

test('a clerk reads the ended cases of services that the own unit has a part in', async () => {
  const { card } = await viewCase(context, owner, await freshCase())
  const clerk = await desk.as(people.clerk)
  const reads = (stage: Stage, units: readonly string[]) =>
    accessOf(clerk, {
      record: { authority: 'sko', unit: 'civil-affairs', stage },
      card: { ...card, steps: card.steps.map((step, i) => ({ ...step, unit: units[i] ?? 'it' })) },
      owner: false
    }).reader
  assert.equal(reads('received', []), 'clerk')
  for (const stage of ['decided', 'withdrawn'] as const) {
    assert.equal(reads(stage, []), null)
    assert.equal(reads(stage, ['it', 'citizen-services']), 'clerk')
  }
})

test('a clerk of one unit lists the ended cases of that unit only', async () => {
  const on = await freshCase()
  await withdrawCase(context, owner, on)
  await desk.drain()
  const listed = async (who: Who) => {
    const page = await readQueue(context, await desk.as(people[who]), {
      authority: 'sko',
      state: 'closed',
      limit: 200
    })
    return page.items.map((item) => item.case)
  }
  assert.ok((await listed('officer')).includes(on.case))
  assert.deepEqual(await listed('clerk'), [])
})

test('nobody but the applicant is offered to withdraw', async () => {
  const on = await freshCase()
  for (const who of insiders) {
    const { may } = await viewCase(context, await desk.as(people[who]), on)
    assert.equal(may.withdraw, who === 'owner', who)
  }
})

test('a clerk is told that a case has ended, and not what it was', async () => {
  const on = await freshCase()
  await decideCase(context, approver, { case: on.case, ...decision })
  const late = resubmitCase(context, await desk.as(people.clerk), { case: on.case })
  assert.equal(await outcome(late), '409 case/already-decided')
})

test('registerIntake is for the clerks of the body', async () => {
  for (const who of everybody) {
    const intake = registerIntake(context, await desk.as(people[who]), {
      service: '10021006',
      channel: 'post',
      trackingNumber: '1234567890',
      applicant: { person: owner.id },
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
      submissionKey: randomUUID()
    })
    const got = await outcome(intake)
    if (who === 'clerk') assert.equal(got, null)
    else assert.equal(got, '403 people/not-allowed', who)
  }
})

test('readQueue is for those who work in the body, each in their units', async () => {
  await desk.drain()
  const seen: Partial<Record<Who, number | string>> = {}
  for (const who of everybody) {
    const actor = await desk.as(people[who])
    const page = readQueue(context, actor, { authority: 'sko' })
    seen[who] = (await outcome(page)) ?? ((await page).items.length > 0 ? 'cases' : 'none')
  }
  const refused = '403 people/not-allowed'
  assert.deepEqual(seen, {
    owner: refused,
    stranger: refused,
    officer: 'cases',
    otherUnit: 'none',
    clerk: 'cases',
    approver: 'cases',
    otherApprover: 'none',
    deputy: 'cases',
    inspector: 'cases',
    auditor: 'cases',
    itManager: refused,
    arbiter: refused,
    otherBody: refused
  })
})

test('whoever looked is told to the applicant, and the applicant alone is not listed', async () => {
  const on = await freshCase()
  for (const who of readers) await viewCase(context, await desk.as(people[who]), on)
  clock.advance('PT1S')
  const view = await viewCase(context, owner, on)
  assert.equal(view.lookedAt.length, readers.length)
  assert.ok(view.lookedAt.every((look) => look.by !== owner.id))
})
