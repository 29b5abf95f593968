import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Somebody's browser in a test: a page, and what its console complained of. */
export interface TestBrowser {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: string[]
}

/** A telephone with a lock of its own, or a computer without one. */
export async function openDevice(
  browser: Browser,
  look: {
    width?: number
    lock?: 'prf' | 'no-prf' | 'none'
    dark?: boolean
    scripts?: boolean
  } = {}
): Promise<TestBrowser> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 360, height: 800 },
    colorScheme: look.dark === true ? 'dark' : 'light',
    javaScriptEnabled: look.scripts ?? true
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  if (look.lock !== 'none') await addLock(context, page, look.lock !== 'no-prf')
  return { page, context, faults }
}

/** A virtual authenticator that answers by itself; with or without the PRF extension. */
export async function addLock(context: BrowserContext, page: Page, hasPrf: boolean): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf
    }
  })
}

/** Signs a demonstration person in. */
export async function signInAs(page: Page, origin: string, key: string): Promise<void> {
  await page.goto(`${origin}/sign-in?next=/account`)
  await page.locator(`form:has([value=${key}]) button`).click()
  await page.waitForURL(`${origin}/account`)
}

/** The words of the paper key that the wizard shows. */
export async function wordsShown(page: Page): Promise<string[]> {
  return page.locator('[data-words] strong').allTextContents()
}

/** Types back the words that the wizard asks for. */
export async function typeWordsBack(page: Page, words: readonly string[]): Promise<void> {
  for (const field of await page.locator('[data-asked] .field').all()) {
    const label = (await field.locator('label').textContent()) ?? ''
    const at = Number(
      label.replaceAll(/\D/g, (one) => {
        const digit = '۰۱۲۳۴۵۶۷۸۹'.indexOf(one)
        return digit === -1 ? '' : String(digit)
      })
    )
    await field.locator('input').fill(words[at - 1] ?? '')
  }
}

/** Goes through the wizard: the lock of the device, a key on paper, three words. */
export async function enrol(page: Page, origin: string): Promise<string[]> {
  await page.goto(`${origin}/mailbox/new`)
  await page.locator('[data-step=what] [data-next]').click()
  return finishWizard(page)
}

/** The rest of it, whatever it began with. @returns The words of the paper key. */
export async function finishWizard(page: Page): Promise<string[]> {
  await page.locator('[data-device]').click()
  await page.locator('[data-step=paper]:not([hidden])').waitFor()
  const words = await wordsShown(page)
  await page.locator('[data-step=paper] [data-next]').click()
  await typeWordsBack(page, words)
  await page.locator('[data-step=check] button[type=submit]').click()
  await page.locator('[data-step=done]:not([hidden])').waitFor()
  return words
}

/** Signs a demonstration person in, and makes their mailbox. @returns The words of the paper key. */
export async function signInAndEnrol(page: Page, origin: string, key: string): Promise<string[]> {
  await signInAs(page, origin, key)
  return enrol(page, origin)
}
