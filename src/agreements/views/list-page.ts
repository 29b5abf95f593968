import {
  type Html,
  type View,
  actions,
  badge,
  button,
  card,
  code,
  formatNumber,
  html,
  keyValues,
  layout,
  pageHead,
  tag
} from '../../platform/html/index.ts'
import { clausesOf, declaresLevels } from '../../kernel/terms/index.ts'
import { type AgreementStanding, type AgreementVersion } from '../agreement-version.ts'
import type { AnnouncedRevision } from '../effect-store.ts'
import { messages } from '../messages.ts'
import { announcedNote } from './announced-note.ts'
import { standingNotice, validityStrip, validityText, versionBadge } from './validity.ts'

/** One agreement on the list. */
export interface ListedAgreement {
  readonly standing: AgreementStanding
  readonly versions: readonly AgreementVersion[]
  /** Texts that were announced and wait for their notices to be seen. */
  readonly announced: readonly AnnouncedRevision[]
}

/** All agreements of this installation, where each stands, and the ways on from it. */
export function listPage(view: View, agreements: readonly ListedAgreement[]): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.title, lead: t.lead })}
    ${agreements.map((one) => agreementCard(view, one))}
    <p class="muted">
      ${t.files}: <a class="link" href="/schemas/agreement.json">${t.schemaFile}</a>
    </p>`
  return layout(view, { title: t.title, body, description: t.lead })
}

function agreementCard(
  view: View,
  { standing, versions, announced }: ListedAgreement
): Html | null {
  const shown = versions.find(({ ref }) => ref === standing.shown?.ref)
  if (shown === undefined) return null
  const id = shown.agreement
  return card(view, {
    title: shown.document.title[view.lang],
    href: `/agreements/${id}`,
    level: 2,
    badge:
      standing.state.state === 'continued-without-agreement'
        ? badge(view, 'expired', messages.in(view.lang).stateContinued)
        : versionBadge(view, shown, view.now),
    body: html`${announcedNote(view, announced)}${standingNotice(view, standing)}${cardFacts(view, shown)}${validityStrip(view, versions, view.now)}`,
    footer: actions(...cardActions(view, standing, id))
  })
}

function cardFacts(view: View, shown: AgreementVersion): Html {
  const t = messages.in(view.lang)
  const { document } = shown
  const number = (count: number) => formatNumber(view.lang, count)
  return keyValues(
    [
      { key: t.version, value: code(shown.ref) },
      { key: t.provider, value: document.authority.legalName[view.lang] },
      { key: t.validity, value: validityText(view, shown.validity) },
      { key: t.signatory, value: document.signatory.post?.[view.lang] ?? t.notInText },
      {
        key: `${t.articles} / ${t.clauses}`,
        value: `${number(document.articles.length)} / ${number(clausesOf(document).length)}`
      },
      {
        key: t.levelsTable,
        value: declaresLevels(document)
          ? t.levelsDeclared
          : tag({ text: t.levelsNone, tone: 'neutral' })
      }
    ],
    { dense: true }
  )
}

function cardActions(view: View, standing: AgreementStanding, id: string): Html[] {
  const t = messages.in(view.lang)
  const from = standing.shown?.version ?? ''
  const drafts = standing.drafts.map((draft) =>
    button(view, {
      href: `/agreements/${id}/compare?from=${from}&to=${draft.version}`,
      text: t.compareDraft(draft.ref)
    })
  )
  return [
    button(view, { href: `/agreements/${id}`, text: t.readLiving, kind: 'primary' }),
    button(view, { href: `/agreements/${id}/versions`, text: t.allVersions }),
    ...drafts
  ]
}
