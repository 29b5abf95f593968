import { personalData } from '../../people/index.ts'
import { leaveShares } from './recovery/leave-shares.ts'

type PersonTable = Parameters<typeof personalData.tableHolder>[1][number]

const spread = { rooted: false } as const
const wrapped = ['slot', 'recipient', 'binding', 'credential']
const halves = ['sealed_share', 'held_share', 'proof_key']

/** Where mailboxes keep rows about a person: whose they are, and what others gave them. */
const mailboxTables: readonly PersonTable[] = [
  {
    ...spread,
    table: 'keyslots',
    person: 'person',
    title: { fa: 'راه‌های باز کردن صندوق نامه', en: 'Ways to open the mailbox' },
    hidden: wrapped
  },
  {
    ...spread,
    table: 'keyslots',
    person: 'reader',
    title: { fa: 'صندوق‌هایی که با صندوق شما باز می‌شود', en: 'Mailboxes that yours opens' },
    hidden: wrapped
  },
  {
    ...spread,
    table: 'mailbox_shares',
    person: 'person',
    title: { fa: 'نیمه‌های کلید صندوق نامه', en: 'Halves of the key of the mailbox' },
    hidden: halves
  },
  {
    ...spread,
    table: 'mailbox_shares',
    person: 'reader',
    title: { fa: 'نیمه کلیدهایی که نزد شماست', en: 'Halves of keys that are with you' },
    hidden: halves
  },
  {
    ...spread,
    table: 'mailbox_recoveries',
    person: 'person',
    title: { fa: 'بازگشت به صندوق نامه', en: 'Recoveries of the mailbox' },
    hidden: ['words']
  },
  {
    ...spread,
    table: 'mailbox_recoveries',
    person: 'reader',
    title: { fa: 'بازگشت‌هایی با کمک شما', en: 'Recoveries with your help' },
    hidden: ['words']
  },
  {
    ...spread,
    table: 'mailbox_history',
    person: 'person',
    title: { fa: 'کلیدهای پیشین صندوق نامه', en: 'Keys that the mailbox had' },
    hidden: ['slot']
  },
  {
    table: 'mailbox_pairings',
    person: 'person',
    rooted: true,
    title: { fa: 'رایانه‌ای که در انتظار تلفن است', en: 'A computer that waits for the telephone' },
    hidden: ['recipient', 'sealed']
  },
  {
    ...spread,
    table: 'mailbox_owners',
    person: 'person',
    title: { fa: 'فهرست صندوق‌ها', en: 'Directory of mailboxes' },
    hidden: ['owner']
  },
  {
    ...spread,
    table: 'mailboxes',
    person: 'person',
    title: { fa: 'صندوق نامه', en: 'Mailbox' },
    hidden: ['recipient', 'pending_past']
  }
]

const rows = personalData.tableHolder('mailboxes', mailboxTables)

/** Whose a mailbox is, the ways to open it, and what others gave a person of theirs: these are told. */
export const mailboxHolder: personalData.PersonalDataHolder = {
  ...rows,
  async erase(tx, person, at) {
    await leaveShares(tx, person, at)
    return rows.erase(tx, person, at)
  }
}
