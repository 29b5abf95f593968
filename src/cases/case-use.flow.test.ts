// Goal: what an applicant gave is used by the data policy alone, and the applicant can read who used it.
// Method: everybody of a demonstration opens a case and its document; the facts are read as they stand.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { dataPolicy } from '../agreements/index.ts'
import { factsBetween } from '../ledger/index.ts'
import { access } from '../people/index.ts'
import { NotFoundError } from '../platform/index.ts'
import { caseDesk } from './index.ts'
import { listMyDocuments } from './list-my-documents.ts'

const desk = await testDesk()
const { context, clock } = desk
const owner = await desk.as('maryam-rezaei')

async function freshCase(): Promise<{ case: string; document: string }> {
  const filed = await caseDesk.submitCase(context, owner, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
  const { documents } = await caseDesk.viewCase(context, owner, { case: filed.case })
  return { case: filed.case, document: documents[0]?.id ?? '' }
}

async function accessOf(on: { case: string }) {
  const kinds = ['access.allowed', 'access.refused'] as const
  const facts = await factsBetween(context.db, { kinds })
  return facts
    .filter(({ body, subject }) => body['case'] === on.case || subject === on.case)
    .map(({ kind, actor, subject, body }) => ({
      ...{ kind, actor, subject },
      action: body['action'],
      role: body['role'],
      because: body['because']
    }))
}

test('readDocument records whoever opens one, a look repeated at once only once', async () => {
  const on = await freshCase()
  const officer = await desk.as('leila-arab')
  for (let i = 0; i < 3; i += 1) await caseDesk.readDocument(context, officer, on)
  const opened = {
    kind: 'access.allowed',
    actor: officer.id,
    subject: on.document,
    action: 'read',
    role: 'officer',
    because: 'has-the-matter'
  }
  assert.deepEqual(await accessOf(on), [opened])
  clock.advance('PT16M')
  await caseDesk.readDocument(context, officer, on)
  assert.deepEqual(await accessOf(on), [opened, opened])
})

test('openCase tells other units that there is no such case, and the applicant that they tried', async () => {
  const on = await freshCase()
  const other = await desk.as('neda-yousefi')
  const stranger = await desk.as('zahra-khosravi')
  for (const actor of [other, stranger]) {
    await assert.rejects(caseDesk.viewCase(context, actor, on), NotFoundError)
    await assert.rejects(caseDesk.readDocument(context, actor, on), NotFoundError)
  }
  await assert.rejects(caseDesk.viewCase(context, stranger, { case: randomUUID() }), {
    code: 'case/not-found'
  })
  assert.deepEqual(await accessOf(on), [
    {
      kind: 'access.refused',
      actor: other.id,
      subject: on.case,
      action: 'read',
      role: 'officer',
      because: 'not-assigned'
    },
    {
      kind: 'access.refused',
      actor: stranger.id,
      subject: on.case,
      action: 'read',
      role: 'applicant',
      because: 'outside-the-body'
    }
  ])
})

test('an inspector reads a case and is refused its papers, which is recorded', async () => {
  const on = await freshCase()
  const inspector = await desk.as('shirin-ghaderi')
  await caseDesk.viewCase(context, inspector, on)
  await assert.rejects(caseDesk.readDocument(context, inspector, on), {
    code: 'people/not-allowed'
  })
  const [refused, ...others] = await accessOf(on)
  assert.deepEqual(others, [])
  assert.equal(refused?.kind, 'access.refused')
  assert.equal(refused?.subject, on.document)
})

test('readLooks tells the applicant every look at a case, each once', async () => {
  const on = await freshCase()
  const officer = await desk.as('leila-arab')
  await caseDesk.viewCase(context, officer, on)
  clock.advance('PT1M')
  await caseDesk.readDocument(context, officer, on)
  await assert.rejects(caseDesk.viewCase(context, await desk.as('roya-salehi'), on))
  const query = { owner: owner.id, cases: [on.case], case: on.case, most: 20 }
  const { items } = await access.readLooks(context, query)
  assert.deepEqual(
    items.map((look) => [look.allowed, look.object.kind, look.role, look.action]),
    [
      [false, 'case', 'clerk', 'read'],
      [true, 'document', 'officer', 'read'],
      [true, 'case', 'officer', 'read']
    ]
  )
  const refused = await access.readLooks(context, { ...query, allowed: false })
  assert.equal(refused.items.length, 1)
  const paged = await access.readLooks(context, { ...query, most: 2 })
  const rest = await access.readLooks(context, {
    ...query,
    most: 2,
    ...(paged.next && { after: paged.next })
  })
  assert.equal(rest.items.length, 1)
})

test('policyTable is the table of the agreement that last had force, and else the installation’s', async () => {
  const at = clock.now()
  const ito = await dataPolicy.policyTable(context.db, 'ito', at)
  const [forms, letters, records] = ito
  assert.equal(forms?.source?.ref, 'PI@1400')
  assert.equal(forms.source.inForce, false)
  assert.equal(letters?.row.publication, 'applicant')
  assert.equal(records?.source, null)
  const sko = await dataPolicy.policyTable(context.db, 'sko', at)
  assert.ok(sko.every(({ source }) => source === null))
})

test('demandUse refuses what the row forbids, and records that it was tried', async () => {
  const on = await freshCase()
  const actor = await desk.as('leila-arab')
  const use = {
    actor,
    authority: 'sko',
    dataType: 'forms-documents',
    owner: owner.id,
    object: { kind: 'document', id: on.document },
    case: on.case,
    relation: 'assigned'
  } as const
  for (const action of ['analyse', 'display', 'publish'] as const) {
    await assert.rejects(dataPolicy.demandUse(context, { ...use, action }), {
      code: 'data-policy/refused',
      status: 403
    })
  }
  const outside = { ...use, action: 'share', to: { authority: 'ito' } } as const
  await assert.rejects(dataPolicy.demandUse(context, outside), { code: 'data-policy/refused' })
  const told = await accessOf(on)
  assert.deepEqual(
    told.map(({ kind, action, because }) => [kind, action, because]),
    [
      ['access.refused', 'analyse', 'no-analysis'],
      ['access.refused', 'display', 'not-for-the-public'],
      ['access.refused', 'publish', 'not-for-the-public'],
      ['access.refused', 'share', 'beyond-the-body']
    ]
  )
})

test('listMyDocuments tells who gave each document, of what kind it is, and whether it is whole', async () => {
  const on = await freshCase()
  const { items } = await listMyDocuments(context, owner)
  const own = items.find(({ id }) => id === on.document)
  assert.deepEqual(
    [own?.case, own?.dataType, own?.origin, own?.givenBy, own?.readBack],
    [on.case, 'forms-documents', 'applicant', owner.id, null]
  )
  const clerk = await desk.as('somayeh-jafari')
  const added = await caseDesk.addDocument(context, clerk, {
    case: on.case,
    document: 'ownership',
    channel: 'in-person',
    file: { name: 'b.pdf', bytes: pdf() }
  })
  const again = await listMyDocuments(context, owner)
  const brought = again.items.find(({ id }) => id === added.document)
  assert.deepEqual([brought?.origin, brought?.givenBy], ['counter', clerk.id])
  assert.deepEqual(brought?.giverName, clerk.name)
  const shown = await caseDesk.viewCase(context, owner, on)
  assert.equal(shown.documents.length, 2)
})
