// Goal: the browser, the server and the unit find the same format in the same bytes. Method: files of each
// format, cut off, renamed and made up, against the library that the server reads streams with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileTypeFromBuffer } from 'file-type'
import { crc32 } from 'node:zlib'
import { detectFormat, formatOfExtension, judgeFile, savedName } from './index.ts'
import { unpackedBytesMax } from './zip.ts'

/** A ZIP of stored files, as APPNOTE 4.3 has it. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt32LE(crc32(text), 10)
    head.writeUInt32LE(text.length, 14)
    head.writeUInt32LE(text.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name + text)])
    const at = Buffer.alloc(14)
    at.writeUInt32LE(offset, 10)
    const entry = [Buffer.from('PK\u0001\u0002\u0014\u0000'), head, at, Buffer.from(name)]
    directory.push(Buffer.concat(entry))
    parts.push(local)
    offset += local.length
  }
  const all = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(all.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...parts, all, Buffer.from('PK\u0005\u0006'), end]))
}

const types = (part: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`
const bytes = (...given: number[]) => Uint8Array.from([...given, ...new Uint8Array(64)])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const files: Readonly<Record<string, Uint8Array>> = {
  pdf: new Uint8Array(Buffer.from('%PDF-1.7\nnothing\n%%EOF\n')),
  jpeg: bytes(0xff, 0xd8, 0xff, 0xe0),
  png: new Uint8Array(png),
  docx: zip({
    '[Content_Types].xml': types('wordprocessingml.document'),
    'word/document.xml': '<w/>'
  }),
  xlsx: zip({
    '[Content_Types].xml': types('spreadsheetml.sheet'),
    'xl/workbook.xml': '<w/>'
  })
}
const others: Readonly<Record<string, Uint8Array>> = {
  'a plain zip': zip({ 'a.txt': 'a' }),
  'an empty zip': zip({}),
  'a program': bytes(0x4d, 0x5a),
  'a page': new Uint8Array(Buffer.from('<html></html>')),
  'a gif': new Uint8Array(Buffer.from('GIF89a\u0001')),
  'a zip cut off': (files['docx'] ?? new Uint8Array()).subarray(0, 40)
}

test('detectFormat finds what the library finds', async () => {
  for (const [format, content] of Object.entries(files)) {
    const { ext } = (await fileTypeFromBuffer(content)) ?? { ext: '' }
    assert.equal(detectFormat(content), formatOfExtension(ext), format)
    assert.equal(detectFormat(content), format)
  }
})

test('detectFormat takes nothing else for a document', () => {
  for (const [name, content] of Object.entries(others)) {
    assert.equal(detectFormat(content), null, name)
  }
  assert.equal(detectFormat(new Uint8Array()), null)
})

test('judgeFile refuses names that lie, formats that were not asked for, and cut off files', async () => {
  const pdf = files['pdf'] ?? new Uint8Array()
  const judged = async (name: string, content = pdf) => {
    const expected = { name, formats: ['pdf', 'png', 'docx'] as const, sizeBytesMax: 4000 }
    const found = await judgeFile(content, expected)
    return found.ok ? found.format : found.fault
  }
  assert.equal(await judged('a.pdf'), 'pdf')
  assert.equal(await judged('a.bin'), 'pdf')
  assert.equal(await judged('a.png'), 'lies-about-type')
  assert.equal(await judged('a.pdf', pdf.subarray(0, 12)), 'broken')
  assert.equal(await judged('a.jpg', files['jpeg']), 'type-refused')
  assert.equal(await judged('a.pdf', new Uint8Array()), 'empty')
  assert.equal(await judged('a.docx', files['docx']), 'docx')
  assert.equal(await judged('a.pdf', new Uint8Array(4001)), 'too-large')
})

test('judgeFile refuses a table that fills the computer of whoever opens it', async () => {
  const bomb = Buffer.from(files['xlsx'] ?? [])
  const entry = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002'))
  bomb.writeUInt32LE(unpackedBytesMax + 1, entry + 24)
  const expected = { name: 'a.xlsx', formats: ['xlsx'] as const, sizeBytesMax: 4000 }
  assert.deepEqual(await judgeFile(new Uint8Array(bomb), expected), { ok: false, fault: 'grows' })
})

test('savedName ends as what the file is, whatever it was called', () => {
  assert.equal(savedName('معرفی‌نامه.pdf', 'pdf'), 'معرفی‌نامه.pdf')
  assert.equal(savedName('photo.JPG', 'jpeg'), 'photo.JPG')
  assert.equal(savedName('page.html', 'pdf'), 'page.html.pdf')
  assert.equal(savedName('a\u202efdp.exe', 'png'), 'afdp.exe.png')
  assert.equal(savedName('../../x', 'xlsx'), 'x.xlsx')
})
