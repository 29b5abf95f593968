// Goal: the letters of somebody who has died open to whom they named, by both halves of the key, and to be
// read alone. Method: Chromium with virtual passkeys (PRF) on telephones in Persian, an officer at a desk; the
// waiting time is dated back in the database.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { mailboxKeys, mailboxName } from '../../src/kernel/seal/index.ts'
import { endRecipient } from '../../src/letters/exchange/end-recipient.ts'
import { acceptLetter } from '../../src/letters/exchange/index.ts'
import { takeBack } from '../../src/letters/claims/death/record-death.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { settleRenewals } from '../../src/letters/mailboxes/renew-mailbox.ts'
import { actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { sealTestLetter, streamed } from '../support/letters.ts'
import { finishWizard, openDevice, signInAndEnrol, signInAs } from '../support/mailbox-browser.ts'
import { assertAccessible, assertAccessibleInEnglish } from '../support/reader.ts'

const { origin, context, settle } = await letterDesk()
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''

const deviceButton = 'باز کردن با قفل این دستگاه'

describe('the letters of somebody who has died', () => {
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  test('open to the heir whom they named, by both halves, and are only read', async () => {
    const body = 'canary-heir: نامه‌ای از پیش'
    const dead = await openDevice(browser)
    const heir = await openDevice(browser)
    await signInAndEnrol(dead.page, origin, 'gholam-haidari')
    await signInAndEnrol(heir.page, origin, 'hossein-barati')
    await settle()
    await letterTo(idOf('gholam-haidari'), body)
    await heir.page.goto(`${origin}/mailbox/trust`)
    const code = (await heir.page.locator('[data-own-code]').innerText()).trim()
    await dead.page.goto(`${origin}/mailbox/trust`)
    await dead.page.getByLabel('کد او').fill(code)
    await dead.page.getByText('وارث: پس از درگذشت من').click()
    await dead.page.getByRole('button', { name: 'نیمه‌ای به او بسپار' }).click()
    await dead.page.getByRole('button', { name: deviceButton }).click()
    await dead.page.getByText('در انتظار پذیرفتن او').waitFor()
    const { page } = heir
    await page.reload()
    await page.getByRole('button', { name: 'می‌پذیرم' }).click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByRole('link', { name: 'صاحب صندوق درگذشته است' }).click()
    await page.getByText('هنوز هیچ دستگاهی درگذشت را ثبت نکرده است').waitFor()
    const clerk = await actorOfPerson(context.db, idOf('fatemeh-nakhaei'), context.clock.now())
    assert.ok(clerk)
    const person = idOf('gholam-haidari')
    await endRecipient(context, clerk, {
      ...{ person, kind: 'deceased', authority: 'sko', paper: 'گواهی فوت' }
    })
    await page.reload()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'درخواست خواندن نامه‌ها' }).click()
    await page.getByText('در انتظار دیدن گواهی حصر وراثت').waitFor()
    const officer = await openDevice(browser, { width: 1280, lock: 'none' })
    await signInAs(officer.page, origin, 'mohsen-alavi')
    await officer.page.goto(`${origin}/desk/inheritances`)
    await assertAccessible(officer.page)
    await officer.page.getByLabel('کدام گواهی است').fill('شعبه ۲، ۱۴۰۵/۷۸')
    await officer.page.getByRole('button', { name: 'گواهی درست است' }).click()
    await officer.page.getByText('ثبت شد و به همه خبر داده شد.').waitFor()
    await sql`update mailbox_recoveries set ready_at = now() - interval '1 minute'`.execute(
      context.db
    )
    await page.reload()
    await assertAccessible(page)
    const address = new URL(page.url())
    await assertAccessibleInEnglish(page, origin, ['/mailbox/trust', address.pathname])
    await page.goto(address.href)
    await page.getByRole('button', { name: 'خواندن نامه‌ها' }).click()
    await settle()
    await page.locator('[data-open]').first().click()
    await page.getByRole('button', { name: deviceButton }).click()
    await page.getByText('اصالت تأیید شد').waitFor()
    await page.getByText(body).waitFor()
    await page.getByText('این نامه را به‌عنوان وارث می‌خوانید').waitFor()
    assert.equal(await page.getByRole('button', { name: 'پاسخ' }).count(), 0)
    assert.equal(await page.getByRole('button', { name: 'اعلام وصول' }).count(), 0)
    await assertAccessible(page)
    assert.deepEqual(heir.faults, [])
    const key = await sql<{ closed: boolean }>`
      select closed_at is not null as closed from mailboxes where person = ${person}`.execute(
      context.db
    )
    assert.deepEqual(key.rows, [{ closed: true }])
    // The owner lives: the record is taken back, and their next key takes the letters of before along.
    await takeBack(context, clerk, { person, authority: 'sko', reason: 'نام یکسان' })
    await settle()
    await dead.page.goto(`${origin}/mailbox`)
    await dead.page.getByText('نامه‌های شما برای وارث باز شده بود').waitFor()
    await assertAccessible(dead.page)
    await dead.page.getByRole('link', { name: 'ساختن کلید تازه' }).click()
    await assertAccessible(dead.page)
    await dead.page.getByRole('button', { name: 'باز کردن صندوق و ادامه' }).click()
    await dead.page.getByRole('button', { name: deviceButton }).click()
    await finishWizard(dead.page)
    await sql`update mailboxes set pending_at = now() - interval '75 hours'`.execute(context.db)
    await settleRenewals(context)
    await dead.page.goto(`${origin}/letters`)
    await dead.page.locator('[data-open]').first().click()
    await dead.page.getByRole('button', { name: deviceButton }).click()
    await dead.page.getByText(body).waitFor()
    assert.deepEqual(dead.faults, [])
  })
})

/** A letter of a unit to a person, sealed to the key that they have now, and on its way. */
async function letterTo(person: string, body: string): Promise<void> {
  const place = { authority: 'sko', unit: 'citizen-services' }
  const { host } = new URL(origin)
  const unit = await mailboxOf(context.db, place)
  const home = await mailboxOf(context.db, { person })
  const sender = await actorOfPerson(context.db, idOf('mohsen-alavi'), context.clock.now())
  assert.ok(unit && home && sender)
  const seed = demonstrationSeed(place.authority, place.unit)
  const from = {
    id: unit.id,
    owner: place,
    keys: await mailboxKeys(seed, mailboxName(host, place))
  }
  const keys = { ...from.keys, recipient: home.recipient }
  const to = { id: home.id, owner: { person }, keys }
  const { input, file } = await sealTestLetter(context, { from, to, body })
  await acceptLetter(context, sender, { letter: input, content: streamed(file) })
  await settle()
}
