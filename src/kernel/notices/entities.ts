// The names that writers of pages use; a page that spells a letter by a rarer name is not understood.
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  shy: '\u00ad',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  times: '×',
  copy: '©',
  reg: '®',
  deg: '°',
  sect: '§'
}

// What browsers read for the code points 0x80..0x9f (HTML, numeric character reference end state).
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text with its character references (`&amp;`, `&#1576;`, `&#x200c;`) read as browsers read them. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(references, (all, body: string) => referred(body) ?? all)
}

const references = /&(#[0-9]{1,10}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,7});?/g

function referred(body: string): string | undefined {
  if (!body.startsWith('#')) return Object.hasOwn(named, body) ? named[body] : undefined
  const isHex = /^#x/i.test(body)
  return characterOf(isHex ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1)))
}

function characterOf(point: number): string {
  if (point >= 0x80 && point <= 0x9f) return windows1252[point - 0x80] ?? '\ufffd'
  const isWrong = point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
  return isWrong ? '\ufffd' : String.fromCodePoint(point)
}
