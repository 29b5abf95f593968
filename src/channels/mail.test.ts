import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailServer, readMail } from '../../tests/support/mail-server.ts'
import { type Mail, isMailAddress, withMailer } from './mail.ts'

const mail: Mail = {
  to: 'reader@reader.example',
  subject: 'قطعی سامانه',
  text: 'سلام\n\nمتن «نامه»\n.\nپایان',
  messageId: 'notice-1@desk.example',
  headers: { 'List-Unsubscribe': '<https://desk.example/notices/unsubscribe/x>' }
}

test('withMailer sends a mail as it was written', async () => {
  const server = await mailServer()
  const outcome = await withMailer(server.config, (send) => send(mail))
  assert.deepEqual(outcome, { state: 'sent' })
  const taken = server.mails[0]!
  const read = await readMail(taken)
  assert.deepEqual(taken.to, [mail.to])
  assert.equal(read.subject, mail.subject)
  assert.equal(read.text?.trimEnd(), mail.text)
  assert.equal(read.messageId, '<notice-1@desk.example>')
  assert.deepEqual(read.from, { name: 'میز پیمان', address: 'desk@desk.example' })
  assert.match(taken.raw, /^List-Unsubscribe: <https:\/\/desk\.example\//m)
})

test('no text begins a header of its own', async () => {
  const server = await mailServer()
  const evil = 'x\r\nBcc: other@reader.example\nX-Evil: 1\u0000\u2028Y'
  await withMailer(server.config, async (send) => {
    await send({ ...mail, subject: evil, headers: { 'X-One': evil } })
    const refused = await send({ ...mail, to: `a@b.example\r\nRCPT TO:<other@reader.example>` })
    assert.deepEqual(refused, { state: 'refused', reason: 'address' })
    assert.deepEqual(await send({ ...mail, to: 'a@b.example, c@d.example' }), {
      state: 'refused',
      reason: 'address'
    })
  })
  assert.equal(server.mails.length, 1)
  const { headers } = await readMail(server.mails[0]!)
  assert.ok(!headers.some(({ key }) => key === 'bcc' || key === 'x-evil'))
  assert.deepEqual(server.mails[0]?.to, [mail.to])
})

test('withMailer tells a refused address, a delay and a server in trouble apart', async () => {
  const server = await mailServer()
  server.refuse = (address) =>
    address.startsWith('gone') ? 550 : address.startsWith('full') ? 452 : null
  const outcomes = await withMailer(server.config, async (send) => [
    await send({ ...mail, to: 'gone@reader.example' }),
    await send({ ...mail, to: 'full@reader.example' }),
    await send(mail)
  ])
  assert.deepEqual(
    outcomes.map(({ state }) => state),
    ['refused', 'delayed', 'sent']
  )
  await server.stop()
  const outcome = await withMailer(server.config, (send) => send(mail))
  assert.equal(outcome.state, 'stopped')
})

test('isMailAddress takes one plain address and nothing else', () => {
  for (const good of ['a@b.example', 'first.last+tag@sub.b-c.example', "o'neil@b.example"]) {
    assert.ok(isMailAddress(good), good)
  }
  const wrong = [
    '',
    'a',
    '@b.example',
    'a@',
    'a@b',
    'a@b@c.example',
    'a b@c.example',
    '.a@b.example'
  ]
  const worse = ['a..b@c.example', 'a@.b.example', 'a@b..example', 'a@b.example.', '"a"@b.example']
  const worst = [
    'a@b.example\n',
    'a@b.example,c@d.example',
    '<a@b.example>',
    `${'a'.repeat(65)}@b.example`
  ]
  for (const bad of [...wrong, ...worse, ...worst]) assert.ok(!isMailAddress(bad), bad)
})
