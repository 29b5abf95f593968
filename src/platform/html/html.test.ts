import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { attrs, classes, html, join, jsonLd, raw, safeUrl } from './html.ts'
import { UnsafeTemplateError } from './template-holes.ts'

// Another name, so that the formatter leaves the white space of the templates alone.
const tag = html
const hostile = `<script>alert("1")</script>'&`

describe('html', () => {
  test('escapes in text', () => {
    assert.equal(
      String(tag`<p>${hostile}</p>`),
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>'
    )
  })

  test('escapes in both kinds of quoted attributes', () => {
    const inDouble = String(tag`<p title="${hostile}"></p>`)
    const fragment = ["<p title='", "'></p>"]
    const inSingle = String(html(Object.assign(fragment, { raw: fragment }), hostile))
    for (const page of [inDouble, inSingle]) {
      assert.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;'))
    }
  })

  test('nests what is HTML already, arrays and numbers, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((text) => tag`<li>${text}</li>`)
    assert.equal(
      String(tag`<ul>${items}</ul>${0}${null}${undefined}${false}${raw('<hr>')}`),
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0<hr>'
    )
  })

  test('no text can leave its element or its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const page = String(tag`<p title="${text}">${text}</p>`)
        assert.equal(page.match(/[<>]/g)?.length, 4)
        assert.equal(page.match(/"/g)?.length, 2)
      })
    )
  })

  test('passes the start of a link attribute through safeUrl', () => {
    assert.equal(String(tag`<a href="${'javascript:alert(1)'}">x</a>`), '<a href="#">x</a>')
    assert.equal(String(tag`<a href="/cases/${'a"b'}">x</a>`), '<a href="/cases/a&quot;b">x</a>')
  })

  test('refuses holes that no escaping makes safe', () => {
    const refused = [
      () => tag`<p class=${'a'}></p>`,
      () => tag`<script>${'a'}</script>`,
      () => tag`<style>${'a'}</style>`,
      () => tag`<!-- ${'a'} -->`,
      () => tag`<p style="${'color:red'}"></p>`,
      () => tag`<p onclick="${'go()'}"></p>`,
      () => tag`<p ${'hidden'}></p>`
    ]
    for (const template of refused) assert.throws(template, UnsafeTemplateError)
  })

  test('reads on after scripts, comments and single quotes', () => {
    assert.equal(
      String(tag`<script src="${'/a.js'}"></script><!-- > --><b title='x>'>${'<'}</b>`),
      `<script src="/a.js"></script><!-- > --><b title='x>'>&lt;</b>`
    )
  })
})

describe('attrs', () => {
  test('prints what applies, escaped', () => {
    const given = { id: 'a"b', required: true, hidden: false, 'aria-label': null, rows: 3 }
    assert.equal(
      String(tag`<input ${attrs(given)} />`),
      '<input id="a&quot;b" required rows="3" />'
    )
  })

  test('keeps addresses safe and refuses names that run code', () => {
    assert.equal(String(attrs({ href: ' java\tscript:alert(1)' })), 'href="#"')
    for (const name of ['onclick', 'style', 'a b', '"x']) {
      assert.throws(() => attrs({ [name]: 'x' }), UnsafeTemplateError)
    }
  })
})

test('safeUrl lets through addresses that lead somewhere and nothing that runs', () => {
  for (const good of ['/a', 'a?b:c', '#x', 'https://sko.ir', 'mailto:a@b.ir', 'tel:+9856', '']) {
    assert.equal(safeUrl(good), good)
  }
  for (const bad of [
    'javascript:1',
    'JaVaScript:1',
    '\u0001javascript:1',
    'data:text/html,x',
    'vbscript:x'
  ]) {
    assert.equal(safeUrl(bad), '#')
  }
})

test('join puts a separator between, not around', () => {
  assert.equal(String(join(['a', '<', raw('<b>')], ' · ')), 'a · &lt; · <b>')
})

test('classes leaves out what does not apply', () => {
  assert.equal(classes('a', false, null, undefined, 'b'), 'a b')
})

test('html leaves out the indentation of the source file', () => {
  assert.equal(String(tag`<p>\n      <b>${'x'}</b>\n    </p>`), '<p>\n<b>x</b>\n</p>')
})

test('jsonLd cannot be left early', () => {
  const block = String(jsonLd({ name: '</script><script>alert(1)</script>' }))
  assert.equal(block.match(/<\/script>/g)?.length, 1)
})
