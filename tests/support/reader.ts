import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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

/** Nothing that axe finds, and nothing wider than the screen. */
export async function assertAccessible(page: Page): Promise<void> {
  // A button that the script has just opened is still changing its colour: axe must see the end.
  const settled = `Promise.allSettled(document.getAnimations()
    .filter((each) => each instanceof CSSTransition).map((each) => each.finished)).then(() => true)`
  await page.evaluate(settled)
  await page.evaluate('document.fonts.ready')
  await page.evaluate(axe)
  // All that it looked at and found well is megabytes, and most of the time that it takes.
  const options = { runOnly: rules, resultTypes: ['violations'] }
  const run = `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`
  const violations = await page.evaluate<AxeResults['violations']>(run)
  const found = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`)
  )
  assert.deepEqual(found, [], page.url())
  const overflow = 'document.documentElement.scrollWidth - innerWidth'
  assert.equal(await page.evaluate(overflow), 0, `${page.url()} is wider than the screen`)
}

/** The same of the English pages at these addresses. */
export async function assertAccessibleInEnglish(
  page: Page,
  origin: string,
  paths: readonly string[]
): Promise<void> {
  for (const path of paths) {
    await page.goto(`${origin}/en${path}`)
    await assertAccessible(page)
  }
}

/** The cells of the table of a page, row by row, as text. */
export async function tableRows(page: Page): Promise<string[][]> {
  const read = `[...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim().replace(/\\s+/g, ' ')))`
  return (await page.evaluate(read)) as string[][]
}
