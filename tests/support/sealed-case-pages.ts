import type { Page } from 'playwright-core'
import { pdf } from './desk.ts'
import type { LetterDesk } from './letter-desk.ts'

/** What no request and no row may have: answers, and what stands in a scan and in its name. */
export type CaseSecrets = Readonly<
  Record<
    'company' | 'representativeNationalId' | 'mobile' | 'corrected' | 'document' | 'name',
    string
  >
>

/** Secrets of one test file. */
export function caseSecrets(canary: string): CaseSecrets {
  return {
    company: '10101234565',
    representativeNationalId: '0499370899',
    mobile: '9151230917',
    corrected: '9350000017',
    document: `${canary}-document`,
    name: `${canary}-name`
  }
}

/** The bodies of all that a page sends from now on. */
export function bodiesOf(page: Page, sent: string[] = []): string[] {
  page.on('request', (request) => sent.push(request.postDataBuffer()?.toString('latin1') ?? ''))
  return sent
}

/** A file to choose in a form: a PDF with a secret in it, under a secret name. */
export function secretScan(secrets: CaseSecrets, extension = 'pdf') {
  const buffer = pdf(9000)
  buffer.write(secrets.document, 2000)
  return { name: `${secrets.name}.${extension}`, mimeType: 'application/pdf', buffer }
}

/** Registers what came to a counter on paper, with the mandate and without the notice of registration. */
export async function registerPaper(
  page: Page,
  { origin }: Pick<LetterDesk, 'origin'>,
  secrets: CaseSecrets
): Promise<void> {
  await page.goto(`${origin}/desk/intake/new?service=18051002&channel=pishkhan`)
  await page.locator('[name="applicant.name"]').fill('علی نمونه')
  await page.locator('[name="officeCode"]').fill('72-11-1001')
  const answer = (name: string) => page.locator(`[data-field="${name}"]`)
  await answer('companyName').fill('شرکت چکاوک')
  await answer('company').fill(secrets.company)
  await answer('mobile').fill(`0${secrets.mobile}`)
  await answer('representativeNationalId').fill(secrets.representativeNationalId)
  await answer('representativeBirthDate').fill('1360/05/12')
  await answer('truth').check()
  await page.locator('[name=consentOnPaper]').check()
  await page.locator('input[name="documents.mandate"]').setInputFiles(secretScan(secrets))
  await page.locator('button[value=continue]').click()
  await page.waitForURL('**/receipt**')
}

/** An officer of the unit opens a case on the desk's page of it. */
export async function openAtUnit(page: Page, desk: LetterDesk, address: string): Promise<void> {
  await desk.settle()
  await page.goto(desk.origin + address)
  await page.getByRole('button', { name: 'باز کردن درخواست' }).click()
  await page.getByText('خطایی پیدا نشد').waitFor()
}
