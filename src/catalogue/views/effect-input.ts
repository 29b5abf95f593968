import { type Html, field, section } from '../../platform/html/index.ts'
import { deskMessages } from '../messages-desk.ts'
import type { ShownInputs } from './editor-fields.ts'

/** From when the next version is asked to be in force; the first one asks for nothing. */
export function effectInput({ view, texts, problems }: ShownInputs): Html {
  const t = deskMessages.in(view.lang)
  const { effectiveAt } = texts
  return section({
    title: t.publishTitle,
    lead: t.publishLead,
    body: field(view, {
      type: 'jalali-date',
      name: 'effectiveAt',
      label: t.effectiveAt,
      help: t.effectiveAtHelp,
      value: typeof effectiveAt === 'string' ? effectiveAt : undefined,
      problems,
      width: 'medium'
    })
  })
}
