import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, assertFits } from '../support/accessibility.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveGallery } from '../support/gallery-server.ts'

const pictures = join(import.meta.dirname, '../../.cache/gallery')

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
      await (look.width === 360 ? assertAccessible(page) : assertFits(page))
      assert.deepEqual(faults, [])
      await page.close()
    })
  }

  test('the menu and the dialogs open without script', async () => {
    const { page } = await open({ lang: 'fa', theme: 'light', width: 360 }, { scripts: false })
    const menu = page.locator('#site-menu')
    assert.equal(await menu.isVisible(), false)
    await page.locator('[popovertarget=site-menu]').click()
    assert.equal(await menu.isVisible(), true)
    await page.keyboard.press('Escape')
    const dialog = page.locator('#withdraw')
    assert.equal(await dialog.isVisible(), false)
    await page.locator('[popovertarget=withdraw]').first().click()
    assert.equal(await dialog.isVisible(), true)
    await dialog.locator('[popovertargetaction=hide]').click()
    assert.equal(await dialog.isVisible(), false)
    await page.close()
  })

  test('with script a dialog is modal, and gives the focus back', async () => {
    const { page, faults } = await open({ lang: 'en', theme: 'light', width: 1280 })
    const opener = page.getByRole('button', { name: 'Withdraw the application' })
    await opener.click()
    assert.equal(await page.locator('dialog#withdraw:modal').count(), 1)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('dialog#withdraw').isVisible(), false)
    assert.equal(await page.locator('button:focus').innerText(), await opener.innerText())
    assert.deepEqual(faults, [])
    await page.close()
  })

  test('J, K and X walk the rows of a table and select them', async () => {
    const { page } = await open({ lang: 'en', theme: 'light', width: 1280 })
    for (const key of ['j', 'j', 'k', 'j', 'x']) await page.keyboard.press(key)
    const second = page.locator('tr[data-href]').nth(1)
    assert.equal(await second.locator('.checkbox').isChecked(), true)
    assert.equal(await second.locator('a:focus, .checkbox:focus').count(), 1)
    // A letter typed into a field is a letter.
    await page.locator('#search-q').fill('')
    await page.locator('#search-q').press('j')
    assert.equal(await page.locator('#search-q').inputValue(), 'j')
    await page.close()
  })

  test('a page with its styles stays far below 60 kB compressed', async () => {
    const page = await fetch(`${server.origin}/gallery`)
    const text = await page.text()
    const css = /href="(\/assets\/main[^"]+)"/.exec(text)?.[1] ?? ''
    const styles = await (await fetch(`${server.origin}${css}`)).text()
    const bytes = brotliCompressSync(text).length + brotliCompressSync(styles).length
    assert.ok(bytes < 30_000, `${bytes} bytes`)
  })
})
