// The severities of inspection (正常、加嚴、放寬) as readers know them.
import { words, type Words } from '../../kernel/words.ts'
import type { Inspection } from '../../systems/oversight/supervision/acceptance-plans.ts'

export const severities: Readonly<Record<Inspection, Words>> = {
  normal: words('正常检验', 'Normal inspection'),
  tightened: words('加严检验', 'Tightened inspection'),
  reduced: words('放宽检验', 'Reduced inspection'),
}
