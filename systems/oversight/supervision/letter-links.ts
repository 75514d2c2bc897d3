// What a final failure tells to certifier, permit authority and platform by what the sheet says, and the way back when the verdict falls.
import type { Citation } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { letterKinds } from './letter.ts'
import { certification, eCommerce, licences, order } from './rules.ts'

type Kind = keyof typeof letterKinds
type Row = Readonly<Record<string, unknown>>

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
const said = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** The column of the sheet that says to whom a letter goes. */
const columns = { ccc: 'cccNo', voluntary: 'certNo', licence: 'licenceNo', platform: 'platform' } as const

function letterOf(kind: Kind, { record, occurred }: Cause): Row {
  // A platform is told of its seller; whoever certified or licensed, of the maker named. A seller is never put in the place of the holder.
  const platform = kind === 'platform'
  return {
    begun: dayIn(occurred),
    kind,
    ...(platform ? { issuer: record['platform'], shopUrl: record['shopUrl'] } : { certificate: record[columns[kind]] }),
    sample: record.id,
    sampleNumber: record.number ?? record.id,
    party: (platform ? record['unit'] : record['producer']) ?? null,
    partyName: (platform ? record['unitName'] : record['producerName']) ?? null,
    sellerName: platform || record['unit'] === record['producer'] ? null : record['unitName'],
    ...Object.fromEntries(['disownedName', 'place', 'product', 'productClass', 'model', 'batch', 'failures'].map((name) => [name, record[name]])),
    origin: 'sample',
    originRecord: record.id,
  }
}

/**
 * Who certified goods keeps watch on them and on its number (認證認可條例 26): it is told also where the maker is not known or the one
 * named did not make them, since the number may be misused. A permit authority orders the holder of the permit to correct (許可證條例 54):
 * where no maker is named any more there is no such holder, so no letter goes; a permit that was forged is a case (51).
 */
const concerned = (kind: Kind, record: Row): boolean => said(record[columns[kind]]) && (kind !== 'licence' || said(record['producerName']))

/** A letter for each certificate, permit or platform that the sheet names; the letter is written and sent by a person. */
const failureTo = (name: string, kinds: readonly Kind[], title: Words, basis: Citation) => {
  const named = (cause: Cause): readonly Kind[] => kinds.filter((kind) => concerned(kind, cause.record))
  return linkage(`supervision.${name}`, {
    title,
    when: { register: 'sample', step: 'confirm' },
    if: (cause) => cause.record['final'] === 'fails' && named(cause).length > 0,
    then: { open: 'letter', with: (cause) => named(cause).map((kind) => letterOf(kind, cause)) },
    by: 'organiser',
    basis,
  })
}

const fallen = (step: 'reverse' | 'report-withdrawn', title: Words) =>
  linkage(`supervision.letter-${step}`, {
    title,
    when: { register: 'sample', step },
    then: {
      step: 'withdraw',
      of: 'letter',
      where: ({ record }) => fits({ sample: record.id, state: ['toSend', 'sent', 'answered'] }),
      with: ({ answers }) => ({ reason: `样品结果不再有效：${answers['reason'] ?? '—'}`.slice(0, 500) }),
    },
    by: 'organiser',
    basis: order,
  })

export const letterLinks = [
  failureTo('failure-to-certifier', ['ccc', 'voluntary'], words('不合格告知认证机构', 'A failure is told to whoever certified the goods'), certification('26')),
  failureTo('failure-to-permit-authority', ['licence'], words('不合格告知许可证主管部门', 'A failure is told to whoever licensed them'), licences('54')),
  failureTo('failure-to-platform', ['platform'], words('不合格告知电商平台', 'A failure is told to the platform that sells them'), eCommerce('38')),
  fallen('reverse', words('结果撤销后撤回函告', 'A reversed result takes its letters back')),
  fallen('report-withdrawn', words('报告撤回后撤回函告', 'A withdrawn report takes the letters back')),
]
