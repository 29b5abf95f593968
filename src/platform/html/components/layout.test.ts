import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { View } from '../view.ts'
import { layout } from './layout.ts'

const view: View = {
  lang: 'fa',
  path: '/cases/12',
  csrf: 'token',
  account: null,
  nav: [{ href: '/services', text: 'خدمات', current: true }],
  demo: false,
  now: Temporal.Instant.from('2026-11-22T08:00:00Z'),
  flash: null,
  theme: 'auto'
}
const draw = (over: Partial<View>) =>
  layout({ ...view, ...over }, { title: 'درخواست', body: 'متن' }).toString()

describe('layout', () => {
  test('says its language, direction and theme', () => {
    assert.match(draw({}), /<html lang="fa" dir="rtl">/)
    assert.match(
      draw({ lang: 'en', theme: 'dark' }),
      /<html lang="en" dir="ltr" data-theme="dark">/
    )
  })

  test('leads to the same page in the other language', () => {
    assert.match(draw({}), /href="\/en\/cases\/12" hreflang="en"/)
    assert.match(draw({ lang: 'en' }), /href="\/cases\/12" hreflang="fa"/)
  })

  test('asks for no token where nobody is signed in, so that a public page sets no cookie', () => {
    const guarded = Object.defineProperty({ ...view }, 'csrf', {
      get: () => assert.fail('the token was asked for')
    })
    layout(guarded, { title: 'درخواست', body: '' })
    assert.match(draw({ account: { name: 'مریم' } }), /name="_csrf" value="token"/)
  })

  test('carries the banner of demonstration mode and the message of the last request', () => {
    assert.match(draw({ demo: true }), /نسخه نمایشی/)
    assert.doesNotMatch(draw({}), /نسخه نمایشی/)
    assert.match(draw({ flash: { kind: 'success', text: 'ثبت شد' } }), /role="status"[^]*ثبت شد/)
  })

  test('holds no script and no style of its own', () => {
    assert.doesNotMatch(
      draw({ demo: true, account: { name: 'م' } }),
      /<style|style=|<script(?! type="module" src)/
    )
  })
})
