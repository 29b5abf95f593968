import { layout } from '../components/layout.ts'
import { pageHead } from '../components/card.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { boxesPart } from './boxes-part.ts'
import { controlsPart } from './controls-part.ts'
import { dataPart } from './data-part.ts'
import { documentPart } from './document-part.ts'
import { formPart } from './form-part.ts'
import { progressPart } from './progress-part.ts'

const title = { fa: 'نمایشگاه اجزای صفحه‌ها', en: 'Gallery of components' }
const lead = {
  fa: 'هر جزء در هر حالت، در یک صفحه: برای طراحی، برای آزمون دسترس‌پذیری، و برای کسی که صفحه تازه‌ای می‌سازد.',
  en: 'Every component in every state on one page: for design, for accessibility tests, and for whoever builds a new page.'
}
const home = { fa: 'صفحه نخست', en: 'Front page' }

/** Every component of the design system in every state; shown at `/gallery` in demonstration mode. */
export function galleryPage(view: View): Html {
  const parts = [controlsPart, boxesPart, progressPart, dataPart, documentPart, formPart]
  return layout(view, {
    title: title[view.lang],
    width: 'wide',
    robots: 'noindex',
    islands: ['platform/dialog', 'platform/table-keys', 'platform/form-guard'],
    breadcrumbs: [
      { href: '/', text: home[view.lang] },
      { href: '/gallery', text: title[view.lang] }
    ],
    body: html`${pageHead({ title: title[view.lang], lead: lead[view.lang] })}
    ${parts.map((part) => part(view))}`
  })
}
