import type { Browser, BrowserContext, Page } from 'playwright-core'

export { assertAccessible, assertAccessibleInEnglish } from './accessibility.ts'

/** How somebody reads the desk. */
export interface Looks {
  /** 360, a small phone, unless told. */
  readonly width?: number
  readonly scripts?: boolean
  readonly dark?: boolean
}

/** Somebody with a browser of their own: cookies, storage and what went wrong in it. */
export interface Reader {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts and of the page policy. */
  readonly faults: string[]
}

/** Opens a browser window for one person. */
export async function openReader(browser: Browser, looks: Looks = {}): Promise<Reader> {
  const context = await browser.newContext({
    viewport: { width: looks.width ?? 360, height: 780 },
    javaScriptEnabled: looks.scripts ?? true,
    colorScheme: looks.dark === true ? 'dark' : 'light'
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A form that is refused is answered with its status; the browser tells of that as well.
    const isStatus = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isStatus) faults.push(message.text())
  })
  return { page, context, faults }
}

/** Signs an invented person in by one press, in Persian. */
export async function signInAs(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: `ورود به جای ${name}` }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** The cells of the table of a page, row by row, as text. */
export async function tableRows(page: Page): Promise<string[][]> {
  const read = `[...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim().replace(/\\s+/g, ' ')))`
  return (await page.evaluate(read)) as string[][]
}
