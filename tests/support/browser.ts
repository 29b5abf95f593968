import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A browser for the tests: the Chromium of the system where there is one, else the one that npm
 * brings (Linux only), with the system libraries that it needs. Close it after use.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = installed.find((path) => existsSync(path))
  // As root the sandbox cannot start; the pages under test are our own.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (found !== undefined) return playwright.launch({ executablePath: found, args: sandbox })
  // Makes the package unpack the libraries of its own, for machines that lack them.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return playwright.launch({
    executablePath: await bundled.executablePath(),
    args: [...bundled.args, ...sandbox],
    headless: true
  })
}
