// Goal: whoever waits for an answer, or fills the form in, is told what changes of the card, and that an
// application keeps the rules of its day. Method: one case and one draft, read over real HTTP.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseDesk } from '../../src/cases/index.ts'
import { cardInForce, publishCard } from '../../src/catalogue/index.ts'
import { deskServer } from '../support/desk-server.ts'
import { damageAnswers } from '../support/desk.ts'
import { takeEffects } from '../support/take-effect.ts'

const desk = await deskServer('2026-11-21T06:00:00Z')
const { context, clock } = desk
const service = '10021006'
const editor = {
  kind: 'person' as const,
  id: 'editor',
  name: { fa: 'ویراستار', en: 'Editor' },
  grants: [{ authority: 'sko', unit: null, role: 'authority-admin' as const, post: null }],
  person: 'editor'
}
const citizen = await desk.signIn('maryam-rezaei')
const { case: id } = await caseDesk.submitCase(context, await desk.as('maryam-rezaei'), {
  service,
  answers: damageAnswers,
  later: ['damage-photos'],
  submissionKey: randomUUID()
})

async function read(path: string): Promise<string> {
  const headers = { ...citizen.headers, accept: 'text/html' }
  const response = await fetch(`${desk.origin}${path}`, { headers })
  assert.equal(response.status, 200, path)
  return (await response.text()).replaceAll(/\s+/g, ' ')
}

async function change(visitsMax: number): Promise<void> {
  const held = await cardInForce(context.db, service, clock.now())
  assert.ok(held)
  await publishCard(context, editor, { ...held.card, visitsMax })
}

test('an open application is told of what is announced, and of what came', async () => {
  const keeps = 'درخواست شما همچنان با نسخه ۱، نسخه روز ثبت آن، سنجیده می‌شود'
  assert.ok(!(await read(`/cases/${id}`)).includes(keeps))
  clock.advance('PT1H')
  await change(4)
  const announced = await read(`/cases/${id}`)
  assert.ok(announced.includes(keeps))
  assert.ok(announced.includes('نسخه ۲ منتظر است تا پایشگری بیرونی اطلاعیه آن را بخواند'))
  assert.match(announced, /href="\/notices\/[0-9a-f-]{36}"/)
  await takeEffects(context)
  clock.advance('PT1H')
  assert.ok((await read(`/cases/${id}`)).includes('نسخه ۲ از ۳۰ آبان ۱۴۰۵، ساعت ۱۰:۳۰ اجرا می‌شود'))
  assert.match(await read(`/en/cases/${id}`), /Version 2 has been in force since 21 November/)
  clock.advance('PT1H')
  await change(5)
  await takeEffects(context)
  clock.advance('PT1H')
  const again = await read(`/cases/${id}`)
  assert.ok(again.includes('نسخه ۳ از'))
  assert.ok(!again.includes('نسخه ۲ از'), 'only what holds now')
})

test('whoever fills the form in is told what is to come', async () => {
  const started = await fetch(`${desk.origin}/services/${service}/apply`, {
    headers: { ...citizen.headers, accept: 'text/html' },
    redirect: 'manual'
  })
  const draft = started.headers.get('location') ?? ''
  assert.match(draft, /^\/drafts\//)
  assert.ok(!(await read(draft)).includes('این شناسنامه تغییر می‌کند'))
  await change(6)
  const told = await read(draft)
  assert.ok(told.includes('این شناسنامه تغییر می‌کند'))
  assert.ok(told.includes('نسخه ۴ منتظر است'))
})
