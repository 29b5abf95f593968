// Goal: an id says where a row is, so that the same id in capitals is the same letter. Method: one body,
// its ids in both forms.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterBody, letterParams } from './schemas.ts'

const id = '0193a1b2-0000-7000-8000-00000000abcd'
const hash = `${'a'.repeat(43)}=`
const body = (as: string) => ({
  ...{ id: as, sender: as, case: as, recipient: { mailbox: as } },
  ...{ recipientKey: hash, sha256: hash, tokenHash: hash },
  ...{ sizeClass: 4096, sentAt: '2026-11-22T06:00:00Z', content: 'AAAA' }
})

test('ids in capitals are read as the same ids', () => {
  const [small, large] = [id, id.toUpperCase()].map((as) => letterBody.parse(body(as)))
  assert.deepEqual(large, small)
  assert.deepEqual(letterParams.parse({ id: id.toUpperCase() }), { id })
})
