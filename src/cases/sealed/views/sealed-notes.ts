import type { FormDefinition } from '../../../kernel/forms/index.ts'
import { alert, attrs, html, type Html, type View } from '../../../platform/html/index.ts'
import { commas } from '../../views/words.ts'
import { sealedMessages } from '../messages.ts'
import { sealedPageMessages } from '../page-messages.ts'
import type { Sealing } from '../sealing-page.ts'

/** What it means that an application is sealed, and what of it is not; where it cannot be, what to do. */
export function sealedNotes(view: View, of: { form: FormDefinition; sealing: Sealing }): Html {
  const t = sealedPageMessages.in(view.lang)
  const { form, sealing } = of
  const clear = form.fields.filter((field) => field.clear === true)
  const names = commas(
    view,
    clear.map(({ label }) => label[view.lang])
  )
  return html`${alert(view, {
    kind: 'info',
    still: true,
    title: t.title,
    body: html`<p>${t.lead(sealing.unit[view.lang])}</p>
      <p>${t.onDevice}</p>
      <p>${clear.length === 0 ? t.noneClear : t.clearAre(names)}</p>`
  })}
  ${sealing.recipientKey === null && noMailboxNote(view)} ${scriptNote(view)}`
}

/** Nothing can be sealed to a unit that has no mailbox. */
export function noMailboxNote(view: View): Html {
  const { noMailbox } = sealedPageMessages.in(view.lang)
  const body = sealedMessages.in(view.lang).noMailbox
  return alert(view, { kind: 'warning', still: true, title: noMailbox, body })
}

/** What to do in a browser that runs no script. */
export function scriptNote(view: View): Html {
  const t = sealedPageMessages.in(view.lang)
  return html`<noscript
    >${alert(view, { kind: 'warning', still: true, title: t.noScript, body: t.noScriptBody })}</noscript
  >`
}

/** What the scripts of a sealed service are given: the key's place, what is sealed to, and their words. */
export function sealingAttributes(
  view: View,
  sealing: Sealing,
  /** The draft or the case that is sealed for. */
  of: string
): Record<string, string> {
  const t = sealedPageMessages.in(view.lang)
  const texts = {
    sealing: t.sealing,
    sending: t.sending,
    kept: t.kept,
    forgotten: t.forgotten,
    keyRefused: t.keyRefused('%'),
    notSent: t.notSent('%'),
    noAnswer: t.noAnswer,
    noAnswerAgain: t.noAnswerAgain,
    notHere: t.notHere,
    documentNotHere: t.documentNotHere('%'),
    lies: t.lies,
    broken: t.broken,
    grows: t.grows,
    tooLarge: t['too-large'],
    chooseBoth: t.chooseBoth,
    noMailbox: sealedMessages.in(view.lang).noMailbox
  }
  return { 'data-sealing': JSON.stringify({ ...sealing, of, texts }) }
}

/** Fields that nobody can fill in, nor send, until the script that seals them is there. */
export function untilSealed(body: Html): Html {
  return html`<fieldset ${attrs({ class: 'form', disabled: true })} data-until-sealed>
    ${body}
  </fieldset>`
}
