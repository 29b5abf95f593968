import { type DataType, dataTypeNames } from '../../../kernel/policy/index.ts'
import { type Html, type View, html, link } from '../../../platform/html/index.ts'

/** The label of a thing of this kind: its name, and the way to what may be done with it. */
export function policyLabel(
  view: Pick<View, 'lang'>,
  of: { readonly dataType: DataType; readonly authority: string }
): Html {
  const text = dataTypeNames[of.dataType][view.lang]
  return html`<span class="muted"
    >${link(view, { href: `/data-policy#${of.authority}`, text })}</span
  >`
}
