import {
  asset,
  attrs,
  type Content,
  html,
  type Html,
  icon,
  type IconName,
  layout,
  type LayoutOptions,
  link,
  type Speaks,
  type View
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** A file that a page may fetch later, and what its bytes must be. */
export interface PinnedFile {
  readonly path: string
  readonly integrity: string
}

/** What makes a PDF of a letter: a script and two fonts. */
export interface PaperParts {
  readonly script: PinnedFile
  readonly fonts: { readonly regular: PinnedFile; readonly bold: PinnedFile }
}

/** An isolated page of letters: one script, whose digest the browser checks before it runs. */
export interface LetterPage {
  readonly title: string
  readonly body: Content
  /** Name of the one script of this page, as `letters-reader`. */
  readonly script: string
  /** Its digest, `sha384-…`. */
  readonly integrity: string
  /** What makes a PDF of an opened letter; nothing of it is fetched before somebody asks for one. */
  readonly paper?: PaperParts
  readonly trail?: LayoutOptions['breadcrumbs']
  readonly width?: LayoutOptions['width']
}

/** The frame of every page that opens or seals letters. */
export function letterFrame(view: View, page: LetterPage): Html {
  const { title, body, script, integrity, trail, width, paper } = page
  const source = {
    src: asset(`islands/${script}.js`),
    integrity,
    crossorigin: 'anonymous',
    defer: true
  }
  return layout(view, {
    title,
    body: html`${body} ${icons()} ${paper && paperTemplate(paper)}`,
    robots: 'noindex',
    head: html`<script ${attrs(source)}></script>`,
    ...(trail && { breadcrumbs: trail }),
    ...(width && { width })
  })
}

/**
 * The script that makes a PDF, asleep: the reader copies this element, with its digest, into the page when it is
 * wanted. Made from text it could not be: the policy of the page forbids that.
 */
function paperTemplate({ script, fonts }: PaperParts): Html {
  const source = { src: script.path, integrity: script.integrity, crossorigin: 'anonymous' }
  return html`<template ${attrs({ 'data-paper': JSON.stringify(fonts) })}
    ><script ${attrs(source)}></script
  ></template>`
}

/** The drawings that the script puts beside what it tells. */
export function icons(): Html {
  const names: Record<string, IconName> = {
    kept: 'check',
    info: 'info',
    risk: 'warning',
    broken: 'cross'
  }
  return html`${Object.entries(names).map(
    ([tone, name]) => html`<template data-icon="${tone}">${icon(name)}</template>`
  )}`
}

/** What a reader can know of the program that opens letters here. */
export function trustNote(view: Speaks): Html {
  const t = messages.in(view.lang)
  return html`<section class="section no-print">
    <h2>${t.trustTitle}</h2>
    <p>${t.trust} ${link(view, { href: '/letters/reader.sha256', text: 'reader.sha256' })}</p>
    <p>${t.offlineLead}</p>
    <p>${link(view, { href: '/letters/offline.html', text: t.offlineButton, icon: 'download' })}</p>
  </section>`
}
