// Goal: an application that only its unit reads goes from a citizen's telephone to an officer, back for one
// field, and is accepted; the server never sees an answer or a document, and no form sends without its script.
// Method: Chromium, Persian, a telephone and a desk; every request and the whole database searched.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { sql } from 'kysely'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { signInAs } from '../support/mailbox-browser.ts'
import { assertAccessible } from '../support/reader.ts'
import {
  bodiesOf,
  caseSecrets,
  openAtUnit,
  registerPaper,
  secretScan
} from '../support/sealed-case-pages.ts'

const letters = await letterDesk()
const { origin, context } = letters
const secrets = caseSecrets('canary-5a0c')

describe('a sealed application', () => {
  let browser: Browser
  let phone: Page
  let desk: Page
  let contexts: BrowserContext[]
  let address: string
  const sent: string[] = []

  before(async () => {
    browser = await launchBrowser()
    const telephone = { viewport: { width: 360, height: 740 }, locale: 'fa-IR', hasTouch: true }
    const computer = { viewport: { width: 1280, height: 900 }, locale: 'fa-IR' }
    contexts = [await browser.newContext(telephone), await browser.newContext(computer)]
    const [first, second] = contexts
    if (first === undefined || second === undefined) throw new Error('no context')
    phone = await first.newPage()
    desk = await second.newPage()
    for (const page of [phone, desk]) bodiesOf(page, sent)
    await signInAs(phone, origin, 'maryam-rezaei')
    await signInAs(desk, origin, 'peyman-azadi')
    await letters.settle()
  })
  after(() => browser.close())

  const fill = (name: string, value: string) =>
    phone.locator(`[data-field="${name}"]`).first().fill(value)

  test('the citizen fills in the form on a telephone, and nothing of it leaves the device', async () => {
    await phone.goto(`${origin}/services/18051002/apply`)
    await phone.getByText('جز آن واحد هیچ کس').waitFor()
    await assertAccessible(phone)
    await fill('company', secrets.company)
    await fill('companyName', 'شرکت چکاوک')
    await fill('representativeNationalId', secrets.representativeNationalId)
    await fill('representativeBirthDate', '1360/05/12')
    await fill('mobile', '0915')
    await phone.locator('[data-field="truth"]').check()
    await phone.getByRole('button', { name: 'ادامه' }).click()
    await phone.locator('.error-summary').getByText('تلفن همراه').waitFor()
    await fill('mobile', `0${secrets.mobile}`)
    await phone.reload()
    assert.equal(
      await phone.locator('[data-field="mobile"]').inputValue(),
      `0${secrets.mobile}`,
      'it is still on the device'
    )
    await phone.getByRole('button', { name: 'ادامه' }).click()
    await phone.waitForURL('**/documents')
  })

  test('a document is judged and sealed before it is sent', async () => {
    const slot = (code: string) => phone.locator(`[data-upload-name="${code}"]`)
    const choose = (code: string, buffer: Buffer) =>
      slot(code)
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: `${secrets.name}.pdf`, mimeType: 'application/pdf', buffer })
    await choose('mandate', Buffer.from('MZ a program'))
    await slot('mandate').getByText('با پسوند نامش یکی نیست').waitFor()
    for (const code of ['registration-notice', 'mandate']) {
      await choose(code, secretScan(secrets).buffer)
      await slot(code).locator('.upload-received').getByText('پرونده سربسته').waitFor()
    }
    await phone.getByRole('button', { name: 'ادامه' }).click()
    await phone.waitForURL('**/check')
    await phone.locator('[data-sealed-answer="mobile"]').getByText('۰۹۱۵۱۲۳۰۹۱۷').waitFor()
    assert.equal(await phone.locator('[data-sealed-answer="until"]').innerText(), '—')
    await assertAccessible(phone)
    await phone.locator('input[name=declaration]').check()
    const send = phone.getByRole('button', { name: 'ارسال درخواست' })
    const lost = '**/drafts/*/submission'
    await phone.route(lost, async (route) => {
      await route.fetch({ maxRedirects: 0 })
      await route.abort()
    })
    await send.click()
    await phone.getByText('پاسخی از سامانه نرسید').waitFor()
    await phone.unroute(lost)
    await send.click()
    await phone.waitForURL('**/receipt**')
    address = new URL(phone.url()).pathname.replace('/receipt', '')
    await phone.goto(`${origin}${address}`)
    await phone.getByText('پرونده سربسته').first().waitFor()
  })

  const openAtDesk = () => openAtUnit(desk, letters, `/desk${address}`)

  test('the officer opens it, finds one wrong field, and returns it signed', async () => {
    await openAtDesk()
    await desk.locator('[data-opened="mobile"]').getByText('۰۹۱۵۱۲۳۰۹۱۷').waitFor()
    await assertAccessible(desk)
    const download = desk.waitForEvent('download')
    await desk.getByRole('button', { name: 'گرفتن پرونده' }).first().click()
    assert.equal((await download).suggestedFilename(), `${secrets.name}.pdf`)
    const back = desk.getByRole('button', { name: 'امضا و برگشت برای اصلاح' })
    await back.click()
    await desk.getByText('دست‌کم یک مورد').waitFor()
    await desk.locator('select[name="judgement.defect.field.mobile"]').selectOption('field-wrong')
    const note = desk.locator('input[name="judgement.note.field.mobile"]')
    await note.fill('شماره ۰۹۱۵۱۲۳۰۹۱۷ درست نیست')
    await back.click()
    await desk.getByText('یکی از پاسخ‌های سربسته').waitFor()
    await note.fill('این شماره به نام نماینده نیست.')
    await back.click()
    await desk.getByText('با امضای واحد برای اصلاح برگشت').first().waitFor()
  })

  test('the citizen reads the signed judgement, corrects the field, and it is accepted', async () => {
    await phone.goto(`${origin}${address}`)
    await phone.getByText('اصلاح خواست').waitFor()
    await phone.getByText('امضا در همین مرورگر بررسی شد').waitFor()
    await phone.getByText('همان است که از این دستگاه فرستاده شد').waitFor()
    await letters.settle()
    await phone.goto(`${origin}${address}/correction`)
    await fill('mobile', `0${secrets.corrected}`)
    await phone.getByRole('button', { name: 'ارسال دوباره' }).click()
    await phone.waitForURL(`**${address}`)
    await openAtDesk()
    await desk.locator('[data-opened="mobile"]').getByText('۰۹۳۵۰۰۰۰۰۱۷').waitFor()
    await desk.getByRole('button', { name: 'درست است؛ امضا می‌کنم' }).click()
    await desk.getByText('درخواست درست است').first().waitFor()
    await phone.goto(`${origin}${address}`)
    await phone.getByText('باز کرد و درست دانست').waitFor()
    await phone.getByText('امضا در همین مرورگر بررسی شد').nth(1).waitFor()
    assert.equal(await phone.locator('[data-word-refused]:visible').count(), 0)
    await assertAccessible(phone)
  })

  /** The words of the unit as the citizen's page has them once it has checked them. */
  async function wordsShown(): Promise<string[]> {
    await phone.goto(`${origin}${address}`)
    await phone.locator('[data-word-refused]:visible').first().waitFor()
    return phone.locator('[data-unit-word]').allInnerTexts()
  }

  test('a word that the unit did not sign of this application is taken off the page', async () => {
    const rows = await sql<{ id: string; note: string }>`
      select id, note from case_judgements order by id`.execute(context.db)
    const [correct, accepted] = rows.rows
    assert.ok(correct && accepted)
    const put = (note: string) =>
      sql`update case_judgements set note = ${note} where id = ${accepted.id}`.execute(context.db)
    await put(correct.note)
    const [other] = await wordsShown()
    assert.match(other ?? '', /با آنچه این صفحه .* می‌گوید یکی نیست/)
    const [text, signatures] = [accepted.note, correct.note].map((note) => note.split('\n\n'))
    await put(`${text?.[0] ?? ''}\n\n${signatures?.[1] ?? ''}`)
    const [unsigned, first] = await wordsShown()
    assert.match(unsigned ?? '', /امضای واحد گیرنده زیر آن نیست/)
    assert.doesNotMatch(unsigned ?? '', /درست دانست/)
    assert.match(first ?? '', /اصلاح خواست[^]*امضا در همین مرورگر بررسی شد/)
    await assertAccessible(phone)
    await put(accepted.note)
    await phone.evaluate((of) => {
      const sentForms = { applications: ['0'.repeat(64)], corrections: [] }
      sessionStorage.setItem(`peyman-sealed-sent ${of}`, JSON.stringify(sentForms))
    }, address.split('/').at(-1))
    const [replaced] = await wordsShown()
    assert.match(replaced ?? '', /نه آن که از این دستگاه فرستاده شد/)
  })

  test('while the keys of the unit are not proven, no signature is said to be right', async () => {
    await phone.route('**/api/v1/key-directory/**', async (route) => {
      const answer = await route.fetch()
      const told = (await answer.json()) as { entries: { keys: string[] }[] }
      const entries = told.entries.map((entry) => ({ ...entry, keys: entry.keys.toReversed() }))
      await route.fulfill({ response: answer, json: { ...told, entries } })
    })
    await phone.goto(`${origin}${address}`)
    await phone.getByText('اکنون نتوانستیم امضا را بررسی کنیم').first().waitFor()
    assert.equal(await phone.locator('[data-word-holds]:visible').count(), 0)
    await assertAccessible(phone)
  })

  test('no request and no row of the database has an answer, a name or a byte of a document', async () => {
    const columns = await sql<{ table: string; column: string }>`
      select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'public'`.execute(context.db)
    const found: string[] = []
    for (const { table, column } of columns.rows) {
      const rows = await sql<{ found: string }>`
        select ${sql.ref(column)}::text as found from ${sql.table(table)}
        where ${sql.ref(column)} is not null`.execute(context.db)
      for (const each of rows.rows) {
        const text = each.found.startsWith('\\x')
          ? Buffer.from(each.found.slice(2), 'hex').toString('latin1')
          : each.found
        for (const [name, secret] of Object.entries(secrets)) {
          if (text.includes(secret)) found.push(`${name} in ${table}.${column}`)
        }
      }
    }
    for (const [name, secret] of Object.entries(secrets)) {
      if (sent.some((body) => body.includes(secret))) found.push(`${name} in a request`)
    }
    assert.deepEqual(found, [])
  })

  test('a clerk seals what is on a paper in the browser of the counter', async () => {
    const third = await browser.newContext({ locale: 'fa-IR' })
    const page = await third.newPage()
    const bodies = bodiesOf(page)
    await signInAs(page, origin, 'fatemeh-nakhaei')
    await registerPaper(page, letters, secrets)
    for (const secret of Object.values(secrets)) {
      assert.ok(!bodies.some((body) => body.includes(secret)))
    }
    await third.close()
  })

  test('without the script the page says what to do, and nothing can be typed or sent', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false, locale: 'fa-IR' })
    await bare.addCookies((await contexts[0]?.cookies()) ?? [])
    const page = await bare.newPage()
    await page.goto(`${origin}/services/18051002/apply`)
    assert.match(
      (await page.locator('noscript').first().textContent()) ?? '',
      /به پیشخوان یا میز خدمت/
    )
    assert.equal(await page.locator('[data-field="mobile"]').isDisabled(), true)
    assert.equal(await page.locator('form#answers').getAttribute('action'), null)
    await bare.close()
  })
})
