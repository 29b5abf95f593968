import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jpeg, pdf } from '../../tests/support/desk.ts'
import { checkFormat, cleanFileName, demandEnd, lastBytes } from './file-format.ts'

const formats = ['pdf', 'jpeg'] as const
const check = (bytes: Uint8Array, name: string) => checkFormat(bytes, { name, formats })

test('checkFormat believes the bytes', async () => {
  assert.equal(await check(pdf(), 'a.pdf'), 'application/pdf')
  assert.equal(await check(jpeg(), 'A.JPG'), 'image/jpeg')
  assert.equal(await check(pdf(), 'no-extension'), 'application/pdf')
  await assert.rejects(check(jpeg(), 'a.pdf'), { code: 'upload/lies-about-type' })
  await assert.rejects(check(pdf(), 'a.png'), { code: 'upload/lies-about-type' })
  await assert.rejects(check(Buffer.from('text'), 'a.txt'), { code: 'upload/type-refused' })
  await assert.rejects(check(Buffer.from('%PD'), 'a.pdf'), { code: 'upload/lies-about-type' })
  await assert.rejects(checkFormat(pdf(), { name: 'a.pdf', formats: ['png'] }), {
    code: 'upload/type-refused'
  })
})

test('demandEnd asks a PDF for its end, and no other file', () => {
  const broken = { code: 'upload/broken' }
  const [whole, ending] = [pdf(5000), Buffer.from('%%EOF\n')]
  demandEnd('application/pdf', whole)
  demandEnd('application/pdf', Buffer.concat([whole, Buffer.alloc(1000)]))
  demandEnd('image/jpeg', jpeg())
  for (const cut of [
    whole.subarray(0, 4900),
    Buffer.from('%PDF-1.4\n'),
    Buffer.concat([whole, Buffer.alloc(1024)])
  ]) {
    assert.throws(() => demandEnd('application/pdf', cut), broken)
  }
  // In whatever pieces it came.
  for (const at of [1, 3, 900, 4999]) {
    const pieces = [whole.subarray(0, at), whole.subarray(at, -2), whole.subarray(-2)]
    demandEnd('application/pdf', pieces.reduce(lastBytes, new Uint8Array()))
  }
  assert.ok(lastBytes(ending, Buffer.alloc(1020)).length <= 1024)
})

test('cleanFileName leaves nothing that would mislead, whatever it is given', () => {
  assert.equal(cleanFileName('../../etc/passwd'), 'passwd')
  assert.equal(cleanFileName('C:\\scan\\نامه‌ها.pdf'), 'نامه‌ها.pdf')
  assert.equal(cleanFileName('photo\u202egpj.exe'), 'photogpj.exe')
  assert.equal(cleanFileName('\u0000'), 'document')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const clean = cleanFileName(name)
      assert.ok(clean.length > 0 && clean.length <= 150)
      assert.doesNotMatch(clean, /(?!\u200c)\p{C}|[/\\"<>|:*?]/u)
      assert.equal(cleanFileName(clean), clean)
    })
  )
})
