import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium as playwright } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

// Of the flags that the package suggests only the one about fonts: the others are for functions in a
// cloud, one process for all and no web security. Without a graphics card the drawing is by far the
// quickest where nothing imitates one.
const drawing = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none']

/**
 * A browser for the tests. Close it after use. It is the one that npm brings, with the system libraries
 * that it needs: the same everywhere, and without a window system it takes half the time of a desktop's.
 * Where that one cannot run (it is for Linux on x64), the Chromium of the system.
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const found = installed.find((path) => existsSync(path))
  const brought = process.platform === 'linux' && process.arch === 'x64'
  if (!brought && found !== undefined) return launchInstalled(found, flags)
  // Makes the package unpack the libraries of its own, for machines that lack them.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  const executablePath = await alone(() => bundled.executablePath())
  return playwright.launch({ executablePath, args: [...drawing, ...flags] })
}

function launchInstalled(executablePath: string, flags: readonly string[]): Promise<Browser> {
  // As root the sandbox cannot start; the pages under test are our own.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return playwright.launch({ executablePath, args: [...sandbox, ...flags] })
}

/** Test files run side by side, and the first one unpacks the browser into a folder of them all. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), 'peyman-chromium.lock')
  // A lock that a killed run left behind is passed after half a minute.
  for (let tries = 0; tries < 150 && !(await taken(lock)); tries++) await setTimeout(200)
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

function taken(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false
  )
}
