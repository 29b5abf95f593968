/** As `widenings`, of the files of letters. */
export const wideningsOfLetters: Readonly<Record<string, readonly string[]>> = {
  'src/letters/directory/current-entry.ts': [
    'Keys are public among those who write; whoever asks shows nobody whose they are.'
  ],
  'src/letters/directory/may-look-up.ts': [
    'Whose an owner or identifier is, to find out whether the asker has business with it; it is not shown.'
  ],
  'src/letters/directory/publish-entry.ts': [
    'Whoever acts for an owner adds to the chain of the owner; who may was asked by the caller.'
  ],
  'src/letters/directory/read-answer.ts': [
    'Keys of others are for those who write to them, and the map is the program’s own; the route asked who.'
  ],
  'src/letters/directory/read-own-keys.ts': [
    'Heads are the program’s own rows; beside them, only entries that the reader was found to own.'
  ],
  'src/letters/directory/routes/pages.ts': [
    'The heads stand in the public log: here they are shown with words.'
  ],
  'src/letters/directory/stop-recovery.ts': [
    'The chain is read first, and whoever does not own it is told that there is none.'
  ],
  'src/letters/broadcasts/telling-store.ts': [
    'How many people an alert reached is for everybody; who they are is not read out.'
  ],
  'src/letters/exchange/claimed-letter.ts': [
    'Whether a letter waits still, for whoever holds the key on its page.',
    'A letter lies with its sender until its addressee brings it over by the key of the page.'
  ],
  'src/letters/exchange/end-recipient.ts': [
    'What waits for somebody who died lies with its senders, of whatever body: it goes back, and is shown to nobody.'
  ],
  'src/letters/exchange/lane-report.ts': [
    'Everybody is told how fast letters go: counts and seconds, of nobody.'
  ],
  'src/letters/exchange/letter-store.ts': [
    'The id of a letter leads to where it is; the letter itself is read in the scope of its reader.'
  ],
  'src/letters/exchange/move-store.ts': [
    'Where a letter is, is noted by the request that has just moved it.'
  ],
  'src/letters/exchange/parties.ts': [
    'A body writes to whom it serves: whether there is such a person is all that is looked at.'
  ],
  'src/letters/exchange/recipient-end-store.ts': [
    'Every body has to know that a recipient has died, whichever saw the paper.',
    'As above, with the body that recorded it: for whoever was named heir by that person.'
  ],
  'src/letters/genuineness/ask-letter.ts': [
    'Whoever knows a letter’s id and the hash of its sealed bytes may ask whether it is genuine; nothing of its recipient is answered.'
  ],
  'src/letters/mailboxes/candidates.ts': [
    'Who of those that may read a mailbox has one of their own: only names are shown.',
    'Who works in a unit and has a mailbox: its head chooses custodians among their names.',
    'Who represents a business and has a mailbox: a representative chooses among their names.'
  ],
  'src/letters/mailboxes/mailbox-store.ts': [
    'A sender asks for a mailbox by its id; what is shown of it is checked by mayRead.',
    'As above, by its owner.',
    'As above, many at once.'
  ],
  'src/letters/claims/paper/claim-letter.ts': [
    'Whoever holds the key on a page is known by its hash alone: 32 random bytes that nobody guesses.',
    'That a page was used is noted by whoever showed the token from inside the letter.'
  ],
  'src/letters/claims/kin/second-person.ts': [
    'Who made the key by which a death was recorded: they do not look at the certificate; nothing is shown.'
  ],
  'src/letters/claims/kin/read-inheritance.ts': [
    'Names of a dead person and their heir, as they stand on the certificate that an officer has in hand.'
  ],
  'src/letters/mailboxes/close-mailbox.ts': [
    'The mailbox of the dead is closed by the desk, for an heir whose certificate an officer saw.'
  ],
  'src/letters/mailboxes/reopen-mailbox.ts': [
    'The mailbox of somebody who lives is given back by staff of the body that recorded their death.'
  ],
  'src/letters/exchange/reverse-end.ts': [
    'Staff of the body that recorded a death take it back; whether it was theirs is looked at first.'
  ],
  'src/letters/claims/death/record-death.ts': [
    'The name of somebody whose death the body of the reader recorded, and of heirs who could read since.',
    'Every body has to know of a recorded death, before it records it again.'
  ],
  'src/letters/mailboxes/recovery/lose-shares.ts': [
    'Halves are of those who named somebody, who made another key: each owner is told of their own.'
  ],
  'src/letters/mailboxes/recovery/named-by.ts': [
    'Who was named by somebody is told what becomes of their mailbox; nothing is shown.'
  ],
  'src/letters/mailboxes/recovery/read-shares.ts': [
    'Names of those who named each other; who has not accepted is not told to the owner.'
  ],
  'src/letters/mailboxes/routes/own.ts': [
    'Names of those who have a way to the mailbox of the reader.'
  ],
  'src/letters/mailboxes/routes/shared.ts': [
    'Who works in the unit, for a custodian who gives them ways: only names are shown.'
  ],
  'src/letters/mailboxes/slot-reader.ts': [
    'Whether somebody else may read a mailbox; their roles and delegations are shown to nobody.'
  ],
  'src/letters/reader-code/routes.ts': [
    'Digests of the program’s own scripts: they are of nobody, and everybody’s to read.'
  ],
  'src/letters/reader/shown-letter.ts': [
    'The names of both ends stand on the envelope: each is an end of a letter that the reader was found to see, or is about to write.'
  ],
  'src/letters/writer/find-recipient.ts': [
    'A unit writes to whom it serves, found by an identifier or a case that its writer has; people look nobody up.'
  ],
  'src/letters/writer/tell-second-person.ts': [
    'All who write and approve in a unit are told of its changed rule, whoever of them changed it; nothing of them is shown.'
  ]
}
