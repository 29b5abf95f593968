// Goal: what somebody does with letters after the first: finds them again, keeps them in folders and files, takes
// a large attachment, reads those of before a new key; and what an officer sets beside a letter. Method: Chromium
// with virtual passkeys (PRF), Persian, a telephone; saved files are opened again, and looked into.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { demonstrationPeople } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { composeTo, letterDesk, openListed, sendTyped } from '../support/letter-desk.ts'
import {
  type TestBrowser,
  openDevice,
  signInAndEnrol,
  signInAs
} from '../support/mailbox-browser.ts'
import { pdfText } from '../support/pdf-text.ts'
import { assertAccessible } from '../support/reader.ts'

const { origin, settle } = await letterDesk()
const people = await demonstrationPeople()
const citizen = 'maryam-rezaei'
const { nationalId = '' } = people.find(({ key }) => key === citizen) as { nationalId?: string }
const large = randomBytes(3_000_000)

describe('letters that are kept', () => {
  let browser: Browser
  let phone: TestBrowser
  let desk: TestBrowser
  let words: string[]
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-kept-'))
    browser = await launchBrowser()
    phone = await openDevice(browser)
    desk = await openDevice(browser, { width: 1280, lock: 'none' })
    for (const { page } of [phone, desk]) page.setDefaultTimeout(15_000)
    await signInAs(desk.page, origin, 'leila-arab')
    words = await signInAndEnrol(phone.page, origin, citizen)
    await settle()
  })
  after(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  test('an officer sets the effective day and the hour of sending', async () => {
    const { page } = desk
    const letter = { nationalId, subject: 'ابلاغ رأی', body: 'رأی کمیسیون ضمیمه است.' }
    await composeTo(page, origin, letter)
    await page.getByText('تاریخ ابلاغ، زمان‌بندی و خط').click()
    await page.getByLabel('تاریخ ابلاغ (اختیاری)').fill('۱۴۰۵/۱۳/۴۰')
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('تاریخ را مانند').waitFor()
    await page.getByLabel('تاریخ ابلاغ (اختیاری)').fill(jalaliIn(20))
    // The lane for what lives hang on is offered to those alone who may use it.
    assert.equal(await page.getByText('خط بحران').count(), 0)
    await assertAccessible(page)
    const file = { name: 'نقشه.bin', mimeType: 'application/octet-stream', buffer: large }
    await page.locator('#letter-files').setInputFiles(file)
    await sendTyped(page)
    await composeTo(page, origin, { ...letter, subject: 'نامه فردا' })
    await page.getByText('تاریخ ابلاغ، زمان‌بندی و خط').click()
    await page.getByLabel('روز فرستادن (اختیاری)').fill(jalaliIn(1))
    await page.getByLabel('ساعت فرستادن').fill('۰۸:۳۰')
    await sendTyped(page, 'نامه در زمان تعیین‌شده می‌رود.')
    await settle()
    await page.goto(`${origin}/letters/sent`)
    assert.match(await page.locator('tbody tr').first().innerText(), /زمان‌بندی شد[^]*۰۸:۳۰/)
    assert.deepEqual(desk.faults, [])
  })

  test('the citizen sees the day on the envelope, not the letter of tomorrow, and saves three megabytes as they were', async () => {
    const { page } = phone
    await page.goto(`${origin}/letters`)
    assert.equal(await page.locator('[data-open]').count(), 1)
    const row = await page.locator('tbody tr').first().innerText()
    assert.match(row, /تاریخ ابلاغ: /)
    await openListed(page)
    const waiting = page.waitForEvent('download')
    await page.locator('.letter-attachments').getByRole('button', { name: 'ذخیره' }).click()
    const file = await waiting
    assert.equal(file.suggestedFilename(), 'نقشه.bin')
    assert.ok(large.equals(await readFile(await file.path())))
    assert.deepEqual(phone.faults, [])
  })

  test('a letter is put in a folder, and found by words in it', async () => {
    const { page } = phone
    await page.getByText('پوشه', { exact: true }).click()
    await page.getByLabel('نام پوشه').fill('زمین')
    await page.getByRole('button', { name: 'گذاشتن در پوشه' }).click()
    await page.getByText('در پوشه گذاشته شد.').waitFor()
    await page.getByText('گزارش این نامه').click()
    await page.getByRole('button', { name: 'گیرنده آن من نیستم' }).click()
    await page.getByText('گزارش ثبت شد.').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'بازگشت به فهرست' }).click()
    await page.getByText('ابلاغ رأی').waitFor()
    // Written with Arabic letters and without the half-space, as many keyboards do.
    await page.getByLabel('جست‌وجو در نامه‌های بازشده').fill('كميسيون')
    await page.getByText('۱ نامه پیدا شد').waitFor()
    await page.getByLabel('جست‌وجو در نامه‌های بازشده').fill('نیست')
    await page.getByText('۰ نامه پیدا شد').waitFor()
    await page.getByLabel('جست‌وجو در نامه‌های بازشده').fill('')
    await page.getByLabel('پوشه', { exact: true }).selectOption('زمین')
    await page.getByText('۱ نامه پیدا شد').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'قفل کردن' }).click()
    assert.equal(await page.getByText('ابلاغ رأی').count(), 0)
    assert.deepEqual(phone.faults, [])
  })

  test('saved as PDF and page, it is what was read; sealed, it opens without us or a network', async () => {
    const { page } = phone
    await page.goto(`${origin}/letters`)
    await openListed(page)
    const check = page.getByRole('link', { name: 'صفحه بررسی' })
    const address = (await check.getAttribute('href')) ?? ''
    await page.getByText('نگه داشتن نامه').click()
    const paper = pdfText(await readFile(await saved(page, 'ذخیره PDF')))
    for (const part of ['ابلاغ رأی', 'رأی کمیسیون ضمیمه است.', 'اصالت تأیید شد', 'نقشه'])
      assert.ok(paper.text.includes(part), `${part} in ${paper.text}`)
    assert.ok(paper.text.replaceAll('|', '').includes(address.slice(-40)))
    assert.deepEqual([paper.pages, paper.isTagged], [1, true])
    const opened = await saved(page, 'ذخیره نامه باز')
    const files = [await saved(page, 'ذخیره فایل سربسته'), await saved(page, 'ذخیره اثبات‌ها')]
    const reader = join(folder, 'reader.html')
    await writeFile(reader, await (await fetch(`${origin}/letters/offline.html`)).text())
    const away = await browser.newContext({ offline: true, viewport: { width: 360, height: 780 } })
    const offline = await away.newPage()
    await offline.goto(pathToFileURL(opened).href)
    await offline.getByText('رأی کمیسیون ضمیمه است.').waitFor()
    await assertAccessible(offline)
    assert.equal(
      await offline.getByRole('link', { name: 'صفحه بررسی' }).getAttribute('href'),
      address
    )
    await offline.goto(pathToFileURL(reader).href)
    await assertAccessible(offline)
    await offline.locator('#offline-files').setInputFiles(files)
    await offline.locator('#offline-key').fill(words.with(3, words[4] ?? '').join(' '))
    await offline.getByRole('button', { name: 'باز کردن' }).click()
    await offline.getByText('واژه‌ها کامل یا درست نیستند').waitFor()
    await offline.locator('#offline-key').fill(words.join(' '))
    await offline.getByRole('button', { name: 'باز کردن' }).click()
    await offline.getByText('رأی کمیسیون ضمیمه است.').waitFor()
    await assertAccessible(offline)
    await away.close()
    const stranger = await browser.newContext()
    const asked = await stranger.newPage()
    await asked.goto(address)
    await asked.getByText('دفتر امور شهری و شوراها').first().waitFor()
    assert.equal((await asked.locator('main').innerText()).includes('رأی'), false)
    await holdAgainstLetter(asked, opened)
    await assertAccessible(asked)
    await stranger.close()
    assert.deepEqual(phone.faults, [])
  })

  test('on paper stand the letter and how it was checked, and nothing to press', async () => {
    const { page } = phone
    await page.emulateMedia({ media: 'print' })
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    await page.getByText('رأی کمیسیون ضمیمه است.').waitFor()
    await page.getByText('همه کلیدهای امضای فرستنده').waitFor()
    // At the foot of each page: id and hash, as the page that checks letters takes them.
    const foot = 'document.adoptedStyleSheets.map(({ cssRules: [rule] }) => rule.cssText).join()'
    assert.match(String(await page.evaluate(foot)), /[0-9a-f]{8}-[0-9a-f-]{27}\.[\w-]{43}/)
    const pressed = page.locator('main :is(button, input, select):visible')
    assert.deepEqual(await pressed.allInnerTexts(), [])
    await page.emulateMedia({ media: 'screen' })
  })

  test('with a new key, letters of before are read as before, and new ones too', async () => {
    const { page } = phone
    await page.goto(`${origin}/mailbox`)
    await page.getByRole('button', { name: 'عوض کردن کلید' }).click()
    const rotated = page.waitForResponse(
      (answer) => answer.url().endsWith('/rotation') && answer.request().method() === 'POST'
    )
    await page.getByRole('button', { name: 'باز کردن با قفل این دستگاه' }).click()
    assert.ok((await rotated).ok())
    await settle()
    await composeTo(desk.page, origin, { nationalId, subject: 'پس از آن', body: 'نامه دوم' })
    await sendTyped(desk.page)
    await settle()
    await page.goto(`${origin}/letters`)
    await openListed(page)
    await page.locator('.letter-body', { hasText: 'نامه دوم' }).waitFor()
    // Back comes to the list also while the letter is still being told of.
    await page.getByRole('button', { name: 'بازگشت به فهرست' }).click()
    await openListed(page, 1)
    await page.locator('.letter-body', { hasText: 'رأی کمیسیون' }).waitFor()
    assert.deepEqual([...phone.faults, ...desk.faults], [])
  })

  /** Presses a button that saves a file. @returns Where it is. */
  async function saved(page: Page, name: string): Promise<string> {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    const file = await waiting
    const path = join(folder, file.suggestedFilename())
    await file.saveAs(path)
    return path
  }
})

/** Chooses an opened copy on the page that checks letters: as it is, and with another word in it. */
async function holdAgainstLetter(page: Page, opened: string): Promise<void> {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const choose = async (buffer: Buffer, told: string) => {
    const input = page.locator('[data-check-file]')
    await input.setInputFiles({ name: 'copy.html', mimeType: 'text/html', buffer })
    await page.locator(`[data-check-file-status][data-verdict=${told}]`).waitFor()
  }
  const text = await readFile(opened, 'utf8')
  await choose(Buffer.from(text.replace('ضمیمه است', 'ضمیمه نیست')), 'copy-altered')
  await choose(Buffer.from(text.replace('unit:sko', 'unit:ito')), 'copy-unproven')
  await choose(Buffer.from(text), 'copy-same')
  await page.getByText('متنی که امضا شده است').click()
  await page.locator('.letter-body', { hasText: 'رأی کمیسیون ضمیمه است.' }).waitFor()
  assert.deepEqual(
    asked.filter((url) => !url.includes('/assets/')),
    []
  )
}

/** A day so many days from now, as somebody types it. */
function jalaliIn(days: number): string {
  const at = systemClock.now().add({ hours: 24 * days })
  return new Intl.DateTimeFormat('fa-IR-u-ca-persian', {
    timeZone: 'Asia/Tehran',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric'
  }).format(at.epochMilliseconds)
}
