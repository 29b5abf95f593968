// Goal: the applicant's page says in one sentence whose turn it is, at every stage, and shows no HTML of theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  sampleAuthority,
  sampleCase,
  sampleClock,
  sampleHistory,
  sampleView
} from '../../../tests/support/case-view.ts'
import { stages } from '../case.ts'
import { casePage, nowText } from './case-page.ts'
import { reopenedPublicly } from './case-reopenings.ts'

const view = sampleView({ lang: 'en' })
const at = Temporal.Instant.from('2026-11-22T04:00:00Z')

test('nowText has a sentence of its own for every stage', () => {
  const told = stages.map((stage) =>
    nowText(view, sampleCase({ history: sampleHistory({ stage, step: 'visit' }) }))
  )
  assert.equal(new Set(told).size, stages.length)
  assert.ok(told.some((text) => text.includes('The expert visits the place')))
})

test('casePage lists each defect of an open return with what to do about it', () => {
  const history = sampleHistory({
    stage: 'returned',
    returns: [
      {
        at,
        knownAt: at,
        defects: [
          { code: 'document-unreadable', item: 'document:damage-photos', note: 'n1' },
          { code: 'field-unclear', item: 'field:place', note: 'n2' }
        ],
        repeat: false,
        actor: 'o',
        resubmittedAt: null,
        resubmissionKnownAt: null,
        changedFields: []
      }
    ]
  })
  const notes = {
    n1: { text: 'too <i>dark</i>', at, author: 'o' },
    n2: { text: null, at, author: 'o' }
  }
  const may = { ...sampleCase().may, resubmit: true }
  const page = casePage(view, {
    clock: sampleClock(),
    shown: sampleCase({ history, notes, may }),
    authority: sampleAuthority
  }).toString()
  for (const part of [
    'The document cannot be read',
    'Photograph or scan the document again',
    'too &lt;i&gt;dark&lt;/i&gt;',
    'Address of the damage',
    'This text was erased.',
    'href="/en/cases/01a201d7-0b00-74fd-8284-74d00c6e806d/correction"'
  ]) {
    assert.ok(page.includes(part), part)
  }
})

test('casePage escapes what the applicant wrote', () => {
  const page = casePage(view, {
    clock: sampleClock(),
    shown: sampleCase(),
    authority: sampleAuthority
  }).toString()
  assert.ok(page.includes('بیرجند &lt;b&gt;') && !page.includes('بیرجند <b>'))
})

test('casePage shows the decision with its reasons and the post, also when the post is gone', () => {
  const decision = {
    at,
    knownAt: at,
    outcome: 'refused',
    post: 'director-civil-affairs',
    postHolder: 'p',
    namedApprover: true,
    reason: 'n1'
  } as const
  const shown = sampleCase({
    history: sampleHistory({ stage: 'decided', decision, delivered: { at, channel: 'site' } }),
    notes: { n1: { text: 'No title deed.', at, author: 'p' } }
  })
  const page = casePage(view, {
    clock: sampleClock(),
    shown,
    authority: sampleAuthority
  }).toString()
  for (const part of ['Refused', 'No title deed.', 'director-civil-affairs', '056-32220052']) {
    assert.ok(page.includes(part), part)
  }
})

test('casePage tells when a document arrived and when it was registered, and why so late', () => {
  const arrivedAt = Temporal.Instant.from('2026-11-20T05:00:00Z')
  const told = { arrivedAt, registeredAt: at, channel: 'post', sha256: 'a', sizeBytes: 9 } as const
  const history = sampleHistory({
    documents: [{ ...told, document: 'd', type: 'damage-photos', at: arrivedAt, lateReason: 'n1' }]
  })
  const documents = [
    {
      ...told,
      id: 'd',
      type: 'damage-photos',
      name: 'x.jpg',
      mediaType: 'image/jpeg',
      trackingNumber: '1',
      officeCode: null,
      current: true
    }
  ]
  const notes = { n1: { text: 'lost in the post room', at, author: 'o' } }
  const page = casePage(view, {
    clock: sampleClock(),
    shown: sampleCase({ history, documents, notes }),
    authority: sampleAuthority
  }).toString()
  assert.ok(page.includes('Arrived 20 November 2026 (29 Aban 1405), 08:30, registered 22 November'))
  assert.ok(page.includes('lost in the post room'))
})

const undone = {
  at,
  knownAt: at,
  outcome: 'granted',
  post: 'director-civil-affairs',
  postHolder: 'p',
  namedApprover: true,
  reason: 'n1'
} as const
const reopenedAt = at.add({ hours: 3 })
const reopened = sampleHistory({
  stage: 'received',
  steps: [{ step: 'visit', from: null, at, inOrder: true, reason: null, actor: 'o' }],
  reopenings: [
    { at: reopenedAt, solvedAt: at, policy: 'restart', reason: 'new-evidence', note: 'n2', undone }
  ]
})
const reopenedNotes = {
  n1: { text: 'As the report says.', at, author: 'p' },
  n2: { text: 'The title deed came.', at: reopenedAt, author: 'p' }
}

test('casePage tells what had been decided before the case was opened again, when and why', () => {
  const page = casePage(view, {
    clock: sampleClock(),
    shown: sampleCase({ history: reopened, notes: reopenedNotes }),
    authority: sampleAuthority
  })
    .toString()
    .replaceAll(/\s+/g, ' ')
  for (const part of [
    'Granted on 22 November 2026 (1 Azar 1405), 07:30, opened again on 22 November 2026 (1 Azar 1405), 10:30',
    'Reason: New evidence came in.',
    'The title deed came.',
    'As the report says.',
    'Before it was opened again: since 22 November'
  ]) {
    assert.ok(page.includes(part), part)
  }
  assert.doesNotMatch(page, />Since 22 November/, 'no step of the new run has begun')
})

test('whoever has the code alone is told when and why, and not how it had ended', () => {
  const { at: opened, solvedAt, reason } = reopened.reopenings[0]!
  const told = reopenedPublicly(view, { at: opened, solvedAt, reason }).toString()
  assert.match(told, /Had ended on 22 November/)
  assert.match(told, /New evidence came in/)
  assert.doesNotMatch(told, /[Gg]ranted/)
})
