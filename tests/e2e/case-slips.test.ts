// Goal: a slip of the hand or of a file costs nobody anything: no press is lost, every "no" says why and
// where, and nothing private stands in an address. Method: a real browser with a real mouse on a phone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { caseDesk } from '../../src/cases/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { damageAnswers, jpeg, meetingAnswers } from '../support/desk.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { origin, context } = server
const citizen = 'مریم رضایی'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

async function at(path: string, who: string, looks = {}) {
  const reader = await openReader(browser, looks)
  await signInAs(reader.page, origin, who)
  await reader.page.goto(origin + path)
  return reader
}

/** What a hand does: it goes there, presses, and lets go a moment later, wherever the page is by then. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  assert.ok(box, 'it can be seen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.waitForTimeout(120)
  await page.mouse.up()
}

test('a press is not lost to a line that appears or goes while the finger is down', async () => {
  const { page, context: own, faults } = await at('/services/10021003/apply', citizen)
  const goOn = page.getByRole('button', { name: 'ذخیره و ادامه' })
  const town = page.getByLabel('شهر یا روستای محل دفتر')
  await town.fill('Birjand')
  const rural = page.getByLabel('روستایی')
  await press(page, rural)
  assert.ok(await rural.isChecked(), 'a line had come above it')
  await page.locator('#field-answers-place-problem').waitFor()
  await town.fill('')
  await press(page, page.getByLabel('شهری'))
  assert.ok(await page.getByLabel('شهری').isChecked())
  await page.getByLabel('تلفن همراه').fill('0915')
  await press(page, goOn)
  await page.getByText('شهر یا روستای محل دفتر: این بخش را پر کنید.').waitFor()
  const summary = page.locator('.error-summary')
  await summary.getByText('تلفن همراه:').waitFor()
  const [first] = await page.locator('main .error-summary, main form.form').all()
  assert.equal(await first?.getAttribute('role'), 'alert', 'the summary stands above the form')
  await summary.getByRole('link', { name: /^نشانی محل دفتر/ }).click()
  assert.equal(await page.evaluate('document.activeElement.id'), 'field-answers-address')
  await assertAccessible(page)
  assert.deepEqual(faults, [])
  await own.close()
})

for (const scripts of [true, false]) {
  test(`a file that is not what its name says is told so at its field, scripts ${scripts ? 'on' : 'off'}`, async () => {
    const draft = await damageDraft()
    const { page, context: own } = await at(`/drafts/${draft}/documents`, citizen, { scripts })
    const buffer = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)])
    const field = page.locator('#field-documents-ownership')
    await field.setInputFiles({ name: 'fake.pdf', mimeType: 'application/pdf', buffer })
    const slot = page.locator('[data-upload-name="ownership"]')
    if (!scripts) await slot.getByRole('button', { name: 'پیوست کردن' }).click()
    await slot.getByText('محتوای این فایل با پسوند نام آن نمی‌خواند').waitFor()
    if (!scripts)
      await page
        .locator('.error-summary')
        .getByText(/^.+: محتوای این فایل/)
        .waitFor()
    assert.doesNotMatch(await page.innerText('main'), /دوباره تلاش کنید/)
    await own.close()
  })
}

test('the documents step names the channels of the card, and no other', async () => {
  const { page, context: own } = await at('/services/10021003/apply', citizen)
  await page.goto(`${page.url().replace(/#.*$/, '')}/documents`)
  const told = await page.innerText('main')
  assert.ok(told.includes('جداگانه (از راه دفتر پیشخوان یا حضوری)'))
  assert.ok(!told.includes('پست'), 'this card takes nothing by post')
  await own.close()
})

test('the way back after sending leads to the receipt', async () => {
  const { page, context: own } = await at('/services/10021001/apply', citizen)
  await page.getByLabel('شهرستان').selectOption({ index: 1 })
  await page.getByLabel('موضوع ملاقات').fill(meetingAnswers.subject)
  await page.getByLabel('شرح').fill(meetingAnswers.description)
  await page.getByLabel('تلفن همراه').fill(meetingAnswers.mobile)
  await page.getByRole('button', { name: 'ذخیره و ادامه' }).click()
  await page.getByRole('button', { name: 'ادامه', exact: true }).click()
  await page.getByLabel('اعلام می‌کنم').check()
  await page.getByRole('button', { name: 'ارسال درخواست' }).click()
  await page.getByText('درخواست شما ثبت شد. این رسید').waitFor()
  const code = await page.innerText('.receipt-code')
  await page.goBack()
  await page.getByText('این درخواست پیش‌تر ثبت شده است').waitFor()
  assert.equal(await page.innerText('.receipt-code'), code)
  const sheet = await page.pdf({ format: 'A4' })
  const pages = sheet.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  assert.ok(pages.length <= 2, 'a receipt prints on one sheet, its proof on the back')
  await own.close()
})

test('nothing private stands in an address: no token, no national id', async () => {
  const draft = await damageDraft()
  const waiting = await damageCase({ photos: false })
  const returned = await damageCase({ photos: true })
  const defects = [
    { code: 'document-unreadable', item: 'document:damage-photos' },
    { code: 'field-unclear', item: 'field:place' }
  ] as const
  await caseDesk.returnCase(context, await as('leila-arab'), {
    case: returned,
    defects: [...defects]
  })
  const looks = { scripts: false }
  const citizenPages = [
    `/drafts/${draft}`,
    `/drafts/${draft}/documents`,
    `/cases/${waiting}/documents`,
    `/cases/${returned}`,
    `/cases/${returned}/correction`
  ]
  const mine = await at('/cases', citizen, looks)
  for (const path of citizenPages) {
    await mine.page.goto(origin + path)
    await assertNoToken(mine.page)
  }
  assert.equal(await mine.page.getByText('(اختیاری)').count(), 1, 'only the objection is optional')
  assert.equal(await mine.page.getByText('نشانی محل خسارت').count(), 1, 'each title once')
  // A refused form shows its own address afterwards.
  await mine.page.getByRole('button', { name: 'ارسال دوباره' }).click()
  await mine.page.getByText('عکس آسیب: این مورد را درست کنید').waitFor()
  assert.doesNotMatch(mine.page.url(), /_csrf/)
  await assertNoToken(mine.page)
  await mine.context.close()
  const clerk = await at(`/desk/cases/${waiting}`, 'سمیه جعفری', { ...looks, width: 1280 })
  await assertNoToken(clerk.page)
  await clerk.page.goto(`${origin}/desk/intake`)
  await clerk.page.getByLabel('خدمت', { exact: true }).selectOption('10021006')
  await clerk.page.getByLabel('پست', { exact: true }).check()
  const identifier = clerk.page.getByLabel('کد ملی، شناسه ملی')
  await identifier.fill('0499370898')
  await clerk.page.getByRole('button', { name: 'ادامه' }).click()
  await clerk.page.getByText('با کارت ملی متقاضی بسنجید').first().waitFor()
  await identifier.fill('0499370899')
  await clerk.page.getByRole('button', { name: 'ادامه' }).click()
  await clerk.page.getByRole('heading', { name: 'رسیدن' }).waitFor()
  assert.doesNotMatch(clerk.page.url(), /\d{8}/)
  assert.equal(await clerk.page.locator('[name="applicant.nationalId"]').inputValue(), '0499370899')
  await assertNoToken(clerk.page)
  await clerk.context.close()
})

test('whoever follows a returned case is told that it is their turn', async () => {
  const id = await damageCase({ photos: true })
  const defects = [{ code: 'field-unclear', item: 'field:place' }] as const
  const code = (await caseDesk.viewCase(context, await as('maryam-rezaei'), { case: id })).code
  const { page, context: own } = await openReader(browser)
  await page.goto(`${origin}/track?code=${code}`)
  const running = await page.innerText('main')
  assert.ok(running.includes('۴ آذر ۱۴۰۵، ساعت ۰۹:۳۰') && running.includes('۳ روز'), running)
  await caseDesk.returnCase(context, await as('leila-arab'), { case: id, defects: [...defects] })
  await page.reload()
  const told = await page.innerText('main')
  for (const part of ['اکنون نوبت شماست', 'کاستی‌ها را درست کنید', 'ساعت ایستاده است']) {
    assert.ok(told.includes(part), part)
  }
  await assertAccessible(page)
  await own.close()
})

test('a phone selects all of the queue, and work is offered to those who may take it', async () => {
  await damageCase({ photos: true })
  await server.work()
  const { page, context: own, faults } = await at('/desk/queue', 'لیلا عرب')
  const all = page.getByLabel('انتخاب همه')
  await press(page, all)
  const boxes = page.locator('tbody .checkbox')
  assert.ok((await boxes.count()) > 0)
  for (const box of await boxes.all()) assert.ok(await box.isChecked())
  assert.ok(await page.getByText('انتخاب همه').isVisible())
  const offered = await page
    .getByLabel('واگذاری انتخاب‌شده‌ها به')
    .locator('option')
    .allInnerTexts()
  assert.equal(offered[0], 'من', 'a hurried press takes no work away')
  assert.ok(!offered.includes('حمید صادقی'), 'an officer of another unit is refused this case')
  assert.equal(await page.getByLabel('واحد').count(), 0, 'one unit is nothing to choose from')
  await assertAccessible(page)
  assert.deepEqual(faults, [])
  await own.close()
  // Who decides and is no officer can give work, and takes none away by a hurried press.
  const director = await at('/desk/queue', 'پروین حسینی', { width: 1280 })
  await director.page.getByLabel('انتخاب همه').check()
  await director.page.getByRole('button', { name: 'واگذاری', exact: true }).click()
  await director.page.getByText('انتخاب کنید درخواست‌ها به چه کسی واگذار شود.').waitFor()
  await director.context.close()
})

async function assertNoToken(page: Page): Promise<void> {
  const addresses = await page
    .locator('form, a, button[formaction]')
    .evaluateAll((found: readonly { getAttribute(name: string): string | null }[]) =>
      found.flatMap((each) =>
        ['action', 'href', 'formaction'].map((name) => each.getAttribute(name))
      )
    )
  assert.ok(addresses.length > 0)
  for (const address of addresses) assert.doesNotMatch(address ?? '', /_csrf/, page.url())
}

async function as(key: string) {
  const person = (await demonstrationPeople()).find((each) => each.key === key)
  const actor = person && (await actorOfPerson(context.db, person.id, context.clock.now()))
  assert.ok(actor, key)
  return actor
}

async function damageDraft(): Promise<string> {
  const actor = await as('maryam-rezaei')
  const input = { service: '10021006', values: damageAnswers }
  return (await caseDesk.saveDraft(context, actor, input)).id
}

let filed = 0

/** An application of the citizen; with its photographs, complete. */
async function damageCase({ photos }: { photos: boolean }): Promise<string> {
  const files = [{ document: 'damage-photos', name: 'photo.jpg', bytes: jpeg() }]
  filed += 1
  const { case: id } = await caseDesk.submitCase(context, await as('maryam-rezaei'), {
    service: '10021006',
    answers: damageAnswers,
    ...(photos ? { files } : { later: ['damage-photos'] }),
    submissionKey: `slips-${filed.toString().padStart(4, '0')}`
  })
  return id
}
