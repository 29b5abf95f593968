import assert from 'node:assert/strict'
import { pdf } from '../desk.ts'
import { companyAnswers, sealedDocument, sealedForm } from '../sealed-case.ts'
import type { Exchange } from './letter-load.ts'

/** Files an application that only its unit reads, as the browser of its applicant does, and looks at it. */
export async function fileSealed({ citizen, sealing, fragments }: Exchange): Promise<void> {
  const of = crypto.randomUUID()
  const { keys, card } = sealing
  const sealed = await Promise.all(
    ['mandate', 'registration-notice'].map((code) =>
      sealedDocument(keys, {
        ...{ code, of, name: `${fragments.next()}.pdf` },
        bytes: Buffer.concat([pdf(3000), Buffer.from(fragments.several(3).join('\n'))])
      })
    )
  )
  const answers = { ...companyAnswers.sealed, company: fragments.next() }
  const documents = sealed.map(({ listed }) => listed)
  const { status, body } = await citizen.post<{ case: string }>('/cases', {
    ...{ service: card.code, answers: companyAnswers.clear, submissionKey: of },
    sealed: await sealedForm(keys, card, { of, documents, answers }),
    files: sealed.map(({ file: { document, bytes } }) => ({
      ...{ document, name: `${document}.age` },
      content: bytes.toString('base64')
    }))
  })
  assert.equal(status, 201)
  assert.equal((await citizen.get(`/cases/${body.case}`)).status, 200)
}
