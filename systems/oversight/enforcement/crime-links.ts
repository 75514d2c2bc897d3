// What becomes of a transferred case is told to the case it came from: what the police, the prosecutor and the court said.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { underWay } from './case-codes.ts'

const noted = (step: string, title: Words, said: readonly string[]) =>
  linkage(`enforcement.transfer-${step}`, {
    title,
    when: { register: 'crime-transfer', step },
    if: ({ record }) => record['origin'] === 'case',
    then: {
      step: 'note-crime',
      of: 'case',
      where: ({ record }) => fits({ id: record['originRecord'], state: underWay }),
      with: ({ record }) => {
        const view = said.map((name) => record[name]).filter(Boolean).join('；')
        return { crimeOutcome: `${title.zh}${view ? `：${view}` : ''}`.slice(0, 600) }
      },
    },
    by: 'handler',
    basis: cite('crime-transfer-rules', '11'),
  })

export const crimeLinks = [
  noted('refuse', words('不批准移送', 'The head did not approve the transfer'), ['reason']),
  noted('police-file', words('公安机关立案', 'The police filed the case'), ['policeView', 'receipt']),
  noted('accept-declining', words('公安机关不立案，依法处理', 'The police did not file it'), ['policeView']),
  noted('prosecutor-agrees', words('检察机关认为不立案理由成立', 'The prosecutor agreed with the police'), ['prosecutorView', 'receipt']),
  noted('prosecute', words('检察机关起诉', 'Prosecuted'), ['prosecutorView', 'receipt']),
  noted('send-back', words('不起诉或者免罚，移回处理', 'Not prosecuted, sent back'), ['judgment', 'receipt']),
  noted('judge', words('法院判决，罚款依法折抵罚金', 'Judged; a fine paid is set off'), ['judgment', 'receipt']),
]
