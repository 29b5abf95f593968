import {
  type Html,
  type View,
  code,
  html,
  postButton,
  table
} from '../../../platform/html/index.ts'
import type { Authority } from '../../authority.ts'
import { dataTypeNames, deskMessages, pageMessages } from '../messages-pages.ts'
import type { RetentionRule } from '../retention.ts'

/**
 * How long which data is kept.
 */
export function ruleTable(
  view: View,
  rules: readonly RetentionRule[],
  authorities: readonly Authority[]
): Html {
  const t = pageMessages.in(view.lang)
  return table<RetentionRule>(view, {
    caption: t.times,
    captionHidden: true,
    rows: rules,
    empty: t.noTimes,
    columns: ruleColumns(view, authorities)
  })
}

/** The columns of a table of rules. */
export function ruleColumns(view: View, authorities: readonly Authority[]) {
  const t = pageMessages.in(view.lang)
  return [
    {
      key: 'authority',
      title: t.authority,
      cell: ({ authority }: RetentionRule) =>
        authorities.find(({ id }) => id === authority)?.title[view.lang] ?? authority
    },
    {
      key: 'type',
      title: t.dataType,
      cell: ({ dataType }: RetentionRule) => dataTypeNames[dataType][view.lang]
    },
    {
      key: 'service',
      title: t.service,
      cell: ({ service }: RetentionRule) => (service === '' ? t.allServices : code(service))
    },
    {
      key: 'days',
      title: t.keepDays,
      cell: ({ keepDays }: RetentionRule) => t.days(keepDays)
    },
    {
      key: 'erasable',
      title: t.erasable,
      cell: ({ erasable }: RetentionRule) => (erasable ? t.yes : t.no)
    }
  ]
}

/** The same with a way to take each rule away. */
export function ownRuleTable(
  view: View,
  rules: readonly RetentionRule[],
  authorities: readonly Authority[]
): Html {
  const [t, own] = [deskMessages.in(view.lang), pageMessages.in(view.lang)]
  return table<RetentionRule>(view, {
    caption: t.retention,
    captionHidden: true,
    rows: rules,
    empty: own.noTimes,
    columns: [
      ...ruleColumns(view, authorities),
      {
        key: 'source',
        title: t.source,
        cell: ({ changedBy }) => (changedBy === 'system:file' ? t.fromFile : t.fromPage)
      },
      {
        key: 'remove',
        title: own.actions,
        titleHidden: true,
        cell: ({ authority, dataType, service }) =>
          html`${postButton(view, {
            action: '/desk/retention/removal',
            text: t.remove,
            size: 'small',
            fields: { authority, dataType, service }
          })}`
      }
    ]
  })
}
