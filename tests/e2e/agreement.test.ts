// Goal: an agreement reads well on a telephone and on paper. Method: a real browser on the whole desk.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { assertAccessible, openReader } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const { origin } = await startTestServer(Temporal.Instant.from('2026-11-22T06:00:00Z'))

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const pages = [
  '/agreements',
  '/agreements/SK',
  '/agreements/SK/versions',
  '/agreements/SK/compare?from=1398&to=1405',
  '/agreements/SK/1405/clauses/SK-2.1',
  '/promises',
  '/promises/formulas'
]

for (const path of pages) {
  for (const lang of ['', '/en']) {
    test(`${lang}${path} is accessible, and no wider than a telephone`, async () => {
      const { page, context } = await openReader(browser, { width: 360 })
      await page.goto(`${origin}${lang}${path}`)
      await assertAccessible(page)
      await context.close()
    })
  }
}

test('a printed agreement leaves no page half empty', async () => {
  const { page, context } = await openReader(browser, { width: 1280 })
  for (const [path, most] of [
    ['/agreements/SK', 10],
    ['/agreements/PI', 13]
  ] as const) {
    await page.goto(`${origin}${path}`)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    assert.ok(sheets > 4 && sheets <= most, `${path}: ${String(sheets)} pages`)
  }
  await context.close()
})
