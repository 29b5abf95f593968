// Goal: the counter and the queue do their work on one screen and a phone: intake by each channel, what is
// refused and counted, hostile files, bulk assignment, the way through the queue by single keys.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { factsBetween } from '../../src/ledger/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { jpeg, pdf } from '../support/desk.ts'
import { assertAccessible, openReader, signInAs, tableRows } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { origin, context } = server
const clerk = 'سمیه جعفری'
const officer = 'لیلا عرب'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

async function at(path: string, who: string, looks = {}) {
  const reader = await openReader(browser, { width: 1280, ...looks })
  await signInAs(reader.page, origin, who)
  await reader.page.goto(origin + path)
  return reader
}

async function choose(page: Page, channel: string, identifier = '') {
  await page.getByLabel('خدمت', { exact: true }).selectOption('10021006')
  await page.getByLabel(channel, { exact: true }).check()
  await page.getByLabel('کد ملی، شناسه ملی').fill(identifier)
  await page.getByRole('button', { name: 'ادامه' }).click()
}

async function fill(page: Page) {
  await page.getByLabel('سیل').check()
  await page.getByLabel('تاریخ حادثه').fill('1405/8/20')
  await page.getByLabel('خانه').check()
  await page.getByLabel('نشانی محل خسارت').fill('روستای نمونه، خیابان اصلی، پلاک ۳')
  await page.getByLabel('خیر').check()
  await page.locator('[data-field="mobile"]').fill('۰۹۱۵۱۲۳۴۵۶۷')
}

test('what came by a messenger is refused with the channels that are right, and counted', async () => {
  const { page, context: own, faults } = await at('/desk/intake', clerk)
  await assertAccessible(page)
  await choose(page, 'پیام‌رسان')
  await page.getByText('سایت، پست، دفتر پیشخوان، حضوری').first().waitFor()
  await assertAccessible(page)
  const refused = await factsBetween(context.db, { kinds: ['intake.refused'] })
  assert.deepEqual(
    refused.map((fact) => fact.body.channel),
    ['messenger']
  )
  assert.deepEqual(faults, [])
  await own.close()
})

test('a posted application of a stranger: every fault is told, no scan is asked for twice', async () => {
  const { page, context: own, faults } = await at('/desk/intake', clerk)
  await choose(page, 'پست', '0499370898')
  await page.getByText('این کد ملی درست نیست').first().waitFor()
  await page.getByLabel('کد ملی، شناسه ملی').fill('')
  await page.getByRole('button', { name: 'ادامه' }).click()
  await page.getByRole('heading', { name: 'رسیدن' }).waitFor()
  await assertAccessible(page)
  const scan = { name: 'title.pdf', mimeType: 'application/pdf', buffer: pdf(30_000) }
  const lie = {
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('this is no picture')
  }
  await page.locator('[name="documents.ownership"]').setInputFiles(scan)
  await page.locator('[name="documents.damage-photos"]').setInputFiles(lie)
  const register = page.getByRole('button', { name: 'ثبت و چاپ رسید' })
  await fill(page)
  await register.click()
  await page.getByText('دریافت شد: title.pdf').waitFor()
  await assertAccessible(page)
  await page.getByLabel('تاریخ رسیدن').fill('1405/13/1')
  await register.click()
  await page.getByText('ماه باید از ۱ تا ۱۲ باشد.').first().waitFor()
  await page.getByLabel('تاریخ رسیدن').fill('1405/8/28')
  await register.click()
  await page.getByText('شماره مرسوله پستی را بنویسید').first().waitFor()
  await page.getByLabel('شماره مرسوله').fill('۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹۰')
  await register.click()
  await page.getByText('نام را بنویسید.').first().waitFor()
  await page.getByLabel('نام', { exact: true }).fill('ناصر ولی‌زاده')
  await register.click()
  await page.getByText('درخواست ثبت شد.').waitFor()
  await assertAccessible(page)
  const receipt = await page.innerText('.receipt')
  for (const part of ['پست', '12345678901234567890', 'متصدی دستگاه', 'عکس آسیب']) {
    assert.ok(receipt.includes(part), part)
  }
  assert.deepEqual(faults, [])
  await own.close()
})

test('a pishkhan office with consent, for somebody who is known already', async () => {
  const { page, context: own } = await at('/desk/intake', clerk)
  const known = await context.db
    .withTables<{ persons: { national_id: string; name: { fa: string } } }>()
    .selectFrom('persons')
    .select(['national_id', 'name'])
    .where('national_id', 'is not', null)
    .executeTakeFirstOrThrow()
  await choose(page, 'دفتر پیشخوان', known.national_id)
  await page.getByText(`این متقاضی را می‌شناسیم: ${known.name.fa}`).waitFor()
  await fill(page)
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg() }
  await page.locator('[name="documents.damage-photos"]').setInputFiles(photo)
  await page.getByLabel('کد دفتر پیشخوان').fill('۷۲۱۵۰۳۳')
  await page.getByRole('button', { name: 'ثبت و چاپ رسید' }).click()
  await page.getByText('کد رضایتی را بنویسید که برای متقاضی فرستاده شد').first().waitFor()
  // No mail and no SMS can be sent here: there is paper, or nothing.
  await page.locator('[name="consentOnPaper"]').check()
  await page.getByRole('button', { name: 'ثبت و چاپ رسید' }).click()
  await page.getByText('درخواست ثبت شد.').waitFor()
  assert.ok((await page.innerText('.receipt')).includes('7215033'))
  await own.close()
})

test('the queue is narrowed, given out in bulk, taken away as a table', async () => {
  await server.work()
  const { page, context: own, faults } = await at('/desk/queue', officer)
  await assertAccessible(page)
  assert.equal((await tableRows(page)).length, 1, 'one is complete, one waits for its photographs')
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'واگذاری', exact: true }).click()
  await page.getByText('۱ درخواست واگذار شد.').waitFor()
  await server.work()
  await page.getByRole('link', { name: /کارهای من/ }).click()
  assert.equal((await tableRows(page))[0]?.at(-1), officer)
  await page.keyboard.press('/')
  await page.keyboard.type('نیست چنین نامی')
  await page.keyboard.press('Enter')
  await page.getByText('درخواستی با این ویژگی‌ها نیست.').waitFor()
  await assertAccessible(page)
  const table = await page.request.get(`${origin}/desk/queue.csv`)
  assert.match(table.headers()['content-type'] ?? '', /text\/csv/)
  assert.equal((await table.text()).trim().split('\n').length, 2)
  assert.deepEqual(faults, [])
  await own.close()
})

test('the file obeys single keys, and leads back to the queue as it was left', async () => {
  const { page, context: own, faults } = await at('/desk/queue?order=due', officer)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/cases\/.+order=due/)
  await page.keyboard.press('r')
  const defect = page.locator('#return select').first()
  assert.match(String(await page.evaluate('document.activeElement.name')), /^return\.defect\./)
  await defect.selectOption('document-unreadable')
  let isAsked = false
  page.on('dialog', (dialog) => {
    isAsked = true
    void dialog.dismiss()
  })
  await page.getByRole('link', { name: 'کارتابل' }).first().click()
  assert.ok(isAsked, 'work that was not sent is not left without a question')
  assert.ok(page.url().includes('/desk/cases/'))
  await defect.selectOption('')
  await page.locator('h1').click()
  await page.keyboard.press('q')
  await page.waitForURL(/\/desk\/queue\?order=due$/)
  assert.deepEqual(faults, [])
  await own.close()
})

test('the pages of the desk fit a phone, in English and in the dark', async () => {
  const { page, context: own } = await at('/en/desk/queue', officer, { width: 360, dark: true })
  await assertAccessible(page)
  await page.locator('tbody a').first().click()
  await page.getByRole('heading', { name: 'Document checklist' }).waitFor()
  await assertAccessible(page)
  for (const form of await page.locator('details.disclosure > summary').all()) await form.click()
  await assertAccessible(page)
  await own.close()
  const counter = await at('/en/desk/intake', clerk, { width: 360, dark: true })
  await assertAccessible(counter.page)
  await counter.context.close()
})
