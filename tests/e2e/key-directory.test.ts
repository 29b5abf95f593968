// Goal: the owner's own device sees what a desk does to its keys. Method: a real browser on the page of
// one's keys, before and after entries, with a desk that then shows another key.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  type DirectoryAnswer,
  type DirectoryEntry,
  entryHash,
  signEntry
} from '../../src/kernel/directory/index.ts'
import { mailboxKeys, mailboxName, newMailboxSeed } from '../../src/kernel/seal/index.ts'
import { directory } from '../../src/letters/index.ts'
import { inTransaction, newId } from '../../src/platform/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'

const server = await letterDesk()
const { context, clock, enterKeys } = server
const browser = await launchBrowser()
after(() => browser.close())
const citizen = await demonstrated(server, 'maryam-rezaei')
const id = newId()
const owner = `mailbox:${id}`
const newKeys = () =>
  mailboxKeys(newMailboxSeed(), mailboxName(new URL(server.origin).host, { mailbox: id }))
const [own, next, evil] = await Promise.all([newKeys(), newKeys(), newKeys()])

async function enter(last: DirectoryEntry | null, keys: typeof own): Promise<DirectoryEntry> {
  const entry = signEntry(
    {
      v: 1,
      owner,
      sequence: last === null ? 0 : last.sequence + 1,
      at: clock.now().toString(),
      recipient: keys.recipient,
      keys: keys.keys,
      reason: last === null ? 'enrolled' : 'rotated',
      previous: last === null ? null : entryHash(last)
    },
    { own: keys.signers, before: last === null ? [] : own.signers }
  )
  const publication = { entry, aliases: [], by: citizen, person: citizen.id }
  await inTransaction(context.db, (tx) => directory.publishEntry(tx, publication, clock.now()))
  await enterKeys()
  return entry
}

async function open(page: Page): Promise<string> {
  await page.goto(`${server.origin}/en/account/keys`)
  const place = page.locator('[data-own-keys][data-how]')
  await place.waitFor({ timeout: 30_000 })
  return (await place.textContent()) ?? ''
}

test('the device of the owner sees a new key, and a swapped one', async () => {
  const first = await enter(null, own)
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${server.origin}/en/sign-in`)
  const token = await page.locator('input[name=_csrf]').first().inputValue()
  await page.evaluate(
    async ([csrf, person]) => {
      const body = new URLSearchParams({ _csrf: csrf ?? '', person: person ?? '', next: '/' })
      await fetch('/sign-in/demonstration', { method: 'POST', body })
    },
    [token, 'maryam-rezaei']
  )
  assert.match(await open(page), /first check of this device/)
  assert.match(await open(page), /nothing that this device saw/)
  await enter(first, next)
  assert.match(await open(page), /A key was entered/)
  assert.match(await open(page), /nothing that this device saw/)
  await page.route('**/api/v1/key-directory/**', async (route) => {
    const answer = await route.fetch()
    const told = (await answer.json()) as DirectoryAnswer
    const entries = told.entries.map((entry) => ({ ...entry, recipient: evil.recipient }))
    await route.fulfill({ response: answer, json: { ...told, entries } })
  })
  assert.match(await open(page), /does not agree with the public log/)
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  assert.equal(wide, false, 'nothing is wider than a telephone')
  assert.deepEqual(faults, [])
})
