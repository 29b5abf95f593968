import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAtomFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import type { Board } from './board.ts'
import { historyFeed } from './history-feed.ts'

const at = Temporal.Instant.from('2026-11-22T06:00:00Z')
const hostile = { fa: 'نشانی <b>الف</b> & ]]> ]]> &amp;', en: 'A & B <script> ]]> ]]>' }
const outage = {
  id: '019ab000-0000-7000-8000-000000000000',
  authority: 'sko',
  component: 'portal:x',
  from: at,
  to: null,
  cause: 'unknown',
  knownAt: at,
  closedKnownAt: null,
  note: null,
  scope: hostile
}
const board = {
  at,
  authorities: [
    {
      authority: { id: 'sko', timeZone: 'Asia/Tehran' },
      components: [
        { component: { id: 'portal:x', authority: 'sko' }, title: hostile, outages: [] }
      ],
      outages: [outage]
    }
  ]
} as unknown as Board

test('the history is well-formed, with every text as it was written', () => {
  const text = historyFeed(board, 'https://desk.example')
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  const [entry] = parseAtomFeed(text).entries ?? []
  const { title, content } = entry as { title?: unknown; content?: unknown }
  assert.equal(textOf(title), `${hostile.fa} قطع است · ${hostile.en} is down`)
  assert.match(textOf(content), /A &amp; B &lt;script&gt; \]\]&gt; \]\]&gt;/)
  assert.equal(entry?.published, '2026-11-22T06:00:00Z')
})

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'value' in value
    ? String(value.value)
    : String(value)
}
