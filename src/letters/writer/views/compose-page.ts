import {
  alert,
  attrs,
  html,
  type Html,
  keyValues,
  link,
  pageHead,
  type View
} from '../../../platform/html/index.ts'
import type { Blanks } from '../../../kernel/reading/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import type { ComposeData } from '../../islands/writing/shapes.ts'
import type { ListedMailbox } from '../../mailboxes/index.ts'
import { letterFrame, type NamedParty, type ReaderRoot } from '../../reader/index.ts'
import type { FoundRecipient } from '../find-recipient.ts'
import { messages } from '../messages.ts'
import type { LetterTemplate } from '../template-store.ts'

/** The second step of a letter: what it says. */
export interface ComposePage {
  readonly root: ReaderRoot
  readonly own: ListedMailbox
  readonly fromTitle: Bilingual
  readonly to: FoundRecipient
  /** The recipient's mailbox as the script needs it; `null` where there is none. */
  readonly toParty: NamedParty | null
  readonly templates: readonly LetterTemplate[]
  readonly approval: boolean
  readonly blanks: Blanks
  readonly path: string
  /** How the recipient was asked for, and the draft that this goes on with. */
  readonly asked: {
    readonly person: string
    readonly case: string
    readonly unit: string
    readonly draft: string | null
  }
  readonly mayUseCrisis: boolean
  readonly integrity: string
}

/** The page on which a letter is written; all of it that is typed stays in the browser. */
export function composePage(view: View, page: ComposePage): Html {
  const t = messages.in(view.lang)
  const { own, to, toParty, approval } = page
  return letterFrame(view, {
    title: t.title,
    script: 'letters-writer',
    integrity: page.integrity,
    trail: [
      { href: `/letters?mailbox=${own.id}`, text: t.letters },
      { href: page.path, text: t.title }
    ],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
      ${keyValues([
        { key: t.from, value: page.fromTitle[view.lang] },
        {
          key: t.to,
          value: to.title[view.lang],
          action: link(view, { href: `${page.path}?mailbox=${own.id}`, text: t.otherRecipient })
        }
      ])}
      ${own.demonstration && alert(view, { kind: 'warning', still: true, body: t.demonstration })}
      ${toParty === null && alert(view, { kind: 'info', still: true, body: t.waits })}
      ${approval && alert(view, { kind: 'info', still: true, body: t.approvalOn })}
      <noscript>
        ${alert(view, { kind: 'info', still: true, title: t.scriptTitle, body: t.scriptBody })}
      </noscript>
      <div class="reader" ${attrs({ 'data-compose': JSON.stringify(composeData(view, page)) })}>
        <div class="reader-tools" data-compose-tools></div>
        <div data-compose-place></div>
      </div>`
  })
}

function composeData(view: View, page: ComposePage): ComposeData {
  const { root, own, to, toParty, templates, approval, blanks, mayUseCrisis } = page
  const { draft, ...asked } = page.asked
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  return {
    ...root,
    isUnit: own.kind === 'unit',
    fromTitle: page.fromTitle[view.lang],
    to: {
      mailbox: toParty?.mailbox ?? null,
      owner: toParty?.owner ?? null,
      key: toParty?.key ?? null,
      person: to.person,
      title: to.title[view.lang],
      identifier: to.identifier
    },
    asked: Object.fromEntries(given),
    ...{ draft, mayUseCrisis },
    case: to.case?.id ?? null,
    templates,
    approval,
    blanks,
    sentHref: `${view.lang === 'en' ? '/en' : ''}/letters/sent?mailbox=${own.id}`
  }
}
