// Goal: a desk that writes letters sees what is true of them: whether an opening is proven, what a letter for
// approval will do, why a key is not there yet; nothing that was typed is lost to a template. Method: Chromium
// against the whole desk with its log; the operator's lies are put into its answers on the way.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { composeTo, letterDesk, sendTyped } from '../support/letter-desk.ts'
import { type TestBrowser, enrol, openDevice, signInAs } from '../support/mailbox-browser.ts'
import { assertAccessible } from '../support/reader.ts'

const { origin, settle } = await letterDesk()
const nationalId = '9900000021'
const wait = 'چند ثانیه صبر کنید'
const send = 'مهر و موم و فرستادن'

describe('a desk that writes', () => {
  let browser: Browser
  let phone: TestBrowser
  let officer: TestBrowser
  let approver: TestBrowser

  before(async () => {
    browser = await launchBrowser()
    phone = await openDevice(browser)
    officer = await openDevice(browser, { width: 1280, lock: 'none' })
    approver = await openDevice(browser, { lock: 'none' })
    for (const { page } of [phone, officer, approver]) page.setDefaultTimeout(20_000)
    await settle()
    await signInAs(phone.page, origin, 'hossein-barati')
    await signInAs(officer.page, origin, 'leila-arab')
    await signInAs(approver.page, origin, 'parvin-hosseini')
  })
  after(() => browser.close())

  test('whoever looks for nobody is told what is wanted', async () => {
    const { page } = officer
    await page.goto(`${origin}/desk/letters/new`)
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByText('کد گیرنده یا کد رهگیری یک درخواست را بنویسید').waitFor()
    await assertAccessible(page)
  })

  test('a key that is seconds old is waited for, and nobody is told that there is no recipient', async () => {
    const { page } = officer
    await composeTo(page, origin, { nationalId, subject: 'آگاهی', body: 'نامه یکم' })
    await sendTyped(page, 'گیرنده هنوز صندوق ندارد')
    await enrol(phone.page, origin)
    await page.goto(`${origin}/desk/letters/waiting`)
    const seal = page.getByRole('button', { name: 'مهر و موم برای گیرنده' })
    await seal.click()
    await page.getByText(wait).waitFor()
    await composeTo(page, origin, { nationalId, subject: 'دوم', body: 'نامه دوم' })
    await page.getByRole('button', { name: send }).click()
    await page.getByText(wait).first().waitFor()
    await settle()
    await sendTyped(page)
    await page.goto(`${origin}/desk/letters/waiting`)
    await seal.click()
    await page.getByText('برای گیرنده مهر و موم شد.').waitFor()
    await settle()
  })

  test('an opening is proven in the browser of the sender, and a lie about it is told', async () => {
    const { page } = officer
    await page.goto(`${origin}/letters/sent`)
    const href = await sentTo(page, 'حسین')
    await openHere(page, href)
    await page.getByText('گیرنده هنوز نشان نداده است').waitFor()
    await phone.page.goto(origin + (href.split('?')[0] ?? ''))
    await unlockHere(phone.page)
    await phone.page.getByText('باز شدن نامه با امضای صندوق شما ثبت شد').waitFor()
    await phone.page.getByRole('button', { name: 'اعلام وصول' }).click()
    await phone.page.getByText('وصول نامه اعلام شد.').waitFor()
    await openHere(page, href)
    await page
      .locator('[data-opening="opened proven"]', { hasText: 'گشوده شد، اثبات‌شده' })
      .waitFor()
    await page.locator('[data-opening="acknowledged proven"]').waitFor()
    await assertAccessible(page)
    for (const [lie, verdict] of [
      [(told: Told) => ({ ...told, proofs: [] }), 'said'],
      [swapped, 'broken']
    ] as const) {
      await page.route('**/evidence', async (route) => {
        const answer = await route.fetch()
        await route.fulfill({ response: answer, json: lie((await answer.json()) as Told) })
      })
      await openHere(page, href)
      await page.locator(`[data-opening="opened ${verdict}"]`).waitFor()
      assert.equal(await page.locator('[data-opening$=proven]').count(), 0)
      await page.unroute('**/evidence')
    }
  })

  test('blanks that nothing is known for are told when a template is saved', async () => {
    const { page } = approver
    await page.goto(`${origin}/desk/letters/templates`)
    await page.getByLabel('نام نمونه').fill('پذیرش')
    await page.getByLabel('موضوع').fill('پذیرش')
    await page.getByLabel('متن', { exact: true }).fill('{{نام}} گرامی، {{نا}} پذیرفته شد.')
    await page.getByRole('button', { name: 'ذخیره' }).first().click()
    await page.getByText('سامانه این جای خالی‌ها را نمی‌شناسد').waitFor()
    await assertAccessible(page)
  })

  test('a template takes nothing away that was typed, and its open blanks are told at once', async () => {
    const { page } = officer
    await composeTo(page, origin, { nationalId, subject: 'موضوع من', body: 'متن من' })
    const text = page.getByLabel('متن نامه')
    const template = page.locator('#letter-template')
    await template.selectOption({ label: 'پذیرش' })
    await page.getByText('شما متنی نوشته‌اید').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'هیچ، متن من بماند' }).click()
    assert.equal(await text.inputValue(), 'متن من')
    await template.selectOption('')
    await template.selectOption({ label: 'پذیرش' })
    await page.getByRole('button', { name: 'در جای مکان‌نما بیاید' }).click()
    assert.match(await text.inputValue(), /^متن من\n\n/)
    assert.match(await text.inputValue(), /پذیرفته شد/)
    assert.equal(await page.getByLabel('موضوع').inputValue(), 'موضوع من')
    await page
      .getByText('سامانه این جای خالی‌ها را نمی‌شناسد')
      .filter({ hasText: '{{نا}}' })
      .waitFor()
    await template.selectOption('')
    await template.selectOption({ label: 'پذیرش' })
    await page.getByRole('button', { name: 'جای متن من را بگیرد' }).click()
    assert.doesNotMatch(await text.inputValue(), /متن من/)
    await text.fill('بی جای خالی')
    await page.getByText('خودتان پرشان کنید').waitFor({ state: 'detached' })
    await page.getByText('نگه داشته شد').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByText('پیش‌نویسی که پیش‌تر نوشته بودید').waitFor()
    await page.getByRole('button', { name: 'پاک کردن پیش‌نویس' }).click()
    await page.getByText('پیش‌نویس پاک شد.').waitFor()
    assert.equal(await page.getByText('پیش‌نویسی که پیش‌تر نوشته بودید').count(), 0)
    assert.equal(await text.inputValue(), '')
  })

  test('an approval shows its unit, author and times; a refusal wants a reason, in its own words', async () => {
    const { page } = approver
    await page.goto(`${origin}/desk/letters/templates`)
    await page.getByLabel('هر نامه این واحد را').check()
    await page.getByRole('button', { name: 'ذخیره' }).last().click()
    const writer = officer.page
    await composeTo(writer, origin, { nationalId, subject: 'ابلاغ', body: 'ابلاغ می‌شود.' })
    await writer.getByText('تاریخ ابلاغ، زمان‌بندی و خط').click()
    await writer.locator('#letter-effective').fill('۱۴۰۵/۱۲/۱')
    await writer.locator('#letter-publish-day').fill('۱۴۰۵/۱۱/۱')
    await sendTyped(writer, 'در انتظار تأیید نفر دوم است')
    await writer.goto(`${origin}/desk/letters/approvals`)
    await writer.getByText('نامه خود شماست').waitFor()
    await writer.getByRole('cell', { name: 'لیلا عرب' }).waitFor()
    await page.goto(`${origin}/desk/letters/approvals`)
    await page.getByText('۱ بهمن ۱۴۰۵').waitFor()
    await page.getByText('۱ اسفند ۱۴۰۵').waitFor()
    await page.getByText('لیلا عرب').waitFor()
    await page.getByRole('button', { name: 'باز کردن و خواندن' }).click()
    const letter = page.locator('[data-held-place]')
    await letter.getByText('ابلاغ می‌شود.').waitFor()
    const shown = await letter.innerText()
    assert.match(shown, /دفتر امور شهری و شوراها، استانداری/)
    assert.match(shown, /۱ بهمن ۱۴۰۵/)
    assert.match(shown, /۱ اسفند ۱۴۰۵/)
    await page.getByRole('button', { name: 'تأیید نمی‌کنم' }).click()
    await page.getByText('برای تأیید نکردن، دلیل آن را بنویسید').waitFor()
    await assertAccessible(page)
    assert.equal(await page.getByText('نامه فرستاده نشد').count(), 0)
    await page.getByLabel('دلیل تأیید نکردن').fill('تاریخ درست نیست')
    await page.getByRole('button', { name: 'تأیید نمی‌کنم' }).click()
    await page.getByText('ثبت شد.').waitFor()
    await writer.goto(`${origin}/letters/sent`)
    await writer.goto(origin + (await sentTo(writer, 'حسین')))
    await writer.getByText('دلیل: تاریخ درست نیست').waitFor()
  })
})

interface Told {
  readonly proofs: readonly { readonly state: string; readonly note: string }[]
}

/** What was signed as one state is shown as the other. */
function swapped(told: Told): Told {
  const notes = told.proofs.map(({ note }) => note).toReversed()
  return { ...told, proofs: told.proofs.map((proof, i) => ({ ...proof, note: notes[i] ?? '' })) }
}

/** Address of the newest letter to somebody. */
async function sentTo(page: Page, name: string): Promise<string> {
  return (await page.locator('[data-open]', { hasText: name }).first().getAttribute('href')) ?? ''
}

async function unlockHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
  const byDevice = page.getByRole('button', { name: 'باز کردن با قفل این دستگاه' })
  const letter = page.locator('[data-letter-shown]')
  await byDevice.or(letter).first().waitFor()
  if (await byDevice.isVisible()) await byDevice.click()
  await letter.waitFor()
}

async function openHere(page: Page, href: string): Promise<void> {
  await page.goto(origin + href)
  await unlockHere(page)
}
