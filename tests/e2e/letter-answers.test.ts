// Goal: a letter whose answer was lost is one letter, however often it is pressed, in whatever page; what it
// cannot hold is told before it is sent. Method: Chromium against the whole desk; the line is cut after the
// desk took a letter; what the desk keeps is counted.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { composeTo, letterDesk, openListed, sendTyped } from '../support/letter-desk.ts'
import {
  type TestBrowser,
  openDevice,
  signInAndEnrol,
  signInAs
} from '../support/mailbox-browser.ts'
import { assertAccessible } from '../support/reader.ts'

const { origin, context, settle } = await letterDesk()
const nationalId = '9900000013'
const send = 'مهر و موم و فرستادن'
const lost = 'پاسخ سامانه نرسید'

describe('answers that are lost', () => {
  let browser: Browser
  let phone: TestBrowser
  let desk: TestBrowser

  before(async () => {
    browser = await launchBrowser()
    phone = await openDevice(browser)
    desk = await openDevice(browser, { width: 1280, lock: 'none' })
    for (const { page } of [phone, desk]) page.setDefaultTimeout(20_000)
    await signInAndEnrol(phone.page, origin, 'maryam-rezaei')
    await signInAs(desk.page, origin, 'leila-arab')
    await settle()
  })
  after(() => browser.close())

  test('a letter that is pressed again after a lost answer is the same letter', async () => {
    const { page } = desk
    await composeTo(page, origin, { nationalId, subject: 'یکم', body: 'متن یکم' })
    const had = await counted()
    const line = await cutAfter(page, '**/api/v1/letters', 'POST')
    await page.getByRole('button', { name: send }).click()
    await page.getByText(lost).first().waitFor()
    await assertAccessible(page)
    await line()
    await sendTyped(page)
    assert.deepEqual(await counted(), { letters: had.letters + 1, copies: had.copies + 1 })
  })

  test('a large letter whose line broke is the same letter, and is never held as a whole', async () => {
    const { page } = desk
    await composeTo(page, origin, { nationalId, subject: 'دوم', body: 'متن دوم' })
    const had = await counted()
    await watchMemory(page)
    const plan = randomBytes(12_000_000)
    await page.locator('#letter-files').setInputFiles({
      ...{ name: 'نقشه.bin', mimeType: 'application/octet-stream' },
      buffer: plan
    })
    const line = await cutAfter(page, '**/api/v1/letters/*', 'PUT')
    await page.getByRole('button', { name: send }).click()
    await page.getByText(lost).first().waitFor()
    await line()
    await sendTyped(page)
    assert.deepEqual(await counted(), { letters: had.letters + 1, copies: had.copies + 1 })
    const { heldMax, sent } = await memoryOf(page)
    assert.ok(heldMax < 4_000_000, `${String(heldMax)} bytes at once`)
    // The letter twice, the copy once: files of the browser, and no bytes of the page.
    assert.deepEqual(sent, ['Blob', 'Blob', 'Blob'])
    await settle()
    await phone.page.goto(`${origin}/letters`)
    await watchMemory(phone.page)
    await openListed(phone.page)
    const attached = phone.page.locator('.letter-attachments', { hasText: '۱۲ مگابایت' })
    const saving = phone.page.waitForEvent('download')
    await attached.getByRole('button', { name: 'ذخیره' }).click()
    assert.ok((await readFile(await (await saving).path())).equals(plan))
    const read = await memoryOf(phone.page)
    assert.ok(read.heldMax < 4_000_000, `${String(read.heldMax)} bytes at once`)
  })

  test('whoever comes back after a lost answer is told that it was taken', async () => {
    const { page } = desk
    await composeTo(page, origin, { nationalId, subject: 'سوم', body: 'متن سوم' })
    const had = await counted()
    const line = await cutAfter(page, '**/api/v1/letters', 'POST')
    await page.getByRole('button', { name: send }).click()
    await page.getByText(lost).first().waitFor()
    await line()
    await page.reload()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByText(/این نامه در .* پذیرفته شده است/).waitFor()
    await page.getByLabel('متن نامه').fill('متن دیگر')
    await page.getByRole('button', { name: send }).click()
    await page.getByText('همان‌گونه که آن بار نوشته بودید').first().waitFor()
    assert.equal((await counted()).letters, had.letters + 1)
    await sendTyped(page)
    assert.equal((await counted()).letters, had.letters + 2)
    await settle()
  })

  test('an answer of a citizen is one answer as well', async () => {
    const { page } = phone
    await page.goto(`${origin}/letters`)
    await openListed(page)
    await page.getByRole('button', { name: 'پاسخ' }).click()
    await page.getByLabel('متن نامه').fill('پاسخ من')
    const had = await counted()
    const line = await cutAfter(page, '**/api/v1/letters', 'POST')
    await page.getByRole('button', { name: send }).click()
    await page.getByText(lost).first().waitFor()
    await assertAccessible(page)
    await line()
    await page.getByRole('button', { name: send }).click()
    await page.getByText('نامه فرستاده شد.').waitFor()
    assert.deepEqual(await counted(), { letters: had.letters + 1, copies: had.copies + 1 })
  })

  test('too many files and too large ones are told when they are chosen', async () => {
    const { page } = desk
    await composeTo(page, origin, { nationalId, subject: 'چهارم', body: 'متن چهارم' })
    const small = { mimeType: 'text/plain', buffer: Buffer.from('x') }
    await page
      .locator('#letter-files')
      .setInputFiles(
        Array.from({ length: 101 }, (_, i) => ({ ...small, name: `${String(i)}.txt` }))
      )
    await page.getByText('بیش از ۱۰۰ پیوست').first().waitFor()
    await page.locator('#letter-files').setInputFiles([])
    await page.getByText('بیش از ۱۰۰ پیوست').first().waitFor({ state: 'detached' })
  })
})

/** The letters that the desk keeps, and the copies of their senders. */
async function counted(): Promise<{ letters: number; copies: number }> {
  const found = await sql<{ letters: number; copies: number }>`
    select count(*) filter (where copy_of is null)::integer as letters,
      count(*) filter (where copy_of is not null)::integer as copies from letters`.execute(
    context.db
  )
  const [row] = found.rows
  assert.ok(row)
  return row
}

/** From now on the desk takes what is sent, and its answer is lost. @returns What mends the line. */
async function cutAfter(page: Page, path: string, method: string): Promise<() => Promise<void>> {
  await page.route(path, async (route) => {
    if (route.request().method() !== method) return route.fallback()
    const answer = await route.fetch()
    assert.ok(answer.ok(), await answer.text())
    return route.abort('connectionreset')
  })
  return () => page.unroute(path)
}

interface Watched {
  heldMax: number
  sent: string[]
}

/** Notes how much of a file the page reads at once, and what bodies it sends. */
function watchMemory(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watched: Watched = { heldMax: 0, sent: [] }
    Object.assign(globalThis, { watched })
    Blob.prototype.arrayBuffer = function (this: Blob) {
      return new Response(this).arrayBuffer()
    }
    const whole = Object.getOwnPropertyDescriptor(Response.prototype, 'arrayBuffer')
    const read = whole?.value as (this: Response) => Promise<ArrayBuffer>
    Object.assign(Response.prototype, {
      async arrayBuffer(this: Response) {
        const bytes = await read.call(this)
        watched.heldMax = Math.max(watched.heldMax, bytes.byteLength)
        return bytes
      }
    })
    const ask = globalThis.fetch
    globalThis.fetch = (address, init) => {
      const isLetter = typeof address === 'string' && address.startsWith('/api/v1/letters/')
      if (init?.method === 'PUT' && isLetter) {
        watched.sent.push(init.body instanceof Blob ? 'Blob' : typeof init.body)
      }
      return ask(address, init)
    }
  })
}

function memoryOf(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched)
}
