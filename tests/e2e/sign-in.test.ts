// Goal: every way in works in a real browser, with and without script, in both languages and widths.
// Method: Chromium with a virtual authenticator, a real mail server, axe on each page.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { buildAssets } from '../../src/platform/html/build-assets.ts'
import { useAssets } from '../../src/platform/html/index.ts'
import { assertAccessible, assertFits } from '../support/accessibility.ts'
import { launchBrowser } from '../support/browser.ts'
import { mailServer, readMail } from '../support/mail-server.ts'
import { addLock, openDevice } from '../support/mailbox-browser.ts'
import { freePort, peopleServer } from '../support/people-server.ts'

const port = await freePort()
const origin = `http://localhost:${String(port)}`
const mail = await mailServer()
const built = await buildAssets()
useAssets(built.manifest)
const { app, clock, work } = await peopleServer({
  origin,
  assetsFolder: built.folder,
  environment: { PEYMAN_SMTP_URL: mail.config.url, PEYMAN_MAIL_FROM: 'desk@desk.example' }
})
await app.listen({ port, host: 'localhost' })

async function mailedCode(address: string): Promise<string> {
  await work()
  const taken = mail.mails.findLast(({ to }) => to.includes(address))
  assert.ok(taken)
  return /: ([۰-۹0-9]{6})/.exec((await readMail(taken)).text ?? '')?.[1] ?? ''
}

describe('ways in, in a browser', () => {
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  test('without script somebody makes an account by a code and comes to their account', async () => {
    const { page, context } = await openDevice(browser, {
      width: 360,
      scripts: false,
      lock: 'none'
    })
    await page.goto(`${origin}/en/sign-in`)
    await page
      .getByRole('link', { name: 'Sign in with a one-time code, or make an account' })
      .click()
    await page.getByLabel('E-mail address').fill('anna@reader.example')
    await page.getByRole('button', { name: 'Send the code' }).click()
    await page.getByLabel('One-time code').fill(await mailedCode('anna@reader.example'))
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Anna Berg')
    await page.getByRole('button', { name: 'Make the account' }).click()
    await page.waitForURL(`${origin}/en/account`)
    await page.getByText('Your account was made').waitFor()
    assert.equal(await page.getByText('Anna Berg').count(), 2)
    await context.close()
  })

  test('a passkey proves again who sits there, and what was asked for goes on', async () => {
    const { page, context, faults } = await openDevice(browser, { width: 1280, lock: 'none' })
    await page.goto(`${origin}/sign-in?next=/account`)
    await page.getByRole('button', { name: 'ورود به جای مریم رضایی' }).click()
    await page.waitForURL(`${origin}/account`)
    await addLock(context, page, false)
    await page.getByLabel('نامی برای این کلید').fill('تلفن من')
    await page.getByRole('button', { name: 'افزودن کلید عبور' }).click()
    await page.getByText('کلید عبور افزوده شد.').waitFor()
    clock.advance('PT11M')
    await page.goto(`${origin}/account`)
    await page.getByRole('link', { name: 'نخست هویت خود را دوباره تأیید کنید' }).click()
    await page.getByRole('button', { name: 'تأیید با کلید عبور' }).click()
    await page.waitForURL(`${origin}/account`)
    await page.getByText('هویت شما تأیید شد').waitFor()
    await page.getByRole('button', { name: 'برداشتن کلید «تلفن من»' }).click()
    await page.getByText('کلید عبور برداشته شد.').waitFor()
    assert.deepEqual(faults, [])
    await context.close()
  })

  const looks = (['fa', 'en'] as const).flatMap((lang) =>
    // The same page at another width: axe would find the same.
    [
      { lang, width: 360, judge: assertAccessible },
      { lang, width: 1280, judge: assertFits }
    ]
  )
  for (const { lang, width, judge } of looks) {
    test(`the pages pass axe and fit their width, ${lang} ${String(width)}`, async () => {
      const { page, context, faults } = await openDevice(browser, { width, lock: 'none' })
      const prefix = `${origin}${lang === 'en' ? '/en' : ''}`
      const see = async (path: string) => {
        await page.goto(`${prefix}${path}`)
        await judge(page)
      }
      for (const path of ['', '/code', '/code/entry', '/recovery', '/enrol'])
        await see(`/sign-in${path}`)
      const address = `reader-${lang}-${String(width)}@reader.example`
      await page.goto(`${prefix}/sign-in/code`)
      await page.locator('[name=address]').fill(address)
      await page.locator('form:has([name=address]) button').click()
      await page.locator('[name=code]').fill(await mailedCode(address))
      await judge(page)
      await page.locator('form:has([name=code]) button').click()
      await page.waitForURL(/sign-up/)
      await judge(page)
      await page.goto(`${prefix}/sign-in?next=/account`)
      await page.locator('form:has([value=hossein-barati]) button').click()
      await page.waitForURL(`${prefix}/account`)
      for (const path of ['', '/contacts', '/messages', '/not-me', '/role'])
        await see(`/account${path}`)
      await see('/sign-in/again')
      assert.deepEqual(faults, [])
      await context.close()
    })
  }
})
