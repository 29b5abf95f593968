import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceCard } from '../catalogue/index.ts'
import type { CaseHistory, CaseReturn, ReceivedDocument } from './case.ts'
import {
  completedAt,
  isOnCard,
  isRepeat,
  missingDocuments,
  nextStep,
  nextVisit,
  parseDefectItem,
  unansweredItems,
  unitOf
} from './case-rules.ts'

const text = { fa: 'نمونه', en: 'Sample' }
const card = {
  documents: [
    { code: 'deed', title: text, mandatory: true, formats: ['pdf'], sizeBytesMax: 1 },
    { code: 'photo', title: text, mandatory: false, formats: ['pdf'], sizeBytesMax: 1 },
    {
      code: 'mandate',
      title: text,
      mandatory: true,
      formats: ['pdf'],
      sizeBytesMax: 1,
      condition: text
    }
  ],
  form: { fields: [{ name: 'mobile', label: text, type: 'mobile', required: true }] },
  steps: [
    { code: 'first', title: text, unit: 'desk', post: 'a', electronic: true },
    { code: 'second', title: text, unit: 'legal', post: 'b', electronic: true }
  ],
  visitsMax: 1
} as unknown as ServiceCard

const at = (hour: number) => Temporal.Instant.from('2026-11-21T00:00:00Z').add({ hours: hour })
const returned = (hour: number, items: string[], changedFields: string[] = []): CaseReturn => ({
  at: at(hour),
  knownAt: at(hour),
  defects: items.map((item) => ({ code: 'field-wrong', item, note: null })),
  repeat: false,
  actor: 'a',
  resubmittedAt: at(hour + 1),
  resubmissionKnownAt: at(hour + 1),
  changedFields
})
const received = (hour: number, type: string, registered = hour): ReceivedDocument => ({
  document: `${type}-${String(hour)}`,
  type,
  at: at(hour),
  channel: registered === hour ? 'site' : 'post',
  sha256: '',
  sizeBytes: 1,
  arrivedAt: registered === hour ? null : at(hour),
  registeredAt: at(registered),
  lateReason: null
})
const history = (returns: CaseReturn[], documents: ReceivedDocument[]) =>
  ({ returns, documents, visits: [] }) as unknown as CaseHistory

test('parseDefectItem and isOnCard take only what the card lists', () => {
  for (const [item, there] of [
    ['document:deed', true],
    ['field:mobile', true],
    ['document:passport', false],
    ['field:deed', false]
  ] as const) {
    const parsed = parseDefectItem(item)
    assert.ok(parsed)
    assert.equal(isOnCard(card, parsed), there, item)
  }
  for (const item of [
    '',
    'deed',
    'document:',
    'document:../x',
    'visit:1',
    `field:${'x'.repeat(99)}`
  ]) {
    assert.equal(parseDefectItem(item), null, item)
  }
})

test('missingDocuments waits for what is asked of everyone', () => {
  assert.deepEqual(missingDocuments(card, new Set()), ['deed'])
  assert.deepEqual(missingDocuments(card, new Set(['deed'])), [])
})

test('isRepeat finds what was there to be seen and was not named', () => {
  const defects = (item: string) => [{ item }]
  const first = [returned(5, ['field:mobile'])]
  const documents = [received(1, 'deed')]
  assert.equal(isRepeat(history([], documents), defects('document:deed')), false, 'the first time')
  assert.equal(isRepeat(history(first, documents), defects('document:deed')), true)
  assert.equal(isRepeat(history(first, documents), defects('field:mobile')), false, 'named before')
  const replaced = [...documents, received(6, 'deed')]
  assert.equal(isRepeat(history(first, replaced), defects('document:deed')), false, 'it is new')
  const changed = [returned(5, ['document:deed'], ['mobile'])]
  assert.equal(isRepeat(history(changed, documents), defects('field:mobile')), false, 'it changed')
  assert.equal(isRepeat(history(first, []), defects('document:photo')), true, 'it was missing then')
})

test('unansweredItems wants a newer document or a changed answer', () => {
  const open = returned(5, ['document:deed', 'field:mobile'])
  const before = history([open], [received(1, 'deed')])
  assert.deepEqual(unansweredItems(before, open, new Set()), ['document:deed', 'field:mobile'])
  const after = history([open], [received(1, 'deed'), received(6, 'deed')])
  assert.deepEqual(unansweredItems(after, open, new Set(['mobile'])), [])
  const late = history([open], [received(1, 'deed'), received(4, 'deed', 6)])
  assert.deepEqual(unansweredItems(late, open, new Set(['mobile'])), [], 'it lay unregistered')
})

test('isRepeat forgives what nobody could have seen', () => {
  const first = returned(5, ['field:mobile'])
  const late = history([first], [received(4, 'deed', 6)])
  assert.equal(isRepeat(late, [{ item: 'document:deed' }]), false)
  const seen = history([first], [received(4, 'deed')])
  assert.equal(isRepeat(seen, [{ item: 'document:deed' }]), true)
})

test('completedAt is the arrival of the last demanded document, not before the filing', () => {
  const filed = { at: at(2) }
  const when = (...documents: ReceivedDocument[]) => completedAt(card, { filed, documents })
  const demanded = missingDocuments(card, new Set())
  const all = demanded.map((type, i) => received(3 + i, type, 20))
  assert.equal(when(...all.slice(1)), null, 'one is missing')
  assert.equal(when(...all)?.toString(), at(2 + demanded.length).toString())
  const [last] = demanded.slice(-1)
  const twice = [...all, received(30, last ?? '')]
  assert.equal(when(...twice)?.toString(), at(2 + demanded.length).toString(), 'the first of each')
  const early = demanded.map((type) => received(1, type, 20))
  assert.equal(when(...early)?.toString(), filed.at.toString())
})

test('nextStep and unitOf follow the published process', () => {
  assert.equal(nextStep(card, null), 'first')
  assert.equal(nextStep(card, 'first'), 'second')
  assert.equal(nextStep(card, 'second'), null)
  assert.equal(unitOf(card, null), 'desk')
  assert.equal(unitOf(card, 'second'), 'legal')
})

test('nextVisit counts the visits of each cause by themselves', () => {
  const visit = { at: at(1), knownAt: at(1), number: 1, limit: 1, beyond: false }
  const provider = { ...visit, causedBy: 'provider' as const }
  const none = nextVisit(card, { visits: [] }, 'provider')
  assert.deepEqual(none, { number: 1, limit: 1, beyond: false })
  assert.equal(nextVisit(card, { visits: [provider] }, 'provider').beyond, true)
  assert.equal(nextVisit(card, { visits: [provider] }, 'applicant').beyond, false)
})
