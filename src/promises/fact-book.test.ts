import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, cardPublished, fact } from './sample-facts.ts'

const published = (version: number, at: string, notice: string | null) =>
  cardPublished(at, { version, notice, visitsMax: version })
const effective = (version: number, at: string) =>
  fact('card.effective', at, {
    subject: '10021001',
    cardVersion: `10021001@${String(version)}`,
    body: { service: '10021001', version }
  })
const instant = (text: string) => Temporal.Instant.from(text)

test('cardBefore follows the instant of effect, not that of publication', () => {
  const book = bookOf([
    published(1, '2026-03-21T00:00:00Z', null),
    published(2, '2026-04-01T00:00:00Z', 'n2'),
    effective(2, '2026-05-01T00:00:00Z'),
    published(3, '2026-06-01T00:00:00Z', 'n3'),
    published(4, '2026-06-02T00:00:00Z', 'n4'),
    effective(4, '2026-06-03T00:00:00Z')
  ])
  const version = (at: string) => book.cardBefore('10021001', instant(at))?.version
  assert.equal(version('2026-03-21T00:00:00Z'), undefined)
  assert.equal(version('2026-04-20T00:00:00Z'), 1)
  assert.equal(version('2026-05-01T00:00:01Z'), 2)
  assert.equal(version('2026-06-02T12:00:00Z'), 2, 'neither notice was seen yet')
  assert.equal(version('2026-07-01T00:00:00Z'), 4, 'version 3 was overtaken')
  assert.equal(book.card('10021001@3')?.visitsMax, 3)
})

test('a card of the time before notices was in force when it was published', () => {
  const book = bookOf([
    cardPublished('2026-03-21T00:00:00Z'),
    cardPublished('2026-04-01T00:00:00Z', { version: 2 })
  ])
  assert.equal(book.cardBefore('10021001', instant('2026-04-02T00:00:00Z'))?.version, 2)
})
