import { encodeQR } from 'qr'
import { shownPart } from '../../../kernel/reading/index.ts'
import { parseBody } from '../../../kernel/seal/index.ts'
import type { PaperLetter, PaperMaker } from '../../../kernel/paper/index.ts'
import type { LetterCheck } from './check-mark.ts'
import { checksOf } from './checks.ts'
import { saveAs, seen } from './dom.ts'
import { say } from './draw-letter.ts'
import type { OpenedHere } from './opened-here.ts'
import { effectiveText, momentText, nowText, pageLang, sizeText } from './time.ts'

interface PinnedFile {
  readonly path: string
  readonly integrity: string
}

/** Makes a PDF of an opened letter in this browser, and saves it. What makes it is fetched now. */
export async function savePdf(here: OpenedHere): Promise<void> {
  const template = document.querySelector<HTMLTemplateElement>('template[data-paper]')
  if (template === null) throw new Error('no template')
  const files = JSON.parse(template.dataset['paper'] ?? '{}') as Record<
    'regular' | 'bold',
    PinnedFile
  >
  const [make, regular, bold] = await Promise.all([
    makerOf(template),
    fontOf(files.regular),
    fontOf(files.bold)
  ])
  const { letter } = here.opened.shown.letter.header
  const paper = await make(paperOf(here), { regular, bold })
  saveAs(`${letter}.pdf`, withCode(paper, here.check), 'application/pdf')
}

/** Behind the end of a PDF may stand a remark: by it the page that checks letters knows which one this is. */
function withCode(paper: Uint8Array, check: LetterCheck | null): Uint8Array {
  const remark = new TextEncoder().encode(check === null ? '' : `\n% ${check.code}\n`)
  const both = new Uint8Array(paper.length + remark.length)
  both.set(paper)
  both.set(remark, paper.length)
  return both
}

/** Wakes the script that the page brought asleep; the browser holds it to its digest before it runs. */
async function makerOf(template: HTMLTemplateElement): Promise<PaperMaker> {
  const page = globalThis as { peymanPaper?: PaperMaker }
  if (page.peymanPaper === undefined) {
    const copy = document.importNode(template.content, true)
    const script = copy.querySelector('script')
    await new Promise((resolve, reject) => {
      script?.addEventListener('load', resolve)
      script?.addEventListener('error', () => {
        script.remove()
        reject(new Error(say('failed')))
      })
      document.head.append(copy)
    })
  }
  if (page.peymanPaper === undefined) throw new Error(say('failed'))
  return page.peymanPaper
}

async function fontOf({ path, integrity }: PinnedFile): Promise<Uint8Array> {
  const answer = await fetch(path, { integrity }).catch(() => null)
  if (answer?.ok !== true) throw new Error(say('failed'))
  return new Uint8Array(await answer.arrayBuffer())
}

function paperOf({ opened, around, check }: OpenedHere): PaperLetter {
  const { shown } = opened
  const { header, body } = shown.letter
  const { lines, terms } = checksOf(shown, around.proof)
  const part = shownPart(body)
  return {
    lang: pageLang,
    subject: header.subject.trim() === '' ? say('noSubject') : seen(header.subject),
    verified: {
      title: say('verified'),
      lines: [
        say('verifiedText', seen(around.senderTitle)),
        ...shown.doubts.map((doubt) => say(doubt)),
        ...(part.isWhole ? [] : [`${say('textCut')} ${say('textCutHelp')}`])
      ]
    },
    terms: termsOf(around, header),
    body: parseBody(seen(part.text)),
    attachments: {
      title: say('attachments'),
      items: header.attachments.map(({ name, bytes }) => ({
        name: seen(name),
        size: sizeText(bytes)
      }))
    },
    checks: {
      title: say('howChecked'),
      lines,
      terms: terms.map(([name, value]) => ({ name, value, isCode: true }))
    },
    check: check === null ? null : checkOnPaper(check),
    foot: `${say('savedBy', `\u2066${header.letter}\u2069`)} ${say('pdfMadeAt', momentText(nowText()))}`,
    codesNote: say('pdfCodes'),
    page: { id: header.letter, numbers: say('pdfPage', '%', '%') }
  }
}

function checkOnPaper({ code, address }: LetterCheck): PaperLetter['check'] {
  const cells = encodeQR(address, 'raw', { border: 1, ecc: 'medium' })
  return { title: say('checkTitle'), text: say('checkText'), address, code, cells }
}

function termsOf(
  around: OpenedHere['around'],
  header: { readonly sentAt: string; readonly case: string | null }
): PaperLetter['terms'] {
  const { senderTitle, recipientTitle, acceptedAt, effectiveAt } = around
  const times = [
    { name: say('writtenAt'), value: momentText(header.sentAt) },
    { name: say('acceptedAt'), value: acceptedAt && momentText(acceptedAt) },
    { name: say('effectiveAt'), value: effectiveAt && effectiveText(effectiveAt) }
  ]
  return [
    { name: say('from'), value: seen(senderTitle) },
    ...(recipientTitle === null ? [] : [{ name: say('to'), value: seen(recipientTitle) }]),
    ...times.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
    ...(header.case === null ? [] : [{ name: say('ofCase'), value: header.case, isCode: true }])
  ]
}
