import { formatJalaliDate, formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  attrs,
  button,
  code,
  field,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section,
  table,
  tag
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { lostMessages } from '../recovery/messages-lost.ts'
import { recoveryMessages } from '../recovery/messages.ts'
import type { ShownShare, SharesOfPerson } from '../recovery/read-shares.ts'

/** Whom one has named, who has named oneself, and the code by which one is named. */
export function trustPage(view: View, page: SharesOfPerson): Html {
  const t = recoveryMessages.in(view.lang)
  const { mailbox } = page
  const data = {
    'data-trust': mailbox ?? '',
    'data-texts': JSON.stringify({
      failed: t.nameFailed,
      notOpened: t.notOpened,
      tried: t.tried,
      wordsTitle: t.wordsTitle
    })
  }
  const body = html`<div ${attrs(data)}>
    ${pageHead({ title: t.title, lead: t.lead })}
    <noscript
      >${alert(view, { kind: 'warning', body: messages.in(view.lang).needsScript, still: true })}</noscript
    >
    <p class="field-problem" role="alert" data-says hidden></p>
    ${section({ title: t.mine, body: mailbox === null ? noMailbox(view) : given(view, page.given) })}
    ${mailbox !== null && naming(view)} ${mailbox !== null && ownCode(view, mailbox)}
    ${section({ title: t.kept, id: 'kept', body: kept(view, page.kept) })}
  </div>`
  const trail = [{ href: '/mailbox', text: messages.in(view.lang).title }]
  return layout(view, {
    ...{ title: t.title, body, robots: 'noindex', breadcrumbs: trail },
    islands: ['letters/trust']
  })
}

function noMailbox(view: View): Html {
  const t = messages.in(view.lang)
  return html`<p>${t.none} ${t.noneText}</p>
    ${actions(button(view, { text: t.make, href: '/mailbox/new', kind: 'primary' }))}`
}

function given(view: View, shares: readonly ShownShare[]): Html {
  const t = recoveryMessages.in(view.lang)
  if (shares.length === 0) return html`<p>${t.nobody}</p>`
  return table(view, {
    caption: t.mine,
    captionHidden: true,
    rows: shares,
    empty: t.nobody,
    columns: [
      { key: 'who', title: t.who, cell: ({ name }) => name?.[view.lang] ?? t.unnamed },
      { key: 'what', title: t.forWhat, cell: ({ purpose }) => t[purpose] },
      { key: 'state', title: t.state, cell: (share) => stateOf(view, share) },
      {
        key: 'acts',
        title: t.remove,
        titleHidden: true,
        cell: (share) =>
          html`${share.lostAt !== null && giveAnew(view, share)}
          ${link(view, { href: `/mailbox/way/${share.slot}/removal`, text: t.remove })}`
      }
    ]
  })
}

/** The same person gets another half: their id is known, nobody asks for the code again. */
function giveAnew(view: View, { readerMailbox, purpose }: ShownShare): Html {
  return button(view, {
    ...{ text: lostMessages.in(view.lang).giveAnew, size: 'small', type: 'button' },
    attributes: { 'data-anew': readerMailbox ?? '', 'data-purpose': purpose }
  })
}

function stateOf(view: View, { acceptedAt, provenAt, isDrillDue, lostAt }: ShownShare): Html {
  const t = recoveryMessages.in(view.lang)
  if (lostAt !== null) {
    const l = lostMessages.in(view.lang)
    const why = l.whyAnew(formatJalaliDate(lostAt, view.lang))
    return html`${tag({ text: l.toGiveAnew, tone: 'risk' })}
      <span class="block field-help">${why}</span>`
  }
  if (acceptedAt === null) return tag({ text: t.waitsForYes, tone: 'info' })
  const day = formatJalaliDate(provenAt ?? acceptedAt, view.lang)
  return html`${t.acceptedOn(day)} ${isDrillDue && tag({ text: t.drill, tone: 'risk' })}`
}

function naming(view: View): Html {
  const t = recoveryMessages.in(view.lang)
  const choices = [
    { value: 'contact', text: t.asContact },
    { value: 'kin', text: t.asKin }
  ]
  return section({
    title: t.name,
    id: 'name',
    body: html`<p>${t.nameText}</p>
      <form class="form" data-name>
        ${field(view, {
          ...{ type: 'text', name: 'code', label: t.code, help: t.codeHelp, required: true },
          attributes: { dir: 'ltr', autocomplete: 'off', spellcheck: 'false' }
        })}
        ${field(view, {
          ...{ type: 'choice', name: 'purpose', label: t.forWhat, required: true },
          ...{ choices, value: 'contact' }
        })}
        <div class="actions">${button(view, { text: t.nameButton, kind: 'primary' })}</div>
      </form>`
  })
}

function ownCode(view: View, mailbox: string): Html {
  const t = recoveryMessages.in(view.lang)
  return section({
    title: t.ownCode,
    body: html`<p>${t.ownCodeText}</p>
      <p data-own-code>${code(mailbox)}</p>`
  })
}

function kept(view: View, shares: readonly ShownShare[]): Html {
  const t = recoveryMessages.in(view.lang)
  if (shares.length === 0) return html`<p>${t.keptNone}</p>`
  return html`<p>${t.keptText}</p>
    ${shares.map((share) => keptShare(view, share))}`
}

function keptShare(view: View, share: ShownShare): Html {
  const t = recoveryMessages.in(view.lang)
  const { slot, acceptedAt, purpose, name } = share
  const data = {
    'data-share': slot,
    'data-of': share.mailbox,
    'data-sealed': share.sealedShare,
    class: 'card'
  }
  const isLost = share.lostAt !== null
  const isNew = acceptedAt === null && !isLost
  const resign = { action: `/mailbox/trust/${slot}/resignation`, text: t.resign }
  return html`<article ${attrs(data)}>
    <h3>${name?.[view.lang] ?? ''}</h3>
    <p>
      ${t[purpose]} ·
      ${isNew ? tag({ text: t.waitsForYou, tone: 'risk' }) : isLost ? opensNoMore(view) : stateOf(view, share)}
    </p>
    ${keptLost(view, share)} ${asked(view, share)}
    ${purpose === 'kin' && acceptedAt !== null && inheriting(view, slot)}
    <div data-words-place></div>
    ${actions(
      button(view, {
        ...{ text: isNew ? t.accept : t.try, type: 'button' },
        ...(isNew && { kind: 'primary' as const }),
        attributes: { 'data-prove': true }
      }),
      postButton(view, { ...resign, kind: 'quiet' })
    )}
  </article>`
}

function opensNoMore(view: View): Html {
  return tag({ text: lostMessages.in(view.lang).opensNoMore, tone: 'risk' })
}

function keptLost(view: View, { lostAt, name }: ShownShare): Html | false {
  if (lostAt === null) return false
  const day = formatJalaliDate(lostAt, view.lang)
  return html`<p>${lostMessages.in(view.lang).keptLostWhy(name?.[view.lang] ?? '', day)}</p>`
}

/** Somebody needs the words of this share now: shown where they ask, and at no other time. */
function asked(view: View, { recovery, purpose, name }: ShownShare): Html | false {
  if (purpose !== 'contact' || recovery?.readyAt == null) return false
  const t = recoveryMessages.in(view.lang)
  const when = formatJalaliDateTime(recovery.readyAt, view.lang)
  const show = button(view, {
    ...{ text: t.showWords, type: 'button', kind: 'primary' },
    attributes: { 'data-show-words': true }
  })
  return alert(view, {
    ...{ kind: 'warning', title: t.shareAsked(name?.[view.lang] ?? '', when), still: true },
    ...{ body: t.shareWarning, actions: show }
  })
}

/** Where whoever was named heir goes once the owner has died. */
function inheriting(view: View, slot: string): Html {
  const t = recoveryMessages.in(view.lang)
  return html`<p>${link(view, { href: `/mailbox/inheritance/${slot}`, text: t.toInheritance })}</p>`
}
