import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  badge,
  button,
  disclosure,
  fieldId,
  form,
  html,
  layout,
  link,
  pageHead
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { CardSection } from '../card-field.ts'
import { cardSections } from '../card-fields.ts'
import { deskMessages } from '../messages-desk.ts'
import type { Announcement } from '../effect-store.ts'
import type { MissingField } from '../missing-fields.ts'
import type { CardTexts } from '../read-card-texts.ts'
import { announcedNote } from './announced-note.ts'
import { effectInput } from './effect-input.ts'
import { fieldInputs, rowsInputs } from './editor-fields.ts'

/** A card on the editor's table. */
export interface EditedCard {
  readonly code: string
  readonly texts: CardTexts
  /** Of the draft that is edited; 0 where none was saved. */
  readonly revision: number
  readonly version: number | null
  readonly announced: readonly Announcement[]
  readonly missing: readonly MissingField[]
  readonly problems: readonly FieldProblem[]
  /** Why the last attempt failed, where no field is to blame. */
  readonly refusal?: string
}

/** The editor of a card: every field in its section, what is missing, save and publish. */
export function editorPage(view: View, card: EditedCard): Html {
  const t = deskMessages.in(view.lang)
  const title = t.editTitle(formatDigits(card.code, view.lang))
  const address = `/desk/catalogue/${card.code}`
  return layout(view, {
    title,
    width: 'wide',
    robots: 'noindex',
    hasProblems: card.problems.length > 0,
    islands: ['platform/form-guard'],
    breadcrumbs: [
      { href: '/desk', text: t.desk },
      { href: '/desk/catalogue', text: t.title },
      { href: address, text: title }
    ],
    body: html`
      ${pageHead({
        title,
        badge: card.revision > 0 ? badge(view, 'draft') : badge(view, 'in-force'),
        actions:
          card.version !== null &&
          button(view, { href: `/services/${card.code}`, text: t.see, kind: 'quiet' })
      })}
      ${card.refusal !== undefined && alert(view, { kind: 'error', body: card.refusal })}
      ${announcedNote(view, card.announced)}
      ${card.problems.length === 0 && missingList(view, card.missing)}
      ${form(view, {
        action: address,
        problems: card.problems,
        guard: true,
        body: html`<input type="hidden" name="revision" value="${card.revision}" />
          ${cardSections.map((section) => sectionInputs(view, section, card))}
          ${card.version !== null && effectInput({ view, texts: card.texts, problems: card.problems })}`,
        submit: { text: t.save, name: 'action', value: 'save' },
        more: html`${button(view, { text: t.publish, name: 'action', value: 'publish' })}
        ${
          card.revision > 0 &&
          button(view, { text: t.discard, name: 'action', value: 'discard', kind: 'quiet' })
        }`
      })}
    `
  })
}

function missingList(view: View, missing: readonly MissingField[]): Html | false {
  const t = deskMessages.in(view.lang)
  if (missing.length === 0) return false
  return alert(view, {
    kind: 'warning',
    still: true,
    title: t.missingTitle,
    body: html`<ul class="list-disc ps-5 sm:columns-2">
      ${missing.map(
        ({ pointer, name }) =>
          html`<li>${link(view, { href: `#${fieldId(pointer)}`, text: name[view.lang] })}</li>`
      )}
    </ul>`
  })
}

function sectionInputs(view: View, section: CardSection, card: EditedCard): Html {
  const t = deskMessages.in(view.lang)
  const paths = section.fields.map(({ path }) => `/${path.replaceAll('.', '/')}`)
  const isHere = ({ pointer }: { pointer: string }): boolean =>
    paths.some((path) => pointer === path || pointer.startsWith(`${path}/`))
  const empty = card.missing.filter(isHere).length
  const shown = { view, texts: card.texts, problems: card.problems }
  return disclosure({
    open: empty > 0 || card.problems.some(isHere) || section === cardSections[0],
    summary: html`<strong class="text-lg">${section.title[view.lang]}</strong> ${
        empty > 0 && badge(view, 'missing', t.missingCount(formatDigits(empty, view.lang)))
      }`,
    body: html`<div class="grid gap-x-6 gap-y-4 py-3 lg:grid-cols-2">
      ${section.fields.map((field) =>
        field.kind === 'rows' ? rowsInputs(shown, field) : fieldInputs(shown, field)
      )}
    </div>`
  })
}
