import { attrs, classes, html, type Html } from '../html.ts'
import { icon, type IconName } from '../icons.ts'
import { csrfField, formHref, type Speaks, type View } from '../view.ts'

/** One primary at most on a page of a citizen; `danger` for what cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Looks {
  readonly text: string
  readonly kind?: ButtonKind
  readonly size?: 'small' | 'large'
  readonly icon?: IconName
  /** Only the icon shows; the text is read aloud. */
  readonly iconOnly?: boolean
}

/** A button of a form, or with `href` a link that looks like one. */
export interface ButtonOptions extends Looks {
  readonly href?: string
  readonly name?: string
  readonly value?: string
  /** The id of the form that the button belongs to, where it stands outside of it. */
  readonly form?: string
  readonly formAction?: string
  readonly type?: 'submit' | 'button'
  readonly disabled?: boolean
  readonly attributes?: Record<string, string | boolean | undefined>
}

const kindClass: Record<ButtonKind, string> = {
  primary: 'btn-primary',
  secondary: 'btn-outline',
  quiet: 'btn-ghost',
  danger: 'btn-error'
}

/** A button; with `href` a link with the looks of a button. */
export function button(view: Speaks, options: ButtonOptions): Html {
  const common = { class: buttonClass(options), ...options.attributes }
  if (options.href !== undefined) {
    return html`<a ${attrs({ href: formHref(view, options.href), ...common })}>${face(options)}</a>`
  }
  const own = {
    type: options.type ?? 'submit',
    name: options.name,
    value: options.value,
    form: options.form,
    formaction: options.formAction && formHref(view, options.formAction),
    disabled: options.disabled
  }
  return html`<button ${attrs({ ...own, ...common })}>${face(options)}</button>`
}

function buttonClass(looks: Looks): string {
  return classes(
    'btn',
    kindClass[looks.kind ?? 'secondary'],
    looks.size === 'small' && 'btn-sm',
    looks.size === 'large' && 'btn-lg',
    looks.iconOnly && 'btn-square'
  )
}

function face(looks: Looks): Html {
  const text = looks.iconOnly ? html`<span class="sr-only">${looks.text}</span>` : looks.text
  return html`${looks.icon && icon(looks.icon)}${text}`
}

/** A form of one button: an action that needs no more to be said. */
export interface PostButtonOptions extends Looks {
  readonly action: string
  readonly fields?: Readonly<Record<string, string>>
}

/** A button that posts, with its own form, CSRF field and hidden fields. */
export function postButton(view: View, options: PostButtonOptions): Html {
  const fields = Object.entries(options.fields ?? {}).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`
  )
  return html`<form method="post" action="${formHref(view, options.action)}" class="inline-form">
    ${csrfField(view)}${fields}${button(view, options)}
  </form>`
}

/** A row of buttons and links, the main one first. */
export function actions(...items: (Html | false | null | undefined)[]): Html {
  return html`<div class="actions">${items}</div>`
}

/** A link in running text or in a list. */
export interface LinkOptions {
  readonly href: string
  readonly text: string
  readonly icon?: IconName
  /** Without an underline until pointed at; for lists of links only. */
  readonly quiet?: boolean
  readonly attributes?: Record<string, string | boolean | undefined>
}

/** A link; addresses of the house get the reader's language. */
export function link(view: Speaks, options: LinkOptions): Html {
  const attributes = {
    href: formHref(view, options.href),
    class: classes('link', options.quiet && 'link-hover'),
    ...options.attributes
  }
  return html`<a ${attrs(attributes)}>${options.icon && icon(options.icon)}${options.text}</a>`
}
