// Goal: for a sealed application the desk registers what comes on paper: a document that was handed in later, and the
// answer to a return; the clerk's browser seals both, the unit opens them, the server sees nothing of them.
// Method: Chromium, a clerk and an officer; every request searched; one page in English, on a telephone, without script.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
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

const desk = await letterDesk()
const { origin } = desk
const secrets = caseSecrets('canary-77d1')

describe('papers for a sealed application', () => {
  let browser: Browser
  let clerk: Page
  let officer: Page
  let clerks: BrowserContext
  let address: string
  const sent: string[] = []

  before(async () => {
    browser = await launchBrowser()
    clerks = await browser.newContext({ locale: 'fa-IR' })
    clerk = await clerks.newPage()
    officer = await (await browser.newContext({ locale: 'fa-IR' })).newPage()
    for (const page of [clerk, officer]) bodiesOf(page, sent)
    await signInAs(clerk, origin, 'fatemeh-nakhaei')
    await signInAs(officer, origin, 'peyman-azadi')
    await desk.settle()
  })
  after(() => browser.close())

  test('a clerk registers an application of which one document is still to come', async () => {
    await registerPaper(clerk, desk, secrets)
    address = new URL(clerk.url()).pathname.replace('/receipt', '')
  })

  test('the paper that was to come is judged and sealed at the desk', async () => {
    await clerk.goto(origin + address)
    await clerk.locator('#documents > summary').click()
    await clerk.getByText('سامانه آن را نمی‌بیند').waitFor()
    await assertAccessible(clerk)
    const form = clerk.locator('#documents form')
    const file = form.locator('input[type=file]')
    const register = form.getByRole('button', { name: 'افزودن مدرک رسیده' })
    await register.click()
    await form.getByText('مدرک را برگزینید و تصویر آن را پیوست کنید').waitFor()
    await form.getByLabel('آگهی ثبت یا آخرین تغییرات شرکت').check()
    await file.setInputFiles(secretScan(secrets, 'jpg'))
    await register.click()
    await form.getByText('با پسوند نامش یکی نیست').waitFor()
    await file.setInputFiles(secretScan(secrets))
    await register.click()
    await form.getByText('۴ تا ۱۲ رقم').first().waitFor()
    await form.locator('[name="documents.officeCode"]').fill('72-11-1001')
    await form.getByRole('button', { name: 'فرستادن کد رضایت' }).click()
    await form.locator('[data-sealed-status]:not([hidden])').waitFor()
    await form.locator('[name="documents.consentOnPaper"]').check()
    await register.click()
    await clerk.getByText('ساعت تعهد آغاز شد').first().waitFor()
    await assertAccessible(clerk)
  })

  test('the unit opens it, and returns one answer', async () => {
    await openAtUnit(officer, desk, address)
    assert.equal(await officer.getByText(`${secrets.name}.pdf`).count(), 2)
    const defect = officer.locator('select[name="judgement.defect.field.mobile"]')
    await defect.selectOption('field-wrong')
    await officer.getByRole('button', { name: 'امضا و برگشت برای اصلاح' }).click()
    await officer.getByText('با امضای واحد برای اصلاح برگشت').first().waitFor()
  })

  test('the answer that came on paper is sealed at the desk, and the unit accepts it', async () => {
    await clerk.goto(origin + address)
    await clerk.locator('#resubmission > summary').click()
    await assertAccessible(clerk)
    const form = clerk.locator('#resubmission form')
    const register = form.getByRole('button', { name: 'ثبت پاسخ متقاضی' })
    await form.locator('[data-field="mobile"]').fill('0915')
    await register.click()
    await clerk.locator('.error-summary').getByText('تلفن همراه').waitFor()
    await form.locator('[data-field="mobile"]').fill(`0${secrets.corrected}`)
    await register.click()
    await form.getByText('۴ تا ۱۲ رقم').first().waitFor()
    await form.locator('[name="resubmission.officeCode"]').fill('72-11-1001')
    await form.locator('[name="resubmission.consentOnPaper"]').check()
    await register.click()
    await clerk.getByText('درخواست دوباره فرستاده شد').first().waitFor()
    await openAtUnit(officer, desk, address)
    await officer.locator('[data-opened="mobile"]').getByText('۰۹۳۵۰۰۰۰۰۱۷').waitFor()
    await officer.getByRole('button', { name: 'درست است؛ امضا می‌کنم' }).click()
    await officer.getByText('درخواست درست است').first().waitFor()
  })

  test('no request has an answer, a name or a byte of a scan', () => {
    for (const [name, secret] of Object.entries(secrets)) {
      assert.ok(!sent.some((body) => body.includes(secret)), name)
    }
  })

  test('without the script the forms say so, in English on a telephone, and nothing can be sent', async () => {
    const looks = { width: 360, height: 740 }
    const bare = await browser.newContext({ javaScriptEnabled: false, viewport: looks })
    await bare.addCookies(await clerks.cookies())
    const page = await bare.newPage()
    await page.goto(`${origin}/en${address}`)
    const form = page.locator('#documents form')
    assert.match((await page.locator('#documents noscript').textContent()) ?? '', /JavaScript/)
    assert.equal(await form.getAttribute('action'), null)
    assert.equal(await form.locator('input[type=file]').isDisabled(), true)
    await bare.close()
  })
})
