// Goal: who has lost every way is in again by the words of a recovery contact, with the letters of before; and
// somebody without a mailbox opens a letter by a page that came by post, and keeps it. Method: Chromium with
// virtual passkeys (PRF) on telephones in Persian; the waiting time is dated back in the database.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { publicLog } from '../../src/ledger/index.ts'
import { demonstrationPeople } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { launchBrowser } from '../support/browser.ts'
import {
  type TestBrowser,
  enrol,
  openDevice,
  signInAs,
  typeWordsBack,
  wordsShown
} from '../support/mailbox-browser.ts'
import { assertAccessible } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

// Browsers have the clock of the machine, and judge proofs by it.
const server = await startTestServer(systemClock.now())
const { origin, context } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''

/** The log and the lanes do what they do within seconds. */
async function settle(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    server.clock.set(systemClock.now())
    await server.work()
    await publicLog.keepLog(context, await publicLog.publisherOf(context))
  }
}

const deviceButton = 'باز کردن با قفل این دستگاه'

describe('recovery by a contact', () => {
  let browser: Browser
  let owner: TestBrowser
  let friend: TestBrowser
  const sent: string[] = []

  before(async () => {
    browser = await launchBrowser()
    owner = await openDevice(browser)
    friend = await openDevice(browser)
    for (const { page } of [owner, friend]) {
      page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    }
    await signInAs(owner.page, origin, 'maryam-rezaei')
    await enrol(owner.page, origin)
    await signInAs(friend.page, origin, 'sina-moradi')
    await enrol(friend.page, origin)
    await settle()
  })
  after(() => browser.close())

  test('the owner names a contact by their code, who accepts by opening the half', async () => {
    await friend.page.goto(`${origin}/mailbox/trust`)
    const code = (await friend.page.locator('[data-own-code]').innerText()).trim()
    const { page } = owner
    await page.goto(`${origin}/mailbox`)
    await page.getByRole('link', { name: 'آشنای امین و وارث' }).click()
    await assertAccessible(page)
    await page.getByLabel('کد او').fill('نادرست')
    await page.getByRole('button', { name: 'نیمه‌ای به او بسپار' }).click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByText('نشد. کد را ببینید').waitFor()
    await page.getByLabel('کد او').fill(code)
    await page.getByRole('button', { name: 'نیمه‌ای به او بسپار' }).click()
    await page.getByText('در انتظار پذیرفتن او').waitFor()
    await friend.page.reload()
    await assertAccessible(friend.page)
    await friend.page.getByRole('button', { name: 'می‌پذیرم' }).click()
    await friend.page.getByRole('button', { name: deviceButton }).click()
    await friend.page.getByText('پذیرفت؛ آخرین آزمون').waitFor()
    await page.reload()
    await page.getByText('سینا مرادی').waitFor()
  })

  test('every way is lost: 72 hours, the words of the contact, new ways, the same key', async () => {
    const keyThen = await keyOf('maryam-rezaei')
    const { page } = await openDevice(browser)
    await signInAs(page, origin, 'maryam-rezaei')
    await page.goto(`${origin}/mailbox/recovery`)
    await assertAccessible(page)
    await page.getByRole('button', { name: 'نیمه دیگر را می‌خواهم' }).click()
    await page.getByText('درخواست ثبت شد').waitFor()
    await assertAccessible(page)
    const words = await wordsOfFriend(friend.page)
    await sql`update mailbox_recoveries set ready_at = now() - interval '1 minute'`.execute(
      context.db
    )
    await page.goto(`${origin}/mailbox/recovery`)
    await page.getByLabel('واژه‌هایی که آشنایتان می‌خواند').fill(words.slice(1).join(' '))
    await page.getByRole('button', { name: 'باز کن' }).click()
    await page.getByText('سی‌وسه واژه لازم است؛ ۳۲ واژه نوشته‌اید.').waitFor()
    await assertAccessible(page)
    await page.getByLabel('واژه‌هایی که آشنایتان می‌خواند').fill(words.join(' '))
    await page.getByRole('button', { name: 'باز کن' }).click()
    await page.getByRole('button', { name: 'ساختن با قفل دستگاه' }).click()
    await page.getByRole('heading', { name: 'کلید کاغذی', exact: true }).waitFor()
    const paper = await wordsShown(page)
    await page.getByRole('button', { name: 'روی کاغذ دارم' }).click()
    await typeWordsBack(page, paper)
    await page.getByRole('button', { name: 'بسنج' }).click()
    await page.getByRole('heading', { name: 'صندوق دوباره باز است' }).waitFor()
    assert.equal(await keyOf('maryam-rezaei'), keyThen)
    // The device of now opens the mailbox by itself.
    await page.goto(`${origin}/mailbox`)
    await page.getByRole('button', { name: 'عوض کردن کلید' }).first().click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.waitForEvent('load')
    assert.notEqual(await keyOf('maryam-rezaei'), keyThen)
    const all = sent.join('\n')
    assert.ok(words.every((word) => !all.includes(encodeURIComponent(word)) && !all.includes(word)))
    assert.deepEqual(friend.faults, [])
  })

  async function wordsOfFriend(page: Page): Promise<string[]> {
    await page.goto(`${origin}/mailbox/trust`)
    await page.getByText('مریم رضایی گفته است که همه راه‌های صندوقش را گم کرده است').waitFor()
    await page.getByRole('button', { name: 'واژه‌ها را نشان بده' }).click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.locator('[data-share-words]').waitFor()
    await assertAccessible(page)
    const words = await page.locator('[data-share-words] strong').allTextContents()
    assert.equal(words.length, 33)
    return words
  }
})

async function keyOf(key: string): Promise<string> {
  const found = await sql<{ recipient: string }>`
    select recipient from mailboxes where person = ${idOf(key)}`.execute(context.db)
  return found.rows[0]?.recipient ?? ''
}
