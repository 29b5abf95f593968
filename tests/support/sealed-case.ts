import { createHash } from 'node:crypto'
import type { ServiceCard } from '../../src/catalogue/index.ts'
import type { GivenForm } from '../../src/cases/sealed/sealed-form.ts'
import { schemaHash } from '../../src/kernel/forms/index.ts'
import {
  type CaseForm,
  type MailboxKeys,
  sealCaseDocument,
  sealCaseForm
} from '../../src/kernel/seal/index.ts'

/** How a sender names a key. */
export function keyHash(recipient: string): string {
  return createHash('sha256').update(recipient).digest('base64')
}

/** Good answers for a company's mailbox (18051002), sealed and clear. */
export const companyAnswers = {
  sealed: {
    company: '10101234565',
    representativeNationalId: '0499370899',
    representativeBirthDate: '1360-05-12',
    mobile: '+989151230917',
    truth: true
  },
  clear: { companyName: 'شرکت چکاوک' }
}

/** A form sealed as the browser of an applicant seals it. */
export async function sealedForm(
  keys: Pick<MailboxKeys, 'recipient'>,
  card: ServiceCard,
  form: Partial<CaseForm>
): Promise<GivenForm> {
  const schema = schemaHash(card.form)
  const sealed = await sealCaseForm(
    {
      v: 1,
      kind: 'application',
      of: 'submission-1',
      service: card.code,
      card: `${card.code}@1`,
      schema,
      answers: companyAnswers.sealed,
      documents: [],
      ...form
    },
    keys.recipient
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  const content = Buffer.from(sealed.value).toString('base64')
  return { content, recipientKey: keyHash(keys.recipient), schema }
}

/** A document sealed as the browser of an applicant seals it, and what the form says of it. */
export async function sealedDocument(
  keys: Pick<MailboxKeys, 'recipient'>,
  of: { readonly code: string; readonly of: string; readonly bytes: Buffer; readonly name?: string }
) {
  const { code, bytes, name = 'letter.pdf' } = of
  const content = new Uint8Array(bytes)
  const facts = { code, name, type: 'application/pdf' }
  const head = { ...facts, of: of.of, service: '18051002' }
  const sealed = await sealCaseDocument({ head, content }, keys.recipient)
  if (!sealed.ok) throw new Error(sealed.reason)
  const sha256 = createHash('sha256').update(content).digest('hex')
  return {
    listed: { ...facts, bytes: content.length, sha256 },
    file: { document: code, name, bytes: Buffer.from(sealed.value) }
  }
}
