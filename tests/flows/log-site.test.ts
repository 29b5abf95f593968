// Goal: what was filed can be proven by those concerned and by nobody else, and the log is there for
// everyone as C2SP names it. Method: a running desk with a signer, asked over HTTP.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { factsBetween, publicLog } from '../../src/ledger/index.ts'
import {
  checkBundle,
  parsePolicy,
  promiseOutcome,
  verifyCheckpoint,
  verifyEntryProof,
  verifyPromise,
  verifyReceipt
} from '../../src/kernel/tlog/index.ts'
import { keyClient } from '../support/api-client.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { headOf } from '../support/log.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const signer = await publicLog.openSigner(server.context.config.dataFolder)
after(() => signer.close())
const clerk = await keyClient(server, { authority: 'sko', role: 'clerk' })
const other = await keyClient(server, { authority: 'ito', role: 'clerk' })

const filed = await clerk.post<{ case: string; promise: string | null }>('/cases', {
  service: '10021006',
  channel: 'post',
  trackingNumber: '12345678901234567890',
  applicant: { kind: 'person', name: 'زهرا محمدی', nationalId: '9900000013' },
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }]
})
const facts = await factsBetween(server.context.db, { kinds: ['case.submitted'] })
const fact = facts.find(({ subject }) => subject === filed.body.case)

async function bytes(path: string): Promise<Uint8Array> {
  const answer = await fetch(server.origin + path)
  assert.equal(answer.status, 200, path)
  return answer.bytes()
}

test('a filing is promised at once, and the promise is kept', async () => {
  const { promise } = filed.body
  assert.equal(filed.status, 201)
  assert.ok(promise !== null && fact !== undefined)
  const early = await clerk.get<{ code: string }>(`/receipts/${fact.id}`)
  assert.deepEqual([early.status, early.body.code], [409, 'receipt/pending'])
  await server.work()
  const policy = parsePolicy(await bytes('/log/policy'))
  assert.ok(policy.ok)
  const read = verifyPromise(promise, policy.value)
  assert.ok(read.ok)
  const { text } = await publicLog.receiptOf(server.context, fact.id)
  const receipt = verifyReceipt(text, policy.value)
  const now = Math.floor(server.clock.now().epochMilliseconds / 1000)
  assert.equal(promiseOutcome(read.value.promise, { receipt, now }), 'kept')
})

test('a receipt is given to those concerned, and to nobody else', async () => {
  const ask = (path: string, headers = {}) => fetch(`${server.origin}${path}`, { headers })
  const id = fact?.id ?? ''
  assert.equal((await ask(`/api/v1/receipts/${id}`)).status, 401)
  const refused = await other.get(`/receipts/${id}`)
  assert.equal(refused.status, 404)
  const proofs = `/cases/${filed.body.case}/proofs`
  const applicant = await Visitor.as(server, 'maryam-rezaei')
  assert.equal((await applicant.get(proofs)).status, 200)
  const policy = parsePolicy(await bytes('/log/policy'))
  assert.ok(policy.ok)
  const { text } = await applicant.get(`${proofs}/${id}.tlog-proof`)
  const verdict = verifyReceipt(text, policy.value)
  assert.equal(verdict.verdict, 'proven')
  const promise = await applicant.get(`${proofs}/promise`)
  assert.ok(verifyPromise(promise.text, policy.value).ok)
  const neighbour = await Visitor.as(server, 'hossein-barati')
  for (const path of [proofs, `${proofs}/promise`, `${proofs}/${id}.tlog-proof`]) {
    assert.equal((await neighbour.get(path)).status, 404, path)
  }
})

test('the log is served as it was published', async () => {
  const note = await bytes('/log/checkpoint')
  const policy = parsePolicy(await bytes('/log/policy'))
  assert.ok(policy.ok && verifyCheckpoint(note, policy.value).ok)
  const { size } = headOf(note)
  const tile = await bytes(`/log/1405/tile/0/000.p/${String(size)}`)
  const bundle = await bytes(`/log/tile/entries/000.p/${String(size)}`)
  assert.ok(checkBundle({ bytes: bundle, tile, notBefore: 0 }).ok)
  const answer = await fetch(`${server.origin}/log/tile/0/000.p/${String(size)}`)
  assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
  const again = await fetch(`${server.origin}/log/checkpoint`)
  assert.equal(again.headers.get('cache-control'), 'no-cache')
  const mark = again.headers.get('etag') ?? ''
  const same = await fetch(`${server.origin}/log/checkpoint`, {
    headers: { 'if-none-match': mark }
  })
  assert.equal(same.status, 304)
  for (const path of [
    `/log/tile/0/000.p/${String(size + 1)}`,
    '/log/tile/0/000',
    '/log/tile/0/0',
    '/log/tile/..%2f..%2fsigner%2f1405.keys',
    '/log/1300/checkpoint',
    '/log/1405/entries/99999'
  ]) {
    assert.equal((await fetch(server.origin + path)).status, 404, path)
  }
})

test('everyone gets the proof of an entry that everyone may read', async () => {
  const policy = parsePolicy(await bytes('/log/policy'))
  assert.ok(policy.ok)
  const page = Buffer.from(await bytes('/en/log/1405/entries/0')).toString()
  const href = /href="([^"]+\/proof)"/.exec(page)?.[1] ?? ''
  assert.equal(href, '/en/log/1405/entries/0/proof')
  for (const path of [href, '/log/1405/entries/0/proof', '/api/v1/log/1405/entries/0/proof']) {
    const verdict = verifyEntryProof(await bytes(path), policy.value)
    assert.ok(verdict.verdict === 'proven', path)
    assert.equal(verdict.proof.fields.type, 'genesis')
  }
  const leaf = await publicLog.leafOf(server.context.db, fact?.id ?? '')
  const sealed = `1405/entries/${String(leaf?.index)}`
  assert.doesNotMatch(Buffer.from(await bytes(`/log/${sealed}`)).toString(), /\/proof"/)
  for (const path of [`${sealed}/proof`, '1405/entries/99999/proof', '1300/entries/0/proof']) {
    assert.equal((await fetch(`${server.origin}/log/${path}`)).status, 404, path)
    assert.equal((await fetch(`${server.origin}/api/v1/log/${path}`)).status, 404, path)
  }
  const answer = await fetch(`${server.origin}/log/1405/entries/0/proof`)
  assert.match(answer.headers.get('content-disposition') ?? '', /"1405-0\.tlog-proof"/)
})

test('the explorer shows entries by kind, day, service and since a checkpoint', async () => {
  const page = async (path: string) => Buffer.from(await bytes(path)).toString()
  assert.match(await page('/log'), /دفتر عمومی/)
  const of = await page('/en/log?kind=open&service=10021006')
  assert.match(of, /10021006/)
  assert.doesNotMatch(of, /10021001/)
  assert.match(await page('/en/log?day=1405/09/01'), /\/log\/1405\/entries\/0/)
  assert.match(await page('/en/log?day=1404/01/01'), /There is no such entry/)
  assert.match(await page('/en/log?day=yesterday'), /There is no such day/)
  assert.doesNotMatch(await page('/en/log?since=2'), /entries\/1"/)
  assert.match(await page('/en/log/1405/entries/0'), /genesis/)
  const hop = await fetch(`${server.origin}/log/facts/${fact?.id ?? ''}`, { redirect: 'manual' })
  assert.match(hop.headers.get('location') ?? '', /^\/log\/1405\/entries\/\d+$/)
})

test('the receipts page says that the evidence of a case was erased', async () => {
  const applicant = await Visitor.as(server, 'maryam-rezaei')
  const path = `/cases/${filed.body.case}/proofs`
  assert.match((await applicant.get(path)).text, /\.tlog-proof"/)
  assert.equal(await publicLog.eraseEvidenceOf(server.context, filed.body.case), true)
  const { text } = await applicant.get(path)
  assert.match(text, /پاک شده/)
  assert.doesNotMatch(text, /\.tlog-proof"|proofs\/promise"/)
})
