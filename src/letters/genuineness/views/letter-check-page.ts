import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type LetterCode,
  type ToldState,
  letterCheckCode
} from '../../../kernel/genuineness/index.ts'
import {
  type Html,
  type View,
  alert,
  attrs,
  code as codeText,
  disclosure,
  field,
  form,
  html,
  keyValues,
  layout,
  link,
  pageHead,
  section
} from '../../../platform/html/index.ts'
import { publicLog } from '../../../ledger/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import type { LetterFound, ProvenStatement } from '../ask-letter.ts'
import type { CheckLetterTexts } from '../../islands/checking/texts.ts'
import { messages } from '../messages.ts'

/** What the page was asked, and what is answered. */
export interface LetterCheck {
  /** As it was typed. */
  readonly typed: { readonly code: string; readonly letter: string; readonly sha256: string }
  /** `null`: nothing was asked, or no code was read. */
  readonly code: LetterCode | null
  /** `null`: there is no such letter. */
  readonly found: LetterFound | null
  readonly problems: readonly FieldProblem[]
  /** Whom the browser is to believe. */
  readonly policy: string
}

/** Whether a letter is genuine: the form, and the answer for one that was asked about. */
export function letterCheckPage(view: View, check: LetterCheck): Html {
  const t = messages.in(view.lang)
  const { code, found } = check
  return layout(view, {
    title: t.title,
    description: t.description,
    islands: ['letters/check-letter'],
    body: html`<div ${attrs(dataOf(view, check))}>
      ${pageHead({ title: t.title, lead: t.lead })} ${code && answer(view, { code, found })}
      ${section({ title: t.byCode, body: asking(view, check) })} ${fileBox(view)}
      ${section({
        title: t.receiptsTitle,
        body: html`<p>${t.receipts}</p>
          <p>${link(view, { href: '/verify', text: t.receiptsLink })}</p>`
      })}
    </div>`
  })
}

function dataOf(view: View, { code, found, policy }: LetterCheck): Record<string, string> {
  const t = messages.in(view.lang)
  const { sameFile, otherFile, noLetter, needsId, provenHere, provenPartly, refusedHere } = t
  const { copySame, copyAltered, copyUnproven, copyAside, copySigned, copySeeLog } = t
  const texts: CheckLetterTexts = {
    ...{ sameFile, otherFile, noLetter, needsId, provenHere, provenPartly, refusedHere },
    ...{ copySame, copyAltered, copyUnproven, copyAside, copySigned, copySeeLog }
  }
  return {
    'data-check-letter': code === null ? '' : letterCheckCode(code),
    'data-statements': JSON.stringify(
      (found?.statements ?? []).map(({ leaf: _leaf, ...statement }) => statement)
    ),
    'data-policy': policy,
    'data-texts': JSON.stringify(texts)
  }
}

const looks = {
  accepted: { kind: 'success', title: 'accepted', text: 'acceptedText' },
  withdrawn: { kind: 'warning', title: 'withdrawn', text: 'withdrawnText' },
  refused: { kind: 'warning', title: 'ended', text: 'endedText' },
  failed: { kind: 'warning', title: 'ended', text: 'endedText' },
  expired: { kind: 'warning', title: 'ended', text: 'endedText' },
  purged: { kind: 'success', title: 'purged', text: 'purgedText' }
} as const satisfies Readonly<Record<ToldState, object>>

function answer(
  view: View,
  { code, found }: { readonly code: LetterCode; readonly found: LetterFound | null }
): Html {
  const t = messages.in(view.lang)
  if (found === null) {
    const body = html`<p>${t.unknownText}</p>`
    return html`<section class="verify-telling" data-outcome="unknown" aria-label="${t.result}">
      ${alert(view, { kind: 'error', still: true, title: t.unknown, body })}
    </section>`
  }
  const last = found.statements.at(-1) ?? found.statements[0]
  const sender = senderOf(view, found)
  const look = looks[last.state]
  const day = formatJalaliDateTime(Temporal.Instant.from(last.at), view.lang)
  return html`<section class="verify-telling" data-outcome="${last.state}" aria-label="${t.result}">
    <div data-check-verdict>
      ${alert(view, {
        kind: look.kind,
        still: true,
        title: t[look.title],
        body: html`<p>${t[look.text](sender, day)}</p>`
      })}
    </div>
    ${keyValues(
      [
        { key: t.sender, value: sender },
        ...found.statements.map((each) => ({
          key: stateText(view, each.state),
          value: html`${formatJalaliDateTime(Temporal.Instant.from(each.at), view.lang)}
          ${proofOf(view, each)}`
        })),
        { key: t.digest, value: codeText(Buffer.from(code.sha256, 'base64').toString('hex')) },
        { key: t.letter, value: codeText(code.letter) }
      ],
      { dense: true }
    )}
    <p role="status" data-check-status hidden>${t.checking}</p>
    <noscript><p>${t.withoutScript}</p></noscript>
    <section class="verify-list tone-none">
      <h2>${t.notProven}</h2>
      <ul>
        <li>${t.notWords}</li>
        <li>${t.notHolder}</li>
        <li>${t.notAfter}</li>
      </ul>
    </section>
  </section>`
}

function proofOf(view: View, { leaf }: ProvenStatement): Html {
  const t = messages.in(view.lang)
  if (leaf === null) return html`<small class="block">${t.proofPending}</small>`
  const href = `/api/v1/log/${leaf.log}/entries/${String(leaf.index)}/proof`
  return html`<small class="block">
    ${publicLog.leafLink(view, leaf)} ·
    <a class="link" href="${href}" download>${t.proofFile}</a>
  </small>`
}

function senderOf(view: View, { statements, sender }: LetterFound): string {
  const t = messages.in(view.lang)
  if (statements[0].sender === 'person') return t.person
  return sender?.[view.lang] ?? t.goneUnit
}

function stateText(view: View, state: ToldState): string {
  const t = messages.in(view.lang)
  const { stateAccepted, stateRefused, stateFailed, stateExpired, stateWithdrawn, statePurged } = t
  return {
    ...{ accepted: stateAccepted, refused: stateRefused, failed: stateFailed },
    ...{ expired: stateExpired, withdrawn: stateWithdrawn, purged: statePurged }
  }[state]
}

function asking(view: View, { typed, problems }: LetterCheck): Html {
  const t = messages.in(view.lang)
  const ltr = { dir: 'ltr', spellcheck: 'false', autocapitalize: 'off' }
  const common = { type: 'text', problems, autocomplete: 'off', attributes: ltr } as const
  return html`${form(view, {
    action: '/verify/letter',
    method: 'get',
    problems: problems.length === 0 ? undefined : problems,
    submit: { text: t.ask },
    body: field(view, {
      ...common,
      ...{ name: 'code', label: t.code, help: t.codeHelp, value: typed.code, lengthMax: 400 }
    })
  })}
  ${disclosure({
    summary: t.apartTitle,
    body: form(view, {
      action: '/verify/letter',
      method: 'get',
      submit: { text: t.ask, kind: 'secondary' },
      body: html`${field(view, {
        ...common,
        ...{ name: 'letter', label: t.letter, value: typed.letter, lengthMax: 80 }
      })}
      ${field(view, {
        ...common,
        ...{ name: 'sha256', label: t.sha256, help: t.sha256Help, value: typed.sha256 }
      })}`
    })
  })}`
}

function fileBox(view: View): Html {
  const t = messages.in(view.lang)
  return section({
    title: t.byFile,
    body: html`<noscript>
        <p>${t.fileScript}</p>
        <pre dir="ltr"><code>sha256sum LETTER.age</code></pre>
      </noscript>
      <div class="upload-slot" data-check-files hidden>
        <label class="upload-label" for="check-file">${t.file}</label>
        <p class="field-help" id="check-file-help">${t.fileHelp}</p>
        <input
          type="file"
          id="check-file"
          class="file-input"
          aria-describedby="check-file-help"
          data-check-file
        />
        <p role="status" data-check-file-status></p>
        <div class="letter-check-copy" data-check-copy></div>
      </div>`
  })
}
