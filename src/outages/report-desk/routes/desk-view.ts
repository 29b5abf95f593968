import type { FastifyReply, FastifyRequest } from 'fastify'
import type { View } from '../../../platform/html/index.ts'
import type { ReportDesk } from '../report-desk.ts'

/** One request and what is answered to it. */
export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a page of this desk knows of its request. */
export function viewOf({ clock, config }: ReportDesk, request: FastifyRequest): View {
  const isEnglish = /^\/en(\/|\?|$)/.test(request.url)
  return {
    lang: isEnglish ? 'en' : 'fa',
    path: request.url.replace(/^\/en(?=\/|\?|$)/, '') || '/',
    csrf: '',
    account: null,
    nav: [],
    demo: config.demo,
    now: clock.now(),
    flash: null,
    theme: 'auto'
  }
}
