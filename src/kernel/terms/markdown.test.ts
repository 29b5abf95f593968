import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { clausesOf } from './agreement.ts'
import { agreementMarkdown } from './markdown.ts'
import { parseAgreement } from './parse-agreement.ts'

for (const name of ['sk-1398', 'sk-1405', 'pi-1400', 'pi-1405']) {
  test(`agreementMarkdown prints every sentence and clause id of ${name} once`, () => {
    const parsed = parseAgreement(
      readFileSync(new URL(`../../../agreements/${name}.yaml`, import.meta.url))
    )
    assert.ok(parsed.ok)
    for (const lang of ['fa', 'en'] as const) {
      const markdown = agreementMarkdown(parsed.agreement, lang)
      for (const { id } of clausesOf(parsed.agreement)) {
        assert.equal(markdown.split(`\`${id}\``).length, 2, id)
      }
      assert.equal(
        markdown.split('\n').filter((line) => line.startsWith('## ')).length,
        parsed.agreement.articles.length + (parsed.agreement.annex ? 2 : 1)
      )
    }
  })
}
