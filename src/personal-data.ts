import { holder as agreements } from './agreements/personal-data.ts'
import { holder as cases } from './cases/personal-data.ts'
import { broadcasts, claims, directory, exchange, mailboxes } from './letters/index.ts'
import { holder as notices } from './notices/personal-data.ts'
import { holder as outages } from './outages/personal-data.ts'
import { personalData } from './people/index.ts'

/**
 * Who keeps rows of persons, in the order in which an erasure goes through them. Contacts are the way
 * to a person's failure reports and go after those; people comes last but for what nobody asks any more.
 */
export const personalDataHolders: readonly personalData.PersonalDataHolder[] = [
  personalData.ledgerHolder([cases]),
  cases,
  outages,
  exchange.exchangeHolder,
  mailboxes.mailboxHolder,
  claims.claimHolder,
  broadcasts.broadcastHolder,
  notices,
  agreements,
  directory.directoryHolder,
  personalData.peopleHolder,
  personalData.channelsHolder,
  personalData.edgeHolder
]

/** Tables without a holder, and why they need none; `tests/personal-data.test.ts` asks for all of them. */
export const tablesWithoutPersons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'what bodies publish about themselves':
      'agreement_announcements agreement_effects agreement_milestones agreement_versions authorities calendar_versions card_announcements card_effects card_versions clock_calendars notice_services notice_sightings notice_versions notices service_interruptions services system_versions units posts report_choices data_types unit_sealing_keys',
    'work of staff on public texts: it names them by a number, as facts do':
      'card_drafts notice_drafts broadcasts letter_checks',
    'computed from facts: counts and states, of nobody':
      'clause_states score_runs event_counters event_count_runs',
    'what is watched and what was down: machines':
      'channel_checks component_watches components deadline_extensions emergency_suspensions monitoring_gaps outage_corrections outage_entries outages plan_holders planned_announcements planned_outages portal_hosts probe_batches probe_settings probe_stretches probe_targets unregistered_hosts vantage_points',
    'the log: commitments, which say nothing once the key is erased':
      'ledger_outbox log_checkpoints log_entries log_leaves log_tiles logs directory_branches directory_past_aliases directory_heads letter_marks',
    'keys of systems, which are nobody': 'api_keys',
    'settings of an authority':
      'retention_rules authority_brandings unit_costs letter_templates letter_unit_settings',
    'processes that do background work': 'worker_beats',
    'a hash of what is counted, for minutes': 'attempt_counts',
    'secrets of the program, a day each': 'link_secrets',
    'backups, drills and controls of the installation':
      'backups restore_drills control_checks backup_turns backup_drafts',
    'letters of a unit that are being written, sealed to it: its staff stand in them by a number, and they are gone within thirty days':
      'letter_drafts',
    'devices of offices: who registered one is named by a number': 'counter_devices',
    'which migrations ran': 'migrations'
  }).flatMap(([reason, tables]) => tables.split(' ').map((table) => [table, reason]))
)
