// Goal: whoever holds a letter sees in their own browser whether it is genuine, and the browser itself
// finds out a desk that lies. Method: Chromium, phone, Persian and English, with and without script; a page
// that is changed on its way; files that are the letter, an altered one, a copy with its code, and none.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { letterCheckCode, letterCheckPath } from '../../src/kernel/genuineness/index.ts'
import { mailboxKeys, mailboxName } from '../../src/kernel/seal/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { acceptLetter } from '../../src/letters/exchange/index.ts'
import { enterLetters } from '../../src/letters/genuineness/enter-letters.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { launchBrowser } from '../support/browser.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { type TestLetter, openTestMailbox, sealTestLetter, streamed } from '../support/letters.ts'
import { assertAccessible } from '../support/reader.ts'

const server = await letterDesk()
const { origin, context } = server

async function enteredLetter(): Promise<TestLetter> {
  const place = { authority: 'sko', unit: 'citizen-services' }
  const citizen = await demonstrated(server, 'maryam-rezaei')
  const home = await openTestMailbox(context, { person: citizen.id })
  const seed = demonstrationSeed(place.authority, place.unit)
  const name = mailboxName(new URL(origin).host, place)
  const unit = await mailboxOf(context.db, place)
  const from = { id: unit?.id ?? '', owner: place, keys: await mailboxKeys(seed, name) }
  const letter = await sealTestLetter(context, { from, to: home })
  const officer = {
    ...({ kind: 'api-key', id: 'test', person: null } as const),
    name: { fa: 'برنامه', en: 'Program' },
    grants: [{ ...place, role: 'officer', post: null } as const]
  }
  await acceptLetter(context, officer, { letter: letter.input, content: streamed(letter.file) })
  server.clock.advance('PT2S')
  await enterLetters(context)
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
  return letter
}

describe('the page that says whether a letter is genuine', () => {
  let browser: Browser
  let page: Page
  let letter: TestLetter
  let path: string
  const sent: string[] = []

  before(async () => {
    letter = await enteredLetter()
    path = letterCheckPath({ letter: letter.input.id, sha256: letter.input.sha256 })
    browser = await launchBrowser()
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 } })
    page = await phone.newPage()
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  })
  after(() => browser.close())

  const choose = async (name: string, buffer: Buffer) => {
    // It is there once the script is.
    await page.locator('[data-check-files]').waitFor({ state: 'visible' })
    await page
      .locator('[data-check-file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }
  const verdict = async (mark: string) =>
    page.locator(`[data-check-${mark}][data-verdict]`).getAttribute('data-verdict')

  test('proves the answer of the desk in the browser, in both languages', async () => {
    for (const [prefix, title] of [
      ['', 'این نامه اصیل است'],
      ['/en', 'This letter is genuine']
    ] as const) {
      await page.goto(origin + prefix + path)
      await page.getByText(title, { exact: true }).waitFor()
      assert.equal(await verdict('status'), 'proven')
      await assertAccessible(page)
    }
  })

  test('takes the answer away where the proof does not hold it', async () => {
    await page.route('**/verify/letter*', async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replaceAll(
        'unit:sko/citizen-services',
        'unit:ito/messaging'
      )
      await route.fulfill({ response: answer, body })
    })
    await page.goto(`${origin}/en${path}`)
    assert.equal(await verdict('status'), 'refused')
    assert.equal(await page.getByText('This letter is genuine').count(), 0)
    await page.unroute('**/verify/letter*')
  })

  test('hashes a file here, and asks for it by id and digest alone', async () => {
    const file = Buffer.from(letter.file)
    await page.goto(`${origin}/en/verify/letter`)
    sent.length = 0
    await choose(`${letter.input.id}.age`, file)
    await page.getByText('This letter is genuine').waitFor()
    await choose('saved.age', file)
    assert.equal(await verdict('file-status'), 'same')
    const altered = Buffer.from(file)
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
    await choose('saved.age', altered)
    await page.getByText('is not the letter of this code').waitFor()
    await choose('holiday.jpg', Buffer.from('\xff\xd8\xff'))
    await page.getByText('is no sealed letter').waitFor()
    const asked = sent.filter((each) => !each.includes('/assets/'))
    assert.equal(asked.length, 1, 'one page, and nothing else')
    assert.match(asked[0] ?? '', /verify\/letter\?code=/)
  })

  test('an altered file is no letter of anybody; a copy with a code leads to its letter', async () => {
    const altered = Buffer.concat([Buffer.from(letter.file), Buffer.from([0])])
    await page.goto(`${origin}/en/verify/letter`)
    await choose(`${letter.input.id}.age`, altered)
    await page.getByText('No such letter was handed in').waitFor()
    const { id, sha256 } = letter.input
    const copy = `<html><p>${letterCheckCode({ letter: id, sha256 })}</p></html>`
    await page.goto(`${origin}/en/verify/letter`)
    await choose('letter.html', Buffer.from(copy))
    await page.getByText('This letter is genuine').waitFor()
    await page.goto(`${origin}/en/verify/letter`)
    await choose('saved.age', Buffer.from(letter.file))
    await page.getByText('its id is not in the name').waitFor()
    await page.locator('input[name="letter"]').fill(id)
    await page.locator('input[name="letter"]').press('Enter')
    await page.getByText('This letter is genuine').waitFor()
  })

  test('answers without script, by a form', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const form = await plain.newPage()
    await form.goto(`${origin}/en/verify/letter`)
    const { id, sha256 } = letter.input
    await form.locator('input[name="code"]').fill(letterCheckCode({ letter: id, sha256 }))
    await form.locator('input[name="code"]').press('Enter')
    await form.getByText('This letter is genuine').waitFor()
    await form.getByText('is the word of the system').waitFor()
    const href = (await form.locator('a[download]').getAttribute('href')) ?? ''
    const proof = await (await fetch(new URL(href, origin))).text()
    assert.match(proof, /^c2sp.org\/tlog-proof/)
    await plain.close()
  })
})
