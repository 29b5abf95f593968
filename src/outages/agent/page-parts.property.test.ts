// Goal: any page can be read, and what is found on it are web addresses. Method: random markup, and pages
// whose parts are known.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { foreignHosts } from './foreign-hosts.ts'
import { partsOf } from './page-parts.ts'

const at = new URL('https://portal.example/menu/')
const scrap = fc.oneof(
  fc.constantFrom(
    '<a href="',
    '<a>',
    '</a>',
    '<form action=',
    '<input name=q>',
    '">',
    '>',
    ' href=//x'
  ),
  fc.constantFrom(
    '<base href="http://b.example/">',
    '<constructor src=x>',
    '<link rel=icon href=y>'
  ),
  fc.constantFrom('<!--', '-->', '<script>', '</script>', '&amp;', "<img src='z'>", '</form>'),
  fc.string()
)

describe('partsOf', () => {
  test('reads any text without a fault', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
        const { addresses, searches } = partsOf(scraps.join(''), at)
        for (const { url, text } of addresses) {
          assert.match(url.protocol, /^https?:$/)
          assert.equal(text, text.trim())
        }
        for (const { action } of searches) assert.match(action.protocol, /^https?:$/)
      })
    )
  })

  test('finds links with their words, forms that search, and what is loaded', () => {
    const page = `<base href="/desk/"><a href="services/1001"> صدور
      <b>مجوز</b> &amp; تمدید </a><a name=x>no link</a><a href="mailto:a@b.example">mail</a>
      <form method=post action=/sign-in><input name=user></form>
      <form action=/services role=search><input type=hidden name=a><input type=search name=q></form>
      <script src="https://cdn.example/x.js">var a = '<a href="/not/a/link">'</script>
      <!-- <a href="/comment"> --><link rel="alternate stylesheet" href=s.css><link rel=next href=?page=2>`
    const { addresses, searches } = partsOf(page, at)
    const found = addresses.map(({ url, use, text }) => [url.href, use, text])
    assert.deepEqual(found, [
      ['https://portal.example/desk/services/1001', 'link', 'صدور مجوز & تمدید'],
      ['https://portal.example/sign-in', 'form', ''],
      ['https://portal.example/services', 'form', ''],
      ['https://cdn.example/x.js', 'resource', ''],
      ['https://portal.example/desk/s.css', 'resource', ''],
      ['https://portal.example/desk/?page=2', 'link', '']
    ])
    assert.deepEqual(
      searches.map(({ action, field }) => [action.pathname, field]),
      [['/services', 'q']]
    )
  })
})

test('foreignHosts names each host once by its heaviest use, on pages of registered hosts only', () => {
  const page = `<a href="https://forms.example/">f</a><form action="https://forms.example/x">
    <img src="//cdn.example/a.png"><a href="http://Portal.example/">own</a><a href="http://x.gov.example./">x</a>`
  const registered = new Set(['portal.example'])
  const told = foreignHosts(page, at, registered).map(({ host, use }) => [host, use])
  assert.deepEqual(told, [
    ['forms.example', 'form'],
    ['cdn.example', 'resource'],
    ['x.gov.example', 'link']
  ])
  assert.deepEqual(foreignHosts(page, new URL('https://other.example/'), registered), [])
})
