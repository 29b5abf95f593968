// Goal: a letter to somebody without a mailbox waits and is sealed by one press once there is one; a second
// person reads before a letter goes; a letter is taken back; a citizen writes first; templates are filled in
// the browser. Method: Chromium against the whole desk with its log.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk, openListed } from '../support/letter-desk.ts'
import { type TestBrowser, enrol, openDevice, signInAs } from '../support/mailbox-browser.ts'
import { assertAccessible, assertAccessibleInEnglish } from '../support/reader.ts'

const { origin, settle, context } = await letterDesk()

/** How many letters have a copy at their sender, and how many copies there are. */
async function copies(): Promise<{ letters: number; all: number }> {
  const found = await sql<{ letters: number; all: number }>`
    select count(distinct copy_of)::int as letters, count(copy_of)::int as all from letters`.execute(
    context.db
  )
  return found.rows[0] ?? assert.fail()
}

describe('letters that wait', () => {
  let browser: Browser
  let phone: TestBrowser
  let officer: TestBrowser
  let approver: TestBrowser

  before(async () => {
    browser = await launchBrowser()
    phone = await openDevice(browser)
    officer = await openDevice(browser, { width: 1280, lock: 'none' })
    approver = await openDevice(browser, { width: 1280, lock: 'none' })
    for (const { page } of [phone, officer, approver]) page.setDefaultTimeout(20_000)
    await settle()
    await signInAs(phone.page, origin, 'hossein-barati')
    await signInAs(officer.page, origin, 'leila-arab')
    await signInAs(approver.page, origin, 'parvin-hosseini')
  })
  after(() => browser.close())

  async function write(page: Page, body: string): Promise<void> {
    await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill('9900000021')
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByLabel('موضوع').fill('آگاهی')
    await page.getByLabel('متن نامه').fill(body)
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
  }

  test('a letter to somebody without a mailbox waits, and is sealed once there is one', async () => {
    const { page } = officer
    await page.goto(`${origin}/desk/letters/new`)
    await write(page, 'نامه یکم')
    await page.getByText('گیرنده هنوز صندوق ندارد').waitFor()
    await page.goto(`${origin}/desk/letters/waiting`)
    await page.getByText('هنوز صندوق ندارد').first().waitFor()
    await assertAccessible(page)
    await enrol(phone.page, origin)
    await settle()
    await page.reload()
    await page.getByRole('button', { name: 'مهر و موم برای گیرنده' }).click()
    await page.getByText('برای گیرنده مهر و موم شد.').waitFor()
    await settle()
    await phone.page.goto(`${origin}/letters`)
    await openListed(phone.page)
    await phone.page.locator('.letter-body', { hasText: 'نامه یکم' }).waitFor()
    await page.goto(`${origin}/letters/sent`)
    await openListed(page)
    await page.locator('.letter-body', { hasText: 'نامه یکم' }).waitFor()
    assert.deepEqual(faultsOf(officer, phone), [])
  })

  test('a template is written, refused where it lacks something, and filled in the browser', async () => {
    const { page } = approver
    await page.goto(`${origin}/desk/letters/templates`)
    const save = page.getByRole('button', { name: 'ذخیره' }).first()
    await save.click()
    await page.getByText('نام نمونه را بنویسید.').first().waitFor()
    await assertAccessible(page)
    await page.getByLabel('نام نمونه').fill('پذیرش')
    await page.getByLabel('موضوع').fill('پذیرش درخواست')
    await page.getByLabel('متن', { exact: true }).fill('{{نام}} گرامی، پذیرفته شد. {{خدمت}}')
    await save.click()
    await page.getByText('ذخیره شد.').waitFor()
    await page.getByLabel('هر نامه این واحد را').check()
    await page.getByRole('button', { name: 'ذخیره' }).last().click()
    await page.getByText('ذخیره شد.').waitFor()
    assert.deepEqual(faultsOf(approver), [])
  })

  test('a second person opens what was written, and lets it go', async () => {
    const { page } = officer
    await page.goto(`${origin}/desk/letters/new`)
    await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill('9900000021')
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.locator('#letter-template').selectOption({ label: 'پذیرش' })
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('این جای خالی هنوز پر نشده است: خدمت').waitFor()
    await page.getByLabel('متن نامه').fill('حسین براتی گرامی، پذیرفته شد.')
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('در انتظار تأیید نفر دوم است').waitFor()
    await page.goto(`${origin}/letters/sent`)
    await page.getByText('تا نفر دوم تأیید نکند نمی‌رود').waitFor()
    const second = approver.page
    await second.goto(`${origin}/desk/letters/approvals`)
    await second.getByRole('button', { name: 'باز کردن و خواندن' }).click()
    await second.locator('.letter-body', { hasText: 'پذیرفته شد' }).waitFor()
    await assertAccessible(second)
    await second.getByRole('button', { name: 'تأیید و مهر و موم' }).click()
    await second.getByText('ثبت شد.').waitFor()
    await settle()
    await phone.page.goto(`${origin}/letters`)
    await openListed(phone.page)
    await phone.page.locator('.letter-body', { hasText: 'گرامی، پذیرفته شد' }).waitFor()
    assert.deepEqual(faultsOf(officer, approver, phone), [])
  })

  test('a draft of one is gone on with by a colleague on another device, and goes when it is sent', async () => {
    const { page } = officer
    await page.goto(`${origin}/desk/letters/new`)
    await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill('9900000021')
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByLabel('موضوع').fill('نیمه‌کاره')
    await page.getByLabel('متن نامه').fill('این را همکارم به پایان می‌برد.')
    await page.getByText('پیش‌نویس، سربسته برای صندوق واحد، نگه داشته شد').waitFor()
    const second = approver.page
    await second.goto(`${origin}/desk/letters/drafts`)
    await second.getByText('تا صندوق باز نشود').first().waitFor()
    assert.equal(await second.getByText('نیمه‌کاره').count(), 0)
    await second.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await second.getByText('نیمه‌کاره').waitFor()
    await assertAccessible(second)
    await second.getByRole('link', { name: 'ادامه نوشتن' }).click()
    await second.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await second.getByText('پیش‌نویسی که پیش‌تر نوشته بودید آورده شد.').waitFor()
    assert.equal(await second.getByLabel('متن نامه').inputValue(), 'این را همکارم به پایان می‌برد.')
    await second.getByLabel('متن نامه').fill('به پایان رسید.')
    await second.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await second.getByText('در انتظار تأیید نفر دوم است').waitFor()
    await second.goto(`${origin}/desk/letters/drafts`)
    await second.getByText('پیش‌نویسی نیست.').waitFor()
    assert.deepEqual(faultsOf(officer, approver), [])
  })

  test('a letter of more than a request of JSON holds is opened in pieces, and approved once', async () => {
    const { page } = officer
    await page.goto(`${origin}/desk/letters/new`)
    await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill('9900000021')
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByLabel('موضوع').fill('نقشه')
    await page.getByLabel('متن نامه').fill('نقشه پیوست است.')
    const mimeType = 'application/octet-stream'
    const files = [
      { name: 'note.txt', mimeType, buffer: Buffer.from('یادداشت') },
      { name: 'plan.bin', mimeType, buffer: randomBytes(2_500_000) }
    ]
    await page.getByLabel('پیوست').setInputFiles(files)
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('در انتظار تأیید نفر دوم است').waitFor()
    const second = approver.page
    await second.goto(`${origin}/desk/letters/approvals`)
    // The approver's own letter waits as well; that one has no button for them.
    await second.getByRole('button', { name: 'باز کردن و خواندن' }).click()
    await second.locator('.letter-body', { hasText: 'نقشه پیوست است' }).waitFor()
    // Each is read out of the sealed file, in any order.
    for (const { name, buffer } of files.toReversed()) {
      assert.ok((await savedOf(second, name)).equals(buffer), name)
    }
    await assertAccessible(second)
    await second.getByRole('button', { name: 'تأیید و مهر و موم' }).dblclick()
    await second.getByText('ثبت شد.').waitFor()
    await settle()
    await phone.page.goto(`${origin}/letters`)
    await openListed(phone.page)
    await phone.page.locator('.letter-body', { hasText: 'نقشه پیوست است' }).waitFor()
    for (const { name, buffer } of files) {
      assert.ok((await savedOf(phone.page, name)).equals(buffer), name)
    }
    await second.goto(`${origin}/letters/sent`)
    await openListed(second)
    await second.locator('.letter-attachments li').nth(1).waitFor()
    const { letters, all } = await copies()
    assert.equal(all, letters, 'pressed twice it is approved once')
    assert.deepEqual(faultsOf(officer, approver, phone), [])
  })

  test('a letter is taken back with its reason, and the recipient reads why', async () => {
    const { page } = officer
    await page.goto(`${origin}/letters/sent`)
    const href = (await page.locator('[data-open]').first().getAttribute('href')) ?? ''
    await page.goto(origin + href)
    await page.getByText('پس گرفتن نامه').first().click()
    await page.getByLabel('دلیل').fill('به گیرنده نادرست فرستاده شد')
    await page.getByRole('button', { name: 'پس گرفتن نامه' }).click()
    await page.getByText('نامه پس گرفته شد.').waitFor()
    await phone.page.goto(origin + (href.split('?')[0] ?? ''))
    await phone.page.getByText('دلیل: به گیرنده نادرست فرستاده شد').waitFor()
    await assertAccessible(phone.page)
  })

  test('a citizen writes to a unit first', async () => {
    const { page } = phone
    await page.goto(`${origin}/letters`)
    await page.getByRole('link', { name: 'نامه تازه' }).click()
    await page
      .getByLabel('واحد گیرنده')
      .selectOption({ label: 'دفتر امور شهری و شوراها، استانداری' })
    await page.getByRole('button', { name: 'ادامه' }).click()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByRole('button', { name: 'باز کردن با قفل این دستگاه' }).click()
    await page.getByLabel('موضوع').fill('پرسش')
    await page.getByLabel('متن نامه').fill('پرسشی دارم.')
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('نامه فرستاده شد.').waitFor()
    await settle()
    await officer.page.goto(`${origin}/letters`)
    await openListed(officer.page)
    await officer.page.locator('.letter-body', { hasText: 'پرسشی دارم' }).waitFor()
    const lists = ['new', 'waiting', 'approvals', 'drafts', 'templates']
    const paths = lists.map((name) => `/desk/letters/${name}`)
    await assertAccessibleInEnglish(officer.page, origin, paths)
    assert.deepEqual(faultsOf(phone), [])
  })
})

/** What a page gives as a file when an attachment is saved. */
async function savedOf(page: Page, name: string): Promise<Buffer> {
  const saving = page.waitForEvent('download')
  const row = page.locator('.letter-attachments li', { hasText: name })
  await row.getByRole('button', { name: 'ذخیره' }).click()
  return readFile(await (await saving).path())
}

/** What went wrong in browsers; a form that is refused is answered with its status, and told of as well. */
function faultsOf(...readers: readonly TestBrowser[]): string[] {
  return readers
    .flatMap(({ faults }) => faults)
    .filter((fault) => !fault.startsWith('Failed to load resource'))
}
