import { type FileFormat, formatOfName } from './file-format.ts'

const nameLengthMax = 150

/**
 * A file's name fit to be shown and saved: without folders, and without invisible characters that
 * would make `gpj.exe` read `exe.jpg`.
 */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/(?!\u200c)\p{C}|[\u2028\u2029"<>|:*?]/gu, '').trim()
  if (plain.length <= nameLengthMax) return plain === '' ? 'document' : plain
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, nameLengthMax - extension.length) + extension
}

/**
 * What a file is saved as: its name with an ending that says what it is, so that nothing opens it as something
 * else (`page.html` that begins as a PDF does).
 */
export function savedName(name: string, format: FileFormat): string {
  const clean = cleanFileName(name)
  return formatOfName(clean) === format ? clean : `${clean}.${format}`
}
