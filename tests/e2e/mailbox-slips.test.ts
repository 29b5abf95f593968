// Goal: a line that breaks and a finger that presses twice neither lose a letter that came by post, nor halve a
// key twice, nor leave somebody who comes back by a contact before a door that stays shut. Method: Chromium with
// virtual passkeys; answers are lost and held back on their way.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { claimHandle, claimRecipient, newClaimSecret } from '../../src/kernel/mailbox/index.ts'
import { mailboxKeys, mailboxName, shareWords } from '../../src/kernel/seal/index.ts'
import { makeClaim } from '../../src/letters/claims/paper/claim-letter.ts'
import { acceptLetter } from '../../src/letters/exchange/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { sealTestLetter, streamed } from '../support/letters.ts'
import {
  type TestBrowser,
  openDevice,
  signInAndEnrol,
  signInAs,
  typeWordsBack,
  wordsShown
} from '../support/mailbox-browser.ts'

const server = await letterDesk()
const { origin, context, settle } = server
const byDevice = 'باز کردن با قفل این دستگاه'
const place = { authority: 'sko', unit: 'citizen-services' }

/** A page by post, of a letter that waits: its words. */
async function pageByPost(): Promise<string> {
  const officer = await demonstrated(server, 'mohsen-alavi')
  const addressee = await demonstrated(server, 'gholam-haidari')
  const box = await mailboxOf(context.db, place)
  const name = mailboxName(new URL(origin).host, place)
  const keys = await mailboxKeys(demonstrationSeed(place.authority, place.unit), name)
  const from = { id: box?.id ?? '', owner: place, keys }
  const waiting = await sealTestLetter(context, { from, to: null, person: addressee.id })
  const { input: letter } = waiting
  await acceptLetter(context, officer, { letter, content: streamed(waiting.file) })
  const secret = newClaimSecret()
  const paper = { ...from, keys: { ...keys, recipient: await claimRecipient(secret) } }
  const { id, sentAt } = letter
  const { input, file } = await sealTestLetter(context, { from, to: paper, more: { id, sentAt } })
  const { recipientKey, sizeClass, sha256, tokenHash } = input
  const of = { letter: id, handle: claimHandle(secret), content: file }
  await makeClaim(context, officer, { ...of, recipientKey, sizeClass, sha256, tokenHash })
  return shareWords(secret, 'fa').join(' ')
}

describe('slips with mailboxes', () => {
  let browser: Browser
  let owner: TestBrowser
  let friend: TestBrowser

  before(async () => {
    browser = await launchBrowser()
    owner = await openDevice(browser)
    friend = await openDevice(browser)
    await signInAndEnrol(owner.page, origin, 'maryam-rezaei')
    await signInAndEnrol(friend.page, origin, 'sina-moradi')
    await settle()
  })
  after(() => browser.close())

  test('a page by post shows its letter though the line breaks, and to two presses', async () => {
    const { page } = await openDevice(browser, { lock: 'none' })
    await page.goto(`${origin}/claim`)
    await page.route('**/letter-claims/opening', async (route) => {
      const answer = await route.fetch()
      // Long enough for a second press.
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.fulfill({ response: answer })
    })
    // The desk hears of it; its answer is lost.
    await page.route('**/letter-claims/proof', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByLabel('سی‌وسه واژه روی برگه').fill(await pageByPost())
    const asked = page.waitForEvent('requestfailed')
    await page.getByRole('button', { name: 'باز کن' }).dblclick()
    await asked
    await page.getByText('متن نامه').waitFor()
    await page.waitForTimeout(700)
    assert.equal(await page.locator('[data-says]').isVisible(), false)
    await page.reload()
    await page.getByText('این برگه پیش‌تر باز شده است').waitFor()
  })

  test('two presses name a contact once, and ask for the lock once', async () => {
    await friend.page.goto(`${origin}/mailbox/trust`)
    const code = (await friend.page.locator('[data-own-code]').innerText()).trim()
    const { page } = owner
    await page.goto(`${origin}/mailbox/trust`)
    await page.getByLabel('کد او').fill(code)
    await page.getByRole('button', { name: 'نیمه‌ای به او بسپار' }).dblclick()
    const dialog = page.locator('dialog[open]')
    await dialog.first().waitFor()
    assert.equal(await dialog.count(), 1)
    await page.getByRole('button', { name: byDevice }).click()
    await page.getByText('در انتظار پذیرفتن او').first().waitFor()
    const shares = await sql`select slot from mailbox_shares`.execute(context.db)
    assert.equal(shares.rows.length, 1)
    await friend.page.reload()
    await friend.page.getByRole('button', { name: 'می‌پذیرم' }).click()
    await friend.page.getByRole('button', { name: byDevice }).click()
    await friend.page.getByText('پذیرفت؛ آخرین آزمون').waitFor()
  })

  test('who comes back by a contact goes on where the line broke between two ways', async () => {
    const { page } = await openDevice(browser)
    await signInAs(page, origin, 'maryam-rezaei')
    await page.goto(`${origin}/mailbox/recovery`)
    await page.getByRole('button', { name: 'نیمه دیگر را می‌خواهم' }).click()
    await page.getByText('درخواست ثبت شد').waitFor()
    const words = await wordsOf(friend.page)
    await sql`update mailbox_recoveries set ready_at = now() - interval '1 minute'`.execute(
      context.db
    )
    await page.goto(`${origin}/mailbox/recovery`)
    await page.getByLabel('واژه‌هایی که آشنایتان می‌خواند').fill(words)
    await page.getByRole('button', { name: 'باز کن' }).click()
    await page.getByRole('button', { name: 'ساختن با قفل دستگاه' }).click()
    await page.getByRole('heading', { name: 'کلید کاغذی', exact: true }).waitFor()
    const paper = await wordsShown(page)
    await page.getByRole('button', { name: 'روی کاغذ دارم' }).click()
    await typeWordsBack(page, paper)
    let sent = 0
    await page.route('**/keyslots', async (route) => {
      if (route.request().method() === 'POST') sent += 1
      if (sent === 2) await route.abort()
      else await route.continue()
    })
    await page.getByRole('button', { name: 'بسنج' }).click()
    await page.getByText('صندوق ساخته نشد').waitFor()
    sent = 10
    await page.getByRole('button', { name: 'بسنج' }).click()
    await page.getByRole('heading', { name: 'صندوق دوباره باز است' }).waitFor()
    const ways = await sql<{ kind: string }>`
      select k.kind from keyslots k join mailboxes m on m.id = k.mailbox
      where m.person = ${(await demonstrated(server, 'maryam-rezaei')).id} and k.removed_at is null
      order by k.made_at`.execute(context.db)
    const kinds = ways.rows.map(({ kind }) => kind)
    assert.deepEqual(kinds.toSorted(), ['paper', 'paper', 'passkey', 'passkey'])
  })

  async function wordsOf(page: Page): Promise<string> {
    await page.goto(`${origin}/mailbox/trust`)
    await page.getByRole('button', { name: 'واژه‌ها را نشان بده' }).click()
    await page.getByRole('button', { name: byDevice }).click()
    await page.locator('[data-share-words]').waitFor()
    return (await page.locator('[data-share-words] strong').allTextContents()).join(' ')
  }
})
