// Goal: who has lost every way is in again by the words of a recovery contact, with the letters of before; and
// somebody without a mailbox opens a letter by a page that came by post, and keeps it. Method: Chromium with
// virtual passkeys (PRF) on telephones in Persian; the waiting time is dated back in the database.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { claimText, readClaim } from '../../src/kernel/mailbox/index.ts'
import { demonstrationPeople } from '../../src/people/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import {
  type TestBrowser,
  openDevice,
  signInAndEnrol,
  signInAs,
  typeWordsBack,
  wordsShown
} from '../support/mailbox-browser.ts'
import { assertAccessible, assertAccessibleInEnglish } from '../support/reader.ts'

const { origin, context, settle } = await letterDesk()
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''

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
    await signInAndEnrol(owner.page, origin, 'maryam-rezaei')
    await signInAndEnrol(friend.page, origin, 'sina-moradi')
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

  test('a half that its keeper can open no more is given anew in one press', async () => {
    await sql`update mailbox_shares set lost_at = now()`.execute(context.db)
    const { page } = friend
    await page.reload()
    await page.getByText('دیگر باز نمی‌شود', { exact: true }).waitFor()
    await assertAccessible(page)
    await owner.page.reload()
    await owner.page.getByText('باید از نو سپرده شود').waitFor()
    await assertAccessible(owner.page)
    await owner.page.getByRole('button', { name: 'نیمه تازه‌ای بسپار' }).click()
    await owner.page.getByRole('button', { name: deviceButton }).click()
    await owner.page.getByText('در انتظار پذیرفتن او').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'می‌پذیرم' }).click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByText('پذیرفت؛ آخرین آزمون').waitFor()
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

describe('a letter by post', () => {
  const subject = 'ابلاغ نتیجه'
  const body = 'canary-by-post: درخواست شما پذیرفته شد'
  let browser: Browser
  let desk: TestBrowser
  let address = ''
  let words: string[] = []
  const sent: string[] = []

  before(async () => {
    browser = await launchBrowser()
    desk = await openDevice(browser, { width: 1280, lock: 'none' })
    await signInAs(desk.page, origin, 'leila-arab')
    await settle()
  })
  after(() => browser.close())

  test('an officer makes a page of a letter that waits, and it is on the paper alone', async () => {
    const { page } = desk
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto(`${origin}/letters`)
    await page.getByRole('link', { name: 'نامه تازه' }).click()
    const { nationalId } = people.find(({ key }) => key === 'neda-yousefi') as {
      nationalId?: string
    }
    await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill(nationalId ?? '')
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByLabel('موضوع').fill(subject)
    await page.getByLabel('متن نامه').fill(body)
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page
      .getByText(/نامه فرستاده شد|در انتظار/)
      .first()
      .waitFor()
    await settle()
    await page.goto(`${origin}/desk/letters/waiting`)
    await page.getByRole('link', { name: 'برگه پستی' }).click()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'ساختن برگه' }).click()
    await page.getByRole('button', { name: 'چاپ' }).waitFor()
    await assertAccessible(page)
    words = await page.locator('[data-sheet=fa] [data-words] strong').allTextContents()
    assert.equal(words.length, 33)
    const read = readClaim(words.join(' '))
    assert.ok(read)
    address = `${origin}/claim#${claimText(read)}`
    assert.equal(await page.locator('[data-sheet] .qr').count(), 2)
    const all = sent.join('\n')
    assert.ok(![claimText(read), ...words].some((secret) => all.includes(secret)))
    assert.deepEqual(desk.faults, [])
  })

  test('on a telephone it opens at once, once; a wrong page is told plainly', async () => {
    const { page, faults, context: window } = await openDevice(browser)
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto(`${origin}/claim`)
    await assertAccessible(page)
    await page.getByLabel('سی‌وسه واژه روی برگه').fill('واژه‌های نادرست')
    await page.getByRole('button', { name: 'باز کن' }).click()
    await page.getByText('این نشانی یا این واژه‌ها از روی برگه نیست').waitFor()
    await page.goto(`${origin}/claim?again#${claimText(new Uint8Array(32).fill(9))}`)
    await page.getByText('برگه‌ای با این کلید نیست').waitFor()
    await page.goto(`${origin}/claim?third${address.slice(address.indexOf('#'))}`)
    await page.getByText('اصالت تأیید شد').waitFor()
    assert.equal((await page.locator('.letter-subject').innerText()).trim(), subject)
    await page.getByText(body).waitFor()
    assert.ok(!page.url().includes('#'), 'the key is not left in the address')
    await assertAccessible(page)
    const secretText = address.slice(address.indexOf('#') + 1)
    assert.ok(!asked.some((each) => each.includes(secretText)))

    // The page was used: another window is told so, and shows nothing.
    const other = await openDevice(browser)
    await other.page.goto(address)
    await other.page.getByText('این برگه پیش‌تر باز شده است').waitFor()
    assert.ok(!(await other.page.content()).includes('canary-by-post'))
    await other.context.close()

    // On to a mailbox of one's own, with the letter in it.
    await page.getByRole('link', { name: 'نگه داشتن نامه' }).click()
    await page.locator('form:has([value=neda-yousefi]) button').click()
    await page.getByRole('link', { name: 'ساختن صندوق نامه' }).click()
    await page.getByRole('button', { name: 'آغاز' }).click()
    await page.getByRole('button', { name: 'ساختن با قفل دستگاه' }).click()
    await page.getByRole('heading', { name: 'کلید کاغذی', exact: true }).waitFor()
    const paper = await wordsShown(page)
    await page.getByRole('button', { name: 'روی کاغذ دارم' }).click()
    await typeWordsBack(page, paper)
    await page.getByRole('button', { name: 'بسنج' }).click()
    await page.getByRole('heading', { name: 'صندوق شما آماده است' }).waitFor()
    await settle()
    await page.getByRole('link', { name: 'دیدن صندوق' }).click()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'در صندوق من بگذار' }).click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByText('نامه در صندوق شماست.').waitFor()
    await settle()
    await page.getByRole('link', { name: 'نامه‌های رسیده' }).last().click()
    await page.locator('[data-open]').first().click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByText('اصالت تأیید شد').waitFor()
    await page.getByText(body).waitFor()
    const own = ['/mailbox', '/mailbox/recovery', '/mailbox/lost', '/mailbox/new']
    await assertAccessibleInEnglish(page, origin, ['/claim', ...own])
    // What the desk was asked wrongly is told by the browser as well.
    assert.deepEqual(
      faults.filter((each) => !/status of 40[49]/.test(each)),
      []
    )
    await window.close()
  })
})
