import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerSchema, plainSchema } from './openapi-schemas.ts'

test('plainSchema leaves out a pattern that a format says, and keeps one of its own', () => {
  const day = { type: 'string', format: 'date', pattern: '^x$' }
  assert.deepEqual(plainSchema([day]), [{ type: 'string', format: 'date' }])
  const code = { type: 'string', pattern: '^x$' }
  assert.deepEqual(plainSchema(code), code)
})

test('plainSchema leaves out bounds of all numbers, and keeps those of one', () => {
  const any = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
  assert.deepEqual(plainSchema({ type: 'integer', ...any }), { type: 'integer' })
  const few = { type: 'integer', minimum: 1, maximum: 100 }
  assert.deepEqual(plainSchema(few), few)
})

test('plainSchema says in one type that something may be null, but for lists and choices', () => {
  const empty = { type: 'null' }
  const when = { anyOf: [{ type: 'string', format: 'date-time' }, empty], description: 'When.' }
  assert.deepEqual(plainSchema(when), {
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When.'
  })
  const choice = { anyOf: [{ type: 'string', enum: ['a'] }, empty] }
  assert.deepEqual(plainSchema(choice), choice)
})

test('plainSchema takes fields that are named as keywords for fields', () => {
  const fields = { type: 'object', properties: { pattern: { type: 'string' }, format: {} } }
  assert.deepEqual(plainSchema(fields), fields)
})

test('answerSchema lets an answer have more, and plainSchema a request not', () => {
  const object = { type: 'object', properties: {}, additionalProperties: false }
  assert.deepEqual(answerSchema({ a: object }), { a: { type: 'object', properties: {} } })
  assert.deepEqual(plainSchema(object), object)
})
