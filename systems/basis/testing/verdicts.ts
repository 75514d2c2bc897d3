// The statements that a report makes of a line and of the whole sample.
import { words } from '../../../kernel/words.ts'

export const verdicts = {
  meets: words('符合', 'Conforms'),
  fails: words('不符合', 'Does not conform'),
  undecided: words('不能判定', 'Not decided'),
  reported: words('只报结果', 'Reported only'),
} as const
