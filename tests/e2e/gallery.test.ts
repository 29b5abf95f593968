import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { serveGallery } from '../support/gallery-server.ts'

const pictures = join(import.meta.dirname, '../../.cache/gallery')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const combinations = (['fa', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [360, 1280].map((width) => ({ lang, theme, width }))
  )
)

describe('the gallery', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveGallery>>
  before(async () => {
    await mkdir(pictures, { recursive: true })
    server = await serveGallery()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  async function open(
    look: { lang: 'fa' | 'en'; theme: string; width: number },
    options: { scripts?: boolean } = {}
  ): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({
      viewport: { width: look.width, height: 900 },
      javaScriptEnabled: options.scripts ?? true
    })
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(error.message))
    const prefix = look.lang === 'en' ? '/en' : ''
    await page.goto(`${server.origin}${prefix}/gallery?theme=${look.theme}`)
    return { page, faults }
  }

  for (const look of combinations) {
    const name = `${look.lang}-${look.theme}-${look.width}`
    test(`${name} passes axe, fits its width, and has its picture taken`, async () => {
      const { page, faults } = await open(look)
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
      await page.evaluate(axe)
      const run = `axe.run({ runOnly: ${JSON.stringify(rules)} })`
      const { violations } = (await page.evaluate(run)) as AxeResults
      const found = violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary}`)
      )
      assert.deepEqual(found, [])
      const overflow = 'document.documentElement.scrollWidth - innerWidth'
      assert.equal(await page.evaluate(overflow), 0, 'the page is wider than the screen')
      assert.deepEqual(faults, [])
      await page.close()
    })
  }
})
