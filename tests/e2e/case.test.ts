// Goal: the whole way of an application on a phone, with and without script: a citizen applies, a clerk
// registers a posted document, an officer returns, the citizen mends, the director decides; and at each
// moment the clock says what is true. Method: a real browser, a clock that the test moves.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { jpeg, pdf } from '../support/desk.ts'
import { assertAccessible, openReader, signInAs, tableRows } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const start = Temporal.Instant.from('2026-11-22T06:00:00Z')
const server = await startTestServer(start)
const { origin, clock } = server
const service = '10021006'
const people = {
  citizen: 'مریم رضایی',
  clerk: 'سمیه جعفری',
  officer: 'لیلا عرب',
  director: 'پروین حسینی'
}

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

for (const scripts of [true, false]) {
  describe(`an application from the form to the decision, scripts ${scripts ? 'on' : 'off'}`, () => {
    // Whether a page is accessible is asked by a script in it.
    const check = async (page: Page) => {
      if (scripts) await assertAccessible(page)
    }
    /** A person at this moment; sessions end long before the story does. */
    const as = async (who: keyof typeof people, width = 360) => {
      const reader = await openReader(browser, { width, scripts })
      await signInAs(reader.page, origin, people[who])
      return reader
    }
    const hours = (n: number) => clock.set(start.add({ hours: n }))
    let id = ''
    let code = ''

    const explained = async () => {
      const { page, context } = await as('citizen')
      await page.goto(`${origin}/cases/${id}/clock`)
      await check(page)
      const rows = await tableRows(page)
      const face = await page.locator('.clock').allInnerTexts()
      const text = await page.locator('main').innerText()
      await context.close()
      return { rows, face: face.join(' ').replace(/\s+/g, ' '), text }
    }

    test('the citizen applies and announces the photographs by post', async () => {
      hours(0)
      const { page, context, faults } = await as('citizen')
      await page.goto(`${origin}/services/${service}/apply`)
      await check(page)
      await page.getByRole('button', { name: 'ذخیره و ادامه' }).click()
      await page.getByText('نوع حادثه: یک گزینه را برگزینید.').waitFor()
      await check(page)
      await fillForm(page)
      await page.getByRole('button', { name: 'ذخیره و ادامه' }).click()
      await page.getByRole('heading', { name: 'مدارک', exact: true }).waitFor()
      await check(page)
      await page.getByRole('button', { name: 'ادامه', exact: true }).click()
      await page.getByText('عکس آسیب: این مدرک را پیوست کنید').waitFor()
      await page.getByLabel('این مدرک را جداگانه').check()
      await page.getByRole('button', { name: 'ادامه', exact: true }).click()
      await page.getByRole('heading', { name: 'پاسخ‌هایتان را بازبینی کنید' }).waitFor()
      await check(page)
      assert.ok((await page.innerText('main')).includes('توافق‌نامه معتبری در کار نیست'))
      await page.getByRole('button', { name: 'ارسال درخواست' }).click()
      await page.getByText('برای ارسال درخواست باید').first().waitFor()
      await page.getByLabel('اعلام می‌کنم').check()
      await page.getByRole('button', { name: 'ارسال درخواست' }).click()
      await page.getByText('درخواست شما ثبت شد. این رسید').waitFor()
      await check(page)
      id = /cases\/([0-9a-f-]{36})\/receipt/.exec(page.url())?.[1] ?? ''
      code = await page.locator('.receipt-code').innerText()
      const receipt = await page.innerText('.receipt')
      assert.match(code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      assert.ok(receipt.includes('۱ آذر ۱۴۰۵، ساعت ۰۹:۳۰') && receipt.includes('2026-11-22 09:30'))
      assert.ok(receipt.includes('پس از رسیدن مدارک زیر تعیین می‌شود'))
      assert.deepEqual(faults, [])
      await context.close()
      const { face, text } = await explained()
      assert.equal(face, '')
      assert.ok(text.includes('ساعت هنوز آغاز نشده است'), 'nothing counts before all is there')
    })

    test('anybody with the code sees the state, and nothing else', async () => {
      const { page, context } = await openReader(browser, { scripts })
      const persian = code
        .toLowerCase()
        .replace('-', ' ')
        .replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
      await page.goto(`${origin}/track`)
      await check(page)
      await page.getByLabel('کد رهگیری').fill(persian)
      await page.getByRole('button', { name: 'پیگیری' }).click()
      await page.getByText('در انتظار مدارک').waitFor()
      await check(page)
      const told = await page.innerText('main')
      for (const secret of ['مریم', 'رضایی', '۰۹۱۵', 'شهید بهشتی']) {
        assert.ok(!told.includes(secret), `${secret} is nobody's business`)
      }
      await context.close()
    })

    test('the clerk registers the posted document, and the clock starts', async () => {
      hours(4)
      const { page, context, faults } = await as('clerk', 1280)
      await page.goto(`${origin}/desk/intake`)
      await check(page)
      await page.getByLabel('کد رهگیری').fill(code)
      await page.getByRole('button', { name: 'باز کردن پرونده' }).click()
      await page.locator('summary', { hasText: 'افزودن مدرک رسیده' }).click()
      const send = page.getByRole('button', { name: 'افزودن مدرک رسیده' })
      await page.getByLabel('عکس آسیب').check()
      await page.locator('#documents').getByLabel('پست', { exact: true }).check()
      await page.getByLabel('تاریخ رسیدن').fill('۱۴۰۵/۰۹/۰۱')
      await page.getByLabel('ساعت رسیدن').fill('۱۰:۱۵')
      const file = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf(40_000) }
      await page.locator('input[name="documents.file"]').setInputFiles(file)
      await send.click()
      // The number is missing: it is said so, and the file does not have to be chosen again.
      await page.getByText('شماره مرسوله پستی را بنویسید').first().waitFor()
      await check(page)
      await page.getByText('فایل «scan.pdf» دریافت شد و می‌ماند.').waitFor()
      await page.getByLabel('شماره مرسوله').fill('۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹۰')
      await send.click()
      await page.getByText('همه مدارک رسید و ساعت تعهد آغاز شد.').waitFor()
      await check(page)
      assert.deepEqual(faults, [])
      await context.close()
      const { rows, face } = await explained()
      assert.ok(face.includes('در جریان') && face.includes('۴ آذر ۱۴۰۵، ساعت ۱۰:۱۵'), face)
      assert.ok(face.includes('تا سررسید ۲ روز و ۲۰ ساعت'), face)
      assert.ok(face.includes('مانده از وعده ۶۸ ساعت و ۴۵ دقیقه از ۷۲ ساعت'), face)
      // The letter had lain unregistered for three hours and a quarter: they count.
      assert.deepEqual(rows, [
        ['یکشنبه ۱ آذر ۱۴۰۵، از ۱۰:۱۵ تا ۱۳:۳۰', 'شمرده شد', '۳ ساعت و ۱۵ دقیقه'],
        [
          'یکشنبه ۱ آذر ۱۴۰۵، ساعت ۱۳:۳۰ تا چهارشنبه ۴ آذر ۱۴۰۵، ساعت ۱۰:۱۵',
          'شمرده خواهد شد',
          '۶۸ ساعت و ۴۵ دقیقه'
        ]
      ])
    })

    test('the officer finds it in the queue, and returns it once with all defects', async () => {
      hours(8)
      await server.work()
      const { page, context, faults } = await as('officer', 1280)
      await page.goto(`${origin}/desk/queue`)
      await check(page)
      await page.getByRole('link', { name: code }).click()
      await page.getByRole('button', { name: 'ورود به گام «ثبت گزارش خسارت»' }).click()
      await page.getByText('پرونده به گام «ثبت گزارش خسارت» رفت.').waitFor()
      await check(page)
      await page.locator('summary', { hasText: 'برگشت برای تکمیل' }).click()
      await page.getByRole('button', { name: 'برگشت به متقاضی' }).click()
      await page.getByText('دست‌کم یک کاستی را انتخاب کنید.').first().waitFor()
      const form = page.locator('#return')
      await form.getByLabel('عکس آسیب', { exact: true }).selectOption('document-unreadable')
      await form.getByLabel('توضیح برای متقاضی درباره عکس آسیب').fill('عکس‌ها تار است.')
      await form.getByLabel('نشانی محل خسارت', { exact: true }).selectOption('field-unclear')
      await page.getByRole('button', { name: 'برگشت به متقاضی' }).click()
      await page.getByText('پرونده با ۲ کاستی برگشت و ساعت ایستاد.').waitFor()
      await check(page)
      assert.deepEqual(faults, [])
      await context.close()
      const { rows, face } = await explained()
      assert.ok(face.includes('ساعت ایستاده است'), face)
      assert.ok(face.includes('۶۴ ساعت و ۴۵ دقیقه از ۷۲ ساعت'), face)
      assert.ok(!face.includes('سررسید'), 'there is no due time while the case is away')
      assert.deepEqual(
        rows.map(([, kind, length]) => [kind, length]),
        [
          ['شمرده شد', '۷ ساعت و ۱۵ دقیقه'],
          ['متوقف است برگشت برای تکمیل', '۰ ثانیه']
        ]
      )
    })

    test('the citizen sees what is wrong and mends it, nothing more', async () => {
      hours(32)
      const { page, context, faults } = await as('citizen')
      await page.goto(`${origin}/cases/${id}`)
      await page.getByText('عکس‌ها تار است.').waitFor()
      await check(page)
      await page.getByRole('link', { name: 'درست کردن و ارسال دوباره' }).click()
      const again = page.getByRole('button', { name: 'ارسال دوباره' })
      const place = page.getByLabel('نشانی محل خسارت')
      assert.equal(await place.inputValue(), address)
      await check(page)
      await again.click()
      await page.getByText('عکس آسیب: این مورد را درست کنید').waitFor()
      await check(page)
      await place.fill(`بیرجند، ${address}`)
      const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg(900_000) }
      await page.locator('#field-documents-damage-photos').setInputFiles(file)
      if (scripts) {
        await page.getByText('«photo.jpg» پیوست شد.').waitFor()
        assert.equal(await place.inputValue(), `بیرجند، ${address}`, 'what was typed stays')
      }
      await again.click()
      await page.getByText('درخواست دوباره فرستاده شد').waitFor()
      await check(page)
      assert.deepEqual(faults, [])
      await context.close()
      const { rows, face } = await explained()
      assert.ok(face.includes('در جریان') && face.includes('۵ آذر ۱۴۰۵، ساعت ۱۰:۱۵'), face)
      assert.deepEqual(
        rows.map(([, kind, length]) => [kind, length]),
        [
          ['شمرده شد', '۷ ساعت و ۱۵ دقیقه'],
          ['متوقف بود برگشت برای تکمیل', '۲۴ ساعت'],
          ['شمرده خواهد شد', '۶۴ ساعت و ۴۵ دقیقه']
        ]
      )
    })

    test('the steps go on, and only the named post decides', async () => {
      hours(34)
      await server.work()
      const officer = await as('officer', 1280)
      const deskPage = `${origin}/desk/cases/${id}`
      await officer.page.goto(deskPage)
      for (const step of ['بازدید کارشناس از محل', 'اعلام ارزیابی نخستین']) {
        await officer.page.getByRole('button', { name: `ورود به گام «${step}»` }).click()
        await officer.page.getByText(`پرونده به گام «${step}» رفت.`).waitFor()
      }
      assert.equal(await officer.page.locator('#decision').count(), 0)
      await officer.context.close()
      const { page, context, faults } = await as('director', 1280)
      await page.goto(deskPage)
      await page.locator('#decision > summary').click()
      await check(page)
      await page.getByLabel('پذیرفتن درخواست', { exact: true }).check()
      await page.getByRole('button', { name: 'ثبت تصمیم' }).click()
      await page.locator('#decision').getByText('دلیل را بنویسید').first().waitFor()
      await page.getByLabel('دلایل تصمیم').fill('خسارت با بازدید تأیید شد.')
      await page.getByRole('button', { name: 'ثبت تصمیم' }).click()
      await page.getByText('تصمیم ثبت و به متقاضی اعلام شد.').waitFor()
      await check(page)
      assert.deepEqual(faults, [])
      await context.close()
    })

    test('the citizen reads the result, the reasons, and who looked', async () => {
      hours(35)
      const { page, context, faults } = await as('citizen')
      await page.goto(`${origin}/cases`)
      await check(page)
      await page.goto(`${origin}/cases/${id}`)
      await check(page)
      const told = await page.innerText('main')
      for (const part of [
        'پذیرفته شد',
        'خسارت با بازدید تأیید شد.',
        'مدیرکل مدیریت بحران',
        'به‌موقع پاسخ داده شد',
        people.clerk,
        people.officer,
        people.director
      ]) {
        assert.ok(told.includes(part), part)
      }
      await page.goto(`${origin}/en/cases/${id}`)
      await check(page)
      assert.ok((await page.innerText('main')).includes('Answered in time'))
      assert.deepEqual(faults, [])
      await context.close()
      const { rows, face } = await explained()
      assert.ok(face.includes('به‌موقع پاسخ داده شد'), face)
      assert.deepEqual(
        rows.filter(([, kind]) => kind === 'شمرده شد').map(([, , length]) => length),
        ['۷ ساعت و ۱۵ دقیقه', '۲ ساعت']
      )
    })

    test('the clock is shown as it was known before the return', async () => {
      const { page, context } = await as('citizen')
      await page.goto(`${origin}/cases/${id}/clock`)
      await page.getByLabel('تاریخ').fill('۱۴۰۵/۹/۱')
      await page.getByLabel('ساعت', { exact: true }).fill('۱۴:۰۰')
      await page.getByRole('button', { name: 'نمایش' }).click()
      await page.getByText('نتیجه آن زمان با نتیجه امروز یکی نیست:').waitFor()
      await check(page)
      assert.ok((await page.innerText('.clock')).includes('۴ آذر ۱۴۰۵، ساعت ۱۰:۱۵'))
      await context.close()
    })
  })
}

const address = 'خیابان شهید بهشتی، کوچه ۴، پلاک ۱۲'

async function fillForm(page: Page): Promise<void> {
  await page.getByLabel('سیل').check()
  await page.getByLabel('تاریخ حادثه').fill('۱۴۰۵/۰۸/۲۰')
  await page.getByLabel('خانه').check()
  await page.getByLabel('نشانی محل خسارت').fill(address)
  await page.getByLabel('خیر').check()
  await page.getByLabel('تلفن همراه').fill('۰۹۱۵ ۱۲۳ ۴۵۶۷')
}
