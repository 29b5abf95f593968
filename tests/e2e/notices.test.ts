// Goal: a notice is written, previewed, published, seen and corrected in a browser without scripts, and its
// pages are fit for everyone. Method: a running desk, Chromium, axe, and the look of a probe.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { correctNotice, noticeById } from '../../src/notices/index.ts'
import { inTransaction } from '../../src/platform/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { mailServer, readMail } from '../support/mail-server.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { seeNotices } from '../support/see-notices.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const writer = 'کامران موسوی'
let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const words = {
  'title.fa': 'تغییر فرم دیدار',
  'title.en': 'The meeting form changes',
  'body.fa': 'بند یک\n\nبند دو',
  'body.en': 'One\n\nTwo'
}

async function write(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await page.fill(`[name="${name}"]`, text)
}

test('a notice goes its way without scripts', async () => {
  const { page, context } = await openReader(browser, { width: 1280, scripts: false })
  await signInAs(page, server.origin, writer)
  await page.goto(`${server.origin}/desk/notices`)
  await page.click('main form button[type=submit]')
  await write(page, words)
  await page.click('button[value=publish]')
  assert.match(await page.title(), /^خطا/)
  assert.ok(await page.getByText('گونه اطلاعیه را برگزینید').first().isVisible())
  assert.equal(await page.inputValue('[name="title.en"]'), words['title.en'])
  await page.check('[name=kind][value=change]')
  await page.check('[name=changes][value=form]')
  await page.click('button[value=preview]')
  assert.ok(await page.locator('#preview').getByText('بند دو').isVisible())
  await page.click('button[value=publish]')
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  assert.ok(await page.getByText('هنوز دیده نشده است').isVisible())
  const seen = await seeNotices(server.context)
  assert.equal(seen.length, 1)
  server.clock.advance('PT2S')
  await page.reload()
  assert.ok(await page.getByText('بیرون از سامانه').isVisible())
  const id = page.url().split('/').at(-1) ?? ''
  await page.goto(`${server.origin}/desk/notices/${id}`)
  await page.click('form[action$=correction] button')
  await write(page, { 'title.en': 'The meeting form changes later' })
  await page.click('button[value=publish]')
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  await page.click('#versions a')
  assert.ok(await page.getByText('این نسخه کنونی نیست').isVisible())
  assert.ok(await page.getByText('The meeting form changes', { exact: true }).isVisible())
  await context.close()
})

for (const looks of [
  { prefix: '', width: 1280, dark: false },
  { prefix: '/en', width: 360, dark: true }
]) {
  test(`pages of notices are fit for everyone at ${String(looks.width)}`, async () => {
    const { page, context, faults } = await openReader(browser, looks)
    await signInAs(page, server.origin, writer)
    await page.goto(`${server.origin}/desk/notices`)
    await page.click('main form button[type=submit]')
    const editor = new URL(page.url()).pathname
    await page.goto(`${server.origin}/notices`)
    const notice = (await page.locator('main article a').first().getAttribute('href')) ?? ''
    const paths = ['/notices', notice, `${notice}/versions/1`, '/notices/subscribe']
    for (const path of [...paths, '/desk/notices', editor, `/desk${notice}`]) {
      await page.goto(`${server.origin}${looks.prefix}${path}`)
      await assertAccessible(page)
    }
    assert.deepEqual(faults, [])
    await context.close()
  })
}

test('anybody subscribes, confirms and ends it, by the links of real mails', async () => {
  const mails = await mailServer()
  Object.assign(server.context.config, { mail: mails.config })
  const { page, context, faults } = await openReader(browser, { width: 360 })
  const lastLink = async () => {
    await server.work()
    const { text = '' } = await readMail(mails.mails.at(-1)!)
    return [...text.matchAll(/https?:\S+/g)].at(-1)?.[0] ?? ''
  }
  await page.goto(`${server.origin}/notices/subscribe`)
  await assertAccessible(page)
  await page.fill('[name=address]', 'not an address')
  await page.click('main form button[type=submit]')
  assert.ok(await page.getByText('نشانی ایمیل را مانند').first().isVisible())
  await assertAccessible(page)
  await page.fill('[name=address]', 'reader@reader.example')
  await page.check('[name=kinds][value=change]')
  await page.click('main form button[type=submit]')
  assert.equal(await page.locator('h1').innerText(), 'نامه را ببینید')
  await page.goto(await lastLink())
  await assertAccessible(page)
  await page.click('main form button')
  assert.equal(await page.locator('h1').innerText(), 'اشتراک برقرار شد')
  server.clock.advance('PT1M')
  const notice = (await currentNotice()).replace('/notices/', '')
  await inTransaction(server.context.db, async (tx) => {
    const newest = await noticeById(tx, notice)
    const body = {
      fa: `${newest!.body.fa}\n\nاصلاح تازه`,
      en: `${newest!.body.en}\n\nA new correction`
    }
    const text = { ...newest!, body }
    await correctNotice(tx, notice, text, { actor: 'test', at: server.clock.now() })
  })
  await page.goto(await lastLink())
  await assertAccessible(page)
  await page.click('main form button')
  assert.equal(await page.locator('h1').innerText(), 'اشتراک پایان یافت')
  assert.deepEqual(faults, [])
  await context.close()
})

async function currentNotice(): Promise<string> {
  const { page, context } = await openReader(browser)
  await page.goto(`${server.origin}/notices`)
  const href = await page.locator('main article a').first().getAttribute('href')
  await context.close()
  return href ?? ''
}
