import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCardFile } from './read-card-file.ts'
import { indexOf, searchIn } from './search-index.ts'

const folder = resolve(import.meta.dirname, '../../agreements/services')
const cards = readdirSync(folder).map((name) =>
  readCardFile(name, readFileSync(join(folder, name), 'utf8'))
)
const index = indexOf(cards)
const first = (query: string): string | undefined => searchIn(index, query)[0]?.card.code

test('searchIn finds a service whatever keyboard typed its name', () => {
  const same: [string, string][] = [
    ['شکایت', '10021002'],
    ['شكايت', '10021002'],
    ['شکایات', '10021002'],
    ['سرمایه‌گذاری', '10021008'],
    ['سرمایه گذاری', '10021008'],
    ['سرمایهگذاری', '10021008'],
    ['سرمايه گذاري', '10021008'],
    ['پيام ايران', '18051001'],
    ['مردم نهاد', '10021004'],
    ['مردم‌نهاد', '10021004'],
    ['مؤسسه', '10021004'],
    ['موسسه', '10021004'],
    ['۱۰۰۲۱۰۰۵', '10021005'],
    ['10021005', '10021005'],
    ['SMS', '18051003'],
    ['sms header', '18051003'],
    ['ملاقات با استاندار', '10021001'],
    ['سیل و زلزله', '10021006']
  ]
  for (const [query, code] of same) assert.equal(first(query), code, query)
})

test('searchIn forgives a typing error', () => {
  const slips: [string, string][] = [
    ['ملاقاط', '10021001'],
    ['پیشخان', '10021003'],
    ['شکایط', '10021002'],
    ['گردهمائی', '10021007'],
    ['راهپمایی', '10021007'],
    ['ازلزله', '10021006'],
    ['investmnet', '10021008'],
    ['govenor', '10021001']
  ]
  for (const [query, code] of slips) assert.equal(first(query), code, query)
})

test('searchIn answers a whole sentence by the words that some card holds', () => {
  const sentences: [string, string][] = [
    ['شکایت از شهرداری', '10021002'],
    ['می‌خواهم از شهرداری شکایت کنم', '10021002'],
    ['چگونه برای خانه‌ام پس از سیل درخواست بدهم', '10021006'],
    ['how do I get a licence for my bakery', '10021003']
  ]
  for (const [query, code] of sentences) {
    const found = searchIn(index, query)
    assert.ok(
      found.slice(0, 3).some(({ card }) => card.code === code),
      query
    )
  }
  assert.equal(searchIn(index, 'شکایت از شهرداری')[0]?.isWhole, false)
  assert.equal(searchIn(index, 'شکایت')[0]?.isWhole, true)
})

test('searchIn finds nothing where nothing fits, and takes any text', () => {
  assert.deepEqual(searchIn(index, 'گذرنامه هواپیما'), [])
  assert.deepEqual(searchIn(index, '10021099'), [])
  assert.deepEqual(searchIn(index, '   '), [])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
      searchIn(index, query)
    })
  )
})

test('searchIn finds each card by its own title, with any one letter left out of a long word', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cards), fc.nat(), (card, at) => {
      const words = card.title.fa.split(/[\s\u200c]+/).filter((word) => word.length >= 6)
      const word = words[at % Math.max(words.length, 1)]
      if (word === undefined) return
      const cut = 1 + (at % (word.length - 1))
      const slip = word.slice(0, cut) + word.slice(cut + 1)
      assert.ok(
        searchIn(index, slip).some((found) => found.card.code === card.code),
        `${word} as ${slip}`
      )
    })
  )
  for (const card of cards) assert.equal(first(card.title.fa), card.code)
})
