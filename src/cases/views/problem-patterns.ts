import { errorSummary, html, type Html, icon, type View } from '../../platform/html/index.ts'

/** The server's own looks of a problem, empty: what the island `cases/answers` copies and fills. */
export function problemPatterns(view: View): Html {
  const summary = errorSummary(view, [
    { pointer: '/', code: 'pattern', text: { fa: ' ', en: ' ' } }
  ])
  return html`<template data-problem-icon>${icon('warning')}</template>
    <template data-problem-summary>${summary}</template>`
}
