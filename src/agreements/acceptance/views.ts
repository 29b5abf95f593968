import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Difference } from '../../kernel/terms/index.ts'
import {
  type Html,
  type View,
  button,
  field,
  form,
  hidden,
  html,
  keyValues,
  layout,
  link,
  pageHead,
  section
} from '../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../platform/index.ts'
import type { AgreementVersion } from '../agreement-version.ts'
import { differenceList } from '../views/compare-page.ts'
import type { Acceptance } from './acceptance-store.ts'
import { messages } from './messages.ts'
import type { ToAccept } from './to-accept.ts'

/** Somebody for whom the reader can accept, and what they accepted. */
export interface Acceptor {
  readonly id: string
  readonly name: Bilingual
  readonly accepted: Acceptance | null
}

/** What the page of an acceptance shows. */
export interface AcceptancePage {
  readonly asked: ToAccept
  /** The reader first. */
  readonly acceptors: readonly Acceptor[]
  readonly chosen: string
  /** What changed since the version that the chosen one accepted before. */
  readonly changes: { readonly from: AgreementVersion; readonly list: readonly Difference[] } | null
  readonly next: string
  readonly problems: readonly FieldProblem[]
}

/** The page on which a version is read, compared and accepted. */
export function acceptancePage(view: View, page: AcceptancePage): Html {
  const t = messages.in(view.lang)
  const { version, standing } = page.asked
  const { agreement, document, ref } = version
  const text = `/agreements/${agreement}/${version.version}`
  const { changes } = page
  const body = html`${pageHead({ title: t.title, above: document.title[view.lang], lead: t.lead })}
    ${keyValues([
      { key: t.version, value: html`<bdi dir="ltr">${ref}</bdi>` },
      { key: t.standing, value: t[standing] },
      ...page.acceptors.map(({ name, accepted }) => ({
        key: name[view.lang],
        value: accepted === null ? t.notYet : acceptedText(view, accepted)
      }))
    ])}
    <p>${link(view, { href: text, text: t.read })}</p>
    ${
      changes !== null &&
      section({
        title: t.changes,
        body: differenceList(view, { from: changes.from, to: version, differences: changes.list })
      })
    }
    ${acceptForm(view, page)}`
  return layout(view, {
    title: t.title,
    body,
    robots: 'noindex',
    breadcrumbs: [
      { href: '/agreements', text: view.lang === 'fa' ? 'توافق‌نامه‌ها' : 'Agreements' },
      { href: `/agreements/${agreement}`, text: agreement },
      { href: `/agreements/${agreement}/acceptance`, text: t.title }
    ]
  })
}

function acceptedText(view: View, { acceptedAt, onPaper }: Acceptance): string {
  const t = messages.in(view.lang)
  const when = `${t.accepted} ${formatJalaliDateTime(acceptedAt, view.lang)}`
  return onPaper ? `${when} (${t.onPaper})` : when
}

function acceptForm(view: View, page: AcceptancePage): Html | false {
  const t = messages.in(view.lang)
  const open = page.acceptors.filter(({ accepted }) => accepted === null)
  if (open.length === 0) return false
  const { problems, asked, next } = page
  const chosen = open.find(({ id }) => id === page.chosen) ?? open[0]
  return form(view, {
    action: `/agreements/${asked.version.agreement}/acceptance`,
    problems,
    body: html`${hidden('version', asked.version.ref)} ${hidden('next', next)}
    ${field(view, {
      type: 'choice',
      name: 'for',
      label: t.forWhom,
      value: chosen?.id,
      problems,
      choices: open.map(({ id, name }) => ({ value: id, text: name[view.lang] }))
    })}
    ${field(view, { type: 'checkbox', name: 'agree', label: t.agree, problems })}`,
    submit: { text: t.accept },
    more: button(view, {
      text: t.read,
      href: `/agreements/${asked.version.agreement}/${asked.version.version}`,
      kind: 'quiet'
    })
  })
}
