// Goal: a letter's body becomes blocks of a safe subset, and nothing of it becomes anything else. Method:
// examples of each kind; hostile input; random texts of the characters that mean something.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BodyBlock, type BodyInline, parseBody } from './index.ts'

const text = (of: string): BodyInline => ({ type: 'text', text: of })
const paragraph = (...inlines: BodyInline[]) => ({ type: 'paragraph', inlines })
const bare = (markdown: string) =>
  parseBody(markdown).map((block) =>
    'inlines' in block ? { type: block.type, inlines: block.inlines } : block
  )

test('paragraphs keep the ends of their lines, and their direction', () => {
  assert.deepEqual(parseBody('با سلام\r\nخوش آمدید\n\nHello'), [
    {
      type: 'paragraph',
      direction: 'rtl',
      inlines: [text('با سلام'), { type: 'break' }, text('خوش آمدید')]
    },
    { type: 'paragraph', direction: 'ltr', inlines: [text('Hello')] }
  ])
  assert.deepEqual(parseBody('  \n\n'), [])
})

test('headings, rules, quotes, lists and tables', () => {
  const blocks = parseBody('# نامه\n---\n> نقل\n> دوم\n\n- یک\n  - درون\n- دو\n\n۳. سه\n4- چهار')
  assert.deepEqual(
    blocks.map(({ type }) => type),
    ['heading', 'rule', 'quote', 'list', 'list']
  )
  const [bullets, numbers] = blocks.filter((block) => block.type === 'list')
  assert.equal(bullets?.items.length, 2)
  assert.deepEqual(
    bullets?.items[0]?.map(({ type }) => type),
    ['paragraph', 'list']
  )
  assert.deepEqual([numbers?.ordered, numbers?.start, numbers?.items.length], [true, 3, 2])
  const [table] = parseBody('| شرح | مبلغ |\n|---|---:|\n| کارمزد | **۱۰** |\n| یک |')
  assert.ok(table?.type === 'table')
  assert.deepEqual(table.rows, [
    [[text('کارمزد')], [{ type: 'strong', inlines: [text('۱۰')] }]],
    [[text('یک')], []]
  ])
})

test('strong, emphasis, code and escapes', () => {
  assert.deepEqual(bare('**قوی** و *کج* و `کد` و \\*ستاره\\*'), [
    paragraph(
      { type: 'strong', inlines: [text('قوی')] },
      text(' و '),
      { type: 'emphasis', inlines: [text('کج')] },
      text(' و '),
      { type: 'code', text: 'کد' },
      text(' و *ستاره*')
    )
  ])
  assert.deepEqual(bare('a_b_c 2*3*4'), [
    paragraph(text('a_b_c 2'), { type: 'emphasis', inlines: [text('3')] }, text('4'))
  ])
  assert.deepEqual(bare('**بی پایان'), [paragraph(text('**بی پایان'))])
})

test('a link shows where it leads, and only to four kinds of address', () => {
  const link = (of: string, address: string): BodyInline => ({ type: 'link', text: of, address })
  assert.deepEqual(bare('[bank](https://EVIL.example/x?y)'), [
    paragraph(link('bank', 'https://evil.example/x?y'))
  ])
  assert.deepEqual(bare('به https://a.example/b. و <mailto:a@b.example>'), [
    paragraph(
      text('به '),
      link('https://a.example/b', 'https://a.example/b'),
      text('. و '),
      link('mailto:a@b.example', 'mailto:a@b.example')
    )
  ])
  assert.deepEqual(bare('![تصویر](https://a.example/p.png)'), [
    paragraph(link('تصویر', 'https://a.example/p.png'))
  ])
  assert.deepEqual(bare('[b](https://bänk.example)'), [
    paragraph(link('b', 'https://xn--bnk-qla.example/'))
  ])
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//a.example',
    '/x',
    'https://user:secret@a.example',
    'JaVaScRiPt:x',
    'vbscript:x'
  ]) {
    assert.deepEqual(typesIn(parseBody(`[a](${address})`)), ['paragraph', 'text'], address)
  }
})

test('HTML is text, and what turns or hides text is seen', () => {
  const script = '<script>alert(1)</script><img src=x onerror=y>'
  assert.deepEqual(bare(script), [paragraph(text(script))])
  assert.deepEqual(bare('a\u202eb\u2066c\u0000d'), [paragraph(text('a\ufffdb\ufffdc\ufffdd'))])
  assert.deepEqual(bare('می\u200cشود'), [paragraph(text('می\u200cشود'))])
})

test('nothing throws, no letter is lost, and long nonsense takes no long time', () => {
  const marks = fc.constantFrom(...Array.from('*_`[]()<>!#-|> \n\\hس1.'), 'https://a.b', '\t', '  ')
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 200 }), (parts) => {
      const shown = lettersOf(parseBody(parts.join('')))
      // Addresses are shown twice at most; letters of the text are all there.
      assert.ok(shown.length >= parts.filter((part) => part === 'س').length)
    }),
    { numRuns: 300 }
  )
  for (const part of [
    '*',
    '**a ',
    '[',
    '[a](',
    '`',
    '> ',
    '- ',
    '_a',
    '| a ',
    '<http:',
    'h',
    '1. '
  ]) {
    parseBody(part.repeat(200_000 / part.length))
    parseBody(`${part}\n`.repeat(20_000))
  }
})

function typesIn(blocks: readonly BodyBlock[]): string[] {
  return blocks.flatMap((block) => [
    block.type,
    ...('inlines' in block ? block.inlines.map(({ type }) => type) : [])
  ])
}

function lettersOf(blocks: readonly BodyBlock[]): string {
  return Array.from(JSON.stringify(blocks))
    .filter((letter) => letter === 'س')
    .join('')
}
