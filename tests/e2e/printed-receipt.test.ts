// Goal: what an applicant prints is enough: its codes alone give the receipt back, and it is proven.
// Method: a real desk with a signer, in a browser; the codes of the page are read as a camera would.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'
import { caseDesk } from '../../src/cases/index.ts'
import {
  forPaper,
  joinPaperParts,
  parsePolicy,
  verifyPromise,
  verifyReceipt
} from '../../src/kernel/tlog/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { jpeg, pdf } from '../support/desk.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { context, origin } = server
const answers = {
  organisationName: 'یاران کویر',
  fields: ['environment'],
  purpose: 'پاکیزه نگه داشتن کویر و آموزش دوستداران آن در شهرهای استان',
  founders: '7',
  representativeNationalId: '0084575948',
  meetingDate: '1405-08-01',
  mobile: '09151234567'
}
const files = [
  { document: 'statutes', name: 'statutes.pdf', bytes: pdf() },
  { document: 'founders-identity', name: 'founders.pdf', bytes: pdf() },
  { document: 'minutes', name: 'minutes.pdf', bytes: pdf() },
  { document: 'office', name: 'office.jpg', bytes: jpeg() }
]

describe('the printed receipt', () => {
  let browser: Browser
  let page: Page
  let signer: Awaited<ReturnType<typeof publicLog.openSigner>> | null = null
  let receipt = ''
  let faults: string[] = []
  before(async () => {
    signer = await publicLog.openSigner(context.config.dataFolder)
    browser = await launchBrowser()
    const reader = await openReader(browser)
    ;({ page, faults } = reader)
    await signInAs(page, origin, 'مریم رضایی')
    const citizen = (await demonstrationPeople()).find(({ key }) => key === 'maryam-rezaei')
    const actor = await actorOfPerson(context.db, citizen?.id ?? '', context.clock.now())
    assert.ok(actor !== null)
    const filed = await caseDesk.submitCase(context, actor, {
      service: '10021004',
      answers,
      files,
      submissionKey: randomUUID()
    })
    receipt = `/cases/${filed.case}/receipt`
  })
  after(async () => {
    await browser.close()
    await signer?.close()
  })

  /** What the codes of the page say, put together. */
  async function scanned(): Promise<string> {
    const read = `[...document.querySelectorAll('.paper-codes svg')].map((svg) =>
      [svg.viewBox.baseVal.width, svg.querySelector('path').getAttribute('d')])`
    const drawn = (await page.evaluate(read)) as [number, string][]
    const joined = joinPaperParts(drawn.map(([size, path]) => decodeQr(picture(size, path))))
    assert.ok(joined.ok && joined.value.text !== null)
    return joined.value.text
  }

  const believed = async () => {
    const policy = parsePolicy(await publicLog.policyOf(context))
    assert.ok(policy.ok)
    return policy.value
  }
  /** A4, as a printer gets it. */
  const pagesOnPaper = async () => {
    const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    return paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length
  }

  test('has the promise of the log at once', async () => {
    await page.goto(origin + receipt)
    await assertAccessible(page)
    const promise = verifyPromise(await scanned(), await believed())
    assert.ok(promise.ok)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'دریافت قول ثبت' }).click()
    assert.match((await download).suggestedFilename(), /\.promise$/)
  })

  test('has the receipt itself once it is published, and so has the file', async () => {
    await server.work()
    await page.goto(origin + receipt)
    await assertAccessible(page)
    const text = await scanned()
    const verdict = verifyReceipt(text, await believed())
    assert.equal(verdict.verdict, 'proven')
    assert.equal(verdict.verdict === 'proven' && verdict.receipt.fields.type, 'case.submitted')
    const href = await page.getByRole('link', { name: 'دریافت فایل رسید' }).getAttribute('href')
    const file = await page.request.get(`${origin}${href ?? ''}`)
    assert.equal(forPaper(await file.text()), text)
    const english = await page.request.get(`${origin}/en${href ?? ''}`)
    assert.equal(english.status(), 200)
    assert.match(await page.locator('main').innerText(), /برگ [۰-۹]+ دفتر ۱۴۰۵/)
  })

  test('is on two pages of A4 with four documents, and small to load', async () => {
    assert.equal(await pagesOnPaper(), 2)
    const answer = await page.request.get(origin + receipt)
    const size = gzipSync(await answer.body()).length
    assert.ok(size < 40_000, String(size))
    assert.deepEqual(faults, [])
  })

  test('says that evidence is delayed while the signer is away, and stands', async () => {
    await signer?.close()
    signer = null
    const citizen = (await demonstrationPeople()).find(({ key }) => key === 'maryam-rezaei')
    const actor = await actorOfPerson(context.db, citizen?.id ?? '', context.clock.now())
    assert.ok(actor !== null)
    const filed = await caseDesk.submitCase(context, actor, {
      service: '10021004',
      answers,
      files,
      submissionKey: randomUUID()
    })
    await page.goto(`${origin}/cases/${filed.case}/receipt`)
    assert.match(await page.locator('main').innerText(), /مدرک با تأخیر/)
    assert.equal(await page.locator('.paper-codes').count(), 0)
  })
})

/** The dark rows of a code as pixels, four to a cell. */
function picture(size: number, path: string) {
  const scale = 4
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let dy = 0; dy < scale; dy++) {
      const from = ((Number(y) + 3) * scale + dy) * width + (Number(x) + 3) * scale
      for (let i = from; i < from + Number(length) * scale; i++) data.fill(0, i * 4, i * 4 + 3)
    }
  }
  return { width, height: width, data }
}
