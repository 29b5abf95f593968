import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { publicLog } from '../../src/ledger/index.ts'
import { directory } from '../../src/letters/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { type TestServer, startTestServer } from './server.ts'

/** The whole desk with its log and what signs it. */
export interface LetterDesk extends TestServer {
  /** The log and the lanes do what they do within seconds. */
  readonly settle: () => Promise<void>
  /** What waits for the key directory comes into it, and its head into the log; nothing else is done. */
  readonly enterKeys: () => Promise<void>
}

/**
 * Starts a desk on which letters are sealed and opened. It is closed when the test file ends.
 * @param by - Whose time it has: the machine's, since browsers judge proofs by their own clocks; or that at which
 *   most tests begin, which goes on by a minute with each of the acts above.
 */
export async function letterDesk(by: 'machine' | 'test' = 'machine'): Promise<LetterDesk> {
  const isOfMachine = by === 'machine'
  const server = await startTestServer(isOfMachine ? systemClock.now() : undefined)
  const { context, clock } = server
  const signer = await publicLog.openSigner(context.config.dataFolder)
  after(() => signer.close())
  const goOn = () => {
    if (isOfMachine) clock.set(systemClock.now())
    else clock.advance('PT1M')
  }
  const keepLog = async () => publicLog.keepLog(context, await publicLog.publisherOf(context))
  const settle = async () => {
    for (let i = 0; i < 2; i++) {
      goOn()
      await server.work({ everySecondsMax: 10 })
      await keepLog()
    }
  }
  const enterKeys = async () => {
    goOn()
    await directory.integrateEntries(context)
    await keepLog()
  }
  return { ...server, settle, enterKeys }
}

/** Opens the composer of an officer for a person, and types subject and body. */
export async function composeTo(
  page: Page,
  origin: string,
  letter: { readonly nationalId: string; readonly subject: string; readonly body: string }
): Promise<void> {
  await page.goto(`${origin}/desk/letters/new`)
  await page.getByLabel('کد ملی، شناسه ملی یا کد اتباع').fill(letter.nationalId)
  await page.getByRole('button', { name: 'یافتن گیرنده' }).click()
  await page.getByRole('button', { name: 'باز کردن صندوق' }).click()
  await page.getByLabel('موضوع').fill(letter.subject)
  await page.getByLabel('متن نامه').fill(letter.body)
}

/** Seals what is typed, and waits for what the page says then. */
export async function sendTyped(page: Page, says = 'نامه فرستاده شد.'): Promise<void> {
  await page.getByRole('button', { name: 'مهر و موم و فرستادن' }).click()
  const refused = page.locator('[role=alert] .notice-title')
  await refused.waitFor({ state: 'detached' })
  await page.getByText(says).or(refused).first().waitFor()
  assert.deepEqual(await refused.allInnerTexts(), [])
}

/** Opens a letter of a list, the newest unless told, unlocking the mailbox where it asks. */
export async function openListed(page: Page, place = 0): Promise<void> {
  await page.locator('[data-open]').nth(place).click()
  const byDevice = page.getByRole('button', {
    name: /باز کردن با قفل این دستگاه|Open with the lock of this device/
  })
  const letter = page.locator('[data-letter-shown], [data-letter-refused]')
  await byDevice.or(letter).first().waitFor()
  if (await byDevice.isVisible()) await byDevice.click()
  await letter.waitFor()
}
