// Goal: at a counter a clerk shows where an application stands, and withdraws it, with the applicant's
// consent alone; on a phone, without JavaScript, in both languages. Method: a browser, consent on paper.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { submitCase } from '../../src/cases/submit-case.ts'
import { viewCase } from '../../src/cases/view-case.ts'
import { factsOf } from '../../src/ledger/index.ts'
import { newId } from '../../src/platform/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'
import { demonstrated } from '../isolation/world.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { origin, context, clock } = server
const clerk = 'سمیه جعفری'
const citizen = await demonstrated(server, 'maryam-rezaei')

async function filed(): Promise<{ id: string; code: string }> {
  const { case: id } = await submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'scan.pdf', bytes: pdf() }],
    submissionKey: newId(clock.now())
  })
  const { code } = await viewCase(context, citizen, { case: id })
  return { id, code }
}

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

async function at(path: string, looks = {}) {
  const reader = await openReader(browser, { width: 360, ...looks })
  await signInAs(reader.page, origin, clerk)
  await reader.page.goto(origin + path)
  return reader
}

async function show(page: Page, code: string, isOnPaper: boolean): Promise<void> {
  await page.getByLabel('کد رهگیری').fill(code)
  await page.getByLabel('کد دفتر').fill('۷۲۴۹۱')
  if (isOnPaper) await page.getByLabel('رضایت او را روی کاغذ دارم').check()
  await page.getByRole('button', { name: 'نشان دادن وضع' }).click()
}

test('where an application stands, with consent on paper; without any, nothing', async () => {
  const { id, code } = await filed()
  const { page, context: own, faults } = await at('/desk/counter')
  await assertAccessible(page)
  await show(page, code, false)
  await page.getByText('کد رضایتی را بنویسید').first().waitFor()
  await assertAccessible(page)
  await page.getByLabel('رضایت او را روی کاغذ دارم').check()
  await page.getByRole('button', { name: 'نشان دادن وضع' }).click()
  await page.getByText('با رضایت متقاضی در دفتر').waitFor()
  await assertAccessible(page)
  const looks = (await factsOf(context.db, citizen.id, id)).filter(
    ({ kind }) => kind === 'case.viewed'
  )
  assert.equal(looks.at(-1)?.body['consent'], 'paper')
  assert.deepEqual(faults, [])
  await own.close()
})

test('a code of no case is told beside its field', async () => {
  const { page, context: own } = await at('/desk/counter')
  await show(page, 'ABCDE-FGHJK', true)
  await page.getByText('پیدا نشد').first().waitFor()
  await own.close()
})

test('a withdrawal on the page of the case, in English', async () => {
  const { id } = await filed()
  const { page, context: own, faults } = await at(`/en/desk/cases/${id}`, { width: 1280 })
  const form = page.locator('#withdrawal')
  await form.locator('summary').click()
  await form.getByRole('button', { name: 'Withdraw the application' }).click()
  await page.locator('#withdrawal').getByText('Write the consent code').first().waitFor()
  await assertAccessible(page)
  const again = page.locator('#withdrawal')
  await again.getByLabel('Office code').fill('72491')
  await again.getByLabel('I have the consent on paper').check()
  await again.getByRole('button', { name: 'Withdraw the application' }).click()
  await page.getByText('The withdrawal is registered.').waitFor()
  assert.deepEqual(faults, [])
  await own.close()
})
