// Goal: that a notice was published and seen stands in the public log for everyone, without any of its
// text, and its page leads there. Method: a running desk with a signer, asked over HTTP.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { publicLog } from '../../src/ledger/index.ts'
import { publishNotice } from '../../src/notices/index.ts'
import { inTransaction } from '../../src/platform/index.ts'
import { seeNotices } from '../support/see-notices.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const signer = await publicLog.openSigner(server.context.config.dataFolder)
after(() => signer.close())

test('a notice and its sight lead to their leaves', async () => {
  const { id, fact } = await inTransaction(server.context.db, (tx) =>
    publishNotice(
      tx,
      {
        authority: 'sko',
        kind: 'fee',
        changes: [],
        services: ['10021001'],
        title: { fa: 'هزینه تازه', en: 'A new fee' },
        body: { fa: 'متن', en: 'Text' },
        about: null,
        effectiveAt: null,
        bannerUntil: null
      },
      { actor: 'tester', at: server.clock.now() }
    )
  )
  await seeNotices(server.context)
  await server.work()
  server.clock.advance('PT10S')
  await server.work()
  const visitor = new Visitor(server)
  const { text } = await visitor.get(`/notices/${id}`)
  const links = [...text.matchAll(/href="(\/log\/[^"]+\/entries\/\d+)"/g)].map(([, href]) => href)
  assert.equal(new Set(links).size, 2, 'one leaf of the publication, one of the sight')
  const entries = await Promise.all(links.map((href) => visitor.get(href ?? '')))
  const texts = entries.map((entry) => entry.text).join('\n')
  assert.ok(
    texts.includes(id) && texts.includes('notice.published') && texts.includes('notice.seen')
  )
  assert.ok(!texts.includes('هزینه تازه') && !texts.includes('A new fee'))
  const receipt = await visitor.get(`/log/facts/${fact}`)
  assert.equal(receipt.location, links[0])
})
