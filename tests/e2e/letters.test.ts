// Goal: a letter goes from an officer's browser to a citizen's telephone and back, read by nobody between; what
// is not true is told and never shown; a lost device loses no letter. Method: Chromium with virtual passkeys
// (PRF), Persian, a telephone; the operator's lies are put into its answers on the way.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import {
  type MailboxKeys,
  mailboxKeys,
  mailboxName,
  sealLetter
} from '../../src/kernel/seal/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { demonstrationPeople } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk, openListed } from '../support/letter-desk.ts'
import {
  type TestBrowser,
  openDevice,
  signInAndEnrol,
  signInAs
} from '../support/mailbox-browser.ts'
import { assertAccessible, assertAccessibleInEnglish } from '../support/reader.ts'

const { origin, context, settle } = await letterDesk()
const citizen = 'maryam-rezaei'
const officer = 'leila-arab'
const subject = 'نتیجه درخواست شما'
const secret = 'canary-6f1e: مدرک شما پذیرفته شد'

describe('letters', () => {
  let browser: Browser
  let phone: TestBrowser
  let desk: TestBrowser
  let words: string[]
  const sent: string[] = []

  before(async () => {
    browser = await launchBrowser()
    phone = await openDevice(browser)
    desk = await openDevice(browser, { width: 1280, lock: 'none' })
    for (const { page } of [phone, desk]) {
      page.on('request', (request) => sent.push(request.postData() ?? request.url()))
    }
    words = await signInAndEnrol(phone.page, origin, citizen)
    await settle()
  })
  after(() => browser.close())

  test('an officer finds the recipient, sees the preview, seals and sends', async () => {
    const { page, faults } = desk
    const people = await demonstrationPeople()
    const { nationalId } = people.find(({ key }) => key === citizen) as { nationalId?: string }
    await signInAs(page, origin, officer)
    await page.goto(`${origin}/letters`)
    await page.getByRole('link', { name: 'نامه تازه' }).click()
    await assertAccessible(page)
    await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill(nationalId ?? '')
    await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
    await page.getByText('کلید صندوق این واحد نمایشی است').waitFor()
    await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
    await page.getByLabel('موضوع').fill(subject)
    await page.getByLabel('متن نامه').fill(`# سلام\n\n- ${secret}\n\nhttps://desk.example/x`)
    await page.locator('#letter-files').setInputFiles({
      name: '../حکم‌\u202egpj.exe',
      mimeType: 'application/pdf',
      buffer: Buffer.from('canary-attachment')
    })
    await page.getByRole('button', { name: 'پیش‌نمایش' }).click()
    await page.locator('.letter-preview .letter-body li', { hasText: secret }).waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
    await page.getByText('نامه فرستاده شد.').waitFor()
    assert.deepEqual(faults, [])
    await settle()
  })

  test('the citizen opens it on the telephone: verified, safe, told to the sender', async () => {
    const { page, faults } = phone
    await page.goto(`${origin}/letters`)
    await page.getByText('سربسته', { exact: true }).first().waitFor()
    await assertAccessible(page)
    await openListed(page)
    await page.getByText('اصالت تأیید شد').waitFor()
    assert.equal((await page.locator('.letter-subject').innerText()).trim(), subject)
    await page.locator('.letter-body li', { hasText: secret }).waitFor()
    assert.equal(await page.locator('.letter-body a').count(), 0)
    assert.match(await page.locator('.letter-attachments').innerText(), /_حکم‌gpj\.exe/)
    await page.getByText('باز شدن نامه با امضای صندوق شما ثبت شد.').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'اعلام وصول' }).click()
    await page.getByText('وصول نامه اعلام شد.').waitFor()
    assert.deepEqual(faults, [])
  })

  test('the answer goes back sealed, and both sides see the evidence', async () => {
    const { page, faults } = phone
    await page.getByRole('button', { name: 'پاسخ' }).click()
    const send = page.getByRole('button', { name: 'مهر و موم و فرستادن' })
    const place = () => send.evaluate('(button) => button.offsetTop')
    const whereItWas = await place()
    await page.getByLabel('متن نامه').fill('سپاس. canary-reply')
    await page.getByText('روی همین دستگاه نگه داشته شد').waitFor()
    assert.equal(
      await place(),
      whereItWas,
      'a press that leaves the field finds the button where it was'
    )
    await send.click()
    await page.getByText('نامه فرستاده شد.').waitFor()
    await settle()
    await page.goto(`${origin}/letters`)
    const href = await page.locator('[data-open]').first().getAttribute('href')
    await page.goto(`${origin}${href ?? ''}`)
    const evidence = await page.locator('#evidence').innerText()
    for (const name of [
      'A.1-SubmissionAcceptance',
      'D.1-ContentConsignment',
      'E.1-ContentHandover'
    ]) {
      assert.ok(evidence.includes(name), name)
    }
    await assertAccessible(page)
    assert.deepEqual(faults, [])
    await desk.page.goto(`${origin}/letters`)
    await openListed(desk.page)
    await desk.page.locator('.letter-body', { hasText: 'canary-reply' }).waitFor()
    await desk.page.goto(`${origin}/letters/sent`)
    await openListed(desk.page)
    await desk.page.locator('.letter-body li', { hasText: secret }).waitFor()
    assert.deepEqual(desk.faults, [])
  })

  test('without a line the device says so, and shows what it keeps', async () => {
    const { page, context: device } = phone
    await page.goto(`${origin}/letters`)
    await device.setOffline(true)
    await page.locator('[data-open]').first().click()
    await page.getByRole('button', { name: 'باز کردن با قفل این دستگاه' }).click()
    await page.getByText('اینترنت وصل نیست').waitFor()
    await page.locator('[data-letter-kept] .letter-body li', { hasText: secret }).waitFor()
    assert.match(await page.locator('.letter-attachments').innerText(), /روی این دستگاه نیستند/)
    await assertAccessible(page)
    await device.setOffline(false)
    await page.getByRole('button', { name: 'دوباره بگیر' }).click()
    await page.locator('[data-letter-shown]').waitFor()
    assert.deepEqual(phone.faults.splice(0).filter(isOfScript), [])
    // A desk whose mailbox was never opened on this device: the words are not about its key.
    await desk.page.goto(`${origin}/letters`)
    await desk.page.evaluate('indexedDB.deleteDatabase("peyman-letters")')
    await desk.context.setOffline(true)
    await desk.page.locator('[data-open]').first().click()
    await desk.page.getByText('این دستگاه راه باز کردن صندوق را نگه نداشته است').waitFor()
    await desk.context.setOffline(false)
    assert.deepEqual(desk.faults.splice(0).filter(isOfScript), [])
  })

  test('in English the same pages are as accessible', async () => {
    const { page, faults } = phone
    const open = ['/letters/reader-code', '/log/directory', '/account/keys', '/letters/new']
    await assertAccessibleInEnglish(page, origin, [...open, '/letters/sent', '/letters'])
    await openListed(page)
    await assertAccessible(page)
    await page.goto(`${origin}${(await listedPath(page)) ?? ''}`)
    await page.locator('#evidence').waitFor()
    await assertAccessible(page)
    assert.deepEqual(faults, [])
  })

  test('nothing of a letter ever left a browser unsealed', () => {
    const all = sent.join('\n')
    for (const canary of [
      'canary',
      subject,
      encodeURIComponent(subject),
      'gpj.exe',
      ...words.slice(0, 3).map((word) => `"${word}"`)
    ]) {
      assert.equal(all.includes(canary), false, canary)
    }
  })

  test('another device of hers opens it by the words on paper', async () => {
    const other = await openDevice(browser, { lock: 'none' })
    await signInAs(other.page, origin, citizen)
    await other.page.goto(`${origin}/letters`)
    await other.page.locator('[data-open]').first().click()
    await other.page.getByRole('button', { name: 'با کلید کاغذی' }).click()
    await other.page.locator('#unlock-paper').fill(words.join(' '))
    await other.page.getByRole('button', { name: 'باز کن', exact: true }).click()
    await other.page.locator('.letter-body li', { hasText: secret }).waitFor()
    assert.deepEqual(other.faults, [])
    await other.context.close()
  })

  describe('a lie of whoever runs the system is told, and nothing of the letter shown', () => {
    const lies: readonly {
      readonly told: string
      readonly lie: string
      readonly bytes?: (sealed: Buffer, id: string) => Promise<Uint8Array>
      readonly page?: (html: string) => string
      readonly directory?: (answer: string) => string
    }[] = [
      {
        told: 'altered',
        lie: 'a byte of it changed',
        bytes: (sealed) => {
          const at = sealed.length - 40
          sealed[at] = (sealed[at] ?? 0) ^ 1
          return Promise.resolve(sealed)
        }
      },
      { told: 'unsigned', lie: 'another text, signed by nobody', bytes: (_, id) => forge(id, []) },
      {
        told: 'forged',
        lie: 'another text, signed by a key of their own under the name of the unit',
        bytes: async (_, id) => forge(id, (await unitKeys(seedOfThief)).signers)
      },
      {
        told: 'replayed',
        lie: 'another true letter of the same sender in its place',
        bytes: async () => forge(randomUUID(), (await unitKeys()).signers)
      },
      {
        told: 'unknown-sender',
        lie: 'another sender on the envelope',
        page: (html) => html.replaceAll('sko/civil-affairs', 'sko/it')
      },
      {
        told: 'directory-refused',
        lie: 'another key in the directory',
        directory: (answer) => answer.replaceAll('"sequence":0', '"sequence":1')
      }
    ]
    for (const { told, lie, bytes, page: altered, directory } of lies) {
      test(`${told}: ${lie}`, async () => {
        const { page } = phone
        if (bytes !== undefined) {
          await page.route('**/api/v1/letters/*/content', async (route) => {
            const answer = await route.fetch()
            const id = /letters\/([0-9a-f-]+)\//.exec(route.request().url())?.[1] ?? ''
            const body = Buffer.from(await bytes(await answer.body(), id))
            await route.fulfill({ status: 200, body, contentType: 'application/octet-stream' })
          })
        }
        if (altered !== undefined) {
          await page.route(`${origin}/letters`, async (route) => {
            const answer = await route.fetch()
            await route.fulfill({ response: answer, body: altered(await answer.text()) })
          })
        }
        if (directory !== undefined) {
          await page.route('**/api/v1/key-directory/**', async (route) => {
            const answer = await route.fetch()
            await route.fulfill({ response: answer, body: directory(await answer.text()) })
          })
        }
        await page.goto(`${origin}/letters`)
        await openListed(page)
        assert.equal(await page.locator(`[data-letter-refused="${told}"]`).count(), 1)
        const seen = await page.locator('[data-reader-panel]').innerText()
        assert.equal(seen.includes('canary'), false)
        await page.unrouteAll({ behavior: 'wait' })
      })
    }
  })
})

/** Address of the newest letter of the English list. */
async function listedPath(page: Page): Promise<string | null> {
  await page.goto(`${origin}/en/letters`)
  return page.locator('[data-open]').first().getAttribute('href')
}

/** Of what a console tells: not what the browser itself says of a line that is not there. */
function isOfScript(fault: string): boolean {
  return !fault.includes('net::ERR_INTERNET_DISCONNECTED')
}

const seedOfThief = new Uint8Array(32).fill(7)

/** Keys under the name of the unit: its own, which a demonstration shows to all, or somebody's. */
function unitKeys(seed = demonstrationSeed('sko', 'civil-affairs')): Promise<MailboxKeys> {
  const host = new URL(origin).host
  return mailboxKeys(seed, mailboxName(host, { authority: 'sko', unit: 'civil-affairs' }))
}

/** A letter to the citizen that somebody else made. */
async function forge(letter: string, signers: MailboxKeys['signers']): Promise<Uint8Array> {
  const people = await demonstrationPeople()
  const person = people.find(({ key }) => key === citizen)?.id ?? ''
  const recipient = (await mailboxOf(context.db, { person }))?.recipient ?? ''
  const draft = {
    letter,
    sender: { authority: 'sko', unit: 'civil-affairs' },
    subject: 'canary',
    sentAt: systemClock.now().toString({ smallestUnit: 'second' }),
    case: null,
    body: 'canary',
    attachments: []
  }
  const sealed = await sealLetter(draft, { recipient, signers })
  assert.ok(sealed.ok)
  return sealed.value.file
}
