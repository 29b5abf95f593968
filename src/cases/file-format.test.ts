import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jpeg, pdf } from '../../tests/support/desk.ts'
import { checkFormat, cleanFileName } from './file-format.ts'

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
