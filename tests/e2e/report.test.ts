// Goal: a person reports a failure on a telephone, with script and without, at the desk and at the report
// desk, and holds a receipt. Method: a browser under the site's own content policy; axe on each page.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../src/config.ts'
import { openReportDesk } from '../../src/outages/report-desk/index.ts'
import { silentLog, systemClock } from '../../src/platform/index.ts'
import { assertAccessible } from '../support/accessibility.ts'
import { launchBrowser } from '../support/browser.ts'
import { telling } from '../support/photos.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z', { reportEffort: 2000 })
const folder = await mkdtemp(join(tmpdir(), 'peyman-report-e2e-'))
const config = readConfig({
  PEYMAN_DATA: folder,
  PEYMAN_REPORT_PORT: '0',
  PEYMAN_REPORT_EFFORT: '2000',
  PEYMAN_ORIGIN: server.origin,
  DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none',
  HOST: 'localhost'
})
const desk = await openReportDesk({ config, clock: systemClock, log: silentLog })
const browser: Browser = await launchBrowser()
after(async () => {
  await browser.close()
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

/** A telephone that notes what its console says. */
async function telephone(javaScriptEnabled = true): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled
  })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 422'))
      said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(String(error)))
  return { page, said }
}

async function fill(page: Page, about: string): Promise<void> {
  await page.getByRole('radio', { name: /^(خرابی|A failure)$/ }).check()
  await page.locator('[name=about]').fill(about)
  await page.locator('[name=words]').fill('صفحه باز نمی‌شود و خطا می‌دهد.')
}

for (const [name, origin] of [
  ['desk', server.origin],
  ['report desk', `http://localhost:${String(desk.port)}`]
] as const) {
  test(`a report with a photo at the ${name}: the challenge is solved in a worker`, async () => {
    const { page, said } = await telephone()
    await page.goto(`${origin}/report`)
    await fill(page, '10021001')
    await page.setInputFiles('[name=photo]', {
      ...{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: telling() }
    })
    await page.locator('form[data-report] button[type=submit]').click()
    await page.waitForURL(/\/report\/receipt\/[0-9A-Z]{16}/)
    await page.getByText('رسید خرابی').first().waitFor()
    assert.match((await page.textContent('body')) ?? '', /SHA-256/)
    assert.deepEqual(said, [], 'the content policy holds')
    assert.equal((await page.context().cookies()).length, 0)
    await page.context().close()
  })
}

test('a report without script is taken after a while', async () => {
  const { page } = await telephone(false)
  await page.goto(`${server.origin}/en/report`)
  await fill(page, 'Meeting')
  server.clock.advance('PT10S')
  await page.locator('form[data-report] button[type=submit]').click()
  await page.locator('.error-summary').waitFor()
  assert.equal(await page.locator('[name=words]').inputValue(), 'صفحه باز نمی‌شود و خطا می‌دهد.')
  await page.locator('input[name=choice]').first().check()
  await page.locator('form[data-report] button[type=submit]').click()
  await page.waitForURL(/\/en\/report\/receipt\//)
  const code = (await page.textContent('.receipt-code')) ?? ''
  await page.goto(`${server.origin}/en/report/track`)
  await page.locator('[name=code]').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Follow' }).click()
  await page.getByText('Being looked at').waitFor()
  await page.context().close()
})

test('the pages of reports are accessible on a telephone', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    bypassCSP: true
  })
  const page = await context.newPage()
  await page.goto(`${server.origin}/report`)
  await assertAccessible(page)
  await fill(page, 'مجوز')
  await page.locator('form[data-report] button[type=submit]').click()
  await page.locator('.error-summary').waitFor()
  await assertAccessible(page)
  await page.locator('input[name=choice]').first().check()
  await page.locator('form[data-report] button[type=submit]').click()
  await page.waitForURL(/receipt/)
  await assertAccessible(page)
  for (const path of ['/report', '/report/track', '/nothing']) {
    await page.goto(`http://localhost:${String(desk.port)}${path}`)
    await assertAccessible(page)
  }
  await context.close()
})
