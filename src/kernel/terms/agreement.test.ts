import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  type Agreement,
  clausesOf,
  measureKeyOf,
  partiesText,
  statementText,
  versionRefOf
} from './agreement.ts'
import { compareAgreements } from './compare.ts'
import { parseAgreement } from './parse-agreement.ts'

interface Vector {
  id: string
  fa: string
  en: string
  bearer: string
  beneficiary: string
  kind: string
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../tests/vectors/clauses.json', import.meta.url), 'utf8')
) as Vector[]

function read(name: string): Agreement {
  const parsed = parseAgreement(
    readFileSync(new URL(`../../../agreements/${name}.yaml`, import.meta.url))
  )
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.agreement
}

const [sk, pi, skDraft, piDraft] = ['sk-1398', 'pi-1400', 'sk-1405', 'pi-1405'].map(read) as [
  Agreement,
  Agreement,
  Agreement,
  Agreement
]

function changed(a: Agreement, b: Agreement): string[] {
  return compareAgreements(a, b)
    .filter(({ area }) => area !== 'level')
    .map(({ area, key, field }) => `${area} ${key} ${field ?? ''}`)
}

test('the two agreements hold the 51 and 68 clauses of the source, word for word', () => {
  assert.equal(clausesOf(sk).length, 51)
  assert.equal(clausesOf(pi).length, 68)
  const written = [...clausesOf(sk), ...clausesOf(pi)].map((clause) => ({
    id: clause.id,
    fa: clause.fa,
    en: clause.en,
    bearer: partiesText(clause.bearer),
    beneficiary: partiesText(clause.beneficiary),
    kind: clause.kind
  }))
  assert.deepEqual(
    written.toSorted((a, b) => a.id.localeCompare(b.id)),
    vectors.toSorted((a, b) => a.id.localeCompare(b.id))
  )
})

test('the clauses stand in the order of the source', () => {
  assert.deepEqual(
    [...clausesOf(sk), ...clausesOf(pi)].map(({ id }) => id),
    vectors.map(({ id }) => id)
  )
})

test('the source versions have expired, are unsigned and name no level', () => {
  assert.deepEqual([sk, pi].map(versionRefOf), ['SK@1398', 'PI@1400'])
  for (const source of [sk, pi]) {
    assert.equal(source.status, 'source-expired')
    assert.equal(source.validity.from, null)
    assert.equal(source.signatory.name, null)
    assert.equal(source.annex?.services.length ?? 0, 0)
  }
  assert.deepEqual([sk.articles.length, pi.articles.length], [7, 9])
})

test('the drafts change the date of validity, the appendix and nothing else', () => {
  assert.deepEqual(changed(sk, skDraft), [
    'document title value',
    'document status value',
    'document validity value',
    'document signatory value',
    'document annexTitle value',
    'statement 6.1 text',
    'clause SK-6.1a fa',
    'clause SK-6.1a en',
    'clause SK-6.1a note',
    'clause SK-6.1b note',
    'clause SK-A.1 fa',
    'clause SK-A.1 en',
    'clause SK-A.1 measure',
    'clause SK-A.1 note'
  ])
  assert.deepEqual(changed(pi, piDraft), [
    'document title value',
    'document status value',
    'document validity value',
    'document signatory value',
    'document annexTitle ',
    'statement 8#1 text',
    'clause PI-8.1 fa',
    'clause PI-8.1 en',
    'clause PI-8.1 note'
  ])
})

test('every level of the drafts is marked as a proposal', () => {
  for (const draft of [skDraft, piDraft]) {
    assert.equal(draft.status, 'draft')
    const levels = draft.annex?.services.flatMap((service) => service.levels) ?? []
    assert.ok(levels.length >= 12)
    assert.ok(levels.every((level) => level.proposal === true))
  }
  assert.equal(skDraft.annex?.services.length, 8)
})

test('a sentence that carries several clauses keeps the words of the document', () => {
  const sentence = sk.articles[4]?.statements.find(({ number }) => number === '5.4')
  assert.deepEqual(
    sentence?.clauses.map(({ id }) => id),
    ['SK-5.4a', 'SK-5.4b', 'SK-5.4c']
  )
  assert.equal(
    sentence && statementText(sentence)?.fa,
    'مدیریت فناوری اطلاعات استانداری موظف است ۷۲ ساعت قبل [از] اجرای قطعی‌های برنامه‌ریزی‌شده و عدم ارائه خدمات، این موضوع را از طریق پرتال اطلاع‌رسانی نماید.'
  )
})

test('every clause that is not measured says honestly what stands instead', () => {
  const ways = [...clausesOf(sk), ...clausesOf(pi)].flatMap(({ measure }) =>
    'by' in measure ? [measureKeyOf(measure)] : []
  )
  const count = (way: string) => ways.filter((one) => one === way).length
  assert.deepEqual(
    ['definition', 'construction', 'survey', 'attestation', 'not-measured'].map(count),
    [16, 7, 1, 3, 1]
  )
})
