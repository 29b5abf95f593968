import type { Speaks } from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import { messages, roleNames } from '../messages.ts'
import type { Grant } from '../role.ts'

/** A grant in words, each part by itself. */
export interface GrantWords {
  readonly role: string
  readonly authority: string
  readonly unit: string
  /** The post, where the role is held by one. */
  readonly post: string | null
}

/** The parts of a grant in words. */
export function grantWords(
  view: Speaks,
  grant: Grant,
  authorities: readonly Authority[]
): GrantWords {
  const t = messages.in(view.lang)
  const authority = authorities.find((one) => one.id === grant.authority)
  const unit = authority?.units.find((one) => one.id === grant.unit)
  const post = authority?.posts.find((one) => one.id === grant.post)
  return {
    role: roleNames[grant.role][view.lang],
    authority: authority?.title[view.lang] ?? t.everyAuthority,
    unit: unit?.title[view.lang] ?? t.wholeAuthority,
    post: post?.title[view.lang] ?? null
  }
}
