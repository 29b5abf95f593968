// The door of the design system: every page of every slice is made of these.
export type { Content, Html } from './html.ts'
export { attrs, classes, empty, html, join, jsonLd, raw, safeUrl } from './html.ts'
export type { Flash, NavItem, Speaks, View } from './view.ts'
export { csrfField, formHref } from './view.ts'
