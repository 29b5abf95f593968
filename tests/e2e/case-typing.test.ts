// Goal: nothing that a person typed is lost: not by a session that ends, not by a line that breaks, not
// by another device, not by pressing twice; and nobody sees a case that is not theirs.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const start = Temporal.Instant.from('2026-11-22T06:00:00Z')
const server = await startTestServer(start)
const { origin, clock } = server
/** Meeting the Governor: one document that need not be given, one visit, ten working days. */
const service = '10021001'
const citizen = 'حسین براتی'
const subject = 'پیگیری پرونده زمین'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

async function begin(looks: { scripts?: boolean } = {}) {
  const reader = await openReader(browser, looks)
  await signInAs(reader.page, origin, citizen)
  await reader.page.goto(`${origin}/services/${service}/apply`)
  return reader
}

test('what is typed is saved by itself and follows to another device', async () => {
  const { page, context, faults } = await begin()
  await page.getByLabel('موضوع ملاقات').fill(subject)
  await page.getByText('ذخیره شد', { exact: true }).waitFor()
  const other = await begin()
  assert.equal(other.page.url(), page.url(), 'the same draft, not a second one')
  assert.equal(await other.page.getByLabel('موضوع ملاقات').inputValue(), subject)
  await other.page.goto(`${origin}/drafts`)
  await assertAccessible(other.page)
  await other.page.getByRole('button', { name: 'حذف پیش‌نویس' }).click()
  await assertAccessible(other.page)
  await other.page.getByRole('dialog').getByRole('button', { name: 'حذف پیش‌نویس' }).click()
  await other.page.getByText('پیش‌نویس حذف شد.').waitFor()
  assert.deepEqual([...faults, ...other.faults], [])
  await other.context.close()
  await context.close()
})

test('typing goes on through a broken line and an ended session', async () => {
  clock.set(start)
  const { page, context } = await begin()
  await context.setOffline(true)
  await page.getByLabel('موضوع ملاقات').fill('بی‌خط')
  await page.getByText('هنوز ذخیره نشده است.').waitFor()
  await context.setOffline(false)
  await page.getByText('ذخیره شد', { exact: true }).waitFor()
  clock.set(start.add({ hours: 13 }))
  await page.getByLabel('موضوع ملاقات').fill(subject)
  await page.getByText('نشست شما پایان یافته است.').waitFor()
  await assertAccessible(page)
  const door = await context.newPage()
  await signInAs(door, origin, citizen)
  await door.close()
  await page.bringToFront()
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`)
  await page.getByText('ذخیره شد', { exact: true }).waitFor()
  await page.reload()
  assert.equal(await page.getByLabel('موضوع ملاقات').inputValue(), subject)
  await context.close()
})

test('what could not be saved is back after the page was closed and opened again', async () => {
  clock.set(start)
  const { page, context } = await begin()
  clock.set(start.add({ hours: 13 }))
  await page.getByLabel('موضوع ملاقات').fill('نیمه‌کاره')
  await page.getByText('نشست شما پایان یافته است.').waitFor()
  page.on('dialog', (dialog) => void dialog.accept())
  await signInAs(page, origin, citizen)
  await page.goto(`${origin}/services/${service}/apply`)
  assert.equal(await page.getByLabel('موضوع ملاقات').inputValue(), 'نیمه‌کاره')
  await page.getByText('ذخیره شد', { exact: true }).waitFor()
  await context.close()
})

test('without script an ended session gives the form back to be sent again', async () => {
  clock.set(start)
  const { page, context } = await begin({ scripts: false })
  await fill(page)
  clock.set(start.add({ hours: 13 }))
  await page.getByRole('button', { name: 'ذخیره و ادامه' }).click()
  await page.getByText('آنچه نوشته بودید در همین صفحه مانده است').waitFor()
  const door = await context.newPage()
  await signInAs(door, origin, citizen)
  await page.getByRole('button', { name: 'ارسال دوباره' }).click()
  await page.getByRole('button', { name: 'ادامه', exact: true }).click()
  await page.getByRole('heading', { name: 'پاسخ‌هایتان را بازبینی کنید' }).waitFor()
  assert.ok((await page.innerText('main')).includes(subject))
  await context.close()
})

test('pressing twice makes one application, and strangers are told that there is none', async () => {
  clock.set(start)
  const { page, context } = await begin()
  await fill(page)
  await page.getByRole('button', { name: 'ذخیره و ادامه' }).click()
  await page.getByRole('button', { name: 'ادامه', exact: true }).click()
  await page.getByLabel('اعلام می‌کنم').check()
  const form = page.locator('form[action$="/submission"]')
  const [address, token] = [
    (await form.getAttribute('action')) ?? '',
    await form.locator('[name=_csrf]').inputValue()
  ]
  const again = () =>
    page.request.post(origin + address, {
      form: { _csrf: token, declaration: 'yes' },
      maxRedirects: 0
    })
  const [first, second] = await Promise.all([again(), again()])
  const third = await again()
  const places = [first, second, third].map(
    (answer) => /cases\/([0-9a-f-]{36})/.exec(answer.headers().location ?? '')?.[1]
  )
  assert.ok(places[0])
  assert.deepEqual(new Set(places).size, 1, 'one case, however often it is sent')
  await page.goto(`${origin}/cases`)
  await assertAccessible(page)
  assert.equal(await page.locator('.card').count(), 1)
  await context.close()
  // Another unit's officer, and another citizen.
  for (const stranger of ['حمید صادقی', 'مریم رضایی']) {
    const other = await openReader(browser, {})
    await signInAs(other.page, origin, stranger)
    for (const path of [`/cases/${places[0]}`, `/desk/cases/${places[0]}`]) {
      const answer = await other.page.goto(origin + path)
      assert.equal(answer?.status(), 404, `${stranger} ${path}`)
    }
    await other.context.close()
  }
})

test('the explanation of a promise in working days tells closed hours from counted ones', async () => {
  clock.set(start.add({ hours: 2 }))
  const reader = await openReader(browser, { width: 1280 })
  await signInAs(reader.page, origin, citizen)
  await reader.page.goto(`${origin}/en/cases`)
  await reader.page.locator('.card a').first().click()
  await reader.page.getByRole('link', { name: 'How is this time worked out?' }).click()
  await assertAccessible(reader.page)
  const told = await reader.page.innerText('main')
  for (const part of [
    'Counted',
    'Will count',
    'Will be closed Friday',
    'of the 6 hours of that day',
    'office hours',
    '10 working days'
  ]) {
    assert.ok(told.includes(part), part)
  }
  await reader.context.close()
})

async function fill(page: Page): Promise<void> {
  await page.getByLabel('شهرستان').selectOption({ index: 1 })
  await page.getByLabel('موضوع ملاقات').fill(subject)
  await page.getByLabel('شرح').fill('دو سال است که پرونده زمین ما در دستگاه‌ها مانده است.')
  await page.getByLabel('تلفن همراه').fill('09151234567')
}
