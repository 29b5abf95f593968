import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing that axe finds, and nothing wider than the screen. */
export async function assertAccessible(page: Page): Promise<void> {
  await settled(page)
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe)
  // All that it looked at and found well is megabytes, and most of the time that it takes.
  const options = { runOnly: rules, resultTypes: ['violations'] }
  const run = `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`
  const violations = await page.evaluate<AxeResults['violations']>(run)
  const found = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`)
  )
  assert.deepEqual(found, [], page.url())
  await assertFits(page)
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

/**
 * Nothing wider than the screen: all that another width of the same page can add to what axe found in the
 * first, at a twentieth of its time.
 */
export async function assertFits(page: Page): Promise<void> {
  const overflow = 'document.documentElement.scrollWidth - innerWidth'
  assert.equal(await page.evaluate(overflow), 0, `${page.url()} is wider than the screen`)
}

// A button that the script has just opened is still changing its colour: axe must see the end.
async function settled(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled([document.fonts.ready, ...document.getAnimations()
    .filter((each) => each instanceof CSSTransition).map((each) => each.finished)]).then(() => true)`)
}
