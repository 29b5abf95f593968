import { toPersianDigits } from '../../kernel/persian/index.ts'
import { type Html, html } from '../../platform/html/index.ts'
import type { Lang } from '../../platform/index.ts'
import type { ServiceCard } from '../card.ts'
import { legalBasisTypes } from '../card-options.ts'
import { messages } from '../messages.ts'
import { dateInWords } from './words.ts'

/** A legal basis as a citation: its kind, title, issuer, number and date. */
export function legalBasisText(basis: ServiceCard['legalBases'][number], lang: Lang): Html {
  const t = messages.in(lang)
  const number =
    basis.number !== undefined && (lang === 'fa' ? toPersianDigits(basis.number) : basis.number)
  return html`${basis.title[lang]}
    <small
      >${legalBasisTypes[basis.type][lang]}${lang === 'fa' ? '، ' : ', '}${basis.issuer[lang]}${
        number && html`${lang === 'fa' ? '، ' : ', '}${t.number} <bdi dir="ltr">${number}</bdi>`
      }${basis.date !== undefined && html` ${t.dated} ${dateInWords(basis.date, lang)}`}</small
    >`
}
