// Goal: what a tired hand does to letters and mailboxes: presses twice, reloads, leaves a page open, forgets
// a field. Method: Chromium in English on Persian pages; each slip once, and what came of it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { demonstrationPeople } from '../../src/people/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import {
  type TestBrowser,
  openDevice,
  signInAs,
  typeWordsBack,
  wordsShown
} from '../support/mailbox-browser.ts'

const { origin, settle } = await letterDesk()
const citizen = 'maryam-rezaei'

describe('slips of the hand', () => {
  let browser: Browser
  let home: TestBrowser
  let desk: TestBrowser
  let words: string[]

  before(async () => {
    browser = await launchBrowser()
    home = await openDevice(browser, { lock: 'none' })
    desk = await openDevice(browser, { width: 1280, lock: 'none' })
    await signInAs(home.page, origin, citizen)
    await signInAs(desk.page, origin, 'leila-arab')
  })
  after(() => browser.close())

  test('the same paper, sent twice, is one way: the second paper is still asked for', async () => {
    const { page } = home
    await page.goto(`${origin}/mailbox/new`)
    await page.locator('[data-step=what] [data-next]').click()
    await page.locator('[data-without]').click()
    words = await wordsShown(page)
    // The way back would make the words on paper worthless: the browser asks first.
    const asking = page.waitForEvent('dialog')
    void page.goBack().catch(() => null)
    const asked = await asking
    assert.equal(asked.type(), 'beforeunload')
    await asked.dismiss()
    assert.deepEqual(await wordsShown(page), words)
    await page.locator('[data-step=paper] [data-next]').click()
    await typeWordsBack(page, words)
    await page.locator('[data-step=check] form').evaluate((form: { requestSubmit(): void }) => {
      form.requestSubmit()
      form.requestSubmit()
    })
    await page.getByRole('heading', { name: 'کلید کاغذی دوم' }).waitFor()
    const second = await wordsShown(page)
    assert.notDeepEqual(second, words)
    await page.locator('[data-step=paper] [data-next]').click()
    await typeWordsBack(page, second)
    await page.locator('[data-step=check] button[type=submit]').click()
    await page.getByRole('heading', { name: 'صندوق شما آماده است' }).waitFor()
    await settle()
  })

  test('what is typed is there after a reload, though its field was never left', async () => {
    const { page } = desk
    await compose(page)
    await page.getByLabel('متن نامه').pressSequentially('نیم ساعت نوشتن')
    await page.getByText('پیش‌نویس، سربسته برای صندوق واحد').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByText('پیش‌نویسی که پیش‌تر نوشته بودید').waitFor()
    assert.equal(await page.getByLabel('متن نامه').inputValue(), 'نیم ساعت نوشتن')
  })

  test('a time without its day, and a day that is past, send nothing', async () => {
    const { page } = desk
    const sent = watchSending(page)
    await page.getByLabel('موضوع').fill('زمان')
    await page.getByText('تاریخ ابلاغ، زمان‌بندی و خط').click()
    await page.locator('#letter-publish-time').fill('۰۸:۳۰')
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('روز فرستادن را هم بنویسید').waitFor()
    await page.locator('#letter-publish-day').fill('۱۴۰۴/۱/۱')
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('زمان فرستادن گذشته است').waitFor()
    await page.locator('#letter-publish-day').fill('')
    await page.locator('#letter-publish-time').fill('')
    assert.deepEqual(sent, [])
  })

  test('a refusal is told in the language of the page, not of the browser', async () => {
    const { page } = desk
    await page.locator('#letter-effective').fill('۱۴۰۴/۱/۱')
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    const told = page
      .locator('[data-compose-place] [role=alert]', { hasText: 'فرستاده نشد' })
      .first()
    await told.waitFor()
    assert.doesNotMatch(await told.innerText(), /[A-Za-z]/)
    await page.locator('#letter-effective').fill('')
  })

  test('a letter with a file, sent by two presses, is one letter', async () => {
    const { page } = desk
    const sent = watchSending(page)
    await page.locator('#letter-files').setInputFiles({
      name: 'گزارش.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(2_000_000)
    })
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).dblclick()
    await page.getByText('نامه فرستاده شد.').waitFor()
    // The letter itself, and its copy for the unit.
    assert.equal(sent.length, 2)
    await settle()
  })

  test('an answer that was begun is brought back', async () => {
    const { page } = home
    await openLetter(page, words)
    await page.getByRole('button', { name: 'پاسخ' }).click()
    await page.getByLabel('متن نامه').pressSequentially('پاسخ من')
    await page.getByText('پیش‌نویس، مهر و موم با کلید صندوق').waitFor()
    await openLetter(page, words)
    await page.getByRole('button', { name: 'پاسخ' }).click()
    await page.getByText('پیش‌نویسی که پیش‌تر نوشته بودید').waitFor()
    assert.equal(await page.getByLabel('متن نامه').inputValue(), 'پاسخ من')
  })

  test('a text that would stop the page is shown in part, and no mark covers what stands above', async () => {
    const { page } = desk
    await compose(page)
    await page.getByLabel('موضوع').fill(`ظ${'\u0301'.repeat(400)}`)
    await page.getByLabel('متن نامه').fill('*الف* '.repeat(6000))
    await page.getByRole('button', { name: 'پیش‌نمایش' }).click()
    const preview = page.locator('.letter-preview')
    await preview.getByText('تنها آغاز آن نشان داده شده است').waitFor()
    assert.ok((await preview.locator('em').count()) <= 5000)
    assert.match(await preview.locator('.letter-subject').innerText(), /^ظ\u0301{4}\[U\+0301\]/)
    const saved = page.waitForEvent('download')
    await preview.getByRole('button', { name: 'ذخیره همه متن' }).click()
    assert.ok((await readFile(await (await saved).path())).length > 40_000)
  })

  test('a page that was open while the key changed elsewhere raises no alarm', async () => {
    const { page } = home
    const other = await home.context.newPage()
    await page.goto(`${origin}/mailbox`)
    await other.goto(`${origin}/mailbox`)
    // Opened there, and held before it asks what there is to change.
    const held = Promise.withResolvers<undefined>()
    await other.route('**/rotation', async (route) => {
      await held.promise
      await route.continue()
    })
    await changeKey(other, words)
    await changeKey(page, words)
    await page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok())
    held.resolve(undefined)
    await other.getByText('در برگه یا دستگاه دیگری عوض شده است').waitFor()
    await other.close()
  })
})

async function compose(page: Page): Promise<void> {
  const people = await demonstrationPeople()
  const nationalId = people.find(({ key }) => key === citizen)?.nationalId ?? ''
  await page.goto(`${origin}/desk/letters/new`)
  await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill(nationalId)
  await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
  await page.getByRole('link', { name: 'گیرنده دیگر' }).waitFor()
  // Addresses are written down on the way: none holds whom it is about in clear.
  assert.equal(page.url().includes(nationalId), false)
  await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
  await page.getByLabel('متن نامه').waitFor()
}

/** The addresses to which letters go from now on. */
function watchSending(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const isLetter = new URL(request.url()).pathname.startsWith('/api/v1/letters')
    if (isLetter && request.method() !== 'GET') sent.push(request.url())
  })
  return sent
}

async function byPaper(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'با کلید کاغذی' }).click()
  await page.locator('#unlock-paper').fill(words.join(' '))
  await page.getByRole('button', { name: 'باز کن', exact: true }).click()
}

async function openLetter(page: Page, words: readonly string[]): Promise<void> {
  await page.goto(`${origin}/letters`)
  await page.locator('[data-open]').first().click()
  await byPaper(page, words)
  await page.locator('[data-letter-shown]').waitFor()
}

async function changeKey(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'عوض کردن کلید' }).click()
  await byPaper(page, words)
}
