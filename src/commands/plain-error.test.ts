import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { plainError } from './plain-error.ts'

test('plainError says what to do about a port that is taken', async () => {
  const first = createServer()
  await new Promise<void>((settle) => first.listen(0, '127.0.0.1', settle))
  const address = first.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const error = await new Promise<Error>((settle) =>
    createServer().once('error', settle).listen(port, '127.0.0.1')
  )
  first.close()
  assert.match(plainError(error), /EADDRINUSE.*\n {2}is Peyman running already\?.*PORT=3001/)
})

test('plainError knows a full disk by the words of the database, and leaves other errors alone', () => {
  const full = Object.assign(
    new Error('initdb ended with 1: could not write: No space left on device'),
    { code: 'database/embedded' }
  )
  assert.match(plainError(full), /the disk is full/)
  const other = Object.assign(new Error('PORT must be a whole number'), { code: 'config/invalid' })
  assert.equal(plainError(other), other.message)
})
