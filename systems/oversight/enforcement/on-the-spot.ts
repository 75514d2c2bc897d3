// The simple procedure (處罰法 51–53): what two officers may decide on the spot, how it is handed over, and when its papers reach the bureau.
import { cite } from '../../../kernel/citation.ts'
import { choice, choices, citation, text, yes } from '../../../kernel/kinds.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { Decimal } from 'decimal.js'
import { penaltyCase } from './case.ts'
import { penalties, stays } from './case-codes.ts'
import { finedOnce, groundsStand, transferFirst, withinBand, withinScale } from './decision.ts'
import { spotDecision } from './documents.ts'
import { certificate, twoOfficers } from './officers.ts'
import { enforcementRefusals } from './refusals.ts'
import type { Maker } from './remedies.ts'
import { signing } from './telling.ts'

const { refuse } = enforcementRefusals
const law = (article: string) => cite('administrative-penalty-law', article)

interface OnSpot {
  readonly answers: {
    readonly kindOfParty: string
    readonly onSpot: readonly string[]
    readonly fine: string | null
    readonly firstHandler: string
    readonly secondHandler: string
    readonly at: string
    readonly shown: boolean
    readonly heard: boolean
    readonly punishedBy: string
    readonly value: string | null
  }
  parameter(name: string): { readonly value: unknown }
}

/** Two officers who showed their certificates, a party that was heard, and no more than the law lets them decide alone. */
export function fitOnSpot(c: OnSpot): void {
  const { answers } = c
  twoOfficers(answers.firstHandler, answers.secondHandler, 'secondHandler')
  if (!answers.shown || !answers.heard) refuse('spot-unheard', { field: answers.shown ? 'heard' : 'shown' })
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(answers.at)) refuse('spot-time', { at: answers.at, field: 'at' })
  const fines = answers.onSpot.includes('fine')
  if (fines !== (answers.fine !== null)) refuse('spot-fine', { field: 'fine' })
  if (answers.fine === null) return
  const most = String(c.parameter(answers.kindOfParty === 'citizen' ? 'enforcement.simple-citizen' : 'enforcement.simple-unit').value)
  if (new Decimal(answers.fine).gt(most)) refuse('spot-limit', { most, fine: answers.fine, field: 'fine' })
  const fined = { fine: answers.fine, article: answers.punishedBy, value: answers.value, circumstance: 'ordinary' }
  withinBand(fined, c)
  withinScale({ ...fined, set: false }, c)
}

interface Handing {
  readonly record: { readonly spotOn: string | null }
  readonly answers: Readonly<Record<string, unknown>>
  readonly today: string
}

/** What is decided on the spot is handed over on the spot; who refuses to sign has that noted on the paper (處罰法 52). */
export function handedOnSpot({ record, answers, today }: Handing): void {
  if (!record.spotOn) return
  const on = (answers['on'] as string | null) ?? today
  if (on !== record.spotOn || !['direct', 'left'].includes(String(answers['way']))) refuse('spot-handed', { decided: record.spotOn, field: 'way' })
}

/** A case of the spot is not closed before its papers are with the bureau. */
export function filedWithBureau({ spotOn, spotFiled }: { readonly spotOn: string | null; readonly spotFiled: string | null }): void {
  if (spotOn && !spotFiled) refuse('spot-not-filed')
}

const { warning, fine } = penalties

export const onTheSpot = (step: Maker) => ({
  'decide-on-spot': step({
    title: words('当场处罚', 'Decide on the spot'),
    from: 'lead',
    to: 'decided',
    by: 'handler',
    basis: law('51'),
    returning: true,
    issues: spotDecision,
    asks: {
      kindOfParty: choice(words('当事人性质', 'Kind of party'), { citizen: words('公民', 'Citizen'), unit: words('法人或者其他组织', 'Legal person or organisation') }),
      onSpot: choices(words('处罚种类', 'Penalties'), { warning, fine }),
      fine: penaltyCase.fields.fine,
      finding: text(words('违法事实和证据', 'Facts and evidence'), { length: 1000 }),
      breach: citation(words('违反条款', 'Article breached')),
      punishedBy: citation(words('处罚依据', 'Article of the penalty')),
      value: penaltyCase.fields.value,
      at: text(words('处罚时刻', 'Time of day'), { length: 5, hint: words('如 10:20', 'As 10:20') }),
      spot: text(words('处罚地点', 'Where'), { length: 120 }),
      firstHandler: certificate('执法人员一', 'officer one'),
      secondHandler: certificate('执法人员二', 'officer two'),
      shown: yes(words('已出示执法证件', 'Certificates were shown')),
      heard: yes(words('已口头告知事实、理由、依据并听取陈述申辩', 'The party was told the facts, grounds and basis, and was heard')),
      ...ask(penaltyCase, 'defence'),
    },
    check(c) {
      groundsStand(c.record)
      fitOnSpot(c)
    },
    async confirm(c, at) {
      await transferFirst(c, at)
      await finedOnce(c, at)
    },
    gives: (c) => ({
      ...{ decided: c.today, spotOn: c.today, penalties: c.answers.onSpot, circumstance: 'ordinary', degree: 'minor' },
      toldFacts: c.answers.finding,
    }),
  }),
  'sign-spot': step({
    title: words('签署当场处罚决定书', 'Sign the decision of the spot'),
    from: 'decided',
    to: 'decided',
    by: 'handler',
    basis: law('52'),
    returning: true,
    paper: 'sign',
    asks: signing,
    check(c) {
      if (!c.record.spotOn) refuse('not-on-spot')
    },
  }),
  'file-spot': step({
    title: words('当场处罚材料报机关备案归档', 'File the papers of the spot with the bureau'),
    from: ['decided', 'served', 'urged', 'court', 'performed'],
    ...stays,
    by: 'handler',
    basis: cite('penalty-procedure', '70'),
    asks: { receiver: text(words('接收人', 'Received by'), { length: 60 }) },
    check(c) {
      if (!c.record.spotOn) refuse('not-on-spot')
      // The first filing is the one that counts: a second would put its day later.
      if (c.record.spotFiled) refuse('spot-filed-already', { on: c.record.spotFiled })
    },
    gives: (c) => ({ spotFiled: c.today }),
  }),
})
