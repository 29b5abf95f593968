import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { missingFields } from './missing-fields.ts'
import { readCardFile } from './read-card-file.ts'
import { readCardTexts, writeCardTexts } from './read-card-texts.ts'

const folder = resolve(import.meta.dirname, '../../agreements/services')
const cards = readdirSync(folder).map((name) =>
  readCardFile(name, readFileSync(join(folder, name), 'utf8'))
)
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const at = { code: '10029999', authority: 'sko' }

test('readCardTexts reads back what writeCardTexts wrote, for every card', () => {
  for (const card of cards) {
    const { draft, problems } = readCardTexts(card, writeCardTexts(card))
    assert.deepEqual(problems, [])
    assert.deepEqual(plain(draft), plain(card), card.code)
  }
})

test('readCardTexts takes names of choices, Persian digits, Jalali dates and yes in Persian', () => {
  const { draft, problems } = readCardTexts(at, {
    channels: 'سایت، دفتر پيشخوان',
    nature: 'حاکمیتی',
    'promisedTime.amount': '۱۵',
    'promisedTime.unit': 'روز کاری',
    feeRial: '۱٬۲۰۰٬۰۰۰',
    'feeDecree.date': '۱۴۰۵/۱/۹',
    'canBeElectronic.possible': 'بله',
    'documents.0.sizeBytesMax': '۲٫۵',
    'documents.0.formats': ['pdf', 'jpeg'],
    'form.fields.0.choices': 'a = الف = A\nb = ب = B',
    'form.fields.0.limits': 'lengthMax=۲۰۰ script=persian emoji'
  })
  assert.deepEqual(problems, [])
  assert.deepEqual(plain(draft), {
    ...at,
    channels: ['site', 'pishkhan'],
    nature: 'sovereign',
    promisedTime: { amount: 15, unit: 'working-days' },
    feeRial: 1_200_000,
    feeDecree: { date: '1405-01-09' },
    canBeElectronic: { possible: true },
    steps: [],
    documents: [{ sizeBytesMax: 2_621_440, formats: ['pdf', 'jpeg'] }],
    form: {
      fields: [
        {
          choices: [
            { value: 'a', label: { fa: 'الف', en: 'A' } },
            { value: 'b', label: { fa: 'ب', en: 'B' } }
          ],
          lengthMax: 200,
          script: 'persian',
          emoji: true
        }
      ]
    },
    otherSystems: [],
    inquiries: [],
    legalBases: []
  })
})

test('readCardTexts names each text that it cannot read', () => {
  const { problems } = readCardTexts(at, {
    feeRial: 'ده هزار',
    nature: 'شاید',
    'feeDecree.date': '1405/12/30',
    'title.fa': 'خدمت\u202e',
    'steps.1.electronic': 'maybe',
    'form.fields.0.limits': '__proto__=1'
  })
  assert.deepEqual(
    problems.map(({ pointer, code }) => `${pointer} ${code}`),
    [
      '/title/fa text/direction-override',
      '/nature card/not-listed',
      '/feeRial card/not-integer',
      '/feeDecree/date date/day',
      '/steps/1/electronic card/not-yes-no',
      '/form/fields/0/limits card/limits'
    ]
  )
})

test('readCardTexts leaves blank rows out and moves rows by their position', () => {
  const { draft } = readCardTexts(at, {
    'steps.0.code': 'second',
    'steps.0.position': '۲',
    'steps.1.code': '  ',
    'steps.4.code': 'first',
    'steps.4.position': '1'
  })
  assert.deepEqual(
    draft.steps?.map(({ code }) => code),
    ['first', 'second']
  )
})

test('missingFields finds nothing in a complete card, and every part of an empty one', () => {
  for (const card of cards) assert.deepEqual(missingFields(card), [], card.code)
  const fields = new Set(missingFields(at).map(({ field }) => field))
  for (const field of ['title', 'steps', 'form.fields', 'legalBases', 'approver.post', 'feeRial']) {
    assert.ok(fields.has(field), field)
  }
  assert.equal(fields.has('feeDecree.number'), false)
})

test('missingFields asks for what the rest of the card makes mandatory', () => {
  const [card] = cards
  assert.ok(card)
  const asked = (draft: object): string[] =>
    missingFields({ ...card, ...draft }).map(({ pointer }) => pointer)
  assert.deepEqual(asked({ feeRial: 10, feeDecree: undefined }), [
    '/feeDecree/issuer/fa',
    '/feeDecree/issuer/en',
    '/feeDecree/number',
    '/feeDecree/date',
    '/feeDecree/effectiveFrom',
    '/payment/electronic'
  ])
  assert.deepEqual(asked({ canBeElectronic: { possible: false } }), [
    '/canBeElectronic/reason/fa',
    '/canBeElectronic/reason/en'
  ])
  assert.deepEqual(asked({ title: { fa: 'عنوان' } }), ['/title/en'])
  assert.deepEqual(asked({ steps: [{ ...card.steps[0], post: ' ' }] }), ['/steps/0/post'])
  assert.deepEqual(asked({ visitsMax: 0, documents: [] }), [])
})
