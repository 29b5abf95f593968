import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { changedFieldName, compareCards } from './card-changes.ts'
import { readCardFile } from './read-card-file.ts'

const file = resolve(
  import.meta.dirname,
  '../../agreements/services/10021002-complaint-about-executive-bodies.yaml'
)
const card = readCardFile(file, readFileSync(file, 'utf8'))

test('compareCards finds no difference in equal cards, whatever the order of their keys', () => {
  assert.deepEqual(compareCards(card, structuredClone(card)), [])
  assert.deepEqual(
    compareCards(card, Object.fromEntries(Object.entries(card).toReversed()) as typeof card),
    []
  )
})

test('compareCards names each changed field with its kind and both sides', () => {
  const [evidence, attorney] = card.documents
  assert.ok(evidence && attorney)
  const changes = compareCards(card, {
    ...card,
    promisedTime: { amount: 10, unit: 'working-days' },
    title: { ...card.title, en: 'Complaints' },
    documents: [
      { ...evidence, mandatory: false },
      { ...attorney, code: 'mandate' }
    ],
    channels: ['site', 'post'],
    steps: card.steps.toReversed()
  })
  assert.deepEqual(
    changes.map(({ field, kind }) => `${kind} ${field}`),
    [
      'rule title',
      'rule promisedTime.amount',
      'system channels',
      'process steps',
      'document documents.evidence',
      'document documents.mandate',
      'document documents.power-of-attorney'
    ]
  )
  const time = changes.find(({ field }) => field === 'promisedTime.amount')
  assert.deepEqual([time?.before, time?.after], [15, 10])
  assert.equal(changes.find(({ field }) => field === 'documents.mandate')?.before, null)
  assert.equal(changes.find(({ field }) => field === 'documents.power-of-attorney')?.after, null)
})

test('changedFieldName names fields and items of lists', () => {
  assert.equal(changedFieldName('documents.evidence').en, 'Documents: evidence')
  assert.equal(changedFieldName('visitsMax').fa, 'حداکثر مراجعه حضوری')
})
