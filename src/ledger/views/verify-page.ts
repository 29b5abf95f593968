import {
  actions,
  alert,
  attrs,
  button,
  disclosure,
  html,
  type Html,
  icon,
  type IconName,
  layout,
  pageHead,
  section,
  type Speaks,
  type View
} from '../../platform/html/index.ts'
import type { VerifyTexts } from '../islands/verify-parts/texts.ts'
import { messages } from '../messages-verify.ts'

/** Address of the saved copy, without `/en`. */
export const offlinePath = '/verify/offline.html'

/** The page that checks receipts in the browser. */
export function verifyPage(view: View, policy: string): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.title,
    description: t.description,
    islands: ['ledger/verify'],
    body: html`${verifyBody(view, policy)}
    ${section({
      title: t.offline,
      lead: t.offlineHelp,
      body: actions(
        button(view, {
          href: offlinePath,
          text: t.offlineButton,
          icon: 'download',
          attributes: { download: true }
        })
      )
    })}
    ${section({
      title: t.letters,
      lead: t.lettersHelp,
      body: actions(
        button(view, { href: '/verify/letter', text: t.lettersButton, kind: 'secondary' }),
        button(view, { href: '/letters/reader-code', text: t.readerCode, kind: 'quiet' })
      )
    })}
    ${section({
      title: t.aboutTitle,
      body: html`<p>${t.about}</p>
        <p>${t.aboutPromise}</p>`
    })}`
  })
}

/** What the page and its saved copy have in common. */
export function verifyBody(view: Speaks, policy: string): Html {
  const t = messages.in(view.lang)
  const data = { 'data-verify': true, 'data-texts': JSON.stringify(islandTexts(view)) }
  return html`<div class="verify" ${attrs(data)}>
    ${pageHead({ title: t.title, lead: t.lead })}
    <noscript>${withoutScript(view)}</noscript>
    <section
      class="verify-result"
      aria-label="${t.result}"
      aria-live="polite"
      tabindex="-1"
      data-verify-result
      hidden
    ></section>
    <div class="verify-tool" data-verify-tool hidden>
      ${fileBox(view)} ${disclosure({ summary: t.camera, body: cameraBox(view) })}
      ${disclosure({ summary: t.paste, body: pasteBox(view) })}
    </div>
    ${disclosure({ summary: t.policy, body: policyBox(view, policy) })} ${icons()}
  </div>`
}

function withoutScript(view: Speaks): Html {
  const t = messages.in(view.lang)
  return alert(view, {
    kind: 'info',
    still: true,
    title: t.scriptTitle,
    body: html`<p>${t.scriptBody}</p>
      <pre dir="ltr"><code>peyman receipt verify FILE.tlog-proof --policy policy.txt</code></pre>
      <p>${t.scriptPolicy}</p>`
  })
}

function fileBox(view: Speaks): Html {
  const t = messages.in(view.lang)
  return html`<div class="upload-slot">
    <label class="upload-label" for="verify-file">${t.file}</label>
    <p class="field-help" id="verify-file-help">${t.fileHelp}</p>
    <div class="upload-drop" data-verify-drop>
      <span class="upload-hint" aria-hidden="true">${icon('upload')}${t.drop}</span>
      <input
        type="file"
        id="verify-file"
        class="file-input"
        multiple
        aria-describedby="verify-file-help"
        data-verify-file
      />
    </div>
  </div>`
}

function cameraBox(view: Speaks): Html {
  const t = messages.in(view.lang)
  const start = { type: 'button', kind: 'secondary', icon: 'camera' } as const
  return html`<p>${t.cameraHelp}</p>
    <video
      class="verify-video"
      aria-label="${t.cameraView}"
      playsinline
      muted
      hidden
      data-verify-video
    ></video>
    <p role="status" data-verify-camera-status></p>
    ${actions(
      button(view, {
        ...start,
        text: t.cameraButton,
        attributes: { 'data-verify-camera': true }
      }),
      button(view, {
        type: 'button',
        kind: 'quiet',
        text: t.cameraStop,
        attributes: { 'data-verify-camera-stop': true, hidden: true }
      })
    )}`
}

function pasteBox(view: Speaks): Html {
  const t = messages.in(view.lang)
  return html`<form data-verify-paste>
    <div class="field">
      <label for="verify-text">${t.pasteLabel}</label>
      <textarea
        id="verify-text"
        class="textarea"
        dir="ltr"
        rows="8"
        spellcheck="false"
        autocomplete="off"
        data-verify-text
      ></textarea>
    </div>
    ${actions(button(view, { text: t.pasteButton }))}
  </form>`
}

function policyBox(view: Speaks, policy: string): Html {
  const t = messages.in(view.lang)
  return html`<p id="verify-policy-help">${t.policyHelp}</p>
    ${!/^log /m.test(policy) && html`<p>${t.policyEmpty}</p>`}
    <div class="field">
      <label for="verify-policy">${t.policyLabel}</label>
      <textarea
        id="verify-policy"
        class="textarea"
        dir="ltr"
        rows="8"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="verify-policy-help"
        data-verify-policy
      >
${policy}</textarea>
    </div>`
}

/** The drawings that the island puts beside what it tells. */
function icons(): Html {
  const names: Record<string, IconName> = {
    kept: 'check',
    info: 'info',
    risk: 'warning',
    broken: 'cross',
    none: 'minus'
  }
  return html`${Object.entries(names).map(
    ([tone, name]) => html`<template data-icon="${tone}">${icon(name)}</template>`
  )}`
}

function islandTexts(view: Speaks): VerifyTexts {
  const t = messages.in(view.lang)
  return {
    file: t.file,
    proves: t.proves,
    provesNot: t.provesNot,
    details: t.details,
    statement: t.statement,
    policyWrong: t.policyWrong,
    cameraStart: t.cameraStart,
    cameraLooking: t.cameraLooking,
    cameraDenied: t.cameraDenied,
    cameraNone: t.cameraNone,
    partsRead: t.partsRead
  }
}
