import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { parseBody } from '../seal/index.ts'
import { pdfText } from '../../../tests/support/pdf-text.ts'
import { makePaper } from './make-paper.ts'
import type { PaperLetter } from './shapes.ts'

const require = createRequire(import.meta.url)
const fonts = { regular: fontOf('Regular'), bold: fontOf('Bold') }
const letter: PaperLetter = {
  lang: 'fa',
  subject: 'نتیجه درخواست (۱۴۰۵)',
  verified: { title: 'اصالت تأیید شد', lines: ['این نامه را «استانداری» نوشته است.'] },
  terms: [{ name: 'زمان پذیرش', value: '۱ آذر ۱۴۰۵، ساعت ۰۹:۳۰' }],
  body: [],
  attachments: { title: 'پیوست‌ها', items: [{ name: 'حکم.pdf', size: '۱۲ کیلوبایت' }] },
  checks: {
    title: 'چگونه سنجیده شد؟',
    lines: ['امضا شده است.'],
    terms: [{ name: 'نام کلید', value: 'desk.example/sko/it', isCode: true }]
  },
  check: {
    title: 'بررسی اصالت',
    text: 'با این کد.',
    address: 'https://desk.example/verify/letter?code=0193',
    code: '0193',
    cells: [
      [true, false],
      [false, true]
    ]
  },
  foot: 'نسخه باز نامه.',
  codesNote: 'با کد نوشته شده‌اند.',
  page: { id: '0193-abc', numbers: 'صفحه % از %' }
}

test('makePaper writes Persian that is copied as it was written, and numbers that run to the right', async () => {
  const text = await textOf('می‌شود (لا) «گیومه» و ۱۴۰۵/۹/۱')
  for (const part of [
    'نتیجه درخواست (',
    'اصالت تأیید شد',
    'این نامه را «استانداری» نوشته است.',
    'می‌شود (لا) «گیومه» و ',
    '۱۴۰۵/۹/۱',
    '۰۹:۳۰',
    'حکم',
    'pdf',
    '0193-abc',
    'https://desk.example/verify/letter?code=0193',
    'desk.example/sko/it',
    'نسخه باز نامه.'
  ])
    assert.ok(text.includes(part), `${part} in ${text}`)
})

test('makePaper draws titles, lists, tables, quotations and links of a body, and their tags', async () => {
  const body =
    '# عنوان\n\n- **یک**\n- دو\n\n> نقل\n\n| سر |\n|-|\n| خانه |\n\n[نام](https://desk.example/x)'
  const paper = pdfText(await made({ body: parseBody(body) }))
  for (const part of ['عنوان', '•', 'یک', 'نقل', 'سر', 'خانه', 'نام', 'https://desk.example/x'])
    assert.ok(paper.text.includes(part), part)
  assert.ok(paper.isTagged)
  assert.equal(paper.pages, 1)
})

test('makePaper goes on over pages, and numbers each', async () => {
  const rows = Array.from({ length: 90 }, (_, i) => `| ${String(i)} | متن |`).join('\n')
  const body = `| شماره | شرح |\n|-|-|\n${rows}\n\n${'کلمه '.repeat(900)}`
  const { pages, text } = pdfText(await made({ body: parseBody(body) }))
  assert.ok(pages >= 4, String(pages))
  assert.equal(text.split('صفحه ').length - 1, pages)
  // The head of the table stands on each page that the table is on.
  assert.ok(text.split('شماره').length > 3)
})

test('makePaper writes what the font has no sign for as its code, and says so', async () => {
  const text = await textOf('漢 و 😀')
  assert.match(text, /U\+6F22/)
  assert.match(text, /U\+1F600/)
  assert.match(text, /با کد نوشته شده‌اند/)
  assert.doesNotMatch(await textOf('ساده'), /با کد نوشته شده‌اند/)
})

test('makePaper ends for what fits nowhere', async () => {
  const wide = `| ${'م'.repeat(3000)} |${' x |'.repeat(19)}\n|${'-|'.repeat(20)}\n| ${'https://a.example/'.repeat(200)} |`
  const { pages } = pdfText(await made({ body: parseBody(`${'ب'.repeat(9000)}\n\n${wide}`) }))
  assert.ok(pages > 2)
})

async function made(more: Partial<PaperLetter>): Promise<Buffer> {
  return Buffer.from(await makePaper({ ...letter, ...more }, fonts))
}

async function textOf(body: string): Promise<string> {
  return pdfText(await made({ body: parseBody(body) })).text
}

function fontOf(weight: string): Uint8Array {
  return new Uint8Array(
    readFileSync(require.resolve(`vazirmatn/fonts/ttf/Vazirmatn-${weight}.ttf`))
  )
}
