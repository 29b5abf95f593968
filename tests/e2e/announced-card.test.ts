// Goal: an administrator changes a card without scripts and is told when it will hold; everyone reads that
// on a telephone, in both languages. Method: a real browser on the whole desk, and a probe's look at the
// real page of the notice.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { recordSighting } from '../../src/notices/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { origin, clock, context: desk } = server
const card = '/services/10021006'
const administrator = 'وحید رستمی'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

/** What a probe does: reads the page of the notice that the card names, and brings it. */
async function probe(page: Page): Promise<void> {
  await page.goto(`${origin}${card}`)
  const href = (await page.locator('a[href^="/notices/"]').getAttribute('href')) ?? ''
  const fetched = Buffer.from(await (await fetch(`${origin}${href}`)).arrayBuffer())
  const seen = await recordSighting(desk, {
    notice: href.split('/').at(-1) ?? '',
    version: 1,
    vantage: 'outside',
    outside: true,
    at: clock.now(),
    page: fetched
  })
  assert.equal(seen, 'seen')
  await server.work()
}

test('an administrator publishes a change from a day on, without scripts', async () => {
  const { page, context, faults } = await openReader(browser, { scripts: false, width: 1280 })
  await signInAs(page, origin, administrator)
  await page.goto(`${origin}/desk/catalogue/10021006`)
  await page.locator('summary', { hasText: 'زمان، هزینه و مراجعه' }).click()
  await page.getByLabel('زمان وعده‌داده‌شده', { exact: true }).fill('۴۸')
  await page.getByLabel('اجرا از روز').fill('۱۴۰۵/۰۸/۰۱')
  await page.getByRole('button', { name: 'انتشار' }).click()
  assert.match(await page.locator('main').innerText(), /زمان اجرا گذشته است/)
  assert.equal(await page.getByLabel('اجرا از روز').inputValue(), '۱۴۰۵/۰۸/۰۱')
  await page.getByLabel('اجرا از روز').fill('۱۴۰۵/۰۹/۲۰')
  await page.getByRole('button', { name: 'انتشار' }).click()
  await page.waitForURL(/\/services\/10021006\/versions$/)
  assert.match(await page.locator('main').innerText(), /نسخه ۲ و اطلاعیه آن منتشر شد/)
  assert.deepEqual(faults, [])
  await context.close()
})

for (const lang of ['', '/en']) {
  for (const dark of [false, true]) {
    test(`${lang}${card} tells what is to come, ${dark ? 'dark' : 'light'}, on a telephone`, async () => {
      const { page, context } = await openReader(browser, { dark })
      for (const path of [card, `${card}/versions`, `${card}/versions/2`]) {
        await page.goto(`${origin}${lang}${path}`)
        await assertAccessible(page)
        const text = await page.locator('main').innerText()
        assert.match(text, lang === '' ? /اکنون منتظر آن است/ : /it waits for that now/)
      }
      await context.close()
    })
  }
}

test('the card holds from the day that was asked, once its notice was seen', async () => {
  const { page, context } = await openReader(browser, { scripts: false })
  const promised = async () => {
    await page.goto(`${origin}/en${card}`)
    return page.locator('main').innerText()
  }
  assert.match(await promised(), /Promised time\s+72 hours/)
  await probe(page)
  assert.match(await promised(), /Version 2 is in force from 11 December 2026/)
  clock.set('2026-12-10T20:29:59Z')
  assert.match(await promised(), /Promised time\s+72 hours/)
  clock.set('2026-12-10T20:30:00Z')
  const changed = await promised()
  assert.match(changed, /Promised time\s+48 hours/)
  assert.doesNotMatch(changed, /This card changes/)
  await context.close()
})
