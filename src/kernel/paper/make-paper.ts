import { drawBody } from './draw-body.ts'
import { type Span, isolated } from './lines.ts'
import type { PaperLetter, PaperMaker, PaperTerm } from './shapes.ts'
import { plainText } from './spans.ts'
import { type Box, type Setting, Sheet, heightOf, ink } from './sheet.ts'
import { type Typeface, type Way, openTypeface } from './typeface.ts'

const small = 9.5
/** Never drawn: ends of lines, and where a text that is read by itself begins and ends. */
const plainSigns = /[\n\t\u2066-\u2069]/

/** Makes the file of an opened letter. */
export const makePaper: PaperMaker = async (letter, fonts) => {
  const typeface = openTypeface(fonts)
  const coded = { any: false }
  const clean = cleanerOf(typeface, coded)
  const { lang, page } = letter
  const title = clean(letter.subject)
  const sheet = new Sheet({ lang, title, typeface })
  const direction = lang === 'fa' ? 'rtl' : 'ltr'
  const write = (kind: string, spans: readonly Span[], of: Partial<Setting> = {}) => {
    const setting: Setting = { size: small, direction, ...of }
    const box = sheet.box
    sheet.tagged(kind, plainText(spans), () => {
      sheet.paragraph(sheet.lines(spans, box, setting), box, setting)
    })
  }
  const section = (text: string) => {
    sheet.need(60)
    sheet.down(8)
    write('H2', [{ text, bold: true }], { size: 12 })
  }
  write('H1', [{ text: isolated(title, 'auto'), bold: true }], { size: 18 })
  sheet.down(4)
  drawVerified(sheet, letter.verified, direction)
  drawTerms(sheet, letter.terms, clean)
  sheet.down(6)
  sheet.rule(sheet.box, sheet.y)
  sheet.down(8)
  drawBody(sheet, letter.body, clean)
  if (letter.attachments.items.length > 0) {
    section(letter.attachments.title)
    for (const { name, size } of letter.attachments.items)
      write('P', [{ text: `• ${isolated(clean(name), 'auto')} (${size})` }], { size: 10.5 })
  }
  section(letter.checks.title)
  for (const text of letter.checks.lines) write('P', [{ text: `• ${clean(text)}` }])
  drawTerms(sheet, letter.checks.terms, clean)
  if (letter.check !== null) drawCheck(sheet, letter.check)
  sheet.down(6)
  write('P', [{ text: clean(letter.foot) }], { colour: ink.muted })
  if (coded.any) write('P', [{ text: letter.codesNote }], { colour: ink.muted })
  const number = new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en-GB')
  return sheet.finish((at, of) => [
    [at, of].reduce((text, each) => text.replace('%', number.format(each)), page.numbers),
    isolated(page.id, 'ltr')
  ])
}

function drawVerified(
  sheet: Sheet,
  { title, lines }: PaperLetter['verified'],
  direction: Way
): void {
  const box: Box = { x: sheet.box.x + 12, width: sheet.box.width - 24 }
  const heading: Setting = { size: 12, direction, colour: ink.kept }
  const text: Setting = { size: 10.5, direction }
  const broken = lines.map((line) => sheet.lines([{ text: line }], box, text))
  const count = broken.reduce((sum, each) => sum + each.length, 0)
  const height = heightOf(1, 12) + heightOf(count, 10.5) + 12
  sheet.need(height)
  const side = direction === 'rtl' ? sheet.box.x + sheet.box.width - 4 : sheet.box.x
  sheet.bar({ x: side, width: 4 }, { y: sheet.y, height, colour: ink.kept })
  sheet.down(6)
  sheet.tagged('P', title, () => {
    sheet.paragraph(sheet.lines([{ text: title, bold: true }], box, heading), box, heading)
  })
  for (const [i, each] of broken.entries())
    sheet.tagged('P', lines[i] ?? '', () => {
      sheet.paragraph(each, box, text)
    })
  sheet.down(12)
}

const pictureSize = 96

/** The picture on the side where lines end, the words beside it. */
function drawCheck(sheet: Sheet, check: NonNullable<PaperLetter['check']>): void {
  const direction = sheet.lang === 'fa' ? 'rtl' : 'ltr'
  sheet.down(8)
  sheet.need(pictureSize + 16)
  const [top, { x, width }] = [sheet.y, sheet.box]
  const left = direction === 'rtl' ? x : x + width - pictureSize
  sheet.picture(check.cells, { x: left, y: top, size: pictureSize, says: check.title })
  const words = {
    x: direction === 'rtl' ? x + pictureSize + 16 : x,
    width: width - pictureSize - 16
  }
  const write = (spans: readonly Span[], size: number) => {
    const setting: Setting = { size, direction }
    sheet.tagged('P', plainText(spans), () => {
      sheet.paragraph(sheet.lines(spans, words, setting), words, setting)
    })
  }
  write([{ text: check.title, bold: true }], 12)
  write([{ text: check.text }], small)
  write([{ text: isolated(check.address, 'ltr') }], 7.5)
  sheet.down(Math.max(0, top + pictureSize - sheet.y))
}

/** Names on the one side, what they are on the other; a code stands below its name, on a line of its own. */
function drawTerms(
  sheet: Sheet,
  terms: readonly PaperTerm[],
  clean: (text: string) => string
): void {
  const direction = sheet.lang === 'fa' ? 'rtl' : 'ltr'
  const setting: Setting = { size: small, direction }
  for (const { name, value, isCode } of terms) {
    const spans = [
      { text: `${name}: `, bold: true },
      { text: isolated(clean(value), isCode === true ? 'ltr' : 'auto') }
    ]
    sheet.tagged('P', `${name}: ${value}`, () => {
      sheet.paragraph(sheet.lines(spans, sheet.box, setting), sheet.box, setting)
    })
  }
}

/** Writes what the font has no sign for as its code, and remembers that it did. */
function cleanerOf(typeface: Typeface, coded: { any: boolean }): (text: string) => string {
  return (text) =>
    Array.from(text, (character) => {
      if (plainSigns.test(character) || typeface.draws(character)) return character
      coded.any = true
      const point = character.codePointAt(0) ?? 0
      return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`
    }).join('')
}
