import { formatJalaliDate } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  button,
  field,
  form,
  hidden,
  html,
  keyValues,
  layout,
  pageHead,
  postButton,
  section
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import { roleNames } from '../messages.ts'
import { messages } from './messages.ts'
import type { NamedPerson } from './name-person.ts'
import { grantTable, holdingTable } from './staff-tables.ts'
import { type StaffGrant, type StaffHolding, rolesOfPosts, rolesOfStaff } from './staff.ts'
import { type Typed, personFields } from './typed-person.ts'

/** An authority with its staff. */
export interface StaffDesk {
  readonly authority: Authority
  readonly grants: readonly StaffGrant[]
  readonly holdings: readonly StaffHolding[]
  /** When its administrator last said that they looked through all of it. */
  readonly reviewedAt: Temporal.Instant | null
}

/** What was typed into a form, and what is wrong with it. */
export interface FilledForm {
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

/** The page of the staff of an administrator's authorities. */
export function staffPage(view: View, desks: readonly StaffDesk[]): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'wide',
    robots: 'noindex',
    breadcrumbs: [{ href: '/desk/people', text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${desks.map((desk) => deskPart(view, desk, desks.length > 1))}`
  })
}

function deskPart(view: View, desk: StaffDesk, isNamed: boolean): Html {
  const t = messages.in(view.lang)
  const { id, title } = desk.authority
  const toForm = (name: string, text: string) =>
    html`<div class="actions">
      ${button(view, { text, href: `/desk/people/${name}?authority=${id}` })}
    </div>`
  return html`${isNamed && html`<h2>${title[view.lang]}</h2>`}
  ${section({
    title: t.roles,
    body: html`${grantTable(view, desk)} ${toForm('roles', t.giveTitle)}`
  })}
  ${section({
    title: t.posts,
    lead: t.postsLead,
    body: html`${holdingTable(view, desk)} ${toForm('posts', t.assignTitle)}`
  })}
  ${reviewSection(view, desk)}`
}

function reviewSection(view: View, { authority, reviewedAt }: StaffDesk): Html {
  const t = messages.in(view.lang)
  const last =
    reviewedAt === null ? t.neverReviewed : t.reviewedOn(formatJalaliDate(reviewedAt, view.lang))
  return section({
    title: t.review,
    lead: t.reviewLead,
    body: html`<p>${last}</p>
      ${postButton(view, {
        action: '/desk/people/review',
        text: t.reviewed,
        fields: { authority: authority.id }
      })}`
  })
}

/** The form that gives a role. */
export function giveRolePage(view: View, authority: Authority, filled: FilledForm): Html {
  const t = messages.in(view.lang)
  const named = namedIn(filled)
  return formPage(view, t.giveTitle, {
    authority,
    problems: filled.problems,
    body: form(view, {
      action: '/desk/people/roles',
      problems: filled.problems,
      body: html`${hidden('authority', authority.id)} ${personFields(view, filled)}
      ${field(view, {
        ...named('role', t.role),
        type: 'choice',
        required: true,
        choices: rolesOfStaff.map((role) => ({ value: role, text: roleNames[role][view.lang] }))
      })}
      ${field(view, {
        ...named('unit', t.unit),
        type: 'choice',
        value: filled.typed.unit ?? '*',
        choices: [
          { value: '*', text: t.allUnits },
          ...authority.units.map(({ id, title }) => ({ value: id, text: title[view.lang] }))
        ]
      })}
      ${field(view, {
        ...named('until', t.until),
        type: 'jalali-date',
        required: false,
        help: t.untilHelp
      })}`,
      submit: { text: t.give }
    })
  })
}

/** The form that gives a post. */
export function assignPostPage(view: View, authority: Authority, filled: FilledForm): Html {
  const t = messages.in(view.lang)
  const named = namedIn(filled)
  return formPage(view, t.assignTitle, {
    authority,
    problems: filled.problems,
    body: form(view, {
      action: '/desk/people/posts',
      problems: filled.problems,
      body: html`${hidden('authority', authority.id)}
      ${field(view, {
        ...named('post', t.post),
        type: 'choice',
        required: true,
        choices: authority.posts.map(({ id, title }) => ({ value: id, text: title[view.lang] }))
      })}
      ${personFields(view, filled)}
      ${field(view, {
        ...named('role', t.role),
        type: 'choice',
        required: true,
        choices: rolesOfPosts.map((role) => ({ value: role, text: roleNames[role][view.lang] }))
      })}
      ${dayFields(view, filled)}`,
      submit: { text: t.assign }
    })
  })
}

function dayFields(view: View, filled: FilledForm): Html {
  const t = messages.in(view.lang)
  const named = namedIn(filled)
  const day = 'jalali-date' as const
  return html`${field(view, { ...named('from', t.from), type: day, required: true, help: t.fromHelp })}
  ${field(view, { ...named('to', t.to), type: day, required: false, help: t.toHelp })}
  ${field(view, {
    ...named('way', t.way),
    type: 'choice',
    value: filled.typed.way ?? 'holds',
    choices: [
      { value: 'holds', text: t.asHolder },
      { value: 'stands-in', text: t.standsIn }
    ]
  })}`
}

function namedIn({ typed, problems }: FilledForm) {
  return (name: string, label: string) => ({ name, label, problems, value: typed[name] })
}

function formPage(
  view: View,
  title: string,
  given: { authority: Authority; problems: readonly FieldProblem[]; body: Html }
): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title,
    robots: 'noindex',
    hasProblems: given.problems.length > 0,
    breadcrumbs: [{ href: '/desk/people', text: t.title }],
    body: html`${pageHead({ title, lead: given.authority.title[view.lang] })} ${given.body}`
  })
}

/** What was done, and the code for somebody new, this once. */
export function namedPage(
  view: View,
  { person, code }: NamedPerson,
  at: { readonly title: string; readonly href: string; readonly origin: string }
): Html {
  const t = messages.in(view.lang)
  const address = `${at.origin}${view.lang === 'en' ? '/en' : ''}/sign-in/enrol`
  return layout(view, {
    title: t.given,
    robots: 'noindex',
    breadcrumbs: [{ href: at.href, text: at.title }],
    body: html`${pageHead({ title: t.given, lead: t.givenTo(person.name[view.lang]) })}
      ${
        code !== null &&
        html`${alert(view, { kind: 'warning', still: true, body: t.codeLead })}
          ${keyValues([
            {
              key: t.code,
              value: html`<bdi dir="ltr" class="code code-long">${code}</bdi>`
            },
            { key: t.person, value: person.name[view.lang] },
            { key: t.since, value: formatJalaliDate(view.now, view.lang) }
          ])}
          <p><bdi dir="ltr">${address}</bdi></p>`
      }
      <div class="actions">${button(view, { text: t.back, href: at.href })}</div>`
  })
}
