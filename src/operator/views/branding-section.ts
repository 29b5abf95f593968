import { type Html, type View, field, form, html, section } from '../../platform/html/index.ts'
import type { Branding } from '../branding/branding.ts'
import { deskLengthMax, noteLengthMax } from '../branding/branding.ts'
import { logoHref } from '../branding/stylesheet.ts'
import { messages } from '../messages-authorities.ts'
import type { AuthoritySetUp } from '../read-authorities.ts'
import type { RefusedForm, Typed } from '../typed.ts'

/** How the pages of an authority look. */
export function brandingSection(
  view: View,
  { authority, branding }: AuthoritySetUp,
  refused: RefusedForm | null
): Html {
  const t = messages.in(view.lang)
  const own = refused?.form === 'brand' ? refused : null
  const problems = own?.problems ?? []
  const typed = own?.typed ?? present(branding)
  const text = (name: string, label: string, more: { help?: string; lengthMax: number }) =>
    field(view, {
      type: 'text',
      name: `brand.${name}`,
      label,
      value: typed[name],
      required: false,
      problems,
      ...more,
      ...(name.endsWith('.fa') ? {} : { attributes: { dir: 'ltr' } })
    })
  const colour = (name: string, label: string) => text(name, label, { lengthMax: 9 })
  return section({
    title: t.branding,
    lead: t.brandingLead,
    body: form(view, {
      action: `/operator/authorities/${authority.id}/branding`,
      problems,
      files: true,
      body: html`${text('light.header', t.lightHeader, { help: t.colourHelp, lengthMax: 9 })}
      ${colour('light.primary', t.lightPrimary)} ${colour('dark.header', t.darkHeader)}
      ${colour('dark.primary', t.darkPrimary)}
      ${text('desk.fa', t.deskFa, { lengthMax: deskLengthMax })}
      ${text('desk.en', t.deskEn, { lengthMax: deskLengthMax })}
      ${text('note.fa', t.noteFa, { lengthMax: noteLengthMax })}
      ${text('note.en', t.noteEn, { lengthMax: noteLengthMax })}
      ${logoFields(view, branding, problems)}`,
      submit: { text: t.save }
    })
  })
}

function logoFields(
  view: View,
  branding: Branding | null,
  problems: RefusedForm['problems']
): Html {
  const t = messages.in(view.lang)
  const href = branding === null ? null : logoHref(branding)
  return html`${field(view, {
    type: 'file',
    name: 'brand.logo',
    label: t.logo,
    help: t.logoHelp,
    required: false,
    problems,
    accept: '.png,.webp,image/png,image/webp'
  })}
  ${
    href !== null &&
    html`<p>${t.present}: <img class="site-logo" src="${href}" alt="${t.logo}" /></p>
      ${field(view, {
        type: 'checkbox',
        name: 'brand.removesLogo',
        label: t.removeLogo,
        required: false
      })}`
  }`
}

function present(branding: Branding | null): Typed {
  const { colours = null, desk = null, note = null } = branding ?? {}
  return {
    ...(colours === null
      ? {}
      : {
          'light.header': colours.light.header,
          'light.primary': colours.light.primary,
          'dark.header': colours.dark.header,
          'dark.primary': colours.dark.primary
        }),
    ...(desk === null ? {} : { 'desk.fa': desk.fa, 'desk.en': desk.en }),
    ...(note === null ? {} : { 'note.fa': note.fa, 'note.en': note.en })
  }
}
