// Goal: nobody alarms everybody by not looking, and nothing that was written for a crisis is lost. Method:
// the pages of a new alert over HTTP, with every field wrong once, and the note that a browser would make.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAlert, signAlert } from '../../kernel/alerts/index.ts'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { Visitor } from '../../../tests/support/people-server.ts'
import { broadcastById } from './broadcast-store.ts'
import { broadcastRoutes } from './routes.ts'

const { app, context, clock } = await deskServer(undefined, broadcastRoutes)
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'it' })
await openTestMailbox(context, { authority: 'ito', unit: 'messaging' })
const admin = new Visitor(app)
await admin.signInAs('vahid-rostami')

const typed = {
  ...{ from: 'sko/it', kind: 'Actual', category: 'Met', severity: 'Severe', urgency: 'Immediate' },
  ...{ certainty: 'Likely', hours: '۲۴', percent: '۹۵', minutes: '۱۰' },
  ...{ 'fa.event': 'سیل', 'fa.headline': 'سیل در راه است', 'fa.description': 'به بلندی بروید.' },
  ...{ 'fa.instruction': '', 'fa.area': 'حاشیه رود', 'en.event': '', 'en.headline': '' },
  ...{ 'en.description': '', 'en.instruction': '', 'en.area': '' }
}

/** The hidden fields of a page that is about to be signed. */
function hiddenOf(body: string): Record<string, string> {
  const found = body.matchAll(/<input type="hidden" name="([a-z]+)" value="([^"]*)"/g)
  return Object.fromEntries(Array.from(found, ([, name, value]) => [name ?? '', value ?? '']))
}

/** Signs what a page shows, as its script does, and hands it in. */
async function publish(body: string) {
  const fields = hiddenOf(body)
  const xml = Buffer.from(fields['xml'] ?? '', 'base64').toString()
  const read = parseAlert(xml)
  assert.ok(read.ok)
  const { sender, identifier } = read.value
  const note = signAlert(xml, { sender, identifier }, unit.keys.signers)
  return { alert: read.value, answer: await admin.post('/desk/alerts', { ...fields, note }) }
}

const preview = (changes: Record<string, string> = {}) =>
  admin.post('/desk/alerts/new', { ...typed, ...changes })

test('nothing of what alarms people is chosen before somebody chooses it', async () => {
  const { body } = await admin.get('/desk/alerts/new')
  for (const name of ['kind', 'severity', 'urgency', 'certainty'])
    assert.doesNotMatch(body, new RegExp(`name="${name}"[^>]*checked`), name)
  assert.doesNotMatch(body, /<option[^>]*value="[A-Z][a-zA-Z]+"[^>]*selected/)
  for (const name of ['kind', 'category', 'severity', 'urgency', 'certainty']) {
    const answer = await preview({ [name]: '' })
    assert.equal(answer.statusCode, 422, name)
    assert.match(
      answer.body,
      new RegExp(`id="field-${name}-problem"[^]{0,400}یکی را برگزینید`),
      name
    )
  }
})

test('what is wrong is said beside its field before anything is signed', async () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ...['99999999999999', '1e300', '-5', 'abc', '0.5', '0', '۷۲۱'].map(
      (hours) => ['hours', hours, /از ۱ تا ۷۲۰ ساعت/] as const
    ),
    ['fa.event', ' ', /این را بنویسید/],
    ['fa.headline', 'ا'.repeat(161), /بلندتر از اندازه/],
    ['fa.description', 'a\u202eb', /نویسه/],
    ['en.headline', 'Flood', /این را بنویسید/]
  ]
  for (const [name, value, says] of wrong) {
    const answer = await preview({ [name]: value })
    assert.equal(answer.statusCode, 422, `${name}: ${value}`)
    assert.match(answer.body, says)
    assert.doesNotMatch(answer.body, /CAP درستی/)
    assert.match(answer.body, /به بلندی بروید|نویسه/)
  }
  for (const [name, value] of [
    ['percent', 'abc'],
    ['percent', '۱۰۱'],
    ['minutes', '-1']
  ] as const)
    assert.equal((await preview({ kind: 'Exercise', [name]: value })).statusCode, 422, value)
})

test('whoever signs reads whether it is real, how grave, and until when', async () => {
  const real = await preview()
  assert.equal(real.statusCode, 200)
  for (const said of ['هشدار واقعی است', 'شدید', 'بی‌درنگ', 'برقرار تا', 'هوا و سیل', 'حاشیه رود'])
    assert.ok(real.body.includes(said), said)
  const exercise = await preview({ kind: 'Exercise' })
  assert.match(exercise.body, /رزمایش است/)
  assert.doesNotMatch(exercise.body, /هشدار واقعی است/)
})

test('a page that was left open is refused with all that was written, to be signed anew', async () => {
  const { body } = await preview({ 'fa.instruction': 'شیر گاز را ببندید.' })
  clock.advance('PT20M')
  await admin.signInAs('vahid-rostami')
  const { answer } = await publish(body)
  assert.equal(answer.statusCode, 422)
  for (const kept of ['سیل در راه است', 'به بلندی بروید.', 'شیر گاز را ببندید.', 'حاشیه رود'])
    assert.ok(answer.body.includes(kept), kept)
  assert.match(answer.body, /name="kind"[^>]*value="Actual"[^>]*checked/)
})

test('an alert is replaced and called off from its own page, by its own body alone', async () => {
  const first = await publish((await preview()).body)
  assert.equal(first.answer.statusCode, 303)
  const at = first.answer.headers.location ?? ''
  const id = at.split('/').at(-1) ?? ''
  assert.match((await admin.get(at)).body, /لغو این هشدار/)
  const stranger = new Visitor(app)
  assert.doesNotMatch((await stranger.get(at)).body, /لغو این هشدار/)
  await stranger.signInAs('golnaz-heidari')
  assert.doesNotMatch((await stranger.get(at)).body, /لغو این هشدار/)
  const page = `/desk/alerts/new?of=${id}&as=Cancel`
  assert.equal((await stranger.get(page)).statusCode, 422)

  const form = await admin.get(page)
  assert.match(form.body, /این هشدار را لغو می‌کند: سیل در راه است/)
  assert.match(form.body, /به بلندی بروید/)
  const over = { 'fa.headline': 'خطر گذشت', 'fa.description': 'به خانه برگردید.' }
  const second = await publish((await preview({ ...over, of: id, as: 'Cancel' })).body)
  assert.equal(second.answer.statusCode, 303)
  assert.equal(second.alert.msgType, 'Cancel')
  assert.deepEqual(
    second.alert.references.map(({ identifier }) => identifier),
    [first.alert.identifier]
  )
  assert.notEqual((await broadcastById(context.db, id))?.replacedAt, null)
  assert.equal((await admin.get(page)).statusCode, 422)
})
