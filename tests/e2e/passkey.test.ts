// Goal: a passkey is added and opens the door in a real browser, and the page works without script.
// Method: Chromium with a virtual authenticator (resident keys, user verification), on localhost.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { buildAssets } from '../../src/platform/html/build-assets.ts'
import { useAssets } from '../../src/platform/html/index.ts'
import { assertAccessible, assertFits } from '../support/accessibility.ts'
import { launchBrowser } from '../support/browser.ts'
import { addLock, openDevice } from '../support/mailbox-browser.ts'
import { freePort, peopleServer } from '../support/people-server.ts'

const port = await freePort()
const origin = `http://localhost:${String(port)}`
const built = await buildAssets()
useAssets(built.manifest)
const { app } = await peopleServer({ origin, assetsFolder: built.folder })
await app.listen({ port, host: 'localhost' })

describe('sign-in in a browser', () => {
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  test('a passkey is added on the account page and signs in after signing out', async () => {
    const { page, context, faults } = await openDevice(browser, { width: 360, lock: 'none' })
    await page.goto(`${origin}/sign-in?next=/account`)
    await page.getByRole('button', { name: 'ورود به جای مریم رضایی' }).click()
    await page.waitForURL(`${origin}/account`)
    await addLock(context, page, false)

    await page.getByLabel('نامی برای این کلید').fill('تلفن من')
    await page.getByRole('button', { name: 'افزودن کلید عبور' }).click()
    await page.getByText('کلید عبور افزوده شد.').waitFor()
    assert.equal(await page.getByText('تلفن من', { exact: true }).count(), 1)

    // The device that holds a passkey already says so, and nothing is added.
    await page.getByRole('button', { name: 'افزودن کلید عبور' }).click()
    await page.getByText('این دستگاه از پیش کلید عبور شما را دارد.').waitFor()

    await page.goto(`${origin}/account`)
    await page.getByRole('main').getByRole('button', { name: 'خروج' }).click()
    await page.waitForURL(`${origin}/`)
    await page.getByText('از سامانه خارج شدید.').waitFor()

    await page.goto(`${origin}/sign-in?next=/account`)
    await page.getByRole('button', { name: 'ورود با کلید عبور' }).click()
    await page.waitForURL(`${origin}/account`)
    assert.equal(await page.getByText('۹۹۰۰۰۰۰۰۱۳').count(), 1)
    assert.deepEqual(faults, [])
    await context.close()
  })

  test('a device without a passkey leaves the reader on the page with a word why', async () => {
    const { page, context } = await openDevice(browser, { width: 1280, lock: 'none' })
    await page.goto(`${origin}/en/sign-in`)
    await addLock(context, page, false)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('That was not finished').waitFor()
    assert.equal(
      await page.getByRole('button', { name: 'Sign in with a passkey' }).isEnabled(),
      true
    )
    await context.close()
  })

  test('without script a demonstration person signs in, looks and leaves', async () => {
    const { page, context } = await openDevice(browser, {
      width: 360,
      scripts: false,
      lock: 'none'
    })
    await page.goto(`${origin}/en/sign-in?next=/account`)
    assert.equal(
      await page.getByRole('button', { name: 'Sign in with a passkey' }).isEnabled(),
      false
    )
    await page.getByRole('button', { name: 'Sign in as Reza Farzaneh' }).click()
    await page.waitForURL(`${origin}/en/account`)
    assert.equal(await page.getByText('Citizen Services Officer').count(), 1)
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${origin}/en`)
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
      const prefix = lang === 'en' ? '/en' : ''
      await page.goto(`${origin}${prefix}/sign-in?next=/account`)
      await judge(page)
      await page.locator('form:has([value=hossein-barati]) button').click()
      await page.waitForURL(`${origin}${prefix}/account`)
      await judge(page)
      assert.deepEqual(faults, [])
      await context.close()
    })
  }
})
