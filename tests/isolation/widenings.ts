import { wideningsOfLetters } from './widenings-of-letters.ts'

/** Where a request reads in the scope of the system, and why: one reason for each place of a file. */
export const widenings: Readonly<Record<string, readonly string[]>> = {
  ...wideningsOfLetters,
  'src/agreements/acceptance/accept-agreement.ts': [
    'A clerk writes down what came on paper, of somebody whose rows they have no way to.'
  ],
  'src/cases/case-by-code.ts': [
    'Anybody who has the code is told the public state, which names nobody.',
    'The code is the key to an id, and an id opens nothing: who may look is asked when it is looked at.'
  ],
  'src/cases/case-store.ts': [
    'The code is the key: whoever has it is led to the case, and no list of codes is ever read.'
  ],
  'src/cases/counter-file.ts': [
    'The applicant stands before a clerk of the body, whose own rows end with the case: the role is asked at once, and the consent before anything is shown.'
  ],
  'src/cases/refuse-hidden.ts': [
    'The applicant is to hear who asked for their case: only whose it is, is read, and not shown.',
    'A delegate is told that their own delegation stands still: only whose the case is, and its service, is read.'
  ],
  'src/cases/register-intake.ts': ['The person whom the counter found before by an identifier.'],
  'src/cases/routes/register-application.ts': [
    'The form of a counter comes back with the person whom it found before.'
  ],
  'src/cases/view-at-counter.ts': [
    'The applicant agreed just now to be shown the reasons in their own case, also of one that has ended.'
  ],
  'src/ledger/evidence-key-store.ts': [
    'No request may read a key; what is made of it is shown after the check of its page.',
    'No request may read a key of another; what is made of it is shown after the check of its page.'
  ],
  'src/ledger/evidence-state.ts': [
    'Everybody is told whether anything waits for the log, and nothing of what it is.'
  ],
  'src/ledger/fact-by-id.ts': [
    "Only where it stands is looked up for everybody: the fact itself is read in the reader's scope."
  ],
  'src/ledger/fact-text-store.ts': [
    'Keys are read by no request; what is made of one is shown after the check of its page.'
  ],
  'src/letters/mailboxes/aliases.ts': ['By what the owner of a mailbox is found in the directory.'],
  'src/letters/mailboxes/read-mailboxes.ts': ['Whoever may read a mailbox may know whose it is.'],
  'src/letters/mailboxes/tell-owner.ts': ['Who answers for a mailbox is told; nothing is shown.'],
  'src/notices/subscribe.ts': [
    'Anybody asks for notices by an address that no account knows.',
    'The secret of a link is the key to one subscription.',
    'The secret of a link is the key to one subscription: it is confirmed.',
    'The secret of a link is the key to one subscription: it is ended.'
  ],
  'src/operator/authority-routes.ts': [
    'The operator sets up a body that is not theirs.',
    'As above: the host is of the body.'
  ],
  'src/operator/branding/change-branding.ts': [
    'The operator sets up the look of a body that is not theirs.'
  ],
  'src/operator/read-authorities.ts': [
    'The operator reads which bodies there are, and how many keys and staff they have.',
    'The operator reads how a body is set up: units, posts, hosts, how many keys.'
  ],
  'src/operator/read-platform.ts': [
    'The operator counts what waits, and reads none of it.',
    'The operator lets the worker try again what it could not do, and reads none of it.'
  ],
  'src/outages/open311/routes.ts': [
    'GeoReport publishes requests to everybody; what people wrote is left out of them.'
  ],
  'src/outages/planned/extend-for-outage.ts': [
    'How many deadlines would move is counted, and nothing shown of whose they are.'
  ],
  'src/outages/reports/routes/api-reports.ts': [
    'Whoever filed a report just now is given the promise of its receipt.'
  ],
  'src/outages/reports/routes/pages-receipt.ts': [
    'The code of a receipt was checked: it is the key to the evidence of its report.'
  ],
  'src/people/api-key-of-text.ts': ['The text is the key to its one row; no list of keys is read.'],
  'src/outages/reports/file-report.ts': [
    'Anybody reports a failure, and nobody is asked who they are.'
  ],
  'src/outages/reports/read-report.ts': [
    'The code of a receipt is the key to its report, for whoever holds it.'
  ],
  'src/outages/reports/report-store.ts': [
    'The code of a receipt is the key: no list of codes is ever read.'
  ],
  'src/outages/reports/routes/feeds.ts': [
    'What failed and when is for everybody; what people wrote is left out of it.'
  ],
  'src/outages/reports/sync-choices.ts': [
    'A copy of what is published already, made by whoever asks first.'
  ],
  'src/people/actor-names.ts': [
    'Whoever may read a record reads who acted in it: a name, and nothing else of them.'
  ],
  'src/people/consent/ask-consent.ts': [
    'A clerk learns that a code can reach somebody at the counter, and no address of theirs.'
  ],
  'src/people/contact/change-contacts.ts': [
    'Whose address it is already is seen in the directory of everybody.'
  ],
  'src/people/contact/tell-person.ts': [
    'Whoever is told is told on every channel; the addresses are shown to nobody.'
  ],
  'src/people/delegation/answer-offer.ts': [
    'An offer that names somebody by an identifier is found by it, before it is theirs.',
    'The code is the key to its offer.',
    'The offer is of its grantor until it is accepted.',
    'The offer is of its grantor, and names who declines it.'
  ],
  'src/people/delegation/may-act.ts': [
    'Only delegations to the asker are read, which are not in force for them while they stand still.'
  ],
  'src/people/delegation/read-delegates.ts': ['Whoever an offer names reads who made it.'],
  'src/people/delegation/revoke-delegation.ts': ['Both are told, whoever of them ends it.'],
  'src/people/delegation/suspend-delegations.ts': [
    'The account is frozen: what it gave and holds is marked in the rows of the other side, who are told.',
    'Who speaks for the other side is looked up to be told, on their own addresses; nothing is shown.'
  ],
  'src/people/devices/report-takeover.ts': [
    'The secret of a link that was sent to the person is the key to it.'
  ],
  'src/people/devices/routes.ts': [
    'The secret of a link that was sent to the person is the key to its page.'
  ],
  'src/people/enrolment/enter-by-code.ts': ['Nobody is signed in: the code says who comes.'],
  'src/people/enrolment/issue-enrolment.ts': [
    'A code is given to somebody whose rows the giver has no way to.'
  ],
  'src/people/find-or-create-walk-in.ts': [
    'A counter must find whoever comes, of whom it has no row to see yet.'
  ],
  'src/people/find-person.ts': [
    'A counter looks for whoever stands before it, by an identifier that they show.'
  ],
  'src/people/recovery/recover-account.ts': [
    'Nobody is signed in: whose contact it is, is looked up among all.'
  ],
  'src/people/personal-data/foresee-erasure.ts': [
    'What is counted for a person is theirs, though a failure report names them by an address only.'
  ],
  'src/people/personal-data/place-hold.ts': [
    'A hold is placed on somebody else by a person whose role was asked for; they are told of it.',
    'A hold is changed, and somebody else is told, by a person whose role was asked for.'
  ],
  'src/people/personal-data/refuse-erased.ts': [
    'Whoever proves who they are is not yet anybody, and must not get into an erased account.'
  ],
  'src/people/recovery/routes.ts': [
    'The secret of a link that was sent to the person is the key to its page.'
  ],
  'src/people/recovery/stop-recovery.ts': [
    'The secret of a link that was sent to the person is the key to it.'
  ],
  'src/people/recovery/undo-since.ts': [
    'What somebody else did in an account, also as staff and for a business, stands in the rows of others: it is taken back, and they are told.'
  ],
  'src/people/registry/correct-person.ts': [
    'A counter corrects the name of whoever shows the paper.'
  ],
  'src/people/registry/register-organisation.ts': [
    'A counter writes down a business and who acts for it, from their papers.'
  ],
  'src/people/request-actor.ts': [
    'The key is what is looked for: nobody is known before it is found.'
  ],
  'src/people/staff/may-enrol.ts': [
    'Roles at other bodies forbid it: they must be seen to be minded.'
  ],
  'src/people/staff/name-person.ts': [
    'Whether somebody has a key of their own is looked up, and told by the code alone.'
  ],
  'src/people/tenants/add-part.ts': [
    'The operator sets up units and posts of a body that is not theirs.'
  ],
  'src/people/tenants/register-authority.ts': [
    'The operator sets up a body, which is nobody’s before.'
  ],
  'src/platform/http/idempotency.ts': [
    'What was answered is found by the hash of caller and key, and no other way.',
    'A refusal for load or a fault of ours may go better next time; all else is the answer.',
    'Where this fails, the claims run out, and repetitions are carried out again.'
  ],
  'src/promises/read-clause.ts': [
    "The evidence of a clause is for everybody: kinds and times, and nobody's name."
  ],
  'src/promises/read-states.ts': [
    'A count of facts that everybody may read: made once, by whoever asks first.'
  ]
}
