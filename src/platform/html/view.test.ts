import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csrfField, formHref } from './view.ts'

test('formHref leads Persian readers to the plain address and English ones to /en', () => {
  assert.equal(formHref({ lang: 'fa' }, '/cases/12?tab=files#top'), '/cases/12?tab=files#top')
  assert.equal(formHref({ lang: 'en' }, '/cases/12?tab=files#top'), '/en/cases/12?tab=files#top')
  assert.equal(formHref({ lang: 'en' }, '/'), '/en')
  assert.equal(formHref({ lang: 'en' }, '/?q=a'), '/en/?q=a')
  assert.equal(formHref({ lang: 'en' }, '/api'), '/en/api')
})

test('formHref leaves alone what is no page of the house', () => {
  const others = [
    '/en',
    '/en/cases',
    '/assets/main.css',
    '/api/v1/cases',
    '#main',
    '?page=2',
    'https://sko.ir/en',
    '//sko.ir',
    'mailto:desk@sko.ir'
  ]
  for (const address of others) assert.equal(formHref({ lang: 'en' }, address), address)
})

test('formHref is not misled by a page whose name begins like a language', () => {
  assert.equal(formHref({ lang: 'en' }, '/entitlements'), '/en/entitlements')
})

test('csrfField escapes its token', () => {
  assert.match(csrfField({ csrf: '"><b>' }).toString(), /value="&quot;&gt;&lt;b&gt;"/)
})
