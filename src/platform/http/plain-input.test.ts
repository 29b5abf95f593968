// Goal: an id in capitals is written as the database writes it, wherever a schema has one, and no other text is
// touched. Method: each way in which schemas hold schemas, with an id, a text that is one, and what fits no schema.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { plainInput } from './plain-input.ts'

const small = '0193a1b2-0000-7000-8000-00000000abcd'
const large = small.toUpperCase()
const id = z.uuid()
const made = (schema: z.ZodType, value: unknown) => (plainInput(schema) ?? ((same) => same))(value)

test('an id is plain in whatever holds it', () => {
  interface Tree {
    readonly id: string
    readonly below: readonly Tree[]
  }
  const tree: z.ZodType<Tree> = z.object({ id, below: z.lazy(() => z.array(tree)) })
  const cases: [z.ZodType, unknown, unknown][] = [
    [id, large, small],
    [id.describe('Id of it.').optional(), large, small],
    [id.nullable().default(null), large, small],
    [id.or(z.literal('')).catch(''), large, small],
    [z.object({ a: id }), { a: large, b: large }, { a: small, b: large }],
    [z.strictObject({ a: z.array(id) }), { a: [large, small] }, { a: [small, small] }],
    [z.object({}).catchall(id), { a: large }, { a: small }],
    [z.record(z.string(), id), { a: large }, { a: small }],
    [
      z.union([z.object({ a: id }), z.object({ b: id })]),
      { a: large, b: large },
      { a: small, b: small }
    ],
    [z.intersection(z.object({ a: id }), z.object({ b: id })), { b: large }, { b: small }],
    [
      z.discriminatedUnion('k', [z.object({ k: z.literal('x'), a: id })]),
      { k: 'x', a: large },
      { k: 'x', a: small }
    ],
    [id.transform((text) => text.length), large, small],
    [z.preprocess((value) => value, z.object({ a: id })), { a: large }, { a: small }],
    [
      tree,
      { id: large, below: [{ id: large, below: [] }] },
      { id: small, below: [{ id: small, below: [] }] }
    ]
  ]
  for (const [schema, value, expected] of cases) assert.deepEqual(made(schema, value), expected)
})

test('a text stays as it came, whatever stands in it, and so does what fits no schema', () => {
  const schema = z.object({ a: id, text: z.string(), list: z.array(id).optional() })
  assert.deepEqual(made(schema, { a: small, text: large }), { a: small, text: large })
  for (const odd of [null, undefined, 7, large, [large], { a: 7 }, { list: large }, { a: [large] }])
    assert.deepEqual(made(schema, odd), odd)
  const far = JSON.parse(`{"__proto__":{"a":"${large}"}}`) as object
  assert.deepEqual(Object.keys(made(schema, far) as object), ['__proto__'])
  assert.equal(plainInput(z.object({ text: z.string(), n: z.coerce.number() })), null)
})

test('a schema whose ids nobody looks for is no schema of an operation', () => {
  for (const schema of [z.tuple([id]), z.set(id), z.map(z.string(), id)]) {
    assert.throws(() => plainInput(z.object({ schema })), /say here where its ids are/)
  }
})
