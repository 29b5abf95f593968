// Goal: a program of a counter files a sealed application with `peyman/sdk`, a program of its unit opens it, returns it
// and accepts it, the counter corrects what was returned, and each refuses what is not right, in a word that can be read. Method: a running desk with its log;
// a desk that lies about cards and keys; files that lie about themselves; notes of others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardInForce } from '../../src/catalogue/index.ts'
import { mailboxKeys } from '../../src/kernel/seal/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import {
  ApplicationFaultError,
  DeskRefusedError,
  type SealedApplication,
  connectFiler,
  connectUnit
} from '../../src/letters/sdk/index.ts'
import { createApiKey } from '../../src/people/index.ts'
import { MemoryPins } from '../support/directory.ts'
import { pdf } from '../support/desk.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { companyAnswers, sealedDocument, sealedForm } from '../support/sealed-case.ts'

const server = await letterDesk('test')
const { context, clock, origin } = server
const unit = { authority: 'ito', unit: 'service-desk' }
const keyOf = async (role: 'clerk' | 'officer') =>
  (await createApiKey(context, { ...unit, role, label: 'برنامه میز خدمت', live: true })).text
const [clerk, officer] = [await keyOf('clerk'), await keyOf('officer')]
await server.enterKeys()
const policy = await (await fetch(`${origin}/log/policy`)).text()
const common = { site: origin, policy, pins: new MemoryPins(), now: () => clock.now() }
const filer = connectFiler({ ...common, apiKey: clerk })
const seed = demonstrationSeed(unit.authority, unit.unit)
const { applications } = await connectUnit({ ...common, apiKey: officer, unit, seed })

const mandate = { code: 'mandate', name: 'معرفی‌نامه.pdf', content: new Uint8Array(pdf(9000)) }
const notice = { code: 'registration-notice', name: 'a.pdf', content: new Uint8Array(pdf()) }
const way = { channel: 'pishkhan', officeCode: '72111001', consentOnPaper: true } as const
const application: SealedApplication = {
  service: '18051002',
  to: unit,
  sealed: {
    company: '10101234565',
    representativeNationalId: '0499370899',
    representativeBirthDate: '1360/05/12',
    mobile: '09151230917',
    truth: 'yes'
  },
  clear: { companyName: 'شرکت چکاوک' },
  documents: [mandate],
  later: ['registration-notice'],
  applicant: { kind: 'person', name: 'علی نمونه' },
  ...way,
  submissionKey: 'program-1'
}

/** What is wrong with what was asked, each in a word. */
async function faults(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (error instanceof ApplicationFaultError) {
    return error.faults.map(({ pointer, fault }) => `${pointer} ${fault}`)
  }
  return error instanceof DeskRefusedError ? [error.code] : [String(error)]
}

let filed: string

test('an application is judged, sealed and filed once, and a document is added to it', async () => {
  const first = await filer.file(application)
  assert.deepEqual(first.missing, ['registration-notice'])
  assert.equal((await filer.file(application)).case, first.case)
  filed = first.case
  const added = await filer.addDocument({ ...notice, ...way, case: filed.toUpperCase(), to: unit })
  assert.equal(added.stage, 'received')
})

test('its unit opens it, returns it signed, and accepts it; an older word of the unit does not count', async () => {
  const opened = await applications.open(filed)
  assert.deepEqual([opened.problems, opened.unopened], [[], []])
  assert.equal(opened.answers['mobile'], '+989151230917')
  assert.equal(opened.answers['companyName'], 'شرکت چکاوک')
  assert.deepEqual(opened.documents.map(({ name }) => name).toSorted(), ['a.pdf', mandate.name])
  const scan = opened.documents.find(({ code }) => code === 'mandate')
  assert.ok(scan && Buffer.from(scan.content).equals(mandate.content))
  const defect = { code: 'field-wrong', item: 'field:mobile' }
  const leaking = [{ ...defect, note: 'شماره ۹۱۵۱۲۳۰۹۱۷ درست نیست' }]
  assert.deepEqual(await faults(applications.giveBack(opened, leaking)), ['/defects note-leaks'])
  assert.equal((await applications.accept(opened)).stage, 'received')
  assert.deepEqual(await faults(applications.accept(opened)), ['sealed/judgement-wrong'])
  const again = await applications.open(filed)
  assert.equal((await applications.giveBack(again, [defect])).stage, 'returned')
})

test('what was returned is corrected, sealed, and the case comes back; nothing else is sent', async () => {
  const bodies: string[] = []
  const listening: typeof fetch = (address, init) => {
    if (typeof init?.body === 'string') bodies.push(init.body)
    return fetch(address, init)
  }
  const counter = connectFiler({ ...common, apiKey: clerk, fetch: listening })
  const answer = { ...way, case: filed.toUpperCase(), to: unit }
  const mobile = '09121112233'
  const wrong = counter.correct({
    ...answer,
    to: { authority: 'ito', unit: 'messaging' },
    sealed: { mobile: '12', company: '10101234565', companyName: 'شرکت' },
    clear: { company: '10101234565' }
  })
  assert.deepEqual(await faults(wrong), [
    '/to other-unit',
    '/sealed/companyName answer-not-sealed',
    '/clear/company answer-not-clear',
    '/sealed/company field-not-returned',
    '/sealed/companyName field-not-returned',
    '/clear/company field-not-returned',
    '/sealed/mobile mobile/form'
  ])
  const leaking = { ...answer, sealed: { mobile }, contest: 'شماره ۹۱۲۱۱۱۲۲۳۳ درست است' }
  assert.deepEqual(await faults(counter.correct(leaking)), ['/contest note-leaks'])
  assert.deepEqual(await faults(counter.correct(answer)), ['case/unresolved-defects'])
  assert.equal((await counter.correct({ ...answer, sealed: { mobile } })).stage, 'received')
  assert.ok(!bodies.join().includes('9121112233'))
  assert.deepEqual(await faults(counter.correct({ ...answer, sealed: { mobile } })), [
    ' not-returned'
  ])
  const opened = await applications.open(filed)
  assert.deepEqual([opened.problems, opened.unopened], [[], []])
  assert.equal(opened.answers['mobile'], '+989121112233')
  assert.equal(opened.answers['company'], '10101234565')

  const defects = [
    { code: 'field-wrong', item: 'field:companyName' },
    { code: 'field-wrong', item: 'field:company' }
  ]
  assert.equal((await applications.giveBack(opened, defects)).stage, 'returned')
  const clear = { companyName: 'شرکت چکاوک خاوران' }
  const contest = 'شناسه ملی شرکت همان است که در آگهی آمده است.'
  assert.equal((await counter.correct({ ...answer, clear, contest })).stage, 'received')
  const again = await applications.open(filed.toUpperCase())
  assert.deepEqual(again.problems, [])
  assert.equal(again.answers['companyName'], clear.companyName)
  assert.equal((await applications.accept(again)).stage, 'received')
})

test('the filer seals nothing that is not right, and tells all of it at once', async () => {
  const lie = { ...mandate, content: new Uint8Array(Buffer.from('MZ a program')) }
  const huge = { ...notice, content: new Uint8Array(pdf(6_000_000)) }
  const wrong = filer.file({
    ...application,
    to: { authority: 'ito', unit: 'messaging' },
    sealed: { ...application.sealed, mobile: '12', companyName: 'شرکت' },
    clear: { companyName: 'شرکت', company: '10101234565' },
    documents: [lie, huge, { ...mandate, code: 'passport' }, mandate, mandate]
  })
  assert.deepEqual(await faults(wrong), [
    '/to other-unit',
    '/sealed/companyName answer-not-sealed',
    '/clear/company answer-not-clear',
    '/sealed/mobile mobile/form',
    '/documents/mandate lies-about-type',
    '/documents/registration-notice too-large',
    '/documents/passport not-on-card',
    '/documents/mandate document-twice'
  ])
  const plain = filer.file({ ...application, service: '18051001', sealed: {}, documents: [] })
  assert.ok((await faults(plain)).includes('/service not-sealed'))
})

test('a desk that makes sealed answers readable, or gives another key, gets nothing', async () => {
  const sent: string[] = []
  const lying = (change: (text: string) => string): typeof fetch => {
    return async (address, init) => {
      if (init?.method === 'POST') sent.push(typeof address === 'string' ? address : '')
      const answer = await fetch(address, init)
      if (init?.method === 'POST') return answer
      return new Response(change(await answer.text()), { status: answer.status })
    }
  }
  const open = lying((text) => text.replace('"name":"mobile",', '"name":"mobile","clear":true,'))
  const opener = connectFiler({ ...common, apiKey: clerk, fetch: open })
  const submissionKey = 'program-2'
  assert.deepEqual(await faults(opener.file({ ...application, submissionKey })), [
    '/sealed/mobile answer-not-sealed'
  ])
  const swap = lying((text) =>
    text.replaceAll(/age1pq1[a-z0-9]{20}/g, (key) => `${key.slice(0, -1)}q`)
  )
  const swapped = connectFiler({ ...common, pins: new MemoryPins(), apiKey: clerk, fetch: swap })
  const [fault] = await faults(swapped.file({ ...application, submissionKey }))
  assert.match(fault ?? '', /DirectoryRefusedError/)
  assert.deepEqual(
    sent.filter((address) => !address.includes('key-lookups')),
    []
  )
})

test('what a hostile program sealed is found when the unit opens it, and is not given out', async () => {
  const keys = await mailboxKeys(seed, `${new URL(origin).host}/ito/service-desk`)
  const others = await mailboxKeys(new Uint8Array(32).fill(9), 'desk.example/ito/messaging')
  const of = 'hostile-1'
  const page = pdf()
  page.write('<script>alert(1)</script>', 20)
  const html = await sealedDocument(keys, { code: 'mandate', of, bytes: page, name: 'page.jpg' })
  const other = await sealedDocument(others, { code: 'registration-notice', of, bytes: pdf() })
  const card = await cardInForce(context.db, '18051002', clock.now())
  assert.ok(card)
  const listed = [html.listed, html.listed]
  const answers = { ...companyAnswers.sealed, mobile: '12', spare: 'x' }
  const sealed = await sealedForm(keys, card.card, { of, documents: listed, answers })
  const files = [html, other].map(({ file: { document, name, bytes } }) => {
    return { document, name, content: bytes.toString('base64') }
  })
  const { service, applicant } = application
  const answer = await fetch(`${origin}/api/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clerk}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ service, applicant, ...way, sealed, files },
      ...{ answers: companyAnswers.clear, submissionKey: of }
    })
  })
  assert.equal(answer.status, 201)
  const { case: id } = (await answer.json()) as { case: string }
  const opened = await applications.open(id)
  assert.deepEqual(opened.documents, [])
  assert.deepEqual(opened.unopened, [{ code: 'registration-notice', fault: 'case-file-other-key' }])
  assert.deepEqual(await faults(applications.accept(opened)), [
    '/ clear-answer',
    '/field:mobile mobile/form',
    '/field:spare form/unknown-field',
    '/document:mandate lies-about-type',
    '/document:mandate document-twice',
    '/document:registration-notice case-file-other-key'
  ])
  const defects = [
    { code: 'document-wrong', item: 'document:mandate' },
    { code: 'document-unreadable', item: 'document:registration-notice' }
  ]
  assert.equal((await applications.giveBack(opened, defects)).stage, 'returned')
})
