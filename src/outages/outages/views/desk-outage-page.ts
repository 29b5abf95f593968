import {
  type Html,
  type KeyValue,
  type View,
  alert,
  code,
  disclosure,
  field,
  form,
  html,
  keyValues,
  layout,
  link,
  pageHead
} from '../../../platform/html/index.ts'
import { extensionFault } from '../../planned/extension.ts'
import { deskTexts as plannedTexts } from '../../planned/messages-pages.ts'
import { reasonNames } from '../messages.ts'
import { deskTexts, publicTexts } from '../messages-pages.ts'
import { correctionReasons } from '../outage.ts'
import { correctionsSection } from './corrections-section.ts'
import type { DeskOutage } from './desk-outage.ts'
import { looksSection } from './looks-section.ts'
import { courseSection } from './outage-course.ts'
import { type FieldsOf, bothFields, causeField, momentFields } from './outage-fields.ts'
import { outageBadge } from './outage-words.ts'
import { outageFacts } from './public-outage-page.ts'

/** The desk's page of one outage. */
export function deskOutagePage(view: View, desk: DeskOutage): Html {
  const t = deskTexts.in(view.lang)
  const { shown, problems } = desk
  const { outage, title, authority } = shown
  const name = publicTexts.in(view.lang).title(title[view.lang])
  return layout(view, {
    title: name,
    robots: 'noindex',
    hasProblems: problems.length > 0,
    breadcrumbs: [
      { href: '/desk/outages', text: t.title },
      { href: `/desk/outages/${outage.id}`, text: name }
    ],
    body: html`${pageHead({ title: name, above: authority[view.lang], badge: outageBadge(view, outage) })}
    ${desk.isUpNow && alert(view, { kind: 'warning', still: true, body: t.upSince })}
    ${outage.settled && alert(view, { kind: 'info', still: true, body: t.settled })}
    ${keyValues([
      ...outageFacts(view, shown),
      ...(outage.reason === null
        ? []
        : [{ key: t.detail, value: html`${code(outage.reason)} ${code(outage.detail ?? '')}` }]),
      {
        key: t.publicPage,
        value: link(view, { href: `/outages/${outage.id}`, text: t.publicPage })
      },
      ...deadlines(view, shown)
    ])}
    ${correctionsSection(view, desk)} ${acts(view, desk)} ${courseSection(view, shown.course)}
    ${looksSection(view, desk)}`
  })
}

/** The way to a proposal to extend deadlines, where this outage can have made any impossible. */
function deadlines(view: View, { outage }: DeskOutage['shown']): KeyValue[] {
  if (extensionFault(outage) !== null) return []
  const t = plannedTexts.in(view.lang)
  const href = `/desk/planned/extensions?outage=${outage.id}`
  return [{ key: t.extensions, value: link(view, { href, text: t.propose }) }]
}

function acts(view: View, desk: DeskOutage): Html {
  const { outage } = desk.shown
  const isOpen = outage.to === null && !outage.void
  const lacksNote = !outage.void && outage.note === null
  const waits = desk.corrections.some(({ approved }) => approved === null)
  return html`${desk.mayTell && isOpen && newsForm(view, desk)}
  ${desk.mayTell && lacksNote && closingForm(view, desk)} ${!waits && correctionForm(view, desk)}`
}

function fieldsOf(desk: DeskOutage, name: 'news' | 'closing' | 'correction'): FieldsOf {
  const isRefused = desk.refused === name
  return {
    typed: isRefused ? desk.typed : desk.standing,
    problems: isRefused ? desk.problems : [],
    prefix: `${name}.`
  }
}

function newsForm(view: View, desk: DeskOutage): Html {
  const t = deskTexts.in(view.lang)
  const given = fieldsOf(desk, 'news')
  return disclosure({
    summary: t.tell,
    open: desk.refused === 'news',
    body: form(view, {
      action: `/desk/outages/${desk.shown.outage.id}/news`,
      problems: given.problems,
      body: html`${causeField(view, given)}
      ${bothFields(view, 'words', { ...given, fa: t.wordsFa, en: t.wordsEn, optional: true })}
      ${bothFields(view, 'scope', { ...given, fa: t.scopeFa, en: t.scopeEn, help: t.scopeHelp, optional: true })}
      ${momentFields(view, 'expectedReturnAt', { ...given, date: t.expectedDate, time: t.expectedTime, optional: true })}
      ${momentFields(view, 'nextUpdateAt', { ...given, date: t.nextDate, time: t.nextTime, optional: true })}`,
      submit: { text: t.tell }
    })
  })
}

function closingForm(view: View, desk: DeskOutage): Html {
  const t = deskTexts.in(view.lang)
  const { outage } = desk.shown
  const given = fieldsOf(desk, 'closing')
  const text = outage.to === null ? t.close : t.addNote
  return disclosure({
    summary: text,
    open: desk.refused === 'closing',
    body: form(view, {
      action: `/desk/outages/${outage.id}/closing`,
      problems: given.problems,
      body: html`${outage.to === null && momentFields(view, 'to', { ...given, date: t.toDate, time: t.toTime })}
      ${causeField(view, given)}
      ${bothFields(view, 'note', { ...given, fa: t.noteFa, en: t.noteEn, help: t.noteHelp })}`,
      submit: { text }
    })
  })
}

function correctionForm(view: View, desk: DeskOutage): Html {
  const t = deskTexts.in(view.lang)
  const { outage } = desk.shown
  const fields = fieldsOf(desk, 'correction')
  // One that lasts goes on lasting unless somebody writes when it ended.
  const isLasting = outage.to === null && desk.refused !== 'correction'
  const ends = { 'to.date': undefined, 'to.time': undefined }
  const given = isLasting ? { ...fields, typed: { ...fields.typed, ...ends } } : fields
  const choices = correctionReasons
    .filter((reason) => reason !== 'late-results')
    .map((reason) => ({ value: reason, text: reasonNames[reason][view.lang] }))
  return disclosure({
    summary: t.correct,
    open: desk.refused === 'correction',
    body: html`<p>${t.correctLead}</p>
      ${form(view, {
        action: `/desk/outages/${outage.id}/corrections`,
        problems: given.problems,
        body: html`${field(view, {
          type: 'checkbox',
          name: `${given.prefix}void`,
          label: t.isVoid,
          value: given.typed.void === undefined ? undefined : 'yes',
          problems: given.problems
        })}
        ${momentFields(view, 'from', { ...given, date: t.fromDate, time: t.fromTime })}
        ${momentFields(view, 'to', { ...given, date: t.toDate, time: t.toTime, optional: outage.to === null })}
        ${causeField(view, given)}
        ${field(view, { type: 'choice', name: `${given.prefix}reason`, label: t.reason, value: given.typed.reason, required: true, choices, problems: given.problems })}
        ${bothFields(view, 'words', { ...given, fa: t.becauseFa, en: t.becauseEn })}`,
        submit: { text: t.correct }
      })}`
  })
}
