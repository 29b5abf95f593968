// Goal: what a form sends is read as it was typed, and a refusal finds its place beside the form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCard } from '../../../tests/support/case-view.ts'
import { InvalidInputError, NotFoundError } from '../../platform/index.ts'
import { SignInRequiredError } from '../../platform/http/index.ts'
import { CaseAlreadyDecidedError } from '../refusals.ts'
import { answersIn, textIn, textsIn, tried } from './page-input.ts'

test('answersIn keeps what was typed and leaves out what the form does not ask', () => {
  const sent = {
    'answers.mobile': ' ۰۹۱۵ ',
    'answers.property': 'home',
    'answers.nonsense': 'x',
    mobile: 'y',
    _csrf: 'z'
  }
  assert.deepEqual(answersIn(sent, sampleCard().form), { mobile: ' ۰۹۱۵ ', property: ['home'] })
})

test('textIn takes the first of several and nothing for nothing', () => {
  assert.equal(textIn({ a: ['one', 'two'] }, 'a'), 'one')
  assert.equal(textIn({ a: '  ' }, 'a'), undefined)
  assert.deepEqual(textsIn({ a: 'one' }, 'a'), ['one'])
  assert.deepEqual(textsIn({}, 'a'), [])
})

test('tried gives a refusal back with its fields, or as one problem of the form', async () => {
  const text = { fa: 'ن', en: 'n' }
  const fields = [{ pointer: '/a', code: 'x', text }]
  const refuse = (error: Error) =>
    tried(async () => {
      throw error
    })
  assert.deepEqual(await refuse(new InvalidInputError(fields)), {
    ok: false,
    status: 422,
    problems: fields
  })
  const raced = await refuse(new CaseAlreadyDecidedError())
  assert.ok(!raced.ok && raced.status === 409 && raced.problems[0]?.pointer === '/')
})

test('tried lets through what the form could not mend', async () => {
  for (const error of [new SignInRequiredError(), new NotFoundError(), new Error('a bug')]) {
    await assert.rejects(
      tried(async () => {
        throw error
      }),
      error
    )
  }
})
