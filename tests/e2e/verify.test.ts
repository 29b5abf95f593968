import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import qrcode from 'qrcode'
import { paperParts, signPromise } from '../../src/kernel/tlog/index.ts'
import { assertAccessible } from '../support/accessibility.ts'
import { launchBrowser } from '../support/browser.ts'
import { hex, logKey, vectors } from '../support/tlog.ts'
import { serveVerify } from '../support/verify-server.ts'

const policy = `log ${vectors.vkey}\nquorum none\n`
const receipt = vectors.receipt_member_2

function promiseOf(member: number, at = 1_767_225_600): string {
  const commitment = hex(vectors.members[member]?.commitment ?? '')
  return signPromise({ origin: logKey.key.name, commitment, at, delaySecondsMax: 3600 }, logKey)
}

/** A film of one picture, as Chromium's camera of tests shows it. */
function film(text: string): Buffer {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  const [width, height] = [640, 480]
  const cell = Math.floor((height - 40) / size)
  const luma = Buffer.alloc(width * height, 235)
  for (let y = 0; y < size * cell; y++) {
    for (let x = 0; x < size * cell; x++) {
      const isDark = data[Math.floor(y / cell) * size + Math.floor(x / cell)]
      if (isDark) luma[(y + 20) * width + x + 100] = 16
    }
  }
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    luma,
    Buffer.alloc((width * height) / 2, 128)
  ])
  const head = Buffer.from(`YUV4MPEG2 W${String(width)} H${String(height)} F10:1 Ip A1:1 C420\n`)
  return Buffer.concat([head, ...Array.from({ length: 5 }, () => frame)])
}

/** One picture of several, as a photograph of a printed receipt has its codes. */
async function sideBySide(page: Page, pictures: readonly Buffer[]): Promise<Buffer> {
  const given = JSON.stringify(pictures.map((picture) => [...picture]))
  const bytes = await page.evaluate<number[]>(`(async () => {
    const blobs = ${given}.map((bytes) => new Blob([new Uint8Array(bytes)]))
    const images = await Promise.all(blobs.map((blob) => createImageBitmap(blob)))
    const width = images.reduce((sum, image) => sum + image.width, 0)
    const canvas = new OffscreenCanvas(width, Math.max(...images.map((image) => image.height)))
    let left = 0
    for (const image of images) {
      canvas.getContext('2d').drawImage(image, left, 0)
      left += image.width
    }
    const picture = await canvas.convertToBlob({ type: 'image/png' })
    return [...new Uint8Array(await picture.arrayBuffer())]
  })()`)
  return Buffer.from(bytes)
}

describe('the page that checks receipts', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveVerify>>
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-verify-'))
    await writeFile(
      join(folder, 'camera.y4m'),
      film(paperParts(promiseOf(2), { link: 'https://desk.example/verify' })[0] ?? '')
    )
    server = await serveVerify(policy)
    browser = await launchBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${join(folder, 'camera.y4m')}`
    ])
  })
  after(async () => {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true })
  })

  async function open(path: string, options: BrowserContextOptions = {}) {
    const page = await browser.newPage(options)
    const faults: string[] = []
    const requests: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(path.includes(':') ? path : `${server.origin}${path}`)
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
    return { page, faults, requests }
  }

  async function bring(page: Page, ...files: (string | Buffer)[]): Promise<string> {
    await page.evaluate("delete document.querySelector('[data-verify-result]').dataset.outcome")
    await page.setInputFiles(
      '[data-verify-file]',
      files.map((content, i) => ({
        name: `${String(i)}.tlog-proof`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content)
      }))
    )
    return outcome(page)
  }

  async function outcome(page: Page): Promise<string> {
    const result = page.locator('[data-verify-result][data-outcome]')
    await result.waitFor()
    return (await result.getAttribute('data-outcome')) ?? ''
  }

  for (const lang of ['fa', 'en'] as const) {
    test(`a receipt is proven in ${lang}, and nothing is sent`, async () => {
      const { page, faults, requests } = await open(lang === 'fa' ? '/verify' : '/en/verify')
      assert.equal(await bring(page, receipt), 'proven')
      const told = await page.locator('[data-verify-result]').innerText()
      assert.match(told, lang === 'fa' ? /ثابت شد\n/ : /Proven\n/)
      assert.match(
        told,
        lang === 'fa' ? /۱۱ دی ۱۴۰۴، ساعت ۰۳:۳۰/ : /1 January 2026 \(11 Dey 1404\), 03:30/
      )
      assert.match(
        told,
        lang === 'fa' ? /نمی‌گوید که نوشته‌های متن راست است/ : /It does not say that what/
      )
      await assertAccessible(page)
      // The picture of the tab comes when the browser likes; nothing else does.
      assert.deepEqual(
        requests.filter((each) => !each.includes('/assets/icon.')),
        []
      )
      assert.deepEqual(faults, [])
      await page.close()
    })
  }

  test('the page may send nothing anywhere', async () => {
    const { page } = await open('/verify')
    const sent = 'fetch("/healthz").then(() => "sent", () => "refused")'
    assert.equal(await page.evaluate(sent), 'refused')
    const { headers } = await fetch(`${server.origin}/verify`)
    assert.match(headers.get('content-security-policy') ?? '', /connect-src 'none'/)
    assert.match(headers.get('permissions-policy') ?? '', /camera=\(self\)/)
    // The second reader of the same second gets the page that was kept.
    const again = await fetch(`${server.origin}/verify`)
    assert.match(again.headers.get('content-security-policy') ?? '', /connect-src 'none'/)
    await page.close()
  })

  test('hostile files are refused with the reason, never proven', async () => {
    const { page, faults } = await open('/en/verify')
    const lines = receipt.split('\n')
    const hostile: [string | Buffer, RegExp][] = [
      ['', /This file is no receipt/],
      [receipt.slice(0, 400), /incomplete or altered/],
      [
        lines
          .with(3, lines[4] ?? '')
          .with(4, lines[3] ?? '')
          .join('\n'),
        /does not lead to the root/
      ],
      [receipt.replaceAll('log/1', 'log/2'), /not in your policy/],
      [Buffer.alloc(3_000_000, 'a'), /larger than any receipt/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]), /not text/],
      [vectors.checkpoint, /only a checkpoint/],
      [`${promiseOf(2)}x`, /./],
      [receipt.replace('— ', '<img src=x onerror=alert(1)> '), /does not have the form/]
    ]
    for (const [content, reason] of hostile) {
      assert.equal(await bring(page, content), 'refused')
      assert.match(await page.locator('.verify-verdict').innerText(), reason)
    }
    assert.deepEqual(faults, [])
    await page.close()
  })

  test('a promise is answered by the receipt that comes with it', async () => {
    const { page } = await open('/en/verify')
    assert.equal(await bring(page, promiseOf(2)), 'promise')
    assert.match(
      await page.locator('.verify-title').innerText(),
      /The time of this promise is over/
    )
    assert.equal(await bring(page, promiseOf(2), receipt), 'promise proven')
    assert.match(await page.locator('.verify-title').first().innerText(), /kept its promise/)
    assert.equal(await bring(page, promiseOf(1), receipt), 'promise proven')
    assert.match(await page.locator('.verify-verdict').first().innerText(), /another statement/)
    await page.close()
  })

  test('text is pasted, links bring parts, pictures and the camera are read', async () => {
    const { page, faults } = await open('/en/verify')
    await page.locator('summary', { hasText: 'Paste' }).click()
    await page.fill('[data-verify-text]', receipt.trim())
    await page.locator('[data-verify-paste] button').click()
    assert.equal(await outcome(page), 'proven')

    const parts = paperParts(receipt, { link: `${server.origin}/en/verify`, charactersMax: 600 })
    assert.equal(parts.length, 2)
    await page.goto(parts[1] ?? '')
    assert.equal(await outcome(page), 'waiting')
    assert.match(await page.locator('.verify-verdict').innerText(), /still missing: 1\./)
    const picture = await qrcode.toBuffer(parts[0] ?? '', { errorCorrectionLevel: 'M', scale: 4 })
    await page.setInputFiles('[data-verify-file]', {
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: picture
    })
    await page.locator('[data-outcome=proven]').waitFor()

    await page.goto(`${server.origin}/en/verify`)
    await page.locator('summary', { hasText: 'camera' }).click()
    await page.locator('[data-verify-camera]').click()
    await page.locator('[data-outcome=promise]').waitFor()
    assert.equal(await page.locator('[data-verify-video]').isVisible(), false)
    assert.deepEqual(faults, [])
    await page.close()
  })

  test('a picture of both codes of a receipt is enough', async () => {
    const { page, faults } = await open('/en/verify')
    const parts = paperParts(receipt, { link: `${server.origin}/en/verify`, charactersMax: 600 })
    const codes = await Promise.all(
      parts.map((part) => qrcode.toBuffer(part, { errorCorrectionLevel: 'M', scale: 4 }))
    )
    await page.setInputFiles('[data-verify-file]', {
      name: 'both.png',
      mimeType: 'image/png',
      buffer: await sideBySide(page, codes)
    })
    assert.equal(await outcome(page), 'proven')
    assert.deepEqual(faults, [])
    await page.close()
  })

  test('own keys may be given, and wrong ones are named', async () => {
    const { page } = await open('/en/verify')
    await page.locator('summary', { hasText: 'Who is believed' }).click()
    await page.fill('[data-verify-policy]', '')
    assert.equal(await bring(page, receipt), 'refused')
    assert.match(await page.locator('.verify-verdict').innerText(), /knows no key of a log/)
    await page.fill('[data-verify-policy]', 'log x\nquorum none')
    assert.equal(await bring(page, receipt), 'refused')
    assert.match(await page.locator('.verify-title').innerText(), /line 1/)
    await page.close()
  })

  test('without scripts the page tells how to check', async () => {
    const { page } = await open('/verify', { javaScriptEnabled: false })
    assert.equal(await page.locator('[data-verify-tool]').isVisible(), false)
    assert.match(await page.locator('noscript').innerText(), /peyman receipt verify/)
    assert.equal(await page.locator('a[href="/verify/offline.html"]').isVisible(), true)
    await page.close()
  })

  for (const lang of ['fa', 'en'] as const) {
    test(`the saved copy checks from a file without any network, in ${lang}`, async () => {
      const answer = await fetch(
        `${server.origin}${lang === 'fa' ? '' : '/en'}/verify/offline.html`
      )
      assert.match(answer.headers.get('content-disposition') ?? '', /attachment/)
      const file = join(folder, `${lang}.html`)
      await writeFile(file, await answer.text())
      const { page, faults, requests } = await open(pathToFileURL(file).href, { offline: true })
      assert.equal(await bring(page, receipt), 'proven')
      assert.equal(await bring(page, receipt.replace('index 1', 'index 0')), 'refused')
      const picture = await qrcode.toBuffer(paperParts(promiseOf(2), { link: 'x' })[0] ?? '', {
        scale: 4
      })
      await page.setInputFiles('[data-verify-file]', {
        name: 'p.png',
        mimeType: 'image/png',
        buffer: picture
      })
      await page.locator('[data-outcome=promise]').waitFor()
      const font = 'document.fonts.ready.then(() => document.fonts.check("16px Vazirmatn"))'
      assert.equal(await page.evaluate(font), true)
      assert.deepEqual(
        requests.filter((each) => !each.includes('data:') && !each.includes('blob:')),
        []
      )
      assert.deepEqual(faults, [])
      await page.close()
    })
  }
})
