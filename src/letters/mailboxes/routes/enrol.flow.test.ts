// Goal: the pages that make ways say without script what they are and what is needed. Method: over HTTP, as
// a browser that runs no script reads them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { mailboxRoutes } from '../routes.ts'

const { app, context, clock } = await peopleServer()
mailboxRoutes(app, context)
const person = await MailboxPerson.signIn(app, clock, 'maryam-rezaei')

/** What stands on a page for whoever runs no script. */
async function plain(path: string): Promise<string> {
  const { statusCode, body } = await person.visitor.get(path)
  assert.equal(statusCode, 200, path)
  return /<noscript[\s\S]*?<\/noscript\s*>/.exec(body)?.[0] ?? ''
}

test('each page has a heading and says that script is needed', async () => {
  assert.match(await plain('/mailbox/new'), /<h1[^>]*>\s*ساختن صندوق نامه[\s\S]*جاوااسکریپت/)
  assert.match(await plain('/en/mailbox/new'), /<h1[^>]*>\s*Make a mailbox[\s\S]*JavaScript/)
  await person.open()
  assert.match(await plain('/mailbox/paper'), /<h1[^>]*>\s*کلید کاغذی تازه[\s\S]*جاوااسکریپت/)
  assert.match(await plain('/mailbox/lost'), /<h1[^>]*>\s*کلید تازه برای صندوق[\s\S]*جاوااسکریپت/)
})

test('the next paper key has the number after all that the mailbox ever had', async () => {
  const { body } = await person.visitor.get('/mailbox/paper')
  assert.match(body, /data-paper="3"/)
  assert.match(body, /کلید کاغذی ۳ صندوق نامه/)
})
