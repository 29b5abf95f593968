// Goal: a business has a mailbox that two keep; who leaves reads nothing more, and the one who stays is asked to
// change the key. Whoever has lost every way is told before and after what that means, and may stop it.
// Method: Chromium with virtual passkeys (PRF) on telephones, Persian, against the whole desk with its log.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { mailboxKeys, newMailboxSeed, wrapForMailbox } from '../../src/kernel/seal/index.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { delegation, demonstrationPeople } from '../../src/people/index.ts'
import { inTransaction } from '../../src/platform/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { composeTo, letterDesk, openListed, sendTyped } from '../support/letter-desk.ts'
import {
  type TestBrowser,
  openDevice,
  signInAndEnrol,
  signInAs,
  typeWordsBack,
  wordsShown
} from '../support/mailbox-browser.ts'
import { assertAccessible } from '../support/reader.ts'

const server = await letterDesk()
const { origin, context, settle } = server

const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''
const business = idOf('zafaran-kavir')

const deviceButton = 'باز کردن با قفل این دستگاه'

interface SwappedKeyring {
  readonly mailbox: { id: string; kind: string; recipient: string; keyName: string }
  readonly slots: { slot: string }[]
}

/** What a desk would answer that wants a custodian to take a key of its own for the one of the mailbox. */
async function swapKey(
  { mailbox, slots }: SwappedKeyring,
  { seed, recipient }: { readonly seed: Uint8Array; readonly recipient: string }
): Promise<void> {
  const wrapped = await wrapForMailbox({ mailbox: mailbox.id, recipient, seed })
  assert.ok(wrapped.ok)
  for (const way of slots) way.slot = JSON.stringify(wrapped.value)
  mailbox.recipient = (await mailboxKeys(seed, mailbox.keyName)).recipient
}

async function ownRecipient(key: string): Promise<string> {
  return (await mailboxOf(context.db, { person: idOf(key) }))?.recipient ?? ''
}

describe('mailboxes that several keep, and lost ones', () => {
  let browser: Browser
  let head: TestBrowser
  let second: TestBrowser
  const given = randomUUID()

  before(async () => {
    browser = await launchBrowser()
    head = await openDevice(browser)
    second = await openDevice(browser)
    for (const { page } of [head, second]) page.setDefaultTimeout(15_000)
    const at = context.clock.now()
    await inTransaction(context.db, (tx) =>
      delegation.recordDelegation(tx, {
        id: given,
        grantor: business,
        delegate: idOf('sina-moradi'),
        kind: 'representative',
        scope: { all: true },
        acts: ['view', 'receive-letters'],
        from: at,
        until: at.add({ hours: 24 }),
        grantedBy: idOf('hossein-barati'),
        via: null
      })
    )
    await signInAndEnrol(head.page, origin, 'hossein-barati')
    await signInAndEnrol(second.page, origin, 'sina-moradi')
    await settle()
  })
  after(() => browser.close())

  test('who represents a business makes its mailbox, with two custodians and no fewer', async () => {
    const { page, faults } = head
    await page.goto(`${origin}/mailbox/for/${business}`)
    await assertAccessible(page)
    await page.getByLabel('حسین براتی').check()
    await page.getByRole('button', { name: 'بساز' }).click()
    await page.getByText('دست‌کم دو نفر را برگزینید.').waitFor()
    await page.getByLabel('سینا مرادی').check()
    await page.getByRole('button', { name: 'بساز' }).click()
    await page.waitForURL(/\/mailbox\/of\//)
    await page.getByRole('heading', { name: 'شرکت زعفران کویر نمونه' }).waitFor()
    assert.equal(await page.locator('table tbody tr').count(), 2)
    await assertAccessible(page)
    assert.deepEqual(faults, [])
    await settle()
  })

  test('the other one reads its letters by the own mailbox', async () => {
    const desk = await openDevice(browser, { width: 1280, lock: 'none' })
    await signInAs(desk.page, origin, 'leila-arab')
    const letter = { nationalId: '99000000011', subject: 'مجوز', body: 'مجوز شرکت صادر شد.' }
    await composeTo(desk.page, origin, letter)
    await sendTyped(desk.page)
    await desk.context.close()
    await settle()
    const { page, faults } = second
    await page.goto(`${origin}/letters`)
    await page.getByRole('link', { name: 'شرکت زعفران کویر نمونه' }).click()
    await openListed(page)
    await page.locator('.letter-body', { hasText: 'مجوز شرکت صادر شد.' }).waitFor()
    assert.deepEqual(faults, [])
  })

  test('a key of the desk’s own making in their way opens nothing', async () => {
    const { page, context: window } = second
    const seed = newMailboxSeed()
    await window.route('**/api/v1/mailboxes/*/keyslots', async (route) => {
      const answer = await route.fetch()
      const keyring = (await answer.json()) as SwappedKeyring
      if (keyring.mailbox.kind !== 'organisation') return route.fulfill({ response: answer })
      await swapKey(keyring, { seed, recipient: await ownRecipient('sina-moradi') })
      await route.fulfill({ response: answer, json: keyring })
    })
    await page.reload()
    await page.locator('[data-open]').first().click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByText('کلید این صندوق آن نیست که دفتر کلیدها می‌گوید').waitFor()
    assert.equal(await page.getByText('مجوز شرکت صادر شد.').count(), 0)
    await page.getByRole('button', { name: 'بستن' }).click()
    await window.unroute('**/api/v1/mailboxes/*/keyslots')
  })

  test('who leaves reads nothing more, and the one who stays changes the key', async () => {
    const { page } = second
    const at = page.url().split('#')[0] ?? ''
    await inTransaction(context.db, (tx) =>
      delegation.endDelegation(
        tx,
        { grantor: business, id: given, by: idOf('hossein-barati') },
        context.clock.now()
      )
    )
    // Ways that are no longer anybody's are ended once a minute.
    await server.work()
    const answer = await page.goto(at)
    assert.equal(answer?.status(), 404)
    await head.page.goto(`${origin}/mailbox/for/${business}`)
    await assertAccessible(head.page)
    await head.page.getByText('کلید صندوق را عوض کنید').waitFor()
    await head.page.getByText('یک نگهدار مانده است').waitFor()
    await head.page.getByRole('button', { name: 'عوض کردن کلید' }).first().click()
    await head.page.getByRole('button', { name: deviceButton }).click()
    await head.page.getByText('کلید صندوق را عوض کنید').waitFor({ state: 'detached' })
    assert.equal(await head.page.locator('[data-says]').innerText(), '')
    await settle()
    // By the new key, which the directory shows by now, the letter of before is read.
    await head.page.goto(`${origin}/letters`)
    await head.page.getByRole('link', { name: 'شرکت زعفران کویر نمونه' }).click()
    await openListed(head.page)
    await head.page.locator('.letter-body', { hasText: 'مجوز شرکت صادر شد.' }).waitFor()
    assert.deepEqual(head.faults, [])
  })

  test('every way is lost: said before and after, and stopped', async () => {
    const { page, faults } = second
    faults.length = 0
    await page.goto(`${origin}/mailbox`)
    await page.getByText('نامه‌های پیشین برای همیشه ناخواندنی می‌مانند').waitFor()
    await page.getByRole('link', { name: 'همه را گم کرده‌ام' }).click()
    await page.getByRole('heading', { name: 'همه راه‌ها گم شده است' }).waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'می‌دانم؛ کلید تازه بساز' }).click()
    await page.locator('[data-device]').click()
    await page.locator('[data-step=paper]:not([hidden])').waitFor()
    await assertAccessible(page)
    const words = await wordsShown(page)
    await page.locator('[data-step=paper] [data-next]').click()
    await typeWordsBack(page, words)
    await page.locator('[data-step=check] button[type=submit]').click()
    await page.locator('[data-step=done]:not([hidden])').waitFor()
    // The desk goes by its own clock, which this test moves to that of the browser.
    await settle()
    await page.goto(`${origin}/mailbox`)
    await assertAccessible(page)
    await page.getByRole('button', { name: 'متوقف کن' }).click()
    await page.waitForLoadState()
    assert.equal(await page.getByRole('button', { name: 'متوقف کن' }).count(), 0)
    assert.deepEqual(faults, [])
  })
})
