import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCardFile } from '../../src/catalogue/read-card-file.ts'
import type { ServiceCard } from '../../src/catalogue/index.ts'
import type { ShownClock } from '../../src/cases/case-progress.ts'
import type { CaseHistory } from '../../src/cases/case.ts'
import type { CaseView } from '../../src/cases/view-case.ts'
import type { Authority } from '../../src/people/index.ts'
import type { View } from '../../src/platform/html/index.ts'

const at = (text: string) => Temporal.Instant.from(text)

/** A page read in Persian at half past nine on 1 Azar 1405, unless told. */
export function sampleView(more: Partial<View> = {}): View {
  return {
    lang: 'fa',
    path: '/',
    csrf: 'token',
    account: { name: 'مریم رضایی' },
    nav: [],
    demo: false,
    now: at('2026-11-22T06:00:00Z'),
    flash: null,
    theme: 'auto',
    ...more
  }
}

/** The card of disaster damage: 72 hours, one demanded document. */
export function sampleCard(): ServiceCard {
  const file = '10021006-disaster-damage.yaml'
  const path = resolve(import.meta.dirname, '../../agreements/services', file)
  return readCardFile(file, readFileSync(path, 'utf8'))
}

export const sampleAuthority: Authority = {
  id: 'sko',
  title: { fa: 'استانداری خراسان جنوبی', en: 'South Khorasan Governorate' },
  shortTitle: { fa: 'استانداری', en: 'Governorate' },
  portal: 'https://sko.ir',
  province: 'south-khorasan',
  timeZone: 'Asia/Tehran',
  units: [{ id: 'civil-affairs', title: { fa: 'دفتر امور شهری', en: 'Urban Affairs' } }],
  posts: []
}

/** A clock that has run for 4 of its 72 hours, unless told. */
export function sampleClock(more: Partial<ShownClock> = {}): ShownClock {
  return {
    state: 'running',
    late: false,
    startedAt: at('2026-11-22T02:00:00Z'),
    dueAt: at('2026-11-25T02:00:00Z'),
    doneAt: null,
    remainingSeconds: 68 * 3600,
    usedSeconds: 4 * 3600,
    targetSeconds: 72 * 3600,
    overrunSeconds: 0,
    calendarVersion: 'always',
    beyondCalendar: false,
    progress: { whole: 72, used: 4, remaining: 68, stretches: [72] },
    explanation: [
      {
        from: at('2026-11-22T02:00:00Z'),
        to: at('2026-11-25T02:00:00Z'),
        kind: 'counted',
        cause: null,
        seconds: 72 * 3600
      }
    ],
    ...more
  }
}

/** A complete case that waits for its first step, unless told. */
export function sampleHistory(more: Partial<CaseHistory> = {}): CaseHistory {
  return {
    case: '01a201d7-0b00-74fd-8284-74d00c6e806d',
    authority: 'sko',
    service: '10021006',
    cardVersion: '10021006@1',
    agreementVersion: null,
    stage: 'received',
    filed: {
      at: at('2026-11-22T02:00:00Z'),
      channel: 'site',
      by: 'applicant',
      actor: 'a',
      trackingNumber: null,
      officeCode: null,
      arrivedAt: null,
      registeredAt: at('2026-11-22T02:00:00Z'),
      lateReason: null
    },
    completeAt: at('2026-11-22T02:00:00Z'),
    completeKnownAt: at('2026-11-22T02:00:00Z'),
    step: null,
    steps: [],
    documents: [],
    requests: [],
    returns: [],
    judgements: [],
    visits: [],
    visitsRefused: 0,
    assignedTo: null,
    invoice: null,
    decision: null,
    delivered: null,
    withdrawnAt: null,
    reopenings: [],
    extensions: [],
    breaches: [],
    views: [],
    factsThrough: '01a201d7-0b00-74fd-8284-74d00c6e806e',
    ...more
  }
}

/** The case as its applicant sees it. */
export function sampleCase(more: Partial<CaseView> = {}): CaseView {
  const history = more.history ?? sampleHistory()
  return {
    id: history.case,
    code: '7K2M9X4TRD',
    authority: 'sko',
    unit: 'civil-affairs',
    service: '10021006',
    version: 1,
    filedAt: history.filed.at,
    arrivedAt: history.filed.arrivedAt,
    registeredAt: history.filed.registeredAt,
    applicant: { id: 'a', name: { fa: 'مریم رضایی', en: 'Maryam Rezaei' } },
    mine: true,
    card: sampleCard(),
    answers: { disaster: 'flood', eventDate: '1405-08-20', place: 'بیرجند <b>' },
    history,
    clock: sampleClock(),
    documents: [],
    missing: [],
    notes: {},
    lookedAt: [],
    handedOn: [],
    delegatedActs: [],
    sealed: null,
    may: {
      addDocument: true,
      return: false,
      resubmit: false,
      enterStep: false,
      assign: false,
      recordVisit: false,
      decide: false,
      withdraw: true,
      withdrawAtCounter: false,
      reopen: false
    },
    ...more
  }
}
