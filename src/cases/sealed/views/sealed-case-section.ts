import {
  alert,
  attrs,
  form,
  hidden,
  html,
  type Html,
  section,
  type View
} from '../../../platform/html/index.ts'
import { plainDateToJalali, jalaliText } from '../../../kernel/persian/index.ts'
import { correctedFields } from '../../../kernel/seal/index.ts'
import { defectCodes } from '../../case.ts'
import { defectMessages } from '../../messages.ts'
import { documentHref } from '../../views/case-documents.ts'
import { deskAction, type DeskCaseOptions, problemsIn } from '../../views/desk-case-options.ts'
import { zone } from '../../views/words.ts'
import { sealedPageMessages } from '../page-messages.ts'
import { documentTitle, sealedFormType } from '../sealed-form.ts'

/**
 * Where the unit opens a sealed case in its browser, sees what is wrong, and signs what it found. The page has
 * ciphertext alone; the script asks for the mailbox of the unit.
 */
export function sealedCaseSection(view: View, options: DeskCaseOptions): Html | false {
  const { shown } = options
  if (shown.sealed === null) return false
  const t = sealedPageMessages.in(view.lang)
  const unit = shown.sealed.unit.title[view.lang]
  const mayJudge = shown.may.return
  return section({
    title: t.sectionTitle,
    body: html`<p>${t.openLead(unit)}</p>
      <noscript>${alert(view, { kind: 'warning', still: true, body: t.openScript })}</noscript>
      ${form(view, {
        id: 'judgement',
        action: deskAction(options, 'judgement'),
        problems: problemsIn(options, 'judgement'),
        body: html`<div ${attrs({ 'data-sealed-case': JSON.stringify(dataOf(view, options)) })}>
          ${mayJudge && html`${hidden('expectedVersion', String(shown.version))} ${hidden('service', shown.service)}`}
          ${mayJudge && html`${hidden('judgement.verdict', '')} ${hidden('judgement.signed', '')}`}
          <div data-sealed-tools></div>
          <div data-sealed-place class="form"></div>
        </div>`
      })}`
  })
}

function dataOf(view: View, { shown }: DeskCaseOptions) {
  const { card, history, sealed, documents } = shown
  // An answer is judged by the day on which it came: what was to come then may be past by now.
  const lastForm = documents.findLast(({ type }) => type === sealedFormType)
  const day = (lastForm?.registeredAt ?? shown.filedAt).toZonedDateTimeISO(zone).toPlainDate()
  const texts = sealedPageMessages.in(view.lang)
  const words = Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string'
        ? [[name, text]]
        : name === 'noteTitle' || name === 'cannotOpen' || name === 'otherUnit'
          ? [[name, text('%')]]
          : []
    )
  )
  return {
    case: shown.id,
    authority: shown.authority,
    unit: sealed?.unit.id ?? '',
    unitTitle: sealed?.unit.title[view.lang] ?? '',
    service: shown.service,
    card: history.cardVersion,
    form: card.form,
    asked: card.documents.map(({ code, formats, sizeBytesMax }) => ({
      code,
      formats,
      sizeBytesMax
    })),
    clear: shown.answers,
    corrected: correctedFields(card.form, history.returns),
    after: history.judgements.at(-1)?.id ?? null,
    today: jalaliText(plainDateToJalali(day)),
    mayJudge: shown.may.return,
    files: documents
      .filter(({ current, type }) => current || type === sealedFormType)
      .map(({ id, type }) => ({
        code: type,
        title: documentTitle(card, type)[view.lang],
        href: documentHref(shown.id, id)
      })),
    formType: sealedFormType,
    defects: defectCodes.map((code) => ({ code, text: defectMessages.in(view.lang)[code] })),
    texts: words
  }
}
