import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { launchBrowser } from '../../tests/support/browser.ts'
import type { SealOpen } from './references.ts'

/** What the browser found. */
export interface BrowserRates {
  readonly version: string
  /** By bytes. */
  readonly rates: ReadonlyMap<number, SealOpen>
  readonly stream: { readonly sealSeconds: number; readonly openSeconds: number }
}

/** Letters sealed and opened by the browser that the tests use, in a second of the wall. */
export async function browserRates(
  sizes: readonly number[],
  { seconds, streamBytes }: { seconds: number; streamBytes: number }
): Promise<BrowserRates> {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'in-browser.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true
  })
  const script = outputFiles[0]?.text ?? ''
  // On this machine's own address: a browser gives WebCrypto to nobody else without TLS.
  const server = createServer((request, response) => {
    const isScript = request.url === '/bench.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/bench.js"></script>'
    )
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`)
    await page.waitForFunction('globalThis.bench !== undefined')
    const rates = new Map<number, SealOpen>()
    for (const bytes of sizes) {
      const call = `bench.rates(${String(bytes)}, ${String(seconds)})`
      rates.set(bytes, await page.evaluate<SealOpen>(call))
    }
    const call = `bench.streamed(${String(streamBytes)})`
    const stream = await page.evaluate<BrowserRates['stream']>(call)
    return { version: browser.version(), rates, stream }
  } finally {
    await browser.close()
    server.close()
  }
}
