import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type FieldOptions,
  type Html,
  type View,
  alert,
  badge,
  button,
  field,
  form,
  html,
  layout,
  link,
  pageHead,
  section
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { bodyLengthMax, titleLengthMax } from '../check-notice.ts'
import type { NoticeDraft } from '../draft-store.ts'
import { changeMessages, kindMessages } from '../messages.ts'
import { deskMessages } from '../messages-desk.ts'
import { type NoticeText, noticeChanges, noticePath, writtenKinds } from '../notice.ts'
import { type NoticeTexts, many, one } from '../notice-form.ts'
import type { ServiceName } from '../service-name-store.ts'
import { noticeArticle } from './notice-article.ts'

/** A notice on its writer's table. */
export interface EditedNotice {
  readonly draft: Pick<NoticeDraft, 'id' | 'baseVersion' | 'revision'>
  readonly typed: NoticeTexts
  /** The newest published version; `null` for a new notice. */
  readonly newest: number | null
  /** The newest version of a notice that the program made, to which is only added. */
  readonly made: NoticeText | null
  /** Services of the authority. */
  readonly services: readonly ServiceName[]
  readonly problems: readonly FieldProblem[]
  /** Why the last attempt failed, where no field is to blame. */
  readonly refusal?: string
  readonly isPreviewed: boolean
}

/** The editor of a notice: its fields, its preview, save and publish. */
export function deskEditorPage(view: View, edited: EditedNotice): Html {
  const t = deskMessages.in(view.lang)
  const { id, baseVersion, revision } = edited.draft
  const title =
    baseVersion === null ? t.editTitle : t.correctTitle(formatDigits(baseVersion + 1, view.lang))
  const address = `/desk/notices/${id}`
  return layout(view, {
    title,
    width: 'wide',
    robots: 'noindex',
    hasProblems: edited.problems.length > 0 || edited.refusal !== undefined,
    islands: ['platform/form-guard'],
    breadcrumbs: [
      { href: '/desk', text: t.desk },
      { href: '/desk/notices', text: t.title },
      { href: address, text: title }
    ],
    body: html`
      ${pageHead({
        title,
        badge: badge(view, 'draft'),
        ...(baseVersion === null ? {} : { lead: edited.made === null ? t.correctLead : t.addLead }),
        actions:
          baseVersion !== null && button(view, { href: noticePath(id), text: t.see, kind: 'quiet' })
      })}
      ${edited.refusal !== undefined && alert(view, { kind: 'error', body: edited.refusal })}
      ${overtaken(view, edited)}
      ${form(view, {
        action: address,
        problems: edited.problems,
        guard: true,
        body: html`<input type="hidden" name="revision" value="${revision}" />
          ${edited.made === null ? fields(view, edited) : additions(view, edited)}`,
        submit: { text: t.preview, name: 'action', value: 'preview' },
        more: html`${isOvertaken(edited) && button(view, { text: t.rebase, name: 'action', value: 'rebase' })}
        ${button(view, { text: t.save, name: 'action', value: 'save' })}
        ${button(view, { text: t.publish, name: 'action', value: 'publish' })}
        ${button(view, { text: t.discard, name: 'action', value: 'discard', kind: 'quiet' })}`
      })}
      ${edited.isPreviewed && preview(view, edited)}
    `
  })
}

function isOvertaken({ draft, newest }: EditedNotice): boolean {
  return draft.baseVersion !== null && newest !== null && newest > draft.baseVersion
}

/** Somebody else, or the program, corrected the notice after this correction was begun. */
function overtaken(view: View, edited: EditedNotice): Html | false {
  const t = deskMessages.in(view.lang)
  return (
    isOvertaken(edited) &&
    alert(view, {
      kind: 'warning',
      title: t.overtakenTitle,
      body: t.overtaken(formatDigits(edited.newest ?? 0, view.lang)),
      actions: link(view, { href: noticePath(edited.draft.id), text: t.see })
    })
  )
}

function preview(view: View, { typed, made }: EditedNotice): Html {
  const both = (name: string) => ({ fa: one(typed, `${name}.fa`), en: one(typed, `${name}.en`) })
  const body = both('body')
  const notice =
    made === null
      ? { title: both('title'), body }
      : {
          title: made.title,
          body: { fa: behind(made.body.fa, body.fa), en: behind(made.body.en, body.en) }
        }
  const article = noticeArticle({ ...view, lang: 'fa' }, notice, { mark: null, level: 2 })
  return section({
    title: deskMessages.in(view.lang).previewTitle,
    id: 'preview',
    body: html`<div class="card">${article}</div>`
  })
}

function behind(told: string, added: string): string {
  return `${told}\n\n${added}`
}

/** What may be written of a notice that the program made. */
function additions(view: View, edited: EditedNotice): Html {
  const t = deskMessages.in(view.lang)
  return html`<div class="grid gap-x-6 lg:grid-cols-2">
    ${words(view, edited, { name: 'body.fa', label: t.addFa })}
    ${words(view, edited, { name: 'body.en', label: t.addEn })}
    ${times(view, edited, { name: 'bannerUntil', label: t.bannerUntil })}
  </div>`
}

function fields(view: View, edited: EditedNotice): Html {
  const t = deskMessages.in(view.lang)
  const { typed, problems } = edited
  const common = { problems, attributes: { required: undefined } }
  return html`${field(view, {
      ...common,
      type: 'choice',
      name: 'kind',
      label: t.kind,
      value: one(typed, 'kind'),
      choices: writtenKinds.map((value) => ({ value, text: kindMessages.in(view.lang)[value] }))
    })}
    ${field(view, {
      ...common,
      type: 'choices',
      name: 'changes',
      label: t.changes,
      help: t.changesHelp,
      required: false,
      value: many(typed, 'changes'),
      choices: noticeChanges.map((value) => ({ value, text: changeMessages.in(view.lang)[value] }))
    })}
    ${
      edited.services.length > 0 &&
      field(view, {
        ...common,
        type: 'choices',
        name: 'services',
        label: t.services,
        help: t.servicesHelp,
        required: false,
        value: many(typed, 'services'),
        choices: edited.services.map(({ code, title }) => ({ value: code, text: title[view.lang] }))
      })
    }
    <div class="grid gap-x-6 gap-y-4 lg:grid-cols-2">
      ${words(view, edited, { name: 'title.fa', label: t.titleFa })}
      ${words(view, edited, { name: 'title.en', label: t.titleEn })}
      ${words(view, edited, { name: 'body.fa', label: t.bodyFa })}
      ${words(view, edited, { name: 'body.en', label: t.bodyEn })}
      ${times(view, edited, { name: 'effectiveAt', label: t.effectiveAt })}
      ${times(view, edited, { name: 'bannerUntil', label: t.bannerUntil })}
    </div>`
}

interface Named {
  readonly name: string
  readonly label: string
}

/** A text in one language: it reads in its own direction, whatever the page's is. */
function words(view: View, { typed, problems }: EditedNotice, { name, label }: Named): Html {
  const isBody = name.startsWith('body')
  const lang = name.endsWith('.fa') ? 'fa' : 'en'
  const options: FieldOptions = {
    type: isBody ? 'paragraph' : 'text',
    name,
    label,
    value: one(typed, name),
    problems,
    lengthMax: isBody ? bodyLengthMax : titleLengthMax,
    attributes: { lang, dir: lang === 'fa' ? 'rtl' : 'ltr', required: undefined },
    ...(isBody ? { rows: 12, help: deskMessages.in(view.lang).bodyHelp } : {})
  }
  return field(view, options)
}

function times(view: View, { typed, problems }: EditedNotice, { name, label }: Named): Html {
  const t = deskMessages.in(view.lang)
  return html`<div class="grid grid-cols-[2fr_1fr] items-end gap-3">
    ${field(view, {
      type: 'jalali-date',
      name,
      label,
      help: t.dateHelp,
      value: one(typed, name),
      required: false,
      problems
    })}
    ${field(view, {
      type: 'text',
      name: `${name}Time`,
      label: t.effectiveTime,
      help: t.timeHelp,
      value: one(typed, `${name}Time`),
      required: false,
      problems,
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })}
  </div>`
}
