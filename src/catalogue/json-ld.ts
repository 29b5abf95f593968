import { toLatinDigits } from '../kernel/persian/index.ts'
import type { Authority } from '../people/index.ts'
import type { Bilingual, Lang } from '../platform/index.ts'
import type { PromisedTime, ServiceCard } from './card.ts'
import { channels, lifeEvents } from './card-options.ts'
import type { CardVersion } from './card-store.ts'

/** What a description in linked data needs beside the card. */
export interface Described {
  readonly version: CardVersion
  readonly authority: Authority | null
  /** Address of this installation, without a slash at its end. */
  readonly origin: string
}

const vocabularies = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#'
}
const languages = ['FAS', 'ENG'].map((code) => ({
  '@id': `http://publications.europa.eu/resource/authority/language/${code}`
}))
const iran = { '@id': 'http://publications.europa.eu/resource/authority/country/IRN' }
const rial = { '@id': 'http://publications.europa.eu/resource/authority/currency/IRR' }

/** The card as CPSV-AP 3.2, expanded enough for any JSON-LD reader. */
export function cpsvOf({ version, authority, origin }: Described): object {
  const { card } = version
  const id = `${origin}/services/${card.code}`
  return {
    '@context': { ...vocabularies, peyman: `${origin}/ns#` },
    '@id': id,
    '@type': 'cpsv:PublicService',
    'dct:identifier': card.code,
    'dct:title': inBoth(card.title),
    'dct:description': inBoth(card.description),
    'dct:language': languages,
    'dct:spatial': iran,
    'dcat:keyword': (card.keywords ?? []).map((word) => ({ '@value': word })),
    'adms:version': String(version.version),
    'dct:modified': typed('xsd:dateTime', (version.effectiveAt ?? version.publishedAt).toString()),
    'foaf:page': { '@id': id },
    'cv:hasCompetentAuthority': organisation(card, authority, origin),
    'cv:processingTime': typed('xsd:duration', durationOf(card.promisedTime)),
    // A duration cannot say that only working days count, so the promise stands as it was made too.
    'peyman:promisedTime': {
      'peyman:amount': card.promisedTime.amount,
      'peyman:unit': card.promisedTime.unit
    },
    'cv:hasCost': costOf(card, id),
    'cv:hasChannel': card.channels.map((channel) => ({
      '@id': `${id}#channel-${channel}`,
      '@type': 'cv:Channel',
      'dct:identifier': channel,
      'dct:title': inBoth(channels[channel])
    })),
    'cv:hasInputType': card.documents.map((document) => ({
      '@id': `${id}#document-${document.code}`,
      '@type': 'cv:EvidenceType',
      'dct:identifier': document.code,
      'dct:title': inBoth(document.title)
    })),
    'cv:hasLegalResource': card.legalBases.map(legalResource),
    'cv:isGroupedBy': card.lifeEvents.map((event) => ({
      '@id': `${origin}/services?life-event=${event}`,
      '@type': 'cv:LifeEvent',
      'dct:identifier': event,
      'dct:title': inBoth(lifeEvents[event])
    })),
    'cv:hasContactPoint': {
      '@type': 'cv:ContactPoint',
      'cv:telephone': card.followUp.phone
    }
  }
}

function organisation(card: ServiceCard, authority: Authority | null, origin: string): object {
  const name = inBoth(authority?.title ?? card.ownerBody)
  return {
    '@id': authority?.portal ?? `${origin}/services?authority=${card.authority}`,
    '@type': 'cv:PublicOrganisation',
    'dct:identifier': card.authority,
    'dct:title': name,
    'skos:prefLabel': name,
    'dct:spatial': iran
  }
}

function costOf(card: ServiceCard, id: string): object {
  return {
    '@id': `${id}#cost`,
    '@type': 'cv:Cost',
    'dct:identifier': `${card.code}-fee`,
    'cv:value': typed('xsd:decimal', String(card.feeRial)),
    'cv:currency': rial
  }
}

function legalResource(basis: ServiceCard['legalBases'][number]): object {
  return {
    '@type': 'eli:LegalResource',
    'dct:title': inBoth(basis.title),
    ...(basis.number === undefined ? {} : { 'eli:id_local': toLatinDigits(basis.number) }),
    'dct:publisher': { '@type': 'cv:PublicOrganisation', 'skos:prefLabel': inBoth(basis.issuer) }
  }
}

function inBoth(text: Bilingual): object[] {
  return [
    { '@language': 'fa', '@value': text.fa },
    { '@language': 'en', '@value': text.en }
  ]
}

function typed(type: string, value: string): object {
  return { '@type': type, '@value': value }
}

/** xsd:duration of a promised time; days that are counted only when the office works are days too. */
export function durationOf(time: PromisedTime): string {
  return time.unit === 'hours' ? `PT${String(time.amount)}H` : `P${String(time.amount)}D`
}

/** The card as schema.org's GovernmentService, in the language of the page that carries it. */
export function governmentServiceOf({ version, authority, origin }: Described, lang: Lang): object {
  const { card } = version
  const url = `${origin}${lang === 'en' ? '/en' : ''}/services/${card.code}`
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    identifier: card.code,
    name: card.title[lang],
    description: card.description[lang],
    serviceType: card.subject[lang],
    url,
    inLanguage: ['fa', 'en'],
    audience: { '@type': 'Audience', audienceType: card.recipients[lang] },
    provider: {
      '@type': 'GovernmentOrganization',
      name: (authority?.title ?? card.ownerBody)[lang],
      ...(authority === null ? {} : { url: authority.portal }),
      parentOrganization: { '@type': 'GovernmentOrganization', name: card.parentBody[lang] }
    },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: `${url}/apply`,
      processingTime: durationOf(card.promisedTime),
      servicePhone: { '@type': 'ContactPoint', telephone: card.followUp.phone }
    },
    offers: { '@type': 'Offer', price: card.feeRial, priceCurrency: 'IRR' }
  }
}
