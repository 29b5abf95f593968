import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { differenceText } from './check-installation.ts'
import { differenceMessages } from './messages-check.ts'

const folder = join(import.meta.dirname, '../ledger')
const source = readdirSync(folder)
  .filter((name) => /^(check-|walk-log)/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

test('every difference of the log has its words', () => {
  const named = [...source.matchAll(/'((?:[a-z]+-)+[a-z]+|fork)'/g)].map(([, name = '']) => name)
  const prefixes =
    /^(fact|leaf|key|entry|commitments?|rows|head|tile|checkpoint|signer|clock|shard|time|not|publishing)-/
  const whats = new Set(named.filter((name) => name === 'fork' || prefixes.test(name)))
  assert.deepEqual([...whats].toSorted(), Object.keys(differenceMessages.entries).toSorted())
})

test('differenceText says what is wrong, where, and what it is called', () => {
  const edited = { what: 'fact-edited', log: '1405', at: 'an-id' }
  assert.equal(
    differenceText(edited, 'en'),
    'This fact, or the key of its evidence, was changed after it was logged. log 1405, an-id [fact-edited]'
  )
  assert.match(differenceText(edited, 'fa'), /^این رویداد پس از ثبت در دفتر دست خورده/)
  const cached = { case: 'c', what: 'stage', cached: 'open', computed: 'decided' }
  assert.equal(differenceText(cached, 'en'), 'case c: stage. kept: open | from the facts: decided')
  assert.match(
    differenceText({ state: 's', cached: 'a', computed: 'b' }, 'fa'),
    /^وضع بند s\. نگه‌داشته: a/
  )
})
