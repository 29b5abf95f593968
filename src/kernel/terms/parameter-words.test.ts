import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { Measure } from './agreement.ts'
import { type MeasureKey, measures } from './measure-names.ts'
import { measureTitleOf, parameterWords } from './parameter-words.ts'

interface Field {
  type?: string
  enum?: string[]
  const?: string
  items?: Field
}

/** Every value that a parameter may have, where its values are codes. */
function codesOf({ enum: codes, const: code, items }: Field): string[] {
  return [...(codes ?? []), ...(code === undefined ? [] : [code]), ...(items ? codesOf(items) : [])]
}

test('parameterWords has plain words for every parameter and code of every measure', () => {
  for (const [measure, { parameters }] of Object.entries(measures)) {
    const schema = z.toJSONSchema(parameters) as { properties?: Record<string, Field> }
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      for (const value of codesOf(field)) {
        const told = (lang: 'fa' | 'en') =>
          parameterWords(measure as MeasureKey, { [key]: value }, lang)[0]
        assert.doesNotMatch(told('fa')?.value ?? '', /[A-Za-z]/, `${measure} ${key}: ${value}`)
        assert.notEqual(told('en')?.name, key, `${measure} ${key}`)
      }
      const name = parameterWords(measure as MeasureKey, { [key]: 1 }, 'fa')[0]?.name ?? ''
      assert.doesNotMatch(name, /[A-Za-z]/, `${measure} ${key}`)
    }
  }
})

test('parameterWords joins lists and shows numbers and dates as the language does', () => {
  assert.deepEqual(
    parameterWords('advance-notice', { of: 'planned-outage', hours: 72 }, 'fa').map(
      ({ value }) => value
    ),
    ['قطعی برنامه‌ریزی‌شده', '۷۲ ساعت']
  )
  assert.deepEqual(
    parameterWords('electronic-share', { readings: ['1398-12-29', '1399-12-30'] }, 'fa'),
    [{ name: 'برداشت‌ها از مهلت متن', value: '۲۹ اسفند ۱۳۹۸، ۳۰ اسفند ۱۳۹۹' }]
  )
  const [menu] = parameterWords('card-reachable', { menu: 'دولت الکترونیک' }, 'en')
  assert.deepEqual(menu, { name: 'Menu', value: 'دولت الکترونیک' })
})

test('measureTitleOf names the side of a measure that the clause is about', () => {
  const of = (side: string) =>
    ({ name: 'renewal-gap', parameters: { of: side } }) as unknown as Measure
  assert.equal(measureTitleOf(of('services-stopped')).fa, 'ادامه خدمات پس از پایان اعتبار')
  assert.equal(measureTitleOf(of('gap-days')).fa, 'فاصله تا تمدید')
  assert.equal(measureTitleOf({ by: 'definition' }).en, 'Definition')
})
