import { buffer } from 'node:stream/consumers'
import { probing } from '../outages/index.ts'
import { tenants } from '../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  partsOf,
  redirect
} from '../platform/http/index.ts'
import { type Context, withScope } from '../platform/index.ts'
import { operatorOf, operatorToSetUp } from './access.ts'
import { changeBranding } from './branding/change-branding.ts'
import { messages } from './messages-authorities.ts'
import { readAuthorities, readAuthority } from './read-authorities.ts'
import { type RefusedForm, type Typed, attempt, typedIn } from './typed.ts'
import { authoritiesPage } from './views/authorities-page.ts'
import { authorityPage } from './views/authority-page.ts'

// Far above what a logo may be, so that most of what is too large is told so beside its field.
const fileBytesMax = 2_000_000

const one = '/operator/authorities/:authority'

/** Authorities as the operator sets them up. */
export function authorityRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/operator/authorities' }, (p) => showAll(context, p, null))
  page(app, { method: 'post', path: '/operator/authorities' }, (p) => register(context, p))
  page(app, { method: 'get', path: one }, (p) => show(context, p, null))
  for (const path of ['hosts', 'units', 'posts', 'branding']) {
    // After a refusal the browser shows the address of the form: a reload leads back to it.
    page(app, { method: 'get', path: `${one}/${path}` }, (p) => redirect(p, addressOf(p)))
  }
  page(app, { method: 'post', path: `${one}/hosts` }, (p) => addHost(context, p))
  page(app, { method: 'post', path: `${one}/hosts/:host/retirement` }, (p) => retire(context, p))
  page(app, { method: 'post', path: `${one}/units` }, (p) => addPart(context, p, 'unit'))
  page(app, { method: 'post', path: `${one}/posts` }, (p) => addPart(context, p, 'post'))
  const branding = { method: 'post', path: `${one}/branding`, fileBytesMax } as const
  page(app, branding, (p) => change(context, p))
}

function partIn(p: Page, name: string): string {
  return (p.request.params as Readonly<Record<string, string | undefined>>)[name] ?? ''
}

function addressOf(p: Page): string {
  return `/operator/authorities/${encodeURIComponent(partIn(p, 'authority'))}`
}

async function showAll(
  context: Context,
  p: Page,
  refused: RefusedForm | null
): Promise<PageAnswer> {
  operatorOf(p.request)
  return authoritiesPage(p.view, await readAuthorities(context), refused)
}

async function show(context: Context, p: Page, refused: RefusedForm | null): Promise<PageAnswer> {
  operatorOf(p.request)
  return authorityPage(p.view, await readAuthority(context, partIn(p, 'authority')), refused)
}

function done(p: Page, text: string): PageAnswer {
  return redirect(p, addressOf(p), { kind: 'success', text })
}

function register(context: Context, p: Page): Promise<PageAnswer> {
  const { actor } = operatorToSetUp(context, p.request)
  const typed = typedIn(p.request.body, 'new')
  const text = (name: string) => typed[name]?.trim() ?? ''
  return attempt(p, {
    form: 'new',
    typed,
    work: async () => {
      const { id } = await tenants.registerAuthority(context, actor, {
        id: text('id'),
        title: { fa: text('title.fa'), en: text('title.en') },
        shortTitle: { fa: text('shortTitle.fa'), en: text('shortTitle.en') },
        portal: text('portal'),
        province: text('province') || null,
        timeZone: text('timeZone')
      })
      const { registered } = messages.in(p.lang)
      return redirect(p, `/operator/authorities/${id}`, { kind: 'success', text: registered })
    },
    again: (refused) => showAll(context, p, refused)
  })
}

function addHost(context: Context, p: Page): Promise<PageAnswer> {
  const { actor } = operatorToSetUp(context, p.request)
  const typed = typedIn(p.request.body, 'host')
  return attempt(p, {
    form: 'host',
    typed,
    work: async () => {
      const authority = partIn(p, 'authority')
      await readAuthority(context, authority)
      const host = { authority, address: typed.address ?? '' }
      // The operator sets up a body that is not theirs.
      await withScope('system', () => probing.registerHost(context, actor, host))
      return done(p, messages.in(p.lang).hostAdded)
    },
    again: (refused) => show(context, p, refused)
  })
}

function retire(context: Context, p: Page): Promise<PageAnswer> {
  const { actor } = operatorToSetUp(context, p.request)
  const name = { authority: partIn(p, 'authority'), host: partIn(p, 'host') }
  return attempt(p, {
    form: 'host',
    typed: {},
    work: async () => {
      // As above: the host is of the body.
      await withScope('system', () => probing.retireHost(context, actor, name))
      return done(p, messages.in(p.lang).hostRetired)
    },
    again: (refused) => show(context, p, refused)
  })
}

function addPart(context: Context, p: Page, kind: 'unit' | 'post'): Promise<PageAnswer> {
  const { actor } = operatorToSetUp(context, p.request)
  const typed = typedIn(p.request.body, kind)
  const unit = typed.unit ?? '*'
  return attempt(p, {
    form: kind,
    typed,
    work: async () => {
      await tenants.addPart(context, actor, {
        authority: partIn(p, 'authority'),
        kind,
        id: typed.id?.trim() ?? '',
        title: { fa: typed['title.fa']?.trim() ?? '', en: typed['title.en']?.trim() ?? '' },
        unit: kind === 'unit' || unit === '*' ? null : unit
      })
      return done(p, messages.in(p.lang).added)
    },
    again: (refused) => show(context, p, refused)
  })
}

async function change(context: Context, p: Page): Promise<PageAnswer> {
  operatorOf(p.request)
  const { typed, logo } = await readBranding(p)
  const { actor } = operatorToSetUp(context, p.request)
  const words = (name: string) => ({ fa: typed[`${name}.fa`] ?? '', en: typed[`${name}.en`] ?? '' })
  return attempt(p, {
    form: 'brand',
    typed,
    work: async () => {
      await changeBranding(context, actor, {
        authority: partIn(p, 'authority'),
        colours: typed,
        desk: words('desk'),
        note: words('note'),
        logo,
        removesLogo: typed.removesLogo !== undefined
      })
      return done(p, messages.in(p.lang).saved)
    },
    again: (refused) => show(context, p, refused)
  })
}

/** The form with its picture; the name of the file is not even looked at. */
async function readBranding({ request }: Page): Promise<{
  typed: Typed
  logo: { readonly bytes: Uint8Array | null } | null
}> {
  if (!request.isMultipart()) return { typed: typedIn(request.body, 'brand'), logo: null }
  const texts: Record<string, string> = {}
  let logo: { bytes: Uint8Array | null } | null = null
  for await (const part of partsOf(request)) {
    if (part.type === 'field') texts[part.fieldname] = String(part.value)
    else if (part.fieldname !== 'brand.logo' || part.filename === '') part.file.resume()
    else {
      const bytes = await buffer(part.file)
      logo = { bytes: part.file.truncated ? null : bytes }
    }
  }
  // Whoever has to prove who they are first finds the texts again; the picture is chosen anew.
  request.body = texts
  return { typed: typedIn(texts, 'brand'), logo }
}
