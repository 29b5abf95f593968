import { inflateSync } from 'node:zlib'

/** A file of paper, as far as a test looks into it. */
export interface PdfText {
  readonly pages: number
  /** Whether voices are told what is a title, a list, a table. */
  readonly isTagged: boolean
  /** What somebody copies, piece by piece in the order of drawing; pieces that run to the left as they are read. */
  readonly text: string
}

/** Reads the text of a PDF that `kernel/paper` made, by the tables that say what each drawn sign stands for. */
export function pdfText(file: Buffer): PdfText {
  const objects = objectsOf(file)
  const all = [...objects.values()]
  const fonts = fontsOf(objects)
  const contents = all.filter(({ stream }) => stream.includes(' Tf') && stream.includes('BT'))
  return {
    pages: all.filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary)).length,
    isTagged: all.some(({ dictionary }) => dictionary.includes('/StructTreeRoot')),
    text: contents.map(({ stream }) => textOf(stream, fonts)).join('\n')
  }
}

interface PdfObject {
  readonly dictionary: string
  readonly stream: string
}

interface PdfFont {
  readonly isLeftward: boolean
  readonly signs: ReadonlyMap<string, string>
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\n(?:stream\n|endobj)/g)) {
    const [whole, id = '', dictionary = ''] = found
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const from = found.index + whole.length
    const bytes = whole.endsWith('stream\n') ? file.subarray(from, from + length) : Buffer.alloc(0)
    const isPacked = dictionary.includes('/FlateDecode')
    const stream = (isPacked ? inflateSync(bytes) : bytes).toString('latin1')
    objects.set(id, { dictionary, stream })
  }
  return objects
}

function fontsOf(objects: ReadonlyMap<string, PdfObject>): Map<string, PdfFont> {
  const fonts = new Map<string, PdfFont>()
  for (const { dictionary } of objects.values())
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(id)?.dictionary ?? ''
      const table = objects.get(/\/ToUnicode (\d+)/.exec(font)?.[1] ?? '')?.stream ?? ''
      fonts.set(name, { isLeftward: font.includes('-rtl'), signs: signsOf(table) })
    }
  return fonts
}

function signsOf(table: string): Map<string, string> {
  const signs = new Map<string, string>()
  for (const [, first = '', list = ''] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [i, [, codes = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      const sign = (Number.parseInt(first, 16) + i).toString(16).padStart(4, '0')
      signs.set(sign, Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
    }
  return signs
}

function textOf(content: string, fonts: ReadonlyMap<string, PdfFont>): string {
  return [...content.matchAll(/BT\n([\s\S]*?)ET/g)]
    .map(([, drawn = '']) => {
      const font = fonts.get(/\/(F\d+) /.exec(drawn)?.[1] ?? '')
      const hex = [...drawn.matchAll(/<([0-9a-f]+)>/g)].map(([, each = '']) => each).join('')
      const signs = (hex.match(/.{4}/g) ?? []).map((sign) => font?.signs.get(sign) ?? '\ufffd')
      return (font?.isLeftward === true ? signs.toReversed() : signs).join('')
    })
    .join('|')
}
