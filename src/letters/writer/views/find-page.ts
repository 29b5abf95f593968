import {
  alert,
  field,
  form,
  hidden,
  html,
  type Html,
  pageHead,
  type View
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import type { ListedMailbox } from '../../mailboxes/index.ts'
import { letterFrame } from '../../reader/index.ts'
import { messages } from '../messages.ts'

/** The first step of a letter: who it is for. */
export interface FindPage {
  readonly own: ListedMailbox
  readonly path: string
  /** Units that a person can write to; none where a unit writes. */
  readonly units: readonly { readonly mailbox: string; readonly title: Bilingual }[]
  readonly typed: { readonly identifier: string; readonly case: string }
  /** Why nobody was found; `null` where nobody was looked for. */
  readonly problem: 'notFound' | 'nothingTyped' | null
  readonly may: boolean
  readonly integrity: string
}

/** Asks who a letter is for; it works without script. */
export function findPage(view: View, page: FindPage): Html {
  const t = messages.in(view.lang)
  const isUnit = page.own.kind === 'unit'
  return letterFrame(view, {
    title: t.title,
    script: 'letters-writer',
    integrity: page.integrity,
    trail: [
      { href: `/letters?mailbox=${page.own.id}`, text: t.letters },
      { href: page.path, text: t.title }
    ],
    body: html`${pageHead({ title: t.title, above: `${t.from}: ${page.own.name[view.lang]}`, lead: t.lead })}
    ${!page.may && alert(view, { kind: 'warning', still: true, body: t.mayNot })}
    ${page.problem !== null && page.may && alert(view, { kind: 'warning', body: t[page.problem] })}
    ${page.may && (isUnit ? personForm(view, page) : unitForm(view, page))}`
  })
}

function personForm(view: View, { own, path, typed }: FindPage): Html {
  const t = messages.in(view.lang)
  return form(view, {
    action: path,
    body: html`<h2>${t.findTitle}</h2>
      ${hidden('mailbox', own.id)}
      ${field(view, {
        type: 'text',
        name: 'identifier',
        label: t.identifier,
        value: typed.identifier,
        width: 'medium',
        attributes: { dir: 'ltr', inputmode: 'numeric', autocomplete: 'off' }
      })}
      ${field(view, {
        type: 'text',
        name: 'case',
        label: t.caseCode,
        value: typed.case,
        width: 'medium',
        attributes: { dir: 'ltr', autocomplete: 'off' }
      })}`,
    submit: { text: t.find }
  })
}

function unitForm(view: View, { own, path, units }: FindPage): Html {
  const t = messages.in(view.lang)
  if (units.length === 0) return alert(view, { kind: 'info', still: true, body: t.noUnits })
  return form(view, {
    action: path,
    method: 'get',
    body: html`${hidden('mailbox', own.id)}
    ${field(view, {
      type: 'choice',
      name: 'unit',
      label: t.unit,
      choices: units.map(({ mailbox, title }) => ({ value: mailbox, text: title[view.lang] }))
    })}`,
    submit: { text: t.chooseUnit }
  })
}
