import {
  type Content,
  type Html,
  layout,
  type LayoutOptions,
  type NavItem,
  type View
} from '../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../platform/index.ts'

/** What a page of this slice gives to its frame. */
export interface FrameOptions {
  readonly title: string
  readonly body: Content
  readonly trail?: readonly NavItem[]
  readonly islands?: readonly string[]
  readonly width?: LayoutOptions['width']
  readonly problems?: readonly FieldProblem[] | undefined
  /** The body whose desk this is. */
  readonly authority?: { readonly title: Bilingual } | undefined
}

/** The frame of every page about a case: never indexed, because it is about one person. */
export function frame(view: View, options: FrameOptions): Html {
  const { title, body, trail, islands, width, problems, authority } = options
  return layout(view, {
    title,
    body,
    robots: 'noindex',
    hasProblems: (problems?.length ?? 0) > 0,
    ...(trail && { breadcrumbs: trail }),
    ...(islands && { islands }),
    ...(width && { width }),
    ...(authority && { authority: { name: authority.title[view.lang], href: '/' } })
  })
}
