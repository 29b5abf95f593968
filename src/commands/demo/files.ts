import type { ServiceCard } from '../../catalogue/index.ts'

type CardDocument = ServiceCard['documents'][number]

const encoder = new TextEncoder()

// The smallest picture that a PNG reader takes: one grey pixel.
const pixelBase64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

/** A small file in a format that the card takes, different for each `mark`. */
export function inventFile(
  document: CardDocument,
  mark: string
): { name: string; bytes: Uint8Array } {
  if (document.formats.includes('pdf')) return { name: `${document.code}.pdf`, bytes: pdf(mark) }
  if (document.formats.includes('png')) return { name: `${document.code}.png`, bytes: png() }
  if (document.formats.includes('jpeg')) return { name: `${document.code}.jpg`, bytes: jpeg() }
  throw new Error(`the replay has no file in ${document.formats.join(', ')}`)
}

/** One page with one line, with a right cross-reference table (ISO 32000-1 section 7.5). */
function pdf(mark: string): Uint8Array {
  const content = `BT /F1 18 Tf 72 720 Td (Demonstration document ${mark}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const offset = text.length
    text += `${String(i + 1)} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`
  return encoder.encode(text)
}

function png(): Uint8Array {
  return Uint8Array.fromBase64(pixelBase64)
}

function jpeg(): Uint8Array {
  // A JFIF header and an end: enough for a reader to know the type; nobody looks at the picture.
  return Uint8Array.fromHex('ffd8ffe000104a46494600010100000100010000ffd9')
}
