// Goal: a person makes a mailbox on a telephone and opens it again by each of its ways; another computer is
// unlocked by the telephone; nothing that opens it is ever sent to the server.
// Method: Chromium with a virtual authenticator that has the PRF extension, against the whole desk.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { pairingFingerprint } from '../../src/kernel/mailbox/index.ts'
import { demonstrationPeople } from '../../src/people/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import {
  openDevice,
  signInAndEnrol,
  signInAs,
  typeWordsBack,
  wordsShown
} from '../support/mailbox-browser.ts'

const { origin, context: desk, settle } = await letterDesk()
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''
const [maryam, sina] = [idOf('maryam-rezaei'), idOf('sina-moradi')]

describe('a mailbox in a browser', () => {
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  test('made on a telephone in Persian, opened by passkey and by paper, nothing of it sent', async () => {
    const { page, context, faults } = await openDevice(browser)
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await signInAs(page, origin, 'maryam-rezaei')
    await page.goto(`${origin}/mailbox`)
    await page.getByRole('link', { name: 'ساختن صندوق نامه' }).click()
    await page.getByRole('button', { name: 'آغاز' }).click()
    await page.getByRole('button', { name: 'ساختن با قفل دستگاه' }).click()
    await page.getByRole('heading', { name: 'کلید کاغذی', exact: true }).waitFor()
    const words = await wordsShown(page)
    assert.equal(words.length, 18)
    await page.locator('[data-sheet]', { hasText: 'کلید کاغذی ۱ صندوق نامه' }).waitFor()
    await page.getByRole('button', { name: 'روی کاغذ دارم' }).click()
    await typeWordsBack(page, words.toReversed())
    await page.getByRole('button', { name: 'بسنج' }).click()
    await page.getByText('یکی از این سه درست نیست').waitFor()
    await typeWordsBack(page, words)
    await page.getByRole('button', { name: 'بسنج' }).click()
    await page.getByRole('heading', { name: 'صندوق شما آماده است' }).waitFor()
    await page.getByRole('link', { name: 'دیدن صندوق' }).click()
    await page.getByText('آماده نامه‌های محرمانه').waitFor()
    assert.equal(await page.locator('table tbody tr').count(), 2)
    const all = sent.join('\n')
    assert.ok(words.every((word) => !all.includes(encodeURIComponent(word)) && !all.includes(word)))

    // The way that is tried first is the device's own lock; the key changes by it, and both ways stay.
    await page.getByRole('button', { name: 'عوض کردن کلید' }).click()
    const anew = page.waitForEvent('load')
    await page.getByRole('button', { name: 'باز کردن با قفل این دستگاه' }).click()
    await rotated(maryam, { times: 1, anew })
    assert.deepEqual(faults, [])

    // The telephone is lost: another computer, without a lock, opens the same mailbox by the paper.
    const other = await openDevice(browser, { width: 1280, lock: 'none' })
    await signInAs(other.page, origin, 'maryam-rezaei')
    await other.page.goto(`${origin}/mailbox`)
    await other.page.getByRole('button', { name: 'عوض کردن کلید' }).click()
    await other.page.getByRole('button', { name: 'با کلید کاغذی' }).click()
    await other.page.getByLabel('هجده واژه').fill(words.join(' '))
    const otherAnew = other.page.waitForEvent('load')
    await other.page.getByRole('button', { name: 'باز کن', exact: true }).click()
    await rotated(maryam, { times: 2, anew: otherAnew })
    assert.deepEqual(other.faults, [])
    await other.context.close()
    await context.close()
  })

  test('paper keys are told apart by the number on the sheet, and one is put aside by it', async () => {
    const { page, context, faults } = await openDevice(browser, { lock: 'no-prf' })
    await signInAs(page, origin, 'hossein-barati')
    await page.goto(`${origin}/mailbox/new`)
    await page.locator('[data-step=what] [data-next]').click()
    await page.locator('[data-device]').click()
    await page.locator('[data-step=device] [role=alert]:not([hidden])').waitFor()
    await page.getByRole('button', { name: 'این دستگاه قفل ندارد' }).click()
    await keepPaper(page, '۱')
    const second = await keepPaper(page, '۲')
    await page.locator('[data-step=done]:not([hidden])').waitFor()
    await page.goto(`${origin}/mailbox/paper`)
    await keepPaper(page, '۳')
    await page.locator('[data-unlock]').getByRole('button', { name: 'با کلید کاغذی' }).click()
    await page.getByLabel('هجده واژه').fill(second.join(' '))
    await page.getByRole('button', { name: 'باز کن', exact: true }).click()
    await page.locator('[data-step=done]:not([hidden])').waitFor()
    await page.goto(`${origin}/mailbox`)
    const rows = page.locator('table tbody tr')
    const titles = async () =>
      (await rows.allInnerTexts()).map((text) => /کلید کاغذی \S+/.exec(text)?.[0])
    assert.deepEqual(await titles(), ['کلید کاغذی ۱', 'کلید کاغذی ۲', 'کلید کاغذی ۳'])
    await rows.filter({ hasText: 'کلید کاغذی ۲' }).getByRole('link').click()
    await page.getByText('کلید کاغذی ۲').first().waitFor()
    await page.getByRole('button', { name: 'کنار گذاشتن' }).click()
    await page.waitForURL(`${origin}/mailbox`)
    assert.deepEqual(await titles(), ['کلید کاغذی ۱', 'کلید کاغذی ۳'])
    assert.deepEqual(faults, [])
    await context.close()
  })

  test('a shared computer is unlocked by the telephone, which compares a number', async () => {
    const phone = await openDevice(browser)
    await signInAndEnrol(phone.page, origin, 'sina-moradi')
    await settle()
    const computer = await openDevice(browser, { width: 1280, lock: 'none' })
    await signInAs(computer.page, origin, 'sina-moradi')
    await computer.page.goto(`${origin}/mailbox`)
    const asked = computer.page.waitForResponse(`${origin}/api/v1/mailbox-pairings`)
    await computer.page.getByRole('button', { name: 'عوض کردن کلید' }).click()
    await computer.page.getByRole('button', { name: 'با تلفن خودم' }).click()
    const { id } = (await (await asked).json()) as { id: string }
    const number = await computer.page.locator('dialog strong.code').textContent()
    const recipient = (await asked).request().postDataJSON() as { recipient: string }
    const print = pairingFingerprint(recipient.recipient)

    // An address with another fingerprint is of another key, whoever sent it: nothing is opened for it.
    await phone.page.goto(`${origin}/mailbox/phone/${id}#${'A'.repeat(43)}`)
    await phone.page.getByText('این پیوند از آن رایانه نیست').waitFor()
    await phone.page.goto(`${origin}/mailbox/phone/${id}#${print}`)
    await phone.page.reload()
    assert.equal(await phone.page.locator('[data-number]').textContent(), number)
    const anew = computer.page.waitForEvent('load')
    await phone.page.getByRole('button', { name: 'شماره همان است' }).click()
    await phone.page.getByRole('button', { name: 'باز کردن با قفل این دستگاه' }).click()
    await phone.page.getByText('رایانه باز شد.').waitFor()
    await rotated(sina, { times: 1, anew })
    assert.deepEqual([...phone.faults, ...computer.faults], [])
    await phone.context.close()
    await computer.context.close()
  })
})

/**
 * Waits until the page shows itself anew, for the key was changed, and counts the changes. A window that is
 * closed while its page comes anew may never close: Chromium then keeps both waiting for each other.
 */
async function rotated(
  person: string,
  { times, anew }: { readonly times: number; readonly anew: Promise<unknown> }
): Promise<void> {
  await anew
  const found = await sql<{ n: number }>`
    select count(*)::int as n from facts
    where kind = 'mailbox.rotated' and actor = ${person}`.execute(desk.db)
  assert.equal(found.rows[0]?.n, times)
}

/** Goes through sheet and check of one paper key, whose number stands on the sheet. */
async function keepPaper(page: Page, number: string): Promise<readonly string[]> {
  await page.locator('[data-sheet]', { hasText: `کلید کاغذی ${number} صندوق نامه` }).waitFor()
  const words = await wordsShown(page)
  await page.locator('[data-step=paper] [data-next]').click()
  await typeWordsBack(page, words)
  await page.locator('[data-step=check] button[type=submit]').click()
  return words
}
