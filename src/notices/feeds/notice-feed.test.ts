import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import type { Notice } from '../notice.ts'
import { atomFeed, jsonFeed, mailDate, rssFeed } from '../../platform/feed/index.ts'
import { noticeFeed } from './notice-feed.ts'

const at = Temporal.Instant.from('2026-11-22T06:00:00Z')
const notice: Notice = {
  id: '019ab000-0000-7000-8000-000000000000',
  version: 2,
  authority: 'sko',
  kind: 'change',
  changes: ['card'],
  services: ['10021001'],
  title: { fa: 'تغییر <b>«الف»</b> & ]]> &amp;', en: 'A & B <script>]]>' },
  body: { fa: 'بند یک\n\nبند "دو"\u0007 <p>', en: "It's ]]> &lt; here\n\nTwo" },
  about: null,
  effectiveAt: null,
  bannerUntil: null,
  sha256: 'x',
  publishedAt: at,
  publishedBy: 'tester',
  seenAt: null,
  fact: 'y'
}
const authority = {
  id: 'sko',
  title: { fa: 'استانداری & خراسان', en: 'Governorate' },
  shortTitle: { fa: 'استانداری', en: 'Governorate' },
  portal: 'x',
  province: null,
  timeZone: 'Asia/Tehran',
  units: [],
  posts: []
}
const service = { code: '10021001', authority: 'sko', title: { fa: 'دیدار', en: 'Meeting' } }
const feed = noticeFeed({
  lang: 'fa',
  origin: 'https://desk.example',
  path: '/notices.atom',
  query: '?service=10021001&kind=change',
  notices: [notice, { ...notice, id: '019ab000-0000-7000-8000-000000000001' }],
  authorities: [authority],
  services: new Map([[service.code, service]])
})
const address = `https://desk.example/notices/${notice.id}`
const content = '<p>بند یک</p>\n<p>بند &quot;دو&quot; &lt;p&gt;</p>'

/** Reads a document as XML 1.0 with namespaces; anything that is not well-formed is thrown. */
function wellFormed(text: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name, uri }) => names.push(`${uri} ${name}`))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return names
}

test('atomFeed is well-formed Atom with every text as it was written', () => {
  const text = atomFeed(feed)
  const names = wellFormed(text)
  assert.equal(names[0], 'http://www.w3.org/2005/Atom feed')
  assert.equal(names.filter((name) => name.endsWith(' entry')).length, 2)
  const read = parseAtomFeed(text)
  assert.equal(read.id, 'https://desk.example/notices.atom?service=10021001&kind=change')
  const [entry] = read.entries ?? []
  assert.equal(entry?.id, address)
  assert.equal(titleText(entry?.title), notice.title.fa)
  assert.equal(titleText(entry?.content), content)
  assert.equal(entry?.updated, '2026-11-22T06:00:00Z')
  assert.deepEqual(
    entry?.categories?.map(({ term }) => term),
    ['change', 'card', '10021001']
  )
  assert.equal(entry?.authors?.[0]?.name, 'استانداری & خراسان')
})

function titleText(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value
}

test('rssFeed is well-formed RSS 2.0', () => {
  const text = rssFeed(feed)
  assert.equal(wellFormed(text)[0], ' rss')
  const read = parseRssFeed(text)
  const [item] = read.items ?? []
  assert.equal(item?.title, notice.title.fa)
  assert.equal(item?.description, content)
  assert.deepEqual([item?.guid?.value, item?.link], [address, address])
  assert.equal(item?.pubDate, 'Sun, 22 Nov 2026 06:00:00 GMT')
})

test('jsonFeed is JSON Feed 1.1', () => {
  const text = jsonFeed(feed)
  const read = parseJsonFeed(text)
  assert.equal(
    (JSON.parse(text) as { version: string }).version,
    'https://jsonfeed.org/version/1.1'
  )
  const [item] = read.items ?? []
  assert.deepEqual([item?.id, item?.url, item?.title], [address, address, notice.title.fa])
  assert.equal(item?.date_modified, '2026-11-22T06:00:00Z')
  assert.deepEqual(item?.tags, ['تغییر', 'شناسنامه خدمت', 'دیدار'])
})

test('an empty feed is a feed', () => {
  const empty = { ...feed, entries: [] }
  wellFormed(atomFeed(empty))
  wellFormed(rssFeed(empty))
  assert.match(jsonFeed(empty), /"items":\[\]/)
})

test('a feed of one entry is one', () => {
  const one = { ...feed, entries: feed.entries.slice(0, 1) }
  assert.equal(parseAtomFeed(atomFeed(one)).entries?.length, 1)
  assert.equal(parseRssFeed(rssFeed(one)).items?.length, 1)
})

test('mailDate writes a time as mails do', () => {
  assert.equal(
    mailDate(Temporal.Instant.from('2026-02-01T23:04:05.999Z')),
    'Sun, 01 Feb 2026 23:04:05 GMT'
  )
})
