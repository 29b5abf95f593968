// Goal: whatever differs between two cards is told by the notice. Method: every value of a card that has
// all its fields is changed, one at a time, and each change must leave its line in both languages.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { noticeLines } from '../kernel/notices/index.ts'
import { compareCards } from './card-changes.ts'
import { type AnnouncedCard, cardNotice, changeWords } from './card-notice.ts'
import { putAt, valueAt } from './card-path.ts'
import { type CardVersion, cardSha256 } from './card-store.ts'
import { type ServiceCard, serviceCardSchema } from './card.ts'
import { readCardFile } from './read-card-file.ts'

const file = resolve(
  import.meta.dirname,
  '../../agreements/services/10021005-foreign-nationals-residence.yaml'
)

/** A card that has every field that a card can have. */
function fullCard(): ServiceCard {
  const card = readCardFile(file, readFileSync(file, 'utf8'))
  const text = { fa: 'متن', en: 'Text' }
  const [document] = card.documents
  const [basis] = card.legalBases
  assert.ok(document && basis)
  const label = { fa: 'پرسش', en: 'Question' }
  return serviceCardSchema.parse({
    ...card,
    keywords: ['الف', 'ب'],
    statistics: { recipients: 10, year: 1404 },
    meanTime: { amount: 3, unit: 'hours' },
    payment: { electronic: true, account: 'IR820540102680020817909002' },
    canBeElectronic: { possible: false, reason: text },
    access: { ...card.access, apply: { ways: ['in-person'], inPersonReason: 'identity' } },
    otherSystems: [{ title: text, mode: 'online' }],
    inquiries: [{ body: text, subject: text, mode: 'paper' }],
    documents: [document, { ...document, code: 'second', condition: text }],
    // Two of one title: neither may hide what changes of the other.
    legalBases: [basis, { ...basis, number: '۷', article: text, date: '1400-01-01' }],
    form: {
      fields: [
        { name: 'one', label, help: text, type: 'text', lengthMin: 1, lengthMax: 9, emoji: false },
        { name: 'two', label, type: 'choices', choices: [{ value: 'a', label }], choicesMax: 1 },
        { name: 'three', label, type: 'integer', min: 1, max: 5, clear: true },
        { name: 'four', label, type: 'yes-no', mustAgree: true, autocomplete: 'off' },
        { name: 'five', label, type: 'jalali-date', min: '1400-01-01', when: 'past' }
      ]
    }
  })
}

const card = fullCard()

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Object.entries(value as Record<string, unknown>)
  return entries.flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
}

/** The paths of every single value of the card that may ever change. */
const leaves = leavesOf(card, '').filter((path) => path !== 'code' && path !== 'authority')

function changed(path: string, make: (value: unknown) => unknown): ServiceCard {
  const copy = structuredClone(card)
  putAt(copy, path, make(valueAt(copy, path)))
  return copy
}

const otherValue = (value: unknown): unknown =>
  typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}x`

function versionOf(version: number, content: ServiceCard): CardVersion {
  const at = Temporal.Instant.from('2026-11-22T06:00:00Z')
  return {
    service: content.code,
    version,
    card: content,
    changes: [],
    sha256: cardSha256(content),
    publishedAt: at,
    publishedBy: 'x',
    effectiveAt: at,
    notice: null,
    askedAt: null,
    seenAt: null
  }
}

function announced(after: ServiceCard, more: Partial<AnnouncedCard> = {}): AnnouncedCard {
  return { version: 2, card: after, askedAt: null, bases: [versionOf(1, card)], ...more }
}

test('a value of every kind of field is there to be changed', () => {
  assert.ok(leaves.length > 150, String(leaves.length))
})

test('cardNotice tells every single value that changes, in both languages', () => {
  for (const path of leaves) {
    const after = changed(path, otherValue)
    const changes = compareCards(card, after)
    assert.ok(changes.length > 0, path)
    const text = cardNotice(announced(after))
    for (const lang of ['fa', 'en'] as const) {
      const [, , ...told] = text.body[lang].split('\n\n').slice(0, -1)
      assert.equal(told.length, changes.length, `${path}: ${told.join('|')}`)
      for (const line of told) {
        assert.doesNotMatch(line, /undefined|\[object|NaN/, path)
        const sides = /(?:از «|from ")(.*)(?:» به «|" to ")(.*)[»"]$/.exec(line)
        if (sides) assert.notEqual(sides[1], sides[2], `${path}: ${line}`)
      }
    }
  }
})

test('cardNotice tells what goes and what comes', () => {
  for (const path of leaves.filter((one) => !/\.\d+$/.test(one))) {
    const gone = changed(path, () => undefined)
    assert.ok(compareCards(card, gone).length > 0, path)
    assert.ok(compareCards(gone, card).length > 0, path)
    const lines = noticeLines(cardNotice(announced(gone)))
    assert.ok(lines.length >= 6, `${path}: ${lines.join('|')}`)
  }
})

test('two cards without a difference say the same, whichever way they were changed', () => {
  const path = fc.constantFrom(...leaves)
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(undefined))
  const edits = fc.array(fc.tuple(path, value), { minLength: 1, maxLength: 5 })
  const meaning = (content: ServiceCard): unknown =>
    JSON.parse(JSON.stringify(content), (_key, part: unknown) => (isSaid(part) ? part : undefined))
  fc.assert(
    fc.property(edits, edits, (first, second) => {
      const [a, b] = [structuredClone(card), structuredClone(card)]
      for (const [at, to] of first) putAt(a, at, to)
      for (const [at, to] of second) putAt(b, at, to)
      if (compareCards(a, b).length === 0) assert.deepEqual(meaning(a), meaning(b))
    })
  )
})

function isSaid(part: unknown): boolean {
  if (typeof part === 'string') return part.trim() !== ''
  return part !== null && part !== undefined && !(Array.isArray(part) && part.length === 0)
}

test('cardNotice is of the fee where nothing else changes', () => {
  const fee = cardNotice(announced({ ...card, feeRial: 5 }))
  assert.equal(fee.kind, 'fee')
  assert.match(fee.title.fa, /^تغییر هزینه خدمت/)
  assert.match(fee.body.fa, /هزینه \(ریال\): از «۱٬۲۰۰٬۰۰۰» به «۵»/)
  assert.match(fee.body.en, /Fee \(rial\): from "1,200,000" to "5"/)
  const more = cardNotice(announced({ ...card, feeRial: 5, visitsMax: 9 }))
  assert.equal(more.kind, 'change')
  assert.match(more.title.en, /^Change of the card of the service/)
})

test('changeWords names what changes for people', () => {
  const words = (after: ServiceCard) => changeWords(compareCards(card, after))
  assert.deepEqual(words({ ...card, visitsMax: 9 }), ['rules'])
  assert.deepEqual(words({ ...card, keywords: ['ج'], feeRial: 3 }), ['card', 'rules'])
  assert.deepEqual(words({ ...card, steps: card.steps.toReversed() }), ['process'])
  assert.deepEqual(words({ ...card, documents: [] }), ['documents'])
  const fields = card.form.fields.slice(1)
  assert.deepEqual(words({ ...card, form: { fields }, channels: ['post'] }), ['form', 'system'])
})

test('cardNotice says from when, and what holds until then', () => {
  const after = { ...card, visitsMax: 9 }
  const [soon] = cardNotice(announced(after)).body.fa.split('\n\n')
  assert.match(soon ?? '', /نسخه ۲ آن از هنگامی اجرا می‌شود که پایشگری بیرونی این اطلاعیه/)
  assert.match(soon ?? '', /تا آن هنگام نسخه ۱ برقرار است/)
  const askedAt = Temporal.Instant.from('2026-12-21T20:30:00Z')
  const later = cardNotice(announced(after, { askedAt }))
  assert.match(later.body.fa, /نسخه ۲ آن از ۱ دی ۱۴۰۵، ساعت ۰۰:۰۰ اجرا می‌شود، مگر/)
  assert.equal(later.effectiveAt?.toString(), askedAt.toString())
})

test('cardNotice compares with every version that may hold before', () => {
  const second = { ...card, visitsMax: 9, feeRial: 7 }
  const third = { ...card, visitsMax: 9 }
  const bases = [versionOf(1, card), versionOf(2, second)] as const
  const { body } = cardNotice(announced(third, { version: 3, bases: [...bases] }))
  assert.match(body.en, /Version 2, which was announced before, will not take effect/)
  assert.match(body.en, /Compared with version 1, the changes are:\n\nVisits in person/)
  assert.match(body.en, /Compared with version 2, the changes are:\n\nFee \(rial\): from "7" to/)
  const back = cardNotice(announced(card, { version: 3, bases: [...bases] }))
  assert.match(back.body.fa, /در برابر نسخه ۱ چیزی تغییر نمی‌کند/)
})
