import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  type Agreement,
  clausesOf,
  parseAgreement,
  statementText
} from '../../kernel/terms/index.ts'
import { html } from '../../platform/html/index.ts'
import { renderAgreement } from './render-agreement.ts'
import { standaloneAgreement } from './standalone.ts'

function read(name: string): Agreement {
  const url = new URL(`../../../agreements/${name}.yaml`, import.meta.url)
  const parsed = parseAgreement(readFileSync(url))
  assert.ok(parsed.ok)
  return parsed.agreement
}

const count = (text: string, piece: string) => text.split(piece).length - 1
const text = (page: string) =>
  page
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")

for (const name of ['sk-1398', 'sk-1405', 'pi-1400', 'pi-1405']) {
  const agreement = read(name)
  test(`renderAgreement prints each sentence of ${name}, and each clause with its anchor and slot once`, () => {
    for (const lang of ['fa', 'en'] as const) {
      const page = renderAgreement({ lang }, agreement, {
        beside: (clause) => html`<p data-slot="${clause.id}"></p>`
      }).toString()
      for (const { id } of clausesOf(agreement)) {
        assert.equal(count(page, ` id="${id}"`), 1, id)
        assert.equal(count(page, `data-slot="${id}"`), 1, id)
      }
      const sentences = agreement.articles.flatMap((article) => article.statements)
      for (const sentence of sentences) {
        assert.ok(
          text(page).includes(statementText(sentence)?.[lang] ?? '?'),
          sentence.number ?? ''
        )
      }
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
      assert.equal(new Set(ids).size, ids.length, 'an id stands twice')
    }
  })

  test(`renderAgreement puts every clause of ${name} under who bears it`, () => {
    const page = renderAgreement({ lang: 'fa' }, agreement, { layout: 'sides' }).toString()
    for (const { id } of clausesOf(agreement)) assert.equal(count(page, ` id="${id}"`), 1, id)
    assert.match(
      page,
      /آنچه ما در برابر شما بر عهده داریم[\s\S]*آنچه شما در برابر ما بر عهده دارید/
    )
  })
}

test('renderAgreement names each sentence and what stands beside it apart from all others', () => {
  for (const name of ['sk-1398', 'pi-1400']) {
    for (const lang of ['fa', 'en'] as const) {
      const page = renderAgreement({ lang }, read(name)).toString()
      for (const part of ['class="clause-number"[^>]*', 'class="clause-beside" role="group"']) {
        const names = [...page.matchAll(new RegExp(`${part} aria-label="([^"]*)"`, 'g'))]
        const said = names.map(([, own]) => own)
        assert.ok(said.length > 20)
        assert.equal(new Set(said).size, said.length)
      }
    }
  }
  assert.match(renderAgreement({ lang: 'fa' }, read('sk-1398')).toString(), />۴\.۰ الف<\/bdi>/)
})

test('renderAgreement puts many clauses below their sentence', () => {
  const page = renderAgreement({ lang: 'fa' }, read('sk-1398')).toString()
  assert.match(page, /class="clause clause-wide"\s+id="s-5\.1"/)
  assert.match(page, /class="clause"\s+id="s-3\.1"/)
})

test('renderAgreement marks every level of a draft as a proposal and the empty appendix as such', () => {
  const draft = renderAgreement({ lang: 'en' }, read('sk-1405')).toString()
  assert.equal(count(draft, 'Proposal</span'), 24)
  assert.match(
    renderAgreement({ lang: 'en' }, read('sk-1398')).toString(),
    /Levels are not declared/
  )
})

test('standaloneAgreement is a whole page without script that says its state', () => {
  const page = standaloneAgreement({ lang: 'fa' }, read('pi-1405')).toString()
  assert.match(page, /^<!doctype html>/i)
  assert.doesNotMatch(page, /<script|<link|src=/)
  assert.match(page, /lang="fa" dir="rtl"/)
  assert.match(page, /پیش‌نویس است؛ امضا نشده/)
})
